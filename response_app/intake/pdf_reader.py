"""Report in: reads a PDF into lines, in the order in which it is read, with what each line is.

Words with their places come from PDFium; everything else follows from how reports are laid out: `pdf_lines.py` puts words
together, `pdf_furniture.py` sets apart what is not running text, `pdf_frames.py` finds boxes, `pdf_columns.py` the order,
`pdf_paragraphs.py` says what lines are.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..errors import FileRefused, ImportRefused
from ..pdfium import placed_words
from ..pdfium_words import PlacedPage
from .clean import clean_text
from .joining import joined
from .lines import Box, Form, Line, LineKind, Picture, Reading
from .pdf_columns import flows_of
from .pdf_frames import frames_of, numbered
from .pdf_furniture import body_size, footnotes_of, furniture_of, unfinished
from .pdf_lines import Strip, strips_of
from .pdf_paragraphs import Told, tell

MOST_PAGES = 2_000
"""Pages of the longest report that is read; the longest known ones have 200."""

MOST_WORDS = 10_000
"""Of a page, or stretches of words; a page of a report has fewer than 1,000."""

_LEAST_PICTURE = 0.015
"""Share of the page that a picture takes up at least; smaller ones are logos and lines."""


def read(data: bytes) -> Reading:
    """Return the lines of a PDF.

    Args:
        data: the file.

    Raises:
        ImportRefused: it is empty, no PDF, damaged, needs a password, has more than 2,000 pages or a page of more than 10,000 words.
    """
    if not data:
        raise ImportRefused("The file is empty.", "Nothing was changed. Ask for the file again, or save it again.")
    try:
        title, pages = placed_words(data, MOST_PAGES)
    except FileRefused as error:
        raise ImportRefused(error.message, error.remedy) from error
    for number, page in enumerate(pages, start=1):
        if len(page.words) > MOST_WORDS:
            raise ImportRefused(f"Page {number} of the PDF has more than {MOST_WORDS:,} words.", "It is not a report. Nothing was changed.")
    layouts = [strips_of(page) for page in pages]
    strips = [level for level, _ in layouts]
    body = body_size(strips)
    furniture = furniture_of(strips, [page.height for page in pages], body)
    sheets = []
    goes_on = False
    for number, page in enumerate(pages):
        sheet = _Sheet(page, strips[number], furniture[number], layouts[number][1], body, goes_on)
        goes_on = unfinished(sheet.notes)
        sheets.append(sheet)
    return Reading(
        form=Form.PDF,
        lines=tuple(_lines(sheets, body)),
        pages=len(pages),
        page_sizes=tuple((page.width, page.height) for page in pages),
        pictures=tuple(Picture(number) for number, page in enumerate(pages, start=1) for _ in _large_pictures(page)),
        title=clean_text(title),
        layout="placed",
    )


class _Sheet:
    """A page, divided: its head and foot, its footnotes, and its columns and tables in reading order."""

    def __init__(
        self, page: PlacedPage, strips: Sequence[Strip], furniture: Sequence[Strip], turned: Sequence[Strip], body: float, goes_on: bool
    ) -> None:
        apart = {id(strip) for strip in furniture}
        text = [strip for strip in strips if id(strip) not in apart]
        self.notes = footnotes_of(text, body, goes_on)
        apart = {id(strip) for strip in self.notes}
        self.text = [strip for strip in text if id(strip) not in apart]
        self.frames = frames_of(page.drawings, self.text, page.width, page.height)
        self.flows = flows_of(self.text, page.drawings, self.frames)
        _take_marks([strip for flow in self.flows for strip in flow.strips], self.notes)
        middle = page.height / 2
        self.heads = [strip for strip in furniture if strip.base < middle]
        self.feet = [strip for strip in furniture if strip.base >= middle] + list(turned)


def _take_marks(strips: Sequence[Strip], notes: Sequence[Strip]) -> None:
    """Take the markers of a page's footnotes out of its text where nothing but their looks tells them from the words.

    Typst has raised figures of the font's own, which are as large as the words and stand on their line.
    """
    taken = {note for strip in strips for note in strip.notes}
    for mark in (note.marker for note in notes if note.marker.isdigit() and note.marker not in taken):
        glued = re.compile(rf"(?<=[^\W\d_])([.,;:!?’”)]*){mark}(?=[\s,.;:)]|$)")
        for strip in strips:
            match = glued.search(strip.text)
            if match:
                strip.text = strip.text[: match.end(1)] + strip.text[match.end() :]
                strip.notes.append(mark)
                break


def _lines(sheets: Sequence[_Sheet], body: float) -> list[Line]:
    """Return the lines of all pages, numbered."""
    columns = [(number, flow) for number, sheet in enumerate(sheets, start=1) for flow in sheet.flows]
    told = {id(each.strip): each for each in tell(columns, body)}
    frames = numbered([(sheet.frames, sheet.text) for sheet in sheets])
    lines: list[Line] = []
    for number, sheet in enumerate(sheets, start=1):
        for strip in sheet.heads:
            lines.append(_apart(len(lines) + 1, strip, number, LineKind.FURNITURE))
        for flow in sheet.flows:
            for strip in flow.strips:
                if strip.text:
                    lines.append(_told_line(len(lines) + 1, told[id(strip)], frames.get(id(strip), ())))
            for row in flow.rows:
                lines.append(_row(len(lines) + 1, row, number, frames.get(id(row[0][0]), ()) if row[0] else ()))
        for strip in sheet.notes:
            if strip.text:
                lines.append(_apart(len(lines) + 1, strip, number, LineKind.FOOTNOTE))
        for strip in sheet.feet:
            lines.append(_apart(len(lines) + 1, strip, number, LineKind.FURNITURE))
    return lines


def _apart(number: int, strip: Strip, page: int, kind: LineKind) -> Line:
    """Return a line of what is not running text; only a footnote has its marker outside of its words."""
    note = kind is LineKind.FOOTNOTE
    text = strip.text if note or not strip.marker else f"{strip.marker} {strip.text}"
    marker = strip.marker if note else ""
    size = round(strip.size, 2)
    return Line(number, text, kind, marker=marker, page=page, box=_box([strip]), size=size, bold=strip.bold, opens=bool(marker))


def _told_line(number: int, told: Told, frames: tuple[int, ...]) -> Line:
    strip = told.strip
    return Line(
        number,
        strip.text,
        told.kind,
        level=told.level,
        marker=strip.marker,
        page=told.page,
        box=Box(round(strip.left, 2), round(strip.top, 2), round(strip.right, 2), round(strip.bottom, 2)),
        size=round(strip.size, 2),
        bold=strip.bold,
        opens=told.opens,
        joins=told.joins,
        notes=tuple(strip.notes),
        frames=frames,
    )


def _row(number: int, row: Sequence[Sequence[Strip]], page: int, frames: tuple[int, ...]) -> Line:
    """Return a row of a table as one line."""
    strips = [strip for cell in row for strip in cell]
    cells = tuple(_cell(cell) for cell in row)
    return Line(
        number,
        " | ".join(cells),
        LineKind.ROW,
        cells=cells,
        page=page,
        box=_box(strips),
        size=round(max(strip.size for strip in strips), 2),
        bold=all(strip.bold for strip in strips),
        opens=True,
        notes=tuple(note for strip in strips for note in strip.notes),
        frames=frames,
    )


def _cell(strips: Sequence[Strip]) -> str:
    """Return the words of a cell; a word that is divided over its lines is put together when the hyphen is a soft one."""
    text = ""
    soft = True
    for strip in strips:
        words = f"{strip.marker} {strip.text}" if strip.marker else strip.text
        text = text + words if soft else joined((text, words))
        soft = strip.soft
    return text


def _box(strips: Sequence[Strip]) -> Box:
    left, top = min(strip.left for strip in strips), min(strip.top for strip in strips)
    right, bottom = max(strip.right for strip in strips), max(strip.bottom for strip in strips)
    return Box(round(left, 2), round(top, 2), round(right, 2), round(bottom, 2))


def _large_pictures(page: PlacedPage) -> list[tuple[float, float, float, float]]:
    least = _LEAST_PICTURE * page.width * page.height
    return [box for box in page.pictures if (box[2] - box[0]) * (box[3] - box[1]) >= least]
