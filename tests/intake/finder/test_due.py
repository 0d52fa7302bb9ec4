"""Time limits as the inspectors write them, and what only looks like one."""

from __future__ import annotations

from datetime import date

import pytest

from response_app.domain.finding import DueKind
from response_app.intake.finder.due import due_of

PUBLISHED = date(2024, 5, 14)


@pytest.mark.parametrize(
    ("text", "kind", "day", "within"),
    [
        ("By 30 September 2024, the force should improve plans.", DueKind.DATE, date(2024, 9, 30), ""),
        ("The force should, by the 1st of March 2025, act.", DueKind.DATE, date(2025, 3, 1), ""),
        ("The force should act no later than 28 February 2025.", DueKind.DATE, date(2025, 2, 28), ""),
        ("By 01/12/2024 the force should act.", DueKind.DATE, date(2024, 12, 1), ""),
        ("The force should act by March 2023.", DueKind.MONTH, date(2023, 3, 31), ""),
        ("By the end of February 2024, chief constables should act.", DueKind.MONTH, date(2024, 2, 29), ""),
        ("Within three months, the force should act.", DueKind.WITHIN, date(2024, 8, 14), "P3M"),
        ("Within 28 days of publication, the force should write.", DueKind.WITHIN, date(2024, 6, 11), "P28D"),
        ("The force should, within six weeks, write to us.", DueKind.WITHIN, date(2024, 6, 25), "P6W"),
        ("The force should review its policy within a year.", DueKind.WITHIN, date(2025, 5, 14), "P1Y"),
        ("Within twenty-one months of this report the force should act.", DueKind.WITHIN, date(2026, 2, 14), "P21M"),
        ("The force should immediately review how it works.", DueKind.IMMEDIATELY, None, ""),
        ("With immediate effect, the force should act.", DueKind.IMMEDIATELY, None, ""),
        ("Immediately, and by 3 June 2024 at the latest, the force should act.", DueKind.IMMEDIATELY, None, ""),
        ("The force should make sure that officers respond immediately to calls.", DueKind.NONE, None, ""),
        ("The force should answer calls within 10 seconds.", DueKind.NONE, None, ""),
        ("The force should make sure that victims hear from it within 28 days.", DueKind.NONE, None, ""),
        ("The force should learn from the 12 months to 30 June 2015.", DueKind.NONE, None, ""),
        ("The force should act by 31 February 2024.", DueKind.NONE, None, ""),
        ("The force should act.", DueKind.NONE, None, ""),
        ("", DueKind.NONE, None, ""),
    ],
)
def test_limit(text: str, kind: DueKind, day: date | None, within: str) -> None:
    """Kind, last day and duration."""
    due = due_of(text, PUBLISHED)
    assert (due.kind, due.date, due.within) == (kind, day, within)
    assert due.text.casefold() in text.casefold()
    assert bool(due.text) == (kind is not DueKind.NONE)


def test_a_period_has_no_last_day_without_a_publication_date() -> None:
    """The day is not guessed."""
    due = due_of("Within three months, the force should act.", None)
    assert (due.kind, due.date, due.within) == (DueKind.WITHIN, None, "P3M")


def test_a_period_ends_on_the_last_day_of_a_shorter_month() -> None:
    """Three months from 30 November end on the last of February."""
    assert due_of("Within three months, act.", date(2023, 11, 30)).date == date(2024, 2, 29)


def test_a_period_beyond_the_calendar_leaves_the_day_open() -> None:
    """No overflow."""
    assert due_of("Within 999 years, the force should act.", date(9990, 1, 1)).date is None
