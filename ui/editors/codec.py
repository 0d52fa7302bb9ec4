"""From a text to the document of an editor and back, without loss (guided sections, answers).

A block field is one line of protected characters with line breaks in it, not a frame: a frame can be entered,
split and half deleted, whereas one line with one field goes or stays whole, like any other field.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from PySide6.QtGui import (
    QBrush,
    QColor,
    QTextBlock,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
    QTextLength,
    QTextTable,
    QTextTableFormat,
)

from response_app.domain.richtext import Paragraph, RichText, Run, Runs, Table

from .fields import Filler, shown
from .formats import FIELD_KEY, block_format, cell_format, char_format, in_cell, run_of, shape_of, to_qt
from .lines import SPACER, Line, Lines, flatten, gather, paragraph_of

_CELL_PADDING = 6


class Writer:
    """Writes lines into a document at a cursor.

    Attributes:
        scale: size of margins, 1.0 at a zoom of 100 %.
        border: colour of the lines of tables, as "#rrggbb".
    """

    def __init__(self, filler: Filler, scale: float = 1.0, border: str = "#808080") -> None:
        self.filler = filler
        self.scale = scale
        self.border = border

    def fill_document(self, document: QTextDocument, text: RichText, written: Callable[[Lines], object] = lambda lines: None) -> Lines:
        """Make `text` the whole content of `document`, and return its lines; the undo history is empty then.

        Args:
            document: the document.
            text: the text, in canonical form.
            written: is called with the lines when they stand in the document and nothing of it is laid out or has its looks yet.
        """
        document.setUndoRedoEnabled(False)
        cursor = QTextCursor(document)
        cursor.beginEditBlock()
        document.clear()  # in the same step: only a document that is all new is laid out bit by bit
        lines = flatten(text)
        self.write_lines(cursor, lines)
        written(lines)
        cursor.endEditBlock()
        document.setUndoRedoEnabled(True)
        document.setModified(False)
        return lines

    def write_lines(self, cursor: QTextCursor, lines: Lines) -> None:
        """Write lines, the first into the empty line where the cursor stands; the cursor ends after the last.

        After a table the cursor stands in the line below it, which becomes the next of `lines`.
        """
        fresh, plain = True, char_format(Run())
        for line in lines:
            if isinstance(line, Table):
                self._write_table(cursor, line)
                fresh = True
                continue
            held = block_format(line.shape, self.scale)
            if fresh:
                cursor.setBlockFormat(held)
                cursor.setBlockCharFormat(plain)
            else:
                cursor.insertBlock(held, plain)
            self.write_runs(cursor, line.runs)
            fresh = False

    def write_runs(self, cursor: QTextCursor, runs: Runs) -> None:
        """Write runs at the cursor."""
        for run in runs:
            cursor.insertText(shown(run.field, self.filler) if run.field else to_qt(run.text), char_format(run))

    def _write_table(self, cursor: QTextCursor, content: Table) -> None:
        table = cursor.insertTable(1 + len(content.rows), len(content.header), table_format(self.border))
        for row, cells in enumerate((content.header, *content.rows)):
            for column, runs in enumerate(cells):
                inner = table.cellAt(row, column).firstCursorPosition()
                inner.setBlockFormat(cell_format())
                inner.setBlockCharFormat(char_format(Run()))
                self.write_runs(inner, runs)
        cursor.setPosition(table.lastPosition() + 1)


def table_format(border: str) -> QTextTableFormat:
    """Return the looks of a table: one header row, thin lines, the width of the text."""
    made = QTextTableFormat()
    made.setHeaderRowCount(1)
    made.setBorder(1)
    made.setBorderCollapse(True)
    made.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    made.setBorderBrush(QBrush(QColor(border)))
    made.setCellPadding(_CELL_PADDING)
    made.setCellSpacing(0)
    made.setTopMargin(_CELL_PADDING)
    made.setBottomMargin(_CELL_PADDING)
    made.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    return made


class _Known(NamedTuple):
    """A block of a document as it was last read: the line, and the paragraph that it is by itself, if it is one."""

    line: Line
    paragraph: Paragraph | None


class Reader:
    """Reads a document; remembers each line until it changes, so that of a long text only what is new is read.

    It is given the document each time: while a window closes, what was kept of it may be gone before the words are saved.
    """

    def __init__(self, document: QTextDocument) -> None:
        document.documentLayout()  # a document says what changes only once it has a layout
        self._known: list[_Known | None] = []
        """One for each block; None for what has changed, and for the cells of tables."""
        document.contentsChange.connect(lambda position, removed, added: self._forget(document, position, added))

    def text(self, document: QTextDocument) -> RichText:
        """Return the text of the document in canonical form."""
        return gather(known if isinstance(known, Table) else known.paragraph or known.line for known in self._read(document))

    def lines(self, document: QTextDocument) -> Lines:
        """Return the lines of the document, with the empty ones beside tables."""
        return tuple(known if isinstance(known, Table) else known.line for known in self._read(document))

    def know(self, document: QTextDocument, lines: Lines, text: RichText) -> None:
        """Take it as read that the whole of the document is `lines`, made of `text`: it was filled with them just now.

        Paragraphs stay the objects that they are in `text`, by which it is seen later what has not changed.
        """
        known: list[_Known | None] = []
        given = {id(block.runs): block for block in text if isinstance(block, Paragraph)}
        for line in lines:
            if isinstance(line, Table):
                known += [None] * (len(line.header) * (1 + len(line.rows)))
            else:
                made, same = paragraph_of(line), given.get(id(line.runs))
                known.append(_Known(line, same if made == same else made))
        if len(known) == document.blockCount():
            self._known = known

    def _read(self, document: QTextDocument) -> Iterator[_Known | Table]:
        if len(self._known) != document.blockCount():
            self._known = [None] * document.blockCount()
        known, number = self._known, 0
        while number < len(known):
            kept = known[number]
            if kept is None:
                block = document.findBlockByNumber(number)
                table = QTextCursor(block).currentTable() if in_cell(block) else None
                if table is not None:
                    yield table_of(table)
                    number = document.findBlock(table.lastPosition() + 1).blockNumber()
                    continue
                line = line_of(block)
                kept = known[number] = _Known(line, paragraph_of(line))
            yield kept
            number += 1

    def _forget(self, document: QTextDocument, position: int, added: int) -> None:
        """Forget the blocks that a change touched; those before and after it stay known, wherever they stand now."""
        count = document.blockCount()
        first, last = document.findBlock(position).blockNumber(), document.findBlock(position + added).blockNumber()
        after = count - 1 - last if last >= 0 else 0
        if first < 0 or first + after > len(self._known):
            first = after = 0
        self._known[first : len(self._known) - after] = [None] * (count - first - after)


def read_text(document: QTextDocument) -> RichText:
    """Return the text of a document in canonical form."""
    return gather(lines_in(document))


def lines_in(document: QTextDocument) -> Lines:
    """Return the lines of a document."""
    out: list[Line | Table] = []
    block = document.begin()
    while block.isValid():
        table = QTextCursor(block).currentTable() if in_cell(block) else None
        if table is not None:
            out.append(table_of(table))
            block = document.findBlock(table.lastPosition() + 1)
        else:
            out.append(line_of(block))
            block = block.next()
    return tuple(out)


def line_of(block: QTextBlock) -> Line:
    """Return the line that a block is."""
    shape, runs = shape_of(block), runs_of(block)
    return SPACER if shape == SPACER.shape and not runs else Line(shape, runs)


def runs_of(block: QTextBlock) -> Runs:
    """Return the runs of a block."""
    out: list[Run] = []
    last_key = 0
    at = block.begin()
    while not at.atEnd():
        fragment = at.fragment()
        held = fragment.charFormat()
        key = held.intProperty(FIELD_KEY)
        if not key or key != last_key:
            out.append(run_of(fragment.text(), held))
        last_key = key
        at += 1
    return tuple(out)


def table_of(table: QTextTable) -> Table:
    """Return what a table holds; several lines in one cell are divided by line breaks."""
    rows = [tuple(_cell_runs(table, row, column) for column in range(table.columns())) for row in range(table.rows())]
    return Table(rows[0], tuple(rows[1:]))


def _cell_runs(table: QTextTable, row: int, column: int) -> Runs:
    cell = table.cellAt(row, column)
    block, last = cell.firstCursorPosition().block(), cell.lastCursorPosition().block()
    runs = list(runs_of(block))
    while block != last:
        block = block.next()
        runs += (Run("\n"), *runs_of(block))
    return tuple(runs)
