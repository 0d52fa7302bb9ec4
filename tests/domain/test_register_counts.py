"""What the register counts: partitions that add up, and each number by itself."""

from __future__ import annotations

from datetime import date, timedelta

from response_app.domain.finding import FindingKind, TargetMove
from response_app.domain.register import Entry, FindingState
from response_app.domain.register_counts import KINDS, OfKind, counts

from ..fixtures.register_entries import ON, sixty

AFI, RECOMMENDATION = FindingKind.AREA_FOR_IMPROVEMENT, FindingKind.RECOMMENDATION


def entry(kind: FindingKind, state: FindingState, left: int | None = None, moves: int = 0) -> Entry:
    """Return an entry whose target lies so many days ahead."""
    (first, *_) = sixty().entries
    values = {name: getattr(first, name) for name in Entry.__slots__ if name != "day"}
    values |= {"kind": kind, "state": state, "limit_on": None, "chief_target": None, "moves": (TargetMove(),) * moves}
    return Entry(**{**values, "own_target": None if left is None else ON + timedelta(days=left)})


def test_each_number_by_itself() -> None:
    made = counts(
        [
            entry(AFI, FindingState.ANSWERED, -1, moves=2),
            entry(AFI, FindingState.ANSWERED, 0),
            entry(AFI, FindingState.CLOSED, -9, moves=1),
            entry(RECOMMENDATION, FindingState.IN_DRAFT, 30),
            entry(RECOMMENDATION, FindingState.NOT_STARTED, 31),
            entry(RECOMMENDATION, FindingState.NOT_STARTED),
            entry(RECOMMENDATION, FindingState.NOT_NEEDED, -5),
        ],
        ON,
    )
    assert made.kinds == (OfKind("Recommendation", 4, 3, 0, 0), OfKind("Area for improvement", 3, 2, 1, 1))
    assert made.all == OfKind("All findings", 7, 5, 1, 1)
    assert [number for _, number in made.states] == [2, 1, 2, 1, 1]
    assert [number for _, number in made.dates] == [1, 2, 1, 1]
    assert (made.moved, made.moves) == (2, 3)


def test_parts_add_up_to_the_whole_whatever_the_day() -> None:
    entries = sixty().entries
    for day in (date(2020, 1, 1), ON, date(2030, 1, 1)):
        made = counts(entries, day)
        assert sum(number for _, number in made.states) == sum(each.findings for each in made.kinds) == made.all.findings == 60
        assert sum(number for _, number in made.dates) == sum(each.open for each in made.kinds) == made.all.open
        assert dict(made.dates)["Past their date"] == made.all.past == sum(each.past for each in made.kinds)


def test_nothing_counts_nothing() -> None:
    made = counts((), ON)
    assert made.kinds == () and made.all == OfKind("All findings", 0, 0, 0, 0)
    assert not any(number for _, number in (*made.states, *made.dates))


def test_every_kind_has_its_line() -> None:
    assert set(KINDS) == set(FindingKind)
