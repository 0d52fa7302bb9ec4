"""The walk over the page of a report: its halves, its full table, and what is asked below the findings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.pictures.report import show_report
from ui.main_window import MainWindow
from ui.pages.report_page import ReportPage

from .looks import LEAST_TARGET, LOOKS, SMALL_AND_LARGE, Look, by_arrows, cut_off, focusable, settle
from .new_windows import new_windows
from .test_walk import tabbed_through

in_every_look = pytest.mark.parametrize("look", [*LOOKS, SMALL_AND_LARGE], ids=lambda look: look.name)


def as_it_is(page: ReportPage) -> None:
    """The list beside the report."""


def as_text(page: ReportPage) -> None:
    """The words of the report, some of them chosen."""
    page.halves.bring_forward(0)
    page.view.as_text.setChecked(True)
    page.view.choose(8, 9)


def full_table(page: ReportPage) -> None:
    """The full table."""
    page.found.set_full(True)


def split(page: ReportPage) -> None:
    """The question where to split."""
    page.found.tool_asked.emit("split")


def correct(page: ReportPage) -> None:
    """The fields of a finding."""
    page.found.tool_asked.emit("correct")


def add(page: ReportPage) -> None:
    """A missed finding."""
    page.found.tool_asked.emit("add")


STATES = (as_it_is, as_text, full_table, split, correct, add)


@pytest.fixture
def page(window: MainWindow) -> Iterator[ReportPage]:
    """Give the page with a report on it; its pages are not drawn."""
    made = show_report(window, drawn=False)
    yield made
    made.give_up()


def in_each_state(page: ReportPage) -> Iterator[str]:
    """Bring the page into each state, one after the other."""
    for state in STATES:
        page.found.show_panel(None)
        page.found.set_full(False)
        page.halves.bring_forward(1)
        state(page)
        settle()
        settle()
        yield state.__name__


@in_every_look
def test_everything_has_a_name_and_no_words_are_cut_off(window: MainWindow, page: ReportPage, look: Look) -> None:
    look.dress(window)
    found = []
    for state in in_each_state(page):
        names = Counter(each.accessibleName() for each in focusable(page))
        assert "" not in names and len(names) > 5
        found += [f"{state}: twice {name}" for name, count in names.items() if count > 1]
        found += [f"{state}: {each}" for each in cut_off(window)]
    assert not found


@pytest.mark.parametrize("key", [Qt.Key.Key_Tab, Qt.Key.Key_Backtab], ids=["on", "back"])
def test_tab_reaches_everything_and_leaves(page: ReportPage, key: Qt.Key) -> None:
    at = QApplication.focusWidget()
    assert at is not None and page.isAncestorOf(at)
    for state in in_each_state(page):
        wanted = [each for each in focusable(page) if not by_arrows(each)]
        reached = tabbed_through(key)
        assert not [f"{state}: {each.accessibleName()}" for each in wanted if each not in reached]
        assert any(not page.isAncestorOf(each) for each in reached), "Tab leaves the page"


def test_everything_is_high_enough_to_hit(page: ReportPage) -> None:
    for state in in_each_state(page):
        small = [each for each in focusable(page) if each.height() < LEAST_TARGET or each.width() < LEAST_TARGET]
        assert not [f"{state}, {each.accessibleName()}: {each.width()} x {each.height()}" for each in small]


def test_no_other_window_comes_up(window: MainWindow, qapp: QApplication) -> None:
    with new_windows(qapp) as seen:
        page = show_report(window, drawn=False)
        assert len(list(in_each_state(page))) == len(STATES)
    page.give_up()
    assert not seen
