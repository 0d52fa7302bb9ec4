"""What was made of a value, kept for as long as the value is the same object: while somebody types, nearly all values are (checks)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

V = TypeVar("V")
M = TypeVar("M")


class Kept(Generic[V, M]):
    """Makes something of a value once.

    Comparing long texts takes as long as making something of them; that one is the same object as before is seen at once.
    What is kept holds the value itself, so that no other object can take its place in memory.

    Args:
        make: makes it, of nothing but the value.
        most: values that are kept; beyond that all are forgotten.
    """

    def __init__(self, make: Callable[[V], M], most: int = 2_000) -> None:
        self._make = make
        self._most = most
        self._known: dict[int, tuple[V, M]] = {}

    def of(self, value: V) -> M:
        """Return what is made of `value`."""
        known = self._known.get(id(value))
        if known is None:
            if len(self._known) >= self._most:
                self._known.clear()
            known = self._known[id(value)] = (value, self._make(value))
        return known[1]
