"""A part that is made late stands among the stops of Tab where it is read; what it stands beside outlives it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QMenu, QPushButton, QTextEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from ui.widgets.tab_order import come_after, come_before, stops_in


class Window(QWidget):
    """Two fields, a button, one more field."""

    def __init__(self) -> None:
        super().__init__()
        self.column = QVBoxLayout(self)
        self.first, self.second, self.add, self.last = QLineEdit(), QTextEdit(), QPushButton("Add"), QLineEdit()
        self.second.setTabChangesFocus(True)
        for name, each in {"first": self.first, "second": self.second, "add": self.add, "last": self.last}.items():
            each.setAccessibleName(name)
            self.column.addWidget(each)

    def part(self) -> QWidget:
        """Make a part and put it above the button."""
        made = QWidget()
        column = QVBoxLayout(made)
        column.addWidget(QLabel("Words"))
        for name in ("one", "two"):
            field = QLineEdit()
            field.setAccessibleName(name)
            column.addWidget(field)
        choice = QComboBox()
        choice.setEditable(True)
        choice.setAccessibleName("three")
        column.addWidget(choice)
        self.column.insertWidget(2, made)
        made.show()
        return made


@pytest.fixture
def window(qtbot: QtBot) -> Window:
    made = Window()
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    assert QTest.qWaitForWindowActive(made)
    return made


def by_tab(window: Window) -> list[str]:
    """Return the names that Tab comes through from the first field."""
    window.first.setFocus()
    names = []
    for _ in range(12):
        at = QApplication.focusWidget()
        assert at is not None
        names.append(at.accessibleName())
        QTest.keyClick(at, Qt.Key.Key_Tab)
        if QApplication.focusWidget() is window.first:
            break
    return names


def test_it_comes_before_a_stop(window: Window) -> None:
    come_before(window.part(), window.add)
    assert by_tab(window) == ["first", "second", "one", "two", "three", "add", "last"]


def test_it_comes_after_a_stop(window: Window) -> None:
    come_after(window.part(), window.first)
    assert by_tab(window) == ["first", "one", "two", "three", "second", "add", "last"]


def test_what_holds_no_stop_changes_nothing(window: Window) -> None:
    words = QLabel("Words")
    window.column.addWidget(words)
    come_before(words, window.add)
    assert stops_in(words) == [] and by_tab(window) == ["first", "second", "add", "last"]


@pytest.mark.parametrize("come", [come_before, come_after])
def test_what_stands_beside_it_outlives_it(window: Window, qtbot: QtBot, come: object) -> None:
    """Also what Qt has made, and Python only holds."""
    menu = QMenu(window)
    kept = [window.second.document(), window.second.viewport(), menu.addAction("Made by Qt")]
    part = window.part()
    assert callable(come)
    come(part, window.add)
    gone: list[int] = []
    part.destroyed.connect(lambda: gone.append(1))
    window.column.removeWidget(part)
    part.setParent(None)
    part.deleteLater()
    qtbot.waitUntil(lambda: bool(gone))
    del part
    assert all(map(isValid, kept))
