"""The one way in which a use case changes a record: read, change the value, write what differs (every step)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from ..domain.changes import Changes, changed_places
from ..domain.finding import Finding
from ..domain.merge import merge
from ..domain.record import Record
from ..store.work import Work
from .activity import note


def edit(work: Work, record_id: str, name: str, change: Callable[[Record], Record]) -> Changes:
    """Change a record and return what is new.

    Args:
        work: the unit of work.
        record_id: the record.
        name: what is done, for "Undo ...".
        change: gives the new record for the old one; it may raise what the use case promises.

    Raises:
        KeyError: there is no such record.
    """
    before = work.records.get(record_id)
    after = change(before)
    if after == before:
        return Changes(record_id, empty=True)
    work.records.update(after)
    places = changed_places(before, after)
    return Changes(record_id, name, places, before, after, list_changed=_is_listed(places))


def _is_listed(places: tuple[str, ...]) -> bool:
    """Whether the list of records shows something that changed: all but running text."""
    return any(not place.startswith("sections.") for place in places)


def edit_finding(work: Work, record_id: str, finding_id: str, name: str, change: Callable[[Finding], Finding]) -> Changes:
    """Change one finding of a record.

    Raises:
        KeyError: there is no such record or finding.
    """

    def change_record(record: Record) -> Record:
        record.finding(finding_id)
        findings = tuple(change(each) if each.id == finding_id else each for each in record.findings)
        return replace(record, findings=findings)

    return edit(work, record_id, name, change_record)


def take_back(work: Work, changes: Changes) -> tuple[Changes, tuple[str, ...]]:
    """Undo a decision: bring back what it changed, and keep what was written since.

    Returns:
        What is new, itself to be undone (redo), and the places where words have changed since and were kept.

    Raises:
        KeyError: the record is no longer there.
    """
    if changes.before is None or changes.after is None:
        raise ValueError("this was no change of a record that stands before and after it")
    now = work.records.get(changes.record_id)
    merged = merge(base=changes.after, ours=now, theirs=changes.before)
    work.versions.keep(changes.record_id, "before undo")
    work.records.update(merged.record)
    places = changed_places(now, merged.record)
    back = Changes(changes.record_id, changes.name, places, now, merged.record, list_changed=_is_listed(places))
    note(work, replace(back, act=f"reverse “{changes.name}”"))
    return back, merged.conflicts
