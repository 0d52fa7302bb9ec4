"""Find and replace in a text and in the record, and the hints on readability."""

from __future__ import annotations

from functools import partial

from ui.editors.rich_text_edit import RichTextEdit
from ui.main_window import MainWindow
from ui.texts_on_page import texts_on
from ui.widgets.find_strip import FindStrip
from ui.widgets.hints_strip import HintsStrip

from ..state import Afterwards, State

_HARD_TO_READ = (
    "The plan has been reviewed and I welcome it. We will organize a meeting of the RGG in June.  It will look at how the force, the"
    " regional unit and my own office can work together on the plans that they have for each of the groups that do the most harm to"
    " people in our towns and villages and on our roads. "
)


def _strip(window: MainWindow) -> FindStrip:
    strip = window.findChild(FindStrip)
    assert isinstance(strip, FindStrip)
    return strip


def find(words: str, to: str | None, whole_record: bool, window: MainWindow) -> Afterwards:
    """The strip, with words that stand often in the example."""
    window.actions_["find" if to is None else "replace"].trigger()
    strip = _strip(window)
    strip.scope.setCurrentIndex(int(whole_record))
    strip.words.setText(words)
    strip.to.setText(to or "")

    def back() -> None:
        strip.scope.setCurrentIndex(0)
        strip.closed.emit()

    return back


def hints(window: MainWindow, *, listed: bool) -> Afterwards:
    """A text with every kind of hint, and their list."""
    edit: RichTextEdit = texts_on(window.pages.currentWidget())[0]
    edit.moveCursor(edit.textCursor().MoveOperation.Start)
    edit.textCursor().insertText(_HARD_TO_READ)
    edit.clearFocus()
    if listed:
        edit.hints.changed.connect(window.actions_["hints_list"].trigger)
    strip = window.findChild(HintsStrip)
    assert isinstance(strip, HintsStrip)

    def back() -> None:
        if listed:
            edit.hints.changed.disconnect(window.actions_["hints_list"].trigger)
        strip.closed.emit()
        edit.undo()
        edit.flush()

    return back


STATES = (
    State("initial", "find", partial(find, "the", None, False), wait=400),
    State("initial", "replace", partial(find, "force", "constabulary", False), wait=400),
    State("initial", "replace-in-record", partial(find, "improve", "better", True), wait=900),
    State("initial", "find-nothing", partial(find, "qqqq", None, True), wait=600),
    State("initial", "hints", partial(hints, listed=False), wait=900),
    State("initial", "hints-list", partial(hints, listed=True), wait=900),
)
