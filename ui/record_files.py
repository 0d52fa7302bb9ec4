"""Records that come from files and go: new, brought in, opened from a file, deleted (where the story starts)."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog

from response_app.authoring import records
from response_app.domain.changes import Changes
from response_app.errors import AppError

if TYPE_CHECKING:
    from response_app.authoring.workspace import RecordRow

    from .places import Places


class RecordFiles:
    """What makes a record the open one, or lets it go."""

    def __init__(self, places: Places) -> None:
        self._places = places
        self._state = places.state
        self._window = places.window
        self._dialog: QFileDialog | None = None

    def new_record(self) -> None:
        """Make a blank record and open it where its author begins."""
        changes = self._state.do(records.new_record)
        if changes is not None and self._state.open(changes.record_id):
            self._window.go("details")

    def bring_in(self) -> None:
        """Ask for a record file and take it in."""
        dialog = QFileDialog(self._window, "Bring in a record", "", "Record files (*.json)")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self._file_chosen)
        dialog.open()
        self._dialog = dialog

    def _file_chosen(self, name: str) -> None:
        self.bring_in_file(Path(name))

    def bring_in_file(self, path: Path) -> None:
        """Take a record file into the store and open it."""
        from response_app.atomic_io import read_bytes

        try:
            data = read_bytes(path, 64 * 1024 * 1024)
        except AppError as error:
            self._state.failed.emit(error)
            return
        here = self._already_here(data)
        if here is not None:
            title = here.title or "Inspection without a title yet"
            words = f"“{title}” is in the list already. Nothing was changed."
            self._window.banner.tell(words, "warning", "Open it", lambda: self._places.open_record(here.record_id))
            return
        changes: Changes | None = self._state.do(records.bring_in, data)
        if changes is not None:
            self._places.open_record(changes.record_id)

    def open_file(self, path: Path) -> None:
        """Open the record that a file holds: the one in the store where it is there already."""
        try:
            here = self._already_here(path.read_bytes())
        except OSError:
            here = None  # bringing it in says what is wrong
        if here is not None:
            self._places.open_record(here.record_id)
        else:
            self.bring_in_file(path)

    def _already_here(self, data: bytes) -> RecordRow | None:
        """Return the record of the list that a record file holds too; None where it is new, or no record file."""
        from response_app.interchange import read_record

        try:
            record_id = read_record(data).record.record_id
        except AppError:
            return None  # bringing it in says what is wrong
        return next((row for row in self._state.list_records() if record_id and row.record_id == record_id), None)

    def delete_record(self) -> None:
        """Delete the open record, with an undo on offer."""
        record_id = self._state.record_id
        if self._state.open("") and self._state.do(records.delete_record, record_id):
            self._window.go("home")
            self._places.offer_undo("The record was deleted.")
