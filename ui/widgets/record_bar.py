"""The bar that always says which record is open, its clock and its marking (every step)."""

from __future__ import annotations

from datetime import date
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from response_app.domain.clock import Clock
from response_app.domain.corrections import is_being_corrected
from response_app.domain.dates import in_words, with_weekday
from response_app.domain.record import Record
from response_app.domain.response import ClockApplies, ResponseState, Status
from response_app.domain.sign_off import CHANGED_SINCE, is_changed_since, was_signed_off

from .basics import BadgeKind, badge, set_badge

_STATUS: dict[Status, tuple[str, BadgeKind]] = {
    Status.NOT_YET_PUBLISHED: ("Report not yet published", "grey"),
    Status.DRAFTING: ("Drafting", "blue"),
    Status.WITH_CHIEF_OFFICER: ("With the chief officer", "blue"),
    Status.AWAITING_SIGN_OFF: ("Awaiting sign-off", "blue"),
    Status.SIGNED_OFF: ("Signed off", "green"),
    Status.PUBLISHED: ("Published", "green"),
    Status.CLOSED: ("Closed", "grey"),
    Status.NO_RESPONSE_NEEDED: ("No response needed", "grey"),
}

_SOON = 14
"""From so many days left on, the clock is shown in amber."""


class RecordBar(QFrame):
    """Title, facts, and three badges: status, clock, marking."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("recordBar")
        self.setAccessibleName("Open record")
        self.title = ElidedLabel()
        self.title.setObjectName("recordTitle")
        self.facts = ElidedLabel("quiet")
        self.status, self.clock, self.marking = badge("", "blue"), badge("", "grey"), badge("", "red")
        left = QVBoxLayout()
        left.setSpacing(3)
        left.addWidget(self.title)
        left.addWidget(self.facts)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 12, 24, 12)
        row.setSpacing(14)
        row.addLayout(left, 1)
        for each in (self.status, self.clock, self.marking):
            row.addWidget(each)

    def show_record(self, record: Record, clock: Clock) -> None:
        """Show a record and its clock."""
        self.title.setText(record.inspection.title or "Inspection without a title yet")
        published = record.inspection.published_on
        facts = [
            short_inspectorate(record.inspection.inspectorate),
            f"Published {in_words(published)}" if published else "Publication date not yet known",
            record.office.force,
            f"Version {record.state.version_label}" if record.state.version_label else "No version yet",
        ]
        self.facts.setText(" \u00b7 ".join(fact for fact in facts if fact))
        set_badge(self.status, *status_badge(record.state))
        set_badge(self.clock, *clock_badge(clock))
        set_badge(self.marking, record.state.marking.value if record.state.marking else "", "red")


def status_badge(state: ResponseState) -> tuple[str, BadgeKind]:
    """Return where a response stands in few words, and the colour that goes with them."""
    if is_changed_since(state.status, signed=was_signed_off(state)):
        return CHANGED_SINCE, "amber"
    return (f"Correcting, version {state.version_label}", "blue") if is_being_corrected(state) else _STATUS[state.status]


def short_inspectorate(name: str) -> str:
    """Return the short form that a name gives in brackets at its end, "HMICFRS", else the name."""
    if name.endswith(")") and "(" in name:
        return name[name.rindex("(") + 1 : -1]
    return name


class ElidedLabel(QLabel):
    """A line of plain text that ends with an ellipsis where it is too long; all of it is in the tooltip and for a screen reader."""

    def __init__(self, role: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setMinimumWidth(60)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        if role:
            self.setProperty("role", role)

    def setText(self, words: str) -> None:
        """Show `words`."""
        super().setText(words)
        self.setAccessibleName(words)
        self.setToolTip(escape(words))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint as much as there is room for."""
        painter = QPainter(self)
        words = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        self.style().drawItemText(
            painter, self.rect(), int(Qt.AlignmentFlag.AlignVCenter), self.palette(), self.isEnabled(), words, self.foregroundRole()
        )


def clock_badge(clock: Clock) -> tuple[str, BadgeKind]:
    """Return the clock in few words and the colour that goes with them; lateness comes before everything else."""
    if clock.state is ClockApplies.NO:
        return "No 56-day clock", "grey"
    if clock.state is ClockApplies.ELSEWHERE:
        return "Answered in another record", "grey"
    if clock.statutory_on is None:
        return "No date to count from", "grey"
    due = f"due {short_day(clock.statutory_on)}"
    if clock.passed_by:
        return f"Would have been {due}", "amber"  # for how long, and what to do, stands on the task list: a small window has no room here
    if clock.state is ClockApplies.UNDECIDED:
        return f"Would be {due}", "grey"
    if clock.late_by:
        return f"{_days(clock.late_by)} late \u00b7 was {due}", "red"
    if clock.stopped_on is not None:
        return f"Published on day {clock.day_number}" if clock.day_number else "Published", "green"
    if clock.days_left == 0:
        return f"Due today, {short_day(clock.statutory_on)}", "amber"
    if clock.days_left is None:
        return f"Was {due} \u00b7 not confirmed live", "amber"
    left = clock.days_left
    return f"{_days(left)} left \u00b7 {due}", "amber" if left <= _SOON else "grey"


def short_day(day: date) -> str:
    """Return "Mon 8 Jul 2024"."""
    weekday, number, month, year = with_weekday(day).split(" ")
    return f"{weekday[:3]} {number} {month[:3]} {year}"


def _days(count: int) -> str:
    return "1 day" if count == 1 else f"{count:,} days"
