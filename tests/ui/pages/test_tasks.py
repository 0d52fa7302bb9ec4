"""The task list: what stands in it, and that a whole row is the way to its page, by mouse and keys."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel
from pytestqt.qtbot import QtBot

from response_app.authoring import completion, details, texts
from response_app.domain.canonical import from_plain
from response_app.domain.response import Invitation, Status
from response_app.domain.task_list import TaskKey
from tests.pictures.take import window_on_example
from ui.main_window import MainWindow
from ui.pages.tasks_page import TasksPage

from .opened import dress
from .walk import check_keyboard_and_names

NAMES = {
    TaskKey.DETAILS: "details",
    TaskKey.FINDINGS: "findings",
    TaskKey.INITIAL: "initial",
    TaskKey.INVITATION: "details",
    TaskKey.CHIEF: "chief",
    TaskKey.ANSWERS: "answers",
    TaskKey.OVERALL: "overall",
    TaskKey.CHECK: "check",
    TaskKey.SIGN: "publish",
    TaskKey.PUBLISH: "publish",
}


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    """The window on the example, at its task list."""
    dress()
    made = window_on_example(tmp_path)
    qtbot.addWidget(made, before_close_func=lambda window: window.close())
    made.show()
    made.activateWindow()
    assert QTest.qWaitForWindowActive(made)
    made.go("tasks")
    yield made


def page(window: MainWindow) -> TasksPage:
    """The page in front."""
    shown = window.pages.currentWidget()
    assert isinstance(shown, TasksPage)
    return shown


def said(window: MainWindow) -> list[str]:
    """Every word on the page."""
    return [each.text() for each in page(window).findChildren(QLabel) if each.isVisible()]


@pytest.mark.parametrize("key", NAMES)
def test_enter_on_a_row_goes_to_its_page(window: MainWindow, key: TaskKey) -> None:
    row = page(window).rows[key]
    row.setFocus()
    QTest.keyClick(row, Qt.Key.Key_Return)
    assert window.places is not None and window.places.current == NAMES[key]


@pytest.mark.parametrize("at", ["left", "right"])
def test_a_click_anywhere_on_a_row_goes_there(window: MainWindow, at: str) -> None:
    row = page(window).rows[TaskKey.FINDINGS]
    where = QPoint(20 if at == "left" else row.width() - 20, row.height() // 2)
    target = row.childAt(where) or row
    QTest.mouseClick(window.windowHandle(), Qt.MouseButton.LeftButton, pos=row.mapTo(window, where))
    assert window.places is not None and window.places.current == "findings", target


def test_the_invitation_leads_to_its_card(window: MainWindow) -> None:
    QTest.keyClick(page(window).rows[TaskKey.INVITATION], Qt.Key.Key_Return)
    at = QApplication.focusWidget()
    assert at is not None and at.accessibleName() == "Invitation sent on"
    assert at.visibleRegion().boundingRect().height() == at.height()


def test_a_row_says_its_status_to_somebody_who_does_not_see_it(window: MainWindow) -> None:
    row = page(window).rows[TaskKey.INVITATION]
    assert row.accessibleName() == "Invite the Chief Constable to comment: Completed"
    assert row.accessibleDescription() == "Sent 16 May 2024, reply asked by 17 June 2024"
    check_keyboard_and_names(window)


def test_what_an_author_completes_on_a_page_stands_in_the_list(window: MainWindow) -> None:
    state = window.state
    assert state is not None
    state.do(details.change_state, state.record_id, status=Status.DRAFTING)
    for place in ("details", "findings", "answers"):
        window.go(place)
        (tick,) = [each for each in window.pages.currentWidget().findChildren(QCheckBox) if each.text().startswith("I have completed")]
        tick.setFocus()
        QTest.keyClick(tick, Qt.Key.Key_Space)
        assert tick.isChecked()
    assert state.workspace.ask(completion.completed, state.record_id) == {"inspection", "findings", "answers"}
    window.go("tasks")
    rows = page(window).rows
    assert [rows[key].accessibleName().rpartition(": ")[2] for key in (TaskKey.DETAILS, TaskKey.FINDINGS, TaskKey.INITIAL)] == [
        "Completed",
        "Completed",
        "In progress",
    ]


def test_what_happens_next_and_what_was_done_follow_the_record(window: MainWindow) -> None:
    assert any("Make the files" in words and "Give the files to the web team" in words for words in said(window))
    assert window.state is not None
    window.state.do(details.change_state, window.state.record_id, status=Status.WITH_CHIEF_OFFICER)
    window.state.do(details.change_invitation, window.state.record_id, Invitation(sent_on=window.state.today()))
    words = said(window)
    assert any(each.startswith("1. Wait for the reply\n2. ") for each in words)
    assert "With the force since 26 June 2024" in words
    assert any("A. Author changed status" in each for each in words)


def test_a_response_says_when_it_was_last_edited_here_and_not_when_it_was_brought_in(window: MainWindow) -> None:
    assert window.state is not None
    shown = page(window)
    assert not [words for words in said(window) if "edited" in words]
    window.state.today = lambda: datetime.now().astimezone().date()
    window.state.do(texts.save_text, window.state.record_id, "sections.initial_response", from_plain("Three words here."))
    assert re.search(r"3 words, edited today \d\d:\d\d", " ".join(said(window)))
    window.state.today = lambda: date(2024, 6, 26)
    shown.enter()
    assert re.search(r"3 words, edited \d+ \w+ \d{4} \d\d:\d\d", " ".join(said(window)))


def test_where_there_is_no_room_the_clock_stands_below(window: MainWindow, qtbot: QtBot) -> None:
    shown = page(window)
    assert shown.clock.mapTo(shown, QPoint(0, 0)).x() > shown.width() // 2
    window.resize(768, 432)
    qtbot.waitUntil(lambda: shown.clock.mapTo(shown, QPoint(0, 0)).x() < 40)
    assert shown.horizontalScrollBar().maximum() == 0
