"""The page of the source report that a finding stands on, beside the section that is being written (guided sections)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ..state import State
from .basics import label

if TYPE_CHECKING:
    from response_app.intake.report import Report

    from ..kept_report import KeptReport
    from .report_view import ReportView

_NOT_FOUND = "This finding is not found in the report. Turn the pages, or look under “As text”."


class ReportTab(QWidget):
    """The kept report with the places of the record's findings marked; it is read when the tab first comes forward."""

    def __init__(self, state: State, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = state
        self._kept: KeptReport | None = None
        self._shown: Report | None = None
        self._view: ReportView | None = None
        self._finding = ""
        self.told = label("", "quiet")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.told.setContentsMargins(14, 12, 14, 12)
        self._column.addWidget(self.told)
        self._rest = QWidget()
        self._column.addWidget(self._rest, 1)

    def enter(self) -> None:
        """Come forward: read the report, where that has not been done."""
        if self._kept is None:
            from ..kept_report import kept_report  # what reads reports is no part of showing a section

            self._kept = kept_report(self._state)
            self._kept.changed.connect(self._show)
        self._kept.need()
        self._show()

    def show_finding(self, finding_id: str) -> None:
        """Show where a finding stands, now or as soon as the report is read."""
        self._finding = finding_id
        if self._view is not None and self.isVisible():
            self._turn()

    def _show(self) -> None:
        if self._kept is None or not self.isVisible():
            return
        report, source = self._kept.report, self._kept.source
        if report is not None and source is not None and report is not self._shown:
            self._make_view().show_report(report.reading, source.data)
            self._shown = report
        elif report is None and self._shown is not None and self._view is not None:
            self._view.close_report()
            self._shown = None
        if self._view is not None:
            self._view.setVisible(report is not None)
            self._rest.setVisible(report is None)
        self._turn()

    def _make_view(self) -> ReportView:
        if self._view is None:
            from .report_view import ReportView

            self._view = ReportView(may_add=False)
            self._view.setProperty("card", "none")
            self._column.insertWidget(1, self._view, 1)
        return self._view

    def _turn(self) -> None:
        """Mark the findings, and bring the chosen one into view."""
        record, kept = self._state.record, self._kept
        if record is None or kept is None:
            return
        told = kept.told
        if self._view is not None and kept.report is not None:
            marks = kept.marks(record)
            self._view.show_marks(marks, self._finding)
            own = [each for each in marks if each.row_id == self._finding and not each.evidence]
            if own:
                page = next((each.page for each in kept.report.reading.lines if each.number == own[0].first), 0)
                self._view.turn_to(page, own[0].first, own[0].last)
            elif self._finding:
                told = _NOT_FOUND
        self.told.setText(told)
        self.told.setVisible(bool(told))
