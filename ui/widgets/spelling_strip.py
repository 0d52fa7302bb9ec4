"""A strip that goes from one misspelt word to the next, beside the text and not over it (guided sections, answers)."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QMargins, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QComboBox, QFrame, QHBoxLayout, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from ..editors.flow import FlowRow
from ..messages import announce
from ..theme import theme
from .basics import button, label

_MOST_LISTED = 500
_ROWS_SHOWN, _ROW = (2, 5), 28
_FIELD_WIDTH = 200
_PLACE = Qt.ItemDataRole.UserRole


class SpellingStrip(QFrame):
    """Shows a misspelt word with what may be meant; Enter changes it, Escape closes the strip.

    Signals:
        change_requested: (str) write this in place of the word.
        change_all_requested: (str) write this in place of the word wherever it stands in this text.
        next_requested: go on and leave the word as it is.
        ignore_requested: take the word for right in this record.
        add_requested: take the word into the office's list.
        list_requested: the list has been opened; `show_list` fills it.
        chosen: (int) go to the word with this number of the list, from 0.
        closed: go back to the text.
    """

    change_requested = Signal(str)
    change_all_requested = Signal(str)
    next_requested = Signal()
    ignore_requested = Signal()
    add_requested = Signal()
    list_requested = Signal()
    chosen = Signal(int)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("banner")
        self.setProperty("kind", "info")
        self.setAccessibleName("Spelling")
        self.words = label("", "label")
        self.to = _field()
        self.change = button("Change", "primary", "Change the word")
        self.change_all = button("Change all in this text")
        self.next = button("Next", "", "Next misspelt word")
        self.ignore = button("Ignore in this record")
        self.add = button("Add to the office’s words")
        self.list_button = button("Show as a list", "", "List of misspelt words")
        self.list_button.setCheckable(True)
        self.close_button = button("Close", "link", "Close spelling")
        self.list = QListWidget()
        self.list.setAccessibleName("Misspelt words")
        self.list.setUniformItemSizes(True)
        self.list.hide()
        self._word = self._where = ""
        self._doing = self._lay_out()
        self._connect()
        self._fit()
        self.hide()

    def show_word(self, word: str, where: str, number: int, count: int) -> None:
        """Show a word, with nothing to change it to yet.

        Args:
            word: as it is written.
            where: its place in words, such as "paragraph 3".
            number: which of the misspelt words of the text it is, from 1.
            count: how many there are.
        """
        self._word = word
        self._where = f"{where} · {number:,} of {count:,}"
        self.words.setText(f"“{word}” · {self._where}")
        self._doing.show()
        self.to.clear()
        self.to.setEditText(word)
        self._come(self.to)

    def show_suggestions(self, word: str, suggestions: Sequence[str]) -> None:
        """Show what may be meant by the word, the likeliest in the field; what was typed there meanwhile stays."""
        if self.to.currentText() == word:
            self.to.addItems(list(suggestions))
            self.to.setEditText(suggestions[0] if suggestions else word)
            field = self.to.lineEdit()
            if field is not None:
                field.selectAll()
        perhaps = f"perhaps {', '.join(suggestions)}" if suggestions else "no suggestions"
        self.words.setText(f"“{word}” · {perhaps} · {self._where}")
        announce(self, self.words.text())

    def tell(self, words: str) -> None:
        """Show words in place of a misspelt word."""
        self.words.setText(words)
        self._doing.hide()
        self.list_button.setChecked(False)
        self._come(self.close_button)
        announce(self, words)

    def show_list(self, lines: Sequence[str], current: int) -> None:
        """Fill the list of the misspelt words of the text and stand on one of them."""
        self.list.clear()
        first = max(0, min(current, len(lines) - _MOST_LISTED))
        for number in range(first, min(first + _MOST_LISTED, len(lines))):
            item = QListWidgetItem(lines[number])
            item.setData(_PLACE, number)
            self.list.addItem(item)
        self.list.setCurrentRow(current - first)

    @property
    def lists(self) -> bool:
        """Whether the list is open."""
        return self.list_button.isChecked()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> QWidget:
        head = QHBoxLayout()
        head.addWidget(self.words, 1)
        head.addWidget(self.close_button)
        doing = QWidget()
        row = FlowRow(doing, QMargins(0, 0, 0, 0), 8, last_at_right=False)
        to = label("Change to", wrap=False)
        to.setBuddy(self.to)
        for each in (to, self.to, self.change, self.change_all, self.next, self.ignore, self.add, self.list_button):
            row.addWidget(each)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 10, 24, 10)
        column.setSpacing(8)
        column.addWidget(doing)
        column.addWidget(self.list)
        column.insertLayout(0, head)  # seen first, but reached by Tab last: it closes the strip
        return doing

    def _connect(self) -> None:
        field = self.to.lineEdit()
        assert field is not None
        field.returnPressed.connect(lambda: self._emit_change(self.change_requested.emit))
        self.change.clicked.connect(lambda: self._emit_change(self.change_requested.emit))
        self.change_all.clicked.connect(lambda: self._emit_change(self.change_all_requested.emit))
        self.next.clicked.connect(self.next_requested)
        self.ignore.clicked.connect(self.ignore_requested)
        self.add.clicked.connect(self.add_requested)
        self.close_button.clicked.connect(self.closed)
        self.list_button.toggled.connect(self._show_or_hide_list)
        self.list.itemActivated.connect(lambda item: self.chosen.emit(item.data(_PLACE)))
        theme().changed.connect(self._fit)

    def _emit_change(self, emit: Callable[[str], object]) -> None:
        words = self.to.currentText().strip()
        if words and words != self._word:
            emit(words)

    def _show_or_hide_list(self, shown: bool) -> None:
        if shown:
            rows = [theme().pixels(count * _ROW + 8) for count in _ROWS_SHOWN]
            self.list.setFixedHeight(max(rows[0], min(rows[1], self.window().height() // 6)))
        self.list.setVisible(shown)
        if shown:
            self.list_requested.emit()
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _come(self, focus: QWidget) -> None:
        """Be seen, and give the keyboard to the part that is worked in, unless it is in another already."""
        self.show()
        holder = QApplication.focusWidget()
        works_here = holder is not None and holder.isVisible() and self.isAncestorOf(holder) and holder is not self.close_button
        if not works_here or focus is self.close_button:
            focus.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fit(self) -> None:
        self.to.setMinimumWidth(theme().pixels(_FIELD_WIDTH))


def _field() -> QComboBox:
    """A field to type in that offers suggestions."""
    made = QComboBox()
    made.setEditable(True)
    made.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
    made.setCompleter(None)  # type: ignore[arg-type]  # no completer: it would write on what is typed
    made.setAccessibleName("Change to")
    field = made.lineEdit()
    if isinstance(field, QLineEdit):
        field.setAccessibleName("Change to")
    return made
