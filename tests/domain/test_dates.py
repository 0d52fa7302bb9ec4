"""Dates in words: the same whatever the computer's language."""

from __future__ import annotations

import locale
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from response_app.domain import dates


@pytest.mark.parametrize(
    ("day", "english", "welsh"),
    [
        (date(2024, 1, 1), "1 January 2024", "1 Ionawr 2024"),
        (date(2024, 2, 29), "29 February 2024", "29 Chwefror 2024"),
        (date(2024, 3, 9), "9 March 2024", "9 Mawrth 2024"),
        (date(2024, 4, 10), "10 April 2024", "10 Ebrill 2024"),
        (date(2024, 5, 14), "14 May 2024", "14 Mai 2024"),
        (date(2024, 6, 30), "30 June 2024", "30 Mehefin 2024"),
        (date(2024, 7, 8), "8 July 2024", "8 Gorffennaf 2024"),
        (date(2024, 8, 31), "31 August 2024", "31 Awst 2024"),
        (date(2024, 9, 2), "2 September 2024", "2 Medi 2024"),
        (date(2024, 10, 31), "31 October 2024", "31 Hydref 2024"),
        (date(2024, 11, 5), "5 November 2024", "5 Tachwedd 2024"),
        (date(2023, 12, 25), "25 December 2023", "25 Rhagfyr 2023"),
    ],
)
def test_every_month_has_its_name_in_both_languages(day: date, english: str, welsh: str) -> None:
    assert dates.in_words(day) == english
    assert dates.in_words(day, language="cy-GB") == welsh


def test_a_language_without_names_is_not_passed_over() -> None:
    with pytest.raises(KeyError):
        dates.in_words(date(2024, 5, 14), language="fr-FR")


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2024, 7, 8), "Monday 8 July 2024"),
        (date(2024, 7, 9), "Tuesday 9 July 2024"),
        (date(2024, 7, 10), "Wednesday 10 July 2024"),
        (date(2024, 7, 11), "Thursday 11 July 2024"),
        (date(2024, 7, 12), "Friday 12 July 2024"),
        (date(2024, 7, 13), "Saturday 13 July 2024"),
        (date(2024, 7, 14), "Sunday 14 July 2024"),
    ],
)
def test_every_day_of_the_week_has_its_name(day: date, words: str) -> None:
    assert dates.with_weekday(day) == words


@given(st.dates())
def test_the_names_are_those_of_the_calendar(day: date) -> None:
    locale.setlocale(locale.LC_TIME, "C")  # where the system's names are English; a window of another test may have set its own
    assert dates.with_weekday(day).split() == [day.strftime("%A"), str(day.day), day.strftime("%B"), str(day.year)]


@given(st.dates())
def test_an_iso_date_comes_back(day: date) -> None:
    assert dates.parse_iso(day.isoformat()) == day


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2024-5-14",
        "20240514",
        "2024-W20-2",
        "14 May 2024",
        " 2024-05-14",
        "2024-05-14\n",
        "2024-05-14T00:00",
        "2024-02-30",
        "2023-02-29",
        "0000-01-01",
        "٢٠٢٤-٠٥-١٤",
    ],
)
def test_what_is_no_iso_date_is_refused(text: str) -> None:
    with pytest.raises(ValueError):
        dates.parse_iso(text)
