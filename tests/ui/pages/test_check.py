"""The page of the checks: cards that come and go, many rows, what a screen reader is told, the structure of the PDF."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from response_app.authoring import details, office_words, texts
from response_app.domain.record import Record
from response_app.record import has_glyph
from ui.pages import check_page
from ui.pages.check_page import CheckPage
from ui.record_check import RecordCheck
from ui.state import State

from ...checks.sample import clean_record
from ...checks.sound import clean_record as sound_record
from ...flows.person import paragraphs
from .opened import Opened, Opens
from .walk import check_keyboard_and_names

MANY = tuple(f"The ABC{chr(65 + at // 26)}{chr(65 + at % 26)} met." for at in range(45))


@pytest.fixture
def structure(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the structure checks of the PDF find; making one would take most of the time of these tests."""
    faults: list[str] = []
    monkeypatch.setattr(check_page, "structure_faults", lambda record, **given: list(faults))
    return faults


@pytest.fixture
def announced(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What a screen reader is told."""
    said: list[str] = []
    monkeypatch.setattr(check_page, "announce", lambda widget, words: said.append(words))
    return said


def opened_on(opens: Opens, record: Record, qtbot: QtBot) -> Opened[CheckPage]:
    """The page on a record, read."""
    has_glyph("a")
    checks: list[RecordCheck] = []

    def page(state: State) -> CheckPage:
        checks.append(RecordCheck(state))
        return CheckPage(state, checks[0])

    opened = opens(page, record)
    opened.page.enter()
    checks[0].setParent(opened.page)
    qtbot.waitUntil(lambda: checks[0].is_current)
    return opened


def said(page: CheckPage) -> list[str]:
    """The words that are seen."""
    return [each.text() for each in page.findChildren(QLabel) if each.isVisible() and each.text()]


@pytest.fixture
def many(opens: Opens, qtbot: QtBot, structure: list[str]) -> Iterator[Opened[CheckPage]]:
    """The page on a record with 45 hints and no version."""
    record = clean_record()
    sections = replace(record.sections, overall_comments=paragraphs(*MANY))
    yield opened_on(opens, replace(record, sections=sections, state=replace(record.state, version_label="")), qtbot)


def test_of_many_hints_the_first_are_shown_until_more_are_asked_for(many: Opened[CheckPage]) -> None:
    hints = many.page.hints
    assert sum(row.isVisible() for row in hints.rows) == 20
    check_keyboard_and_names(many.page)
    hints.more.setFocus()
    QTest.keyClick(hints.more, Qt.Key.Key_Space)
    assert sum(row.isVisible() for row in hints.rows) >= 45 and not hints.more.isVisible()
    assert QApplication.focusWidget() is hints.rows[20].go


def test_what_stops_is_framed_named_and_told_when_its_number_changes(many: Opened[CheckPage], announced: list[str], qtbot: QtBot) -> None:
    page, state = many.page, many.state
    assert page.problem.isVisible() and not page.nothing.isVisible()
    assert {"There is a problem", "The version is empty", "Wrong"} <= set(said(page))
    state.do(details.change_state, state.record_id, version_label="1.0")
    qtbot.waitUntil(lambda: not any("The version is empty" in each for each in said(page)))
    state.do(texts.save_text, state.record_id, "sections.overall_comments", paragraphs("Now it is short."))
    qtbot.waitUntil(lambda: not page.hints.isVisible() or len(said(page)) < 60)
    assert announced and announced[0].startswith(("Nothing stops", "1 problem stops", "2 problems stop"))
    assert len(announced) <= 2


def test_an_acronym_of_the_offices_own_list_is_no_hint(many: Opened[CheckPage], qtbot: QtBot) -> None:
    (check,) = many.page.findChildren(RecordCheck)

    def unexplained() -> set[str]:
        return {each.quote for each in check.verdict.problems if each.code == "acronym_unexplained"} if check.verdict else set()

    before = unexplained()
    many.state.do(office_words.add_word, "ABCAB")
    qtbot.waitUntil(lambda: unexplained() == before - {"ABCAB"})
    assert "ABCAB" in before


def test_the_keyboard_is_never_lost_with_a_row(many: Opened[CheckPage], qtbot: QtBot) -> None:
    page, state = many.page, many.state
    page.problem.rows[0].go.setFocus()
    state.do(details.change_state, state.record_id, version_label="1.0")
    qtbot.waitUntil(lambda: not any("The version is empty" in each for each in said(page)))
    at = QApplication.focusWidget()
    assert at is not None and at.isVisible() and page.isAncestorOf(at)


def test_nothing_is_read_any_longer_once_the_window_has_closed(many: Opened[CheckPage], qtbot: QtBot) -> None:
    (check,) = many.page.findChildren(RecordCheck)
    check.stop()
    many.state.do(details.change_state, many.state.record_id, version_label="1.0")
    with qtbot.assertNotEmitted(check.slice_ended, wait=40):
        check.hurry()


def test_where_there_is_nothing_the_cards_are_hidden(opens: Opens, qtbot: QtBot, structure: list[str]) -> None:
    record = sound_record()
    page = opened_on(opens, record, qtbot).page
    assert page.nothing.isVisible() and not page.problem.isVisible() and not page.warnings.isVisible()
    assert "Nothing stops publication" in said(page)


def test_what_the_structure_of_the_pdf_lacks_is_said(opens: Opens, qtbot: QtBot, structure: list[str]) -> None:
    structure += ["The language is missing.", "A figure has no description"]
    page = opened_on(opens, clean_record(), qtbot).page
    wanted = "Structure checks: 2 faults. The language is missing. A figure has no description."
    qtbot.waitUntil(lambda: any(each.startswith(wanted) for each in said(page)))
    structure.clear()
    page.leave()
    page.state.do(details.change_state, page.state.record_id, version_label="1.1")
    page.enter()
    qtbot.waitUntil(lambda: any(each.startswith("Structure checks passed.") for each in said(page)))
