"""A person at a window for each test, and no warning from Qt."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui import theme

from .person import Person


@pytest.fixture
def person(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Person]:
    """Give somebody who works on a store of their own; their windows are closed at the end."""
    looks = theme.install(qapp)
    looks.choose(Qt.ColorScheme.Light)
    made = Person(qtbot, tmp_path / "store")
    yield made
    made.leaves()
    looks.zoom(100)
    qapp.clipboard().clear()
