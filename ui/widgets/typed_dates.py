"""Dates, months and periods as people type them (inspection details, findings, answers)."""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta

from response_app.domain.dates import WEEKDAYS, in_words, with_weekday
from response_app.domain.numbers import in_words as number_in_words

EARLIEST, LATEST = 1950, 2099
"""Years that a report or a response can have; others are slips."""

_MONTHS = tuple(in_words(date(2000, month, 1)).split()[1].casefold() for month in range(1, 13))
_WEEKDAYS = tuple(name.casefold() for name in WEEKDAYS)
_SHORTEST = 3
"""So many letters of a month's or weekday's name tell which one it is."""
_AWAY = {"today": 0, "yesterday": -1, "tomorrow": 1}

_YEAR = r"(?:[ /.-]*(\d{4}|\d{2}))?"
_ISO = re.compile(r"(\d{4})[/.-](\d{1,2})[/.-](\d{1,2})")
_NUMBERS = re.compile(r"(\d{1,2})[ /.-](\d{1,2})(?:[ /.-](\d{4}|\d{2}))?")
_DAY_FIRST = re.compile(rf"(\d{{1,2}})[ .-]*([a-z]+)\.?{_YEAR}")
_MONTH_FIRST = re.compile(r"([a-z]+)\.? *(\d{1,2})(?: +(\d{4}))?")
_MONTH_AND_YEAR = re.compile(rf"([a-z]+)\.?{_YEAR}")
_MONTH_NUMBER = re.compile(r"(\d{1,2})[ /.-](\d{4}|\d{2})")
_PERIOD = re.compile(r"(?:within )?(\d{1,3}|[a-z]+) *(day|week|month|year)s?")
_ISO_PERIOD = re.compile(r"P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?", re.ASCII)
_UNITS = {"year": "Y", "month": "M", "week": "W", "day": "D"}
_COUNTS = {number_in_words(number): number for number in range(1, 11)} | {
    "a": 1,
    "an": 1,
    "eleven": 11,
    "twelve": 12,
    "eighteen": 18,
    "twenty-four": 24,
}


class NotUnderstood(ValueError):
    """What was typed is no such thing; the message says in a sentence or two what to do."""


def read_day(text: str, today: date) -> date:
    """Return the day that `text` names, such as "14 May 2024", "14/5/24", "14th May", "2024-05-14", "Tuesday 14 May".

    Without a year it is the nearest such day to `today`; so is a weekday alone, such as "Friday".

    Raises:
        NotUnderstood: it names none, or one that the calendar does not have.
    """
    words, weekday = _tidied(text)
    if words in _AWAY:
        day = today + timedelta(days=_AWAY[words])
    elif weekday is not None and words in ("", "last"):
        return _weekday_near(weekday, today, last=words == "last")
    elif weekday is not None and words in ("next", "this"):
        raise NotUnderstood(f"“{text.strip()}” can be understood in two ways. Write the day and the month, such as 14 May.")
    else:
        day = _day(words, today)
    if weekday is not None and day.weekday() != weekday:
        raise NotUnderstood(f"{in_words(day)} is a {WEEKDAYS[day.weekday()]}, not a {WEEKDAYS[weekday]}. Correct one of the two.")
    return day


def day_in_full(text: str, today: date) -> str:
    """Return in words which day was read from `text`: "Tuesday 14 May 2024", and that its year was not typed.

    Raises:
        NotUnderstood: it names no day.
    """
    words = with_weekday(read_day(text, today))
    return f"{words}, the nearest: no year was typed" if _year_is_open(_tidied(text)[0]) else words


def read_month(text: str, today: date) -> date:
    """Return the last day of the month that `text` names, such as "March 2023", "3/2023", or a day in it.

    Raises:
        NotUnderstood: it names none.
    """
    words = _tidied(text)[0].removeprefix("end ")
    found = _MONTH_AND_YEAR.fullmatch(words)
    by_number = _MONTH_NUMBER.fullmatch(words)
    if found and _position(found[1], _MONTHS) is not None:
        first = _made(1, (_position(found[1], _MONTHS) or 0) + 1, found[2], today)
    elif by_number:
        first = _made(1, int(by_number[1]), by_number[2], today)
    else:
        try:
            first = _day(words, today)
        except NotUnderstood:
            raise NotUnderstood("Write a month and its year, such as March 2023.") from None
    return first.replace(day=calendar.monthrange(first.year, first.month)[1])


def month_in_words(day: date) -> str:
    """Return "March 2023" for a day in it."""
    return in_words(day).split(" ", 1)[1]


