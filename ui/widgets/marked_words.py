"""Words painted in pieces, with those that were sought bold, underlined and on a ground of their own (Home)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter

from .. import theme

_PLAIN = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)


def pieces_of(text: str, words: Sequence[str]) -> tuple[str, ...]:
    """Return a text in pieces; every second piece, from the second on, is one of the words; capitals do not count."""
    if not words:
        return (text,)
    longest_first = sorted(words, key=len, reverse=True)
    return tuple(re.split(f"({'|'.join(re.escape(each) for each in longest_first)})", text, flags=re.IGNORECASE))


def paint_pieces(painter: QPainter, box: QRect, pieces: Sequence[str], font: QFont, colour: str) -> None:
    """Paint pieces on one line in `box`; where there is too little room, what stands before the first sought word gives way first.

    Args:
        painter: is left with another font and pen.
        box: where.
        pieces: every second one, from the second on, was sought.
        font: of the others.
        colour: of all words, as "#rrggbb".
    """
    bold = QFont(font)
    bold.setWeight(QFont.Weight.Bold)
    bold.setUnderline(True)
    fonts = [bold if at % 2 else font for at in range(len(pieces))]
    pieces = _fitting(list(pieces), fonts, box.width())
    x = box.left()
    for at, (words, kind) in enumerate(zip(pieces, fonts, strict=True)):
        room = box.right() + 1 - x
        if room <= 0:
            return
        metrics = QFontMetrics(kind)
        shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room)
        width = metrics.horizontalAdvance(shown)
        if at % 2:
            painter.fillRect(QRect(x, box.top(), width, box.height()), QColor(theme.tokens().amber_ground))
        painter.setFont(kind)
        painter.setPen(QColor(theme.tokens().ink if at % 2 else colour))
        painter.drawText(QRect(x, box.top(), width, box.height()), _PLAIN, shown)
        if shown != words:
            return
        x += width


def _fitting(pieces: list[str], fonts: list[QFont], room: int) -> list[str]:
    """The pieces, the first of them cut at its left so far as the first sought word would not be seen."""
    if len(pieces) < 2:
        return pieces
    first, sought = (QFontMetrics(fonts[at]).horizontalAdvance(pieces[at]) for at in (0, 1))
    if first + sought > room:
        left = max(0, min(first, room - sought, room // 2))
        pieces[0] = QFontMetrics(fonts[0]).elidedText(pieces[0], Qt.TextElideMode.ElideLeft, left)
    return pieces
