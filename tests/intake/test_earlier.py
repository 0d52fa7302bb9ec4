"""A published record as input: what the app itself publishes comes back, and what offices published before is read."""

from __future__ import annotations

from datetime import date

import pytest

from response_app.domain.finding import ActionKind, FindingKind
from response_app.domain.inspection import Grade
from response_app.domain.record import Record
from response_app.domain.richtext import plain
from response_app.intake import earlier
from response_app.intake.earlier.tags import Tags
from response_app.intake.lines import Reading
from response_app.intake.proposal import Confidence, Proposal, Warned
from response_app.intake.reading import read_report
from response_app.interchange import read_record
from response_app.paths import template
from response_app.record import write_pdf
from response_app.record.build import build_document

from ..fixtures.shared import SHARED, needs_shared

PORTAL = """PFCC and CC Force Inspection response record

Version: 2

Force\tWestmarch Police
Police, Fire and Crime Commissioner\tC. Holder
Chief Constable\tD. Officer
Title of inspection\tAn inspection of custody
Date Published\t3 rd May 2023
Inspectorate\t<p>HMICFRS</p>
Summary of inspection\tInspectors looked at custody.&nbsp;They spoke to staff.
Grade\tAdequate
Recommendations\t
Causes of concern\t<p>Cause of concern Cells are seldom checked.</p><p>We saw gaps.</p><p>Recommendation By June 2023, check cells.</p>
Areas for improvement\tNone

Police, Fire and Crime Commissioner's initial response

I accept the findings. Cells were checked in <5 minutes.

- First point
- Second point

Chief Constable's response

We have changed our practice.

Police, Fire and Crime Commissioner's overall comments

I will look again in the autumn.
"""


def proposal(text: str) -> Proposal:
    """Return what a record in text form gives."""
    reading = read_report(text.encode(), "record.txt")
    assert earlier.is_record(reading)
    return earlier.propose(reading)


def codes(found: Proposal) -> list[str]:
    """Return the codes of the notices."""
    return [each.code.value for each in found.notices]


def test_the_layout_of_the_portals() -> None:
    """Details in rows, findings in one cell with leaked tags, three sections."""
    found = proposal(PORTAL)
    assert found.earlier and found.title and found.published_on
    office = found.earlier.office
    assert (office.force, office.body_title, office.holder) == ("Westmarch Police", "Police, Fire and Crime Commissioner", "C. Holder")
    assert (office.chief_officer_title, office.chief_officer) == ("Chief Constable", "D. Officer")
    assert (found.title.value, found.published_on.value, found.published_label) == (
        "An inspection of custody",
        date(2023, 5, 3),
        "Date Published",
    )
    assert found.published_on.confidence is Confidence.CHECK
    assert found.earlier.version_label == "2"
    assert [each.value.grade for each in found.judgements] == [Grade.ADEQUATE]
    assert [each.value for each in found.inspectorates] == ["HMICFRS"]
    assert found.summary and plain(found.summary.value) == "Inspectors looked at custody. They spoke to staff."


def test_findings_stand_in_one_cell_and_are_told_apart() -> None:
    """A cause with its recommendation under it, its evidence and its time limit; "None" is no finding."""
    cause, recommendation = (each.finding for each in proposal(PORTAL).findings)
    assert (cause.kind, cause.heading) == (FindingKind.CAUSE_OF_CONCERN, "Cells are seldom checked.")
    assert plain(cause.evidence) == "We saw gaps."
    assert (recommendation.kind, recommendation.parent) == (FindingKind.RECOMMENDATION, cause.id)
    assert recommendation.due.date == date(2023, 6, 30)


def test_leaked_tags_are_taken_out_and_counted() -> None:
    """Six tags more than the two of the inspectorate, and one entity; what only looks like a tag stays."""
    found = proposal(PORTAL)
    (notice,) = [each for each in found.notices if each.code is Warned.MARKUP_CLEANED]
    assert notice.message.startswith("9 tags and codes ")
    assert found.earlier and "in <5 minutes." in plain(found.earlier.sections.initial_response)


def test_garbled_titles_and_dates_are_told() -> None:
    """A heading is not kept as words and a date only as a date, so reading tells what was wrong with them."""
    right = [(each.code.value, each.place) for each in proposal(PORTAL).notices if each.code is not Warned.MARKUP_CLEANED]
    assert right == [("date_style", "line 9")]
    wrong = proposal(PORTAL.replace("Police, Fire and Crime Commissioner's overall", "Police Fire Crime and Commissioner's overall"))
    (notice,) = [each for each in wrong.notices if each.code is Warned.TITLE_WRONG]
    assert "“Police Fire Crime and Commissioner”" in notice.message and notice.place.startswith("line ")
    assert codes(proposal(PORTAL.replace("3 rd May", "3 May"))) == ["markup_cleaned"]


