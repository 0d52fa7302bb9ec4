"""Where every part of a record lies in the store, read off the dataclasses: the one source of columns and tables (all steps).

A dataclass inside another is laid out in the same table under a prefix; a list of dataclasses has a table of
its own; a list of words is one column; every rich text lies in the table of texts under its place.
A field that is added to the domain has its column here by itself; the store then needs a migration, and a test says so.
"""

from __future__ import annotations

import types
import typing
from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from enum import StrEnum

from ..domain.record import Record
from ..domain.richtext import RichText

RECORD_KEY = "of_record"
"""The column of every other table that names the record."""


@dataclass(frozen=True, slots=True)
class Column:
    """One value of a row.

    Attributes:
        name: of the column.
        attribute: of the dataclass; "" for a column that says whether an optional dataclass is there.
        kind: str, bool, int, date, a StrEnum, or tuple for a list of words.
        nullable: whether None is one of its values.
    """

    name: str
    attribute: str
    kind: type
    nullable: bool = False


@dataclass(frozen=True, slots=True)
class Text:
    """A rich text: its attribute, and what its place adds to that of the thing it belongs to, such as ".chief.text"."""

    attribute: str
    suffix: str


@dataclass(frozen=True, slots=True)
class Nested:
    """A dataclass in the same table; `present` is the column that tells an empty one from None, for an optional one."""

    attribute: str
    shape: Shape
    present: Column | None = None


@dataclass(frozen=True, slots=True)
class Children:
    """A list of dataclasses in a table of its own."""

    attribute: str
    table: Table


@dataclass(frozen=True, slots=True)
class Shape:
    """How one dataclass is laid out in one table, its fields in order."""

    made: type
    parts: tuple[Column | Text | Nested | Children, ...]

    def columns(self) -> Iterator[Column]:
        """Yield every column, also those of dataclasses inside."""
        for part in self.parts:
            if isinstance(part, Column):
                yield part
            elif isinstance(part, Nested):
                if part.present:
                    yield part.present
                yield from part.shape.columns()

    def texts(self) -> Iterator[Text]:
        """Yield every rich text, also those of dataclasses inside."""
        for part in self.parts:
            if isinstance(part, Text):
                yield part
            elif isinstance(part, Nested):
                yield from part.shape.texts()

    def children(self) -> Iterator[Children]:
        """Yield every list that has its own table, also those of dataclasses inside."""
        for part in self.parts:
            if isinstance(part, Children):
                yield part
            elif isinstance(part, Nested):
                yield from part.shape.children()


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its name, the columns of its parent's key, its own key, and the shape of its rows.

    Attributes:
        name: of the table.
        suffix: what the list adds to the place of its owner, such as ".action"; "" for records.
        owner_key: columns that name the thing that a row belongs to; () for records.
        own_key: "id" where the things have ids, "position" (from 0) where they have none, "record_id" for records.
        shape: of the rows.
    """

    name: str
    suffix: str
    owner_key: tuple[str, ...]
    own_key: str
    shape: Shape

    @property
    def key(self) -> tuple[str, ...]:
        """The columns that name one row."""
        return (*self.owner_key, self.own_key)

    def below(self) -> Iterator[Table]:
        """Yield this table and all that hang on it, owners first."""
        yield self
        for each in self.shape.children():
            yield from each.table.below()


def shape_of(made: type, prefix: str, suffix: str, owner: str, owner_key: tuple[str, ...]) -> Shape:
    """Lay out a dataclass.

    Args:
        made: the dataclass.
        prefix: what its columns begin with.
        suffix: what it adds to the place of the thing in whose table it lies.
        owner: that table; those below hang on it.
        owner_key: columns by which those below name their owner.

    Raises:
        TypeError: a field of a kind that the store has no place for.
    """
    hints = typing.get_type_hints(made)
    parts = [
        _part(each.name, hints[each.name], prefix, f"{suffix}.{each.metadata.get('key', each.name)}", owner, owner_key)
        for each in fields(made)
    ]
    return Shape(made, tuple(parts))


def _part(
    attribute: str, hint: object, prefix: str, suffix: str, owner: str, owner_key: tuple[str, ...]
) -> Column | Text | Nested | Children:
    if hint == RichText:
        return Text(attribute, suffix)
    hint, optional = _without_none(hint)
    name = f"{prefix}{attribute}"
    if typing.get_origin(hint) is tuple:
        item = typing.get_args(hint)[0]
        return Column(name, attribute, tuple) if item is str else Children(attribute, _table(item, name, suffix, owner, owner_key))
    if not isinstance(hint, type):
        raise TypeError(f"the store has no place for {hint!r}")
    if is_dataclass(hint):
        # The state of the response is the record's own: its columns and tables bear no prefix.
        inside = shape_of(hint, "" if attribute == "state" else f"{name}_", suffix, owner, owner_key)
        return Nested(attribute, inside, Column(f"{name}_given", "", bool) if optional else None)
    if hint in (str, bool, int, date) or issubclass(hint, StrEnum):
        return Column(name, attribute, hint, optional)
    raise TypeError(f"the store has no place for {hint!r}")


def _without_none(hint: object) -> tuple[object, bool]:
    if not isinstance(hint, types.UnionType):
        return hint, False
    (inner,) = (each for each in typing.get_args(hint) if each is not types.NoneType)
    return inner, True


def _table(made: type, name: str, suffix: str, owner: str, owner_key: tuple[str, ...]) -> Table:
    singular = f"{owner.removesuffix('s')}_"
    table = f"{singular}{name}" if owner != "records" else name
    own_key = "id" if any(each.name == "id" for each in fields(made)) else "position"
    # What hangs on this table carries its whole key; "of_" keeps the names apart from those of the dataclasses.
    key_below = (*owner_key, f"of_{table.removesuffix('s')}")
    return Table(table, suffix, owner_key, own_key, shape_of(made, "", "", table, key_below))


RECORDS = Table("records", "", (), "record_id", shape_of(Record, "", "", "records", (RECORD_KEY,)))
"""The table of records; all others that hold parts of a record hang on it."""

RECORD_TABLES = tuple(RECORDS.below())
"""Every table that holds parts of a record, owners first."""
