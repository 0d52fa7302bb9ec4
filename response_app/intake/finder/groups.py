"""Report in: whether the points under a numbered heading are one recommendation or several; the number that the report states tells."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ...domain.finding import FindingKind
from ...domain.inspection import StatedCount
from ..blocks import BlockKind
from .drafts import Draft
from .findings import drafts_of
from .points import is_lead
from .regions import Region
from .words import is_directive

_KIND = FindingKind.RECOMMENDATION
_WHY = "The number of recommendations that the report states fits when each point under this heading is one."


def drafts_as_counted(regions: Sequence[Region], counts: Sequence[StatedCount], *, accelerated: bool) -> list[Draft]:
    """Return the findings of all regions; under "Recommendation 4" there is one, or one with each point of its list.

    It is one, unless the report states how many recommendations there are and only the points are so many; each point then
    has the number of its heading.

    Args:
        regions: of the report, in its order.
        counts: what the report states.
        accelerated: whether the whole report is an accelerated notice.
    """
    grouped = drafts_of(regions, accelerated=accelerated)
    stated = {each.number for each in counts if each.what == _KIND.value}
    groups = [region for region in regions if _is_group(region)]
    if not stated or not groups or _number(grouped) in stated:
        return grouped
    heads = {region.at: region.label.number for region in groups}
    opened = drafts_of([_opened(region) if region.at in heads else region for region in regions], accelerated=accelerated)
    if _number(opened) not in stated:
        return grouped
    for each in opened:
        if each.at in heads and each.kind is _KIND:
            each.why = _WHY
            each.point.number = each.point.number or heads[each.at]
    return opened


def _number(drafts: Sequence[Draft]) -> int:
    return sum(each.kind is _KIND and not each.past for each in drafts)


def _is_group(region: Region) -> bool:
    """Say whether a numbered heading stands over a lead-in with several points."""
    label, blocks = region.label, region.blocks
    if label.kind is not _KIND or not label.number or label.plural:
        return False
    lead = next((at for at, block in enumerate(blocks[:-1]) if is_lead(block, blocks[at + 1]) and is_directive(block.text)), None)
    return lead is not None and sum(block.kind is BlockKind.ITEM for block in blocks[lead + 1 :]) > 1


def _opened(region: Region) -> Region:
    return replace(region, label=replace(region.label, number="", plural=True))
