"""Runs the rules over a record; what did not change since the last run is not read again (checks)."""

from __future__ import annotations

import re
from collections.abc import Generator, Iterable, Iterator
from dataclasses import dataclass, replace

from ..domain.finding import Finding
from ..domain.places import TextAt, order, strings, texts
from ..domain.record import Record
from ..domain.richtext import RichText, Run
from .facts import Facts, facts_of
from .matches import LineRule, Match, RecordTextsRule, TextRule
from .paragraphs import Kind, Line, Read, as_read, read
from .problem import Context, Problem, Severity
from .registry import ACROSS_TEXTS, LINE_RULES, OF_ALL, ON_STRINGS, OTHER_RULES, SECTION_RULES, TEXT_RULES
from .texts import field_unresolved, glyph_missing_in

_WEIGHT = {severity: weight for weight, severity in enumerate(Severity)}
_TOKEN = re.compile("[a-z0-9]+")
_LINES = 8
"""Lines of a text that are read in one step; a line takes a tenth of a millisecond."""
_ASKED_BY = frozenset(word for rule in LINE_RULES for word in rule.words)

Told = tuple[tuple[LineRule, Match], ...]


@dataclass(frozen=True, slots=True)
class _Rest:
    """What was found in all but the sections of a record, and in which order its places come."""

    record: Record
    context: Context
    facts: Facts
    problems: tuple[Problem, ...]
    order: dict[str, tuple[int, ...]]

    def is_of(self, record: Record, context: Context) -> bool:
        """Tell whether all but the sections is as it was."""
        own = self.record
        same = own.office is record.office and own.state is record.state and own.inspection is record.inspection
        return same and own.findings is record.findings and own.language == record.language and self.context == context

    def is_ordered_as(self, record: Record) -> bool:
        """Tell whether places come in the same order in another record."""
        own = self.record
        same = own.office is record.office and own.state is record.state and own.inspection is record.inspection
        return same and list(map(_held, own.findings)) == list(map(_held, record.findings))


def _held(finding: Finding) -> tuple[str, int, int]:
    return finding.id, len(finding.action), len(finding.updates)


