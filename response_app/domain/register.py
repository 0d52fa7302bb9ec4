"""The register of findings: what it says of each finding of every record, and which of them are due (home, register of findings)."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from enum import StrEnum

from .answering import Answering, answered_among
from .finding import Action, ActionKind, Closed, Due, DueKind, Finding, FindingKind, TargetMove, Update
from .progress import earlier_dates, last_by_each
from .record import Record
from .selection import numbers
from .titles import body_in_a_sentence

SOON_DAYS = 30
"""A finding is due soon from so many days before its date on."""

_PERIOD = re.compile(r"P(?:(\d{1,3})Y)?(?:(\d{1,4})M)?(?:(\d{1,4})W)?(?:(\d{1,5})D)?", re.ASCII)


class FindingState(StrEnum):
    """How far the answer to a finding is; the value is its words. Only the inspectors close one."""

    ANSWERED = "Answered"
    IN_DRAFT = "In draft"
    NOT_STARTED = "Not started"
    NOT_NEEDED = "No answer needed"
    CLOSED = "Closed"


class Whose(StrEnum):
    """Whose day counts; the value is what it is called beside how many days are left."""

    OFFICE = "Office\u2019s date"
    FORCE = "Force\u2019s date"
    LIMIT = "Time limit"


@dataclass(frozen=True, slots=True)
class Entry:
    """One finding in the register.

    Attributes:
        record_id: its record.
        finding_id: the finding in it.
        title: of the inspection, "" where the record has none yet.
        published_on: when the report was published.
        kind: what the inspectors call it.
        number: as printed, such as "3".
        sentence: its heading.
        addressed_to: to whom it is made, as the inspectors say; () where they do not.
        scope: the force, region or unit in whose chapter it stands; for none, the record's force.
        limit: the inspectors' time limit.
        limit_on: its last day, None where it names none.
        own_target: the day by which the office wants to have acted; None without one, and where it has acted.
        own_owner: who answers for that in the office.
        chief_target: the chief officer's target date.
        chief_owner: who answers for that with the chief officer.
        state: how far the answer is.
        actions: what the office says of its action, each kind once; () where it has none of its own.
        moves: every move of the target date, without the reasons.
        is_move_of_chief: whether it is the chief officer's date that was moved: the office has set none.
        said: what was said last by each who reports progress, without the words, the newest first.
        closed: when and where the inspectors closed it, None as long as they have not.
        force: the record's.
        body: the short name of who answers, in a sentence, such as "Commissioner".
        language: of the record.
        day: the day that counts, None where nothing is due: the earlier of the two target dates; where nobody has set one,
            the end of the inspectors' time limit.
    """

    record_id: str
    finding_id: str
    title: str
    published_on: date | None
    kind: FindingKind
    number: str
    sentence: str
    addressed_to: tuple[str, ...]
    scope: str
    limit: Due
    limit_on: date | None
    own_target: date | None
    own_owner: str
    chief_target: date | None
    chief_owner: str
    state: FindingState
    actions: tuple[ActionKind, ...] = ()
    moves: tuple[TargetMove, ...] = ()
    is_move_of_chief: bool = False
    said: tuple[Update, ...] = ()
    closed: Closed | None = None
    force: str = ""
    body: str = ""
    language: str = "en-GB"
    day: date | None = field(init=False)

    def __post_init__(self) -> None:
        """Work out the day that counts, once for all that sorts and counts."""
        targets = [day for day in (self.own_target, self.chief_target) if day]
        object.__setattr__(self, "day", (min(targets) if targets else self.limit_on) if self.is_open else None)

    @property
    def is_open(self) -> bool:
        """Whether something may still have to be done: it needs an answer, and the inspectors have not closed it."""
        return self.state not in (FindingState.NOT_NEEDED, FindingState.CLOSED)

    @property
    def earlier_targets(self) -> tuple[date, ...]:
        """Every date that the target had before it was moved to where it stands, the first one first."""
        return earlier_dates(self.moves)

    @property
    def whose(self) -> Whose | None:
        """Whose the day that counts is, None where nothing is due; a day that both have set is the office's."""
        if self.day is None:
            return None
        if self.day == self.own_target:
            return Whose.OFFICE
        return Whose.FORCE if self.day == self.chief_target else Whose.LIMIT

    def is_past(self, today: date) -> bool:
        """Tell whether it is open and its day has passed."""
        return self.day is not None and self.day < today

    def is_due_soon(self, today: date) -> bool:
        """Tell whether it is open and its day is one of the next 30, or today."""
        return self.day is not None and 0 <= (self.day - today).days <= SOON_DAYS

    def standing(self, today: date) -> str:
        """Return where it stands against its day, such as "12 days past" or "5 days left"; "" where nothing is due."""
        if self.day is None:
            return ""
        left = (self.day - today).days
        if left == 0:
            return "Due today"
        days = "1 day" if abs(left) == 1 else f"{abs(left):,} days"
        return f"{days} past" if left < 0 else f"{days} left"

    def standing_of(self, today: date) -> str:
        """Return where it stands and against whose day, such as "Force\u2019s date: 12 days past"; the office's only day needs no name."""
        words = self.standing(today)
        if not words or self.whose is None or (self.whose is Whose.OFFICE and self.chief_target is None):
            return words
        return f"{self.whose.value}: {words[0].lower()}{words[1:]}"


