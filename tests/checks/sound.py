"""A record in which the checks find nothing, made in code so that each test can break one thing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from response_app.authoring.judging import PrintedHashes
from response_app.bank_holidays import HOLIDAYS
from response_app.checks import Context, Problem, run
from response_app.domain.canonical import canonical, from_plain
from response_app.domain.finding import Action, ActionKind, Applies, ChiefAnswer, Finding, FindingKind
from response_app.domain.inspection import Inspection
from response_app.domain.record import Record, Sections
from response_app.domain.response import (
    ClockApplies,
    ClockDecision,
    Decision,
    DecisionKind,
    Invitation,
    Publication,
    ResponseState,
)
from response_app.domain.richtext import Paragraph, Run

from ..fixtures.offices import EXAMPLESHIRE

TODAY = date(2024, 7, 1)
SIGNED = Decision(what=DecisionKind.SIGNED_OFF, by="A. Example", role="Commissioner", on=date(2024, 7, 1), version_label="1.0")
PROPOSED = Action(ActionKind.PROPOSED, from_plain("I will publish the results."))


def clean_record() -> Record:
    """Return a record in which no rule finds anything."""
    return Record(
        record_id="6a7b3a52-54a6-4b57-9a34-4f2b7a1f7d10",
        office=replace(
            EXAMPLESHIRE,
            holder="A. Example",
            chief_officer="B. Example",
        ),
        state=ResponseState(
            version_label="1.0",
            clock=ClockDecision(ClockApplies.YES),
            invitation=Invitation(date(2024, 5, 20), date(2024, 6, 14)),
            decisions=(SIGNED,),
            publication=Publication(planned_on=date(2024, 7, 2)),
        ),
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
        heading="The force should publish its results.",
        evidence=from_plain("Evidence."),
        applies=Applies.YES,
        chief=ChiefAnswer(from_plain("We have begun to publish our results.")),
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


def draws(character: str) -> bool:
    """A font of Latin letters and common signs, with the Welsh ones."""
    return ord(character) < 0x250 or character in "–—‘’“”•…"


def found(record: Record, *, final: bool = True, cleaned: tuple = ()) -> list[Problem]:  # type: ignore[type-arg]
    """Return what the rules find."""
    return run(record, Context(TODAY, final, draws, HOLIDAYS, cleaned, hashes=PrintedHashes()))


def said(*paragraphs: str, section: str = "initial_response", record: Record | None = None) -> list[Problem]:
    """Return what the rules find in a clean record whose text of a section is these paragraphs."""
    clean = record or clean_record()
    text = canonical(tuple(Paragraph((Run(each),)) for each in paragraphs))
    return found(replace(clean, sections=replace(clean.sections, **{section: text})))


def codes(record: Record, *, final: bool = True) -> list[str]:
    """Return the codes of what the rules find."""
    return [each.code for each in found(record, final=final)]
