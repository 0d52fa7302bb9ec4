"""Report in: areas for improvement, one under a heading since 2021, in a list before."""

from __future__ import annotations

import re
from itertools import takewhile

from ...domain.finding import FindingKind
from ..blocks import Block, BlockKind
from ..sentences import first_sentence
from .drafts import Draft, draft
from .points import Point, is_item, is_lead, many_points, one_point
from .regions import Region
from .words import is_directive

_KIND = FindingKind.AREA_FOR_IMPROVEMENT
_PARAGRAPH = re.compile(r"\d{1,2}\.\d{1,3}\.?")


def areas_in(region: Region) -> list[Draft]:
    """Return the areas for improvement under a label.

    A singular heading has one: its first paragraph; what follows is evidence. A lead-in line that is nothing but that, or a
    list, has one with each point; a plural heading has one with each paragraph that tells what to do.
    """
    blocks = region.blocks
    if not blocks:
        return []
    if region.label.plural or _is_list(blocks, numbered=bool(region.label.number)):
        points, rest = many_points(_of_findings(blocks), split_paragraphs=region.label.plural)
        if points and not region.label.plural:
            points[-1].evidence += rest
        if not region.label.plural and len(points) > 1:
            for point in points:
                point.guess = "The heading speaks of one area for improvement, the list under it has several points."
        return [draft(_KIND, point, region, _why(region)) for point in points]
    return [draft(_KIND, point, region, _why(region)) for point in _in_one_box(blocks, region.label.number)]


def _of_findings(blocks: list[Block]) -> list[Block]:
    """Return the blocks up to where the chapter's numbered paragraphs ("2.4 We saw ...") go on behind the findings among them."""
    if not _is_numbered_paragraph(blocks[0]) or not _tells(blocks[0]):
        return blocks
    return list(takewhile(lambda each: not _is_numbered_paragraph(each) or _tells(each), blocks))


def _is_numbered_paragraph(block: Block) -> bool:
    return block.kind is BlockKind.ITEM and bool(_PARAGRAPH.fullmatch(block.marker))


def _tells(block: Block) -> bool:
    return is_directive(first_sentence(block.text)[0])


def _is_list(blocks: list[Block], *, numbered: bool) -> bool:
    first, following = blocks[0], blocks[1] if len(blocks) > 1 else None
    if first.kind is BlockKind.ITEM:
        return following is not None and following.kind is BlockKind.ITEM
    if first.kind is BlockKind.ROW:
        return True
    return not numbered and is_lead(first, following) and not first_sentence(first.text)[1] and is_directive(first.text)


def _in_one_box(blocks: list[Block], number: str) -> list[Point]:
    """Return the findings of one box: its first block, and each further bold sentence like the first."""
    starts = [0]
    if blocks[0].bold:
        starts += [at for at, block in enumerate(blocks) if at and block.bold and is_directive(block.text) and not is_item(block, None)]
    ends = [*starts[1:], len(blocks)]
    points = [one_point(blocks[start:end], number if not start else "") for start, end in zip(starts, ends, strict=True)]
    if len(points) == 1 and any(_repeats(block) for block in points[0].evidence):
        points[0].guess = "A later paragraph also says what should be done; split it off if it is a finding of its own."
    return points


def _repeats(block: Block) -> bool:
    first, more = first_sentence(block.text)
    return block.kind is BlockKind.PARAGRAPH and not more and is_directive(first)


def _why(region: Region) -> str:
    return f"It stands under “{region.head.text[:80]}”." if not region.label.words else "It stands behind “Area for improvement”."
