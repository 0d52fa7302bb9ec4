"""A table of values as an Excel workbook, made in memory and the same bytes for the same values (home, register of findings)."""

from __future__ import annotations

import re
from datetime import date
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from openpyxl import Workbook, load_workbook
from openpyxl.cell import Cell as ExcelCell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet._writer import WorksheetWriter
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.writer.excel import ExcelWriter

from ..domain.dates import in_words
from .sheets import Cell, Sheet, acts_as_formula, cut, storable

ENGLISH_DATE = "[$-809]d mmmm yyyy"
"""14 May 2024, whatever language Excel has (0809: English, United Kingdom)."""

_FIRST_TRUE_DAY = date(1900, 3, 1)
"""Excel counts a 29 February 1900, so days before are no dates to it or the wrong ones."""
_DIGITS = 15
"""Of a number, that Excel keeps."""
_NARROWEST, _WIDEST = 10, 60
_LONGEST_NAME = 31
_NO_NAME = re.compile(r"[\[\]:*?/\\\x00-\x1f]")
_LOOKS_ESCAPED = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
_EARLIEST = (1980, 1, 1, 0, 0, 0)

_TOP = Alignment(vertical="top", wrap_text=True)
_HEADING = Font(bold=True)
_HEADING_GROUND = PatternFill("solid", start_color="FFE4E9F0")
_HEADING_LINE = Border(bottom=Side("thin", color="FF17406D"))


class _Timeless(ZipFile):
    """An archive in which no time and no system is noted."""

    def writestr(self, name: Any, data: Any, *_: Any) -> None:
        """Add one part."""
        part = ZipInfo(name, _EARLIEST)
        part.compress_type, part.create_system = ZIP_DEFLATED, 0
        super().writestr(part, data)


class _InMemory(ExcelWriter):  # type: ignore[misc]  # the library has no types
    """Writes the sheet in memory: the library's own way goes through a temporary file, and the words are nobody else's."""

    def write_worksheet(self, ws: Worksheet) -> None:
        """Put one sheet into the archive."""
        buffer = BytesIO()
        writer = WorksheetWriter(ws, buffer)
        writer.write()
        ws._rels = writer._rels
        self._archive.writestr(ws.path[1:], buffer.getvalue())
        self.manifest.append(ws)


def workbook_bytes(sheet: Sheet) -> bytes:
    """Return a table as an Excel workbook: a frozen row of headings, real dates, wrapped words, and nothing that can be evaluated."""
    book = Workbook()
    about = book.properties
    about.title, about.creator, about.language = storable(sheet.title), "Inspection Response", "en-GB"
    about.__elements__ = tuple(each for each in about.__elements__ if each not in ("created", "modified"))
    names: set[str] = set()
    for number, table in enumerate((sheet, *sheet.more)):
        page = book.active if number == 0 else book.create_sheet()
        page.title = _unused(_name(table.title), names)
        _fill(page, table)
        _lay_out(page, table)
    buffer = BytesIO()
    _InMemory(book, _Timeless(buffer, "w")).save()
    return buffer.getvalue()


def fault_of(data: bytes, sheet: Sheet) -> str:
    """Read a workbook back; return what is not as in its tables, in a few words, "" where it holds them and nothing can be evaluated."""
    book = load_workbook(BytesIO(data), read_only=True)
    tables = (sheet, *sheet.more)
    if len(book.worksheets) != len(tables):
        return "a sheet is missing"
    for page, table in zip(book.worksheets, tables, strict=True):
        wanted = [table.columns, *table.rows]
        found = list(page.iter_rows())
        found += [()] * (len(wanted) - len(found))
        if len(found) != len(wanted):
            return f"the sheet {page.title} has other rows"
        for row, given in zip(found, wanted, strict=True):
            if any(cell.data_type == "f" for cell in row):
                return f"the sheet {page.title} holds a formula"
            if [_is_filled(cell.value) for cell in row] + [False] * (len(given) - len(row)) != [_is_filled(each) for each in given]:
                return f"the sheet {page.title} has a cell too few or too many"
    return ""


def _is_filled(value: object) -> bool:
    return value is not None and (not isinstance(value, str) or storable(value) != "")


def _fill(page: Worksheet, table: Sheet) -> None:
    for column, heading in enumerate(table.columns, start=1):
        _set_heading(page.cell(1, column), heading)
    for number, row in enumerate(table.rows, start=2):
        for column, value in enumerate(row, start=1):
            if value is not None and value != "":
                _set(page.cell(number, column), value)


def _unused(name: str, names: set[str]) -> str:
    """Return the name, or one with a number where another sheet has it already, whatever the case of its letters; keep it in `names`."""
    made, number = name, 1
    while made.casefold() in names:
        number += 1
        made = f"{name[: _LONGEST_NAME - len(str(number)) - 1]} {number}"
    names.add(made.casefold())
    return made


def _name(title: str) -> str:
    """Return a name for the sheet that Excel allows; one that is too long ends with a whole part, or a whole word."""
    cleaned = _NO_NAME.sub(" ", storable(title))
    short = cleaned.encode("utf-16-le")[: 2 * _LONGEST_NAME].decode("utf-16-le", "ignore")
    if len(short) < len(cleaned):
        short = short.rpartition(", ")[0] or short.rpartition(" ")[0] or short
    short = short.strip(" '")
    return short if short and short.lower() != "history" else "Table"


def _set_heading(cell: ExcelCell, words: str) -> None:
    _set(cell, words)
    cell.font, cell.fill, cell.border = _HEADING, _HEADING_GROUND, _HEADING_LINE


def _set(cell: ExcelCell, value: Cell) -> None:
    if isinstance(value, date) and value < _FIRST_TRUE_DAY:
        value = in_words(value)
    elif isinstance(value, int) and len(str(abs(value))) > _DIGITS:
        value = str(value)
    cell.alignment = _TOP
    if not isinstance(value, str):
        cell.value = value
        if isinstance(value, date):
            cell.number_format = ENGLISH_DATE
        return
    words = cut(storable(value))
    # What looks like Excel's own writing of a character stays what it is.
    cell.value = _LOOKS_ESCAPED.sub("_x005F_", words)
    cell.data_type = "s"  # whatever the library takes it for: text is text
    cell.quotePrefix = acts_as_formula(words)  # and stays it when somebody edits the cell


def _lay_out(page: Worksheet, sheet: Sheet) -> None:
    page.freeze_panes = "A2"
    page.auto_filter.ref = page.dimensions
    page.print_title_rows = "1:1"
    page.page_setup.orientation = "landscape"
    page.page_setup.paperSize = page.PAPERSIZE_A4
    page.sheet_properties.pageSetUpPr.fitToPage = True
    page.page_setup.fitToHeight = 0
    # By this name JAWS reads the headings of the columns.
    page.defined_names.add(DefinedName("ColumnTitle1", attr_text=f"{quote_sheetname(page.title)}!$A$1"))
    for column, heading in enumerate(sheet.columns):
        widest = max((_width(row[column]) for row in sheet.rows), default=0)
        page.column_dimensions[get_column_letter(column + 1)].width = min(_WIDEST, max(_NARROWEST, _width(heading) + 4, widest + 2))


def _width(value: Cell) -> int:
    words = in_words(value) if isinstance(value, date) else "" if value is None else str(value)
    return max(map(len, words[: 4 * _WIDEST].split("\n")))
