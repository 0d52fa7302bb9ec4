"""Takes the steps from the schema of a store to that of this version of the app; the only module that imports Alembic's runner."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path

from alembic.config import Config
from alembic.runtime.environment import EnvironmentContext
from alembic.runtime.migration import MigrationContext, MigrationStep, RevisionStep
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine

from ..backup import row_counts
from ..schema import mark, revision
from ..search import INDEX_TABLES
from ..tables import search_places
from . import OURS, Steps

_HERE = Path(__file__).parent
_MADE_AGAIN = {search_places.name, revision.name}


def migrate(
    connection: sqlite3.Connection,
    engine: Engine,
    version: int,
    index_again: Callable[[Connection], None],
    steps: Steps = OURS,
) -> None:
    """Take every step from schema `version` to the newest, each in a transaction of its own; the caller has made a backup.

    Args:
        connection: the store's one connection, outside a transaction.
        engine: the engine on it.
        version: schema number of the store now.
        index_again: makes the search index again from the records, within the last step.
        steps: the schemas and where their modules lie.

    Raises:
        RuntimeError: a step lost rows or left a row without its owner; it was taken back.
    """
    script = ScriptDirectory(str(_HERE), version_locations=[str(_HERE / "versions"), *map(str, steps.folders)])
    for number in range(version + 1, steps.newest + 1):
        # Before BEGIN, because inside a transaction it does nothing: making a table anew would then delete all that hangs on it.
        connection.execute("PRAGMA foreign_keys = OFF")
        try:
            with engine.begin() as transaction:
                rows = _rows(connection)
                _take_step(transaction, script, steps.revisions[number - 1])
                _check(connection, rows)
                if number == steps.newest:
                    index_again(transaction)
                mark(transaction, number)
        finally:
            connection.execute("PRAGMA foreign_keys = ON")


def _take_step(connection: Connection, script: ScriptDirectory, to: str) -> None:
    def upgrade(now: str, _context: MigrationContext) -> list[RevisionStep]:
        newest_first = script.iterate_revisions(to, now, implicit_base=True)
        return [MigrationStep.upgrade_from_script(script.revision_map, each) for each in reversed(list(newest_first))]

    with EnvironmentContext(Config(), script, fn=upgrade, destination_rev=to) as environment:
        environment.configure(connection=connection, render_as_batch=True)
        environment.run_migrations()


def _rows(connection: sqlite3.Connection) -> dict[str, int]:
    return {name: number for name, number in row_counts(connection).items() if not INDEX_TABLES.fullmatch(name) and name not in _MADE_AGAIN}


def _check(connection: sqlite3.Connection, before: dict[str, int]) -> None:
    after = _rows(connection)
    lost = {name: (number, after[name]) for name, number in before.items() if name in after and after[name] != number}
    if lost or connection.execute("PRAGMA foreign_key_check").fetchone():
        raise RuntimeError(f"a step of the store's schema lost rows or owners of rows: {lost}")
