"""The report that a record was made from, open beside whatever page one writes on (guided sections, answers)."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from response_app.authoring import report_in
from response_app.authoring.report_in import SourceFile
from response_app.errors import AppError
from response_app.intake.report import Report

from . import theme
from .state import State
from .tasks import Cancel, Task, run_in_background
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
        self._task: Task | None = None
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

    def open_report(self) -> None:
        """Show the report of the open record; when none is kept, the user is told."""
        if self.isVisible():
            self.close_button.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        try:
            source = self.state.workspace.ask(report_in.source_report, self.state.record_id)
        except AppError as error:
            self.state.failed.emit(error)
            return
        if source is None:
            self.state.told.emit("No report is kept with this record. Bring one in with “Add findings from a report…” in the menu Record.")
            return
        self.title.setText(source.name)
        self._tell("Reading the report…")
        self.show()
        self.close_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self._read(source)

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

    def _read(self, source: SourceFile) -> None:
        def work(cancel: Cancel) -> Report:
            from response_app.intake import child

            return child.read(source.data, source.name, cancelled=lambda: cancel.asked)

        def done(report: Report) -> None:
            self._task = None
            self._tell("")
            self.view.show_report(report.reading, source.data)

        def failed(error: Exception) -> None:
            self._task = None
            if not isinstance(error, AppError):
                raise error
            self._tell(str(error))

        self._task = run_in_background(work, done, failed, owner=self)

    def _tell(self, words: str) -> None:
        self.told.setText(words)
        self.told.setVisible(bool(words))
        self.view.setVisible(not words)

    def _forget(self) -> None:
        if self._task is not None:
            self._task.cancel()
            self._task = None
        if self.isVisible():
            self.hide()
            self.view.close_report()
            self.closed.emit()
