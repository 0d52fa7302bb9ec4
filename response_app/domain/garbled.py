"""Titles and dates that are garbled: looked for in words that somebody writes, and in records that were published before (checks)."""

from __future__ import annotations

import re
from collections.abc import Iterator

MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"

_TITLE = re.compile(
    r"\b(?:police|crimes?|fire|rescue)\b(?:(?:\s*,\s*|\s+)(?:police|crimes?|fire|rescue|and|&|,))*\s+comm?iss?s?ionn?(?:er|or)s?\b", re.I
)
_RIGHT = re.compile(
    r"police,? and crime commissioners?|police,? fire,? and crime commissioners?"
    r"|fire and rescue commissioners?|fire commissioners?|police commissioners?"
)
_TORN = re.compile(rf"\b[0-3]?[0-9] (?:st|nd|rd|th)\b(?:(?: of)? (?:{MONTHS}))?|\b[0-3]?[0-9] (?:ST|ND|RD|TH)(?: of)? (?:{MONTHS})\b")


def garbled_titles(words: str) -> Iterator[tuple[int, int]]:
    """Yield where a commissioner's title stands with its words in another order or spelling, such as "Police Crime and Commissioner"."""
    for found in _TITLE.finditer(words):
        said = " ".join(found[0].lower().replace("&", "and").replace(" ,", ",").split())
        if not _RIGHT.fullmatch(said):
            yield found.span()


def torn_dates(words: str) -> Iterator[tuple[int, int]]:
    """Yield where the day of a date is torn apart, as in "14 th May"."""
    for found in _TORN.finditer(words):
        yield found.span()
