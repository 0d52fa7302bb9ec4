"""A section: comments, one being written, all marks in words, a version compared, the report beside it, the text alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import partial

from response_app.authoring import office, records, report_in, texts
from response_app.authoring.report_in import SourceFile
from response_app.authoring.workspace import Workspace
from response_app.domain.record import Record
from response_app.domain.response import Comment, Reply
from response_app.domain.richtext import Paragraph, RichText, Run
from response_app.intake.triage import begin
from response_app.interchange import write_record
from ui.main_window import MainWindow
from ui.pages.section_page import SectionPage
from ui.widgets.section_side import COMMENTS, FINDINGS, REPORT, VERSIONS

from ..report import REGIONAL, read_report
from ..state import Afterwards, State
from ..stores import USUAL, Store, example

_PLACE = "sections.initial_response"
_TEXT, _SIDE = 1, 2


def _comments() -> tuple[Comment, ...]:
    chair = "Which of the four? Say so here, or leave it out."
    thanks = "The chair changes in September. Shall we name the post, and not the person who holds it?"
    replies = (Reply("A. Author", date(2024, 6, 20), "Yes, the post."),)
    theirs = {"place": _PLACE, "by": "B. Example, chief officer’s office"}
    return (
        Comment(id="c1", quote="one of four priorities", on=date(2024, 6, 19), text=chair, **theirs),
        Comment(id="c2", quote="officers and staff who spoke", on=date(2024, 6, 18), text=thanks, replies=replies, **theirs),
        Comment(id="c3", place=_PLACE, by="A. Author", on=date(2024, 6, 20), text="Reads well as a whole."),
        Comment(id="c4", quote="words that nobody wrote here", on=date(2024, 6, 12), text="Is this still so?", **theirs),
        Comment(id="c5", quote="two recommendations", on=date(2024, 6, 12), text="Count again.", resolved_on=date(2024, 6, 13), **theirs),
        Comment(id="c6", place="sections.overall_comments", by="A. Author", on=date(2024, 6, 20), text="This is rather long."),
    )


def commented() -> Record:
    """Return the example with comments."""
    usual = example()
    return replace(usual, state=replace(usual.state, comments=_comments()))


def _later(text: RichText) -> RichText:
    """Words that were written since."""
    reworded = "Serious and organised crime harms people at home and in the street. My plan makes it one of four priorities:"
    more = Paragraph((Run("I shall say in the spring how far this has come."),))
    return (*text[:3], Paragraph((Run(reworded),)), *text[5:], more)


def _fill(opened: Workspace) -> None:
    record = commented()
    opened.do(office.set_up, "A. Author", record.office)
    opened.do(records.bring_in, write_record(record))


def _fill_with_report(opened: Workspace) -> None:
    USUAL.fill(opened)
    usual = example()
    report = read_report(REGIONAL)
    source = SourceFile(REGIONAL.name, REGIONAL.read_bytes())
    opened.do(report_in.add_to_record, usual.record_id, begin(report.proposal, usual.office.force), source)
    opened.do(texts.save_text, usual.record_id, _PLACE, _later(usual.sections.initial_response))


COMMENTED = Store("commented", _fill, opens=True)
WITH_REPORT = Store("with-report", _fill_with_report, opens=True)


def _page(window: MainWindow) -> SectionPage:
    page = window.pages.currentWidget()
    assert isinstance(page, SectionPage)
    return page


def _back(page: SectionPage) -> None:
    page.side.comments.stop_writing()
    page.side.comments.marks_button.setChecked(False)
    page.versions.leave()
    page.side.turn_to(FINDINGS)
    page.columns.bring_forward(_TEXT)


def comments(window: MainWindow) -> Afterwards:
    """The comments, one of them looked at."""
    page = _page(window)
    page.comments.select("c2")
    return partial(_back, page)


def written(window: MainWindow) -> Afterwards:
    """A comment on chosen words is being written."""
    page = _page(window)
    page.edit.comments.go_to("c1")
    page.comments.begin()
    return partial(_back, page)


def marks(window: MainWindow) -> Afterwards:
    """Everything that is marked, in words."""
    page = _page(window)
    page.side.turn_to(COMMENTS)
    page.columns.bring_forward(_SIDE)
    page.side.comments.marks_button.setChecked(True)
    return partial(_back, page)


def version(window: MainWindow) -> Afterwards:
    """What changed since a version."""
    page = _page(window)
    page.side.turn_to(VERSIONS)
    page.side.versions.list.setCurrentRow(0)
    return partial(_back, page)


def report(window: MainWindow) -> Afterwards:
    """The page of the report that a finding stands on."""
    page = _page(window)
    page.side.findings.report_requested.emit("f2")
    return partial(_back, page)


def no_report(window: MainWindow) -> Afterwards:
    """No report is kept."""
    page = _page(window)
    page.side.turn_to(REPORT)
    page.columns.bring_forward(_SIDE)
    return partial(_back, page)


def focus(window: MainWindow) -> Afterwards:
    """The text alone."""
    window.actions_["focus_mode"].trigger()
    return window.actions_["focus_mode"].trigger


STATES = (
    State("initial", "comments", comments, store=COMMENTED),
    State("initial", "comment-written", written, store=COMMENTED),
    State("initial", "marks", marks, store=COMMENTED),
    State("initial", "version", version, store=WITH_REPORT),
    State("initial", "report", report, store=WITH_REPORT, wait=4000),
    State("initial", "no-report", no_report),
    State("initial", "focus", focus),
)
