"""The list of records as a table for a spreadsheet (Home)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from response_app.domain.next_step import next_step

from .record_lines import due_on, lines, title_of

if TYPE_CHECKING:
    from response_app.authoring.workspace import RecordRow
    from response_app.record.sheets import Sheet

_COLUMNS = (
    "Inspection",
    "Kind",
    "Force",
    "Report published",
    "Statutory date",
    "Where it stands",
    "Next step",
    "With whom",
    "Since",
    "Findings answered",
    "In draft",
    "Findings to answer",
)


def records_sheet(rows: Sequence[RecordRow], today: date, signs_off: str) -> Sheet:
    """Return records as a table, in the order given; dates and numbers as such.

    Args:
        rows: the records.
        today: the day from which lateness is counted.
        signs_off: the body in a sentence, such as "Commissioner".
    """
    from response_app.record.sheets import Sheet

    return Sheet("Responses to inspections", _COLUMNS, tuple(_row(each, today, signs_off) for each in rows))


def _row(row: RecordRow, today: date, signs_off: str) -> tuple[str | int | date | None, ...]:
    step = next_step(row, today, signs_off)
    words = lines(row, today, signs_off=signs_off, with_force=False)
    return (
        title_of(row),
        row.kind.words,
        row.force,
        row.published_on,
        due_on(row),
        words.badge,
        words.step,
        step.who,
        step.since,
        row.answered,
        row.in_draft,
        row.to_answer,
    )
