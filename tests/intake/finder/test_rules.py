"""One rule of the finder each: groups of points and stated numbers, grades in lists and chapters, contents, titles, kinds."""

from __future__ import annotations

import pytest

from response_app.domain.finding import DueKind
from response_app.domain.inspection import InspectionKind
from response_app.domain.richtext import plain
from response_app.intake.blocks import blocks_of
from response_app.intake.finder import propose
from response_app.intake.finder.contents import without_contents
from response_app.intake.proposal import Confidence, Proposal, Warned
from response_app.intake.text_reader import read_text

from .layouts import marked, placed

GROUPS = """# An inspection of Southshire Constabulary
## Dogs
{count}
### Recommendation 1
By 1 June 2024, the force should:
- buy leads; and
- keep them dry.
### Recommendation 2
We recommend that, immediately, Southshire Constabulary should:
- find its handlers; and
- pay them.
"""


def headings(proposal: Proposal) -> list[str]:
    """Return the sentences of the findings."""
    return [each.finding.heading for each in proposal.findings]


def areas(proposal: Proposal) -> list[str]:
    """Return what is graded."""
    return [each.value.area for each in proposal.judgements]


@pytest.mark.parametrize("count", ["We make four recommendations.", "Our recommendations stand below. In all there are four."])
def test_points_of_a_numbered_group_are_recommendations_where_only_they_are_so_many(count: str) -> None:
    """Each has its group's limit and number."""
    proposal = propose(marked(GROUPS.format(count=count)))
    assert headings(proposal) == [
        "By 1 June 2024, the force should buy leads.",
        "By 1 June 2024, the force should keep them dry.",
        "We recommend that, immediately, Southshire Constabulary should find its handlers.",
        "We recommend that, immediately, Southshire Constabulary should pay them.",
    ]
    assert [each.finding.number for each in proposal.findings] == ["1", "1", "2", "2"]
    assert [each.finding.due.kind for each in proposal.findings] == [DueKind.DATE] * 2 + [DueKind.IMMEDIATELY] * 2
    assert "The number of recommendations" in proposal.findings[0].why
    assert [(each.value.what, each.value.number) for each in proposal.stated_counts] == [("recommendation", 4)]
    assert Warned.FINDING_COUNT_DIFFERS not in {each.code for each in proposal.notices}


@pytest.mark.parametrize(
    "count",
    [
        "Dogs matter.",
        "We make two recommendations.",
        "We make two recommendations. We have four recommendations.",
        "We make three recommendations.",
    ],
)
def test_a_numbered_group_is_one_recommendation_in_any_other_case(count: str) -> None:
    """No number is stated, or that of the groups, perhaps with another, or one that fits neither."""
    proposal = propose(marked(GROUPS.format(count=count)))
    assert [each.finding.number for each in proposal.findings] == ["1", "2"]
    assert headings(proposal)[0] == "By 1 June 2024, the force should buy leads; keep them dry."


@pytest.mark.parametrize(
    ("text", "stated"),
    [
        ("We have areas for improvement for it. There are six of these altogether.", [("area_for_improvement", 6)]),
        ("We set out causes of concern and recommendations. In total, there are eleven.", [("recommendation", 11)]),
        ("We make recommendations on two areas of the yard. In all there are three.", [("recommendation", 3)]),
        ("We make recommendations. In all there are nine stables.", []),
        ("The stables are clean. In all there are nine.", []),
    ],
)
def test_a_number_in_a_sentence_of_its_own_counts_what_was_named_last(text: str, stated: list[tuple[str, int]]) -> None:
    """But only where nothing else is counted."""
    found = propose(read_text(f"An inspection of Southshire Police\n\n{text}\n")).stated_counts
    assert [(each.value.what, each.value.number) for each in found] == stated


CHAPTERS = """# PEEL 2023
## Our judgments
We make graded judgments in {number} of these 3 areas as follows:
- Helping neighbours: good
- Finding thieves: inadequate
## Helping neighbours and visitors
Good
Southshire Police is good at helping neighbours and visitors.
## Finding thieves
Inadequate
"""


def test_chapters_add_no_grades_to_a_list_that_is_complete() -> None:
    """They can have longer names there; where the list has fewer than it promises, theirs count."""
    assert areas(propose(marked(CHAPTERS.format(number=2)))) == ["Helping neighbours", "Finding thieves"]
    assert areas(propose(marked(CHAPTERS.format(number=3)))) == ["Helping neighbours", "Finding thieves", "Helping neighbours and visitors"]


