"""Report in: causes of concern, with the recommendations that they carry."""

from __future__ import annotations

from dataclasses import replace

from ...domain.finding import FindingKind
from ..blocks import Block, BlockKind
from .drafts import Draft, draft
from .points import Point, is_lead, many_points, one_point
from .recommendations import recommendations_in
from .regions import Region
from .words import is_directive


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
    cut = _where_recommendations_begin(blocks)
    if cut == 0:
        return []
    cause = draft(kind, one_point(blocks[:cut], region.label.number), region, why)
    if cut < len(blocks):
        own = replace(region, blocks=blocks[cut:], label=replace(region.label, number="", plural=True, words=""))
        add_recommendations(cause, own)
    return [cause]


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
