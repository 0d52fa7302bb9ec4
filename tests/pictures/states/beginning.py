"""A record in which nothing stands yet, one whose chief officer has not replied, a date that is none, and spelling."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import partial

from PySide6.QtWidgets import QLineEdit

from response_app.authoring import office, records
from response_app.authoring.workspace import Workspace
from response_app.domain.finding import ChiefAnswer
from response_app.domain.record import Record
from response_app.domain.response import Invitation, ResponseState, Status
from response_app.interchange import write_record
from ui.main_window import MainWindow
from ui.pages.details_page import DetailsPage
from ui.texts_on_page import texts_on
from ui.widgets.spelling_strip import SpellingStrip

from ..state import Afterwards, State
from ..stores import Store, example

_SENT, _REPLY_BY = date(2024, 6, 3), date(2024, 6, 21)


def _fill(record: Record, opened: Workspace) -> None:
    opened.do(office.set_up, "A. Author", record.office)
    opened.do(records.bring_in, write_record(record))


def _blank() -> Record:
    """A record as it is begun, under the id that the window opens."""
    return Record(record_id=example().record_id, office=example().office)


def _undecided() -> Record:
    """A report whose date has passed, and nobody has said whether the 56 days apply."""
    usual = example()
    return replace(usual, inspection=replace(usual.inspection, published_on=date(2022, 2, 10)), state=ResponseState(version_label="0.1"))


def _awaited() -> Record:
    """The example before the chief officer has replied."""
    usual = example()
    state = replace(usual.state, status=Status.WITH_CHIEF_OFFICER, invitation=Invitation(_SENT, _REPLY_BY), decisions=())
    return replace(
        usual,
        state=state,
        sections=replace(usual.sections, chief_officer_response=()),
        findings=tuple(replace(each, chief=ChiefAnswer()) for each in usual.findings),
    )


BLANK = Store("blank", lambda opened: _fill(_blank(), opened), opens=True)
UNDECIDED = Store("undecided", lambda opened: _fill(_undecided(), opened), opens=True)
AWAITED = Store("awaited", lambda opened: _fill(_awaited(), opened), opens=True)


def bad_date(window: MainWindow) -> Afterwards:
    """A day that there is not, and what is said of it."""
    page = window.pages.currentWidget()
    assert isinstance(page, DetailsPage)
    row, record = page.published, page.state.record
    assert isinstance(row.control, QLineEdit) and record is not None
    row.control.selectAll()
    row.control.insert("31 June 2024")
    row.commit()
    return partial(row.show_value, record.inspection.published_on, fresh=True)


def spelling(window: MainWindow) -> Afterwards:
    """The strip on a misspelt word."""
    edit = texts_on(window.pages.currentWidget())[0]
    edit.moveCursor(edit.textCursor().MoveOperation.Start)
    edit.textCursor().insertText("I recieved the report in May. ")
    edit.moveCursor(edit.textCursor().MoveOperation.Start)
    edit.setFocus()
    window.actions_["spelling"].trigger()
    strip = window.findChild(SpellingStrip)
    assert isinstance(strip, SpellingStrip)

    def back() -> None:
        strip.closed.emit()
        edit.undo()
        edit.flush()

    return back


STATES = (
    *(State(page, "blank", store=BLANK) for page in ("tasks", "details", "findings", "initial", "chief", "overall", "answers")),
    State("preview", "blank", store=BLANK, wait=1200),
    *(State(page, "awaited", store=AWAITED) for page in ("tasks", "chief", "answers")),
    *(State(page, "undecided", store=UNDECIDED) for page in ("home", "tasks", "details")),
    State("details", "bad-date", bad_date, walked=False),
    State("initial", "spelling", spelling, wait=900, walked=False),
)
