"""How what was found is compared with what is expected: a subset, in order, "~" for "contains", warnings by their codes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any


def differences(expected: Any, found: Any, place: str = "") -> Iterator[str]:
    """Yield what differs, a line each, with its place ("findings[2].due").

    Args:
        expected: from an `.expected.json`: every key that it names must be there and equal; a list has the same length and
            order; a string that begins with "~" must be contained, small and large letters alike; `warnings` are codes that
            must be among those found.
        found: what `read --as json` prints.
        place: where both stand.
    """
    if isinstance(expected, dict):
        if not isinstance(found, dict):
            yield f"{place}: expected an object, found {found!r}"
            return
        for key, value in expected.items():
            if key == "warnings":
                yield from (f"warnings: {code} is not among them" for code in value if code not in codes(found))
            else:
                yield from differences(value, found.get(key), f"{place}.{key}".lstrip("."))
    elif isinstance(expected, list):
        yield from _of_lists(expected, found or [], place)
    elif not equal(expected, found):
        yield f"{place}: expected {expected!r}, found {found!r}"


def _of_lists(expected: list[Any], found: Any, place: str) -> Iterator[str]:
    if not isinstance(found, list) or len(found) != len(expected):
        headings = [each.get("heading", each) for each in found if isinstance(each, dict)] if isinstance(found, list) else found
        yield f"{place}: expected {len(expected)}, found {headings}"
        return
    for at, (wanted, given) in enumerate(zip(expected, found, strict=True)):
        yield from differences(wanted, given, f"{place}[{at}]")


def equal(expected: object, found: object) -> bool:
    """Say whether a single value is the one expected."""
    if isinstance(expected, str) and expected.startswith("~"):
        return _plain(expected[1:]) in _plain(found or "")
    return expected == found


def codes(found: dict[str, Any]) -> list[str]:
    """Return the codes of the warnings."""
    return [each["code"] if isinstance(each, dict) else each for each in found.get("warnings") or []]


def _plain(words: object) -> str:
    return " ".join(str(words).replace("’", "'").split()).casefold()
