"""What a record file holds, read off the dataclasses: the one source of its keys, order and types (record in, record out)."""

from __future__ import annotations

import types
import typing
from collections.abc import Mapping
from dataclasses import MISSING, dataclass, fields, is_dataclass
from datetime import date
from enum import StrEnum
from functools import cache

from ..domain.inspection import StatedCount
from ..domain.richtext import RichText


@dataclass(frozen=True, slots=True)
class Text:
    """Plain text; `choices` are the only values allowed, () for any."""

    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Flag:
    """True or false."""


@dataclass(frozen=True, slots=True)
class Whole:
    """A whole number of at most 64 bits."""


@dataclass(frozen=True, slots=True)
class Day:
    """A date, written YYYY-MM-DD."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One of the words of an enumeration."""

    enum: type[StrEnum]


@dataclass(frozen=True, slots=True)
class Html:
    """A structured text, written as an HTML fragment."""


@dataclass(frozen=True, slots=True)
class JsonObject:
    """Other programs' own things: any object, kept as compact JSON text."""


@dataclass(frozen=True, slots=True)
class Counts:
    """Counted things: an object of whole numbers, kept as `StatedCount`s."""


@dataclass(frozen=True, slots=True)
class ListOf:
    """A list of things of one shape."""

    item: Shape


@dataclass(frozen=True, slots=True)
class ObjectOf:
    """An object whose keys are the fields of a dataclass."""

    made: type


Shape = Text | Flag | Whole | Day | Choice | Html | JsonObject | Counts | ListOf | ObjectOf


@dataclass(frozen=True, slots=True)
class Key:
    """One key of an object.

    Attributes:
        name: as written in the file.
        attribute: name of the dataclass field.
        shape: what it holds.
        required: whether it must be there; otherwise `default` stands for its absence.
        nullable: whether null may stand there (it means None).
        default: the field's default, None for a required one.
    """

    name: str
    attribute: str
    shape: Shape
    required: bool
    nullable: bool
    default: object


@cache
def keys_of(made: type) -> tuple[Key, ...]:
    """Return the keys of the object that stands for dataclass `made`, in the order of its fields."""
    hints = typing.get_type_hints(made)
    keys = []
    for each in fields(made):
        shape, optional = _shape(hints[each.name], each.metadata)
        required = each.default is MISSING
        keys.append(
            Key(
                name=each.metadata.get("key", each.name),
                attribute=each.name,
                shape=shape,
                required=required,
                nullable=optional and each.metadata.get("null", True),
                default=None if required else each.default,
            )
        )
    return tuple(keys)


def _shape(hint: object, metadata: Mapping[str, object]) -> tuple[Shape, bool]:
    """The shape of a type hint, and whether None is one of its values."""
    if isinstance(hint, types.UnionType):
        (inner,) = (each for each in typing.get_args(hint) if each is not types.NoneType)
        return _shape(inner, metadata)[0], True
    if metadata.get("json"):
        return JsonObject(), False
    if hint is str and "choices" in metadata:
        return Text(tuple(typing.cast(tuple[str, ...], metadata["choices"]))), False
    return _plain_shape(hint), False


def _plain_shape(hint: object) -> Shape:
    if hint == RichText:
        return Html()
    if typing.get_origin(hint) is tuple:
        item = typing.get_args(hint)[0]
        return Counts() if item is StatedCount else ListOf(_plain_shape(item))
    simple: dict[object, Shape] = {str: Text(), bool: Flag(), int: Whole(), date: Day()}
    if hint in simple:
        return simple[hint]
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return Choice(hint)
    if isinstance(hint, type) and is_dataclass(hint):
        return ObjectOf(hint)
    raise TypeError(f"a record file has no way to write {hint!r}")
