"""From the bytes of a file to plain JSON values, or a refusal that names the place (record in).

`json.loads` alone takes NaN, doubled keys, lone surrogates and numbers of any size. What it cannot
refuse with a place is marked while reading and refused by a walk through the values afterwards.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from ..errors import FileRefused
from .places import Place, quoted, refused

LARGEST_FILE = 64 * 1024 * 1024
"""Bytes."""
DEEPEST = 100
"""Objects and lists within each other."""
_LONGEST_NUMBER = 20
_LARGEST_NUMBER = 2**63

_SAVE_AS = "Nothing was changed. Save the file again as UTF-8 and try once more."
_UTF_8_MARK = b"\xef\xbb\xbf"
_UTF_16_MARKS = (b"\xff\xfe", b"\xfe\xff")


@dataclass(frozen=True, slots=True)
class _Unusable:
    """A number that no record may hold."""

    why: str


class _Doubled(dict[str, object]):
    """An object in which `key` stands more than once."""

    key = ""


def json_object(data: bytes) -> dict[str, Any]:
    """Return the object that `data` holds: dicts, lists, str, int (64 bits), finite float, bool and None only.

    Raises:
        FileRefused: `data` is too large, not UTF-8, not JSON, not an object, nested too deep, or holds
            doubled keys, NaN, infinite or huge numbers, or halves of characters.
    """
    text = _decoded(data)
    try:
        value = json.loads(text, object_pairs_hook=_object, parse_constant=_constant, parse_int=_whole, parse_float=_decimal)
    except json.JSONDecodeError as error:
        what = error.msg.removesuffix(" at")
        raise refused(
            f"The file is not JSON: line {error.lineno}, column {error.colno} cannot be read ({what[:1].lower()}{what[1:]})."
        ) from None
    except RecursionError:
        raise _too_deep(Place()) from None
    _walk(value, Place(), 1)
    if not isinstance(value, dict):
        raise refused("The file does not hold a record: at its top level stands something other than an object in braces.")
    return value


def _decoded(data: bytes) -> str:
    if len(data) > LARGEST_FILE:
        raise refused("The file is larger than 64 MB, more than a record file can be.")
    if not data.strip():
        raise refused("The file is empty.")
    if data[:2] in _UTF_16_MARKS or 0 in data[:2]:
        raise refused("The file is not in UTF-8; it looks like UTF-16.", _SAVE_AS)
    try:
        return data.removeprefix(_UTF_8_MARK).decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise refused(f"The file is not in UTF-8: line {line} holds a byte that is no character.", _SAVE_AS) from None


def _object(pairs: list[tuple[str, object]]) -> dict[str, object]:
    made = dict(pairs)
    if len(made) == len(pairs):
        return made
    doubled = _Doubled(made)
    doubled.key = _first_doubled(key for key, _ in pairs)
    return doubled


def _first_doubled(keys: Iterable[str]) -> str:
    seen: set[str] = set()
    return next(key for key in keys if key in seen or seen.add(key))  # type: ignore[func-returns-value]


def _constant(word: str) -> _Unusable:
    return _Unusable(f"holds {word}, which is not a number")


def _whole(digits: str) -> int | _Unusable:
    # Compared by length first: Python refuses to convert very long numbers with an error of its own.
    if len(digits) <= _LONGEST_NUMBER and -_LARGEST_NUMBER <= int(digits) < _LARGEST_NUMBER:
        return int(digits)
    return _Unusable("holds a number that is too large")


def _decimal(digits: str) -> float | _Unusable:
    number = float(digits)
    return number if math.isfinite(number) else _Unusable("holds a number that is too large")


def _walk(value: object, place: Place, depth: int) -> None:
    """Refuse what was marked while reading, lone surrogates, and what stands too deep."""
    if isinstance(value, str):
        _whole_characters(value, place)
    elif isinstance(value, _Unusable):
        raise refused(f"{place} {value.why}.")
    elif isinstance(value, (dict, list)):
        if depth > DEEPEST:
            raise _too_deep(place)
        if isinstance(value, _Doubled):
            raise refused(f"{place} has the key {quoted(value.key)} twice.")
        if isinstance(value, dict):
            for key, each in value.items():
                _whole_characters(key, place.inside("a key"))
                _walk(each, place.inside(key), depth + 1)
        else:
            for number, each in enumerate(value, 1):
                _walk(each, place.entry(number, each), depth + 1)


def _whole_characters(text: str, place: Place) -> None:
    if text.isascii():
        return
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        half = f"\\u{ord(text[error.start]):04x}"
        raise refused(f"{place} holds half a character ({half} without its partner).") from None


def _too_deep(place: Place) -> FileRefused:
    return refused(f"{place} is nested more than {DEEPEST} levels deep, more than any record needs.")
