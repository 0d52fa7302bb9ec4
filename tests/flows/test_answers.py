"""43 recommendations of a national report are gone through by keys: many at once, one with two actions, one with another's."""

from __future__ import annotations

from response_app.domain.finding import ActionKind, Applies
from response_app.domain.richtext import plain
from ui.pages.answers_page import AnswersPage

from ..fixtures.national_report import is_ours, national_record
from .person import CTRL, KEY, Person

_FOR_OTHERS = [f"r{number}" for number in range(1, 44) if not is_ours(number)]
_REASON = "Made to others; no action is for the Commissioner."


def test_43_recommendations_are_decided_and_answered_by_keys(person: Person) -> None:
    person.has(national_record())
    person.opens(KEY.Key_6)
    person.click("Show as a table")
    assert person.sees("30 of 43 are for this force; 0 answered; 13 of the others without a reason")
    _marks_those_for_others(person)
    _decides_on_the_rest(person)
    _answers_one_with_two_actions(person)
    _answers_another_together_with_it(person)
    person.quits()
    kept = person.kept()
    assert [each.id for each in kept.findings if each.applies is Applies.NO] == _FOR_OTHERS
    assert {plain(kept.finding(each).reason) for each in _FOR_OTHERS} == {_REASON}
    assert [each.id for each in kept.findings if each.applies is Applies.YES] == [f"r{n}" for n in range(1, 44) if is_ours(n)]
    first = kept.finding("r1").action
    assert [(each.kind, plain(each.text), each.owner) for each in first] == [
        (ActionKind.PROPOSED, "I will ask for the results.", "Head of Crime"),
        (ActionKind.TAKEN, "I have paid for six posts.", ""),
    ]
    assert kept.finding("r2").answered_with == "r1"
    assert [each.owner for number in (4, 5) for each in kept.finding(f"r{number}").action] == ["Head of Crime"] * 2


def _marks_those_for_others(person: Person) -> None:
    """Sixteen in one step by Space, taken back by one Ctrl+Z and done again by Ctrl+Y."""
    number = 1
    for wanted in _FOR_OTHERS:
        at = int(wanted.removeprefix("r"))
        person.press(KEY.Key_Down, times=at - number)
        person.press(KEY.Key_Space)
        number = at
    person.press(KEY.Key_N)
    person.types(f"{_REASON}\n")
    assert person.sees("19 of 43 are for this force; 0 answered; 8 of the others without a reason")
    person.press(KEY.Key_Z, CTRL)
    assert person.sees("30 of 43 are for this force; 0 answered; 13 of the others without a reason")
    person.press(KEY.Key_Y, CTRL)
    assert person.sees("Done again: mark 16 findings as not applying.")


def _decides_on_the_rest(person: Person) -> None:
    """Those that are not decided yet, by a filter: all apply, and three get their owner."""
    person.chooses("Show in the table: applies", "Applies: not decided")
    person.press(KEY.Key_Tab)
    person.finds("Table of findings to answer").setFocus()
    person.press(KEY.Key_A, CTRL)
    person.press(KEY.Key_A)
    assert person.sees("No findings match. Change what you look for.")
    person.click("Show all findings in the table")
    person.chooses("Show in the table: answered", "Not started")
    person.finds("Table of findings to answer").setFocus()
    person.press(KEY.Key_Home)
    for step in (0, 2, 1):  # r1, r4 and r5
        person.press(KEY.Key_Down, times=step)
        person.press(KEY.Key_Space)
    person.press(KEY.Key_O)
    person.types("Head of Crime\n")
    person.click("Show all findings in the table")
    assert person.sees("27 of 43 are for this force; 0 answered")


def _answers_one_with_two_actions(person: Person) -> None:
    person.finds("Table of findings to answer").setFocus()
    person.press(KEY.Key_Home)
    person.press(KEY.Key_Return)
    assert person.at.accessibleName() == "Answer 1"
    person.types("I will ask for the results.")
    person.click("+ Add a second action")
    assert person.at.accessibleName() == "Answer 2"
    person.types("I have paid for six posts.")
    person.press(KEY.Key_Escape)
    assert person.at.accessibleName() == "Table of findings to answer"
    assert person.sees("27 of 43 are for this force; 1 answered")


def _answers_another_together_with_it(person: Person) -> None:
    person.press(KEY.Key_Down)
    person.press(KEY.Key_Return)
    person.click("Answer together with another finding…")
    person.types("Recommendation 1:")
    person.press(KEY.Key_Return)
    assert person.sees("Answered together with Recommendation 1.")
    person.click("Go to Recommendation 1, with which this is answered")
    assert person.sees("This answer serves Recommendation 2 too.")
    page = person.window.pages.currentWidget()
    assert isinstance(page, AnswersPage)
    assert [each.state.words for each in page.rail.rows[:3]] == ["Answered", "Answered", "Draft"]
