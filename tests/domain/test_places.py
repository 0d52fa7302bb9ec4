"""Places: read, put in order, said in plain words; every rich text of a record is walked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace

import pytest

from response_app.domain.canonical import from_plain
from response_app.domain.finding import Action, ActionKind, Applies, ChiefAnswer, Finding, FindingKind, Update, UpdateBy
from response_app.domain.places import Whose, human, order, parts, strings, texts
from response_app.domain.response import Suggestion
from response_app.domain.richtext import Paragraph, Run

from ..checks.sample import PROPOSED, clean_record, finding, with_finding, with_state


def test_parts_keep_ids_with_dots_and_brackets() -> None:
    assert parts("findings[AFI 1.2].chief.text") == [("findings", "AFI 1.2"), ("chief", None), ("text", None)]
    assert parts("findings[a].action[0].text") == [("findings", "a"), ("action", "0"), ("text", None)]


@pytest.mark.parametrize(
    ("place", "words"),
    [
        ("sections.initial_response", "Initial response"),
        ("sections.chief_officer_response", "Chief Constable’s response"),
        ("office.holder", "Inspection details, the Police and Crime Commissioner’s name"),
        ("office.joint_with[0].holder", "Inspection details, who answers jointly"),
        ("record.version_label", "Version"),
        ("record.decisions", "Sign-off and decisions"),
        ("inspection.judgements[0].area", "Inspection details, the grades"),
        ("findings[a1].chief.text", "Area for improvement 1, the Chief Constable’s comment"),
        ("findings[a1].action[0].text", "Area for improvement 1, the Commissioner’s action, proposed"),
        ("findings[a1].action", "Area for improvement 1, the Commissioner’s answer"),
        ("findings[r1].evidence", "Recommendation 1, the inspectors’ evidence"),
        ("findings[r1]", "Recommendation 1"),
        ("findings[nobody].heading", "findings[nobody].heading"),
        ("elsewhere", "elsewhere"),
    ],
)
def test_human(place: str, words: str) -> None:
    assert human(clean_record(), place) == words


def test_order_is_that_of_the_record_file() -> None:
    places = [
        "office.holder",
        "office.chief_officer",
        "record.version_label",
        "record.decisions",
        "inspection.title",
        "findings[a1].heading",
        "findings[a1].action[0].text",
        "findings[r1].heading",
        "sections.initial_response",
        "nowhere",
    ]
    shuffled = [*places[5:], *places[:5]]
    assert sorted(shuffled, key=lambda each: order(clean_record(), each)) == places


def rich_texts(node: object) -> Iterator[tuple[object, ...]]:
    """Yield every text of a value, found by looking for blocks."""
    if isinstance(node, tuple):
        if node and isinstance(node[0], Paragraph):
            yield node
        else:
            for each in node:
                yield from rich_texts(each)
    elif is_dataclass(node):
        for each in fields(node):
            yield from rich_texts(getattr(node, each.name))


def test_every_text_is_walked_and_knows_whose_it_is() -> None:
    update = Update(None, UpdateBy.FORCE, None, from_plain("Done."))
    record = with_finding(clean_record(), "a1", wording=from_plain("Exact."), reason=from_plain("Why."), updates=(update,))
    record = with_state(record, suggestions=(Suggestion(id="s1", was=from_plain("Was."), now=from_plain("Now.")),))
    walked = [each for each in texts(record) if each.text]
    assert sorted(map(repr, rich_texts(record))) == sorted(repr(each.text) for each in walked)
    whose = {each.place: (each.whose, each.printed) for each in walked}
    assert whose["findings[a1].evidence"] == (Whose.INSPECTORS, True)
    assert whose["findings[a1].chief.text"] == (Whose.CHIEF_OFFICER, True)
    assert whose["findings[a1].action[0].text"] == (Whose.OURS, True)
    assert whose["findings[a1].updates[0].text"] == (Whose.CHIEF_OFFICER, False)
    assert whose["record.suggestions[s1].now"] == (Whose.OURS, False)
    assert whose["sections.chief_officer_response"] == (Whose.CHIEF_OFFICER, True)


def test_of_a_recommendation_for_others_only_the_row_of_its_table_is_printed() -> None:
    other = finding(
        "x", FindingKind.RECOMMENDATION, applies=Applies.NO, reason=from_plain("Made to others."), addressed_to=("The College",)
    )
    other = replace(other, scope="Elsewhere", action=(replace(PROPOSED, owner="Nobody"),), chief=ChiefAnswer(owner="Nobody"))
    assert printed_of(other) == {"reason", "number", "heading", "addressed_to[0]"}
    assert printed_of(replace(other, addressed_to=())) == {"reason", "number", "heading", "scope"}
    commented = replace(other, chief=ChiefAnswer(from_plain("We welcome it."), "Head of training"))
    assert printed_of(commented) == {"reason", "number", "heading", "addressed_to[0]", "chief.text", "chief.owner"}


def printed_of(finding: Finding) -> set[str]:
    """Return the keys of all that is printed of a finding, alone in a record."""
    record = replace(clean_record(), findings=(finding,))
    found = [each.place for each in texts(record) if each.printed] + [place for place, _ in strings(record)]
    start = f"findings[{finding.id}]."
    return {place.removeprefix(start) for place in found if place.startswith(start)}


@pytest.mark.parametrize(("applies", "printed"), [(each, each in (Applies.NO, Applies.JOINTLY)) for each in Applies])
def test_a_reason_is_printed_where_it_explains_the_decision(applies: Applies, printed: bool) -> None:
    decided = finding("x", FindingKind.AREA_FOR_IMPROVEMENT, applies=applies, reason=from_plain("Why."))
    assert ("reason" in printed_of(decided)) is printed


def test_owners_beside_empty_texts_are_not_printed() -> None:
    blank = (Paragraph((Run("\u00a0"),)),)
    actions = (Action(ActionKind.TAKEN, blank, "Nobody"), replace(PROPOSED, owner="Policy officer"))
    answered = finding("x", FindingKind.AREA_FOR_IMPROVEMENT, chief=ChiefAnswer(blank, "Nobody"), action=actions)
    answers = {each for each in printed_of(answered) if each.startswith(("chief", "action"))}
    assert answers == {"action[1].text", "action[1].owner"}
    commented = replace(answered, chief=ChiefAnswer(from_plain("We have begun."), "Head of custody"))
    assert printed_of(commented) - printed_of(answered) == {"chief.text", "chief.owner"}


def test_promising_practice_has_an_answer_only_with_the_chief_officers_comment() -> None:
    owned = replace(PROPOSED, owner="Policy officer")
    practice = finding("x", FindingKind.PROMISING_PRACTICE, chief=ChiefAnswer(), action=(owned,), reason=from_plain("Why."))
    assert printed_of(practice) == {"evidence", "number", "heading", "due.text"}
    assert printed_of(replace(practice, applies=Applies.NO)) == {"evidence", "number", "heading", "due.text"}
    commented = replace(practice, chief=ChiefAnswer(from_plain("We are glad of it.")))
    assert {"chief.text", "chief.owner"} <= printed_of(commented)


def test_reasons_for_no_action_are_named() -> None:
    record = with_finding(clean_record(), "a1", action=(Action(ActionKind.NONE, from_plain("No money.")),))
    assert human(record, "findings[a1].action[0].text") == "Area for improvement 1, the Commissioner’s reasons for taking no action"
