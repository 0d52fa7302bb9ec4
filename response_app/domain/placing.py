"""A record with other words at one place: what a saved text makes of it (guided sections, answers)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields, is_dataclass, replace
from typing import Any

from .places import parts
from .record import Record
from .richtext import RichText


def with_text(record: Record, place: str, text: RichText) -> Record | None:
    """Return `record` with `text` at `place`; None when it is not plain which of its places that is.

    Args:
        record: the record; nothing but the one text is another in what is returned.
        place: dotted path with ids, such as `findings[f2].chief.text`.
        text: the words, in canonical form.
    """
    steps: list[str] = []
    for name, inner in parts(place):
        steps += [name] if inner is None else [name, f"[{inner}]"]
    if ".".join(steps).replace(".[", "[") != place:
        return None  # an id with characters of its own ideas
    made = _with(record, steps, text)
    assert made is None or isinstance(made, Record)
    return made


def _with(node: Any, steps: Sequence[str], text: RichText) -> Any:
    if not steps:
        return None
    first, rest = steps[0], steps[1:]
    if first.startswith("["):
        return _with_item(node, first[1:-1], rest, text)
    if not is_dataclass(node) or isinstance(node, type):
        return None
    for each in fields(node):
        if each.metadata.get("key", each.name) == first:
            is_it = not rest and each.type == "RichText"
            value = text if is_it else _with(getattr(node, each.name), rest, text)
            return None if value is None else replace(node, **{each.name: value})
    return None


def _with_item(node: Any, inner: str, rest: Sequence[str], text: RichText) -> Any:
    found = [index for index, each in enumerate(node) if getattr(each, "id", str(index)) == inner]
    if len(found) != 1:
        return None
    (index,) = found
    value = _with(node[index], rest, text)
    return None if value is None else (*node[:index], value, *node[index + 1 :])
