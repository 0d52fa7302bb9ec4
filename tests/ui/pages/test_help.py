"""Help inside the window: F1 on each page, find, links by mouse and keys, and the sheet of keys."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from tests.pictures.take import PAGES, window_on_example
from ui.editors.keys import Command
from ui.help_topics import ORDER
from ui.main_window import MainWindow
from ui.pages.help_page import HelpPage
from ui.shortcut_sheet import COMMANDS, plain_words

from .opened import dress


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    """The window on the example."""
    dress()
    made = window_on_example(tmp_path)
    qtbot.addWidget(made, before_close_func=lambda window: window.close())
    made.show()
    made.activateWindow()
    assert QTest.qWaitForWindowActive(made)
    yield made


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key where the keyboard is."""
    at = QApplication.focusWidget()
    assert at is not None
    QTest.keyClick(at, key, modifier)


def helped(window: MainWindow) -> HelpPage:
    """The help page in front."""
    shown = window.pages.currentWidget()
    assert isinstance(shown, HelpPage)
    return shown


def test_f1_shows_the_help_of_each_page_and_back_returns(window: MainWindow) -> None:
    for page in (each for each in PAGES if each != "help"):
        window.go(page)
        press(Qt.Key.Key_F1)
        shown = helped(window)
        assert shown.list.currentRow() == ORDER.index(page)
        assert shown.view.hasFocus() and shown.view.toPlainText().startswith(shown.list.currentItem().text())
        QTest.mouseClick(shown.back, Qt.MouseButton.LeftButton)
        assert window.places is not None and window.places.current == page


def test_typing_finds_pages_and_marks_the_words(window: MainWindow) -> None:
    window.sidebar.buttons["help"].click()
    shown = helped(window)
    assert shown.field.hasFocus()
    QTest.keyClicks(shown.field, "bank holidays")
    assert [shown.list.item(row).text() for row in range(shown.list.count())] == ["The law"]
    assert shown.count.text() == "1 page"
    marked = {each.cursor.selectedText().casefold() for each in shown.view.extraSelections()}
    assert marked == {"bank", "holidays"}
    QTest.keyClick(shown.field, Qt.Key.Key_Return)
    assert shown.view.hasFocus()
    press(Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert shown.field.hasFocus()
    QTest.keyClicks(shown.field, "zebra")
    assert shown.count.text() == "No page holds these words. Try fewer."


def test_links_lead_to_topics_and_https_pages_only(window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toString()))
    window.actions_["help_law"].trigger()
    shown = helped(window)
    buttons = {each.text(): each for each in shown.findChildren(QPushButton)}
    qtbot.waitUntil(lambda: buttons["Inspection details"].isVisible())
    QTest.keyClick(buttons["legislation.gov.uk, Police Act 1996, section 55 (web page)"], Qt.Key.Key_Space)
    assert opened == ["https://www.legislation.gov.uk/ukpga/1996/16/section/55"]
    for address in ("http://example.org", "file:///etc/passwd", "javascript:alert(1)"):
        shown.view.anchorClicked.emit(QUrl(address))
    assert len(opened) == 1
    QTest.keyClick(buttons["Inspection details"], Qt.Key.Key_Space)
    assert shown.list.currentItem().text() == "Inspection details"


def test_escape_goes_back_to_the_page_before(window: MainWindow) -> None:
    window.go("details")
    for leave_from in ("view", "list", "field"):
        press(Qt.Key.Key_F1)
        getattr(helped(window), leave_from).setFocus()
        press(Qt.Key.Key_Escape)
        assert window.places is not None and window.places.current == "details"


def test_a_help_page_loads_nothing(window: MainWindow) -> None:
    window.go("help")
    view = helped(window).view
    assert view.loadResource(2, QUrl("https://example.org/picture.png")) is None


def test_every_action_with_keys_stands_on_the_sheet_as_it_is(window: MainWindow) -> None:
    press(Qt.Key.Key_F1, Qt.KeyboardModifier.ControlModifier)
    sheet = helped(window).view.toPlainText()
    lines = sheet.split("\n")
    with_keys = [action for action in window.actions_.by_key.values() if action.shortcuts()]
    assert len(with_keys) > 15
    for action in with_keys:
        at = lines.index(plain_words(action.text()), 1)  # the first line is the title
        keys = [each.toString(each.SequenceFormat.NativeText) for each in action.shortcuts()]
        assert lines[at + 1] == " or ".join(keys)
    assert set(COMMANDS) == set(Command)
    for command in Command:
        assert command.value in sheet


def test_no_two_actions_have_the_same_keys(window: MainWindow) -> None:
    keys = [each.toString() for action in window.actions_.by_key.values() for each in action.shortcuts()]
    assert len(keys) == len(set(keys))


def test_in_a_small_window_the_keyboard_is_in_what_is_shown(window: MainWindow, qtbot: QtBot) -> None:
    window.resize(768, 432)
    window.go("help")
    qtbot.waitUntil(lambda: helped(window).columns.is_folded)
    window.go("home")
    window.go("help")
    assert helped(window).view.hasFocus()
    press(Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert helped(window).field.isVisible() and helped(window).field.hasFocus()
