"""Fields for a day and for a month: typed in any usual way, shown in one (inspection details, findings, answers)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date as Day

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from response_app.domain.dates import in_words, with_weekday

from .basics import restyle
from .typed_dates import NotUnderstood, day_in_full, month_in_words, read_day, read_month


class DateField(QLineEdit):
    """Takes a day as people write it, and shows it as "14 May 2024" once it is left.

    What is no date stays as it was typed, so that it can be put right; the date stays what it was.

    Signals:
        date_changed: (date or None) another day was typed, or none; when the field is left or Enter is pressed.
        problem_changed: (str) what is wrong with what was typed, in a sentence or two; "" when nothing is.
        understood: (str) the day that is typed, in full and with its weekday; "" while it is none. Told while one types.
    """

    date_changed = Signal(object)
    problem_changed = Signal(str)
    understood = Signal(str)

    def __init__(self, name: str, today: Callable[[], Day] = Day.today, parent: QWidget | None = None) -> None:
        """Make an empty field.

        Args:
            name: its accessible name.
            today: for days that are typed without a year.
            parent: the widget that it stands in.
        """
        super().__init__(parent)
        self.setAccessibleName(name)
        self.today = today
        self.problem = ""
        self.said = ""
        self._date: Day | None = None
        self.editingFinished.connect(self.commit)
        self.textEdited.connect(self._typed)

    def date(self) -> Day | None:
        """Return the day that holds: the last one that was understood."""
        return self._date

    def set_date(self, day: Day | None) -> None:
        """Show a day, or none."""
        said = self.said if day and self._stands_there(day) else self._in_full(self._words(day)) if day else ""
        self._date = day
        self.setText(self._words(day) if day else "")
        self._say(said)
        self._tell("")

    def read(self) -> Day | None:
        """Return the day that is typed, None for an empty field.

        Raises:
            NotUnderstood: it is no date.
        """
        text = self.text().strip()
        return self._parsed(text) if text else None

    def start_anew(self) -> None:
        """Forget how the day was typed: what is shown next belongs to something else."""
        self._say("")
        self.clear()

    def commit(self) -> None:
        """Take what is typed as the field's date, or say what is wrong with it."""
        if self._date and self.text() == self._words(self._date):
            self._tell("")
            return
        try:
            day = self.read()
        except NotUnderstood as error:
            self._tell(str(error))
            return
        before = self._date
        self.set_date(day)
        if day != before:
            self.date_changed.emit(day)

    def _typed(self, text: str) -> None:
        self._tell("")
        self._say(self._in_full(text))

    def _stands_there(self, day: Day) -> bool:
        """Whether the day is what was typed: then it is already said in full, perhaps with how its year was found."""
        try:
            return bool(self.said) and self.read() == day
        except NotUnderstood:
            return False

    def _in_full(self, text: str) -> str:
        try:
            return self._full(text.strip()) if text.strip() else ""
        except NotUnderstood:
            return ""

    def _parsed(self, text: str) -> Day:
        return read_day(text, self.today())

    def _full(self, text: str) -> str:
        return day_in_full(text, self.today())

    def _words(self, day: Day) -> str:
        return in_words(day)

    def _say(self, words: str) -> None:
        if words != self.said:
            self.said = words
            self.understood.emit(words)

    def _tell(self, problem: str) -> None:
        if problem == self.problem:
            return
        self.problem = problem
        self.setProperty("invalid", "true" if problem else "")
        restyle(self)
        self.problem_changed.emit(problem)


class MonthField(DateField):
    """Takes a month such as "March 2023"; its date is the last day of it."""

    def _parsed(self, text: str) -> Day:
        return read_month(text, self.today())

    def _full(self, text: str) -> str:
        return f"until {with_weekday(read_month(text, self.today()))}"

    def _words(self, day: Day) -> str:
        return month_in_words(day)