def read_period(text: str) -> str:
    """Return a length of time such as "three months" or "6 weeks" as ISO 8601 has it: "P3M", "P6W".

    Raises:
        NotUnderstood: it is no such length.
    """
    words = " ".join(text.casefold().split())
    found = _PERIOD.fullmatch(words)
    count = (int(found[1]) if found[1].isdecimal() else _COUNTS.get(found[1], 0)) if found else 0
    if found is None or not count:
        raise NotUnderstood("Write a number of days, weeks, months or years, such as 3 months.")
    return f"P{count}{_UNITS[found[2]]}"


def period_in_words(period: str) -> str:
    """Return "3 months" for "P3M"; a period that has no such words as it is."""
    found = _ISO_PERIOD.fullmatch(period)
    if not found or not any(found.groups()):
        return period
    parts = [(int(count), unit) for count, unit in zip(found.groups(), _UNITS, strict=True) if count]
    return " ".join(f"{count} {unit}{'' if count == 1 else 's'}" for count, unit in parts)


def _tidied(text: str) -> tuple[str, int | None]:
    """Small letters, single blanks, no "of", no "14 th"; and the weekday that was named with them."""
    words = re.sub(r"(?<=\d) ?(?:st|nd|rd|th)\b", "", text.strip().removesuffix(".").casefold())
    weekday = None
    kept = []
    for word in re.sub(r"[,\s]+", " ", words).split():
        at = _position(word.rstrip("."), _WEEKDAYS)
        if at is not None:
            weekday = at
        elif word not in ("of", "the", "on", "by"):
            kept.append(word)
    return " ".join(kept), weekday


def _day(words: str, today: date) -> date:
    if found := _ISO.fullmatch(words):
        return _made(int(found[3]), int(found[2]), found[1], today)
    if found := _NUMBERS.fullmatch(words):
        return _made(int(found[1]), int(found[2]), found[3], today)
    if found := _DAY_FIRST.fullmatch(words):
        return _made(int(found[1]), _month(found[2]), found[3], today)
    if found := _MONTH_FIRST.fullmatch(words):
        return _made(int(found[2]), _month(found[1]), found[3], today)
    raise NotUnderstood("Write a date such as 14 May 2024 or 14/5/2024.")


def _year_is_open(words: str) -> bool:
    """Whether words that name a day leave its year to be found."""
    matches = ((pattern.fullmatch(words), group) for pattern, group in ((_ISO, 1), (_NUMBERS, 3), (_DAY_FIRST, 3), (_MONTH_FIRST, 3)))
    return next((found[group] is None for found, group in matches if found), False)


def _month(name: str) -> int:
    at = _position(name, _MONTHS)
    if at is None:
        raise NotUnderstood(f"There is no month “{name}”. Write a date such as 14 May 2024.")
    return at + 1


def _position(word: str, names: tuple[str, ...]) -> int | None:
    """Where the name stands that `word` is, or is the beginning of ("sept")."""
    if len(word) < _SHORTEST:
        return None
    return next((index for index, name in enumerate(names) if name.startswith(word)), None)


def _made(day: int, month: int, year: str | None, today: date) -> date:
    if not 1 <= month <= 12:
        raise NotUnderstood(f"There is no month {month}. Write the day before the month, such as 14/5/2024.")
    if year is None:
        return _nearest(day, month, today)
    number = _whole_year(year, today)
    if not EARLIEST <= number <= LATEST:
        raise NotUnderstood(f"{number} is not a likely year. Write the year with four digits, such as 2024.")
    return _in_year(day, month, number)


def _whole_year(year: str, today: date) -> int:
    number = int(year)
    if len(year) == 4:
        return number
    return 2000 + number if 2000 + number <= today.year + 20 else 1900 + number


def _in_year(day: int, month: int, year: int) -> date:
    last = calendar.monthrange(year, month)[1]
    if not 1 <= day <= last:
        raise NotUnderstood(f"{month_in_words(date(year, month, 1))} has {last} days. Correct the day.")
    return date(year, month, day)


def _weekday_near(weekday: int, today: date, *, last: bool) -> date:
    """The nearest such weekday, at most three days away; `last` is the one before today."""
    ahead = (weekday - today.weekday()) % 7
    if last:
        return today + timedelta(days=ahead - 7)
    return today + timedelta(days=ahead if ahead <= 3 else ahead - 7)


def _nearest(day: int, month: int, today: date) -> date:
    """The day of a month that is nearest to today; 29 February may be some years away."""
    possible = []
    for year in range(today.year - 4, today.year + 5):
        try:
            possible.append(_in_year(day, month, year))
        except NotUnderstood:
            continue
    if not possible:
        return _in_year(day, month, today.year)  # raises, and says how many days there are
    return min(possible, key=lambda each: abs((each - today).days))
