"""What has the keyboard stays in view when a message takes room from a low window's page."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication, QLineEdit, QTextEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.focus_in_view import FocusInView
from ui.widgets.basics import Page

LOW, LOWER = 300, 220


@pytest.fixture
def page(qtbot: QtBot) -> Iterator[Page]:
    """A window with a page of fields, longer than its view."""
    window = QWidget()
    qtbot.addWidget(window)
    made = Page()
    for number in range(30):
        made.content.addWidget(QLineEdit(str(number)))
    column = QVBoxLayout(window)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(made)
    FocusInView(window, made)
    window.resize(400, LOW)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window)
    yield made  # and not return: the window would be nobody's, and gone with the next garbage collection


def field(page: Page, number: int) -> QLineEdit:
    return page.findChildren(QLineEdit)[number]


def seen(page: Page, number: int) -> bool:
    """Tell whether the whole field is in view."""
    edit = field(page, number)
    top = edit.mapTo(page.viewport(), QPoint(0, 0)).y()
    return top >= 0 and top + edit.height() <= page.viewport().height()


def lowest_seen(page: Page) -> int:
    return max(number for number in range(30) if seen(page, number))


def test_the_field_one_is_in_stays_in_view(page: Page, qtbot: QtBot) -> None:
    lowest = lowest_seen(page)
    field(page, lowest).setFocus()
    QApplication.processEvents()
    page.window().resize(400, LOWER)
    qtbot.waitUntil(lambda: page.viewport().height() <= LOWER)
    qtbot.waitUntil(lambda: seen(page, lowest))


def test_the_field_one_is_in_is_in_view_when_the_text_has_become_larger(page: Page, qtbot: QtBot) -> None:
    field(page, 20).setFocus()
    QApplication.processEvents()
    for edit in page.findChildren(QLineEdit):
        edit.setMinimumHeight(80)
    following = page.window().findChild(FocusInView)
    assert isinstance(following, FocusInView)
    following.looks_changed()
    qtbot.waitUntil(lambda: field(page, 20).height() >= 80)
    qtbot.waitUntil(lambda: seen(page, 20))


def test_what_was_scrolled_away_stays_away(page: Page, qtbot: QtBot) -> None:
    field(page, 0).setFocus()
    QApplication.processEvents()
    bar = page.verticalScrollBar()
    bar.setValue(bar.maximum())
    page.window().resize(400, LOWER)
    qtbot.waitUntil(lambda: page.viewport().height() <= LOWER)
    QApplication.processEvents()
    assert not seen(page, 0)


def test_a_text_that_takes_the_keyboard_shows_the_line_one_is_at(page: Page, qtbot: QtBot) -> None:
    text = QTextEdit("<br>".join(f"Line {number}" for number in range(40)))
    text.setFixedHeight(90)
    page.content.insertWidget(20, text)
    text.moveCursor(QTextCursor.MoveOperation.End)
    field(page, 0).setFocus()
    QApplication.processEvents()  # shown for the first time, it scrolls by itself
    text.verticalScrollBar().setValue(0)
    text.setFocus(Qt.FocusReason.TabFocusReason)

    def line_is_seen() -> bool:
        line = text.cursorRect()
        at = text.viewport().mapTo(page.viewport(), line.topLeft())
        return text.viewport().rect().contains(line) and page.viewport().rect().contains(QRect(at, line.size()))

    qtbot.waitUntil(line_is_seen)
