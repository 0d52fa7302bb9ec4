"""A force that is called Police in one place and Constabulary in another."""

from __future__ import annotations

from dataclasses import replace

import pytest

from response_app.checks import Severity
from response_app.checks.force_names import other_names
from response_app.domain.finding import FindingKind
from response_app.domain.inspection import Judgement

from .sound import clean_record, finding, found, said

KIND = FindingKind.AREA_FOR_IMPROVEMENT
OURS = ("Norhampton Constabulary",)


@pytest.mark.parametrize(
    ("words", "quotes"),
    [
        ("Norhampton Police has begun, and Norhampton  Police’s plan is out.", ["Norhampton Police", "Norhampton  Police"]),
        ("Norhampton Constabulary has begun.", []),
        ("The Norhampton Police and Crime Commissioner agrees.", []),
        ("The Norhampton Police, Fire and Crime Commissioner agrees.", []),
        ("The Norhampton Police & Crime Panel met, as the Norhampton Police Authority did.", []),
        ("The Norhampton Police Federation agrees, and so do police in Norhampton.", []),
        ("South Norhampton Police joined.", []),
        ("Westshire Police joined.", []),
    ],
)
def test_the_other_name_of_a_force_is_found(words: str, quotes: list[str]) -> None:
    assert [words[each.start : each.end] for each in other_names(words, OURS)] == quotes


def test_two_forces_of_one_place_are_no_slips_for_each_other() -> None:
    assert not list(other_names("Norhampton Police joined.", (*OURS, "Norhampton Police")))
    assert not list(other_names("The Metropolitan Police joined.", ("Metropolitan Police Service",)))


def test_it_is_a_warning_in_our_words() -> None:
    told = [each for each in said("Exampleshire Constabulary has six more posts.") if each.code == "name_misspelt"]
    assert [(each.quote, each.severity) for each in told] == [("Exampleshire Constabulary", Severity.WARNING)]


def test_a_grade_or_a_finding_of_the_force_by_its_other_name_is_told() -> None:
    record = clean_record()
    judged = replace(record.inspection, judgements=(Judgement("Exampleshire Constabulary"), Judgement("Westshire Constabulary")))
    changed = replace(record, inspection=judged, findings=(finding("f1", KIND, scope="Exampleshire Constabulary"),))
    assert [each.place for each in found(changed) if each.code == "name_misspelt"] == [
        "inspection.judgements[0].scope",
        "findings[f1].scope",
    ]
