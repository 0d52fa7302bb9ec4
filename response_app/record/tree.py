"""The neutral document tree: what a record says on paper, before any file format (record out).

`build.py` makes it from a record; each writer (PDF, HTML, Word, text) draws the same nodes.
No node holds a live field, an empty text or a blank cell. Heading levels are absolute, 1 to 6,
and never skip a level.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from ..domain.richtext import ListBlock, Quotation, Runs


class Role(Enum):
    """What a paragraph is for, so that each writer can set it apart."""

    BODY = auto()
    NOTICE = auto()
    """The first line of a draft: that it is one, and its marking."""
    SUBTITLE = auto()
    """The inspection's title under the H1."""
    META = auto()
    """Version and dates under the title."""
    DETAIL = auto()
    """Owner, target date, time limit: a short line about the text beside it."""
    IMPRINT = auto()
    """Where it is published, contact, attribution: the end of the record."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading with its absolute level."""

    level: int
    runs: Runs
    language: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph with its role."""

    runs: Runs
    role: Role = Role.BODY
    language: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A table; `header` is its header row, () when the first cell of each row is the row's header.

    Attributes:
        header: one cell (runs) a column, or ().
        rows: rows of cells, all of one width.
        weights: relative widths of the columns.
    """

    header: tuple[Runs, ...]
    rows: tuple[tuple[Runs, ...], ...]
    weights: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture (PNG or JPEG bytes) with the words that stand for it."""

    image: bytes
    alt: str


Node = Heading | Paragraph | ListBlock | Quotation | Table | Figure


@dataclass(frozen=True, slots=True)
class Document:
    """A whole document.

    Attributes:
        title: the document's title, "[Force]: response to [inspection], version 1.0".
        short_title: for the running head.
        version: the version label for the running foot, "" when there is none.
        language: "en-GB" or "cy-GB".
        draft: whether it says on every page that it is a draft.
        marking: classification on every page of a draft, "" for none; always "" in a final.
        nodes: what is printed, in reading order.
    """

    title: str
    short_title: str
    version: str
    language: str
    draft: bool
    marking: str
    nodes: tuple[Node, ...]
