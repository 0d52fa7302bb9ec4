"""The report that the open record was made from, read once for all who show it (guided sections, answers)."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from response_app.authoring import report_in
from response_app.authoring.report_in import SourceFile
from response_app.domain.changes import Changes
from response_app.domain.finding import Finding
from response_app.domain.record import Record
from response_app.errors import AppError
from response_app.intake.proposal import ProposedFinding
from response_app.intake.report import Report

from .state import State
from .tasks import Cancel, Task, run_in_background
from .widgets.marked import Marked

NONE_KEPT = "No report is kept with this record. Bring one in with “Add findings from a report…” in the menu Record."
_ALIKE = 85
"""How alike, of 100, a finding of the record and one of the report are, to be the same."""


class KeptReport(QObject):
    """The report of the open record; it is read when it is first needed, and let go with the record.

    Signals:
        changed: there is something new to show.

    Attributes:
        source: the file, None where none is kept or it has not been asked for yet.
        report: what was read of it, None until then.
        told: why there is nothing to show yet, in words; "" where there is.
    """

    changed = Signal()

    def __init__(self, state: State) -> None:
        super().__init__(state)
        self._state = state
        self._task: Task | None = None
        self._marks: tuple[Record, tuple[Marked, ...]] | None = None
        self.source: SourceFile | None = None
        self.report: Report | None = None
        self.told = ""
        state.record_opened.connect(self._forget)
        state.changed.connect(self._follow)

    def need(self) -> None:
        """Read the report, if that has not been done; `changed` tells when it is there, or that it cannot be."""
        if self.source is not None or self._task is not None:
            return
        try:
            self.source = self._state.workspace.ask(report_in.source_report, self._state.record_id)
        except AppError as error:
            self.told = str(error)
            self.changed.emit()
            return
        if self.source is None:
            self.told = NONE_KEPT
        else:
            self.told = "Reading the report…"
            self._read(self.source)
        self.changed.emit()

    def marks(self, record: Record) -> tuple[Marked, ...]:
        """Return where the findings of a record stand in the report, those that are found there."""
        if self.report is None:
            return ()
        if self._marks is None or self._marks[0].findings is not record.findings:
            proposed = (*self.report.proposal.findings, *self.report.proposal.restated)
            self._marks = record, tuple(mark for each in record.findings for mark in _stretches(each, proposed))
        return self._marks[1]

    def _read(self, source: SourceFile) -> None:
        def work(cancel: Cancel) -> Report:
            from response_app.intake import child

            return child.read(source.data, source.name, cancelled=lambda: cancel.asked)

        def done(report: Report) -> None:
            self._task = None
            self.report, self.told = report, ""
            self.changed.emit()

        def failed(error: Exception) -> None:
            self._task = None
            if not isinstance(error, AppError):
                raise error
            self.told = str(error)
            self.changed.emit()

        self._task = run_in_background(work, done, failed, owner=self)

    def _follow(self, changes: Changes) -> None:
        if changes.touches("record.attachments"):
            self._forget()

    def _forget(self) -> None:
        if self._task is not None:
            self._task.cancel()
        had = self.source is not None or bool(self.told)
        self._task = self.source = self.report = self._marks = None
        self.told = ""
        if had:
            self.changed.emit()


def kept_report(state: State) -> KeptReport:
    """Return the one of this window's state, made when it is first asked for."""
    return state.findChild(KeptReport) or KeptReport(state)


def _stretches(finding: Finding, proposed: tuple[ProposedFinding, ...]) -> tuple[Marked, ...]:
    from rapidfuzz.fuzz import ratio

    if not finding.heading or not proposed:
        return ()
    same = next((each for each in proposed if each.finding.heading == finding.heading), None)
    nearest = same or max(proposed, key=lambda each: ratio(each.finding.heading, finding.heading))
    if same is None and ratio(nearest.finding.heading, finding.heading) < _ALIKE:
        return ()
    spans = [(nearest.evidence_span, True), (nearest.span, False)]
    return tuple(Marked(finding.id, span.first, span.last, evidence) for span, evidence in spans if span is not None and span.first)
