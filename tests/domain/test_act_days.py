"""Days that an act cannot have: still to come, or before what it follows from."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from response_app.domain.act_days import Dated, day_problem
from response_app.domain.response import Correction, Decision, DecisionKind, Invitation, InvitationOutcome, Publication, Status

from .test_next_step import TODAY, made

SIGNED = Decision(what=DecisionKind.SIGNED_OFF, by="A. Example", on=date(2024, 6, 20), version_label="1.0")
RECEIVED = Invitation(outcome=InvitationOutcome.RECEIVED, received_on=date(2024, 6, 14))
LIVE = Publication(given_on=date(2024, 6, 21), confirmed_on=date(2024, 6, 24))
CORRECTED = (Correction("1.1", date(2024, 6, 25), "A name."),)


def told(what: Dated, day: date, **state: Any) -> str:
    """What is wrong with a day."""
    usual = {"version_label": "1.0", "decisions": (SIGNED,), "invitation": RECEIVED}
    return day_problem(what, made(**{**usual, **state}), day, TODAY)


@pytest.mark.parametrize("what", [each for each in Dated if each is not Dated.PLANNED])
def test_an_act_is_not_dated_in_the_future(what: Dated) -> None:
    assert told(what, date(2024, 6, 27)) == "This day is still to come. Write the day on which it was done, no later than 26 June 2024."


@pytest.mark.parametrize(
    ("what", "state", "first", "words"),
    [
        (Dated.AGREED, {}, date(2024, 6, 14), "The comments were received on 14 June 2024."),
        (Dated.SIGNED, {}, date(2024, 5, 14), "The report was published on 14 May 2024."),
        (Dated.GIVEN, {}, date(2024, 6, 20), "Version 1.0 was signed off on 20 June 2024."),
        (Dated.GIVEN, {"decisions": ()}, date(2024, 5, 14), "The report was published on 14 May 2024."),
        (Dated.LIVE, {}, date(2024, 6, 20), "Version 1.0 was signed off on 20 June 2024."),
        (
            Dated.LIVE,
            {"publication": Publication(given_on=date(2024, 6, 21))},
            date(2024, 6, 21),
            "The files were given to the web team on 21 June 2024.",
        ),
        (Dated.COPY, {"publication": LIVE}, date(2024, 6, 24), "The response went live on 24 June 2024."),
        (Dated.CORRECTED, {"publication": LIVE}, date(2024, 6, 24), "The response went live on 24 June 2024."),
    ],
)
def test_an_act_does_not_come_before_what_it_follows_from(what: Dated, state: dict[str, Any], first: date, words: str) -> None:
    assert told(what, first, **state) == ""
    assert told(what, first.replace(day=first.day - 1), **state) == f"{words} Write that day or a later one."


def test_a_copy_goes_of_what_is_published() -> None:
    begun = {"publication": LIVE, "corrections": CORRECTED, "version_label": "1.1", "status": Status.DRAFTING}
    for state in ({}, begun):
        assert told(Dated.COPY, TODAY, **state).startswith("First confirm that this version is live")
    out = {**begun, "status": Status.PUBLISHED, "decisions": (replace(SIGNED, version_label="1.1", on=TODAY),)}
    assert told(Dated.COPY, date(2024, 6, 25), **out) == "Version 1.1 was signed off on 26 June 2024. Write that day or a later one."


def test_only_a_day_to_come_is_planned() -> None:
    assert told(Dated.PLANNED, TODAY) == ""
    assert told(Dated.PLANNED, date(2024, 7, 31)) == ""
    assert told(Dated.PLANNED, date(2024, 6, 25)).startswith("This day has passed.")
