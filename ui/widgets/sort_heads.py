"""Heads of columns that sort a list: buttons over those of the table, so that keyboard and screen reader reach them (Home)."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Signal
from PySide6.QtGui import QColor, QIcon, QPainter, QPaintEvent
from PySide6.QtWidgets import QHeaderView, QPushButton, QTableView, QWidget

from response_app.paths import resource

from .. import theme
from ..models.record_order import HEADS, Column, Order
from .basics import button, restyle

_ARROW, _GAP, _PAD = 12, 6, 12


class SortHeads(QWidget):
    """A button for each column of the list that is shown.

    Signals:
        sorted: (Order) the list is to stand in this order.
    """

    sorted = Signal(object)

    def __init__(self, table: QTableView) -> None:
        super().__init__(table.horizontalHeader().viewport())
        self._table = table
        self._order: Order | None = None
        self.buttons: dict[Column, _Head] = {}
        for column, words in HEADS.items():
            made = self.buttons[column] = _Head(words, self)
            made.clicked.connect(lambda _checked=False, column=column: self._sort(column))
        self.show_order(None)

    def show_order(self, order: Order | None) -> None:
        """Say by which column the list is sorted, None where it is by none."""
        self._order = order
        for column, made in self.buttons.items():
            here = order is not None and order.column is column
            made.show_direction(order.backwards if order is not None and here else None)
            made.setAccessibleName(f"{HEADS[column]}, {order.words}" if order is not None and here else f"{HEADS[column]}, sort by this")

    def fit(self) -> None:
        """Stand where the heads of the table stand."""
        heads: QHeaderView = self._table.horizontalHeader()
        self.setGeometry(0, 0, heads.viewport().width(), heads.height() - 1)
        for column, made in self.buttons.items():
            made.setGeometry(QRect(QPoint(heads.sectionViewportPosition(column), 0), made.size()))
            made.resize(heads.sectionSize(column), self.height())
            made.setVisible(not self._table.isColumnHidden(column))

    def _sort(self, column: Column) -> None:
        known = self._order
        again = known is not None and known.column is column
        self.sorted.emit(Order(column, again and known is not None and not known.backwards))


class _Head(QPushButton):
    """The head of a column, with an arrow where the list is sorted by it."""

    def __init__(self, words: str, parent: QWidget) -> None:
        super().__init__(words, parent)
        plain = button(words)
        self.setCursor(plain.cursor())
        self.setAutoDefault(False)
        self.setProperty("kind", "head")
        self.setToolTip(f"Sort by “{words}”")
        self._backwards: bool | None = None

    def show_direction(self, backwards: bool | None) -> None:
        """Show an arrow, None for none: down where the list goes the usual way."""
        self._backwards = backwards
        self.setProperty("sorted", "true" if backwards is not None else "false")
        restyle(self)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the words, and the arrow after them."""
        super().paintEvent(event)
        if self._backwards is None:
            return
        pixels = theme.theme().pixels
        side, left = pixels(_ARROW), pixels(_PAD) + self.fontMetrics().horizontalAdvance(self.text()) + pixels(_GAP)
        colours = theme.tokens()
        ground = colours.focus if self.hasFocus() else colours.card
        shade = "dark" if QColor(ground).lightness() < 128 else "light"
        name = "up" if self._backwards else "down"
        box = QRect(min(left, self.width() - side), (self.height() - side) // 2, side, side)
        QIcon(str(resource(f"icons/{name}-{shade}.svg"))).paint(QPainter(self), box)
