"""The files of a record as bytes, each read back and held against its document before anybody gets it (record out)."""

from __future__ import annotations

from ..errors import PdfRefused
from ..record import Document

_NOTHING = "Nothing was written."


def made_pdf(document: Document) -> bytes:
    """Return the PDF.

    Raises:
        PdfRefused: it does not hold its own rules.
    """
    from ..record import lint_pdf, write_pdf

    data = write_pdf(document)
    _refuse(lint_pdf(data, document), "The PDF does not meet the rules for an accessible PDF.")
    return data


def made_page(document: Document) -> bytes:
    """Return the web page, UTF-8.

    Raises:
        PdfRefused: it does not say what the record says.
    """
    from ..record.html import problems_of, write_page

    page = write_page(document)
    _refuse(problems_of(page, document), "The web page is not as it should be.")
    return page.encode()


def made_fragment(document: Document) -> bytes:
    """Return the page's body for a website's editor, UTF-8.

    Raises:
        PdfRefused: it does not say what the record says.
    """
    from ..record.html import problems_of, write_fragment

    fragment = write_fragment(document)
    _refuse(problems_of(fragment, document), "The page for the website’s editor is not as it should be.")
    return fragment.encode()


def made_word(document: Document) -> bytes:
    """Return the Word file.

    Raises:
        PdfRefused: it does not say what the record says.
    """
    from ..record.word import problems_of, write_word

    data = write_word(document)
    _refuse(problems_of(data, document), "The Word file is not as it should be.")
    return data


def made_text(document: Document) -> bytes:
    """Return the plain text, UTF-8.

    Raises:
        PdfRefused: it does not say what the record says.
    """
    from ..record.plain_text import problems_of, write_text

    text = write_text(document)
    _refuse(problems_of(text, document), "The plain text is not as it should be.")
    return text.encode()


def _refuse(faults: list[str], what: str) -> None:
    if faults:
        raise PdfRefused(f"{what} {faults[0].removesuffix('.')}.", _NOTHING)
