"""Home on a store with fictional records, and the keys that somebody presses in it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from ui.models.record_order import Column
from ui.pages.home_page import HomePage

KEY = Qt.Key
Show = Callable[..., HomePage]
"""What the fixture `show` gives: Home on a store that holds the records given."""


def titles(page: HomePage) -> list[str]:
    """The ids of the rows shown."""
    return [page.model.record_id(at) for at in range(page.model.rowCount())]


def cell(page: HomePage, row: int, column: Column = Column.INSPECTION) -> QPoint:
    """A point in the first line of a cell."""
    return page.table.visualRect(page.model.index(row, column)).topLeft() + QPoint(20, 18)


def come_to_list(page: HomePage, qtbot: QtBot) -> None:
    """Go to the list with the Tab key, past the choices and the heads of the columns."""
    page.strip.field.setFocus()
    for _ in range(12):
        if page.table.hasFocus():
            return
        qtbot.keyClick(QApplication.focusWidget(), KEY.Key_Tab)
    raise AssertionError("Tab does not come to the list")


def answer(page: HomePage, qtbot: QtBot, path: Path, act: str) -> None:
    """Paste a file's name into the dialog, press its button."""
    dialog = page.findChild(QFileDialog)
    line = dialog.findChild(QLineEdit, "fileNameEdit")
    line.selectAll()
    QApplication.clipboard().setText(str(path))
    qtbot.keyClick(line, KEY.Key_V, Qt.KeyboardModifier.ControlModifier)
    button = next(each for each in dialog.findChildren(QPushButton) if each.text() == act)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
