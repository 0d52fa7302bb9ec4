"""Report in: tables of findings (CSV and Excel), as offices and forces keep them, with columns mapped by their names."""

from __future__ import annotations

import csv
import io
import itertools
import warnings
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import TYPE_CHECKING

from ..domain.dates import in_words
from ..errors import ImportRefused
from .clean import clean_text
from .columns import Column, proposed_mapping
from .decoding import decode
from .lines import Form, Line, LineKind, Reading, row_text

if TYPE_CHECKING:
    from openpyxl.worksheet._read_only import ReadOnlyWorksheet

Row = tuple[str, ...]

MOST_ROWS = 20_000
MOST_COLUMNS = 200
_MOST_EMPTY_ROWS = 500
_MOST_SHEETS = 50
_HEAD_WITHIN = 30
_DELIMITERS = ",;\t|"
_LOOKED_AT = 50
_TRIED = 65_536
_LONGEST_CELL = 1_000_000
_ZIP = b"PK\x03\x04"
_TOO_MANY = "A table of findings has fewer. Bring the part that holds the findings. Nothing was changed."


@dataclass(frozen=True, slots=True)
class TableOfFindings:
    """A table as somebody keeps it.

    Attributes:
        form: CSV or XLSX.
        columns: their names as written, "" where a column has none.
        mapping: which column (from 0) is proposed for what; the user confirms or changes it.
        rows: below the names, each with as many cells as there are columns; a cell's paragraphs are divided by "\\n".
        numbers: the row of the file in which each begins, from 1.
        above: what stands above the names, with the rows' numbers.
        sheet: name of the sheet, "" in CSV.
    """

    form: Form
    columns: Row
    mapping: Mapping[Column, int]
    rows: tuple[Row, ...]
    numbers: tuple[int, ...]
    above: tuple[tuple[int, Row], ...] = ()
    head: int = 0
    sheet: str = ""


@dataclass(slots=True)
class _Sheet:
    """A sheet's rows that hold words, with their numbers, and its name."""

    rows: list[tuple[int, Row]] = field(default_factory=list)
    name: str = ""


def read(data: bytes) -> TableOfFindings:
    """Read a table of findings; in a workbook the first sheet that is seen and has a column for the findings' words.

    Formulas give the value that was saved with them; nothing is worked out and nothing outside the file is looked up.

    Raises:
        ImportRefused: it cannot be read, or holds no table, or more than 20,000 rows or 200 columns.
    """
    if data.startswith(_ZIP):
        sheets = [sheet for sheet in _workbook(data) if sheet.rows]
        tables = [_table(Form.XLSX, sheet) for sheet in sheets]
        known = [table for table in tables if Column.WORDING in table.mapping]
        if not tables:
            raise ImportRefused("The workbook holds no words on any sheet that is shown.", "Nothing was changed.")
        return (known or tables)[0]
    rows = _csv(decode(data))
    if not rows:
        raise ImportRefused("The table is empty.", "Nothing was changed.")
    return _table(Form.CSV, _Sheet(rows))


def reading(table: TableOfFindings) -> Reading:
    """Return a table as lines, a row each, so that it is shown and searched as any report."""
    rows = [(number, row, False) for number, row in table.above]
    rows += [(table.head, table.columns, True)] if any(table.columns) else []
    rows += [(number, row, False) for number, row in zip(table.numbers, table.rows, strict=True)]
    return Reading(table.form, tuple(_line(*each) for each in rows), layout="marked")


def looks_like_csv(text: str) -> bool:
    """Say whether a text is a table of findings: one delimiter in every row, and a column named for the findings' words."""
    delimiter = _delimiter(text[:_TRIED])
    if not delimiter:
        return False
    try:
        rows = [tuple(cells) for cells in itertools.islice(csv.reader(io.StringIO(text[:_TRIED], newline=""), delimiter=delimiter), 2)]
    except csv.Error:
        return False
    return len(rows) > 1 and len(rows[0]) > 1 and len(rows[0]) == len(rows[1]) and Column.WORDING in proposed_mapping(rows[0])


def _line(number: int, row: Row, heads: bool) -> Line:
    return Line(number, row_text(row), LineKind.ROW, cells=row, opens=True, heads=heads)


def _table(form: Form, sheet: _Sheet) -> TableOfFindings:
    head = _head(sheet.rows)
    columns = sheet.rows[head][1]
    width = max(len(row) for _, row in sheet.rows)
    below = sheet.rows[head + 1 :]
    return TableOfFindings(
        form,
        _filled(columns, width),
        proposed_mapping(columns),
        tuple(_filled(row, width) for _, row in below),
        tuple(number for number, _ in below),
        tuple(sheet.rows[:head]),
        sheet.rows[head][0],
        sheet.name,
    )


