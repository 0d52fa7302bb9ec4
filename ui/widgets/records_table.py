"""The list of records: each row is a link to its record (Home)."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QColor,
    QContextMenuEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QMenu,
    QTableView,
    QWidget,
)

from .. import theme
from ..models.records_model import LINES_ROLE, Column, RecordsModel
from .record_row import RowPainter

Index = QModelIndex | QPersistentModelIndex
_NARROW = 760
"""Below this width at 100 % the next step moves under the title, and the title may take two lines."""


class RecordsTable(QTableView):
    """The list; Enter, a double click on the row and a click on the title open a record.

    Signals:
        opened: (str) id of the record to open.
        moved: (QRect) where the current row now is, in the table's coordinates.
        delete_asked: (str) id of the record to delete.
    """

    opened = Signal(str)
    moved = Signal(QRect)
    delete_asked = Signal(str)

    def __init__(self, model: RecordsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._records = model
        self._painter = RowPainter(self)
        self._second_click = False
        self.setObjectName("records")
        self.setAccessibleName("Records")
        self.setAccessibleDescription("Press Enter to open a record, Delete to delete it")
        self.setItemDelegate(self._painter)
        self.setModel(model)
        self._set_manners()
        self._set_heads()
        theme.theme().changed.connect(self._size)
        model.modelReset.connect(self._fit)
        self._size()

    def _set_manners(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setCornerButtonEnabled(False)
        self.setMouseTracking(True)

    def _set_heads(self) -> None:
        rows, heads = self.verticalHeader(), self.horizontalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setMinimumSectionSize(1)
        heads.setSectionsClickable(False)
        heads.setHighlightSections(False)
        heads.setAccessibleName("Heads of the columns")
        heads.setMinimumSectionSize(1)
        heads.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        heads.setSectionResizeMode(Column.INSPECTION, QHeaderView.ResizeMode.Stretch)

    # --- Sizes --------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        """Two rows, so that one sees that there are more; the table takes what room there is, up to its last row."""
        return QSize(super().sizeHint().width(), self._height_of(min(self._records.rowCount(), 2)))

    def minimumSizeHint(self) -> QSize:
        """As `sizeHint`; where the page is lower than that, the page scrolls."""
        return QSize(super().minimumSizeHint().width(), self.sizeHint().height())

    def _height_of(self, rows: int) -> int:
        return self.horizontalHeader().sizeHint().height() + rows * self._painter.row_height()

    def _fit(self) -> None:
        self.setMaximumHeight(self._height_of(self._records.rowCount()))
        self.updateGeometry()

    def _size(self) -> None:
        self._painter.narrow = self.width() < theme.theme().pixels(_NARROW)
        for column in (Column.STATUTORY, Column.NEXT, Column.ANSWERED):
            self.setColumnWidth(column, self._painter.column_width(column))
        for column in (Column.NEXT, Column.ANSWERED):
            self.setColumnHidden(column, self._painter.narrow)
        if self.verticalHeader().defaultSectionSize() != self._painter.row_height():
            self.verticalHeader().setDefaultSectionSize(self._painter.row_height())
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the columns their widths for the room there is."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._size()

    # --- Where one is -------------------------------------------------------------------------

    def current_id(self) -> str:
        """Return the id of the record whose row is current, "" for none."""
        return self._records.record_id(self.currentIndex().row())

    def select(self, row: int) -> None:
        """Make a row current, the nearest one where there is none so far down."""
        row = min(row, self._records.rowCount() - 1)
        if row >= 0:
            self.setCurrentIndex(self._records.index(row, Column.INSPECTION))

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Say where the current row is, so that a low page scrolls to it."""
        super().currentChanged(current, previous)
        if current.isValid():
            top = self.rowViewportPosition(current.row()) + self.horizontalHeader().height()
            self.moved.emit(QRect(0, top, self.width(), self.rowHeight(current.row())))

    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Home and End go to the first and last record, not to the first and last cell of a row."""
        ends = {QAbstractItemView.CursorAction.MoveHome: 0, QAbstractItemView.CursorAction.MoveEnd: self._records.rowCount() - 1}
        if action in ends:
            return self._records.index(ends[action], max(0, self.currentIndex().column()))
        return super().moveCursor(action, modifiers)

    # --- What one does ------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, Delete deletes; the rest moves."""
        does = {Qt.Key.Key_Return: self.opened, Qt.Key.Key_Enter: self.opened, Qt.Key.Key_Delete: self.delete_asked}
        signal = does.get(Qt.Key(event.key()))
        if signal is None or not self.current_id():
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():
            signal.emit(self.current_id())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open the record whose title was clicked; the second half of a double click opens nothing more."""
        super().mouseReleaseEvent(event)
        second, self._second_click = self._second_click, False
        if event.button() is Qt.MouseButton.LeftButton and not second and self._is_on_title(event.position().toPoint()):
            self.opened.emit(self.current_id())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open the record of the row; on its title the first click did."""
        super().mouseDoubleClickEvent(event)
        self._second_click = True
        point = event.position().toPoint()
        if event.button() is Qt.MouseButton.LeftButton and self.indexAt(point).isValid() and not self._is_on_title(point):
            self.opened.emit(self.current_id())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show a hand over titles."""
        super().mouseMoveEvent(event)
        on_title = self._is_on_title(event.position().toPoint())
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if on_title else Qt.CursorShape.ArrowCursor)

    def _is_on_title(self, point: QPoint) -> bool:
        index = self.indexAt(point)
        if not index.isValid() or index.column() != Column.INSPECTION:
            return False
        return self._painter.title_box(self.visualRect(index), index.data(LINES_ROLE)).contains(point)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done with a row, under the mouse or under the current row."""
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_key else self.indexAt(event.pos())
        record_id = self._records.record_id(index.row())
        if not record_id:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setAccessibleName("What to do with the record")
        menu.addAction("Open").setData(record_id)
        menu.addAction("Delete record").setData(record_id)
        menu.triggered.connect(self._choose)
        here = self.visualRect(index).center() if by_key else event.pos()
        menu.popup(self.viewport().mapToGlobal(here))

    def _choose(self, action: QAction) -> None:
        (self.opened if action.text() == "Open" else self.delete_asked).emit(action.data())

    # --- The mark of the focus ----------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the rows, and the ring around the current one while the list has the focus."""
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
