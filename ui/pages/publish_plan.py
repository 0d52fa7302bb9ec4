"""The day on which the response is to be published: planned beside the clock that it is held against (record out)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from response_app.domain.act_days import Dated, day_problem
from response_app.domain.publication_acts import sign_off_of_version
from response_app.domain.record import Record

from ..widgets.act_form import ActForm
from ..widgets.basics import button
from ..widgets.form import date_row

_NOTE = "The record prints this day as its day of publication, until another is confirmed."
_SIGNED = (
    "The record prints this day as its day of publication until another is confirmed, so a change takes the sign-off of version {} away."
)
_EMPTY = " Leave it empty to plan no day."


class PlanLine(QWidget):
    """A button that opens a form with one day.

    Signals:
        planned: (date or None) the response is to be published on this day; None where no day is planned any more.
    """

    planned = Signal(object)

    def __init__(self, today: Callable[[], date]) -> None:
        """Make it; `today` says which day it is."""
        super().__init__()
        self._today = today
        self._record: Record | None = None
        self.form: ActForm | None = None
        self.button = button("", "link")
        self.button.clicked.connect(self.open)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)

    def show_record(self, record: Record) -> None:
        """Offer to plan the day of a record; once it is live there is nothing to plan."""
        publication = record.state.publication
        if self._record is None or self._record.record_id != record.record_id or publication != self._record.state.publication:
            self.close_form()
        self._record = record
        words = "Change the planned day…" if publication.planned_on else "Plan the day of publication…"
        self.button.setText(words)
        self.button.setAccessibleName(words)
        self.setVisible(publication.confirmed_on is None)

    def open(self) -> None:
        """Ask for the day."""
        record = self._record
        if record is None or self.form is not None:
            return
        planned = record.state.publication.planned_on
        rows = {"on": date_row("To be published on", self._today)}
        checks = {"on": lambda day: day_problem(Dated.PLANNED, record, day, self._today())}
        self.form = ActForm(rows, {} if planned else {"on": "Write the day."}, "Plan this day", _note(record), checks=checks)
        self.form.saved.connect(self._save)
        self.form.leave_button.setAccessibleName("Cancel planning the day")  # a step may stand open beside it with a Cancel of its own
        self.form.left.connect(self._leave)
        self._column.addWidget(self.form)
        self.form.show()
        self.form.begin({"on": planned})

    def close_form(self) -> None:
        """Put the form away; what is in it is not kept."""
        if self.form is not None:
            self.form.hide()
            self._column.removeWidget(self.form)
            self.form.deleteLater()
            self.form = None

    def _leave(self) -> None:
        self.close_form()
        self.button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _save(self, values: dict[str, Any]) -> None:
        self._leave()
        self.planned.emit(values["on"])


def _note(record: Record) -> str:
    signed = sign_off_of_version(record.state) is not None
    note = _SIGNED.format(record.state.version_label) if signed else _NOTE
    return f"{note}{_EMPTY}" if record.state.publication.planned_on else note
