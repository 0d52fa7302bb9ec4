"""Garbage is collected in full when nobody works in the window, and not in the middle of work."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from ui import garbage
from ui.garbage import GarbageWhenAway


class Knot:
    """An object that holds itself: only a collection lets it go."""

    def __init__(self) -> None:
        self.itself = self


def old_knot() -> weakref.ref[Knot]:
    """Return a watch on a knot that is no longer young, and that nobody holds any more."""
    knot = Knot()
    gc.collect(1)
    return weakref.ref(knot)


@pytest.fixture
def made(qapp: QApplication) -> Iterator[Callable[[], None]]:
    """What lets the app collect as in the window; undone afterwards."""
    before, keepers = gc.get_threshold(), []
    yield lambda: keepers.append(GarbageWhenAway(qapp))
    for each in keepers:
        delete(each)
    gc.set_threshold(*before)


def test_work_goes_on_without_a_full_collection(made: Callable[[], None]) -> None:
    made()
    knot = old_knot()
    full = gc.get_stats()[2]["collections"]
    kept = [[number] for number in range(300_000)]
    assert gc.get_stats()[2]["collections"] == full
    assert knot() is not None
    assert len(kept) == 300_000


def test_turning_to_another_program_collects(qapp: QApplication, made: Callable[[], None]) -> None:
    made()
    knot = old_knot()
    qapp.applicationStateChanged.emit(Qt.ApplicationState.ApplicationActive)
    assert knot() is not None
    qapp.applicationStateChanged.emit(Qt.ApplicationState.ApplicationInactive)
    assert knot() is None


def test_time_collects(qtbot: QtBot, made: Callable[[], None], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(garbage, "EVERY_MS", 1)
    made()
    knot = old_knot()
    qtbot.waitUntil(lambda: knot() is None)
