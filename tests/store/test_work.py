"""Units of work: all or nothing, one at a time, nothing alive comes out of them."""

from __future__ import annotations

import logging
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import text as sql
from sqlalchemy.exc import IntegrityError, ResourceClosedError

from response_app.domain.finding import Action, ActionKind, Applies, Finding, FindingKind
from response_app.domain.inspection import InspectionKind
from response_app.domain.record import Record
from response_app.domain.response import ClockApplies, Comment, Marking, Publication, Status
from response_app.store.listing import RecordRow
from response_app.store.opening import Store

from .support import A_DAY, Clock, a_record, opened, save, set_text, stored, words

AFI, CAUSE, RECOMMENDATION = FindingKind.AREA_FOR_IMPROVEMENT, FindingKind.CAUSE_OF_CONCERN, FindingKind.RECOMMENDATION
MARKER = "Zebrafinch"


def rows(store: Store, statement: str) -> list[tuple[object, ...]]:
    """Return what a look into the closed file of a store finds."""
    with closing(sqlite3.connect(store.path)) as connection:
        return connection.execute(statement).fetchall()


def test_nothing_is_saved_without_commit(store: Store) -> None:
    """Whether the work ends well or with an error."""
    with store.work() as work:
        work.records.add(a_record())
        assert work.records.get("r1") == a_record()
    with pytest.raises(ZeroDivisionError), store.work() as work:
        work.records.add(a_record())
        work.settings.set("office", 1)
        raise ZeroDivisionError
    with store.work() as work:
        assert work.records.list() == ()
        assert work.settings.all() == {}
        assert work.search.find("inspection") == ()


def test_units_of_work_are_not_nested(store: Store) -> None:
    """Nor is a copy made or the store closed within one."""
    with store.work() as work:
        work.records.add(a_record())
        for forbidden in (store.close, lambda: store.backup(store.path.with_name("copy.db")), lambda: store.work().__enter__()):
            with pytest.raises(RuntimeError, match="not nested"):
                forbidden()
        work.commit()
    assert stored(store) == a_record()


def test_another_thread_is_refused(store: Store) -> None:
    """The store stays with the thread that opened it."""
    errors: list[BaseException] = []

    def elsewhere() -> None:
        try:
            with store.work():
                pass
        except BaseException as error:
            errors.append(error)

    thread = threading.Thread(target=elsewhere)
    thread.start()
    thread.join()
    assert [str(each) for each in errors] == ["the store belongs to the thread that opened it"]
    save(store, a_record())


def test_work_that_is_over_cannot_be_used(store: Store) -> None:
    """Neither after commit nor after its end, so nothing is changed outside a unit of work."""
    with store.work() as work:
        work.records.add(a_record())
        work.commit()
        with pytest.raises(ResourceClosedError):
            work.records.delete("r1")
    with pytest.raises(ResourceClosedError):
        work.records.list()
    assert stored(store) == a_record()


def test_the_list_shows_each_record_and_its_counts(store: Store, clock: Clock) -> None:
    """Values only, the last changed first."""
    save(store, a_record())
    clock.pass_by(minutes=1)
    other = a_record("r2", findings=())
    state = replace(other.state, status=Status.SIGNED_OFF, marking=Marking.OFFICIAL, publication=Publication(confirmed_on=date(2024, 7, 8)))
    save(store, replace(other, state=state))
    with store.work() as work:
        first, second = work.records.list()
    assert (first.record_id, first.status, first.marking, first.confirmed_on) == (
        "r2",
        Status.SIGNED_OFF,
        Marking.OFFICIAL,
        date(2024, 7, 8),
    )
    assert second == RecordRow(
        record_id="r1",
        title="An inspection of how Exampleshire Police keeps people safe",
        kind=InspectionKind.PEEL,
        force="Exampleshire Police",
        published_on=date(2024, 5, 14),
        clock_applies=ClockApplies.YES,
        planned_on=date(2024, 7, 2),
        confirmed_on=None,
        status=Status.DRAFTING,
        marking=None,
        to_answer=1,
        answered=1,
        in_draft=0,
        sent_on=None,
        reply_by=date(2024, 6, 14),
        received_on=None,
        agreed_on=None,
        given_on=None,
        changed_at=A_DAY,
        deleted_at=None,
    )


