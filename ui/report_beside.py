"""The report that a record was made from, open beside whatever page one writes on (guided sections, answers)."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from response_app.intake.report import Report

from . import theme
from .kept_report import kept_report
from .state import State
from .widgets.basics import button, label
from .widgets.report_view import ReportView

WIDTH = 430
ROOM = 1200
"""Width of the window in logical pixels below which the report takes the place of the page."""


class ReportBeside(QFrame):
    """The kept report, with a way to put it away.

    Signals:
        closed: the user wants the whole width for the page again.
    """

    closed = Signal()

    def __init__(self, state: State, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.state = state
        self._kept = kept_report(state)
        self._shown: Report | None = None
        self.view = ReportView(may_add=False)
        self.title = label("", "card-title")
        self.told = label("", "quiet")
        self.close_button = button("Close the report")
        self.close_button.clicked.connect(self.close_report)
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self.title, 1)
        head.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 16, 16, 16)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.told)
        column.addWidget(self.view, 1)
        self.setAccessibleName("The report beside the page")
        self.hide()
        state.record_opened.connect(self._forget)
        self._kept.changed.connect(self._show)

    def open_report(self) -> None:
        """Show the report of the open record; when none is kept, the user is told."""
        if self.isVisible():
            self.close_button.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self._kept.need()
        if self._kept.source is None:
            self.state.told.emit(self._kept.told)
            return
        self.title.setText(self._kept.source.name)
        self.show()
        self.close_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show()

    def close_report(self) -> None:
        """Put the report away."""
        self._forget()

    def fit(self, window_width: int) -> bool:
        """Take a share of the window's width; return whether the page has room beside it."""
        beside = window_width >= theme.theme().pixels(ROOM)
        if beside:
            self.setFixedWidth(theme.theme().pixels(WIDTH))
        else:
            self.setMinimumWidth(0)
            self.setMaximumWidth(16777215)
        layout = self.layout()
        assert layout is not None
        layout.setContentsMargins(0 if beside else 16, 16, 16, 16)
        return beside

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Put the report away with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_report()
        else:
            super().keyPressEvent(event)

    def _show(self) -> None:
        if self.isHidden():
            return
        report, source = self._kept.report, self._kept.source
        self._tell(self._kept.told)
        if report is not None and source is not None and report is not self._shown:
            self._shown = report
            self.view.show_report(report.reading, source.data)
            record = self.state.record
            self.view.show_marks(self._kept.marks(record) if record is not None else (), "")

    def _tell(self, words: str) -> None:
        self.told.setText(words)
        self.told.setVisible(bool(words))
        self.view.setVisible(not words)

    def _forget(self) -> None:
        self._shown = None
        if not self.isHidden():
            self.hide()
            self.view.close_report()
            self.closed.emit()
