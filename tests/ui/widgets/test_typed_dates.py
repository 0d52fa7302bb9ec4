"""Days, months and periods as people type them."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from response_app.domain.dates import in_words, with_weekday
from ui.widgets.typed_dates import NotUnderstood, day_in_full, month_in_words, period_in_words, read_day, read_month, read_period

TODAY = date(2024, 6, 26)
MAY = date(2024, 5, 14)
DAYS = st.dates(date(1950, 1, 1), date(2099, 12, 31))


@pytest.mark.parametrize(
    "typed",
    [
        "14 May 2024",
        "14 may 2024",
        "14th May",
        "14 th May 2024",
        "14 May",
        "14 May 24",
        "14May2024",
        "14-May-24",
        "14/5/24",
        "14/05/2024",
        "14/5",
        "14.5.2024",
        "14-5-2024",
        "14 5 2024",
        "2024-05-14",
        "2024/5/14",
        "May 14 2024",
        "May 14, 2024",
        "  14   May,  2024 ",
        "Tuesday 14 May 2024",
        "Tue 14 May",
        "the 14th of May 2024",
    ],
)
def test_a_day_is_read_in_every_usual_form(typed: str) -> None:
    assert read_day(typed, TODAY) == MAY


@pytest.mark.parametrize(
    ("typed", "today", "day"),
    [
        ("28 December", date(2024, 1, 5), date(2023, 12, 28)),
        ("5 January", date(2023, 12, 28), date(2024, 1, 5)),
        ("29 Feb", date(2023, 6, 1), date(2024, 2, 29)),
        ("29 Feb", date(2022, 1, 1), date(2020, 2, 29)),
        ("1 Sept", TODAY, date(2024, 9, 1)),
        ("1/9/99", TODAY, date(1999, 9, 1)),
        ("today", TODAY, TODAY),
        ("Today.", TODAY, TODAY),
        ("yesterday", TODAY, date(2024, 6, 25)),
        ("tomorrow", TODAY, date(2024, 6, 27)),
        ("Wednesday", TODAY, TODAY),
        ("on Friday", TODAY, date(2024, 6, 28)),
        ("Sat", TODAY, date(2024, 6, 29)),
        ("Sunday", TODAY, date(2024, 6, 23)),
        ("last Wednesday", TODAY, date(2024, 6, 19)),
        ("last Tuesday", TODAY, date(2024, 6, 25)),
    ],
)
def test_what_is_left_open_is_the_nearest(typed: str, today: date, day: date) -> None:
    assert read_day(typed, today) == day


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("soon", "14 May 2024"),
        ("14", "14 May 2024"),
        ("14 Maj 2024", "no month “maj”"),
        ("5/14/24", "no month 14"),
        ("31 June", "June 2024 has 30 days"),
        ("29 February 2023", "February 2023 has 28 days"),
        ("0 May 2024", "May 2024 has 31 days"),
        ("14 May 2204", "not a likely year"),
        ("14 May 1066", "not a likely year"),
        ("14 May 204", "14 May 2024"),
        ("Monday 14 May 2024", "is a Tuesday, not a Monday"),
        ("12345678901", "14 May 2024"),
        ("next Friday", "“next Friday” can be understood in two ways"),
        ("last", "14 May 2024"),
    ],
)
def test_what_is_no_day_is_refused_in_plain_words(typed: str, words: str) -> None:
    with pytest.raises(NotUnderstood, match=words):
        read_day(typed, TODAY)


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("14/5/24", "Tuesday 14 May 2024"),
        ("2024-05-14", "Tuesday 14 May 2024"),
        ("14th May", "Tuesday 14 May 2024, the nearest: no year was typed"),
        ("May 14", "Tuesday 14 May 2024, the nearest: no year was typed"),
        ("14.5", "Tuesday 14 May 2024, the nearest: no year was typed"),
        ("today", "Wednesday 26 June 2024"),
        ("Friday", "Friday 28 June 2024"),
    ],
)
def test_it_is_said_in_full_which_day_was_understood_and_how_its_year_was_found(typed: str, words: str) -> None:
    assert day_in_full(typed, TODAY) == words


@given(DAYS, DAYS)
def test_what_the_app_shows_is_read_back(day: date, today: date) -> None:
    assert read_day(in_words(day), today) == day
    assert read_day(with_weekday(day), today) == day
    assert read_day(day.isoformat(), today) == day


@given(DAYS)
def test_without_a_year_it_is_within_half_a_year(today: date) -> None:
    for away in (-181, -30, 0, 30, 181):
        day = today + timedelta(days=away)
        if (day.month, day.day) != (2, 29) and 1951 < today.year < 2098:
            assert read_day(in_words(day).rsplit(" ", 1)[0], today) == day


@given(st.text(max_size=30), DAYS)
def test_anything_else_is_refused_and_nothing_worse(typed: str, today: date) -> None:
    for read in (read_day, read_month):
        try:
            assert 1946 <= read(typed, today).year <= 2103
        except NotUnderstood as error:
            assert str(error).endswith(".")
    try:
        assert read_period(typed).startswith("P")
    except NotUnderstood as error:
        assert str(error).endswith(".")


@pytest.mark.parametrize("typed", ["March 2023", "march 2023", "Mar 23", "3/2023", "3/23", "5 March 2023", "the end of March 2023"])
def test_a_month_is_its_last_day(typed: str) -> None:
    assert read_month(typed, TODAY) == date(2023, 3, 31)


def test_a_month_without_a_year_is_the_nearest() -> None:
    assert read_month("March", TODAY) == date(2024, 3, 31)
    assert month_in_words(date(2023, 3, 31)) == "March 2023"


@pytest.mark.parametrize("typed", ["2023", "spring 2023", "13/2023"])
def test_what_is_no_month_is_refused(typed: str) -> None:
    with pytest.raises(NotUnderstood, match="month"):
        read_month(typed, TODAY)


@pytest.mark.parametrize(
    ("typed", "period", "words"),
    [
        ("3 months", "P3M", "3 months"),
        ("three months", "P3M", "3 months"),
        ("Within 6 weeks", "P6W", "6 weeks"),
        ("a year", "P1Y", "1 year"),
        ("10 days", "P10D", "10 days"),
        ("P3M", None, None),
        ("twelve months", "P12M", "12 months"),
    ],
)
def test_a_period_is_read_and_shown(typed: str, period: str | None, words: str | None) -> None:
    if period is None:
        with pytest.raises(NotUnderstood, match="such as 3 months"):
            read_period(typed)
        return
    assert read_period(typed) == period
    assert period_in_words(period) == words
    assert read_period(words or "") == period


def test_a_period_of_several_units_is_shown_and_a_strange_one_stays() -> None:
    assert period_in_words("P1Y6M") == "1 year 6 months"
    assert period_in_words("PT5H") == "PT5H"
