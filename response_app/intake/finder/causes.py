"""Report in: causes of concern, with the recommendations that they carry."""

from __future__ import annotations

import re
from dataclasses import replace

from ...domain.finding import FindingKind
from ..blocks import Block, BlockKind
from ..sentences import first_sentence
from .drafts import Draft, draft
from .points import Point, is_lead, many_points, one_point
from .recommendations import recommendations_in
from .regions import Region
from .words import is_directive

_ABOUT = re.compile(
    r"(?:(?:on|in) [^,.]{3,40}, )?(?:(?:we|hmic|hmicfrs|inspectors|the inspectorate)(?: have| had)?(?: also| first| previously)? "
    r"(?:issued|gave|raised|made|published|sent|reported|told)\b[^.:]{0,100}|(?:this|it) (?:is|was|has been)(?: an?)? [^.:]{0,30})"
    r"\bcauses? of concern\b(?![^.]*\b(?:about|because|as|regarding|concerning|relating|around|with|over|that (?!we\b)))[^.:]{0,160}\.?",
    re.IGNORECASE,
)
"""A sentence that only tells of a cause of concern, and is not its own ("We issued a cause of concern on 3 January.")."""


def causes_in(region: Region, *, accelerated: bool) -> list[Draft]:
    """Return the causes of concern under a label, each with the recommendations that its own text leads to.

    Args:
        region: the label with its blocks.
        accelerated: whether the whole report is an accelerated notice.
    """
    blocks = region.blocks
    if not blocks:
        return []
    kind = FindingKind.ACCELERATED_CAUSE_OF_CONCERN if accelerated else region.label.kind
    why = f"It stands under “{region.head.text[:80]}”." if not region.label.words else "It stands behind “Cause of concern”."
    if blocks[0].kind is BlockKind.ITEM:
        points, _ = many_points(blocks, split_paragraphs=False)
        return [draft(kind, point, region, why) for point in points]
    about, blocks = _without_about(blocks)
    cut = _where_recommendations_begin(blocks)
    cause = draft(kind, one_point(blocks[:cut], region.label.number), region, why)
    cause.point.evidence[:0] = about
    if cut < len(blocks):
        own = replace(region, blocks=blocks[cut:], label=replace(region.label, number="", plural=True, words=""))
        add_recommendations(cause, own)
    return [cause]


def _without_about(blocks: list[Block]) -> tuple[list[Block], list[Block]]:
    """Return a first sentence that only tells of the cause as evidence, and the blocks from the cause's own sentence on."""
    first, more = first_sentence(blocks[0].text)
    following = blocks[1] if len(blocks) > 1 else None
    if blocks[0].is_heading or not _ABOUT.fullmatch(first):
        return [], blocks
    if more:
        return [replace(blocks[0], text=first)], [replace(blocks[0], text=more), *blocks[1:]]
    goes_on = following is not None and following.kind is BlockKind.PARAGRAPH
    if not goes_on or (len(blocks) > 2 and is_lead(blocks[1], blocks[2])):
        return [], blocks
    return [blocks[0]], blocks[1:]


def add_recommendations(cause: Draft, region: Region) -> list[Draft]:
    """Put the recommendations of a region under a cause; text behind their list is evidence of the cause."""
    drafts, rest = recommendations_in(region)
    for each in drafts:
        each.parent = cause
        each.scope = cause.scope
        each.past = each.past or cause.past
    cause.children += drafts
    cause.point.evidence += rest
    return drafts


def further_cause(cause: Draft, region: Region) -> Draft | None:
    """Return the next cause under a plural label, from the text behind the last one's recommendations; None without any."""
    if not cause.point.evidence or not region.blocks:
        return None
    behind = [block for block in cause.point.evidence if block.first > max((each.span.last for each in cause.children), default=0)]
    if not behind or not cause.children:
        return None
    cause.point.evidence = [block for block in cause.point.evidence if block not in behind]
    point: Point = one_point(behind, "")
    return replace(cause, point=point, children=[], heading=point.heading)


def _where_recommendations_begin(blocks: list[Block]) -> int:
    """Return the place of the lead-in ("The force should:") from which a cause without the word "Recommendations" tells what to do."""
    for at, block in enumerate(blocks[:-1]):
        if at and is_lead(block, blocks[at + 1]) and is_directive(block.text):
            return at
    return len(blocks)
