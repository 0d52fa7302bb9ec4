"""Inspection details, the table of grades: rows added, filled in, moved and removed with real keys."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit, QPushButton, QTableView, QWidget
from pytestqt.qtbot import QtBot

from response_app.domain.inspection import Grade, Judgement, Scale
from response_app.domain.record import Record
from ui.pages.details_page import DetailsPage
from ui.widgets.grades_table import counted_words

from ...checks.sample import clean_record
from .opened import Opened, Opens

Page = Opened[DetailsPage]


@pytest.fixture
def graded(opens: Opens) -> Page:
    """The page on a record with three grades."""
    record = clean_record()
    grades = tuple(Judgement("North", area, grade) for area, grade in (("A", Grade.GOOD), ("B", None), ("C", Grade.ADEQUATE)))
    return opens(DetailsPage, replace(record, inspection=replace(record.inspection, judgements=grades)))


def _table(opened: Page) -> QTableView:
    found = opened.widget("Grades")
    assert isinstance(found, QTableView)
    return found


def _cell(opened: Page, name: str) -> QWidget:
    return opened.widget(name)


def test_grades_are_added_and_filled_in_by_keys(qtbot: QtBot, blank_details: Page) -> None:
    blank_details.choose("Grading scale", "Five grades with “adequate”, from 2021/22")
    blank_details.click("Add a grade")
    table = _table(blank_details)
    assert table.hasFocus()
    QTest.keyClick(table, Qt.Key.Key_Return)
    area = _cell(blank_details, "What was graded, row 1")
    QTest.keyClicks(area, "Investigating crime")
    QTest.keyClick(area, Qt.Key.Key_Return)
    qtbot.waitUntil(table.hasFocus)
    QTest.keyClick(table, Qt.Key.Key_Right)
    QTest.keyClick(table, Qt.Key.Key_F2)
    grade = _cell(blank_details, "Grade, row 1")
    assert isinstance(grade, QComboBox)
    assert [grade.itemText(at) for at in range(grade.count())] == [*(each.words for each in Grade), "Ungraded"]
    for _ in range(3):
        QTest.keyClick(grade, Qt.Key.Key_Up)
    assert not any(each.grade for each in (blank_details.state.record or Record()).inspection.judgements)
    QTest.keyClick(grade, Qt.Key.Key_Return)
    qtbot.waitUntil(table.hasFocus)
    record = blank_details.reopened()
    assert record.inspection.scale is Scale.FIVE_TIER
    assert record.inspection.judgements == (Judgement("", "Investigating crime", Grade.ADEQUATE),)


def test_a_grade_is_chosen_from_the_list_at_once(qtbot: QtBot, blank_details: Page) -> None:
    blank_details.click("Add a grade")
    table = _table(blank_details)
    QTest.keyClick(table, Qt.Key.Key_Right)
    QTest.keyClick(table, Qt.Key.Key_F2)
    grade = _cell(blank_details, "Grade, row 1")
    assert isinstance(grade, QComboBox)
    QTest.keyClick(grade, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(grade.view().isVisible)
    QTest.keyClick(grade.view(), Qt.Key.Key_Home)
    QTest.keyClick(grade.view(), Qt.Key.Key_Return)
    qtbot.waitUntil(table.hasFocus)
    assert blank_details.reopened().inspection.judgements == (Judgement(grade=Grade.OUTSTANDING),)


def test_a_scale_of_four_offers_no_adequate(blank_details: Page) -> None:
    blank_details.choose("Grading scale", "Four grades, from 2015")
    blank_details.click("Add a grade")
    table = _table(blank_details)
    QTest.keyClick(table, Qt.Key.Key_Right)
    QTest.keyClick(table, Qt.Key.Key_Return)
    grade = _cell(blank_details, "Grade, row 1")
    assert isinstance(grade, QComboBox)
    QTest.keyClick(grade, Qt.Key.Key_Escape)
    assert [grade.itemText(at) for at in range(grade.count())] == ["Outstanding", "Good", "Requires improvement", "Inadequate", "Ungraded"]


def _areas(record: Record) -> str:
    return "".join(each.area for each in record.inspection.judgements)


def test_grades_are_moved_by_keys_and_stay_chosen(graded: Page) -> None:
    table = _table(graded)
    table.setFocus()
    table.setCurrentIndex(table.model().index(0, 1))
    for _ in range(3):
        QTest.keyClick(table, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert table.currentIndex().row() == 2
    QTest.keyClick(table, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert _areas(graded.reopened()) == "BAC"


def test_a_grade_is_removed_by_key_and_brought_back_by_undo(graded: Page) -> None:
    table = _table(graded)
    table.setFocus()
    table.setCurrentIndex(table.model().index(1, 0))
    QTest.keyClick(table, Qt.Key.Key_Delete)
    assert table.currentIndex().row() == 1
    assert _areas(graded.state.record or clean_record()) == "AC"
    graded.state.undo()
    assert table.model().rowCount() == 3
    assert _areas(graded.reopened()) == "ABC"


def test_the_buttons_under_the_grades_do_the_same(graded: Page) -> None:
    table = _table(graded)
    table.setCurrentIndex(table.model().index(2, 0))
    graded.click("Move this grade up")
    graded.click("Move this grade up")
    up = graded.widget("Move this grade up")
    assert isinstance(up, QPushButton)
    assert not up.isEnabled()
    graded.click("Move this grade down")
    graded.click("Remove this grade")
    assert _areas(graded.reopened()) == "AB"


def test_a_cell_that_is_being_edited_is_saved_with_the_page(graded: Page) -> None:
    table = _table(graded)
    table.setFocus()
    table.setCurrentIndex(table.model().index(0, 0))
    QTest.keyClick(table, Qt.Key.Key_F2)
    editor = _cell(graded, "Force, region or unit, row 1")
    assert isinstance(editor, QLineEdit)
    editor.selectAll()
    QTest.keyClicks(editor, "South")
    graded.state.about_to_act.emit()
    assert graded.reopened().inspection.judgements[0].scope == "South"


def test_a_grade_that_is_not_on_the_scale_is_said_kindly_and_can_stay(graded: Page) -> None:
    table = graded.page.grades
    assert not table.remark.isVisible() and table.counted.text() == "3 grades, 1 of them ungraded"
    graded.choose("Grading scale", "Four grades, from 2015")
    said = "“Adequate” (North, C) is not on the scale of four grades. Compare with the report; choose another grade or scale."
    assert table.remark.isVisible() and table.remark.text() == said
    assert table.table.accessibleDescription().startswith(said)
    graded.choose("Grading scale", "Five grades with “adequate”, from 2021/22")
    assert not table.remark.isVisible() and not table.table.accessibleDescription().startswith("“")
    judgements = graded.reopened().inspection.judgements
    assert [each.grade for each in judgements] == [Grade.GOOD, None, Grade.ADEQUATE]


def test_no_grades_and_ungraded_are_told_apart(blank_details: Page) -> None:
    table = blank_details.page.grades
    assert "“None recorded”" in table.empty.text() and "“Ungraded” where" in table.empty.text()
    blank_details.click("Add a grade")
    assert not table.empty.isVisible() and table.counted.text() == "1 grade"


def test_grades_for_several_forces_are_counted() -> None:
    grades = tuple(Judgement(scope, "Custody", Grade.GOOD) for scope in ("North", "South", "North"))
    assert counted_words((*grades, Judgement())) == "4 grades for 2 forces or units, 1 of them ungraded"
