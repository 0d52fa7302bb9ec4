"""Use cases behind the forms: moving causes with their recommendations, sources, joint bodies, the invitation, names for undo."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from response_app.authoring import details, editing, findings, office, records
from response_app.authoring.workspace import Workspace
from response_app.domain.changes import Changes
from response_app.domain.finding import Finding, FindingKind, Source
from response_app.domain.office import JointBody, Office
from response_app.domain.record import Record
from response_app.domain.response import ClockApplies, ClockDecision, Invitation, InvitationOutcome
from response_app.errors import AppError, StoreUnavailable
from response_app.interchange import write_record
from response_app.store.work import Work

CAUSE, AREA, RECOMMENDATION = FindingKind.CAUSE_OF_CONCERN, FindingKind.AREA_FOR_IMPROVEMENT, FindingKind.RECOMMENDATION
RECORD = "00000000-0000-4000-8000-0000000000aa"
TODAY = date(2024, 6, 26)


def _finding(name: str) -> Finding:
    """Return a finding called like "c1" (cause), "a1" (area), "r1" or, under a cause, "r1<c1"."""
    own, _, parent = name.partition("<")
    kind = {"c": CAUSE, "a": AREA, "r": RECOMMENDATION}[own[0]]
    sources = (Source("First"), Source("Second")) if own == "a1" else ()
    return Finding(own, kind, parent=parent or None, heading=f"The force should do {own}.", sources=sources)


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    """A store with one record: two causes of concern with recommendations, an area for improvement after them, two joint bodies."""
    joint = (JointBody("Mayor"), JointBody("Board"))
    given = tuple(_finding(name) for name in ["c1", "r1<c1", "r2<c1", "a1", "c2", "r3<c2", "r4"])
    made = Workspace.open(tmp_path / "store", "A. Author")
    made.do(records.bring_in, write_record(Record(RECORD, findings=given, office=Office(force="Exampleshire Police", joint_with=joint))))
    yield made
    made.close()


def now(workspace: Workspace) -> Record:
    """Return the record as stored."""
    return workspace.ask(records.open_record, RECORD)


def order(workspace: Workspace) -> str:
    """Return the ids of the findings in their order."""
    return " ".join(each.id for each in now(workspace).findings)


@pytest.mark.parametrize(
    ("moved", "by", "after"),
    [
        ("c1", 1, "a1 c1 r1 r2 c2 r3 r4"),
        ("c1", 2, "a1 c2 r3 c1 r1 r2 r4"),
        ("c2", -2, "c2 r3 c1 r1 r2 a1 r4"),
        ("a1", -1, "a1 c1 r1 r2 c2 r3 r4"),
        ("a1", 1, "c1 r1 r2 c2 r3 a1 r4"),
        ("r2", -1, "c1 r2 r1 a1 c2 r3 r4"),
        ("r2", 5, "c1 r1 r2 a1 c2 r3 r4"),
        ("r4", -9, "r4 c1 r1 r2 a1 c2 r3"),
    ],
)
def test_a_finding_moves_past_whole_causes_and_takes_its_own_along(workspace: Workspace, moved: str, by: int, after: str) -> None:
    before = now(workspace)
    changes = workspace.do(findings.move_finding, RECORD, moved, by)
    assert order(workspace) == after
    if not changes.empty:
        workspace.do(editing.take_back, changes)
    assert now(workspace) == before


def test_an_order_that_parts_a_cause_from_its_own_is_mended(workspace: Workspace) -> None:
    changes = workspace.do(findings.order_findings, RECORD, ("r1", "r2", "a1", "c2", "c1", "r3", "r4"), "c1")
    assert order(workspace) == "a1 c2 r3 c1 r1 r2 r4"
    assert changes.name == "move cause of concern with its recommendations"


def test_a_recommendation_goes_to_stand_under_the_cause_that_it_gets(workspace: Workspace) -> None:
    workspace.do(findings.change_finding, RECORD, "r4", parent="c1")
    assert order(workspace) == "c1 r1 r2 r4 a1 c2 r3"
    workspace.do(findings.change_finding, RECORD, "r1", parent=None)
    assert order(workspace) == "c1 r2 r4 r1 a1 c2 r3"


def test_another_field_leaves_the_order_as_it_is(workspace: Workspace) -> None:
    mixed = replace(now(workspace), record_id="00000000-0000-4000-8000-0000000000ab", findings=(_finding("r1<c1"), _finding("c1")))
    workspace.do(records.bring_in, write_record(mixed))
    changed = workspace.do(findings.change_finding, mixed.record_id, "c1", number="7")
    assert changed.after is not None and [each.id for each in changed.after.findings] == ["r1", "c1"]


def test_sources_are_added_changed_and_removed(workspace: Workspace) -> None:
    workspace.do(findings.add_source, RECORD, "a1")
    workspace.do(findings.change_source, RECORD, "a1", 2, title="Third", page=31)
    workspace.do(findings.remove_source, RECORD, "a1", 0)
    assert now(workspace).finding("a1").sources == (Source("Second"), Source("Third", page=31))


def test_joint_bodies_are_added_changed_and_removed(workspace: Workspace) -> None:
    workspace.do(details.add_joint_body, RECORD)
    workspace.do(details.change_joint_body, RECORD, 2, holder="C. Example")
    workspace.do(details.remove_joint_body, RECORD, 0)
    assert now(workspace).office.joint_with == (JointBody("Board"), JointBody(holder="C. Example"))


NAMED: dict[str, tuple[Callable[..., Changes], tuple[Any, ...], dict[str, Any]]] = {
    "change title of inspection": (details.change_inspection, (), {"title": "Another"}),
    "change version": (details.change_state, (), {"version_label": "0.2"}),
    "change outcome of invitation": (details.change_invitation, (Invitation(outcome=InvitationOutcome.RECEIVED),), {}),
    "change invitation": (details.change_invitation, (Invitation(date(2024, 5, 1), date(2024, 6, 1)),), {}),
    "choose record that answers": (details.decide_clock, (ClockDecision(ClockApplies.ELSEWHERE, "", "x"),), {}),
    "change time limit": (findings.change_finding, ("a1",), {"due": replace(Finding("x", AREA).due, text="Soon")}),
    "change page of source": (findings.change_source, ("a1", 1), {"page": 4}),
    "remove source": (findings.remove_source, ("a1", 1), {}),
    "change joint body: name of holder": (details.change_joint_body, (1,), {"holder": "C. Example"}),
    "remove joint body": (details.remove_joint_body, (1,), {}),
    "move area for improvement": (findings.move_finding, ("a1", 1), {}),
}


@pytest.mark.parametrize("name", NAMED)
def test_each_step_has_a_name_of_its_own_and_is_taken_back(workspace: Workspace, name: str) -> None:
    if name == "choose record that answers":
        workspace.do(details.decide_clock, RECORD, ClockDecision(ClockApplies.ELSEWHERE))
    use_case, arguments, values = NAMED[name]
    before = now(workspace)
    changes = workspace.do(use_case, RECORD, *arguments, **values)
    assert changes.name == name
    assert now(workspace) != before
    workspace.do(editing.take_back, changes)
    assert now(workspace) == before


@pytest.mark.parametrize("name", NAMED)
def test_a_failure_keeps_nothing(workspace: Workspace, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    before = now(workspace)

    def full(work: Work) -> None:
        raise StoreUnavailable("There is no room left on the drive.")

    use_case, arguments, values = NAMED[name]
    with monkeypatch.context() as broken:
        broken.setattr(Work, "commit", full)
        with pytest.raises(StoreUnavailable):
            workspace.do(use_case, RECORD, *arguments, **values)
    assert now(workspace) == before
    with pytest.raises(KeyError):
        workspace.do(use_case, "nobody", *arguments, **values)


@pytest.mark.parametrize(
    "use_case, arguments",
    [
        (findings.change_source, ("a1", 2)),
        (findings.remove_source, ("a1", 2)),
        (details.change_joint_body, (2,)),
        (details.remove_joint_body, (2,)),
    ],
)
def test_one_that_is_not_there_is_an_error(workspace: Workspace, use_case: Callable[..., Changes], arguments: tuple[Any, ...]) -> None:
    before = now(workspace)
    values = {"title": "x"} if use_case is findings.change_source else {"holder": "x"} if use_case is details.change_joint_body else {}
    with pytest.raises(IndexError):
        workspace.do(use_case, RECORD, *arguments, **values)
    assert now(workspace) == before


def test_a_record_is_not_answered_in_itself(workspace: Workspace) -> None:
    before = now(workspace)
    with pytest.raises(AppError, match="in itself"):
        workspace.do(details.decide_clock, RECORD, ClockDecision(ClockApplies.ELSEWHERE, "", RECORD))
    assert now(workspace) == before


def test_only_a_clock_that_runs_elsewhere_names_a_record(workspace: Workspace) -> None:
    workspace.do(details.decide_clock, RECORD, ClockDecision(ClockApplies.ELSEWHERE, "", "another"))
    workspace.do(details.decide_clock, RECORD, replace(now(workspace).state.clock, applies=ClockApplies.YES))
    assert now(workspace).state.clock == ClockDecision(ClockApplies.YES)


@pytest.mark.parametrize(
    ("invitation", "odd"),
    [
        (Invitation(date(2024, 5, 20), date(2024, 6, 14)), {}),
        (Invitation(date(2024, 5, 20), date(2024, 5, 19)), {"reply_by": "before the invitation"}),
        (Invitation(None, date(2024, 5, 13)), {"reply_by": "before the report"}),
        (Invitation(date(2024, 5, 20), received_on=date(2024, 5, 19)), {"received_on": "before the invitation"}),
        (Invitation(received_on=date(2024, 6, 2), agreed_on=date(2024, 6, 1)), {"agreed_on": "before the comments"}),
        (Invitation(received_on=TODAY), {}),
        (Invitation(received_on=date(2024, 6, 27)), {"received_on": "not come yet"}),
        (Invitation(outcome=InvitationOutcome.NONE_BY_DATE), {"reply_by": "Enter the day"}),
    ],
)
def test_odd_days_are_remarked_on(invitation: Invitation, odd: dict[str, str]) -> None:
    remarks = details.invitation_remarks(invitation, date(2024, 5, 14), TODAY)
    assert remarks.keys() == odd.keys()
    assert all(words in remarks[name] for name, words in odd.items())


def test_the_offices_joint_bodies_are_kept(workspace: Workspace) -> None:
    given = Office(force="Exampleshire Police", joint_with=(JointBody("Mayor", "Mayor", "C. Example"),))
    workspace.do(office.set_up, "A. Author", given)
    assert workspace.ask(office.office_titles) == given
