"""The one next step of a record that is open: what, with whom, since when."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from response_app.domain.canonical import from_plain
from response_app.domain.finding import Action, ActionKind, Finding, FindingKind
from response_app.domain.inspection import Inspection, InspectionKind
from response_app.domain.next_step import Step, next_step_of
from response_app.domain.publication_acts import Act
from response_app.domain.record import Record
from response_app.domain.response import (
    ClockApplies,
    ClockDecision,
    Copy,
    CopyTo,
    Correction,
    Decision,
    DecisionKind,
    Invitation,
    Publication,
    PublishedFile,
    ResponseState,
    Status,
)

TODAY = date(2024, 6, 26)
PUBLISHED = date(2024, 5, 14)
SIGNED = Decision(what=DecisionKind.SIGNED_OFF, by="A. Example", on=date(2024, 6, 20))
FILES = (PublishedFile("response.pdf"),)
LIVE = Publication(confirmed_on=date(2024, 6, 25))
COPIES = (Copy(CopyTo.INSPECTORS, sent_on=date(2024, 6, 26)), Copy(CopyTo.SECRETARY_OF_STATE, sent_on=date(2024, 6, 26)))
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
            {"status": Status.WITH_CHIEF_OFFICER, "invitation": Invitation(date(2024, 5, 20), reply_by=TODAY)},
            Step("Wait for the reply", "The force", date(2024, 5, 20)),
        ),
        (
            {"status": Status.WITH_CHIEF_OFFICER, "invitation": Invitation(date(2024, 5, 20), reply_by=date(2024, 6, 25))},
            Step("Chase the reply, or record that none came", "You", date(2024, 6, 25)),
        ),
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
            Step("Make the files", "You", date(2024, 6, 20)),
        ),
        ({"status": Status.SIGNED_OFF, "publication": Publication(date(2024, 6, 24))}, Step("Sign off", "Commissioner")),
        (
            {"status": Status.SIGNED_OFF, "publication": Publication(date(2024, 6, 24), files=FILES), "decisions": (SIGNED,)},
            Step("Give the files to the web team", "You", date(2024, 6, 20)),
        ),
        (
            {
                "status": Status.SIGNED_OFF,
                "publication": Publication(date(2024, 6, 24), date(2024, 6, 25), files=FILES),
                "decisions": (SIGNED,),
            },
            Step("Confirm that it is live", "You", date(2024, 6, 25)),
        ),
        (
            {"status": Status.AWAITING_SIGN_OFF, "publication": Publication(files=FILES), "decisions": (SIGNED,)},
            Step("Sign off", "Commissioner"),
        ),
        ({"status": Status.PUBLISHED}, Step("Confirm that it is live", "You")),
        ({"status": Status.NOT_YET_PUBLISHED}, Step("Wait for the report", "The inspectors")),
        ({"publication": LIVE}, Step("Send the copies", "You", date(2024, 6, 25))),
        ({"publication": LIVE, "copies": (Copy(CopyTo.INSPECTORS, sent_on=TODAY),)}, Step("Send the copies", "You", date(2024, 6, 25))),
        ({"publication": LIVE, "copies": COPIES, "version_label": "1.1"}, Step("Send the copies", "You", date(2024, 6, 25))),
        ({"publication": LIVE, "copies": COPIES}, Step("Follow up the findings", "Live since 25 June 2024")),
        (
            {
                "publication": LIVE,
                "copies": COPIES,
                "version_label": "1.1",
                "corrections": (Correction("1.1", TODAY, "A name."),),
                "decisions": (SIGNED,),
            },
            Step("Sign off", "You"),
        ),
    ],
)
def test_it_says_what_with_whom_and_since_when(state: dict[str, Any], step: Step) -> None:
    assert next_step_of(made(**state), TODAY, "Commissioner") == step


def test_a_record_without_findings_has_no_number_to_answer() -> None:
    assert next_step_of(replace(made(), findings=()), TODAY, "Mayor").words == "Add findings, write the response"


def test_a_peel_report_is_shown_prominently_last_of_all() -> None:
    whole = made(publication=LIVE, copies=COPIES)
    peel = replace(whole, inspection=replace(whole.inspection, kind=InspectionKind.PEEL))
    assert next_step_of(peel, TODAY, "Commissioner").words == "Show the report’s summary prominently"
    assert next_step_of(peel, TODAY, "Commissioner", {Act.PROMINENT}).words == "Follow up the findings"


@pytest.mark.parametrize("changes", [{"findings": ()}, {"status": Status.CLOSED}])
def test_nothing_is_followed_up_without_findings_or_once_it_is_closed(changes: dict[str, Any]) -> None:
    state = {each: value for each, value in changes.items() if each != "findings"}
    whole = made(publication=LIVE, copies=COPIES, **state)
    record = replace(whole, findings=changes.get("findings", whole.findings))
    assert next_step_of(record, TODAY, "Commissioner").words == "Nothing to do"


def test_an_act_that_the_office_does_not_ask_for_is_not_named() -> None:
    waits = made(status=Status.SIGNED_OFF)
    assert next_step_of(waits, TODAY, "Commissioner", {Act.SIGN}).words == "Make the files"
