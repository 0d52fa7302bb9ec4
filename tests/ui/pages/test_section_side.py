"""Beside a section: findings that lead on, the report's page of one, and the text alone."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from response_app.authoring import report_in
from response_app.authoring.report_in import SourceFile
from response_app.domain.richtext import Quotation
from response_app.intake.triage import begin
from ui import kept_report
from ui.pages.section_page import SectionPage
from ui.state import State
from ui.widgets.beside_card import BesideCard
from ui.widgets.report_view import ReportView
from ui.widgets.section_side import FINDINGS, REPORT

from ...checks.sample import clean_record
from ...fixtures.small_report import findings_due_in
from .opened import Opened, Opens
from .test_section import RECEIVED

Page = Opened[SectionPage]


@pytest.fixture
def initial(opens: Opens) -> Page:
    """The commissioner's first section, with four findings beside it."""
    return opens(lambda state: SectionPage(state, "initial_response"), clean_record())


def cards(opened: Page) -> list[BesideCard]:
    """Return the findings' cards from the top."""
    found = opened.page.side.findings.findChildren(BesideCard)
    return sorted(found, key=lambda each: each.y())


def test_a_finding_says_whether_it_is_answered_and_what_the_inspectors_say(initial: Page) -> None:
    shown = [each.text() for each in initial.page.side.findings.findChildren(QLabel)]
    assert "AFI 1 · answered" in shown and "The force should improve a1." in shown
    assert cards(initial)[0].accessibleName() == "AFI 1, answered. The force should improve a1."


def test_enter_goes_to_the_answer(initial: Page, qtbot: QtBot) -> None:
    cards(initial)[0].setFocus()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
    assert cards(initial)[1].hasFocus()
    with qtbot.waitSignal(initial.page.answer_requested) as asked:
        QTest.keyClick(cards(initial)[1], Qt.Key.Key_Return)
    with qtbot.waitSignal(initial.page.answer_requested) as clicked:
        initial.click("Go to its answer: Recommendation 1")
    assert asked.args == clicked.args == ["r1"]


def test_its_sentence_goes_into_the_text_as_a_quotation_that_names_the_inspectors(initial: Page) -> None:
    cards(initial)[0].setFocus()
    initial.click("Insert as a quotation: AFI 1")
    assert initial.page.edit.hasFocus()
    initial.page.leave()
    quoted = [each for each in initial.reopened().sections.initial_response if isinstance(each, Quotation)]
    said = [(each.paragraphs[0].runs[0].text, each.attribution[0].field) for each in quoted]
    assert said == [("The force should improve a1.", "inspectorate")]


def test_where_the_words_are_theirs_nothing_is_inserted(opens: Opens) -> None:
    record = clean_record()
    locked = replace(record, state=replace(record.state, invitation=RECEIVED))
    opened = opens(lambda state: SectionPage(state, "chief_officer_response"), locked)
    names = {each.accessibleName() for each in opened.page.findChildren(type(opened.page.go_on))}
    assert "Go to its answer: AFI 1" in names and "Insert as a quotation: AFI 1" not in names


# --- The report -------------------------------------------------------------------------------

REPORT_TEXT = ("Inspection of crime\n\n" + findings_due_in(2024)).encode()


@pytest.fixture
def with_report(opens: Opens, monkeypatch: pytest.MonkeyPatch) -> Page:
    """A section of a record whose report is a small text, read in this process."""
    from response_app.intake import child, report

    monkeypatch.setattr(child, "read", lambda data, name, cancelled: report.read(data, name))
    opened = opens(lambda state: SectionPage(state, "initial_response"), replace(clean_record(), findings=()))
    read = report.read(REPORT_TEXT, "report.txt")
    triage = begin(read.proposal, "")
    opened.state.do(report_in.add_to_record, opened.state.record_id, triage, SourceFile("report.txt", REPORT_TEXT))
    return opened


