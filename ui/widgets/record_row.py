"""Paints a row of the list of records: title, clock, next step, answered (Home)."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QTableView, QWidget

from .. import theme
from ..models.record_lines import Lines
from ..models.record_order import HEADS, Column
from ..models.records_model import FOUND_ROLE, LINES_ROLE
from .basics import BadgeKind
from .cell_painting import fill_badge
from .found_row import found_height, paint_found
from .marked_words import paint_pieces, pieces_of

Index = QModelIndex | QPersistentModelIndex
_WEIGHT = QFont.Weight
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)
_BROKEN = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
_PAD_X, _PAD_Y, _GAP = 12, 10, 2
_WIDEST = {
    Column.STATUTORY: ("Wed 30 Sep 2024", "Published 9,999 days late"),
    Column.NEXT: ("Show the report’s summary prominently", "Waiting for the reply, asked by 30 June"),
    Column.ANSWERED: ("None to answer", "100 of 100"),
}
"""Words that their column is to hold whole."""


class RowPainter(QStyledItemDelegate):
    """Paints one cell: plain text only, all colours from the theme.

    Attributes:
        narrow: whether the next step stands below the title.
        sought: words that are marked in titles.
    """

    narrow = False
    sought: tuple[str, ...] = ()

    def row_height(self) -> int:
        """Return the height that every row has."""
        line, small = QFontMetrics(_font(14)).height(), QFontMetrics(_font(13)).height()
        pixels = theme.theme().pixels
        first = line + pixels(_GAP) + small + 2 * pixels(3)
        if self.narrow:
            first = max(first, 2 * line + small + line + small + 3 * pixels(_GAP))
        return first + 2 * pixels(_PAD_Y) + 1

    def line_height(self) -> int:
        """Return the height of a line that was found."""
        return found_height(self.narrow)

    def column_width(self, column: Column) -> int:
        """Return the width that holds the usual words of a column."""
        bold, small = QFontMetrics(_font(14, _WEIGHT.Bold)), QFontMetrics(_font(13, _WEIGHT.Bold))
        widest = max(small.horizontalAdvance(HEADS[column]), *(bold.horizontalAdvance(each) for each in _WIDEST[column]))
        return widest + 2 * theme.theme().pixels(_PAD_X)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """The height of a row; the columns set the width."""
        return QSize(0, self.row_height())

    def title_box(self, cell: QRect, words: Lines) -> QRect:
        """Return where the title stands in its cell: what a single click opens."""
        room = _room(cell)
        metrics = QFontMetrics(_font(14, _WEIGHT.Bold))
        if not self.narrow:
            return QRect(room.topLeft(), QSize(min(metrics.horizontalAdvance(words.title), room.width()), metrics.height()))
        title = _two_lines(words.title, metrics, room.width())
        bounds = metrics.boundingRect(QRect(0, 0, room.width(), 2 * metrics.height()), _BROKEN, title)
        return QRect(room.topLeft(), QSize(bounds.width(), min(bounds.height(), 2 * metrics.height())))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint ground, rule and the words of one cell."""
        found = index.data(FOUND_ROLE)
        colours = theme.tokens()
        view: QWidget = option.widget
        cell: QRect = option.rect
        painter.save()
        if view.hasFocus() and isinstance(view, QTableView) and view.currentIndex().row() == index.row():
            painter.fillRect(cell, QColor(colours.blue_ground))
        painter.fillRect(QRect(cell.left(), cell.bottom(), cell.width(), 1), QColor(colours.border))
        if found is not None:
            if index.column() == Column.INSPECTION:
                paint_found(painter, cell, found, self.narrow)
        else:
            self._paint_record(painter, _room(cell), Column(index.column()), index.data(LINES_ROLE))
        painter.restore()

    def _paint_record(self, painter: QPainter, room: QRect, column: Column, words: Lines) -> None:
        colours = theme.tokens()
        if column is Column.INSPECTION:
            self._paint_inspection(painter, room, words)
        elif column is Column.STATUTORY:
            y = _line(painter, room, words.due, colours.ink)
            _badge(painter, QRect(room.left(), y, room.width(), room.bottom() - y + 1), words.badge, words.badge_kind)
        elif column is Column.NEXT:
            _pair(painter, room, words.step, words.who)
        else:
            _line(painter, room, words.answered, colours.ink if words.answered[0].isdigit() else colours.quiet)

    def _paint_inspection(self, painter: QPainter, room: QRect, words: Lines) -> None:
        colours = theme.tokens()
        metrics = QFontMetrics(_font(14, _WEIGHT.Bold))
        title = _two_lines(words.title, metrics, room.width()) if self.narrow else words.title
        y = room.top()
        for line in title.split("\n"):
            y = self._paint_title(painter, QRect(room.left(), y, room.width(), metrics.height()), line)
        y = _line(painter, room.adjusted(0, y + theme.theme().pixels(_GAP) - room.top(), 0, 0), words.about, colours.quiet, size=13)
        if not self.narrow:
            return
        who = f"{words.who} \u00b7 {words.answered} answered" if words.answered[0].isdigit() else words.who
        _pair(painter, room.adjusted(0, y - room.top(), 0, 0), words.step, who)

    def _paint_title(self, painter: QPainter, box: QRect, line: str) -> int:
        """Paint a line of the title with what was sought marked in it, and return where the next one begins."""
        font = _font(14, _WEIGHT.Bold)
        pieces = pieces_of(QFontMetrics(font).elidedText(line, Qt.TextElideMode.ElideRight, box.width()), self.sought)
        paint_pieces(painter, box, pieces, font, theme.tokens().blue)
        return box.bottom() + 1


