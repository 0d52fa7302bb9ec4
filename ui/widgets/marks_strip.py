"""A strip with what is marked in the texts of a page, as a list in words; beside the text and not over it (guided sections, answers)."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ..messages import announce
from ..theme import theme
from .basics import button, label
from .marks_list import MarkRow, MarksList, counted

_HIGHEST, _LEAST, _OTHERS = 200, 64, 480
"""Heights in pixels at 100 %: of the list at most and at least, and of what it leaves to the rest of the window."""


class MarksStrip(QFrame):
    """Lists marks; arrows go from mark to mark, Enter goes to the words, Escape closes.

    Signals:
        chosen: (int) go to the words of the mark with this number of the list.
        closed: go back to the text.
    """

    chosen = Signal(int)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("banner")
        self.setProperty("kind", "info")
        self.setAccessibleName("Marks in words")
        self.words = label("", "label")
        self.list = MarksList()
        self.list.setAccessibleDescription("Enter goes to the words, Escape closes the list.")
        self.close_button = button("Close", "link", "Close the list of marks")
        head = QHBoxLayout()
        head.addWidget(self.words, 1)
        head.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 10, 24, 10)
        column.setSpacing(8)
        column.addWidget(self.list)
        column.insertLayout(0, head)  # seen first, but reached by Tab last: it closes the strip
        self.list.chosen.connect(lambda *_span: self.chosen.emit(self.list.currentRow()))
        self.close_button.clicked.connect(self.closed)
        self.hide()

    def show_marks(self, marks: Sequence[MarkRow]) -> None:
        """Show marks in words, and how many there are; one stays at the same number where it can."""
        before = max(0, self.list.currentRow())
        self.list.show_marks(marks)
        self.list.setCurrentRow(min(before, self.list.count() - 1))
        words = counted(marks) or "Nothing is marked"
        if words != self.words.text():
            self.words.setText(words)
            if self.isVisible():
                announce(self.list, words)
        most = min(theme().pixels(_HIGHEST), self.window().height() - theme().pixels(_OTHERS))
        rows = sum(self.list.sizeHintForRow(row) + 4 for row in range(min(self.list.count(), 8))) + 8
        self.list.setFixedHeight(max(theme().pixels(_LEAST), min(rows, most)))

    def come(self) -> None:
        """Come up with the keyboard in the list."""
        self.show()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self.list, self.words.text())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)
