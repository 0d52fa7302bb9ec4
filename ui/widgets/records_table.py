"""The list of records: each row is a link to its record, each line that was found one to its place (Home)."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QAction, QContextMenuEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QMenu, QWidget

from .. import theme
from ..models.record_order import Column
from ..models.records_model import LINES_ROLE, RecordsModel
from .record_row import RowPainter
from .row_table import RowTable
from .sort_heads import SortHeads

_LEAST_ROWS = 3
_OPEN, _OPEN_HERE = "Open", "Open at these words"
_NARROW = 760
"""Below this width at 100 % the next step moves under the title, and the title may take two lines."""


class RecordsTable(RowTable):
    """The list; Enter, a double click on the row and a click on the title open a record, a click on a line that was found its place.

    Signals:
        opened: (str) id of the record to open.
        place_opened: (str, str) id of the record to open, and the place in it to go to.
        left: the first row was left upwards.
        narrowed: (bool) whether there is room for all columns has changed.
        delete_asked: (str) id of the record to delete.
    """

    opened = Signal(str)
    place_opened = Signal(str, str)
    left = Signal()
    narrowed = Signal(bool)
    delete_asked = Signal(str)

    def __init__(self, model: RecordsModel, parent: QWidget | None = None) -> None:
        super().__init__(model, parent)
        self._records = model
        self._painter = RowPainter(self)
        self._second_click = False
        self._lower: tuple[int, ...] = ()
        self.setAccessibleName("Records")
        self.setAccessibleDescription("Press Enter to open a record, Delete to delete it")
        self.setItemDelegate(self._painter)
        self.setMouseTracking(True)
        self.horizontalHeader().setSectionsClickable(False)
        self.horizontalHeader().setAccessibleName("Column headings")
        self.heads = SortHeads(self)
        # The first column takes what is left only after the table has had its size, and says so before it stands.
        self.horizontalHeader().sectionResized.connect(self.heads.fit, Qt.ConnectionType.QueuedConnection)
        theme.theme().changed.connect(self._size)
        self._size()

    @property
    def is_narrow(self) -> bool:
        """Whether there is no room for all columns."""
        return self._painter.narrow

    # --- Sizes --------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        """A few records and lines, so that one sees that there are more; the table takes what room there is, up to its last row."""
        records, lines = (min(each, _LEAST_ROWS) for each in (self._records.shown, self._records.rowCount() - self._records.shown))
        return QSize(super().sizeHint().width(), self._high(records, lines))

    def _high(self, records: int, lines: int) -> int:
        return self.horizontalHeader().sizeHint().height() + records * self._painter.row_height() + lines * self._painter.line_height()

    def fit(self) -> None:
        """Give lines that were found their own height and the whole width, and end with the last row."""
        self._painter.sought = self._records.sought_words
        self.clearSpans()
        for row in self._lower:  # a row keeps its height when other things come to stand in it
            self.setRowHeight(row, self._painter.row_height())
        self._lower = tuple(self._records.line_rows())
        for row in self._lower:
            self.setRowHeight(row, self._painter.line_height())
            self.setSpan(row, 0, 1, len(Column))
        self.setMaximumHeight(self._high(self._records.shown, self._records.rowCount() - self._records.shown))
        self.updateGeometry()

    def _size(self) -> None:
        narrow = self.width() < theme.theme().pixels(_NARROW)
        if narrow != self._painter.narrow:
            self._painter.narrow = narrow
            self.narrowed.emit(narrow)
        for column in (Column.STATUTORY, Column.NEXT, Column.ANSWERED):
            self.setColumnWidth(column, self._painter.column_width(column))
        for column in (Column.NEXT, Column.ANSWERED):
            self.setColumnHidden(column, self._painter.narrow)
        self.set_row_height(self._painter.row_height())
        self.heads.fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the columns their widths for the room there is."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._size()
        self.heads.fit()

    # --- Where one is -------------------------------------------------------------------------

    def current_id(self) -> str:
        """Return the id of the record whose row is current, "" for none."""
        return self._records.record_id(self.currentIndex().row())

    # --- What one does ------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, Delete deletes a record, Up in the first row leaves; the rest moves."""
        key, row = Qt.Key(event.key()), self.currentIndex().row()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.current_id():
            if not event.isAutoRepeat():
                self._open(row)
        elif key == Qt.Key.Key_Delete and self.current_id():
            if not event.isAutoRepeat() and not self._records.place(row):
                self.delete_asked.emit(self.current_id())
        elif key == Qt.Key.Key_Up and row <= 0:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _open(self, row: int) -> None:
        """Open the record of a row, at its place where the row is a line that was found."""
        record_id, place = self._records.record_id(row), self._records.place(row)
        if place:
            self.place_opened.emit(record_id, place)
        elif record_id:
            self.opened.emit(record_id)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open the record whose title was clicked; the second half of a double click opens nothing more."""
        super().mouseReleaseEvent(event)
        second, self._second_click = self._second_click, False
        point = event.position().toPoint()
        if event.button() is Qt.MouseButton.LeftButton and not second and self._is_on_title(point):
            self._open(self.indexAt(point).row())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open the record of the row; on its title the first click did."""
        super().mouseDoubleClickEvent(event)
        self._second_click = True
        point = event.position().toPoint()
        if event.button() is Qt.MouseButton.LeftButton and self.indexAt(point).isValid() and not self._is_on_title(point):
            self._open(self.indexAt(point).row())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show a hand over titles and lines that were found."""
        super().mouseMoveEvent(event)
        on_title = self._is_on_title(event.position().toPoint())
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if on_title else Qt.CursorShape.ArrowCursor)

    def _is_on_title(self, point: QPoint) -> bool:
        index = self.indexAt(point)
        if self._records.place(index.row()):
            return True
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
        menu.addAction(_OPEN_HERE if self._records.place(index.row()) else _OPEN).setData((record_id, self._records.place(index.row())))
        if not self._records.place(index.row()):
            menu.addAction("Delete record").setData((record_id, ""))
        menu.triggered.connect(self._choose)
        here = self.visualRect(index).center() if by_key else event.pos()
        menu.popup(self.viewport().mapToGlobal(here))

    def _choose(self, action: QAction) -> None:
        record_id, place = action.data()
        if action.text() == _OPEN_HERE:
            self.place_opened.emit(record_id, place)
        else:
            (self.opened if action.text() == _OPEN else self.delete_asked).emit(record_id)