SHORT_CHAPTERS = """PEEL 2023
An inspection of Southshire Police

{promise}

Helping neighbours

Southshire Police is adequate at helping neighbours.

Finding thieves

Southshire Police is judged to be inadequate at finding thieves.

Walking dogs
Good
Southshire Police is good at walking dogs.
"""


@pytest.mark.parametrize("promise", ["Dogs matter here.", "We make graded judgments in 3 of these 4 areas."])
def test_chapters_with_a_sentence_among_chapters_with_a_grade_line_keep_their_grades(promise: str) -> None:
    """Their headings may be short; the reports in which every chapter has its line say the number of them."""
    proposal = propose(read_text(SHORT_CHAPTERS.format(promise=promise)))
    assert [(each.value.area, str(each.value.grade)) for each in proposal.judgements] == [
        ("Helping neighbours", "adequate"),
        ("Finding thieves", "inadequate"),
        ("Walking dogs", "good"),
    ]


def test_sentences_add_nothing_where_the_grade_lines_are_complete() -> None:
    """A subheading with such a sentence is no area."""
    text = SHORT_CHAPTERS.format(promise="We make graded judgments in 1 of these 4 areas.")
    assert areas(propose(read_text(text))) == ["Walking dogs"]


@pytest.mark.parametrize(
    ("line", "area", "grade"),
    [
        ("Mending roofs (adequate)", "Mending roofs", "adequate"),
        ("Mending roofs and walls (Requires improvement).", "Mending roofs and walls", "requires_improvement"),
        ("Mending roofs is graded inadequate", "Mending roofs", "inadequate"),
        ("Mending roofs has been judged to be good.", "Mending roofs", "good"),
    ],
)
def test_grades_in_brackets_and_in_short_sentences(line: str, area: str, grade: str) -> None:
    """In a list of grades beside other forms."""
    source = f"# PEEL 2023\n## Our judgments\nWe graded the areas as follows:\n- Walking dogs: good\n- {line}\n"
    found = propose(marked(source)).judgements
    assert [(each.value.area, str(each.value.grade)) for each in found] == [("Walking dogs", "good"), (area, grade)]


@pytest.mark.parametrize(
    "line",
    [
        "The force (good)",
        "In 2019, mending roofs was graded inadequate.",
        "It is judged to be good.",
        "Some officers are rated outstanding.",
        "Walking dogs (good reasons)",
        "Roofs (good) and walls",
    ],
)
def test_what_only_sounds_like_a_grade_is_none(line: str) -> None:
    """No area stands in it, or it tells of an earlier year."""
    assert not propose(marked(f"# An inspection of Southshire Police\n## Roofs\nWords on roofs.\n\n{line}\n")).judgements


def test_a_complete_list_leaves_room_for_the_overall_grade() -> None:
    """It is not one of the areas."""
    overall = CHAPTERS.format(number=2) + "## Overall judgment\nGood\n"
    assert areas(propose(marked(overall))) == ["Helping neighbours", "Finding thieves", "Overall"]


@pytest.mark.parametrize("said", ["Overall judgment", "Overall judgement 1", "Overall grade2", "Our overall judgment", "Overall"])
def test_the_overall_grade_is_named_overall(said: str) -> None:
    """However the report puts it; a footnote's number can stand behind it."""
    assert areas(propose(read_text(f"An inspection of Southshire Police\n\n{said}\n\nGood\n\nIt does well in what it does.\n"))) == [
        "Overall"
    ]


def test_grades_over_their_areas_in_looks_that_tell_headings() -> None:
    """The last area stands right over the text; it is no heading of it, for it does not look like one."""
    reading = placed(
        "# PEEL 2023\nWe make graded judgments in 3 of these 4 areas as follows:\n#### Good\nHelping neighbours\nStopping thieves\n"
        "#### Inadequate\nCounting bicycles\nWe also looked at stables, which we do not grade.\n"
    )
    assert [(each.value.area, each.value.grade) for each in propose(reading).judgements] == [
        ("Helping neighbours", "good"),
        ("Stopping thieves", "good"),
        ("Counting bicycles", "inadequate"),
    ]


