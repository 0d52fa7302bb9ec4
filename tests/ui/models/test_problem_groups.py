"""Problems as the page words them: equal ones together, where they stand, what the button says, what was set aside."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from response_app.authoring.judging import Verdict
from response_app.checks import Problem, Severity
from response_app.domain.response import SetAside
from ui.models.problem_groups import asides, go_words, grouped, lead, under

from ...checks.sample import clean_record


def problem(place: str = "sections.overall_comments", **values: object) -> Problem:
    """A hint on some words of the overall comments, or what is asked for."""
    made = Problem("acronym_unexplained", Severity.HINT, "“RGG” is not explained", place, 2, 4, 7, "RGG", "Write it out.")
    return replace(made, **values)  # type: ignore[arg-type]  # fields of Problem


def test_equal_problems_stand_together_where_the_first_stands() -> None:
    other = problem(message="“ABC” is not explained")
    first, second = problem("sections.initial_response", paragraph=1), problem()
    found = grouped([first, other, second])
    assert [each.problems for each in found] == [(first, second), (other,)]
    assert under(clean_record(), found[0]) == "Initial response, paragraph 1, and 1 more place. Write it out."
    assert under(clean_record(), found[1]) == "Overall comments, paragraph 2. Write it out."


def test_the_words_it_is_about_stand_with_the_message_where_that_lacks_them() -> None:
    def title(**values: object) -> str:
        return grouped([problem(**values)])[0].title

    assert title() == "“RGG” is not explained"
    assert title(message="A sentence has 40 words", quote="The force " * 20) == f"A sentence has 40 words: “{('The force ' * 6).strip()}…”"
    assert title(message="2 spaces stand together", quote="  ") == "2 spaces stand together"


@pytest.mark.parametrize(
    "place, words",
    [
        ("findings[r1].action", "Go to finding 1"),
        ("record.version_label", "Go to details"),
        ("office.force", "Go to details"),
        ("sections.chief_officer_response", "Go to Chief Constable’s response"),
        ("record.decisions", "Go to sign-off"),
    ],
)
def test_the_button_says_where_it_goes(place: str, words: str) -> None:
    assert go_words(clean_record(), problem(place, severity=Severity.LAW)) == words
    assert go_words(clean_record(), problem(place)) == "Show"


def test_the_law_behind_what_stops_is_named_and_an_office_rule_is_not_said_twice() -> None:
    lawful = problem("findings[r1].action", severity=Severity.LAW, paragraph=None, source="Police Act 1996, section 55(5B)")
    assert under(clean_record(), grouped([lawful])[0]) == "Write it out. (Police Act 1996, section 55(5B))"
    ours = replace(lawful, severity=Severity.OFFICE_RULE, source="Office rule: every finding is answered")
    assert under(clean_record(), grouped([ours])[0]) == "Write it out."


def test_what_was_set_aside_says_why_who_and_when_and_one_entry_may_stand_for_many_places() -> None:
    everywhere = SetAside(code="acronym_unexplained", quote="RGG", reason="Known.", by="A. Author", on=date(2024, 6, 5))
    record = clean_record()
    record = replace(record, state=replace(record.state, set_aside=(everywhere,)))
    (found,) = asides(record, [problem("sections.initial_response"), problem()])
    assert (found.title, found.reason, found.told, found.kept) == (
        "“RGG” is not explained", "Known.", "A. Author, 5 June 2024", (everywhere,)
    )  # fmt: skip


def test_the_line_under_the_heading_counts_what_stops() -> None:
    stops = problem(severity=Severity.WRONG)
    assert lead(Verdict((stops, problem()))).startswith("1 problem stops publication. A draft")
    assert lead(Verdict((stops, stops))).startswith("2 problems stop publication. A draft")
    assert lead(Verdict((problem(),))).startswith("A draft can be exported")
