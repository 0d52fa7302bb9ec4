"""The paragraphs of a record as the rules on words read them (checks).

Rules read our words and the chief officer's, never the inspectors': those are printed as they are.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from ..domain.places import TextAt, Whose
from ..domain.richtext import FieldBlock, Heading, ListBlock, Paragraph, Quotation, RichText, Run, Runs, Table, plain_runs


class Kind(StrEnum):
    """What a line of a text is."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    ITEM = "item"
    QUOTED = "quoted"
    ATTRIBUTION = "attribution"
    CELL = "cell"
    FIELD = "field"


@dataclass(frozen=True, slots=True)
class Line:
    """One line-bearing thing of a text.

    Attributes:
        number: its `paragraph` in a place, from 1.
        words: its characters as rules read them, every kind of blank as a space and of hyphen as "-"; a live field counts as "[its name]".
        runs: its runs.
        kind: what it is.
        language: language of the whole line, "" for that of the record.
        written: the same characters as they were written, as many.
    """

    number: int
    words: str
    runs: Runs
    kind: Kind
    language: str = ""
    written: str = ""


@dataclass(frozen=True, slots=True)
class Read:
    """A text of the record as its lines.

    Attributes:
        place: dotted path with ids.
        whose: whose words they are.
        printed: whether the record prints them.
        lines: the lines in reading order.
        fields: the live fields: the line, the field's name, the character that it begins at.
    """

    place: str
    whose: Whose
    printed: bool
    lines: tuple[Line, ...]
    fields: tuple[tuple[Line, str, int], ...] = ()

    @property
    def is_judged(self) -> bool:
        """Whether its words are read by the rules: printed, and not the inspectors'."""
        return self.printed and self.whose is not Whose.INSPECTORS


def read(at: TextAt) -> Read:
    """Return a text of the record as its lines."""
    lines = tuple(
        Line(number, as_read(written := plain_runs(runs)), runs, kind, language, written)
        for number, (runs, kind, language) in enumerate(_lines(at.text), start=1)
    )
    return Read(at.place, at.whose, at.printed, lines, tuple(_fields(lines)))


_UNLIKE = ("\u00a0", "\u202f", "\u2009", "\u2007", "\u2003", "\u2002", "\u2011", "\u2010")
_ALIKE = {ord(each): " " for each in _UNLIKE[:-2]} | {ord(each): "-" for each in _UNLIKE[-2:]}


def as_read(written: str) -> str:
    """Return characters as the rules read them: a no-break space is a space, as many characters as before."""
    if written.isascii() or not any(each in written for each in _UNLIKE):
        return written
    return written.translate(_ALIKE)


def _fields(lines: tuple[Line, ...]) -> Iterator[tuple[Line, str, int]]:
    for line in lines:
        start = 0
        for run in line.runs:
            if run.field:
                yield line, run.field, start
            start += len(plain_runs((run,)))


def _lines(text: RichText) -> Iterator[tuple[Runs, Kind, str]]:
    """As `richtext.paragraphs`, in the same order, each with what it is and its language."""
    for block in text:
        match block:
            case Paragraph():
                yield block.runs, Kind.PARAGRAPH, block.language
            case Heading():
                yield block.runs, Kind.HEADING, block.language
            case ListBlock():
                yield from _items(block)
            case Quotation():
                yield from ((each.runs, Kind.QUOTED, each.language) for each in block.paragraphs)
                if block.attribution:
                    yield block.attribution, Kind.ATTRIBUTION, ""
            case Table():
                yield from ((cell, Kind.CELL, "") for row in (block.header, *block.rows) for cell in row)
            case FieldBlock():
                yield (Run(field=block.name),), Kind.FIELD, ""


def _items(block: ListBlock) -> Iterator[tuple[Runs, Kind, str]]:
    for item in block.items:
        yield from ((each.runs, Kind.ITEM, each.language) for each in item.paragraphs)
        if item.nested:
            yield from _items(item.nested)
