"""The bench's author, who types and clicks: keys painted, pages turned, the longest hold of the window (every step)."""

from __future__ import annotations

from collections.abc import Callable
from time import perf_counter

from PySide6.QtCore import QAbstractEventDispatcher, QEventLoop, QTimer
from PySide6.QtTest import QTest

from .window_work import Stand, Times, closed, go_to_middle

KEYS, TURNS = 400, 3
_BETWEEN_KEYS_MS = 60
"""About 200 words a minute: quicker than anybody writes a text of their own."""

_WORDS = "the force will reveiw its plans and I will publish what it finds. "
PAGES = ("tasks", "details", "findings", "initial", "chief", "answers", "overall", "home", "help")


class Holds:
    """How long the window's thread is held: from waking to going to sleep again, in milliseconds each."""

    def __init__(self) -> None:
        self.found: list[float] = []
        self._awake = perf_counter()
        dispatcher = QAbstractEventDispatcher.instance()
        assert dispatcher is not None
        dispatcher.awake.connect(self._wake)
        dispatcher.aboutToBlock.connect(self._sleep)

    def _wake(self) -> None:
        self._awake = perf_counter()

    def _sleep(self) -> None:
        self.found.append((perf_counter() - self._awake) * 1000)


def _rest(milliseconds: int) -> None:
    """Let the window do what it does of itself, in a loop that sleeps between events as the app's own does."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def _typed(folder: str, told: Callable[[list[float], Holds], list[float]]) -> Times:
    stand = Stand.on(folder)
    edit = stand.section.edit
    stand.until(lambda: edit.spelling.is_complete)
    go_to_middle(edit)
    if stand.window.backups is not None:
        stand.window.backups.stop()  # the idle backup is measured apart
    holds, keys = Holds(), []
    for number in range(KEYS):
        letter = _WORDS[number % len(_WORDS)]
        keys.append(stand.painted(lambda letter=letter: QTest.keyClicks(edit, letter), edit.viewport()))  # type: ignore[misc]
        _rest(_BETWEEN_KEYS_MS)
    return closed(stand, {"ours": told(keys[KEYS // 10 :], holds)})


def keys_typed(folder: str) -> Times:
    """Each key press of somebody who writes on, spelling marks on, until it is painted."""
    return _typed(folder, lambda keys, _holds: keys)


def holds_while_typing(folder: str) -> Times:
    """Each hold of the window's thread while somebody writes on: keys, saving, spelling, whatever comes."""
    return _typed(folder, lambda _keys, holds: holds.found)


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
