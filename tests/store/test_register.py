"""The register is read quickly, and says what the records themselves say."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from response_app.domain.answering import answering
from response_app.domain.finding import Action, ActionKind, Applies, Finding, FindingKind, TargetMove
from response_app.domain.office import JointBody
from response_app.domain.record import Record
from response_app.domain.register import Entry, FindingState, entries
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
