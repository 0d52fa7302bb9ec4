"""The register of findings across all records, and what goes out of it: CSV, workbook, PDF (home, register of findings)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from .. import atomic_io
from ..domain.register import Entry
from ..errors import WriteFailed
from ..store.work import Work
from .office_people import office_on

if TYPE_CHECKING:
    from ..record.register import Extract

_AT_ONCE = 200
"""Records whose decisions are read in one go."""


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
    from ..record.register_words import time_limit as in_words_of

    return in_words_of(entry)


def extract_of(work: Work, entries: Sequence[Entry], on: date, shown: str = "", order: str = "") -> Extract:
    """Return what goes out of the register, with whose it is and which of the reports were answered in spite of a rule.

    Args:
        work: the unit of work.
        entries: the findings, in their order.
        on: the day to count from.
        shown: which findings they are, such as "recommendations, past their date"; "" for all.
        order: by what they are sorted, such as "target date".

    Raises:
        StoreDamaged: a decision is not as it was written.
    """
    from ..record.register import Extract

    ids = list(dict.fromkeys(each.record_id for each in entries))
    exceptions = {}
    for at in range(0, len(ids), _AT_ONCE):
        exceptions.update(work.register.exceptions(ids[at : at + _AT_ONCE]))
    return Extract(tuple(entries), on, office_on(work, on), shown, order, exceptions)


def write_register(path: Path, extract: Extract) -> None:
    """Write the register to the file `path`, whole or not at all, as its ending says: .csv, .xlsx or .pdf; it is read back before.

    Raises:
        WriteFailed: another ending, too many rows for a workbook, or the file could not be written; the old file is as it was.
        PdfRefused: the PDF does not hold the rules of an accessible PDF.
    """
    ending = path.suffix.lower()
    if ending == ".pdf":
        from ..record.register import build_register
        from .written import made_pdf

        atomic_io.write_many({path: made_pdf(build_register(extract))})
    elif ending in (".csv", ".xlsx"):
        from ..record.register_sheet import register_sheet
        from ..record.sheets import write_sheet

        write_sheet(path, register_sheet(extract))
    else:
        said = f"ends in {ending}" if ending.isprintable() and ending else "has no ending that says what it is"
        raise WriteFailed(f"The name {said}.", "Nothing was written. Choose a name that ends in .csv, .xlsx or .pdf.")
