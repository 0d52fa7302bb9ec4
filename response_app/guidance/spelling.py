"""Spelling in British English, offline: which words of a text are in doubt, and what may be meant (guided sections, answers).

Enchant with the system's dictionary knows the language; `templates/words.txt` the terms of policing and inspection; the
office has words of its own, and a record its names. What the dictionary said of a word is remembered, so that a
text is read again in the time of a look into a `dict`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from functools import cache
from threading import Lock
from typing import NamedTuple, Protocol

from ..domain.record import Record
from ..errors import AppError
from ..paths import template

LANGUAGE = "en_GB"
MOST_SUGGESTIONS = 5
NOT_AVAILABLE = "Spelling is not available on this computer"

_MOST_REMEMBERED = 200_000
_LONGEST = 60
"""Letters of a word beyond which nothing is looked up: no word of the language is as long."""
_WORD = re.compile(r"[^\W_]+(?:['’ʼ][^\W_]+)*")
_ADDRESS = re.compile(
    r"\w[\w+.-]*:/?/?\S+\.\S+|\S+@\S+"
    r"|\w[\w-]*(?:\.\w[\w-]*)*\.(?:com|cymru|eu|gov|info|london|mod|net|org|police|uk|wales)\b\S*",
    re.IGNORECASE,
)
_APOSTROPHES = str.maketrans("’ʼ", "''")


class Word(NamedTuple):
    """A word of a text: its first character, the one after its last, and how it is written."""

    start: int
    end: int
    text: str


class Dictionary(Protocol):
    """What is asked of a dictionary."""

    def check(self, word: str) -> bool:
        """Tell whether a word, not empty, is spelt as the dictionary has it."""

    def suggest(self, word: str) -> list[str]:
        """Return what may be meant, the likeliest first."""


class SpellingAbsent(AppError):
    """This computer has no library or no dictionary for spelling; everything else works."""


def read_dictionary(language: str = LANGUAGE) -> Dictionary:
    """Read the system's dictionary; some 50 ms, and no work for the thread of the window.

    Raises:
        SpellingAbsent: the library or the dictionary is not there.
    """
    enchant_needed = "Everything else works. Ask those who look after this computer to install Enchant and its British English dictionary."
    try:
        import enchant  # finds the system's library, or fails in one of several ways
    except (ImportError, OSError, AssertionError) as error:
        raise SpellingAbsent(f"{NOT_AVAILABLE}: the library Enchant is missing.", enchant_needed) from error
    try:
        held: Dictionary = enchant.Broker().request_dict(language)
    except enchant.errors.Error as error:
        raise SpellingAbsent(f"{NOT_AVAILABLE}: there is no British English dictionary.", enchant_needed) from error
    return held


class Spelling:
    """Knows which words are right.

    `look_up` and `suggest` ask the dictionary and may be called in any thread; everything else belongs to one thread.
    """

    def __init__(self, dictionary: Dictionary) -> None:
        self._dictionary = dictionary
        self._asking = Lock()  # Enchant answers one thread at a time
        self._known: dict[str, bool] = {}
        self._own: frozenset[str] = frozenset()
        self._is_own: dict[str, bool] = {}
        self.use(())

    def use(self, words: Iterable[str]) -> None:
        """Take these words for right, beside those that ship; words used before are forgotten."""
        self._own = shipped_words() | {_plain(each[0]) for word in words for each in _WORD.finditer(word)}
        self._is_own = {}

    def doubtful(self, text: str, start: int = 0, end: int | None = None) -> Iterator[Word]:
        """Yield the words from `start` to `end` of a text that the dictionary does not have, or was not asked about yet.

        Left out are single letters, words with digits, words in capitals, and what belongs to an address.
        """
        addresses: list[tuple[int, int]] | None = None
        known = self._known
        for found in _WORD.finditer(text, start, len(text) if end is None else end):
            word = found[0]
            if known.get(word):
                continue
            if _is_checked(word):
                if addresses is None:
                    addresses = _addresses(text, start, end)
                if not any(first <= found.start() < last for first, last in addresses):
                    yield Word(found.start(), found.end(), word)
            else:
                self.remember({word: True})

    def is_known(self, word: str) -> bool | None:
        """Tell what the dictionary said of a word; None where it was not asked."""
        return self._known.get(word)

    def is_wrong(self, word: str) -> bool:
        """Tell whether neither the dictionary nor the office nor the record has a word; False while the dictionary was not asked."""
        if self._known.get(word) is not False:
            return False
        own = self._is_own.get(word)
        if own is None:
            own = self._is_own[word] = any(each in self._own or each.lower() in self._own for each in _forms(_plain(word)))
        return not own

    def look_up(self, words: Iterable[str]) -> dict[str, bool]:
        """Ask the dictionary about words; some 0.1 ms for each."""
        return {word: self._has(word) for word in words}

    def remember(self, verdicts: Mapping[str, bool]) -> None:
        """Remember what the dictionary said."""
        if len(self._known) > _MOST_REMEMBERED:
            self._known.clear()
        self._known.update(verdicts)

    def suggest(self, word: str) -> tuple[str, ...]:
        """Return up to five words that may be meant; some 50 ms."""
        plain = _plain(word)
        stem, ending = (plain[:-2], "'s") if plain.endswith("'s") else (plain, "")
        with self._asking:
            found = self._dictionary.suggest(stem) if len(stem) <= _LONGEST else []
        near = get_close_matches(stem, self._own, 2, 0.8)
        apostrophe = "'" if "'" in word else "’"
        made = dict.fromkeys(f"{each}{ending}".replace("'", apostrophe) for each in [*found[:3], *near, *found[3:]])
        return tuple(each for each in made if each != word)[:MOST_SUGGESTIONS]

    def _has(self, word: str) -> bool:
        if len(word) > _LONGEST:
            return False
        with self._asking:
            return any(self._dictionary.check(each) for each in _forms(_plain(word)))


def names_in(record: Record) -> tuple[str, ...]:
    """Return the names and titles of a record, which its texts may use: force, holder, chief officer, report ..."""
    office, inspection = record.office, record.inspection
    names = [office.force, office.body_title, office.body_short, office.holder, office.contact]
    names += [office.chief_officer_title, office.chief_officer_short, office.chief_officer]
    for body in office.joint_with:
        names += [body.force, body.body_title, body.body_short, body.holder, body.chief_officer_title, body.chief_officer]
    names += [inspection.title, inspection.inspectorate, *inspection.also_inspectorates]
    names += [name for each in inspection.judgements for name in (each.scope, each.area)]
    return tuple(name for name in names if name)


def one_word(typed: str) -> str:
    """Return a word as the office keeps it, "" where it is no single word."""
    word = typed.strip()
    return word.translate(_APOSTROPHES) if len(word) <= _LONGEST and _WORD.fullmatch(word) else ""


@cache
def shipped_words() -> frozenset[str]:
    """Return the terms of policing and inspection that ship."""
    lines = template("words.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(each for line in lines if not line.startswith("#") for each in line.split())


def _plain(word: str) -> str:
    return word.translate(_APOSTROPHES)


def _forms(word: str) -> tuple[str, ...]:
    """A word, and the same without the ending of a possessive."""
    return (word, word[:-2]) if word.endswith("'s") and len(word) > 2 else (word,)


def _is_checked(word: str) -> bool:
    stem = _forms(_plain(word))[-1]
    capitals = stem[:-1] if stem.endswith("s") else stem  # PCCs
    return len(stem) > 1 and not capitals.isupper() and not any(each.isdigit() for each in stem)


def _addresses(text: str, start: int, end: int | None) -> list[tuple[int, int]]:
    """Return where addresses of pages and of e-mail stand; one that begins before `start` is found too."""
    last = len(text) if end is None else end
    if not any(sign in text for sign in (".", "@", ":")):
        return []
    return [found.span() for found in _ADDRESS.finditer(text, text.rfind(" ", 0, start) + 1, last)]
