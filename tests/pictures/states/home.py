"""Home, with no record, one, and many; with what was found, and with nothing found."""

from __future__ import annotations

from collections.abc import Callable

from ui.main_window import MainWindow
from ui.pages.home_page import HomePage

from ..state import Afterwards, State
from ..stores import EMPTY, FULL

_SEARCHED = 500
"""Milliseconds until the texts have been searched."""


def _type(words: str) -> Callable[[MainWindow], Afterwards]:
    """Return what types words into the field and takes them away again."""

    def show(window: MainWindow) -> Afterwards:
        page = window.pages.currentWidget()
        assert isinstance(page, HomePage)
        page.strip.field.setText(words)
        return page.strip.clear

    return show


STATES = (
    State("home"),
    State("home", "empty", store=EMPTY),
    State("home", "full", store=FULL),
    State("home", "found", _type("plan"), wait=_SEARCHED),
    State("home", "found-among-many", _type("the"), FULL, wait=_SEARCHED),
    State("home", "nothing-found", _type("qqq"), wait=_SEARCHED, walked=False),
)
