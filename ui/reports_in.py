"""The ways in for a report: a file, a drop, pasted text, a folder; read in the background, by another process (report in)."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from response_app.errors import AppError, ImportRefused

from .messages import Banner
from .tasks import Cancel, Task, run_in_background

if TYPE_CHECKING:
    from response_app.intake.report import Report

LARGEST = 128 * 1024 * 1024
"""Bytes; what `read` takes too."""
ENDINGS = (".pdf", ".html", ".htm", ".mhtml", ".mht", ".docx", ".txt", ".csv", ".tsv", ".xlsx")
_FILTER = f"Reports ({' '.join(f'*{each}' for each in ENDINGS)});;All files (*)"


@dataclass(frozen=True, slots=True)
class ReadFile:
    """A file that was read, or why it was not.

    Attributes:
        name: the file's name.
        data: what is in it.
        report: what was found, None when it was refused.
        seconds: how long reading took.
        problem: why it was refused, in a sentence or two.
    """

    name: str
    data: bytes = b""
    report: Report | None = None
    seconds: float = 0.0
    problem: str = ""


class ReportsIn(QObject):
    """Asks for reports and reads them, one after the other.

    Signals:
        read: (ReadFile, id of the record that its findings go into, "" for a new one) a report was read.
        several_read: (list of ReadFile) the files of a folder were read, or a published record.
    """

    read = Signal(object, str)
    several_read = Signal(object)

    def __init__(self, window: QWidget, banner: Banner) -> None:
        super().__init__(window)
        self._window = window
        self._banner = banner
        self._dialog: QFileDialog | None = None
        self._task: Task | None = None
        self._into = ""
        self._left: list[Path] = []
        self._done: list[ReadFile] = []
        self._many = False

    @property
    def is_reading(self) -> bool:
        """Whether a file is being read now."""
        return self._task is not None

    # --- Asking -------------------------------------------------------------------------------

    def ask_for_file(self, into: str = "") -> None:
        """Ask for a report; its findings go into the record `into`, or into a new one."""
        dialog = QFileDialog(self._window, "Choose the report", "", _FILTER)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        self._into = into
        dialog.fileSelected.connect(self._file_chosen)
        dialog.open()
        self._dialog = dialog

    def _file_chosen(self, name: str) -> None:
        self.read_file(Path(name), self._into)

    def ask_for_folder(self) -> None:
        """Ask for a folder of published records."""
        dialog = QFileDialog(self._window, "Choose the folder of published records", "")
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(self._folder_chosen)
        dialog.open()
        self._dialog = dialog

    def _folder_chosen(self, name: str) -> None:
        self.read_folder(Path(name))

    def paste(self, into: str = "") -> None:
        """Read what was copied: the text of a report, as words or as part of a web page."""
        copied = QApplication.clipboard().mimeData()
        texts = _texts(copied)
        if not texts:
            self._banner.tell("There is no text on the clipboard. Copy the text of the report, then choose this again.", "warning")
            return
        self._into = into
        self._start("Reading the pasted text…", lambda cancel: _read_texts(texts, cancel))

    # --- Reading ------------------------------------------------------------------------------

    def read_file(self, path: Path, into: str = "") -> None:
        """Read a report."""
        self._into = into
        self._start(f"Reading “{path.name}”…", lambda cancel: _read_path(path, cancel))

    def _start(self, words: str, work: Callable[[Cancel], ReadFile]) -> None:
        self.cancel()
        self._many = False
        self._run(words, work)

    def read_folder(self, folder: Path) -> None:
        """Read every file of a folder that can be a published record, one after the other."""
        try:
            files = sorted(each for each in folder.iterdir() if each.suffix.casefold() in ENDINGS and each.is_file())
        except OSError:
            self._banner.tell(f"The folder “{folder.name}” cannot be read. Nothing was changed.", "error")
            return
        if not files:
            self._banner.tell(f"The folder “{folder.name}” holds no PDF, Word, web or text file. Nothing was changed.", "warning")
            return
        self.read_files(files)

    def read_files(self, files: Sequence[Path]) -> None:
        """Read several files, one at least, one after the other, for the table that says what each holds."""
        self.cancel()
        self._many, self._left, self._done = True, list(files), []
        self._read_next()

    def _read_next(self) -> None:
        path, count = self._left[0], len(self._left) + len(self._done)
        words = f"Reading “{path.name}”, {len(self._done) + 1} of {count}…"
        if self._done:
            self._tell_progress(words)
        self._run(words, lambda cancel: _read_path(path, cancel))

    def _run(self, words: str, work: Callable[[Cancel], ReadFile]) -> None:
        task: list[Task] = []

        def mine() -> bool:
            return bool(task) and self._task is task[0]

        def done(read: ReadFile) -> None:
            if mine():
                self._take(read)

        def failed(error: Exception) -> None:
            if mine():
                self._fail(error)

        def progress() -> None:
            if mine():
                self._tell_progress(words)

        task.append(run_in_background(work, done, failed, progress=progress, owner=self))
        self._task = task[0]

    def cancel(self) -> None:
        """Read no more; nothing was changed."""
        if self._task is not None:
            self._task.cancel()
            self._task = None
            self._banner.hide()
        self._left = []

    def _tell_progress(self, words: str) -> None:
        self._banner.tell(words, "info", "Cancel", self.cancel)

    def _take(self, read: ReadFile) -> None:
        self._task = None
        if self._many:
            self._take_one_of_many(read)
            return
        self._banner.hide()
        if read.report is not None and read.report.proposal.earlier is not None:
            self.several_read.emit([read])
        else:
            self.read.emit(read, self._into)

    def _take_one_of_many(self, read: ReadFile) -> None:
        self._done.append(read)
        self._left = self._left[1:]
        if self._left:
            self._read_next()
        else:
            self._banner.hide()
            self.several_read.emit(self._done)

    def _fail(self, error: Exception) -> None:
        """A file that is refused is said where the user is; one of a folder stands in the table with the reason."""
        self._task = None
        if not isinstance(error, AppError):
            self._left = []
            raise error
        if self._many:
            self._take_one_of_many(ReadFile(self._left[0].name, problem=str(error)))
        else:
            self._banner.tell_error(error)


def droppable(dropped: QMimeData) -> list[Path]:
    """Return the files of the computer that are dragged, [] for none."""
    return [Path(each.toLocalFile()) for each in dropped.urls() if each.isLocalFile()]


def _texts(copied: QMimeData | None) -> list[tuple[str, bytes]]:
    """The copied text, as part of a web page first; each with a name for the file that is kept."""
    if copied is None:
        return []
    out = []
    if copied.hasHtml() and copied.html().strip():
        out.append(("Pasted text.html", copied.html().encode("utf-8")))
    if copied.hasText() and copied.text().strip():
        out.append(("Pasted text.txt", copied.text().encode("utf-8")))
    return out


def _read_path(path: Path, cancel: Cancel) -> ReadFile:
    from response_app.atomic_io import read_bytes

    return _read(path.name, read_bytes(path, LARGEST), cancel)


def _read_texts(texts: Sequence[tuple[str, bytes]], cancel: Cancel) -> ReadFile:
    """Read the first of them that can be read."""
    for name, data in texts[:-1]:
        try:
            return _read(name, data, cancel)
        except ImportRefused:
            continue
    return _read(*texts[-1], cancel)


def _read(name: str, data: bytes, cancel: Cancel) -> ReadFile:
    from response_app.intake import child

    begun = time.monotonic()
    report = child.read(data, name, cancelled=lambda: cancel.asked)
    return ReadFile(name, data, report, time.monotonic() - begun)
