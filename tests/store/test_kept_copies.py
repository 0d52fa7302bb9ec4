"""Backups that the app makes by itself: a folder of checked copies, of which the ladder keeps some."""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from response_app.errors import StoreDamaged, WriteFailed
from response_app.interchange import write_fragment
from response_app.store import backup
from response_app.store.opening import Store

from .support import A_DAY, Clock, a_record, opened, save, stored
from .test_backup import overwritten, without_a_row
from .test_damage import NOW_THERE, PLACE, flip, written


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where the backups are; it is not there yet."""
    return tmp_path / "deep" / "backups"


def test_a_copy_taken_on_one_thread_is_kept_whole_by_another(store: Store, folder: Path) -> None:
    """And what was written since is not in it."""
    save(store, a_record())
    copy = store.take_copy()
    save(store, a_record("r2"))
    made = backup.keep(copy, folder)
    assert (made.at, made.rows["records"]) == (A_DAY, 1)
    assert backup.taken_in(folder) == {A_DAY: made.path}
    with opened(made.path) as kept:
        assert stored(kept) == a_record()


@pytest.mark.skipif(os.name != "posix", reason="permissions as Linux and macOS have them")
def test_only_its_owner_may_read_a_backup(store: Store, folder: Path) -> None:
    made = backup.keep(store.take_copy(), folder)
    assert (folder.stat().st_mode | made.path.stat().st_mode) & 0o077 == 0


@pytest.mark.parametrize("spoil", [without_a_row, overwritten, lambda data: data[:4096]])
def test_a_spoilt_copy_is_never_written_and_lets_nothing_go(store: Store, folder: Path, spoil: object) -> None:
    save(store, a_record())
    backup.keep(store.take_copy(), folder)
    before = sorted(folder.iterdir())
    copy = store.take_copy()
    spoilt = replace(copy, data=spoil(copy.data), at=A_DAY + timedelta(days=900))  # type: ignore[operator]
    with pytest.raises(StoreDamaged):
        backup.keep(spoilt, folder)
    assert sorted(folder.iterdir()) == before


def test_old_backups_go_and_other_files_stay(store: Store, folder: Path) -> None:
    """As the ladder has it, with the new one."""
    daily = earlier(folder, 100)
    others = {"records before update 2020-01-01 0900.db", "records 2020-01-01 090000.000 UTC.db.old", "notes.txt"}
    for name in others:
        (folder / name).write_bytes(b"")
    newest = backup.keep(store.take_copy(), folder)
    taken = backup.taken_in(folder)
    assert set(taken) == backup.kept({*daily, newest.at}, newest.at)
    assert len(taken) < 40
    assert {each.name for each in folder.iterdir()} - {each.name for each in taken.values()} == others


def test_while_a_text_is_damaged_no_backup_goes(path: Path, clock: Clock, folder: Path) -> None:
    """An older one may be the last that has its words."""
    written(path, clock)
    flip(path, write_fragment(NOW_THERE).encode(), 9, 1)
    earlier(folder, 100)
    with opened(path, clock) as store:
        made = backup.keep(store.take_copy(), folder)
    assert made.damaged == (("r1", PLACE),)
    assert len(backup.taken_in(folder)) == 101


def test_one_that_cannot_be_removed_does_not_spoil_the_new_one(store: Store, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It goes another time."""
    earlier(folder, 100)

    def refuse(path: Path) -> None:
        raise WriteFailed(f"{path} is open in another program.")

    monkeypatch.setattr(backup, "remove", refuse)
    made = backup.keep(store.take_copy(), folder)
    assert made.at in backup.taken_in(folder) and len(backup.taken_in(folder)) == 101


def earlier(folder: Path, number: int) -> list[datetime]:
    """Let the folder hold a backup of each of so many days before; return their times."""
    folder.mkdir(parents=True)
    times = [A_DAY - timedelta(days=each + 1) for each in range(number)]
    for at in times:
        (folder / f"records {at:%Y-%m-%d %H%M%S}.000 UTC.db").write_bytes(b"")
    return times


def test_two_copies_of_one_second_are_two_backups(store: Store, folder: Path) -> None:
    """The one before a risky act is not written over by the one after it."""
    copy = store.take_copy()
    backup.keep(copy, folder)
    backup.keep(replace(copy, at=copy.at + timedelta(milliseconds=1)), folder)
    assert len(backup.taken_in(folder)) == 2


def test_the_name_is_in_utc(store: Store, folder: Path) -> None:
    """So that the hour that comes twice in October is two hours."""
    local = A_DAY.astimezone(datetime.strptime("+0100", "%z").tzinfo)
    made = backup.keep(replace(store.take_copy(), at=local), folder)
    assert made.path.name == "records 2024-06-04 094100.000 UTC.db"
    assert backup.taken_in(folder) == {datetime(2024, 6, 4, 9, 41, tzinfo=UTC): made.path}


def test_a_folder_that_cannot_be_made_is_said(store: Store, folder: Path) -> None:
    folder.parent.write_bytes(b"in the way")
    with pytest.raises(WriteFailed, match="cannot be made"):
        backup.keep(store.take_copy(), folder)


def test_a_name_that_only_looks_like_a_time_is_nobodys_business(tmp_path: Path) -> None:
    (tmp_path / "records 2024-13-45 094100.000 UTC.db").write_bytes(b"")
    assert backup.taken_in(tmp_path) == {}
