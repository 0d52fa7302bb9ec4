"""Findings in few words: in the rail, beside a section, and what is said of the chief officer's words."""

from __future__ import annotations

from datetime import date

import pytest

from response_app.domain.finding import Due, DueKind, FindingKind
from response_app.domain.record import Record
from response_app.domain.response import Invitation, InvitationOutcome, ReceivedAs
from ui.widgets.answer_rail import brief
from ui.widgets.finding_labels import AnswerState, answer_states, short_labels, time_limit
from ui.widgets.theirs import is_received, outcome_badge, whose_line

from ...checks.sample import clean_record, finding, with_finding, with_state


@pytest.mark.parametrize(
    ("sentence", "shown"),
    [
        ("The force should improve its plans.", "Improve its plans"),
        ("By 30 June 2024, chief constables must act.", "Act"),
        ("Exampleshire Police needs to make sure it has staff.", "Make sure it has staff"),
        ("The force needs enough staff.", "The force needs enough staff"),
        ("", ""),
        ("The force should", "The force should"),
    ],
)
def test_what_tells_a_finding_apart(sentence: str, shown: str) -> None:
    assert brief(sentence) == shown


@pytest.mark.parametrize(
    ("due", "shown"),
    [
        (Due(), "no time limit"),
        (Due(DueKind.DATE, date(2024, 9, 30)), "by 30 September 2024"),
        (Due(DueKind.MONTH, date(2023, 3, 31), text="By March 2023"), "by March 2023"),
        (Due(DueKind.WITHIN, within="P3M", text="Within three months"), "within three months"),
        (Due(DueKind.IMMEDIATELY), "immediately"),
        (Due(DueKind.WITHIN, within="P3M"), "within 3 months"),
    ],
)
def test_a_time_limit(due: Due, shown: str) -> None:
    assert time_limit(due) == shown


def test_kind_and_number() -> None:
    record = clean_record()
    assert short_labels(record) == {"a1": "AFI 1", "r1": "Recommendation 1", "c1": "Cause of concern 1", "r2": "Recommendation 2"}
    practice = Record(findings=(finding("p", FindingKind.PROMISING_PRACTICE),))
    assert short_labels(practice) == {"p": "Promising practice 1"}


def test_a_draft_is_begun_and_has_no_words() -> None:
    record = with_finding(with_finding(clean_record(), "r1", action=()), "a1", action=(), answered_with="r1")
    assert [answer_states(record)[each] for each in ("a1", "r1", "r2")] == [
        AnswerState.DRAFT,
        AnswerState.NOT_STARTED,
        AnswerState.ANSWERED,
    ]


def _with(**values: object) -> Record:
    return with_state(clean_record(), invitation=Invitation(**values))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("record", "badge", "line"),
    [
        (_with(), "Awaited", "These are the Chief Constable’s words. Type or paste here what you were sent. Record when the comments came"),
        (_with(outcome=InvitationOutcome.DECLINED), "Declined to comment", "These are"),
        (_with(outcome=InvitationOutcome.NONE_BY_DATE), "None by the date set", "These are"),
        (
            _with(outcome=InvitationOutcome.RECEIVED),
            "Received",
            "Received. These are the Chief Constable’s words; they cannot be changed here.",
        ),
        (
            _with(
                outcome=InvitationOutcome.RECEIVED, received_on=date(2024, 6, 14), received_as=ReceivedAs.OTHER, agreed_on=date(2024, 6, 18)
            ),
            "Agreed 18 June",
            "Received on 14 June 2024; agreed on 18 June 2024. These",
        ),
    ],
    ids=["awaited", "declined", "none", "received", "agreed"],
)
def test_what_is_said_of_the_chief_officers_words(record: Record, badge: str, line: str) -> None:
    assert outcome_badge(record)[0] == badge
    assert whose_line(record).startswith(line)
    assert is_received(record) is badge.startswith(("Received", "Agreed"))
