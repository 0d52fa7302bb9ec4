"""The hints on readability as rules on a record: the detectors of `readability` at their places (checks)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache

from ..domain.record import Record
from ..domain.richtext import LANGUAGES
from ..domain.selection import numbers, to_answer
from .facts import Facts
from .finding_terms import words_absent_from_answers
from .matches import LineRule, Match, RecordTextsRule
from .paragraphs import Kind, Line, Read
from .problem import Context, Problem, Severity
from .readability import (
    BLANKS_TOGETHER,
    Mark,
    acronym_unexplained,
    acronyms,
    american_spelling,
    double_space,
    explained,
    long_sentence,
    passive,
)
from .readability_words import AMERICAN, DONE

_KEPT = 20_000
_PLAIN = "GOV.UK style guide; the public reads it"


def _rule(code: str, find: Callable[[str], Iterator[Mark]], words: frozenset[str] = frozenset(), marks: Sequence[str] = ()) -> LineRule:
    def on_line(line: Line, facts: Facts) -> Iterator[Match]:
        if _is_ours(line, facts):
            yield from (Match(each.start, each.end, each.message, each.fix) for each in find(line.words))

    return LineRule(code, Severity.HINT, on_line, _PLAIN, words, marks)


def _is_ours(line: Line, facts: Facts) -> bool:
    """Whether the words are ours to put better: no quotation, all of it in English."""
    if line.kind in (Kind.QUOTED, Kind.ATTRIBUTION):
        return False
    language = line.language or facts.language
    return all((run.language or language) == LANGUAGES[0] for run in line.runs)


RULES = (
    _rule("long_sentence", long_sentence),
    _rule("passive", passive, DONE),
    _rule("double_space", double_space, marks=BLANKS_TOGETHER),
    _rule("american_spelling", american_spelling, frozenset(AMERICAN)),
)


@lru_cache(_KEPT)
def _acronyms(words: str) -> tuple[tuple[str, int, int], ...]:
    return tuple(acronyms(words))


@lru_cache(_KEPT)
def _explained(words: str) -> frozenset[str]:
    return explained(words)


def unexplained_acronyms(texts: Sequence[Read], facts: Facts) -> Iterator[tuple[Read, Line, Match]]:
    """An acronym that the record explains nowhere, where it stands first; those of its own titles and of the report are known."""
    lines = [(text, line) for text in texts for line in text.lines if _acronyms(line.words) and _is_ours(line, facts)]
    said = set(facts.short_forms).union(*(_explained(line.words) for _, line in lines))
    for text, line in lines:
        for name, start, end in _acronyms(line.words):
            if name not in said:
                said.add(name)
                mark = acronym_unexplained(name, start, end)
                yield text, line, Match(start, end, mark.message, mark.fix)


TEXTS_RULES = (RecordTextsRule("acronym_unexplained", Severity.HINT, unexplained_acronyms, _PLAIN),)


def finding_terms_absent(record: Record, context: Context) -> Iterator[Problem]:
    """Important words of a finding that neither half of its answer mentions: a prompt to reread, no rule."""
    number: dict[str, str] = {}
    for finding in to_answer(record):
        absent = words_absent_from_answers(record, finding)
        if absent:
            number = number or numbers(record)
            yield Problem(
                "finding_terms_absent",
                Severity.HINT,
                f"{finding.kind.words} {number[finding.id]}: neither answer mentions {', '.join(absent)}",
                f"findings[{finding.id}].action",
                quote=", ".join(absent),
                fix="Read the finding once more; the answer may well be right as it stands.",
                source="A prompt to reread, not a rule",
            )
