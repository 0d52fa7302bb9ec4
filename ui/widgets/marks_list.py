"""What is marked in a text, in words: comments, fields, misspelt words; Enter goes there (guided sections, answers)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidgetItem, QWidget

from .wrapped_list import WrappedList

_SPAN = Qt.ItemDataRole.UserRole
MOST = 500
"""So many marks are said in words; a text with more of them has other worries."""


@dataclass(frozen=True, slots=True)
class MarkRow:
    """A mark: its kind, such as "field", what it is in words, its first position in the document and the one after its last."""

    kind: str
    words: str
    start: int
    end: int


def counted(marks: Sequence[MarkRow]) -> str:
    """Return how many marks of each kind there are, such as "2 comments, 1 field"."""
    count = Counter(each.kind for each in marks)
    return ", ".join(f"{number:,} {kind}{'' if number == 1 else 's'}" for kind, number in count.items())


class MarksList(WrappedList):
    """A list of marks in the order of the text.

    Signals:
        chosen: (first, last position) the user wants to go there.
    """

    chosen = Signal(int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Marks in this text", parent)
        self.itemClicked.connect(self._choose)

    def show_marks(self, marks: Sequence[MarkRow]) -> None:
        """Show these marks; of very many the first five hundred."""
        self.clear()
        for each in marks[:MOST]:
            item = QListWidgetItem(each.words)
            item.setData(_SPAN, (each.start, each.end))
            self.addItem(item)
        if len(marks) > MOST:
            self.addItem(QListWidgetItem(f"and {len(marks) - MOST:,} more"))
        if not marks:
            self.addItem(QListWidgetItem("Nothing is marked in this text."))
        self.setCurrentRow(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes to the mark."""
        item = self.currentItem()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and item is not None:
            self._choose(item)
        else:
            super().keyPressEvent(event)

    def _choose(self, item: QListWidgetItem) -> None:
        span = item.data(_SPAN)
        if span is not None:
            self.chosen.emit(*span)
