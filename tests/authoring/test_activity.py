"""Who did what when: every change leaves one line, and typing on leaves no second."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from response_app.authoring import activity, completion, details, editing, office, records, texts
from response_app.authoring.workspace import Workspace
from response_app.domain.canonical import from_plain
from response_app.domain.office import Office
from response_app.errors import AppError
from response_app.paths import template
from response_app.store.work import Work


class Now:
    """A clock that the test sets."""

    def __init__(self) -> None:
        self.at = datetime(2024, 6, 26, 9, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.at


@pytest.fixture
def clock() -> Now:
    return Now()


@pytest.fixture
def workspace(tmp_path: Path, clock: Now) -> Iterator[Workspace]:
    opened = Workspace.open(tmp_path, now=clock)
    opened.do(office.set_up, "A. Author", Office())
    yield opened
    opened.close()


@pytest.fixture
def record_id(workspace: Workspace) -> str:
    return workspace.do(records.bring_in, template("example.json").read_bytes()).record_id


def acts(workspace: Workspace, record_id: str) -> list[tuple[str, str]]:
    """Who did what, the newest first."""
    return [(each.who, each.what) for each in workspace.ask(activity.recent, record_id)]


def test_a_decision_leaves_its_name_with_who_and_when(workspace: Workspace, record_id: str, clock: Now) -> None:
    clock.at += timedelta(minutes=3)
    workspace.do(details.change_inspection, record_id, title="Another title")
    (newest, first) = workspace.ask(activity.recent, record_id)
    assert (newest.who, newest.what, newest.at) == ("A. Author", "change title of inspection", clock.at)
    assert first.what == "bring in record"


def test_typing_on_in_one_text_is_one_line_that_moves_on(workspace: Workspace, record_id: str, clock: Now) -> None:
    for words in ("One", "One two", "One two three"):
        clock.at += timedelta(minutes=40)
        workspace.do(texts.save_text, record_id, "sections.initial_response", from_plain(words))
    found = workspace.ask(activity.recent, record_id)
    assert [(each.what, each.at) for each in found[:1]] == [("edit initial response", clock.at)]
    assert len(found) == 2
    clock.at += activity.SAME_ACT
    workspace.do(texts.save_text, record_id, "sections.initial_response", from_plain("One more"))
    assert len(acts(workspace, record_id)) == 3, "after a pause it is another act"
    workspace.do(texts.save_text, record_id, "sections.overall_comments", from_plain("Else"))
    assert acts(workspace, record_id)[0] == ("A. Author", "edit overall comments")


def test_what_changed_nothing_leaves_no_line(workspace: Workspace, record_id: str) -> None:
    before = acts(workspace, record_id)
    title = workspace.ask(records.open_record, record_id).inspection.title
    workspace.do(details.change_inspection, record_id, title=title)
    assert acts(workspace, record_id) == before


def test_what_failed_leaves_no_line(workspace: Workspace, record_id: str) -> None:
    def fail(work: Work) -> None:
        details.change_inspection(work, record_id, title="Else")
        raise AppError("The drive is full.")

    with pytest.raises(AppError):
        workspace.do(fail)
    assert acts(workspace, record_id) == [("A. Author", "bring in record")]


def test_undoing_completing_deleting_and_bringing_back_leave_theirs(workspace: Workspace, record_id: str, clock: Now) -> None:
    changes = workspace.do(details.change_inspection, record_id, title="Else")
    steps = (
        lambda: workspace.do(editing.take_back, changes),
        lambda: workspace.do(completion.say_completed, record_id, "answers", True),
        lambda: workspace.do(records.delete_record, record_id),
        lambda: workspace.do(records.restore_record, record_id),
    )
    for step in steps:
        clock.at += timedelta(minutes=1)
        step()
    assert [what for _, what in acts(workspace, record_id)][:4] == [
        "bring back record",
        "delete record",
        "mark answers to findings as completed",
        "reverse “change title of inspection”",
    ]


def test_only_a_part_that_there_is_can_be_completed(workspace: Workspace, record_id: str) -> None:
    with pytest.raises(KeyError):
        workspace.do(completion.say_completed, record_id, "inspection.title", True)
    assert workspace.ask(completion.completed, record_id) == frozenset()
