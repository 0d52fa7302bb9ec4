"""Use cases on who did what when: each change leaves its line, and the task list shows the last ones (every step)."""

from __future__ import annotations

from datetime import datetime, timedelta

from ..domain.changes import Changes
from ..store.office import Act
from ..store.work import Work
from .person import person_name

SAME_ACT = timedelta(hours=1)
"""The same done again within this time, such as typing in one text, is one line and not many."""

__all__ = ["SAME_ACT", "Act", "edited", "note", "recent"]


def note(work: Work, changes: Changes) -> None:
    """Keep that the person at this computer changed a record, and how; of the words that were written nothing."""
    what = changes.act or changes.name
    if changes.record_id and what and not changes.empty:
        work.activity.note(person_name(work), what, changes.record_id, SAME_ACT)


def edited(work: Work, record_id: str) -> dict[str, datetime]:
    """Return when each text of a record was last edited at this computer, by its place; none that stands as it was brought in."""
    return work.records.edited(record_id)


def recent(work: Work, record_id: str, most: int = 5) -> tuple[Act, ...]:
    """Return the last acts on a record, the newest first; what is done is named as it is for "Undo ..."."""
    return work.activity.list(record_id, most)
