"""Names, addressees, labels and grades by their form, and what only looks like them."""

from __future__ import annotations

import pytest

from response_app.domain.finding import FindingKind
from response_app.domain.inspection import Grade
from response_app.domain.numbers import number_of
from response_app.intake.blocks import Block, BlockKind
from response_app.intake.finder.addressees import addressees_of
from response_app.intake.finder.forces import force_in, is_force, is_regional_unit
from response_app.intake.finder.grade_sentences import sentence_grade
from response_app.intake.finder.labels import label_of
from response_app.intake.finder.restated import is_past_heading, is_past_sentence
from response_app.intake.finder.wording import with_lead
from response_app.intake.finder.words import grade_of
from response_app.intake.force_names import OTHERS, TERRITORIAL, same_force


def heading(text: str) -> Block:
    """A heading of a report."""
    return Block(BlockKind.HEADING, text, 1, 1)


def paragraph(text: str) -> Block:
    """A paragraph of a report."""
    return Block(BlockKind.PARAGRAPH, text, 1, 1)


def test_there_are_43_territorial_forces() -> None:
    """Each known by its name; the names are different."""
    assert len(set(TERRITORIAL)) == 43
    assert all(is_force(name) for name in (*TERRITORIAL, *OTHERS))


@pytest.mark.parametrize(
    "name", ["Exampleshire Police", "City of Example Police", "The Borsetshire Constabulary", "North East Fire and Rescue Service"]
)
def test_names_by_form(name: str) -> None:
    """A force that nobody has heard of is one."""
    assert is_force(name)


@pytest.mark.parametrize(
    "name", ["Local Police", "The Police", "How well does the Police", "Police", "Exampleshire Police is good", "exampleshire police x"]
)
def test_no_names(name: str) -> None:
    """Words that have the look of a name."""
    assert not is_force(name)


def test_forces_in_titles_and_under_other_names() -> None:
    """A name within a title; an earlier name; a unit."""
    assert force_in("PEEL 2021/22 – An inspection of Exampleshire Police") == "Exampleshire Police"
    assert force_in("An inspection of a region") == ""
    assert same_force("Hampshire Constabulary", "Hampshire and Isle of Wight Constabulary")
    assert not same_force("West Mercia Police", "West Midlands Police")
    assert is_regional_unit("West Midlands Regional Organised Crime Unit")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("By 31 May 2024, the Home Office should review the law.", ("Home Office",)),
        (
            "The College of Policing and the National Police Chiefs’ Council should act.",
            ("College of Policing", "National Police Chiefs’ Council"),
        ),
        ("Chief constables should act.", ("Chief constables",)),
        ("The force should tell the Home Office.", ("The force",)),
        ("Within six months, Exampleshire Police should act.", ("Exampleshire Police",)),
        ("The regional lead should make sure of it.", ("Regional lead",)),
        ("Custody staff should act.", ()),
        ("It is good.", ()),
        ("The chief constable and the commissioner should meet.", ("Chief constable", "Commissioner")),
        (
            "By May 2025, the Chief Constable and the Police and Crime Commissioner should meet.",
            ("Chief Constable", "Police and Crime Commissioner"),
        ),
        ("Commissioners and chief constables should meet.", ("Commissioners", "Chief constables")),
        ("The Boats Commissioner should meet the commissioner.", ()),
        ("All commissioners of ships should meet.", ()),
    ],
)
def test_addressees(text: str, names: tuple[str, ...]) -> None:
    """Who is told to act, not who is spoken of."""
    assert addressees_of(text) == names


@pytest.mark.parametrize(
    ("text", "kind", "plural", "number"),
    [
        ("Area for improvement", FindingKind.AREA_FOR_IMPROVEMENT, False, ""),
        ("Areas for improvement:", FindingKind.AREA_FOR_IMPROVEMENT, True, ""),
        ("AREA FOR IMPROVEMENT 3", FindingKind.AREA_FOR_IMPROVEMENT, False, "3"),
        ("AFIs", FindingKind.AREA_FOR_IMPROVEMENT, True, ""),
        ("Accelerated cause of concern", FindingKind.ACCELERATED_CAUSE_OF_CONCERN, False, ""),
        ("Causes of concern", FindingKind.CAUSE_OF_CONCERN, True, ""),
        ("Recommendation 7", FindingKind.RECOMMENDATION, False, "7"),
        ("4.2 Recommendations for chief constables", FindingKind.RECOMMENDATION, True, ""),
        ("Innovative and promising practice", FindingKind.PROMISING_PRACTICE, False, ""),
    ],
)
def test_labels(text: str, kind: FindingKind, plural: bool, number: str) -> None:
    """The standard words as a heading."""
    label = label_of(heading(text))
    assert label and (label.kind, label.plural, label.number) == (kind, plural, number)


