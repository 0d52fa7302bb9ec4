"""What the register counts of the findings that it lists; every number comes from the entries, none is typed in (register of findings)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from .finding import FindingKind
from .register import Entry, FindingState

KINDS = (
    FindingKind.CAUSE_OF_CONCERN,
    FindingKind.ACCELERATED_CAUSE_OF_CONCERN,
    FindingKind.RECOMMENDATION,
    FindingKind.AREA_FOR_IMPROVEMENT,
    FindingKind.PROMISING_PRACTICE,
)
"""In the order in which they are listed, the gravest first."""


@dataclass(frozen=True, slots=True)
class OfKind:
    """The findings of one kind.

    Attributes:
        words: what they are called, such as "Recommendation".
        findings: how many there are.
        open: those that need an answer and that the inspectors have not closed.
        past: those of the open ones whose day has passed.
        closed: those that the inspectors have closed.
    """

    words: str
    findings: int
    open: int
    past: int
    closed: int


@dataclass(frozen=True, slots=True)
class Counts:
    """The counts of some findings as of one day.

    Attributes:
        kinds: a line for each kind that there is, the gravest first.
        all: all of them together.
        states: how many are in each state; together they are all findings.
        dates: how the open findings stand against their day, in words with their number; together they are all open ones.
        moved: findings whose target date was moved.
        moves: how often target dates were moved in all.
    """

    kinds: tuple[OfKind, ...]
    all: OfKind
    states: tuple[tuple[FindingState, int], ...]
    dates: tuple[tuple[str, int], ...]
    moved: int
    moves: int


def counts(entries: Iterable[Entry], today: date) -> Counts:
    """Return the counts of these findings as of `today`."""
    listed = tuple(entries)
    open_ones = [each for each in listed if each.is_open]
    past = sum(each.is_past(today) for each in open_ones)
    soon = sum(each.is_due_soon(today) for each in open_ones)
    undated = sum(each.day is None for each in open_ones)
    by_kind = {kind: [each for each in listed if each.kind is kind] for kind in KINDS}
    return Counts(
        kinds=tuple(_of_kind(kind.words, found, today) for kind, found in by_kind.items() if found),
        all=_of_kind("All findings", listed, today),
        states=tuple((state, sum(each.state is state for each in listed)) for state in FindingState),
        dates=(
            ("Past their date", past),
            ("Due today or in the next 30 days", soon),
            ("Due later", len(open_ones) - past - soon - undated),
            ("Without a date", undated),
        ),
        moved=sum(bool(each.moves) for each in listed),
        moves=sum(len(each.moves) for each in listed),
    )


def _of_kind(words: str, found: Sequence[Entry], today: date) -> OfKind:
    return OfKind(
        words,
        len(found),
        sum(each.is_open for each in found),
        sum(each.is_past(today) for each in found),
        sum(each.state is FindingState.CLOSED for each in found),
    )
