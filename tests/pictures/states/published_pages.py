"""The pages of a record that is published or was changed since its sign-off: what they say, and what can be read only."""

from __future__ import annotations

from collections.abc import Callable

from response_app.authoring import office, records, texts
from response_app.authoring.workspace import Workspace
from response_app.domain.canonical import from_plain
from response_app.interchange import write_record
from ui.main_window import MainWindow
from ui.pages.answers_page import AnswersPage

from ..state import State
from ..stores import Store, example
from .publish import PUBLISHED


def _as_table(window: MainWindow) -> Callable[[], object]:
    page = window.pages.currentWidget()
    assert isinstance(page, AnswersPage)
    page.show_table()
    return page.show_list


def _lower(window: MainWindow) -> None:
    """Scroll to the end of the page."""
    page = window.pages.currentWidget()
    page.verticalScrollBar().setValue(page.verticalScrollBar().maximum())  # type: ignore[union-attr]  # a page that scrolls


def _changed(opened: Workspace) -> None:
    """The example, with other words in it than were signed off."""
    usual = example()
    opened.do(office.set_up, "A. Author", usual.office)
    opened.do(records.bring_in, write_record(usual))
    opened.do(texts.save_text, usual.record_id, "sections.overall_comments", from_plain("I am satisfied with the force’s plans."))


CHANGED = Store("changed", _changed, opens=True)


STATES = (
    State("details", "published", store=PUBLISHED),
    State("details", "published-lower", store=PUBLISHED, show=_lower),
    State("findings", "published", store=PUBLISHED),
    State("answers", "published", store=PUBLISHED, wait=600),
    State("answers", "published-table", store=PUBLISHED, show=_as_table),
    State("initial", "published", store=PUBLISHED),
    State("chief", "published", store=PUBLISHED),
    State("after", "acts", store=PUBLISHED, show=_lower),
    State("tasks", "changed", store=CHANGED),
    State("publish", "changed", store=CHANGED, wait=1800),
    State("home", "changed", store=CHANGED),
)
