"""Opening: look first, then take the file alone; refuse in plain words what cannot be opened."""

from __future__ import annotations

import hashlib
import sqlite3
from datetime import datetime
from pathlib import Path

import pytest
from sqlalchemy import text

from response_app.errors import AppError, StoreDamaged, StoreUnavailable, WriteFailed
from response_app.store import holder, location
from response_app.store.engine import engine_for, take
from response_app.store.looking import APPLICATION_ID
from response_app.store.migrations import OURS
from response_app.store.opening import Store

from .support import A_DAY, Clock, a_record, child, opened, save, set_text, stored, words

HOLD = "store = opened(Path(sys.argv[1])); print('open', flush=True); sys.stdin.read(); store.close()"


def contents(folder: Path) -> dict[str, str]:
    """Return the hash of every file in a folder."""
    return {each.name: hashlib.sha256(each.read_bytes()).hexdigest() for each in folder.iterdir()}


def test_the_settings_hold_on_the_live_connection(store: Store) -> None:
    """After a transaction, read back from SQLite itself."""
    save(store, a_record())
    wanted = {
        "locking_mode": "exclusive",
        "journal_mode": "wal",
        "synchronous": 2,
        "foreign_keys": 1,
        "trusted_schema": 0,
        "cell_size_check": 1,
        "mmap_size": 0,
        "secure_delete": 1,
    }
    assert store.pragmas() == wanted
    assert not store.path.with_name("records.db-shm").exists()


def test_a_new_file_bears_our_marks(path: Path) -> None:
    """In its header, and only its owner may read it."""
    opened(path).close()
    with path.open("rb") as file:
        header = file.read(72)
    assert int.from_bytes(header[60:64], "big") == OURS.newest
    assert int.from_bytes(header[68:72], "big") == APPLICATION_ID
    assert path.stat().st_mode & 0o077 == 0


def test_failed_table_definitions_leave_nothing(path: Path) -> None:
    """They are taken back with the rest of the transaction."""
    path.parent.mkdir()
    connection = take(path)
    engine = engine_for(connection)
    with pytest.raises(ZeroDivisionError), engine.begin() as transaction:
        transaction.execute(text("CREATE TABLE half (a)"))
        transaction.execute(text("INSERT INTO half VALUES (1)"))
        raise ZeroDivisionError
    assert connection.execute("SELECT count(*) FROM sqlite_master").fetchone() == (0,)
    engine.dispose()
    connection.close()


