"""What the user is told when the world, not our code, is at fault (plumbing of every step).

Anything else that is raised is a bug of ours.
"""

from __future__ import annotations


class AppError(Exception):
    """Something that the user can understand and mend.

    Attributes:
        message: what happened, one plain sentence.
        remedy: what is safe and what to do, or "".
        help_topic: name of a help page, or "".
    """

    exit_code = 3

    def __init__(self, message: str, remedy: str = "", help_topic: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.remedy = remedy
        self.help_topic = help_topic

    def __str__(self) -> str:
        return f"{self.message} {self.remedy}".strip()


class FileRefused(AppError):
    """A file that cannot be taken in; nothing was changed."""


class ImportRefused(FileRefused):
    """A report, or another file to be taken in, that cannot be read; nothing was changed."""


class WriteFailed(AppError):
    """A file could not be written; what stood there before is whole."""


class RecordBlocked(AppError):
    """Publication is stopped by what the checks found; nothing was written."""

    exit_code = 2


class PdfRefused(AppError):
    """A PDF that does not hold its own rules, or cannot be drawn; nothing was written."""


class StoreUnavailable(AppError):
    """The store cannot be opened or written: held, on a share, newer than this app, no room. What was saved is whole."""


class StoreDamaged(AppError):
    """Something in the store is not as it was written.

    Attributes:
        record_id: the record that it concerns, or "" for the whole store.
        place: the text that it concerns, as a dotted path with ids, or "".
        last_good: number of the newest version of that text that is whole, None without one.
    """

    def __init__(self, message: str, remedy: str = "", *, record_id: str = "", place: str = "", last_good: int | None = None) -> None:
        super().__init__(message, remedy)
        self.record_id = record_id
        self.place = place
        self.last_good = last_good
