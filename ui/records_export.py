"""Writes the list of records to a file for spreadsheets, off the GUI thread (Home)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from response_app.errors import AppError

from .models.record_sheet import records_sheet
from .tasks import run_in_background

if TYPE_CHECKING:
    from response_app.authoring.workspace import RecordRow

_KINDS = {"csv": "CSV files (*.csv)", "xlsx": "Excel workbooks (*.xlsx)"}


class RecordsExport(QObject):
    """Asks where, and writes the records that are shown, in their order.

    Signals:
        told: (str) it was written.
        failed: (AppError) it was not; what stood there before is whole.
    """

    told = Signal(str)
    failed = Signal(object)

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self._page = page
        self._rows: Sequence[RecordRow] = ()
        self._today = date.min
        self._signs_off = ""

    def ask_where(self, ending: str, rows: Sequence[RecordRow], today: date, signs_off: str) -> None:
        """Ask for the file to write.

        Args:
            ending: "csv" or "xlsx".
            rows: the records, in order.
            today: the day it is.
            signs_off: the body in a sentence, such as "Commissioner".
        """
        self._rows, self._today, self._signs_off = rows, today, signs_off
        dialog = QFileDialog(self._page, "Export the records", f"responses-to-inspections-{today:%Y-%m-%d}.{ending}", _KINDS[ending])
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(ending)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self._chosen)
        dialog.open()

    def _chosen(self, name: str) -> None:
        self.write(Path(name))

    def write(self, path: Path) -> None:
        """Write the records that were asked for last."""
        rows, today, signs_off = self._rows, self._today, self._signs_off

        def work(_cancel: object) -> str:
            from response_app.record.sheets import write_sheet

            write_sheet(path, records_sheet(rows, today, signs_off))
            return f"{len(rows):,} {'record was' if len(rows) == 1 else 'records were'} written: {path}"

        run_in_background(work, self.told.emit, self._failed, owner=self)

    def _failed(self, error: BaseException) -> None:
        if not isinstance(error, AppError):
            raise error
        self.failed.emit(error)
