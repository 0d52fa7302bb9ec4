"""An answer is read from its top, and Tab goes through it in the order in which it is read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTextEdit
from pytestqt.qtbot import QtBot

from ui.pages.answers_page import AnswersPage

from ...fixtures.national_report import national_record
from .opened import Opened, Opens
from .walk import stops

Page = Opened[AnswersPage]


@pytest.fixture
def opened(opens: Opens) -> Iterator[Page]:
    """The page on six recommendations, at the first, which has no answer."""
    record = national_record()
    made = opens(AnswersPage, replace(record, findings=record.findings[:6]))
    yield made
    made.page.leave()


def words_of(opened: Page, name: str) -> QTextEdit:
    """Return a text by its name."""
    found = opened.widget(name)
    assert isinstance(found, QTextEdit)
    return found


def test_a_finding_is_shown_from_its_top_until_one_types(qtbot: QtBot, opened: Page) -> None:
    page = opened.page
    page.resize(1100, 420)
    bar = page.middle.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    for begin in (page.go_to_unanswered, lambda: page.show_finding("r1")):
        bar.setValue(bar.maximum())
        begin()
        qtbot.waitUntil(lambda: bar.value() == 0)
    focus = page.first_focus()
    assert isinstance(focus, QTextEdit)
    focus.setFocus()
    qtbot.wait(1)
    assert bar.value() == 0, "the keyboard is in the answer, and the inspectors’ words are in view"
    QTest.keyClicks(focus, "I")
    qtbot.waitUntil(lambda: bar.value() > 0)


def test_tab_goes_through_an_answer_in_the_order_in_which_it_is_read(qtbot: QtBot, opened: Page) -> None:
    first = words_of(opened, "Answer 1")
    first.setFocus()
    QTest.keyClicks(first, "I will ask.")
    opened.click("+ Add a second action")
    qtbot.waitUntil(opened.widget("Owner, answer 2").isVisible)
    names = [each.accessibleName() for each in stops(opened.page)]
    at = names.index("Answer 2")
    assert names[at : at + 4] == ["Answer 2", "Owner, answer 2", "Target date, answer 2", "+ Add another action"]
    assert names[names.index("Target date, answer 1") + 1] == "Action taken, answer 2"
    assert "Chief" in names[names.index("Action proposed, answer 1") - 1], "the chief officer’s half comes before"
