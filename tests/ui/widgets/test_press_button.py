"""Enter presses a button that has the keyboard, as Space does."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from ui.widgets.basics import button


@pytest.fixture
def pressed(qtbot: QtBot) -> tuple[QPushButton, list[int]]:
    made, heard = button("Go"), []
    made.clicked.connect(lambda: heard.append(1))
    qtbot.addWidget(made)
    made.show()
    made.setFocus()
    return made, heard


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_a_key_presses_it(pressed: tuple[QPushButton, list[int]], key: Qt.Key) -> None:
    QTest.keyClick(pressed[0], key)
    assert pressed[1] == [1]


def test_other_keys_and_enter_with_others_do_not(pressed: tuple[QPushButton, list[int]]) -> None:
    QTest.keyClick(pressed[0], Qt.Key.Key_A)
    QTest.keyClick(pressed[0], Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert pressed[1] == []


def test_held_down_it_is_pressed_once(pressed: tuple[QPushButton, list[int]]) -> None:
    made, heard = pressed
    none = Qt.KeyboardModifier.NoModifier
    for repeated in (False, True, True):
        QApplication.sendEvent(made, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, none, "\r", repeated))
    assert heard == [1]
