"""Rules on the days of a record: the 56 days, the order of dates, copies, days off (checks)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from ..domain.clock import PERIOD_DAYS, day_off, last_working_day, statutory_date
from ..domain.dates import in_words, with_weekday
from ..domain.record import Record
from ..domain.response import ClockApplies, Copy, CopyTo
from ..domain.selection import label
from .problem import Context, Problem, Severity

_PERIOD = "Police Act 1996, section 55(5A)"
_SOON_DAYS = 14
_COPIES_DAYS = 7
_LATE_FIX = "Set this aside and say why; the reason is kept, and the record prints the actual day."
_PUBLISHED_FIX = "Publish it as soon as you can; the record prints the actual day."


def _due(record: Record) -> date | None:
    """The statutory date, None where the clock does not apply or the report's day is not known."""
    published = record.inspection.published_on
    if record.state.clock.applies is not ClockApplies.YES or published is None:
        return None
    return statutory_date(published)


def late(record: Record, context: Context) -> Iterator[Problem]:
    """The day confirmed live, else the planned day, else today lies after the statutory date."""
    due, publication = _due(record), record.state.publication
    day = publication.confirmed_on or publication.planned_on or context.today
    if due is None or day <= due:
        return
    days = (day - due).days
    when = f"{days} day{'' if days == 1 else 's'} after the last of the {PERIOD_DAYS} days, {with_weekday(due)}"
    what = "It was published" if publication.confirmed_on else "It is planned" if publication.planned_on else "Today is"
    place = f"record.publication.{'confirmed_on' if publication.confirmed_on else 'planned_on'}"
    fix = _LATE_FIX if publication.confirmed_on else _PUBLISHED_FIX
    yield Problem("late", Severity.WARNING, f"{what} {when}", place, fix=fix, source=_PERIOD)


def due_soon(record: Record, context: Context) -> Iterator[Problem]:
    """Fourteen days or fewer to the statutory date, without a planned day."""
    due, publication = _due(record), record.state.publication
    if due is None or publication.planned_on or publication.confirmed_on:
        return
    left = (due - context.today).days
    if 0 <= left <= _SOON_DAYS:
        words = "Today is the last day" if left == 0 else f"{left} day{'' if left == 1 else 's'} left, until {with_weekday(due)}"
        yield Problem(
            "due_soon", Severity.WARNING, words, "record.publication.planned_on", fix="Plan the day of publication.", source=_PERIOD
        )


def not_confirmed_live(record: Record, context: Context) -> Iterator[Problem]:
    """The planned day has passed and nobody has confirmed that the record is live."""
    publication = record.state.publication
    if publication.planned_on and not publication.confirmed_on and publication.planned_on < context.today:
        words = f"It was planned for {in_words(publication.planned_on)}, and nobody has confirmed that it is live"
        yield Problem(
            "not_confirmed_live",
            Severity.WARNING,
            words,
            "record.publication.confirmed_on",
            fix="Look at the website, and confirm the day or plan another.",
            source=_PERIOD,
        )


_MUST_HAVE = {CopyTo.INSPECTORS: "the inspectors of constabulary", CopyTo.SECRETARY_OF_STATE: "the Secretary of State"}


def copies_not_recorded(record: Record, context: Context) -> Iterator[Problem]:
    """A week after it went live, a copy to the inspectors or to the Secretary of State is not recorded (s.55(6))."""
    live = record.state.publication.confirmed_on
    if live is None or context.today < live + timedelta(days=_COPIES_DAYS):
        return
    missing = [name for to, name in _MUST_HAVE.items() if not any(_is_sent(each, to) for each in record.state.copies)]
    if missing:
        words = f"No copy to {' or '.join(missing)} is recorded"
        fix = "Send the copies, and record when and how."
        yield Problem("copies_not_recorded", Severity.WARNING, words, "record.copies", fix=fix, source="Police Act 1996, section 55(6)")


def _is_sent(copy: Copy, to: CopyTo) -> bool:
    return copy.to is to and copy.sent_on is not None


def dates_out_of_order(record: Record, context: Context) -> Iterator[Problem]:
    """Dates that cannot follow each other as they do."""
    report, publication, invitation = record.inspection.published_on, record.state.publication, record.state.invitation
    due = statutory_date(report) if report else None
    pairs = (
        (report, publication.planned_on, "record.publication.planned_on", "The record is planned before the report was published"),
        (report, publication.confirmed_on, "record.publication.confirmed_on", "The record went live before the report was published"),
        (invitation.sent_on, invitation.reply_by, "record.invitation.reply_by", "The reply was asked for before the invitation was sent"),
        (invitation.sent_on, invitation.received_on, "record.invitation.received_on", "The comments came before the invitation was sent"),
        (invitation.received_on, invitation.agreed_on, "record.invitation.agreed_on", "The comments were agreed before they were received"),
        (
            publication.given_on,
            publication.confirmed_on,
            "record.publication.confirmed_on",
            "It went live before it was given to the web team",
        ),
    )
    for before, after, place, words in pairs:
        if before and after and after < before:
            yield _out_of_order(place, words, f"Compare {in_words(before)} with {in_words(after)}, and correct the wrong one.")
    if due and invitation.reply_by and invitation.reply_by > due and record.state.clock.applies is ClockApplies.YES:
        fix = f"The 56 days end on {in_words(due)} and do not wait for the force: ask for the reply before then."
        yield _out_of_order("record.invitation.reply_by", "The reply is asked for after the statutory date", fix)
    for finding in record.findings:
        if report and finding.due.date and finding.due.date < report:
            fix = f"The report was published on {in_words(report)}; compare the limit with its words."
            yield _out_of_order(f"findings[{finding.id}].due", f"{label(record, finding)} has a limit before the report was published", fix)


def _out_of_order(place: str, words: str, fix: str) -> Problem:
    return Problem("dates_out_of_order", Severity.WARNING, words, place, fix=fix, source="Police Act 1996, section 55(4) and (5A)")


def date_on_holiday(record: Record, context: Context) -> Iterator[Problem]:
    """The statutory date, or the planned day, on a weekend or a bank holiday of England and Wales: it does not move."""
    publication = record.state.publication
    if publication.confirmed_on:
        return
    due = _due(record)
    days = (
        (publication.planned_on, "record.publication.planned_on", "The planned day"),
        (due, "inspection.published_on", "The last of the 56 days"),
    )
    for day, place, name in days:
        why = day_off(day, context.holidays) if day else ""
        if day and why and (day >= context.today):
            last = with_weekday(last_working_day(day, context.holidays))
            fix = f"The date does not move; the last working day before it is {last}."
            yield Problem("date_on_holiday", Severity.HINT, f"{name}, {in_words(day)}, is {why}", place, fix=fix, source=_PERIOD)
