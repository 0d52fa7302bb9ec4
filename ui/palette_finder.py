"""What the palette finds for a few letters: actions of the menus, findings of the open record, records (every step)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, TypeVar

from response_app.authoring import records
from response_app.errors import AppError

from .palette_places import OTHER_WORDS, other_places
from .state import State
from .widgets.finding_labels import short_labels
from .widgets.palette import Found

if TYPE_CHECKING:
    from .actions import Actions
    from .places import Places

T = TypeVar("T")

_FEWEST_LETTERS = 2
"""From so many letters on the texts of all records are searched."""

_MOST_ACTIONS, _MOST_FINDINGS, _MOST_RECORDS = 6, 6, 12
_ALIKE = 70
"""How alike, of 100, words have to be to what was typed, so that a slip of the finger still finds them."""

_BEGINS = 30
"""What it counts when one of the words begins with what was typed."""


class Finder:
    """Finds in one window."""

    def __init__(self, state: State, actions: Actions, places: Places) -> None:
        self._state = state
        self._actions = actions
        self._places = places

    def find(self, typed: str) -> list[Found]:
        """Return what fits what was typed, the likeliest of each kind first; every action when nothing was typed."""
        actions = list(self._all_actions())
        if not typed.strip():
            return [found for _, found in actions]
        found = _likest(typed, [*actions, *other_places(self._actions, self._places)], _MOST_ACTIONS)
        return [*found, *_likest(typed, self._findings(), _MOST_FINDINGS), *self._records(typed)]

    def _all_actions(self) -> Iterator[tuple[str, Found]]:
        """Yield the actions that work now, each with the words that it is found by."""
        for key, action in self._actions.by_key.items():
            if action.isEnabled() and key != "palette":
                shortcut = action.shortcut().toString(action.shortcut().SequenceFormat.NativeText)
                words = action.text().replace("&", "")
                yield f"{words} {OTHER_WORDS.get(key, '')}", Found(words, shortcut or "Action", action.trigger)

    def _findings(self) -> list[tuple[str, Found]]:
        record = self._state.record
        if record is None:
            return []
        labels = short_labels(record)
        out = []
        for each in record.findings:
            name = labels[each.id]
            out.append((f"{name} {each.heading}", Found(each.heading or "Not yet written", name, self._show(each.id))))
        return out

    def _show(self, finding_id: str) -> Callable[[], None]:
        return lambda: self._places.show_finding(finding_id, answer=True)

    def _records(self, typed: str) -> list[Found]:
        if len(typed.strip()) < _FEWEST_LETTERS:
            return []
        try:
            hits = self._state.workspace.ask(records.find_records, typed, _MOST_RECORDS)
        except AppError as error:
            self._state.failed.emit(error)
            return []
        return [Found(hit.title or "Inspection without a title yet", "Record", self._open(hit), _beside(hit)) for hit in hits]

    def _open(self, hit: records.FoundRecord) -> Callable[[], None]:
        return lambda: self._places.open_place(hit.record_id, hit.place)


def _beside(hit: records.FoundRecord) -> str:
    return "" if hit.place == "inspection.title" else " ".join(hit.words.split())


def _likest(typed: str, choices: list[tuple[str, T]], most: int) -> list[T]:
    """The choices whose words are like what was typed, the likest first."""
    from rapidfuzz.fuzz import WRatio
    from rapidfuzz.utils import default_process

    sought = default_process(typed)
    scored = []
    for at, (words, choice) in enumerate(choices):
        said = default_process(words)
        begins = f" {said}".find(f" {sought}") >= 0
        score = WRatio(sought, said) + (_BEGINS if begins else 0)
        if score >= _ALIKE and (begins or len(sought) > _FEWEST_LETTERS):
            scored.append((-score, at, choice))
    return [choice for _, _, choice in sorted(scored, key=lambda each: each[:2])[:most]]
