"""Chooses one finding among many by a few of its words, in place of a long menu (answers to findings)."""

from __future__ import annotations

import html
from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHBoxLayout, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from .. import theme
from ..messages import announce
from .answer_rail import brief
from .basics import button, label

_ID = Qt.ItemDataRole.UserRole
_ROWS, _ROW = 5, 28
"""Rows that are shown at once, and the height of one in logical pixels at 100 %."""


class FindingPicker(QFrame):
    """A field over a list that it narrows down; Enter or a click takes one, Escape none.

    Signals:
        chosen: (str) the id of the finding.
        closed: none is wanted.
    """

    chosen = Signal(str)
    closed = Signal()

    def __init__(self, question: str, name: str, parent: QWidget | None = None) -> None:
        """Make it, hidden.

        Args:
            question: stands over it.
            name: what a screen reader calls the list.
            parent: the widget that it stands in.
        """
        super().__init__(parent)
        self._findings: tuple[tuple[str, str, str], ...] = ()
        self.field = _Field()
        self.field.setAccessibleName(f"Find among: {name}")
        self.field.setPlaceholderText("Words or number, such as training")
        self.list = QListWidget()
        self.list.setAccessibleName(name)
        self.list.setProperty("card", "true")
        self.list.setTabKeyNavigation(False)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.close_button = button("Close", "link", f"Close: {name}")
        head = QHBoxLayout()
        head.addWidget(label(question, "label"), 1)
        head.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self.field)
        column.addWidget(self.list)
        self.field.textChanged.connect(self._narrow)
        self.field.down.connect(self._go_into_list)
        self.field.returnPressed.connect(self._take_current)
        self.list.itemActivated.connect(self._take)
        self.list.itemClicked.connect(self._take)
        self.close_button.clicked.connect(self.closed)
        theme.theme().changed.connect(self._size)
        self._size()
        self.hide()

    def offer(self, findings: Sequence[tuple[str, str, str]]) -> None:
        """Offer findings, each by its id, its kind and number, and its sentence, and take the keyboard."""
        self._findings = tuple(findings)
        self.field.clear()
        self._narrow()
        self.show()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take none with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _narrow(self) -> None:
        wanted = self.field.text().casefold().split()
        self.list.clear()
        for finding_id, name, sentence in self._findings:
            words = f"{name}: {sentence}"
            if all(each in words.casefold() for each in wanted):
                item = QListWidgetItem(f"{name}: {brief(sentence)}")
                item.setData(_ID, finding_id)
                item.setData(Qt.ItemDataRole.AccessibleTextRole, words)
                item.setToolTip(html.escape(words))
                item.setSizeHint(QSize(0, theme.theme().pixels(_ROW)))
                self.list.addItem(item)
        self.list.setCurrentRow(0)
        if wanted:
            announce(self.list, f"{self.list.count() or 'No'} finding{'' if self.list.count() == 1 else 's'}")

    def _go_into_list(self) -> None:
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take_current(self) -> None:
        item = self.list.currentItem()
        if item is not None:
            self._take(item)

    def _take(self, item: QListWidgetItem) -> None:
        if self.isVisible():  # a double click comes after a click that took it
            self.chosen.emit(item.data(_ID))

    def _size(self) -> None:
        self.list.setFixedHeight(_ROWS * theme.theme().pixels(_ROW) + 8)


class _Field(QLineEdit):
    """A field from which Down goes on to the list.

    Signals:
        down: the arrow key was pressed.
    """

    down = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on with Down."""
        if event.key() == Qt.Key.Key_Down:
            self.down.emit()
        else:
            super().keyPressEvent(event)
