"""The field for a day, with real keys."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.widgets.date_field import DateField, MonthField

from ..shown import shown

TODAY = date(2024, 6, 26)
MAY = date(2024, 5, 14)


class Beside(QWidget):
    """A date field, another field to go to, and what the date field told."""

    def __init__(self, field: DateField) -> None:
        super().__init__()
        self.field, self.other = field, QLineEdit()
        column = QVBoxLayout(self)
        column.addWidget(field)
        column.addWidget(self.other)
        self.days: list[date | None] = []
        self.problems: list[str] = []
        field.date_changed.connect(self.days.append)
        field.problem_changed.connect(self.problems.append)

    def type(self, text: str) -> None:
        """Write in the field, in place of what stands there, and leave it."""
        self.field.setFocus()
        self.field.selectAll()
        QTest.keyClick(self.field, Qt.Key.Key_Delete)
        QTest.keyClicks(self.field, text)
        QTest.keyClick(self.field, Qt.Key.Key_Tab)


@pytest.fixture
def day(qtbot: QtBot) -> Beside:
    """A field for a day, in a window."""
    return _beside(qtbot, DateField("Date published", lambda: TODAY))


def _beside(qtbot: QtBot, field: DateField) -> Beside:
    return shown(qtbot, Beside(field))


def test_a_day_is_shown_in_one_way_once_the_field_is_left(day: Beside) -> None:
    day.type("14th May")
    assert day.field.text() == "14 May 2024"
    assert day.field.date() == MAY
    assert day.days == [MAY]
    assert day.other.hasFocus()


def test_the_day_is_said_in_full_while_one_types_and_stays_said(day: Beside) -> None:
    said: list[str] = []
    day.field.understood.connect(said.append)
    day.field.setFocus()
    QTest.keyClicks(day.field, "14 Ma")
    assert not said
    QTest.keyClicks(day.field, "y")
    assert said == ["Tuesday 14 May 2024, the nearest: no year was typed"]
    QTest.keyClick(day.field, Qt.Key.Key_Tab)
    assert day.field.text() == "14 May 2024" and day.field.said == said[0], "which year was taken can still be read"
    day.type("14/5/23")
    assert day.field.said == "Sunday 14 May 2023"
    day.type("")
    assert day.field.said == ""


def test_a_day_that_is_shown_is_said_with_its_weekday_and_nothing_of_how_another_was_typed(day: Beside) -> None:
    day.type("14 May")
    day.field.set_date(date(2024, 5, 15))
    assert day.field.said == "Wednesday 15 May 2024"
    day.type("14 May")
    day.field.start_anew()
    day.field.set_date(MAY)
    assert day.field.said == "Tuesday 14 May 2024"


def test_enter_takes_the_day_and_it_is_told_once(day: Beside) -> None:
    day.field.setFocus()
    QTest.keyClicks(day.field, "14/5/24")
    QTest.keyClick(day.field, Qt.Key.Key_Return)
    QTest.keyClick(day.field, Qt.Key.Key_Tab)
    assert day.days == [MAY]


def test_what_is_no_date_stays_and_says_so_kindly(day: Beside) -> None:
    day.field.set_date(MAY)
    day.type("31 June 2024")
    assert day.field.text() == "31 June 2024"
    assert day.field.date() == MAY
    assert day.problems == ["June 2024 has 30 days. Correct the day."]
    assert day.field.property("invalid") == "true"
    assert not day.days


def test_typing_on_takes_the_message_away_and_a_right_date_is_taken(day: Beside) -> None:
    day.type("31 June 2024")
    day.type("30 June 2024")
    assert day.problems[-1] == ""
    assert day.field.property("invalid") == ""
    assert day.days == [date(2024, 6, 30)]


def test_the_message_goes_with_the_first_key(day: Beside) -> None:
    day.type("31 June 2024")
    day.field.setFocus()
    QTest.keyClick(day.field, Qt.Key.Key_Backspace)
    assert day.field.problem == ""


def test_the_same_day_in_other_words_is_no_change(day: Beside) -> None:
    day.field.set_date(MAY)
    day.type("14/5/24")
    assert day.field.text() == "14 May 2024"
    assert not day.days


def test_typing_the_same_day_again_puts_the_message_away(day: Beside) -> None:
    day.field.set_date(MAY)
    day.type("32 May 2024")
    day.type("14 May 2024")
    assert day.field.problem == ""
    assert not day.days


def test_an_emptied_field_is_no_date(day: Beside) -> None:
    day.field.set_date(MAY)
    day.type("")
    assert day.field.date() is None
    assert day.days == [None]


def test_a_month_is_its_last_day_and_is_shown_as_a_month(qtbot: QtBot) -> None:
    month = _beside(qtbot, MonthField("Month", lambda: TODAY))
    month.type("3/2023")
    assert month.field.text() == "March 2023"
    assert month.days == [date(2023, 3, 31)] and month.field.said == "until Friday 31 March 2023"
    month.type("")
    month.type("Mar 23")
    assert month.days == [date(2023, 3, 31), None, date(2023, 3, 31)]
