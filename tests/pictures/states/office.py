"""The first start, and the parts of the office settings."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from response_app.authoring import current_office, office_people, office_titles, office_words
from response_app.domain.holders import Post, Standing
from ui.main_window import MainWindow
from ui.pages.details_page import DetailsPage
from ui.pages.first_run_page import FirstRunPage
from ui.pages.office_page import LOGO, PEOPLE, RULES, TITLES, WORDS, YOU, OfficePage

from ..state import Afterwards, State
from ..stores import FULL, NEW


def start_without_name(window: MainWindow) -> None:
    """Choose "Start" with nothing filled in."""
    page = window.pages.currentWidget()
    assert isinstance(page, FirstRunPage)
    page.start.click()


def part(key: str) -> Callable[[MainWindow], Afterwards]:
    """Return what brings a part forward."""

    def show(window: MainWindow) -> Afterwards:
        page = window.pages.currentWidget()
        assert isinstance(page, OfficePage)
        page.show_part(key)
        return lambda: page.show_part(TITLES)

    return show


def people(window: MainWindow) -> Afterwards:
    """Show a holder who has left, a gap, and somebody who acts and whose days are the wrong way round."""
    before = _steps(window)
    do = _do(window)
    do(office_people.change_person, 0, until=date(2024, 5, 8))
    do(office_people.add_person, Post.BODY)
    do(office_people.change_person, 2, name="N. Example", since=date(2024, 5, 13))
    do(office_people.add_person, Post.BODY)
    do(office_people.change_person, 3, name="P. Example", standing=Standing.ACTING, since=date(2024, 6, 1), until=date(2024, 5, 1))
    back = part(PEOPLE)(window)

    def put_back() -> None:
        _take_back(window, before)
        if back is not None:
            back()

    return put_back


def words(window: MainWindow) -> Afterwards:
    """Show some words."""
    before = _steps(window)
    for each in ("safeguarding", "Exampleshire", "neighbourhood", "OPCC", "multi"):
        _do(window)(office_words.add_word, each)
    back = part(WORDS)(window)

    def put_back() -> None:
        _take_back(window, before)
        if back is not None:
            back()

    return put_back


def new_names(window: MainWindow) -> Afterwards:
    """Show a record whose office prints other names by now."""
    state, page = window.state, window.pages.currentWidget()
    assert state is not None and isinstance(page, DetailsPage)
    before = _steps(window)
    titles = state.workspace.ask(office_titles.office_titles)
    state.do(current_office.keep_old_names, state.record_id, state.today())
    _do(window)(office_titles.change_titles, replace(titles, body_title="Mayor", body_short="Mayor"))
    _do(window)(office_people.change_person, 0, name="N. Example")
    page.names.use.setFocus()
    return lambda: _take_back(window, before)


def _do(window: MainWindow) -> Callable[..., object]:
    state = window.state
    assert state is not None
    return state.do


def _steps(window: MainWindow) -> str:
    """The last step that Undo would take back."""
    return window.state.undo_name if window.state is not None else ""


def _take_back(window: MainWindow, before: str) -> None:
    state = window.state
    while state is not None and state.undo_name != before:
        state.undo()


STATES = (
    State("office"),
    State("office", "full", store=FULL),
    State("office", "people", show=people),
    State("office", "logo", show=part(LOGO)),
    State("office", "words", show=words),
    State("office", "rules", show=part(RULES)),
    State("office", "you", show=part(YOU)),
    State("office", "first-run", store=NEW),
    State("office", "first-run-error", store=NEW, show=start_without_name),
    State("details", "new-names", show=new_names),
)
