"""The one next step of a record that is open: what, with whom, since when."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from response_app.domain.canonical import from_plain
from response_app.domain.finding import Action, ActionKind, Finding, FindingKind
from response_app.domain.inspection import Inspection
from response_app.domain.next_step import Step, next_step_of
from response_app.domain.record import Record
from response_app.domain.response import (
    ClockApplies,
    ClockDecision,
    Decision,
    DecisionKind,
    Invitation,
    Publication,
    ResponseState,
    Status,
)

TODAY = date(2024, 6, 26)
PUBLISHED = date(2024, 5, 14)
FINDINGS = (
    Finding(
        "f1", FindingKind.AREA_FOR_IMPROVEMENT, heading="The force should plan.", action=(Action(ActionKind.TAKEN, from_plain("Done.")),)
    ),
    Finding("f2", FindingKind.AREA_FOR_IMPROVEMENT, heading="The force should act."),
)


def made(**state: Any) -> Record:
    """A record with one of two findings answered, in a state."""
    values = {"clock": ClockDecision(ClockApplies.YES), **state}
    return Record("r1", inspection=Inspection("Crime data", published_on=PUBLISHED), state=ResponseState(**values), findings=FINDINGS)


@pytest.mark.parametrize(
    ("state", "step"),
    [
        ({}, Step("Answer 1 finding", "You")),
        ({"invitation": Invitation(received_on=date(2024, 6, 14))}, Step("Answer 1 finding", "You", date(2024, 6, 14))),
        ({"invitation": Invitation(agreed_on=date(2024, 6, 27))}, Step("Answer 1 finding", "You")),
        ({"clock": ClockDecision()}, Step("Decide if the 56 days apply", "You")),
        (
            {"status": Status.WITH_CHIEF_OFFICER, "invitation": Invitation(sent_on=date(2024, 5, 20))},
            Step("Wait for the reply", "The force", date(2024, 5, 20)),
        ),
        ({"status": Status.WITH_CHIEF_OFFICER}, Step("Wait for the reply", "The force")),
        (
            {
                "status": Status.AWAITING_SIGN_OFF,
                "decisions": (Decision(what=DecisionKind.TEXT_AGREED, by="C. Example", on=date(2024, 6, 18)),),
            },
            Step("Sign off", "Commissioner", date(2024, 6, 18)),
        ),
        (
            {
                "status": Status.SIGNED_OFF,
                "publication": Publication(planned_on=date(2024, 7, 2)),
                "decisions": (
                    Decision(what=DecisionKind.TEXT_AGREED, by="C. Example", on=date(2024, 6, 24)),
                    Decision(what=DecisionKind.SIGNED_OFF, by="A. Example", on=date(2024, 6, 20)),
                ),
            },
            Step("Publish on 2 July 2024", "You", date(2024, 6, 20)),
        ),
        (
            {"status": Status.SIGNED_OFF, "publication": Publication(date(2024, 6, 24), date(2024, 6, 25))},
            Step("Confirm that it is live", "You", date(2024, 6, 25)),
        ),
        ({"status": Status.NOT_YET_PUBLISHED}, Step("Wait for the report", "The inspectors")),
        ({"publication": Publication(confirmed_on=date(2024, 6, 25))}, Step("Nothing to do", "Live since 25 June 2024")),
    ],
)
def test_it_says_what_with_whom_and_since_when(state: dict[str, Any], step: Step) -> None:
    assert next_step_of(made(**state), TODAY, "Commissioner") == step


def test_a_record_without_findings_has_no_number_to_answer() -> None:
    assert next_step_of(replace(made(), findings=()), TODAY, "Mayor").words == "Add findings, write the response"
