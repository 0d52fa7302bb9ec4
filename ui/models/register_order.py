"""How the register is sorted and what of it is shown (register of findings)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from enum import Enum
from operator import itemgetter
from typing import Any

from response_app.authoring.register import time_limit
from response_app.domain.finding import FindingKind
from response_app.domain.register import Entry, FindingState
from response_app.domain.titles import in_a_row

from .register_lines import owner_words, title_of

_PARTS = re.compile(r"\d+|\D+")
_KINDS = (
    FindingKind.CAUSE_OF_CONCERN,
    FindingKind.ACCELERATED_CAUSE_OF_CONCERN,
    FindingKind.RECOMMENDATION,
    FindingKind.AREA_FOR_IMPROVEMENT,
    FindingKind.PROMISING_PRACTICE,
)
_STATES = list(FindingState)
_PLURALS = {
    FindingKind.CAUSE_OF_CONCERN: "causes of concern",
    FindingKind.ACCELERATED_CAUSE_OF_CONCERN: "accelerated causes of concern",
    FindingKind.RECOMMENDATION: "recommendations",
    FindingKind.AREA_FOR_IMPROVEMENT: "areas for improvement",
    FindingKind.PROMISING_PRACTICE: "promising practice",
}


class Sort(Enum):
    """By what the register is sorted; the value is its words."""

    TARGET = "Target date"
    LIMIT = "Time limit"
    FINDING = "Kind and number"
    SENTENCE = "Finding"
    RECORD = "Inspection"
    PUBLISHED = "Report’s date"
    MADE_TO = "Made to"
    STATE = "State"
    OWNER = "Owner"


class Dates(Enum):
    """Which findings are shown by their dates; the value is its words."""

    ALL = "All dates"
    PAST = "Past their date"
    SOON = "Due in 30 days"


@dataclass(frozen=True, slots=True)
class Filter:
    """What is shown; a field as it is made here leaves nothing out.

    Attributes:
        words: all of them stand in the finding, its record, or what else the row says.
        dates: by the day that counts.
        kinds: what the inspectors call it, () for any.
        state: how far the answer is, None for any.
        made_to: to whom it is made or whom it concerns, "" for anyone.
    """

    words: tuple[str, ...] = ()
    dates: Dates = Dates.ALL
    kinds: tuple[FindingKind, ...] = ()
    state: FindingState | None = None
    made_to: str = ""

    def passes(self, entry: Entry, today: date) -> bool:
        """Tell whether an entry is shown; its words are looked at elsewhere."""
        if self.state is not None and entry.state is not self.state:
            return False
        if self.kinds and entry.kind not in self.kinds:
            return False
        if self.made_to and self.made_to != entry.scope and self.made_to not in entry.addressed_to:
            return False
        if self.dates is Dates.ALL:
            return True
        return entry.is_past(today) if self.dates is Dates.PAST else entry.is_due_soon(today)

    @property
    def in_words(self) -> str:
        """What is shown, such as "recommendations, past their date"; "" where nothing is left out."""
        parts = (
            in_a_row([_PLURALS[each] for each in self.kinds]),
            f"{self.dates.value[0].lower()}{self.dates.value[1:]}" if self.dates is not Dates.ALL else "",
            f"state \u201c{self.state.value}\u201d" if self.state is not None else "",
            f"made to or for {self.made_to}" if self.made_to else "",
            f"with the words \u201c{' '.join(self.words)}\u201d" if self.words else "",
        )
        return ", ".join(each for each in parts if each)


def order_in_words(sort: Sort, *, backwards: bool) -> str:
    """Return by what the list is sorted, such as "target date, last first"."""
    return f"{sort.value[0].lower()}{sort.value[1:]}{', last first' if backwards else ''}"


def haystack(entry: Entry) -> str:
    """Return everything that a row says in words, in small letters."""
    parts = (
        entry.kind.words,
        "AFI" if entry.kind is FindingKind.AREA_FOR_IMPROVEMENT else "",
        entry.number,
        entry.sentence,
        entry.title,
        *entry.addressed_to,
        entry.scope,
        time_limit(entry),
        entry.state.value,
        owner_words(entry),
    )
    return " ".join(parts).casefold()


def in_order(entries: Iterable[Entry], sort: Sort, *, backwards: bool) -> list[Entry]:
    """Return entries sorted; those that have nothing to be sorted by come last, whichever way the others go."""
    key = _KEYS[sort]
    keyed = [(key(each), each) for each in entries]
    with_key = [pair for pair in keyed if pair[0] is not None]
    with_key.sort(key=itemgetter(0), reverse=backwards)
    return [each for _, each in with_key] + [each for found, each in keyed if found is None]


def _natural(number: str) -> tuple[tuple[int, int, str], ...]:
    """Numbers within words count as numbers: 2 before 10."""
    return tuple((0, int(part), "") if part.isdecimal() else (1, 0, part.casefold()) for part in _PARTS.findall(number))


def _finding(entry: Entry) -> Any:
    return _KINDS.index(entry.kind), _natural(entry.number), title_of(entry).casefold()


def _made_to(entry: Entry) -> Any:
    return (", ".join(entry.addressed_to) or entry.scope).casefold() or None


def _record(entry: Entry) -> Any:
    return entry.title.casefold() or None


_KEYS: dict[Sort, Callable[[Entry], Any]] = {
    Sort.TARGET: lambda entry: entry.day,
    Sort.LIMIT: lambda entry: entry.limit_on,
    Sort.FINDING: _finding,
    Sort.SENTENCE: lambda entry: entry.sentence.casefold() or None,
    Sort.RECORD: _record,
    Sort.PUBLISHED: lambda entry: entry.published_on,
    Sort.MADE_TO: _made_to,
    Sort.STATE: lambda entry: _STATES.index(entry.state),
    Sort.OWNER: lambda entry: owner_words(entry).casefold() or None,
}
