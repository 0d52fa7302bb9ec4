"""Report in: what the lines of a PDF are, from their places and looks: headings, list items, where paragraphs begin."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from .lines import LineKind
from .pdf_columns import Flow
from .pdf_lines import Strip
from .pdf_markers import bullet_before, follows, number_before

_LARGER = 1.12
_A_LITTLE_LARGER = 1.05
_LONGEST_HEADING = 250
_LONGEST_BOLD_HEADING = 120
_MOST_HEADING_LINES = 4
_MOST_BOLD_LINES = 2
_BULLETS = ("•", "▪", "○")
_ENDS = (".", "!", "?", ":", ";")
_CLOSERS = "”’\"')]"
_SENTENCE_END = re.compile(r"[.;:,][”’\"')\]]*$")
_DEEPEST = 6


@dataclass(slots=True)
class Told:
    """What a strip is, in the words of `lines.Line`."""

    strip: Strip
    page: int
    kind: LineKind = LineKind.TEXT
    level: int = 0
    opens: bool = False
    joins: bool = False


def tell(flows: Sequence[tuple[int, Flow]], body: float) -> list[Told]:
    """Say what each strip of columns is.

    Args:
        flows: page and column, or table, in reading order.
        body: size of the running text.
    """
    steps = _usual_steps(flows)
    told: list[Told] = []
    after_table = False
    last_flow: Flow | None = None
    for page, flow in flows:
        if not flow.strips:
            after_table = True
        for at, strip in enumerate(flow.strips):
            each = Told(strip, page)
            before = told[-1] if told else None
            beside = flow.strips[at + 1] if at + 1 < len(flow.strips) else None
            if at:
                assert before is not None
                each.opens = _opens(before, strip, flow, steps)
            else:
                each.opens = before is None or last_flow is None or after_table or _opens_column(before, last_flow, strip, flow, page)
                after_table = False
            _mark_item(each, before, beside)
            told.append(each)
            last_flow = flow
    _tell_headings(told, body)
    _tell_levels(told, flows)
    _tell_joins(told, flows)
    return told


def _usual_steps(flows: Sequence[tuple[int, Flow]]) -> dict[float, float]:
    """Return for each size the usual step from line to line within paragraphs."""
    counts: dict[float, Counter[float]] = defaultdict(Counter)
    for _, flow in flows:
        for above, strip in pairwise(flow.strips):
            step = strip.base - above.base
            if abs(strip.size - above.size) < 0.3 and 0.8 * strip.size < step < 2.3 * strip.size:
                counts[round(strip.size * 2) / 2][round(step * 2) / 2] += 1
    # The smallest step that is common: paragraphs of one line each would make the wider one the most frequent
    return {size: min(step for step, times in steps.items() if times * 4 >= max(steps.values())) for size, steps in counts.items()}


def _opens(before: Told, strip: Strip, flow: Flow, steps: dict[float, float]) -> bool:
    """Say whether a paragraph begins with a strip that stands below another one in its column."""
    above = before.strip
    step = strip.base - above.base
    usual = steps.get(round(strip.size * 2) / 2, 1.35 * strip.size)
    if strip.marker or step > 1.18 * usual + 0.6 or abs(strip.size - above.size) > 0.06 * max(strip.size, above.size) + 0.2:
        return True
    if strip.bold != above.bold and (_has_ended(above.text) or not _is_full(above, strip, flow)):
        return True
    if above.marker and abs(strip.left - above.left) < 0.3 * strip.size:  # numbered, and its lines begin below the number
        return _has_ended(above.text) or not _is_full(above, strip, flow)
    indent = strip.left - (above.text_left if above.marker else above.left)
    if indent > 0.8 * strip.size:
        return True
    if indent < -0.8 * strip.size:
        return above.marker != "" or before.kind is LineKind.ITEM or not before.opens
    return bool(_has_ended(above.text)) and not _is_full(above, strip, flow)


def _has_ended(text: str) -> bool:
    return text.rstrip(_CLOSERS).endswith(_ENDS)


def _is_full(above: Strip, strip: Strip, flow: Flow) -> bool:
    """Say whether the first word of the next line had no room behind a line."""
    word = strip.text.split(" ", 1)[0]
    letter = (strip.right - strip.text_left) / max(len(strip.text), 1)
    return above.right + (len(word) + 1.5) * letter > flow.right


def _opens_column(before: Told, left_flow: Flow, strip: Strip, flow: Flow, page: int) -> bool:
    """Say whether a paragraph begins with the first strip of a column or page, after the last one of the column before."""
    above = before.strip
    if strip.marker or abs(strip.size - above.size) > 0.6 or strip.bold != above.bold:
        return True
    if strip.text[:1].islower() or not _has_ended(above.text):
        return False
    below = before.page == page and strip.base > above.base
    own_left = min(other.left for other in flow.strips)
    return below or strip.left - own_left > 0.8 * strip.size or not _is_full(above, strip, left_flow)


def _mark_item(each: Told, before: Told | None, beside: Strip | None) -> None:
    """Take a bullet or number out of a strip's words where it is one."""
    strip = each.strip
    if not strip.marker:
        marker, rest = bullet_before(strip.text)
        if not marker:
            marker, rest = number_before(strip.text)
            hangs = (
                beside is not None
                and beside.left - strip.left > 0.6 * strip.size
                and not beside.marker
                and beside.base - strip.base < 2 * strip.size
            )
            next_one = before is not None and before.kind is LineKind.ITEM and follows(marker, before.strip.marker)
            if marker and not (each.opens or hangs or next_one):
                return
        if not marker:
            return
        strip.marker, strip.text = marker, rest
        strip.text_left = strip.left + (strip.right - strip.left) * (len(marker) + 1) / (len(marker) + 1 + len(rest))
    each.kind, each.opens = LineKind.ITEM, True


