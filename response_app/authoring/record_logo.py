"""Use cases on the logo of one record: choose, describe, remove (inspection details)."""

from __future__ import annotations

from dataclasses import replace

from ..domain.changes import Changes
from ..domain.office import Logo
from ..domain.record import Record
from ..store.work import Work
from .editing import edit
from .logo import LogoPicture, attached_logo, keep_picture, with_logo, without_logo


def change_logo(work: Work, record_id: str, picture: LogoPicture) -> Changes:
    """Let a record print a picture as its logo, or describe the one it has in other words.

    Raises:
        KeyError: there is no such record.
        FileRefused: the picture cannot be printed.
        AppError: it is not described.
        WriteFailed: it could not be kept; nothing was changed.
    """
    kept = keep_picture(work, picture)

    def change(record: Record) -> Record:
        before = attached_logo(record)
        if before is not None and before.sha256 == kept.sha256:
            return replace(record, office=replace(record.office, logo=Logo(before.name, kept.logo.alt)))
        return with_logo(without_logo(record), kept)

    same = attached_logo(work.records.get(record_id))
    return edit(work, record_id, "describe logo" if same and same.sha256 == kept.sha256 else "change logo", change)


def remove_logo(work: Work, record_id: str) -> Changes:
    """Let a record print no logo; the picture stays beside the records, for undo and for what was published.

    Raises:
        KeyError: there is no such record.
    """
    return edit(work, record_id, "remove logo", without_logo)
