"""Words painted into the cells of a table: lines, breaking words, badges; all looks from the theme (register of findings)."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QTextCharFormat, QTextLayout

from .. import theme
from .basics import BadgeKind

BODY, SMALL = 14, 13
"""Sizes of words in pixels at 100 %."""
PAD_X, PAD_Y, GAP = 12, 10, 2
"""Room around and between the words of a cell, in pixels at 100 %."""

_ONE_LINE = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)
_BADGE_AROUND = 18
_ELLIPSIS = Qt.TextElideMode.ElideRight


def font(size: int = BODY, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """Return the window's font at a size that is given at 100 %."""
    made = QFont(theme.FAMILY)
    made.setPixelSize(theme.theme().pixels(size))
    made.setWeight(weight)
    return made


def line_height(size: int = BODY) -> int:
    """Return the height of a line with the room below it, in pixels."""
    return QFontMetrics(font(size)).height() + theme.theme().pixels(GAP)


def badge_height() -> int:
    """Return the height of a badge with the room below it, in pixels."""
    return QFontMetrics(font(SMALL, QFont.Weight.Bold)).height() + theme.theme().pixels(6 + GAP)


def badge_width(words: str) -> int:
    """Return the width of a badge, in pixels."""
    return QFontMetrics(font(SMALL, QFont.Weight.Bold)).horizontalAdvance(words) + theme.theme().pixels(_BADGE_AROUND)


def inside(cell: QRect) -> QRect:
    """Return the room for the words of a cell."""
    x, y = theme.theme().pixels(PAD_X), theme.theme().pixels(PAD_Y)
    return cell.adjusted(x, y, -x, -y)


def below(room: QRect, height: int) -> QRect:
    """Return what is left of `room` under so many pixels."""
    return room.adjusted(0, height, 0, 0)


def paint_line(painter: QPainter, room: QRect, words: str, colour: str, size: int = BODY, kept: str = "") -> QRect:
    """Paint one line at the top of `room`, cut with an ellipsis before what is `kept` at its end, and return the room below it."""
    painter.setFont(font(size))
    painter.setPen(QColor(colour))
    metrics = painter.fontMetrics()
    box = QRect(room.left(), room.top(), room.width(), metrics.height())
    shown = metrics.elidedText(words, _ELLIPSIS, room.width() - metrics.horizontalAdvance(kept)) + kept
    painter.drawText(box, _ONE_LINE, metrics.elidedText(shown, _ELLIPSIS, room.width()))
    return below(room, line_height(size))


def paint_broken(painter: QPainter, room: QRect, words: str, colour: str, *, bold: int = 0, size: int = BODY, most: int = 2) -> QRect:
    """Paint words on at most so many lines, the last cut with an ellipsis, and return the room below them.

    Args:
        painter: of the cell.
        room: where they may stand.
        words: what is painted.
        colour: of the words.
        bold: so many characters at the beginning are bold and have the colour of links.
        size: of the words, in pixels at 100 %.
        most: the number of lines.
    """
    layout = QTextLayout(words, font(size))
    strong = QTextCharFormat()
    strong.setFontWeight(QFont.Weight.Bold)
    strong.setForeground(QColor(theme.tokens().blue))
    at_start = QTextLayout.FormatRange()
    at_start.start, at_start.length, at_start.format = 0, bold, strong
    layout.setFormats([at_start])
    painter.setPen(QColor(colour))
    layout.beginLayout()
    for number in range(most):
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(room.width())
        if number == most - 1 and line.textStart() + line.textLength() < len(words):
            layout.endLayout()
            return paint_line(painter, room, words[line.textStart() :], colour, size)
        line.draw(painter, QPointF(room.left(), room.top()))
        room = below(room, line_height(size))
    layout.endLayout()
    return room


def paint_badge(painter: QPainter, room: QRect, words: str, kind: BadgeKind, *, selected: bool = False) -> QRect:
    """Paint a short status in a coloured box at the top of `room`, as `fill_badge` does, and return the room below it."""
    pixels = theme.theme().pixels
    bold = font(SMALL, QFont.Weight.Bold)
    metrics = QFontMetrics(bold)
    shown = metrics.elidedText(words, _ELLIPSIS, room.width() - pixels(_BADGE_AROUND))
    box = QRect(room.left(), room.top(), badge_width(shown), metrics.height() + pixels(6))
    fill_badge(painter, box, shown, kind, bold, selected=selected)
    return below(room, badge_height())


def fill_badge(painter: QPainter, box: QRect, words: str, kind: BadgeKind, bold: QFont, *, selected: bool = False) -> None:
    """Paint a badge into its box: ground, the edge that it has in a contrast theme, words.

    Args:
        painter: is left with another font, pen and brush.
        box: where.
        words: that fit into it.
        kind: its colour.
        bold: the font of the words.
        selected: whether it stands on the ground of what is selected.
    """
    colours = theme.tokens()
    edge = QColor(colours.badge_edge)
    painter.setPen(edge if edge.alpha() else Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colours.card if selected else getattr(colours, f"{kind}_ground")))
    painter.drawRoundedRect(box, 2, 2)
    painter.setFont(bold)
    painter.setPen(QColor(getattr(colours, kind)))
    painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine), words)
