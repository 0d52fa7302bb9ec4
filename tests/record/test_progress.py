"""The progress page: every moved date, who says what, only the inspectors close, and nothing of later days."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from response_app.domain.finding import Action, ActionKind, Closed, Finding, TargetMove, Update, UpdateBy, UpdateSays
from response_app.domain.record import Record
from response_app.domain.response import Publication
from response_app.record import lint_pdf, write_pdf
from response_app.record.html import problems_of, write_page
from response_app.record.progress import build_progress
from response_app.record.tree import Document, Table
from tests.fixtures.sample_records import AFI, paras, plain_record
from tests.fixtures.verapdf import VeraPdf

from .reading import under, words

ON = date(2024, 10, 14)
FIRST, SECOND, NOW = date(2024, 9, 30), date(2024, 11, 30), date(2024, 12, 31)
MOVED = Finding(
    "f1",
    AFI,
    heading="Plan better.",
    action=(Action(ActionKind.PROPOSED, paras("I will."), "Sam", FIRST),),
    target_history=(
        TargetMove(date(2024, 9, 20), FIRST, SECOND, "The audit is late."),
        TargetMove(date(2024, 10, 10), SECOND, NOW, "The auditor fell ill."),
    ),
    updates=(
        Update(date(2024, 9, 12), UpdateBy.FORCE, UpdateSays.DELAYED, paras("The audit has not begun.")),
        Update(date(2024, 10, 9), UpdateBy.COMMISSIONER, UpdateSays.NOT_SATISFIED, paras("I have asked for a date.")),
        Update(date(2024, 10, 9), UpdateBy.FORCE, UpdateSays.ON_TRACK, paras("A date is set.")),
    ),
)
TITLE = "Area for improvement 1: Plan better."


def record(*findings: Finding) -> Record:
    """Return a published record with these findings."""
    made = replace(plain_record(), findings=findings)
    live = Publication(confirmed_on=date(2024, 7, 2), address="https://example.org/response")
    return replace(made, state=replace(made.state, publication=live))


def row(made: Document) -> tuple[str, ...]:
    """Return the first row of the overview."""
    table = next(node for node in made.nodes if isinstance(node, Table))
    return tuple(words(cell) for cell in table.rows[0])


def test_every_date_that_was_moved_stands_in_the_overview_and_with_its_reason_below() -> None:
    made = build_progress(record(MOVED), ON)
    assert row(made) == (TITLE, "31 December 2024\nmoved from\n30 November 2024\n30 September 2024", "Slipped 92 days")
    assert under(made, TITLE) == [
        "9 October 2024. Force says on track:",
        "A date is set.",
        "9 October 2024. Commissioner not satisfied:",
        "I have asked for a date.",
        "12 September 2024. Force says delayed:",
        "The audit has not begun.",
        "Target date moved from 30 September 2024 to 30 November 2024 on 20 September 2024: The audit is late.",
        "Target date moved from 30 November 2024 to 31 December 2024 on 10 October 2024: The auditor fell ill.",
    ]


def test_what_came_after_the_day_of_the_page_is_not_on_it() -> None:
    closed = replace(MOVED, closed=Closed(date(2024, 10, 12), "letter 7"))
    made = build_progress(record(closed), date(2024, 9, 30))
    assert row(made)[1:] == ("30 November 2024\nmoved from\n30 September 2024", "Slipped 61 days")
    assert len(under(made, TITLE)) == 3
    before_all = build_progress(record(closed), date(2024, 9, 1))
    assert row(before_all)[1:] == ("30 September 2024", "No update yet") and under(before_all, TITLE) == ["No update yet."]
    after = build_progress(record(closed), ON)
    assert row(after)[2] == "Closed by the inspectors"
    assert under(after, TITLE)[0] == "Closed by the inspectors on 12 October 2024 (letter 7)."


@pytest.mark.parametrize("by", UpdateBy)
def test_nobodys_update_closes_a_finding_there(by: UpdateBy) -> None:
    said = replace(MOVED, target_history=(), updates=(Update(date(2024, 10, 1), by, UpdateSays.CLOSED, paras("It is closed.")),))
    made = build_progress(record(said), ON)
    assert row(made)[2] == "Not closed by the inspectors"
    assert not any(each.startswith("Closed by the inspectors") for each in under(made, TITLE))


def test_a_date_that_was_taken_away_is_kept_too() -> None:
    away = replace(MOVED, updates=(), target_history=(TargetMove(None, FIRST, None, ""),))
    made = build_progress(record(away), ON)
    assert row(made)[1] == "None set" and under(made, TITLE)[0] == "Target date of 30 September 2024 removed."


def test_its_pdf_conforms_and_its_web_page_says_the_same(verapdf: VeraPdf) -> None:
    made = build_progress(record(MOVED, replace(MOVED, id="f2", closed=Closed(None, "letter 7"))), ON)
    data = write_pdf(made)
    verapdf.assert_conforms(data, "progress")
    assert lint_pdf(data, made) == [] and problems_of(write_page(made), made) == []
