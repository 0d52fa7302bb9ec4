"""Use cases on the details of a record: office as printed, inspection, clock, version, dates (inspection details)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields, replace
from datetime import date
from typing import Any

from ..domain.changes import Changes
from ..domain.dates import in_words
from ..domain.inspection import Judgement
from ..domain.office import JointBody, Office
from ..domain.record import Record
from ..domain.response import ClockApplies, ClockDecision, Invitation, InvitationOutcome, Publication
from ..errors import AppError
from ..store.work import Work
from .editing import edit

_INSPECTION = {
    "title": "change title of inspection",
    "kind": "change kind of inspection",
    "inspectorate": "change inspectorate",
    "also_inspectorates": "change other inspectorates",
    "published_on": "change publication date of report",
    "published_label": "change words beside publication date",
    "visited": "change when inspectors visited",
    "publication_confirmed": "confirm publication date of report",
    "address": "change web address of report",
    "scale": "change grading scale",
}
_STATE = {"version_label": "change version", "marking": "change marking", "embargo_until": "change embargo", "status": "change status"}
_OFFICE = {
    "force": "change name of force",
    "body_title": "change title of body",
    "body_short": "change short form of body",
    "holder": "change name of holder",
    "chief_officer_title": "change title of chief officer",
    "chief_officer_short": "change short form of chief officer",
    "chief_officer": "change name of chief officer",
    "contact": "change contact",
    "website": "change where it is published",
}
_CLOCK = {
    "applies": "decide whether the 56 days apply",
    "reason": "change reason for the 56 days",
    "record_id": "choose record that answers",
}
_INVITATION = {
    "sent_on": "change when the invitation was sent",
    "reply_by": "change when a reply is wanted",
    "outcome": "change outcome of invitation",
    "received_on": "change when comments were received",
    "received_as": "change how comments were received",
    "agreed_by": "change who agreed the text",
    "agreed_on": "change when the text was agreed",
}
_PUBLICATION = {
    "planned_on": "change planned publication",
    "given_on": "change when it was given to the web team",
    "confirmed_on": "change when it was confirmed live",
    "address": "change address of publication",
}


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

    return edit(work, record_id, _name(_INSPECTION, values, "change inspection details"), change)


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
    before = work.records.get(record_id).office
    return edit(
        work, record_id, _name(_OFFICE, _different(before, office), "change office titles"), lambda record: replace(record, office=office)
    )


def add_joint_body(work: Work, record_id: str) -> Changes:
    """Add a body that answers jointly, still without a name.

    Raises:
        KeyError: there is no such record.
    """
    return _edit_joint(work, record_id, "add joint body", lambda bodies: [*bodies, JointBody()])


def change_joint_body(work: Work, record_id: str, index: int, **values: Any) -> Changes:
    """Set fields of one joint body, such as `body_title` or `holder`.

    Raises:
        KeyError: there is no such record.
        IndexError: the record has no such body.
    """
    what = _name(_OFFICE, values, "change titles of body").removeprefix("change ")
    return _edit_joint(
        work,
        record_id,
        f"change joint body: {what}",
        lambda bodies: [*bodies[:index], replace(bodies[index], **values), *bodies[index + 1 :]],
    )


def remove_joint_body(work: Work, record_id: str, index: int) -> Changes:
    """Remove one joint body.

    Raises:
        KeyError: there is no such record.
        IndexError: the record has no such body.
    """

    def without(bodies: list[JointBody]) -> list[JointBody]:
        del bodies[index]
        return bodies

    return _edit_joint(work, record_id, "remove joint body", without)


def _edit_joint(work: Work, record_id: str, name: str, change: Callable[[list[JointBody]], list[JointBody]]) -> Changes:
    def with_bodies(record: Record) -> Record:
        return replace(record, office=replace(record.office, joint_with=tuple(change(list(record.office.joint_with)))))

    return edit(work, record_id, name, with_bodies)


def change_state(work: Work, record_id: str, **values: Any) -> Changes:
    """Set fields of the response's state, such as `version_label` or `marking`.

    Raises:
        KeyError: there is no such record.
    """
    return _edit_state(work, record_id, _name(_STATE, values, "change version and status"), **values)


def decide_clock(work: Work, record_id: str, decision: ClockDecision) -> Changes:
    """Keep whether the 56 days apply, and why (Police Act 1996 s.55(5A)); only "elsewhere" keeps where it is answered.

    Raises:
        KeyError: there is no such record.
        AppError: the record is to be answered in itself.
    """
    if decision.record_id == record_id:
        raise AppError(
            "A record cannot be answered in itself.", "Nothing was changed. Choose another record, or say that the 56 days apply here."
        )
    if decision.applies is not ClockApplies.ELSEWHERE:
        decision = replace(decision, record_id="")
    changed = _different(work.records.get(record_id).state.clock, decision)
    first = dict([next(iter(changed.items()))]) if changed else {}
    return _edit_state(work, record_id, _name(_CLOCK, first, _CLOCK["applies"]), clock=decision)


def clock_remark(decision: ClockDecision) -> str:
    """Return what a decision on the 56 days lacks, "" for nothing: that they do not apply here has to be given a reason."""
    if decision.applies not in (ClockApplies.NO, ClockApplies.ELSEWHERE) or decision.reason.strip():
        return ""
    why = "the 56 days do not apply" if decision.applies is ClockApplies.NO else "it is answered in another record"
    return f"Say why {why}, and who decided it. The decision itself is kept."


def change_invitation(work: Work, record_id: str, invitation: Invitation) -> Changes:
    """Keep the invitation to the chief officer and what came of it (s.55(4)).

    Raises:
        KeyError: there is no such record.
    """
    changed = _different(work.records.get(record_id).state.invitation, invitation)
    return _edit_state(work, record_id, _name(_INVITATION, changed, "change invitation"), invitation=invitation)


def invitation_remarks(invitation: Invitation, published_on: date | None, today: date) -> dict[str, str]:
    """Return what is odd about an invitation, by field; it can be kept all the same, because it may be what happened.

    Args:
        invitation: as it stands.
        published_on: when the report was published, None when that is not known.
        today: the day it is.
    """
    out: dict[str, str] = {}
    sent, reply, received, agreed = invitation.sent_on, invitation.reply_by, invitation.received_on, invitation.agreed_on
    if sent and reply and reply < sent:
        out["reply_by"] = f"This is before the invitation was sent, on {in_words(sent)}. Check both days."
    elif reply and published_on and reply < published_on:
        out["reply_by"] = f"This is before the report was published, on {in_words(published_on)}. Check the day."
    if received and sent and received < sent:
        out["received_on"] = f"This is before the invitation was sent, on {in_words(sent)}. Check both days."
    if agreed and received and agreed < received:
        out["agreed_on"] = f"This is before the comments were received, on {in_words(received)}. Check both days."
    for name, day in (("sent_on", sent), ("received_on", received), ("agreed_on", agreed)):
        if day and day > today:
            out[name] = "This day has not come yet. Check it."
    if invitation.outcome is InvitationOutcome.NONE_BY_DATE and reply is None:
        out["reply_by"] = "Enter the day: the record prints “No comments were received by” it."
    return out


def change_publication(work: Work, record_id: str, publication: Publication) -> Changes:
    """Keep the dates of publication.

    Raises:
        KeyError: there is no such record.
    """
    changed = _different(work.records.get(record_id).state.publication, publication)
    return _edit_state(work, record_id, _name(_PUBLICATION, changed, "change publication dates"), publication=publication)


def _edit_state(work: Work, record_id: str, name: str, **values: Any) -> Changes:
    return edit(work, record_id, name, lambda record: replace(record, state=replace(record.state, **values)))


def _different(before: Any, after: Any) -> dict[str, Any]:
    """Return the fields in which two values of one dataclass differ, with those of the second."""
    names = [each.name for each in fields(before)]
    return {name: getattr(after, name) for name in names if getattr(before, name) != getattr(after, name)}


def _name(names: Mapping[str, str], values: Mapping[str, Any], several: str) -> str:
    """Return what is done when one field is set; `several` when there are more, or one without a name."""
    return names.get(next(iter(values)), several) if len(values) == 1 else several
