"""Use case: replace words in all texts of a record that are ours to change, as one step (guided sections, answers)."""

from __future__ import annotations

from collections.abc import Sequence

from ..domain.changes import Changes
from ..domain.words_in_record import Replacement, with_replacements
from ..store.work import Work
from .editing import edit


def replace_in_record(work: Work, record_id: str, replacements: Sequence[Replacement], to: str) -> Changes:
    """Put `to` in place of words at some places of a record; a version of its texts is kept before and after.

    Args:
        work: the unit of work.
        record_id: the record.
        replacements: the places, and what stands there; none over another.
        to: the words; "" takes out.

    Raises:
        AppError: at one of the places stand other words by now, or words that are not ours; nothing was replaced.
        KeyError: there is no such record.
        StoreUnavailable: it could not be saved.
    """
    work.versions.keep(record_id, "before replacing words")
    changes = edit(work, record_id, "replace words", lambda record: with_replacements(record, replacements, to))
    if not changes.empty:
        work.versions.keep(record_id, "after replacing words")
    return changes
