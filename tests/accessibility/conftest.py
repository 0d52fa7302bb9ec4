"""The window on the example record, for each test; and no warning from Qt."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.pictures.take import window_on_example
from ui import theme
from ui.main_window import MainWindow


@pytest.fixture(scope="module")
def one_window(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[MainWindow]:
    """Give the window with the example record open, one for all tests of a module."""
    looks = theme.install(qapp)
    looks.choose(Qt.ColorScheme.Light)
    made = window_on_example(tmp_path_factory.mktemp("store"))
    made.show()
    yield made
    made.close()
    made.deleteLater()


@pytest.fixture
def window(one_window: MainWindow) -> Iterator[MainWindow]:
    """Give the window as it is at first: 1360 x 860, letters of the usual size, and with the keyboard."""
    one_window.resize(1360, 860)
    one_window.activateWindow()
    assert QTest.qWaitForWindowActive(one_window)
    yield one_window
    theme.theme().contrast(None)
    if theme.theme().percent != 100:
        theme.theme().zoom(100)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """A warning from Qt fails a test; the offscreen platform has three of its own that say nothing about us."""
    for item in items:
        if "/accessibility/" in item.path.as_posix():
            item.add_marker(pytest.mark.qt_log_level_fail("WARNING"))
            item.add_marker(pytest.mark.qt_log_ignore("does not support (propagateSizeHints|raise|grabbing the keyboard)"))
