"""Findings: add, edit, move, delete with real keys and clicks, and what stands in the store afterwards."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit, QTextEdit
from pytestqt.qtbot import QtBot

from response_app.domain.canonical import from_plain
from response_app.domain.finding import Applies, Due, DueKind, FindingKind
from response_app.errors import StoreUnavailable
from ui import theme
from ui.pages.findings_page import FindingsPage

from ...checks.sample import clean_record
from .finding_keys import choose, ids, press
from .opened import Opened, Opens, break_store, tab_order

Page = Opened[FindingsPage]
ALT, CONTROL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def blank(opens: Opens) -> Page:
    """The page on a record without findings."""
    return opens(FindingsPage)


def _add(qtbot: QtBot, opened: Page, kind: FindingKind) -> None:
    """Add a finding by keys alone."""
    opened.page.add.setFocus()
    QTest.keyClick(opened.page.add, Qt.Key.Key_Space)
    menu = opened.page.menu
    qtbot.waitUntil(menu.isVisible)
    for _ in range(list(FindingKind).index(kind) + 1):
        QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Return)


def test_a_finding_is_added_and_everything_of_it_kept(qtbot: QtBot, blank: Page) -> None:
    assert blank.page.empty.isVisible()
    _add(qtbot, blank, FindingKind.AREA_FOR_IMPROVEMENT)
    heading = blank.widget("The finding in one sentence")
    assert heading.hasFocus()
    blank.write("The finding in one sentence", "The force should improve.")
    blank.write("Number", "3")
    blank.write("Chapter", "Exampleshire Police")
    blank.write("Inspectors’ words", "The force should improve.\nAt once.")
    blank.write("Inspectors’ evidence", "We looked.")
    blank.write("Made to", "Chief constables\nCollege of Policing")
    blank.choose("Is it for this force?", "Jointly")
    blank.write("Why not, or with whom", "With Westshire.")
    blank.choose("Time limit", "By a date")
    blank.write("Last day", "31/3/25")
    blank.write("Time limit in the inspectors’ words", "By 31 March 2025")
    made = blank.reopened().findings[0]
    assert (made.kind, made.number, made.scope) == (FindingKind.AREA_FOR_IMPROVEMENT, "3", "Exampleshire Police")
    assert made.heading == "The force should improve."
    assert made.wording == from_plain("The force should improve.\n\nAt once.")
    assert made.evidence == from_plain("We looked.")
    assert made.addressed_to == ("Chief constables", "College of Policing")
    assert (made.applies, made.reason) == (Applies.JOINTLY, from_plain("With Westshire."))
    assert made.due == Due(DueKind.DATE, date(2025, 3, 31), "", "By 31 March 2025")


def test_a_finding_that_is_not_for_this_force_asks_for_its_reason_at_the_field(full_findings: Page) -> None:
    choose(full_findings, 1)
    full_findings.choose("Is it for this force?", "No")
    box, edit = full_findings.page.form.texts["reason"], full_findings.widget("Why not, or with whom")
    assert edit.isVisible() and box.problem.isVisible()
    assert edit.accessibleDescription().startswith("Write why it is not for this force: the record prints the reason.")
    full_findings.write("Why not, or with whom", "Made to the College of Policing.")
    assert not box.problem.isVisible() and edit.accessibleDescription() == "Printed in the record."
    full_findings.choose("Is it for this force?", "Jointly")
    full_findings.write("Why not, or with whom", "")
    assert not box.problem.isVisible(), "with whom may be left out"


def test_the_list_and_the_counts_follow_what_is_written(qtbot: QtBot, blank: Page) -> None:
    _add(qtbot, blank, FindingKind.AREA_FOR_IMPROVEMENT)
    _add(qtbot, blank, FindingKind.AREA_FOR_IMPROVEMENT)
    blank.write("The finding in one sentence", "The force should improve.")
    page = blank.page
    assert page.lead.text() == "2 areas for improvement, no recommendations"
    assert [row.sentence for row in page.model.rows] == ["", "The force should improve."]
    assert page.form.title.text() == "Area for improvement 2"


def test_the_button_opens_the_same_menu(qtbot: QtBot, blank: Page) -> None:
    blank.click("Add a finding…")
    qtbot.waitUntil(blank.page.menu.isVisible)
    action = blank.page.menu.actions()[-1]
    QTest.mouseClick(blank.page.menu, Qt.MouseButton.LeftButton, pos=blank.page.menu.actionGeometry(action).center())
    assert blank.reopened().findings[0].kind is FindingKind.PROMISING_PRACTICE


def test_a_recommendation_goes_under_the_cause_that_is_chosen(qtbot: QtBot, full_findings: Page) -> None:
    choose(full_findings, 2)
    _add(qtbot, full_findings, FindingKind.RECOMMENDATION)
    _add(qtbot, full_findings, FindingKind.RECOMMENDATION)
    choose(full_findings, 0)
    _add(qtbot, full_findings, FindingKind.RECOMMENDATION)
    assert [each.parent for each in full_findings.reopened().findings] == [None, None, None, "c1", "c1", "c1", None]


def test_a_recommendation_is_put_under_a_cause_and_taken_out(full_findings: Page) -> None:
    choose(full_findings, 1)
    full_findings.choose("Belongs to", "Cause of concern 1")
    assert full_findings.state.record is not None
    assert full_findings.state.record.finding("r1").parent == "c1"
    full_findings.choose("Belongs to", "No cause of concern")
    assert full_findings.reopened().finding("r1").parent is None


def test_only_a_recommendation_is_asked_what_it_belongs_to(full_findings: Page) -> None:
    shown = full_findings.widget("Belongs to")
    assert not shown.isVisible()
    choose(full_findings, 1)
    assert shown.isVisible()
    full_findings.choose("Kind of finding", "Innovative or promising practice")
    assert not shown.isVisible()
    assert full_findings.reopened().finding("r1").kind is FindingKind.PROMISING_PRACTICE


def test_a_finding_is_deleted_at_once_and_undo_is_offered(full_findings: Page) -> None:
    told: list[str] = []
    full_findings.page.told_with_undo.connect(told.append)
    choose(full_findings, 2)
    press(full_findings, Qt.Key.Key_Delete)
    assert told == ["Cause of concern 1 was deleted. Its recommendation stays in the list."]
    assert full_findings.page.form.finding_id == "r2"
    assert full_findings.page.list.hasFocus()
    assert ids(full_findings.state.record) == "a1 r1 r2"
    full_findings.state.undo()
    assert full_findings.reopened() == clean_record()


def test_the_last_finding_is_deleted_and_the_page_says_that_there_is_none(qtbot: QtBot, blank: Page) -> None:
    _add(qtbot, blank, FindingKind.RECOMMENDATION)
    blank.click("Delete this finding")
    assert blank.page.empty.isVisible()
    assert not blank.page.form.isVisible()
    assert blank.page.add.hasFocus()
    assert not blank.reopened().findings


def test_delete_in_a_field_deletes_no_finding(full_findings: Page) -> None:
    full_findings.write("Number", "7")
    QTest.keyClick(full_findings.widget("Number"), Qt.Key.Key_Delete)
    assert ids(full_findings.reopened()) == "a1 r1 c1 r2"


def test_what_is_typed_belongs_to_the_finding_that_it_was_typed_in(full_findings: Page) -> None:
    evidence = full_findings.widget("Inspectors’ evidence")
    heading = full_findings.widget("The finding in one sentence")
    evidence.setFocus()
    QTest.keyClicks(evidence, "Much ")
    heading.setFocus()
    QTest.keyClicks(heading, "Indeed: ")
    view = full_findings.page.list
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(view.model().index(1)).center())
    assert isinstance(evidence, QTextEdit)
    assert isinstance(heading, QPlainTextEdit)
    assert (evidence.toPlainText(), heading.toPlainText()) == ("Evidence.", "The force should improve r1.")
    record = full_findings.reopened()
    assert record.finding("a1").evidence == from_plain("Much Evidence.")
    assert record.finding("a1").heading == "Indeed: The force should improve a1."
    assert record.finding("r1") == clean_record().finding("r1")


def test_words_are_saved_when_a_screen_reader_chooses_another_finding(full_findings: Page) -> None:
    """It sets the current row and leaves the focus in the field."""
    heading = full_findings.widget("The finding in one sentence")
    heading.setFocus()
    QTest.keyClicks(heading, "Indeed: ")
    view = full_findings.page.list
    view.setCurrentIndex(view.model().index(1, 0))
    assert heading.hasFocus()
    record = full_findings.reopened()
    assert record.finding("a1").heading == "Indeed: The force should improve a1."
    assert record.finding("r1") == clean_record().finding("r1")


def test_a_time_limit_of_another_kind_keeps_what_it_can(full_findings: Page) -> None:
    full_findings.choose("Time limit", "By a date")
    assert full_findings.widget("Last day").hasFocus()
    full_findings.write("Last day", "5 March 2025")
    full_findings.choose("Time limit", "By the end of a month")
    month = full_findings.widget("Month")
    assert isinstance(month, QLineEdit)
    assert month.text() == "March 2025"
    assert full_findings.state.record is not None
    assert full_findings.state.record.finding("a1").due == Due(DueKind.MONTH, date(2025, 3, 31))
    full_findings.choose("Time limit", "Within some time")
    full_findings.write("Within", "three months")
    assert full_findings.state.record.finding("a1").due == Due(DueKind.WITHIN, within="P3M")
    full_findings.choose("Time limit", "No time limit")
    assert full_findings.reopened().finding("a1").due == Due()


@pytest.mark.parametrize(
    ("limit", "name", "typed", "problem"),
    [
        ("By a date", "Last day", "31 June 2025", "June 2025 has 30 days"),
        ("By the end of a month", "Month", "spring", "Write a month and its year"),
        ("Within some time", "Within", "soon", "Write a number of days"),
    ],
)
def test_what_is_wrong_is_said_under_its_field_and_not_saved(full_findings: Page, limit: str, name: str, typed: str, problem: str) -> None:
    full_findings.choose("Time limit", limit)
    before = full_findings.state.record
    full_findings.write(name, typed)
    said = [each.text() for each in full_findings.page.findChildren(QLabel) if each.isVisible() and each.property("role") == "error"]
    assert len(said) == 1
    assert problem in said[0]
    assert problem in full_findings.widget(name).accessibleDescription()
    assert full_findings.reopened() == before


def test_enter_goes_from_the_list_to_the_fields(full_findings: Page) -> None:
    press(full_findings, Qt.Key.Key_Return)
    assert full_findings.widget("The finding in one sentence").hasFocus()


def test_the_answer_is_asked_for_by_id(full_findings: Page) -> None:
    asked: list[str] = []
    full_findings.page.open_answer.connect(asked.append)
    choose(full_findings, 3)
    full_findings.click("Answer this finding")
    assert asked == ["r2"]


def test_what_could_not_be_saved_is_told_and_the_list_is_as_it_was(full_findings: Page) -> None:
    mend = break_store(full_findings, StoreUnavailable("There is no room on the drive.", "Make room."))
    choose(full_findings, 0)
    press(full_findings, Qt.Key.Key_Down, ALT)
    press(full_findings, Qt.Key.Key_Delete)
    assert [error.message for error in full_findings.failures] == ["There is no room on the drive."] * 2
    assert [row.id for row in full_findings.page.model.rows] == ["a1", "r1", "c1", "r2"]
    assert full_findings.page.form.finding_id == "a1"
    mend()
    assert full_findings.reopened() == clean_record()


def test_words_that_could_not_be_saved_are_saved_on_leaving(full_findings: Page) -> None:
    mend = break_store(full_findings, StoreUnavailable("There is no room on the drive.", "Make room."))
    full_findings.write("Number", "9")
    full_findings.write("Inspectors’ evidence", "New evidence.")
    mend()
    full_findings.page.leave()
    made = full_findings.reopened().finding("a1")
    assert (made.number, made.evidence) == ("9", from_plain("New evidence."))


def test_nothing_is_changed_by_looking(full_findings: Page) -> None:
    for row in range(4):
        choose(full_findings, row)
        for each in tab_order(full_findings.page):
            QTest.keyClick(each, Qt.Key.Key_Tab)
    full_findings.page.leave()
    assert not full_findings.state.undo_name
    assert full_findings.reopened() == clean_record()


@pytest.mark.parametrize("width", [1128, 600])
def test_tab_reaches_everything_by_unique_names_in_both_arrangements(full_findings: Page, width: int) -> None:
    full_findings.page.resize(width, 500)
    choose(full_findings, 1)
    full_findings.choose("Is it for this force?", "No")
    full_findings.choose("Time limit", "Within some time")
    full_findings.page.list.setFocus()
    names = [each.accessibleName() for each in tab_order(full_findings.page)]
    assert all(names)
    assert len(set(names)) == len(names)
    wanted = ["Findings of the report", "Answer this finding", "Delete this finding", "Kind of finding", "Belongs to", "Number", "Chapter"]
    wanted += ["The finding in one sentence", "Inspectors’ words", "Inspectors’ evidence", "Is it for this force?", "Made to"]
    wanted += ["Why not, or with whom", "Time limit", "Within", "Time limit in the inspectors’ words", "Add a finding…"]
    assert [name for name in names if name in wanted] == wanted


@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("width", [600, 1128])
def test_nothing_is_cut_off(qtbot: QtBot, full_findings: Page, percent: int, width: int) -> None:
    theme.theme().zoom(percent)
    full_findings.page.resize(width, 500)
    labels = [each for each in full_findings.page.findChildren(QLabel) if each.isVisible()]
    qtbot.waitUntil(lambda: not [each.text() for each in labels if each.height() < each.heightForWidth(each.width())])
    if (percent, width) != (200, 600):
        assert full_findings.page.horizontalScrollBar().maximum() == 0
    theme.theme().zoom(100)


def test_the_focus_stays_where_it_is_when_the_fields_go_below_the_list(full_findings: Page) -> None:
    number = full_findings.widget("Number")
    number.setFocus()
    full_findings.page.resize(600, 500)
    QTest.qWait(0)
    assert number.hasFocus()
    full_findings.page.resize(1128, 500)
    QTest.qWait(0)
    assert number.hasFocus()


def test_three_hundred_findings_are_shown_without_delay(opens: Opens) -> None:
    one = clean_record().findings[0]
    many = tuple(replace(one, id=f"f{at}", heading=f"The force should do {at}.") for at in range(300))
    opened = opens(FindingsPage, replace(clean_record(), findings=many))
    press(opened, Qt.Key.Key_End)
    assert opened.page.form.finding_id == "f299"
    assert opened.page.lead.text() == "300 areas for improvement, no recommendations"
