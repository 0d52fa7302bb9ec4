"""Report in: what every reader gives and the finder reads, the lines of a report with their places and looks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class LineKind(StrEnum):
    """What a line is, as far as its reader can tell from its place, looks or mark-up."""

    TEXT = "text"
    HEADING = "heading"
    ITEM = "item"
    ROW = "row"
    FOOTNOTE = "footnote"
    FURNITURE = "furniture"


@dataclass(frozen=True, slots=True)
class Box:
    """Where a line stands on its page: points of 1/72 inch from the page's top left corner, as it is looked at."""

    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a report.

    Attributes:
        number: from 1. In a text file the line of the file; elsewhere the place in reading order.
        text: its words, clean: no soft hyphens, ligatures or non-breaking characters, single spaces, NFC. A word that is
            hyphenated over the end stays as it is printed, hyphen last; `blocks.py` joins it.
        kind: what it is. FURNITURE is what is not the report's words (running heads, page numbers, navigation).
        level: of a heading from 1 (0 when it is not known); of a list item from 1.
        marker: an item's own mark, such as "•", "-", "3." or "a)"; it is not in `text`. A footnote's too.
        cells: a table row's cells, the paragraphs in one divided by "\\n"; `text` is then the cells with " | " between.
        page: from 1; 0 where there are no pages.
        box: where it stands, None where there are no positions.
        size: of its characters, in points; 0 when not known.
        bold: whether all of it is bold.
        opens: whether a paragraph certainly begins with it: mark-up says so, an empty line or a wide gap stands before it.
        joins: whether it certainly goes on in the next line (the same paragraph in mark-up).
        notes: numbers of the footnote markers that stood in it and were taken out of `text`.
        heads: whether a table row names the columns.
        frames: numbers of the boxes it stands in, drawn or in mark-up, the outermost first; a box that goes on over a page is one.
    """

    number: int
    text: str
    kind: LineKind = LineKind.TEXT
    level: int = 0
    marker: str = ""
    cells: tuple[str, ...] = ()
    page: int = 0
    box: Box | None = None
    size: float = 0.0
    bold: bool = False
    opens: bool = False
    joins: bool = False
    notes: tuple[str, ...] = ()
    heads: bool = False
    frames: tuple[int, ...] = ()


def row_text(cells: Iterable[str]) -> str:
    """Return the `text` of a row with these cells."""
    return " ".join(" | ".join(cells).split())


class Form(StrEnum):
    """The form in which a report came."""

    PDF = "pdf"
    HTML = "html"
    DOCX = "docx"
    TEXT = "text"
    CSV = "csv"
    XLSX = "xlsx"


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture that stands in the report and gives no words: its page (0 without pages), its words instead ("" without)."""

    page: int = 0
    alt: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """A report as a reader gives it.

    Attributes:
        form: the form of the file.
        lines: in reading order, furniture and footnotes among them at their place.
        pages: how many, 0 where there are none.
        page_sizes: width and height of each page in points; () where there are none.
        pictures: what was not read.
        title: of the file's own properties or of the web page's head; a hint, often wrong.
        layout: whether the order, the levels and the paragraphs come from mark-up ("marked"), from positions
            ("placed"), or only from line ends ("plain").
    """

    form: Form
    lines: tuple[Line, ...]
    pages: int = 0
    page_sizes: tuple[tuple[float, float], ...] = ()
    pictures: tuple[Picture, ...] = ()
    title: str = ""
    layout: str = "plain"
