"""What Home says of one record in words: its dates, its one clock, its next step (Home)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from response_app.bank_holidays import HOLIDAYS
from response_app.domain.clock import Clock, Holidays, clock, statutory_date
from response_app.domain.dates import in_words
from response_app.domain.inspection import InspectionKind
from response_app.domain.next_step import WAIT_FOR_REPLY, YOU, Step, next_step
from response_app.domain.publication_acts import Act
from response_app.domain.response import ClockApplies, ClockDecision, Publication, Status
from response_app.domain.sign_off import CHANGED_SINCE, is_changed_since
from response_app.errors import AppError

from ..widgets.basics import BadgeKind
from ..widgets.record_bar import short_day

if TYPE_CHECKING:
    from response_app.authoring.workspace import RecordRow

DOT = " \u00b7 "
SOON = 14
"""Days before the statutory date from which on a record is due soon."""

KIND_WORDS = {each: "" if each is InspectionKind.OTHER else each.words for each in InspectionKind}
_FINISHED = (Status.CLOSED, Status.NO_RESPONSE_NEEDED)
_OVER = (Status.PUBLISHED, *_FINISHED)
_NO_CLOCK = (ClockApplies.NO, ClockApplies.ELSEWHERE)


@dataclass(frozen=True, slots=True)
class Lines:
    """The words of one row: what it is, by when, what comes next and with whom, how much is answered."""

    title: str
    about: str
    due: str
    badge: str
    badge_kind: BadgeKind
    step: str
    who: str
    answered: str


def is_live(row: RecordRow) -> bool:
    """Tell whether the response is known to be published."""
    return row.confirmed_on is not None or row.status is Status.PUBLISHED


def is_open(row: RecordRow) -> bool:
    """Tell whether something is still to be done before the response is published."""
    return row.confirmed_on is None and row.status not in _OVER


def due_on(row: RecordRow) -> date | None:
    """Return the statutory date, or what it would be while undecided; None where the 56 days do not apply or cannot be counted."""
    return None if row.published_on is None or row.clock_applies in _NO_CLOCK else _last_day(row.published_on)


@lru_cache(maxsize=4096)
def _last_day(published_on: date) -> date | None:
    """The statutory date, reckoned once for all records of a day."""
    try:
        return statutory_date(published_on)
    except AppError:  # a year at the end of the calendar, which the details page refuses
        return None


class Placed(NamedTuple):
    """A record and where it stands in time, reckoned once however often the list is sorted and counted."""

    row: RecordRow
    due: date | None
    is_open: bool

    def order(self) -> tuple[int, int, str]:
        """Return the sort key of Home: what is late or due first, then what has no date, then what is published, the latest first."""
        row, due = self.row, self.due
        if not self.is_open:
            ended = row.confirmed_on or due
            return 2, -ended.toordinal() if ended else 0, row.title.casefold()
        return (0, due.toordinal(), row.title.casefold()) if due else (1, 0, row.title.casefold())

    def is_late(self, today: date) -> bool:
        """Tell whether an open record is past its statutory date; one that was planned in time waits for its confirmation only."""
        row, due = self.row, self.due
        if due is None or due >= today or not self.is_open or row.clock_applies is not ClockApplies.YES:
            return False
        return row.planned_on is None or row.planned_on > due

    def is_due_soon(self, today: date) -> bool:
        """Tell whether an open record is due within the next 14 days."""
        due = self.due
        return self.is_open and self.row.clock_applies is ClockApplies.YES and due is not None and 0 <= (due - today).days <= SOON


def place(row: RecordRow) -> Placed:
    """Return where a record stands in time."""
    return Placed(row, due_on(row), is_open(row))


def clock_of(row: RecordRow, today: date, holidays: Holidays) -> Clock | None:
    """Return the clock of a record, None when its dates cannot be counted with."""
    publication = Publication(planned_on=row.planned_on, confirmed_on=row.confirmed_on)
    try:
        return clock(row.published_on, ClockDecision(row.clock_applies), publication, today, holidays)
    except AppError:
        return None


def warning(row: RecordRow, today: date) -> str:
    """Return the warning for a statutory date on a weekend or bank holiday, "" for none."""
    found = clock_of(row, today, HOLIDAYS) if is_open(row) else None
    return found.warning if found else ""


def lines(row: RecordRow, today: date, *, signs_off: str, with_force: bool) -> Lines:
    """Return the words of one row.

    Args:
        row: the record.
        today: the day to count from.
        signs_off: the body in a sentence, such as "Commissioner".
        with_force: whether the force is named, as where the records are for several.
    """
    due, badge, kind = _clock_words(row, today)
    step = next_step(row, today, signs_off)
    return Lines(
        title=title_of(row),
        about=_about(row, with_force),
        due=due,
        badge=badge,
        badge_kind=kind,
        step=_step_words(row, step, today),
        who=with_whom(step, today),
        answered=f"{row.answered:,} of {row.to_answer:,}" if row.to_answer else "None to answer",
    )


def with_whom(step: Step, today: date) -> str:
    """Return with whom it is, and since when where it is with somebody else: "The force, since 10 June"."""
    if step.who == YOU or step.since is None:
        return step.who
    return f"{step.who}, since {_day(step.since, today)}"


def _step_words(row: RecordRow, step: Step, today: date) -> str:
    if step.words == WAIT_FOR_REPLY and row.reply_by is not None:
        return f"Waiting for the reply, asked by {_day(row.reply_by, today)}"
    if step.words == Act.SIGN and is_changed_since(row.status, signed=row.signed_on is not None):
        return f"{step.words}: {CHANGED_SINCE[0].lower()}{CHANGED_SINCE[1:]}"
    return step.words


def _day(day: date, today: date) -> str:
    """The day in words, without the year where it is this one."""
    return in_words(day).removesuffix(f" {today.year}")


def title_of(row: RecordRow) -> str:
    """Return the title of the inspection on one line, or words for a record that has none yet."""
    return " ".join(row.title.split()) or "Inspection without a title yet"


def _about(row: RecordRow, with_force: bool) -> str:
    published = f"published {in_words(row.published_on)}" if row.published_on else "date of the report not yet given"
    words = DOT.join(each for each in (KIND_WORDS[row.kind], row.force if with_force else "", published) if each)
    return words[0].upper() + words[1:]


def _clock_words(row: RecordRow, today: date) -> tuple[str, str, BadgeKind]:
    """The statutory date, and where one stands against it: lateness before everything else."""
    if row.clock_applies is ClockApplies.NO:
        return "No 56-day clock", "Published" if is_live(row) else "Decided", "green" if is_live(row) else "grey"
    if row.clock_applies is ClockApplies.ELSEWHERE:
        return "Answered elsewhere", "In another record", "grey"
    found = clock_of(row, today, {})
    if found is None or found.statutory_on is None:
        return "Not yet known", "No report date", "grey"
    return short_day(found.statutory_on), *_standing(row, found, today)


def _standing(row: RecordRow, found: Clock, today: date) -> tuple[str, BadgeKind]:
    if found.stopped_on is not None:
        return _published(found)
    if row.status is Status.PUBLISHED:
        return "Not confirmed live", "amber"
    if row.status in _FINISHED:
        return "Closed", "grey"
    if found.passed_by:
        return f"{_days(found.passed_by)} ago", "amber"  # what is to be decided stands beside it, as the next step
    if found.state is ClockApplies.UNDECIDED:
        return "If the 56 days apply", "grey"
    if found.late_by:
        ahead = found.planned_on is not None and found.planned_on >= today
        return f"{'Planned ' if ahead else ''}{_days(found.late_by)} late", "red"
    if found.planned_on is not None and found.planned_on < today:
        return "Not confirmed live", "amber"
    left = found.days_left or 0
    return ("Due today" if left == 0 else f"{_days(left)} left"), "amber" if left <= SOON else "grey"


def _published(found: Clock) -> tuple[str, BadgeKind]:
    if found.late_by:
        return f"Published {_days(found.late_by)} late", "red"
    return (f"Published on day {found.day_number}" if found.day_number else "Published"), "green"


def _days(count: int) -> str:
    return "1 day" if count == 1 else f"{count:,} days"
