"""Verified copies of the whole store, and which of them are kept (every step).

A copy is made in memory by SQLite itself, never of the live file; it is opened and checked, and only then written,
whole or not at all. So there is never a file that looks like a backup and is none. Taking the copy needs the store's
thread; checking, writing and letting old ones go may happen in any other.
"""

from __future__ import annotations

import contextlib
import hashlib
import re
import secrets
import sqlite3
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

from ..atomic_io import read_bytes, remove, write_bytes
from ..errors import WriteFailed
from .attachment_copies import Attached, AttachmentCopies
from .codec import sha256
from .faults import damaged_file

_NAME = re.compile(r"records (\d{4}-\d\d-\d\d \d{6}\.\d{3}) UTC\.db", re.ASCII)
_STAMP = "%Y-%m-%d %H%M%S.%f"
_ALL_FOR = timedelta(days=2)
_LADDER: tuple[tuple[int, Callable[[datetime], object]], ...] = (
    (12, lambda at: at.date()),
    (10, lambda at: at.isocalendar()[:2]),
    (9, lambda at: (at.year, at.month)),
)


@dataclass(frozen=True, slots=True)
class Copy:
    """A copy of the store that was not checked yet.

    Attributes:
        data: the bytes of a store file.
        rows: how many rows each table had in the store.
        at: when it was taken; with a zone.
        attached: hashes of the attached files that records and the office name.
    """

    data: bytes
    rows: Mapping[str, int]
    at: datetime
    attached: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup that was checked.

    Attributes:
        path: the file.
        sha256: of its bytes.
        rows: how many rows each table has.
        damaged: record id and place of texts that were damaged in the store already; the copy is true to it.
        at: when the copy was taken.
        attached: what came of copying the attached files with it.
    """

    path: Path
    sha256: str
    rows: Mapping[str, int]
    damaged: tuple[tuple[str, str], ...]
    at: datetime
    attached: Attached = Attached()


def kept(taken: Iterable[datetime], now: datetime) -> set[datetime]:
    """Return the times of the backups to keep: all of the last 2 days, then the last of 12 days, 10 weeks and 9 months that have one.

    Days, weeks and months without a backup do not count, so a long pause lets none go.
    """
    left = sorted(set(taken), reverse=True)
    keep = {at for at in left if now - at <= _ALL_FOR}
    left = [at for at in left if at not in keep]
    for number, slot in _LADDER:
        filled: dict[object, datetime] = {}
        for at in left:
            if slot(at) not in filled and len(filled) == number:
                break
            filled.setdefault(slot(at), at)
        keep |= set(filled.values())
        left = [at for at in left if slot(at) not in filled]
    return keep


def backup_to(connection: sqlite3.Connection, path: Path, at: datetime) -> Backup:
    """Write a verified copy of the store behind `connection`, which is outside a transaction, to the file `path`.

    Raises:
        WriteFailed: it could not be written, and what stood at `path` is whole; or what is there now is not what was written.
        StoreDamaged: the copy is not whole, because the store is not; nothing was written.
    """
    return write_checked(take_copy(connection, at), path)


def take_copy(connection: sqlite3.Connection, at: datetime) -> Copy:
    """Return everything that is in the store behind `connection` at the moment, unchecked; outside a transaction only."""
    rows = row_counts(connection)
    return Copy(copy_of(connection), rows, at)


def write_checked(copy: Copy, path: Path) -> Backup:
    """Check a copy, write it to the file `path` and read it back; any thread may do this. Errors are those of `backup_to`."""
    damaged = verify(copy.data, copy.rows)
    write_bytes(path, copy.data)
    with contextlib.suppress(OSError):
        path.chmod(0o600)  # as the store itself
    digest = hashlib.sha256(copy.data).hexdigest()
    if hashlib.sha256(read_bytes(path, len(copy.data))).hexdigest() != digest:
        raise WriteFailed(f"The backup {path} did not arrive on the drive as it was written.", "Your records are safe. Use another drive.")
    return Backup(path, digest, copy.rows, damaged, copy.at)


def keep(copy: Copy, folder: Path, attachments: AttachmentCopies | None = None) -> Backup:
    """Write a checked copy into `folder`, made when it is not there, and let those go that the ladder does not keep.

    While the store holds damaged texts, no older copy goes: it may be the last that has their words. Then the attached files
    are copied, of which none ever goes; what is wrong with one is in what is returned. Any thread may do this.

    Raises:
        WriteFailed: it could not be written; older backups are as they were.
        StoreDamaged: the copy is not whole; nothing was written.
    """
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError:
        raise WriteFailed(f"The folder {folder} cannot be made.", "No file was left behind. Check that you may write there.") from None
    at = copy.at.astimezone(UTC).replace(microsecond=copy.at.microsecond // 1000 * 1000)  # as exactly as its name says it
    made = write_checked(replace(copy, at=at), folder / f"records {at.strftime(_STAMP)[:-3]} UTC.db")
    if not made.damaged:
        _thin(folder, at)
    return replace(made, attached=attachments.complete(copy.attached)) if attachments else made


def attached_in(connection: sqlite3.Connection) -> frozenset[str]:
    """Return the hashes of the attached files that the records and the office's logo in a store name."""
    named = "SELECT sha256 FROM attachments UNION SELECT json_extract(value, '$.logo.sha256') FROM office_settings WHERE key = 'office'"
    return frozenset(sha256 for (sha256,) in connection.execute(named).fetchall() if sha256)


