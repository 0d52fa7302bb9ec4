"""A report that was read: the user confirms what was found, and only then is it saved (report in)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from response_app.authoring import office, report_in
from response_app.authoring.report_in import KnownConcern
from response_app.domain.inspection import Inspection
from response_app.errors import AppError
from response_app.intake import triage as steps
from response_app.intake.columns import Column
from response_app.intake.lines import Form
from response_app.intake.proposal import Proposal, Span
from response_app.intake.report import Report
from response_app.intake.triage import Triage

from .. import theme
from ..messages import Banner
from ..models.triage_model import TriageModel
from ..models.triage_steps import TriageSteps
from ..models.triage_words import count_line
from ..state import State
from ..widgets.basics import Page, button, label
from ..widgets.finding_triage_form import lacks_reason
from ..widgets.found_card import FoundCard
from ..widgets.halves import Halves
from ..widgets.marked import marked
from ..widgets.report_view import ReportView
from ..widgets.triage_list import can_be_split
from .finding_tools import FindingTools

_NARROW = 620
_REPORT, _FOUND = 0, 1


@dataclass(frozen=True, slots=True)
class ReadReport:
    """A report as it came and as it was read.

    Attributes:
        report: what the reader gave.
        data: the file.
        seconds: how long reading took.
        into: the record that its findings are to go into, "" for a new one.
    """

    report: Report
    data: bytes
    seconds: float
    into: str = ""


class ReportPage(Page):
    """Confirms what was found in one report.

    Signals:
        made: (Changes, file name) a record was made, or findings were added to one.
        open_requested: (str) the user wants the record with this id in place of the report.
        closed: the user gave the report up.
        history_changed: what can be undone on the page is new.
    """

    made = Signal(object, str)
    open_requested = Signal(str)
    closed = Signal()
    history_changed = Signal()

    def __init__(self, state: State, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.state = state
        self.read: ReadReport | None = None
        self.history = TriageSteps(self)
        self.model = TriageModel(self)
        self.view = ReportView()
        self.found = FoundCard(self.model, state.today)
        self.banner = Banner()
        self.tools = FindingTools(self.history, self.found, self)
        self.halves = Halves("Report and record", ("Report", self.view), ("In the record", self.found))
        self._proposal = Proposal()
        self._concerns: tuple[KnownConcern, ...] = ()
        self._lay_out()
        self._connect()

    # --- What is shown ------------------------------------------------------------------------

    def show_report(self, read: ReadReport) -> None:
        """Show what was read, and propose what goes into the record."""
        self.read = read
        self._proposal = read.report.proposal
        into = bool(read.into)
        self.title.setText(
            "Add findings from a report: confirm what was found" if into else "New record from a report: confirm what was found"
        )
        self.make.setText("Add to the record" if into else "Make the record")
        self.make.setAccessibleName(self.make.text())
        reading = read.report.reading
        size = f"{reading.pages:,} {'page' if reading.pages == 1 else 'pages'}" if reading.pages else f"{len(reading.lines):,} lines"
        self.lead.setText(f"{read.report.file.name} · {size} read in {read.seconds:.1f} s · nothing is saved until you confirm")
        self._warn_of_same(read)
        self.found.show_panel(None)
        self.found.set_full(False)
        self.view.show_report(reading, read.data)
        self.tools.reading = reading
        self._begin(self._proposal)
        if reading.form in (Form.CSV, Form.XLSX):
            self._ask_for_columns()

    def _warn_of_same(self, read: ReadReport) -> None:
        """Say where these very bytes were read before; it stops nothing."""
        self.banner.hide()
        try:
            found = self.state.workspace.ask(report_in.record_of_same_report, read.data)
        except AppError:
            return  # the store says so when something is saved
        if found is None:
            return
        record_id, title = found
        if record_id == read.into:
            self.banner.tell("This record has findings from this very file already. Take only what is missing.", "warning")
            return
        named = f"The record “{title}”" if title.strip() else "A record without a title"
        words = f"{named} was made from this very file. You can open it, or go on and make another."
        self.banner.tell(words, "warning", "Open that record", lambda: self._open_instead(record_id))

    def _open_instead(self, record_id: str) -> None:
        self.close_report()
        self.open_requested.emit(record_id)

    def _begin(self, proposal: Proposal) -> None:
        self._proposal = proposal
        force = self.state.workspace.ask(office.office_titles).force
        begun = steps.begin(proposal, force)
        try:
            self._concerns = self.state.workspace.ask(report_in.known_concerns, [row.finding for row in begun.rows])
        except AppError:
            self._concerns = ()  # the store says so when something is saved
        self.history.begin(begun)
        if begun.rows:
            self.found.select([begun.rows[0].id])
        self.found.scroll_to_top()

    def close_report(self) -> None:
        """Let go of the report; nothing was saved."""
        self.read = None
        self.view.close_report()
        self.history.begin(Triage())

    @property
    def is_busy(self) -> bool:
        """Whether a report waits to be confirmed."""
        return self.read is not None

    def first_focus(self) -> QWidget | None:
        """The first field, or what is asked before there are findings."""
        return self.found.columns.first_focus() if self.found.panel is self.found.columns else self.found.fields.title

    def _show(self) -> None:
        """Show the table as it now stands."""
        now = self.history.triage
        ids, current = self.found.selected_ids(), self.found.current_id()
        self.model.show(now)
        self.found.refit()
        self.found.fields.show_inspection(now.inspection, self._proposal)
        self.found.count.setText(count_line(now, self._proposal))
        self.found.notices.show_notices(self._proposal.notices)
        here = {row.id: row for row in now.rows}
        self.found.restated.show_findings([each for each in self._proposal.restated if each.finding.id not in here])
        asked = [(each, here[each.finding_id].finding.heading) for each in self._concerns if each.finding_id in here]
        self.found.concerns.show_concerns(asked)
        left = [each for each in ids if each in here]
        if left != self.found.selected_ids() or (current in here and current != self.found.current_id()):
            self.found.select(left, current if current in here else "")
        self._show_selected()
        self.history_changed.emit()

    def _show_selected(self) -> None:
        """Show where the current finding stands, and its fields where they are open."""
        self._mark()
        rows = self.tools.selected()
        for key, tool in self.found.tools.items():
            tool.setEnabled(bool(rows) or key == "add")
        self.found.tools["join"].setEnabled(len(rows) > 1)
        self.found.tools["split"].setEnabled(len(rows) == 1 and can_be_split(rows[0]))
        if self.found.panel is self.found.form:
            written = self.found.form.asks_reason_alone and not any(map(lacks_reason, rows))
            if rows and not written:
                self.found.form.show_rows(rows)
            else:
                self.found.show_panel(None)

    def _mark(self) -> None:
        self.view.show_marks(marked(self.history.triage.rows), self.found.current_id())

    # --- Going between report and findings ----------------------------------------------------

    def _follow(self, row_id: str) -> None:
        """Another finding is the current one: turn to its place."""
        if self.found.panel is self.found.form:
            self.found.form.flush()
        elif self.found.panel is self.found.split:
            self.found.show_panel(None)
        self._show_selected()
        row = next((each for each in self.history.triage.rows if each.id == row_id), None)
        if row is not None and row.proposed.span.first:
            span = row.proposed.span
            self.view.turn_to(span.page, span.first, span.last)

    def _go_to_finding(self, row_id: str) -> None:
        self.found.select([row_id])
        if not self.halves.is_folded:
            self.found.findings_view().setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_place(self, place: str) -> None:
        self.found.set_full(False)
        self.halves.bring_forward(_REPORT)
        self.view.turn_to_place(place)

    def _show_span(self, span: Span) -> None:
        self.halves.bring_forward(_REPORT)
        self.view.turn_to(span.page, span.first, span.last)

    # --- What the user answers ----------------------------------------------------------------

    def _answer_concern(self, concern: KnownConcern, same: bool) -> None:
        self._concerns = tuple(each for each in self._concerns if each is not concern)
        if same:
            self.history.take("take for the same concern", steps.take_for_same(self.history.triage, concern.finding_id, concern.same_as))
        self._show()

    def _take_inspection(self, name: str, inspection: Inspection) -> None:
        self.history.take(name, replace(self.history.triage, inspection=inspection))

    # --- Tables of findings -------------------------------------------------------------------

    def _ask_for_columns(self) -> None:
        from response_app.intake.table_lines import table_of

        assert self.read is not None
        table = table_of(self.read.report.reading)
        if table is not None:
            self._begin(replace(self._proposal, findings=(), restated=()))
            self.found.columns.show_columns(table.columns, table.mapping)
            self.found.show_panel(self.found.columns)

    def _read_columns(self, mapping: Mapping[Column, int]) -> None:
        from response_app.intake import table_findings
        from response_app.intake.table_lines import table_of

        assert self.read is not None
        table = table_of(self.read.report.reading)
        if table is None:
            return
        day = self.history.triage.inspection.published_on
        try:
            found = table_findings.findings(table, mapping, day)
        except AppError as error:
            self.banner.tell_error(error)
            return
        inspection = self.history.triage.inspection
        self.found.show_panel(None)
        self._begin(replace(self._proposal, findings=found))
        self._take_inspection("change title", inspection)

    # --- Saving -------------------------------------------------------------------------------

    def confirm(self) -> None:
        """Save what was confirmed, as one step."""
        if self.read is None:
            return
        self.found.fields.flush()
        if self.found.panel is self.found.form:
            self.found.form.flush()
        source = report_in.SourceFile(self.read.report.file.name, self.read.data)
        if self.read.into:
            changes = self.state.do(report_in.add_to_record, self.read.into, self.history.triage, source)
        else:
            changes = self.state.do(report_in.make_record, self.history.triage, source)
        if changes is not None:
            self.close_report()
            self.made.emit(changes, source.name)

    def give_up(self) -> None:
        """Save nothing."""
        self.close_report()
        self.closed.emit()

    # --- Looks --------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self.title, self.lead = label("", "h1"), label("", "lead")
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(self.title)
        words.addWidget(self.lead)
        self.cancel, self.make = button("Cancel"), button("Make the record", "primary")
        buttons = QHBoxLayout()
        buttons.setSpacing(12)
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.make)
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._head.setSpacing(12)
        self._head.addLayout(words, 1)
        self._head.addLayout(buttons)
        self._buttons = buttons
        self.content.addLayout(self._head)
        self.content.addWidget(self.banner)
        self.content.addWidget(self.halves, 1)

    def _connect(self) -> None:
        found = self.found
        self.cancel.clicked.connect(self.give_up)
        self.make.clicked.connect(self.confirm)
        self.history.changed.connect(self._show)
        self.model.taken_asked.connect(self.tools.take_one)
        self.view.add_asked.connect(self.tools.add_chosen)
        self.view.evidence_asked.connect(self.tools.add_evidence)
        self.view.place_clicked.connect(self._go_to_finding)
        found.chosen.connect(self._follow)
        found.full_changed.connect(self.halves.show_second_alone)
        found.list.selectionModel().selectionChanged.connect(self._show_selected)
        found.table.selectionModel().selectionChanged.connect(self._show_selected)
        found.fields.changed.connect(self._take_inspection)
        found.fields.place_asked.connect(self._show_span)
        found.notices.place_asked.connect(self._show_place)
        found.concerns.answered.connect(self._answer_concern)
        found.columns.confirmed.connect(self._read_columns)
        theme.theme().changed.connect(self._fit)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the halves beside each other, or under tabs where there is no room."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        margins = self.content.contentsMargins()
        self.halves.fit(self.viewport().width() - margins.left() - margins.right())
        narrow = self.width() < theme.theme().pixels(_NARROW)
        self._head.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)
        self._head.setAlignment(self._buttons, Qt.AlignmentFlag.AlignLeft if narrow else Qt.AlignmentFlag(0))
