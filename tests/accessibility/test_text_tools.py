"""The strips that find words and list hints: named, reached by Tab, high enough, nothing cut off, in every look."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QFrame, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from response_app.domain.richtext import Paragraph, Run
from ui.editors.rich_text_edit import RichTextEdit
from ui.main_window import MainWindow
from ui.widgets.find_strip import FindStrip
from ui.widgets.hints_strip import HintsStrip

from .looks import LOOKS, SMALL_AND_LARGE, Look, cut_off, focusable, settle

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


def test_tab_comes_to_the_number_of_hints(edit: RichTextEdit, window: MainWindow, qtbot: QtBot) -> None:
    def number() -> list[QPushButton]:
        return [each for each in window.statusBar().findChildren(QPushButton) if each.isVisible() and each.text() == "2 hints"]

    qtbot.waitUntil(lambda: len(number()) == 1)
    (button,) = number()
    assert button.height() >= 24 and button.accessibleName() == "2 hints on readability on this page"
    at: QWidget | None = edit
    for _ in range(200):
        if at is None or at is button:
            break
        QTest.keyClick(at, Qt.Key.Key_Tab)
        at = QApplication.focusWidget()
    assert at is button
    QTest.keyClick(button, Qt.Key.Key_Space)

    def is_in_the_list() -> bool:
        focus = QApplication.focusWidget()
        return focus is not None and focus.accessibleName() == "Hints on this page"

    qtbot.waitUntil(is_in_the_list)  # the words of the page may still be read
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)


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


def test_in_the_least_window_what_has_the_keyboard_is_scrolled_into_view(edit: RichTextEdit, window: MainWindow, qtbot: QtBot) -> None:
    SMALL_AND_LARGE.dress(window)
    settle()
    strip = finds(window, qtbot, edit)
    settle()
    room = strip.parentWidget()
    assert room is not None and room.height() < strip.height() and window.height() <= SMALL_AND_LARGE.height
    for _ in range(11):
        at = QApplication.focusWidget()
        assert at is not None and strip.isAncestorOf(at)
        part = at.visualRect(at.currentIndex()) if isinstance(at, QAbstractItemView) else at.rect()
        above = (at.viewport() if isinstance(at, QAbstractItemView) else at).mapTo(room, part.topLeft()).y()
        assert above >= 0 and above + part.height() <= room.height(), f"{at.accessibleName()} is out of view"
        QTest.keyClick(at, Qt.Key.Key_Tab)
        settle()
    strip.scope.setCurrentIndex(0)
    strip.closed.emit()
