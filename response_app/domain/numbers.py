"""Counts in words, as a sentence has them, written and read (report in, guided sections, checks, record out)."""

from __future__ import annotations

_ONES = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
NUMBERS = {word: value for value, word in enumerate(_ONES)} | _TENS
NUMBERS |= {f"{ten}-{_ONES[one]}": value + one for ten, value in _TENS.items() for one in range(1, 10)}
NUMBERS |= {f"{ten} {_ONES[one]}": value + one for ten, value in _TENS.items() for one in range(1, 10)}
_TENS_GROUP = "|".join(_TENS)
NUMBER = rf"(?:\d{{1,3}}|(?:{_TENS_GROUP})(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?|{'|'.join(reversed(_ONES))})"
"""A pattern for a count in figures or words."""

_IN_WORDS_TO = 10


def in_words(number: int) -> str:
    """Return "three" up to ten, digits above ("11", "1,200").

    Raises:
        ValueError: a number below zero, which is no count.
    """
    if number < 0:
        raise ValueError("a count cannot be below zero")
    return _ONES[number] if number <= _IN_WORDS_TO else f"{number:,}"


def number_of(words: str) -> int | None:
    """Return the count that "8", "eight" or "forty-three" says, None for another word."""
    plain = words.casefold().strip()
    if plain.isascii() and plain.isdigit():
        return int(plain[:6])
    return NUMBERS.get(plain)
