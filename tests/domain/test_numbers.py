"""Counts in words up to ten."""

from __future__ import annotations

import pytest

from response_app.domain import numbers


@pytest.mark.parametrize(
    ("number", "words"),
    [
        *enumerate(["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "11", "12"]),
        (43, "43"),
        (999, "999"),
        (1000, "1,000"),
        (12345, "12,345"),
        (1000000, "1,000,000"),
    ],
)
def test_words_up_to_ten_and_digits_above(number: int, words: str) -> None:
    assert numbers.in_words(number) == words


def test_less_than_none_is_refused() -> None:
    with pytest.raises(ValueError, match="below zero"):
        numbers.in_words(-1)
