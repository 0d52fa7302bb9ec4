"""A person at a window for each test, and no warning from Qt."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ..fixtures.usual_looks import usual_looks
from .person import Person


@pytest.fixture
def person(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Person]:
    """Give somebody who works on a store of their own; their windows are closed at the end."""
    usual_looks(qapp)
    made = Person(qtbot, tmp_path / "store")
    yield made
    made.leaves()
    usual_looks(qapp)
    qapp.clipboard().clear()