def answered_record() -> Record:
    """Return a record with every way of being answered: by itself, with another, by what stands below, by nothing."""
    proposed = (Action(ActionKind.PROPOSED),)
    return a_record(
        findings=(
            Finding("a1", AFI, action=proposed),
            Finding("a2", AFI, answered_with="a1"),
            Finding("c1", CAUSE),
            Finding("c1r1", RECOMMENDATION, parent="c1", action=proposed),
            Finding("c1r2", RECOMMENDATION, parent="c1", answered_with="a2"),
            Finding("o1", RECOMMENDATION, applies=Applies.NO),
            Finding("p1", FindingKind.PROMISING_PRACTICE),
            Finding("l1", AFI, answered_with="l2"),
            Finding("l2", AFI, answered_with="l1"),
        )
    )


def test_counts_follow_the_words_of_answers(store: Store) -> None:
    """On every autosave that gives an answer words or takes them, as when the record is saved whole."""

    def counts() -> tuple[int, int]:
        with store.work() as work:
            (row,) = work.records.list()
        return row.to_answer, row.answered

    save(store, answered_record())
    assert counts() == (7, 0)
    set_text(store, "findings[a1].action[0].text", words("We have done it."))
    assert counts() == (7, 3)
    set_text(store, "findings[c1r1].chief.text", words("The force has done it."))
    assert counts() == (7, 3)
    set_text(store, "findings[c1r1].action[0].text", words("We have done this too."))
    assert counts() == (7, 5)
    set_text(store, "findings[a1].action[0].text", ())
    assert counts() == (7, 1)
    with store.work() as work:
        work.records.update(replace(work.records.get("r1"), findings=answered_record().findings[:3]))
        work.commit()
    assert counts() == (3, 0)


@pytest.mark.parametrize(
    "place",
    [
        "",
        "nowhere",
        "findings[a1].chief",
        "findings[none].chief.text",
        "findings[a1].action[1].text",
        "findings[a1].updates[0].text",
        "record.suggestions[s].now",
    ],
)
def test_a_text_needs_a_place_that_is_there(store: Store, place: str) -> None:
    """Otherwise its words would be lost on reading."""
    save(store, a_record())
    with store.work() as work:
        with pytest.raises(KeyError):
            work.records.set_text("r1", place, words("lost"))
        with pytest.raises(KeyError):
            work.records.set_text("r2", "sections.overall_comments", words("lost"))


def test_a_text_that_is_equal_is_not_written(store: Store, clock: Clock) -> None:
    """And the record keeps the time of its last change."""
    save(store, a_record())
    clock.pass_by(hours=1)
    with store.work() as work:
        assert not work.records.set_text("r1", "sections.overall_comments", a_record().sections.overall_comments)
        assert work.records.set_text("r1", "findings[a1].reason", words("because"))
        work.commit()
    with store.work() as work:
        assert work.records.list()[0].changed_at == clock.now
        assert work.records.get("r1").findings[0].reason == words("because")


def test_an_update_writes_only_what_differs(store: Store) -> None:
    """Every row says how often it was written."""
    record = a_record(findings=(Finding("f1", AFI), Finding("f2", AFI, action=(Action(ActionKind.TAKEN, words("Done.")),))))
    save(store, record)
    changed = replace(record, findings=(replace(record.findings[0], heading="Anew."), record.findings[1]))
    with store.work() as work:
        assert work.records.update(changed)
        work.commit()
    store.close()
    assert rows(store, "SELECT id, version FROM findings") == [("f1", 2), ("f2", 1)]
    assert rows(store, "SELECT version FROM records") == [(2,)]
    assert {version for (version,) in rows(store, "SELECT version FROM texts")} == {1}
    assert rows(store, "SELECT version FROM finding_action") == [(1,)]


