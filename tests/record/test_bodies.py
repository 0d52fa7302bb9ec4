"""Every heading follows the kind of body: in print, in the task list, in the guidance, in the sidebar's words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from response_app.authoring.bodies import KINDS_OF_BODY, KindOfBody
from response_app.domain.finding import Action, ActionKind, ChiefAnswer
from response_app.domain.places import human
from response_app.domain.record import Record
from response_app.domain.task_list import task_list
from response_app.guidance.sections import SECTIONS, guide
from tests.fixtures.sample_records import finding, paras, plain_record

from .reading import everything, final, titles

CONSTABLE = "Chief Constable"
EXPECTED = {
    "Police and Crime Commissioner": ("PCC and CC", "Police and Crime Commissioner’s", "Commissioner’s", "The Commissioner has", CONSTABLE),
    "Police, Fire and Crime Commissioner": (
        "PFCC and CC",
        "Police, Fire and Crime Commissioner’s",
        "Commissioner’s",
        "The Commissioner has",
        CONSTABLE,
    ),
    "Mayor": ("Mayor and CC", "Mayor’s", "Mayor’s", "The Mayor has", CONSTABLE),
    "Mayor’s Office for Policing and Crime": (
        "MOPAC and Commissioner",
        "Mayor’s Office for Policing and Crime’s",
        "MOPAC’s",
        "MOPAC has",
        "Commissioner of Police of the Metropolis",
    ),
    "Common Council of the City of London": (
        "Police Authority Board and Commissioner",
        "Common Council of the City of London’s",
        "Police Authority Board’s",
        "The Police Authority Board has",
        "Commissioner of Police for the City of London",
    ),
    "Policing and Crime Board": ("Board and CC", "Policing and Crime Board’s", "Board’s", "The Board has", CONSTABLE),
    "two": ("PCC and CC", "Police and Crime Commissioners’", "Commissioners’", "The Commissioners have", CONSTABLE),
}


def of_kind(kind: KindOfBody) -> tuple[Record, tuple[str, str, str, str, str]]:
    """Return a record of a kind of body, one finding answered and one not, and what its headings begin with."""
    base = plain_record()
    answered = finding("a1", action=(Action(ActionKind.TAKEN, paras("Done.")),), chief=ChiefAnswer(paras("Noted.")))
    record = replace(base, office=replace(kind.office, holder="A", chief_officer="B"), findings=(answered, finding("a2", action=())))
    return record, EXPECTED["two" if kind.office.joint_with else kind.office.body_title]


@pytest.mark.parametrize("kind", KINDS_OF_BODY, ids=lambda kind: kind.name)
def test_every_printed_heading_follows_the_kind_of_body(kind: KindOfBody) -> None:
    record, (shorts, body, spoken, has, chief) = of_kind(kind)
    document = final(record)
    theirs = f"{chief}’" if chief.endswith("s") else f"{chief}’s"
    assert titles(document, 1) == [f"{shorts} Force Inspection response record"]
    assert [each for each in titles(document, 2) if "response" in each or "overall" in each] == [
        f"{body} initial response",
        f"{theirs} response",
        f"{body} overall comments",
    ]
    assert {f"{theirs} comment", f"{spoken} action, taken"} <= set(titles(document, 4))
    said = everything(document)
    assert f"{has} not answered this finding." in said
    ours = spoken if spoken == "MOPAC’s" else f"the {spoken}"
    assert f"{ours[0].upper()}{ours[1:]} actions below are part of {ours} comments" in " ".join(said)


@pytest.mark.parametrize("kind", KINDS_OF_BODY, ids=lambda kind: kind.name)
def test_the_window_calls_the_body_the_same(kind: KindOfBody) -> None:
    record, (_, _, spoken, _, chief) = of_kind(kind)
    names = [task.title for group in task_list(record, frozenset()) for task in group.tasks]
    assert f"{spoken} initial response" in names and f"{spoken} overall comments" in names
    assert any(chief in each for each in names)
    for section in SECTIONS:
        told = " ".join(guide(record, section).what)
        assert "the MOPAC" not in told and "Commissioners has" not in told
    ours = spoken if spoken == "MOPAC’s" else f"the {spoken}"
    assert human(record, "findings[a1].action").endswith(f", {ours} answer")
