"""What a picture is of: a page, what is to be done on it first, and the store that it shows."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import import_module
from pkgutil import iter_modules

from ui.main_window import MainWindow

from . import states
from .stores import USUAL, Store

Afterwards = Callable[[], object] | None
"""What puts the window back as it was."""
AT_ONCE = 120
"""Milliseconds that a state is given in which nothing comes from the background."""


@dataclass(frozen=True, slots=True)
class State:
    """One state of one page.

    Attributes:
        page: the page as `MainWindow.go` knows it, or what the picture is to be called where `goes` is off.
        name: "usual", "empty", "full", "error", or a word for what is open on the page.
        show: brings the page into this state once it is in front; what it returns puts it back.
        store: what the window is opened on.
        wait: milliseconds until all has arrived that comes from the background.
        goes: whether the page is gone to first.
        walked: whether the tests of accessibility go through it, on the usual store alone.
    """

    page: str
    name: str = "usual"
    show: Callable[[MainWindow], Afterwards] | None = None
    store: Store = USUAL
    wait: int = AT_ONCE
    goes: bool = True
    walked: bool = True

    @property
    def title(self) -> str:
        """How files and tests are called."""
        return f"{self.page}-{self.name}"

    def enter(self, window: MainWindow) -> Afterwards:
        """Bring the page forward in this state; what it returns puts the window back."""
        if self.goes:
            window.go(self.page)
        return self.show(window) if self.show is not None else None


def all_states() -> Iterator[State]:
    """Yield every state of every module in `states/`, by the modules' names."""
    for found in sorted(iter_modules(states.__path__), key=lambda each: each.name):
        yield from import_module(f"{states.__name__}.{found.name}").STATES


def walked_states() -> tuple[State, ...]:
    """Return the states on the usual store that the tests of accessibility go through."""
    return tuple(each for each in all_states() if each.walked and each.store is USUAL)


def pages_gone_to() -> tuple[str, ...]:
    """Return every page that one can go to with a record open, as `MainWindow.go` knows it."""
    return tuple(dict.fromkeys(each.page for each in all_states() if each.goes and each.store is USUAL))
