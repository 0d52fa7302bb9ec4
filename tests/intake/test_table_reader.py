"""Tables of findings, CSV and Excel."""

from __future__ import annotations

import io
from datetime import date, datetime

import pytest

from response_app.domain.finding import DueKind, FindingKind
from response_app.domain.richtext import Paragraph, Run
from response_app.errors import ImportRefused
from response_app.intake.columns import Column, proposed_mapping
from response_app.intake.lines import Form, LineKind
from response_app.intake.proposal import Confidence, Warned
from response_app.intake.table_findings import findings, notices
from response_app.intake.table_reader import MOST_ROWS, looks_like_csv, read, reading

from .made import zipped

CSV = (
    "Ref,Type,Recommendation,Addressed to,Due date,Force\r\n"
    'A1,AFI,"The force should improve its plans, all of them. It has begun.",Chief constable; NPCC,30 September 2024,Exampleshire\r\n'
    'A2,Cause of concern,"First line\nsecond line",,within three months,\r\n,,,,,\r\nA3,Rec,Train officers.,,Immediately,\r\n'
)


def workbook(rows: list[list[object]], *, hidden: bool = False, at: int = 1) -> bytes:
    """Return an Excel file; with `hidden`, a hidden sheet of findings stands before the one with these rows."""
    import openpyxl

    book = openpyxl.Workbook()
    sheet = book.active
    if hidden:
        sheet.append(["Recommendation"])
        sheet.append(["hidden words"])
        sheet.sheet_state = "hidden"
        sheet = book.create_sheet("Shown")
    for number, row in enumerate(rows, start=at):
        for column, value in enumerate(row, start=1):
            sheet.cell(number, column, value)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_any_delimiter_and_encoding_gives_the_same_table(delimiter: str, encoding: str) -> None:
    """As offices and forces export them."""
    text = f'No{delimiter}Finding\r\n1{delimiter}"The force’s £4; or, 5"\r\n2{delimiter}b\r\n'
    table = read(text.encode(encoding))
    assert (table.form, table.columns, table.rows) == (Form.CSV, ("No", "Finding"), (("1", "The force’s £4; or, 5"), ("2", "b")))


def test_rows_become_findings_by_the_proposed_columns() -> None:
    """With kind, wording, addressees, time limit, reference, force and the place of each."""
    found = findings(read(CSV.encode()), published_on=date(2024, 5, 14))
    first, second, third = (each.finding for each in found)
    assert [each.id for each in (first, second, third)] == ["f1", "f2", "f3"]
    assert [each.kind for each in (first, second, third)] == [
        FindingKind.AREA_FOR_IMPROVEMENT,
        FindingKind.CAUSE_OF_CONCERN,
        FindingKind.RECOMMENDATION,
    ]
    assert (first.reference, first.scope, first.addressed_to) == ("A1", "Exampleshire", ("Chief constable", "NPCC"))
    assert first.heading == "The force should improve its plans, all of them."
    assert first.wording == (Paragraph((Run("The force should improve its plans, all of them. It has begun."),)),)
    assert second.wording == (Paragraph((Run("First line"),)), Paragraph((Run("second line"),)))
    assert [(each.due.kind, each.due.date, each.due.text) for each in (first, second, third)] == [
        (DueKind.DATE, date(2024, 9, 30), "30 September 2024"),
        (DueKind.WITHIN, date(2024, 8, 14), "within three months"),
        (DueKind.IMMEDIATELY, None, "Immediately"),
    ]
    assert [(each.span.first, each.confidence) for each in found] == [(2, Confidence.SURE), (3, Confidence.SURE), (6, Confidence.SURE)]


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (("Rec no", "Recommendation text", "Owner", "Timescale"), {"number": 0, "wording": 1, "addressed_to": 2, "due": 3}),
        (("Title", "Description", "Reference number"), {"heading": 0, "wording": 1, "reference": 2}),
        (("Title", "Status"), {"wording": 0}),
        (("Area for improvement", "Explanation", "Force response"), {"wording": 0, "evidence": 1}),
        (("Type of finding", "Finding", "Made to", "To be completed by (date)"), {"kind": 0, "wording": 1, "addressed_to": 2, "due": 3}),
        (("Recommendation type", "Full wording of the recommendation", "Recommendation response"), {"kind": 0, "wording": 1}),
        (("Date", "Amount"), {}),
        (("Progress on recommendations", "Date of finding"), {}),
    ],
)
def test_columns_are_known_by_their_names(names: tuple[str, ...], expected: dict[str, int]) -> None:
    """Whole names first; what holds answers or progress is never taken for the finding."""
    assert {column.value: at for column, at in proposed_mapping(names).items()} == expected


