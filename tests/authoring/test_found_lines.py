"""Lines that hold what was sought, each called after where it stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from response_app.authoring import records
from response_app.authoring.workspace import Work, Workspace
from response_app.domain.finding import Action, ActionKind, ChiefAnswer, Finding, FindingKind
from response_app.domain.inspection import Inspection
from response_app.domain.office import Office
from response_app.domain.record import Record, Sections
from response_app.domain.richtext import Paragraph, RichText, Run

AFI = FindingKind.AREA_FOR_IMPROVEMENT


def words(text: str) -> RichText:
    """One paragraph."""
    return (Paragraph((Run(text),)),)


RECORD = Record(
    record_id="r1",
    office=Office(force="Exampleshire Police", body_title="Police and Crime Commissioner", chief_officer_title="Chief Constable"),
    inspection=Inspection(title="Zebra crossings"),
    findings=(
        Finding("f1", AFI, heading="First."),
        Finding("f2", AFI, chief=ChiefAnswer(words("The giraffe is ours.")), action=(Action(ActionKind.PROPOSED, words("A lion comes.")),)),
    ),
    sections=Sections(initial_response=words("We welcome the zebra crossings."), chief_officer_response=words("A tiger.")),
)
OTHER = replace(
    RECORD, record_id="r2", inspection=Inspection(title="Else"), office=replace(RECORD.office, chief_officer_title="Commissioner of Police")
)


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    """A store with two records of which the titles differ."""

    def fill(work: Work) -> None:
        work.records.add(RECORD)
        work.records.add(OTHER)

    made = Workspace.open(tmp_path)
    made.do(fill)
    yield made
    made.close()


def found(workspace: Workspace, sought: str) -> set[tuple[str, str]]:
    """The records and the places in words."""
    return {(each.record_id, each.where) for each in workspace.ask(records.find_lines, sought).lines}


@pytest.mark.parametrize(
    ("sought", "where"),
    [
        ("zebra cross", {("r1", "Inspection details, the title"), ("r1", "Initial response"), ("r2", "Initial response")}),
        ("tiger", {("r1", "Chief Constable’s response"), ("r2", "Commissioner of Police’s response")}),
        (
            "giraffe",
            {
                ("r1", "Area for improvement 2, the Chief Constable’s comment"),
                ("r2", "Area for improvement 2, the Commissioner of Police’s comment"),
            },
        ),
        (
            "lion",
            {
                ("r1", "Area for improvement 2, the Commissioner’s action, proposed"),
                ("r2", "Area for improvement 2, the Commissioner’s action, proposed"),
            },
        ),
        ("z", set()),
        (" ", set()),
    ],
)
def test_a_line_is_called_after_where_it_stands_in_its_record(workspace: Workspace, sought: str, where: set[tuple[str, str]]) -> None:
    assert found(workspace, sought) == where


def test_a_line_shows_what_was_sought_and_leads_to_its_place(workspace: Workspace) -> None:
    lines = [each for each in workspace.ask(records.find_lines, "WELCOME zebra").lines if each.record_id == "r1"]
    assert [(each.place, each.words) for each in lines] == [
        ("sections.initial_response", ("We ", "welcome", " the ", "zebra", " crossings."))
    ]


def test_a_deleted_record_is_not_found(workspace: Workspace) -> None:
    workspace.do(records.delete_record, "r1")
    assert found(workspace, "tiger") == {("r2", "Commissioner of Police’s response")}


@given(st.text() | st.text(alphabet='ze b*"(^\0\ud800\N{COMBINING ACUTE ACCENT}:-', max_size=30))
@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_input_is_safe(workspace: Workspace, sought: str) -> None:
    result = workspace.ask(records.find_lines, sought)
    assert all(each.where and each.words for each in result.lines)
