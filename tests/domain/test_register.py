"""What the register says of a finding, and which findings are due."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from response_app.domain.answering import answering
from response_app.domain.finding import (
    Action,
    ActionKind,
    Applies,
    ChiefAnswer,
    Closed,
    Due,
    DueKind,
    Finding,
    FindingKind,
    TargetMove,
    Update,
    UpdateBy,
    UpdateSays,
)
from response_app.domain.inspection import Inspection
from response_app.domain.office import Office
from response_app.domain.progress import state_in_words
from response_app.domain.record import Record
from response_app.domain.register import Entry, FindingState, entries, last_day
from response_app.domain.richtext import Paragraph, Run

TODAY = date(2024, 6, 26)
PUBLISHED = date(2024, 5, 14)
WORDS = (Paragraph((Run("We did."),)),)
AFI = FindingKind.AREA_FOR_IMPROVEMENT
TAKEN, PROPOSED, NONE = ActionKind.TAKEN, ActionKind.PROPOSED, ActionKind.NONE


def of(*findings: Finding, force: str = "Exampleshire Police") -> list[Entry]:
    """Return the entries of a record with these findings."""
    made = Record(
        record_id="r1", office=Office(force=force), inspection=Inspection(title="PEEL", published_on=PUBLISHED), findings=findings
    )
    return list(entries(made, answering(made)))


def one(**values: Any) -> Entry:
    """Return the entry of one finding."""
    (entry,) = of(Finding(**{"id": "f1", "kind": AFI, **values}))
    return entry


def day(offset: int) -> date:
    """Return a day so many days from today."""
    return TODAY + timedelta(days=offset)


def test_an_entry_says_what_the_record_says() -> None:
    finding = Finding(
        "f1",
        AFI,
        number="AFI 7.",
        heading="The force should act.",
        addressed_to=("Chief constables", "The College"),
        due=Due(DueKind.DATE, day(3), text="By Saturday"),
        chief=ChiefAnswer(owner="Supt Jones", target_on=day(9)),
        action=(Action(PROPOSED, WORDS, "P. Officer", day(12)), Action(NONE, WORDS, "P. Officer", day(11))),
    )
    assert of(finding) == [
        Entry(
            record_id="r1",
            finding_id="f1",
            title="PEEL",
            published_on=PUBLISHED,
            kind=AFI,
            number="7",
            sentence="The force should act.",
            addressed_to=("Chief constables", "The College"),
            scope="Exampleshire Police",
            limit=Due(DueKind.DATE, day(3), text="By Saturday"),
            limit_on=day(3),
            own_target=day(11),
            own_owner="P. Officer",
            chief_target=day(9),
            chief_owner="Supt Jones",
            state=FindingState.ANSWERED,
            actions=(PROPOSED, NONE),
            force="Exampleshire Police",
            body="Local policing body",
        )
    ]


@pytest.mark.parametrize(
    ("values", "state"),
    [
        ({}, FindingState.NOT_STARTED),
        ({"action": (Action(PROPOSED),)}, FindingState.IN_DRAFT),
        ({"action": (Action(PROPOSED, WORDS),)}, FindingState.ANSWERED),
        ({"applies": Applies.NO}, FindingState.NOT_NEEDED),
        ({"kind": FindingKind.PROMISING_PRACTICE}, FindingState.NOT_NEEDED),
        ({"scope": "Elsewhere Constabulary"}, FindingState.NOT_NEEDED),
        ({"action": (Action(TAKEN, WORDS),), "closed": Closed()}, FindingState.CLOSED),
    ],
)
def test_how_far_an_answer_is(values: dict[str, Any], state: FindingState) -> None:
    entry = one(**values)
    assert entry.state is state
    assert entry.is_open == (state in (FindingState.NOT_STARTED, FindingState.IN_DRAFT, FindingState.ANSWERED))


def test_a_finding_that_is_answered_with_another_has_its_owner_and_target() -> None:
    first = Finding("f1", AFI, action=(Action(PROPOSED, WORDS, "Sam", day(4)),))
    second, third = Finding("f2", AFI, answered_with="f1"), Finding("f3", AFI, answered_with="f2")
    found = of(first, second, third)
    assert [(each.own_owner, each.own_target, each.state) for each in found] == [("Sam", day(4), FindingState.ANSWERED)] * 3
    ring = of(Finding("f1", AFI, answered_with="f2"), Finding("f2", AFI, answered_with="f1"))
    assert [(each.own_owner, each.own_target) for each in ring] == [("", None)] * 2


def test_an_action_taken_has_met_its_target() -> None:
    taken = Action(TAKEN, WORDS, "A", day(-9))
    assert one(action=(taken,)).own_target is None
    assert one(action=(taken, Action(PROPOSED, WORDS, "B", day(5)))).own_target == day(5)
    assert one(action=(taken, Action(PROPOSED, WORDS, "B"))).own_owner == "A, B"


def test_a_moved_target_stands_where_it_was_moved_to() -> None:
    moves = (TargetMove(now=day(40)), TargetMove(now=day(60)), TargetMove(now=None))
    proposed = Action(PROPOSED, WORDS, target_on=day(5))
    assert one(action=(proposed,), target_history=moves).own_target == day(60)
    assert one(action=(replace(proposed, kind=TAKEN),), target_history=moves).own_target is None


def test_where_the_office_has_set_no_date_it_is_the_chief_officers_that_was_moved() -> None:
    """What counts is where it stands now, not where it stood before."""
    moves = (TargetMove(day(-50), day(-20), day(30)), TargetMove(day(-1), day(30), day(60), "The audit is late."))
    chief = ChiefAnswer(target_on=day(-20))
    for actions in ((), (Action(PROPOSED, WORDS),), (Action(TAKEN, WORDS),)):
        moved = one(action=actions, chief=chief, target_history=moves)
        assert (moved.own_target, moved.chief_target, moved.day, moved.is_move_of_chief) == (None, day(60), day(60), True)
        assert not moved.is_past(TODAY)
        assert moved.earlier_targets == (day(-20), day(30))
    own = one(action=(Action(PROPOSED, WORDS, target_on=day(-30)),), chief=chief, target_history=moves)
    assert (own.own_target, own.chief_target, own.is_move_of_chief, own.is_past(TODAY)) == (day(60), day(-20), False, True)
    bare = one(target_history=moves)
    assert (bare.own_target, bare.chief_target, bare.is_move_of_chief) == (day(60), None, False)


@pytest.mark.parametrize(
    ("moves", "earlier"),
    [
        ((), ()),
        (((None, 5),), ()),
        (((1, 5),), (1,)),
        (((1, 5), (5, 3)), (1, 5)),
        (((None, 5), (None, 9)), (5,)),
        (((1, 5), (7, 9)), (1, 5, 7)),
        (((1, 5), (5, 1)), (1, 5)),
    ],
)
def test_every_date_that_a_target_had_is_kept(moves: tuple[tuple[int | None, int], ...], earlier: tuple[int, ...]) -> None:
    made = tuple(TargetMove(None, None if was is None else day(was), day(now)) for was, now in moves)
    entry = one(action=(Action(PROPOSED, WORDS, target_on=day(1)),), target_history=made)
    assert entry.earlier_targets == tuple(day(each) for each in earlier)
    assert entry.own_target == day(moves[-1][1] if moves else 1)


def test_the_moves_of_a_finding_that_it_is_answered_with_are_its_own() -> None:
    first = Finding("f1", AFI, action=(Action(PROPOSED, WORDS, "Sam", day(4)),), target_history=(TargetMove(TODAY, day(4), day(40)),))
    _, second = of(first, Finding("f2", AFI, answered_with="f1"))
    assert (second.own_target, second.earlier_targets, second.actions) == (day(40), (day(4),), (PROPOSED,))


def test_what_each_said_last_stands_newest_first_without_the_words() -> None:
    says = UpdateSays
    updates = (
        Update(day(-9), UpdateBy.FORCE, says.DONE, WORDS),
        Update(day(-5), UpdateBy.COMMISSIONER, says.SATISFIED, WORDS),
        Update(day(-20), UpdateBy.FORCE, says.DELAYED, WORDS),
        Update(day(-5), UpdateBy.COMMISSIONER, says.NOT_SATISFIED, WORDS),
        Update(None, UpdateBy.INSPECTORS, None, WORDS),
    )
    assert one(updates=updates).said == (
        Update(day(-5), UpdateBy.COMMISSIONER, says.NOT_SATISFIED),
        Update(day(-9), UpdateBy.FORCE, says.DONE),
        Update(None, UpdateBy.INSPECTORS),
    )


@pytest.mark.parametrize("by", UpdateBy)
@pytest.mark.parametrize("says", [*UpdateSays, None])
def test_nobodys_update_closes_a_finding_only_the_inspectors_letter_does(by: UpdateBy, says: UpdateSays | None) -> None:
    update = Update(day(-1), by, says, WORDS)
    finding = Finding("f1", AFI, action=(Action(PROPOSED, WORDS, target_on=day(-2)),), updates=(update, update))
    (entry,) = of(finding)
    assert (entry.state, entry.is_open, entry.is_past(TODAY), entry.closed) == (FindingState.ANSWERED, True, True, None)
    assert not state_in_words(finding, "Commissioner").endswith("closed") and "Closed by" not in state_in_words(finding, "Commissioner")
    closed = replace(finding, closed=Closed(day(-1), "Letter 7"))
    assert of(closed)[0].state is FindingState.CLOSED and of(closed)[0].closed == Closed(day(-1), "Letter 7")
    assert state_in_words(closed, "Commissioner") == "Closed by the inspectors"


@pytest.mark.parametrize(
    ("own", "chief", "limit", "counts"),
    [(3, 2, 1, 2), (3, None, 1, 3), (None, 2, 1, 2), (None, None, 1, 1), (None, None, None, None)],
)
def test_the_earlier_target_counts_and_without_one_the_time_limit(
    own: int | None, chief: int | None, limit: int | None, counts: int | None
) -> None:
    entry = one(
        action=() if own is None else (Action(PROPOSED, WORDS, target_on=day(own)),),
        chief=ChiefAnswer(target_on=None if chief is None else day(chief)),
        due=Due() if limit is None else Due(DueKind.DATE, day(limit)),
    )
    assert entry.day == (None if counts is None else day(counts))


@pytest.mark.parametrize(
    ("offset", "past", "soon", "words"),
    [
        (-1200, True, False, "1,200 days past"),
        (-1, True, False, "1 day past"),
        (0, False, True, "Due today"),
        (1, False, True, "1 day left"),
        (30, False, True, "30 days left"),
        (31, False, False, "31 days left"),
    ],
)
def test_where_it_stands(offset: int, past: bool, soon: bool, words: str) -> None:
    chief = ChiefAnswer(target_on=day(offset))
    entry = one(chief=chief)
    assert (entry.is_past(TODAY), entry.is_due_soon(TODAY), entry.standing(TODAY)) == (past, soon, words)
    for closed in (one(chief=chief, closed=Closed()), one(chief=chief, applies=Applies.NO)):
        assert (closed.is_past(TODAY), closed.is_due_soon(TODAY), closed.standing(TODAY)) == (False, False, "")


def test_nothing_is_due_without_a_date() -> None:
    entry = one()
    assert (entry.day, entry.is_past(TODAY), entry.is_due_soon(TODAY), entry.standing(TODAY)) == (None, False, False, "")
    assert (entry.whose, entry.standing_of(TODAY)) == (None, "")


@pytest.mark.parametrize(
    ("own", "chief", "limit", "words"),
    [
        (3, None, 1, "3 days left"),
        (278, -783, None, "Force’s date: 783 days past"),
        (-1, 5, None, "Office’s date: 1 day past"),
        (0, 0, None, "Office’s date: due today"),
        (None, 2, 1, "Force’s date: 2 days left"),
        (None, None, -3, "Time limit: 3 days past"),
    ],
)
def test_where_it_stands_says_whose_day_counts(own: int | None, chief: int | None, limit: int | None, words: str) -> None:
    entry = one(
        action=() if own is None else (Action(PROPOSED, WORDS, target_on=day(own)),),
        chief=ChiefAnswer(target_on=None if chief is None else day(chief)),
        due=Due() if limit is None else Due(DueKind.DATE, day(limit)),
    )
    assert entry.standing_of(TODAY) == words


@pytest.mark.parametrize(
    ("due", "ends"),
    [
        (Due(DueKind.DATE, date(2024, 9, 30)), date(2024, 9, 30)),
        (Due(DueKind.MONTH, date(2023, 3, 31)), date(2023, 3, 31)),
        (Due(DueKind.WITHIN, within="P3M"), date(2024, 8, 14)),
        (Due(DueKind.WITHIN, within="P6W"), date(2024, 6, 25)),
        (Due(DueKind.WITHIN, within="P1Y2M3D"), date(2025, 7, 17)),
        (Due(DueKind.WITHIN, within="P8M"), date(2025, 1, 14)),
        (Due(DueKind.WITHIN, within="P"), None),
        (Due(DueKind.WITHIN, within="three months"), None),
        (Due(DueKind.WITHIN, within="P999Y"), date(3023, 5, 14)),
        (Due(DueKind.IMMEDIATELY), None),
        (Due(), None),
    ],
)
def test_the_last_day_of_a_time_limit(due: Due, ends: date | None) -> None:
    assert last_day(due, PUBLISHED) == ends


def test_a_time_limit_that_cannot_be_counted() -> None:
    within = Due(DueKind.WITHIN, within="P3M")
    assert last_day(within, None) is None
    assert last_day(within, date(9999, 12, 1)) is None
    assert last_day(Due(DueKind.WITHIN, within="P99999D"), date(9999, 1, 1)) is None
    assert last_day(Due(DueKind.WITHIN, within="P1M"), date(2024, 1, 31)) == date(2024, 2, 29)