def _head(rows: list[tuple[int, Row]]) -> int:
    """Return which row names the columns: the first with a name for the findings' words among others, else the first of several cells."""
    tried = [row for _, row in rows[:_HEAD_WITHIN]]
    several = [at for at, row in enumerate(tried) if sum(map(bool, row)) > 1]
    mapped = [at for at in several if Column.WORDING in proposed_mapping(tried[at])]
    single = [at for at, row in enumerate(tried) if Column.WORDING in proposed_mapping(row)]
    return (mapped or several or single or [0])[0]


def _filled(row: Row, width: int) -> Row:
    return row + ("",) * (width - len(row))


def _csv(text: str) -> list[tuple[int, Row]]:
    rows: list[tuple[int, Row]] = []
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text[:_TRIED]) or ",")
    begins, limit = 1, csv.field_size_limit()
    csv.field_size_limit(_LONGEST_CELL)
    try:
        for cells in reader:
            row = _trimmed(_cell(cell) for cell in cells)
            if row:
                _need_room(len(rows), len(row))
                rows.append((begins, row))
            begins = reader.line_num + 1
    except csv.Error as error:
        message = f"The table cannot be read from line {begins} on: a cell that begins there does not end."
        raise ImportRefused(message, "Look for a quotation mark that is opened and not closed. Nothing was changed.") from error
    finally:
        csv.field_size_limit(limit)
    return rows


def _delimiter(text: str) -> str:
    """Return the sign that divides most rows into the same number of cells, more than one, or ""."""
    best, sign = 0, ""
    for delimiter in _DELIMITERS:
        if delimiter not in text:
            continue
        try:
            rows = list(itertools.islice(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter), _LOOKED_AT))
        except csv.Error:
            continue
        widths = [len(row) for row in rows if any(row)]
        usual = max(widths, key=widths.count, default=0)
        score = widths.count(usual) * 100 // max(1, len(widths)) * 10 + min(usual, 9)
        if usual > 1 and score > best:
            best, sign = score, delimiter
    return sign


def _workbook(data: bytes) -> Iterator[_Sheet]:
    from .packages import Package

    Package(data)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # openpyxl tells of styles and checks that it leaves out; none holds words
        try:
            from openpyxl import load_workbook

            book = load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
            try:
                for sheet in book.worksheets[:_MOST_SHEETS]:
                    if sheet.sheet_state == "visible":
                        yield _Sheet(list(_rows(sheet)), sheet.title)
            finally:
                book.close()
        except ImportRefused:
            raise
        except Exception as error:  # openpyxl raises whatever its own steps raise on a part that is not as it expects
            message = "The file cannot be read as an Excel workbook."
            raise ImportRefused(message, "It may be damaged; save it anew as .xlsx, or as CSV. Nothing was changed.") from error


def _rows(sheet: ReadOnlyWorksheet) -> Iterator[tuple[int, Row]]:
    """Yield the rows with words; a sheet can declare a million rows, so a long run of empty ones ends it."""
    sheet.reset_dimensions()
    empty = found = 0
    for number, cells in enumerate(sheet.iter_rows(max_col=MOST_COLUMNS + 1, values_only=True), start=1):
        row = _trimmed(_cell(value) for value in cells)
        empty = 0 if row else empty + 1
        if empty > _MOST_EMPTY_ROWS:
            return
        if row:
            _need_room(found, len(row))
            found += 1
            yield number, row


def _need_room(rows: int, columns: int) -> None:
    if rows >= MOST_ROWS:
        raise ImportRefused(f"The table has more than {MOST_ROWS:,} rows.", _TOO_MANY)
    if columns > MOST_COLUMNS:
        raise ImportRefused(f"The table has more than {MOST_COLUMNS} columns.", _TOO_MANY)


def _trimmed(cells: Iterable[str]) -> Row:
    row = list(cells)
    while row and not row[-1]:
        row.pop()
    return tuple(row)


def _cell(value: object) -> str:
    """Return a cell's words: days as "11 March 2024", whole numbers without a point, paragraphs divided by "\\n"."""
    match value:
        case None:
            return ""
        case datetime() if value.time() != time():
            return f"{in_words(value.date())} {value:%H:%M}"
        case date():
            return in_words(value.date() if isinstance(value, datetime) else value)
        case float() if value.is_integer() and abs(value) < 1e15:
            return str(int(value))
    words = str(value).replace("\r\n", "\n").replace("\r", "\n").replace("_x000D_\n", "\n")
    return "\n".join(clean for line in words.split("\n") if (clean := clean_text(line)))
