"""Report in: recommendations, numbered or not, alone or under the cause of concern that they belong to."""

from __future__ import annotations

from ...domain.finding import FindingKind
from ..blocks import Block, BlockKind
from .drafts import Draft, draft
from .points import many_points, one_point
from .regions import Region
from .words import is_directive

_KIND = FindingKind.RECOMMENDATION


def recommendations_in(region: Region) -> tuple[list[Draft], list[Block]]:
    """Return the recommendations under a label, and the text that follows their list.

    A numbered label ("Recommendation 7") has one, with all points of its list; under any other a lead-in line gives its
    limit and its words to every point.
    """
    blocks = region.blocks
    if not blocks:
        return [], []
    rest: list[Block] = []
    if region.label.number and not region.label.plural:
        points = [one_point(blocks, region.label.number)]
    else:
        points, rest = many_points(blocks, split_paragraphs=True)
        if (
            len(points) == 1
            and points[0].lead is None
            and points[0].words[0].kind is BlockKind.PARAGRAPH
            and not is_directive(points[0].words[0].text)
        ):
            return [], [*points[0].words, *points[0].evidence, *rest]  # it only speaks of recommendations
    why = f"It stands under “{region.head.text[:80]}”." if not region.label.words else "It stands behind its number."
    return [draft(_KIND, point, region, why) for point in points], rest
