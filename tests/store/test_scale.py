"""How quick the store is with many records, and how large it grows in a year; the figures stand in the summary."""

from __future__ import annotations

import gc
import statistics
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import insert

from response_app.domain.record import Record
from response_app.store.codec import sha256
from response_app.store.engine import engine_for, take
from response_app.store.mapping import rows_of
from response_app.store.opening import Store
from response_app.store.tables import RECORD_TABLES, search_places, texts

from ..fixtures.sample_records import finding, paras, prose
from ..fixtures.soak import how_many
from .support import A_DAY, Clock, Fragments, a_record, opened, save, set_text

MANY = 10_000
PLACE = "sections.overall_comments"
Note = Callable[[str, object], None]


def typical_record(record_id: str, findings: int = 8) -> Record:
    """Return a record of the usual length."""
    return a_record(record_id, findings=tuple(finding(f"f{number}") for number in range(findings)))


def fill(path: Path, number: int) -> None:
    """Put many copies of a record into a new store at once, past the units of work, which would take a minute."""
    opened(path).close()
    connection = take(path)
    engine = engine_for(connection)
    rows = rows_of(typical_record("template", findings=2))
    counts = {"to_answer_count": 2, "answered_count": 2, "in_draft_count": 0}
    about = {"version": 1, "created_at": A_DAY, "changed_at": A_DAY, "deleted_at": None, **counts}
    codec = Fragments()
    written = [(place, codec.write(text)) for place, text in rows.texts.items()]
    with engine.begin() as work:
        for name, table in RECORD_TABLES.items():
            key = "of_record" if "of_record" in table.c else "record_id"
            extra = about if name == "records" else {"version": 1, "to_answer": True} if name == "findings" else {"version": 1}
            copies = [{**row, **extra, key: f"r{each}"} for each in range(number) for row in rows.tables[name].values()]
            if copies:
                work.execute(insert(table), copies)
        at = {"version": 1, "changed_at": A_DAY, "blank": False}
        work.execute(
            insert(texts),
            [
                {"of_record": f"r{each}", "place": place, "html": html, "sha256": sha256(html), **at}
                for each in range(number)
                for place, html in written
            ],
        )
        work.execute(insert(search_places), [{"of_record": f"r{each}", "place": PLACE} for each in range(number)])
        work.exec_driver_sql("INSERT INTO search (rowid, words) SELECT id, 'the words of record ' || of_record FROM search_places")
    engine.dispose()
    connection.close()


@pytest.fixture(scope="module")
def crowded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """An open store with ten thousand records."""
    path = tmp_path_factory.mktemp("crowded") / "records.db"
    fill(path, MANY)
    with opened(path) as store:
        yield store


def milliseconds(act: Callable[[], object], times: int = 5) -> list[float]:
    """Return how long an act took, each time, in milliseconds, the quickest first; without what the tests before it left to collect."""
    taken = []
    gc.collect()
    for _ in range(times):
        start = time.perf_counter()
        act()
        taken.append((time.perf_counter() - start) * 1000)
    return sorted(taken)


def listed(store: Store) -> int:
    """List the records and return their number."""
    with store.work() as work:
        return len(work.records.list())


def test_ten_thousand_records_are_listed_at_once(crowded: Store, record_property: Note) -> None:
    """As one reads a page: within half a second even on a slow machine."""
    assert listed(crowded) == MANY
    taken = milliseconds(lambda: listed(crowded))
    record_property("hint", f"store: {MANY:,} records listed in {statistics.median(taken):.0f} ms")
    assert taken[0] < 500


def test_a_record_among_ten_thousand_opens_as_quickly_as_one_alone(crowded: Store, store: Store, record_property: Note) -> None:
    """Nothing that an author does reads all records."""
    save(store, typical_record("r0", findings=2))

    def read(of: Store) -> Callable[[], object]:
        def act() -> None:
            with of.work() as work:
                work.records.get("r0")

        return act

    one, many = (statistics.median(milliseconds(read(each), 15)) for each in (store, crowded))
    record_property("hint", f"store: a record is read in {one:.1f} ms alone, {many:.1f} ms among {MANY:,}")
    assert many < one * 3


def autosaves(store: Store, times: int) -> list[float]:
    """Return how long autosaves of a page of text took."""
    lines = iter(range(times))
    return milliseconds(lambda: set_text(store, PLACE, paras(prose(next(lines), 4)), "r0"), times)