def entries(record: Record, known: Iterable[Answering]) -> Iterator[Entry]:
    """Yield an entry for every finding of a record, in its order.

    Args:
        record: the record; its texts are not looked at.
        known: what counting knows of each of its findings (`answering.answering`).
    """
    known = tuple(known)
    answered = answered_among(known)
    needs = {each.id: each for each in known}
    counted = numbers(record)
    by_id = {each.id: each for each in record.findings}
    body = body_in_a_sentence(record)
    for finding in record.findings:
        with_actions = _with_actions(finding, by_id)
        actions, moves = with_actions.action, finding.target_history or with_actions.target_history
        of_chief = bool(moves and finding.chief.target_on) and not any(each.target_on for each in actions)
        moved = [each.now for each in moves if each.now]
        yield Entry(
            record_id=record.record_id,
            finding_id=finding.id,
            title=record.inspection.title,
            published_on=record.inspection.published_on,
            kind=finding.kind,
            number=counted[finding.id],
            sentence=finding.heading,
            addressed_to=finding.addressed_to,
            scope=finding.scope or record.office.force,
            limit=finding.due,
            limit_on=last_day(finding.due, record.inspection.published_on),
            own_target=_own_target(actions, () if of_chief else moved),
            own_owner=_owners(actions),
            chief_target=moved[-1] if of_chief and moved else finding.chief.target_on,
            chief_owner=finding.chief.owner,
            state=_state(finding, needs[finding.id], finding.id in answered),
            actions=tuple(kind for kind in ActionKind if any(each.kind is kind for each in actions)),
            moves=tuple(replace(each, reason="") for each in moves),
            is_move_of_chief=of_chief,
            said=tuple(replace(each, text=()) for each in last_by_each(finding.updates)),
            closed=finding.closed,
            force=record.office.force,
            body=body,
            language=record.language,
        )


def _state(finding: Finding, known: Answering, answered: bool) -> FindingState:
    if finding.closed is not None:
        return FindingState.CLOSED
    if not known.to_answer:
        return FindingState.NOT_NEEDED
    if answered:
        return FindingState.ANSWERED
    return FindingState.IN_DRAFT if known.begun else FindingState.NOT_STARTED


def _with_actions(finding: Finding, by_id: dict[str, Finding]) -> Finding:
    """The finding itself, or the one with actions that it is answered with."""
    seen: set[str] = set()
    each: Finding | None = finding
    while each is not None and not each.action and each.id not in seen:
        seen.add(each.id)
        each = by_id.get(each.answered_with or "")
    return each if each is not None and each.action else finding


def _own_target(actions: tuple[Action, ...], moved: Sequence[date]) -> date | None:
    """The earliest target of what is not done yet; a date that was moved stands where it was moved to."""
    waiting = [each for each in actions if each.kind is not ActionKind.TAKEN]
    if moved and (waiting or not actions):
        return moved[-1]
    return min((each.target_on for each in waiting if each.target_on), default=None)


def _owners(actions: tuple[Action, ...]) -> str:
    return ", ".join(dict.fromkeys(each.owner for each in actions if each.owner))


def last_day(due: Due, published_on: date | None) -> date | None:
    """Return the last day of a time limit; None where it names none, or counts from a day that is not known.

    Args:
        due: the limit; one within a time counts from the day on which the report was published.
        published_on: that day.
    """
    if due.kind in (DueKind.DATE, DueKind.MONTH):
        return due.date
    found = _PERIOD.fullmatch(due.within) if due.kind is DueKind.WITHIN and published_on else None
    if found is None or published_on is None or not any(found.groups()):
        return None
    years, months, weeks, days = (int(each or 0) for each in found.groups())
    try:
        return _months_on(published_on, 12 * years + months) + timedelta(weeks=weeks, days=days)
    except (ValueError, OverflowError):
        return None  # after the end of the calendar


def _months_on(day: date, count: int) -> date:
    """The same day so many months on, or the last of that month where it is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + count, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
