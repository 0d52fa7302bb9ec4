"""F6 goes through the parts of the window and comes round; Shift+F6 goes the other way."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.pictures.take import window_on_example
from ui import theme
from ui.main_window import MainWindow

F6 = Qt.Key.Key_F6
NONE, SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier


def part_with_keyboard(window: MainWindow) -> str:
    """Return which part of the window has the keyboard; of a section, which side of it."""
    focus = QApplication.focusWidget()
    assert focus is not None
    page = window.pages.currentWidget()
    side = getattr(page, "side", None)
    parts: dict[str, QWidget | None] = {"sidebar": window.sidebar, "banner": window.banner, "side": side, "page": page}
    return next(name for name, part in parts.items() if part is not None and part.isAncestorOf(focus))


def test_they_are_gone_through_both_ways(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    theme.install(qapp)
    window = window_on_example(tmp_path)
    qtbot.addWidget(window, before_close_func=lambda made: made.close())
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    window.go("initial")
    window.banner.tell("Something was done.", "info", "Undo", lambda: None)
    seen = [part_with_keyboard(window)]
    for _ in range(4):
        QTest.keyClick(QApplication.focusWidget(), F6, NONE)
        seen.append(part_with_keyboard(window))
    assert seen == ["page", "side", "sidebar", "banner", "page"]
    assert window.sidebar.buttons["initial"].isChecked()
    for part in ("banner", "sidebar"):
        QTest.keyClick(QApplication.focusWidget(), F6, SHIFT)
        assert part_with_keyboard(window) == part
    assert QApplication.focusWidget() is window.sidebar.buttons["initial"], "the place where one is"
    window.banner.hide()
    window.go("tasks")
    QTest.keyClick(QApplication.focusWidget(), F6, NONE)
    QTest.keyClick(QApplication.focusWidget(), F6, NONE)
    assert part_with_keyboard(window) == "page", "without sides of its own, a page and the sidebar are all there is"
