"""Fictional records for Home, one for each thing that its list can say."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from response_app.authoring import office, records
from response_app.authoring.workspace import RecordRow, Workspace
from response_app.domain.finding import Action, ActionKind, Finding, FindingKind
from response_app.domain.inspection import Inspection, InspectionKind
from response_app.domain.record import Record, Sections
from response_app.domain.response import ClockApplies, ClockDecision, Publication, ResponseState, Status
from response_app.domain.richtext import Paragraph, RichText, Run
from response_app.store.work import Work
from ui.state import State

from ...fixtures.offices import EXAMPLESHIRE

TODAY = date(2024, 6, 26)


def words(text: str) -> RichText:
    """Return one paragraph."""
    return (Paragraph((Run(text),)),)


def record(
    record_id: str,
    title: str = "An inspection",
    published_on: date | None = date(2024, 5, 14),
    *,
    kind: InspectionKind = InspectionKind.REGIONAL,
    applies: ClockApplies = ClockApplies.YES,
    status: Status = Status.DRAFTING,
    planned_on: date | None = None,
    confirmed_on: date | None = None,
    findings: int = 0,
    answered: int = 0,
    force: str = EXAMPLESHIRE.force,
    text: str = "",
) -> Record:
    """Return a record with so many findings of which so many are answered."""
    action = (Action(ActionKind.TAKEN, words("We did.")),)
    made = (Finding(f"f{at}", FindingKind.AREA_FOR_IMPROVEMENT, action=action if at < answered else ()) for at in range(findings))
    return Record(
        record_id=record_id,
        office=replace(EXAMPLESHIRE, force=force),
        state=ResponseState(
            status=status,
            clock=ClockDecision(applies, "Decided."),
            publication=Publication(planned_on=planned_on, confirmed_on=confirmed_on),
        ),
        inspection=Inspection(title=title, kind=kind, published_on=published_on),
        findings=tuple(made),
        sections=Sections(initial_response=words(text) if text else ()),
    )


def late() -> Record:
    """Seven days past its date on `TODAY`."""
    return record("late", "Child protection", date(2024, 4, 25), status=Status.AWAITING_SIGN_OFF, kind=InspectionKind.CHILD_PROTECTION)


def soon() -> Record:
    """Due in twelve days on `TODAY`, with two of three findings to answer."""
    return record("soon", "Serious and organised crime", findings=3, answered=1, text="We welcome the zebra crossings.")


def with_force() -> Record:
    """Due in 26 days on `TODAY`, with the force."""
    return record("with_force", "Vetting & <b>conduct</b>", date(2024, 5, 28), status=Status.WITH_CHIEF_OFFICER)


def live() -> Record:
    """Published in time."""
    return record("live", "PEEL", date(2024, 3, 26), status=Status.PUBLISHED, confirmed_on=date(2024, 5, 13), kind=InspectionKind.PEEL)


def fill(work: Work, *given: Record) -> None:
    """Put an office and records into a store."""
    office.set_up(work, "Sam", EXAMPLESHIRE)
    for each in given:
        work.records.add(each)


@contextmanager
def opened(folder: Path, *given: Record) -> Iterator[State]:
    """Give the state of a window on a store that holds these records, and close it."""
    workspace = Workspace.open(folder)
    workspace.do(fill, *given)
    try:
        yield State(workspace, today=lambda: TODAY)
    finally:
        workspace.close()


def kept(folder: Path) -> tuple[RecordRow, ...]:
    """Return what another start of the app lists."""
    workspace = Workspace.open(folder)
    try:
        return workspace.ask(records.list_records)
    finally:
        workspace.close()


def row(**values: Any) -> RecordRow:
    """Return what the list knows of a record, as the store would give it."""
    given: dict[str, Any] = dict.fromkeys(RecordRow._fields) | {
        "record_id": "r1",
        "title": "An inspection",
        "kind": InspectionKind.REGIONAL,
        "force": EXAMPLESHIRE.force,
        "published_on": date(2024, 5, 14),
        "clock_applies": ClockApplies.YES,
        "planned_on": None,
        "confirmed_on": None,
        "status": Status.DRAFTING,
        "marking": None,
        "to_answer": 3,
        "answered": 1,
        "in_draft": 0,
        "left": (),
    }
    return RecordRow(**{**given, **values})