def test_the_user_can_choose_other_columns() -> None:
    """The mapping is a proposal; one without the words, or with a column that is not there, is refused."""
    table = read(b"Colour,Thing\nred,The force should act.\n")
    assert [notice.code for notice in notices(table)] == [Warned.COLUMNS_NOT_KNOWN]
    with pytest.raises(ImportRefused):
        findings(table)
    found = findings(table, {Column.WORDING: 1})
    assert [(each.finding.heading, each.confidence) for each in found] == [("The force should act.", Confidence.UNSURE)]
    with pytest.raises(ImportRefused):
        findings(table, {Column.WORDING: 2})
    assert not notices(read(CSV.encode()))


def test_a_time_limit_may_be_a_period_alone() -> None:
    """The column says what it is."""
    found = findings(read(b"Finding,Deadline\nAct.,3 months\nCheck.,when ready\n"), published_on=date(2024, 5, 14))
    assert [(each.finding.due.date, each.finding.due.text) for each in found] == [(date(2024, 8, 14), "3 months"), (None, "when ready")]


def test_a_workbook_gives_the_shown_sheet_with_days_and_numbers_as_read() -> None:
    """Titles above the names of the columns are kept apart; dates are written out; the hidden sheet is left alone."""
    rows: list[list[object]] = [
        ["Findings of Exampleshire"],
        ["Number", "Recommendation", "Due"],
        [1.0, "Do it.\nThen check.", datetime(2024, 9, 30)],
        [None, None, None],
        [2, "=1+1", date(2025, 1, 2)],
    ]
    table = read(workbook(rows, hidden=True))
    assert (table.form, table.sheet, table.columns) == (Form.XLSX, "Shown", ("Number", "Recommendation", "Due"))
    assert table.above == ((1, ("Findings of Exampleshire",)),)
    assert table.rows == (("1", "Do it.\nThen check.", "30 September 2024"), ("2", "", "2 January 2025"))
    assert table.numbers == (3, 5)
    assert [each.finding.due.date for each in findings(table)] == [date(2024, 9, 30)]


def test_a_table_is_lines_too() -> None:
    """So that it can be shown and searched as any report."""
    lines = reading(read(CSV.encode())).lines
    assert {line.kind for line in lines} == {LineKind.ROW}
    assert [(line.number, line.heads) for line in lines] == [(1, True), (2, False), (3, False), (6, False)]
    assert lines[2].cells[2] == "First line\nsecond line"
    assert lines[2].text == "A2 | Cause of concern | First line second line | | within three months |"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (CSV, True),
        ("Force\tExampleshire\nGrade\tGood", False),
        ("Recommendations, and more\nWords, words, words", False),
        ("Recommendation\nAct.", False),
    ],
)
def test_text_is_told_from_a_table(text: str, expected: bool) -> None:
    """A published record with tabs is no table of findings."""
    assert looks_like_csv(text) is expected


