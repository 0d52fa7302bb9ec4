"""The office's standard wording, to be added, changed, ordered and hidden (office settings)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QMargins, QObject, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QComboBox, QFrame, QLineEdit, QListWidget, QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from response_app.authoring import standard_wording
from response_app.domain.changes import Changes
from response_app.domain.richtext import RichText
from response_app.domain.wording import LONGEST_NAME, Snippet, Wording
from response_app.errors import AppError
from response_app.guidance.sections import ANSWERS

from .. import theme
from ..editors.bars import EditorBars
from ..editors.fields import field_label
from ..editors.flow import FlowRow
from ..editors.rich_text_edit import RichTextEdit
from ..state import State
from .basics import button, label, rule
from .text_buttons import text_buttons
from .wording_lines import POINTS, WHAT, LinesForm

_PLACES = {"initial_response": "Initial response", "overall_comments": "Overall comments", ANSWERS: "Answers to findings"}
_BESIDE_FROM = 700
"""Width at 100 % from which the words stand beside the list."""
_LIST_WIDTH, _LIST_HEIGHT, _EDIT_HEIGHT = 290, 190, 150
_KEY = int(Qt.ItemDataRole.UserRole)
_NEW = "New wording"
ABOUT = (
    "Offered beside the text in every record: by its button, from the menu Insert, or by typing / in the text. A change "
    "made here leaves the words already in a record as they are. Everything is saved as you type."
)


class WordingForm(QWidget):
    """What the office offers, by section; every change is saved at once and can be undone."""

    def __init__(self, state: State, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = state
        self._wording = Wording()
        self.place = QComboBox()
        self.place.setAccessibleName("Standard wording for")
        for key, words in _PLACES.items():
            self.place.addItem(words, key)
        self.list = _list()
        self._framed = QFrame()
        self._framed.setProperty("card", "true")
        self.words = WordsForm(self._change)
        self.what, self.points = LinesForm(state, WHAT), LinesForm(state, POINTS)
        self._buttons = self._make_buttons()
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._lay_out()
        self.place.currentIndexChanged.connect(self._enter_place)
        self.list.currentItemChanged.connect(lambda now, before: self._show_words())
        state.changed.connect(self._follow)
        state.about_to_act.connect(self._flush_if_shown)
        self.refresh()

    def refresh(self) -> None:
        """Show what is offered now; the wording that is chosen stays chosen."""
        try:
            self._wording = self._state.workspace.ask(standard_wording.wording, self._place)
        except AppError as error:
            self._state.failed.emit(error)
            return
        self._fill(self._chosen)
        for each in (self.what, self.points):
            each.show_lines(self._place, self._wording)

    def flush(self) -> None:
        """Save what is typed."""
        for each in (self.words, self.what, self.points):
            each.flush()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the words beside the list, or below it where there is no room."""
        super().resizeEvent(event)
        beside = event.size().width() >= theme.theme().pixels(_BESIDE_FROM)
        self._row.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)
        self._framed.setMaximumWidth(theme.theme().pixels(_LIST_WIDTH) if beside else 16_777_215)

    # --- Looks --------------------------------------------------------------------------------

    def _make_buttons(self) -> dict[str, QPushButton]:
        made = {
            "add": button("Add wording"),
            "up": button("Move up", name="Move the wording up"),
            "down": button("Move down", name="Move the wording down"),
            "hide": button("Hide", name="Hide the wording"),
            "remove": button("Remove", name="Remove the wording"),
            "shipped": button("Go back to the original", name="Go back to the original wording"),
        }
        does: dict[str, Callable[[], object]] = {
            "add": self._add,
            "up": lambda: self._do(standard_wording.move, -1),
            "down": lambda: self._do(standard_wording.move, 1),
            "hide": self._hide_or_offer,
            "remove": lambda: self._do(standard_wording.remove),
            "shipped": lambda: self._do(standard_wording.as_shipped),
        }
        for key, each in made.items():
            each.clicked.connect(lambda checked=False, work=does[key]: work())
        return made

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        head = QWidget()
        row = FlowRow(head, QMargins(0, 0, 0, 0), 10, last_at_right=False)
        named = label("Standard wording for", "label", wrap=False)
        named.setBuddy(self.place)
        for each in (named, self.place, self._buttons["add"]):
            row.addWidget(each)
        column.addWidget(head)
        self._row.setSpacing(14)
        inside = QVBoxLayout(self._framed)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.addWidget(self.list)
        self._row.addWidget(self._framed)
        self._row.addWidget(self.words, 1)
        column.addLayout(self._row)
        acts = QWidget()
        line = FlowRow(acts, QMargins(0, 0, 0, 0), 8, last_at_right=False)
        for key in ("up", "down", "hide", "remove", "shipped"):
            line.addWidget(self._buttons[key])
        column.addWidget(acts)
        column.addWidget(self.what)
        column.addWidget(self.points)

    # --- What is shown ------------------------------------------------------------------------

    @property
    def _place(self) -> str:
        return str(self.place.currentData())

    @property
    def _chosen(self) -> str:
        """The key of the wording that is chosen, "" for none."""
        item = self.list.currentItem()
        return "" if item is None else str(item.data(_KEY))

    def _fill(self, chosen: str) -> None:
        self.list.blockSignals(True)
        self.list.clear()
        for each in self._wording.snippets:
            item = QListWidgetItem(_line(self._place, each))
            item.setData(_KEY, each.key)
            self.list.addItem(item)
            if each.key == chosen:
                self.list.setCurrentItem(item)
        if self.list.currentItem() is None:
            self.list.setCurrentRow(0)
        self.list.blockSignals(False)
        self._show_words()

    def _show_words(self) -> None:
        key = self._chosen
        snippet = self._wording.snippet(key) if key else None
        self.words.show_words(self._place, snippet)
        row, own = self.list.currentRow(), snippet is not None and standard_wording.is_own(snippet)
        usable = {
            "up": row > 0,
            "down": 0 <= row < self.list.count() - 1,
            "hide": snippet is not None,
            "remove": own,
            "shipped": snippet is not None and standard_wording.is_changed(self._place, snippet),
        }
        for name, use in usable.items():
            self._buttons[name].setEnabled(use)
        hidden = snippet is not None and snippet.hidden
        self._buttons["hide"].setText("Offer again" if hidden else "Hide")
        self._buttons["hide"].setAccessibleName("Offer the wording again" if hidden else "Hide the wording")

    def _enter_place(self) -> None:
        self.flush()
        self.refresh()

    def _follow(self, changes: Changes, initiator: QObject | None) -> None:
        if changes.wording is None:
            return
        place = changes.wording[0]
        if initiator is None and self.isVisible() and place in _PLACES and place != self._place:  # an undo is seen where it happens
            self.place.setCurrentIndex(self.place.findData(place))
        self.refresh()

    def _flush_if_shown(self) -> None:
        if self.isVisible():
            self.flush()

    # --- What the user does -------------------------------------------------------------------

    def _do(self, use_case: Callable[..., Changes], *values: Any) -> None:
        self.flush()
        if self._chosen:
            self._state.do(use_case, self._place, self._chosen, *values, initiator=self)

    def _hide_or_offer(self) -> None:
        if self._chosen:
            self._do(standard_wording.hide, not self._wording.snippet(self._chosen).hidden)

    def _add(self) -> None:
        self.flush()
        taken = {each.label for each in self._wording.snippets}
        name = next(each for each in (_NEW, *(f"{_NEW} {number}" for number in range(2, 100))) if each not in taken)
        if self._state.do(standard_wording.add, self._place, name, (), initiator=self) is not None:
            self.list.setCurrentRow(self.list.count() - 1)
            self.words.name.setFocus(Qt.FocusReason.OtherFocusReason)
            self.words.name.selectAll()

    def _change(self, place: str, key: str, name: str, text: RichText) -> bool:
        return self._state.do(standard_wording.change, place, key, name, text, initiator=self) is not None


