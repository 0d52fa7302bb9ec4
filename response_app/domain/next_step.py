"""What comes next on a record and with whom it is: one computed step, the same on Home and on the task list (every step)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Protocol

from .answering import answering, count
from .dates import in_words
from .record import Record
from .response import ClockApplies, DecisionKind, Status

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

    @property
    def sent_on(self) -> date | None:
        """When the chief officer was invited to comment."""

    @property
    def reply_by(self) -> date | None:
        """By when the comments were asked for."""

    @property
    def received_on(self) -> date | None:
        """When they came."""

    @property
    def agreed_on(self) -> date | None:
        """When they were agreed as printed."""

    @property
    def text_agreed_on(self) -> date | None:
        """When the text of the record was last agreed by a decision."""

    @property
    def signed_on(self) -> date | None:
        """When the response was signed off."""

    @property
    def given_on(self) -> date | None:
        """When it was given to the web team."""


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
    sent_on: date | None
    reply_by: date | None
    received_on: date | None
    agreed_on: date | None
    text_agreed_on: date | None
    signed_on: date | None
    given_on: date | None


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
        sent_on=state.invitation.sent_on,
        reply_by=state.invitation.reply_by,
        received_on=state.invitation.received_on,
        agreed_on=state.invitation.agreed_on,
        text_agreed_on=_decided(record, DecisionKind.TEXT_AGREED),
        signed_on=_decided(record, DecisionKind.SIGNED_OFF),
        given_on=state.publication.given_on,
    )


def next_step(at: Standing, today: date, signs_off: str) -> Step:
    """Return what comes next, with whom it is and since when.

    Args:
        at: where the record stands.
        today: the day it is.
        signs_off: who signs off, such as "Commissioner".
    """
    step = _step(at, today, signs_off)
    return step if step.words == NOTHING else Step(step.words, step.who, _since(at, step, today))


def next_step_of(record: Record, today: date, signs_off: str) -> Step:
    """Return the same of an open record."""
    return next_step(standing(record), today, signs_off)


def _step(at: Standing, today: date, signs_off: str) -> Step:
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


def _since(at: Standing, step: Step, today: date) -> date | None:
    """The last day on which the record says that it came to them; never one that has not come yet.

    The day of the report is none: that it came out does not say when somebody began with it.
    """
    if step.words == WAIT_FOR_REPLY:
        days = [at.sent_on]
    elif step.words == _SIGN_OFF:
        days = [at.text_agreed_on, at.agreed_on]
    elif step.words == _CONFIRM:
        days = [at.given_on, at.planned_on]
    elif at.status is Status.SIGNED_OFF:
        days = [at.signed_on]
    else:
        days = [] if step.who == INSPECTORS else [at.received_on, at.agreed_on]
    return max((day for day in days if day is not None and day <= today), default=None)


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
