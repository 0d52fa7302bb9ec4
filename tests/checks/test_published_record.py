"""What the rules, and the warnings of reading, find in a record as an office published it (checks, report in)."""

from __future__ import annotations

import json

import pytest

from response_app.checks import Problem
from response_app.intake import earlier
from response_app.intake.proposal import Proposal
from response_app.intake.reading import read_report
from response_app.intake.transfer import public
from response_app.interchange import read_record

from ..fixtures.real_record import SOURCE
from .sound import found

pytestmark = pytest.mark.skipif(
    not SOURCE.is_file(), reason="needs a published record in the folder ../shared, which is not part of the project"
)


@pytest.fixture(scope="module")
def proposal() -> Proposal:
    """The record as it is read."""
    return earlier.propose(read_report(SOURCE.read_bytes(), SOURCE.name))


@pytest.fixture(scope="module")
def problems(proposal: Proposal) -> list[Problem]:
    """What the rules say of it."""
    record = {"format": "pcc-inspection-response", "version": 1, **public(proposal)}
    record.pop("warnings", None)
    return found(read_record(json.dumps(record).encode()).record)


@pytest.mark.parametrize(
    ("code", "place", "quote"),
    [
        ("version_missing", "record.version_label", ""),
        ("afi_unanswered", "findings[f3].action", ""),
        ("recommendations_mentioned_none_recorded", "sections.overall_comments", "all the recommendations"),
        ("relative_date", "sections.chief_officer_response", "In July last year"),
        ("relative_date", "sections.initial_response", "which I currently chair"),
        ("bracket_unbalanced", "sections.initial_response", ")"),
        ("regional_findings_missing", "sections.initial_response", "the Regional findings"),
        ("apostrophe", "sections.initial_response", "PCC's"),
    ],
)
def test_the_rules_find_its_faults(problems: list[Problem], code: str, place: str, quote: str) -> None:
    assert (code, place, quote) in [(each.code, each.place, each.quote) for each in problems]


def test_reading_tells_what_it_puts_right(proposal: Proposal) -> None:
    told = [(each.code.value, each.message) for each in proposal.notices]
    assert [code for code, _ in told] == ["markup_cleaned", "title_wrong", "title_wrong", "date_style"]
    assert all("“Police Crime and Commissioner”" in message for code, message in told if code == "title_wrong")
    assert "“14 th May” under “Date Published”" in told[-1][1]
