"""The wave under a misspelt word: a shape, not a colour alone, and unlike the dots under a field (guided sections, answers)."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF, QTextBlock
from PySide6.QtWidgets import QTextEdit

from response_app.guidance.spelling import Word

from ..theme import tokens
from .stretches import stretches

_HALF = 2.0
_HEIGHT = 2.0


def paint_waves(edit: QTextEdit, painter: QPainter, block: QTextBlock, words: Sequence[Word], scale: float) -> None:
    """Paint a wave under some words of a line, given by their positions in it; `scale` is the size of text, 1.0 at 100 %."""
    if not words:
        return
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(tokens().red), 1.2 * scale, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    for each in stretches(edit, block, [(word.start, word.end) for word in words]):
        _wave(painter, each.left, each.right, each.base + 3.5 * scale, scale)


def _wave(painter: QPainter, start: float, end: float, base: float, scale: float) -> None:
    points = QPolygonF()
    x, up = start, False
    while x <= end:
        points.append(QPointF(x, base - _HEIGHT * scale if up else base))
        x, up = x + _HALF * scale, not up
    painter.drawPolyline(points)
