"""Report in: the order in which a PDF page is read: columns and boxes side by side, and the rows of tables."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from ..pdfium_words import PlacedBox
from .pdf_frames import FULL, SHORTEST_COLUMN, halves_of, holds
from .pdf_lines import Strip, rows_of
from .pdf_ruled import Grid, grids_of, ruled
from .pdf_tables import NEXT_LINE, is_spaced, side_of, sides_of, table_rows

_NARROWEST = 0.7
"""The narrowest gutter, in sizes of the letters."""

_WIDEST_SPACE = 3.5
"""Between words of a line that is spread out, in sizes of the letters."""

_WIDE_FRAME, _HIGH_FRAME, _FRAME_GAP = 60.0, 30.0, 3.0
_MOST_FRAMES = 100


@dataclass(slots=True)
class Flow:
    """Strips that are read one after the other: those of a column from top to bottom, or the cells of table rows.

    Attributes:
        strips: of a column; () for a table.
        rows: of a table, each with its cells from left to right; a cell has its lines from top to bottom.
        left, right: where the column's words begin and end.
    """

    strips: list[Strip]
    rows: list[list[list[Strip]]]
    left: float
    right: float


def flows_of(strips: Sequence[Strip], drawings: Sequence[PlacedBox], frames: Sequence[PlacedBox] = ()) -> list[Flow]:
    """Return what stands on a page in the order in which it is read.

    Args:
        strips: from top to bottom, without furniture and footnotes.
        drawings: boxes of lines and frames.
        frames: boxes with words in them and none beside them.
    """
    return _parts(strips, drawings, grids_of(drawings), frames)


def _parts(strips: Sequence[Strip], drawings: Sequence[PlacedBox], grids: Sequence[Grid], frames: Sequence[PlacedBox]) -> list[Flow]:
    """Divide what stands on a page at its tables and boxes."""
    if not strips:
        return []
    table = ruled(strips, grids)
    if table:
        grid, cells = table
        over = [strip for strip in strips if strip.base <= grid.rows[0]]
        under = [strip for strip in strips if strip.base >= grid.rows[-1]]
        flow = Flow([], grid.rows_of(cells), grid.columns[0], grid.columns[-1])
        return [*_parts(over, drawings, grids, frames), flow, *_parts(under, drawings, grids, frames)]
    for at, frame in enumerate(frames):
        held = [strip for strip in strips if holds(frame, strip)]
        halves = halves_of(held, frame) if len(held) > 1 else None
        if halves:
            over = [strip for strip in strips if strip.base <= frame[1]]
            under = [strip for strip in strips if strip.base > frame[1] and not holds(frame, strip)]
            others = frames[at + 1 :]
            columns = [flow for half in halves for flow in _column(half)]
            return [*_parts(over, drawings, grids, others), *columns, *_parts(under, drawings, grids, others)]
    framed = _frames_beside(strips, drawings)
    if framed:
        top = min(frame[1] for frame in framed)
        inside = [[strip for strip in strips if holds(frame, strip)] for frame in framed]
        known = {id(strip) for group in inside for strip in group}
        rest = [strip for strip in strips if id(strip) not in known]
        above = _parts([strip for strip in rest if strip.base < top + strip.size], drawings, grids, frames)
        below = _parts([strip for strip in rest if strip.base >= top + strip.size], drawings, grids, frames)
        return above + [flow for group in inside for flow in _parts(group, (), (), ())] + below
    return _flows(_whole_lines(strips), drawings)


def _flows(strips: Sequence[Strip], drawings: Sequence[PlacedBox]) -> list[Flow]:
    rows = _bands(strips)
    flows: list[Flow] = []
    plain: list[Strip] = []
    at = 0
    while at < len(rows):
        block = _block_at(rows, at, drawings)
        if block is None:
            plain.extend(sorted(rows[at], key=lambda strip: (strip.base, strip.left)))
            at += 1
            continue
        first, end, gutters, columns = block
        for row in rows[first:at]:
            for strip in row:
                if strip in plain:
                    plain.remove(strip)
        flows.extend(_column(plain))
        plain = []
        if columns:
            flows.extend(flow for column in columns for flow in _flows(column, drawings))
        else:
            flows.append(_table([strip for row in rows[first:end] for strip in row], gutters, drawings))
        at = end
    flows.extend(_column(plain))
    return flows


def _bands(strips: Sequence[Strip]) -> list[list[Strip]]:
    """Divide strips where white goes all across; lines of neighbouring columns need not stand at one height."""
    bands: list[list[Strip]] = []
    lowest = 0.0
    for strip in strips:
        if bands and strip.base - 0.7 * strip.size < lowest:
            bands[-1].append(strip)
        else:
            bands.append([strip])
        lowest = max(lowest, strip.base)
    for band in bands:
        band.sort(key=lambda strip: strip.left)
    return bands


def _frames_beside(strips: Sequence[Strip], drawings: Sequence[PlacedBox]) -> list[PlacedBox]:
    """Return the first frames that stand side by side, a gap between them (cells of a table share their edge), filled."""
    frames = sorted(
        {box for box in drawings if box[2] - box[0] > _WIDE_FRAME and box[3] - box[1] > _HIGH_FRAME}, key=lambda box: (box[1], box[0])
    )
    for frame in frames[:_MOST_FRAMES]:
        beside = [frame]
        for other in frames[:_MOST_FRAMES]:
            shared = min(frame[3], other[3]) - max(frame[1], other[1])
            apart = other[0] - beside[-1][2] > _FRAME_GAP
            if apart and shared > 0.6 * max(frame[3] - frame[1], other[3] - other[1]):
                beside.append(other)
        if len(beside) > 1 and _are_filled(beside, strips):
            across = [strip for strip in strips if frame[1] < strip.base < frame[3] and not any(holds(box, strip) for box in beside)]
            if not across:
                return beside
    return []


def _are_filled(frames: Sequence[PlacedBox], strips: Sequence[Strip]) -> bool:
    """Say whether lines stand in each frame; in one a head is enough that stands at the height of the others' heads."""
    inside = [[strip for strip in strips if holds(frame, strip)] for frame in frames]
    if not all(inside):
        return False
    more = sum(len(group) > 1 for group in inside)
    heads = [group[0].base for group in inside]
    return more == len(frames) or (more > 1 and 2 * more >= len(frames) and max(heads) - min(heads) < 1)


