"""The bench's author, who types and clicks: keys painted, pages turned, the longest hold of the window (every step)."""

from __future__ import annotations

from collections.abc import Callable
from time import perf_counter
from typing import ClassVar

from PySide6.QtCore import QEvent, QEventLoop, QObject, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

import ui.app as app

from .window_work import Stand, Times, closed, go_to_middle

KEYS, TURNS = 400, 3
_BETWEEN_KEYS_MS = 60
"""About 200 words a minute: quicker than anybody writes a text of their own."""

_PAUSE_AFTER, _PAUSE_MS = 40, 2_500
"""Now and then the author thinks, and what is typed is saved, checked and shown elsewhere."""

_WORDS = "the force will reveiw its plans and I will publish what it finds. "
PAGES = ("tasks", "details", "findings", "initial", "chief", "answers", "overall", "home", "help")


class TimedApplication(QApplication):
    """Times each event that the window's thread handles, in milliseconds; one that comes within another belongs to it."""

    found: ClassVar[list[float]] = []
    _depth = 0

    def notify(self, receiver: QObject, event: QEvent) -> bool:
        """Handle an event as ever, and note how long it took."""
        TimedApplication._depth += 1
        begin = perf_counter()
        try:
            return super().notify(receiver, event)
        finally:
            TimedApplication._depth -= 1
            if not TimedApplication._depth:
                self.found.append((perf_counter() - begin) * 1000)


def _rest(milliseconds: int) -> None:
    """Let the window do what it does of itself, in a loop that sleeps between events as the app's own does."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def _typed(folder: str) -> tuple[Stand, list[float]]:
    """Write on in the middle of a text; return the window and the milliseconds of each key until it was painted."""
    stand = Stand.on(folder)
    edit = stand.section.edit
    stand.until(lambda: edit.spelling.is_complete)
    go_to_middle(edit)
    if stand.window.backups is not None:
        stand.window.backups.stop()  # the idle backup is measured apart
    TimedApplication.found.clear()
    keys = []
    for number in range(KEYS):
        letter = _WORDS[number % len(_WORDS)]
        keys.append(stand.painted(lambda letter=letter: QTest.keyClicks(edit, letter), edit.viewport()))  # type: ignore[misc]
        _rest(_PAUSE_MS if number % _PAUSE_AFTER == _PAUSE_AFTER - 1 else _BETWEEN_KEYS_MS)
    return stand, keys[KEYS // 10 :]


def keys_typed(folder: str) -> Times:
    """Each key press of somebody who writes on, spelling marks on, until it is painted."""
    stand, keys = _typed(folder)
    return closed(stand, {"ours": keys})


def holds_while_typing(folder: str) -> Times:
    """Each event that the window's thread handles while somebody writes on: keys, saving, spelling, checks, whatever comes."""
    vars(app)["QApplication"] = TimedApplication
    stand, _keys = _typed(folder)
    return closed(stand, {"ours": [*TimedApplication.found]})


def pages_turned(folder: str) -> Times:
    """From one page to each other, all seen before, until painted."""
    stand = Stand.on(folder)
    for key in PAGES:
        stand.painted(lambda key=key: stand.window.go(key))  # type: ignore[misc]
    times = [stand.painted(lambda key=key: stand.window.go(key)) for _ in range(TURNS) for key in PAGES]  # type: ignore[misc]
    return closed(stand, {"ours": times})


PROGRAMS: dict[str, Callable[[str], Times]] = {
    "author-keys": keys_typed,
    "author-holds": holds_while_typing,
    "author-pages": pages_turned,
}
