"""Counts in words, as a sentence has them (guided sections, record out)."""

from __future__ import annotations

_WORDS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def in_words(number: int) -> str:
    """Return "three" up to ten, digits above ("11", "1,200").

    Raises:
        ValueError: a number below zero, which is no count.
    """
    if number < 0:
        raise ValueError("a count cannot be below zero")
    return _WORDS[number] if number < len(_WORDS) else f"{number:,}"
