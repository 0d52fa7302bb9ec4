"""The menus Insert and Text, and the office's standard wording in every text of the window (guided sections, answers, office settings)."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from shiboken6 import isValid

from response_app.authoring import standard_wording
from response_app.domain.changes import Changes
from response_app.domain.richtext import RichText
from response_app.errors import AppError

if TYPE_CHECKING:
    from .actions import Actions
    from .editors.rich_text_edit import RichTextEdit
    from .places import Places

_NO_TEXT = "Click into a text that you can write in first. Then choose what is to be put in."
_NOT_HERE = "This cannot be done where the cursor is now. Nothing was changed."


class Inserting(QObject):
    """Does what the menu asks in the text that was last written in; the editors are no part of the start."""

    def __init__(self, places: Places) -> None:
        super().__init__(places.window)
        self._window = places.window
        self._state = places.state
        self._offer_undo = places.offer_undo
        self._last: RichTextEdit | None = None
        self._actions: tuple[tuple[str, QAction], ...] = ()
        self._menus: tuple[QMenu, ...] = ()
        self._knows = False
        self._state.record_opened.connect(self._know)
        self._state.changed.connect(self._take)
        _application().focusChanged.connect(self._remember)

    def does(self, actions: Actions) -> dict[str, Callable[[], None]]:
        """Return what the actions of the menu do, by their keys."""
        keys = tuple(each.objectName() for name in ("Insert", "Text") for each in actions.by_menu[name])
        self._actions = tuple((key, actions[key]) for key in keys)
        self._menus = (actions.menus["Insert"], actions.menus["Text"])
        for menu in self._menus:
            menu.aboutToShow.connect(self._show_what_can_be_done)
            menu.aboutToHide.connect(self._offer_all)
        return {key: lambda key=key: self._do(key) for key in keys}  # type: ignore[misc]  # a default argument keeps the key

    def stop(self) -> None:
        """Follow nothing any longer: the window closes."""
        _application().focusChanged.disconnect(self._remember)
        if self._knows:
            from .editors.office_wording import office_wording

            office_wording().use({}, None)

    # --- What the office offers ---------------------------------------------------------------

    def _know(self) -> None:
        """Let the texts offer what the office has, from the first record on that is opened."""
        if self._state.record is not None and not self._knows:
            self._knows = True
            self._read()

    def _take(self, changes: Changes) -> None:
        if changes.wording is not None and self._knows:
            self._read()

    def _read(self) -> None:
        from .editors.office_wording import office_wording

        try:
            office_wording().use(self._state.workspace.ask(standard_wording.all_wording), self._keep)
        except AppError:
            office_wording().use({}, None)  # what ships; the store says what is wrong with it where it is needed

    def _keep(self, place: str, name: str, text: RichText) -> bool:
        changes = self._state.do(standard_wording.add, place, name, text)
        if changes is None:
            return False
        self._offer_undo(f"“{' '.join(name.split())}” was added to the office’s standard wording.")
        return True

    # --- The menu -----------------------------------------------------------------------------

    def _remember(self, old: QWidget | None, now: QWidget | None) -> None:
        """Keep which text was last written in: a menu or a list beside it may have the keyboard since."""
        if now is not None and hasattr(now, "wording_place"):  # only an editor has it; to import that here would slow the start
            self._last = now  # type: ignore[assignment]

    def _text(self) -> RichTextEdit | None:
        """Return the text that was last written in, or the one text of the page; None where none can be written in."""
        from .editors.rich_text_edit import RichTextEdit

        last = self._last
        if last is not None and isValid(last) and last.isVisible() and last.window() is self._window:
            return None if last.isReadOnly() else last
        page = self._window.pages.currentWidget()
        found = [] if page is None else [each for each in page.findChildren(RichTextEdit) if each.isVisible() and not each.isReadOnly()]
        return found[0] if len(found) == 1 else None

    def _do(self, key: str) -> None:
        from .editors.insert_menu import can_do, do

        text = self._text()
        if text is None:
            self._window.banner.tell(self._why_not())
        elif not can_do(text, key):
            self._window.banner.tell(_NOT_HERE)
        else:
            text.setFocus()
            do(text, key)

    def _show_what_can_be_done(self) -> None:
        from .editors.insert_menu import can_do

        text = self._text()
        why = self._why_not() if text is None else ""
        for menu in self._menus:
            menu.setToolTipsVisible(bool(why))
        for key, action in self._actions:
            action.setEnabled(text is not None and can_do(text, key))
            action.setToolTip(why)

    def _why_not(self) -> str:
        """Why nothing can be put in: the text on the page is published, or none is open."""
        from .editors.rich_text_edit import RichTextEdit
        from .widgets.frozen import frozen_words

        page, record = self._window.pages.currentWidget(), self._state.record
        shown = [] if page is None else [each for each in page.findChildren(RichTextEdit) if each.isVisible()]
        if record is None or not any(each.isReadOnly() for each in shown):
            return _NO_TEXT
        return frozen_words(record) or _NO_TEXT

    def _offer_all(self) -> None:
        """Let keys and the palette ask for anything again: they say why something cannot be done."""
        for _, action in self._actions:
            action.setEnabled(True)


def _application() -> QApplication:
    found = QApplication.instance()
    assert isinstance(found, QApplication)
    return found
