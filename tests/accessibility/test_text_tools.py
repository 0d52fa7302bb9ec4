"""The strips that find words and list hints: named, reached by Tab, high enough, nothing cut off, in every look."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFrame, QWidget
from pytestqt.qtbot import QtBot

from response_app.domain.richtext import Paragraph, Run
from ui.editors.rich_text_edit import RichTextEdit
from ui.main_window import MainWindow
from ui.widgets.find_strip import FindStrip
from ui.widgets.hints_strip import HintsStrip

from .looks import LOOKS, Look, cut_off, focusable, settle

_CTRL, _SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def edit(window: MainWindow) -> Iterator[RichTextEdit]:
    """Give the text of a section, with words to find and to say better."""
    window.go("initial")
    settle()
    made = QApplication.focusWidget()
    assert isinstance(made, RichTextEdit)
    made.insert((Paragraph((Run("We organize  the plan."),)),))
    yield made
    made.undo()
    made.flush()


def finds(window: MainWindow, qtbot: QtBot, edit: RichTextEdit) -> FindStrip:
    """Open the strip to replace a word of the whole record, with its list."""
    QTest.keyClick(edit, Qt.Key.Key_H, _CTRL)
    strip = window.findChild(FindStrip)
    assert isinstance(strip, FindStrip)
    strip.scope.setCurrentIndex(1)
    strip.words.setText("plan")
    strip.to.setText("idea")
    qtbot.waitUntil(lambda: strip.list.isVisible() and strip.replace_all.isEnabled())
    return strip


def is_seemly(strip: QFrame) -> None:
    """Check names, sizes and that nothing is cut off."""
    there = focusable(strip)
    names = Counter(each.accessibleName() for each in there)
    assert "" not in names and max(names.values()) == 1, names
    assert not [f"{each.accessibleName()}: {each.height()}" for each in there if min(each.width(), each.height()) < 24]
    assert not list(cut_off(strip))


def by_tab(strip: QWidget) -> list[str]:
    """Return what Tab comes through until it leaves the strip."""
    reached: list[str] = []
    at = QApplication.focusWidget()
    while at is not None and strip.isAncestorOf(at):
        reached.append(at.accessibleName())
        assert len(reached) < 16, reached
        QTest.keyClick(at, Qt.Key.Key_Tab)
        at = QApplication.focusWidget()
    return reached


@pytest.mark.parametrize("look", LOOKS, ids=lambda look: look.name)
def test_the_strips_in_every_look(edit: RichTextEdit, window: MainWindow, qtbot: QtBot, look: Look) -> None:
    look.dress(window)
    settle()
    strip = finds(window, qtbot, edit)
    settle()
    is_seemly(strip)
    strip.scope.setCurrentIndex(0)
    QTest.keyClick(strip.words, Qt.Key.Key_Escape)
    QTest.keyClick(edit, Qt.Key.Key_F7, _SHIFT)
    hints = window.findChild(HintsStrip)
    assert isinstance(hints, HintsStrip)
    settle()
    is_seemly(hints)
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, Qt.Key.Key_Escape)
    assert not strip.isVisible() and not hints.isVisible()


def test_tab_goes_through_the_strips_and_leaves_them(edit: RichTextEdit, window: MainWindow, qtbot: QtBot) -> None:
    strip = finds(window, qtbot, edit)
    assert by_tab(strip) == [
        "Find",
        "Where to look",
        "Previous place",
        "Next place",
        "Match case",
        "Whole words",
        "Replace with",
        strip.replace_all.text(),
        "Untick all",
        "What was found in the record",
        "Close find and replace",
    ]
    strip.scope.setCurrentIndex(0)
    strip.closed.emit()
    qtbot.waitUntil(lambda: bool(edit.hints.hints()))
    edit.setFocus()
    QTest.keyClick(edit, Qt.Key.Key_F7, _SHIFT)
    hints = window.findChild(HintsStrip)
    assert isinstance(hints, HintsStrip)
    assert by_tab(hints) == [
        "Hints on this page",
        "Go to the words",
        "Don’t show this hint here",
        "Turn off readability hints",
        "Close readability hints",
    ]
    hints.closed.emit()
