"""Paints a line that was found: where it stands in the record, and the words with those that were sought (Home)."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter

from response_app.authoring.records import FoundLine

from .. import theme
from .marked_words import paint_pieces

_INDENT, _PAD_X, _PAD_Y, _GAP, _BETWEEN = 28, 12, 5, 2, 12
_SIZE = 13
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)
_SHARE = 0.34
"""What the place takes of the row, where it stands beside the words."""


def found_height(narrow: bool) -> int:
    """Return the height of such a row; where there is little room the words stand below their place."""
    pixels = theme.theme().pixels
    line = QFontMetrics(_font()).height()
    inner = 2 * line + pixels(_GAP) if narrow else line
    return max(inner + 2 * pixels(_PAD_Y) + 1, 24)


def paint_found(painter: QPainter, cell: QRect, line: FoundLine, narrow: bool) -> None:
    """Paint a line into its row."""
    colours, pixels = theme.tokens(), theme.theme().pixels
    room = cell.adjusted(pixels(_INDENT), pixels(_PAD_Y), -pixels(_PAD_X), -pixels(_PAD_Y))
    font = _font()
    metrics = QFontMetrics(font)
    where = QRect(room.left(), room.top(), room.width(), metrics.height())
    if not narrow:
        where.setWidth(int(room.width() * _SHARE))
    painter.setFont(font)
    painter.setPen(QColor(colours.blue))
    painter.drawText(where, _LEFT, metrics.elidedText(line.where, Qt.TextElideMode.ElideRight, where.width()))
    words = QRect(room.left(), where.bottom() + 1 + pixels(_GAP), room.width(), metrics.height())
    if not narrow:
        left = where.right() + 1 + pixels(_BETWEEN)
        words = QRect(left, room.top(), room.right() + 1 - left, metrics.height())
    paint_pieces(painter, words, [" ".join(f"|{each}|".split())[1:-1] for each in line.words], font, colours.ink)


def _font() -> QFont:
    font = QFont(theme.FAMILY)
    font.setPixelSize(theme.theme().pixels(_SIZE))
    return font
