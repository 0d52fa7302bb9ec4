"""Use cases on what a person still looks at before publication, which no check can judge (record out).

The ticks are about the work on a version, not part of what is published, so they are kept among the settings.
"""

from __future__ import annotations

from ..domain.changes import Changes
from ..store.work import Work

_KEY = "looked_at:"
PROMINENT = "prominent"
"""The summary of a PEEL report stands in a prominent place on the website."""
TO_LOOK_AT = {
    "order": "The PDF reads in a sensible order",
    "descriptions": "Pictures are described by what they tell",
    "headings": "Headings say in plain words what follows",
    "tables": "Tables hold facts; their first row names each column",
    "language": "Passages in another language are marked",
}
"""By key, in the order in which they are shown."""


def looked_at(work: Work, record_id: str) -> frozenset[str]:
    """Return what was looked at in the version that the record now has."""
    before = f"{work.records.get(record_id).state.version_label}/"
    return frozenset(each.removeprefix(before) for each in _kept(work, record_id) if each.startswith(before))


def say_looked_at(work: Work, record_id: str, key: str, looked: bool) -> Changes:
    """Keep that something was looked at in this version, or not.

    Raises:
        KeyError: there is no such record, or nothing of this key to look at.
    """
    if key not in TO_LOOK_AT and key != PROMINENT:
        raise KeyError(key)
    name = f"{work.records.get(record_id).state.version_label}/{key}"
    before = _kept(work, record_id)
    after = before | {name} if looked else before - {name}
    if after == before:
        return Changes(record_id, empty=True)
    work.settings.set(_KEY + record_id, [*sorted(after)])
    return Changes(record_id, places=(f"looked_at.{key}",), act="look at the record before publication" if looked else "")


def _kept(work: Work, record_id: str) -> frozenset[str]:
    kept = work.settings.get(_KEY + record_id, [])
    return frozenset(each for each in kept if isinstance(each, str)) if isinstance(kept, list) else frozenset()
