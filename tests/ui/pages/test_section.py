"""A section: typed with real keys, saved, read-only where the words are the chief officer's."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from response_app.authoring import completion, details
from response_app.domain.canonical import from_plain
from response_app.domain.response import Invitation, InvitationOutcome, ReceivedAs
from response_app.domain.richtext import fields_in, plain
from response_app.errors import StoreUnavailable
from ui.pages.section_page import SectionPage
from ui.state import State

from ...checks.sample import clean_record, with_state
from .opened import Opened, Opens, break_store
from .walk import check_keyboard_and_names

Page = Opened[SectionPage]


RECEIVED = Invitation(
    outcome=InvitationOutcome.RECEIVED,
    received_on=date(2024, 6, 14),
    received_as=ReceivedAs.LETTER,
    agreed_by="C. Example",
    agreed_on=date(2024, 6, 18),
)


def _initial(state: State) -> SectionPage:
    return SectionPage(state, "initial_response")


def _chief(state: State) -> SectionPage:
    return SectionPage(state, "chief_officer_response")


@pytest.fixture
def initial(opens: Opens) -> Page:
    """The commissioner's first section, which says "Ours."."""
    return opens(_initial, clean_record())


def _words(opened: Page) -> str:
    return plain(opened.reopened().sections.initial_response)


def test_what_is_typed_is_saved_when_typing_pauses(qtbot: QtBot, initial: Page) -> None:
    edit = initial.page.edit
    QTest.keyClick(edit, Qt.Key.Key_End)
    with qtbot.waitSignal(initial.state.saved, timeout=3000):
        QTest.keyClicks(edit, " And more.")
    assert _words(initial) == "Ours. And more."


def test_leaving_the_page_saves_at_once(initial: Page) -> None:
    QTest.keyClicks(initial.page.edit, "First. ")
    initial.page.leave()
    assert _words(initial) == "First. Ours."


def test_opening_another_record_saves_first(initial: Page) -> None:
    record_id = initial.state.record_id
    QTest.keyClicks(initial.page.edit, "First. ")
    assert initial.state.open("")
    assert initial.state.open(record_id)
    assert _words(initial) == "First. Ours."


def test_words_that_could_not_be_saved_are_tried_again(initial: Page) -> None:
    mend = break_store(initial, StoreUnavailable("The drive is full.", "Your words are still in the window."))
    QTest.keyClicks(initial.page.edit, "Kept. ")
    initial.page.leave()
    assert [str(each) for each in initial.failures] == ["The drive is full. Your words are still in the window."]
    mend()
    initial.page.refresh(initial.state.record or clean_record(), None)
    assert initial.page.edit.toPlainText() == "Kept. Ours."
    initial.page.leave()
    assert _words(initial) == "Kept. Ours."


def test_standard_wording_goes_in_with_its_fields(initial: Page) -> None:
    QTest.keyClick(initial.page.edit, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    initial.click("Insert: Opening paragraph")
    assert "14 May 2024" in initial.page.edit.toPlainText()
    assert initial.page.edit.hasFocus()
    initial.page.leave()
    text = initial.reopened().sections.initial_response
    assert list(fields_in(text)) == ["publication_date", "inspectorate", "report_title", "force"]
    assert "14 May" not in plain(text)


def test_fields_follow_the_record_and_the_text_stays(initial: Page) -> None:
    initial.click("Insert: Opening paragraph")
    initial.page.leave()
    initial.state.do(details.change_inspection, initial.state.record_id, title="Another title")
    assert "Another title" in initial.page.edit.toPlainText()
    assert "Ours." in initial.page.edit.toPlainText()


def test_completion_is_kept(qtbot: QtBot, initial: Page) -> None:
    initial.click("I have completed this section")
    initial.reopened()
    assert initial.state.workspace.ask(completion.completed, initial.state.record_id) == {"sections.initial_response"}
    for section, complete in (("initial_response", True), ("overall_comments", False)):
        later = SectionPage(initial.state, section)
        qtbot.addWidget(later)
        later.show()
        later.enter()
        assert later.completed.isChecked() is complete


def test_back_and_continue_are_asked_of_the_window(qtbot: QtBot, initial: Page) -> None:
    for name, signal in (("Back", initial.page.back_requested), ("Continue", initial.page.continue_requested)):
        with qtbot.waitSignal(signal):
            initial.click(name)


def test_everything_is_reached_and_named(initial: Page) -> None:
    check_keyboard_and_names(initial.page)


def test_the_chief_officers_words_are_typed_before_they_are_received(opens: Opens) -> None:
    opened = opens(_chief, clean_record())
    assert not opened.page.edit.isReadOnly()
    assert "Type or paste" in opened.page.whose.text() and "or that none did" in opened.page.whose.text()
    QTest.keyClicks(opened.page.edit, "We agree. ")
    opened.page.leave()
    assert plain(opened.reopened().sections.chief_officer_response) == "We agree. Theirs."


def test_once_received_nobody_here_changes_them(opens: Opens) -> None:
    opened = opens(_chief, with_state(clean_record(), invitation=RECEIVED))
    page = opened.page
    assert page.whose.text().startswith("Received by letter on 14 June 2024; agreed by C. Example on 18 June 2024.")
    assert page.whose.isVisible()
    QTest.keyClicks(page.edit, "Not theirs.")
    page.guide.insert_requested.emit(from_plain("Nor this."))
    page.leave()
    assert page.edit.toPlainText() == "Theirs."
    assert not [each for each in page.guide.findChildren(QPushButton) if each.isVisible()]
    assert not page.toolbar.isVisible()
    check_keyboard_and_names(page)
    assert plain(opened.reopened().sections.chief_officer_response) == "Theirs."


def test_receiving_locks_the_text_that_is_shown(opens: Opens) -> None:
    opened = opens(_chief, clean_record())
    opened.state.do(details.change_invitation, opened.state.record_id, RECEIVED)
    assert opened.page.edit.isReadOnly()
    opened.state.undo()
    assert not opened.page.edit.isReadOnly()


def test_where_there_is_no_room_one_part_at_a_time(qtbot: QtBot, opens: Opens) -> None:
    opened = opens(_initial, replace(clean_record(), findings=()))
    page = opened.page
    assert page.guide.isVisible()
    assert not page.columns.tabs.isVisible()
    page.resize(720, 304)
    qtbot.waitUntil(page.columns.tabs.isVisible)
    assert page.edit.isVisible()
    assert not page.guide.isVisible()
    page.columns.tabs.setFocus()
    QTest.keyClick(page.columns.tabs, Qt.Key.Key_Left)
    assert page.guide.isVisible()
    assert not page.edit.isVisible()
    opened.click("Insert: Governance wording")
    assert page.edit.isVisible()
    page.resize(1128, 730)
    qtbot.waitUntil(page.guide.isVisible)
    assert not page.columns.tabs.isVisible()
    opened.widget("Insert: Opening paragraph").setFocus()
    page.resize(720, 304)
    qtbot.waitUntil(page.columns.tabs.isVisible)
    assert page.guide.isVisible()
    page.leave()
