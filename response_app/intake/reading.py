"""Report in: chooses the reader of a file by what is in it; its name is only a hint."""

from __future__ import annotations

import re

from ..errors import ImportRefused
from . import html_reader, text_reader
from .decoding import MOST_BYTES, decode
from .lines import Form, Reading
from .mhtml import is_package

READS = "Inspection Response reads PDF, Word (.docx), saved web pages, plain text, and tables as CSV or Excel (.xlsx)"
_UNCHANGED = "Nothing was changed."

_ZIP = b"PK\x03\x04"
_OTHERS: tuple[tuple[bytes, str, str], ...] = (
    (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        "an old Word or Excel file, or one with a password",
        "save it as .docx, .xlsx or PDF, without a password",
    ),
    (b"{\\rtf", "a rich text file (.rtf)", "save it as .docx or PDF"),
    (b"\x89PNG", "a picture", "bring the report itself, not a picture of it"),
    (b"\xff\xd8\xff", "a picture", "bring the report itself, not a picture of it"),
    (b"GIF8", "a picture", "bring the report itself, not a picture of it"),
    (b"II*\0", "a picture", "bring the report itself, not a picture of it"),
    (b"MM\0*", "a picture", "bring the report itself, not a picture of it"),
    (b"Rar!", "an archive", "unpack it first"),
    (b"7z\xbc\xaf", "an archive", "unpack it first"),
    (b"\x1f\x8b", "an archive", "unpack it first"),
    (b"MZ", "a program", "bring the report"),
    (b"\x7fELF", "a program", "bring the report"),
)
_BLANK = b"\xef\xbb\xbf \t\r\n\x0c"
_PDF_WITHIN = 1_024
_TAGS_WITHIN = 65_536
_PAGE = re.compile(r"<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)
_PART = re.compile(
    r"<(?:!--|(?:div|p|h[1-6]|ul|ol|dl|table|article|main|section|header|nav|meta|span|title|style|blockquote)\b)", re.IGNORECASE
)


def read_report(data: bytes, name: str) -> Reading:
    """Read a file that somebody brought.

    Args:
        data: the whole file.
        name: its name; it decides only whether words with commas are a table.

    Raises:
        ImportRefused: it cannot be read; one sentence says why.
    """
    form = form_of(data, name)
    if form is Form.PDF:
        from .pdf_reader import read as read_pdf

        return read_pdf(data)
    if form is Form.DOCX:
        from . import docx_reader

        return docx_reader.read(data)
    if form in (Form.CSV, Form.XLSX):
        from . import table_reader

        return table_reader.reading(table_reader.read(data))
    return html_reader.read(data) if form is Form.HTML else text_reader.read(data)


def read_pasted(text: str, html: str = "") -> Reading:
    """Read what was pasted: its web mark-up where that holds words, else its plain text.

    Raises:
        ImportRefused: it is too large, or holds no words.
    """
    if len(text) + len(html) > MOST_BYTES:
        raise ImportRefused("What was pasted is too large to be read.", f"Paste the report in parts. {_UNCHANGED}")
    if html.strip():
        reading = html_reader.read_markup(html)
        if reading.lines:
            return reading
    reading = text_reader.read_text(text)
    if not reading.lines:
        raise ImportRefused("There are no words in what was pasted.", f"Copy the report's text and paste it anew. {_UNCHANGED}")
    return reading


def form_of(data: bytes, name: str) -> Form:
    """Return the form of a file by what is in it.

    Raises:
        ImportRefused: it is empty, too large, or of a form that is not read.
    """
    if not data.strip(b"\0" + _BLANK):
        raise ImportRefused("The file is empty.", _UNCHANGED)
    if len(data) > MOST_BYTES:
        size = MOST_BYTES // (1024 * 1024)
        raise ImportRefused(f"The file is larger than {size} MB.", f"Bring a smaller copy of the report. {_UNCHANGED}")
    start = data.lstrip(_BLANK)
    for mark, what, remedy in _OTHERS:
        if start.startswith(mark):
            raise _refused(what, remedy)
    if start.startswith(_ZIP) or data.startswith(b"PK\x05\x06"):
        return _form_of_package(data)
    if b"%PDF-" in data[:_PDF_WITHIN] and not start.startswith(b"<"):
        return Form.PDF
    if is_package(data):
        return Form.HTML
    return _form_of_words(data, name)


def _form_of_words(data: bytes, name: str) -> Form:
    text = decode(data)
    head = text[:_TAGS_WITHIN].lstrip()
    if head.startswith("<") and (_PAGE.search(head) or _PART.match(head)):
        return Form.HTML
    if head.startswith("<?xml"):
        raise _refused("an XML file", "save the report as .docx or PDF")
    from .table_reader import looks_like_csv

    is_named = name.casefold().endswith((".csv", ".tsv"))
    return Form.CSV if looks_like_csv(text) or (is_named and re.search(r"[,;\t|]", head)) else Form.TEXT


def _form_of_package(data: bytes) -> Form:
    from .packages import Package

    package = Package(data)
    names = package.names
    kind = package.part("mimetype")[:100]
    if kind.startswith(b"application/vnd.oasis.opendocument"):
        raise _refused("an OpenDocument file (.odt, .ods)", "save it as .docx, .xlsx or PDF")
    if kind.startswith(b"application/epub"):
        raise _refused("an electronic book", "bring the report as PDF")
    if package.main.startswith("xl/") or "xl/workbook.xml" in names:
        return Form.XLSX
    if package.main.startswith("ppt/") or "ppt/presentation.xml" in names:
        raise _refused("a set of slides (.pptx)", "save it as PDF")
    if package.main or any(each.startswith("word/") for each in names):
        return Form.DOCX
    raise _refused("an archive", "unpack it first")


def _refused(what: str, remedy: str) -> ImportRefused:
    return ImportRefused(f"The file is {what}, which is not read: {READS}.", f"To go on, {remedy}. {_UNCHANGED}")