def _whole_lines(strips: Sequence[Strip]) -> list[Strip]:
    """Join the parts of lines that are spread out to fill their column: no gutter goes on in the lines above and below."""
    rows = [sorted(row, key=lambda strip: strip.left) for row in rows_of(strips)]
    bases = [row[0].base for row in rows]
    whole: list[Strip] = []
    for at, row in enumerate(rows):
        last = row[0]
        whole.append(last)
        for strip in row[1:]:
            gap = strip.left - last.right
            if gap < _WIDEST_SPACE * strip.size and not strip.marker and _crossed(rows, bases, at, last, strip):
                _join(last, strip)
            else:
                last = strip
                whole.append(last)
    return sorted(whole, key=lambda strip: (strip.base, strip.left))


def _crossed(rows: Sequence[Sequence[Strip]], bases: Sequence[float], at: int, before: Strip, after: Strip) -> bool:
    """Say whether lines near above and near below, where there are any, run over the gap between two strips.

    Two of them on each side are asked: by chance, gaps between words can stand one below the other.
    """
    sides = []
    for step in (-1, 1):
        other, last, asked, over = at + step, bases[at], 0, False
        while 0 <= other < len(rows) and abs(bases[other] - last) < 2.2 * after.size and asked < 2 and not over:
            near = [strip for strip in rows[other] if strip.left < after.right and strip.right > before.left]
            if near:
                over = any(strip.left < before.right and strip.right > after.left for strip in near)
                asked += 1
                last = bases[other]
            other += step
        if asked:
            sides.append(over)
    return bool(sides) and all(sides)


def _column(strips: Sequence[Strip]) -> list[Flow]:
    """Return strips as one column, each of its lines whole."""
    if not strips:
        return []
    lines: list[Strip] = []
    for row in rows_of(sorted(strips, key=lambda strip: strip.base)):
        row.sort(key=lambda strip: strip.left)
        lines.append(row[0])
        for strip in row[1:]:
            if strip.marker:
                lines.append(strip)
            else:
                _join(lines[-1], strip)
    return [Flow(lines, [], min(strip.left for strip in strips), max(strip.right for strip in strips))]


