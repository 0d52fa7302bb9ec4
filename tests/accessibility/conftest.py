"""The window on the example record, for each test; and no warning from Qt."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.fixtures.usual_looks import put_away
from tests.pictures.take import window_on_example
from ui import theme
from ui.main_window import MainWindow

from .looks import USUAL, Look, take_colours


@pytest.fixture(scope="module")
def one_window(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[MainWindow]:
    """Give the window with the example record open, one for all tests of a module."""
    looks = theme.install(qapp)
    looks.choose(Qt.ColorScheme.Light)
    take_colours(None)
    made = window_on_example(tmp_path_factory.mktemp("store"))
    made.show()
    yield made
    USUAL.dress(made)
    made.close()
    made.deleteLater()
    put_away()


@pytest.fixture(scope="module")
def look() -> Look:
    """Give the usual look; a test that wants others names them, and pytest runs those with one look after each other."""
    return USUAL


@pytest.fixture
def window(one_window: MainWindow, look: Look) -> MainWindow:
    """Give the window in its look, with the keyboard."""
    look.dress(one_window)
    one_window.activateWindow()
    assert QTest.qWaitForWindowActive(one_window)
    return one_window
