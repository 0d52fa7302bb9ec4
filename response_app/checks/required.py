"""Rules on what a record cannot be printed without (checks)."""

from __future__ import annotations

from collections.abc import Iterator

from ..domain.finding import FindingKind
from ..domain.record import Record
from ..domain.richtext import is_blank, is_unseen
from ..domain.selection import label, made_to_others, printed
from ..domain.titles import body_title, chief_officer_title, possessive
from .problem import Context, Problem, Severity

_OFFICE_FIX = "Fill it in under Inspection details, and for later records under Office settings."
_INSPECTION_FIX = "Fill it in under Inspection details."
_PLANNED_FIX = "Say on which day the record is to be published; the day is printed under the title."
_DATE_FIX = "Take it from the report: the 56 days begin with that day."
_SUMMARY_FIX = "Say in a few sentences what was inspected and what was found."
_HEADING_FIX = "Give it one whole sentence that can stand alone."


def required_missing(record: Record, context: Context) -> Iterator[Problem]:
    """One problem for each empty field that the record must print."""
    office, inspection, publication = record.office, record.inspection, record.state.publication
    facts = [
        ("office.force", office.force, "The name of the force", _OFFICE_FIX),
        ("office.body_title", office.body_title, "The title of the body", _OFFICE_FIX),
        ("office.body_short", office.body_short, "The short form of the body’s title", _OFFICE_FIX),
        ("office.holder", office.holder, f"The {possessive(body_title(record))} name", _OFFICE_FIX),
        ("office.chief_officer_title", office.chief_officer_title, "The chief officer’s title", _OFFICE_FIX),
        ("office.chief_officer_short", office.chief_officer_short, "The short form of the chief officer’s title", _OFFICE_FIX),
        ("office.chief_officer", office.chief_officer, f"The {possessive(chief_officer_title(record))} name", _OFFICE_FIX),
        ("record.publication.planned_on", publication.confirmed_on or publication.planned_on, "The publication date", _PLANNED_FIX),
        ("inspection.title", inspection.title, "The title of the inspection", _INSPECTION_FIX),
        ("inspection.inspectorate", inspection.inspectorate, "The inspectorate", _INSPECTION_FIX),
        ("inspection.published_on", inspection.published_on, "The date on which the report was published", _DATE_FIX),
        ("inspection.summary", not is_blank(inspection.summary), "The summary of the inspection", _SUMMARY_FIX),
    ]
    for place, value, name, fix in facts:
        if not value or (isinstance(value, str) and is_unseen(value)):
            yield _missing(place, f"{name} is missing", fix)
    for finding in (*printed(record, *FindingKind), *made_to_others(record)):
        if is_unseen(finding.heading):
            place = f"findings[{finding.id}].heading"
            yield _missing(place, f"{label(record, finding)} has no heading", _HEADING_FIX)


def _missing(place: str, message: str, fix: str) -> Problem:
    return Problem("required_missing", Severity.WRONG, message, place, fix=fix, source="The record’s own layout: it prints no blank cell")


def version_missing(record: Record, context: Context) -> Iterator[Problem]:
    """A record without a version label."""
    if is_unseen(record.state.version_label):
        fix = "Give the record a version, such as 1.0; without one it would print “Version:” with nothing after it."
        source = "A published record says “Version:” with nothing after it"
        yield Problem("version_missing", Severity.WRONG, "The version is empty", "record.version_label", fix=fix, source=source)