def _tell_headings(told: list[Told], body: float) -> None:
    """Find headings: larger than the running text, or bold, short and apart; levels by rank of size."""
    groups: list[list[Told]] = []
    for each in told:
        if groups and not each.opens and _alike(groups[-1][-1].strip, each.strip):
            groups[-1].append(each)
        else:
            groups.append([each])
    found = []
    for at, group in enumerate(groups):
        after = groups[at + 1][0] if at + 1 < len(groups) else None
        if _is_larger(group, body) or _is_bold(group, after, body):
            found.append(group)
    sizes = sorted({_rank(group[0].strip, body) for group in found}, reverse=True)
    levels = {size: min(level, _DEEPEST) for level, size in enumerate(sizes, start=1)}
    for group in found:
        for each in group:
            strip = each.strip
            if strip.marker:
                strip.text, strip.marker = (
                    f"{strip.marker} {strip.text}" if strip.marker[-1:] in ".)" or strip.marker[:1].isdigit() else strip.text,
                    "",
                )
            each.kind, each.level = LineKind.HEADING, levels[_rank(strip, body)]


def _alike(one: Strip, other: Strip) -> bool:
    return abs(one.size - other.size) < 0.3 and one.bold == other.bold


def _rank(strip: Strip, body: float) -> float:
    size = round(strip.size * 2) / 2
    return size if size >= _LARGER * body or _stands_out(strip, body) else 0.0


def _stands_out(strip: Strip, body: float) -> bool:
    """Say whether a strip is bold and a little larger than the running text: a heading, even when it is a sentence."""
    return strip.bold and strip.size >= _A_LITTLE_LARGER * body


def _is_larger(group: Sequence[Told], body: float) -> bool:
    words = sum(len(each.strip.text) for each in group)
    strip = group[0].strip
    if strip.size < _LARGER * body or len(group) > _MOST_HEADING_LINES or words > _LONGEST_HEADING or strip.marker in _BULLETS:
        return False
    return any(map(str.isalpha, strip.text))


def _is_bold(group: Sequence[Told], after: Told | None, body: float) -> bool:
    strip = group[0].strip
    words = " ".join(each.strip.text for each in group)
    if _stands_out(strip, body) and group[0].opens and len(group) <= _MOST_HEADING_LINES and len(words) <= _LONGEST_HEADING:
        return strip.marker not in _BULLETS and any(map(str.isalpha, words))
    if not strip.bold or not group[0].opens or len(group) > _MOST_BOLD_LINES or len(words) > _LONGEST_BOLD_HEADING:
        return False
    if strip.marker and not strip.marker[:1].isdigit():
        return False
    return not _SENTENCE_END.search(words) and any(map(str.isalpha, words)) and (after is None or after.opens)


def _tell_levels(told: list[Told], flows: Sequence[tuple[int, Flow]]) -> None:
    """Give list items their levels by how far they stand in, list by list."""
    starts = {id(strip): flow.left for _, flow in flows for strip in flow.strips}
    open_lefts: list[tuple[float, float]] = []
    for each in told:
        strip = each.strip
        near = 0.5 * strip.size
        left = strip.left - starts[id(strip)]
        if each.kind is LineKind.HEADING:
            open_lefts = []
        elif each.kind is LineKind.ITEM:
            while open_lefts and left < open_lefts[-1][0] - near:
                open_lefts.pop()
            if not open_lefts or left > open_lefts[-1][0] + near:
                open_lefts.append((left, strip.text_left - starts[id(strip)]))
            each.level = len(open_lefts)
        elif each.opens:
            while open_lefts and left < open_lefts[-1][1] - near:
                open_lefts.pop()


def _tell_joins(told: list[Told], flows: Sequence[tuple[int, Flow]]) -> None:
    """Mark lines that certainly go on, and make words whole that are divided by a soft hyphen."""
    columns = {id(strip): flow for _, flow in flows for strip in flow.strips}
    for above, each in pairwise(told):
        if each.opens or (each.kind is LineKind.HEADING) != (above.kind is LineKind.HEADING):
            continue
        strip, flow = each.strip, columns[id(above.strip)]
        runs_on = not _has_ended(above.strip.text) and (strip.text[:1].islower() or _is_full(above.strip, strip, flow))
        same = columns[id(strip)] is flow and (_is_full(above.strip, strip, flow) or each.kind is LineKind.HEADING)
        above.joins = runs_on or same
        if above.strip.soft and strip.text:
            rest, _, after = strip.text.partition(" ")
            above.strip.text += rest
            strip.text = after
            above.joins = True
