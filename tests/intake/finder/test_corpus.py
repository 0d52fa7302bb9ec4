"""Every report of ours, in every form, gives what stands in it: no finding missed, none made up, no word lost or changed."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from response_app.domain.richtext import plain
from response_app.intake import html_reader
from response_app.intake.finder import propose
from response_app.intake.lines import Reading
from response_app.intake.proposal import Proposal

from .corpus import Report, differences, reports, words_of
from .layouts import LAYOUTS, web_page

FORMS: dict[str, Callable[[str], Reading]] = LAYOUTS | {"web page": lambda source: html_reader.read(web_page(source))}
REPORTS = reports()


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("report", REPORTS, ids=lambda report: report.name)
def test_a_report_gives_what_stands_in_it(report: Report, form: str) -> None:
    """The same report says the same in every form."""
    reading = FORMS[form](report.source)
    proposal = propose(reading)
    assert list(differences(report, proposal)) == []
    assert_every_word_stands_in(reading, proposal)
    assert_places_are_right(reading, proposal)


def bare_words(text: str) -> list[str]:
    """Return the words of a text without signs and case."""
    return re.findall(r"[\w’'-]*\w", text.casefold())


def assert_every_word_stands_in(reading: Reading, proposal: Proposal) -> None:
    """No word of a heading, wording, lead-in, evidence, summary or area is made up."""
    known = set(bare_words(words_of(reading)))
    for found in (*proposal.findings, *proposal.restated):
        finding = found.finding
        for text in (finding.heading, finding.lead_in, plain(finding.wording), plain(finding.evidence)):
            assert set(bare_words(text)) <= known, text
        assert finding.heading and finding.wording and found.why
        assert finding.heading[-1] in ".?!”’"
    for judgement in proposal.judgements:
        assert set(bare_words(judgement.value.area)) <= known
    assert proposal.summary is None or set(bare_words(plain(proposal.summary.value))) <= known


def assert_places_are_right(reading: Reading, proposal: Proposal) -> None:
    """The lines of a finding's place hold its words, those of its evidence place its evidence."""
    by_number = {line.number: line for line in reading.lines}
    for found in (*proposal.findings, *proposal.restated):
        at_place = bare_words(
            " ".join(by_number[number].text for number in range(found.span.first, found.span.last + 1) if number in by_number)
        )
        assert set(bare_words(plain(found.finding.wording))) <= set(at_place)
        if found.evidence_span:
            numbers = range(found.evidence_span.first, found.evidence_span.last + 1)
            there = bare_words(" ".join(by_number[number].text for number in numbers if number in by_number))
            assert set(bare_words(plain(found.finding.evidence))) <= set(there)
    ids = [found.finding.id for found in (*proposal.findings, *proposal.restated)]
    assert len(set(ids)) == len(ids)
    assert all(found.finding.parent in ids for found in proposal.findings if found.finding.parent)


def test_the_reports_are_there() -> None:
    """A missing folder would pass every test of it."""
    assert len(REPORTS) >= 14
    assert sum(len(report.values("finding")) for report in REPORTS) > 40
