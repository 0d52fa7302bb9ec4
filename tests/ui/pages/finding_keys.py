"""The list of findings by its keys, and what order the findings are in."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from response_app.domain.record import Record
from ui.pages.findings_page import FindingsPage

from .opened import Opened


def ids(record: Record | None) -> str:
    """Return the ids of a record's findings in their order, with blanks between."""
    assert record is not None
    return " ".join(each.id for each in record.findings)


def press(opened: Opened[FindingsPage], key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key in the list."""
    opened.page.list.setFocus()
    QTest.keyClick(opened.page.list, key, modifier)


def choose(opened: Opened[FindingsPage], row: int) -> None:
    """Go to a row, counted from 0."""
    press(opened, Qt.Key.Key_Home)
    for _ in range(row):
        press(opened, Qt.Key.Key_Down)
