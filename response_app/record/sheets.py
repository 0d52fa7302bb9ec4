"""A table of values as a file for spreadsheets, in which no words can act as a formula (home, register of findings)."""

from __future__ import annotations

import csv
import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from io import StringIO
from pathlib import Path

from .. import atomic_io
from ..errors import WriteFailed

Cell = str | int | date | None

LONGEST_CELL = 32_767
"""Characters, as spreadsheets count them: in units of UTF-16."""
MOST_ROWS = 1_048_575
"""Of a workbook, without the row of headings."""

_CUT = "… [the rest is left out: a cell holds no more]"
_SIGNS = "=+-@\u2212"
# A semicolon parts cells where Windows is set up for another country, a line break or tab in some programs.
_AFTER_A_BREAK = re.compile(r"(?<=[\n\t;])")
_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_BEYOND_XML = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table with one row of headings.

    Attributes:
        title: of the document; never part of the table.
        columns: their headings.
        rows: each with one value for every column; None is an empty cell.
        more: further tables, which a workbook has on sheets of their own; CSV holds the first table alone.

    Raises:
        ValueError: a row has more or fewer values than there are columns.
    """

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    more: tuple[Sheet, ...] = ()

    def __post_init__(self) -> None:
        """Refuse rows that do not fit the columns."""
        if any(len(row) != len(self.columns) for row in self.rows):
            raise ValueError("a row needs one value for each column")


def write_sheet(path: Path, sheet: Sheet) -> None:
    """Write a table to the file `path`, whole or not at all, in the format that its ending names: .csv or .xlsx.

    Raises:
        WriteFailed: another ending, too many rows for a workbook, or the file could not be written; the old file is as it was.
    """
    ending = path.suffix.lower()
    if ending == ".csv":
        data = csv_bytes(sheet)
    elif ending == ".xlsx":
        data = _workbook_bytes(sheet)
    else:
        said = f"ends in {ending}" if ending.isprintable() and ending else "has no ending that says what it is"
        raise WriteFailed(f"The name {said}.", "Nothing was written. Choose a name that ends in .csv or .xlsx.")
    atomic_io.write_many({path: data})


def _workbook_bytes(sheet: Sheet) -> bytes:
    from .workbook import fault_of, workbook_bytes

    if len(sheet.rows) > MOST_ROWS:
        message = f"A workbook holds {MOST_ROWS:,} rows at most; these are {len(sheet.rows):,}."
        raise WriteFailed(message, "Nothing was written. Choose CSV.")
    data = workbook_bytes(sheet)
    fault = fault_of(data, sheet)
    if fault:
        raise WriteFailed(f"The workbook does not hold the table: {fault}.", "Nothing was written. Choose CSV.")
    return data


def csv_bytes(sheet: Sheet) -> bytes:
    """Return a table as CSV (RFC 4180) in UTF-8 with the mark by which Excel knows it; dates as 2024-05-14."""
    out = StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([_in_csv(each) for each in sheet.columns])
    writer.writerows([_in_csv(each) for each in row] for row in sheet.rows)
    return out.getvalue().encode("utf-8-sig")


def _in_csv(value: Cell) -> str | int | None:
    if isinstance(value, str):
        return cut(harmless(storable(value)))
    return value.isoformat() if isinstance(value, date) else value


def storable(words: str) -> str:
    """Return the words with plain line breaks and without characters that no cell can hold."""
    return _BEYOND_XML.sub("", _LINE_ENDS.sub("\n", words))


def cut(words: str) -> str:
    """Return the words, or as many as a cell can hold with a remark that says so."""
    if _units(words) <= LONGEST_CELL:
        return words
    room = LONGEST_CELL - _units(_CUT)
    kept = words.encode("utf-16-le")[: 2 * room].decode("utf-16-le", "ignore")
    return kept + _CUT


def _units(words: str) -> int:
    return len(words) if words.isascii() else len(words.encode("utf-16-le")) // 2


def harmless(words: str) -> str:
    """Return the words with an apostrophe wherever a spreadsheet could begin to read a formula (OWASP, CSV injection).

    That is before = + - @ and their full-width forms, where they come first in the cell, in a line or after a
    semicolon, also after blanks and quotation marks; and before a tab or line break at the very beginning.
    """
    pieces = _AFTER_A_BREAK.split(words)
    marked = "".join(f"'{piece}" if _is_formula(piece) else piece for piece in pieces)
    return f"'{marked}" if words[:1] in ("\t", "\n") else marked


def acts_as_formula(words: str) -> bool:
    """Tell whether a spreadsheet would read a cell with these words as a formula, were they typed into it."""
    return words[:1] in ("\t", "\n") or _is_formula(words)


def _is_formula(piece: str) -> bool:
    first = next((char for char in piece if not _is_passed_over(char)), "")
    return bool(first) and unicodedata.normalize("NFKC", first) in _SIGNS


def _is_passed_over(char: str) -> bool:
    return char == '"' or char.isspace() or unicodedata.category(char) in ("Cc", "Cf")
