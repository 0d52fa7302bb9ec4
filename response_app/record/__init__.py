"""Record out: the neutral document tree and its writers.

The heavy libraries (reportlab, pikepdf) are imported when a writer is first used.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .build import PrintOptions, build_document
from .tree import Document

if TYPE_CHECKING:
    from .pdf.preview import Preview

__all__ = ["Document", "PrintOptions", "build_document", "has_glyph", "lint_pdf", "new_preview", "write_pdf"]


def write_pdf(document: Document) -> bytes:
    """Return the document as PDF; see `pdf.writer.write_pdf`."""
    from .pdf.writer import write_pdf as write

    return write(document)


def new_preview() -> Preview:
    """Return what lays out a record again and again while it is written; see `pdf.preview.Preview`."""
    from .pdf.preview import Preview

    return Preview()


def lint_pdf(data: bytes, document: Document) -> list[str]:
    """Return what is wrong with a finished PDF, [] when nothing is; see `pdf.lint.lint`."""
    from .pdf.lint import lint

    return lint(data, document)


def has_glyph(char: str) -> bool:
    """Tell whether the record's typeface can show a character; see `pdf.fonts.has_glyph`."""
    from .pdf.fonts import has_glyph as has

    return has(char)
