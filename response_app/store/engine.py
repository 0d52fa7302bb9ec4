"""Takes the file of the store for this process alone, once it has been looked at (start of every step).

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

from sqlalchemy import Engine, Row, Select, create_engine, event
from sqlalchemy.engine import Connection
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import StaticPool

from .faults import in_plain_words
from .looking import PATIENCE_SECONDS, address_of

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


def take(path: Path) -> sqlite3.Connection:
    """Open the file at `path` for this process alone, making it when it is not there.

    Raises:
        Held: another process has it open.
        StoreUnavailable: it cannot be opened or written.
        StoreDamaged: it is damaged.
    """
    with in_plain_words(), contextlib.ExitStack() as on_failure:
        connection = sqlite3.connect(address_of(path), uri=True, timeout=PATIENCE_SECONDS, isolation_level=None)
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