def test_sections_keep_their_lists() -> None:
    """All words, in their order, a list as a list."""
    found = proposal(PORTAL)
    assert found.earlier
    assert plain(found.earlier.sections.initial_response).split("\n")[1:] == ["First point", "Second point"]
    assert plain(found.earlier.sections.chief_officer_response) == "We have changed our practice."
    assert plain(found.earlier.sections.overall_comments) == "I will look again in the autumn."


def test_a_record_that_names_neither_title_nor_date_says_so() -> None:
    """Nothing is guessed."""
    lines = [line for line in PORTAL.splitlines() if not line.startswith(("Title of", "Date"))]
    assert {"title_not_found", "publication_date_not_found"} <= set(codes(proposal("\n".join(lines))))


@pytest.mark.parametrize(
    "text",
    [
        "An inspection of Exampleshire Police\nPublished on: 14 May 2024\n\nArea for improvement\nThe force should answer calls sooner.\n",
        "The Chief Constable's response to the report was prompt.\nHe made no initial response of his own.",
        "",
    ],
)
def test_a_report_is_no_record(text: str) -> None:
    """It does not call itself one, and has not its sections."""
    from response_app.intake.lines import Form

    reading = read_report(text.encode(), "x.txt") if text else Reading(Form.TEXT, ())
    assert not earlier.is_record(reading)


@pytest.fixture(scope="module")
def example() -> Record:
    """The example record."""
    return read_record(template("example.json").read_bytes()).record


@pytest.fixture(scope="module")
def read_back(example: Record) -> Proposal:
    """What our own PDF of the example gives."""
    reading = read_report(write_pdf(build_document(example, draft=False, today=date(2024, 7, 2))), "record.pdf")
    assert earlier.is_record(reading)
    return earlier.propose(reading)


def test_our_own_pdf_comes_back(example: Record, read_back: Proposal) -> None:
    """Office, inspection, the findings for this force, and all words of the three sections."""
    assert read_back.title and read_back.title.value == example.inspection.title
    assert read_back.published_on and read_back.published_on.value == example.inspection.published_on
    assert read_back.earlier
    names = ("force", "body_title", "holder", "chief_officer_title", "chief_officer")
    for name in names:
        assert getattr(read_back.earlier.office, name) == getattr(example.office, name)
    assert read_back.earlier.version_label == example.state.version_label
    own = [each.heading for each in example.findings if each.heading in {found.finding.heading for found in read_back.findings}]
    assert [each.finding.heading for each in read_back.findings] == own
    assert len(own) == 4
    chief = read_back.earlier.sections.chief_officer_response
    assert plain(chief) == plain(example.sections.chief_officer_response)


def test_the_answers_of_our_own_pdf_come_back(example: Record, read_back: Proposal) -> None:
    """Each finding's comment and actions, with owner and target date."""
    mine = {each.heading: each for each in example.findings}
    for found in (each.finding for each in read_back.findings):
        asked = mine[found.heading]
        assert plain(found.chief.text) == plain(asked.chief.text)
        assert (found.chief.owner, found.chief.target_on) == (asked.chief.owner, asked.chief.target_on)
        assert [(each.kind, plain(each.text), each.owner, each.target_on) for each in found.action] == [
            (each.kind, plain(each.text), each.owner, each.target_on) for each in asked.action
        ]
    assert ActionKind.PROPOSED in {each.kind for found in read_back.findings for each in found.finding.action}


@needs_shared
def test_the_real_record() -> None:
    """The one that was published: three areas for improvement, an empty version, tags in its words."""
    data = (SHARED / "seeds/001_29f73233a6e41f5f.txt").read_bytes()
    found = earlier.propose(read_report(data, "record.txt"))
    assert [each.finding.kind for each in found.findings] == [FindingKind.AREA_FOR_IMPROVEMENT] * 3
    assert found.earlier and found.earlier.version_label == ""
    assert "markup_cleaned" in codes(found)
    words = " ".join(plain(text) for text in (found.earlier.sections.initial_response, found.earlier.sections.overall_comments))
    assert "<p>" not in words and "I have noted the three local AFIs" in words


def test_only_known_tags_are_tags() -> None:
    """A number after "<" is none, and neither is a word that no tag has."""
    tags = Tags()
    assert tags.clean("in <5 minutes and <soon>", "line 1") == ["in <5 minutes and <soon>"]
    assert tags.count == 0
    assert tags.clean("<P class='x'>One</P><br/>two &amp; three", "line 2") == ["One", "two & three"]
    assert (tags.count, tags.first_place) == (4, "line 2")
