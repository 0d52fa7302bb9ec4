"""What the card of the statutory date says besides the date."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from response_app.domain.clock import clock
from response_app.domain.response import ClockDecision, Publication
from ui.widgets.clock_card import ClockCard

PUBLISHED = date(2024, 5, 14)


def test_a_date_that_passed_undecided_asks_in_amber_for_the_decision(qtbot: QtBot) -> None:
    card = ClockCard()
    qtbot.addWidget(card)
    card.show_clock(clock(PUBLISHED, ClockDecision(), Publication(), date(2024, 7, 10), {}), PUBLISHED)
    assert not card.warning.isHidden() and card.warning.property("kind") == "warning"
    words = [each.text() for each in card.warning.findChildren(QLabel)]
    assert words == ["Would have been due 8 July 2024, 2 days ago: decide whether the 56 days apply."]
    assert card.counted.text() == "Day 56, counting 14 May 2024 as day 1."
    card.show_clock(clock(PUBLISHED, ClockDecision(), Publication(), date(2024, 7, 8), {}), PUBLISHED)
    assert card.warning.isHidden() and "would be" in card.counted.text()
