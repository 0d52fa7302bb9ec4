"""The acts by which a response is published, and which of them are still to be done (Home, task list, record out).

One source for their names and their order: what Home and the task list say comes next is what the page of the steps says.
"""

from __future__ import annotations

from collections.abc import Collection, Container
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from .corrections import is_being_corrected
from .inspection import InspectionKind
from .record import Record
from .response import CopyTo, Decision, DecisionKind, ResponseState, Status


class Act(StrEnum):
    """In the order in which they follow each other; the value is what they are called."""

    SIGN = "Sign off"
    MAKE = "Make the files"
    GIVE = "Give the files to the web team"
    CONFIRM = "Confirm that it is live"
    COPIES = "Send the copies"
    PROMINENT = "Show the report’s summary prominently"


_BEFORE_LIVE = (Act.SIGN, Act.MAKE, Act.GIVE)
MUST_HAVE_COPY = {CopyTo.INSPECTORS: "HM inspectors of constabulary", CopyTo.SECRETARY_OF_STATE: "the Secretary of State"}
"""To whom a copy of what is published has to go (section 55(6))."""


@dataclass(frozen=True, slots=True)
class Agreed:
    """Who agreed the chief officer's words, and when as far as the record says; `decision` is None where only the invitation says so."""

    by: str
    on: date | None
    decision: Decision | None = None


def agreed(state: ResponseState) -> Agreed | None:
    """Return how the chief officer's words were agreed: by the last decision, else as the invitation says; None where nothing does."""
    decision = last_decision(state, DecisionKind.TEXT_AGREED)
    if decision is not None:
        return Agreed(decision.by, decision.on, decision)
    made = state.invitation
    return Agreed(made.agreed_by, made.agreed_on) if made.agreed_by.strip() or made.agreed_on else None


def last_decision(state: ResponseState, what: DecisionKind) -> Decision | None:
    """Return the last decision of a kind, None without one."""
    return next((each for each in reversed(state.decisions) if each.what is what), None)


def sign_off_of_version(state: ResponseState) -> Decision | None:
    """Return the sign-off of the version that the record prints, the last of several; None without one."""
    signed = (each for each in reversed(state.decisions) if each.what is DecisionKind.SIGNED_OFF)
    return next((each for each in signed if each.version_label == state.version_label), None)


def copies_missing(state: ResponseState) -> tuple[CopyTo, ...]:
    """Return to whom no copy of this version is recorded, of those who must have one."""
    sent = {each.to for each in state.copies if each.sent_on and each.version_label == state.version_label}
    return tuple(each for each in MUST_HAVE_COPY if each not in sent)


def acts_done(record: Record, beside: Collection[Act] = ()) -> frozenset[Act]:
    """Return the acts that are done for the version that a record prints.

    Args:
        record: as it stands.
        beside: what is kept beside the record: that the summary is shown, or an act that the office does not ask for.
    """
    state = record.state
    live = state.publication.confirmed_on is not None and not is_being_corrected(state)
    known = {
        Act.SIGN: state.status is not Status.AWAITING_SIGN_OFF and sign_off_of_version(state) is not None,
        Act.MAKE: bool(state.publication.files),
        Act.GIVE: state.publication.given_on is not None,
        Act.CONFIRM: live,
        Act.COPIES: not copies_missing(state),
        Act.PROMINENT: record.inspection.kind is not InspectionKind.PEEL,
    }
    return frozenset(act for act, done in known.items() if done or act in beside)


def acts_left(done: Container[Act], status: Status) -> tuple[Act, ...]:
    """Return the acts that are still to be done, in their order; what led to a page that is out is not asked for again."""
    is_out = Act.CONFIRM in done or status is Status.PUBLISHED
    return tuple(act for act in Act if act not in done and not (is_out and act in _BEFORE_LIVE))


def acts_left_of(record: Record, beside: Collection[Act] = ()) -> tuple[Act, ...]:
    """Return the acts that a record still needs; `beside` as `acts_done` takes it."""
    return acts_left(acts_done(record, beside), record.state.status)
