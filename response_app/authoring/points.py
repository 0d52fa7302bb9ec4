"""Use cases on the points to cover that an author has ticked beside a section (guided sections).

A tick is the author's own statement, like the completion of a section: whether words cover a point is for a reader to say,
and a box that ticks itself would sooner or later be wrong. So it is kept among the settings, not in the record.
"""

from __future__ import annotations

from ..domain.changes import Changes
from ..store.work import Work

_KEY = "points:"


def ticked(work: Work, record_id: str, section: str) -> frozenset[str]:
    """Return the keys of the points that were ticked in a section of a record."""
    kept = work.settings.get(_KEY + record_id, {})
    lines = kept.get(section, []) if isinstance(kept, dict) else []
    return frozenset(each for each in lines if isinstance(each, str)) if isinstance(lines, list) else frozenset()


def tick(work: Work, record_id: str, section: str, point: str, on: bool) -> Changes:
    """Keep that a point is covered, or no longer.

    Raises:
        KeyError: there is no such record.
    """
    work.records.get(record_id)
    before = ticked(work, record_id, section)
    after = before | {point} if on else before - {point}
    if after == before:
        return Changes(record_id, empty=True)
    kept = work.settings.get(_KEY + record_id, {})
    held = kept if isinstance(kept, dict) else {}
    work.settings.set(_KEY + record_id, {**held, section: [*sorted(after)]})
    return Changes(record_id, places=(f"points.{section}",))
