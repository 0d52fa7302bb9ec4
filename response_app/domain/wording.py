"""What an office offers beside a section: what it is for, points to cover, standard wording (guided sections, office settings)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from .richtext import RichText, is_blank

LONGEST_NAME = 60
"""Characters of the name of standard wording, which stands on a button."""


@dataclass(frozen=True, slots=True)
class Snippet:
    """Standard wording with live fields.

    Attributes:
        key: tells it from others of its group; that of one that ships stays the same from release to release.
        label: the words of its button.
        text: the words, with fields.
        hidden: whether it is kept without being offered.
    """

    key: str
    label: str
    text: RichText
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class Wording:
    """What is offered in one place: its snippets in their order, the points to cover, and what is said of what the section does."""

    snippets: tuple[Snippet, ...] = ()
    points: tuple[str, ...] = ()
    what: tuple[str, ...] = ()

    def offered(self) -> tuple[Snippet, ...]:
        """Return the snippets that an author is offered: not hidden, and with words."""
        return tuple(each for each in self.snippets if not each.hidden and not is_blank(each.text))

    def snippet(self, key: str) -> Snippet:
        """Return the snippet with this key.

        Raises:
            KeyError: there is none.
        """
        for each in self.snippets:
            if each.key == key:
                return each
        raise KeyError(key)


def taken_back(before: Wording, after: Wording, now: Wording) -> Wording:
    """Return `now` without what led from `before` to `after`: what other steps changed since stays as it is."""
    old, new = _by_key(before.snippets), _by_key(after.snippets)
    kept: dict[str, Snippet] = {}
    for key, snippet in _by_key(now.snippets).items():
        same = old.get(key) == new.get(key)
        if same:
            kept[key] = snippet
        elif key in old:
            kept[key] = old[key]
    kept.update({key: snippet for key, snippet in old.items() if key not in new})
    order = list(now.snippets)
    if [each.key for each in before.snippets] != [each.key for each in after.snippets]:
        order = [*before.snippets, *order]
    keys = dict.fromkeys(each.key for each in order if each.key in kept)
    points = before.points if before.points != after.points else now.points
    what = before.what if before.what != after.what else now.what
    return Wording(tuple(kept[key] for key in keys), points, what)


def _by_key(snippets: Iterable[Snippet]) -> dict[str, Snippet]:
    return {each.key: each for each in snippets}