def _thin(folder: Path, now: datetime) -> None:
    taken = taken_in(folder)
    for at in taken.keys() - kept(taken, now):
        with contextlib.suppress(WriteFailed):  # it goes another time
            remove(taken[at])


def taken_in(folder: Path) -> dict[datetime, Path]:
    """Return the backups that `keep` wrote into `folder` by their time; files with other names are nobody's business here."""
    try:
        named = [(_NAME.fullmatch(path.name), path) for path in folder.iterdir()]
        return {datetime.strptime(name[1], _STAMP).replace(tzinfo=UTC): path for name, path in named if name}
    except (OSError, ValueError):
        return {}


def copy_of(connection: sqlite3.Connection) -> bytes:
    """Return the bytes of a store file with everything that is in the store now."""
    address = f"file:copy-{secrets.token_hex(8)}?mode=memory&cache=shared"
    with contextlib.closing(sqlite3.connect(address, uri=True)) as memory:
        connection.execute("VACUUM INTO ?", (address,))
        return memory.serialize()


def verify(data: bytes, rows: Mapping[str, int]) -> tuple[tuple[str, str], ...]:
    """Check the bytes of a copy and return record id and place of every damaged text in it; any thread may do this.

    Args:
        data: the bytes of a store file.
        rows: how many rows each table has to have.

    Raises:
        StoreDamaged: structure, references or numbers of rows are not right.
    """
    with contextlib.closing(sqlite3.connect(":memory:", isolation_level=None)) as copy:
        copy.text_factory = partial(str, encoding="utf-8", errors="replace")
        try:
            copy.deserialize(data)
            whole = copy.execute("PRAGMA integrity_check(1)").fetchone()[0] == "ok"
            if not whole or copy.execute("PRAGMA foreign_key_check").fetchone() or row_counts(copy) != rows:
                raise damaged_file()
            texts = copy.execute("SELECT of_record, place, html, sha256 FROM texts")
            return tuple((record_id, place) for record_id, place, html, digest in texts if sha256(html) != digest)
        except sqlite3.DatabaseError:
            raise damaged_file() from None


def row_counts(connection: sqlite3.Connection) -> dict[str, int]:
    """Return the number of rows of every table but SQLite's own."""
    tables = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name")
    return {name: connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for (name,) in tables.fetchall()}
