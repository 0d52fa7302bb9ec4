"""Which lines of a report belong to which finding, and which the user has chosen (report in)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from response_app.intake.lines import Line, LineKind, Reading
from response_app.intake.triage import Row


@dataclass(frozen=True, slots=True)
class Marked:
    """A stretch of lines of one finding: its heading and wording, or its evidence.

    Attributes:
        row_id: of the finding.
        first, last: the numbers of its lines.
        evidence: whether it is evidence.
    """

    row_id: str
    first: int
    last: int
    evidence: bool = False

    def holds(self, number: int) -> bool:
        """Tell whether a line is in it."""
        return self.first <= number <= self.last


def marked(rows: Iterable[Row]) -> tuple[Marked, ...]:
    """Return the stretches of all findings that stand somewhere in the report."""
    out = []
    for row in rows:
        span, evidence = row.proposed.span, row.proposed.evidence_span
        if evidence and evidence.first:
            out.append(Marked(row.id, evidence.first, evidence.last, True))
        if span.first:
            out.append(Marked(row.id, span.first, span.last))
    return tuple(out)


def lines_of(reading: Reading, page: int) -> list[Line]:
    """Return the lines of a page that can be chosen: all that have a place on it, but running heads and page numbers."""
    return [each for each in reading.lines if each.page == page and each.box is not None and each.kind is not LineKind.FURNITURE]