def _join(strip: Strip, after: Strip) -> None:
    strip.text = f"{strip.text} {after.text}"
    strip.right, strip.bold, strip.soft = max(strip.right, after.right), strip.bold and after.bold, after.soft
    strip.notes.extend(after.notes)


_Gutters = list[tuple[float, float]]


def _block_at(rows: list[list[Strip]], at: int, drawings: Sequence[PlacedBox]) -> tuple[int, int, _Gutters, list[list[Strip]]] | None:
    """Return first row, row after the last, gutters and columns of what stands side by side from a row on; None without.

    A gutter is a stretch that no line of the block crosses. Rows with words on one side of it only belong to the block
    while rows with both follow, or while they fill a column of running text. Without columns it is a table.
    """
    if len(rows[at]) < 2:
        return None
    gutters = kept = _gaps(rows[at])
    end, last_both, both = at + 1, at + 1, 1
    while end < len(rows) and end - last_both < 12:
        row = rows[end]
        gutters = _narrowed(gutters, row)
        if not gutters or _far(rows[end - 1], row) or _is_heading_over(row, rows[at:end]):
            break
        end += 1
        if sides_of(row, gutters) > 1:
            last_both, both, kept = end, both + 1, gutters
    if both < 2:
        return None
    first, end = _stretched(rows, at, last_both, kept)
    columns = _divided([strip for row in rows[first:end] for strip in row], kept)
    if _are_columns(columns, drawings):
        return first, end, kept, columns
    inside = [strip for row in rows[at:last_both] for strip in row]
    while at and _is_part_of_cell(rows[at - 1], rows[at], inside, kept):
        at -= 1
    return at, _with_short_end(rows, last_both, last_both, inside, kept), kept, []


def _is_part_of_cell(row: Sequence[Strip], below: Sequence[Strip], inside: Sequence[Strip], gutters: Sequence[tuple[float, float]]) -> bool:
    """Say whether a row over a table is the beginning of a cell whose neighbours stand at its middle."""
    near = min(strip.base for strip in below) - row[0].base < NEXT_LINE * row[0].size
    return near and is_spaced(inside) and sides_of(row, gutters) == 1 and bool(_narrowed(gutters, row)) and _alike(row[0], below[0])


def _alike(one: Strip, other: Strip) -> bool:
    return abs(one.size - other.size) < 0.6 and one.bold == other.bold


def _stretched(rows: list[list[Strip]], at: int, last_both: int, gutters: _Gutters) -> tuple[int, int]:
    """Return first and last row with the lines before and after that fill one of the columns."""
    inside = [strip for row in rows[at:last_both] for strip in row]
    first, end = at, last_both
    while first > 0 and _goes_on_in_column(rows[first - 1 :: -1][:2], inside, gutters):
        first -= 1
        inside.extend(rows[first])
    while end < len(rows) and _goes_on_in_column(rows[end : end + 2], inside, gutters):
        inside.extend(rows[end])
        end += 1
    return first, _with_short_end(rows, end, last_both, inside, gutters)


def _with_short_end(rows: list[list[Strip]], end: int, last_both: int, inside: list[Strip], gutters: list[tuple[float, float]]) -> int:
    """Add the last line of a paragraph that goes on below its neighbours, or of a cell: it need not be full."""
    if end < len(rows) and len(rows[end]) == 1 and _narrowed(gutters, rows[end]) and not _parted(rows[end - 1], rows[end]):
        above = [strip for strip in rows[end - 1] if side_of(strip, gutters) == side_of(rows[end][0], gutters)]
        if (above or end == last_both) and abs(rows[end][0].size - inside[-1].size) < 0.6:
            return end + 1
    return end


def _gaps(row: Sequence[Strip]) -> list[tuple[float, float]]:
    """Return the gutters between the strips of a row."""
    found = []
    right = row[0].right
    for strip in row[1:]:
        if strip.left - right > _NARROWEST * strip.size:
            found.append((right, strip.left))
        right = max(right, strip.right)
    return found


