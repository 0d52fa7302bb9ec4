"""What comes next on a record and with whom it is: one computed step, the same on Home and on the task list (every step)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Protocol

from .answering import answering, count
from .dates import in_words
from .record import Record
from .response import ClockApplies, DecisionKind, Invitation, Status

_FINISHED = (Status.CLOSED, Status.NO_RESPONSE_NEEDED)
FORCE, INSPECTORS, YOU = "The force", "The inspectors", "You"
NOTHING = "Nothing to do"
FILL_IN = "Fill in the inspection details"
WAIT_FOR_REPLY = "Wait for the reply"
WRITE = "Add findings, write the response"
_SIGN_OFF, _CONFIRM = "Sign off", "Confirm that it is live"


class Standing(Protocol):
    """What the next step follows from; a row of the list of records holds all of it."""

    @property
    def title(self) -> str:
        """Title of the inspection."""

    @property
    def published_on(self) -> date | None:
        """When the report was published."""

    @property
    def clock_applies(self) -> ClockApplies:
        """Whether the 56 days apply."""

    @property
    def planned_on(self) -> date | None:
        """When the response is to be published."""

    @property
    def confirmed_on(self) -> date | None:
        """When it was confirmed live."""

    @property
    def status(self) -> Status:
        """Where the response stands."""

    @property
    def to_answer(self) -> int:
        """How many findings need an answer."""

    @property
    def answered(self) -> int:
        """How many of these have one."""


@dataclass(frozen=True, slots=True)
class RecordStanding:
    """The same of a record that is open."""

    title: str
    published_on: date | None
    clock_applies: ClockApplies
    planned_on: date | None
    confirmed_on: date | None
    status: Status
    to_answer: int
    answered: int


@dataclass(frozen=True, slots=True)
class Step:
    """The next step: in words, with whom it is, and since when; None where the record does not say."""

    words: str
    who: str
    since: date | None = None


def standing(record: Record) -> RecordStanding:
    """Return what the next step of a record follows from."""
    needed, answered = count(answering(record))
    state, inspection = record.state, record.inspection
    return RecordStanding(
        title=inspection.title,
        published_on=inspection.published_on,
        clock_applies=state.clock.applies,
        planned_on=state.publication.planned_on,
        confirmed_on=state.publication.confirmed_on,
        status=state.status,
        to_answer=needed,
        answered=answered,
    )


def next_step(at: Standing, today: date, signs_off: str) -> Step:
    """Return what comes next and with whom it is.

    Args:
        at: where the record stands.
        today: the day it is.
        signs_off: who signs off, such as "Commissioner".
    """
    if at.confirmed_on is not None:
        return Step(NOTHING, f"Live since {in_words(at.confirmed_on)}")
    if at.status in _FINISHED:
        return Step(NOTHING, "Closed" if at.status is Status.CLOSED else "No response needed")
    if at.status is Status.NOT_YET_PUBLISHED:
        return Step("Wait for the report", INSPECTORS)
    if at.status is Status.WITH_CHIEF_OFFICER:
        return Step(WAIT_FOR_REPLY, FORCE)
    if at.status is Status.AWAITING_SIGN_OFF:
        return Step(_SIGN_OFF, signs_off)
    if at.status is Status.PUBLISHED or (at.planned_on is not None and at.planned_on < today):
        return Step(_CONFIRM, YOU)
    if at.status is Status.SIGNED_OFF:
        return Step(f"Publish on {in_words(at.planned_on)}" if at.planned_on else "Publish", YOU)
    return Step(_drafting(at), YOU)


def next_step_of(record: Record, today: date, signs_off: str) -> Step:
    """Return the next step of an open record, with the day since when it is with whom it is."""
    step = next_step(standing(record), today, signs_off)
    return Step(step.words, step.who, None if step.words == NOTHING else _since(record, step, today))


def _since(record: Record, step: Step, today: date) -> date | None:
    """The last day on which the record says that it came to them; never one that has not come yet."""
    invitation, publication = record.state.invitation, record.state.publication
    agreed, signed = (_decided(record, kind) for kind in (DecisionKind.TEXT_AGREED, DecisionKind.SIGNED_OFF))
    if step.words == WAIT_FOR_REPLY:
        days = [invitation.sent_on]
    elif step.words == _SIGN_OFF:
        days = [agreed, invitation.agreed_on]
    elif step.words == _CONFIRM:
        days = [publication.given_on, publication.planned_on]
    elif record.state.status is Status.SIGNED_OFF:
        days = [signed]
    else:
        days = [record.inspection.published_on, *_came_back(invitation)]
    return max((day for day in days if day is not None and day <= today), default=None)


def _came_back(invitation: Invitation) -> tuple[date | None, ...]:
    return invitation.received_on, invitation.agreed_on


def _decided(record: Record, what: DecisionKind) -> date | None:
    return max((each.on for each in record.state.decisions if each.what is what and each.on), default=None)


def _drafting(at: Standing) -> str:
    if not at.title.strip() or at.published_on is None:
        return FILL_IN
    if at.clock_applies is ClockApplies.UNDECIDED:
        return "Decide if the 56 days apply"
    if at.to_answer == 0:
        return WRITE
    left = at.to_answer - at.answered
    if left > 0:
        return f"Answer {'1 finding' if left == 1 else f'{left:,} findings'}"
    return "Check, then sign off and publish"
