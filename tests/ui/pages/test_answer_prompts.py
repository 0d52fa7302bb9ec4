"""Beside an answer: what is suggested for the chief officer's words, and the finding's words that neither answer uses."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTextEdit

from response_app.authoring import details, findings
from response_app.domain.record import Record
from response_app.domain.response import Invitation, InvitationOutcome
from response_app.domain.richtext import plain
from ui.pages.answers_page import AnswersPage

from ...checks.sample import clean_record, with_finding, with_state
from .opened import Opened, Opens

Page = Opened[AnswersPage]


def _edit(opened: Page, name: str) -> QTextEdit:
    edit = opened.widget(name)
    assert isinstance(edit, QTextEdit)
    return edit


def _received(record: Record) -> Record:
    return with_state(record, invitation=Invitation(outcome=InvitationOutcome.RECEIVED))


def test_a_change_of_their_words_is_suggested_and_withdrawn(opens: Opens) -> None:
    opened = opens(AnswersPage, _received(clean_record()))
    opened.page.show_finding("r1")
    opened.click("Suggest a change")
    words = _edit(opened, "Words suggested to the Chief Constable")
    assert words.hasFocus() and words.toPlainText() == "We have begun."
    QTest.keyClick(words, Qt.Key.Key_End)
    QTest.keyClicks(words, " It will be done.")
    opened.page.flush()
    QTest.keyClicks(words, " Soon.")
    opened.page.leave()
    assert plain(opened.reopened().finding("r1").chief.text) == "We have begun."
    (kept,) = opened.reopened().state.suggestions
    assert (plain(kept.now), kept.place, plain(kept.was)) == (
        "We have begun. It will be done. Soon.",
        "findings[r1].chief.text",
        "We have begun.",
    )
    assert "Suggested on 26 June 2024. Their own words stay" in opened.page.chief.suggestion.facts.text()
    opened.state.do(details.change_invitation, opened.state.record_id, Invitation())
    assert not opened.page.chief.suggestion.isVisible(), "their words can be changed themselves now"
    opened.state.undo()
    assert opened.page.chief.suggestion.isVisible()
    opened.page.show_finding("a1")
    assert not opened.page.chief.suggestion.isVisible()
    opened.page.show_finding("r1")
    opened.click("Withdraw the suggestion")
    assert not words.isVisible() and opened.widget("Suggest a change").hasFocus()
    assert opened.reopened().state.suggestions == ()


def test_a_suggestion_that_is_not_written_is_none(opens: Opens) -> None:
    opened = opens(AnswersPage, _received(clean_record()))
    opened.click("Suggest a change")
    opened.click("Cancel the suggestion")
    assert not opened.page.chief.suggestion.isVisible()
    assert opened.reopened().state.suggestions == ()


def test_while_their_words_can_be_typed_nothing_is_suggested(opens: Opens) -> None:
    opened = opens(AnswersPage, clean_record())
    assert opened.page.chief.box.isVisible() and not opened.page.chief.suggest.isVisible()


def test_words_that_neither_answer_uses_are_a_prompt(opens: Opens) -> None:
    full = opens(AnswersPage, with_finding(clean_record(), "r1", action=()))
    full.state.do(findings.change_finding, full.state.record_id, "r1", heading="The force should publish outcomes and objectives.")
    assert full.page.absent.isVisible() and full.page.absent.words.text() == "publish, outcomes, objectives."
    QTest.keyClicks(_edit(full, "Answer 1"), "I will publish each outcome.")
    full.page.flush()
    assert full.page.absent.words.text() == "objectives."
    QTest.keyClicks(_edit(full, "Answer 1"), " And the objective.")
    full.page.flush()
    assert not full.page.absent.isVisible()
