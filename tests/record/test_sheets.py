"""Tables for spreadsheets: what goes in comes back, and no words can act as a formula."""

from __future__ import annotations

import csv
import errno
import os
import time
import unicodedata
from collections.abc import Callable
from datetime import date
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import openpyxl
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from response_app import atomic_io
from response_app.errors import WriteFailed
from response_app.record.sheets import LONGEST_CELL, Cell, Sheet, acts_as_formula, csv_bytes, harmless, write_sheet
from response_app.record.workbook import fault_of, workbook_bytes

DAY = date(2024, 5, 14)
BOTH = pytest.mark.parametrize("ending", [".csv", ".xlsx"])

FORMULAS = [
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "\tplain",
    "\r=1",
    "\nplain",
    "  =1",
    "\u00a0=1",
    "\u200b=1",
    "\ufeff=1",
    "＝1+1",
    "＋1",
    "－1",
    "＠SUM",
    "﹢1",
    "\u22121",
    '"=1"',
    '=HYPERLINK("http://x")',
    "=cmd|'/C calc'!A0",
]
HARMLESS = ["", "Plain words", "2 - 1 = 1", "a@b.uk", "‘=’", "1.5", "’-", "A; B", "'=1"]


def one(words: str) -> Sheet:
    """Return a table of one cell."""
    return Sheet("Findings", ("Words",), ((words,),))


def in_csv(sheet: Sheet) -> list[list[str]]:
    return list(csv.reader(StringIO(csv_bytes(sheet).decode("utf-8-sig"), newline="")))


def in_workbook(sheet: Sheet) -> list[tuple[Any, ...]]:
    return list(openpyxl.load_workbook(BytesIO(workbook_bytes(sheet))).active.iter_rows())


def xml_of_page(sheet: Sheet) -> str:
    return ZipFile(BytesIO(workbook_bytes(sheet))).read("xl/worksheets/sheet1.xml").decode()


# --- No words act as a formula --------------------------------------------------------------------


@pytest.mark.parametrize("words", FORMULAS, ids=ascii)
def test_words_that_begin_like_a_formula_get_an_apostrophe_in_csv(words: str) -> None:
    ((_, (cell,))) = in_csv(one(words))
    assert cell.startswith("'")
    assert acts_as_formula(words.replace("\r", "\n"))


@pytest.mark.parametrize("words", FORMULAS, ids=ascii)
def test_words_that_begin_like_a_formula_are_text_in_a_workbook(words: str) -> None:
    (_, (cell,)) = in_workbook(one(words))
    assert (cell.data_type, cell.quotePrefix) == ("s", True)
    assert cell.value == words.replace("\r", "\n")
    assert "<f>" not in xml_of_page(one(words))


@pytest.mark.parametrize("words", HARMLESS)
def test_other_words_are_left_as_they_are(words: str) -> None:
    assert harmless(words) == words
    assert in_csv(one(words))[1:] == [[words]]
    (_, (cell,)) = in_workbook(Sheet("", ("A",), ((words or "x",),)))
    assert cell.quotePrefix is False


def test_a_formula_in_a_later_line_or_after_a_semicolon_is_seen() -> None:
    assert harmless("Posts:\n- six\n =1\nend") == "Posts:\n'- six\n' =1\nend"
    assert harmless("a;=1;b\t+2") == "a;'=1;b\t'+2"


def test_headings_are_words_too() -> None:
    sheet = Sheet("=1", ("=A1", "+"), ())
    assert in_csv(sheet) == [["'=A1", "'+"]]
    assert [(cell.value, cell.data_type) for cell in in_workbook(sheet)[0]] == [("=A1", "s"), ("+", "s")]


def test_what_looks_like_an_error_or_an_escape_is_text() -> None:
    rows = in_workbook(Sheet("", ("A", "B"), (("#N/A", "_x0041_"),)))
    assert [cell.data_type for cell in rows[1]] == ["s", "s"]
    assert "_x005F_x0041_" in xml_of_page(one("_x0041_"))


