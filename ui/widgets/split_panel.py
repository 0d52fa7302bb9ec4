"""Splits a finding in two: the user chooses the piece at which the second begins (report in)."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from response_app.domain.richtext import plain
from response_app.intake.triage import Row, pieces

from .. import theme
from ..models.triage_words import kind_words
from .basics import button, label

_HEIGHT = 150


class SplitPanel(QWidget):
    """The pieces of a finding as a list; the chosen one and those after it become the second finding.

    Signals:
        split_asked: (row id, number of the piece) split it here.
        closed: it stays whole.
    """

    split_asked = Signal(str, int)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row_id = ""
        self.words = label("", "label")
        self.list = _Pieces()
        self.list.setAccessibleName("Where the second finding begins")
        self.list.setWordWrap(True)
        self.list.setSpacing(3)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.go = button("Split here", "primary")
        self.leave = button("Leave it whole")
        buttons = QHBoxLayout()
        buttons.setSpacing(10)
        buttons.addWidget(self.go)
        buttons.addWidget(self.leave)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for each in (self.words, self.list):
            column.addWidget(each)
        column.addLayout(buttons)
        self.go.clicked.connect(self._split)
        self.leave.clicked.connect(self.closed)
        self.list.entered_by_key.connect(self._split)

    def show_row(self, row: Row) -> None:
        """Show the pieces of a finding."""
        self._row_id = row.id
        self.words.setText(f"Split “{kind_words(row.finding.kind)}: {row.finding.heading}”. Choose where the second finding begins.")
        self.list.clear()
        self.list.setFixedHeight(theme.theme().pixels(_HEIGHT))
        for number, piece in enumerate(pieces(row.finding)):
            item = QListWidgetItem(" ".join(plain((piece,)).split()))
            item.setData(Qt.ItemDataRole.UserRole, number)
            if not number:
                item.setFlags(item.flags() & ~(Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled))
            self.list.addItem(item)
        self.list.setCurrentRow(1)

    def first_focus(self) -> QWidget:
        """What has the keyboard when the panel comes up."""
        return self.list

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the finding whole with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _split(self) -> None:
        item = self.list.currentItem()
        if item is not None and item.data(Qt.ItemDataRole.UserRole):
            self.split_asked.emit(self._row_id, int(item.data(Qt.ItemDataRole.UserRole)))


class _Pieces(QListWidget):
    """A list in which Enter splits.

    Signals:
        entered_by_key: Enter was pressed.
    """

    entered_by_key = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Split by Enter; else as every list."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered_by_key.emit()
        else:
            super().keyPressEvent(event)
