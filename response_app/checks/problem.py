"""What a check finds, and what it may look at besides the record (checks)."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Protocol

from ..domain.record import Record


class Severity(StrEnum):
    """How much a problem weighs, the heaviest first; the first three stop the final export."""

    WRONG = "wrong"
    LAW = "law"
    OFFICE_RULE = "office_rule"
    WARNING = "warning"
    HINT = "hint"


STOPPING = frozenset({Severity.WRONG, Severity.LAW, Severity.OFFICE_RULE})


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that a rule found.

    Attributes:
        code: name of the rule; codes keep their meaning.
        severity: how much it weighs.
        message: what is wrong, one short sentence without a full stop.
        place: dotted path with ids.
        paragraph: counted from 1, where it is in a text.
        start: first character in the paragraph, counted from 0; a live field counts as "[its name]".
        end: one past the last character.
        quote: the words it is about, or "".
        fix: what to do.
        source: the law or standard behind the rule, or "".
    """

    code: str
    severity: Severity
    message: str
    place: str
    paragraph: int | None = None
    start: int | None = None
    end: int | None = None
    quote: str = ""
    fix: str = ""
    source: str = ""

    @property
    def stops(self) -> bool:
        """Whether it stops the final export."""
        return self.severity in STOPPING


class Cleaned(Protocol):
    """What was cleaned away from a text while its file was read."""

    @property
    def place(self) -> str:
        """Dotted path with ids."""

    @property
    def message(self) -> str:
        """What was cleaned, in plain words."""


class Hashes(Protocol):
    """Compares what is printed of a record with the SHA-256, in hexadecimal, that a decision keeps."""

    def is_printed(self, record: Record, sha256: str) -> bool:
        """Tell whether all printed parts are those of the hash, which a sign-off is of."""

    def is_agreed(self, record: Record, sha256: str) -> bool:
        """Tell whether the chief officer's printed words are those of the hash, which an agreement is of."""


@dataclass(frozen=True, slots=True)
class Context:
    """What the rules may look at besides the record.

    Attributes:
        today: the day for which the record is checked.
        final: whether the final files are asked for; a draft is spared the rules that concern the final alone.
        has_glyph: tells whether the record's font can draw a character.
        holidays: bank holidays of England and Wales with their names.
        cleaned: what was cleaned away while the record was read.
        off: codes of the office's own rules that the office has switched off; rules of the law never are.
        hashes: what decisions are compared with; None where they are not.
        known: words of the office's own list; an acronym among them needs no explaining.
    """

    today: date
    final: bool
    has_glyph: Callable[[str], bool]
    holidays: Mapping[date, str] = field(default_factory=dict)
    cleaned: Sequence[Cleaned] = ()
    off: Collection[str] = ()
    hashes: Hashes | None = None
    known: Collection[str] = frozenset()
