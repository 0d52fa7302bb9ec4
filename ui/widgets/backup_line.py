"""When the last backup was checked, or that none could be made: a line of the status bar (every step)."""

from __future__ import annotations

from datetime import datetime
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from response_app.domain.dates import in_words
from response_app.errors import AppError, StoreDamaged

from .basics import restyle

if TYPE_CHECKING:
    from response_app.authoring.workspace import Attached


class BackupLine(QLabel):
    """A few words; the whole sentence is its accessible name and its tooltip."""

    def __init__(self) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._at: datetime | None = None
        self._say("No backup yet", "No backup yet; the first follows what you write.")

    def show_checked(self, at: datetime | None, now: datetime) -> None:
        """Say when the newest backup was taken, of which the check found nothing wrong; None where there is none.

        Args:
            at: the time, with a zone.
            now: the time as it is, with the zone of the person at the window.
        """
        self._at = at
        if at is not None:
            here = at.astimezone(now.tzinfo)
            when = f"{here:%H:%M} today" if here.date() == now.date() else in_words(here.date())
            self._say(f"Backup checked {when}", f"A backup of all records was made and checked: {here:%H:%M}, {in_words(here.date())}.")

    def keep_up(self, now: datetime) -> None:
        """Say the same at another time: what was today is yesterday now."""
        if not self.property("badge"):
            self.show_checked(self._at, now)

    def show_failed(self, words: str) -> None:
        """Say that there is no new backup, and why."""
        self._say("No new backup", words, "amber")

    def _say(self, words: str, whole: str, kind: str = "") -> None:
        self.setText(words)
        self.setAccessibleName(whole if kind else words)
        self.setAccessibleDescription(whole)  # not the tooltip's mark-up
        self.setToolTip(f"<p>{escape(whole)}</p>")
        if (self.property("badge") or "") != kind:
            self.setProperty("badge", kind or None)
            restyle(self)


def why_no_backup(error: AppError) -> str:
    """Return in plain words that no backup could be made, what is safe and what to do."""
    if isinstance(error, StoreDamaged):
        return f"No backup could be made: {error}"
    safe = "Your records are saved, and you can go on writing."
    do = "Mend that, or ask whoever looks after this computer; the app tries again by itself."
    return f"No backup could be made: {error.message} {safe} {do}"


def why_not_attached(attached: Attached) -> str:
    """Return in plain words what is wrong with the attached files, such as reports and logos; "" where all are in the backup."""
    out = []
    if attached.gone:
        out.append(f"{_files(len(attached.gone))} missing or damaged, and no backup has a whole copy. Attach what is missing again.")
    if attached.put_back:
        out.append(f"{_files(len(attached.put_back))} missing or damaged, and put back whole from the backup.")
    if attached.refused:
        out.append(f"Not all attached files are in the backup: {attached.refused.message} The app tries again by itself.")
    return " ".join((*out, "Your records are saved, and their backup was made.")) if out else ""


def _files(count: int) -> str:
    return "1 attached file was" if count == 1 else f"{count} attached files were"
