"""Collects the nodes of a document: our fixed words, the record's words, texts with their headings (record out)."""

from __future__ import annotations

from ..domain.fields import fill
from ..domain.record import Record
from ..domain.richtext import Heading as TextHeading
from ..domain.richtext import ListBlock, Quotation, RichText, Run, Runs, is_blank
from ..domain.richtext import Paragraph as TextParagraph
from ..domain.richtext import Table as TextTable
from .tree import Heading, Node, Paragraph, Role, Table

# Our fixed words are English: in a Welsh record they are marked so, and a screen reader says them rightly.
FIXED_LANGUAGE = "en-GB"
EMPTY_CELL: Runs = (Run("\u2013"),)


class Writer:
    """The nodes of one document in reading order; headings never skip a level."""

    def __init__(self, record: Record) -> None:
        self.record = record
        self.nodes: list[Node] = []
        self._level = 0
        self._fixed_language = "" if record.language == FIXED_LANGUAGE else FIXED_LANGUAGE

    def add(self, node: Node) -> None:
        """Append a node as it is."""
        self.nodes.append(node)

    def heading(self, level: int, words: str) -> None:
        """Append a heading in our own words."""
        self._heading(level, (Run(words),), self._fixed_language)

    def heading_with(self, level: int, before: str, words: str) -> None:
        """Append a heading: our own words, then the record's, each in its language."""
        runs = (Run(before, language=self._fixed_language), Run(words))
        self._heading(level, tuple(run for run in runs if run.text), "")

    def _heading(self, level: int, runs: Runs, language: str) -> None:
        self._level = min(level, self._level + 1, 6)
        self.nodes.append(Heading(self._level, runs, language))

    def fixed(self, words: str | Runs, role: Role = Role.BODY) -> None:
        """Append a paragraph in our own words."""
        runs = (Run(words),) if isinstance(words, str) else words
        self.nodes.append(Paragraph(runs, role, self._fixed_language))

    def fixed_cell(self, words: str) -> Runs:
        """Return a cell in our own words."""
        return (Run(words, language=self._fixed_language),)

    def words(self, words: str, role: Role = Role.BODY) -> None:
        """Append a paragraph in the record's words."""
        self.nodes.append(Paragraph((Run(words),), role))

    def text(self, text: RichText, under: int, or_else: str = "") -> None:
        """Append a text that stands under a heading of level `under`, its fields filled; `or_else` when it is blank."""
        filled = fill(text, self.record)
        if is_blank(filled):
            if or_else:
                self.fixed(or_else)
            return
        for block in filled:
            match block:
                case TextParagraph():
                    if not is_blank((block,)):
                        self.nodes.append(Paragraph(block.runs, Role.BODY, block.language))
                case TextHeading():
                    self._heading(under + block.level, block.runs, block.language)
                case ListBlock() | Quotation():
                    self.nodes.append(block)
                case TextTable():
                    self.nodes.append(_table(block))
        self._level = min(self._level, under)


def _table(table: TextTable) -> Table:
    def full(row: tuple[Runs, ...]) -> tuple[Runs, ...]:
        return tuple(cell or EMPTY_CELL for cell in row)

    return Table(full(table.header), tuple(full(row) for row in table.rows))
