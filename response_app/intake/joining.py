"""Report in: the lines of a paragraph as one text; a word that was hyphenated over the end of a line is whole again."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_SIGNS = "‘“('\""
_FEWEST_DIVIDED = 2


@dataclass(frozen=True, slots=True)
class Spelling:
    """How a report spells: its words in small letters, and whether its lines end within words that have no hyphen elsewhere."""

    words: frozenset[str] = frozenset()
    divides: bool = False


def spelling_of(lines: Sequence[str]) -> Spelling:
    """Return how a report spells that has these lines; of one without a hyphen at a line's end nothing needs to be known."""
    ends = [(above, below) for above, below in pairwise(lines) if above.endswith("-") and below[:1].islower()]
    if not ends:
        return Spelling()
    words = frozenset(word for line in lines for word in _WORD.findall(line.casefold()))
    divided = 0
    for above, below in ends:
        stem, rest = _halves(above, below)
        divided += f"{stem}{rest}" in words and f"{stem}-{rest}" not in words
    return Spelling(words, divided >= _FEWEST_DIVIDED)


def joined(texts: Iterable[str], spelling: Spelling = Spelling()) -> str:
    """Return the lines of a paragraph as one; a hyphen at the end of a line stays only where the word is spelt with it.

    Args:
        texts: the lines.
        spelling: of the whole report; without it only the first part of the word tells.
    """
    parts: list[str] = []
    for text in texts:
        if not text:
            continue
        last = parts[-1] if parts else ""
        if not last:
            parts.append(text)
        elif last.endswith("-") and len(last) > 1 and last[-2].isalpha():
            parts[-1] = last if _keeps_hyphen(last, text, spelling) else last[:-1]
            parts.append(text)
        elif last.endswith(("/", "—")) and not last.endswith((" /", " —")):
            parts.append(text)
        else:
            parts += [" ", text]
    return "".join(parts)


_PREFIXES = frozenset(
    [
        "all",
        "anti",
        "by",
        "co",
        "cross",
        "cyber",
        "de",
        "decision",
        "evidence",
        "ex",
        "face",
        "follow",
        "force",
        "full",
        "high",
        "in",
        "inter",
        "in-depth",
        "intelligence",
        "large",
        "life",
        "long",
        "low",
        "mid",
        "multi",
        "no",
        "non",
        "off",
        "on",
        "one",
        "out",
        "over",
        "part",
        "police",
        "post",
        "pre",
        "problem",
        "pro",
        "re",
        "real",
        "risk",
        "self",
        "semi",
        "short",
        "single",
        "so",
        "sub",
        "third",
        "time",
        "trauma",
        "two",
        "under",
        "up",
        "value",
        "victim",
        "well",
        "whole",
        "year",
    ]
)


_SYLLABLES = frozenset({"by", "co", "de", "in", "inter", "no", "off", "on", "out", "over", "pre", "pro", "re", "so", "sub", "under", "up"})
"""Prefixes at which words without a hyphen are divided too ("pro-vide", "in-formation")."""


def _keeps_hyphen(before: str, after: str, spelling: Spelling) -> bool:
    """Say whether a hyphen at a line's end belongs to the word.

    It does in front of a capital or figure, in a chain, and where the report spells the word with it elsewhere; it does not
    where the report spells it without. A prefix keeps it, unless the report divides words at their syllables.
    """
    stem, rest = _halves(before, after)
    if not after[:1].islower() or "-" in stem or after.startswith(("and ", "or ")) or f"{stem}-{rest}" in spelling.words:
        return True
    if f"{stem}{rest}" in spelling.words or stem not in _PREFIXES:
        return False
    return not (spelling.divides and stem in _SYLLABLES)


def _halves(before: str, after: str) -> tuple[str, str]:
    """Return the two parts of a word that a line's end divides, in small letters."""
    found = _WORD.match(after.casefold())
    return before[:-1].rpartition(" ")[2].lstrip(_SIGNS).casefold(), found[0] if found else ""
