"""A small record for the pages and models: some findings, each with its answer, nothing decided yet."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from response_app.domain.canonical import from_plain
from response_app.domain.finding import Action, ActionKind, Applies, ChiefAnswer, Finding, FindingKind
from response_app.domain.inspection import Inspection
from response_app.domain.record import Record, Sections
from response_app.domain.response import Decision, DecisionKind, Publication, ResponseState

from ..fixtures.offices import EXAMPLESHIRE

TODAY = date(2024, 7, 1)
SIGNED = Decision(what=DecisionKind.SIGNED_OFF, by="A. Example", role="Commissioner", on=date(2024, 7, 1), version_label="1.0")
PROPOSED = Action(ActionKind.PROPOSED, from_plain("I will publish the results."))


def clean_record() -> Record:
    """Return the record."""
    return Record(
        record_id="6a7b3a52-54a6-4b57-9a34-4f2b7a1f7d10",
        office=replace(
            EXAMPLESHIRE,
            holder="A. Example",
            chief_officer="B. Example",
        ),
        state=ResponseState(version_label="1.0", decisions=(SIGNED,), publication=Publication(planned_on=date(2024, 7, 2))),
        inspection=Inspection(
            title="An inspection",
            inspectorate="HMICFRS",
            published_on=date(2024, 5, 14),
            publication_confirmed=True,
            summary=from_plain("Inspectors looked at the force."),
        ),
        findings=(
            finding("a1", FindingKind.AREA_FOR_IMPROVEMENT),
            finding("r1", FindingKind.RECOMMENDATION),
            finding("c1", FindingKind.CAUSE_OF_CONCERN, action=()),
            finding("r2", FindingKind.RECOMMENDATION, parent="c1"),
        ),
        sections=Sections(from_plain("Ours."), from_plain("Theirs."), from_plain("Ours again.")),
    )


def finding(id: str, kind: FindingKind, **changes: object) -> Finding:
    """Return an answered finding, changed as asked."""
    whole = Finding(
        id,
        kind,
        heading=f"The force should improve {id}.",
        evidence=from_plain("Evidence."),
        applies=Applies.YES,
        chief=ChiefAnswer(from_plain("We have begun.")),
        action=(PROPOSED,),
    )
    return replace(whole, **changes)  # type: ignore[arg-type]


def with_finding(record: Record, id: str, **changes: object) -> Record:
    """Return the record with one finding changed."""
    findings = tuple(replace(each, **changes) if each.id == id else each for each in record.findings)  # type: ignore[arg-type]
    return replace(record, findings=findings)


def with_state(record: Record, **changes: object) -> Record:
    """Return the record with its state changed."""
    return replace(record, state=replace(record.state, **changes))  # type: ignore[arg-type]
