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

_LARGEST = 64 * 1024 * 1024
"""Bytes; the limit of the record file."""
_MOST_SAID = 3
"""Of so many files that were refused the reasons are said."""


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
        """Ask for record files and take them in."""
        dialog = QFileDialog(self._window, "Bring in a record", "", "Record files (*.json);;All files (*)")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.filesSelected.connect(self._files_chosen)
        dialog.open()
        self._dialog = dialog

    def _files_chosen(self, names: list[str]) -> None:
        self.take([Path(each) for each in names])

    def take(self, paths: list[Path]) -> None:
        """Take record files into the store, a single one to be opened; each that is refused says why and stops none of the others."""
        if len(paths) == 1:
            self.bring_in_file(paths[0])
        elif paths:
            self._window.go("home")
            words, all_came = self.take_several(paths)
            self._window.banner.tell(words, "info" if all_came else "warning")

    def take_several(self, paths: list[Path]) -> tuple[str, bool]:
        """Take several record files into the store; return in words what became of them, and whether all came in."""
        came, refused = 0, []
        for path in paths:
            problems: list[AppError] = []
            self._state.failed.connect(problems.append)
            done = self._take(path)
            self._state.failed.disconnect(problems.append)
            came += done is not None
            if done is None:
                why = str(problems[0]) if problems else "Its record is in the list already. Nothing was changed."
                refused.append(f"“{path.name}”: {why}")
        number = f"{came} of {len(paths)} records were" if refused else "1 record was" if came == 1 else f"{came} records were"
        rest = [f"and {len(refused) - _MOST_SAID} more"] if len(refused) > _MOST_SAID else []
        return " ".join([f"{number} brought in.", *refused[:_MOST_SAID], *rest]), not refused

    def bring_in_file(self, path: Path) -> None:
        """Take a record file into the store and open it; where its record is there already, offer to open that."""
        changes = self._take(path, offers=True)
        if changes is not None:
            self._places.open_record(changes.record_id)

    def _take(self, path: Path, *, offers: bool = False) -> Changes | None:
        """Take a record file into the store; None where it was refused, or its record is there already."""
        from response_app.atomic_io import read_bytes

        try:
            data = read_bytes(path, _LARGEST)
        except AppError as error:
            self._state.failed.emit(error)
            return None
        here = self._already_here(data)
        if here is None:
            return self._state.do(records.bring_in, data)
        if offers:
            title = here.title or "Inspection without a title yet"
            words = f"“{title}” is in the list already. Nothing was changed."
            self._window.banner.tell(words, "warning", "Open it", lambda: self._places.open_record(here.record_id))
        return None

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
