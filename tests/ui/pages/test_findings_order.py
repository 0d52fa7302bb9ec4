"""Findings, their order: moved with real keys and the mouse, and what stands in the store afterwards."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.pages.findings_page import FindingsPage

from ...checks.sample import clean_record
from .finding_keys import choose, ids, press
from .opened import Opened, Opens

Page = Opened[FindingsPage]
ALT, CONTROL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


def test_findings_are_moved_by_keys_and_stay_chosen(full_findings: Page) -> None:
    choose(full_findings, 0)
    for _ in range(5):
        press(full_findings, Qt.Key.Key_Down, ALT)
    press(full_findings, Qt.Key.Key_Up, ALT)
    assert full_findings.page.form.finding_id == "a1"
    assert full_findings.page.list.currentIndex().row() == 1
    assert ids(full_findings.reopened()) == "r1 a1 c1 r2"


def test_a_move_is_undone(full_findings: Page) -> None:
    choose(full_findings, 0)
    press(full_findings, Qt.Key.Key_Down, ALT)
    full_findings.state.undo()
    assert full_findings.page.form.finding_id == "a1"
    assert full_findings.page.list.currentIndex().row() == 0
    assert ids(full_findings.reopened()) == "a1 r1 c1 r2"


def test_a_cause_takes_its_recommendations_with_it_by_keys_as_one_step(full_findings: Page) -> None:
    choose(full_findings, 2)
    press(full_findings, Qt.Key.Key_Up, ALT)
    press(full_findings, Qt.Key.Key_Up, ALT)
    assert full_findings.page.form.finding_id == "c1" and full_findings.page.list.currentIndex().row() == 0
    assert ids(full_findings.state.record) == "c1 r2 a1 r1"
    assert full_findings.state.undo_name == "move cause of concern with its recommendations"
    full_findings.state.undo()
    assert ids(full_findings.state.record) == "a1 c1 r2 r1"
    full_findings.state.undo()
    assert full_findings.reopened() == clean_record()


def test_a_recommendation_stays_under_its_cause_however_it_is_moved(full_findings: Page) -> None:
    choose(full_findings, 3)
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
        press(full_findings, key, ALT)
    assert not full_findings.state.undo_name
    assert full_findings.page.list.currentIndex().row() == 3
    assert full_findings.reopened() == clean_record()


def test_a_recommendation_that_gets_a_cause_goes_to_stand_under_it(full_findings: Page) -> None:
    choose(full_findings, 1)
    full_findings.choose("Belongs to", "Cause of concern 1")
    assert ids(full_findings.state.record) == "a1 c1 r1 r2"
    assert full_findings.page.form.finding_id == "r1" and full_findings.page.list.currentIndex().row() == 2
    full_findings.state.undo()
    assert full_findings.reopened() == clean_record()


def _drag(opened: Page, row: int, to: QPoint) -> None:
    """Take hold of a row and move to a point, the button still pressed."""
    window, port, view = opened.page.windowHandle(), opened.page.list.viewport(), opened.page.list
    start = view.visualRect(view.model().index(row, 0)).center()
    QTest.mousePress(window, Qt.MouseButton.LeftButton, pos=port.mapTo(opened.page, start))
    for at in (start + QPoint(0, 3), (start + to) / 2, to):
        QTest.mouseMove(window, port.mapTo(opened.page, at))
    QApplication.processEvents()


def _let_go(opened: Page, at: QPoint) -> None:
    port = opened.page.list.viewport()
    QTest.mouseRelease(opened.page.windowHandle(), Qt.MouseButton.LeftButton, pos=port.mapTo(opened.page, at))
    QApplication.processEvents()


@pytest.mark.parametrize(
    ("row", "over", "below", "order"),
    [
        (0, 2, True, "r1 c1 r2 a1"),
        (3, 1, False, "a1 r1 c1 r2"),
        (1, 3, True, "a1 c1 r2 r1"),
        (2, 2, True, "a1 r1 c1 r2"),
        (2, 0, False, "c1 r2 a1 r1"),
    ],
)
def test_findings_are_moved_by_mouse(full_findings: Page, row: int, over: int, below: bool, order: str) -> None:
    view = full_findings.page.list
    box = view.visualRect(view.model().index(over, 0))
    to = QPoint(40, box.bottom() - 8 if below else box.top() + 8)
    _drag(full_findings, row, to)
    _let_go(full_findings, to)
    assert full_findings.page.form.finding_id == clean_record().findings[row].id
    assert ids(full_findings.reopened()) == order


def test_a_drag_is_given_up_by_escape(full_findings: Page) -> None:
    view = full_findings.page.list
    to = view.visualRect(view.model().index(3, 0)).center()
    _drag(full_findings, 0, to)
    QTest.keyClick(view, Qt.Key.Key_Escape)
    _let_go(full_findings, to)
    assert not full_findings.state.undo_name
    assert full_findings.reopened() == clean_record()


def test_a_hand_that_shakes_moves_nothing(full_findings: Page) -> None:
    view = full_findings.page.list
    box = view.visualRect(view.model().index(1, 0))
    window, port = full_findings.page.windowHandle(), view.viewport()
    QTest.mousePress(window, Qt.MouseButton.LeftButton, pos=port.mapTo(full_findings.page, box.bottomLeft() + QPoint(30, -2)))
    QTest.mouseMove(window, port.mapTo(full_findings.page, box.bottomLeft() + QPoint(30, 4)))
    _let_go(full_findings, box.bottomLeft() + QPoint(30, 4))
    assert full_findings.page.form.finding_id == "r1"
    assert full_findings.reopened() == clean_record()


def test_a_long_list_scrolls_while_a_row_is_held_at_its_end(qtbot: QtBot, opens: Opens) -> None:
    one = clean_record().findings[0]
    many = tuple(replace(one, id=f"f{at}") for at in range(20))
    opened = opens(FindingsPage, replace(clean_record(), findings=many))
    view = opened.page.list
    end = QPoint(40, view.viewport().height() - 4)
    _drag(opened, 0, end)
    bar = view.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.value() == bar.maximum())
    _let_go(opened, end)
    assert opened.reopened().findings[-1].id == "f0"
