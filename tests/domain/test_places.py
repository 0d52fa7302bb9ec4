"""Places: read, put in order, said in plain words; every rich text of a record is walked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace

import pytest

from response_app.domain.canonical import from_plain
from response_app.domain.finding import Action, ActionKind, Applies, FindingKind, Update, UpdateBy
from response_app.domain.places import Whose, human, order, parts, strings, texts
from response_app.domain.response import Suggestion
from response_app.domain.richtext import Paragraph

from ..checks.sample import clean_record, finding, with_finding, with_state


def test_parts_keep_ids_with_dots_and_brackets() -> None:
    assert parts("findings[AFI 1.2].chief.text") == [("findings", "AFI 1.2"), ("chief", None), ("text", None)]
    assert parts("findings[a].action[0].text") == [("findings", "a"), ("action", "0"), ("text", None)]


@pytest.mark.parametrize(
    ("place", "words"),
    [
        ("sections.initial_response", "Initial response"),
        ("sections.chief_officer_response", "Chief Constable’s response"),
        ("office.holder", "Office details, the Police and Crime Commissioner’s name"),
        ("office.joint_with[0].holder", "Office details, who answers jointly"),
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
    record = replace(clean_record(), findings=(other,))
    assert {each.place for each in texts(record) if each.printed and each.place.startswith("findings")} == {"findings[x].reason"}
    printed = dict(strings(record))
    assert printed["findings[x].addressed_to[0]"] == "The College"
    assert "findings[x].chief.owner" not in printed


def test_reasons_for_no_action_are_named() -> None:
    record = with_finding(clean_record(), "a1", action=(Action(ActionKind.NONE, from_plain("No money.")),))
    assert human(record, "findings[a1].action[0].text") == "Area for improvement 1, the Commissioner’s reasons for taking no action"
