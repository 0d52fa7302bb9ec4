"""Backups: whole copies that were opened and checked, or none."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from response_app.errors import StoreDamaged, WriteFailed
from response_app.interchange import write_fragment
from response_app.store import backup
from response_app.store.opening import Store

from .support import Clock, a_record, opened, save, set_text, stored, words
from .test_damage import NOW_THERE, PLACE, flip, written


def test_a_backup_opens_as_a_store_with_everything(store: Store, tmp_path: Path) -> None:
    """Taken while the store is open, with words that only its journal holds yet."""
    save(store, a_record(), a_record("r2"))
    set_text(store, PLACE, NOW_THERE)
    made = store.backup(tmp_path / "copy.db")
    set_text(store, PLACE, words("Later."))
    assert made.damaged == ()
    assert made.rows["records"] == 2
    assert made.sha256 == hashlib.sha256(made.path.read_bytes()).hexdigest()
    with opened(made.path) as copy:
        assert stored(copy).findings[0].chief.text == NOW_THERE
        assert stored(copy, "r2") == a_record("r2")
        with copy.work() as work:
            assert [hit.place for hit in work.search.find("zebrafinch")] == [PLACE]
    assert stored(store).findings[0].chief.text == words("Later.")


def test_a_backup_that_cannot_be_written_leaves_the_old_one(store: Store, tmp_path: Path) -> None:
    """And no half file beside it."""
    target = tmp_path / "backups" / "copy.db"
    with pytest.raises(WriteFailed):
        store.backup(target)
    target.mkdir(parents=True)
    with pytest.raises(WriteFailed):
        store.backup(target)
    assert list(target.parent.iterdir()) == [target]
    save(store, a_record())
    assert stored(store) == a_record()


def test_a_backup_that_did_not_arrive_is_said(store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is read back is compared."""
    real = backup.read_bytes
    monkeypatch.setattr(backup, "read_bytes", lambda path, limit: real(path, limit)[:-1] + b"?")
    with pytest.raises(WriteFailed, match="did not arrive"):
        store.backup(tmp_path / "copy.db")


def test_damage_that_the_store_has_is_named_and_copied_truly(path: Path, clock: Clock) -> None:
    """A store with a damaged text can still be backed up."""
    written(path, clock)
    flip(path, write_fragment(NOW_THERE).encode(), 9, 1)
    with opened(path, clock) as store:
        assert store.backup(path.with_name("copy.db")).damaged == (("r1", PLACE),)


def without_a_row(data: bytes) -> bytes:
    """Delete an action, on which nothing hangs."""
    return changed(data, "DELETE FROM finding_action")


def without_an_owner(data: bytes) -> bytes:
    """Point the texts to a record that is not there."""
    return changed(data, "UPDATE texts SET of_record = 'gone'")


def changed(data: bytes, statement: str) -> bytes:
    """Return the copy after one statement."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        connection.deserialize(data)
        connection.execute(statement)
        return connection.serialize()


def with_an_old_index(data: bytes) -> bytes:
    """Change a row behind the back of its index."""
    name = "ix_activity_of_record_at"
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        connection.deserialize(data)
        connection.execute("PRAGMA writable_schema = ON")
        row = connection.execute("SELECT * FROM sqlite_master WHERE name = ?", (name,)).fetchone()
        connection.execute("DELETE FROM sqlite_master WHERE name = ?", (name,))
        bare = connection.serialize()
    bare = changed(bare, "UPDATE activity SET at = '2000-01-01 00:00:00'")
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        connection.deserialize(bare)
        connection.execute("PRAGMA writable_schema = ON")
        connection.execute("INSERT INTO sqlite_master VALUES (?, ?, ?, ?, ?)", row)
        return connection.serialize()


def overwritten(data: bytes) -> bytes:
    """Overwrite a page in the middle."""
    middle = len(data) // 2 // 4096 * 4096
    return data[:middle] + b"\xff" * 4096 + data[middle + 4096 :]


@pytest.mark.parametrize(
    "spoil", [without_a_row, without_an_owner, with_an_old_index, overwritten, lambda data: data[:4096], lambda data: b"words"]
)
def test_a_copy_that_is_not_whole_is_no_backup(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, spoil: Callable[[bytes], bytes]
) -> None:
    """It is not even written."""
    save(store, a_record())
    with store.work() as work:
        work.activity.add("Asha Patel", "made the record", "r1")
        work.commit()
    real = backup.copy_of
    monkeypatch.setattr(backup, "copy_of", lambda connection: spoil(real(connection)))
    with pytest.raises(StoreDamaged):
        store.backup(tmp_path / "copy.db")
    assert not (tmp_path / "copy.db").exists()


NOW = datetime(2024, 6, 4, 9, 41, tzinfo=UTC)
times = st.lists(st.timedeltas(timedelta(0), timedelta(days=800)) | st.timedeltas(timedelta(0), timedelta(days=20)), max_size=60).map(
    lambda ages: {NOW - age for age in ages}
)


@given(times)
def test_the_ladder_keeps_what_it_promises(taken: set[datetime]) -> None:
    """Two days whole, then never more than 12, 10 and 9, always the newest, and a second look takes nothing more."""
    kept = backup.kept(taken, NOW)
    recent = {each for each in taken if NOW - each <= timedelta(days=2)}
    assert recent <= kept <= taken
    assert len(kept - recent) <= 12 + 10 + 9
    assert backup.kept(kept, NOW) == kept
    older = sorted(taken - recent, reverse=True)
    for day in sorted({each.date() for each in older}, reverse=True)[:12]:
        assert max(each for each in older if each.date() == day) in kept


def test_the_ladder_over_two_years_of_daily_backups() -> None:
    """About a year is reached back."""
    kept = sorted(backup.kept([NOW - timedelta(days=number) for number in range(730)], NOW))
    assert len(kept) == 3 + 12 + 10 + 9
    assert timedelta(days=300) < NOW - kept[0] < timedelta(days=400)


def test_the_ladder_climbed_every_day_reaches_as_far() -> None:
    """Whoever thins after each backup has the same reach as whoever thins once."""
    taken: set[datetime] = set()
    for number in range(730, -1, -1):
        taken = backup.kept({*taken, NOW - timedelta(days=number)}, NOW - timedelta(days=number))
    assert len(taken) == 3 + 12 + 10 + 9
    assert timedelta(days=300) < NOW - min(taken) < timedelta(days=400)


def test_a_long_pause_lets_no_backup_go() -> None:
    """Someone comes back after two years."""
    taken = {NOW - timedelta(days=number) for number in range(10)}
    assert backup.kept(taken, NOW + timedelta(days=730)) == taken
