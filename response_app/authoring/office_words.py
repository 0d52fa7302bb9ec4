"""Use cases on the office's own words, which its spelling takes for right in every record (guided sections, answers)."""

from __future__ import annotations

from typing import Any

from ..domain.changes import Changes
from ..errors import AppError
from ..guidance.spelling import one_word
from ..store.work import Work

PLACE = "office_words"
"""The place of the list among what changes."""
MOST = 5_000
_KEY = "words"


def office_words(work: Work) -> tuple[str, ...]:
    """Return the office's own words, in the order of the alphabet."""
    kept: Any = work.settings.get(_KEY, [])
    return tuple(sorted((each for each in kept if isinstance(each, str)), key=str.casefold)) if isinstance(kept, list) else ()


def add_word(work: Work, word: str) -> Changes:
    """Take a word into the office's list; one that is there stays as it is.

    Raises:
        AppError: it is no single word, or the list is full.
    """
    made = one_word(word)
    if not made:
        raise AppError("This is not a single word, so it was not added.", "Add one word at a time, and a word with a hyphen as its parts.")
    before = office_words(work)
    if made in before:
        return Changes("", empty=True)
    if len(before) >= MOST:
        raise AppError(f"The office’s list holds {MOST:,} words, the most that it can hold.", "Remove words that are no longer used.")
    return _keep(work, before, (*before, made), "add word")


def remove_word(work: Work, word: str) -> Changes:
    """Take a word out of the office's list; one that is not there changes nothing."""
    before = office_words(work)
    made = one_word(word)
    if made not in before:
        return Changes("", empty=True)
    return _keep(work, before, tuple(each for each in before if each != made), "remove word")


def _keep(work: Work, before: tuple[str, ...], after: tuple[str, ...], name: str) -> Changes:
    """Keep the list, and say how to go back: what is in one and not in the other."""
    work.settings.set(_KEY, [*after])
    return Changes("", name, (PLACE,), words=(before, after))


def take_back(work: Work, changes: Changes) -> Changes:
    """Undo `add_word` or `remove_word`: words that came and went since by other steps stay as they are.

    Returns:
        What is new, itself to be undone (redo).
    """
    if changes.words is None:
        raise ValueError("this was no change of the office's words")
    then, since = (frozenset(each) for each in changes.words)
    now = office_words(work)
    after = (*(each for each in now if each in then or each not in since), *sorted((then - since) - frozenset(now)))
    return _keep(work, now, after, changes.name)
