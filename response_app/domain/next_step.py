"""What comes next on a record and with whom it is: one computed step, the same on Home and on the task list (every step)."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from .answering import answering, count
from .dates import in_words
from .publication_acts import Act, acts_left_of
from .record import Record
from .response import ClockApplies, DecisionKind, Status

_FINISHED = (Status.CLOSED, Status.NO_RESPONSE_NEEDED)
FORCE, INSPECTORS, YOU = "The force", "The inspectors", "You"
NOTHING = "Nothing to do"
FOLLOW_UP = "Follow up the findings"
"""Of a response that is out: nobody is waited for, but what was promised in it goes on."""
FILL_IN = "Fill in the inspection details"
WAIT_FOR_REPLY = "Wait for the reply"
REPLY_LATE = "Chase the reply, or record that none came"
WRITE = "Add findings, write the response"
CHECK = "Check, then sign off"
_BY_ACTS = (Status.AWAITING_SIGN_OFF, Status.SIGNED_OFF, Status.PUBLISHED)
"""Where the response stands when it is written: what comes next are the acts of publication."""


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

    @property
    def left(self) -> tuple[Act, ...]:
        """The acts of publication that are still to be done; looked at once the response is written."""


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
    left: tuple[Act, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """The next step: in words, with whom it is, and since when; None where the record does not say."""

    words: str
    who: str
    since: date | None = None


def standing(record: Record, beside: Collection[Act] = ()) -> RecordStanding:
    """Return what the next step of a record follows from; `beside` are the acts that `acts_done` takes."""
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
        left=acts_left_of(record, beside),
    )


def next_step(at: Standing, today: date, signs_off: str) -> Step:
    """Return what comes next, with whom it is and since when.

    Args:
        at: where the record stands.
        today: the day it is.
        signs_off: who signs off, such as "Commissioner".
    """
    step = _step(at, signs_off)
    if step.words == WAIT_FOR_REPLY and is_late(at.reply_by, today):
        return Step(REPLY_LATE, YOU, at.reply_by)
    return step if step.words in (NOTHING, FOLLOW_UP) else Step(step.words, step.who, _since(at, step, today))


def is_late(reply_by: date | None, today: date) -> bool:
    """Tell whether the day by which the chief officer's comments were asked for has passed."""
    return reply_by is not None and reply_by < today


def next_step_of(record: Record, today: date, signs_off: str, beside: Collection[Act] = ()) -> Step:
    """Return the same of an open record; `beside` are the acts that `acts_done` takes."""
    return next_step(standing(record, beside), today, signs_off)


def _step(at: Standing, signs_off: str) -> Step:
    if at.status in _FINISHED and at.confirmed_on is None:
        return Step(NOTHING, "Closed" if at.status is Status.CLOSED else "No response needed")
    if at.confirmed_on is not None:
        after = FOLLOW_UP if at.to_answer and at.status is not Status.CLOSED else NOTHING
        return _act(at, signs_off) if at.left else Step(after, f"Live since {in_words(at.confirmed_on)}")
    if at.status is Status.NOT_YET_PUBLISHED:
        return Step("Wait for the report", INSPECTORS)
    if at.status is Status.WITH_CHIEF_OFFICER:
        return Step(WAIT_FOR_REPLY, FORCE)
    if at.status in _BY_ACTS and at.left:
        return _act(at, signs_off)
    return Step(_drafting(at), YOU)


def _act(at: Standing, signs_off: str) -> Step:
    """The first act that is left; what is still being written waits for its author, not for whoever signs."""
    act = at.left[0]
    return Step(act.value, signs_off if act is Act.SIGN and at.status in _BY_ACTS else YOU)


def _since(at: Standing, step: Step, today: date) -> date | None:
    """The last day on which the record says that it came to them; never one that has not come yet.

    The day of the report is none: that it came out does not say when somebody began with it.
    """
    by_words: dict[str, tuple[date | None, ...]] = {
        WAIT_FOR_REPLY: (at.sent_on,),
        Act.SIGN: (at.text_agreed_on, at.agreed_on),
        Act.MAKE: (at.signed_on,),
        Act.GIVE: (at.signed_on,),
        Act.CONFIRM: (at.given_on, at.planned_on),
        Act.COPIES: (at.confirmed_on,),
        Act.PROMINENT: (at.confirmed_on,),
    }
    days = by_words.get(step.words, () if step.who == INSPECTORS else (at.received_on, at.agreed_on))
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
    return CHECK
