"""Making the progress page: a web page and a PDF that link back to the response and change nothing in it (after publication)."""

from __future__ import annotations

from datetime import date

from ..domain.record import Record
from ..record.progress import build_progress
from .publication_folder import file_stem
from .written import made_page, made_pdf


def progress_stem(record: Record, on: date) -> str:
    """Return the name of the folder and of its files without ending, such as "exampleshire-response-...-progress-2024-10-14"."""
    return f"{file_stem(record)}-progress-{on.isoformat()}"


def make_progress(record: Record, on: date) -> dict[str, bytes]:
    """Return the PDF and the web page of the progress as of one day, by the names of their files.

    Raises:
        PdfRefused: a file does not hold its own rules.
    """
    document, stem = build_progress(record, on), progress_stem(record, on)
    return {f"{stem}.pdf": made_pdf(document), f"{stem}.html": made_page(document)}
