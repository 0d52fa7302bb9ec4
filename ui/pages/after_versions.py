"""The versions that corrections have followed: each can be written as the PDF that was published (after publication)."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from response_app.authoring.earlier_versions import earlier_pdf, earlier_versions
from response_app.domain.dates import in_words
from response_app.domain.record import Record
from response_app.domain.response import Decision
from response_app.errors import AppError

from ..export import file_name
from ..messages import announce
from ..state import State
from ..tasks import Cancel, Task, run_in_background
from ..widgets.basics import Card, button, label


class EarlierVersionsCard(Card):
    """A line for each version, the newest first; hidden where there is none.

    Signals:
        told: (str) a PDF was written.
        failed: (AppError) it could not be.
    """

    told = Signal(str)
    failed = Signal(object)

    def __init__(self, state: State) -> None:
        super().__init__("Earlier versions")
        self._state = state
        self._inner: QWidget | None = None
        self._task: Task | None = None
        self._dialog: QFileDialog | None = None
        self.hide()

    def show_record(self, record: Record) -> None:
        """Show the versions of a record."""
        if self._inner is not None:
            self._inner.hide()
            self.body.removeWidget(self._inner)
            self._inner.deleteLater()
        self._inner = QWidget()
        column = QVBoxLayout(self._inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        signed = earlier_versions(record)
        for each in signed:
            column.addLayout(self._line(record, each))
        self.body.addWidget(self._inner)
        self._inner.show()
        self.setHidden(not signed)

    def _line(self, record: Record, signed: Decision) -> QHBoxLayout:
        on = f", signed off {in_words(signed.on)}" if signed.on else ""
        save = button("Save as PDF…", name=f"Save version {signed.version_label} as PDF…")
        save.clicked.connect(lambda: self._ask_where(record, signed))
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(label(f"Version {signed.version_label}{on}"), 1)
        row.addWidget(save)
        return row

    def _ask_where(self, record: Record, signed: Decision) -> None:
        usual = file_name(record, draft=False).replace(f"-v{record.state.version_label}", f"-v{signed.version_label}")
        dialog = QFileDialog(self.window(), f"Save version {signed.version_label} as PDF", usual, "PDF files (*.pdf)")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("pdf")
        dialog.fileSelected.connect(lambda name: self.write_version(signed, Path(name)))
        dialog.open()
        self._dialog = dialog

    def write_version(self, signed: Decision, path: Path) -> None:
        """Write the PDF of a version to `path`, in the background."""
        if self._task is not None:
            return
        read = self._state.workspace.read_attached

        def work(cancel: Cancel) -> str:
            from response_app.atomic_io import write_bytes

            data = earlier_pdf(signed, read)
            cancel.check()
            write_bytes(path, data)
            return f"Version {signed.version_label} was written: {path}"

        self._task = run_in_background(work, self._written, self._not_written, self._ended, owner=self)

    def _written(self, words: str) -> None:
        self._ended()
        self.told.emit(words)
        announce(self, words)

    def _not_written(self, error: Exception) -> None:
        self._ended()
        if not isinstance(error, AppError):
            raise error
        self.failed.emit(error)

    def _ended(self) -> None:
        self._task = None
