"""A list of lines that wrap and are never cut off, in the narrow column beside a text (guided sections)."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtWidgets import QListWidget, QStyledItemDelegate, QStyleOptionViewItem, QWidget

_SLACK = 24
"""Pixels that the style sheet takes from a line at its sides, which Qt does not reckon with when it asks how high a line is."""


class WrappedList(QListWidget):
    """A list in the looks of those beside a text; a screen reader calls it `name`."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("besideList")
        self.setAccessibleName(name)
        self.setItemDelegate(RoomyLines(self))
        self.setWordWrap(True)
        self.setSpacing(2)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideNone)


class RoomyLines(QStyledItemDelegate):
    """Gives words that wrap the height that they need with what the style sheet takes from their width."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """As high as the words in what is left of the width."""
        option.rect.setWidth(max(1, option.rect.width() - _SLACK))
        return super().sizeHint(option, index)
