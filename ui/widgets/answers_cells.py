"""Paints the cells of the table of answers, and says how high a row has to be (answers to findings)."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from .. import theme
from ..models.answers_model import LINE, THIS_FORCE, Column, Line
from .answer_rail import theme_font
from .basics import BadgeKind
from .cell_painting import fill_badge

Index = QModelIndex | QPersistentModelIndex
_ACROSS, _DOWN = 8, 7
"""Room between the words of a cell and its edges, in logical pixels at 100 %."""
_WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
_BEFORE = {Column.MADE_TO: "Made to ", Column.APPLIES: "Applies: ", Column.OWNER: "Owner: ", Column.TARGET: "Target: "}


class AnswerCells(QStyledItemDelegate):
    """Words that go on below each other, badges, a mark for what is selected.

    Attributes:
        hidden: columns that have no room of their own; the sentence's cell says what they hold.
    """

    def __init__(self, view: QTableView) -> None:
        super().__init__(view)
        self._view = view
        self.hidden: frozenset[Column] = frozenset()

    def facts(self, line: Line) -> str:
        """Return what the columns without room say, on one line."""
        cells = ((column, line.words(column)) for column in Column if column in self.hidden)
        return " · ".join(f"{_BEFORE.get(column, '')}{words}" for column, words in cells if words and words != THIS_FORCE)

    def row_height(self, line: Line) -> int:
        """Return how high the row of a finding has to be, at the columns' widths of now."""
        metrics = QFontMetrics(theme_font(14))
        wrapped = (Column.NUMBER, Column.SENTENCE, Column.MADE_TO, Column.SCOPE, Column.OWNER, Column.TARGET)
        highest = metrics.height()
        for column in wrapped:
            if column not in self.hidden:
                font = metrics if column != Column.NUMBER else QFontMetrics(_strong())
                highest = max(highest, _height(font, self._room(column), line.words(column)))
        if self.hidden:
            needed = _height(QFontMetrics(theme_font(13)), self._room(Column.SENTENCE), self.facts(line))
            highest = max(highest, _height(metrics, self._room(Column.SENTENCE), line.sentence) + 2 + needed)
        return highest + 2 * _px(_DOWN)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Rows are given their heights by the view."""
        return QSize(_px(40), _px(40))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one cell in the colours of now."""
        line: Line = index.data(LINE)
        column, colours, box = Column(index.column()), theme.tokens(), option.rect
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        if selected:
            painter.fillRect(box, QColor(colours.blue_ground))
        painter.fillRect(QRect(box.left(), box.bottom(), box.width(), 1), QColor(colours.border))
        room = box.adjusted(_px(_ACROSS), _px(_DOWN), -_px(_ACROSS), -_px(_DOWN))
        kind = line.badge(column)
        if column is Column.CHOSEN:
            _paint_tick(painter, box, selected)
        elif kind is not None:
            _paint_badge(painter, room, line.words(column), kind, selected)
        else:
            self._paint_words(painter, room, line, column)
        painter.restore()

    def _paint_words(self, painter: QPainter, room: QRect, line: Line, column: Column) -> None:
        colours = theme.tokens()
        strong = column is Column.NUMBER
        font = _strong() if strong else theme_font(14)
        painter.setFont(font)
        painter.setPen(QColor(colours.blue if strong else colours.ink))
        painter.drawText(room, _WRAP, line.words(column))
        if column is Column.SENTENCE and self.hidden:
            below = room.adjusted(0, _height(QFontMetrics(font), room.width(), line.sentence) + 2, 0, 0)
            painter.setFont(theme_font(13))
            painter.setPen(QColor(colours.quiet))
            painter.drawText(below, _WRAP, self.facts(line))

    def _room(self, column: Column) -> int:
        return max(20, self._view.columnWidth(column) - 2 * _px(_ACROSS))


def badge_width(words: str) -> int:
    """Return how wide a column has to be for a badge with these words."""
    return QFontMetrics(_badge_font()).horizontalAdvance(words) + _px(16) + 2 * _px(_ACROSS)


def paint_ring(painter: QPainter, box: QRect) -> None:
    """Paint the ring around the row that has the keyboard, in the two colours of which one is seen on any ground."""
    colours = theme.tokens()
    for colour, width, inset in ((colours.focus, 3, 1), (colours.focus_ink, 1, 3)):
        pen = QPen(QColor(colour), width)
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        painter.setPen(pen)
        painter.drawRect(box.adjusted(inset, inset, -inset - 1, -inset - 1))


def tick_box(cell: QRect) -> QRect:
    """Return where the mark of a row stands in its first cell."""
    side = _px(18)
    return QRect(cell.left() + (cell.width() - side) // 2, cell.top() + _px(_DOWN), side, side)


def _paint_tick(painter: QPainter, cell: QRect, selected: bool) -> None:
    colours, box = theme.tokens(), tick_box(cell)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(colours.ink), 2))
    painter.setBrush(QColor(colours.card))
    painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 3, 3)
    if selected:
        side, corner = box.width(), box.topLeft()
        points = [corner + QPoint(side * x // 18, side * y // 18) for x, y in ((4, 9), (8, 13), (14, 5))]
        painter.setPen(QPen(QColor(colours.ink), max(2, _px(2)), Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
        painter.drawPolyline(points)


def _paint_badge(painter: QPainter, room: QRect, words: str, kind: BadgeKind, selected: bool) -> None:
    font = _badge_font()
    metrics = QFontMetrics(font)
    area = QRect(room.left(), room.top() - 1, metrics.horizontalAdvance(words) + _px(16), metrics.height() + 4)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    fill_badge(painter, area, words, kind, font, selected=selected)


def _strong() -> QFont:
    return theme_font(14, QFont.Weight.DemiBold)


def _badge_font() -> QFont:
    return theme_font(12, QFont.Weight.Bold)


def _height(metrics: QFontMetrics, width: int, words: str) -> int:
    return metrics.boundingRect(QRect(0, 0, width, 100_000), _WRAP, words).height() if words else 0


def _px(length: int) -> int:
    return theme.theme().pixels(length)
