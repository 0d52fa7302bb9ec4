"""Report in: a finding before it has its id and its parent's."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from ...domain.finding import FindingKind
from ..blocks import Block
from ..proposal import Confidence, Span
from .chapters import Scope
from .points import Point
from .regions import Region


@dataclass(slots=True, eq=False)
class Draft:
    """One finding as found: its point, kind, chapter, the cause that it belongs to, and how sure its layout makes it."""

    kind: FindingKind
    point: Point
    scope: Scope
    past: bool = False
    parent: Draft | None = None
    confidence: Confidence = Confidence.SURE
    why: str = ""
    at: int = 0
    """Place of its label among the blocks."""
    in_list: bool = False
    topic: str = ""
    """What the heading over it says of its subject, such as "for other forces"."""
    heading: str = ""
    children: list[Draft] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.heading = self.heading or self.point.heading

    @property
    def span(self) -> Span:
        """Where its words stand, the lead-in line apart."""
        return span_of(self.point.words) or Span()

    @property
    def evidence_span(self) -> Span | None:
        """Where its evidence stands."""
        return span_of(self.point.evidence)


def draft(kind: FindingKind, point: Point, region: Region, why: str) -> Draft:
    """Return the draft of a point under a region's label; what is a guess is to be checked."""
    confidence = Confidence.CHECK if point.guess else Confidence.SURE
    in_list = region.label.is_list
    past, topic = region.past or point.past, region.label.topic
    return Draft(kind, point, region.scope, past, None, confidence, point.guess or why, region.at, in_list, topic)


def span_of(blocks: Sequence[Block]) -> Span | None:
    """Return the place of some blocks, None for none."""
    return Span(blocks[0].page, blocks[0].first, blocks[-1].last) if blocks else None
