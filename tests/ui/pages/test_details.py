"""Inspection details: each field with real keys, and what stands in the store afterwards."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QLineEdit, QRadioButton, QScrollBar, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from response_app.authoring import office, records
from response_app.domain.canonical import from_plain
from response_app.domain.inspection import InspectionKind
from response_app.domain.response import ClockApplies, Marking
from response_app.domain.richtext import FieldBlock, Paragraph, Run
from response_app.errors import StoreUnavailable
from ui import theme
from ui.pages.details_page import DetailsPage
from ui.widgets.inputs import TextArea

from ...checks.sample import clean_record
from .opened import Opened, Opens, break_store, tab_order

Page = Opened[DetailsPage]


def test_the_facts_of_the_report_are_kept(blank_details: Page) -> None:
    blank_details.write("Title", "An inspection of Exampleshire")
    blank_details.choose("Kind of inspection", "Regional")
    blank_details.write("Inspectorate", "HMICFRS")
    blank_details.write("Other inspectorates", "Ofsted\nCare Quality Commission, England")
    blank_details.write("Date published", "14th May")
    blank_details.write("Words beside the date", "Published on")
    blank_details.write("When inspectors visited", "July 2023")
    blank_details.click("I have checked this date against the report")
    blank_details.write("Web address of the report", "https://inspectors.example/report")
    inspection = blank_details.reopened().inspection
    assert inspection.title == "An inspection of Exampleshire"
    assert inspection.kind is InspectionKind.REGIONAL
    assert inspection.inspectorate == "HMICFRS"
    assert inspection.also_inspectorates == ("Ofsted", "Care Quality Commission, England")
    assert inspection.published_on == date(2024, 5, 14)
    assert inspection.publication_confirmed
    assert (inspection.published_label, inspection.visited) == ("Published on", "July 2023")
    assert inspection.address == "https://inspectors.example/report"


def test_the_titles_of_this_record_are_kept(blank_details: Page) -> None:
    words = {
        "Force": "Exampleshire Police",
        "Title of the body": "Police and Crime Commissioner",
        "Its short form": "PCC",
        "Name of the holder": "A. Example",
        "Title of the chief officer": "Chief Constable",
        "Short form of that title": "CC",
        "Name of the chief officer": "B. Example",
        "Contact": "office@exampleshire.example",
        "Where it is published": "exampleshire.example",
    }
    for name, text in words.items():
        blank_details.write(name, text)
    office = blank_details.reopened().office
    assert [office.force, office.body_title, office.body_short, office.holder] == list(words.values())[:4]
    assert [office.chief_officer_title, office.chief_officer_short, office.chief_officer] == list(words.values())[4:7]
    assert (office.contact, office.website) == ("office@exampleshire.example", "exampleshire.example")


def test_version_marking_and_dates_are_kept(blank_details: Page) -> None:
    blank_details.write("Version", "0.4")
    blank_details.choose("Marking of drafts", "OFFICIAL-SENSITIVE")
    blank_details.write("Planned publication of the response", "2/7/24")
    blank_details.write("Report under embargo until", "13 May 2024")
    state = blank_details.reopened().state
    assert (state.version_label, state.marking) == ("0.4", Marking.OFFICIAL_SENSITIVE)
    assert state.publication.planned_on == date(2024, 7, 2)
    assert state.embargo_until == date(2024, 5, 13)


def test_the_clock_shows_the_date_and_how_it_is_counted(blank_details: Page) -> None:
    card = blank_details.page.clock
    assert card.date.text() == "Not known yet"
    blank_details.write("Date published", "14 May 2024")
    assert card.date.text() == "Monday 8 July 2024"
    assert "would be" in card.counted.text()
    blank_details.click("Yes, they apply")
    assert card.counted.text() == "Day 56, counting 14 May 2024 as day 1. 12 days left."
    blank_details.write("Planned publication of the response", "10 July 2024")
    assert card.counted.text().endswith("Planned for 10 July 2024, 2 days late.")
    assert blank_details.reopened().state.clock.applies is ClockApplies.YES


def test_a_date_on_a_holiday_is_warned_about(blank_details: Page) -> None:
    blank_details.write("Date published", "3 July 2024")
    card = blank_details.page.clock
    assert not card.warning.isVisible()
    blank_details.write("Date published", "2 July 2024")
    assert card.warning.isVisible()
    assert "last working day before it is Friday 23 August 2024" in card.warning.findChildren(QLabel)[0].text()


def test_a_clock_that_does_not_apply_has_its_reason(blank_details: Page) -> None:
    blank_details.write("Date published", "14 May 2024")
    blank_details.click("No, they do not apply")
    assert blank_details.page.clock.date.text() == "No 56-day clock"
    assert blank_details.page.clock.counted.text() == "No days are counted, and the record prints no statutory date."
    reason = blank_details.widget("Reason")
    assert "Say why the 56 days do not apply" in reason.accessibleDescription()
    assert blank_details.page.reason.problem.isVisible()
    blank_details.write("Reason", "A revisit letter, said the Chief Executive.")
    assert "Say why" not in reason.accessibleDescription() and not blank_details.page.reason.problem.isVisible()
    decision = blank_details.reopened().state.clock
    assert (decision.applies, decision.reason) == (ClockApplies.NO, "A revisit letter, said the Chief Executive.")


def test_a_long_name_of_an_inspectorate_is_seen_whole(full_details: Page) -> None:
    field = full_details.widget("Inspectorate")
    assert isinstance(field, TextArea)
    field.setFixedWidth(220)
    full_details.write("Inspectorate", "His Majesty's Inspectorate of Constabulary and Fire & Rescue Services (HMICFRS)")
    lines = round(field.document().size().height())
    assert lines > 1 and field.viewport().height() >= lines * field.fontMetrics().lineSpacing()


@pytest.mark.parametrize(
    ("name", "typed", "problem"),
    [
        ("Date published", "31 June 2024", "June 2024 has 30 days"),
        ("Report under embargo until", "soon", "Write a date such as 14 May 2024"),
        ("Web address of the report", "www.inspectors.example", "An address begins with https://"),
        ("Web address of the report", "mailto:a@b.example", "This is an e-mail address"),
    ],
)
def test_what_is_wrong_is_said_under_its_field_and_not_saved(full_details: Page, name: str, typed: str, problem: str) -> None:
    before = full_details.state.record
    full_details.write(name, typed)
    control = full_details.widget(name)
    assert isinstance(control, QLineEdit)
    said = [each for each in full_details.page.findChildren(QLabel) if each.isVisible() and each.property("role") == "error"]
    assert len(said) == 1
    assert problem in said[0].text()
    assert problem in control.accessibleDescription()
    assert said[0].y() > control.y()
    assert said[0].parentWidget() is control.parentWidget()
    assert control.text() == typed
    assert full_details.reopened() == before


def test_what_is_wrong_stays_while_the_record_changes_elsewhere(full_details: Page) -> None:
    full_details.write("Date published", "31 June 2024")
    full_details.write("Version", "1.1")
    full_details.state.undo()
    control = full_details.widget("Date published")
    assert isinstance(control, QLineEdit)
    assert control.text() == "31 June 2024"
    assert full_details.reopened().state.version_label == "1.0"


def test_another_date_is_to_be_confirmed_again(full_details: Page) -> None:
    box = full_details.widget("I have checked this date against the report")
    assert isinstance(box, QCheckBox)
    assert box.isChecked()
    full_details.write("Date published", "15 May 2024")
    assert not box.isChecked()
    assert not full_details.reopened().inspection.publication_confirmed


def test_every_field_is_undone_by_itself(full_details: Page) -> None:
    before = full_details.state.record
    full_details.write("Version", "2.0")
    full_details.write("Force", "Westshire Police")
    full_details.state.undo()
    full_details.state.undo()
    version, force = full_details.widget("Version"), full_details.widget("Force")
    assert isinstance(version, QLineEdit)
    assert isinstance(force, QLineEdit)
    assert (version.text(), force.text()) == ("1.0", "Exampleshire Police")
    full_details.state.redo()
    assert version.text() == "2.0"
    full_details.state.undo()
    assert full_details.reopened() == before


def test_leaving_a_field_as_it_was_changes_nothing(full_details: Page) -> None:
    for each in tab_order(full_details.page):
        QTest.keyClick(each, Qt.Key.Key_Tab)
    full_details.page.flush()
    assert not full_details.state.undo_name


def test_what_could_not_be_saved_stays_and_is_tried_again(full_details: Page) -> None:
    mend = break_store(full_details, StoreUnavailable("There is no room on the drive.", "Make room."))
    full_details.write("Version", "2.0")
    summary = full_details.widget("Summary of inspection")
    assert isinstance(summary, QTextEdit)
    summary.setFocus()
    QTest.keyClicks(summary, "New. ")
    full_details.page.flush()
    version = full_details.widget("Version")
    assert isinstance(version, QLineEdit)
    assert version.text() == "2.0"
    assert [error.message for error in full_details.failures][:2] == ["There is no room on the drive."] * 2
    mend()
    full_details.write("Force", "Westshire Police")
    assert (version.text(), summary.toPlainText()) == ("2.0", "New. Inspectors looked at the force.")
    full_details.page.flush()
    record = full_details.reopened()
    assert (record.state.version_label, record.office.force) == ("2.0", "Westshire Police")
    assert record.inspection.summary == from_plain("New. Inspectors looked at the force.")


def test_the_summary_is_saved_when_it_is_left(full_details: Page) -> None:
    summary = full_details.widget("Summary of inspection")
    summary.setFocus()
    QTest.keyClick(summary, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(summary, " They found much.")
    QTest.keyClick(summary, Qt.Key.Key_Tab)
    assert full_details.reopened().inspection.summary == from_plain("Inspectors looked at the force. They found much.")


def test_the_summary_is_saved_a_second_after_typing(qtbot: QtBot, full_details: Page) -> None:
    summary = full_details.widget("Summary of inspection")
    summary.setFocus()
    with qtbot.waitSignal(full_details.state.saved, timeout=3000):
        QTest.keyClicks(summary, "So. ")
    assert full_details.reopened().inspection.summary == from_plain("So. Inspectors looked at the force.")


def test_fields_in_the_summary_follow_the_record(opens: Opens) -> None:
    record = clean_record()
    text = (Paragraph((Run("On "), Run(field="publication_date"))), FieldBlock("list_of_afis"))
    record = replace(record, inspection=replace(record.inspection, summary=text))
    opened = opens(DetailsPage, record)
    shown = opened.widget("Summary of inspection")
    assert isinstance(shown, QTextEdit)
    assert shown.toPlainText().startswith("On 14 May 2024\nThe force should improve a1.")
    opened.write("Date published", "15 May 2024")
    assert shown.toPlainText().startswith("On 15 May 2024")
    assert opened.reopened().inspection.summary == text


def test_the_wheel_changes_no_choice(full_details: Page) -> None:
    box = full_details.widget("Kind of inspection")
    assert isinstance(box, QComboBox)
    box.setFocus()
    chosen = box.currentText()
    at = box.mapTo(full_details.page, box.rect().center())
    QTest.wheelEvent(full_details.page.windowHandle(), QPointF(at), QPoint(0, -120))
    assert box.currentText() == chosen
    assert full_details.page.verticalScrollBar().value() > 0


# --- Reach and room ---------------------------------------------------------------------------


def test_tab_reaches_everything_by_unique_names_and_leaves(full_details: Page) -> None:
    full_details.click("Add a grade")
    full_details.page.title_row.control.setFocus()
    reached = tab_order(full_details.page)
    names = [each.accessibleName() for each in reached]
    assert all(names)
    assert len(set(names)) == len(names)
    here = full_details.page
    wanted = {each for each in here.findChildren(QWidget) if each.isVisibleTo(here) and each.isEnabled() and _takes_tab(each)}
    assert {each.accessibleName() for each in wanted} <= set(names)
    where = [names.index(name) for name in ("Title", "Not decided yet", "Version", "Bold, Summary of inspection", "Grades", "Force")]
    assert where == sorted(where)


def _takes_tab(widget: QWidget) -> bool:
    if isinstance(widget, QRadioButton):
        return widget.isChecked()
    tabs = bool(widget.focusPolicy().value & Qt.FocusPolicy.TabFocus.value)
    return tabs and widget.focusProxy() is None and not isinstance(widget, QScrollBar)


@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("width", [600, 1128])
def test_nothing_is_cut_off(qtbot: QtBot, full_details: Page, percent: int, width: int) -> None:
    theme.theme().zoom(percent)
    full_details.page.resize(width, 500)
    labels = [each for each in full_details.page.findChildren(QLabel) if each.isVisible()]
    qtbot.waitUntil(lambda: not [each.text() for each in labels if each.height() < each.heightForWidth(each.width())])
    if (percent, width) != (200, 600):
        assert full_details.page.horizontalScrollBar().maximum() == 0
    theme.theme().zoom(100)


def test_another_record_replaces_everything(full_details: Page) -> None:
    full_details.write("Date published", "31 June 2024")
    full_details.write("Report under embargo until", "soon")
    made = full_details.state.workspace.do(records.new_record, "Another inspection")
    full_details.state.open(made.record_id)
    published, title = full_details.widget("Date published"), full_details.page.title_row.control
    assert isinstance(published, QLineEdit)
    assert published.text() == ""
    assert full_details.widget("Report under embargo until").property("text") == ""
    assert title.property("plainText") == "Another inspection"
    assert not full_details.page.published.problem.isVisible()


def test_a_decision_that_another_record_answers_it_asks_for_its_reason_too(blank_details: Page) -> None:
    blank_details.click("It is answered in another record")
    assert blank_details.page.clock.counted.text() == "The days are counted there. This record prints no statutory date."
    assert blank_details.page.reason.problem.text().startswith("Say why it is answered in another record, and who decided it.")
    blank_details.click("Not decided yet")
    assert not blank_details.page.reason.problem.isVisible()
    blank_details.click("No, they do not apply")
    assert blank_details.reopened().state.clock.applies is ClockApplies.NO, "leaving is never blocked"


def test_a_day_is_echoed_in_words_beside_its_field(blank_details: Page) -> None:
    row = blank_details.page.published
    assert row.hint.text() == "Such as 14 May 2024 or 14/5/24."
    blank_details.write("Date published", "14th May")
    assert row.hint.text() == "Tuesday 14 May 2024, the nearest: no year was typed"
    assert "Tuesday 14 May 2024" in row.control.accessibleDescription()
    blank_details.write("Date published", "31 June")
    assert (row.hint.text(), row.problem.text()) == ("Such as 14 May 2024 or 14/5/24.", "June 2024 has 30 days. Correct the day.")
    blank_details.write("Date published", "")
    assert row.hint.text() == "Such as 14 May 2024 or 14/5/24."


def test_new_names_are_offered_with_what_they_change_and_taken_in_one_step(full_details: Page) -> None:
    page, state = full_details.page, full_details.state
    assert state.record is not None and not page.names.isVisible()
    titles = replace(state.record.office, logo=None, joint_with=())
    state.workspace.do(office.set_up, "Sam", replace(titles, holder="N. Example", contact="new@example.org"))
    page.enter()
    assert page.names.isVisible() and page.first_focus() is page.names.use
    said = page.names.lines.text().split("\n")
    assert said[0] == f"Name of the holder: {titles.holder} becomes N. Example" and said[1].endswith("becomes new@example.org")
    assert ("signed off again" in said[-1]) is bool(state.record.state.decisions)
    full_details.click("Use the new names in this record")
    assert not page.names.isVisible() and page.title_row.control.hasFocus()
    assert (state.record.office.holder, state.undo_name) == ("N. Example", "use new names")
    state.undo()
    assert page.names.isVisible() and state.record.office.holder == titles.holder
    full_details.click("Keep the names of this record")
    assert not page.names.isVisible() and full_details.reopened().office.holder == titles.holder
