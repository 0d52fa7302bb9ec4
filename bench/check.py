"""How long the checks take over the large record, in processor time: all of it, and after one key (checks)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from itertools import islice
from statistics import median, quantiles
from time import process_time

from response_app.authoring.judging import PrintedHashes
from response_app.bank_holidays import HOLIDAYS
from response_app.checks import Checker, Context
from response_app.domain.record import Record
from response_app.domain.response import Decision, DecisionKind
from response_app.domain.richtext import Paragraph, RichText, Run
from response_app.interchange import printed_sha256

from .results import Alone, WindowRow
from .samples import large_record
from .tools import Workshop

TODAY = date(2024, 7, 1)
_ROUNDS = 40
_WHOLE_AIM_MS, _KEY_AIM_MS = 100.0, 10.0


def signed_record() -> Record:
    """Return the large record with a sign-off of its words, which every check compares."""
    record = large_record()
    record = replace(record, state=replace(record.state, version_label="1.0"))
    signed = Decision(what=DecisionKind.SIGNED_OFF, by="A. Example", on=TODAY, version_label="1.0", sha256=printed_sha256(record))
    return replace(record, state=replace(record.state, decisions=(signed,)))


def context() -> Context:
    """Return what the rules look at besides the record, as the window has it."""
    from response_app.record import has_glyph

    return Context(TODAY, True, has_glyph, HOLIDAYS, hashes=PrintedHashes())


def whole(workshop: Workshop) -> Alone:
    """Measure checks by a checker that has seen nothing before."""
    record, given = signed_record(), context()
    return _summary(_took(lambda: Checker().run(record, given)) for _ in range(_ROUNDS))


def keys(typed: Callable[[Record], Iterator[Record]]) -> Callable[[Workshop], Alone]:
    """Return what measures checks of a record that somebody types in."""

    def measure(workshop: Workshop) -> Alone:
        record, given, checker = signed_record(), context(), Checker()
        checker.run(record, given)
        return _summary(_took(lambda each=each: checker.run(each, given)) for each in islice(typed(record), _ROUNDS))  # type: ignore[misc]

    return measure


def in_a_section(record: Record) -> Iterator[Record]:
    """Yield the record with one letter more in its initial response each time."""
    while True:
        sections = record.sections
        record = replace(record, sections=replace(sections, initial_response=_one_more(sections.initial_response)))
        yield record


def in_an_answer(record: Record) -> Iterator[Record]:
    """Yield the record with one letter more in the answer to a finding each time."""
    at = next(index for index, each in enumerate(record.findings) if each.action and each.action[0].text)
    while True:
        finding = record.findings[at]
        action = (replace(finding.action[0], text=_one_more(finding.action[0].text)), *finding.action[1:])
        record = replace(record, findings=(*record.findings[:at], replace(finding, action=action), *record.findings[at + 1 :]))
        yield record


def _one_more(text: RichText) -> RichText:
    """A text with one letter more in its first paragraph."""
    at, block = next((at, each) for at, each in enumerate(text) if isinstance(each, Paragraph) and each.runs)
    last = block.runs[-1]
    changed = replace(block, runs=(*block.runs[:-1], Run(f"{last.text}e", bold=last.bold)))
    return (*text[:at], changed, *text[at + 1 :])


def _took(act: Callable[[], object]) -> float:
    start = process_time()
    act()
    return (process_time() - start) * 1000


def _summary(times: Iterator[float]) -> Alone:
    found = list(times)
    low, _, high = quantiles(found, n=4)
    return Alone(median(found), "ms", low, high, len(found))


CHECK_ROWS = (
    WindowRow("check-whole", "all rules, 89,000 words", whole, _WHOLE_AIM_MS),
    WindowRow("check-key-section", "all rules after a key, in a section", keys(in_a_section), _KEY_AIM_MS),
    WindowRow("check-key-answer", "all rules after a key, in an answer", keys(in_an_answer), _KEY_AIM_MS),
)
