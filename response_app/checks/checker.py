"""Runs the rules over a record; what did not change since the last run is not read again (checks)."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator
from dataclasses import replace

from ..domain.places import TextAt, order, strings, texts
from ..domain.record import Record
from ..domain.richtext import RichText, Run
from .facts import Facts, facts_of
from .matches import LineRule, Match, RecordTextsRule, TextRule
from .paragraphs import Kind, Line, Read, read
from .problem import Context, Problem, Severity
from .registry import ACROSS_TEXTS, LINE_RULES, OF_ALL, ON_STRINGS, RECORD_RULES, TEXT_RULES
from .texts import field_unresolved, glyph_missing_in

_WEIGHT = {severity: weight for weight, severity in enumerate(Severity)}
_BETWEEN_WORDS = ".,;:!?()[]{}<>/\\|'\"“”‘’–—-…&_"

Told = tuple[tuple[LineRule, Match], ...]


class Checker:
    """Checks one record again and again as somebody writes it.

    Texts are values: one that is the same object as before has the same problems, as long as the facts are equal.
    """

    def __init__(self) -> None:
        self._facts: Facts | None = None
        self._reads: dict[str, tuple[RichText, Read]] = {}
        self._of_text: dict[str, tuple[Read, tuple[Problem, ...]]] = {}
        self._of_line: dict[tuple[object, ...], Told] = {}

    def run(self, record: Record, context: Context) -> list[Problem]:
        """Return everything that the rules find, the heaviest first, then in the order of the record.

        What one of the office's own rules finds is left out where the office has switched that rule off.
        """
        steps = self.steps(record, context)
        while True:
            try:
                next(steps)
            except StopIteration as ended:
                found: list[Problem] = ended.value
                return found

    def steps(self, record: Record, context: Context) -> Generator[None, None, list[Problem]]:
        """Do what `run` does a text or a rule at a time, so that a window can let events have their turn; what is left half done is kept."""
        facts = facts_of(record)
        if facts != self._facts:
            self._facts, self._of_text, self._of_line = facts, {}, {}
        found: list[Problem] = []
        for rule in RECORD_RULES:
            found += rule(record, context)
            yield
        reads: list[Read] = []
        for at in texts(record):
            reads.append(self._read(at))
            yield
        for each in reads:
            if each.printed:
                found += self._in_text(each, facts, context)
                found += field_unresolved(record, each) if each.fields else ()
                yield
        judged = [each for each in reads if each.is_judged]
        for across in ACROSS_TEXTS:
            found += [_problem(across, text.place, line, match) for text, line, match in across.find(judged, facts)]
            yield
        found += _in_strings(record, facts)
        yield
        kept = [each for each in found if not _is_off(each, context)]
        return sorted(kept, key=lambda each: (_WEIGHT[each.severity], order(record, each.place), each.paragraph or 0, each.start or 0))

    def _read(self, at: TextAt) -> Read:
        known = self._reads.get(at.place)
        if known is None or known[0] is not at.text or known[1].printed != at.printed:
            known = self._reads[at.place] = (at.text, read(at))
        return known[1]

    def _in_text(self, text: Read, facts: Facts, context: Context) -> tuple[Problem, ...]:
        known = self._of_text.get(text.place)
        if known is None or known[0] is not text:
            known = self._of_text[text.place] = (text, (*glyph_missing_in(text, context.has_glyph), *self._told(text, facts)))
        return known[1]

    def _told(self, text: Read, facts: Facts) -> Iterator[Problem]:
        for line in text.lines:
            for rule, match in self._in_line(line, facts, LINE_RULES if text.is_judged else OF_ALL):
                yield _problem(rule, text.place, line, match)
        for each in TEXT_RULES if text.is_judged else ():
            yield from (_problem(each, text.place, line, match) for line, match in each.find(text.lines))

    def _in_line(self, line: Line, facts: Facts, rules: tuple[LineRule, ...]) -> Told:
        plain = all(not (run.link or run.bold or run.field) for run in line.runs)
        key = (line.words, line.kind, rules is OF_ALL, None if plain else line.runs)
        known = self._of_line.get(key)
        if known is None:
            known = self._of_line[key] = tuple(in_line(line, facts, rules))
        return known


def in_line(line: Line, facts: Facts, rules: Iterable[LineRule] = LINE_RULES) -> Iterator[tuple[LineRule, Match]]:
    """Yield what the rules on words find in one line."""
    if not line.words or line.kind is Kind.FIELD:
        return
    held = _words_in(line.words)
    for rule in rules:
        asked = not (rule.words or rule.marks) or not held.isdisjoint(rule.words) or any(mark in line.words for mark in rule.marks)
        if asked:
            for match in rule.find(line, facts):
                yield rule, match


def _words_in(line: str) -> set[str]:
    plain = line.lower()
    for mark in _BETWEEN_WORDS:
        if mark in plain:
            plain = plain.replace(mark, " ")
    return set(plain.split())


def _in_strings(record: Record, facts: Facts) -> Iterator[Problem]:
    """What a plain string that is printed must not hold either; it has no paragraphs."""
    for place, words in strings(record):
        line = Line(1, words, (Run(words),), Kind.CELL)
        for rule, match in in_line(line, facts, ON_STRINGS):
            yield replace(_problem(rule, place, line, match), paragraph=None)


def _problem(rule: LineRule | TextRule | RecordTextsRule, place: str, line: Line, match: Match) -> Problem:
    quote = line.words[match.start : match.end]
    return Problem(rule.code, rule.severity, match.message, place, line.number, match.start, match.end, quote, match.fix, rule.source)


def _is_off(problem: Problem, context: Context) -> bool:
    return problem.severity is Severity.OFFICE_RULE and problem.code in context.off


def run(record: Record, context: Context) -> list[Problem]:
    """Return everything that the rules find in a record, the heaviest first, then in the order of the record."""
    return Checker().run(record, context)
