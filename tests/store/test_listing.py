"""The rows of the list of records: quick, and yet every value as it was written."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Any

import pytest

from response_app.domain.finding import Action, ActionKind, Finding, FindingKind
from response_app.domain.inspection import InspectionKind
from response_app.domain.next_step import next_step, next_step_of
from response_app.domain.publication_acts import Act
from response_app.domain.response import (
    ClockApplies,
    ClockDecision,
    Copy,
    CopyTo,
    Correction,
    Decision,
    DecisionKind,
    Invitation,
    Marking,
    Publication,
    PublishedFile,
    Status,
)
from response_app.store.listing import RecordRow
from response_app.store.opening import Store

from .support import Clock, a_record, opened, save, set_text, words

A_DAY = date(2024, 6, 26)
SIGNED = Decision(what=DecisionKind.SIGNED_OFF, by="A", on=date(2024, 6, 20), version_label="1.0")
FILES = (PublishedFile("response.pdf"), PublishedFile("response.html"))
COPIES = (Copy(CopyTo.INSPECTORS, "", "1.0", A_DAY), Copy(CopyTo.SECRETARY_OF_STATE, "", "1.0", A_DAY))
LIVE = Publication(confirmed_on=A_DAY)


def listed(store: Store) -> tuple[RecordRow, ...]:
    """Return the list of records."""
    with store.work() as work:
        return work.records.list()


@pytest.mark.parametrize("value", [*InspectionKind, *ClockApplies, *Status, *Marking, None], ids=str)
def test_every_choice_comes_back(store: Store, value: StrEnum | None) -> None:
    """As itself, not as the word that stands for it."""
    record = a_record()
    inspection, state = record.inspection, record.state
    match value:
        case InspectionKind():
            inspection = replace(inspection, kind=value)
        case ClockApplies():
            state = replace(state, clock=ClockDecision(value))
        case Status():
            state = replace(state, status=value)
        case Marking() | None:
            state = replace(state, marking=value)
    save(store, replace(record, inspection=inspection, state=state))
    (row,) = listed(store)
    shown = (row.kind, row.clock_applies, row.status, row.marking)
    assert shown == (inspection.kind, state.clock.applies, state.status, state.marking)
    assert [type(each) for each in shown[:3]] == [InspectionKind, ClockApplies, Status]
    assert row.marking is state.marking


def test_every_date_comes_back(store: Store) -> None:
    """Each in its own place, and none where there is none."""
    record = a_record()
    dates = Publication(planned_on=date(2024, 7, 2), confirmed_on=date(2024, 7, 8))
    inspection = replace(record.inspection, published_on=date(2024, 5, 14))
    save(store, replace(record, inspection=inspection, state=replace(record.state, publication=dates)))
    without = a_record("r2")
    inspection = replace(without.inspection, published_on=None)
    save(store, replace(without, inspection=inspection, state=replace(without.state, publication=Publication())))
    rows = {row.record_id: (row.published_on, row.planned_on, row.confirmed_on) for row in listed(store)}
    assert rows == {"r1": (date(2024, 5, 14), date(2024, 7, 2), date(2024, 7, 8)), "r2": (None, None, None)}


def test_deleted_records_have_a_list_of_their_own(store: Store, clock: Clock) -> None:
    """With the moment of it, to the microsecond and with its zone."""
    save(store, a_record())
    save(store, a_record("r2"))
    changed = clock.now
    clock.pass_by(minutes=1.2345)
    with store.work() as work:
        work.records.delete("r2")
        work.commit()
    assert [row.record_id for row in listed(store)] == ["r1"]
    with store.work() as work:
        (row,) = work.records.deleted()
    assert (row.record_id, row.changed_at, row.deleted_at) == ("r2", changed, clock.now)
    assert row.deleted_at is not None
    assert row.deleted_at.utcoffset() == row.changed_at.utcoffset() == clock.now.utcoffset()


def test_a_title_with_bytes_that_are_no_characters_is_listed_all_the_same(path: Path) -> None:
    """One flipped bit hides no record; nor does the quick way of reading stay switched on."""
    with opened(path) as store:
        save(store, a_record())
        save(store, a_record("r2"))
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE records SET inspection_title = CAST(x'41ff42' AS TEXT) WHERE record_id = 'r1'")
        connection.commit()
    with opened(path) as store:
        assert {row.record_id: row.title for row in listed(store)}["r1"] == "A\ufffdB"
        with store.work() as work:
            assert work.records.get("r1").inspection.title == "A\ufffdB"
        assert len(listed(store)) == 2


def test_what_the_next_step_follows_from_is_listed(store: Store) -> None:
    """The invitation, what the web team has, and the last day of each decision; of a record that is still written none of these."""
    decisions = (
        Decision(what=DecisionKind.TEXT_AGREED, by="A", on=date(2024, 6, 10)),
        Decision(what=DecisionKind.SIGNED_OFF, by="A", on=date(2024, 6, 20)),
        Decision(what=DecisionKind.TEXT_AGREED, by="A", on=date(2024, 6, 17)),
        Decision(what=DecisionKind.TEXT_AGREED, by="A", on=None),
    )
    invitation = Invitation(date(2024, 5, 20), date(2024, 6, 3), received_on=date(2024, 6, 1), agreed_on=date(2024, 6, 2))
    state = replace(
        a_record().state,
        status=Status.AWAITING_SIGN_OFF,
        decisions=decisions,
        invitation=invitation,
        publication=Publication(given_on=A_DAY),
    )
    save(store, replace(a_record(), state=state), replace(a_record("r2"), state=replace(state, status=Status.DRAFTING)))
    rows = {row.record_id: row for row in listed(store)}
    first = rows["r1"]
    assert (first.sent_on, first.reply_by, first.received_on, first.agreed_on, first.given_on) == (
        date(2024, 5, 20),
        date(2024, 6, 3),
        date(2024, 6, 1),
        date(2024, 6, 2),
        A_DAY,
    )
    assert (first.text_agreed_on, first.signed_on) == (date(2024, 6, 17), date(2024, 6, 20))
    assert (rows["r2"].text_agreed_on, rows["r2"].signed_on, rows["r2"].sent_on) == (None, None, date(2024, 5, 20))
    for row in rows.values():
        with store.work() as work:
            assert next_step(row, A_DAY, "Commissioner") == next_step_of(work.records.get(row.record_id), A_DAY, "Commissioner")


STATES: tuple[dict[str, Any], ...] = (
    {"status": Status.SIGNED_OFF},
    {"status": Status.SIGNED_OFF, "version_label": "1.1"},
    {"status": Status.AWAITING_SIGN_OFF},
    {"status": Status.SIGNED_OFF, "publication": Publication(files=FILES)},
    {"status": Status.SIGNED_OFF, "publication": Publication(given_on=A_DAY, files=FILES)},
    {"status": Status.PUBLISHED},
    {"status": Status.PUBLISHED, "publication": LIVE, "copies": ()},
    {"status": Status.PUBLISHED, "publication": LIVE, "copies": (COPIES[0], COPIES[0])},
    {"status": Status.PUBLISHED, "publication": LIVE, "copies": (COPIES[0], Copy(CopyTo.SECRETARY_OF_STATE, "", "1.0"))},
    {"status": Status.PUBLISHED, "publication": LIVE, "version_label": "1.1"},
    {"status": Status.PUBLISHED, "publication": LIVE},
    {"status": Status.DRAFTING, "publication": LIVE, "version_label": "1.1", "corrections": (Correction("1.1", A_DAY, "A name."),)},
    {"status": Status.SIGNED_OFF, "publication": LIVE, "version_label": "1.1", "corrections": (Correction("1.1", A_DAY, "A name."),)},
    {"status": Status.PUBLISHED, "publication": LIVE, "version_label": "1.1", "corrections": (Correction("1.1", A_DAY, "A name."),)},
    {"status": Status.DRAFTING, "publication": LIVE, "corrections": (Correction("1.1", A_DAY, "Another version’s."),)},
    {"status": Status.CLOSED, "publication": LIVE},
)


def test_the_next_act_of_publication_is_that_of_the_open_record(store: Store) -> None:
    """The list asks the store for it in a few questions, an open record is looked at itself: both say the same."""
    usual: dict[str, Any] = {"version_label": "1.0", "decisions": (SIGNED,), "copies": COPIES, "publication": Publication()}
    records = [replace(a_record(f"r{at}"), state=replace(a_record().state, **{**usual, **each})) for at, each in enumerate(STATES)]
    save(store, *records)
    rows = {row.record_id: next_step(row, A_DAY, "Commissioner") for row in listed(store)}
    assert [rows[each.record_id] for each in records] == [next_step_of(each, A_DAY, "Commissioner", {Act.PROMINENT}) for each in records]
    after = {"Follow up the findings", "Nothing to do"}
    assert {step.words for step in rows.values()} == {each.value for each in Act if each is not Act.PROMINENT} | after


def test_answers_in_draft_are_counted_with_every_change(store: Store) -> None:
    """An answer that is begun without words; one that is answered with such a one; none that needs no answer."""
    begun = Finding("f1", FindingKind.AREA_FOR_IMPROVEMENT, action=(Action(ActionKind.PROPOSED),))
    other = Finding("f2", FindingKind.AREA_FOR_IMPROVEMENT, answered_with="f1")
    untouched = Finding("f3", FindingKind.AREA_FOR_IMPROVEMENT)
    practice = Finding("f4", FindingKind.PROMISING_PRACTICE, action=(Action(ActionKind.TAKEN),))
    save(store, a_record(findings=(begun, other, untouched, practice)))

    def counted() -> tuple[int, int, int]:
        (row,) = listed(store)
        return row.to_answer, row.answered, row.in_draft

    assert counted() == (3, 0, 2)
    set_text(store, "findings[f1].action[0].text", words("We will."))
    assert counted() == (3, 2, 0)
    set_text(store, "findings[f1].action[0].text", ())
    assert counted() == (3, 0, 2)
    with store.work() as work:
        work.records.update(a_record(findings=(replace(begun, action=()), replace(other, answered_with=None), untouched)))
        work.commit()
    assert counted() == (3, 0, 0)


def test_the_most_urgent_are_open_and_have_a_date_and_are_none_where_they_are_too_few(store: Store) -> None:
    """The earliest report first, then by title."""

    def put(record_id: str, published: date | None, title: str = "A", **state: object) -> None:
        record = a_record(record_id)
        inspection = replace(record.inspection, published_on=published, title=title)
        clock = {"clock": ClockDecision(ClockApplies.UNDECIDED), "publication": Publication()}
        save(store, replace(record, inspection=inspection, state=replace(record.state, **{**clock, **state})))

    put("third", date(2024, 5, 14), "b")
    put("second", date(2024, 5, 14), "A")
    put("first", date(2024, 4, 1))
    put("undated", None)
    put("live", date(2024, 1, 1), publication=Publication(confirmed_on=date(2024, 2, 1)))
    put("closed", date(2024, 1, 1), status=Status.CLOSED)
    put("no clock", date(2024, 1, 1), clock=ClockDecision(ClockApplies.NO))
    put("deleted", date(2024, 1, 1))
    with store.work() as work:
        work.records.delete("deleted")
        found = {most: [row.record_id for row in work.records.most_urgent(most)] for most in (2, 3, 4)}
        assert work.records.most_urgent(3)[0] in work.records.list()
    assert found == {2: ["first", "second"], 3: ["first", "second", "third"], 4: []}
