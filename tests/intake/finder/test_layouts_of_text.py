"""Layouts that only a text has: columns of a box one after the other, grades over their areas, points without marks."""

from __future__ import annotations

from datetime import date

import pytest

from response_app.domain.inspection import Grade, Scale
from response_app.domain.richtext import plain
from response_app.intake.finder import propose
from response_app.intake.proposal import Confidence, Proposal, Warned
from response_app.intake.text_reader import read_text

from .layouts import marked


def found(text: str) -> Proposal:
    """Return what is found in a text."""
    return propose(read_text(text))


def graded(text: str) -> list[tuple[str, Grade | None]]:
    """Return areas and grades."""
    return [(each.value.area, each.value.grade) for each in found(text).judgements]


PROMISE = "PEEL 2023/25\n\nAn inspection of Northshire Police\n\nWe make graded judgments in {} of these {} areas as follows:\n\n"


def test_questions_first_and_then_their_grades() -> None:
    """Two columns of a box, read row by row."""
    text = """How effective is the force at
preventing crime and
helping people?

How effective is the force at
finding offenders?

Good

Inadequate

Northshire Police is good at preventing
crime."""
    assert graded(text) == [("Preventing crime and helping people", Grade.GOOD), ("Finding offenders", Grade.INADEQUATE)]


def test_grades_with_their_areas_below() -> None:
    """A grade without areas, and the heading that follows the list, are no areas."""
    text = PROMISE.format("three", "three") + (
        "Outstanding\nNo areas\nGood\nPreventing crime\nRequires improvement\nAnswering calls\nVictims of fraud\n\n"
        "HM Inspector’s summary\n\nI am content with much of what my inspectors saw in this force this year.\n"
    )
    assert graded(text) == [
        ("Preventing crime", Grade.GOOD),
        ("Answering calls", Grade.REQUIRES_IMPROVEMENT),
        ("Victims of fraud", Grade.REQUIRES_IMPROVEMENT),
    ]


def test_areas_and_grades_by_turns() -> None:
    """Below the sentence that promises them."""
    text = PROMISE.format("two", "two") + "Preventing crime\nGood\nAnswering calls\nAdequate\n"
    assert graded(text) == [("Preventing crime", Grade.GOOD), ("Answering calls", Grade.ADEQUATE)]


def test_the_names_of_the_grades_are_no_grades() -> None:
    """A ladder in an annex, in small letters or large."""
    assert graded("Annex A\n\nOur judgments\n\n• outstanding;\n• good;\n• requires improvement; and\n• inadequate.\n") == []
    assert graded("Annex A\n\nOur judgments\n\nOutstanding\nGood\nAdequate\nRequires improvement\nInadequate\n") == []


def test_two_grades_for_one_area_are_to_be_checked() -> None:
    """Neither is hidden."""
    judgement = found("Preventing crime\n\nGood\n\nText of it that says more.\n\nPreventing crime\n\nInadequate\n").judgements[0]
    assert (judgement.value.grade, judgement.confidence) == (Grade.GOOD, Confidence.UNSURE)


def test_points_without_marks_under_a_lead() -> None:
    """What begins with a small letter behind a lead-in is a point of it."""
    proposal = found(
        "Recommendations\nThe force should immediately:\nreview its plans; and\ntrain its staff.\nBy May 2024, the force should:\nact."
    )
    assert [each.finding.heading for each in proposal.findings] == [
        "The force should immediately review its plans.",
        "The force should immediately train its staff.",
        "By May 2024, the force should act.",
    ]


def test_a_restated_cause_in_a_letter() -> None:
    """The year in its label, and the sentence over it, say that it is not new."""
    proposal = found(
        "Northshire Police – causes of concern revisit\n\nSent on 17 January 2024\n\n"
        "In our 2022 inspection, we identified a cause of concern:\n\n"
        "Cause of concern 1 (from 2022): The force doesn’t supervise investigations.\n\nRecommendation 1: The "
        "force should supervise them.\n"
    )
    assert proposal.findings == ()
    assert [each.finding.heading for each in proposal.restated] == [
        "The force doesn’t supervise investigations.",
        "The force should supervise them.",
    ]
    assert proposal.restated[1].finding.parent == proposal.restated[0].finding.id
    assert Warned.RESTATED_FINDINGS in {each.code for each in proposal.notices}


def test_a_date_without_a_label_is_never_taken() -> None:
    """Nor one that a sentence names."""
    proposal = found("An inspection of Northshire Police\n\n14 May 2024\n\nOur last report was published on 3 March 2020 and was long.\n")
    assert proposal.published_on is None
    assert Warned.PUBLICATION_DATE_NOT_FOUND in {each.code for each in proposal.notices}


