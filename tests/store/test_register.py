"""The register is read quickly, and says what the records themselves say."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from response_app.domain.answering import answering
from response_app.domain.finding import (
    Action,
    ActionKind,
    Applies,
    Closed,
    Finding,
    FindingKind,
    TargetMove,
    Update,
    UpdateBy,
    UpdateSays,
)
from response_app.domain.office import JointBody
from response_app.domain.record import Record
from response_app.domain.register import Entry, FindingState, entries
from response_app.domain.response import Decision, DecisionKind
from response_app.errors import StoreDamaged
from response_app.store.opening import Store

from ..fixtures.sample_records import causes_of_concern, two_forces
from .support import Clock, a_record, full_record, opened, save, words

AFI = FindingKind.AREA_FOR_IMPROVEMENT


def listed(store: Store, *record_ids: str) -> tuple[Entry, ...]:
    """Return the entries of some records."""
    with store.work() as work:
        return work.register.entries(record_ids)


def every_case(record_id: str) -> Record:
    """A record with findings of every kind, each with another answer or none, for two forces."""
    record = a_record(record_id)
    office = replace(record.office, joint_with=(JointBody(force="Other Shire Police"),))
    some = Action(ActionKind.PROPOSED, words("We will."), "Sam")
    findings = (
        Finding("a", AFI, number="AFI 4", heading="One", action=(Action(ActionKind.TAKEN), some)),
        Finding("b", AFI, heading="Two", action=(Action(ActionKind.PROPOSED),)),
        Finding("c", AFI, heading="Three", scope="Other Shire", answered_with="a", addressed_to=("Ŵ “x”", "Y")),
        Finding("d", AFI, heading="Four", scope="Elsewhere", target_history=(TargetMove(), TargetMove(reason="late"))),
        Finding("e", FindingKind.CAUSE_OF_CONCERN, heading="Five"),
        Finding("f", FindingKind.RECOMMENDATION, parent="e", heading="Six", action=(some,)),
        Finding("g", FindingKind.RECOMMENDATION, heading="Seven", applies=Applies.NO),
        Finding("h", AFI, heading="Eight", action=(Action(ActionKind.PROPOSED, words(" ")),)),
        Finding("i", AFI, heading="Nine", answered_with="b"),
    )
    return replace(record, office=office, findings=findings)


@pytest.mark.parametrize(
    "record",
    [full_record("r1"), every_case("r1"), replace(causes_of_concern(), record_id="r1"), replace(two_forces(), record_id="r1")],
    ids=lambda each: "",
)
def test_the_store_says_what_the_record_says(store: Store, record: Record) -> None:
    save(store, record)
    assert listed(store, "r1") == tuple(entries(record, answering(record)))


def test_what_came_after_publication_is_in_the_list(store: Store) -> None:
    """In another order than by day, of a record in Welsh with bodies that answer jointly."""
    record = two_forces()
    updates = (Update(date(2024, 9, 1), UpdateBy.INSPECTORS, None, words("Read.")), Update(None, UpdateBy.FORCE, UpdateSays.DONE))
    moves = (TargetMove(date(2024, 9, 1), date(2024, 9, 30), date(2024, 12, 31), "Late."), TargetMove(None, None, date(2025, 1, 31), "x"))
    first = replace(record.findings[0], updates=updates, target_history=moves, closed=Closed(date(2025, 2, 1), "Letter 7"))
    made = replace(record, record_id="r1", language="cy-GB", findings=(first, *record.findings[1:]))
    save(store, made)
    found = listed(store, "r1")
    assert found == tuple(entries(made, answering(made)))
    assert (found[0].language, found[0].closed, len(found[0].said), len(found[0].moves)) == (
        "cy-GB",
        Closed(date(2025, 2, 1), "Letter 7"),
        2,
        2,
    )


def test_decisions_to_publish_in_spite_of_a_rule_are_told_apart_from_others(store: Store) -> None:
    def decided(what: DecisionKind, by: str) -> Decision:
        return Decision(what=what, by=by, role="Chief Executive", on=date(2024, 7, 2), reason="Why", version_label="1.0", codes=("a", "b"))

    spite = tuple(decided(DecisionKind.PUBLISHED_WITH_EXCEPTION, by) for by in ("Z", "A"))
    record = a_record("r1")
    save(store, replace(record, state=replace(record.state, decisions=(decided(DecisionKind.SIGNED_OFF, "B"), *spite))), a_record("r2"))
    with store.work() as work:
        assert work.register.exceptions(("r1", "r2", "r3")) == {"r1": spite}
        assert work.register.exceptions(()) == {}


def test_a_decision_of_no_day_is_said(path: Path) -> None:
    record = a_record("r1")
    decision = Decision(what=DecisionKind.PUBLISHED_WITH_EXCEPTION, by="A", on=date(2024, 7, 2))
    with opened(path) as store:
        save(store, replace(record, state=replace(record.state, decisions=(decision,))))
    with closing(sqlite3.connect(path)) as connection:
        connection.execute('UPDATE decisions SET "on" = ?', ("2024-13-45",))
        connection.commit()
    with opened(path) as store, store.work() as work, pytest.raises(StoreDamaged) as caught:
        work.register.exceptions(("r1",))
    assert caught.value.record_id == "r1"


def test_states_follow_from_words_alone(store: Store) -> None:
    save(store, every_case("r1"))
    states = {each.finding_id: each.state for each in listed(store, "r1")}
    assert [states[each] for each in "abcdefghi"] == [
        FindingState.ANSWERED,
        FindingState.IN_DRAFT,
        FindingState.ANSWERED,
        FindingState.NOT_NEEDED,
        FindingState.ANSWERED,
        FindingState.ANSWERED,
        FindingState.NOT_NEEDED,
        FindingState.IN_DRAFT,
        FindingState.IN_DRAFT,
    ]


def test_only_records_that_are_there_are_listed_the_last_changed_first(store: Store, clock: Clock) -> None:
    for record_id in ("r1", "r2", "r3"):
        save(store, a_record(record_id))
        clock.pass_by(minutes=1)
    with store.work() as work:
        work.records.delete("r2")
        work.commit()
    with store.work() as work:
        assert work.register.record_ids() == ("r3", "r1")
    assert {each.record_id for each in listed(store, "r1", "r2", "r3", "r4")} == {"r1", "r3"}
    assert listed(store) == ()


@pytest.mark.parametrize("value", ["2024-13-45", "x"])
def test_a_date_that_is_none_is_said(path: Path, value: str) -> None:
    with opened(path) as store:
        save(store, every_case("r1"))
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE findings SET due_date = ?", (value,))
        connection.commit()
    with opened(path) as store, pytest.raises(StoreDamaged) as caught:
        listed(store, "r1")
    assert caught.value.record_id == "r1" and value not in str(caught.value)


def test_forty_records_are_read_at_once(store: Store, record_property: Callable[[str, object], None]) -> None:
    """The page reads so many at a time, between what the user does."""
    save(store, *(every_case(f"r{at}") for at in range(40)))
    ids = tuple(f"r{at}" for at in range(40))

    def milliseconds() -> float:
        began = time.process_time()
        assert len(listed(store, *ids)) == 360
        return (time.process_time() - began) * 1000

    quickest = min(milliseconds() for _ in range(4))
    record_property("hint", f"store: 360 findings of {len(ids)} records listed in {quickest:.0f} ms of processor time")
    assert quickest < 200
