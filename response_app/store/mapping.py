"""Between a record and its rows, following the layout (all steps).

A row is a mapping of column to plain value. Texts travel beside the rows under their places, so that each can be
written and checked by itself.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any

from ..domain.record import Record
from ..domain.richtext import RichText
from .layout import RECORD_TABLES, RECORDS, Children, Column, Nested, Shape, Table, Text

Key = tuple[Any, ...]
Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Rows:
    """A record as the store holds it.

    Attributes:
        tables: for every table of a record, its rows by their key, in order.
        texts: every text that is not empty, by its place.
    """

    tables: dict[str, dict[Key, Row]] = field(default_factory=lambda: {each.name: {} for each in RECORD_TABLES})
    texts: dict[str, RichText] = field(default_factory=dict)


def rows_of(record: Record) -> Rows:
    """Return the rows of a record."""
    rows = Rows()
    _lay_down(RECORDS, record, (), 0, "", rows)
    return rows


def _lay_down(table: Table, thing: Any, owner: Key, position: int, place: str, rows: Rows) -> None:
    """Put one thing, and all that hangs on it, into `rows`."""
    own = position if table.own_key == "position" else _kept(getattr(thing, table.own_key))
    key = (*owner, own)
    row: Row = dict(zip(table.key, key, strict=True))
    if table.owner_key:
        row["position"] = position
    rows.tables[table.name][key] = row
    _spread(table.shape, thing, key, place, row, rows)


def _spread(shape: Shape, thing: Any, key: Key, place: str, row: Row, rows: Rows) -> None:
    """Put the fields of one dataclass into the row; `thing` is None for an optional one that is not there."""
    for part in shape.parts:
        value = getattr(thing, part.attribute, None)
        match part:
            case Column():
                row.setdefault(part.name, _kept(value) if thing is not None else _nothing(part))
            case Text():
                if value:
                    rows.texts[f"{place}{part.suffix}".removeprefix(".")] = value
            case Nested():
                if part.present:
                    row[part.present.name] = value is not None
                _spread(part.shape, value, key, place, row, rows)
            case Children():
                for position, each in enumerate(value or ()):
                    own = _kept(getattr(each, "id", position))
                    _lay_down(part.table, each, key, position, f"{place}{part.table.suffix}[{own}]", rows)


def _kept(value: Any) -> Any:
    match value:
        case StrEnum():
            return value.value
        case str():
            return _encodable(value)
        case tuple():
            return [_encodable(each) for each in value]
    return value


def _encodable(words: str) -> str:
    """The words without halves of characters, which no file can hold."""
    return words if words.isascii() else words.encode("utf-8", "ignore").decode("utf-8")


def _nothing(column: Column) -> Any:
    """What stands in a column of a dataclass that is not there."""
    if column.nullable or column.kind is date:
        return None
    return [] if column.kind is tuple else column.kind()


def record_from(tables: Mapping[str, Sequence[Row]], texts: Mapping[str, RichText]) -> Record:
    """Return the record that rows and texts make.

    Args:
        tables: for every table of a record, its rows in order.
        texts: texts by their places; one that is missing is empty.

    Raises:
        ValueError: a value that its column cannot have.
    """
    hanging: dict[tuple[str, Key], list[Row]] = defaultdict(list)
    for table in RECORD_TABLES:
        for row in tables[table.name]:
            hanging[table.name, tuple(row[name] for name in table.owner_key)].append(row)
    (row,) = hanging[RECORDS.name, ()]
    record = _pick_up(RECORDS, row, "", hanging, texts)
    assert isinstance(record, Record)
    return record


def _pick_up(table: Table, row: Row, place: str, hanging: Mapping[tuple[str, Key], list[Row]], texts: Mapping[str, RichText]) -> Any:
    key = tuple(row[name] for name in table.key)

    def gather(shape: Shape) -> Any:
        return shape.made(**{part.attribute: value_of(part) for part in shape.parts})

    def value_of(part: Column | Text | Nested | Children) -> Any:
        match part:
            case Column():
                return _given(part, row[part.name])
            case Text():
                return texts.get(f"{place}{part.suffix}".removeprefix("."), ())
            case Nested():
                return None if part.present and not row[part.present.name] else gather(part.shape)
            case Children():
                return tuple(below(part.table))

    def below(child: Table) -> Iterator[Any]:
        for each in hanging.get((child.name, key), ()):
            yield _pick_up(child, each, f"{place}{child.suffix}[{each[child.own_key]}]", hanging, texts)

    return gather(table.shape)


def _given(column: Column, value: Any) -> Any:
    if value is None:
        return None
    if column.kind is tuple:
        return tuple(value)
    return column.kind(value) if issubclass(column.kind, StrEnum) else value


def owner_of(place: str) -> Iterator[tuple[Table, Key]]:
    """Yield the table and key (without the record's id) of every thing that a text at `place` could belong to.

    Nothing is yielded for what is no place of a text; an id with strange characters can fit in more ways than one.
    """
    for table, pattern in _PLACES:
        found = pattern.fullmatch(place)
        if found:
            *owner, own = found.groups() or ("",)
            yield table, (*owner, int(own) if table.own_key == "position" and table.owner_key else own)


def _patterns(table: Table, place: str) -> Iterator[tuple[Table, re.Pattern[str]]]:
    for text in table.shape.texts():
        yield table, re.compile((place + re.escape(text.suffix)).removeprefix(r"\."), re.DOTALL)
    for child in table.shape.children():
        own = "([0-9]{1,9})" if child.table.own_key == "position" else "(.*)"
        yield from _patterns(child.table, rf"{place}{re.escape(child.table.suffix)}\[{own}\]")


_PLACES = tuple(_patterns(RECORDS, ""))
