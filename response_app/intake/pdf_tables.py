"""Report in: the rows and cells of a table on a PDF page."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from ..pdfium_words import PlacedBox
from .pdf_lines import Strip, rows_of

NEXT_LINE = 1.55
"""The step to the next line within a cell, in sizes of the letters."""


def side_of(strip: Strip, gutters: Sequence[tuple[float, float]]) -> int:
    """Return in which column a strip stands, from 0."""
    middle = (strip.left + strip.right) / 2
    side = 0
    for left, _ in gutters:
        side += middle > left
    return side


def sides_of(row: Sequence[Strip], gutters: Sequence[tuple[float, float]]) -> int:
    """Return in how many columns a row has words."""
    return len({side_of(strip, gutters) for strip in row})


def is_spaced(strips: Sequence[Strip]) -> bool:
    """Say whether the rows of a table stand farther apart than the lines in its cells."""
    bases = [(row[0].base, row[0].size) for row in rows_of(sorted(strips, key=lambda strip: strip.base))]
    return any(below - above > (NEXT_LINE + 0.1) * size for (above, size), (below, _) in pairwise(bases))


def table_rows(strips: Sequence[Strip], gutters: Sequence[tuple[float, float]], drawings: Sequence[PlacedBox]) -> list[list[list[Strip]]]:
    """Divide cells into rows: at the lines that are drawn, or else where the first column begins anew after a wider step."""
    top, bottom = strips[0].top, strips[-1].bottom
    left, right = min(strip.left for strip in strips), max(strip.right for strip in strips)
    drawn = {round(edge) for box in drawings for edge in _edges(box, left, right) if top < edge < bottom}
    groups: list[list[Strip]] = []
    lowest = 0.0
    spaced = is_spaced(strips)
    for row in rows_of(sorted(strips, key=lambda strip: strip.base)):
        edge = any(lowest - 4 <= each <= row[0].base for each in drawn)
        if not groups or (edge if len(drawn) > 1 else not _goes_on(groups[-1], row, gutters, spaced)):
            groups.append([])
        groups[-1].extend(row)
        lowest = max(strip.bottom for strip in groups[-1])
    return [_cells(group, gutters) for group in groups]


def _edges(box: PlacedBox, left: float, right: float) -> tuple[float, ...]:
    """Return the upper and lower edge of a drawing that is as wide as a column of the table at least."""
    wide = box[2] - box[0] > 0.12 * (right - left) and box[2] > left and box[0] < right
    return (box[1], box[3]) if wide else ()


def _goes_on(group: Sequence[Strip], row: Sequence[Strip], gutters: Sequence[tuple[float, float]], spaced: bool) -> bool:
    """Say whether a row goes on with the cells of the one above: close below it, and in a tight table some cells have nothing more."""
    step = row[0].base - max(strip.base for strip in group)
    return step < NEXT_LINE * row[0].size and (spaced or sides_of(row, gutters) <= len(gutters)) and not any(strip.marker for strip in row)


def _cells(group: Sequence[Strip], gutters: Sequence[tuple[float, float]]) -> list[list[Strip]]:
    cells: list[list[Strip]] = [[] for _ in range(len(gutters) + 1)]
    for strip in group:
        cells[side_of(strip, gutters)].append(strip)
    return [cell for cell in cells if cell]
