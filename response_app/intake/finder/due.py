"""Report in: the time limit that the inspectors set ("By 30 September 2024", "within three months", "immediately")."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import replace
from datetime import date, timedelta

from ...domain.finding import Due, DueKind
from ...domain.numbers import NUMBER, number_of

MONTHS = {
    name: number
    for number, name in enumerate(
        ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"],
        start=1,
    )
}
MONTHS |= {name[:3]: number for name, number in tuple(MONTHS.items())} | {"sept": 9}
_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
DAY = rf"(?P<day>\d{{1,2}})\s?(?:st|nd|rd|th)?(?: of)? (?P<month>{_MONTH})\.?,? (?P<year>(?:19|20)\d\d)"
"""A pattern for a calendar day in words: "30 September 2024", "1st of May 2021"."""

_BY = r"\b(?:by|before|until|no later than|not later than|on or before|at the latest by)(?: no later than)?(?: the)?(?: end of)? "
_WEEKDAY = r"(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6},? (?:the )?)?"
_DATE = re.compile(_BY + _WEEKDAY + DAY, re.IGNORECASE)
_FIGURES = (
    re.compile(_BY + _WEEKDAY + r"(?P<day>\d{1,2})[/.](?P<month>\d{1,2})[/.](?P<year>(?:19|20)\d\d)\b", re.IGNORECASE),
    re.compile(_BY + r"(?P<year>(?:19|20)\d\d)-(?P<month>\d\d)-(?P<day>\d\d)\b", re.IGNORECASE),
)
_MONTH_ONLY = re.compile(_BY + rf"(?P<month>{_MONTH})\.? (?P<year>(?:19|20)\d\d)\b", re.IGNORECASE)
_UNIT = r"(?P<unit>day|week|month|year)s?"
_OF_REPORT = (
    r"(?: (?:of|after|from|following) (?:the )?(?:(?:date|publication|receipt) of )?(?:(?:the|this|our) )?"
    r"(?:publication|report|letter|notice|inspection|recei(?:pt|ving)|today|now)\b)?"
)
_MORE = rf"(?P<more> and (?:a half|(?P<months>{NUMBER}) months?))?"
_WITHIN = re.compile(
    rf"\bwithin (?:the next |a period of )?(?P<number>{NUMBER}|an?)(?: calendar| working)? {_UNIT}\b{_MORE}(?P<from>{_OF_REPORT})",
    re.IGNORECASE,
)
_OF_THE_TASK = re.compile(r"(?:of|from|after|following|since|before|prior to)\b", re.IGNORECASE)
"""What, behind a period that does not count from the report, makes it a part of the task ("within 28 days of arrest")."""
_NEXT = re.compile(rf"\b(?:over|in|during) the next (?P<number>{NUMBER}) {_UNIT}\b", re.IGNORECASE)
_AT_ONCE = re.compile(
    r"\bwith immediate effect\b|\b(?:should|must|needs? to) take immediate (?:action|steps)\b"
    r"|\brecommends? that(?: [^.,]{2,80}|,)? immediately\b|\b(?:should|must|needs? to"
    r"|ought to)(?: take steps)?,? immediately\b|^immediately\b|\bimmediately(?=:|,? the )"
    r"|^(?:without (?:any |further |undue )?delay|forthwith)\b|\b(?:should|must|needs? to),? (?:without (?:any |further |undue )?delay"
    r"|forthwith)\b|\bwithout (?:any |further |undue )?delay\b(?=:|,|\.?$)|\bforthwith(?=[.:,;]|$)|\bimmediately[.:]?$",
    re.IGNORECASE,
)
_SEASON = r"(?:spring|summer|autumn|winter|easter|christmas|new year)"
_VAGUE = re.compile(
    rf"{_BY}(?:(?:early|mid|late|next|this|the (?:end|start|beginning) of|the)[ -])?"
    rf"(?:{_SEASON}(?: (?:of )?(?:19|20)\d\d(?:[/–-]\d\d)?)?(?=[,.:;]|$| the | chief | all | forces| it | they )"
    r"|(?:early|mid|late)[ -](?:19|20)\d\d\b"
    r"|(?:financial |calendar |performance |reporting )?(?:year|quarter)(?: (?:19|20)\d\d(?:[/–-]\d\d)?)?(?=[,.:;]|$))"
    r"|\bwithin (?:half a year|(?:one|two|three|an?) and a half (?:year|month)s?|a few (?:week|month)s)\b",
    re.IGNORECASE,
)
"""A time limit in words that name no day and no month."""
_LETTERS = {"day": "D", "week": "W", "month": "M", "year": "Y"}
_LEADS = 60
"""Up to here from the start of a text a limit stands in its lead ("Within three months, the force should")."""
_LOOK = 600


def due_of(text: str, published_on: date | None) -> Due:
    """Return the time limit that a finding's words set, with its words as printed.

    Args:
        text: its lead-in and its sentence.
        published_on: the day from which "within three months" counts; None leaves the last day open.

    Returns:
        For a month the last of its days; for a period the calendar day that closes it, where the publication is known. A limit
        within the subject ("answer within 15 minutes", "update victims within 28 days") is none. Of a limit that names no day
        of the calendar ("by autumn 2024", "by 31 February 2025") the words alone are given, with the kind none.
    """
    look = text[:_LOOK]
    small = look.casefold()
    found: list[tuple[int, Due]] = []
    if any(word in small for word in ("by ", "before ", "until ", "later than ", "latest")):
        found += [each for each in (_by_date(look), _by_month(look)) if each]
    if "within " in small or " next " in small:
        found += [each for each in (_within(look, published_on),) if each]
    if any(word in small for word in ("immediate", "delay", "forthwith")) and (at_once := _AT_ONCE.search(look)):
        found.append((at_once.start(), Due(DueKind.IMMEDIATELY, text=_words_at_once(at_once[0]))))
    if found:
        return min(found, key=lambda each: each[0])[1]
    return Due(text=_not_a_day(look)) if any(word in small for word in ("by ", "before ", "until ", "later than ", "within ")) else Due()


def due_under(lead: str, text: str, published_on: date | None) -> Due:
    """Return the time limit of a point under a lead-in: one that opens or closes the point goes before the lead-in's.

    Args:
        lead: the sentence that leads to the point, "" without one.
        text: the point.
        published_on: the day from which "within three months" counts.
    """
    own = due_of(text, published_on)
    words, plain = own.text.casefold(), text.casefold().strip(" ;.,")
    stands_apart = plain.startswith(words) or (
        own.kind in (DueKind.DATE, DueKind.MONTH) and plain.removesuffix("and").rstrip(" ;,").endswith(words)
    )
    if words and stands_apart:
        return own
    return due_of(f"{lead} {text}".strip(), published_on)


def doubt_of(due: Due) -> str:
    """Return why a time limit is to be checked, "" when nothing speaks against it."""
    return f"The report gives a time limit that is not a date: “{due.text}”." if due.kind is DueKind.NONE and due.text else ""


def limit_of(cell: str, published_on: date | None) -> Due:
    """Return the time limit that the cell of a table says, which may hold the day or the period alone; with its words as printed."""
    text = " ".join(cell.split())
    read = (due_of(words, published_on) for words in (text, f"by {text}", f"within {text}"))
    known = next((due for due in read if due.kind is not DueKind.NONE), Due())
    return replace(known, text=text) if known.kind is not DueKind.NONE else known


def day_of(match: re.Match[str]) -> date | None:
    """Return the day that a match of `DAY` names, None when the calendar does not have it."""
    try:
        return date(int(match["year"]), MONTHS[match["month"].casefold()], int(match["day"]))
    except ValueError:
        return None


def _by_date(text: str) -> tuple[int, Due] | None:
    for match in _DATE.finditer(text):
        if day := day_of(match):
            return match.start(), Due(DueKind.DATE, day, text=match[0])
    for match in (found for pattern in _FIGURES for found in pattern.finditer(text)):
        if day := _day_in_figures(match):
            return match.start(), Due(DueKind.DATE, day, text=match[0])
    return None


def _day_in_figures(match: re.Match[str]) -> date | None:
    try:
        return date(int(match["year"]), int(match["month"]), int(match["day"]))
    except ValueError:
        return None


def _not_a_day(text: str) -> str:
    """Return the words of a limit that the calendar does not have, or that names a season or a year's end; "" without any."""
    found = [match for pattern in (_DATE, *_FIGURES, _VAGUE) if (match := pattern.search(text))]
    return min(found, key=lambda match: match.start())[0] if found else ""


