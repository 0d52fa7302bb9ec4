"""Every action stands in a menu, every key on the sheet of shortcuts, and no key means two things at once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu

from tests.pictures.state import pages_gone_to
from tests.pictures.take import window_on_example
from ui.main_window import MainWindow
from ui.shortcut_sheet import shortcuts

from ..fixtures.usual_looks import usual_looks

NATIVE = QKeySequence.SequenceFormat.NativeText


WITHOUT_ENTRY = {
    ("Back to the page before", "Esc"): "moves about, as the button on the page does",
    ("Select, or no longer", "Space"): "selects",
    ("Select several in a row", "Shift+Up"): "selects",
    ("Select several in a row", "Shift+Down"): "selects",
    ("Select all that are shown", "Ctrl+A"): "selects",
    ("Back to the list, or to the table from an answer", "Esc"): "moves about; the menu has “Answers as a list” and “as a table”",
    ("Add the comment or reply that is written", "Ctrl+Enter"): "ends what is being typed, as the button beside it does",
}
"""Keys of the sheet that no menu has, and why."""


@pytest.fixture(scope="module")
def window(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[MainWindow]:
    """Give a window in which every page of a record and every page beside has been gone to."""
    usual_looks(qapp)
    made = window_on_example(tmp_path_factory.mktemp("store"))
    made.show()
    made.activateWindow()
    assert QTest.qWaitForWindowActive(made)
    for page in pages_gone_to():
        made.go(page)
    yield made
    made.close()
    made.deleteLater()


def on_the_sheet(window: MainWindow) -> set[str]:
    """Return every key that the sheet tells."""
    return {key for line in shortcuts(window.actions_) for key in line.keys}


def test_every_action_of_the_window_stands_in_a_menu(window: MainWindow) -> None:
    in_menus = {action for menu in window.menuBar().findChildren(QMenu) for action in menu.actions()}
    in_menus |= {action for top in window.menuBar().actions() if top.menu() for action in top.menu().actions()}  # type: ignore[union-attr]
    assert set(window.actions_.by_key.values()) <= in_menus
    assert all(each.text() for each in window.actions_.by_key.values())


def test_every_key_stands_on_the_sheet(window: MainWindow) -> None:
    keys = {sequence.toString(NATIVE) for action in window.findChildren(QAction) for sequence in action.shortcuts()}
    keys |= {sequence.toString(NATIVE) for shortcut in window.findChildren(QShortcut) for sequence in QShortcut.keys(shortcut)}
    assert len(keys) > 30
    assert keys - on_the_sheet(window) - {""} == set()


def test_every_key_has_an_entry_in_a_menu_or_only_moves_about(window: MainWindow) -> None:
    in_menus = {key.toString(NATIVE) for action in window.actions_.by_key.values() for key in action.shortcuts()}
    alone = {key.toString(NATIVE) for shortcut in window.findChildren(QShortcut) for key in QShortcut.keys(shortcut)} - in_menus
    assert alone <= {"Esc"}, "to put away is no action of its own"
    told = {(line.words, key) for line in shortcuts(window.actions_) for key in line.keys if key not in in_menus}
    words = {str(action.text()).replace("&", "").removesuffix("…") for action in window.actions_.by_key.values()}
    assert {each for each in told if each[0] not in words} == set(WITHOUT_ENTRY)


def test_no_two_actions_share_a_key(window: MainWindow) -> None:
    keys = Counter(each.toString() for action in window.actions_.by_key.values() for each in action.shortcuts())
    assert [key for key, count in keys.items() if count > 1] == []
    lines = Counter((line.group, key) for line in shortcuts(window.actions_) for key in line.keys)
    assert [line for line, count in lines.items() if count > 1] == []


def test_a_key_of_a_page_is_not_at_odds_with_the_window(window: MainWindow) -> None:
    """Where a page has a key that is also an action's, Qt does neither; so the action is not to be had while that page is in front."""
    of_actions = {each.toString(): action for action in window.actions_.by_key.values() for each in action.shortcuts()}
    twice, looked_at = [], 0
    for key in pages_gone_to():
        window.go(key)
        page = window.pages.currentWidget()
        assert page is not None
        for shortcut in page.findChildren(QShortcut):
            for sequence in QShortcut.keys(shortcut):
                looked_at += 1
                action = of_actions.get(sequence.toString())
                if action is not None and action.isEnabled() and shortcut.isEnabled():
                    twice.append(f"{sequence.toString()} on the page {key}: {action.text()}")
    assert twice == [] and looked_at > 0


def test_find_in_help_by_its_key(window: MainWindow) -> None:
    window.go("help")
    page = window.pages.currentWidget()
    assert page is not None
    field = next(each for each in page.findChildren(QLineEdit) if each.accessibleName() == "Find in help")
    page.setFocus()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert field.hasFocus()