# --- What goes in comes back -----------------------------------------------------------------------

dangerous = st.sampled_from(list("=+-@＝－;\"' \t\r\n\u2028\u200b\x00\ud800"))
words_of_any_kind = st.text(st.one_of(dangerous, st.characters()), max_size=12)
numbers = st.integers(-(10**15) + 1, 10**15 - 1)
days = st.dates(date(1900, 3, 1), date(9999, 12, 31))
cells = st.one_of(st.none(), words_of_any_kind, numbers, days)
sheets = st.integers(1, 3).flatmap(
    lambda width: st.builds(
        Sheet,
        words_of_any_kind,
        st.tuples(*[words_of_any_kind] * width),
        st.lists(st.tuples(*[cells] * width), max_size=3).map(tuple),
    )
)


def expected(words: str) -> str:
    """Return what a cell holds of some words: line breaks of one kind, no control characters, nothing else changed."""
    for line_end in ("\r\n", "\r", "\x0b", "\x0c", "\x85", "\u2028", "\u2029"):
        words = words.replace(line_end, "\n")
    return "".join(
        char for char in words if char in "\t\n" or (unicodedata.category(char) not in ("Cc", "Cs") and char not in "\ufffe\uffff")
    )


def begins_formula(cell: str) -> bool:
    """Tell, by a rule written anew, whether some program could take a part of the cell for a formula."""
    parts = cell.replace("\t", "\n").replace(";", "\n").split("\n")
    bare = ["".join(c for c in part if c != '"' and not c.isspace() and unicodedata.category(c) not in ("Cc", "Cf")) for part in parts]
    return cell[:1] in ("\t", "\n") or any(part[:1] and unicodedata.normalize("NFKC", part[0]) in "=+-@\u2212" for part in bare)


def same_words(cell: str, words: str) -> bool:
    """Tell whether only apostrophes were added."""
    return cell.replace("'", "") == expected(words).replace("'", "") and len(cell) >= len(expected(words))


@settings(max_examples=150, deadline=None)
@given(sheets)
@example(Sheet("", ("a",), (("",),)))
def test_any_table_comes_back_from_csv_without_a_formula(sheet: Sheet) -> None:
    rows = in_csv(sheet)
    assert len(rows) == 1 + len(sheet.rows)
    for found, given_ in zip(rows, (sheet.columns, *sheet.rows), strict=True):
        for cell, value in zip(found or [""], given_, strict=True):
            if isinstance(value, str):
                assert same_words(cell, value)
                assert not begins_formula(cell)
            else:
                assert cell == ("" if value is None else value.isoformat() if isinstance(value, date) else str(value))


@settings(max_examples=60, deadline=None)
@given(sheets)
def test_any_table_comes_back_from_a_workbook_without_a_formula(sheet: Sheet) -> None:
    assert "<f" not in xml_of_page(sheet)
    assert fault_of(workbook_bytes(sheet), sheet) == ""
    rows = in_workbook(sheet)
    for number, given_ in enumerate((sheet.columns, *sheet.rows)):
        for column, value in enumerate(given_):
            cell = rows[number][column] if number < len(rows) and column < len(rows[number]) else None
            assert as_given(cell) == (expected(value) or None if isinstance(value, str) else value)
            if isinstance(value, str) and expected(value):
                assert cell is not None and cell.data_type == "s"


def as_given(cell: Any) -> Cell:
    value: Any = None if cell is None else cell.value
    if cell is not None and cell.is_date:
        return value.date()  # type: ignore[no-any-return]
    return value.replace("_x005F_", "_") if isinstance(value, str) else value


def test_dates_and_numbers_stay_dates_and_numbers() -> None:
    sheet = Sheet("", ("On", "Number"), ((DAY, -5), (date(1899, 12, 31), 10**16)))
    assert in_csv(sheet)[1:] == [["2024-05-14", "-5"], ["1899-12-31", str(10**16)]]
    (_, (day, number), (before, large)) = in_workbook(sheet)
    assert day.is_date and day.number_format == "[$-809]d mmmm yyyy"
    assert (number.value, number.data_type) == (-5, "n")
    assert (before.value, large.value) == ("31 December 1899", str(10**16)), "what Excel cannot hold stays as words"


