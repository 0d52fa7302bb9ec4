"""What SQLite says when the world is at fault, in plain words (all steps)."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterator

from ..errors import AppError, StoreDamaged, StoreUnavailable

_SAFE = "What was saved before is safe."


class Held(StoreUnavailable):
    """Another process has the file open."""


def damaged_file() -> StoreDamaged:
    """Return the error for a file that is not a whole store, to raise."""
    return StoreDamaged(
        "The file that holds your records is damaged.",
        "Nothing was changed in it. Restore the newest backup, and keep the damaged file for whoever looks after your computer.",
    )


@contextlib.contextmanager
def in_plain_words() -> Iterator[None]:
    """Turn what a drive, a full disk or a damaged file does to SQLite into an error that the user understands.

    Raises:
        StoreUnavailable: no room, drive gone, file read-only.
        Held: another process has the file open.
        StoreDamaged: the file is damaged.
    """
    try:
        yield
    except Exception as error:
        # An error of SQLAlchemy's holds the driver's; here it is not imported, since to look at the file needs none of it.
        understood = _understood(getattr(error, "orig", error))
        if understood is None:
            raise
        # SQLite's own message can hold words of a text.
        raise understood from None


def _understood(error: BaseException | None) -> AppError | None:
    # The lower byte is the kind; the rest says more of it.
    match int(getattr(error, "sqlite_errorcode", 0) or 0) & 0xFF:
        case sqlite3.SQLITE_FULL:
            return StoreUnavailable(
                "There is no room left on the drive that holds your records.", f"{_SAFE} Free some room, then save again."
            )
        case sqlite3.SQLITE_IOERR:
            return StoreUnavailable(
                "The drive that holds your records does not answer as it should.",
                f"{_SAFE} Copy your last words elsewhere, close the app and start it again.",
            )
        case sqlite3.SQLITE_READONLY | sqlite3.SQLITE_CANTOPEN | sqlite3.SQLITE_PERM:
            return StoreUnavailable(
                "The file that holds your records cannot be opened or written.",
                f"{_SAFE} Check that you may write to its folder, then start the app again.",
            )
        case sqlite3.SQLITE_CORRUPT | sqlite3.SQLITE_NOTADB:
            return damaged_file()
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return Held("Another program has the file that holds your records open.", f"{_SAFE} Close it there, then try again.")
    return None
