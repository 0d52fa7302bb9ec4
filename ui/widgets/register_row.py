"""Paints a row of the register: the finding, to whom, by when, how far (register of findings)."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QTableView, QWidget

from .. import theme
from ..models.register_lines import DOT, Lines
from ..models.register_model import HEADS, LINES_ROLE, Column
from .cell_painting import (
    BODY,
    PAD_X,
    PAD_Y,
    SMALL,
    badge_height,
    badge_width,
    font,
    inside,
    line_height,
    paint_badge,
    paint_broken,
    paint_line,
)

Index = QModelIndex | QPersistentModelIndex
_FOR_THE_SORT_MARK = 22
_WIDEST = {
    Column.MADE_TO: "National Police Chiefs",
    Column.LIMIT: "By 30 September 2024",
    Column.TARGET: "Force: 30 Sep 2024",
    Column.STATE: "Head of Performance and",
}
"""Words that their column is to hold in one line."""
_BADGES = {Column.TARGET: "1,000 days past", Column.STATE: "No answer needed"}


class RegisterPainter(QStyledItemDelegate):
    """Paints one cell: plain text only, all colours from the theme.

    Attributes:
        hidden: columns for which there is no room; their words stand under the finding.
        with_moves: whether there are target dates that were moved, which need a line more.
        with_owners: whether there are findings with an owner in the office and one with the force, who need a line more.
    """

    hidden: frozenset[Column] = frozenset()
    with_moves: bool = False
    with_owners: bool = False

    def row_height(self) -> int:
        """Return the height that every row has, in pixels."""
        quiet = 1 + len(self._folded_pairs())
        finding = 2 * line_height(BODY) + quiet * line_height(SMALL)
        target = badge_height() + line_height(BODY) + (2 if self.with_moves else 1) * line_height(SMALL)
        owner = badge_height() + self._owner_lines() * line_height(SMALL)
        return max(finding, target, owner) + 2 * theme.theme().pixels(PAD_Y)

    def _owner_lines(self) -> int:
        return 3 if self.with_owners and Column.STATE not in self.hidden else 2

    def column_width(self, column: Column) -> int:
        """Return the width that holds the usual words of a column, in pixels."""
        small = QFontMetrics(font(SMALL, QFont.Weight.DemiBold))
        words = QFontMetrics(font()).horizontalAdvance(_WIDEST[column])
        head = small.horizontalAdvance(HEADS[column]) + theme.theme().pixels(_FOR_THE_SORT_MARK)
        badge = badge_width(_BADGES[column]) if column in _BADGES else 0
        return max(words, head, badge) + 2 * theme.theme().pixels(PAD_X + 1)  # the width of words is not a whole number

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """The height of a row; the columns set the width."""
        return QSize(0, self.row_height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint ground, rule and the words of one cell."""
        words: Lines = index.data(LINES_ROLE)
        colours = theme.tokens()
        view: QWidget = option.widget
        cell: QRect = option.rect
        painter.save()
        current = view.hasFocus() and isinstance(view, QTableView) and view.currentIndex().row() == index.row()
        if current:
            painter.fillRect(cell, QColor(colours.blue_ground))
        painter.fillRect(QRect(cell.left(), cell.bottom(), cell.width(), 1), QColor(colours.border))
        room = inside(cell)
        column = Column(index.column())
        if column is Column.FINDING:
            self._paint_finding(painter, room, words)
        elif column is Column.TARGET:
            room = paint_line(painter, room, words.target, colours.ink if words.target[-1].isdigit() else colours.quiet)
            if words.standing:
                room = paint_badge(painter, room, words.standing, words.standing_kind, selected=current)
            for line in words.below:
                room = paint_line(painter, room, line, colours.quiet, SMALL)
        elif column is Column.STATE:
            room = paint_badge(painter, room, words.state, words.state_kind, selected=current)
            self._paint_owners(painter, room, words.owner.split(DOT))
        else:
            first, second = (words.made_to, words.scope) if column is Column.MADE_TO else (words.limit, words.limit_ends)
            room = paint_broken(painter, room, first, colours.ink)
            paint_line(painter, room, second, colours.quiet, SMALL)
        painter.restore()

    def _paint_owners(self, painter: QPainter, room: QRect, owners: list[str]) -> None:
        """Each begins a line of its own, and leaves one for who comes after."""
        end = room.top() + self._owner_lines() * line_height(SMALL)
        for after, owner in zip(reversed(range(len(owners))), owners, strict=True):
            left = (end - room.top()) // line_height(SMALL)
            room = paint_broken(painter, room, owner, theme.tokens().quiet, size=SMALL, most=left - after)

    def _paint_finding(self, painter: QPainter, room: QRect, words: Lines) -> None:
        colours = theme.tokens()
        start = f"{words.label}  "
        under = (1 + len(self._folded_pairs())) * line_height(SMALL)
        lines = max(2, (room.height() - under) // line_height(BODY))
        room = paint_broken(painter, room, start + words.sentence, colours.ink, bold=len(start), most=lines)
        room = paint_line(painter, room, words.title, colours.quiet, SMALL, kept=f"{DOT}{words.published}")
        for pair in self._folded_pairs():
            room = paint_line(painter, room, _folded(words, pair), colours.quiet, SMALL)

    def _folded_pairs(self) -> list[tuple[Column, ...]]:
        """The columns that are hidden, as they stand together under the finding."""
        pairs = ((Column.MADE_TO, Column.LIMIT), (Column.TARGET, Column.STATE))
        return [pair for pair in pairs if self.hidden.issuperset(pair)]


def _folded(words: Lines, pair: tuple[Column, ...]) -> str:
    if Column.MADE_TO in pair:
        return DOT.join(each for each in (words.made_to, words.scope, words.limit if words.limit_ends else "") if each)
    return DOT.join(each for each in (words.standing_of or words.target, words.state, words.owner) if each)
