"""Inspection details: the report, its summary and grades, the clock, the version, the titles as printed (inspection details)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from response_app.authoring import current_office, details, texts
from response_app.domain.changes import Changes
from response_app.domain.inspection import InspectionKind, Scale
from response_app.domain.record import Record
from response_app.domain.response import ClockApplies, DecisionKind, Marking
from response_app.domain.richtext import RichText
from response_app.interchange import is_printed

from .. import theme
from ..editors.link_bar import address_problem
from ..state import State
from ..widgets.basics import Card
from ..widgets.clock_card import ClockCard
from ..widgets.completed_box import CompletedBox
from ..widgets.form import Form, Row, SideBySide, area_row, choice_row, date_row, line_row, lines_row, radio_row, tick_row
from ..widgets.frozen import FrozenLine
from ..widgets.grades_table import GradesTable
from ..widgets.inputs import Choice
from ..widgets.logo_box import NOT_KEPT
from ..widgets.names_offer import NamesOffer
from ..widgets.text_box import TextBox
from .base import RecordPage
from .invitation_card import InvitationCard
from .office_card import OfficeCard

TWO_COLUMNS = 900
"""From this width on, in pixels at 100 %, the clock and the version stand beside the report."""
_SIDE_WIDTH = 360

_KINDS = tuple((each, each.words) for each in InspectionKind)
_APPLIES = (
    (ClockApplies.YES, "Yes, they apply"),
    (ClockApplies.NO, "No, they do not apply"),
    (ClockApplies.ELSEWHERE, "It is answered in another record"),
    (ClockApplies.UNDECIDED, "Not decided yet"),
)
_MARKINGS = (
    (None, "No marking"),
    (Marking.OFFICIAL, Marking.OFFICIAL.value),
    (Marking.OFFICIAL_SENSITIVE, Marking.OFFICIAL_SENSITIVE.value),
)
_SCALES = (
    (None, "Not known, or no grades in the report"),
    (Scale.FOUR_TIER, "Four grades, from 2015"),
    (Scale.FIVE_TIER, "Five grades with “adequate”, from 2021/22"),
)
_BEGIN = {"record.clock": "record.clock.applies", "office": "office.holder"}
"""Where the fields of a whole part begin."""
_NOT_HERE = "A record that is not on this computer"


class DetailsPage(RecordPage):
    """The form of a record's facts; each field is saved when it is left, and nothing wrong is saved.

    Signals:
        correction_requested: the record is published, and the user wants to change it.
    """

    correction_requested = Signal()

    def __init__(self, state: State, parent: QWidget | None = None) -> None:
        super().__init__(state, parent)
        self._form: Form[Record] = Form()
        self._fields: dict[str, Row] = {}
        self._shown_id = ""
        self.add_title(
            "Inspection details",
            "Everything is saved as you go. What you enter here fills the fields in your texts and the record’s first page.",
        )
        self.frozen = FrozenLine()
        self.frozen.correction_asked.connect(self.correction_requested)
        self.content.addWidget(self.frozen)
        self.names = NamesOffer()
        self.names.use_asked.connect(lambda: self._answer_offer(current_office.use_new_names))
        self.names.keep_asked.connect(lambda: self._answer_offer(current_office.keep_old_names))
        self.content.addWidget(self.names)
        self.report = self._report_card()
        self.clock = self._clock_card()
        self.invitation = InvitationCard(self._do, state.today)
        self.version = self._version_card()
        self.summary_card = Card("Summary of inspection")
        self.summary = TextBox(
            "Summary of inspection", self._save_summary, "Printed on the first page, in a few sentences.", labelled=False
        )
        self.summary.edit.place = "inspection.summary"
        self.summary_card.body.addWidget(self.summary)
        self.grades_card = self._grades_card()
        self.office = OfficeCard(self._do, lambda sha256: state.workspace.read_attached(sha256))
        self._main = (self.report, self.summary_card, self.grades_card, self.office)
        self._side = (self.clock, self.invitation, self.version)
        self._lay_out()
        self.content.addWidget(CompletedBox(state, "inspection", "I have completed the inspection details"))
        theme.theme().changed.connect(self._arrange)
        state.changed.connect(lambda changes, _: self._offer_names() if changes.setting else None)

    def enter(self) -> None:
        """Show the record, and what the office settings call otherwise by now."""
        super().enter()
        self._offer_names()

    def leave(self) -> None:
        """Save what is typed, and say where a logo could not be kept."""
        super().leave()
        if not self.office.logo.is_complete:
            self.state.told.emit(NOT_KEPT)

    def refresh(self, record: Record, changes: Changes | None) -> None:
        """Show the record; what is typed and could not be taken stays while it is the same record."""
        fresh = record.record_id != self._shown_id
        self._shown_id = record.record_id
        self._offer_records(record)
        self._form.show(record, fresh=fresh)
        self.invitation.show_record(record, fresh=fresh)
        self.office.show_record(record, fresh=fresh)
        if fresh or changes is None or changes.touches("inspection") or changes.touches("office") or changes.touches("findings"):
            self.summary.show_text(record.inspection.summary, record, fresh=fresh)
        self.grades.show_grades(record.inspection)
        self._freeze(self.frozen.show_record(record))
        self._show_clock(record)
        if changes is None or changes.touches("office") or changes.touches("record"):
            self._offer_names()

    def flush(self) -> None:
        """Save what is typed."""
        if self.state.record is None:
            return
        self._form.flush()
        self.invitation.flush()
        self.office.flush()
        self.grades.flush()
        self.summary.flush()

    def first_focus(self) -> QWidget | None:
        """Begin with the title, or with the offer of new names above it, which is to be seen first."""
        return self.title_row.control if self.names.isHidden() else self.names.use

    def show_invitation(self) -> None:
        """Go to the invitation to the chief officer."""
        first = self.invitation.rows["sent_on"].control
        first.setFocus()
        self.ensureWidgetVisible(self.invitation)
        self.ensureWidgetVisible(first)

    def show_field(self, place: str) -> None:
        """Go to the field of a place of the record, such as "record.version_label"; to the first where it has none of its own."""
        rows = self._fields | {f"office.{name}": row for name, row in self.office.rows.items()}
        row = rows.get(_BEGIN.get(place, place))
        if place == "inspection.published_on" and self._record().inspection.published_on is not None:
            row = self.confirmed
        control = row.control if row is not None else self.summary.edit if place == "inspection.summary" else None
        control = self.grades.first_focus() if place.startswith("inspection.judgements") else control
        control = self.office.logo.choose if place.startswith("office.logo") else control
        if control is not None:
            control.setFocus()
            self.ensureWidgetVisible(control)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the clock and the version beside the report where there is room."""
        super().resizeEvent(event)
        self._arrange()

    # --- Cards ------------------------------------------------------------------------------

    def _report_card(self) -> Card:
        card = Card("The report")
        self.title_row = self._of_inspection("title", area_row("Title", lines=1))
        kind = self._of_inspection("kind", choice_row("Kind of inspection", _KINDS))
        inspectorate = self._of_inspection("inspectorate", area_row("Inspectorate", lines=1))
        others = self._of_inspection("also_inspectorates", lines_row("Other inspectorates", "For joint inspections, one on each line."))
        self.published = self._of_inspection(
            "published_on", date_row("Date published", self.state.today, "Such as 14 May 2024 or 14/5/24.")
        )
        read_from = self._of_inspection("published_label", line_row("Words beside the date", "Such as “Published on”."))
        visited = self._of_inspection("visited", line_row("When inspectors visited"))
        self.confirmed = self._of_inspection("publication_confirmed", tick_row("I have checked this date against the report"))
        address = line_row("Web address of the report", "It begins with https://.", check=_address_problem)
        for each in (
            self.title_row,
            SideBySide(kind, visited),
            inspectorate,
            others,
            SideBySide(self.published, read_from),
            self.confirmed,
            self._of_inspection("address", address),
        ):
            card.body.addWidget(each)
        card.body.setSpacing(14)
        return card

    def _clock_card(self) -> ClockCard:
        card = ClockCard()
        applies = self._form.bind(
            radio_row("Do the 56 days apply?", _APPLIES),
            lambda record: record.state.clock.applies,
            lambda value: self._save_clock(applies=value),
        )
        self.elsewhere = self._form.bind(
            choice_row("The record in which it is answered", [("", "Not chosen yet")]),
            lambda record: record.state.clock.record_id,
            lambda value: self._save_clock(record_id=value),
        )
        self.reason = self._form.bind(
            area_row("Reason", "Why they apply or not, and who says so."),
            lambda record: record.state.clock.reason,
            lambda value: self._save_clock(reason=value),
        )
        self._fields["record.clock.applies"] = applies
        for each in (applies, self.elsewhere, self.reason):
            card.below.addWidget(each)
        return card

    def _version_card(self) -> Card:
        card = Card("Version and marking")
        state_row = self._of_state
        planned = self._form.bind(
            date_row("Planned publication of the response", self.state.today, "Printed on the record, and signed off with it."),
            lambda record: record.state.publication.planned_on,
            self._save_planned,
        )
        self._fields["record.publication.planned_on"] = planned
        for each in (
            SideBySide(
                state_row("version_label", line_row("Version", "Such as 0.4 or 1.0.")),
                state_row("marking", choice_row("Marking of drafts", _MARKINGS)),
                width=140,
            ),
            planned,
            state_row("embargo_until", date_row("Report under embargo until", self.state.today, "Leave empty when there is none.")),
        ):
            card.body.addWidget(each)
        card.body.setSpacing(14)
        return card

    def _grades_card(self) -> Card:
        card = Card("Grades")
        scale = self._of_inspection("scale", choice_row("Grading scale", _SCALES, "It follows the inspection programme."))
        self.grades = GradesTable()
        self.grades.edited.connect(lambda judgements: self._do(details.change_judgements, judgements))
        card.body.addWidget(scale)
        card.body.addWidget(self.grades)
        card.body.setSpacing(14)
        return card

    # --- Reading and saving -----------------------------------------------------------------

    def _of_inspection(self, name: str, row: Row) -> Row:
        self._fields[f"inspection.{name}"] = row
        return self._form.bind(
            row, lambda record: getattr(record.inspection, name), lambda value: self._do(details.change_inspection, **{name: value})
        )

    def _of_state(self, name: str, row: Row) -> Row:
        self._fields[f"record.{name}"] = row
        return self._form.bind(
            row, lambda record: getattr(record.state, name), lambda value: self._do(details.change_state, **{name: value})
        )

    def _save_clock(self, **values: Any) -> bool:
        return self._do(details.decide_clock, replace(self._record().state.clock, **values))

    def _offer_records(self, record: Record) -> None:
        """Offer the other records, by their titles; one that is named and not here stays named."""
        decision = record.state.clock
        self.elsewhere.setVisible(decision.applies is ClockApplies.ELSEWHERE)
        if decision.applies is not ClockApplies.ELSEWHERE:
            return
        others = [
            (row.record_id, row.title or "Inspection without a title yet")
            for row in self.state.list_records()
            if row.record_id != record.record_id
        ]
        if decision.record_id and decision.record_id not in dict(others):
            others.append((decision.record_id, _NOT_HERE))
        box = self.elsewhere.control
        assert isinstance(box, Choice)
        box.offer([("", "Not chosen yet"), *others])

    def _offer_names(self) -> None:
        record = self.state.record
        if record is not None and self.isVisible():
            found = self.state.workspace.ask(current_office.new_names, record, self.state.today())
            signed_off = any(each.what is DecisionKind.SIGNED_OFF for each in record.state.decisions)
            self.names.offer([each.words for each in found], signed_off=signed_off)

    def _answer_offer(self, use_case: Callable[..., Changes]) -> None:
        if self._do(use_case, self.state.today()):
            (self.first_focus() or self).setFocus()  # the button that was pressed is gone

    def _save_planned(self, day: Any) -> bool:
        return self._do(details.change_publication, replace(self._record().state.publication, planned_on=day))

    def _save_summary(self, text: RichText) -> bool:
        return self._do(texts.save_text, "inspection.summary", text)

    def _do(self, use_case: Callable[..., Changes], *args: Any, **values: Any) -> bool:
        """Run a use case on the open record, and show what follows from it."""
        changes = self.state.do(use_case, self.state.record_id, *args, initiator=self, **values)
        if changes is not None and not changes.empty:
            self.refresh(self._record(), changes)
        return changes is not None

    def _record(self) -> Record:
        record = self.state.record
        assert record is not None, "the page is shown only while a record is open"
        return record

    def _freeze(self, frozen: bool) -> None:
        """Let what is printed be read only while the record is published; the other fields go on."""
        for place, row in self._fields.items():
            row.set_read_only(frozen and is_printed(place))
        self.summary.set_read_only(frozen)
        self.grades.set_read_only(frozen)
        self.invitation.set_read_only(frozen)
        self.office.set_read_only(frozen)

    # --- Looks ------------------------------------------------------------------------------

    def _show_clock(self, record: Record) -> None:
        self.reason.remark(details.clock_remark(record.state.clock))
        self.clock.show_clock(self.state.clock(record), record.inspection.published_on)
        self.confirmed.control.setEnabled(record.inspection.published_on is not None)

    def _lay_out(self) -> None:
        # In the order of Tab, which is that of adding: the clock comes after the report in both arrangements.
        row = QHBoxLayout()
        row.setSpacing(18)
        self._left, self._right = QVBoxLayout(), QVBoxLayout()
        for each in (self._left, self._right):
            each.setSpacing(14)
        row.addLayout(self._left, 1)
        row.addLayout(self._right)
        self.content.addLayout(row)
        for card in (self.report, *self._side, *self._main[1:]):
            self._left.addWidget(card)
        self._left.addStretch(1)
        self._right.addStretch(1)
        self._two_columns = False
        self._arrange()

    def _arrange(self) -> None:
        pixels = theme.theme().pixels
        two = self.viewport().width() >= pixels(TWO_COLUMNS)
        if two != self._two_columns:
            self._two_columns = two
            for index, card in enumerate(self._side):
                (self._left if two else self._right).removeWidget(card)
                if two:
                    self._right.insertWidget(index, card)
                else:
                    self._left.insertWidget(index + 1, card)
        for card in self._side:
            card.setMinimumWidth(pixels(_SIDE_WIDTH) if two else 0)
            card.setMaximumWidth(pixels(_SIDE_WIDTH) if two else 16777215)


def _address_problem(address: str) -> str:
    if not address:
        return ""
    if address.lower().startswith("mailto:"):
        return "This is an e-mail address. Write the address of the page, beginning with https://."
    return address_problem(address)
