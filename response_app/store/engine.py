"""Opens the file of the store: first only looks, then takes it for itself alone (start of every step).

Everything that only SQLite has is here and in `search.py`. The process holds one connection, and no other
process has one, so neither shared memory nor SQLite's fault with two connections in WAL mode can come up.
"""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlalchemy import Engine, Row, Select, create_engine, event
from sqlalchemy.engine import Connection
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import StaticPool

from ..errors import StoreUnavailable
from .faults import damaged_file, in_plain_words

APPLICATION_ID = 0x49525350
"""The mark in the file's header by which a store is known ("IRSP")."""

_PATIENCE_SECONDS = 0.25

PRAGMAS = {
    "locking_mode": "exclusive",  # before the first access, so that no shared-memory file is ever made
    "journal_mode": "wal",
    "synchronous": 2,  # FULL: what was said to be saved survives a power cut
    "foreign_keys": 1,
    "trusted_schema": 0,
    "cell_size_check": 1,
    "mmap_size": 0,
    "secure_delete": 1,  # deleted words do not stay in the file
}
"""Settings of the connection, in the order in which they are made, with what each reads back as."""


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
    with in_plain_words(), contextlib.closing(sqlite3.connect(_read_only(path), uri=True, timeout=_PATIENCE_SECONDS)) as connection:
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


def _read_only(path: Path) -> str:
    """The address for looking only; without a journal beside it the file is looked at as it is, and no helper file is made."""
    journal = path.with_name(f"{path.name}-wal")
    with_journal = journal.exists() and journal.stat().st_size > 0
    return f"{_address(path)}?mode=ro{'' if with_journal else '&immutable=1'}"


def _address(path: Path) -> str:
    return f"file:{quote(path.absolute().as_posix())}"


def take(path: Path) -> sqlite3.Connection:
    """Open the file at `path` for this process alone, making it when it is not there.

    Raises:
        Held: another process has it open.
        StoreUnavailable: it cannot be opened or written.
        StoreDamaged: it is damaged.
    """
    with in_plain_words(), contextlib.ExitStack() as on_failure:
        connection = sqlite3.connect(_address(path), uri=True, timeout=_PATIENCE_SECONDS, isolation_level=None)
        on_failure.callback(connection.close)
        # A flipped bit can make characters that are none; the hash of a text then says so, not an error that quotes it.
        connection.text_factory = partial(str, encoding="utf-8", errors="replace")
        for name, value in PRAGMAS.items():
            connection.execute(f"PRAGMA {name}={value}").fetchall()
        # Takes the lock, which is then held until the connection is closed.
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("COMMIT")
        path.chmod(0o600)
        on_failure.pop_all()
    return connection


def settings_of(connection: sqlite3.Connection) -> dict[str, int | str]:
    """Return every setting that `take` makes as it reads back."""
    return {name: connection.execute(f"PRAGMA {name}").fetchone()[0] for name in PRAGMAS}


def engine_for(connection: sqlite3.Connection) -> Engine:
    """Return the engine that works through this one connection; a failed transaction takes its table definitions back too."""
    engine = create_engine("sqlite://", creator=lambda: connection, poolclass=StaticPool, hide_parameters=True)

    # The driver begins no transaction by itself (isolation_level None), as SQLAlchemy's manual has it for SQLite.
    @event.listens_for(engine, "begin")
    def begin(begun: Connection) -> None:
        begun.exec_driver_sql("BEGIN IMMEDIATE")

    return engine


def all_rows(connection: Connection, chosen: Select[*tuple[Any, ...]]) -> Sequence[Row[*tuple[Any, ...]]]:
    """Return all rows of a long list; a word costs a third of what it costs where each is first looked at for characters that are none.

    Args:
        connection: of the unit of work.
        chosen: what to list.
    """
    driver = connection.connection.driver_connection
    assert isinstance(driver, sqlite3.Connection)
    careful, driver.text_factory = driver.text_factory, str
    try:
        return connection.execute(chosen).all()
    except DBAPIError:
        pass  # a flipped bit has made characters that are none; whatever else it is comes again
    finally:
        driver.text_factory = careful
    return connection.execute(chosen).all()
