"""Report in: innovative and promising practice, which needs no answer."""

from __future__ import annotations

from ...domain.finding import FindingKind
from ..blocks import BlockKind
from .drafts import Draft, draft
from .points import many_points, one_point
from .regions import Region


def practices_in(region: Region) -> list[Draft]:
    """Return the practices under a label: each point of a list, else one with its evidence."""
    if not region.blocks:
        return []
    kind = FindingKind.PROMISING_PRACTICE
    why = f"It stands under “{region.head.text[:80]}”."
    if region.blocks[0].kind is BlockKind.ITEM:
        points, _ = many_points(region.blocks, split_paragraphs=False)
        return [draft(kind, point, region, why) for point in points]
    return [draft(kind, one_point(region.blocks, region.label.number), region, why)]