def view(opened: Page) -> ReportView | None:
    """Return the report's view, once it is shown."""
    found = [each for each in opened.page.findChildren(ReportView) if each.isVisible()]
    return found[0] if found else None


def test_the_report_tab_shows_the_place_of_the_chosen_finding(with_report: Page, qtbot: QtBot) -> None:
    cards(with_report)[-1].setFocus()
    sentence = cards(with_report)[-1].accessibleName().partition(". ")[2]
    QTest.keyClick(cards(with_report)[-1], Qt.Key.Key_Tab)
    with_report.page.side.turn_to(REPORT)
    qtbot.waitUntil(lambda: view(with_report) is not None)
    shown = view(with_report)
    assert shown is not None
    marked = {each.row_id for each in shown._marks}
    assert with_report.page.side.findings.current in marked and len(marked) > 1
    own = next(each for each in shown._marks if each.row_id == with_report.page.side.findings.current and not each.evidence)
    words = " ".join(line.text for line in shown.lines.lines.lines if own.holds(line.number))
    assert sentence.split()[-2] in words


def test_the_report_has_the_room_of_the_guidance_and_gives_it_back(with_report: Page, qtbot: QtBot) -> None:
    page = with_report.page
    width = page.side.width()
    page.side.turn_to(REPORT)
    qtbot.waitUntil(lambda: page.side.width() > width + 200)
    assert not page.guide.isVisible() and page.edit.isVisible()
    page.side.turn_to(FINDINGS)
    qtbot.waitUntil(lambda: page.side.width() == width)
    assert page.guide.isVisible()


def test_the_report_is_read_once_for_all_sections(with_report: Page, qtbot: QtBot) -> None:
    state: State = with_report.state
    with_report.page.side.turn_to(REPORT)
    qtbot.waitUntil(lambda: view(with_report) is not None)
    kept = kept_report.kept_report(state)
    assert kept_report.kept_report(state) is kept and kept.report is not None
    state.open("")
    assert kept.report is None and kept.source is None


def test_without_a_report_it_says_what_to_do(initial: Page) -> None:
    initial.page.side.turn_to(REPORT)
    assert initial.page.side.report.told.text().startswith("No report is kept with this record. Bring one in with")
    assert view(initial) is None


def test_a_report_whose_file_is_gone_says_so(with_report: Page, tmp_path: Path) -> None:
    for file in (tmp_path / "store" / "attachments").rglob("*"):
        if file.is_file():
            file.chmod(0o600)
            file.unlink()
    with_report.page.side.turn_to(REPORT)
    assert "report.txt" in with_report.page.side.report.told.text() or "no longer" in with_report.page.side.report.told.text()


# --- The text alone ---------------------------------------------------------------------------


def test_the_text_stands_alone_in_the_middle_until_escape(initial: Page, qtbot: QtBot) -> None:
    page = initial.page
    page.set_focus_mode(True)
    assert not page.guide.isVisible() and not page.side.isVisible() and page.edit.hasFocus()
    qtbot.waitUntil(lambda: 700 < page.edit.width() <= 760)
    card = page.edit.mapTo(page.columns, page.edit.rect().topLeft()).x()
    assert abs(2 * card + page.edit.width() - page.columns.width()) <= 4
    with qtbot.waitSignal(page.focus_ended):
        QTest.keyClick(page.edit, Qt.Key.Key_Escape)
    page.set_focus_mode(False)
    assert page.guide.isVisible() and page.side.isVisible()


def test_words_are_counted_in_the_text_and_in_what_is_selected(initial: Page, qtbot: QtBot) -> None:
    words = initial.page.toolbar.words
    qtbot.waitUntil(lambda: words.text() == "1 word")
    QTest.keyClicks(initial.page.edit, "Two more ")
    qtbot.waitUntil(lambda: words.text() == "3 words")
    for _ in range(5):
        QTest.keyClick(initial.page.edit, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: words.text() == "1 of 3 words")
