"""Bank holidays of England and Wales, for the statutory clock (plumbing of every step).

One-off days are known as far as the `holidays` package of this version knows them. The package is imported
when a year is first asked for.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

# The names as GOV.UK prints them, where the package has others.
_NAMES = {
    "May Day": "Early May bank holiday",
    "Spring Bank Holiday": "Spring bank holiday",
    "Late Summer Bank Holiday": "Summer bank holiday",
}


def england_and_wales(years: Iterable[int]) -> Mapping[date, str]:
    """Return the bank holidays of `years`, day to name; a substitute day says so ("Boxing Day, substitute day").

    A holiday that falls on a weekend is listed beside its substitute day. Years before 1872 and after 2100
    have none.
    """
    from holidays import country_holidays

    # The language is named because the package would follow that of the system; the days of Wales are the same.
    found = country_holidays("GB", subdiv="ENG", years=set(years), language="en_GB")
    return {day: _name(found[day]) for day in sorted(found)}


class _EveryYear(Mapping[date, str]):
    """Bank holidays of every year, each year looked up when first asked for; iterating gives the years asked for so far."""

    def __init__(self) -> None:
        self._years: dict[int, Mapping[date, str]] = {}

    def __getitem__(self, day: date) -> str:
        if day.year not in self._years:
            self._years[day.year] = england_and_wales([day.year])
        return self._years[day.year][day]

    def __iter__(self) -> Iterator[date]:
        return (day for year in sorted(self._years) for day in self._years[year])

    def __len__(self) -> int:
        return sum(map(len, self._years.values()))


HOLIDAYS: Mapping[date, str] = _EveryYear()
"""Bank holidays of England and Wales for any year, day to name."""


def _name(name: str) -> str:
    plain = name.removesuffix(" (observed)")
    words = _NAMES.get(plain, plain)
    return words if plain == name else f"{words}, substitute day"
