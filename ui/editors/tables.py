"""Tables in a document: going from cell to cell, rows and columns that come and go (guided sections, answers).

Each function works on a cursor in an edit block that the caller has begun. The first row is the header.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum

from PySide6.QtGui import QTextCursor, QTextTable

from response_app.domain.richtext import Run, Table

from .codec import Writer
from .formats import block_format, cell_format, char_format, in_cell, shape_of, without_field
from .insert import insert_text
from .lines import PLAIN, Kind
from .structure import KEEP, mend, reshape

MOST_ROWS, MOST_COLUMNS = 60, 10


class TableChange(Enum):
    """What can be done to the table at the cursor; the value is what a menu calls it."""

    ROW_ABOVE = "Row above"
    ROW_BELOW = "Row below"
    COLUMN_BEFORE = "Column before"
    COLUMN_AFTER = "Column after"
    REMOVE_ROW = "Remove row"
    REMOVE_COLUMN = "Remove column"
    REMOVE_TABLE = "Remove table"


_GROWS_DOWN = (TableChange.ROW_ABOVE, TableChange.ROW_BELOW)
_GROWS_ACROSS = (TableChange.COLUMN_BEFORE, TableChange.COLUMN_AFTER)


def table_at(cursor: QTextCursor) -> QTextTable | None:
    """Return the table that a cursor is in, None for any other line."""
    return cursor.currentTable() if in_cell(cursor.block()) else None


def can_change(cursor: QTextCursor, change: TableChange) -> bool:
    """Tell whether a change is possible at a cursor: nothing stands above the header, and a table has its limits."""
    table = table_at(cursor)
    if table is None:
        return False
    if change in _GROWS_DOWN:
        return table.rows() < MOST_ROWS and not (change is TableChange.ROW_ABOVE and table.cellAt(cursor).row() == 0)
    return change not in _GROWS_ACROSS or table.columns() < MOST_COLUMNS


def insert_table(cursor: QTextCursor, rows: int, columns: int, writer: Writer) -> None:
    """Put an empty table with a header and `rows` more rows in the place of the selection, and go to its first cell."""
    empty = ((),) * columns
    insert_text(cursor, (Table(empty, (empty,) * rows),), writer)
    cursor.setPosition(cursor.block().position() - (1 + rows) * columns)  # the document knows of the table only after the edit block


def change_table(cursor: QTextCursor, change: TableChange, scale: float) -> bool:
    """Change the table that a cursor is in, and tell whether that was possible; the cursor goes to what is new."""
    table = table_at(cursor)
    if table is None or not can_change(cursor, change):
        return False
    cell = table.cellAt(cursor)
    row, column = cell.row(), cell.column()
    if change in _GROWS_DOWN:
        row += change is TableChange.ROW_BELOW
        table.insertRows(row, 1)
        _dress(table, [(row, each) for each in range(table.columns())])
    elif change in _GROWS_ACROSS:
        column += change is TableChange.COLUMN_AFTER
        table.insertColumns(column, 1)
        _dress(table, [(each, column) for each in range(table.rows())])
    elif change is TableChange.REMOVE_ROW and table.rows() > 1:
        if row == 0:
            _look_anew(table, 1)
        _keep_line_above(table, lambda: table.removeRows(row, 1))
    elif change is TableChange.REMOVE_COLUMN and table.columns() > 1:
        _keep_line_above(table, lambda: table.removeColumns(column, 1))
    else:
        _remove(cursor, table, scale)
        return True
    _go_to(cursor, table, min(row, table.rows() - 1), min(column, table.columns() - 1))
    return True


def next_cell(cursor: QTextCursor, *, back: bool) -> bool:
    """Go to the next cell of the table, or the one before; False where Tab leaves the text.

    After the last cell comes a new row, as in word processors; from an empty last row it goes on below the table
    instead, so that Tab alone leads out again.
    """
    table = table_at(cursor)
    if table is None:
        return False
    cell = table.cellAt(cursor)
    number = cell.row() * table.columns() + cell.column() + (-1 if back else 1)
    if number < 0:
        return False
    if number == table.rows() * table.columns():
        if _is_empty_row(table, table.rows() - 1) or table.rows() >= MOST_ROWS:
            cursor.setPosition(table.lastPosition() + 1)
            return True
        table.appendRows(1)
        _dress(table, [(table.rows() - 1, each) for each in range(table.columns())])
    _go_to(cursor, table, *divmod(number, table.columns()))
    return True


def _go_to(cursor: QTextCursor, table: QTextTable, row: int, column: int) -> None:
    cursor.setPosition(table.cellAt(row, column).lastCursorPosition().position())


def _is_empty_row(table: QTextTable, row: int) -> bool:
    cells = [table.cellAt(row, column) for column in range(table.columns())]
    return all(each.firstPosition() == each.lastPosition() for each in cells)


def _dress(table: QTextTable, cells: list[tuple[int, int]]) -> None:
    """Make new cells what cells of a text are."""
    for row, column in cells:
        inner = table.cellAt(row, column).firstCursorPosition()
        inner.setBlockFormat(cell_format())
        inner.setBlockCharFormat(char_format(Run()))


def _look_anew(table: QTextTable, row: int) -> None:
    """Have a row that becomes the header looked at anew when the edit block ends, and when it is undone."""
    for column in range(table.columns()):
        table.cellAt(row, column).firstCursorPosition().setBlockFormat(cell_format())


def _keep_line_above(table: QTextTable, work: Callable[[], object]) -> None:
    """Take cells away; an empty line above the table would take on the format of the first of them."""
    cursor = table.firstCursorPosition()  # not from `table.document()`: that one goes, for Python, with the table
    cursor.setPosition(table.firstPosition() - 1)
    held = cursor.blockFormat()
    work()
    if cursor.blockFormat() != held:
        cursor.setBlockFormat(held)


def _remove(cursor: QTextCursor, table: QTextTable, scale: float) -> None:
    """Remove a whole table, and the empty lines that stood beside it for its sake."""
    above, below = cursor.document().findBlock(table.firstPosition() - 1), cursor.document().findBlock(table.lastPosition() + 1)
    words = above.length() > 1, below.length() > 1
    shape, held = (shape_of(below) if words[1] else shape_of(above)), without_field(QTextCursor(below).blockCharFormat())
    cursor.setPosition(table.firstPosition() - 1)
    cursor.setPosition(table.lastPosition() + 1, KEEP)
    cursor.removeSelectedText()
    shape = PLAIN if shape.kind is Kind.SPACER else shape
    if all(words):
        cursor.insertBlock(block_format(shape, scale), held)
    else:
        reshape(cursor.block(), shape, scale)
    mend(cursor.block(), scale)