def test_a_sheet_that_declares_a_million_empty_rows_ends() -> None:
    """And one whose last row is numbered a million."""
    sheet = (
        '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><dimension ref="A1:XFD1048576"/><sheetData>'
        '<row r="1"><c r="A1" t="inlineStr"><is><t>Recommendation</t></is></c></row>'
        '<row r="2"><c r="A2" t="inlineStr"><is><t>Act.</t></is></c></row>'
        + "".join(f'<row r="{at}"/>' for at in range(3, 30_000))
        + '<row r="1048576"><c r="A1048576" t="inlineStr"><is><t>far</t></is></c></row></sheetData></worksheet>'
    )
    data = workbook([["x"]])
    import zipfile

    with zipfile.ZipFile(io.BytesIO(data)) as book:
        parts = {name: book.read(name) for name in book.namelist()}
    table = read(zipped(parts | {"xl/worksheets/sheet1.xml": sheet.encode()}))
    assert table.rows == (("Act.",),)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\n\n\n",
        ",".join(f"c{at}" for at in range(10_000)).encode(),
        b"Finding\n" + b"x\n" * (MOST_ROWS + 5),
        b'Finding,B\n"never ends,1\n' + b"word,2\n" * 400_000,
        zipped({"xl/workbook.xml": "<nothing/>"}),
        zipped({"xl/workbook.xml": '<!DOCTYPE x [<!ENTITY a "b">]><x/>'}),
        workbook([]),
        workbook([["a"]])[:-30],
    ],
    ids=["empty", "blank", "columns", "rows", "quote", "no-workbook", "entities", "no-words", "cut"],
)
def test_what_is_no_table_is_refused_in_one_sentence(data: bytes) -> None:
    """Nothing was changed."""
    with pytest.raises(ImportRefused) as refused:
        read(data)
    assert refused.value.message.endswith(".")
    assert "Nothing was changed." in refused.value.remedy


def test_days_as_programs_write_them_are_time_limits() -> None:
    """An ISO date, and a day that Excel counts; a row of words that are no day is to be checked."""
    rows = ["2025-03-01", "2025-03-01 00:00:00", "45717", "45717.0", "Spring 2026", "n/a", "99999"]
    table = read(("Type,Finding,Due\r\n" + "".join(f"AFI,Dry rope {at}.,{row}\r\n" for at, row in enumerate(rows))).encode())
    found = findings(table)
    assert [each.finding.due.date for each in found] == [date(2025, 3, 1)] * 4 + [None] * 3
    assert [each.confidence for each in found] == [Confidence.SURE] * 4 + [Confidence.CHECK, Confidence.SURE, Confidence.CHECK]
    assert found[4].why == "The report gives a time limit that is not a date: “Spring 2026”."


@pytest.mark.parametrize("name", ["Who to", "Addressed to", "Made to", "Body that it was made to"])
def test_whom_a_finding_is_made_to_is_not_who_owns_it(name: str) -> None:
    """Whichever column stands first; without the other the owner is proposed."""
    assert proposed_mapping(("Owner", "Finding", name))[Column.ADDRESSED_TO] == 2
    assert proposed_mapping((name, "Finding", "Lead"))[Column.ADDRESSED_TO] == 0
    assert proposed_mapping(("Owner", "Finding"))[Column.ADDRESSED_TO] == 0


def test_rows_without_words_are_told() -> None:
    """Each by its number, the rest of many together; an empty row is nothing."""
    table = read(b"Ref,Finding\r\n1,Dry the ropes.\r\n2,\r\n,\r\n4,Mend the boats.\r\n5,\r\n")
    assert [(each.code, each.place) for each in notices(table)] == [
        (Warned.ROW_WITHOUT_WORDS, "row 3"),
        (Warned.ROW_WITHOUT_WORDS, "row 6"),
    ]
    assert "Row 3 has nothing under “Finding”" in notices(table)[0].message
    many = read(("Ref,Finding\r\n1,Dry the ropes.\r\n" + "".join(f"{at},\r\n" for at in range(2, 27))).encode())
    told = notices(many)
    assert len(told) == 21
    assert told[-1].message == "5 more rows have nothing under “Finding”, from row 23 on."