@BOTH
def test_a_cell_that_is_too_long_says_so(ending: str) -> None:
    fits, beyond = "x" * LONGEST_CELL, "\U0001f4c4" * LONGEST_CELL
    sheet = Sheet("", ("A", "B"), ((fits, beyond),))
    first, second = in_csv(sheet)[1] if ending == ".csv" else [cell.value for cell in in_workbook(sheet)[1]]
    assert first == fits
    assert second.endswith("\U0001f4c4… [the rest is left out: a cell holds no more]")
    assert LONGEST_CELL - 1 <= len(second.encode("utf-16-le")) // 2 <= LONGEST_CELL


def test_a_workbook_is_laid_out_for_reading() -> None:
    sheet = Sheet("Register of findings", ("Finding", "Target"), (("A sentence that is rather long. " * 9, DAY),))
    book = openpyxl.load_workbook(BytesIO(workbook_bytes(sheet)))
    page = book.active
    assert (book.properties.title, book.properties.language, page.title) == ("Register of findings", "en-GB", "Register of findings")
    assert (page.freeze_panes, page.print_title_rows, page.auto_filter.ref) == ("A2", "$1:$1", "A1:B2")
    assert page["A1"].font.bold and page["A2"].alignment.wrap_text
    assert (page.column_dimensions["A"].width, page.column_dimensions["B"].width) == (60, 13)
    assert page.defined_names["ColumnTitle1"].attr_text == "'Register of findings'!$A$1"


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("a/b: [c]", "a b   c"),
        ("", "Table"),
        ("'x'", "x"),
        ("History", "Table"),
        ("y" * 40, "y" * 31),
        ("Register of findings, 26 June 2024", "Register of findings"),
        ("Findings of all the records that there are", "Findings of all the records"),
        ("\U0001f4c4" * 20, "\U0001f4c4" * 15),
    ],
)
def test_the_name_of_the_page_is_one_that_excel_allows(title: str, name: str) -> None:
    assert openpyxl.load_workbook(BytesIO(workbook_bytes(Sheet(title, ("A",), ())))).sheetnames == [name]


def test_csv_is_what_excel_reads() -> None:
    assert (
        csv_bytes(Sheet("", ("Ŵ", "B"), (("x, y", 'say "no"'), (None, None)))) == b'\xef\xbb\xbf\xc5\xb4,B\r\n"x, y","say ""no"""\r\n,\r\n'
    )


def test_a_row_of_another_length_is_refused() -> None:
    with pytest.raises(ValueError, match="one value for each column"):
        Sheet("", ("A", "B"), (("x",),))


def test_further_tables_have_sheets_of_their_own_and_csv_holds_the_first(tmp_path: Path) -> None:
    counts = Sheet("Counts", ("What", "Number"), (("=Open", 3),))
    sheet = Sheet("Findings", ("A",), (("x",),), (counts, Sheet("counts", ("B",), ((DAY,),))))
    write_sheet(tmp_path / "a.xlsx", sheet)
    book = openpyxl.load_workbook(tmp_path / "a.xlsx")
    assert book.sheetnames == ["Findings", "Counts", "counts 2"]
    assert [[cell.value for cell in row] for row in book["Counts"].iter_rows()] == [["What", "Number"], ["=Open", 3]]
    assert book["Counts"]["A2"].data_type == "s" and book["Counts"].freeze_panes == "A2"
    assert in_csv(sheet) == [["A"], ["x"]]


