"""The table of the register: each row leads to its finding, each head sorts (register of findings)."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from response_app.domain.register import Entry

from .. import theme
from ..models.register_model import SORTS, Column, RegisterModel
from .register_row import RegisterPainter
from .row_table import RowTable

_ROOM_FOR_ALL, _ROOM_FOR_DATES = 860, 500
"""Width at 100 % from which all columns stand, and from which date and state do; else their words stand under the finding."""


class RegisterTable(RowTable):
    """The findings; Enter or a click on a row opens one.

    Signals:
        opened: (Entry) the finding to open.
        sort_asked: (Column) the head that was clicked.
    """

    opened = Signal(object)
    sort_asked = Signal(object)

    def __init__(self, model: RegisterModel, parent: QWidget | None = None) -> None:
        super().__init__(model, parent)
        self._register = model
        self._painter = RegisterPainter(self)
        self._pressed = -1
        self.setAccessibleName("Findings of all records")
        self.setAccessibleDescription("Press Enter to open a finding in its record")
        self.setItemDelegate(self._painter)
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        heads = self.horizontalHeader()
        heads.setSectionsClickable(True)
        heads.setAccessibleName("Column headings; a click sorts")
        heads.sectionClicked.connect(lambda section: self.sort_asked.emit(Column(section)))
        theme.theme().changed.connect(self._size)
        model.modelReset.connect(self._make_room_for_lines)
        self._size()

    def show_sort(self) -> None:
        """Mark the head by which the model is sorted; none where that is no column."""
        column = next((each for each, sort in SORTS.items() if sort is self._register.sorted_by), None)
        heads = self.horizontalHeader()
        heads.setSortIndicatorShown(column is not None)
        if column is not None:
            order = Qt.SortOrder.DescendingOrder if self._register.backwards else Qt.SortOrder.AscendingOrder
            heads.setSortIndicator(column, order)

    def current(self) -> Entry | None:
        """Return the finding whose row is current, None for none."""
        return self._register.entry(self.currentIndex().row())

    def _size(self) -> None:
        pixels = theme.theme().pixels
        hidden = set()
        if self.width() < pixels(_ROOM_FOR_ALL):
            hidden |= {Column.MADE_TO, Column.LIMIT}
        if self.width() < pixels(_ROOM_FOR_DATES):
            hidden |= {Column.TARGET, Column.STATE}
        self._painter.hidden = frozenset(hidden)
        for column in Column:
            self.setColumnHidden(column, column in hidden)
            if column is not Column.FINDING:
                self.setColumnWidth(column, self._painter.column_width(column))
        self.set_row_height(self._painter.row_height())

    def _make_room_for_lines(self) -> None:
        self._painter.with_moves, self._painter.with_owners = self._register.has_moves, self._register.has_owners
        self.set_row_height(self._painter.row_height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the columns their widths for the room there is."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._size()

    # --- What one does ------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens; the rest moves."""
        entry = self.current()
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter) or entry is None:
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():
            self.opened.emit(entry)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember the row, so that a press that ends elsewhere opens nothing."""
        super().mousePressEvent(event)
        self._pressed = self._row_at(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open the finding whose row was clicked."""
        super().mouseReleaseEvent(event)
        pressed, self._pressed = self._pressed, -1
        entry = self._register.entry(pressed)
        if entry is not None and pressed == self._row_at(event):
            self.opened.emit(entry)

    def _row_at(self, event: QMouseEvent) -> int:
        return self.indexAt(event.position().toPoint()).row() if event.button() is Qt.MouseButton.LeftButton else -1
