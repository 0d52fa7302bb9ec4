"""Use cases on what the office offers beside a text: standard wording, points to cover, words on the section (office settings).

What ships is kept by its key alone, so that a later release can better it; only what the office changed is kept in words.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from ..domain.canonical import canonical
from ..domain.changes import Changes
from ..domain.richtext import RichText
from ..domain.wording import LONGEST_NAME, Snippet, Wording, taken_back
from ..errors import AppError
from ..guidance.sections import ANSWERS, SECTIONS, WITH_WORDING, shipped
from ..store.work import Work

PLACE = "wording"
"""The place of all of it among what changes."""
PLACES = (*SECTIONS, ANSWERS)
MOST = 60
_KEY = "wording"
_OWN = "own-"


def wording(work: Work, place: str) -> Wording:
    """Return what the office offers in one of the `PLACES`, as it has arranged it.

    Raises:
        KeyError: there is no such place.
    """
    kept: Any = work.settings.get(_KEY, {})
    return _read(shipped(place), kept.get(place) if isinstance(kept, dict) else None)


def all_wording(work: Work) -> dict[str, Wording]:
    """Return what the office offers, by place."""
    return {place: wording(work, place) for place in PLACES}


def is_own(snippet: Snippet) -> bool:
    """Tell whether the office has made a snippet; the others ship."""
    return snippet.key.startswith(_OWN)


def is_changed(place: str, snippet: Snippet) -> bool:
    """Tell whether a snippet that ships says something else now."""
    return not is_own(snippet) and replace(snippet, hidden=False) != shipped(place).snippet(snippet.key)


def add(work: Work, place: str, name: str, text: RichText) -> Changes:
    """Take wording into what the office offers, as the last; its key is the last of `Changes.wording`'s snippets.

    Raises:
        AppError: it has no name, there is one of that name, or there are as many as there can be.
    """
    before = _changeable(work, place)
    if len(before.snippets) >= MOST:
        raise AppError(f"The list holds {MOST} standard wordings, the most that it can hold.", "Remove some that are no longer used.")
    taken = {int(each.key.removeprefix(_OWN)) for each in before.snippets if is_own(each)}
    made = Snippet(f"{_OWN}{max(taken, default=0) + 1}", _name(before, name), canonical(text))
    return _keep(work, place, before, replace(before, snippets=(*before.snippets, made)), "add standard wording")


def change(work: Work, place: str, key: str, name: str, text: RichText) -> Changes:
    """Give wording another name and other words; typing is not undone as a decision.

    Raises:
        AppError: it has no name, or there is another of that name.
        KeyError: there is no such wording.
    """
    before = _changeable(work, place)
    held = before.snippet(key)
    made = replace(held, label=_name(before, name, key), text=canonical(text))
    return _keep(work, place, before, _with(before, made), "")


def hide(work: Work, place: str, key: str, hidden: bool) -> Changes:
    """Offer wording no longer, or again."""
    before = _changeable(work, place)
    made = replace(before.snippet(key), hidden=hidden)
    return _keep(work, place, before, _with(before, made), f"{'hide' if hidden else 'offer'} standard wording")


def move(work: Work, place: str, key: str, by: int) -> Changes:
    """Move wording up (-1) or down (1); at the end of the list nothing changes."""
    before = _changeable(work, place)
    held = before.snippet(key)
    at = before.snippets.index(held)
    rest = [each for each in before.snippets if each is not held]
    rest.insert(max(0, at + by), held)
    return _keep(work, place, before, replace(before, snippets=tuple(rest)), "move standard wording")


def remove(work: Work, place: str, key: str) -> Changes:
    """Remove wording that the office has made; one that ships is hidden."""
    before = _changeable(work, place)
    held = before.snippet(key)
    if not is_own(held):
        return hide(work, place, key, True)
    rest = tuple(each for each in before.snippets if each.key != key)
    return _keep(work, place, before, replace(before, snippets=rest), "remove standard wording")


def as_shipped(work: Work, place: str, key: str) -> Changes:
    """Let wording that ships say again what it says there.

    Raises:
        KeyError: no such wording ships.
    """
    before = _changeable(work, place)
    made = replace(shipped(place).snippet(key), hidden=before.snippet(key).hidden)
    return _keep(work, place, before, _with(before, made), "go back to the original wording")


def set_points(work: Work, place: str, points: Iterable[str]) -> Changes:
    """Set the points to cover, blank ones left out; none at all are those that ship."""
    before = wording(work, place)
    return _keep(work, place, before, replace(before, points=_lines(points) or shipped(place).points), "change points to cover")


def set_what(work: Work, place: str, lines: Iterable[str]) -> Changes:
    """Set what is said of what a section does, blank lines left out; none at all are those that ship."""
    before = wording(work, place)
    return _keep(work, place, before, replace(before, what=_lines(lines) or shipped(place).what), "change what the section does")


def take_back(work: Work, changes: Changes) -> Changes:
    """Undo one of these; what other steps changed since stays as it is.

    Returns:
        What is new, itself to be undone (redo).
    """
    if changes.wording is None:
        raise ValueError("this was no change of the office's wording")
    place, before, after = changes.wording
    now = wording(work, place)
    return _keep(work, place, now, taken_back(before, after, now), changes.name)


def _lines(typed: Iterable[str]) -> tuple[str, ...]:
    return tuple(line for line in (" ".join(each.split()) for each in typed) if line)


def _changeable(work: Work, place: str) -> Wording:
    if place not in WITH_WORDING:
        raise KeyError(place)
    return wording(work, place)


def _with(before: Wording, made: Snippet) -> Wording:
    return replace(before, snippets=tuple(made if each.key == made.key else each for each in before.snippets))


def _name(before: Wording, name: str, key: str = "") -> str:
    """Return a name that can be kept: some words, and not those of another."""
    made = " ".join(name.split())[:LONGEST_NAME].strip()
    if not made:
        raise AppError("Standard wording needs a name, which its button shows. Nothing was changed.", "Type a short name.")
    if any(each.label.casefold() == made.casefold() and each.key != key for each in before.snippets):
        raise AppError(f"There is already wording with the name “{made}”. Nothing was changed.", "Type another name.")
    return made


def _keep(work: Work, place: str, before: Wording, after: Wording, name: str) -> Changes:
    if after == before:
        return Changes("", empty=True)
    kept: Any = work.settings.get(_KEY, {})
    held = kept if isinstance(kept, dict) else {}
    work.settings.set(_KEY, {**held, place: _written(shipped(place), after)})
    return Changes("", name, (PLACE,), wording=(place, before, after))


def _written(ships: Wording, made: Wording) -> dict[str, Any]:
    out: dict[str, Any] = {"snippets": [_written_snippet(ships, each) for each in made.snippets]}
    out |= {} if made.points == ships.points else {"points": [*made.points]}
    return out if made.what == ships.what else {**out, "what": [*made.what]}


def _written_snippet(ships: Wording, made: Snippet) -> dict[str, Any]:
    out: dict[str, Any] = {"key": made.key}
    if replace(made, hidden=False) not in ships.snippets:
        from ..interchange import write_fragment  # with the first text: the start of the window does without

        out |= {"label": made.label, "text": write_fragment(made.text)}
    return {**out, "hidden": True} if made.hidden else out


def _read(ships: Wording, kept: Any) -> Wording:
    """Return what was kept, with what ships since at the end; what cannot be read is as it ships."""
    if not isinstance(kept, dict):
        return ships
    by_key = {each.key: each for each in ships.snippets}
    made: dict[str, Snippet] = {}
    listed = kept.get("snippets")
    for each in listed if isinstance(listed, list) else []:
        snippet = _read_snippet(by_key, each)
        if snippet is not None:
            made[snippet.key] = snippet
    snippets = (*made.values(), *(each for key, each in by_key.items() if key not in made))
    return Wording(snippets, _read_lines(kept.get("points")) or ships.points, _read_lines(kept.get("what")) or ships.what)


def _read_lines(kept: Any) -> tuple[str, ...]:
    return tuple(each for each in kept if isinstance(each, str)) if isinstance(kept, list) else ()


def _read_snippet(ships: dict[str, Snippet], kept: Any) -> Snippet | None:
    if not isinstance(kept, dict) or not isinstance(kept.get("key"), str):
        return None
    key, hidden = kept["key"], kept.get("hidden") is True
    label, text = kept.get("label"), kept.get("text")
    from ..interchange import read_fragment  # as above

    if isinstance(label, str) and isinstance(text, str) and (key in ships or key.removeprefix(_OWN).isdecimal()):
        return Snippet(key, label, read_fragment(text).text, hidden)
    return replace(ships[key], hidden=hidden) if key in ships else None
