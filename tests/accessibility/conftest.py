"""The window on the example record, for each test; and no warning from Qt."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.pictures.take import window_on_example
from ui import theme
from ui.main_window import MainWindow


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[MainWindow]:
    """Give the window with the example record open, 1360 x 860."""
    looks = theme.install(qapp)
    looks.choose(Qt.ColorScheme.Light)
    made = window_on_example(tmp_path)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    yield made
    looks.zoom(100)
    made.close()
    made.deleteLater()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """A warning from Qt fails a test; the offscreen platform has three of its own that say nothing about us."""
    for item in items:
        if "/accessibility/" in item.path.as_posix():
            item.add_marker(pytest.mark.qt_log_level_fail("WARNING"))
            item.add_marker(pytest.mark.qt_log_ignore("does not support (propagateSizeHints|raise|grabbing the keyboard)"))
