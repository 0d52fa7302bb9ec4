"""Where some characters of a line of an editor are seen, to paint over or under them (guided sections, answers)."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from typing import NamedTuple, cast

from PySide6.QtCore import QRect
from PySide6.QtGui import QTextBlock, QTextLayout, QTextLine
from PySide6.QtWidgets import QTextEdit


class Stretch(NamedTuple):
    """A part of one printed line, in the viewport: where it begins and ends, the top of the line, its base line, its height."""

    left: float
    right: float
    top: float
    base: float
    height: float


def stretches(edit: QTextEdit, block: QTextBlock, spans: Iterable[tuple[int, int]]) -> Iterator[Stretch]:
    """Yield what is seen of spans of characters, given by their positions in the line; one that is broken gives several."""
    area = edit.document().documentLayout().blockBoundingRect(block)
    left = area.left() - edit.horizontalScrollBar().value()
    top = area.top() - edit.verticalScrollBar().value()
    layout = block.layout()
    for start, last in spans:
        at = start
        while at < last:
            line = layout.lineForTextPosition(at)
            if not line.isValid():
                break
            end = min(last, line.textStart() + line.textLength())
            if end <= at:
                break
            yield Stretch(left + _x(line, at), left + _x(line, end), top + line.y(), top + line.y() + line.ascent(), line.height())
            at = end


def positions_in(edit: QTextEdit, block: QTextBlock, area: QRect) -> tuple[int, int]:
    """Return the first position of a line, and the one after the last, that stands in a part of the viewport."""
    top = edit.document().documentLayout().blockBoundingRect(block).top() - edit.verticalScrollBar().value()
    layout = block.layout()
    numbers = range(layout.lineCount())
    if not numbers:
        return 0, 0
    first = bisect_left(numbers, area.top() - top, key=lambda number: _bottom(layout, number))
    last = bisect_left(numbers, area.bottom() - top, key=lambda number: layout.lineAt(number).y())
    begin = layout.lineAt(min(first, len(numbers) - 1)).textStart()
    end = layout.lineAt(min(last, len(numbers) - 1))
    return begin, end.textStart() + end.textLength()


def _bottom(layout: QTextLayout, number: int) -> float:
    line = layout.lineAt(number)
    return line.y() + line.height()


def _x(line: QTextLine, position: int) -> float:
    x, _ = cast("tuple[float, int]", line.cursorToX(position))
    return x
