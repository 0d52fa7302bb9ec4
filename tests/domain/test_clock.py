"""The 56 days of section 55(5A) of the Police Act 1996."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from response_app.bank_holidays import HOLIDAYS
from response_app.domain.clock import PERIOD_DAYS, Clock, clock, day_off, day_off_warning, last_working_day, statutory_date
from response_app.domain.response import ClockApplies, ClockDecision, Publication
from response_app.errors import AppError

PUBLISHED = date(2024, 5, 14)
DUE = date(2024, 7, 8)
CHRISTMAS = date(2023, 12, 25)
YES = ClockDecision(ClockApplies.YES)

days = st.dates(date(1990, 1, 1), date(2090, 12, 31))


def on(
    today: date,
    decision: ClockDecision = YES,
    planned_on: date | None = None,
    confirmed_on: date | None = None,
    published_on: date | None = PUBLISHED,
) -> Clock:
    return clock(published_on, decision, Publication(planned_on=planned_on, confirmed_on=confirmed_on), today, HOLIDAYS)


@pytest.mark.parametrize(
    ("published_on", "due", "last"),
    [
        (date(2024, 5, 14), date(2024, 7, 8), date(2024, 7, 8)),
        (date(2023, 10, 31), date(2023, 12, 25), date(2023, 12, 22)),
        (date(2024, 3, 11), date(2024, 5, 5), date(2024, 5, 3)),
        # Over the end of February: one day of the 56 is 29 February in a leap year alone.
        (date(2024, 1, 5), date(2024, 2, 29), date(2024, 2, 29)),
        (date(2023, 1, 5), date(2023, 3, 1), date(2023, 3, 1)),
        (date(2024, 2, 29), date(2024, 4, 24), date(2024, 4, 24)),
        (date(2023, 12, 31), date(2024, 2, 24), date(2024, 2, 23)),
        (date(2024, 12, 31), date(2025, 2, 24), date(2025, 2, 24)),
        # Good Friday to Easter Monday: four days in a run.
        (date(2024, 2, 6), date(2024, 4, 1), date(2024, 3, 28)),
        (date(2024, 2, 3), date(2024, 3, 29), date(2024, 3, 28)),
        # Christmas on a Saturday: both substitute days follow the weekend.
        (date(2021, 11, 3), date(2021, 12, 28), date(2021, 12, 24)),
        (date(2021, 11, 4), date(2021, 12, 29), date(2021, 12, 29)),
        # One-off days: the jubilee, the state funeral, the coronation.
        (date(2022, 4, 9), date(2022, 6, 3), date(2022, 6, 1)),
        (date(2022, 7, 26), date(2022, 9, 19), date(2022, 9, 16)),
        (date(2023, 3, 14), date(2023, 5, 8), date(2023, 5, 5)),
    ],
)
def test_the_last_day_and_the_last_working_day(published_on: date, due: date, last: date) -> None:
    assert statutory_date(published_on) == due
    assert last_working_day(due, HOLIDAYS) == last


@given(days)
def test_the_period_is_fifty_six_days_that_begin_with_publication(published_on: date) -> None:
    due = statutory_date(published_on)
    period = [published_on + timedelta(days=index) for index in range(56)]
    assert (period[0], period[-1], PERIOD_DAYS) == (published_on, due, 56)
    for number, day in enumerate(period, start=1):
        now = on(day, published_on=published_on)
        assert (now.day_number, now.days_left, now.late_by) == (number, 56 - number, 0)


@given(days)
def test_the_last_working_day_is_the_nearest_one(day: date) -> None:
    last = last_working_day(day, HOLIDAYS)
    assert last <= day
    assert last.weekday() < 5
    assert last not in HOLIDAYS
    between = [last + timedelta(days=index) for index in range(1, (day - last).days + 1)]
    assert all(each.weekday() >= 5 or each in HOLIDAYS for each in between)


@given(st.dates(date(2024, 3, 1), date(2024, 12, 1)), st.sets(st.dates(date(2024, 2, 1), date(2024, 12, 31))))
def test_the_holidays_are_those_that_are_handed_over(day: date, off: set[date]) -> None:
    own = dict.fromkeys(off, "Office day")
    last = last_working_day(day, own)
    assert last <= day
    assert last.weekday() < 5
    assert last not in off


@given(days, st.integers(-400, 400), st.none() | st.integers(-90, 90), st.none() | st.integers(-90, 90))
@settings(max_examples=300)
def test_late_is_counted_from_confirmed_else_planned_else_today(published_on: date, after: int, plan: int | None, live: int | None) -> None:
    due = published_on + timedelta(days=55)
    today = due + timedelta(days=after)
    planned_on = None if plan is None else due + timedelta(days=plan)
    confirmed_on = None if live is None else due + timedelta(days=live)
    now = on(today, planned_on=planned_on, confirmed_on=confirmed_on, published_on=published_on)
    counted = live if live is not None else plan if plan is not None else after
    assert now.late_by == max(0, counted)
    assert now.days_left == (-after if live is None and after <= 0 else None)
    number = 56 + (live if live is not None else after)
    assert now.day_number == (number if number >= 1 else None)
    assert now.words


@pytest.mark.parametrize(
    ("now", "words"),
    [
        (on(date(2024, 5, 13)), "Report not yet published: due Monday 8 July 2024"),
        (on(PUBLISHED), "55 days left, due Monday 8 July 2024"),
        (on(date(2024, 6, 26)), "12 days left, due Monday 8 July 2024"),
        (on(date(2024, 7, 7)), "1 day left, due Monday 8 July 2024"),
        (on(DUE), "Day 56 of 56: due today, Monday 8 July 2024"),
        (on(date(2024, 7, 9)), "1 day late: was due Monday 8 July 2024"),
        (on(date(2024, 7, 11)), "3 days late: was due Monday 8 July 2024"),
        (on(date(2028, 7, 11)), "1,464 days late: was due Monday 8 July 2024"),
        (on(date(2024, 7, 1), planned_on=date(2024, 7, 2)), "7 days left, due Monday 8 July 2024; planned for 2 July 2024"),
        (
            on(date(2024, 7, 1), planned_on=date(2024, 7, 10)),
            "7 days left, due Monday 8 July 2024; planned for 10 July 2024, 2 days late",
        ),
        (
            on(date(2024, 7, 9), planned_on=date(2024, 7, 2)),
            "Was due Monday 8 July 2024; planned for 2 July 2024, not yet confirmed live",
        ),
        (on(date(2024, 9, 1), confirmed_on=date(2024, 7, 2)), "Published on day 50 of 56, 2 July 2024"),
        (on(date(2024, 9, 1), confirmed_on=DUE, planned_on=date(2024, 7, 20)), "Published on day 56 of 56, 8 July 2024"),
        (on(date(2024, 9, 1), confirmed_on=date(2024, 7, 9)), "Published 1 day late, on 9 July 2024: was due Monday 8 July 2024"),
        (on(date(2024, 9, 1), confirmed_on=date(2024, 5, 1)), "Published on 1 May 2024, before the report"),
        (on(DUE, published_on=None), "The 56 days cannot be counted without the date on which the report was published"),
    ],
)
def test_a_clock_that_applies_in_words(now: Clock, words: str) -> None:
    assert now.words == words


@pytest.mark.parametrize("applies", [ClockApplies.NO, ClockApplies.ELSEWHERE])
def test_a_clock_that_is_not_here_counts_nothing(applies: ClockApplies) -> None:
    now = on(date(2024, 9, 1), ClockDecision(applies, " Answered in the force report. "))
    assert now == Clock(applies, "Answered in the force report.")
    assert now.words.endswith(": Answered in the force report.")


@pytest.mark.parametrize(
    ("applies", "reason", "words"),
    [
        (ClockApplies.NO, "an accelerated notice", "The 56 days do not apply: an accelerated notice"),
        (ClockApplies.NO, " ", "The 56 days do not apply (no reason given yet)"),
        (ClockApplies.ELSEWHERE, "", "Answered in another record"),
        (ClockApplies.ELSEWHERE, "the PEEL report", "Answered in another record: the PEEL report"),
    ],
)
def test_a_clock_that_is_not_here_in_words(applies: ClockApplies, reason: str, words: str) -> None:
    assert on(DUE, ClockDecision(applies, reason)).words == words


def test_an_undecided_clock_says_would_be_and_is_never_late() -> None:
    undecided = ClockDecision()
    before, after = on(date(2024, 6, 26), undecided), on(date(2024, 9, 1), undecided)
    assert before.words == "Would be due Monday 8 July 2024 (not yet decided whether the 56 days apply)"
    assert after.words == after.passed_words == "Would have been due 8 July 2024, 55 days ago: decide whether the 56 days apply"
    assert [on(date(2024, 7, day), undecided).passed_by for day in (8, 9)] == [0, 1]
    assert on(date(2024, 9, 1), undecided, confirmed_on=date(2024, 8, 1)).passed_words == ""
    assert (before.statutory_on, before.day_number, before.days_left, before.late_by) == (DUE, 44, 12, 0)
    assert (after.statutory_on, after.day_number, after.days_left, after.late_by) == (DUE, 111, None, 0)


def test_a_date_on_a_holiday_is_warned_of_and_not_moved() -> None:
    now = on(date(2023, 12, 20), published_on=date(2023, 10, 31))
    assert now.statutory_on == CHRISTMAS
    assert not now.is_working_day
    assert now.day_off == "a bank holiday (Christmas Day)"
    assert now.last_working_day == date(2023, 12, 22)
    assert now.words == "5 days left, due Monday 25 December 2023"
    assert now.warning == (
        "Monday 25 December 2023 is a bank holiday (Christmas Day). "
        "This does not move the date; the last working day before it is Friday 22 December 2023."
    )


@pytest.mark.parametrize(
    "now",
    [
        on(date(2023, 12, 27), published_on=date(2023, 10, 31)),
        on(date(2023, 12, 20), planned_on=date(2023, 12, 27), published_on=date(2023, 10, 31)),
        on(date(2023, 12, 20), confirmed_on=date(2023, 12, 19), published_on=date(2023, 10, 31)),
    ],
    ids=["late", "planned late", "published"],
)
def test_lateness_and_publication_beat_a_holiday(now: Clock) -> None:
    assert now.warning == ""
    assert now.day_off == "a bank holiday (Christmas Day)"


def test_a_working_day_has_nothing_to_warn_of() -> None:
    now = on(date(2024, 6, 26))
    assert now.is_working_day
    assert (now.day_off, now.last_working_day, now.warning) == ("", None, "")
    assert day_off_warning(DUE, HOLIDAYS) == ""


@pytest.mark.parametrize(
    ("day", "why"),
    [
        (date(2024, 5, 5), "a Sunday"),
        (date(2024, 5, 4), "a Saturday"),
        (date(2024, 5, 6), "the Early May bank holiday"),
        (date(2026, 12, 28), "a bank holiday (Boxing Day, substitute day)"),
        (date(2022, 12, 25), "a Sunday"),
        (date(2024, 5, 7), ""),
    ],
)
def test_why_a_day_is_not_a_working_day(day: date, why: str) -> None:
    assert day_off(day, HOLIDAYS) == why


def test_a_day_at_the_end_of_the_calendar_is_refused_in_plain_words() -> None:
    assert statutory_date(date(9999, 11, 6)) == date(9999, 12, 31)
    with pytest.raises(AppError, match="7 November 9999 is too late a date") as caught:
        statutory_date(date(9999, 11, 7))
    assert caught.value.remedy == "Correct the date on which the report was published."
