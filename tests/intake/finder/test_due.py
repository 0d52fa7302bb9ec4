"""Time limits as the inspectors write them, and what only looks like one."""

from __future__ import annotations

from datetime import date

import pytest

from response_app.domain.finding import Due, DueKind
from response_app.intake.finder import propose
from response_app.intake.finder.due import doubt_of, due_of, due_under
from response_app.intake.proposal import Confidence
from response_app.intake.text_reader import read_text

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
        ("The force should act no later than Monday 3 March 2025.", DueKind.DATE, date(2025, 3, 3), ""),
        ("By Tues, 4 March 2025, the force should act.", DueKind.DATE, date(2025, 3, 4), ""),
        ("By 2025-03-05 the force should act.", DueKind.DATE, date(2025, 3, 5), ""),
        ("The board should, within two years and a half, be replaced.", DueKind.WITHIN, date(2026, 11, 14), "P30M"),
        ("Within a year and three months, the force should act.", DueKind.WITHIN, date(2025, 8, 14), "P15M"),
        ("Within six months of receipt of this letter, the force should act.", DueKind.WITHIN, date(2024, 11, 14), "P6M"),
        ("Within ten days of release, officers should visit offenders.", DueKind.NONE, None, ""),
        ("Within two months after joining, recruits should be vetted.", DueKind.NONE, None, ""),
        ("Without undue delay, the force should act.", DueKind.IMMEDIATELY, None, ""),
        ("The force should forthwith close its old cells.", DueKind.IMMEDIATELY, None, ""),
        ("The force should make sure that letters are sent without delay to victims.", DueKind.NONE, None, ""),
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


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The force should act by 31 February 2024.", "by 31 February 2024"),
        ("By 45/01/2026 the force should act.", "By 45/01/2026"),
        ("By winter 2026, chief constables should act.", "By winter 2026"),
        ("The force should act before next summer.", "before next summer"),
        ("By the end of the financial year 2025/26, forces should act.", "By the end of the financial year 2025/26"),
        ("By mid-2026 the force should act.", "By mid-2026"),
        ("Within a month and a half, the force should act.", "Within a month and a half"),
        ("Within one and a half years, the force should act.", "Within one and a half years"),
    ],
)
def test_a_limit_that_names_no_day_keeps_its_words(text: str, words: str) -> None:
    """It is none, with a reason to look."""
    due = due_of(text, PUBLISHED)
    assert due == Due(text=words)
    assert words in doubt_of(due)


def test_a_day_goes_before_words_that_name_none() -> None:
    """Where both stand, the day is the limit, and there is no doubt."""
    due = due_of("By winter 2026, and no later than 8 January 2027, the force should act.", PUBLISHED)
    assert due.date == date(2027, 1, 8)
    assert not doubt_of(due)


@pytest.mark.parametrize(
    ("point", "kind", "words"),
    [
        ("immediately lock the store;", DueKind.IMMEDIATELY, "immediately"),
        ("within two weeks, count the keys; and", DueKind.WITHIN, "within two weeks"),
        ("count the keys by 1 July 2024; and", DueKind.DATE, "by 1 July 2024"),
        ("answer letters within ten days", DueKind.DATE, "By 2 August 2024"),
        ("learn from thefts before 1 May 2020 in the county", DueKind.DATE, "By 2 August 2024"),
    ],
)
def test_a_point_with_a_limit_of_its_own_takes_it(point: str, kind: DueKind, words: str) -> None:
    """Where the limit opens or closes the point; any other point has that of the lead-in."""
    due = due_under("By 2 August 2024, the force should:", point, PUBLISHED)
    assert (due.kind, due.text) == (kind, words)


def test_a_finding_whose_limit_is_no_day_is_to_be_checked() -> None:
    """The reason says so; the limit is left open."""
    text = "An inspection of Southshire Police\n\nRecommendation 1\n\nBy next spring, the force should mend its roof.\n"
    (found,) = propose(read_text(text)).findings
    assert (found.finding.due.kind, found.finding.due.text) == (DueKind.NONE, "By next spring")
    assert (found.confidence, found.why) == (Confidence.CHECK, "The report gives a time limit that is not a date: “By next spring”.")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The force should, without any delay, act.", "without any delay"),
        ("The force must forthwith act.", "forthwith"),
        ("The force must immediately act.", "immediately"),
        ("Immediately: the force should act.", "Immediately"),
        ("The force should take immediate steps.", "should take immediate steps"),
    ],
)
def test_what_is_due_at_once_has_its_words(text: str, words: str) -> None:
    """Without those before them."""
    assert due_of(text, PUBLISHED) == Due(DueKind.IMMEDIATELY, text=words)


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
