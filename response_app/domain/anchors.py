"""Where in a text a comment belongs: an anchor holds on by the words, beside the text and never in it (review).

Offsets count characters of the plain text (`richtext.plain`). While a text is open the editor follows the
words itself; an anchor is located anew after undo, merge and load.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

SURROUNDINGS = 32
"""Characters kept before and after the quoted words."""

SIMILAR_ENOUGH = 85.0
"""The least score, of 100, at which similar words count as the quoted ones."""

Similar = Callable[[str, str], tuple[int, int, float] | None]
"""Finds in a text the words most like a quote: `(quote, text)` to (start, end, score of 100), or None."""

# What is compared closely: the occurrences nearest to the old place, each with as much again as was kept.
_CLOSE_CANDIDATES = 64
_CLOSE_WINDOW = 2 * SURROUNDINGS


@dataclass(frozen=True, slots=True)
class Anchor:
    """Words of a text, with what stood around them and where.

    Attributes:
        text_id: which text.
        quote: the words.
        before: up to 32 characters before them.
        after: up to 32 characters after them.
        offset: where they began, in characters.
    """

    text_id: str
    quote: str
    before: str = ""
    after: str = ""
    offset: int = 0


def anchor_at(text_id: str, text: str, start: int, end: int) -> Anchor:
    """Return the anchor of the words `text[start:end]`.

    Raises:
        ValueError: no words there.
    """
    if not 0 <= start < end <= len(text):
        raise ValueError("an anchor needs words to hold on to")
    return Anchor(text_id, text[start:end], text[max(0, start - SURROUNDINGS) : start], text[end : end + SURROUNDINGS], start)


def locate(anchor: Anchor, text: str, similar: Similar | None = None) -> tuple[int, int] | None:
    """Return where the words of `anchor` stand in `text` now, as (start, end).

    The exact words come first; among several the place whose surroundings fit best, then the one nearest
    to the old offset. Then `similar` is asked.

    Returns:
        None when the words are gone.
    """
    starts = list(_occurrences(anchor.quote, text))
    if starts:
        start = starts[0] if len(starts) == 1 else _best(anchor, text, starts)
        return start, start + len(anchor.quote)
    found = similar(anchor.quote, text) if similar and anchor.quote else None
    if found is None or found[2] < SIMILAR_ENOUGH:
        return None
    return found[0], found[1]


def _occurrences(quote: str, text: str) -> Iterator[int]:
    start = text.find(quote) if quote else -1
    while start >= 0:
        yield start
        start = text.find(quote, start + 1)


def _best(anchor: Anchor, text: str, starts: list[int]) -> int:
    def distance(start: int) -> int:
        return abs(start - anchor.offset)

    length = len(anchor.quote)
    unchanged = [at for at in starts if text.endswith(anchor.before, 0, at) and text.startswith(anchor.after, at + length)]
    if unchanged:
        return min(unchanged, key=distance)
    near = sorted(starts, key=distance)[:_CLOSE_CANDIDATES]
    return max(near, key=lambda at: _fit(anchor, text, at))  # of equals the first, which is the nearest


def _fit(anchor: Anchor, text: str, at: int) -> int:
    """Count the characters of the old surroundings that still stand around `at`, in order."""
    end = at + len(anchor.quote)
    return _common(anchor.before, text[max(0, at - _CLOSE_WINDOW) : at]) + _common(anchor.after, text[end : end + _CLOSE_WINDOW])


def _common(old: str, new: str) -> int:
    return sum(block.size for block in SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks())