# --- Painting words ---------------------------------------------------------------------------


def _font(size: int, weight: QFont.Weight = _WEIGHT.Normal) -> QFont:
    font = QFont(theme.FAMILY)
    font.setPixelSize(theme.theme().pixels(size))
    font.setWeight(weight)
    return font


def _room(cell: QRect) -> QRect:
    pixels = theme.theme().pixels
    return cell.adjusted(pixels(_PAD_X), pixels(_PAD_Y), -pixels(_PAD_X), -pixels(_PAD_Y))


def _line(painter: QPainter, room: QRect, words: str, colour: str, *, size: int = 14, weight: QFont.Weight = _WEIGHT.Normal) -> int:
    """Paint one line at the top of `room`, cut with an ellipsis, and return where the next one begins."""
    font = _font(size, weight)
    metrics = QFontMetrics(font)
    painter.setFont(font)
    painter.setPen(QColor(colour))
    box = QRect(room.left(), room.top(), room.width(), metrics.height())
    painter.drawText(box, _LEFT, metrics.elidedText(words, Qt.TextElideMode.ElideRight, room.width()))
    return box.bottom() + 1 + theme.theme().pixels(_GAP)


def _pair(painter: QPainter, room: QRect, first: str, second: str) -> None:
    colours = theme.tokens()
    y = _line(painter, room, first, colours.ink, weight=_WEIGHT.DemiBold)
    _line(painter, room.adjusted(0, y - room.top(), 0, 0), second, colours.quiet, size=13)


def _badge(painter: QPainter, room: QRect, words: str, kind: BadgeKind) -> None:
    pixels = theme.theme().pixels
    font = _font(13, _WEIGHT.Bold)
    metrics = QFontMetrics(font)
    shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room.width() - pixels(18))
    box = QRect(room.left(), room.top(), metrics.horizontalAdvance(shown) + pixels(18), metrics.height() + pixels(6))
    fill_badge(painter, box, shown, kind, font)


def _two_lines(words: str, metrics: QFontMetrics, width: int) -> str:
    """The words on at most two lines, the second cut with an ellipsis."""
    first = ""
    rest = words.split(" ")
    while rest and metrics.horizontalAdvance(f"{first} {rest[0]}".strip()) <= width:
        first = f"{first} {rest.pop(0)}".strip()
    if not first or not rest:
        return metrics.elidedText(words, Qt.TextElideMode.ElideRight, width)
    return f"{first}\n{metrics.elidedText(' '.join(rest), Qt.TextElideMode.ElideRight, width)}"
