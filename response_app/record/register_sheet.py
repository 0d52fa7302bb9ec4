"""The register of findings as a table for a spreadsheet, with its counts on a sheet of their own (register of findings)."""

from __future__ import annotations

from datetime import date

from ..domain.dates import in_words
from ..domain.register import Entry
from ..domain.register_counts import Counts, counts
from ..domain.response import Decision
from .register import Extract
from .register_words import answer_lines, exception_line, in_groups, progress, time_limit
from .sheets import Cell, Sheet

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
    "Chief officer\u2019s target date",
    "Chief officer\u2019s owner",
    "Earlier target dates",
    "Times moved",
    "State",
    "Answer",
    "Where it stands",
    "Who says what",
    "Closed by the inspectors",
    "Their letter or report",
    "Published in spite of a rule",
)
_LONGEST_NUMBER = 9


def register_sheet(extract: Extract) -> Sheet:
    """Return the findings as a table, in their order; a workbook has the counts on a second sheet."""
    exceptions = {record_id: _exceptions(found) for record_id, found in extract.exceptions.items()}
    return Sheet(
        f"Register of findings, {in_words(extract.on)}",
        COLUMNS,
        tuple(_row(each, extract.on, exceptions.get(each.record_id, "")) for each in extract.entries),
        (_counted(extract, counts(extract.entries, extract.on)),),
    )


def _row(entry: Entry, on: date, exceptions: str) -> tuple[Cell, ...]:
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
        ", ".join(in_words(each) for each in entry.earlier_targets),
        len(entry.moves),
        entry.state.value,
        ", ".join(answer_lines(entry)),
        entry.standing_of(on),
        "; ".join(", ".join(each for each in said if each) for said in progress(entry)),
        entry.closed.on if entry.closed else None,
        entry.closed.source if entry.closed else "",
        exceptions,
    )


def _exceptions(found: tuple[Decision, ...]) -> str:
    return "\n".join(exception_line(each) for each in found)


def _counted(extract: Extract, made: Counts) -> Sheet:
    rows: list[tuple[Cell, ...]] = [(f"As of {in_words(extract.on)}", extract.size_in_words, len(extract.entries))]
    if extract.shown:
        rows.append(("Shown", extract.shown, None))
    for each in (*made.kinds, made.all):
        heads = ("Findings", "Open", "Past their date", "Closed by the inspectors")
        numbers = (each.findings, each.open, each.past, each.closed)
        rows += [(each.words, words, number) for words, number in zip(heads, numbers, strict=True)]
    rows += [(group, words, number) for group, lines in in_groups(made) for words, number in lines]
    return Sheet("Counts", ("Of", "What is counted", "Number"), tuple(rows))
