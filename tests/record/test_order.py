"""What is printed, in which order, under which headings."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest

from response_app.domain.finding import Applies, Due, DueKind, FindingKind
from response_app.domain.record import Record, Sections
from response_app.domain.response import InvitationOutcome, Marking, Publication
from response_app.domain.richtext import Heading as TextHeading
from response_app.domain.richtext import Run
from response_app.record import PrintOptions, build_document
from response_app.record.findings import time_limit
from response_app.record.tree import Figure, Heading, Paragraph, Role, Table
from tests.fixtures.sample_records import (
    AFI,
    CAUSE,
    RECOMMENDATION,
    SAMPLES,
    TODAY,
    causes_of_concern,
    corrected,
    finding,
    marked_draft,
    no_answer,
    paras,
    plain_record,
    several_grades,
    two_commissioners,
    two_forces,
    welsh_record,
    with_findings,
)

from .reading import everything, final, outline, said, titles, under, words

USUAL = [
    "Summary of inspection",
    "Recommendations",
    "Causes of concern",
    "Areas for improvement",
    "Police and Crime Commissioner’s initial response",
    "Chief Constable’s response",
    "Answer to each finding",
    "Police and Crime Commissioner’s overall comments",
]
PRACTICE = FindingKind.PROMISING_PRACTICE


def test_an_ordinary_record_from_start_to_end() -> None:
    document = final(with_findings(finding("a1", number="AFI 3.")))
    assert outline(document) == [
        (1, "PCC and CC Force Inspection response record"),
        *[(2, title) for title in USUAL[:4]],
        (3, "3. The force should improve how it deals with matter a1."),
        *[(2, title) for title in USUAL[4:7]],
        (3, "Area for improvement 3: The force should improve how it deals with matter a1."),
        (4, "Chief Constable’s comment"),
        (4, "Commissioner’s action, proposed"),
        (2, USUAL[7]),
    ]
    roles = [node.role for node in document.nodes if isinstance(node, Paragraph) and node.role is not Role.BODY]
    assert roles == [Role.SUBTITLE, Role.META, Role.DETAIL, Role.DETAIL, *[Role.IMPRINT] * 4]
    assert said(document.nodes[1]) == ["An inspection of how Exampleshire Police keeps people safe"]
    assert said(document.nodes[2]) == [
        "Version 1.0 · Published 2\u00a0July\u00a02024 · Report published 14\u00a0May\u00a02024 (statutory date 8\u00a0July\u00a02024)",
    ]


def test_the_details_table_and_the_end() -> None:
    document = final(plain_record())
    table = document.nodes[3]
    assert isinstance(table, Table)
    assert table.header == ()
    assert said(table) == [
        *("Force", "Exampleshire Police"),
        *("Police and Crime Commissioner", "A. Example"),
        *("Chief Constable", "B. Example"),
        *("Title of inspection", "An inspection of how Exampleshire Police keeps people safe"),
        *("Date published", "14 May 2024"),
        *("Inspectorate", "His Majesty’s Inspectorate of Constabulary and Fire & Rescue Services (HMICFRS)"),
        *("Grade", "Good"),
    ]
    end = [node for node in document.nodes if isinstance(node, Paragraph) and node.role is Role.IMPRINT]
    assert [words(node.runs) for node in end] == [
        "Published on https://www.exampleshire.example/responses.",
        "Questions, or this record in another format: Write to office@exampleshire.example or call 01234 567890.",
        "Read the inspectors’ report.",
        "The inspectors’ words are Crown copyright, used under the Open Government Licence v3.0.",
    ]
    links = [run.link for node in end for run in node.runs if run.link]
    assert links[:3] == [
        "https://www.exampleshire.example/responses",
        "mailto:office@exampleshire.example",
        "https://inspectors.example/reports/exampleshire-2024",
    ]
    assert links[3].startswith("https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3")


def test_an_almost_empty_record_has_every_part() -> None:
    document = final(Record())
    assert titles(document, 1) == ["Force Inspection response record"]
    assert titles(document, 2) == [
        title.replace("Police and Crime Commissioner", "Local policing body").replace("Chief Constable", "Chief officer") for title in USUAL
    ]
    for title in ("Recommendations", "Causes of concern", "Areas for improvement"):
        assert under(document, title) == ["None made."]
    assert under(document, "Answer to each finding") == ["No findings need an answer."]


def test_causes_hold_their_recommendations() -> None:
    document = final(causes_of_concern())
    about = "The force should improve how it deals with matter"
    assert under(document, "Recommendations") == ["See causes of concern."]
    start = outline(document).index((2, "Causes of concern"))
    assert outline(document)[start : start + 7] == [
        (2, "Causes of concern"),
        (3, f"1. Accelerated: {about} c1."),
        (4, f"Recommendation 1: {about} r1."),
        (4, f"Recommendation 2: {about} r2."),
        (3, f"2. {about} c2."),
        (4, f"Recommendation 3: {about} r3."),
        (2, "Areas for improvement"),
    ]
    assert "Time limit: immediately." in under(document, f"Recommendation 1: {about} r1.")
    assert "Time limit: By March 2025." in under(document, f"Recommendation 2: {about} r2.")
    assert under(document, f"Recommendation 3: {about} r3.")[:2] == ["The exact words.", "Time limit: by 1 December 2024."]
    sources = [line for line in under(document, f"1. Accelerated: {about} c1.") if line.startswith("Also in")]
    assert sources == [
        "Also in: Letter to the chief constable, published 1 February 2024, number 2, page 3.",
        "Also in: An inspection of custody.",
    ]
    answers = [title for level, title in outline(document)[start + 7 :] if level == 3 and ": " in title]
    assert [title.partition(":")[0] for title in answers] == [
        "Accelerated cause of concern 1",
        "Recommendation 1",
        "Recommendation 2",
        "Cause of concern 2",
        "Recommendation 3",
        "Area for improvement 1",
    ]
    assert "Answered under its recommendations, which follow." in under(document, f"Cause of concern 2: {about} c2.")


def test_recommendations_with_and_without_a_cause() -> None:
    record = with_findings(finding("c1", CAUSE), finding("r1", RECOMMENDATION, parent="c1"), finding("r2", RECOMMENDATION))
    listed = [line for line in under(final(record), "Recommendations") if line.startswith(("1.", "2.", "See"))]
    assert listed == ["2. The force should improve how it deals with matter r2."]


def test_a_recommendation_whose_cause_is_not_printed_stands_alone() -> None:
    """No finding that is answered may be missing from the findings."""
    cause = finding("c1", CAUSE, scope="Elsewhere Police", applies=Applies.UNDECIDED)
    document = final(with_findings(cause, finding("r1", RECOMMENDATION, parent="c1")))
    assert under(document, "Recommendations")[0] == "1. The force should improve how it deals with matter r1."
    assert under(document, "Causes of concern") == ["None made."]


def test_none_made_only_where_none_was_made_for_this_force() -> None:
    elsewhere = {"scope": "Elsewhere Police", "applies": Applies.UNDECIDED}
    document = final(
        with_findings(finding("r1", RECOMMENDATION, **elsewhere), finding("a1", **elsewhere), finding("c1", CAUSE, **elsewhere))
    )
    assert under(document, "Recommendations") == ["None made. Recommendations made to others are listed further below."]
    assert under(document, "Causes of concern") == ["None made."]
    assert under(document, "Areas for improvement") == ["None made."]


def test_two_commissioners_for_one_force() -> None:
    document = final(two_commissioners())
    assert titles(document, 1) == ["PCC, Mayor and CC Force Inspection response record"]
    assert said(document.nodes[3])[:8] == [
        *("Force", "Exampleshire Police"),
        *("Police and Crime Commissioner", "A. Example"),
        *("Mayor", "C. Example"),
        *("Chief Constable", "B. Example"),
    ]


def test_one_commissioner_with_two_forces() -> None:
    document = final(two_forces())
    assert titles(document, 1) == ["PCC and CC Force Inspection response record"]
    assert said(document.nodes[3])[:8] == [
        *("Forces", "Exampleshire Police and Westshire Constabulary"),
        *("Police and Crime Commissioner", "A. Example"),
        *("Chief Constable", "B. Example"),
        *("Chief Constable (Westshire Constabulary)", "D. Example"),
    ]
    about = "The force should improve how it deals with matter"
    answered = [title for title in titles(document, 3) if title.startswith("Area")]
    assert answered == [f"Area for improvement 1: {about} a1.", f"Area for improvement 2: {about} a2."]


@pytest.mark.parametrize(
    ("title", "possessive"), [("Mayor of Exampleshire", "Mayor of Exampleshire’s"), ("Common Council Members", "Common Council Members’")]
)
def test_possessives_follow_the_office(title: str, possessive: str) -> None:
    record = plain_record()
    document = final(replace(record, office=replace(record.office, body_title=title, chief_officer_title="Commissioner of Police")))
    assert f"{possessive} initial response" in titles(document, 2)
    assert f"{possessive} overall comments" in titles(document, 2)
    assert "Commissioner of Police’s response" in titles(document, 2)
    assert "Commissioner of Police’s comment" in titles(document, 4)


def test_several_grades_have_a_table_of_their_own() -> None:
    document = final(several_grades())
    details, grades = document.nodes[3:5]
    assert said(details)[-4:] == [
        "Inspectorates",
        "His Majesty’s Inspectorate of Constabulary and Fire & Rescue Services (HMICFRS), "
        "His Majesty’s Inspectorate of Prisons and the Care Quality Commission",
        "Grade",
        "See the table of grades below",
    ]
    assert said(grades) == [
        *("Force or unit", "Area", "Grade"),
        *("This force", "Preventing crime", "Outstanding"),
        *("This force", "Treatment of the public", "Good"),
        *("This force", "Responding to the public", "Adequate"),
        *("This force", "Overall", "Ungraded"),
        *("This force", "Developing a positive workplace", "Inadequate"),
        *("Westshire", "Preventing crime", "Requires improvement"),
    ]


def test_promising_practice_is_printed_where_the_office_wants_it() -> None:
    record = with_findings(finding("p1", PRACTICE), finding("a1"))
    assert titles(final(record), 2)[3:5] == ["Areas for improvement", "Innovative and promising practice"]
    assert titles(final(record, PrintOptions(promising_practice=False)), 2) == USUAL


def test_evidence_in_full_or_a_link() -> None:
    record = with_findings(finding("a1", evidence=paras("Seen by the inspectors.")))
    assert "Seen by the inspectors." in everything(final(record))
    shorter = everything(final(record, PrintOptions(evidence_in_full=False)))
    assert "Seen by the inspectors." not in shorter
    assert "The inspectors’ evidence is in their report, which is linked at the end." in shorter


@pytest.mark.parametrize(
    ("outcome", "sentence"),
    [
        (InvitationOutcome.NONE_BY_DATE, "No comments were received by 14 June 2024."),
        (InvitationOutcome.DECLINED, "The Chief Constable was invited to comment and chose not to."),
        (InvitationOutcome.AWAITED, "Comments from the Chief Constable are awaited by 14 June 2024."),
        (InvitationOutcome.RECEIVED, "The Chief Constable’s comments stand with each finding below."),
    ],
)
def test_a_chief_officer_without_a_text(outcome: InvitationOutcome, sentence: str) -> None:
    assert under(final(no_answer(outcome)), "Chief Constable’s response") == [sentence]


def test_corrections_stand_under_the_dates() -> None:
    document = final(corrected())
    assert [said(node)[0] for node in document.nodes[3:5]] == [
        "Corrected 1 August 2024 (version 1.1): The date of the panel was wrong.",
        "Corrected: A name was mended.",
    ]


def test_a_draft_says_so_first() -> None:
    document = build_document(marked_draft(), draft=True, today=TODAY)
    assert said(document.nodes[0]) == ["Draft, not for publication. OFFICIAL-SENSITIVE. Embargoed until 2 July 2024."]
    assert document.nodes[0].role is Role.NOTICE  # type: ignore[union-attr]
    assert (
        document.title == "Draft: Exampleshire Police: response to An inspection of how Exampleshire Police keeps people safe, version 0.3"
    )
    assert (document.draft, document.marking) == (True, "OFFICIAL-SENSITIVE")
    (line,) = said(document.nodes[3])
    assert line == (
        "Draft of 1\u00a0July\u00a02024 · Version 0.3 · Planned for publication 2\u00a0July\u00a02024 · "
        "Report published 14\u00a0May\u00a02024 (statutory date would be 8\u00a0July\u00a02024)"
    )


def test_a_draft_of_what_is_out_does_not_say_that_it_is_planned() -> None:
    out = with_findings(finding("a1"), publication=Publication(date(2024, 7, 2), confirmed_on=date(2024, 7, 3)))
    (line,) = said(build_document(out, draft=True, today=TODAY).nodes[3])
    assert line.startswith("Draft of 1\u00a0July\u00a02024 · Version 1.0 · Published 3\u00a0July\u00a02024 · ")


def test_a_final_carries_no_marking_and_does_not_know_the_day() -> None:
    record = with_findings(finding("a1"), marking=Marking.OFFICIAL, embargo_until=date(2024, 7, 2))
    document = final(record)
    assert not [line for line in everything(document) if "raft" in line or "OFFICIAL" in line or "mbargo" in line]
    assert (document.draft, document.marking) == (False, "")
    assert document.title == "Exampleshire Police: response to An inspection of how Exampleshire Police keeps people safe, version 1.0"
    assert document.short_title == "Exampleshire · Response to an inspection of how Exampleshire Police keeps people safe"
    assert document == build_document(record, draft=False, today=date(2031, 1, 1))


def test_a_welsh_record_marks_our_english_words() -> None:
    document = final(welsh_record())
    assert document.language == "cy-GB"
    summary = next(node for node in document.nodes if isinstance(node, Heading) and words(node.runs) == "Summary of inspection")
    assert summary.language == "en-GB"
    (answer,) = [node for node in document.nodes if isinstance(node, Heading) and words(node.runs).startswith("Area for improvement 1")]
    assert (answer.language, [run.language for run in answer.runs]) == ("", ["en-GB", ""])


@pytest.mark.parametrize("name", SAMPLES)
def test_every_sample_is_a_sound_tree(name: str) -> None:
    """No skipped level, one H1, nothing blank, no live field, a picture with its words."""
    document = SAMPLES[name]().document()
    levels = [level for level, _ in outline(document)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert max(levels) <= 6
    assert all(after <= before + 1 for before, after in pairwise(levels))
    for node in document.nodes:
        assert all(each.strip() for each in said(node)), node
        if isinstance(node, Table):
            assert len({len(row) for row in (node.header or node.rows[0], *node.rows)}) == 1
        if isinstance(node, Figure):
            assert node.alt
    assert set(re.findall(r"field='(.*?)'", repr(document.nodes))) <= {""}


def test_subheadings_stand_below_the_heading_of_their_text() -> None:
    sub = (TextHeading(2, (Run("Deeper"),)), TextHeading(1, (Run("Higher"),)), TextHeading(2, (Run("Lower"),)))
    record = replace(with_findings(finding("a1", kind=AFI, evidence=sub)), sections=Sections(sub, sub, sub))
    levels = {title: [level for level, own in outline(final(record)) if own == title] for title in ("Deeper", "Higher", "Lower")}
    assert levels == {"Deeper": [4, 3, 3, 3], "Higher": [4, 3, 3, 3], "Lower": [5, 4, 4, 4]}


@pytest.mark.parametrize(
    ("due", "words"),
    [
        (Due(DueKind.WITHIN, within="P3M"), "within three months"),
        (Due(DueKind.WITHIN, within="P1Y"), "within one year"),
        (Due(DueKind.WITHIN, within="P6W", text="Within six weeks"), "Within six weeks"),
        (Due(DueKind.WITHIN, within="P1Y6M"), ""),
        (Due(DueKind.IMMEDIATELY), "immediately"),
        (Due(DueKind.DATE, date=date(2024, 9, 30)), "by 30 September 2024"),
        (Due(), ""),
    ],
)
def test_a_time_limit_is_said_in_words(due: Due, words: str) -> None:
    assert time_limit(due) == words
