"""Answers to findings beyond the usual page: as a table, what is asked under it, a suggestion, a search, nothing to answer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt

from ui.main_window import MainWindow
from ui.pages.answers_page import AnswersPage
from ui.pages.answers_table import AnswersTable

from ..state import Afterwards, State
from ..stores import FULL


def _page(window: MainWindow) -> AnswersPage:
    page = window.pages.currentWidget()
    assert isinstance(page, AnswersPage)
    return page


def _table(window: MainWindow) -> Afterwards:
    page = _page(window)
    page.show_table()
    return page.show_list


def _asks(does: str) -> Callable[[MainWindow], Afterwards]:
    def show(window: MainWindow) -> Afterwards:
        page = _page(window)
        page.show_table()
        table = page.table
        assert isinstance(table, AnswersTable)
        rows = [each.id for each in table.model.lines[1:4]]
        table.view.choose(rows, rows[-1])
        table.act(does)

        def back() -> None:
            (table.reason if table.reason.isVisible() else table.owner).left.emit()
            table.view.clearSelection()
            page.show_list()

        return back

    return show


def _nothing_found(window: MainWindow) -> Afterwards:
    page = _page(window)
    page.show_table()
    table = page.table
    assert isinstance(table, AnswersTable)
    table.filters.words.setText("words of no finding")
    table.filters.words.setFocus(Qt.FocusReason.OtherFocusReason)

    def back() -> None:
        table.filters.show_all()
        page.show_list()

    return back


def _suggestion(window: MainWindow) -> Afterwards:
    page = _page(window)
    page.chief.suggest.click()
    return page.chief.suggestion.withdraw.click


def _picker(window: MainWindow) -> Afterwards:
    page = _page(window)
    page.own.with_another.click()
    return page.own.picker.closed.emit


def _empty(window: MainWindow) -> Afterwards:
    page, state = _page(window), window.state
    assert state is not None and state.record is not None
    record = state.record
    page.refresh(replace(record, findings=()), None)
    page.nothing.go.setFocus(Qt.FocusReason.OtherFocusReason)
    return lambda: page.refresh(record, None)


STATES = (
    State("answers", "table", _table),
    State("answers", "table-full", _table, store=FULL),
    State("answers", "table-reason", _asks("not")),
    State("answers", "table-owner", _asks("owner")),
    State("answers", "table-nothing-found", _nothing_found),
    State("answers", "suggestion", _suggestion, wait=400),
    State("answers", "together", _picker),
    State("answers", "together-full", _picker, store=FULL),
    State("answers", "empty", _empty),
)
