"""The register of findings in the whole window: found, filtered, sorted, opened, exported."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import openpyxl
import pikepdf
from PySide6.QtWidgets import QTableView

from response_app.domain.finding import Applies, ChiefAnswer

from .fictional import fictional
from .person import CTRL, KEY, SHIFT, Person


def test_what_is_past_its_date_is_found_sorted_opened_and_exported(person: Person, tmp_path: Path) -> None:
    """With the keyboard alone."""
    record = fictional()
    targets = (date(2024, 6, 20), date(2024, 5, 30), date(2024, 12, 31))
    record = replace(
        record,
        findings=tuple(replace(each, chief=ChiefAnswer(target_on=day)) for each, day in zip(record.findings, targets, strict=True)),
    )
    person.has(record)
    person.starts()
    person.press(KEY.Key_G, CTRL | SHIFT)
    assert person.window.sidebar.buttons["register"].isChecked()
    assert person.sees("3 findings open · 2 past their target date")
    person.chooses("Dates", "Past their date")
    assert person.sees("2 of 3 findings")
    person.chooses("Sort by", "By kind and number")

    table = person.finds("Findings of all records", QTableView)
    table.setFocus()
    person.press(KEY.Key_Down)
    person.press(KEY.Key_Return)
    assert person.window.places is not None and person.window.places.current == "answers"
    assert person.sees(record.findings[1].heading)

    person.press(KEY.Key_G, CTRL | SHIFT)
    assert person.sees("2 of 3 findings"), "the register is as it was left"
    assert table.currentIndex().row() == 1

    path = tmp_path / "past.xlsx"
    person.finds("Export the findings that are shown").setFocus()
    person.press(KEY.Key_Space)
    person.chooses_in_menu("As an Excel workbook…")
    person.names_file(path)
    person.qtbot.waitUntil(lambda: person.sees(f"2 findings were written to {path}"))
    page = openpyxl.load_workbook(path).active
    assert [row[2].value for row in page.iter_rows(min_row=2)] == [each.heading for each in record.findings[:2]]
    person.quits()


def test_a_finding_that_needs_no_answer_opens_as_the_inspectors_made_it_and_the_register_is_written_from_the_palette(
    person: Person, tmp_path: Path
) -> None:
    record = fictional()
    person.has(replace(record, findings=(replace(record.findings[0], applies=Applies.NO),)))
    person.starts()
    person.click("Register of findings")
    person.press(KEY.Key_Return)
    assert person.window.places is not None and person.window.places.current == "findings"
    person.press(KEY.Key_G, CTRL | SHIFT)
    path = tmp_path / "register.pdf"
    person.press(KEY.Key_P, CTRL | SHIFT)
    person.types("accessible PDF")
    person.press(KEY.Key_Return)
    person.names_file(path)
    person.qtbot.waitUntil(lambda: person.sees(f"1 finding was written to {path}"))
    with pikepdf.open(path) as read:
        assert str(read.docinfo["/Title"]).startswith("Register of findings, ")
    person.quits()