@pytest.mark.parametrize(
    "text",
    [
        "Recommendations are followed up every year.",
        "Recommendation 3 has been carried out.",
        "The force is aware that this is an area for improvement.",
        "Causes of concern are serious.",
        "Areas for improvement that we found are in the annex.",
    ],
)
def test_sentences_are_no_labels(text: str) -> None:
    """Running text about findings."""
    assert label_of(paragraph(text)) is None


def test_a_finding_in_the_line_of_its_label() -> None:
    """The words behind the label, and whom they are for."""
    label = label_of(paragraph("Recommendation 1 – to the Home Office: By May 2024, the Home Office should act."))
    assert label and (label.number, label.words) == ("1", "By May 2024, the Home Office should act.")


@pytest.mark.parametrize(
    ("text", "under", "grade"),
    [
        ("Exampleshire Police is good at preventing crime.", False, Grade.GOOD),
        ("Exampleshire Police requires improvement at investigating crime.", False, Grade.REQUIRES_IMPROVEMENT),
        ("Exampleshire Police is inadequate at supporting victims.", False, Grade.INADEQUATE),
        ("The force is adequate at managing offenders.", True, Grade.ADEQUATE),
        ("The force is adequate at managing offenders.", False, None),
        ("Exampleshire Police does good work to a good standard.", True, None),
        ("The force is good at understanding what people need.", True, None),
        ("Exampleshire Police is good at it. But there is more to say.", False, None),
        ("Staff told us that the force is good at listening.", False, None),
        ("This requires improvement.", True, None),
    ],
)
def test_grade_sentences(text: str, under: bool, grade: Grade | None) -> None:
    """Standard sentences, not good words in running text."""
    said = sentence_grade(text, under_heading=under)
    assert (said[2] if said else None) is grade


def test_grade_lines() -> None:
    """A grade alone, with what it was before in brackets."""
    assert grade_of("Requires improvement (2022: Good)") is Grade.REQUIRES_IMPROVEMENT
    assert grade_of("Good work") is None
    assert grade_of("Inadequate.") is Grade.INADEQUATE


@pytest.mark.parametrize(("words", "number"), [("eight", 8), ("forty-three", 43), ("12", 12), ("some", None), ("²", None)])
def test_numbers(words: str, number: int | None) -> None:
    """Counts in words and figures."""
    assert number_of(words) == number


@pytest.mark.parametrize(
    "text",
    ["Progress against previous recommendations", "Recommendations from our 2019 report", "Areas for improvement from the last inspection"],
)
def test_headings_on_earlier_reports(text: str) -> None:
    """What only repeats an earlier report."""
    assert is_past_heading(text)


def test_sentences_on_earlier_reports() -> None:
    """And what does not."""
    assert is_past_sentence("In our 2019 report we recommended that the force should act.")
    assert is_past_sentence("After our last inspection, we made four recommendations.")
    assert not is_past_sentence("We recommend that the force should act by 2026.")
    assert not is_past_heading("Recommendations")
    assert not is_past_heading("Recommendation: by 31 May 2019, the force should act")


def test_one_sentence_of_a_lead_and_its_point() -> None:
    """Lead-in and bullet stand together as one whole sentence."""
    assert (
        with_lead("The force should immediately:", ["review how it manages crimes;"])
        == "The force should immediately review how it manages crimes."
    )
    assert with_lead("By March 2024, the force should", ["Train its staff; and"]) == "By March 2024, the force should train its staff."
    assert with_lead("The force should make sure that:", ["DNA is taken."]) == "The force should make sure that DNA is taken."