def test_a_start_that_fails_in_the_middle_is_begun_again(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A new store has all its tables or none."""
    with monkeypatch.context() as patch, pytest.raises(ZeroDivisionError):
        patch.setattr("response_app.store.schema.mark", lambda *_: 1 / 0)
        opened(path)
    with opened(path) as store:
        save(store, a_record())
        assert stored(store) == a_record()


def test_a_second_process_is_told_who_and_since_when(path: Path) -> None:
    """And gets in when the first has gone."""
    first = child(HOLD, path)
    assert first.stdout is not None
    assert first.stdout.readline() == "open\n"
    since = datetime.fromisoformat("2024-06-04T09:41:00+00:00").astimezone(A_DAY.tzinfo)
    with pytest.raises(StoreUnavailable) as told:
        opened(path, Clock(A_DAY.replace(hour=15)), "Ben Hughes")
    assert told.value.message == (f"Asha Patel on this computer has had your records open since {since:%H:%M} (process {first.pid}).")
    with pytest.raises(StoreUnavailable, match="since 09:41 on 4 June 2024"):
        opened(path, Clock(A_DAY.replace(day=5)))
    assert first.communicate() == ("", "")
    assert first.returncode == 0
    opened(path, who="Ben Hughes").close()


def test_a_second_process_without_the_small_file_is_told_as_well(path: Path) -> None:
    """The lock is what counts, not the file that says whose it is."""
    with opened(path):
        holder.holder_file(path).write_bytes(b"not JSON")
        second = child("opened(Path(sys.argv[1]))", path)
        _, errors = second.communicate()
    assert "StoreUnavailable: Your records are already open in another window or program." in errors


def test_who_holds_it_is_known_until_it_is_closed(path: Path) -> None:
    """And a stale file of a process that was killed keeps nobody out."""
    with opened(path):
        held = holder.holder(path)
        assert held is not None
        assert (held.who, held.since) == ("Asha Patel", A_DAY)
    assert holder.holder(path) is None
    first = child(HOLD, path)
    assert first.stdout is not None
    first.stdout.readline()
    first.kill()
    first.communicate()
    assert holder.holder(path) is not None
    opened(path).close()


def test_a_second_start_asks_the_first_to_come_forward(path: Path) -> None:
    """Each request changes the file that the first watches."""
    with opened(path):
        assert not holder.raise_file(path).exists()
        holder.ask_to_come_forward(path, A_DAY)
        before = holder.raise_file(path).read_bytes()
        holder.ask_to_come_forward(path, A_DAY.replace(minute=42))
        assert holder.raise_file(path).read_bytes() != before


def test_a_full_drive_does_not_keep_anyone_from_reading(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The file that says who has the records is information only."""
    with opened(path) as store:
        save(store, a_record())

    def full(*_args: object) -> None:
        raise WriteFailed("There is no room left on the drive.")

    monkeypatch.setattr(holder, "write_bytes", full)
    with opened(path) as store:
        assert stored(store) == a_record()


def test_a_newer_store_is_refused_and_not_a_byte_changes(path: Path) -> None:
    """Also when its journal was left by a power cut."""
    opened(path).close()
    connection = sqlite3.connect(path)
    connection.execute(f"PRAGMA user_version = {OURS.newest + 1}")
    connection.close()
    before = contents(path.parent)
    with pytest.raises(StoreUnavailable, match="newer version"):
        opened(path)
    assert contents(path.parent) == before


def test_a_newer_store_with_a_journal_is_refused_unchanged(path: Path, tmp_path: Path) -> None:
    """The schema number stands in the journal only."""
    opened(path).close()
    connection = sqlite3.connect(path)
    connection.execute(f"PRAGMA user_version = {OURS.newest + 1}")
    copy = tmp_path / "after the power cut" / "records.db"
    copy.parent.mkdir()
    for each in (path, path.with_name("records.db-wal")):
        copy.with_name(each.name).write_bytes(each.read_bytes())
    connection.close()
    before = contents(copy.parent)
    with pytest.raises(StoreUnavailable, match="newer version"):
        opened(copy)
    assert {name: digest for name, digest in contents(copy.parent).items() if name in before} == before


@pytest.mark.parametrize("content", [b"words", b"SQLite format 3\0" + bytes(2000), b"x" * 10_000])
def test_a_file_that_is_no_store_is_refused_unchanged(path: Path, content: bytes) -> None:
    """Whatever it is."""
    path.parent.mkdir()
    path.write_bytes(content)
    with pytest.raises(AppError):
        opened(path)
    assert path.read_bytes() == content


def test_another_programs_database_is_refused_unchanged(path: Path) -> None:
    """It lacks our mark."""
    path.parent.mkdir()
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE theirs (a)")
    connection.close()
    before = contents(path.parent)
    with pytest.raises(StoreUnavailable, match="not one of this app's"):
        opened(path)
    assert contents(path.parent) == before


def test_a_broken_structure_is_found_before_anything_is_written(path: Path) -> None:
    """A page in the middle is overwritten."""
    with opened(path) as store:
        save(store, *(a_record(f"r{number}") for number in range(20)))
    data = bytearray(path.read_bytes())
    middle = len(data) // 2 // 4096 * 4096
    data[middle : middle + 4096] = b"\xff" * 4096
    path.write_bytes(data)
    with pytest.raises(StoreDamaged, match="damaged"):
        opened(path)
    assert path.read_bytes() == data


MOUNTS = """proc /proc proc rw 0 0
//server/office /mnt/office\\040share cifs rw 0 0
server:/home /net/home nfs4 rw 0 0
/dev/sdb1 /net/home/local ext4 rw 0 0
asha@host: /mnt/far fuse.sshfs rw 0 0
/dev/sda1 / ext4 rw 0 0
"""


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/srv/records.db", "ext4"),
        ("/mnt/office share/deep/records.db", "cifs"),
        ("/mnt/office sharea/records.db", "ext4"),
        ("/net/home/asha/records.db", "nfs4"),
        ("/net/home/local/records.db", "ext4"),
        ("/mnt/far/records.db", "fuse.sshfs"),
    ],
)
def test_the_kind_of_file_system_is_that_of_the_nearest_mount(path: str, kind: str) -> None:
    """As Linux lists mounts."""
    assert location.filesystem_of(Path(path), MOUNTS) == kind


@pytest.mark.parametrize(
    "share", ["\\\\server\\office\\records.db", "//server/office/records.db", "\\\\?\\UNC\\server\\office\\records.db"]
)
def test_an_address_on_a_server_is_refused(share: str) -> None:
    """On every system, before anything is made."""
    with pytest.raises(StoreUnavailable, match="network share") as refused:
        opened(Path(share))
    assert "choose the share as the place for office copies" in refused.value.remedy


def test_a_long_path_on_this_computer_is_no_share() -> None:
    """Windows writes long paths in a way that looks like a server."""
    location.refuse_share(Path("\\\\?\\C:\\Records\\records.db"))


def test_a_mounted_share_is_refused_and_nothing_made(path: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The folder looks like any other."""
    mounts = tmp_path / "mounts"
    mounts.write_text(f"/dev/sda1 / ext4 rw 0 0\nserver:/x {tmp_path} nfs rw 0 0\n")
    monkeypatch.setattr(location, "_MOUNTS", mounts)
    with pytest.raises(StoreUnavailable, match="network share"):
        opened(path)
    assert not path.parent.exists()


def test_a_folder_that_cannot_be_made(tmp_path: Path) -> None:
    """A file is in the way."""
    (tmp_path / "store").write_bytes(b"")
    with pytest.raises(StoreUnavailable, match="cannot be made"):
        opened(tmp_path / "store" / "records.db")


def test_closed_and_opened_again_everything_is_there(path: Path) -> None:
    """Records, texts, settings, activity."""
    with opened(path) as store:
        save(store, a_record())
        set_text(store, "sections.overall_comments", words("The last words."))
        with store.work() as work:
            work.settings.set("office", {"force": "Exampleshire Police", "afis": [1, 2.5, None, True]})
            work.activity.add("Asha Patel", "made the record", "r1")
            work.commit()
    assert sorted(each.name for each in path.parent.iterdir()) == ["records.db", "records.db.holder.json"]
    with opened(path) as store, store.work() as work:
        assert work.records.get("r1").sections.overall_comments == words("The last words.")
        assert work.settings.all() == {"office": {"force": "Exampleshire Police", "afis": [1, 2.5, None, True]}}
        assert [(each.who, each.what, each.at) for each in work.activity.list("r1")] == [("Asha Patel", "made the record", A_DAY)]
