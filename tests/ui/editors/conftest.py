"""An editor for each test, and no warning from Qt."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from .typist import Typist

NewTypist = Callable[..., Typist]


@pytest.fixture
def typist(qtbot: QtBot) -> NewTypist:
    """Give somebody an editor that holds a fragment, or nothing."""
    return lambda fragment="", pause=1000: Typist(qtbot, fragment, pause)


@pytest.fixture(autouse=True)
def empty_clipboard(qapp: QApplication) -> Iterator[None]:
    """What a test puts on the clipboard is gone before Python is."""
    yield
    qapp.clipboard().clear()