class WordsForm(QWidget):
    """Name and words of one standard wording, saved when typing pauses and when they are left."""

    def __init__(self, save: Callable[[str, str, str, RichText], bool], parent: QWidget | None = None) -> None:
        """Make an empty one; `save` takes place, key, name and text, and tells whether they were kept."""
        super().__init__(parent)
        self._save = save
        self._at = ("", "")
        self._known: tuple[str, RichText] = ("", ())
        self._showing = False
        self.name = QLineEdit()
        self.name.setMaxLength(LONGEST_NAME)
        self.name.setAccessibleName("Name of the wording")
        self.edit = RichTextEdit("Words of the wording")
        self.edit.setProperty("frameless", "true")
        self.edit.refresh_fields(field_label)
        self.edit.setMinimumHeight(_EDIT_HEIGHT)
        named = label("Name, shown on its button", "label")
        named.setBuddy(self.name)
        frame = QFrame()
        frame.setProperty("card", "true")
        inner = QVBoxLayout(frame)
        inner.setContentsMargins(1, 1, 1, 1)
        inner.setSpacing(0)
        parts: tuple[QWidget, ...] = (text_buttons(self.edit), rule(), EditorBars(self.edit), self.edit)
        for part in parts:
            inner.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        fields: tuple[QWidget, ...] = (named, self.name, frame)
        for each in fields:
            column.addWidget(each)
        self._pause = QTimer(self, interval=1000, singleShot=True)
        self._pause.timeout.connect(self._take)
        self.name.textEdited.connect(lambda: self._pause.start())
        self.name.editingFinished.connect(self._take)
        self.edit.typing_paused.connect(lambda text: self._take())

    def show_words(self, place: str, snippet: Snippet | None) -> None:
        """Show a wording, None for none; of the one that is shown already, what is new goes in as one step."""
        at = (place, snippet.key if snippet else "")
        if at != self._at:
            self.flush()
        label_, text = (snippet.label, snippet.text) if snippet else ("", ())
        self._showing = True
        if at != self._at:
            self.edit.set_text(text)
        elif self.edit.text() != text and text != self._known[1]:
            self.edit.apply(text)
        if at != self._at or label_ != self._known[0]:
            self.name.setText(label_)
        self._at, self._known = at, (label_, text)
        self._showing = False
        self.setEnabled(snippet is not None)

    def flush(self) -> None:
        """Save what is typed."""
        self.edit.flush()
        self._take()

    def _take(self) -> None:
        self._pause.stop()
        typed = " ".join(self.name.text().split()), self.edit.text()
        if self._showing or not self._at[1] or typed == self._known:
            return
        before, self._known = self._known, typed
        if not typed[0] or not self._save(*self._at, *typed):
            self._known = before
            self.name.setText(before[0])


def _line(place: str, snippet: Snippet) -> str:
    """Return what the list says of a wording."""
    what = ["your own"] if standard_wording.is_own(snippet) else []
    what += ["changed"] if standard_wording.is_changed(place, snippet) else []
    what += ["hidden"] if snippet.hidden else []
    return f"{snippet.label} ({', '.join(what)})" if what else snippet.label


def _list() -> QListWidget:
    made = QListWidget()
    made.setObjectName("helpTopics")
    made.setAccessibleName("Wording that is offered")
    made.setWordWrap(True)
    made.setMinimumHeight(_LIST_HEIGHT)
    made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return made
