"""The comments on a text in words, and those elsewhere in the record: read, reply, resolve, go to the words (guided sections, review)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QMargins, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ..editors.flow import FlowRow
from .basics import button, label
from .comment_card import CommentCard, CommentRow
from .comment_writer import CommentWriter
from .marks_list import MarkRow, MarksList, counted
from .section_guide import scrolled, scroller

_LEAST_HEIGHT = 150
_NONE_YET = "Nobody has commented on this text. Select some words and choose “Comment”, or comment on the whole text."


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """A comment on another text of the record: its id, the text's place, and both in words."""

    comment_id: str
    place: str
    words: str


class CommentsPanel(QWidget):
    """Cards of comments under each other, one of which is looked at.

    Signals:
        chosen: (str) the user has come to the comment with this id.
        go_requested: (str) the user wants to go to the words of this comment.
        new_requested: the user wants to comment on what is selected, or on the whole text.
        written: (kind, comment id, words) kind is "comment", "reply" or "change".
        act_requested: (act, comment id) act is "resolve", "open" or "delete".
        elsewhere_chosen: (place, comment id) the user wants to go to a comment on another text.
        mark_chosen: (first, last position) the user wants to go to a mark of the text.
        marks_opened: the list of marks is shown, and has to be filled.
        closed: the user gave up writing.
    """

    chosen = Signal(str)
    go_requested = Signal(str)
    new_requested = Signal()
    written = Signal(str, str, str)
    act_requested = Signal(str, str)
    elsewhere_chosen = Signal(str, str)
    mark_chosen = Signal(int, int)
    marks_opened = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[CommentRow, ...] = ()
        self._elsewhere: tuple[Elsewhere, ...] = ()
        self._cards: list[CommentCard] = []
        self._current = ""
        self._writing = ("", "")
        self.new = button("New comment", "small")
        self.marks_button = button("Marks in this text", "small", "List of marks in this text")
        self.marks_button.setCheckable(True)
        self.marks = MarksList()
        self.marks_told = label("", "quiet")
        self.writer = CommentWriter()
        self._scroll = scroller("Comments on this text")
        inner, self._list = scrolled()
        self._list.setContentsMargins(6, 4, 6, 10)
        self._list.addWidget(self.writer)
        self._list.addStretch(1)
        self._scroll.setWidget(inner)
        self._others: list[QWidget] = []
        self._lay_out()
        self._connect()
        self._show_all()

    def show_comments(self, rows: Sequence[CommentRow], elsewhere: Sequence[Elsewhere]) -> None:
        """Show the comments on this text, in the order in which they are to be read, and those on others."""
        if (tuple(rows), tuple(elsewhere)) != (self._rows, self._elsewhere):
            self._rows, self._elsewhere = tuple(rows), tuple(elsewhere)
            self._show_all()

    def show_marks(self, marks: Sequence[MarkRow]) -> None:
        """Fill the list of marks."""
        self.marks.show_marks(marks)
        self.marks_told.setText(counted(marks))
        self.marks.setAccessibleDescription(counted(marks))

    def select(self, comment_id: str, *, focus: bool = False) -> None:
        """Let a comment be the one that is looked at, and give it the keyboard where that is wanted."""
        self._current = comment_id
        for each in self._cards:
            each.set_current(each.row.comment.id == comment_id)
        card = self._card(comment_id)
        if card is None and self._cards:
            self._cards[0].let_tab_in(True)
        if card is not None:
            self._scroll.ensureWidgetVisible(card)
            if focus:
                card.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def current(self) -> str:
        """The id of the comment that is looked at, "" for none."""
        return self._current

    def write(self, kind: str, comment_id: str = "", about: str = "", words: str = "") -> None:
        """Let the user write: a new "comment", or a "reply" to or a "change" of the comment with this id."""
        self._writing = (kind, comment_id)
        self._place_writer()
        name, act = {"comment": ("Comment", "Add comment"), "reply": ("Reply", "Add reply"), "change": ("Comment", "Save")}[kind]
        self.writer.begin(name, about, act, words)
        self._scroll.ensureWidgetVisible(self.writer)

    def stop_writing(self) -> None:
        """Put the writer away."""
        self.writer.hide()
        self._writing = ("", "")

    # --- Looks --------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 12, 10, 10)
        column.setSpacing(8)
        buttons = QWidget()
        row = FlowRow(buttons, QMargins(), 6, last_at_right=False)
        row.addWidget(self.new)
        row.addWidget(self.marks_button)
        column.addWidget(buttons)
        column.addWidget(self._scroll, 1)
        column.addWidget(self.marks_told)
        column.addWidget(self.marks, 1)
        for each in (self._scroll, self.marks):
            each.setMinimumHeight(_LEAST_HEIGHT)
        self.marks.hide()
        self.marks_told.hide()

    def _connect(self) -> None:
        self.new.clicked.connect(self.new_requested)
        self.writer.written.connect(lambda words: self.written.emit(*self._writing, words))
        self.writer.closed.connect(self._give_up)
        self.marks_button.toggled.connect(self._show_marks)
        self.marks.chosen.connect(self.mark_chosen)

    def open_marks(self) -> None:
        """Show the list of marks, anew where it is shown."""
        if self.marks_button.isChecked():
            self._show_marks(True)
        else:
            self.marks_button.setChecked(True)

    def _show_marks(self, shown: bool) -> None:
        self.marks.setVisible(shown)
        self.marks_told.setVisible(shown)
        self._scroll.setVisible(not shown)
        self.new.setVisible(not shown)
        self.marks_button.setText("Back to the comments" if shown else "Marks in this text")
        if shown:
            self.marks_opened.emit()
            self.marks.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_all(self) -> None:
        """Make the cards that are new; what is being written stays, and the keyboard where it was."""
        had = next((each.row.comment.id for each in self._cards if each.hasFocus() or each.isAncestorOf(self.focusWidget() or self)), "")
        known = {each.row: each for each in self._cards}
        cards = [known.pop(row) if row in known else self._make_card(row) for row in self._rows]
        self._list.removeWidget(self.writer)
        for old in (*known.values(), *self._others):
            self._list.removeWidget(old)
            old.hide()
            old.setParent(None)
            old.deleteLater()
        self._cards, self._others = cards, []
        for at, card in enumerate(cards):
            card.set_number(at + 1)
            item = self._list.itemAt(at)
            if item is None or item.widget() is not card:
                self._put(card, at)
        if not self._rows:
            self._other(label(_NONE_YET, "quiet"))
        self._show_elsewhere()
        self._place_writer()
        self.select(self._current if self._card(self._current) else "")
        kept = self._card(had)
        if kept is not None:
            kept.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_elsewhere(self) -> None:
        if not self._elsewhere:
            return
        self._other(label("Elsewhere in this record", "label"))
        for number, each in enumerate(self._elsewhere, start=1):
            self._other(label(each.words))
            made = button("Go to this text", "link", f"Go to comment {number} elsewhere: {each.words}")
            made.clicked.connect(lambda _checked=False, which=each: self.elsewhere_chosen.emit(which.place, which.comment_id))
            self._other(made)

    def _other(self, widget: QWidget) -> None:
        self._others.append(widget)
        self._put(widget, self._list.count() - 1)

    def _put(self, widget: QWidget, at: int) -> None:
        self._list.insertWidget(at, widget)
        widget.show()  # at once, so that it can take the keyboard

    def _make_card(self, row: CommentRow) -> CommentCard:
        made = CommentCard(row)
        comment_id = row.comment.id
        made.chosen.connect(lambda: self._come_to(comment_id))
        made.opened.connect(lambda: self.go_requested.emit(comment_id))
        made.act_requested.connect(lambda act: self._act(act, row))
        made.step_requested.connect(lambda by: self._step(self._cards.index(made) + by))
        return made

    def _place_writer(self) -> None:
        """Put the writer under the comment that it is about, a new one at the top."""
        card = self._card(self._writing[1])
        self._list.removeWidget(self.writer)
        self._list.insertWidget(self._list.indexOf(card) + 1 if card else 0, self.writer)
        after = card.buttons if card else self._scroll
        QWidget.setTabOrder(after, self.writer.words)

    def _card(self, comment_id: str) -> CommentCard | None:
        return next((each for each in self._cards if each.row.comment.id == comment_id), None)

    # --- What the user does -------------------------------------------------------------------

    def _come_to(self, comment_id: str) -> None:
        if comment_id != self._current:
            self.select(comment_id)
            self.chosen.emit(comment_id)

    def _step(self, to: int) -> None:
        if 0 <= to < len(self._cards):
            self._cards[to].setFocus(Qt.FocusReason.OtherFocusReason)

    def _act(self, act: str, row: CommentRow) -> None:
        if act == "reply":
            self.write("reply", row.comment.id)
        elif act == "change":
            self.write("change", row.comment.id, words=row.comment.text)
        else:
            self.act_requested.emit(act, row.comment.id)

    def _give_up(self) -> None:
        card = self._card(self._writing[1])
        self.stop_writing()
        if card is not None:
            card.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.closed.emit()
