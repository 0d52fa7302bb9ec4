"""The walk over what is open on a page: palette, help topics, tables, strips, messages; every state that pictures are taken of.

A page that is new is walked as soon as `tests/pictures/states/` has a line for it (see `tests/pictures`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from tests.pictures.state import AT_ONCE, walked_states
from ui.main_window import MainWindow
from ui.widgets.palette import Palette

from .looks import LEAST_TARGET, SMALL_AND_LARGE, USUAL, Look, by_arrows, cut_off, focusable, settle, wait_until_at_rest
from .test_walk import tabbed_through

BESIDES = tuple(each for each in walked_states() if each.name != "usual")
pytestmark = pytest.mark.parametrize("look", [USUAL, SMALL_AND_LARGE], ids=lambda look: look.name, scope="module")


def in_each(window: MainWindow, look: Look) -> Iterator[tuple[str, QWidget]]:
    """Bring the window into each state, and give the state's title and the part that one works in: the palette, else the page."""
    look.dress(window)
    for state in BESIDES:
        afterwards = state.enter(window)
        settle()
        if state.wait > AT_ONCE:
            wait_until_at_rest(window)
        page = window.pages.currentWidget()
        palette = window.findChild(Palette)
        assert page is not None
        yield state.title, palette if isinstance(palette, Palette) and palette.isVisible() else page
        if afterwards is not None:
            afterwards()


def test_everything_is_named_high_enough_and_not_cut_off(window: MainWindow, look: Look) -> None:
    found = []
    for title, shown in in_each(window, look):
        there = focusable(shown)
        names = Counter(each.accessibleName() for each in there)
        found += [f"{title}: {count} named {name!r}" for name, count in names.items() if count > 1 or not name]
        found += [
            f"{title}: {each.accessibleName()} is {each.width()} x {each.height()}"
            for each in there
            if min(each.width(), each.height()) < LEAST_TARGET
        ]
        if look is USUAL:
            found += [f"{title}: {each}" for each in cut_off(shown)]
    assert found == []


def test_tab_reaches_everything_and_brings_it_into_view(window: MainWindow, look: Look) -> None:
    found = []
    for title, shown in in_each(window, look):
        at = QApplication.focusWidget()
        if isinstance(shown, Palette) and not (at is not None and shown.isAncestorOf(at)):
            found.append(f"{title}: the keyboard is not in the palette")
        if isinstance(shown, Palette) or at is None:
            continue  # the palette is all there is to go to; a state may leave the keyboard out for its picture
        reached = tabbed_through(Qt.Key.Key_Tab)
        found += [
            f"{title}: {each.accessibleName()}"
            for each in focusable(shown)
            if each not in reached and not by_arrows(each) and each.isVisible()
        ]
    assert found == []
