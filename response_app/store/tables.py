"""The tables of the store, made from the layout; portable types and named constraints (all steps).

What only SQLite has (full-text search, pragmas) is in `search.py` and `engine.py`.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    Date,
    DateTime,
    Dialect,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    MetaData,
    PrimaryKeyConstraint,
    String,
    Table,
    Text,
    TypeDecorator,
    UniqueConstraint,
)
from sqlalchemy.types import TypeEngine

from . import layout

_WORD = 64
_ID_BEFORE_NUMBERS = BigInteger().with_variant(Integer, "sqlite")

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)


class Moment(TypeDecorator[datetime]):
    """A point in time: given and returned with its zone, kept in UTC."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Return the time in UTC, without a zone, as columns hold it."""
        return None if value is None else value.astimezone(UTC).replace(tzinfo=None)

    def result_processor(self, dialect: Dialect, coltype: object) -> Callable[[Any], datetime | None]:
        """Return what gives a column's time its zone, in one step, because lists of records are long."""
        inner: Callable[[Any], Any] = self.impl_instance.result_processor(dialect, coltype) or (lambda value: value)
        return lambda value: None if value is None else inner(value).replace(tzinfo=UTC)


def _type(kind: type) -> TypeEngine[Any]:
    simple: dict[type, TypeEngine[Any]] = {str: Text(), bool: Boolean(), int: BigInteger(), date: Date(), tuple: JSON()}
    return String(_WORD) if issubclass(kind, StrEnum) else simple[kind]


def _record_table(made: layout.Table) -> Table:
    columns: list[Column[Any] | PrimaryKeyConstraint | ForeignKeyConstraint] = [
        Column(name, Text(), nullable=False) for name in made.owner_key
    ]
    if made.own_key != "position":
        columns.append(Column(made.own_key, Text(), nullable=False))
    # An owner that is counted is named by its number.
    if made.owner_key:
        columns.append(Column("position", Integer(), nullable=False))
    else:
        columns += _about_records()
    columns.append(Column("version", Integer(), nullable=False))
    columns += [Column(each.name, _type(each.kind), nullable=each.nullable) for each in made.shape.columns() if each.name != made.own_key]
    columns.append(PrimaryKeyConstraint(*made.key))
    if made.owner_key:
        owner = next(each for each in layout.RECORD_TABLES if made in [child.table for child in each.shape.children()])
        columns.append(ForeignKeyConstraint(made.owner_key, [f"{owner.name}.{key}" for key in owner.key], ondelete="CASCADE"))
    if made.name == "findings":
        columns.append(Column("to_answer", Boolean(), nullable=False))
    return Table(made.name, metadata, *columns)


def _about_records() -> list[Column[Any]]:
    """What the list of records shows and no record holds itself; first in the row, so that the list reads little."""
    return [
        Column("created_at", Moment(), nullable=False),
        Column("changed_at", Moment(), nullable=False),
        Column("deleted_at", Moment(), nullable=True),
        Column("to_answer_count", Integer(), nullable=False),
        Column("answered_count", Integer(), nullable=False),
        Column("in_draft_count", Integer(), nullable=False),
    ]


RECORD_TABLES = {each.name: _record_table(each) for each in layout.RECORD_TABLES}
"""The tables that hold parts of a record, by name, owners first."""

records = RECORD_TABLES["records"]
findings = RECORD_TABLES["findings"]


def _of_record(*, nullable: bool = False) -> Column[str]:
    return Column(layout.RECORD_KEY, Text(), ForeignKey(records.c.record_id, ondelete="CASCADE"), nullable=nullable)


texts = Table(
    "texts",
    metadata,
    _of_record(),
    Column("place", Text(), nullable=False),
    Column("version", Integer(), nullable=False),
    Column("changed_at", Moment(), nullable=False),
    Column("blank", Boolean(), nullable=False),
    Column("sha256", String(_WORD), nullable=False),
    Column("html", Text(), nullable=False),
    PrimaryKeyConstraint(layout.RECORD_KEY, "place"),
)
"""Every rich text, as the HTML fragment of the interchange format with the SHA-256 of its bytes."""

text_versions = Table(
    "text_versions",
    metadata,
    Column("id", _ID_BEFORE_NUMBERS, primary_key=True),
    _of_record(),
    Column("place", Text(), nullable=False),
    Column("changed_at", Moment(), nullable=False),
    Column("taken_at", Moment(), nullable=False),
    Column("reason", String(_WORD), nullable=False),
    Column("named_by", Text(), nullable=False),
    Column("sha256", String(_WORD), nullable=False),
    Column("html", Text(), nullable=False),
    Index(None, layout.RECORD_KEY, "place", "taken_at"),
)
"""Earlier words of a text; `named_by` says which decision, round or publication rests on them, "" for none."""

office_settings = Table(
    "office_settings",
    metadata,
    Column("key", Text(), primary_key=True),
    Column("value", JSON(), nullable=False),
    Column("changed_at", Moment(), nullable=False),
    Column("version", Integer(), nullable=False),
)

activity = Table(
    "activity",
    metadata,
    Column("id", _ID_BEFORE_NUMBERS, primary_key=True),
    _of_record(nullable=True),
    Column("at", Moment(), nullable=False),
    Column("who", Text(), nullable=False),
    Column("what", Text(), nullable=False),
    Index(None, layout.RECORD_KEY, "at"),
)

search_places = Table(
    "search_places",
    metadata,
    Column("id", _ID_BEFORE_NUMBERS, primary_key=True),
    _of_record(),
    Column("place", Text(), nullable=False),
    UniqueConstraint(layout.RECORD_KEY, "place"),
)
"""Which row of the search index holds the words of which place."""
