"""The statutory date in full, how it is counted, and how far one is (inspection details)."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from response_app.domain.clock import PERIOD_DAYS, Clock
from response_app.domain.dates import in_words, with_weekday
from response_app.domain.response import ClockApplies

from .. import theme
from .basics import Card, label

_SOURCE = "Police Act 1996, section 55(5A). The day of publication is day 1. Weekends and bank holidays do not move the date."


class DayBar(QWidget):
    """How many of the 56 days have gone; the words beside it say the same."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(10)
        self._share = 0.0

    def set_share(self, share: float) -> None:
        """Show a share of the days, 0 to 1."""
        self._share = max(0.0, min(share, 1.0))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the bar in the colours of the theme."""
        colours = theme.tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        box = QRectF(self.rect())
        for width, colour in ((box.width(), colours.grey_ground), (box.width() * self._share, colours.amber_bar)):
            painter.setBrush(QColor(colour))
            painter.drawRoundedRect(QRectF(0, 0, width, box.height()), 5, 5)
        painter.setPen(QColor(colours.badge_edge))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)


class ClockCard(Card):
    """Shows the clock of a record; `below` is for what decides whether it applies."""

    def __init__(self) -> None:
        super().__init__("Statutory date")
        self.date = label("", "big")
        self.counted = label("", "lead")
        self.bar = DayBar()
        self.warning = QFrame()
        self.warning.setObjectName("banner")
        self.warning.setProperty("kind", "warning")
        self._warning_words = label("")
        inner = QVBoxLayout(self.warning)
        inner.setContentsMargins(12, 8, 12, 8)
        inner.addWidget(self._warning_words)
        self.below = QVBoxLayout()
        self.below.setSpacing(14)
        for each in (self.date, self.counted, self.bar, self.warning, label(_SOURCE, "quiet")):
            self.body.addWidget(each)
        self.body.addSpacing(8)
        self.body.addLayout(self.below)

    def show_clock(self, clock: Clock, published_on: date | None) -> None:
        """Show a clock that counts from `published_on`."""
        self.date.setText(date_words(clock))
        self.counted.setText(counted_words(clock, published_on))
        warning = f"{clock.passed_words}." if clock.passed_words else clock.warning
        self._warning_words.setText(warning)
        self.warning.setVisible(bool(warning))
        self.bar.setVisible(clock.statutory_on is not None)
        self.bar.set_share((clock.day_number or 0) / PERIOD_DAYS)


def date_words(clock: Clock) -> str:
    """Return the statutory date in full, or why there is none, in few words."""
    if clock.state is ClockApplies.NO:
        return "No 56-day clock"
    if clock.state is ClockApplies.ELSEWHERE:
        return "Answered in another record"
    return with_weekday(clock.statutory_on) if clock.statutory_on else "Not known yet"


def counted_words(clock: Clock, published_on: date | None) -> str:
    """Return how the date is counted and where one stands today."""
    if clock.state is ClockApplies.NO:
        return "No days are counted, and the record prints no statutory date."
    if clock.state is ClockApplies.ELSEWHERE:
        return "The days are counted there. This record prints no statutory date."
    if clock.statutory_on is None or published_on is None:
        return "The 56 days are counted from the day on which the report was published. Enter that day first."
    counted = f"Day {PERIOD_DAYS}, counting {in_words(published_on)} as day 1."
    if clock.passed_by:
        return counted
    if clock.state is ClockApplies.UNDECIDED:
        return f"{counted} This would be the date: whether the 56 days apply is not decided yet."
    return f"{counted} {_standing(clock)}"


def _standing(clock: Clock) -> str:
    if clock.stopped_on is not None:
        late = f", {_days(clock.late_by)} late" if clock.late_by else ""
        on_day = f"Published on day {clock.day_number}" if clock.day_number else "Published"
        return f"{on_day}{late}."
    planned = f" Planned for {in_words(clock.planned_on)}" if clock.planned_on else ""
    if clock.late_by:
        return f"{planned}, {_days(clock.late_by)} late.".strip() if planned else f"{_days(clock.late_by)} late."
    planned = f"{planned}." if planned else ""
    if clock.days_left is None:
        return f"This day has passed.{planned}"
    if clock.day_number is None:
        return f"The report is not published yet.{planned}"
    left = "This is today." if clock.days_left == 0 else f"{_days(clock.days_left)} left."
    return f"{left}{planned}"


def _days(count: int) -> str:
    return "1 day" if count == 1 else f"{count:,} days"
