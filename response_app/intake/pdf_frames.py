"""Report in: the boxes of a PDF page, drawn or filled: which lines stand in them, and the two columns that one may have."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import pairwise
from statistics import median

from ..pdfium_words import PlacedBox
from .pdf_lines import Strip, rows_of
from .pdf_tables import NEXT_LINE

SHORTEST_COLUMN = 12.0
"""Width of a column of running text, in sizes of its letters; narrower ones are cells."""

FULL = 0.75
"""A line that fills so much of its column's width goes on in the next line of that column."""

_NARROWEST, _LOWEST = 100.0, 18.0
"""Of a box, in points; what is smaller stands behind a few words."""

_THIN = 3.2
_NEAR = 2.0
_MOST_DRAWINGS = 2_000
_MOST_FRAMES = 40
"""Of a page; what draws more is a chart, or means harm."""

_NARROWEST_GAP, _WIDEST_GAP = 0.6, 4.0
"""Between the two columns of a box, in sizes of the letters."""

_WHOLE_PAGE = 0.97

_Columns = tuple[list[Strip], list[Strip]]


def frames_of(drawings: Sequence[PlacedBox], strips: Sequence[Strip], width: float, height: float) -> list[PlacedBox]:
    """Return the boxes with words in them and none beside them at their height, the largest first.

    A box whose parts are filled or framed one by one, nothing between them, is one. The page's own ground is none.

    Args:
        drawings: boxes of lines, frames and grounds.
        strips: from top to bottom, without furniture and footnotes.
        width: of the page, in points.
        height: of the page, in points.
    """
    if len(drawings) > _MOST_DRAWINGS:
        return []
    found = {
        box
        for box in (*drawings, *_between_sides(drawings))
        if box[2] - box[0] > _NARROWEST
        and box[3] - box[1] > _LOWEST
        and not (box[2] - box[0] > _WHOLE_PAGE * width and box[3] - box[1] > _WHOLE_PAGE * height)
    }
    if not found or len(found) > _MOST_FRAMES:
        return []
    strips = sorted(strips, key=lambda strip: strip.base)
    bases = [strip.base for strip in strips]
    holding = []
    for box in _whole(found, bases):
        level = _level(strips, bases, box)
        if level and all(holds(box, strip) for strip in level):
            holding.append(box)
    return sorted(holding, key=lambda box: (box[0] - box[2]) * (box[3] - box[1]))


def holds(frame: PlacedBox, strip: Strip) -> bool:
    """Say whether a strip stands within a box."""
    return frame[0] - 1 < strip.left and strip.right < frame[2] + 1 and frame[1] < strip.base < frame[3] + 1


def same_sides(one: PlacedBox, other: PlacedBox) -> bool:
    """Say whether two boxes begin and end at the same places of their lines, as the parts of a box over two pages do."""
    return abs(one[0] - other[0]) < _NEAR and abs(one[2] - other[2]) < _NEAR


def halves_of(strips: Sequence[Strip], frame: PlacedBox) -> _Columns | None:
    """Return the two columns of running text that fill a box, as wide as each other, however few their lines; None for others.

    Args:
        strips: all that stands in the box, from top to bottom.
        frame: the box.
    """
    size = median(strip.size for strip in strips)
    middle = (frame[0] + frame[2]) / 2
    columns = [strip for strip in strips if strip.right <= middle], [strip for strip in strips if strip.left >= middle]
    if not all(columns) or len(columns[0]) + len(columns[1]) < len(strips):
        return None
    lefts = [min(strip.left for strip in column) for column in columns]
    half_gap = lefts[1] - middle
    wide = middle - half_gap - lefts[0]
    over = any(strip.right > left + wide + 0.5 * size for left, column in zip(lefts, columns, strict=True) for strip in column)
    if over or not _NARROWEST_GAP * size < 2 * half_gap < _WIDEST_GAP * size or wide < SHORTEST_COLUMN * size:
        return None
    runs = [_wraps(column, left + wide) for column, left in zip(columns, lefts, strict=True)]
    full = all(column[0].right - left > FULL * wide for column, left in zip(columns, lefts, strict=True))
    goes_on = columns[1][0].text[:1].islower() and _has_no_room(columns[0][-1:], columns[1][0], lefts[0] + wide)
    return columns if (any(runs) or full) and (goes_on or not _are_rows(columns)) else None


