"""Three-way merge of records: what one side changed goes into what the other side has (guided sections, review).

Undo is such a merge too: the change to bring in is the way back from a decision to what stood before it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any

from .record import Record


@dataclass(frozen=True, slots=True)
class Merged:
    """The outcome: the record, and the places where both sides changed the same thing (ours was kept)."""

    record: Record
    conflicts: tuple[str, ...] = ()


def merge(base: Record, ours: Record, theirs: Record) -> Merged:
    """Return `ours` with every change that leads from `base` to `theirs`.

    Things with an id (findings, comments, suggestions) are followed by their id, wherever they stand;
    other lists and every text are one thing.
    """
    conflicts: list[str] = []
    record = _merge(base, ours, theirs, "", conflicts)
    assert isinstance(record, Record)
    return Merged(record, tuple(conflicts))


def _merge(base: Any, ours: Any, theirs: Any, place: str, conflicts: list[str]) -> Any:
    if theirs == base or ours == theirs:
        return ours
    if ours == base:
        return theirs
    if is_dataclass(ours) and type(ours) is type(theirs) is type(base):
        values = {}
        for field in fields(ours):
            key = field.metadata.get("key", field.name)
            inside = f"{place}.{key}" if place else key
            values[field.name] = _merge(
                getattr(base, field.name), getattr(ours, field.name), getattr(theirs, field.name), inside, conflicts
            )
        return replace(ours, **values)  # type: ignore[type-var]  # a dataclass instance, checked above
    if _have_ids(base) and _have_ids(ours) and _have_ids(theirs):
        return _merge_by_id(base, ours, theirs, place, conflicts)
    conflicts.append(place)
    return ours


def _have_ids(value: Any) -> bool:
    return isinstance(value, tuple) and all(is_dataclass(each) and hasattr(each, "id") for each in value)


def _merge_by_id(base: Sequence[Any], ours: Sequence[Any], theirs: Sequence[Any], place: str, conflicts: list[str]) -> tuple[Any, ...]:
    old, mine, other = ({each.id: each for each in side} for side in (base, ours, theirs))
    kept: dict[str, Any] = {}
    for each in (*ours, *(new for new in theirs if new.id not in mine)):
        inside = f"{place}[{each.id}]"
        if each.id in mine and each.id in other and each.id in old:
            kept[each.id] = _merge(old[each.id], mine[each.id], other[each.id], inside, conflicts)
        elif each.id not in old:
            kept[each.id] = each
        elif each.id in mine and mine[each.id] != old[each.id]:
            conflicts.append(inside)  # deleted there, changed here: what was written stays
            kept[each.id] = each
        elif each.id in other and each.id not in mine and other[each.id] != old[each.id]:
            conflicts.append(inside)  # changed there, deleted here
    return tuple(kept[key] for key in _order(list(old), list(mine), list(other)) if key in kept)


def _order(old: list[str], mine: list[str], other: list[str]) -> list[str]:
    """The order of the side that moved things; where both did, ours. What is new on the other side follows its neighbour."""
    shared = [key for key in old if key in mine and key in other]
    mine_moved = [key for key in mine if key in shared] != shared
    lead, follow = (mine, other) if mine_moved else (other, mine)
    out = list(lead)
    for index, key in enumerate(follow):
        if key not in out:
            before = next((out.index(each) for each in reversed(follow[:index]) if each in out), -1)
            out.insert(before + 1, key)
    return out
