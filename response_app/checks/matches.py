"""A rule on words: what it is called, what it looks for in one line, and how what it finds is told (checks)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from .facts import Facts
from .paragraphs import Line, Read
from .problem import Severity


class Match(NamedTuple):
    """What a rule found in a line: characters from `start` up to `end`, one short sentence without a full stop, what to do."""

    start: int
    end: int
    message: str
    fix: str


@dataclass(frozen=True, slots=True)
class LineRule:
    """A rule that needs to see no more than one line and the facts.

    Attributes:
        code: its stable code.
        severity: how much it weighs.
        find: yields what it finds.
        source: where it comes from: a subsection, guidance, or what published records show.
        words: the rule is asked only about lines that hold one of these words, in small letters; none for every line.
        marks: or one of these strings of characters.
        of_all: whether it reads the inspectors' words too, for a fault that copying left in them.
    """

    code: str
    severity: Severity
    find: Callable[[Line, Facts], Iterable[Match]]
    source: str = ""
    words: frozenset[str] = frozenset()
    marks: Sequence[str] = ()
    of_all: bool = False


@dataclass(frozen=True, slots=True)
class TextRule:
    """A rule that needs to see all lines of a text, and nothing else; `find` yields a line with what it finds there."""

    code: str
    severity: Severity
    find: Callable[[Sequence[Line]], Iterable[tuple[Line, Match]]]
    source: str = ""


@dataclass(frozen=True, slots=True)
class RecordTextsRule:
    """A rule that needs to see all texts of a record; `find` yields a text and a line with what it finds there."""

    code: str
    severity: Severity
    find: Callable[[Sequence[Read], Facts], Iterable[tuple[Read, Line, Match]]]
    source: str = ""


def among(*words: str) -> frozenset[str]:
    """Return words for `LineRule.words`, each given as a string of words with spaces between."""
    return frozenset(word for each in words for word in each.split())
