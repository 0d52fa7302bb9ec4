"""Report in: the report's own summary."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ...domain.richtext import RichText
from ..blocks import Block, BlockKind
from ..proposal import Confidence, Found, Span
from .labels import label_of
from .wording import rich
from .words import bare, grade_of, without_ordinal

_SUMMARIES = (
    "overall summary",
    "summary",
    "executive summary",
    "summary of the inspection",
    "summary of inspection",
    "summary of this inspection",
    "overview",
    "summary of findings",
    "summary of main findings",
    "our summary",
)
_STARTS = re.compile(r"(?:hm inspectors? (?:summary|observations)|hmis? (?:summary|observations)|overview\b|summary\b)", re.IGNORECASE)
_WITHIN = frozenset({"our judgments", "our judgements", "our inspection", "our findings", "introduction", "overview", "overall judgment"})
_MOST = 40


def summary_of(blocks: Sequence[Block], heads: frozenset[int]) -> Found[RichText] | None:
    """Return what stands under the heading "Summary", "Overall summary" or the like, up to the next heading of its rank.

    Args:
        blocks: of the report, without contents.
        heads: the places of chapter headings of forces; a summary inside such a chapter is not the report's.
    """
    end = min(heads, default=len(blocks))
    headings = [
        (at, bare(without_ordinal(block.text))) for at, block in enumerate(blocks[:end]) if block.is_heading and len(block.text) < 100
    ]
    for wanted in _SUMMARIES:
        for at, name in headings:
            if name == wanted and (found := _from(blocks, at)):
                return found
    for at, name in headings:
        if _STARTS.match(name) and (found := _from(blocks, at)):
            return found
    return None


def _from(blocks: Sequence[Block], start: int) -> Found[RichText] | None:
    level = blocks[start].level
    own: list[Block] = []
    for block in blocks[start + 1 : start + 1 + _MOST]:
        if label_of(block) is not None or (block.is_heading and own and not (block.certain and level and block.level > level)):
            break
        if block.is_heading and not own and not block.certain and grade_of(block.text) is None and bare(block.text) in _WITHIN:
            continue
        if block.is_heading and (not block.certain or not level or block.level <= level) and grade_of(block.text) is None:
            break
        own.append(block)
    if not any(block.kind is BlockKind.PARAGRAPH and len(block.text) > 60 for block in own):
        return None
    span = Span(own[0].page, own[0].first, own[-1].last)
    return Found(rich(own), span, Confidence.SURE, f"It stands under “{blocks[start].text}”.")
