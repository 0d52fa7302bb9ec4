"""Counts as Qt does, for which a character outside the basic plane takes two positions (guided sections, answers)."""

from __future__ import annotations

from bisect import bisect_left

from PySide6.QtGui import QTextBlock


class Positions:
    """Turns places in the characters of a line into positions of its document, counted from the start of the line, and back."""

    def __init__(self, text: str, block: QTextBlock) -> None:
        self._wide = [] if len(text) == block.length() - 1 else [index for index, each in enumerate(text) if each > "\uffff"]

    def of(self, index: int) -> int:
        """Return the position of a character."""
        return index + bisect_left(self._wide, index)
