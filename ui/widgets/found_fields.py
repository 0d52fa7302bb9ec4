"""What was found of the inspection: field, value, how sure; the day of publication is confirmed here (report in)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from PySide6.QtCore import QMargins, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from response_app.domain.inspection import Inspection
from response_app.domain.richtext import plain
from response_app.intake.proposal import Confidence, Found, Proposal, Span, Warned

from .. import theme
from ..editors.flow import FlowRow
from ..models.triage_words import SURE, judgement_rows
from .basics import BadgeKind, badge, button, label, restyle, rule, set_badge
from .date_field import DateField
from .inputs import TextArea

_LONGEST = 110
_DAYS = "Confirm: the 56 days count from this date"


@dataclass(frozen=True, slots=True)
class _Shown:
    """A field that is read only: its name, value, badge, reason, and the place that it was found at."""

    field: str
    value: str
    sure: tuple[str, BadgeKind]
    why: str
    span: Span


class FoundFields(QWidget):
    """The fields below each other.

    Signals:
        changed: (what was done, the inspection as it is now) the user corrected or confirmed something.
        place_asked: (Span) show where this was found.
    """

    changed = Signal(str, object)
    place_asked = Signal(object)

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._inspection = Inspection()
        self._proposal = Proposal()
        self._shown: tuple[_Shown, ...] | None = None
        self._room = 560
        self._make_editable(today)
        self._grid = QGridLayout()
        self._grid.setContentsMargins(14, 12, 14, 8)
        self._grid.setHorizontalSpacing(14)
        self._grid.setVerticalSpacing(10)
        self._grid.setColumnStretch(1, 1)
        self._rest = QWidget()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._grid)
        column.addWidget(self._rest)
        self._lay_out()
        self._fit_names()
        theme.theme().changed.connect(self._fit_names)

    def show_inspection(self, inspection: Inspection, proposal: Proposal) -> None:
        """Show what would be saved, with what the report says of it."""
        self._inspection, self._proposal = inspection, proposal
        if self.title.toPlainText() != inspection.title:
            self.title.setPlainText(inspection.title)
        self.day.set_date(inspection.published_on)
        self.confirmed.setChecked(inspection.publication_confirmed)
        self.confirmed.setEnabled(inspection.published_on is not None)
        labelled = f"Label: “{inspection.published_label}”. " if inspection.published_label else "No label was found. "
        self.why_day.setText(f"{labelled}{'Confirmed by you.' if inspection.publication_confirmed else f'{_DAYS}.'}")
        self._show_sure(self._sure_title, proposal.title, inspection.title)
        if inspection.publication_confirmed:
            set_badge(self._sure_day, "Confirmed", "green")
        else:
            set_badge(self._sure_day, "Confirm", "amber")
        self._why_title.setText(proposal.title.why if proposal.title and inspection.title == proposal.title.value else "")
        self._why_title.setVisible(bool(self._why_title.text()))
        self._show_rest()

    def flush(self) -> None:
        """Take what is typed."""
        self._take_title()
        self.day.commit()

    # --- What the user does -------------------------------------------------------------------

    def _take_title(self) -> None:
        title = " ".join(self.title.toPlainText().split())
        if title != self._inspection.title:
            self.changed.emit("change title", replace(self._inspection, title=title))

    def _take_day(self, day: date | None) -> None:
        confirmed = self._inspection.publication_confirmed and day is not None
        self.changed.emit("change publication date", replace(self._inspection, published_on=day, publication_confirmed=confirmed))

    def _take_confirmed(self, confirmed: bool) -> None:
        self.day.commit()
        words = "confirm publication date" if confirmed else "no longer confirm publication date"
        self.changed.emit(words, replace(self._inspection, publication_confirmed=confirmed))

    # --- Looks --------------------------------------------------------------------------------

    def _make_editable(self, today: Callable[[], date]) -> None:
        self.title = TextArea(1)
        self.title.setAccessibleName("Title of the inspection")
        self.title.left.connect(self._take_title)
        self.day = DateField("Date published", today)
        self.day.setMaximumWidth(170)
        self.day.date_changed.connect(self._take_day)
        self.day_problem = label("", "error")
        self.day_problem.hide()
        self.day_in_full = label("", "quiet")
        self.day.problem_changed.connect(self._tell_day)
        self.day.understood.connect(self._say_day)
        self.confirmed = QCheckBox("This date is right")
        self.confirmed.setAccessibleName("The date of publication is right")
        self.confirmed.setAccessibleDescription(_DAYS)
        self.confirmed.clicked.connect(self._take_confirmed)
        self.why_day = label("", "amber")
        self._why_title = label("", "quiet")
        self._sure_title, self._sure_day = badge("", "green"), badge("", "amber")

    def _tell_day(self, problem: str) -> None:
        self.day_problem.setText(problem)
        self.day_problem.setVisible(bool(problem))
        self.day.setAccessibleDescription(problem or self.day_in_full.text())

    def _say_day(self, words: str) -> None:
        """Say under the date which day was understood."""
        self.day_in_full.setText(words)
        self.day_in_full.setVisible(bool(words))
        self.day.setAccessibleDescription(self.day_problem.text() or words)

    def _lay_out(self) -> None:
        self._add_row(self._grid, 0, "Title", [self.title, self._why_title], self._sure_title)
        self._add_row(
            self._grid,
            2,
            "Published",
            [_beside(self.day, self.confirmed), self.day_problem, self.day_in_full, self.why_day],
            self._sure_day,
        )

    def _add_row(self, grid: QGridLayout, at: int, field: str, widgets: list[QWidget], sure: QWidget) -> None:
        top = Qt.AlignmentFlag.AlignTop
        name = label(field)
        name.setObjectName("fieldName")
        name.setContentsMargins(0, 5 if grid is self._grid else 0, 0, 0)
        grid.addWidget(name, at, 0, top)
        column = QVBoxLayout()
        column.setSpacing(4)
        for each in widgets:
            column.addWidget(each)
        column.addStretch(1)
        grid.addLayout(column, at, 1)
        grid.addWidget(sure, at, 2, top | Qt.AlignmentFlag.AlignRight)
        grid.addWidget(rule(), at + 1, 0, 1, 3)

    def _show_rest(self) -> None:
        shown = tuple(self._rows())
        if shown == self._shown:
            return
        self._shown = shown
        rest = QWidget()
        grid = QGridLayout(rest)
        grid.setContentsMargins(14, 2, 14, 6)
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(10)
        grid.setColumnStretch(1, 1)
        for at, each in enumerate(shown):
            words: list[QWidget] = [_value(each.value, self._way_to(each))]
            if each.why:
                words.append(label(each.why, "quiet"))
            self._add_row(grid, 2 * at, each.field, words, badge(*each.sure))
        layout = self.layout()
        assert layout is not None
        layout.replaceWidget(self._rest, rest)
        self._rest.hide()
        self._rest.deleteLater()
        self._rest = rest
        self._fit_names()
        rest.show()

    def _fit_names(self) -> None:
        """The names of all fields are equally wide, at any size of text, and leave most of the width to the values."""
        width = min(theme.theme().pixels(130), max(90, self._room // 4))
        for each in self.findChildren(QLabel, "fieldName"):
            each.setFixedWidth(width)

    def fit(self, room: int) -> None:
        """Fit into so many logical pixels."""
        self._room = room
        self._fit_names()

    def _way_to(self, shown: _Shown) -> QWidget | None:
        """A button that shows the place in the report, where it has one."""
        if not shown.span.first:
            return None
        go = button("Show", "link", f"Show in the report: {shown.field}")
        go.clicked.connect(lambda: self.place_asked.emit(shown.span))
        return go

    def _rows(self) -> list[_Shown]:
        return [*self._grades(), *self._others()]

    def _grades(self) -> Iterator[_Shown]:
        proposal = self._proposal
        lost = any(each.code in (Warned.GRADES_NOT_IN_TEXT, Warned.GRADE_COUNT_DIFFERS) for each in proposal.notices)
        for field, grade, number in judgement_rows(self._inspection, proposal.forces, lost):
            if number is None or number >= len(proposal.judgements):
                yield _Shown(field, grade, ("Check", "amber"), "Enter it in the inspection’s details if the report has one.", Span())
            else:
                yield self._row(field, proposal.judgements[number], grade)

    def _others(self) -> list[_Shown]:
        proposal, inspection = self._proposal, self._inspection
        rows = [self._row("Kind", proposal.kind, inspection.kind.words if proposal.kind else "Not found")]
        named = [inspection.inspectorate or "Not found", *inspection.also_inspectorates]
        rows.append(self._row("Inspectorate", proposal.inspectorates[0] if proposal.inspectorates else None, ", ".join(named)))
        summary = plain(inspection.summary)
        short = summary if len(summary) <= _LONGEST else f"{summary[:_LONGEST].rsplit(' ', 1)[0]} …"
        rows.append(self._row("Summary", proposal.summary, short or "Not found"))
        return rows

    def _row(self, field: str, found: Found[Any] | None, value: str) -> _Shown:
        if found is None:
            return _Shown(field, value, ("Check", "amber"), "", Span())
        return _Shown(field, value, SURE[found.confidence], "" if found.confidence is Confidence.SURE else found.why, found.span)

    def _show_sure(self, chip: Any, found: Found[Any] | None, value: str) -> None:
        if found is not None and found.value == value:
            set_badge(chip, *SURE[found.confidence])
        else:
            set_badge(chip, *(("Yours", "green") if value else ("Check", "amber")))
        restyle(chip)


def _beside(*widgets: QWidget) -> QWidget:
    holder = QWidget()
    flow = FlowRow(holder, QMargins(0, 0, 0, 0), 12)
    for each in widgets:
        flow.addWidget(each)
    return holder


def _value(words: str, way: QWidget | None) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(10)
    row.addWidget(label(words), 1)
    if way is not None:
        row.addWidget(way, 0, Qt.AlignmentFlag.AlignTop)
    return holder
