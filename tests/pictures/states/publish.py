"""Sign off and publish, and after publication."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QWidget

from response_app.authoring import after, office, records
from response_app.authoring.publication_steps import StepKey
from response_app.authoring.workspace import Workspace
from response_app.domain.canonical import from_plain
from response_app.domain.finding import UpdateBy, UpdateSays
from response_app.domain.response import Copy, CopyTo, Publication, Status
from response_app.interchange import write_record
from ui.main_window import MainWindow
from ui.pages.after_page import AfterPage
from ui.pages.publish_page import PublishPage

from ..state import State
from ..stores import FULL, Store, example

_LIVE = date(2024, 7, 2)


def _published(opened: Workspace) -> None:
    """The example, live, with progress on its findings."""
    usual = example()
    publication = Publication(_LIVE, _LIVE, _LIVE, "https://www.exampleshire.example/responses/organised-crime")
    copies = tuple(Copy(to, "", "1.0", _LIVE, "e-mail") for to in (CopyTo.INSPECTORS, CopyTo.SECRETARY_OF_STATE))
    state = replace(usual.state, status=Status.PUBLISHED, publication=publication, copies=copies)
    opened.do(office.set_up, "A. Author", usual.office)
    opened.do(records.bring_in, write_record(replace(usual, state=state)))
    first, second, third = (each.id for each in usual.findings[:3])
    add = after.add_update
    record_id = usual.record_id
    opened.do(add, record_id, first, date(2024, 9, 12), UpdateBy.FORCE, UpdateSays.DONE, from_plain("Six posts filled."))
    opened.do(add, record_id, second, date(2024, 9, 30), UpdateBy.FORCE, UpdateSays.DONE, from_plain("All plans are checked each month."))
    words = from_plain("Reviewed at the October meeting; 94 percent of plans met the standard.")
    opened.do(add, record_id, second, date(2024, 10, 14), UpdateBy.COMMISSIONER, UpdateSays.SATISFIED, words)
    opened.do(add, record_id, third, date(2024, 9, 30), UpdateBy.FORCE, UpdateSays.DELAYED, from_plain("The audit is delayed."))
    opened.do(after.move_target, record_id, third, date(2025, 3, 31), "The audit is delayed.", date(2024, 9, 30))


PUBLISHED = Store("published", _published, opens=True)


def _page(window: MainWindow) -> QWidget | None:
    return window.pages.currentWidget()


def _open(key: StepKey) -> Callable[[MainWindow], Callable[[], object]]:
    """Open what a step asks for, once the checks have told."""

    def show(window: MainWindow) -> Callable[[], object]:
        page = _page(window)
        assert isinstance(page, PublishPage)
        if page.first_focus() is not None and page.rows[key].isVisible():
            page.open_step(key)
        else:
            page.judged.connect(lambda: page.open_step(key) if page.open_key is None else None)
        return page.leave

    return show


def _choose_second(window: MainWindow) -> None:
    page = _page(window)
    assert isinstance(page, AfterPage)
    second = list(page.rows)[1]
    page.show_finding(second)
    page.rows[second].setFocus()


STATES = (
    State("publish", wait=1800),
    State("publish", "sign-off", show=_open(StepKey.SIGNED), wait=1800),
    State("publish", "files", show=_open(StepKey.FILES), wait=1800),
    State("publish", "full", store=FULL, wait=2500),
    State("publish", "published", store=PUBLISHED, wait=1800),
    State("after", "before"),
    State("after", store=PUBLISHED, show=_choose_second, wait=400),
)