def test_a_list_of_contents_with_page_numbers_below_its_entries() -> None:
    """A heading that stands in it twice does not end it."""
    entries = ("Horses", "3", "Areas for improvement", "4", "Dogs", "5", "Areas for improvement", "6")
    text = ("Horses", "They are fed.", "Areas for improvement", "The force should groom its horses.")
    blocks = blocks_of(read_text("\n\n".join(("Contents", *entries, *text)))).blocks
    assert tuple(block.text for block in without_contents(blocks)) == text


def test_what_has_no_letters_is_no_finding() -> None:
    """A figure below a label, as from a chart."""
    assert propose(read_text("Area for improvement\n\n17.5\n")).findings == ()


def test_numbered_paragraphs_that_go_on_behind_the_findings_are_text() -> None:
    """They count on with them; what tells nobody to do something is none."""
    proposal = propose(
        read_text(
            "Report on an inspection of custody suites\n\nKitchens\n\nAreas for improvement\n\n3.4. The force should warm its soup.\n\n"
            "3.5. Cooks should wash their hands.\n\n3.6. We liked the bread.\n\n3.7. It was fresh.\n"
        )
    )
    assert headings(proposal) == ["The force should warm its soup.", "Cooks should wash their hands."]


def test_a_lead_in_that_names_who_recommends() -> None:
    """It gives its limit and its words to the points."""
    proposal = propose(
        marked("### Recommendations\nFor that, HMICFRS recommends that the force should immediately:\n- feed its horses; and\n- rest.\n")
    )
    assert headings(proposal)[0] == "For that, HMICFRS recommends that the force should immediately feed its horses."
    assert proposal.findings[1].finding.due.kind is DueKind.IMMEDIATELY


def test_a_limit_between_commas_keeps_its_second_one() -> None:
    """The sentence goes on behind it."""
    proposal = propose(marked("### Recommendations\nThe force should, within two weeks:\n- feed its horses.\n"))
    assert headings(proposal) == ["The force should, within two weeks, feed its horses."]


def test_a_title_goes_on_where_its_first_line_is_open() -> None:
    """In another size on its cover."""
    title = propose(placed("## Report on an inspection visit to stables in\n# Southshire\nPublished on: 1 May 2024\n")).title
    assert title and title.value == "Report on an inspection visit to stables in Southshire"


def test_a_running_head_is_no_part_of_the_title() -> None:
    """It stands at the front and again later."""
    head = "PEEL 2023: Southshire Police"
    text = f"{head}\n\nPEEL 2023\n\nAn inspection of Southshire Police\n\nSummary\n\nKind.\n\n{head}\n\nQuick.\n\n{head}\n\nThe end.\n"
    title = propose(read_text(text)).title
    assert title and title.value == "PEEL 2023 – An inspection of Southshire Police"


def kind(text: str) -> tuple[InspectionKind, Confidence] | None:
    """Return the kind that is found, and how sure it is."""
    found = propose(read_text(text)).kind
    return (found.value, found.confidence) if found else None


def test_a_report_on_how_the_police_do_something_is_thematic() -> None:
    """Its title names no force."""
    assert kind("Bolted doors: how the police look after stables\n\nSummary\n\nHorses matter.\n") == (
        InspectionKind.THEMATIC,
        Confidence.SURE,
    )


def test_a_report_without_a_force_whose_recommendations_are_for_all_is_thematic() -> None:
    """To be checked; one that names a force is not."""
    text = "{}\n\nSummary\n\nHorses matter.\n\nRecommendation 1\n\nBy 1 May 2024, chief constables should feed their horses.\n"
    assert kind(text.format("Bolted doors")) == (InspectionKind.THEMATIC, Confidence.CHECK)
    assert kind(text.format("Stables of Southshire Police")) is None


ABOUT = """# An inspection of Southshire Police
### Cause of concern
{about}

The force does not know where its boats are.

We looked for them.
### Recommendations
- The force should find its boats.
"""


@pytest.mark.parametrize(
    "about",
    [
        "We raised this as an accelerated cause of concern in our letter of 2 May 2024.",
        "We sent an accelerated cause of concern to the force on 2 May 2024.",
        "On 2 May 2024, inspectors issued a cause of concern.",
        "This is a cause of concern that we issued in May.",
    ],
)
def test_a_sentence_about_a_cause_is_not_its_own(about: str) -> None:
    """The cause's own stands behind it, in the next paragraph or in the same; the first is kept with the evidence."""
    for text in (ABOUT, ABOUT.replace("{about}\n\n", "{about} ")):
        cause, recommendation = propose(marked(text.format(about=about))).findings
        assert cause.finding.heading == "The force does not know where its boats are."
        assert [plain((block,)) for block in cause.finding.evidence] == [about, "We looked for them."]
        assert recommendation.finding.parent == cause.finding.id