def _narrowed(gutters: Sequence[tuple[float, float]], row: Sequence[Strip]) -> list[tuple[float, float]]:
    """Return what is left of gutters beside the words of a row."""
    left_over = []
    for left, right in gutters:
        for strip in row:
            if strip.left < right and strip.right > left:
                middle = (left + right) / 2
                if strip.right - left < right - strip.left and strip.left < middle:
                    left = max(left, strip.right)
                else:
                    right = min(right, strip.left)
        if right - left > _NARROWEST * row[0].size:
            left_over.append((left, right))
    return left_over


def _far(above: Sequence[Strip], below: Sequence[Strip]) -> bool:
    """Say whether so much white lies between two rows that they are not of one block."""
    return min(strip.top for strip in below) - max(strip.bottom for strip in above) > 2.8 * max(strip.size for strip in above)


def _is_heading_over(row: Sequence[Strip], above: Sequence[Sequence[Strip]]) -> bool:
    """Say whether a row is a larger line with white all across above it: what follows is something else."""
    lowest = max(strip.bottom for each in above for strip in each)
    size = row[0].size
    return len(row) == 1 and size > 1.1 * max(strip.size for strip in above[-1]) and row[0].top - lowest > 0.5 * size


def _parted(above: Sequence[Strip], below: Sequence[Strip]) -> bool:
    """Say whether a new paragraph, or something else, begins with a row."""
    return below[0].base - max(strip.base for strip in above) > 1.6 * below[0].size or bool(below[0].marker)


def _goes_on_in_column(rows: Sequence[Sequence[Strip]], inside: Sequence[Strip], gutters: Sequence[tuple[float, float]]) -> bool:
    """Say whether the first of two rows belongs to the columns though nothing is beside it: it fills one, or the next does."""
    for ahead, row in enumerate(rows):
        strip = row[0]
        if len(row) != 1 or not _narrowed(gutters, row) or strip.size > 1.1 * inside[-1].size:
            return False
        column = [other for other in inside if side_of(other, gutters) == side_of(strip, gutters)]
        if len(column) < 2 or min(abs(other.base - strip.base) for other in column) > (2.6 + 2 * ahead) * strip.size:
            return False
        left, right = min(other.left for other in column), max(other.right for other in column)
        if strip.right > right + strip.size:
            return False
        if right - left > SHORTEST_COLUMN * strip.size and strip.right - left > FULL * (right - left):
            return True
    return False


def _table(strips: list[Strip], gutters: Sequence[tuple[float, float]], drawings: Sequence[PlacedBox]) -> Flow:
    left, right = min(strip.left for strip in strips), max(strip.right for strip in strips)
    return Flow([], table_rows(strips, gutters, drawings), left, right)


def _divided(strips: Sequence[Strip], gutters: Sequence[tuple[float, float]]) -> list[list[Strip]]:
    columns: list[list[Strip]] = [[] for _ in range(len(gutters) + 1)]
    for strip in strips:
        columns[side_of(strip, gutters)].append(strip)
    return [column for column in columns if column]


def _are_columns(columns: Sequence[Sequence[Strip]], drawings: Sequence[PlacedBox]) -> bool:
    """Tell running text in columns from cells: its lines fill the column and no line is drawn across."""
    running = [_is_running(column) for column in columns]
    if not any(running) or not all(runs or _is_rest(column) for runs, column in zip(running, columns, strict=True)):
        return False
    first, last = columns[0], columns[-1]
    top, bottom = min(strip.top for strip in first), max(strip.bottom for strip in first)
    return not any(
        box[3] - box[1] < 2 and top + 2 < box[1] < bottom - 2 and box[0] < first[0].right and box[2] > min(strip.left for strip in last)
        for box in drawings
    )


def _is_running(column: Sequence[Strip]) -> bool:
    """Say whether most lines of a column fill it."""
    left, right = min(strip.left for strip in column), max(strip.right for strip in column)
    if len(column) < 3 or right - left < SHORTEST_COLUMN * median(strip.size for strip in column):
        return False
    return sum(strip.right - left > FULL * (right - left) for strip in column) >= len(column) / 2


def _is_rest(column: Sequence[Strip]) -> bool:
    """Say whether one or two lines are as long as the ones of running text: where it ends, below the top of its last column."""
    return len(column) < 3 and max(strip.right - strip.left for strip in column) > SHORTEST_COLUMN * column[0].size
