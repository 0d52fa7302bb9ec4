"""Makes the tables of a new store from the models (start of every step)."""

from __future__ import annotations

from sqlalchemy import Column, Connection, MetaData, PrimaryKeyConstraint, String, Table, insert, text

from . import search
from .looking import APPLICATION_ID
from .migrations import OURS
from .tables import metadata

revision = Table(
    "alembic_version",
    MetaData(),
    Column("version_num", String(32), nullable=False),
    PrimaryKeyConstraint("version_num", name="alembic_version_pkc"),
)
"""Where Alembic looks for the revision of a store; as it would make the table itself."""


def create(connection: Connection) -> None:
    """Make all tables and put the marks of the newest schema into the file, in the transaction of `connection`."""
    metadata.create_all(connection, checkfirst=False)
    connection.execute(text(search.CREATE))
    revision.create(connection, checkfirst=False)
    connection.execute(insert(revision).values(version_num=OURS.revisions[-1]))
    mark(connection, OURS.newest)


def mark(connection: Connection, number: int) -> None:
    """Write the app's mark and the schema number into the file's header."""
    connection.execute(text(f"PRAGMA application_id = {APPLICATION_ID}"))
    connection.execute(text(f"PRAGMA user_version = {number}"))