def _by_month(text: str) -> tuple[int, Due] | None:
    match = _MONTH_ONLY.search(text)
    if not match:
        return None
    year, month = int(match["year"]), MONTHS[match["month"].casefold()]
    return match.start(), Due(DueKind.MONTH, date(year, month, monthrange(year, month)[1]), text=match[0])


def _within(text: str, published_on: date | None) -> tuple[int, Due] | None:
    for match in (*_WITHIN.finditer(text), *_NEXT.finditer(text)):
        if not _is_limit(text, match):
            continue
        count = 1 if match["number"].casefold() in ("a", "an") else number_of(match["number"])
        unit = match["unit"].casefold()
        if count and match.groupdict().get("more"):
            more = 6 if match["months"] is None else number_of(match["months"]) or 0
            if unit != "year":
                return match.start(), Due(text=match[0])
            count, unit = 12 * count + more, "month"
        if count:
            last = _after(published_on, count, unit) if published_on else None
            return match.start(), Due(DueKind.WITHIN, last, f"P{count}{_LETTERS[unit]}", match[0])
    return None


def _is_limit(text: str, match: re.Match[str]) -> bool:
    """Say whether a period limits the action: it leads, stands apart behind "should", counts from the report, or closes in months."""
    if match.groupdict().get("from"):
        return True
    before, behind = text[: match.start()].rstrip(), text[match.end() :].lstrip()
    if _OF_THE_TASK.match(behind):
        return False
    if not before or (match.start() <= _LEADS and behind[:1] in (",", ":")):
        return True
    if before.endswith((".", "should", "must", "should,", "must,")):
        return True
    return match["unit"].casefold() in ("month", "year") and behind[:1] in ("", ".", ":", ";")


def _after(start: date, count: int, unit: str) -> date | None:
    try:
        if unit in ("day", "week"):
            return start + timedelta(days=count * (7 if unit == "week" else 1))
        months = start.year * 12 + start.month - 1 + count * (12 if unit == "year" else 1)
        year, month = divmod(months, 12)
        return date(year, month + 1, min(start.day, monthrange(year, month + 1)[1]))
    except (ValueError, OverflowError):
        return None


def _words_at_once(words: str) -> str:
    if "effect" in words.casefold():
        return "with immediate effect"
    said = re.search(r"immediately|forthwith|without .*delay", words, re.IGNORECASE)
    return said[0] if said else words
