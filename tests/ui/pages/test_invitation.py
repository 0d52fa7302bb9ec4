"""The invitation to the chief officer: each field with real keys, what locks the words, and what is said of odd dates."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from response_app.domain.response import Invitation, InvitationOutcome, ReceivedAs
from response_app.errors import StoreUnavailable
from ui.pages.details_page import DetailsPage
from ui.widgets.theirs import is_received

from .opened import Opened, break_store

Page = Opened[DetailsPage]


def _invitation(opened: Page) -> Invitation:
    assert opened.state.record is not None
    return opened.state.record.state.invitation


def test_the_invitation_and_its_outcome_are_kept_each_as_a_step_with_a_name(blank_details: Page) -> None:
    names = []
    for act in (
        lambda: blank_details.write("Invitation sent on", "20 May 2024"),
        lambda: blank_details.write("Comments wanted by", "14/6/24"),
        lambda: blank_details.click("Comments received"),
        lambda: blank_details.write("Received on", "12 June 2024"),
        lambda: blank_details.choose("Received as", "A letter"),
        lambda: blank_details.write("Agreed by", "C. Example, Deputy Chief Constable"),
        lambda: blank_details.write("Agreed on", "18 June 2024"),
    ):
        act()
        names.append(blank_details.state.undo_name)
    assert names == [
        "change when the invitation was sent",
        "change when a reply is wanted",
        "change outcome of invitation",
        "change when comments were received",
        "change how comments were received",
        "change who agreed the text",
        "change when the text was agreed",
    ]
    assert blank_details.reopened().state.invitation == Invitation(
        date(2024, 5, 20),
        date(2024, 6, 14),
        InvitationOutcome.RECEIVED,
        date(2024, 6, 12),
        ReceivedAs.LETTER,
        "C. Example, Deputy Chief Constable",
        date(2024, 6, 18),
    )


def test_received_locks_the_words_and_undo_unlocks_them(blank_details: Page) -> None:
    card = blank_details.page.invitation
    assert not card.rows["received_on"].isVisible()
    blank_details.click("Comments received")
    assert blank_details.state.record is not None and is_received(blank_details.state.record)
    assert card.rows["received_on"].isVisible()
    assert card.locked.text().endswith("words are locked: nobody can change them here.")
    blank_details.state.undo()
    assert not is_received(blank_details.reopened())
    assert not card.rows["received_on"].isVisible()


@pytest.mark.parametrize(
    ("typed", "field", "remark"),
    [
        ([("Invitation sent on", "20 May 2024"), ("Comments wanted by", "14 May 2024")], "reply_by", "before the invitation was sent"),
        ([("Invitation sent on", "27 June 2024")], "sent_on", "has not come yet"),
    ],
)
def test_an_odd_day_is_kept_and_said_beside_the_field(blank_details: Page, typed: list[tuple[str, str]], field: str, remark: str) -> None:
    for name, words in typed:
        blank_details.write(name, words)
    row = blank_details.page.invitation.rows[field]
    assert remark in row.problem.text() and row.problem.isVisible()
    assert getattr(_invitation(blank_details), field) is not None
    blank_details.page.flush()
    assert row.problem.isVisible(), "it stands as long as the day does"
    blank_details.write(typed[-1][0], "21 May 2024")
    assert not row.problem.isVisible()


def test_what_is_no_date_is_not_kept(blank_details: Page) -> None:
    blank_details.write("Invitation sent on", "soon")
    assert blank_details.page.invitation.rows["sent_on"].problem.text().startswith("Write a date")
    assert _invitation(blank_details) == Invitation()


def test_arrows_go_through_the_outcomes_and_the_last_one_is_one_step(blank_details: Page, qtbot: QtBot) -> None:
    first = blank_details.widget("Awaited")
    first.setFocus()
    for _ in range(3):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
    assert _invitation(blank_details).outcome is InvitationOutcome.AWAITED
    qtbot.waitUntil(lambda: _invitation(blank_details).outcome is InvitationOutcome.NONE_BY_DATE)
    assert "Enter the day" in blank_details.page.invitation.rows["reply_by"].problem.text()
    blank_details.state.undo()
    assert _invitation(blank_details) == Invitation()
    assert not blank_details.state.undo_name


def test_leaving_the_outcomes_settles_what_arrows_came_to(blank_details: Page) -> None:
    blank_details.widget("Awaited").setFocus()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert _invitation(blank_details).outcome is InvitationOutcome.DECLINED
    blank_details.state.undo()
    assert _invitation(blank_details) == Invitation()


def test_an_outcome_that_cannot_be_saved_is_tried_again(blank_details: Page) -> None:
    mend = break_store(blank_details, StoreUnavailable("There is no room left on the drive."))
    blank_details.click("Declined to comment")
    assert [str(each) for each in blank_details.failures] == ["There is no room left on the drive."]
    assert _invitation(blank_details) == Invitation()
    mend()
    blank_details.page.flush()
    assert blank_details.reopened().state.invitation.outcome is InvitationOutcome.DECLINED
