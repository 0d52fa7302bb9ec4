"""Between plain JSON values and the dataclasses, following the shapes of their fields (record in, record out)."""

from __future__ import annotations

import difflib
import json
import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from ..domain.inspection import StatedCount
from ..domain.kept import Kept
from ..domain.richtext import RichText, clean_characters
from . import shapes
from .fragment import dropped_characters, read_fragment, write_fragment
from .places import Place, quoted, refused
from .shapes import Key, Shape, keys_of

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_LARGEST_NUMBER = 2**63
_FRAGMENTS: Kept[RichText, str] = Kept(write_fragment)
"""While somebody types, the record is hashed again and again."""
_WANTED: dict[type, str] = {
    shapes.Text: "text",
    shapes.Choice: "text",
    shapes.Html: "text",
    shapes.Flag: "true or false",
    shapes.Whole: "a whole number",
    shapes.Day: "a date such as 2024-05-14",
    shapes.ListOf: "a list",
    shapes.ObjectOf: "an object in braces",
    shapes.JsonObject: "an object in braces",
    shapes.Counts: "an object of whole numbers",
}


@dataclass(frozen=True, slots=True)
class Cleaned:
    """Something that was put right while reading: where, and what in one sentence."""

    place: str
    message: str


class Reader:
    """Makes dataclasses of JSON values, remembering in `cleaned` what it put right.

    Every method takes the place of its value for messages and raises `FileRefused` for what does not fit.
    """

    def __init__(self) -> None:
        self.cleaned: list[Cleaned] = []

    def read(self, made: type, value: object, place: Place) -> Any:
        """Return a `made` (a dataclass) for an object whose keys are its fields."""
        given = _expect(dict, value, shapes.ObjectOf(made), place)
        keys = keys_of(made)
        _no_others(given, [key.name for key in keys], place)
        values = {}
        for key in keys:
            if key.name in given:
                values[key.attribute] = self._at_key(key, given[key.name], place.inside(key.name))
            elif key.required:
                raise refused(f"{place} lacks the key {quoted(key.name)}.")
        return made(**values)

    def _at_key(self, key: Key, value: object, place: Place) -> object:
        if value is None and key.nullable:
            return None
        return self.value(key.shape, value, place)

    def value(self, shape: Shape, value: object, place: Place) -> Any:
        """Return what stands for `value` of this shape in the model."""
        match shape:
            case shapes.Text():
                return _one_of(shape.choices, self._text(value, shape, place), place) if shape.choices else self._text(value, shape, place)
            case shapes.Choice():
                return shape.enum(_one_of([each.value for each in shape.enum], self._text(value, shape, place), place))
            case shapes.Html():
                return self._html(_expect(str, value, shape, place), place)
            case shapes.Flag():
                return _expect(bool, value, shape, place)
            case shapes.Whole():
                return _whole(value, shape, place)
            case shapes.Day():
                return _day(value, shape, place)
            case shapes.ListOf():
                given = _expect(list, value, shape, place)
                return tuple(self.value(shape.item, each, place.entry(number, each)) for number, each in enumerate(given, 1))
            case shapes.ObjectOf():
                return self.read(shape.made, value, place)
            case shapes.JsonObject():
                given = _expect(dict, value, shape, place)
                return json.dumps(given, ensure_ascii=False, separators=(",", ":"), allow_nan=False) if given else ""
            case shapes.Counts():
                return self._counts(value, shape, place)

    def _text(self, value: object, shape: Shape, place: Place) -> str:
        text = _expect(str, value, shape, place)
        gone = dropped_characters(text)
        if gone:
            self.cleaned.append(Cleaned(place.path, f"{_counted(gone)} taken out."))
        return plain_text(text)

    def _html(self, html: str, place: Place) -> RichText:
        fragment = read_fragment(html)
        if fragment.cleaned:
            self.cleaned.append(Cleaned(place.path, f"This text was cleaned: {'; '.join(fragment.cleaned)}."))
        return fragment.text

    def _counts(self, value: object, shape: Shape, place: Place) -> tuple[StatedCount, ...]:
        counts: dict[str, int] = {}
        for key, number in _expect(dict, value, shape, place).items():
            what = self._text(key, shapes.Text(), place)
            if what in counts:
                raise refused(f"{place} has the key {quoted(what)} twice.")
            counts[what] = _whole(number, shapes.Whole(), place.inside(what))
        return tuple(StatedCount(what, number) for what, number in counts.items())


def plain_text(text: str) -> str:
    """Return `text` as the model keeps it: composed (NFC), without characters that are none of a text."""
    return unicodedata.normalize("NFC", clean_characters(text))


def tree(value: Any) -> dict[str, Any]:
    """Return the JSON object for a dataclass: keys in order, those with their default value left out unless required."""
    out = {}
    made: type = type(value)
    for key in keys_of(made):
        own = getattr(value, key.attribute)
        if key.required or own != key.default:
            out[key.name] = None if own is None else _plain(key.shape, own)
    return out


def _plain(shape: Shape, value: Any) -> Any:
    """The JSON value for a value of the model."""
    match shape:
        case shapes.Text():
            return plain_text(value)
        case shapes.Choice():
            return value.value
        case shapes.Html():
            return _FRAGMENTS.of(value)
        case shapes.Day():
            return value.isoformat()
        case shapes.ListOf():
            return [_plain(shape.item, each) for each in value]
        case shapes.ObjectOf():
            return tree(value)
        case shapes.JsonObject():
            return json.loads(value)
        case shapes.Counts():
            return {plain_text(each.what): each.number for each in value}
        case _:
            return value


def _expect(wanted: type, value: object, shape: Shape, place: Place) -> Any:
    if isinstance(value, wanted):
        return value
    raise refused(f"{place} must be {_WANTED[type(shape)]}, and {_what_stands(value)} stands there.")


def _what_stands(value: object) -> str:
    if value is None:
        return "nothing (null)"
    if isinstance(value, bool):
        return "true" if value else "false"
    kinds = {str: "text", int: "a number", float: "a number", list: "a list"}
    return kinds.get(type(value), "an object in braces")


def _counted(characters: int) -> str:
    return "1 character that cannot be printed was" if characters == 1 else f"{characters} characters that cannot be printed were"


def _one_of(allowed: Sequence[str], word: str, place: Place) -> str:
    if word in allowed:
        return word
    raise refused(f"{place} is {quoted(word)}; it must be one of {', '.join(allowed)}.")


def _whole(value: object, shape: Shape, place: Place) -> int:
    if isinstance(value, float) and value.is_integer() and abs(value) < _LARGEST_NUMBER:
        return int(value)
    if isinstance(value, bool) or not isinstance(value, int):
        what = quoted(value) if isinstance(value, float) else _what_stands(value)
        raise refused(f"{place} must be {_WANTED[type(shape)]}, and {what} stands there.")
    return value


def _day(value: object, shape: Shape, place: Place) -> date:
    text = _expect(str, value, shape, place)
    if not _DAY.fullmatch(text):
        raise refused(f"{place} is {quoted(text)}; a date is written year-month-day, such as 2024-05-14.")
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise refused(f"{place} is {quoted(text)}, a day that does not exist.") from None


def _no_others(given: Mapping[str, object], known: list[str], place: Place) -> None:
    for key in given:
        if key not in known:
            near = difflib.get_close_matches(key, known, 1) if len(key) <= 60 else []
            hint = f" Did you mean {quoted(near[0])}?" if near else ""
            raise refused(f"{place} has the key {quoted(key)}, which the format does not know.{hint}")
