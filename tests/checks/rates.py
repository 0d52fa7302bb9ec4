"""Measures the rules: how often each is wrong on good records, and how much it finds of what was planted (checks).

Ten of the good records were written by somebody who did not know the rules, ten by somebody who did. What is counted
as wrong is everything that is told of them, but for what a rule is right about (`RIGHTLY`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import cache
from pathlib import Path

from response_app.authoring.judging import PrintedHashes
from response_app.bank_holidays import HOLIDAYS
from response_app.checks import CODES, Checker, Cleaned, Context, Problem
from response_app.domain.clock import statutory_date
from response_app.domain.record import Record
from response_app.interchange import read_record, write_record

from .good import GOOD
from .planted import Planted, plantings
from .sound import draws

UNSEEN = Path(__file__).parent / "unseen"
RIGHTLY = {("relative_date", "last year")}
"""By code and words: three of the unseen records say "last year" where a later reader cannot tell which."""


@cache
def good_records() -> dict[str, Record]:
    """Return the twenty good records by name."""
    unseen = {each.stem: _without_marking(read_record(each.read_bytes()).record) for each in sorted(UNSEEN.glob("*.json"))}
    return {**unseen, **GOOD}


def _without_marking(record: Record) -> Record:
    """Their writer rightly left the marking and the embargo of a record that is not published yet."""
    return replace(record, state=replace(record.state, marking=None, embargo_until=None))


def found(record: Record, *, code: str = "", cleaned: Sequence[Cleaned] = ()) -> list[Problem]:
    """Return what the rules find on the day that the record is published, or on the day on which the code matters."""
    publication = record.state.publication
    today = publication.planned_on or record.inspection.published_on
    assert today
    if code == "due_soon" and record.inspection.published_on:
        today = statutory_date(record.inspection.published_on) - timedelta(days=10)
    elif code in ("not_confirmed_live", "copies_not_recorded"):
        today += timedelta(days=8)
    return Checker().run(record, Context(today, True, draws, HOLIDAYS, cleaned, hashes=PrintedHashes()))


@cache
def told() -> tuple[tuple[str, Problem], ...]:
    """Return what is told of the good records, with their names."""
    return tuple((name, each) for name, record in good_records().items() for each in found(record))


@cache
def wrongly() -> Counter[str]:
    """Return by code how much is told of the good records that is no fault of theirs."""
    return Counter(each.code for _, each in told() if (each.code, each.quote) not in RIGHTLY)


@dataclass(frozen=True)
class Recall:
    """How many faults of a code were planted, and how many of these were found."""

    planted: int
    found: int


@cache
def recalls() -> dict[str, Recall]:
    """Return by code what was found of what was planted."""
    planted, seen = Counter[str](), Counter[str]()
    for number, each in enumerate(plantings()):
        planted[each.code] += 1
        seen[each.code] += is_found(each, number)
    return {code: Recall(planted[code], seen[code]) for code in CODES}


def is_found(fault: Planted, number: int) -> bool:
    """Tell whether a fault is found in one of the good records, that which its number chooses."""
    before = Counter(_seen(each) for each in found(_fitting(fault, number), code=fault.code))
    after = Counter(_seen(each) for each in told_of(fault, number))
    return any(code == fault.code for code, *_ in after - before)


@cache
def told_of(fault: Planted, number: int) -> tuple[Problem, ...]:
    """Return what is told of the good record that the fault's number chooses, with the fault in it."""
    record = _fitting(fault, number)
    cleaned = read_record(write_record(record).replace(b"<p>", b"<p><font>", 1)).cleaned if fault.code == "markup_cleaned" else ()
    return tuple(found(fault.edit(record), code=fault.code, cleaned=cleaned))


def _seen(problem: Problem) -> tuple[str, str, str, str]:
    return problem.code, problem.place, problem.message, problem.quote


def _fitting(fault: Planted, number: int) -> Record:
    """The first record from the one with this number on in which the fault can be planted."""
    records = list(good_records().values())
    for record in (*records[number % len(records) :], *records):
        try:
            changed = fault.edit(record)
        except StopIteration:
            continue
        if changed != record and (fault.code != "recommendations_mentioned_none_recorded" or changed.findings):
            return record
    raise LookupError(f"no record takes {fault.words}")
