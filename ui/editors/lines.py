"""A text as the flat run of lines that an editor shows, and back (guided sections, answers).

An editor knows lines one below the other, not lists within lists. What a line is says its kind, level and
so on; what it belongs to follows from the lines before it, by one rule (`ListWalk`) for reading and drawing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from enum import IntEnum

from response_app.domain.canonical import clean_block, clean_paragraph, joined
from response_app.domain.fieldnames import BLOCK_FIELDS
from response_app.domain.richtext import Block, FieldBlock, Heading, ListBlock, ListItem, Paragraph, Quotation, RichText, Run, Runs, Table


class Kind(IntEnum):
    """What one line is."""

    PARAGRAPH = 0
    HEADING = 1
    ITEM = 2
    MORE = 3
    """A further paragraph of the item above."""
    QUOTE = 4
    CITE = 5
    """Who said the quotation above."""
    FIELD = 6
    """A live field that stands for a whole list."""
    SPACER = 7
    """An empty line that the editor needs beside a table, and no part of the text."""


@dataclass(frozen=True, slots=True)
class Shape:
    """What a line is, without its words.

    Attributes:
        kind: what it is.
        level: 1 or 2 for subheadings and list lines, else 0.
        ordered: whether an item is numbered.
        new: whether a list or quotation begins here although one of the same kind ends just above.
        language: language of the whole line, or "".
    """

    kind: Kind = Kind.PARAGRAPH
    level: int = 0
    ordered: bool = False
    new: bool = False
    language: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """A line: what it is, and its runs."""

    shape: Shape
    runs: Runs = ()


Lines = tuple[Line | Table, ...]

PLAIN = Shape()
SPACER = Line(Shape(Kind.SPACER))
LIST_KINDS = (Kind.ITEM, Kind.MORE)
QUOTE_KINDS = (Kind.QUOTE, Kind.CITE)


@dataclass(frozen=True, slots=True)
class Marker:
    """Where a list line belongs.

    Attributes:
        level: 1 or 2.
        ordered: whether its list is numbered.
        number: of the item in its list, from 1.
        begins: whether a level 1 list begins with it.
    """

    level: int
    ordered: bool
    number: int
    begins: bool


class ListWalk:
    """Goes from line to line and tells to which list each belongs."""

    def __init__(self) -> None:
        self._levels: list[Marker] = []

    def step(self, shape: Shape) -> Marker | None:
        """Return the place of the next line; that of its item for a further paragraph, None for what is in no list."""
        if shape.kind is Kind.MORE:
            return self._levels[-1] if self._levels else None
        if shape.kind is not Kind.ITEM:
            self._levels = []
            return None
        if shape.level == 2 and self._levels:
            first, *nested = self._levels
            marker = replace(nested[0], number=nested[0].number + 1) if nested else Marker(2, shape.ordered, 1, False)
            self._levels = [first, marker]
            return marker
        before = self._levels[0] if self._levels else None
        if before is None or shape.new or before.ordered != shape.ordered:
            marker = Marker(1, shape.ordered, 1, True)
        else:
            marker = replace(before, number=before.number + 1, begins=False)
        self._levels = [marker]
        return marker


def flatten(text: RichText) -> Lines:
    """Return the lines of a canonical text, with an empty one wherever a table would stand first, last or beside a table."""
    out: list[Line | Table] = []
    before: Block | None = None
    for block in text:
        if isinstance(block, Table):
            if not out or isinstance(out[-1], Table):
                out.append(SPACER)
            out.append(block)
        else:
            out += _lines(block, before)
        before = block
    if not out or isinstance(out[-1], Table):
        out.append(SPACER if out else Line(PLAIN))
    return tuple(out)


def _lines(block: Block, before: Block | None) -> Iterator[Line]:
    match block:
        case Paragraph():
            yield Line(Shape(language=block.language), block.runs)
        case Heading():
            yield Line(Shape(Kind.HEADING, block.level, language=block.language), block.runs)
        case ListBlock():
            adjoins = isinstance(before, ListBlock) and before.ordered == block.ordered
            yield from _item_lines(block, 1, adjoins)
        case Quotation():
            new = isinstance(before, Quotation) and not before.attribution
            for index, paragraph in enumerate(block.paragraphs):
                yield Line(Shape(Kind.QUOTE, new=new and not index, language=paragraph.language), paragraph.runs)
            if block.attribution:
                yield Line(Shape(Kind.CITE), block.attribution)
        case FieldBlock():
            yield Line(Shape(Kind.FIELD), (Run(field=block.name),))


def _item_lines(block: ListBlock, level: int, new: bool) -> Iterator[Line]:
    for number, item in enumerate(block.items):
        for index, paragraph in enumerate(item.paragraphs):
            kind = Kind.MORE if index else Kind.ITEM
            shape = Shape(kind, level, block.ordered, new and not number and not index, paragraph.language)
            yield Line(shape, paragraph.runs)
        if item.nested:
            yield from _item_lines(item.nested, level + 1, False)


def gather(lines: Iterable[Line | Table | Paragraph]) -> RichText:
    """Return the text that lines say, in canonical form; no word is dropped, whatever their order.

    Args:
        lines: the lines; one that is known to be a paragraph (`paragraph_of`) may stand here as such.
    """
    gatherer = _Gatherer()
    for line in lines:
        if isinstance(line, Paragraph):
            gatherer.take_clean(line)
        elif isinstance(line, Table):
            gatherer.take_block(line)
        elif line.shape.kind is not Kind.SPACER or line.runs:
            for part in _parts(line):
                gatherer.take(part)
    return joined(gatherer.finish())


def paragraph_of(line: Line) -> Paragraph | None:
    """Return the paragraph that a line is by itself, in canonical form; None where lines around it have a say."""
    if line.shape.kind is not Kind.PARAGRAPH or any(run.field in BLOCK_FIELDS for run in line.runs):
        return None
    return clean_paragraph(Paragraph(line.runs, line.shape.language))


def _parts(line: Line) -> Iterable[Line]:
    """A line, or the lines around the block fields that stand in it."""
    if not any(run.field in BLOCK_FIELDS for run in line.runs):
        return (line,)
    parts: list[Line] = []
    rest: list[Run] = []
    around = PLAIN if line.shape.kind is Kind.FIELD else line.shape
    for run in line.runs:
        if run.field in BLOCK_FIELDS:
            parts += [Line(around, tuple(rest)), Line(Shape(Kind.FIELD), (run,))]
            rest = []
        else:
            rest.append(run)
    parts.append(Line(around, tuple(rest)))
    return [part for part in parts if any(run.field or run.text.strip() for run in part.runs)]


@dataclass(slots=True)
class _Item:
    paragraphs: list[Paragraph] = field(default_factory=list)
    nested: list[_Item] = field(default_factory=list)
    nested_ordered: bool = False

    def made(self) -> ListItem:
        nested = ListBlock(self.nested_ordered, tuple(item.made() for item in self.nested)) if self.nested else None
        return ListItem(tuple(self.paragraphs), nested)


class _Gatherer:
    """Puts lines together to blocks."""

    def __init__(self) -> None:
        self._blocks: list[Block] = []
        self._walk = ListWalk()
        self._ordered = False
        self._items: list[_Item] = []
        self._quoted: list[Paragraph] = []

    def take_block(self, block: Block) -> None:
        """Take a whole block, after what is still open."""
        self._end_open()
        self._blocks += clean_block(block)

    def take_clean(self, block: Paragraph) -> None:
        """Take a paragraph that is in canonical form, after what is still open."""
        self._end_open()
        self._blocks.append(block)

    def take(self, line: Line) -> None:
        """Take one line."""
        shape, paragraph = line.shape, Paragraph(line.runs, line.shape.language)
        marker = self._walk.step(shape)
        if marker:
            self._end_quotation(())
            self._take_list_line(shape.kind, marker, paragraph)
            return
        self._end_list()
        if shape.kind is Kind.QUOTE:
            if shape.new:
                self._end_quotation(())
            self._quoted.append(paragraph)
        elif shape.kind is Kind.CITE and self._quoted:
            self._end_quotation(line.runs)
        elif shape.kind is Kind.HEADING:
            self.take_block(Heading(shape.level, line.runs, shape.language))
        elif shape.kind is Kind.FIELD and line.runs and line.runs[0].field in BLOCK_FIELDS:
            self.take_block(FieldBlock(line.runs[0].field))
        else:
            self.take_block(paragraph)

    def finish(self) -> list[Block]:
        """Return the blocks, each in canonical form."""
        self._end_open()
        return self._blocks

    def _end_open(self) -> None:
        """End the list and the quotation that are still open: what comes next is no part of them."""
        self._end_list()
        self._end_quotation(())
        self._walk.step(PLAIN)

    def _take_list_line(self, kind: Kind, marker: Marker, paragraph: Paragraph) -> None:
        if kind is Kind.MORE:
            item = self._items[-1]
            (item.nested[-1] if item.nested else item).paragraphs.append(paragraph)
            return
        if marker.begins:
            self._end_list()
            self._ordered = marker.ordered
        if marker.level == 1:
            self._items.append(_Item([paragraph]))
        else:
            item = self._items[-1]
            item.nested_ordered = marker.ordered
            item.nested.append(_Item([paragraph]))

    def _end_list(self) -> None:
        if self._items:
            self._blocks += clean_block(ListBlock(self._ordered, tuple(item.made() for item in self._items)))
            self._items = []

    def _end_quotation(self, attribution: Runs) -> None:
        if self._quoted:
            self._blocks += clean_block(Quotation(tuple(self._quoted), attribution))
            self._quoted = []
