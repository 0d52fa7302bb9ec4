"""Looks at the file of the store before it is taken, without changing a byte of it (start of every step).

SQLAlchemy is not imported here, so that a start can look while it imports that.
"""

from __future__ import annotations

import contextlib
import sqlite3
from pathlib import Path
from threading import Thread
from urllib.parse import quote

from ..errors import StoreUnavailable
from .faults import damaged_file, in_plain_words
from .location import refuse_share

APPLICATION_ID = 0x49525350
"""The mark in the file's header by which a store is known ("IRSP")."""

PATIENCE_SECONDS = 0.25
"""How long one waits for another process that has the file open."""


def look(path: Path, newest: int) -> int:
    """Return the schema number of the store at `path`, 0 for none or an empty one, without changing a byte of it.

    Args:
        path: the file, which need not exist.
        newest: the newest schema number that this app knows.

    Raises:
        StoreUnavailable: the store is newer than this app, or the file is not one of ours.
        StoreDamaged: its structure is not whole.
        Held: another process has it open.
    """
    if not path.exists() or path.stat().st_size == 0:
        return 0
    with in_plain_words(), _read_only(path) as connection:
        application = connection.execute("PRAGMA application_id").fetchone()[0]
        version = int(connection.execute("PRAGMA user_version").fetchone()[0])
        if not connection.execute("SELECT 1 FROM sqlite_master").fetchone():
            return 0  # the first start ended before the tables were made
        if application != APPLICATION_ID:
            raise StoreUnavailable(
                "The file in the place of your records is not one of this app's.",
                "It was not changed. Move it elsewhere, or restore a backup.",
            )
        if version > newest:
            raise StoreUnavailable(
                "Your records were saved by a newer version of this app.",
                "They are safe and were not changed. Install the newer version to open them.",
            )
        if connection.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
            raise damaged_file()
        return version


def _read_only(path: Path) -> contextlib.closing[sqlite3.Connection]:
    """Open for looking only; without a journal beside it the file is looked at as it is, and no helper file is made."""
    address = f"{address_of(path)}?mode=ro{'' if _has_journal(path) else '&immutable=1'}"
    return contextlib.closing(sqlite3.connect(address, uri=True, timeout=PATIENCE_SECONDS))


def _has_journal(path: Path) -> bool:
    journal = path.with_name(f"{path.name}-wal")
    return journal.exists() and journal.stat().st_size > 0


def address_of(path: Path) -> str:
    """Return the address by which SQLite opens the file."""
    return f"file:{quote(path.absolute().as_posix())}"


class EarlyLook:
    """The look at the store on a thread of its own, while the rest of what the start needs is imported.

    It counts only where it found nothing wrong and the file is still the same when it is to be taken; otherwise
    whoever opens the store looks again, and says what is wrong.
    """

    def __init__(self, path: Path, newest: int) -> None:
        """Begin to look at the store at `path`, which is to have at most the schema number `newest`."""
        self._path = path
        self._newest = newest
        self._seen: tuple[int, ...] | None = None
        self._version = 0
        self._thread = Thread(target=self._look, name="look at the store", daemon=True)
        self._thread.start()

    def version(self) -> int | None:
        """Wait until it is done; return the schema number of the store, None where one has to look again."""
        self._thread.join()
        if self._seen is None or self._seen != _identity(self._path):
            return None
        with in_plain_words(), _read_only(self._path) as connection:
            same = int(connection.execute("PRAGMA user_version").fetchone()[0]) == self._version
        return self._version if same else None

    def _look(self) -> None:
        with contextlib.suppress(Exception):
            refuse_share(self._path)
            seen = _identity(self._path)
            if seen is not None:
                self._version = look(self._path, self._newest)
                self._seen = seen


def _identity(path: Path) -> tuple[int, ...] | None:
    """Which file it is and when it was last written, None where one journal or an empty file says that it is not whole by itself.

    The file is not opened for this: to close it again would let go of a lock that this process has on it.
    """
    try:
        found = path.stat()
    except OSError:
        return None
    if found.st_size == 0 or _has_journal(path):
        return None
    return found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns
