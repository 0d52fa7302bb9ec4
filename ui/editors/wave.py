"""The wave under a misspelt word: a shape, not a colour alone, and unlike the dots under a field (guided sections, answers)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF, QTextBlock, QTextLine
from PySide6.QtWidgets import QTextEdit

from response_app.guidance.spelling import Word

from ..theme import tokens

_HALF = 2.0
_HEIGHT = 2.0


def paint_waves(edit: QTextEdit, painter: QPainter, block: QTextBlock, words: Sequence[Word], scale: float) -> None:
    """Paint a wave under some words of a line, given by their positions in it; `scale` is the size of text, 1.0 at 100 %."""
    if not words:
        return
    area = edit.document().documentLayout().blockBoundingRect(block)
    left = area.left() - edit.horizontalScrollBar().value()
    top = area.top() - edit.verticalScrollBar().value()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(tokens().red), 1.2 * scale, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    layout = block.layout()
    for word in words:
        at = word.start
        while at < word.end:
            line = layout.lineForTextPosition(at)
            if not line.isValid():
                break
            end = min(word.end, line.textStart() + line.textLength())
            if end <= at:
                break
            x1, x2 = _x(line, at), _x(line, end)
            base = top + line.y() + line.ascent() + 3.5 * scale
            _wave(painter, left + x1, left + x2, base, scale)
            at = end


def _x(line: QTextLine, position: int) -> float:
    x, _ = cast("tuple[float, int]", line.cursorToX(position))
    return x


def _wave(painter: QPainter, start: float, end: float, base: float, scale: float) -> None:
    points = QPolygonF()
    x, up = start, False
    while x <= end:
        points.append(QPointF(x, base - _HEIGHT * scale if up else base))
        x, up = x + _HALF * scale, not up
    painter.drawPolyline(points)
