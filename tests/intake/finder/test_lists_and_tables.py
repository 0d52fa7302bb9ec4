"""Numbered findings with a list of their own, findings in tables, grades as headings of lists."""

from __future__ import annotations

from datetime import date

import pytest

from response_app.domain.finding import DueKind
from response_app.domain.inspection import Grade
from response_app.intake.finder import propose
from response_app.intake.finder.addressees import addressees_of
from response_app.intake.finder.due import due_of, limit_of

from .layouts import marked, tight_text

NUMBERED = """
# A thematic inspection of lost dogs
## Recommendations
1. Chief constables should make sure that kennels:
- are warm; and
- are open at night.
2. By 1 May 2025, chief constables should count the dogs.
"""
TABLE = """
# A thematic inspection of lost dogs
## Recommendations
| Number | Recommendation | By when |
| 1 | The Home Office should buy leads. | 30 June 2025 |
| 2 | Chief constables should walk the dogs. | Within two months |
| 3 | By May 2026, chief constables should return the dogs. | |
"""
GRADES = """
# PEEL 2021/22 An inspection of Nowhere Police
## Our judgments
Good
- Preventing crime
Inadequate
- Finding dogs
- Losing cats
## Preventing crime
Good
Nowhere Police is good at preventing crime.
"""


def test_a_number_is_one_finding_with_its_list() -> None:
    """The points belong to the number; the next number is the next finding."""
    found = [each.finding for each in propose(marked(NUMBERED)).findings]
    assert [(each.number, each.heading) for each in found] == [
        ("1", "Chief constables should make sure that kennels are warm; are open at night."),
        ("2", "By 1 May 2025, chief constables should count the dogs."),
    ]


def test_a_limit_in_a_cell_of_its_own() -> None:
    """It holds for its row; where the cell is empty, the words say it."""
    dues = [each.finding.due for each in propose(marked(TABLE)).findings]
    assert [each.kind for each in dues] == [DueKind.DATE, DueKind.WITHIN, DueKind.MONTH]
    assert [each.text for each in dues] == ["30 June 2025", "Within two months", "By May 2026"]


@pytest.mark.parametrize("form", [marked, tight_text])
def test_grades_over_lists(form: object) -> None:
    """The list is read once, without a sentence that promises it, and ends where the chapters begin."""
    assert callable(form)
    judgements = [each.value for each in propose(form(GRADES)).judgements]
    assert [(each.area, each.grade) for each in judgements] == [
        ("Preventing crime", Grade.GOOD),
        ("Finding dogs", Grade.INADEQUATE),
        ("Losing cats", Grade.INADEQUATE),
    ]


@pytest.mark.parametrize(
    ("cell", "kind"),
    [
        ("31 March 2025", DueKind.DATE),
        ("within six weeks", DueKind.WITHIN),
        ("Immediately", DueKind.IMMEDIATELY),
        ("the force", DueKind.NONE),
    ],
)
def test_the_limit_of_a_cell(cell: str, kind: DueKind) -> None:
    """The day or the period alone, with its words as printed."""
    due = limit_of(cell, date(2025, 1, 1))
    assert (due.kind, due.text) == (kind, cell if kind is not DueKind.NONE else "")


def test_immediate_action() -> None:
    """ "Take immediate action" limits; "the immediate danger" does not."""
    assert due_of("The force should take immediate action to find the dogs.", None).kind is DueKind.IMMEDIATELY
    assert due_of("The force should lessen the immediate danger to dogs.", None).kind is DueKind.NONE


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("The constabulary should find dogs.", ("The constabulary",)),
        ("Regional chief officers should find dogs.", ("Regional chief officers",)),
        ("The NPCC lead for dogs and cats and the Home Office should meet.", ("NPCC lead for dogs and cats", "Home Office")),
        ("By May 2025, the National Police Chiefs’ Council dog lead should bark.", ("National Police Chiefs’ Council dog lead",)),
    ],
)
def test_addressees(sentence: str, names: tuple[str, ...]) -> None:
    """Bodies as they are called."""
    assert addressees_of(sentence) == names
