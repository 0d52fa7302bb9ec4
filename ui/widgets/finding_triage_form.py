"""The fields of the findings that are selected, one or many: what is entered holds for all of them (report in)."""

from __future__ import annotations

import calendar
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from response_app.domain.canonical import from_plain
from response_app.domain.finding import Applies, Due, DueKind, FindingKind
from response_app.domain.richtext import is_blank, plain
from response_app.intake.proposal import ScopeKind
from response_app.intake.triage import Row as Finding

from ..models.triage_words import APPLIES, SCOPES, kind_words
from .basics import button, label
from .form import Row, SideBySide, area_row, choice_row, date_row, line_row, lines_row, parsed_row
from .typed_dates import period_in_words, read_period

_KINDS = tuple((kind, kind.words) for kind in FindingKind)
_LIMITS = (
    (DueKind.NONE, "No time limit"),
    (DueKind.DATE, "By a date"),
    (DueKind.MONTH, "By the end of a month"),
    (DueKind.WITHIN, "Within some time"),
    (DueKind.IMMEDIATELY, "Immediately"),
)
_NO_REASON = "Write why: the record prints the reason. “Made to the College of Policing” is enough."


class FindingTriageForm(QWidget):
    """Fields for one finding, or for several at once; a field in which they differ is empty until something is entered.

    Signals:
        change_asked: (what is done, fields with their new values) change the selected findings.
        place_asked: (ScopeKind, name of the chapter) say for whom they are.
        closed: the fields are no longer wanted.
    """

    change_asked = Signal(str, object)
    place_asked = Signal(object, str)
    closed = Signal()

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: Sequence[Finding] = ()
        self._bound: list[tuple[Row, Callable[[Finding], Any]]] = []
        self._all_but_the_reason: tuple[QWidget, ...] = ()
        self.asks_reason_alone = False
        self.what = label("", "label")
        self.why = label("", "quiet")
        self.done = button("Done", name="Done with these fields")
        self.done.clicked.connect(self._close)
        self._make_rows(today)
        self._lay_out()

    def show_rows(self, rows: Sequence[Finding], *, reason_alone: bool | None = None) -> None:
        """Show these findings; what is typed and not yet taken stays while they are the same.

        Args:
            rows: the findings.
            reason_alone: whether only the reason is asked for, which leaves the findings more room; None for as before.
        """
        self.asks_reason_alone = self.asks_reason_alone if reason_alone is None else reason_alone
        for each in self._all_but_the_reason:
            each.setVisible(not self.asks_reason_alone)
        fresh = [each.id for each in rows] != [each.id for each in self._rows]
        self._rows = rows
        self._say_what(rows)
        for row, value_in in self._bound:
            values = [value_in(each) for each in rows]
            same = bool(values) and all(each == values[0] for each in values)
            row.show_value(values[0] if same else _nothing_like(values), fresh=fresh)
        one = len(rows) == 1
        for row in (self.heading, self.number):
            row.setVisible(one)
        limits = {each.finding.due.kind for each in rows}
        for kind, row in self._limit_rows.items():
            row.setVisible(limits == {kind})
        self.scope.setVisible(any(each.proposed.scope_kind is not ScopeKind.THIS_FORCE for each in rows))
        self.reason.setVisible(any(each.finding.applies in (Applies.NO, Applies.JOINTLY) for each in rows))
        self.reason.remark(_NO_REASON if any(map(lacks_reason, rows)) else "")

    def flush(self) -> None:
        """Take what is typed."""
        for row, _ in self._bound:
            row.commit()

    def first_focus(self) -> QWidget:
        """What has the keyboard when the fields come up: a reason that is lacking, else the first of them."""
        if any(map(lacks_reason, self._rows)):
            return self.reason.control
        return self.heading.control if len(self._rows) == 1 else self.kind.control

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Be done with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self._close()
        else:
            super().keyPressEvent(event)

    def _close(self) -> None:
        self.flush()
        self.closed.emit()

    def _say_what(self, rows: Sequence[Finding]) -> None:
        if len(rows) == 1:
            self.what.setText(f"{kind_words(rows[0].finding.kind)}: what goes into the record")
            self.why.setText(rows[0].proposed.why)
        else:
            self.what.setText(f"{len(rows)} findings: what you enter holds for all of them")
            self.why.setText("")
        self.why.setVisible(bool(self.why.text()))

    # --- Rows ---------------------------------------------------------------------------------

    def _make_rows(self, today: Callable[[], date]) -> None:
        self.kind = self._field("kind", "kind", choice_row("Kind of finding", _KINDS))
        self.heading = self._field("sentence", "heading", area_row("Sentence", "One whole sentence that can stand alone."))
        self.number = self._field("number", "number", line_row("Number"))
        self.applies = self._field("whether it applies", "applies", choice_row("Is it for this force?", APPLIES))
        self.addressed = self._field("addressee", "addressed_to", lines_row("Made to"))
        self.reason = self._bind(
            area_row("Why not, or with whom", "Printed in the record."),
            lambda row: " ".join(plain(row.finding.reason).split()),
            lambda words: self.change_asked.emit("change reason", {"reason": from_plain(words)}),
        )
        self.place = self._bind(choice_row("For", SCOPES), lambda row: row.proposed.scope_kind, self._place)
        self.scope = self._bind(line_row("Name of the chapter"), lambda row: row.finding.scope, self._name_scope)
        self.limit = self._bind(choice_row("Time limit", _LIMITS), lambda row: row.finding.due.kind, self._choose_limit)
        within = parsed_row("Within", read_period, period_in_words, "Such as 3 months.")
        self._limit_rows = {
            DueKind.DATE: self._limit_row(DueKind.DATE, "date", date_row("Last day", today)),
            DueKind.MONTH: self._limit_row(DueKind.MONTH, "date", date_row("Month", today, month=True)),
            DueKind.WITHIN: self._limit_row(DueKind.WITHIN, "within", within),
        }

    def _bind(self, row: Row, value_in: Callable[[Finding], Any], entered: Callable[[Any], None]) -> Row:
        row.entered.connect(entered)
        self._bound.append((row, value_in))
        return row

    def _field(self, words: str, name: str, row: Row) -> Row:
        return self._bind(
            row,
            lambda each: getattr(each.finding, name),
            lambda value: self.change_asked.emit(f"change {words}", {name: value}),
        )

    def _limit_row(self, kind: DueKind, name: str, row: Row) -> Row:
        def value_in(each: Finding) -> Any:
            due = each.finding.due
            return getattr(due, name) if due.kind is kind else getattr(Due(), name)

        return self._bind(row, value_in, lambda value: self._set_limit(replace(Due(kind), **{name: value})))

    def _place(self, kind: ScopeKind) -> None:
        named = self._rows[0].finding.scope if len(self._rows) == 1 and kind is not ScopeKind.THIS_FORCE else ""
        self.place_asked.emit(kind, named)

    def _name_scope(self, name: str) -> None:
        self.change_asked.emit("change chapter", {"scope": name})

    def _choose_limit(self, kind: DueKind) -> None:
        """Keep the day where the other limit has one too."""
        days = {each.finding.due.date for each in self._rows}
        day = days.pop() if len(days) == 1 and kind in (DueKind.DATE, DueKind.MONTH) else None
        if day and kind is DueKind.MONTH:
            day = day.replace(day=calendar.monthrange(day.year, day.month)[1])
        self._set_limit(Due(kind, day))

    def _set_limit(self, due: Due) -> None:
        """The inspectors' own words of one finding's limit stay beside what the user makes of it."""
        words = self._rows[0].finding.due.text if len(self._rows) == 1 and due.kind is not DueKind.NONE else ""
        self.change_asked.emit("change time limit", {"due": replace(due, text=words)})

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.what, 1)
        head.addWidget(self.done)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(head)
        column.addWidget(self.why)
        over, limits = QWidget(), SideBySide(self.limit, *self._limit_rows.values())
        fields = QVBoxLayout(over)
        fields.setContentsMargins(0, 0, 0, 0)
        fields.setSpacing(12)
        beside = ((self.kind, self.number), (self.place, self.scope), (self.applies, self.addressed))
        for each in (self.heading, *(SideBySide(*rows) for rows in beside)):
            fields.addWidget(each)
        for part in (over, self.reason, limits):
            column.addWidget(part)
        self._all_but_the_reason = (over, limits)


def lacks_reason(row: Finding) -> bool:
    """Tell whether a finding was decided not to apply, and the reason that the record prints is not there."""
    printed = row.finding.kind is FindingKind.RECOMMENDATION or row.proposed.scope_kind is ScopeKind.THIS_FORCE
    return printed and row.finding.applies is Applies.NO and is_blank(row.finding.reason)


def _nothing_like(values: Sequence[Any]) -> Any:
    """The empty value of a field in which findings differ."""
    first = values[0] if values else None
    if isinstance(first, tuple):
        return ()
    return "" if type(first) is str else None
