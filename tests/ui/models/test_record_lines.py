"""What Home says of a record: its order, its one clock, its next step."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from response_app.domain.inspection import InspectionKind
from response_app.domain.publication_acts import Act
from response_app.domain.response import ClockApplies, Status
from ui.models.record_lines import KIND_WORDS, Lines, Placed, lines, place, warning

from ..pages.home_records import TODAY, row

NO, ELSEWHERE, UNDECIDED = ClockApplies.NO, ClockApplies.ELSEWHERE, ClockApplies.UNDECIDED
ACTS = tuple(Act)
TOO_LATE = date(9999, 12, 20)
"""56 days from here the calendar has ended."""


def said(today: date = TODAY, **values: Any) -> Lines:
    """The words of a row."""
    return lines(row(**values), today, signs_off="Commissioner", with_force=False)


@pytest.mark.parametrize(
    ("values", "due", "badge", "kind"),
    [
        ({"published_on": date(2024, 4, 25)}, "Wed 19 Jun 2024", "7 days late", "red"),
        ({"published_on": date(2024, 5, 1)}, "Tue 25 Jun 2024", "1 day late", "red"),
        ({"published_on": date(2024, 5, 2)}, "Wed 26 Jun 2024", "Due today", "amber"),
        ({"published_on": date(2024, 5, 16)}, "Wed 10 Jul 2024", "14 days left", "amber"),
        ({"published_on": date(2024, 5, 17)}, "Thu 11 Jul 2024", "15 days left", "grey"),
        ({"clock_applies": UNDECIDED, "published_on": date(2024, 4, 1)}, "Sun 26 May 2024", "31 days ago", "amber"),
        ({"clock_applies": UNDECIDED, "published_on": date(2024, 5, 2)}, "Wed 26 Jun 2024", "If the 56 days apply", "grey"),
        ({"clock_applies": NO}, "No 56-day clock", "Decided", "grey"),
        ({"clock_applies": NO, "confirmed_on": date(2024, 6, 1)}, "No 56-day clock", "Published", "green"),
        ({"clock_applies": ELSEWHERE}, "Answered elsewhere", "In another record", "grey"),
        ({"published_on": None}, "Not yet known", "No report date", "grey"),
        ({"published_on": TOO_LATE}, "Not yet known", "No report date", "grey"),
        ({"confirmed_on": date(2024, 5, 20)}, "Mon 8 Jul 2024", "Published on day 7", "green"),
        ({"confirmed_on": date(2024, 7, 9)}, "Mon 8 Jul 2024", "Published 1 day late", "red"),
        ({"confirmed_on": date(2024, 5, 10)}, "Mon 8 Jul 2024", "Published", "green"),
        ({"planned_on": date(2024, 7, 10)}, "Mon 8 Jul 2024", "Planned 2 days late", "red"),
        ({"planned_on": date(2024, 7, 1)}, "Mon 8 Jul 2024", "12 days left", "amber"),
        ({"planned_on": date(2024, 6, 25)}, "Mon 8 Jul 2024", "Not confirmed live", "amber"),
        ({"status": Status.PUBLISHED}, "Mon 8 Jul 2024", "Not confirmed live", "amber"),
        ({"status": Status.CLOSED, "published_on": date(2020, 1, 1)}, "Tue 25 Feb 2020", "Closed", "grey"),
    ],
)
def test_there_is_one_clock_and_lateness_comes_first(values: dict[str, Any], due: str, badge: str, kind: str) -> None:
    words = said(**values)
    assert (words.due, words.badge, words.badge_kind) == (due, badge, kind)


@pytest.mark.parametrize(
    ("values", "step", "who"),
    [
        ({"title": " "}, "Fill in the inspection details", "You"),
        ({"published_on": None}, "Fill in the inspection details", "You"),
        ({"clock_applies": UNDECIDED}, "Decide if the 56 days apply", "You"),
        ({"to_answer": 0, "answered": 0}, "Add findings, write the response", "You"),
        ({}, "Answer 2 findings", "You"),
        ({"answered": 2}, "Answer 1 finding", "You"),
        ({"answered": 3}, "Check, then sign off", "You"),
        ({"status": Status.NOT_YET_PUBLISHED}, "Wait for the report", "The inspectors"),
        (
            {"status": Status.WITH_CHIEF_OFFICER, "sent_on": date(2024, 6, 10), "reply_by": date(2024, 7, 5)},
            "Waiting for the reply, asked by 5 July",
            "The force, since 10 June",
        ),
        (
            {"status": Status.WITH_CHIEF_OFFICER, "sent_on": date(2023, 12, 10), "reply_by": date(2025, 1, 10)},
            "Waiting for the reply, asked by 10 January 2025",
            "The force, since 10 December 2023",
        ),
        (
            {"status": Status.WITH_CHIEF_OFFICER, "sent_on": date(2023, 12, 10), "reply_by": date(2023, 12, 31)},
            "Chase the reply, or record that none came",
            "You",
        ),
        (
            {"status": Status.AWAITING_SIGN_OFF, "left": ACTS, "text_agreed_on": date(2024, 6, 17)},
            "Sign off",
            "Commissioner, since 17 June",
        ),
        ({"status": Status.AWAITING_SIGN_OFF, "left": ACTS, "text_agreed_on": date(2024, 6, 27)}, "Sign off", "Commissioner"),
        ({"status": Status.WITH_CHIEF_OFFICER}, "Wait for the reply", "The force"),
        ({"status": Status.AWAITING_SIGN_OFF, "left": ACTS}, "Sign off", "Commissioner"),
        ({"status": Status.SIGNED_OFF, "left": ACTS[1:]}, "Make the files", "You"),
        ({"status": Status.SIGNED_OFF, "left": ACTS[2:], "planned_on": date(2024, 6, 25)}, "Give the files to the web team", "You"),
        ({"status": Status.SIGNED_OFF, "left": ACTS[3:]}, "Confirm that it is live", "You"),
        ({"status": Status.PUBLISHED, "left": ACTS[3:]}, "Confirm that it is live", "You"),
        ({"status": Status.PUBLISHED, "left": ACTS[4:], "confirmed_on": date(2024, 5, 13)}, "Send the copies", "You"),
        ({"status": Status.PUBLISHED, "left": ACTS[5:], "confirmed_on": TODAY}, "Show the report’s summary prominently", "You"),
        ({"status": Status.PUBLISHED, "confirmed_on": date(2024, 5, 13)}, "Follow up the findings", "Live since 13 May 2024"),
        ({"status": Status.NO_RESPONSE_NEEDED}, "Nothing to do", "No response needed"),
        ({"status": Status.CLOSED}, "Nothing to do", "Closed"),
    ],
)
def test_the_next_step_is_what_the_list_knows(values: dict[str, Any], step: str, who: str) -> None:
    words = said(**values)
    assert (words.step, words.who) == (step, who)


def test_what_is_due_first_stands_first_then_what_has_no_date_then_what_is_done() -> None:
    given = [
        row(record_id="done long ago", confirmed_on=date(2023, 1, 1)),
        row(record_id="no clock", clock_applies=NO),
        row(record_id="due later", published_on=date(2024, 6, 1)),
        row(record_id="done lately", confirmed_on=date(2024, 6, 1)),
        row(record_id="no date", published_on=None, title="Another"),
        row(record_id="late", published_on=date(2024, 1, 1)),
        row(record_id="end of the calendar", published_on=TOO_LATE, title="A third"),
    ]
    ordered = [each.row.record_id for each in sorted(map(place, given), key=Placed.order)]
    assert ordered == ["late", "due later", "end of the calendar", "no clock", "no date", "done lately", "done long ago"]


def late(**values: Any) -> bool:
    """Whether a row counts as late."""
    return place(row(**values)).is_late(TODAY)


def soon(**values: Any) -> bool:
    """Whether a row counts as due soon."""
    return place(row(**values)).is_due_soon(TODAY)


def test_only_open_records_with_a_decided_clock_count_as_late_or_due_soon() -> None:
    past = {"published_on": date(2024, 4, 25)}
    assert late(**past) and late(**past, planned_on=date(2024, 6, 20))
    for values in ({"clock_applies": UNDECIDED}, {"status": Status.CLOSED}, {"confirmed_on": TODAY}, {"planned_on": date(2024, 6, 19)}):
        assert not late(**past, **values)
    assert soon(published_on=date(2024, 5, 2)) and soon(published_on=date(2024, 5, 16))
    assert not soon(published_on=date(2024, 5, 1)) and not soon(published_on=date(2024, 5, 17))
    assert not soon(clock_applies=UNDECIDED) and not soon(status=Status.PUBLISHED)


def test_a_date_on_a_weekend_is_warned_of_while_it_can_still_be_met() -> None:
    sunday = row(published_on=date(2024, 3, 11))
    assert "last working day before it is Friday 3 May 2024" in warning(sunday, date(2024, 5, 1))
    assert warning(sunday, date(2024, 5, 6)) == ""
    assert warning(sunday._replace(confirmed_on=date(2024, 5, 1)), date(2024, 5, 1)) == ""


def test_a_record_says_what_it_is_about() -> None:
    assert said(title=" An\n inspection ").title == "An inspection"
    assert said(title="").title == "Inspection without a title yet"
    assert said().about == "Regional · published 14 May 2024"
    assert said(kind=InspectionKind.OTHER, published_on=None).about == "Date of the report not yet given"
    several = lines(row(), TODAY, signs_off="", with_force=True)
    assert several.about == "Regional · Exampleshire Police · published 14 May 2024"
    assert said(to_answer=1200, answered=1).answered == "1 of 1,200"
    assert said(to_answer=0).answered == "None to answer"


def test_every_kind_of_inspection_has_its_words() -> None:
    assert set(KIND_WORDS) == set(InspectionKind)
