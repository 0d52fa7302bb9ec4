"""Closing the window: everything is saved first, and what cannot be saved is never lost in silence (every step)."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from response_app.errors import AppError

from . import rescue
from .widgets.backup_line import why_no_backup
from .widgets.choice_bar import Choice, ChoiceBar

if TYPE_CHECKING:
    from .idle_backup import IdleBackup
    from .main_window import MainWindow
    from .state import State


class Closing(QObject):
    """Decides whether the window may close, and asks in the window where something stands in the way."""

    def __init__(self, window: MainWindow, state: State, backups: IdleBackup) -> None:
        super().__init__(window)
        self._window = window
        self._state = state
        self._backups = backups
        self.bar = ChoiceBar("Closing the window")
        self._without = False
        self._dialog: QFileDialog | None = None
        state.saved.connect(self.bar.put_away)

    def may_close(self) -> bool:
        """Save what is typed and make a backup; return False where that fails and the person at the window has to choose."""
        if self._without:
            return True
        error = self._save()
        if error is not None:
            self._ask_about_words(f"{error.message} What you wrote on this page is not saved yet, so the window stays open.")
            return False
        error = self._backups.before_closing()
        if error is not None:
            self._ask_about_backup(error)
        return error is None

    def _save(self) -> AppError | None:
        failures: list[AppError] = []
        self._state.failed.connect(failures.append)
        saved = self._state.save_typed()
        self._state.failed.disconnect(failures.append)
        return None if saved else failures[0]

    # --- Words that cannot be saved -----------------------------------------------------------

    def _ask_about_words(self, words: str) -> None:
        self._window.banner.hide()  # it says the same
        self.bar.ask(
            words,
            "error",
            [
                Choice("Try again", self._close, "primary"),
                Choice("Save the words in a file…", self._ask_where),
                Choice("Close without them…", self._ask_once_more),
                self._stay(),
            ],
        )

    def _ask_once_more(self) -> None:
        self.bar.ask(
            "What you wrote on this page since it was last saved will be gone for good. Everything saved before stays.",
            "error",
            [
                Choice("Stay here", self.bar.put_away, "primary"),
                Choice("Save the words in a file…", self._ask_where),
                Choice("Close and lose these words", self._close_without),
            ],
        )

    def _ask_where(self) -> None:
        name = rescue.file_name(datetime.now())
        dialog = QFileDialog(self._window, "Save the words in a file", name, "Text files (*.txt)")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("txt")
        dialog.fileSelected.connect(self._write)
        dialog.open()
        self._dialog = dialog

    def _write(self, name: str) -> None:
        from response_app.atomic_io import write_bytes

        record = self._state.record
        title = record.inspection.title if record is not None else ""
        text = rescue.as_text(self._window.pages, title, datetime.now())
        try:
            write_bytes(Path(name), text.encode())
        except AppError as error:
            self._ask_about_words(f"{error} What you wrote on this page is in no file yet.")
            return
        self.bar.ask(
            f"The words of this page are in the file {name}. They are not in the record yet.",
            "warning",
            [Choice("Close the window", self._close_without, "primary"), Choice("Try again to save", self._close), self._stay()],
        )

    def _stay(self) -> Choice:
        return Choice("Stay here", self.bar.put_away, "link")

    def _close(self) -> None:
        self._window.close()

    def _close_without(self) -> None:
        self._without = True
        self._window.pages.hide()  # a page that saves when it is hidden does so while the store is still open
        self._window.close()

    # --- A backup that cannot be made ---------------------------------------------------------

    def _ask_about_backup(self, error: AppError) -> None:
        self._window.banner.hide()  # it says the same
        choices = [Choice("Close without a backup", self._close, "primary"), Choice("Try again", self._try_backup_again), self._stay()]
        self.bar.ask(why_no_backup(error), "warning", choices)

    def _try_backup_again(self) -> None:
        self._backups.told = False
        self._close()
