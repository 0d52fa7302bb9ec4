"""`check`: what stops publication, what to look at, and hints (checks)."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from datetime import date
from itertools import groupby
from pathlib import Path

from ..authoring.judging import Verdict, judge
from ..checks import Problem, Severity
from ..domain.places import human
from ..domain.record import Record
from .files import open_record
from .usage import Outcome, Parser, add_today

STOPS = 1
_HEADINGS = {
    Severity.WRONG: "Wrong: put these right",
    Severity.LAW: "The law asks for these",
    Severity.OFFICE_RULE: "The office’s own rules ask for these",
    Severity.WARNING: "Look at these",
    Severity.HINT: "Hints",
}


def add_to(commands: argparse._SubParsersAction[Parser]) -> None:
    """Add the command to the program."""
    words = "Say what stops publication, what to look at, and give hints."
    parser = commands.add_parser("check", help=words, description=words)
    parser.given.add_argument("record", metavar="RECORD.json", type=Path, help="the record file")
    forms = ("text", "json")
    parser.options.add_argument("--as", dest="form", metavar="FORM", choices=forms, default="text", help="text (the default) or json")
    add_today(parser)
    parser.set_defaults(run=run)


def run(given: argparse.Namespace) -> Outcome:
    """Check a record file; exit code 1 when something stops publication."""
    reading = open_record(given.record)
    verdict = judge(reading.record, final=True, today=given.today or date.today(), cleaned=reading.cleaned)
    text = as_json(verdict.problems) if given.form == "json" else as_text(reading.record, verdict)
    return Outcome(text, STOPS if verdict.stopping else 0)


def as_json(problems: Sequence[Problem]) -> str:
    """Return the problems as a JSON list."""
    return json.dumps([asdict(each) for each in problems], ensure_ascii=False, indent=2)


def as_text(record: Record, verdict: Verdict) -> str:
    """Return the problems grouped by how much they weigh, and the count as the last line."""
    return "\n".join([*_groups(record, verdict.problems), *_passed(verdict), _count(verdict)])


def _groups(record: Record, problems: Sequence[Problem]) -> Iterator[str]:
    """The problems by class; equal ones once, with every place where they stand."""
    for severity, group in groupby(problems, key=lambda each: each.severity):
        yield _HEADINGS[severity]
        equal: dict[tuple[str, str, str], list[Problem]] = {}
        for each in group:
            equal.setdefault((each.code, each.message, each.fix), []).append(each)
        for first, *others in equal.values():
            places = dict.fromkeys(_where(record, each) for each in (first, *others))
            yield f"  {first.message}"
            yield f"    {'; '.join(places)}. {first.fix}".rstrip()
            if first.source:
                yield f"    ({first.source})"
        yield ""


def _where(record: Record, problem: Problem) -> str:
    words = human(record, problem.place)
    return f"{words}, paragraph {problem.paragraph}" if problem.paragraph else words


def _passed(verdict: Verdict) -> Iterator[str]:
    if verdict.passed:
        yield "Passed by a decision that the record keeps"
        yield from (f"  {each.message}" for each in verdict.passed)
        yield ""
    if verdict.set_aside:
        number = len(verdict.set_aside)
        yield f"{number} set aside with a reason that the record keeps"
        yield ""


def _count(verdict: Verdict) -> str:
    stopping = len(verdict.stopping)
    others = len(verdict.problems) - stopping
    words = {0: "Nothing stops publication.", 1: "1 problem stops publication."}.get(stopping, f"{stopping} problems stop publication.")
    return words + {0: "", 1: " 1 other thing to look at."}.get(others, f" {others} other things to look at.")
