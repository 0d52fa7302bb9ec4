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
from .published import settled, taken_back


def edit(work: Work, record_id: str, name: str, change: Callable[[Record], Record]) -> Changes:
    """Change a record and return what is new.

    Args:
        work: the unit of work.
        record_id: the record.
        name: what is done, for "Undo ...".
        change: gives the new record for the old one; it may raise what the use case promises.

    Raises:
        KeyError: there is no such record.
        AppError: it is published, and something that it prints would change.
    """
    before = work.records.get(record_id)
    after = change(before)
    if after == before:
        return Changes(record_id, empty=True)
    after = settled(before, after)
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
        AppError: the record is published, and something that it prints would change.
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
        AppError: what is published would change; nothing was taken back.
    """
    if changes.before is None or changes.after is None:
        raise ValueError("this was no change of a record that stands before and after it")
    now = work.records.get(changes.record_id)
    merged = merge(base=changes.after, ours=now, theirs=changes.before)
    after = taken_back(now, merged.record, was=changes.before)
    work.versions.keep(changes.record_id, "before undo")
    work.records.update(after)
    places = changed_places(now, after)
    back = Changes(changes.record_id, changes.name, places, now, after, list_changed=_is_listed(places))
    note(work, replace(back, act=f"reverse “{changes.name}”"))
    return back, merged.conflicts
