"""The words of a finding that no answer uses: found in every form, and never the words that every finding has."""

from __future__ import annotations

from dataclasses import replace

import pytest

from response_app.checks.finding_terms import MOST, absent_words, words_absent_from_answers
from response_app.domain.canonical import from_plain
from response_app.domain.finding import Action, ActionKind, ChiefAnswer, FindingKind
from response_app.domain.record import Record

from .sound import clean_record, finding

PLANS = (
    "The force should improve the quality of its 4P plans. We found that their content was inconsistent, "
    "with little attention to recording actions, outcomes or objectives."
)


@pytest.mark.parametrize(
    "asked, answer, absent",
    [
        (
            PLANS,
            "They have one template. Quality and content are looked at, for it has to record actions.",
            "4P plans inconsistent attention",
        ),
        ("The force must record disruptions on the national database.", "Each disruption is being recorded.", "national database"),
        ("The force needs to have enough specialist staff.", "We filled six posts.", "specialist staff"),
        ("By 31 December 2024, the College of Policing should review its training.", "The review is under way.", "training"),
        ("Victims’ needs aren’t always assessed.", "Each victim is assessed.", ""),
        ("The force should safeguard vulnerable children.", "A vulnerability check protects each child.", "safeguard"),
        ("The force should work with the CPS, and the CPS with it.", "We have begun.", "CPS"),
        ("The force should consult on its policies.", "The policy is consulted on.", ""),
        ("The force should supervise investigations of burglary.", "Supervision of each investigator has begun.", "burglary"),
    ],
)
def test_words_that_no_answer_uses_in_any_form(asked: str, answer: str, absent: str) -> None:
    assert [each for each in absent_words(asked, [answer]) if each not in ("outcomes", "objectives")] == absent.split()


def test_an_outcome_and_an_objective_are_missed_as_on_the_design() -> None:
    answers = [
        "All plans now use one template. A chief inspector checks their quality, content and inconsistent 4P actions.",
        "I have asked.",
    ]
    assert absent_words(PLANS, answers)[-2:] == ("outcomes", "objectives")


def test_either_answer_will_do() -> None:
    assert absent_words("The force should publish results.", ["We publish.", "I see the results."]) == ()


@pytest.mark.parametrize("answers", [[], [""], ["  ", " – "]])
def test_before_there_is_an_answer_nothing_is_absent(answers: list[str]) -> None:
    assert absent_words(PLANS, answers) == ()


def test_words_that_every_finding_has_are_none() -> None:
    asked = "By March 2025, the force should ensure that it improves its services effectively within 12 months."
    assert absent_words(asked, ["Yes."]) == ()


def test_a_long_list_is_cut() -> None:
    assert len(absent_words("The force should " + " ".join(f"thing{at}" for at in range(30)), ["No."])) == MOST


def _answered(*, chief: str = "", action: str = "", **changes: object) -> Record:
    actions = (Action(ActionKind.TAKEN, from_plain(action)),) if action else ()
    made = finding("r1", FindingKind.RECOMMENDATION, heading="The force should publish outcomes and objectives.", action=actions)
    made = replace(made, chief=ChiefAnswer(from_plain(chief)), **changes)  # type: ignore[arg-type]
    others = tuple(each for each in clean_record().findings if each.id != "r1")
    return replace(clean_record(), findings=(made, *others))


@pytest.mark.parametrize(
    "record, absent",
    [
        (_answered(chief="The outcome is published.", action="I have asked."), ("objectives",)),
        (_answered(chief="We publish.", action="Our objective is known."), ("outcomes",)),
        (_answered(), ()),
        (
            _answered(chief="We publish.", wording=from_plain("The force should review cases.")),
            ("outcomes", "objectives", "review", "cases"),
        ),
        (_answered(chief="We publish outcomes.", wording=from_plain("The force should tell Objectives UK.")), ("objectives", "tell", "UK")),
        (_answered(answered_with="a1"), ("outcomes", "objectives")),
    ],
)
def test_both_halves_of_a_record_count(record: Record, absent: tuple[str, ...]) -> None:
    assert words_absent_from_answers(record, record.finding("r1")) == absent


def test_names_of_whom_it_is_made_to_are_not_asked_for() -> None:
    record = _answered(chief="We publish.", heading="Publish outcomes with Crimestoppers.", addressed_to=("Crimestoppers",))
    assert words_absent_from_answers(record, record.finding("r1")) == ("outcomes",)
