"""The 56 days in which the response has to be published (every step; Police Act 1996 s.55(5A)).

The period begins with the day on which the report is published: that day is day 1, so the last day
is 55 days later. Weekends and bank holidays do not move it. Whether the period applies at all is the
user's decision; until then every date is a "would be".
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from ..errors import AppError
from .dates import WEEKDAYS, in_words, with_weekday
from .response import ClockApplies, ClockDecision, Publication

PERIOD_DAYS = 56
_SATURDAY = 5
_UNDECIDED = "(not yet decided whether the 56 days apply)"
_DECIDE = "decide whether the 56 days apply"

Holidays = Mapping[date, str]
"""Bank holidays of England and Wales: day to name."""


def statutory_date(published_on: date) -> date:
    """Return the last of the 56 days that begin with the day of publication (Police Act 1996 s.55(5A)).

    Raises:
        AppError: a day so late that the calendar ends before the period does.
    """
    try:
        return published_on + timedelta(days=PERIOD_DAYS - 1)
    except OverflowError:
        raise AppError(
            f"{in_words(published_on)} is too late a date for a report to be published.",
            "Correct the date on which the report was published.",
        ) from None


def day_off(day: date, holidays: Holidays) -> str:
    """Return why `day` is not a working day, such as "a Sunday" or "a bank holiday (Christmas Day)"; "" when it is one."""
    if day.weekday() >= _SATURDAY:
        return f"a {WEEKDAYS[day.weekday()]}"
    name = holidays.get(day, "")
    if name.endswith("bank holiday"):
        return f"the {name}"
    return f"a bank holiday ({name})" if name else ""


def last_working_day(day: date, holidays: Holidays) -> date:
    """Return `day`, or the nearest day before it that is neither on a weekend nor a bank holiday."""
    while day_off(day, holidays):
        day -= timedelta(days=1)
    return day


def day_off_warning(day: date, holidays: Holidays) -> str:
    """Return the warning for a statutory date on a weekend or bank holiday, in two sentences; "" for a working day."""
    why = day_off(day, holidays)
    if not why:
        return ""
    last = with_weekday(last_working_day(day, holidays))
    return f"{with_weekday(day)} is {why}. This does not move the date; the last working day before it is {last}."


@dataclass(frozen=True, slots=True)
class Clock:
    """The clock of one record on one day.

    Attributes:
        state: whether the 56 days apply, as decided.
        reason: why they do not, or "".
        statutory_on: day 56; where undecided, what it would be; None where the period does not apply to this
            record or the day of publication is not known.
        day_number: the day N of the period, 1 on the day of publication and more than 56 after the period: of
            the day confirmed live, else of today. None before publication and without a statutory date.
        days_left: days from today to the statutory date, 0 on the day itself; None once it is past or the clock
            has stopped, and without a statutory date.
        late_by: days by which the day confirmed live, else the planned day, else today lies after the statutory
            date; 0 when it does not, or when the period does not (or not yet) apply.
        day_off: why the statutory date is not a working day ("a Sunday"), or "".
        last_working_day: the last working day before a statutory date that is none; else None.
        warning: the sentences to show about that; "" when late or stopped, for then they help nobody.
        planned_on: the day planned for publication, None without one.
        stopped_on: the day on which the response was confirmed live, None before.
    """

    state: ClockApplies
    reason: str = ""
    statutory_on: date | None = None
    day_number: int | None = None
    days_left: int | None = None
    late_by: int = 0
    day_off: str = ""
    last_working_day: date | None = None
    warning: str = ""
    planned_on: date | None = None
    stopped_on: date | None = None

    @property
    def is_working_day(self) -> bool:
        """Whether nothing but work stands on the statutory date."""
        return not self.day_off

    @property
    def words(self) -> str:
        """The clock in one line, such as "12 days left, due Monday 8 July 2024"."""
        if self.state is ClockApplies.NO:
            return f"The 56 days do not apply: {self.reason}" if self.reason else "The 56 days do not apply (no reason given yet)"
        if self.state is ClockApplies.ELSEWHERE:
            return f"Answered in another record: {self.reason}" if self.reason else "Answered in another record"
        if self.statutory_on is None:
            return "The 56 days cannot be counted without the date on which the report was published"
        due = with_weekday(self.statutory_on)
        if self.state is ClockApplies.UNDECIDED:
            return self.passed_words or f"{'Would be due' if self._is_running else 'Would have been due'} {due} {_UNDECIDED}"
        if self.stopped_on is not None:
            return self._stopped_words(self.stopped_on, due)
        if self.planned_on is not None:
            return self._planned_words(self.planned_on, due)
        if self.late_by:
            return f"{_days(self.late_by)} late: was due {due}"
        return self._running_words(due)

    @property
    def passed_by(self) -> int:
        """Days by which the date has passed while nobody has decided whether it holds; 0 when it has not, or all is decided."""
        waits = self.state is ClockApplies.UNDECIDED and self.statutory_on is not None and self.stopped_on is None
        return max(0, (self.day_number or 0) - PERIOD_DAYS) if waits else 0

    @property
    def passed_words(self) -> str:
        """What to say and to do about that, "" where there is nothing."""
        if not self.passed_by or self.statutory_on is None:
            return ""
        return f"Would have been due {in_words(self.statutory_on)}, {_days(self.passed_by)} ago: {_DECIDE}"

    @property
    def _is_running(self) -> bool:
        return self.days_left is not None

    def _running_words(self, due: str) -> str:
        if self.day_number is None:
            return f"Report not yet published: due {due}"
        if self.days_left == 0:
            return f"Day {self.day_number} of {PERIOD_DAYS}: due today, {due}"
        return f"{_days(self.days_left or 0)} left, due {due}"

    def _planned_words(self, planned_on: date, due: str) -> str:
        plan = f"planned for {in_words(planned_on)}"
        if self.late_by:
            plan += f", {_days(self.late_by)} late"
        if self._is_running:
            return f"{self._running_words(due)}; {plan}"
        return f"Was due {due}; {plan}, not yet confirmed live"

    def _stopped_words(self, stopped_on: date, due: str) -> str:
        if self.late_by:
            return f"Published {_days(self.late_by)} late, on {in_words(stopped_on)}: was due {due}"
        if self.day_number is None:
            return f"Published on {in_words(stopped_on)}, before the report"
        return f"Published on day {self.day_number} of {PERIOD_DAYS}, {in_words(stopped_on)}"


def clock(published_on: date | None, decision: ClockDecision, publication: Publication, today: date, holidays: Holidays) -> Clock:
    """Return the clock of a record as it stands on `today`.

    Args:
        published_on: the day on which the report was published, None when not known.
        decision: whether the 56 days apply, with its reason.
        publication: the response's own planned and confirmed days.
        today: the day to count from.
        holidays: bank holidays, day to name.

    Raises:
        AppError: `published_on` lies at the end of the calendar.
    """
    plain = Clock(decision.applies, decision.reason.strip(), planned_on=publication.planned_on, stopped_on=publication.confirmed_on)
    if published_on is None or decision.applies in (ClockApplies.NO, ClockApplies.ELSEWHERE):
        return plain
    due = statutory_date(published_on)
    stopped_on = publication.confirmed_on
    applies = decision.applies is ClockApplies.YES
    late_by = max(0, ((stopped_on or publication.planned_on or today) - due).days) if applies else 0
    number = ((stopped_on or today) - published_on).days + 1
    why = day_off(due, holidays)
    running = stopped_on is None and today <= due
    return Clock(
        state=plain.state,
        reason=plain.reason,
        statutory_on=due,
        day_number=number if number > 0 else None,
        days_left=(due - today).days if running else None,
        late_by=late_by,
        day_off=why,
        last_working_day=last_working_day(due, holidays) if why else None,
        warning=day_off_warning(due, holidays) if running and not late_by else "",
        planned_on=plain.planned_on,
        stopped_on=stopped_on,
    )


def _days(count: int) -> str:
    return "1 day" if count == 1 else f"{count:,} days"
