"""A table whose rows are links: one row is current, with a ring while the table has the focus (Home, register of findings)."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from .. import theme

Index = QModelIndex | QPersistentModelIndex
_HIGHEST = 16_777_215
_ROWS_AT_LEAST = 2


class RowTable(QTableView):
    """As high as its rows where there is room, and at least two of them; rows are all equally high.

    Signals:
        moved: (QRect) where the current row now is, in the table's coordinates.
    """

    moved = Signal(QRect)

    def __init__(self, model: QAbstractItemModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("records")  # its looks in the style sheet
        self.setModel(model)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setCornerButtonEnabled(False)
        rows, heads = self.verticalHeader(), self.horizontalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setMinimumSectionSize(1)
        heads.setHighlightSections(False)
        heads.setMinimumSectionSize(1)
        heads.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        heads.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        model.modelReset.connect(self.fit)

    # --- Sizes --------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        """Two rows, so that one sees that there are more; the table takes what room there is, up to its last row."""
        return QSize(super().sizeHint().width(), self._height_of(min(self._rows(), _ROWS_AT_LEAST)))

    def minimumSizeHint(self) -> QSize:
        """As `sizeHint`; where the page is lower than that, the page scrolls."""
        return QSize(super().minimumSizeHint().width(), self.sizeHint().height())

    def set_row_height(self, height: int) -> None:
        """Give every row this height, in pixels."""
        if self.verticalHeader().defaultSectionSize() != height:
            self.verticalHeader().setDefaultSectionSize(height)
        self.fit()

    def fit(self) -> None:
        """End with the last row."""
        self.setMaximumHeight(self._height_of(self._rows()))
        self.updateGeometry()

    def _height_of(self, rows: int) -> int:
        return min(self.horizontalHeader().sizeHint().height() + rows * self.verticalHeader().defaultSectionSize(), _HIGHEST)

    def _rows(self) -> int:
        return self.model().rowCount()

    # --- Where one is -------------------------------------------------------------------------

    def select(self, row: int) -> None:
        """Make a row current, the nearest one where there is none so far down."""
        row = min(row, self._rows() - 1)
        if row >= 0:
            self.setCurrentIndex(self.model().index(row, 0))

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Say where the current row is, so that a low page scrolls to it."""
        super().currentChanged(current, previous)
        if current.isValid():
            top = self.rowViewportPosition(current.row()) + self.horizontalHeader().height()
            self.moved.emit(QRect(0, top, self.width(), self.rowHeight(current.row())))

    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Home and End go to the first and last row, not to the first and last cell of a row."""
        ends = {QAbstractItemView.CursorAction.MoveHome: 0, QAbstractItemView.CursorAction.MoveEnd: self._rows() - 1}
        if action in ends:
            return self.model().index(ends[action], max(0, self.currentIndex().column()))
        return super().moveCursor(action, modifiers)

    # --- The mark of the focus ----------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the rows, and the ring around the current one while the table has the focus."""
        super().paintEvent(event)
        if not self.hasFocus() or not self.currentIndex().isValid():
            return
        row = self.currentIndex().row()
        box = QRect(0, self.rowViewportPosition(row), self.viewport().width(), self.rowHeight(row) - 1)
        colours = theme.tokens()
        painter = QPainter(self.viewport())
        for colour, width, inset in ((colours.focus, 3, 1), (colours.focus_ink, 1, 3)):
            pen = QPen(QColor(colour), width)
            pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
            painter.setPen(pen)
            painter.drawRect(box.adjusted(inset, inset, -inset - 1, -inset - 1))

    def changeEvent(self, event: QEvent) -> None:
        """Repaint in new colours."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self.viewport().update()
