"""Preview and export from the window: the record as a PDF, made off the GUI thread (record out)."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from response_app.authoring import office_rules
from response_app.domain.record import Record
from response_app.errors import AppError

from .messages import Banner
from .state import State
from .tasks import run_in_background

if TYPE_CHECKING:
    from response_app.record.pdf.preview import Preview

    from .widgets.page_pictures import PagedPdf


class Exporter(QObject):
    """Makes PDFs of the open record: frozen here, drawn in the background."""

    def __init__(self, window: QWidget, state: State, banner: Banner) -> None:
        super().__init__(window)
        self.window_ = window
        self.state = state
        self.banner = banner
        self._dialog: QFileDialog | None = None
        self._draft = True
        self._forget()
        state.record_opened.connect(self._forget)

    def pages_of_open_record(self, draft: bool = True) -> Callable[[], PagedPdf]:
        """Return work that lays out the record as it now is; it touches nothing of the window."""
        self.state.about_to_act.emit()
        record = self.state.record or Record()
        today, preview, read = self.state.today(), self._preview, self.state.workspace.read_attached

        def work() -> PagedPdf:
            from response_app.authoring.logo import printed_logo
            from response_app.record import build_document

            return preview().pages(build_document(record, draft=draft, today=today, logo=printed_logo(record, read)))

        return work

    def _forget(self) -> None:
        """Another record is open: keep nothing of the one before; the preview is made when pages are first asked for."""
        self._preview = cache(_new_preview)

    def ask_where(self, draft: bool = True) -> None:
        """Ask for the file to write; the final is offered when the page shows it."""
        self.state.about_to_act.emit()
        record = self.state.record
        if record is None:
            return
        dialog = QFileDialog(self.window_, "Export as PDF", file_name(record, draft), "PDF files (*.pdf)")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("pdf")
        dialog.fileSelected.connect(self._file_chosen)
        dialog.open()
        self._dialog, self._draft = dialog, draft

    def _file_chosen(self, name: str) -> None:
        self.export(Path(name), self._draft)

    def export(self, path: Path, draft: bool) -> None:
        """Write the PDF to `path`; what stood there before stays whole when it cannot be written."""
        record, today = self.state.record, self.state.today()
        if record is None:
            return
        read, off = self.state.workspace.read_attached, self.state.workspace.ask(office_rules.rules_off)

        def work(_cancel: object) -> tuple[Path, bool]:
            from response_app.authoring.logo import printed_logo
            from response_app.authoring.publish import Outputs, export

            logo = printed_logo(record, read)
            export(record, outputs=Outputs(pdf=path), draft=draft, today=today, logo=logo, off=off)
            return path, logo is None and record.office.logo is not None

        run_in_background(work, self._done, self._failed, lambda: None)

    def _done(self, written: tuple[Path, bool]) -> None:
        path, without_logo = written
        more = ". The logo is not on this computer, so it was left out; choose it again in the inspection details." if without_logo else ""
        self.banner.tell(f"The PDF was written: {path}{more}")

    def _failed(self, error: BaseException) -> None:
        if not isinstance(error, AppError):
            raise error
        self.banner.tell_error(error)

    def close(self) -> None:
        """Nothing is left to end: what runs in the background is told by its own dispatcher."""


def _new_preview() -> Preview:
    from response_app.record import new_preview

    return new_preview()


def file_name(record: Record, draft: bool) -> str:
    """Return a file name without spaces: force, what it is, version."""
    force = "-".join("".join(char if char.isalnum() else " " for char in record.office.force).lower().split())
    version = record.state.version_label.replace(" ", "-") or "0"
    parts = [force, "response", f"v{version}", "draft" if draft else ""]
    return "-".join(part for part in parts if part) + ".pdf"
