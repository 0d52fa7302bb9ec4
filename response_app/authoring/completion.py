"""Use cases on the author's own statement that a part of a record is complete (guided sections).

The statement is about the work on a record, not part of what is published, so it is kept among the settings.
"""

from __future__ import annotations

from ..domain.changes import Changes
from ..store.work import Work

_KEY = "completed:"
_PARTS = {
    "inspection": "inspection details",
    "findings": "findings",
    "answers": "answers to findings",
    "sections.initial_response": "initial response",
    "sections.chief_officer_response": "chief officer’s response",
    "sections.overall_comments": "overall comments",
}
"""What an author completes, by the place that stands for it."""


def completed(work: Work, record_id: str) -> frozenset[str]:
    """Return the places, such as `sections.initial_response`, that were said to be complete."""
    kept = work.settings.get(_KEY + record_id, [])
    return frozenset(each for each in kept if isinstance(each, str)) if isinstance(kept, list) else frozenset()


def say_completed(work: Work, record_id: str, place: str, complete: bool) -> Changes:
    """Keep that a place is complete, or no longer.

    Raises:
        KeyError: there is no such record, or no such place to complete.
    """
    work.records.get(record_id)
    if place not in _PARTS:
        raise KeyError(place)
    before = completed(work, record_id)
    after = before | {place} if complete else before - {place}
    if after == before:
        return Changes(record_id, empty=True)
    work.settings.set(_KEY + record_id, [*sorted(after)])
    act = f"mark {_PARTS[place]} as {'completed' if complete else 'not completed'}"
    return Changes(record_id, places=(f"completed.{place}",), act=act)