def test_a_list_of_contents_names_no_chapters() -> None:
    """With page numbers, and the chapters behind it."""
    proposal = found(
        "An inspection of the northern region\n\nContents\n\nRegional findings 3\nNorthshire Police 5\n"
        "Southshire Police 9\n\nRegional findings\n\nArea for improvement\n\nThe forces should meet.\n\n"
        "Northshire Police\n\nGood\n\nSouthshire Police\n\nInadequate\n"
    )
    assert [(each.value.scope, each.value.grade) for each in proposal.judgements] == [
        ("Northshire Police", Grade.GOOD),
        ("Southshire Police", Grade.INADEQUATE),
    ]
    assert [each.finding.scope for each in proposal.findings] == ["Regional findings"]


def test_a_list_of_contents_without_marks_ends_where_its_first_entry_comes_again() -> None:
    """Its entries are headings like any other."""
    proposal = found(
        "An inspection of the northern region\nContents\nRegional findings\nNorthshire Police\nSouthshire Police\n"
        "Regional findings\nArea for improvement\nThe forces should meet.\nNorthshire Police\nGood\nSouthshire Police\nGood\n"
    )
    assert [each.finding.scope for each in proposal.findings] == ["Regional findings"]
    assert [each.value.scope for each in proposal.judgements] == ["Northshire Police", "Southshire Police"]


def test_points_below_a_point_belong_to_it() -> None:
    """One finding with a nested list, not three."""
    proposal = found("Recommendations\n\nThe force should:\n\n• train its staff in:\n    ◦ first aid; and\n    ◦ law;\n• act.\n")
    assert [plain(each.finding.wording) for each in proposal.findings] == ["train its staff in:\nfirst aid; and\nlaw;", "act."]


def test_an_annex_ends_the_chapter_of_a_force_and_its_last_finding() -> None:
    """Also where its heading stands lower than the label."""
    proposal = propose(
        marked(
            "# An inspection of a region\n## Northshire Police\n## Southshire Police\n### Area for improvement\nThe force should act.\n"
            "#### Annex A\nText of it.\n### Area for improvement\nAll forces should meet.\n"
        )
    )
    assert [(each.finding.scope, each.finding.evidence) for each in proposal.findings] == [("Southshire Police", ()), ("", ())]


def test_a_heading_on_an_earlier_report_ends_a_finding() -> None:
    """What stands under it is no evidence."""
    proposal = propose(marked("### Area for improvement\nThe force should act.\n#### Progress since our last inspection\nIt has begun.\n"))
    assert [each.finding.evidence for each in proposal.findings] == [()]


def test_text_behind_the_recommendations_is_evidence_of_their_cause() -> None:
    """And text behind the points of one box that of the last."""
    text = "Cause of concern\nThe force fails.\nRecommendations\nThe force should:\n- act; and\n- learn.\nThe reason is plain.\n"
    proposal = found(text)
    assert [plain(each.finding.evidence) for each in proposal.findings] == ["The reason is plain.", "", ""]
    proposal = found("Area for improvement\nThe force should:\n- act; and\n- learn.\nThe reason is plain.\n")
    assert [plain(each.finding.evidence) for each in proposal.findings] == ["", "The reason is plain."]


def test_the_parts_of_a_title_and_the_scale_of_its_year() -> None:
    """Three lines of a cover; a scale that only the year tells is to be checked."""
    proposal = found("PEEL 2018/19\nPolice effectiveness\nAn inspection of Northshire Police\n\nPreventing crime\n\nGood\n")
    assert proposal.title and proposal.title.value == "PEEL 2018/19 – Police effectiveness – An inspection of Northshire Police"
    assert proposal.scale and (proposal.scale.value, proposal.scale.confidence) == (Scale.FOUR_TIER, Confidence.CHECK)
    later = found("PEEL 2023\nAn inspection of Northshire Police\n\nPreventing crime\n\nGood\n")
    assert later.scale and later.scale.value is Scale.FIVE_TIER


@pytest.mark.parametrize(
    "label",
    [
        "Published on: 3 June 2024",
        "Published 3 June 2024",
        "Sent on: Monday 3 June 2024",
        "Publication date: 2024-06-03",
        "Issued on\n3 June 2024",
    ],
)
def test_a_line_with_the_publication_date_is_a_block_of_its_own(label: str) -> None:
    """Without empty lines between the title, the date and what follows, in a text whose paragraphs are divided by such lines."""
    front = f"An inspection of Northshire Police\n{label}\n\n"
    proposal = found(
        front + "Our view\n\nRopes are wet (and cold)\n\nSails are torn.\n\nArea for improvement\n\nThe force should dry its ropes.\n"
    )
    assert proposal.title is not None
    assert proposal.title.value == "An inspection of Northshire Police"
    assert proposal.published_on is not None
    assert proposal.published_on.value == date(2024, 6, 3)


def test_a_sentence_that_wraps_before_published_stays_whole() -> None:
    """Only a line that is the label, or begins with it and the day, stands alone."""
    text = """An inspection of Northshire Police

Area for improvement

The force should dry its ropes, as it has been told by everybody since it
Published its plan for them. Ropes that are wet do not last for as long as
ropes that are dry.
"""
    assert "since it Published its plan" in found(text).findings[0].finding.heading
