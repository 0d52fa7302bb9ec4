"""From a text to the document of an editor and back, without loss (guided sections, answers).

A block field is one line of protected characters with line breaks in it, not a frame: a frame can be entered,
split and half deleted, whereas one line with one field goes or stays whole, like any other field.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import (
    QBrush,
    QColor,
    QTextBlock,
    QTextBlockUserData,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
    QTextLength,
    QTextTable,
    QTextTableFormat,
)

from response_app.domain.richtext import RichText, Run, Runs, Table

from .fields import Filler, shown
from .formats import FIELD_KEY, block_format, cell_format, char_format, in_cell, run_of, shape_of, to_qt
from .lines import SPACER, Line, Lines, flatten, gather

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

    def fill_document(self, document: QTextDocument, text: RichText) -> None:
        """Make `text` the whole content of `document`; its undo history is empty then."""
        document.setUndoRedoEnabled(False)
        document.clear()
        cursor = QTextCursor(document)
        cursor.beginEditBlock()
        self.write_lines(cursor, flatten(text))
        cursor.endEditBlock()
        document.setUndoRedoEnabled(True)
        document.setModified(False)

    def write_lines(self, cursor: QTextCursor, lines: Lines) -> None:
        """Write lines, the first into the empty line where the cursor stands; the cursor ends after the last.

        After a table the cursor stands in the line below it, which becomes the next of `lines`.
        """
        fresh = True
        for line in lines:
            if isinstance(line, Table):
                self._write_table(cursor, line)
                fresh = True
                continue
            held = block_format(line.shape, self.scale)
            if fresh:
                cursor.setBlockFormat(held)
                cursor.setBlockCharFormat(char_format(Run()))
            else:
                cursor.insertBlock(held, char_format(Run()))
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
    made.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    return made


class _Remembered(QTextBlockUserData):
    """The line that a block was when it was last read; None after a change."""

    def __init__(self) -> None:
        super().__init__()
        self.line: Line | None = None


class Reader:
    """Reads a document; remembers each line until it changes, so that a long text is read at once.

    It is given the document each time: while a window closes, what was kept of it may be gone before the words are saved.
    """

    def __init__(self, document: QTextDocument) -> None:
        document.documentLayout()  # a document says what changes only once it has a layout
        document.contentsChange.connect(lambda position, removed, added: _forget(document, position, added))

    def text(self, document: QTextDocument) -> RichText:
        """Return the text of the document in canonical form."""
        return gather(self.lines(document))

    def lines(self, document: QTextDocument) -> Lines:
        """Return the lines of the document, with the empty ones beside tables."""
        return lines_in(document, _remembered_line)


def _remembered_line(block: QTextBlock) -> Line:
    kept = block.userData()
    if not isinstance(kept, _Remembered):
        kept = _Remembered()
        block.setUserData(kept)
    if kept.line is None:
        kept.line = line_of(block)
    return kept.line


def _forget(document: QTextDocument, position: int, added: int) -> None:
    block = document.findBlock(position)
    while block.isValid() and block.position() <= position + added:
        kept = block.userData()
        if isinstance(kept, _Remembered):
            kept.line = None
        block = block.next()


def read_text(document: QTextDocument) -> RichText:
    """Return the text of a document in canonical form."""
    return gather(lines_in(document, line_of))


def lines_in(document: QTextDocument, read_line: Callable[[QTextBlock], Line]) -> Lines:
    """Return the lines of a document; `read_line` reads one that is no table."""
    out: list[Line | Table] = []
    block = document.begin()
    while block.isValid():
        table = QTextCursor(block).currentTable() if in_cell(block) else None
        if table is not None:
            out.append(table_of(table))
            block = document.findBlock(table.lastPosition() + 1)
        else:
            out.append(read_line(block))
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