def test_an_autosave_among_ten_thousand_is_as_quick_as_in_an_empty_store(crowded: Store, store: Store, record_property: Note) -> None:
    """Text, version, search row and the drive's own time."""
    save(store, typical_record("r0", findings=2))
    one, many = (autosaves(each, 60) for each in (store, crowded))
    bare = bare_commits(store.path.with_name("bare.db"), 60)
    record_property(
        "hint",
        f"store: autosave median {one[30]:.1f} ms, p95 {one[56]:.1f} ms; among {MANY:,} records {many[30]:.1f} and {many[56]:.1f} ms;"
        f" a bare commit on this drive {bare[30]:.1f} and {bare[56]:.1f} ms",
    )
    assert many[30] < one[30] * 3
    assert many[30] < bare[30] + 20


def bare_commits(path: Path, times: int) -> list[float]:
    """Return how long it takes to put one row on the drive and nothing else."""
    with closing(take(path)) as connection:
        connection.execute("CREATE TABLE t (a)")
        return milliseconds(lambda: connection.execute("INSERT INTO t VALUES (?)", ("x" * 500,)), times)


def test_search_as_you_type_among_ten_thousand(crowded: Store, record_property: Note) -> None:
    """A word that every record has, and one that a single record has."""

    def find(words: str) -> int:
        with crowded.work() as work:
            return len(work.search.find(words))

    assert (find("wor"), find("r77")) == (50, 50)
    assert find("record r4321") == 1
    slow, quick = (statistics.median(milliseconds(lambda each=each: find(each))) for each in ("wor", "r4321"))
    record_property("hint", f"store: search among {MANY:,}: {slow:.1f} ms for a word in all, {quick:.1f} ms for a word in one")
    assert slow < 200


def test_a_crowded_store_opens_at_once(crowded: Store, tmp_path: Path, record_property: Note) -> None:
    """The look at its structure is the longest part of it."""
    copy = crowded.backup(tmp_path / "copy.db")
    size = copy.path.stat().st_size / 1e6
    start = time.perf_counter()
    opened(copy.path).close()
    taken = (time.perf_counter() - start) * 1000
    record_property("hint", f"store: {size:.0f} MB with {MANY:,} records opened in {taken:.0f} ms")
    assert taken < 5000


@pytest.mark.soak
def test_a_years_use(path: Path, record_property: Note) -> None:
    """Records come, are worked on for eight weeks and thinned every day; the store stays small."""
    records, findings = how_many(in_test=3, in_soak=30), how_many(in_test=4, in_soak=15)
    clock = Clock(datetime(2024, 1, 1, 9, tzinfo=UTC))
    saves = 0
    with opened(path, clock) as store:
        for number in range(records):
            began = datetime(2024, 1, 1, 9, tzinfo=UTC) + timedelta(days=number * 300 // records)
            clock.now = max(clock.now, began)
            record = typical_record(f"r{number}", findings)
            save(store, record)
            saves += work_on(store, clock, record)
        clock.now = max(clock.now, datetime(2024, 12, 31, tzinfo=UTC))
        with store.work() as work:
            work.versions.thin()
            work.commit()
        made = store.backup(path.with_name("copy.db"))
    size, kept = made.path.stat().st_size / 1e6, made.rows["text_versions"]
    record_property(
        "hint", f"store: a year of {records} records with {findings} findings, {saves:,} autosaves: {kept:,} versions, {size:.1f} MB"
    )
    assert 0 < kept < saves
    assert size < records * findings * 0.15 + 2


def work_on(store: Store, clock: Clock, record: Record) -> int:
    """Write every answer in three sittings of half an hour over some days, an autosave a minute, and return the number of saves."""
    places = [PLACE, *(f"findings[{each.id}].action[0].text" for each in record.findings)]
    saves = 0
    for sitting in range(3):
        for place in places:
            for minute in range(how_many(in_test=12, in_soak=30)):
                clock.pass_by(minutes=1)
                set_text(store, place, paras(prose(saves, 2 + sitting + minute // 8)), record.record_id)
                saves += 1
        with store.work() as work:
            work.versions.keep(record.record_id, "sent", "round 1" if sitting == 2 else "")
            work.versions.thin()
            work.commit()
        clock.pass_by(days=2)
    return saves
