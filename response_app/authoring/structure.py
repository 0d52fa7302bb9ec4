"""What is wrong with the structure of a record's PDF, for those who cannot see it (checks, record out)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from ..domain.record import Record
from .logo import printed_logo


def structure_faults(record: Record, *, today: date, read: Callable[[str], bytes]) -> list[str]:
    """Make the PDF of a record as a draft, and return what its structure lacks, [] for nothing.

    Args:
        record: what to print.
        today: the day that a draft prints.
        read: returns an attached file by its hash.

    Raises:
        PdfRefused: the record cannot be drawn.
    """
    from ..record import build_document, lint_pdf, write_pdf

    document = build_document(record, draft=True, today=today, logo=printed_logo(record, read))
    return lint_pdf(write_pdf(document), document)
