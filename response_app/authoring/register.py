"""The register of findings across all records, and as a table for a spreadsheet (home, register of findings)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from ..domain.dates import in_words
from ..domain.register import Entry
from ..store.work import Work

if TYPE_CHECKING:
    from ..record.sheets import Cell, Sheet

COLUMNS = (
    "Kind",
    "Number",
    "Finding",
    "Inspection",
    "Report published",
    "Made to",
    "For",
    "Time limit",
    "Time limit ends",
    "Target date",
    "Owner",
    "Chief officer’s target date",
    "Chief officer’s owner",
    "State",
    "Where it stands",
)
_LONGEST_NUMBER = 9


def list_record_ids(work: Work) -> tuple[str, ...]:
    """Return the ids of all records that are not deleted, the last changed first."""
    return work.register.record_ids()


def entries_of(work: Work, record_ids: Sequence[str]) -> tuple[Entry, ...]:
    """Return the entries of some hundred records at most; a record that is deleted or not there has none.

    Raises:
        StoreDamaged: a date or choice of a finding is not as it was written.
    """
    return work.register.entries(record_ids)


def time_limit(entry: Entry) -> str:
    """Return the time limit in the inspectors' words, else in ours, with a capital letter; "" for none."""
    from ..record.findings import time_limit as in_words_of

    words = in_words_of(entry.limit)
    return words[:1].upper() + words[1:]


def register_sheet(entries: Iterable[Entry], today: date) -> Sheet:
    """Return entries as a table for a spreadsheet, in their order.

    Args:
        entries: what to list.
        today: the day to count from.
    """
    from ..record.sheets import Sheet

    return Sheet(f"Register of findings, {in_words(today)}", COLUMNS, tuple(_row(each, today) for each in entries))


def _row(entry: Entry, today: date) -> tuple[Cell, ...]:
    is_count = entry.number.isascii() and entry.number.isdigit() and len(entry.number) <= _LONGEST_NUMBER
    return (
        entry.kind.words,
        int(entry.number) if is_count else entry.number,
        entry.sentence,
        entry.title,
        entry.published_on,
        ", ".join(entry.addressed_to),
        entry.scope,
        time_limit(entry),
        entry.limit_on,
        entry.own_target,
        entry.own_owner,
        entry.chief_target,
        entry.chief_owner,
        entry.state.value,
        entry.standing(today),
    )
