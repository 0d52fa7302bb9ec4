"""A list as a file: the user says where, it is written off the GUI thread (home, register of findings)."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from response_app.errors import AppError

from .tasks import run_in_background

FORMATS = {
    "csv": ("As CSV…", "CSV files (*.csv)"),
    "xlsx": ("As an Excel workbook…", "Excel workbooks (*.xlsx)"),
    "pdf": ("As an accessible PDF…", "PDF files (*.pdf)"),
}
"""What can be written: the words of the menu and of the dialog, by the ending of the file."""


class SheetExport(QObject):
    """Asks for a file and writes a list into it.

    Signals:
        told: (str) it was written, or is still being written.
        failed: (AppError) it was not; what stood there before is whole.
    """

    told = Signal(str)
    failed = Signal(object)

    def __init__(self, page: QWidget, title: str, one: str, several: str) -> None:
        """Make it for a page: title of the dialog, and what a row is called, such as "finding" and "findings"."""
        super().__init__(page)
        self._page = page
        self._title = title
        self._one, self._several = one, several
        self._write: Callable[[Path], int] | None = None

    def ask_where(self, name: str, write: Callable[[Path], int]) -> None:
        """Ask for the file to write.

        Args:
            name: the file's name with its ending, as it is offered.
            write: writes the file and returns how many rows it holds, off the GUI thread, from values that do not change any more.
        """
        ending = name.rpartition(".")[2]
        self._write = write
        dialog = QFileDialog(self._page, self._title, name, FORMATS[ending][1])
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(ending)
        dialog.fileSelected.connect(self._file_chosen)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _file_chosen(self, name: str) -> None:
        if self._write is not None:
            self.write(Path(name), self._write)

    def write(self, path: Path, write: Callable[[Path], int]) -> None:
        """Let `write` write the file; what stood there before stays whole when it cannot be written."""

        def work(_cancel: object) -> tuple[Path, int]:
            return path, write(path)

        run_in_background(work, self._done, self._failed, progress=self._tell_progress)

    def _tell_progress(self) -> None:
        self.told.emit("Writing the file…")

    def _done(self, written: tuple[Path, int]) -> None:
        path, count = written
        self.told.emit(f"{count:,} {f'{self._one} was' if count == 1 else f'{self._several} were'} written to {path}")

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, AppError):
            raise error
        self.failed.emit(error)