def numbered(pages: Sequence[tuple[Sequence[PlacedBox], Sequence[Strip]]]) -> dict[int, tuple[int, ...]]:
    """Return in which boxes each strip stands, by its id: their numbers from 1, the outermost first.

    A box at the end of a page and one of the same width at the beginning of the next are one that goes on.

    Args:
        pages: for each page its boxes, the largest first, and its strips from top to bottom.
    """
    known: dict[int, tuple[int, ...]] = {}
    open_ones: list[tuple[PlacedBox, int]] = []
    count = 0
    for frames, strips in pages:
        still_open = []
        for frame in frames:
            inside = [strip for strip in strips if holds(frame, strip)]
            before = [number for other, number in open_ones if inside[0] is strips[0] and same_sides(other, frame)]
            count += not before
            number = before[0] if before else count
            for strip in inside:
                known[id(strip)] = (*known.get(id(strip), ()), number)
            if inside[-1] is strips[-1]:
                still_open.append((frame, number))
        open_ones = still_open
    return known


def _between_sides(drawings: Sequence[PlacedBox]) -> list[PlacedBox]:
    """Return what stands between two lines that go down side by side, as the parts of a box do that is divided over pages."""
    down = sorted((box for box in drawings if box[2] - box[0] < _THIN and box[3] - box[1] > _LOWEST), key=lambda box: (box[1], box[0]))
    groups: list[list[PlacedBox]] = []
    for side in down:
        if groups and abs(groups[-1][0][1] - side[1]) < _NEAR and abs(groups[-1][0][3] - side[3]) < _NEAR:
            groups[-1].append(side)
        else:
            groups.append([side])
    pairs = (sorted(group) for group in groups if len(group) == 2)
    return [(left[0], left[1], right[2], left[3]) for left, right in pairs]


def _whole(boxes: Iterable[PlacedBox], bases: Sequence[float]) -> list[PlacedBox]:
    """Join boxes of one width that follow each other down the page, no words between them."""
    whole: list[PlacedBox] = []
    for box in sorted(boxes, key=lambda box: box[1]):
        above = next((at for at in range(len(whole) - 1, -1, -1) if same_sides(whole[at], box)), None)
        if above is not None and bisect_left(bases, box[1]) <= bisect_right(bases, whole[above][3]):
            last = whole[above]
            whole[above] = (min(last[0], box[0]), last[1], max(last[2], box[2]), max(last[3], box[3]))
        else:
            whole.append(box)
    return whole


def _level(strips: Sequence[Strip], bases: Sequence[float], frame: PlacedBox) -> Sequence[Strip]:
    """Return what stands at the height of a box."""
    return strips[bisect_right(bases, frame[1]) : bisect_left(bases, frame[3])]


def _wraps(column: Sequence[Strip], right: float) -> bool:
    """Say whether the first word of some line had no room in the line above, right below which it stands."""
    for above, row in pairwise(rows_of(column)):
        strip = min(row, key=lambda each: each.left)
        is_next = strip.base - above[0].base < NEXT_LINE * strip.size and not strip.marker
        if is_next and _has_no_room(above, strip, right):
            return True
    return False


def _has_no_room(above: Sequence[Strip], strip: Strip, right: float) -> bool:
    """Say whether the first word of a line would not have stood behind another."""
    letter = (strip.right - strip.text_left) / max(len(strip.text), 1)
    word = strip.text.split(" ", 1)[0]
    return max(each.right for each in above) + (len(word) + 1.5) * letter > right


def _are_rows(columns: _Columns) -> bool:
    """Say whether what stands side by side are the rows of a table: again and again both sides begin anew at one height."""
    begun = []
    for column in columns:
        rows = rows_of(column)
        wide_steps = (row[0].base for above, row in pairwise(rows) if row[0].base - above[0].base > NEXT_LINE * row[0].size)
        begun.append([rows[0][0].base, *wide_steps])
    left, right = begun
    return len(left) == len(right) > 1 and all(abs(one - other) < 1 for one, other in zip(left, right, strict=True))
