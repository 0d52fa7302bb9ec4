"""The register as a file for a spreadsheet: asked for by the user, written off the GUI thread (register of findings)."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from response_app.authoring.register import write_register
from response_app.domain.register import Entry
from response_app.errors import AppError

from .state import State
from .tasks import run_in_background

FORMATS = {".csv": ("As CSV…", "CSV files (*.csv)"), ".xlsx": ("As an Excel workbook…", "Excel workbooks (*.xlsx)")}
"""What can be written: the words of the menu and of the dialog, by the ending of the file."""


class RegisterExport(QObject):
    """Asks for a file and writes what the page shows into it."""

    def __init__(self, page: QWidget, state: State, shown: Callable[[], tuple[Entry, ...]]) -> None:
        """Make it for a page; `shown` gives the rows as they are filtered and sorted."""
        super().__init__(page)
        self._page = page
        self._state = state
        self._shown = shown

    def ask_where(self, ending: str) -> None:
        """Ask for the file to write, .csv or .xlsx."""
        name = f"register-of-findings-{self._state.today().isoformat()}{ending}"
        dialog = QFileDialog(self._page, "Export the register of findings", name, FORMATS[ending][1])
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(ending.removeprefix("."))
        dialog.fileSelected.connect(self._file_chosen)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _file_chosen(self, name: str) -> None:
        self.export(Path(name))

    def export(self, path: Path) -> None:
        """Write the rows that are shown now; what stood there before stays whole when they cannot be written."""
        rows, today = self._shown(), self._state.today()

        def work(_cancel: object) -> tuple[Path, int]:
            write_register(path, rows, today)
            return path, len(rows)

        run_in_background(work, self._done, self._failed, progress=self._tell_progress)

    def _tell_progress(self) -> None:
        self._state.told.emit("The register is being written…")

    def _done(self, written: tuple[Path, int]) -> None:
        path, count = written
        self._state.told.emit(f"{count:,} {'finding was' if count == 1 else 'findings were'} written to {path}")

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, AppError):
            raise error
        self._state.failed.emit(error)
