"""Sign off and publish, and after publication."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QPushButton, QWidget

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
from ui.widgets.act_form import ActForm

from ..state import State
from ..stores import FULL, Store, example

_LIVE = date(2024, 7, 2)


def _published(opened: Workspace) -> None:
    """The example, live, with progress on its findings."""
    usual = example()
    publication = Publication(_LIVE, _LIVE, _LIVE, "https://www.exampleshire.example/responses/organised-crime")
    copies = (Copy(CopyTo.INSPECTORS, "", "1.0", _LIVE, "e-mail, receipt 7"),)
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


def _correcting(opened: Workspace) -> None:
    """The same with a correction begun."""
    _published(opened)
    opened.do(after.begin_correction, example().record_id, "The name of the scrutiny board.", date(2024, 10, 21))


PUBLISHED = Store("published", _published, opens=True)
CORRECTING = Store("correcting", _correcting, opens=True)


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


def _wrong(key: StepKey) -> Callable[[MainWindow], Callable[[], object]]:
    """Open a form and try to save it with a day that it cannot have, so that it says what is wrong."""

    def show(window: MainWindow) -> Callable[[], object]:
        page, leave = _page(window), _open(key)(window)
        assert isinstance(page, PublishPage)

        def save() -> None:
            form = page.rows[key].findChild(ActForm)
            if form is not None:
                form.rows["on"].show_value(date(2024, 12, 1), fresh=True)
                form.save()

        QTimer.singleShot(1400, page, save)
        return leave

    return show


def _plan(window: MainWindow) -> Callable[[], object]:
    page = _page(window)
    assert isinstance(page, PublishPage)
    page.plan.open()
    page.ensureWidgetVisible(page.plan)
    return page.plan.close_form


def _ask(words: str) -> Callable[[MainWindow], Callable[[], object]]:
    """Open a form of the page after publication by the words of its button."""

    def show(window: MainWindow) -> Callable[[], object]:
        page = _page(window)
        assert isinstance(page, AfterPage)
        next(each for each in page.findChildren(QPushButton) if each.text() == words).click()
        return page.close_form

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
    State("publish", "agreed", show=_open(StepKey.AGREED), wait=1800, walked=False),
    State("publish", "given", show=_open(StepKey.GIVEN), wait=1800, walked=False),
    State("publish", "wrong-day", show=_wrong(StepKey.LIVE), wait=2400, walked=False),
    State("publish", "plan", show=_plan, wait=1800),
    State("publish", "facts", store=PUBLISHED, show=_open(StepKey.SIGNED), wait=1800),
    State("publish", "copies", store=PUBLISHED, show=_open(StepKey.COPIES), wait=1800),
    State("publish", "correcting", store=CORRECTING, wait=1800),
    State("after", "correcting", store=CORRECTING, wait=400),
    State("after", "update", store=PUBLISHED, show=_ask("Write a progress update…"), wait=400),
    State("after", "move", store=PUBLISHED, show=_ask("Move the target date…"), wait=400),
    State("after", "close", store=PUBLISHED, show=_ask("Closed by the inspectors…"), wait=400),
    State("after", "correction", store=PUBLISHED, show=_ask("Start a correction…"), wait=400),
    State("after", "before"),
    State("after", store=PUBLISHED, show=_choose_second, wait=400),
)
