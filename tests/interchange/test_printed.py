"""What a sign-off covers: a change of what is printed breaks it, a change of anything else does not."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from response_app.domain.changes import changed_places
from response_app.domain.finding import (
    Action,
    ActionKind,
    Applies,
    ChiefAnswer,
    Closed,
    Finding,
    FindingKind,
    Source,
    TargetMove,
    Update,
    UpdateBy,
)
from response_app.domain.inspection import Grade, Inspection, Judgement, Scale, StatedCount
from response_app.domain.office import Logo, Office
from response_app.domain.record import Record, Sections
from response_app.domain.response import (
    Attachment,
    ClockApplies,
    ClockDecision,
    Comment,
    Copy,
    CopyTo,
    Correction,
    Decision,
    DecisionKind,
    Invitation,
    InvitationOutcome,
    Marking,
    Publication,
    ResponseState,
    Status,
    Suggestion,
)
from response_app.domain.richtext import Paragraph, RichText, Run
from response_app.interchange import canonical_bytes, is_printed, printed_parts, printed_sha256, read_record

TEXT: RichText = (Paragraph((Run("Other words."),)),)
DAY = date(2024, 7, 5)
FINDING = Finding("f1", FindingKind.RECOMMENDATION, heading="The force should act.", action=(Action(ActionKind.TAKEN),))
RECORD = Record(
    record_id="r1",
    office=Office(force="Exampleshire Police", logo=Logo("logo.png", "Crest")),
    state=ResponseState(version_label="1.0", attachments=(Attachment("logo.png", "aa"), Attachment("reply.pdf", "bb"))),
    inspection=Inspection(title="PEEL", published_on=date(2024, 5, 14)),
    findings=(FINDING,),
)


def _state(**changes: object) -> Record:
    return replace(RECORD, state=replace(RECORD.state, **changes))  # type: ignore[arg-type]


def _inspection(**changes: object) -> Record:
    return replace(RECORD, inspection=replace(RECORD.inspection, **changes))  # type: ignore[arg-type]


def _finding(**changes: object) -> Record:
    return replace(RECORD, findings=(replace(FINDING, **changes),))  # type: ignore[arg-type]


PRINTED = {
    "language": replace(RECORD, language="cy-GB"),
    "force": replace(RECORD, office=replace(RECORD.office, force="Others")),
    "logo's words": replace(RECORD, office=replace(RECORD.office, logo=Logo("logo.png", "Other"))),
    "logo's picture": _state(attachments=(Attachment("logo.png", "cc"),)),
    "version": _state(version_label="1.1"),
    "planned date": _state(publication=Publication(planned_on=DAY)),
    "correction": _state(corrections=(Correction("1.1", DAY, "A date."),)),
    "clock": _state(clock=ClockDecision(ClockApplies.YES)),
    "outcome": _state(invitation=Invitation(outcome=InvitationOutcome.DECLINED)),
    "reply by": _state(invitation=Invitation(reply_by=DAY)),
    "title": _inspection(title="Other"),
    "report's date": _inspection(published_on=DAY),
    "inspectorates": _inspection(also_inspectorates=("Ofsted",)),
    "grade": _inspection(judgements=(Judgement("", "Overall", Grade.GOOD),)),
    "summary": _inspection(summary=TEXT),
    "address of the report": _inspection(address="https://example.org"),
    "finding": replace(RECORD, findings=()),
    "wording": _finding(wording=TEXT),
    "number": _finding(number="3"),
    "addressees": _finding(addressed_to=("College of Policing",)),
    "applies": _finding(applies=Applies.NO, reason=TEXT),
    "source": _finding(sources=(Source("Other report"),)),
    "chief officer's words": _finding(chief=ChiefAnswer(TEXT)),
    "action": _finding(action=(Action(ActionKind.PROPOSED),)),
    "initial response": replace(RECORD, sections=Sections(initial_response=TEXT)),
    "chief officer's section": replace(RECORD, sections=Sections(chief_officer_response=TEXT)),
    "overall comments": replace(RECORD, sections=Sections(overall_comments=TEXT)),
}
NOT_PRINTED = {
    "id": replace(RECORD, record_id="r2", translation_of="r3", extensions='{"a":1}'),
    "status": _state(status=Status.PUBLISHED, marking=Marking.OFFICIAL, embargo_until=DAY),
    "decision": _state(decisions=(Decision(what=DecisionKind.SIGNED_OFF, by="A", on=DAY),)),
    "live on": _state(publication=Publication(given_on=DAY, confirmed_on=DAY, address="https://example.org")),
    "copies": _state(copies=(Copy(CopyTo.INSPECTORS),)),
    "clock's reason": _state(clock=ClockDecision(reason="why", record_id="r")),
    "invitation": _state(invitation=Invitation(sent_on=DAY, received_on=DAY, agreed_by="A", agreed_on=DAY)),
    "comment": _state(comments=(Comment(id="c", text="x"),), suggestions=(Suggestion("s", now=TEXT),)),
    "other attachment": _state(attachments=(Attachment("logo.png", "aa", title="Crest", publish=True), Attachment("other.pdf", "dd"))),
    "how it was read": _inspection(publication_confirmed=True, published_label="Published on", scale=Scale.FOUR_TIER),
    "stated counts": _inspection(stated_counts=(StatedCount("areas", 9),), visited="May"),
    "reference": _finding(reference="OPCC/1", same_as="r9#f1"),
    "progress": _finding(updates=(Update(DAY, UpdateBy.FORCE, None, TEXT),), target_history=(TargetMove(DAY),), closed=Closed(DAY)),
}


@pytest.mark.parametrize("changed", PRINTED.values(), ids=PRINTED)
def test_a_change_of_what_is_printed_breaks_the_signature(changed: Record) -> None:
    assert printed_sha256(changed) != printed_sha256(RECORD)


@pytest.mark.parametrize("changed", NOT_PRINTED.values(), ids=NOT_PRINTED)
def test_a_change_of_anything_else_does_not(changed: Record) -> None:
    assert changed != RECORD
    assert printed_sha256(changed) == printed_sha256(RECORD)


@pytest.mark.parametrize("case", [*PRINTED, *NOT_PRINTED])
def test_a_place_is_printed_where_a_change_of_it_breaks_the_signature(case: str) -> None:
    places = changed_places(RECORD, (PRINTED | NOT_PRINTED)[case])
    printed = [is_printed(each) for each in places]
    assert printed == [case in PRINTED and case != "logo's picture"] * len(places), places


def test_the_printed_parts_are_a_record_of_their_own() -> None:
    parts = printed_parts(RECORD)
    assert printed_parts(parts) == parts
    assert read_record(canonical_bytes(parts)).record == parts


def test_the_hash_of_a_given_record_never_changes() -> None:
    """Signatures in records that are kept depend on it, in every later version of the app."""
    assert printed_sha256(Record()) == "dcb13e4122c37a8ee4fb7f2d58d6552f65ce3c22136db57d75dd00eed89ec7e0"
    assert printed_sha256(RECORD) == "16c48f5f94fdc06c7342d9868131a877c9b606e5085090a97889323986df0071"