class Checker:
    """Checks one record again and again as somebody writes it.

    Texts are values: one that is the same object as before has the same problems, as long as the facts are equal.
    """

    def __init__(self) -> None:
        self._facts: Facts | None = None
        self._rest: _Rest | None = None
        self._reads: dict[str, tuple[RichText, Read]] = {}
        self._of_text: dict[str, tuple[Read, tuple[Problem, ...]]] = {}
        self._of_line: dict[tuple[object, ...], Told] = {}
        self._of_string: dict[str, Told] = {}

    def run(self, record: Record, context: Context) -> list[Problem]:
        """Return everything that the rules find, the heaviest first, then in the order of the record.

        What one of the office's own rules finds is left out where the office has switched that rule off, and so are acronyms of its list.
        """
        steps = self.steps(record, context)
        while True:
            try:
                next(steps)
            except StopIteration as ended:
                found: list[Problem] = ended.value
                return found

    def steps(self, record: Record, context: Context) -> Generator[None, None, list[Problem]]:
        """Do what `run` does a text or a rule at a time, so that a window can let events have their turn; what is half done is kept."""
        rest = yield from self._besides_sections(record, context)
        facts = rest.facts
        found: list[Problem] = [*rest.problems]
        for rule in SECTION_RULES:
            found += rule(record, context)
            yield
        reads: list[Read] = []
        for at in texts(record):
            reads.append(self._read(at))
            yield
        for each in reads:
            if each.printed:
                found += yield from self._in_text(each, facts, context)
                found += field_unresolved(record, each) if each.fields else ()
                yield
        judged = [each for each in reads if each.is_judged]
        for across in ACROSS_TEXTS:
            found += [_problem(across, text.place, line, match) for text, line, match in across.find(judged, facts)]
            yield
        kept = [each for each in found if not _is_off(each, context)]
        for place in {each.place for each in kept} - rest.order.keys():
            rest.order[place] = order(record, place)
        return sorted(kept, key=lambda each: (_WEIGHT[each.severity], rest.order[each.place], each.paragraph or 0, each.start or 0))

    def _besides_sections(self, record: Record, context: Context) -> Generator[None, None, _Rest]:
        """What depends on all but the sections; while somebody types in one of these, it is the same."""
        known = self._rest
        if known is not None and known.is_of(record, context):
            return known
        facts = facts_of(record)
        if facts != self._facts:
            self._facts, self._of_text, self._of_line, self._of_string = facts, {}, {}, {}
        found: list[Problem] = []
        for rule in OTHER_RULES:
            found += rule(record, context)
            yield
        found += self._in_strings(record, facts)
        same = known is not None and known.is_ordered_as(record)
        self._rest = made = _Rest(record, context, facts, tuple(found), known.order if known and same else {})
        return made

    def _read(self, at: TextAt) -> Read:
        known = self._reads.get(at.place)
        if known is None or known[0] is not at.text or known[1].printed != at.printed:
            known = self._reads[at.place] = (at.text, read(at))
        return known[1]

    def _in_text(self, text: Read, facts: Facts, context: Context) -> Generator[None, None, tuple[Problem, ...]]:
        """What is found in one text, some lines at a time: of a long one all of them take a window's thread for too long."""
        known = self._of_text.get(text.place)
        if known is None or known[0] is not text:
            found = [*glyph_missing_in(text, context.has_glyph)]
            for number, line in enumerate(text.lines, start=1):
                told = self._in_line(line, facts, LINE_RULES if text.is_judged else OF_ALL)
                found += [_problem(rule, text.place, line, match) for rule, match in told]
                if not number % _LINES:
                    yield
            for each in TEXT_RULES if text.is_judged else ():
                found += [_problem(each, text.place, line, match) for line, match in each.find(text.lines)]
            known = self._of_text[text.place] = (text, tuple(found))
        return known[1]

    def _in_line(self, line: Line, facts: Facts, rules: tuple[LineRule, ...]) -> Told:
        plain = all(not (run.link or run.bold or run.field or run.language) for run in line.runs)
        key = (line.words, line.kind, line.language, rules is OF_ALL, None if plain else line.runs)
        known = self._of_line.get(key)
        if known is None:
            known = self._of_line[key] = tuple(in_line(line, facts, rules))
        return known

    def _in_strings(self, record: Record, facts: Facts) -> Iterator[Problem]:
        """What a plain string that is printed must not hold either; it has no paragraphs."""
        for place, words in strings(record):
            known = self._of_string.get(words)
            if known is None:
                known = self._of_string[words] = tuple(in_line(_as_line(words), facts, ON_STRINGS))
            for rule, match in known:
                yield replace(_problem(rule, place, _as_line(words), match), paragraph=None)


def _as_line(words: str) -> Line:
    return Line(1, as_read(words), (Run(words),), Kind.CELL, written=words)


def in_line(line: Line, facts: Facts, rules: Iterable[LineRule] = LINE_RULES) -> Iterator[tuple[LineRule, Match]]:
    """Yield what the rules on words find in one line."""
    if not line.words or line.kind is Kind.FIELD:
        return
    held = _words_in(line.words) & _ASKED_BY if rules is not OF_ALL else frozenset()
    for rule in rules:
        asked = not (rule.words or rule.marks) or not held.isdisjoint(rule.words) or any(mark in line.words for mark in rule.marks)
        if asked:
            for match in rule.find(line, facts):
                yield rule, match


def _words_in(line: str) -> frozenset[str]:
    return frozenset(_TOKEN.findall(line.lower()))


def _problem(rule: LineRule | TextRule | RecordTextsRule, place: str, line: Line, match: Match) -> Problem:
    quote = line.written[match.start : match.end]
    return Problem(rule.code, rule.severity, match.message, place, line.number, match.start, match.end, quote, match.fix, rule.source)


def _is_off(problem: Problem, context: Context) -> bool:
    if problem.code == "acronym_unexplained":
        return problem.quote in context.known
    return problem.severity is Severity.OFFICE_RULE and problem.code in context.off


def run(record: Record, context: Context) -> list[Problem]:
    """Return everything that the rules find in a record, the heaviest first, then in the order of the record."""
    return Checker().run(record, context)
