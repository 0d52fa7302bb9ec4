"""Dates in words, the same on every computer (all steps of the story).

The names come from our own tables: what the system calls a month or a day depends on its language.
"""

from __future__ import annotations

import re
from datetime import date

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
"""English names; the index is `date.weekday()`."""

_MONTHS = {
    "en-GB": (
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ),
    "cy-GB": (
        "Ionawr",
        "Chwefror",
        "Mawrth",
        "Ebrill",
        "Mai",
        "Mehefin",
        "Gorffennaf",
        "Awst",
        "Medi",
        "Hydref",
        "Tachwedd",
        "Rhagfyr",
    ),
}
_ISO = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")


def in_words(day: date, language: str = "en-GB") -> str:
    """Return "14 May 2024", or "14 Mai 2024" in Welsh ("cy-GB").

    Raises:
        KeyError: another language.
    """
    return f"{day.day} {_MONTHS[language][day.month - 1]} {day.year}"


def from_words(words: str) -> date:
    """Return the day that `in_words` gave in English, such as "14 May 2024".

    Raises:
        ValueError: it is no such day.
    """
    day, month, year = words.split()
    return date(int(year), _MONTHS["en-GB"].index(month) + 1, int(day))


def with_weekday(day: date) -> str:
    """Return "Monday 8 July 2024"."""
    return f"{WEEKDAYS[day.weekday()]} {in_words(day)}"


def parse_iso(text: str) -> date:
    """Return the day that "2024-05-14" names; no other form counts (ISO 8601, calendar date, extended format).

    Raises:
        ValueError: another form, or a day that the calendar does not have.
    """
    found = _ISO.fullmatch(text)
    if not found:
        raise ValueError("not a date of the form YYYY-MM-DD")
    year, month, day = map(int, found.groups())
    return date(year, month, day)
