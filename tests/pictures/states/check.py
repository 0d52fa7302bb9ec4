"""The page of the checks: as the example is, with many problems, with a reason asked for, with what was set aside, with nothing found."""

from __future__ import annotations

from dataclasses import replace

from response_app.authoring import records
from response_app.authoring.workspace import Workspace
from response_app.domain.record import Record
from response_app.domain.response import SetAside
from response_app.interchange import write_record
from ui.main_window import MainWindow
from ui.pages.check_page import CheckPage

from ..state import Afterwards, State
from ..stores import FULL, TODAY, USUAL, Store, example, words

_READ_MS = 1500


def problems(opened: Workspace) -> None:
    """The example as somebody has it on the way."""
    USUAL.fill(opened)
    opened.do(records.delete_record, example().record_id)
    opened.do(records.bring_in, write_record(record_with_problems()))


def record_with_problems() -> Record:
    """An empty version, an answer that is not there, warnings, one set aside, hints in several places."""
    usual = example()
    aside = SetAside(
        code="relative_date",
        place="sections.initial_response",
        quote="last month",
        reason="The month stands in the heading above.",
        by="A. Author",
        on=TODAY,
    )
    sections = replace(
        usual.sections,
        initial_response=words(
            "I accept all the recommendations. The board met last month, and ROCUWM reported to it.",
            "It will meet again in July last year.",
        ),
        overall_comments=words("I thank the force for its frank reply. The plan has been reviewed by XRTT.", "Progress has been reviewed."),
    )
    findings = tuple(replace(each, action=()) if at else each for at, each in enumerate(usual.findings))
    state = replace(usual.state, version_label="", set_aside=(aside,), decisions=(), marking=None)
    return replace(usual, findings=findings, sections=sections, state=state)


def page_of(window: MainWindow) -> CheckPage:
    """The page, which is in front."""
    page = window.pages.currentWidget()
    assert isinstance(page, CheckPage)
    return page


def open_parts(window: MainWindow) -> Afterwards:
    """What was set aside listed, and the reason for another asked for."""
    page = page_of(window)

    def show() -> None:
        if page.warnings.isVisible() and page.warnings.asides is not None:
            page.warnings.asides.review.click()
            page.warnings.rows[0].aside.click()
            page.ensureWidgetVisible(page.warnings)

    check = window.places.checking.check if window.places is not None else None
    assert check is not None
    if check.is_current:
        show()
    else:
        check.judged.connect(show)

    def back() -> None:
        if not check.is_current:
            return
        assert page.warnings.asides is not None
        page.warnings.asides.review.click()
        page.warnings.rows[0].reason.cancel.click()

    return back


def reason(window: MainWindow) -> Afterwards:
    """The reason for the first hint asked for."""
    row = page_of(window).hints.rows[0] if page_of(window).hints.rows else None
    if row is None or not row.isVisible():
        return None
    row.aside.click()
    return row.reason.cancel.click


PROBLEMS = Store("problems", problems, opens=True)
STATES = (
    State("check", wait=_READ_MS),
    State("check", "reason", reason, wait=_READ_MS),
    State("check", "problems", store=PROBLEMS, wait=_READ_MS),
    State("check", "open", open_parts, store=PROBLEMS, wait=_READ_MS),
    State("check", "full", store=FULL, wait=4000),
)
