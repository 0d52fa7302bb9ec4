"""The office's standard wording: added, changed, ordered, hidden, as shipped again, each taken back, and kept by the store."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from response_app.authoring import points, records
from response_app.authoring import standard_wording as use
from response_app.authoring.workspace import Workspace
from response_app.domain.canonical import from_plain
from response_app.domain.changes import Changes
from response_app.domain.richtext import FieldBlock, Paragraph, RichText, Run
from response_app.domain.wording import Wording
from response_app.errors import AppError
from response_app.guidance.sections import guide, shipped
from response_app.interchange import write_record
from response_app.store.work import Work

from ..checks.sample import clean_record

PLACE = "initial_response"
OURS: RichText = (Paragraph((Run("I thank "), Run(field="force"), Run("."))), FieldBlock("list_of_afis"))


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    """An empty store."""
    opened = Workspace.open(tmp_path / "store")
    yield opened
    opened.close()


def offered(workspace: Workspace, place: str = PLACE) -> Wording:
    """Return what is kept."""
    return workspace.ask(use.wording, place)


def keys(workspace: Workspace) -> list[str]:
    """Return the keys in their order."""
    return [each.key for each in offered(workspace).snippets]


def test_an_office_that_changed_nothing_has_what_ships(workspace: Workspace) -> None:
    assert workspace.ask(use.all_wording) == {place: shipped(place) for place in use.PLACES}


def test_own_wording_is_kept_with_its_fields(workspace: Workspace, tmp_path: Path) -> None:
    changes = workspace.do(use.add, PLACE, "  Thanks  to the force ", OURS)
    assert (changes.name, changes.places, changes.record_id) == ("add standard wording", ("wording",), "")
    workspace.close()
    again = Workspace.open(tmp_path / "store")
    made = offered(again).snippets[-1]
    assert (made.label, made.text, use.is_own(made)) == ("Thanks to the force", OURS, True)
    assert offered(again).snippets[:-1] == shipped(PLACE).snippets
    again.close()


@pytest.mark.parametrize("name", ["", "   ", "Opening paragraph", "opening PARAGRAPH"])
def test_a_name_is_needed_and_no_other_has_it(workspace: Workspace, name: str) -> None:
    with pytest.raises(AppError):
        workspace.do(use.add, PLACE, name, OURS)
    with pytest.raises(AppError):
        workspace.do(use.change, PLACE, "governance", name, OURS)
    assert offered(workspace) == shipped(PLACE)


def test_the_list_takes_so_many_and_no_more(workspace: Workspace) -> None:
    for number in range(use.MOST - len(shipped(PLACE).snippets)):
        workspace.do(use.add, PLACE, f"Wording {number}", OURS)
    with pytest.raises(AppError, match="holds 60"):
        workspace.do(use.add, PLACE, "One more", OURS)


def test_the_chief_officers_words_are_nobody_elses(workspace: Workspace) -> None:
    with pytest.raises(KeyError):
        workspace.do(use.add, "chief_officer_response", "Ours", OURS)


def test_shipped_wording_is_changed_and_goes_back(workspace: Workspace) -> None:
    workspace.do(use.change, PLACE, "opening", "Our opening", OURS)
    made = offered(workspace).snippet("opening")
    assert (made.label, made.text) == ("Our opening", OURS)
    assert use.is_changed(PLACE, made)
    changes = workspace.do(use.as_shipped, PLACE, "opening")
    assert offered(workspace) == shipped(PLACE)
    workspace.do(use.take_back, changes)
    assert offered(workspace).snippet("opening").text == OURS


def test_what_ships_is_kept_by_its_key_alone(workspace: Workspace) -> None:
    workspace.do(use.move, PLACE, "opening", 1)
    workspace.do(use.hide, PLACE, "governance", True)

    def kept(work: Work) -> Any:
        return work.settings.get("wording")

    rows = workspace.ask(kept)[PLACE]["snippets"]
    assert rows == [{"key": "findings"}, {"key": "opening"}, {"key": "governance", "hidden": True}, {"key": "progress"}]


def test_what_a_later_release_ships_comes_last_and_what_cannot_be_read_is_as_shipped(workspace: Workspace) -> None:
    def older(work: Work) -> None:
        rows: list[Any] = [{"key": "progress"}, {"key": "gone"}, {"key": 3}, "x", {"key": "own-x", "label": "x", "text": "x"}]
        work.settings.set("wording", {PLACE: {"snippets": rows, "points": "x"}, "answers": 3})

    workspace.do(older)
    assert keys(workspace) == ["progress", "opening", "findings", "governance"]
    assert offered(workspace).points == shipped(PLACE).points
    assert offered(workspace, "answers") == shipped("answers")


def test_wording_is_ordered_and_hidden(workspace: Workspace) -> None:
    workspace.do(use.move, PLACE, "progress", -1)
    assert keys(workspace) == ["opening", "findings", "progress", "governance"]
    assert workspace.do(use.move, PLACE, "opening", -1).empty
    workspace.do(use.remove, PLACE, "opening")  # what ships is hidden, not lost
    assert offered(workspace).snippet("opening").hidden
    assert [each.key for each in offered(workspace).offered()] == ["findings", "progress", "governance"]


def test_every_step_is_taken_back_and_done_again(workspace: Workspace) -> None:
    workspace.do(use.add, PLACE, "Ours", OURS)
    steps: list[tuple[Any, ...]] = [
        (use.add, "Another", OURS),
        (use.hide, "opening", True),
        (use.move, "own-1", -1),
        (use.remove, "own-1"),
        (use.change, "findings", "The findings", OURS),
    ]
    for step, *values in steps:
        before = offered(workspace)
        changes: Changes = workspace.do(step, PLACE, *values)
        after = offered(workspace)
        assert before != after
        back: Changes = workspace.do(use.take_back, changes)
        assert offered(workspace) == before
        workspace.do(use.take_back, back)
        assert offered(workspace) == after


def test_taking_back_leaves_what_other_steps_changed_since(workspace: Workspace) -> None:
    hidden = workspace.do(use.hide, PLACE, "opening", True)
    workspace.do(use.change, PLACE, "governance", "Governance", OURS)
    workspace.do(use.add, PLACE, "Ours", OURS)
    workspace.do(use.take_back, hidden)
    now = offered(workspace)
    assert not now.snippet("opening").hidden
    assert now.snippet("governance").text == OURS
    assert now.snippet("own-1").label == "Ours"


def test_points_are_the_offices_and_none_are_those_that_ship(workspace: Workspace) -> None:
    changes = workspace.do(use.set_points, PLACE, ["  What we   expect ", "", "By when"])
    assert offered(workspace).points == ("What we expect", "By when")
    workspace.do(use.take_back, changes)
    assert offered(workspace).points == shipped(PLACE).points
    workspace.do(use.set_points, PLACE, ["By when"])
    workspace.do(use.set_points, PLACE, [" "])
    assert offered(workspace) == shipped(PLACE)


def test_what_a_section_does_is_said_in_the_offices_words_and_undone_apart_from_the_points(workspace: Workspace) -> None:
    changes = workspace.do(use.set_what, PLACE, ["Our   own view.", ""])
    workspace.do(use.set_points, PLACE, ["By when"])
    held = offered(workspace)
    assert (held.what, held.points) == (("Our own view.",), ("By when",))
    assert guide(clean_record(), PLACE, held).what == ("Our own view.",)
    workspace.do(use.take_back, changes)
    assert (offered(workspace).what, offered(workspace).points) == (shipped(PLACE).what, ("By when",))


def test_only_a_change_of_wording_is_taken_back_here(workspace: Workspace) -> None:
    with pytest.raises(ValueError, match="no change"):
        workspace.do(use.take_back, Changes("", "something else"))


def test_nothing_new_changes_nothing(workspace: Workspace) -> None:
    opening = shipped(PLACE).snippet("opening")
    assert workspace.do(use.change, PLACE, "opening", opening.label, opening.text).empty
    assert workspace.do(use.hide, PLACE, "opening", False).empty


def test_ticked_points_are_kept_by_record_and_section(workspace: Workspace) -> None:
    record = replace(clean_record(), record_id="one")
    workspace.do(records.bring_in, write_record(record))
    (row,) = workspace.ask(records.list_records)
    point = shipped(PLACE).points[0]
    changes = workspace.do(points.tick, row.record_id, PLACE, point, True)
    assert changes.places == ("points.initial_response",)
    assert not changes.name  # a tick is no decision that undo goes through
    assert workspace.do(points.tick, row.record_id, PLACE, point, True).empty
    assert workspace.ask(points.ticked, row.record_id, PLACE) == {point}
    assert workspace.ask(points.ticked, row.record_id, "overall_comments") == frozenset()
    workspace.do(points.tick, row.record_id, PLACE, point, False)
    assert workspace.ask(points.ticked, row.record_id, PLACE) == frozenset()
    with pytest.raises(KeyError):
        workspace.do(points.tick, "nobody", PLACE, point, True)


def test_words_are_kept_in_canonical_form(workspace: Workspace) -> None:
    workspace.do(use.add, PLACE, "Ours", (Paragraph(), *from_plain("Words."), Paragraph(), Paragraph()))
    assert offered(workspace).snippet("own-1").text == from_plain("Words.")
