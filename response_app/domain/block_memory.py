"""What was made of the blocks of a text, kept for the next text: of a long one only a paragraph or two has changed (guided sections).

Blocks are values that the editor hands over again as they were, so it is enough to see that one is the same object.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from .richtext import Block, RichText

T = TypeVar("T")


class BlockMemory(Generic[T]):
    """Makes something of each block of a text, anew only for blocks that were not in the text before.

    What is kept holds the blocks themselves, so that no other object can take the place of one in memory.
    """

    def __init__(self, make: Callable[[Block], T]) -> None:
        self._make = make
        self._known: dict[int, tuple[Block, T]] = {}

    def of(self, text: RichText) -> list[T]:
        """Return what is made of each block of `text`, in order."""
        known = self._known
        now: dict[int, tuple[Block, T]] = {}
        for block in text:
            key = id(block)
            now[key] = known.get(key) or now.get(key) or (block, self._make(block))
        self._known = now
        return [now[id(block)][1] for block in text]
