"""Use cases on the details of a record: office as printed, inspection, clock, version, dates (inspection details)."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from ..domain.changes import Changes
from ..domain.inspection import Judgement
from ..domain.office import Office
from ..domain.record import Record
from ..domain.response import ClockDecision, Invitation, Publication
from ..store.work import Work
from .editing import edit


def change_inspection(work: Work, record_id: str, **values: Any) -> Changes:
    """Set fields of the inspection, such as `title` or `published_on`; a new publication date is to be confirmed again.

    Raises:
        KeyError: there is no such record.
    """

    def change(record: Record) -> Record:
        inspection = record.inspection
        another_day = values.get("published_on", inspection.published_on) != inspection.published_on
        confirmed = {"publication_confirmed": False} if another_day else {}
        return replace(record, inspection=replace(inspection, **{**confirmed, **values}))

    return edit(work, record_id, "change inspection details", change)


def change_judgements(work: Work, record_id: str, judgements: tuple[Judgement, ...]) -> Changes:
    """Set the grades, in the report's order.

    Raises:
        KeyError: there is no such record.
    """
    return edit(
        work, record_id, "change grades", lambda record: replace(record, inspection=replace(record.inspection, judgements=judgements))
    )


def change_office(work: Work, record_id: str, office: Office) -> Changes:
    """Set the office as this one record prints it.

    Raises:
        KeyError: there is no such record.
    """
    return edit(work, record_id, "change office titles", lambda record: replace(record, office=office))


def change_state(work: Work, record_id: str, **values: Any) -> Changes:
    """Set fields of the response's state, such as `version_label` or `marking`.

    Raises:
        KeyError: there is no such record.
    """
    return _edit_state(work, record_id, "change version and status", **values)


def decide_clock(work: Work, record_id: str, decision: ClockDecision) -> Changes:
    """Keep whether the 56 days apply, and why (Police Act 1996 s.55(5A)).

    Raises:
        KeyError: there is no such record.
    """
    return _edit_state(work, record_id, "decide whether the 56 days apply", clock=decision)


def change_invitation(work: Work, record_id: str, invitation: Invitation) -> Changes:
    """Keep the invitation to the chief officer and what came of it (s.55(4)).

    Raises:
        KeyError: there is no such record.
    """
    return _edit_state(work, record_id, "change the invitation", invitation=invitation)


def change_publication(work: Work, record_id: str, publication: Publication) -> Changes:
    """Keep the dates of publication.

    Raises:
        KeyError: there is no such record.
    """
    return _edit_state(work, record_id, "change publication dates", publication=publication)


def _edit_state(work: Work, record_id: str, name: str, **values: Any) -> Changes:
    return edit(work, record_id, name, lambda record: replace(record, state=replace(record.state, **values)))