def test_what_cannot_be_added_or_found(store: Store) -> None:
    """Is a mistake of the caller's."""
    save(store, a_record())
    with store.work() as work:
        for record_id in ("", "r1"):
            with pytest.raises(ValueError, match="id of its own"):
                work.records.add(a_record(record_id))
        for act in (work.records.get, work.records.delete, work.records.restore, work.records.purge):
            with pytest.raises(KeyError):
                act("none")
        with pytest.raises(KeyError):
            work.records.update(a_record("none"))


def test_a_deleted_record_can_be_restored(store: Store) -> None:
    """It leaves list and search, and comes back to both."""
    save(store, a_record(), a_record("r2"))
    with store.work() as work:
        work.records.delete("r1")
        work.commit()
    with store.work() as work:
        assert [each.record_id for each in work.records.list()] == ["r2"]
        assert [each.record_id for each in work.records.deleted()] == ["r1"]
        assert {hit.record_id for hit in work.search.find("people safe")} == {"r2"}
        work.records.update(a_record("r1", findings=()))
        assert {hit.record_id for hit in work.search.find("people safe")} == {"r2"}
        work.records.restore("r1")
        work.commit()
    with store.work() as work:
        assert [each.record_id for each in work.records.list()] == ["r1", "r2"]
        assert {hit.record_id for hit in work.search.find("people safe")} == {"r1", "r2"}


def test_a_removed_record_leaves_no_word_on_the_computer(store: Store, clock: Clock) -> None:
    """Not in versions, search or activity, nor in the bytes of the file."""
    comment = Comment(id="c1", text=f"{MARKER} in a comment")
    record = a_record(findings=(Finding("f1", AFI, heading=f"{MARKER} heading"),))
    save(store, replace(record, state=replace(record.state, comments=(comment,))), a_record("r2"))
    set_text(store, "sections.overall_comments", words(f"The {MARKER} sings."))
    clock.pass_by(hours=1)
    set_text(store, "sections.overall_comments", words("It sings."))
    with store.work() as work:
        work.activity.add("Asha Patel", f"wrote about {MARKER}", "r1")
        work.commit()
    with store.work() as work:
        assert len(work.search.find(MARKER)) == 2
        work.records.purge("r1")
        work.commit()
    store.close()
    for each in store.path.parent.iterdir():
        assert MARKER.lower().encode() not in each.read_bytes().lower()
    with opened(store.path) as again:
        assert stored(again, "r2") == a_record("r2")


@pytest.fixture
def caught(caplog: pytest.LogCaptureFixture) -> Iterator[pytest.LogCaptureFixture]:
    """Everything that anybody logs."""
    caplog.set_level(logging.DEBUG)
    yield caplog


def test_errors_and_logs_hold_no_words_of_a_text(store: Store, caught: pytest.LogCaptureFixture) -> None:
    """Whoever sends the details of an error sends no draft."""
    save(store, a_record())
    with store.work() as work, pytest.raises(IntegrityError) as failed:
        work.settings._connection.execute(sql("INSERT INTO activity (who, what) VALUES (:words, NULL)"), {"words": MARKER})
    assert MARKER not in str(failed.value)
    set_text(store, "sections.overall_comments", words(MARKER))
    with store.work() as work, pytest.raises(KeyError) as unknown:
        work.records.set_text("r1", "nowhere", words(MARKER))
    assert MARKER not in f"{unknown.value}{caught.text}"


def test_settings_are_set_changed_and_forgotten(store: Store) -> None:
    """Any plain value."""
    with store.work() as work:
        assert work.settings.get("rule", True) is True
        work.settings.set("rule", False)
        work.settings.set("rule", None)
        assert work.settings.get("rule", True) is None
        work.settings.forget("rule")
        assert work.settings.get("rule", True) is True


def test_activity_is_listed_newest_first(store: Store, clock: Clock) -> None:
    """Of one record, or of the whole office."""
    save(store, a_record())
    for number in range(3):
        clock.pass_by(minutes=1)
        with store.work() as work:
            work.activity.add("Asha Patel", f"act {number}", "r1" if number else None)
            work.commit()
    with store.work() as work:
        assert [each.what for each in work.activity.list()] == ["act 2", "act 1", "act 0"]
        assert [each.what for each in work.activity.list("r1")] == ["act 2", "act 1"]
        assert [each.what for each in work.activity.list(most=1)] == ["act 2"]
