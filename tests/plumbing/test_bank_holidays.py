"""Bank holidays of England and Wales."""

from __future__ import annotations

import subprocess
import sys
from datetime import date

import holidays
import pytest

from response_app.bank_holidays import HOLIDAYS, england_and_wales


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (date(2024, 1, 1), "New Year's Day"),
        (date(2024, 3, 29), "Good Friday"),
        (date(2024, 4, 1), "Easter Monday"),
        (date(2024, 5, 6), "Early May bank holiday"),
        (date(2024, 5, 27), "Spring bank holiday"),
        (date(2024, 8, 26), "Summer bank holiday"),
        (date(2023, 12, 25), "Christmas Day"),
        (date(2023, 12, 26), "Boxing Day"),
        # Substitute days.
        (date(2020, 12, 28), "Boxing Day, substitute day"),
        (date(2021, 12, 27), "Christmas Day, substitute day"),
        (date(2021, 12, 28), "Boxing Day, substitute day"),
        (date(2022, 1, 3), "New Year's Day, substitute day"),
        (date(2022, 12, 27), "Christmas Day, substitute day"),
        (date(2023, 1, 2), "New Year's Day, substitute day"),
        (date(2026, 12, 28), "Boxing Day, substitute day"),
        # Days moved or given once.
        (date(2020, 5, 8), "Early May bank holiday"),
        (date(2022, 6, 2), "Spring bank holiday"),
        (date(2022, 6, 3), "Platinum Jubilee of Elizabeth II"),
        (date(2022, 9, 19), "State Funeral of Queen Elizabeth II"),
        (date(2023, 5, 8), "Coronation of Charles III"),
    ],
)
def test_the_days_and_their_names(day: date, name: str) -> None:
    assert HOLIDAYS[day] == name
    assert england_and_wales([day.year])[day] == name


@pytest.mark.parametrize(
    "day",
    [
        date(2020, 5, 4),  # the first Monday in May, moved to the 8th
        date(2022, 5, 30),  # the last Monday in May, moved to 2 June
        date(2024, 1, 2),  # Scotland
        date(2024, 3, 18),  # Northern Ireland
        date(2024, 8, 5),  # Scotland
        date(2024, 7, 8),
    ],
)
def test_what_is_no_bank_holiday_in_england_and_wales(day: date) -> None:
    assert day not in HOLIDAYS
    assert HOLIDAYS.get(day) is None


def test_england_and_wales_have_the_same_days() -> None:
    for year in range(2000, 2051):
        england, wales = (holidays.country_holidays("GB", subdiv=part, years=year) for part in ("ENG", "WLS"))
        assert dict(england) == dict(wales)


def test_a_whole_year_on_working_days() -> None:
    on_weekdays = [day for day in england_and_wales([2026]) if day.weekday() < 5]
    assert on_weekdays == [
        date(2026, 1, 1),
        date(2026, 4, 3),
        date(2026, 4, 6),
        date(2026, 5, 4),
        date(2026, 5, 25),
        date(2026, 8, 31),
        date(2026, 12, 25),
        date(2026, 12, 28),
    ]


def test_only_the_years_asked_for_come_back() -> None:
    several = england_and_wales([2023, 2025, 2023])
    assert {day.year for day in several} == {2023, 2025}
    assert list(several) == sorted(several)
    assert england_and_wales([]) == {}


@pytest.mark.parametrize("year", [1, 1871, 2101, 9999])
def test_a_year_without_known_holidays_has_none(year: int) -> None:
    assert date(year, 12, 25) not in HOLIDAYS


def test_iterating_gives_the_years_asked_for() -> None:
    assert date(2024, 12, 25) in HOLIDAYS
    assert set(england_and_wales([2024])) <= set(HOLIDAYS)
    assert len(HOLIDAYS) == len(set(HOLIDAYS))


def test_nothing_is_imported_before_it_is_used_and_the_system_language_is_not_heeded() -> None:
    script = (
        "import sys, datetime, response_app.bank_holidays as b, response_app.paths\n"
        "assert not {'holidays', 'platformdirs', 'importlib.resources'} & set(sys.modules)\n"
        "print(b.HOLIDAYS[datetime.date(2024, 12, 26)])\n"
    )
    out = subprocess.run(
        [sys.executable, "-S", "-c", f"import sys; sys.path[:] = {sys.path!r}\n{script}"],
        env={"LANG": "th_TH.UTF-8", "LANGUAGE": "th", "LC_ALL": "th_TH.UTF-8", "PYTHONUTF8": "1"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert out.stdout == "Boxing Day\n"
