"""Answers to findings: two halves written with real keys and clicks, and what stands in the store afterwards."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListWidget, QTextEdit
from pytestqt.qtbot import QtBot

from response_app.authoring import details, findings
from response_app.domain.canonical import from_plain
from response_app.domain.finding import Action, ActionKind, Applies, Finding, FindingKind
from response_app.domain.response import Invitation, InvitationOutcome
from response_app.domain.richtext import plain
from response_app.errors import StoreUnavailable
from ui.pages.answers_page import AnswersPage

from ...checks.sample import clean_record, with_finding, with_state
from ...fixtures.national_report import national_record
from .opened import Opened, Opens, break_store
from .walk import check_keyboard_and_names

Page = Opened[AnswersPage]


@pytest.fixture
def full(opens: Opens) -> Iterator[Page]:
    """The page on a1, r1, c1 and r2 (under c1), all answered but r1, which is shown first."""
    opened = opens(AnswersPage, with_finding(clean_record(), "r1", action=()))
    yield opened
    opened.page.leave()


def _edit(opened: Page, name: str = "Answer 1") -> QTextEdit:
    edit = opened.widget(name)
    assert isinstance(edit, QTextEdit)
    return edit


def _stored(opened: Page, finding_id: str = "r1") -> Finding:
    opened.page.leave()
    return opened.reopened().finding(finding_id)


def _states(opened: Page) -> list[str]:
    return [each.state.words for each in opened.page.rail.rows]


def _shown(opened: Page) -> str:
    return opened.page.rail.currentIndex().data(Qt.ItemDataRole.UserRole)


def test_the_first_that_is_missing_is_shown_first(full: Page) -> None:
    assert _shown(full) == "r1"
    assert _states(full) == ["Answered", "Not started", "Answered", "Answered"]
    assert full.page.law.text().startswith("For a recommendation the Commissioner must explain")
    assert _edit(full).hasFocus()


def test_the_first_words_make_the_action(qtbot: QtBot, full: Page) -> None:
    with qtbot.waitSignal(full.state.saved, timeout=3000):
        QTest.keyClicks(_edit(full), "I have asked")
    assert _states(full)[1] == "Answered"
    QTest.keyClicks(_edit(full), " for a report.")
    assert [(each.kind, plain(each.text)) for each in _stored(full).action] == [(ActionKind.PROPOSED, "I have asked for a report.")]
    assert full.state.undo_name == ""


def test_the_history_of_the_text_goes_on_when_the_action_is_made(full: Page) -> None:
    QTest.keyClicks(_edit(full), "Words.")
    full.page.flush()
    QTest.keyClick(_edit(full), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert _edit(full).toPlainText() == ""
    (action,) = _stored(full).action
    assert action.text == ()


def test_blanks_alone_make_no_action(full: Page) -> None:
    QTest.keyClicks(_edit(full), "   ")
    assert _stored(full).action == ()


def test_a_kind_an_owner_or_a_date_begins_a_draft(full: Page) -> None:
    full.click("Action taken, answer 1")
    assert _states(full)[1] == "Draft"
    full.write("Owner, answer 1", "Head of Performance")
    full.write("Target date, answer 1", "30/9/24")
    (action,) = _stored(full).action
    assert action == Action(ActionKind.TAKEN, (), "Head of Performance", date(2024, 9, 30))
    assert full.page.own.written[0].box.details.in_full.text() == "Monday 30 September 2024"
    full.state.undo()
    assert full.page.own.written[0].box.details.target.date() is None


def test_what_is_no_date_is_said_and_nothing_of_it_saved(full: Page) -> None:
    full.write("Target date, answer 1", "soon")
    details_of = full.page.own.written[0].box.details
    assert details_of.problem.isVisible()
    assert details_of.target.accessibleDescription() == details_of.problem.text() != ""
    full.click("Action taken, answer 1")
    assert details_of.target.text() == "soon"
    assert _stored(full).action[0].target_on is None


def test_arrow_keys_choose_the_kind(full: Page) -> None:
    chosen = full.widget("Action proposed, answer 1")
    chosen.setFocus()
    QTest.keyClick(chosen, Qt.Key.Key_Right)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    assert not full.page.own.written[0].box.details.isVisible()
    assert _stored(full).action[0].kind is ActionKind.NONE


def test_taken_and_proposed_stand_together_and_one_is_removed_and_comes_back(qtbot: QtBot, full: Page) -> None:
    QTest.keyClicks(_edit(full), "Proposed words.")
    full.page.flush()
    full.click("+ Add a second action")
    QTest.keyClicks(_edit(full, "Answer 2"), "Taken words.")
    assert [(each.kind, plain(each.text)) for each in _stored(full).action] == [
        (ActionKind.PROPOSED, "Proposed words."),
        (ActionKind.TAKEN, "Taken words."),
    ]
    with qtbot.waitSignal(full.page.told_with_undo):
        full.click("Remove answer 1")
    assert _edit(full).toPlainText() == "Taken words."
    assert len(full.page.own.written) == 1
    QTest.keyClick(_edit(full), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert _edit(full).toPlainText() == "Taken words."
    full.state.undo()
    assert [each.box.box.edit.toPlainText() for each in full.page.own.written] == ["Proposed words.", "Taken words."]
    QTest.keyClick(_edit(full), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert _edit(full).toPlainText() == "Proposed words."
    assert len(_stored(full).action) == 2


def test_what_is_typed_after_a_box_went_is_saved_like_what_was_typed_before(qtbot: QtBot, full: Page) -> None:
    """Qt takes a box away only when it next has time; what stays on the page has to go on hearing what is typed."""
    QTest.keyClicks(_edit(full), "First words. ")
    full.page.flush()
    for _ in range(2):
        full.click("+ Add a second action")
        gone: list[object] = []
        full.page.own.written[-1].box.destroyed.connect(lambda: gone.append(1))  # noqa: B023  # at once
        full.click("Remove answer 2")
        qtbot.waitUntil(lambda: bool(gone))  # noqa: B023
    QTest.keyClicks(_edit(full), "More words.")
    QTest.keyClick(_edit(full), Qt.Key.Key_Home)
    QTest.keyClicks(_edit(full), "And ")
    assert plain(_stored(full).action[0].text) == "And First words. More words."


def test_moving_in_the_rail_saves_and_shows_another(full: Page) -> None:
    QTest.keyClicks(_edit(full), "For r1.")
    full.page.rail.setFocus()
    QTest.keyClick(full.page.rail, Qt.Key.Key_Up)
    assert _shown(full) == "a1"
    assert _edit(full).toPlainText() == "I will publish the results."
    assert "own rule" in full.page.law.text()
    QTest.keyClick(full.page.rail, Qt.Key.Key_Return)
    assert _edit(full).hasFocus()
    assert plain(_stored(full).action[0].text) == "For r1."


def test_what_another_finding_says_is_not_taken_over(opens: Opens) -> None:
    record = with_finding(clean_record(), "r1", action=())
    taken = Action(ActionKind.TAKEN, from_plain("Done."), "An owner", date(2024, 9, 30))
    opened = opens(AnswersPage, with_finding(record, "a1", action=(taken, taken)))
    opened.page.show_finding("a1")
    QTest.keyClicks(_edit(opened), "Well ")
    opened.page.show_finding("r1")
    QTest.keyClick(_edit(opened), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(_edit(opened), "New.")
    assert _stored(opened).action == (Action(ActionKind.PROPOSED, from_plain("New.")),)
    assert plain(_stored(opened, "a1").action[0].text) == "Well Done."


def test_continue_goes_to_the_next_finding_and_from_the_last_to_the_next_page(qtbot: QtBot, full: Page) -> None:
    full.click("Continue to Cause of concern 1")
    assert _shown(full) == "c1"
    full.click("Continue to Recommendation 2")
    assert _shown(full) == "r2"
    with qtbot.waitSignal(full.page.continue_requested):
        full.click("Continue to the next page")


def test_next_unanswered_goes_round_and_rests_when_all_are_answered(full: Page) -> None:
    full.page.show_finding("r2")
    full.click("Next unanswered")
    assert _shown(full) == "r1"
    QTest.keyClicks(_edit(full), "Done.")
    full.page.flush()
    assert not full.page.next_unanswered.isEnabled()


def _offered(opened: Page) -> list[str]:
    found = opened.widget("Findings to answer this one together with")
    assert isinstance(found, QListWidget)
    return [found.item(row).text() for row in range(found.count())]


def test_one_answer_serves_two_findings(full: Page) -> None:
    full.click("Answer together with another finding…")
    assert _offered(full) == [
        "AFI 1: Improve a1",
        "Cause of concern 1: Improve c1",
        "Recommendation 2: Improve r2",
    ]
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert _states(full)[1] == "Answered"
    assert full.page.own.together.isVisible() and not full.page.own.picker.isVisible()
    full.click("Go to AFI 1, with which this is answered")
    assert _shown(full) == "a1"
    assert full.page.own.serves.isVisible() and full.page.own.serves.text() == "This answer serves Recommendation 1 too."
    full.click("Answer together with another finding…")
    assert not [each for each in _offered(full) if "r1" in each]
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert full.widget("Answer together with another finding…").hasFocus()
    full.page.show_finding("r1")
    full.click("Answer it by itself")
    assert _states(full)[1] == "Not started"
    assert _stored(full).answered_with is None


def test_the_words_of_this_finding_serve_the_one_that_has_none(full: Page) -> None:
    full.page.show_finding("a1")
    full.click("Answer together with another finding…")
    QTest.keyClicks(QApplication.focusWidget(), "recommendation 1")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert full.page.own.serves.text() == "This answer serves Recommendation 1 too."
    assert _edit(full).hasFocus() and not full.page.own.together.isVisible()
    assert _states(full)[:2] == ["Answered", "Answered"]
    full.page.show_finding("r1")
    assert full.widget("Go to AFI 1, with which this is answered").isVisible()


def test_an_answer_that_is_not_written_yet_is_not_said_to_serve(full: Page) -> None:
    full.click("Answer together with another finding…")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    full.page.show_finding("a1")
    _edit(full).selectAll()
    QTest.keyClick(_edit(full), Qt.Key.Key_Delete)
    full.page.flush()
    assert full.page.own.serves.text() == "What you write here will serve Recommendation 1 too."
    assert _states(full)[:2] == ["Draft", "Draft"]


def test_the_other_finding_is_found_by_its_words(full: Page) -> None:
    full.click("Answer together with another finding…")
    QTest.keyClicks(QApplication.focusWidget(), "improve RECOMM")
    assert _offered(full) == ["Recommendation 2: Improve r2"]
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert _stored(full).answered_with == "r2"


def test_words_of_no_finding_take_none(full: Page) -> None:
    full.click("Answer together with another finding…")
    QTest.keyClicks(QApplication.focusWidget(), "zzz")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert full.page.own.picker.isVisible()
    assert _stored(full).answered_with is None


def test_the_chief_officers_half_is_theirs(full: Page) -> None:
    comment = _edit(full, "Chief Constable: comment")
    assert comment.toPlainText() == "We have begun."
    comment.setFocus()
    QTest.keyClick(comment, Qt.Key.Key_End)
    QTest.keyClicks(comment, " It is done.")
    full.write("Owner, Chief Constable", "Head of Crime")
    full.write("Target date, Chief Constable", "1 October 2024")
    chief = _stored(full).chief
    assert (plain(chief.text), chief.owner, chief.target_on) == ("We have begun. It is done.", "Head of Crime", date(2024, 10, 1))
    full.state.do(details.change_invitation, full.state.record_id, Invitation(outcome=InvitationOutcome.RECEIVED))
    assert comment.isReadOnly()
    QTest.keyClicks(comment, "No.")
    assert not full.page.chief.details.isVisible()
    assert full.page.chief.facts.text().startswith("Owner: Head of Crime · Target: 1 October 2024")
    assert full.page.chief.whose.text().startswith("Received.")
    assert plain(_stored(full).chief.text) == "We have begun. It is done."


def test_a_finding_without_their_comment_says_so(opens: Opens) -> None:
    record = with_state(clean_record(), invitation=Invitation(outcome=InvitationOutcome.RECEIVED))
    silent = replace(record.finding("a1").chief, text=())
    opened = opens(AnswersPage, with_finding(record, "a1", chief=silent))
    assert opened.page.chief.none.text() == "The Chief Constable made no comment on this finding."
    assert opened.page.chief.none.isVisible()
    assert not opened.page.chief.box.isVisible()


def test_words_that_could_not_be_saved_stay_and_are_tried_again(full: Page) -> None:
    mend = break_store(full, StoreUnavailable("The drive is full."))
    QTest.keyClicks(_edit(full), "Kept.")
    full.page.rail.setFocus()
    QTest.keyClick(full.page.rail, Qt.Key.Key_Up)
    assert full.failures
    assert _shown(full) == "r1"
    assert _edit(full).toPlainText() == "Kept."
    mend()
    assert plain(_stored(full).action[0].text) == "Kept."


def test_a_finding_that_goes_or_applies_no_longer_is_shown_no_longer(full: Page) -> None:
    full.state.do(findings.change_finding, full.state.record_id, "r1", applies=Applies.NO)
    assert [each.finding_id for each in full.page.rail.rows] == ["a1", "c1", "r2"]
    assert _shown(full) == "a1"
    full.state.undo()
    assert len(full.page.rail.rows) == 4


def test_without_findings_it_leads_to_them(qtbot: QtBot, opens: Opens) -> None:
    opened = opens(AnswersPage, replace(clean_record(), findings=()))
    assert opened.page.nothing.isVisible()
    assert not opened.page.columns.isVisible()
    with qtbot.waitSignal(opened.page.findings_requested):
        opened.click("Go to the findings")
    opened.state.do(findings.add_finding, opened.state.record_id, FindingKind.RECOMMENDATION, "The force should act.")
    assert opened.page.columns.isVisible()
    assert not opened.page.nothing.isVisible()


def test_the_inspectors_words_are_shown_in_part_and_whole(full: Page) -> None:
    long = from_plain("Plans are uneven & <b>late</b>. " * 30)
    full.state.do(findings.change_finding, full.state.record_id, "r1", evidence=long)
    full.click("Show all of the inspectors’ words")
    assert full.page.words.evidence.text() == plain(long)
    full.click("Show less of the inspectors’ words")
    assert full.page.words.evidence.text().endswith("…")
    assert full.page.words.evidence.textFormat() is Qt.TextFormat.PlainText


def test_a_reading_error_is_mended_elsewhere(qtbot: QtBot, full: Page) -> None:
    with qtbot.waitSignal(full.page.correct_requested) as asked:
        full.click("Correct a reading error")
    assert asked.args == ["r1"]


@pytest.mark.parametrize("finding_id", ["r1", "a1"])
def test_everything_is_reached_and_named(full: Page, finding_id: str) -> None:
    full.page.show_finding(finding_id)
    if finding_id == "a1":
        full.click("+ Add a second action")
    check_keyboard_and_names(full.page)


@pytest.mark.parametrize("room", [(1128, 730), (720, 500)])
def test_what_stands_under_43_findings_stays_in_view(qtbot: QtBot, opens: Opens, room: tuple[int, int]) -> None:
    page = opens(AnswersPage, national_record()).page
    page.resize(*room)
    page.columns.bring_forward(0)

    def in_view() -> bool:
        bottom = page.as_table.mapTo(page.viewport(), page.as_table.rect().bottomLeft()).y()
        return page.as_table.isVisible() and bottom < page.viewport().height()

    qtbot.waitUntil(in_view)
    assert page.rail.height() < page.rail.sizeHintForRow(0) * 30
    page.show_finding("r30")
    qtbot.waitUntil(lambda: page.rail.viewport().rect().contains(page.rail.visualRect(page.rail.currentIndex())))
    assert in_view()


def test_where_there_is_no_room_one_part_at_a_time(qtbot: QtBot, full: Page) -> None:
    page = full.page
    page.resize(720, 304)
    qtbot.waitUntil(page.columns.tabs.isVisible)
    assert _edit(full).hasFocus()
    page.columns.tabs.setFocus()
    QTest.keyClick(page.columns.tabs, Qt.Key.Key_Left)
    assert page.rail.isVisible()
    page.rail.setFocus()
    QTest.keyClick(page.rail, Qt.Key.Key_Down)
    QTest.keyClick(page.rail, Qt.Key.Key_Return)
    assert _shown(full) == "c1"
    assert _edit(full).isVisible()


def test_the_cursor_stays_in_view_while_the_answer_grows(qtbot: QtBot, full: Page) -> None:
    full.page.resize(720, 400)
    edit, area = _edit(full), full.page.middle

    def in_view() -> bool:
        line = edit.cursorRect()
        top = edit.viewport().mapTo(area.viewport(), line.topLeft()).y()
        return top >= 0 and top + line.height() <= area.viewport().height()

    edit.setFocus()
    for _ in range(12):
        QTest.keyClicks(edit, "A line.")
        QTest.keyClick(edit, Qt.Key.Key_Return)
        qtbot.waitUntil(in_view)
    assert area.verticalScrollBar().value() > 0
