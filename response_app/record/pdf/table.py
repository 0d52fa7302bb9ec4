"""A simple table on the page: splits between rows, inside a row only when it must, repeats its header (record out)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from reportlab.platypus import Flowable

from . import fonts
from .lines import Lines, Span, pieces_of
from .style import BORDER, CELL, CELL_PADDING, HEADER_GROUND, TEXT_HEIGHT
from .tags import Recorder
from .text import draw_pieces

_LEADING = CELL.leading


@dataclass(slots=True)
class Cell:
    """What a cell says, and whether it is a header cell; `lines` once its width is known."""

    spans: Sequence[Span]
    is_header: bool
    lines: Lines | None = None


Row = list[Cell]


class TableBlock(Flowable):  # type: ignore[misc]  # reportlab has no types
    """Rows of cells with borders.

    Attributes:
        rows: the rows that are drawn here, without the header row.
        header: the header row, [] for none; drawn again, as an artifact, on each further page.
        weights: relative widths of the columns.
    """

    def __init__(self, recorder: Recorder, rows: list[Row], header: Row, weights: Sequence[float], continued: bool = False) -> None:
        super().__init__()
        self.recorder = recorder
        self.rows = rows
        self.header = header
        self.weights = weights
        self.continued = continued
        self._columns: list[float] = []

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        """Return width and height in points."""
        self.width = availWidth
        if not self._columns:
            self._columns = _column_widths(self._all_rows(), self.weights, availWidth)
        for row in self._all_rows():
            for cell, column in zip(row, self._columns, strict=True):
                if cell.lines is None:
                    cell.lines = self.recorder.break_lines(cell.spans, CELL.size, column - 2 * CELL_PADDING)
        self.height = sum(map(_height, self._all_rows()))
        return availWidth, self.height

    def _all_rows(self) -> list[Row]:
        return [self.header, *self.rows] if self.header else self.rows

    def least_height(self, available: float) -> float:
        """Return the height that must stay together at the start: header and first row, or some lines of a tall row."""
        self.wrap(available, 0)
        tallest = TEXT_HEIGHT / 3
        return (_height(self.header) if self.header else 0) + (min(_height(self.rows[0]), tallest) if self.rows else 0)

    def split(self, availWidth: float, availHeight: float) -> list[Flowable]:
        """Divide between rows; a row taller than a third of a page is divided between its lines."""
        self.wrap(availWidth, availHeight)
        room = availHeight - (_height(self.header) if self.header else 0) + 0.01
        fit = 0
        while fit < len(self.rows) and _height(self.rows[fit]) <= room:
            room -= _height(self.rows[fit])
            fit += 1
        before, after = self.rows[:fit], self.rows[fit:]
        if after and _height(after[0]) > TEXT_HEIGHT / 3:
            count = _lines_that_fit(after[0], room)
            if count:
                top, rest = _divide(after[0], count)
                before, after = [*before, top], [rest, *after[1:]]
        if not before or not after:
            return []
        first = TableBlock(self.recorder, before, self.header, self.weights, self.continued)
        second = TableBlock(self.recorder, after, self.header, self.weights, continued=True)
        first._columns = second._columns = self._columns
        return [first, second]

    def getSpaceBefore(self) -> float:
        """Return the space above in points."""
        return 0 if self.continued else 6

    def getSpaceAfter(self) -> float:
        """Return the space below in points."""
        return 12

    def draw(self) -> None:
        """Draw grounds and borders as artifacts, then the words of each cell in its element."""
        with self.recorder.artifact(self.canv):
            self._draw_frame()
        y = self.height
        for index, row in enumerate(self._all_rows()):
            repeated = bool(self.header) and index == 0 and self.continued
            x = 0.0
            for cell, column in zip(row, self._columns, strict=True):
                _draw_cell(self.canv, self.recorder, cell, x + CELL_PADDING, y - CELL_PADDING, repeated)
                x += column
            y -= _height(row)

    def _draw_frame(self) -> None:
        canvas = self.canv
        canvas.setStrokeColorRGB(*BORDER)
        canvas.setLineWidth(0.75)
        canvas.setFillColorRGB(*HEADER_GROUND)
        y = self.height
        for row in self._all_rows():
            height = _height(row)
            x = 0.0
            for cell, column in zip(row, self._columns, strict=True):
                canvas.rect(x, y - height, column, height, stroke=1, fill=1 if cell.is_header else 0)
                x += column
            y -= height


def _column_widths(rows: Sequence[Row], weights: Sequence[float], available: float) -> list[float]:
    """Widths by weight, but no column narrower than its longest word (within a half of an equal share more).

    What a column takes beyond its share comes from the others, in proportion to what they can spare.
    """
    most = 1.5 * available / len(weights)
    least = [min(max(_longest_word(row[index]) for row in rows) + 2 * CELL_PADDING + 1, most) for index in range(len(weights))]
    wanted = [max(available * weight / sum(weights), 1.0) for weight in weights]
    short = sum(max(floor - width, 0) for floor, width in zip(least, wanted, strict=True))
    spare = sum(max(width - floor, 0) for floor, width in zip(least, wanted, strict=True))
    if short == 0 or spare < short:
        return wanted
    return [max(floor, width - max(width - floor, 0) * short / spare) for floor, width in zip(least, wanted, strict=True)]


def _longest_word(cell: Cell) -> float:
    words = (fonts.width(word, span.face) for span in cell.spans for word in span.text.split())
    return max(words, default=0.0) * CELL.size / 1000


def _height(row: Row) -> float:
    return max(len(cell.lines or ()) for cell in row) * _LEADING + 2 * CELL_PADDING


def _lines_that_fit(row: Row, room: float) -> int:
    """How many lines of a row to put into `room` points so that no cell leaves a single line; 0 for none."""
    counts = [len(cell.lines or ()) for cell in row]
    fit = min(int((room - 2 * CELL_PADDING) // _LEADING), max(counts) - 2)
    while fit >= 3 and any(count - fit == 1 for count in counts):
        fit -= 1
    return fit if fit >= 3 else 0


def _divide(row: Row, count: int) -> tuple[Row, Row]:
    """Divide a row after `count` lines; what is left of a shorter cell is empty and draws nothing."""
    lines = [cell.lines or () for cell in row]
    top = [Cell(cell.spans, cell.is_header, each[:count]) for cell, each in zip(row, lines, strict=True)]
    rest = [Cell(cell.spans, cell.is_header, each[count:]) for cell, each in zip(row, lines, strict=True)]
    return top, rest


def _draw_cell(canvas: Any, recorder: Recorder, cell: Cell, x: float, top: float, repeated: bool) -> None:
    base = top - CELL.leading + (CELL.leading - CELL.size) / 2 + CELL.size * 0.2
    placed = [(base - index * _LEADING, piece) for index, line in enumerate(cell.lines or ()) for piece in pieces_of(line, cell.spans)]
    if placed:
        draw_pieces(canvas, recorder, placed, CELL, x, as_artifact=repeated)
