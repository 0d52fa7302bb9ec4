"""Findings, their order: moved with real keys and the mouse, and what stands in the store afterwards."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from response_app.domain.record import Record
from ui.pages.findings_page import FindingsPage

from ...checks.sample import clean_record
from .opened import Opened, close, open_page

Page = Opened[FindingsPage]
ALT, CONTROL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier

pytestmark = [
    pytest.mark.qt_log_level_fail("WARNING"),
    pytest.mark.qt_log_ignore("does not support (propagateSizeHints|raise|grabbing the keyboard)"),
]


@pytest.fixture
def full(qtbot: QtBot, tmp_path: Path) -> Iterator[Page]:
    """The page on a record with a1 (area for improvement), r1, c1 (cause of concern) and under it r2."""
    opened = open_page(qtbot, tmp_path, FindingsPage, clean_record())
    yield opened
    close(opened)


def _ids(record: Record | None) -> str:
    assert record is not None
    return " ".join(each.id for each in record.findings)


def _press(opened: Page, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    opened.page.list.setFocus()
    QTest.keyClick(opened.page.list, key, modifier)


def _choose(opened: Page, row: int) -> None:
    _press(opened, Qt.Key.Key_Home)
    for _ in range(row):
        _press(opened, Qt.Key.Key_Down)


def test_findings_are_moved_by_keys_and_stay_chosen(full: Page) -> None:
    _choose(full, 0)
    for _ in range(5):
        _press(full, Qt.Key.Key_Down, ALT)
    _press(full, Qt.Key.Key_Up, ALT)
    assert full.page.form.finding_id == "a1"
    assert full.page.list.currentIndex().row() == 1
    assert _ids(full.reopened()) == "r1 a1 c1 r2"


def test_a_move_is_undone(full: Page) -> None:
    _choose(full, 0)
    _press(full, Qt.Key.Key_Down, ALT)
    full.state.undo()
    assert full.page.form.finding_id == "a1"
    assert full.page.list.currentIndex().row() == 0
    assert _ids(full.reopened()) == "a1 r1 c1 r2"


def test_a_cause_takes_its_recommendations_with_it_by_keys_as_one_step(full: Page) -> None:
    _choose(full, 2)
    _press(full, Qt.Key.Key_Up, ALT)
    _press(full, Qt.Key.Key_Up, ALT)
    assert full.page.form.finding_id == "c1" and full.page.list.currentIndex().row() == 0
    assert _ids(full.state.record) == "c1 r2 a1 r1"
    assert full.state.undo_name == "move cause of concern with its recommendations"
    full.state.undo()
    assert _ids(full.state.record) == "a1 c1 r2 r1"
    full.state.undo()
    assert full.reopened() == clean_record()


def test_a_recommendation_stays_under_its_cause_however_it_is_moved(full: Page) -> None:
    _choose(full, 3)
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
        _press(full, key, ALT)
    assert not full.state.undo_name
    assert full.page.list.currentIndex().row() == 3
    assert full.reopened() == clean_record()


def test_a_recommendation_that_gets_a_cause_goes_to_stand_under_it(full: Page) -> None:
    _choose(full, 1)
    full.choose("Belongs to", "Cause of concern 1")
    assert _ids(full.state.record) == "a1 c1 r1 r2"
    assert full.page.form.finding_id == "r1" and full.page.list.currentIndex().row() == 2
    full.state.undo()
    assert full.reopened() == clean_record()


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
def test_findings_are_moved_by_mouse(full: Page, row: int, over: int, below: bool, order: str) -> None:
    view = full.page.list
    box = view.visualRect(view.model().index(over, 0))
    to = QPoint(40, box.bottom() - 8 if below else box.top() + 8)
    _drag(full, row, to)
    _let_go(full, to)
    assert full.page.form.finding_id == clean_record().findings[row].id
    assert _ids(full.reopened()) == order


def test_a_drag_is_given_up_by_escape(full: Page) -> None:
    view = full.page.list
    to = view.visualRect(view.model().index(3, 0)).center()
    _drag(full, 0, to)
    QTest.keyClick(view, Qt.Key.Key_Escape)
    _let_go(full, to)
    assert not full.state.undo_name
    assert full.reopened() == clean_record()


def test_a_hand_that_shakes_moves_nothing(full: Page) -> None:
    view = full.page.list
    box = view.visualRect(view.model().index(1, 0))
    window, port = full.page.windowHandle(), view.viewport()
    QTest.mousePress(window, Qt.MouseButton.LeftButton, pos=port.mapTo(full.page, box.bottomLeft() + QPoint(30, -2)))
    QTest.mouseMove(window, port.mapTo(full.page, box.bottomLeft() + QPoint(30, 4)))
    _let_go(full, box.bottomLeft() + QPoint(30, 4))
    assert full.page.form.finding_id == "r1"
    assert full.reopened() == clean_record()


def test_a_long_list_scrolls_while_a_row_is_held_at_its_end(qtbot: QtBot, tmp_path: Path) -> None:
    one = clean_record().findings[0]
    many = tuple(replace(one, id=f"f{at}") for at in range(20))
    opened = open_page(qtbot, tmp_path, FindingsPage, replace(clean_record(), findings=many))
    view = opened.page.list
    end = QPoint(40, view.viewport().height() - 4)
    _drag(opened, 0, end)
    bar = view.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.value() == bar.maximum())
    _let_go(opened, end)
    assert opened.reopened().findings[-1].id == "f0"
    close(opened)
