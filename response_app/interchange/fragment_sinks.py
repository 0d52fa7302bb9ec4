"""Where the lines of a fragment go while it is read: each keeps every word it is given (record in)."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from ..domain.richtext import Block, Heading, ListBlock, ListItem, Paragraph, Quotation, Run, Runs, Table

WIDEST = 40
"""Columns of the widest table that a page can hold."""


@dataclass(slots=True)
class Body:
    """The text itself: a line is a paragraph."""

    blocks: list[Block] = field(default_factory=list)

    def take(self, runs: Runs, language: str) -> None:
        """Take one line."""
        self.blocks.append(Paragraph(runs, language))


@dataclass(slots=True)
class HeadingSink:
    """A subheading: its lines are divided by line breaks."""

    level: int
    runs: list[Run] = field(default_factory=list)
    language: str = ""

    def take(self, runs: Runs, language: str) -> None:
        """Take one line."""
        _add_line(self.runs, runs)
        self.language = self.language or language

    def block(self) -> Block:
        """Return what was taken."""
        return Heading(self.level, tuple(self.runs), self.language)


@dataclass(slots=True)
class QuoteSink:
    """A quotation: a line is a paragraph, or part of the attribution while `citing`."""

    paragraphs: list[Paragraph] = field(default_factory=list)
    attribution: list[Run] = field(default_factory=list)
    citing: bool = False

    def take(self, runs: Runs, language: str) -> None:
        """Take one line."""
        if self.citing:
            _add_line(self.attribution, runs)
        else:
            self.paragraphs.append(Paragraph(runs, language))

    def block(self) -> Block:
        """Return what was taken."""
        return Quotation(tuple(self.paragraphs), tuple(self.attribution))


@dataclass(slots=True)
class _Item:
    paragraphs: list[Paragraph] = field(default_factory=list)
    nested: ListBlock | None = None


@dataclass(slots=True)
class ListSink:
    """A list: a line belongs to the open item, or makes one of its own (`open` tells which)."""

    ordered: bool
    items: list[_Item] = field(default_factory=list)
    open: bool = False

    def start_item(self) -> None:
        """Begin an item."""
        self.items.append(_Item())
        self.open = True

    def end_item(self) -> None:
        """What follows is no part of the last item."""
        self.open = False

    def take(self, runs: Runs, language: str) -> None:
        """Take one line; after a nested list it begins a new item."""
        if not self.open or self.items[-1].nested:
            self.start_item()
        self.items[-1].paragraphs.append(Paragraph(runs, language))

    def nest(self, block: ListBlock) -> None:
        """Take a nested list, also one that stands between two items, where it belongs to the first."""
        if not self.items:
            self.start_item()
        nested = self.items[-1].nested
        if nested is None:
            self.items[-1].nested = block
        elif nested.ordered == block.ordered:
            self.items[-1].nested = replace(nested, items=nested.items + block.items)
        else:
            self.items.append(_Item(nested=block))

    def block(self) -> ListBlock:
        """Return what was taken."""
        return ListBlock(self.ordered, tuple(ListItem(tuple(item.paragraphs), item.nested) for item in self.items))


@dataclass(slots=True)
class TableSink:
    """A table: a line belongs to the open cell, where lines are divided by line breaks; outside cells it goes before the table.

    A cell over several columns or rows is followed by empty ones, so that every word stays under its header.
    Words beyond the widest table that a page can hold join the last cell of their row.
    """

    body: Body
    rows: list[list[list[Run]]] = field(default_factory=list)
    in_cell: bool = False
    _beside: int = 0
    _below: dict[int, int] = field(default_factory=dict)

    def start_row(self) -> None:
        """Begin a row."""
        if self.rows:
            self._leave_covered()
        self.rows.append([])

    def start_cell(self, columns: int, rows: int) -> None:
        """Begin a cell that spans so many columns and rows."""
        if not self.rows:
            self.start_row()
        self._leave_covered()
        row = self.rows[-1]
        if len(row) < WIDEST:
            row.append([])
        columns = min(max(columns, 1), WIDEST - len(row) + 1)
        if rows > 1:
            self._below |= dict.fromkeys(range(len(row) - 1, len(row) - 1 + columns), rows - 1)
        self.in_cell, self._beside = True, columns - 1

    def end_cell(self) -> None:
        """End the open cell."""
        self.in_cell = False
        self.rows[-1] += [[] for _ in range(self._beside)]

    def take(self, runs: Runs, language: str) -> None:
        """Take one line."""
        if self.in_cell:
            _add_line(self.rows[-1][-1], runs)
        else:
            self.body.take(runs, language)

    def block(self) -> Block:
        """Return what was taken; the first row is the header."""
        rows = [tuple(map(tuple, row)) for row in self.rows if row]
        return Table(rows[0], tuple(rows[1:])) if rows else Paragraph()

    def _leave_covered(self) -> None:
        """Leave the columns empty that a cell from a row above reaches into."""
        row = self.rows[-1]
        while self._below.get(len(row), 0) and len(row) < WIDEST:
            self._below[len(row)] -= 1
            row.append([])


def _add_line(runs: list[Run], line: Runs) -> None:
    """Add a line to what is already there, after a line break."""
    if runs:
        runs.append(Run("\n"))
    runs.extend(line)


Structure = HeadingSink | QuoteSink | ListSink | TableSink
Sink = Body | Structure
