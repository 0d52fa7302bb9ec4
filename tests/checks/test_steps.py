"""The checks take a long text some lines at a time: a window that reads it meanwhile answers between any two steps (checks)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

import pytest

from response_app.bank_holidays import HOLIDAYS
from response_app.checks import Checker, Context, checker
from response_app.checks.facts import Facts
from response_app.checks.matches import LineRule, Match
from response_app.checks.paragraphs import Line
from response_app.domain.canonical import from_plain
from response_app.domain.record import Sections

from .sound import TODAY, clean_record, draws


def test_no_step_reads_more_than_a_few_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []
    in_line = checker.in_line

    def noted(line: Line, facts: Facts, rules: Iterable[LineRule]) -> Iterator[tuple[LineRule, Match]]:
        read.append(line.words)
        return in_line(line, facts, rules)

    monkeypatch.setattr(checker, "in_line", noted)
    long = from_plain("\n\n".join(f"The plan number {number} is with the board; TBC." for number in range(200)))
    record = replace(clean_record(), sections=Sections(initial_response=long))
    context = Context(TODAY, True, draws, HOLIDAYS)
    most, before, steps = 0, 0, Checker().steps(record, context)
    found = None
    while found is None:
        try:
            next(steps)
        except StopIteration as ended:
            found = ended.value
        sections = [words for words in read[before:] if "plan number" in words]
        most, before = max(most, len(sections)), len(read)
    assert 1 < most <= 10
    assert found == Checker().run(record, context)
    assert sum(each.place == "sections.initial_response" for each in found) >= 200
