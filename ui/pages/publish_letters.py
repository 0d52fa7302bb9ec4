"""The letters that go with the copies, made anew once the page has its address and its day (record out)."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QFrame, QVBoxLayout

from response_app.domain.corrections import is_frozen
from response_app.domain.record import Record
from response_app.errors import AppError

from ..messages import announce
from ..state import State
from ..tasks import Cancel, Task, run_in_background
from ..widgets.basics import button, label

_BEFORE = "The letters made with the files cannot give the day and the address yet. Once the page is live, make them again here."
_LIVE = "The letters made with the files lack the day and the address of the page. These give both, and carry today’s date."
_CORRECTED = "The letters made with the files carry the date on which these were made. Letters made here carry today’s date."


class Letters(QFrame):
    """Says which letters name what, and makes those that name the day and the address.

    Signals:
        failed: (AppError) they could not be made.
    """

    failed = Signal(object)

    def __init__(self, state: State, record: Record) -> None:
        """Offer the letters of a record; they wait until it is live."""
        super().__init__()
        self._state = state
        self._task: Task | None = None
        self._dialog: QFileDialog | None = None
        live = is_frozen(record.state)
        words = _CORRECTED if record.state.corrections else _LIVE
        self._words = label(words if live else _BEFORE, "quiet")
        self.make_button = button("Make the letters…")
        self.make_button.clicked.connect(self._ask_where)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._words)
        column.addWidget(self.make_button, 0, Qt.AlignmentFlag.AlignLeft)
        if not live:
            self.make_button.hide()

    def _ask_where(self) -> None:
        dialog = QFileDialog(self.window(), "Choose where to make the folder of letters")
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(lambda name: self.make(Path(name)))
        dialog.open()
        self._dialog = dialog

    def make(self, parent: Path) -> None:
        """Make both letters in a new folder of `parent`, in the background."""
        record, today = self._state.record, self._state.today()
        if record is None or self._task is not None:
            return

        def work(cancel: Cancel) -> Path:
            from response_app.authoring.publication_folder import letters_stem, make_letters, write_files

            made = make_letters(record, today)
            cancel.check()
            folder = parent / letters_stem(record, today)
            write_files(folder, made)
            return folder

        self._task = run_in_background(work, self._made, self._not_made, self._ended, owner=self)

    def _made(self, folder: Path) -> None:
        self._ended()
        words = f"The letters were written to {folder}"
        self._words.setText(words)
        announce(self, words)

    def _not_made(self, error: Exception) -> None:
        self._ended()
        if not isinstance(error, AppError):
            raise error
        self.failed.emit(error)

    def _ended(self) -> None:
        self._task = None
