"""Report in: the marks that stand before the items of a list on a PDF page."""

from __future__ import annotations

import re

_ROUND = "•●∙·‣⁃"
_OTHER = "◦○▪▫■□◆◇►▶▸➢➤➔→✓✔❖"
_LIKE_LETTERS = "o*–—\\-"
_PRIVATE = "\ue000-\uf8ff"
_NUMBER = r"\(?(?:\d{1,3}|[a-z]|[ivx]{1,4})[.)]|\d{1,2}(?:\.\d{1,2}){1,2}\.?"

BULLET_ALONE = re.compile(f"[{_ROUND}{_OTHER}{_LIKE_LETTERS}{_PRIVATE}]")
"""A bullet with nothing beside it; some are letters or dashes otherwise."""

MARKER_ALONE = re.compile(f"{BULLET_ALONE.pattern}|{_NUMBER}")
"""A bullet or a number with nothing beside it."""

_BEFORE_WORDS = re.compile(f"([{_ROUND}{_OTHER}{_PRIVATE}])\\s*(?=\\S)")
_NUMBER_BEFORE_WORDS = re.compile(f"({_NUMBER}) (?=\\S)")

_FROM_SYMBOL_FONTS = {"\uf0a7": "▪", "\uf0d8": "➢", "\uf0fc": "✓", "\uf0e0": "→", "\uf02d": "-"}


def plain_marker(mark: str) -> str:
    """Return a marker as it looks: symbol fonts have bullets among the characters that Unicode leaves to private use."""
    if len(mark) == 1 and "\ue000" <= mark <= "\uf8ff":
        return _FROM_SYMBOL_FONTS.get(mark, "•")
    return "•" if mark in ("●", "∙", "·") else mark


def bullet_before(text: str) -> tuple[str, str]:
    """Return the bullet that a line begins with, plain, and the words after it; "" and the text without one."""
    found = _BEFORE_WORDS.match(text)
    return (plain_marker(found[1]), text[found.end() :]) if found else ("", text)


def number_before(text: str) -> tuple[str, str]:
    """Return the number or letter that a line begins with ("3.", "a)", "2.4"), and the words after it; "" and the text without."""
    found = _NUMBER_BEFORE_WORDS.match(text)
    return (found[1], text[found.end() :]) if found else ("", text)


def follows(number: str, before: str) -> bool:
    """Say whether a number or letter is the next after another, written in the same way."""
    one, other = number.strip("()."), before.strip("().")
    if number[-1:] != before[-1:]:
        return False
    if one.isdigit() and other.isdigit():
        return int(one) == int(other) + 1
    return len(one) == len(other) == 1 and ord(one) == ord(other) + 1
