"""Every key of a record has its place in the store."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, given, settings

from response_app.domain.finding import Closed, Finding, FindingKind
from response_app.domain.office import Logo, Office
from response_app.domain.places import texts
from response_app.domain.record import Record
from response_app.store import layout
from response_app.store.mapping import owner_of, record_from, rows_of
from response_app.store.opening import Store

from ..fixtures.sample_records import large_record
from ..fixtures.soak import how_many
from ..fixtures.strategies import records
from .support import a_record, full_record, opened, save, stored

some = settings(
    max_examples=how_many(in_test=40, in_soak=1000),
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.function_scoped_fixture],
)


@pytest.fixture(scope="module")
def one_store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """One store for many records."""
    with opened(tmp_path_factory.mktemp("many") / "records.db") as store:
        yield store


@pytest.mark.soak
@given(records(), records())
@some
def test_any_record_comes_back_equal(one_store: Store, first: Record, second: Record) -> None:
    """Saved, and changed into any other."""
    record_id = str(uuid4())
    first, second = replace(first, record_id=record_id), replace(second, record_id=record_id)
    save(one_store, first)
    assert stored(one_store, record_id) == first
    with one_store.work() as work:
        assert work.records.update(second) == (first != second)
        assert work.records.get(record_id) == second
        assert not work.records.update(second)
        work.commit()
    assert stored(one_store, record_id) == second


@given(records())
@some
def test_texts_have_the_places_that_the_app_calls_them_by(record: Record) -> None:
    """And every place leads back to the table that its text belongs to."""
    rows = rows_of(record)
    assert rows.texts == {each.place: each.text for each in texts(record) if each.text}
    for place in rows.texts:
        assert any(not made.owner_key or (record.record_id, *key) in rows.tables[made.name] for made, key in owner_of(place))
    assert record_from({name: list(of.values()) for name, of in rows.tables.items()}, rows.texts) == record


def test_an_empty_thing_is_not_a_missing_one(store: Store) -> None:
    """A finding closed without a date, a logo without a name."""
    finding = Finding("f1", FindingKind.RECOMMENDATION, closed=Closed())
    save(store, a_record(findings=(finding,), office=Office(logo=Logo("", ""))), a_record("r2", office=Office()))
    assert stored(store).findings[0].closed == Closed()
    assert stored(store).office.logo == Logo("", "")
    assert stored(store, "r2").office.logo is None


def test_order_is_kept_when_things_change_places(store: Store) -> None:
    """Findings are moved, taken out and put in."""
    record = replace(large_record(), record_id="r1")
    save(store, record)
    shuffled = (*record.findings[50:], Finding("new", FindingKind.RECOMMENDATION), *record.findings[10:50])
    with store.work() as work:
        work.records.update(replace(record, findings=shuffled))
        work.commit()
    assert stored(store) == replace(record, findings=shuffled)


def test_half_a_character_can_be_saved(store: Store) -> None:
    """What no file can hold is left out, and the rest is kept."""
    save(store, a_record(office=Office(force="a\ud800b", contact="nul\x00")))
    assert stored(store).office == Office(force="ab", contact="nul\x00")


@dataclass(frozen=True)
class Strange:
    """Has a field of a kind that a record never had."""

    when: date | None
    odd: dict[str, str]


def test_a_field_without_a_place_is_refused() -> None:
    """A kind of value that the layout does not know stops the start, not a save."""
    with pytest.raises(TypeError, match="no place for dict"):
        layout.shape_of(Strange, "", "", "records", ("of_record",))


def test_a_record_with_something_in_every_field(store: Store) -> None:
    """Comes back equal, and nothing in it was left at its default."""
    record = full_record("r1")
    save(store, record)
    assert stored(store) == record
    rows = rows_of(record)
    assert all(rows.tables.values())
    empty = rows_of(Record(record_id="r1")).tables["records"]["r1",]
    assert not {name for name, value in rows.tables["records"]["r1",].items() if value == empty[name]} - {"record_id"}