@pytest.mark.parametrize(
    "own",
    [
        "We have issued a cause of concern because the force loses its boats.",
        "This is a cause of concern about boats that are lost.",
        "The force gave no cause of concern to its boats.",
    ],
)
def test_a_sentence_that_says_what_is_wrong_is_the_cause(own: str) -> None:
    """However it begins."""
    assert headings(propose(marked(ABOUT.format(about=own))))[0] == own


def test_a_cause_with_an_earlier_year_in_its_heading_is_restated() -> None:
    """With its recommendations; those under a heading on new ones are new."""
    text = """# Southshire Police: revisit letter
Sent on: 3 June 2024
### Cause of concern (2021)
The force loses its boats.
#### Recommendations
- The force should find its boats.
### New recommendations
- The force should buy one boat.
"""
    proposal = propose(marked(text))
    assert headings(proposal) == ["The force should buy one boat."]
    assert [each.finding.heading for each in proposal.restated] == ["The force loses its boats.", "The force should find its boats."]
    assert Warned.RESTATED_FINDINGS in {each.code for each in proposal.notices}


RUNNING = """# A thematic inspection of how forces keep boats
## Ropes
Ropes are often wet.

We recommend that, by June 2026, chief constables should dry their ropes. Wet ropes rot.

Sails matter too. We therefore recommend that the Home Office should pay for sails.

In 2019 we recommended that forces should buy boats.

The College of Policing recommends that officers should learn to swim.

We recommend this course to all sailors.
## Annex: progress against our previous recommendations
We recommend that forces should sell their boats.
"""


def test_a_recommendation_in_running_text_is_proposed_unsure() -> None:
    """Only where a paragraph begins with it; further on a notice tells of it. Others' and earlier ones are left alone."""
    proposal = propose(marked(RUNNING))
    (found,) = proposal.findings
    assert found.finding.heading == "We recommend that, by June 2026, chief constables should dry their ropes."
    assert plain(found.finding.evidence) == "Wet ropes rot."
    assert (found.finding.due.kind, found.finding.addressed_to) == (DueKind.MONTH, ("Chief constables",))
    assert (found.confidence, found.span.first) == (Confidence.UNSURE, 4)
    assert "without a label" in found.why
    assert [each.place for each in proposal.notices if each.code is Warned.RECOMMENDATION_IN_TEXT] == ["line 5"]


def test_a_recommendation_that_is_labelled_elsewhere_is_proposed_once() -> None:
    """The running text only says it before."""
    labelled = "## Recommendations\n- By June 2026, chief constables should dry their ropes.\n- The Home Office should pay for sails.\n"
    proposal = propose(marked(RUNNING + labelled.replace("## R", "## New r")))
    assert headings(proposal) == ["By June 2026, chief constables should dry their ropes.", "The Home Office should pay for sails."]
    assert Warned.RECOMMENDATION_IN_TEXT not in {each.code for each in proposal.notices}


@pytest.mark.parametrize("over", ["## Your cookies", "## An inspection of your settings", "A word on privacy."])
def test_a_cookie_bar_gives_no_title_where_the_page_has_a_main_heading(over: str) -> None:
    """Whatever it is made of; what stands under the main heading is read as ever."""
    page = f"{over}\nWe set some necessary cookies to make this site work, and would like to set others as well for our figures.\n"
    proposal = propose(
        marked(page + "# Southshire Police: boats\nPublished on: 2 May 2024\n### Area for improvement\nThe force should dry ropes.\n")
    )
    assert proposal.title is not None
    assert (proposal.title.value, proposal.title.span.first) == ("Southshire Police: boats", 3)
    assert headings(proposal) == ["The force should dry ropes."]


def test_a_title_before_the_first_main_heading_stays_the_title() -> None:
    """Where no cookies stand before that heading, or it is a section's."""
    for words in ("Boats are wet.", "We looked at how cookies are sold."):
        text = f"## An inspection of Southshire Police\n{words}\n# Introduction\nWords.\n"
        title = propose(marked(text)).title
        assert title is not None
        assert title.value == "An inspection of Southshire Police"
