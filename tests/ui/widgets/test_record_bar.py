"""The clock in few words, and the bar that always says which record is open."""

from __future__ import annotations

from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from response_app.bank_holidays import HOLIDAYS
from response_app.domain.clock import clock
from response_app.domain.record import Record
from response_app.domain.response import ClockApplies, ClockDecision, Publication
from response_app.interchange import read_record
from response_app.paths import template
from ui.widgets.record_bar import RecordBar, clock_badge, short_inspectorate

PUBLISHED = date(2024, 5, 14)
YES = ClockDecision(ClockApplies.YES)


@pytest.mark.parametrize(
    ("today", "decision", "publication", "words", "kind"),
    [
        (date(2024, 6, 26), YES, Publication(), "12 days left · due Mon 8 Jul 2024", "amber"),
        (date(2024, 5, 20), YES, Publication(), "49 days left · due Mon 8 Jul 2024", "grey"),
        (date(2024, 7, 7), YES, Publication(), "1 day left · due Mon 8 Jul 2024", "amber"),
        (date(2024, 7, 8), YES, Publication(), "Due today, Mon 8 Jul 2024", "amber"),
        (date(2024, 7, 15), YES, Publication(), "7 days late · was due Mon 8 Jul 2024", "red"),
        (date(2024, 7, 15), YES, Publication(planned_on=date(2024, 7, 2)), "Was due Mon 8 Jul 2024 · not confirmed live", "amber"),
        (date(2024, 9, 1), YES, Publication(confirmed_on=date(2024, 7, 1)), "Published on day 49", "green"),
        (date(2024, 9, 1), YES, Publication(confirmed_on=date(2024, 7, 9)), "1 day late · was due Mon 8 Jul 2024", "red"),
        (date(2024, 6, 26), ClockDecision(ClockApplies.NO, "A revisit letter."), Publication(), "No 56-day clock", "grey"),
        (date(2024, 6, 26), ClockDecision(ClockApplies.ELSEWHERE), Publication(), "Answered in another record", "grey"),
        (date(2024, 6, 26), ClockDecision(), Publication(), "Would be due Mon 8 Jul 2024", "grey"),
        (date(2024, 7, 9), ClockDecision(), Publication(), "Would have been due Mon 8 Jul 2024", "amber"),
    ],
)
def test_the_clock_in_few_words(today: date, decision: ClockDecision, publication: Publication, words: str, kind: str) -> None:
    assert clock_badge(clock(PUBLISHED, decision, publication, today, HOLIDAYS)) == (words, kind)


def test_without_a_date_nothing_is_counted() -> None:
    assert clock_badge(clock(None, YES, Publication(), PUBLISHED, HOLIDAYS)) == ("No date to count from", "grey")


def test_the_bar_says_what_is_open(qtbot: QtBot) -> None:
    bar = RecordBar()
    qtbot.addWidget(bar)
    record = read_record(template("example.json").read_bytes()).record
    bar.show_record(record, clock(PUBLISHED, YES, Publication(), date(2024, 6, 26), HOLIDAYS))
    assert bar.title.text() == record.inspection.title
    assert bar.facts.text() == "HMICFRS · Published 14 May 2024 · Exampleshire Police · Version 1.0"
    assert bar.status.text() == "Signed off"
    assert bar.marking.isHidden()
    bar.show_record(Record(), clock(None, YES, Publication(), PUBLISHED, HOLIDAYS))
    assert bar.title.text() == "Inspection without a title yet"
    assert bar.facts.text() == "Publication date not yet known · No version yet"


def test_the_short_form_of_an_inspectorate() -> None:
    assert short_inspectorate("His Majesty’s Inspectorate (HMICFRS)") == "HMICFRS"
    assert short_inspectorate("HMICFRS") == "HMICFRS"
