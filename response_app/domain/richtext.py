"""The one model of text, used from the editor to the printed record (all steps of the story).

A text is a tuple of blocks; a block holds runs. Every converter (HTML fragment, editor, PDF, Word)
reads and gives the canonical form (`canonical.py`), so equal texts are equal values.
Heading levels are relative: level 1 stands one below the heading that the text stands under.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

LANGUAGES = ("en-GB", "cy-GB")


@dataclass(frozen=True, slots=True)
class Run:
    """Characters of one kind, or one live field.

    Attributes:
        text: the characters; a line break is "\\n". Empty for a field.
        bold: strong importance.
        italic: emphasis.
        link: address (https or mailto), or "".
        language: "en-GB", "cy-GB", or "" for that of the block.
        field: name of a live field, or "" for plain text.
    """

    text: str = ""
    bold: bool = False
    italic: bool = False
    link: str = ""
    language: str = ""
    field: str = ""


Runs = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of runs; `language` is "" for that of the record."""

    runs: Runs = ()
    language: str = ""


@dataclass(frozen=True, slots=True)
class Heading:
    """A subheading, level 1 or 2, relative to the heading that the text stands under."""

    level: int
    runs: Runs = ()
    language: str = ""


@dataclass(frozen=True, slots=True)
class ListItem:
    """Paragraphs, then at most one nested list (which nests no further)."""

    paragraphs: tuple[Paragraph, ...]
    nested: ListBlock | None = None


@dataclass(frozen=True, slots=True)
class ListBlock:
    """A bullet list, or a numbered one."""

    ordered: bool
    items: tuple[ListItem, ...]


@dataclass(frozen=True, slots=True)
class Quotation:
    """Quoted paragraphs with the name of who said them."""

    paragraphs: tuple[Paragraph, ...]
    attribution: Runs = ()


@dataclass(frozen=True, slots=True)
class Table:
    """A simple table: a header row and rows, each a tuple of cells, each cell runs."""

    header: tuple[Runs, ...]
    rows: tuple[tuple[Runs, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class FieldBlock:
    """A live field that stands for a whole list, such as the list of findings."""

    name: str


Block = Paragraph | Heading | ListBlock | Quotation | Table | FieldBlock
RichText = tuple[Block, ...]

# Not characters of a text: paragraph separators, the object and byte-order marks, noncharacters, lone surrogates.
_NEVER = dict.fromkeys([0x2028, 0x2029, 0xFFFC, 0xFFFE, 0xFFFF, *range(0xD800, 0xE000), *range(0xFDD0, 0xFDF0)])
_CONTROLS = dict.fromkeys([*range(0x00, 0x20), *range(0x7F, 0xA0)])
_TRANSLATE = {**_NEVER, **_CONTROLS, 0x09: " ", 0x0A: "\n", 0x0D: None, 0x0B: "\n", 0x0C: " ", 0x2028: "\n", 0x2029: "\n"}


def clean_characters(text: str) -> str:
    """Return `text` with CRLF and separators as "\\n", tabs as spaces, and without what is no character of a text."""
    if text.isprintable():  # the common case; a character that is never allowed is not printable
        return text
    return text.replace("\r\n", "\n").replace("\r", "\n").translate(_TRANSLATE)


def plain_runs(runs: Runs) -> str:
    """Return the characters of `runs`; a field gives "[its name]"."""
    return "".join(f"[{run.field}]" if run.field else run.text for run in runs)


def paragraphs(text: RichText) -> Iterator[Runs]:
    """Yield the runs of every line-bearing thing in reading order; their count, from 1, is the `paragraph` of a place."""
    for block in text:
        match block:
            case Paragraph() | Heading():
                yield block.runs
            case ListBlock():
                yield from _list_paragraphs(block)
            case Quotation():
                yield from (each.runs for each in block.paragraphs)
                if block.attribution:
                    yield block.attribution
            case Table():
                for row in (block.header, *block.rows):
                    yield from row
            case FieldBlock():
                yield (Run(field=block.name),)


def _list_paragraphs(block: ListBlock) -> Iterator[Runs]:
    for item in block.items:
        yield from (each.runs for each in item.paragraphs)
        if item.nested:
            yield from _list_paragraphs(item.nested)


def plain(text: RichText) -> str:
    """Return the words of `text`, one paragraph a line."""
    return "\n".join(plain_runs(runs) for runs in paragraphs(text))


_BLANKS = (
    " \t\n\v\f\r\x1c\x1d\x1e\x1f\x85\u2028\u2029\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u202f\u205f\u3000"
)
_WITHOUT_WIDTH = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
_UNSEEN = _BLANKS + _WITHOUT_WIDTH


def is_unseen(words: str) -> bool:
    """Tell whether no character of `words` can be seen: blanks, and what has no width."""
    return not words.strip(_UNSEEN)


def is_blank(text: RichText) -> bool:
    """Tell whether `text` has neither a visible character nor a field."""
    for runs in paragraphs(text):
        for run in runs:
            if run.field or run.text.strip(_UNSEEN):
                return False
    return True


def fields_in(text: RichText) -> Iterator[str]:
    """Yield the name of every live field of `text`, in order."""
    for runs in paragraphs(text):
        yield from (run.field for run in runs if run.field)
