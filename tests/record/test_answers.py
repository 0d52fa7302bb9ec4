"""What stands among the answers: actions, the chief officer's comments, and the recommendations that others answer."""

from __future__ import annotations

from datetime import date

from response_app.domain.finding import Action, ActionKind, Applies, ChiefAnswer, FindingKind
from tests.fixtures.sample_records import RECOMMENDATION, finding, made_to_others, paras, several_grades, with_findings

from .reading import everything, final, outline, titles, under

PRACTICE = FindingKind.PROMISING_PRACTICE


def test_recommendations_made_to_others() -> None:
    document = final(made_to_others())
    about = "The force should improve how it deals with matter"
    assert titles(document, 2)[6:] == [
        "Answer to each finding",
        "Recommendations made to others",
        "Police and Crime Commissioner’s overall comments",
    ]
    assert under(document, "Recommendations made to others")[:20] == [
        *("Number", "Recommendation", "Made to", "Reason"),
        *("2", f"{about} r2.", "The College of Policing", "For it."),
        *("3", f"{about} r3.", "The Home Office and NPCC", "Not yet given"),
        *("4", f"{about} r4.", "Not stated", "Two things.\nAnd another."),
        *("1", f"{about} r5.", "Elsewhere Police", "Not yet given"),
    ]
    assert not [line for line in everything(document) if "a9" in line]
    assert under(document, f"Area for improvement 1: {about} a2.")[:2] == ["Why this does not apply", "The unit was closed."]
    assert under(document, f"Area for improvement 2: {about} a3.")[:2] == ["Answered jointly", "Answered with Westshire."]


def test_comments_on_recommendations_made_to_others_follow_their_table() -> None:
    """All comments that the chief officer submitted are published (section 55(5)(b)); the commissioner's action is for others."""
    comment = ChiefAnswer(paras("We welcome it."), "Head of training", date(2024, 12, 31))
    document = final(
        with_findings(
            finding("r1", RECOMMENDATION, applies=Applies.NO, reason=paras("For the college."), chief=comment),
            finding("r2", RECOMMENDATION, applies=Applies.NO, reason=paras("For the college."), chief=ChiefAnswer((), "Nobody")),
            finding("r3", RECOMMENDATION, scope="Elsewhere Police", applies=Applies.UNDECIDED, heading="", chief=comment),
        )
    )
    commented = ("Chief Constable’s comment", "We welcome it.", "Owner: Head of training. Target: 31 December 2024.")
    first = "Recommendation 1: The force should improve how it deals with matter r1."
    assert under(document, "Recommendations made to others")[16:] == [
        *(first, *commented),
        *("Recommendation 1: Not yet written", *commented),
    ]
    start = outline(document).index((2, "Recommendations made to others"))
    assert [level for level, _ in outline(document)[start:]] == [2, 3, 4, 3, 4, 2]


def test_the_chief_officers_comment_is_kept_where_a_finding_does_not_apply() -> None:
    """What the chief officer submitted is published (section 55(5)(b)), whatever the commissioner decides."""
    record = with_findings(finding("a1", applies=Applies.NO, reason=paras("The unit was closed."), action=()))
    (answer,) = [title for title in titles(final(record), 3) if title.startswith("Area for improvement 1")]
    said_there = under(final(record), answer)
    assert said_there[:2] == ["Why this does not apply", "The unit was closed."]
    assert "Chief Constable’s comment" in said_there
    assert "The Commissioner has not answered this finding." not in said_there


def test_promising_practice_is_answered_only_where_the_chief_officer_commented() -> None:
    """It needs no answer, and says nothing of having none; a comment is published (section 55(5)(b))."""
    comment = ChiefAnswer(paras("We are glad of it."))
    owner_only = ChiefAnswer((), "Head of custody")
    record = with_findings(finding("p1", PRACTICE), finding("p2", PRACTICE, chief=comment), finding("p3", PRACTICE, chief=owner_only))
    (_, *answer) = under(final(record), "Answer to each finding")
    assert answer == [
        "Innovative or promising practice 2: The force should improve how it deals with matter p2.",
        "Chief Constable’s comment",
        "We are glad of it.",
    ]
    uncommented = with_findings(finding("p1", PRACTICE), finding("p3", PRACTICE, chief=owner_only))
    assert under(final(uncommented), "Answer to each finding") == ["No findings need an answer."]


def test_several_answers_and_one_for_two_findings() -> None:
    document = final(several_grades())
    about = "The force should improve how it deals with matter"
    first = under(document, f"Area for improvement 1: {about} a1.")
    assert [line for line in first if line.startswith("Commissioner’s")] == [
        "Commissioner’s action, taken",
        "Commissioner’s action, proposed",
        "Commissioner’s reasons for taking no action",
    ]
    assert under(document, f"Area for improvement 2: {about} a2.")[-1] == "Answered together with area for improvement 1."


def test_an_action_without_text_is_not_printed() -> None:
    empty = Action(ActionKind.PROPOSED, paras("\u00a0"), "Policy officer", date(2024, 9, 30))
    taken = Action(ActionKind.TAKEN, paras("We have begun."))
    record = with_findings(finding("a1", chief=ChiefAnswer(), action=(empty, taken)), finding("a2", chief=ChiefAnswer(), action=(empty,)))
    document = final(record)
    about = "The force should improve how it deals with matter"
    assert under(document, f"Area for improvement 1: {about} a1.") == ["Commissioner’s action, taken", "We have begun."]
    assert under(document, f"Area for improvement 2: {about} a2.") == ["The Commissioner has not answered this finding."]
