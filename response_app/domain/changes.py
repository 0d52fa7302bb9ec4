"""What a use case changed, so that every open page shows it and it can be undone (every step)."""

from __future__ import annotations

from dataclasses import dataclass, fields, is_dataclass
from typing import Any

from .record import Record
from .richtext import RichText
from .wording import Wording


@dataclass(frozen=True, slots=True)
class Changes:
    """The outcome of a use case.

    Attributes:
        record_id: the record, "" when only the office's settings changed.
        name: what was done, for "Undo ..." ("delete finding"); "" when it is not undone as a decision (typing).
        places: dotted places of what is new, such as "sections.initial_response"; () for the whole record.
        before: the record before, None when it was not there.
        after: the record after, None when it is gone.
        list_changed: whether a list of records must be read anew.
        empty: whether nothing changed at all.
        text: the words that stand at the one of `places` now, where nothing else changed; None for any other change.
        words: the office's own words before and after, where they changed; None for any other change.
        setting: the key of an office setting with its value before and after, where one changed; None for any other change.
        wording: where the office's standard wording changed, what is offered there before and after; None for any other change.
        act: what was done, for the list of recent activity, where `name` does not say it; "" where it does.
    """

    record_id: str
    name: str = ""
    places: tuple[str, ...] = ()
    before: Record | None = None
    after: Record | None = None
    list_changed: bool = False
    empty: bool = False
    text: RichText | None = None
    act: str = ""
    words: tuple[tuple[str, ...], tuple[str, ...]] | None = None
    wording: tuple[str, Wording, Wording] | None = None
    setting: tuple[str, Any, Any] | None = None

    def touches(self, place: str) -> bool:
        """Tell whether `place`, something in it or something around it is new."""
        if self.empty:
            return False
        if not self.places:
            return True
        return any(each == place or _inside(each, place) or _inside(place, each) for each in self.places)


def _inside(inner: str, outer: str) -> bool:
    return inner.startswith((f"{outer}.", f"{outer}["))


def changed_places(before: Record, after: Record) -> tuple[str, ...]:
    """Return the dotted places at which two records differ; things with an id are followed by it."""
    out: list[str] = []
    _compare(before, after, "", out)
    return tuple(out)


def _compare(before: Any, after: Any, place: str, out: list[str]) -> None:
    if before == after:
        return
    if is_dataclass(before) and type(before) is type(after):
        for field in fields(before):
            key = field.metadata.get("key", field.name)
            _compare(getattr(before, field.name), getattr(after, field.name), f"{place}.{key}" if place else key, out)
        return
    if place == "findings" and [each.id for each in before] == [each.id for each in after]:
        for old, new in zip(before, after, strict=True):
            _compare(old, new, f"findings[{old.id}]", out)
        return
    out.append(place)