@pytest.mark.parametrize(
    ("other", "says"),
    [
        (Sheet("", ("A", "B"), (("x", 1), ("y", None), ("z", None))), "a cell too few or too many"),
        (Sheet("", ("A", "B"), (("x", 1),)), "other rows"),
        (Sheet("", ("A", "B"), (("x", None), ("y", None))), "a cell too few or too many"),
        (Sheet("", ("A", "B"), (("x", 1), ("y", 2))), "a cell too few or too many"),
        (Sheet("", ("A", "B"), (("x", 1), ("y", None)), (one("x"),)), "a sheet is missing"),
    ],
)
def test_a_workbook_that_does_not_hold_its_table_is_found_and_not_written(
    other: Sheet, says: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sheet = Sheet("", ("A", "B"), (("x", 1), ("y", None)))
    data = workbook_bytes(sheet)
    assert fault_of(data, sheet) == "" and says in fault_of(data, other)
    monkeypatch.setattr("response_app.record.workbook.workbook_bytes", lambda _: data)
    with pytest.raises(WriteFailed, match=says):
        write_sheet(tmp_path / "a.xlsx", other)
    assert not list(tmp_path.iterdir())


def test_a_formula_in_a_workbook_is_found() -> None:
    book = openpyxl.Workbook()
    for row in (["A"], ["=1+1"]):
        book.active.append(row)
    data = BytesIO()
    book.save(data)
    assert fault_of(data.getvalue(), Sheet("", ("A",), (("=1+1",),))).endswith("holds a formula")


# --- The file --------------------------------------------------------------------------------------


@BOTH
def test_the_same_table_gives_the_same_bytes(ending: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sheet = Sheet("Findings", ("A", "B"), (("x", DAY), ("=1", 3)))
    write_sheet(tmp_path / f"a{ending}", sheet)
    monkeypatch.setattr(time, "time", lambda: 4e9)
    monkeypatch.setattr(time, "localtime", lambda *_: time.gmtime(4e9))
    write_sheet(tmp_path / f"b{ending.upper()}", sheet)
    assert (tmp_path / f"a{ending}").read_bytes() == (tmp_path / f"b{ending.upper()}").read_bytes()


def test_a_workbook_holds_no_time_and_goes_through_no_other_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("openpyxl.worksheet._writer.create_temporary_file", pytest.fail)
    archive = ZipFile(BytesIO(workbook_bytes(one("x"))))
    assert {each.date_time for each in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert b"created" not in archive.read("docProps/core.xml") and b"modified" not in archive.read("docProps/core.xml")


@pytest.mark.parametrize(("name", "says"), [("a.xls", "ends in .xls"), ("a", "has no ending"), ("a.xlsx.exe", "ends in .exe")])
def test_another_ending_is_refused(tmp_path: Path, name: str, says: str) -> None:
    with pytest.raises(WriteFailed, match=says):
        write_sheet(tmp_path / name, one("x"))
    assert not list(tmp_path.iterdir())


def test_more_rows_than_a_workbook_holds_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("response_app.record.sheets.MOST_ROWS", 1)
    with pytest.raises(WriteFailed, match="holds 1 rows at most; these are 2"):
        write_sheet(tmp_path / "a.xlsx", Sheet("", ("A",), (("x",), ("y",))))
    assert not list(tmp_path.iterdir())


def refusing(error: OSError) -> Callable[..., None]:
    def refuse(*_: object) -> None:
        raise error

    return refuse


def locked() -> OSError:
    error = PermissionError(errno.EACCES, "Access is denied")
    error.winerror = 32  # type: ignore[attr-defined, unused-ignore]
    return error


@BOTH
@pytest.mark.parametrize(
    ("where", "error", "says"),
    [
        ("os.fsync", OSError(errno.ENOSPC, os.strerror(errno.ENOSPC)), "no room left on the drive"),
        ("pathlib.Path.replace", locked(), "is open in another program"),
    ],
)
def test_a_full_drive_or_a_file_that_is_open_leaves_the_old_file(
    ending: str, where: str, error: OSError, says: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / f"findings{ending}"
    path.write_bytes(b"old")
    monkeypatch.setattr(atomic_io, "_PATIENCE_SECONDS", 0)
    with monkeypatch.context() as patch:
        patch.setattr(where, refusing(error))
        with pytest.raises(WriteFailed, match=says):
            write_sheet(path, one("x"))
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]
