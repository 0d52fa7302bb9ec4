"""Report in: tables of a PDF page whose cells are drawn: the grid of their lines says what stands in which cell."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..pdfium_words import PlacedBox

if TYPE_CHECKING:
    from .pdf_lines import Strip

_THIN = 3.2
_SHORTEST_SIDE = 8.0
_NEAR = 4.0
_FEWEST_EDGES = 3
_MOST_LINES = 2_000
"""Of a page that are looked at; a table of 200 cells has 800 when each cell draws its own borders."""

_MOST_GRIDS, _MOST_COLUMNS = 40, 60
"""Of a page; what draws more is a chart, or means harm."""

_Side = tuple[float, float, float]
"""A line: where it stands, and from where to where it goes."""


@dataclass(frozen=True, slots=True)
class Grid:
    """A table's lines: the places of those that go down and of those that go across, all of them from edge to edge."""

    columns: tuple[float, ...]
    rows: tuple[float, ...]

    def holds(self, strip: Strip) -> bool:
        """Say whether a strip stands within."""
        return self.rows[0] < strip.base < self.rows[-1] and self.columns[0] < strip.right and strip.left < self.columns[-1]

    def parts(self, left: float, right: float, base: float) -> bool:
        """Say whether one of its lines goes down between two places at this height."""
        return self.rows[0] < base < self.rows[-1] and any(left - 1 <= line <= right + 1 for line in self.columns)

    def rows_of(self, strips: Iterable[Strip]) -> list[list[list[Strip]]]:
        """Return the rows that hold words, each with all its cells, empty ones too; a cell has its lines from top to bottom."""
        rows: list[list[list[Strip]]] = [[[] for _ in self.columns[1:]] for _ in self.rows[1:]]
        for strip in sorted(strips, key=lambda each: (each.base, each.left)):
            column = bisect_right(self.columns, (strip.left + strip.right) / 2) - 1
            row = bisect_right(self.rows, strip.base) - 1
            rows[row][min(max(column, 0), len(self.columns) - 2)].append(strip)
        return [row for row in rows if any(row)]


def grids_of(drawings: Sequence[PlacedBox]) -> list[Grid]:
    """Return the grids of at least two columns and two rows, from top to bottom."""
    down = [
        ((left + right) / 2, top, bottom) for left, top, right, bottom in drawings if right - left < _THIN and bottom - top > _SHORTEST_SIDE
    ]
    if len(down) < _FEWEST_EDGES or len(drawings) > _MOST_LINES:
        return []
    across = [
        ((top + bottom) / 2, left, right) for left, top, right, bottom in drawings if bottom - top < _THIN and right - left > _SHORTEST_SIDE
    ]
    groups: list[list[_Side]] = []
    for side in sorted(_whole(down), key=lambda side: (side[1], side[0])):
        group = next((each for each in groups if abs(each[0][1] - side[1]) < _NEAR and abs(each[0][2] - side[2]) < _NEAR), None)
        if group is not None:
            group.append(side)
        elif len(groups) < _MOST_GRIDS:
            groups.append([side])
    level = _whole(across)
    found = []
    for group in groups:
        columns = tuple(sorted(side[0] for side in group))
        first, last = group[0][1] - _NEAR, group[0][2] + _NEAR
        rows = tuple(
            sorted(
                place for place, left, right in level if first < place < last and left < columns[0] + _NEAR and right > columns[-1] - _NEAR
            )
        )
        if _FEWEST_EDGES <= len(columns) <= _MOST_COLUMNS and len(rows) >= _FEWEST_EDGES:
            found.append(Grid(columns, rows))
    return found


def ruled(strips: Sequence[Strip], grids: Sequence[Grid]) -> tuple[Grid, list[Strip]] | None:
    """Return the first grid with words in it and none beside it, and these words; None when there is no such."""
    for grid in grids:
        level = [strip for strip in strips if grid.rows[0] < strip.base < grid.rows[-1]]
        if level and all(grid.holds(strip) and not _crosses(strip, grid) for strip in level):
            return grid, level
    return None


def _crosses(strip: Strip, grid: Grid) -> bool:
    return any(strip.left + 1 < line < strip.right - 1 for line in grid.columns)


def _whole(sides: Iterable[_Side]) -> list[_Side]:
    """Join lines that go on in each other, or lie on each other, as borders of neighbouring cells do."""
    whole: list[_Side] = []
    for place, start, end in sorted(sides, key=lambda side: (round(side[0] / 2), side[1])):
        last = whole[-1] if whole else None
        if last and abs(last[0] - place) < _THIN and start < last[2] + _THIN:
            whole[-1] = (last[0], last[1], max(last[2], end))
        else:
            whole.append((place, start, end))
    return whole
