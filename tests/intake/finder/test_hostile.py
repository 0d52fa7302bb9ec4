"""Whatever a file holds, the finder ends in good time and raises nothing."""

from __future__ import annotations

import random
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from response_app.intake.finder import propose
from response_app.intake.lines import Box, Form, Line, LineKind, Reading
from response_app.intake.text_reader import read_text
from tests.fixtures.soak import how_many

from .corpus import reports
from .layouts import LAYOUTS, wrapped_text

_WORDS = """Area for improvement|Areas for improvement|Cause of concern|Recommendations|Recommendation 7|Good|Inadequate|Contents
By 31 February 2024, the force should|The force should immediately:|review how it works;|Published on: 32 May 2024|Within 0 months,
Exampleshire Police|Regional findings|Summary of findings|We make graded judgments in two of three areas as follows:|four recommendations
In our 2019 report we recommended|Innovative practice|Overall judgment|(|:|•|-|1.|R7|²|İ|""".replace("\n", "|").split("|")
_TEXT = st.lists(st.sampled_from(_WORDS) | st.text(max_size=8), max_size=4).map(" ".join)
_LINE = st.builds(
    Line,
    number=st.integers(0, 50),
    text=_TEXT,
    kind=st.sampled_from(LineKind),
    level=st.integers(0, 7),
    marker=st.sampled_from(["", "•", "1.", "a)", "12", "²."]),
    cells=st.lists(_TEXT, max_size=4).map(tuple),
    page=st.integers(0, 3),
    box=st.none() | st.builds(Box, *[st.floats(-10, 900)] * 4),
    size=st.sampled_from([0.0, 11.0, 14.0, 24.0]),
    bold=st.booleans(),
    opens=st.booleans(),
    joins=st.booleans(),
    heads=st.booleans(),
)


@pytest.mark.soak
@settings(max_examples=how_many(in_test=150, in_soak=5000))
@given(st.lists(_LINE, max_size=30), st.sampled_from(["marked", "placed", "plain"]))
def test_any_lines(lines: list[Line], layout: str) -> None:
    """Lines that no reader would give."""
    proposal = propose(Reading(Form.PDF, tuple(lines), layout=layout))
    assert all(found.finding.heading for found in proposal.findings)


@pytest.mark.soak
def test_mutated_reports() -> None:
    """Reports with pieces cut out, doubled, moved and changed."""
    rng = random.Random(20240514)
    sources = [report.source for report in reports()]
    for _ in range(how_many(in_test=300, in_soak=10_000)):
        text = rng.choice(sources)
        for _ in range(rng.randint(1, 12)):
            at, length = rng.randrange(len(text) + 1), rng.randint(1, 60)
            piece = rng.choice(
                ["", text[at : at + length] * rng.randint(1, 4), rng.choice(_WORDS), "\n", "\f", "\0", "\u2028", "#", "•\n\n", "\t"]
            )
            text = text[:at] + piece + text[at + rng.randint(0, length) :]
        form = rng.choice([*LAYOUTS.values(), read_text])
        if text.strip():
            propose(form(text or "x"))


def _many(text: str, count: int, kind: LineKind = LineKind.TEXT) -> list[Line]:
    return [Line(number, text, kind, 2 if kind is LineKind.HEADING else 1, opens=True) for number in range(1, count + 1)]


_LONG = how_many(in_test=10_000, in_soak=100_000)
_BIG = "the " * 250_000
HOSTILE = {
    "a megabyte of one sentence": _many("By " + _BIG, 1),
    "a megabyte of capitals": _many("Police " * 150_000, 1),
    "a megabyte under a label": [*_many("Recommendations", 1, LineKind.HEADING), *_many("The force should " + _BIG, 1)],
    "a megabyte in a heading": _many("Recommendation " + _BIG, 1, LineKind.HEADING),
    "a megabyte of hyphens": _many("a-" * 500_000, 1),
    "a megabyte of sentences that recommend": _many("In our 2019 report it was so. " + "We recommended that it should. " * 30_000, 1),
    "items": [*_many("Areas for improvement", 1, LineKind.HEADING), *_many("The force should act;", _LONG, LineKind.ITEM)],
    "headings": _many("How effective is the force at it?", _LONG, LineKind.HEADING),
    "labels": _many("Area for improvement", _LONG, LineKind.HEADING),
    "grades": _many("Good", _LONG),
    "common headings over grades": [*_many("Summary of findings", 1, LineKind.HEADING), *_many("Good", 1)] * (_LONG // 2),
    "forces": [
        Line(at, f"X{chr(97 + at % 26)}{chr(97 + at // 26 % 26)}{chr(97 + at // 676)}shire Police", LineKind.HEADING, 2)
        for at in range(17_000)
    ],
    "dates": _many("Published on: 14 May 2024", _LONG),
    "counts": _many("We made four recommendations and two areas for improvement.", _LONG),
    "causes": [
        line
        for at in range(_LONG // 4)
        for line in (
            *_many("Cause of concern", 1, LineKind.HEADING),
            *_many(f"It is bad {at}.", 1),
            *_many("Recommendations", 1, LineKind.HEADING),
        )
    ],
    "lines without an end": [Line(at, "and so on", size=11.0) for at in range(_LONG)],
}
_SECONDS = how_many(in_test=4, in_soak=30)


@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.parametrize("layout", ["marked", "placed", "plain"])
def test_hostile_reports_end(name: str, layout: str) -> None:
    """No pattern that goes astray, no scan that squares; the bound is far above what a slow machine takes."""
    start = time.process_time()
    propose(Reading(Form.PDF, tuple(HOSTILE[name]), layout=layout))
    assert time.process_time() - start < _SECONDS


def test_time_grows_with_the_length() -> None:
    """Eight times the report takes at most about eight times as long."""
    source = "\n".join(report.source for report in reports())

    def cost(times: int) -> float:
        reading = wrapped_text("\n".join(source.replace("force", f"force{each}") for each in range(times)))
        start = time.process_time()
        propose(reading)
        return time.process_time() - start

    cost(1)
    assert cost(16) < 24 * max(min(cost(1) for _ in range(3)), 0.004)
