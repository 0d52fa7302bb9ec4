"""Rules on dates in our words: those that age, and those that are written so that they can be misread (checks)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..domain.garbled import MONTHS, torn_dates
from .facts import Facts
from .matches import LineRule, Match, among
from .paragraphs import Line
from .problem import Severity

_SEASONS = "spring|summer|autumn|winter"
_DAYS = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
_RELATIVE = re.compile(
    rf"\b(?:(?:in |since |from |until |by |of )?(?:{MONTHS}|{_SEASONS}) (?:of )?(?:last|this|next) year"
    rf"|(?:last|next|this) (?:{_SEASONS})|(?<!the )(?:last|next) (?:{MONTHS}|{_DAYS})"
    r"|(?<!the )(?:last|next) (?:month|week|quarter)(?!\w|[’']s?\s+of)"
    r"|(?<!the )(?<!over )(?:last|next) year(?![’']s (?:PEEL|inspection))|(?:in|during|since|early|mid|late) this year"
    r"|(?:earlier|later) (?:this|last|next) (?:year|month|week)"
    r"|(?:a|one|a few|some|several|two|three|four|five|six|ten|[0-9]+) (?:day|week|month)s? ago"
    r"|yesterday|tomorrow"
    r"|which I (?:currently|presently|now) \w+|I (?:currently|presently) (?:chair|lead|hold|represent|sit))\b",
    re.I,
)


def relative_date(line: Line, facts: Facts) -> Iterator[Match]:
    """Words that are right on the day they are written and wrong a year later: "July last year", "which I currently chair"."""
    for found in _RELATIVE.finditer(line.words):
        if re.match(r"(?:may|march) ", found[0], re.I) and not found[0][0].isupper():
            continue  # "may", "march" as verbs
        currently = bool(re.search(r"\b(?:currently|presently|now)\b", found[0], re.I))
        fix = "Say since when or until when, so that it stays true." if currently else "Give the date: the record will be read for years."
        what = "will not stay true" if currently else "does not tell a later reader when it was"
        yield Match(*found.span(), f"“{found[0]}” {what}", fix)


_NUMERIC = re.compile(r"(?<![\w/.-])[0-3]?[0-9](?P<by>[/.-])[01]?[0-9](?P=by)(?:19|20)?[0-9]{2}(?![\w/-]|\.[0-9])")
_YEAR_FIRST = re.compile(r"(?<![\w/.-])(?:19|20)[0-9]{2}-[01][0-9]-[0-3][0-9](?![\w/-])")
_AMERICAN = re.compile(rf"\b(?:{MONTHS}) [0-3]?[0-9](?:st|nd|rd|th)?,? (?:19|20)[0-9]{{2}}\b")


def date_style(line: Line, facts: Facts) -> Iterator[Match]:
    """A date that is torn apart ("14 th May"), in figures alone, or in the American order."""
    for start, end in torn_dates(line.words):
        yield Match(start, end, f"“{line.words[start:end]}” has a space inside the day", "Write the day as “14 May 2024”.")
    for found in _NUMERIC.finditer(line.words):
        if line.words[max(0, found.start() - 8) : found.start()].lower().rstrip().endswith(("version", " v", "section", "paragraph")):
            continue
        yield Match(*found.span(), f"“{found[0]}” can be read as another date", "Write the month as a word, as in “14 May 2024”.")
    for found in _YEAR_FIRST.finditer(line.words):
        yield Match(*found.span(), f"“{found[0]}” is a date in figures only", "Write the month as a word, as in “14 May 2024”.")
    for found in _AMERICAN.finditer(line.words):
        yield Match(*found.span(), f"“{found[0]}” has the month first", "Write the day first, as in “14 May 2024”.")


RULES = (
    LineRule(
        "relative_date",
        Severity.WARNING,
        relative_date,
        "a published record says “July last year”, and “which I currently chair”",
        among("last next this ago yesterday tomorrow currently presently now"),
    ),
    LineRule("date_style", Severity.WARNING, date_style, "GOV.UK style; a published record says “14 th May”", marks="0123456789"),
)
