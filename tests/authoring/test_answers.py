"""Deciding on many findings at once: one step, taken back by one undo; and suggestions for the chief officer's words."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from response_app.authoring import answers, editing, office, records, suggestions, texts
from response_app.authoring.workspace import Workspace
from response_app.domain.answering import answered
from response_app.domain.canonical import from_plain
from response_app.domain.changes import Changes
from response_app.domain.finding import Action, ActionKind, Applies
from response_app.domain.record import Record
from response_app.domain.richtext import plain
from response_app.interchange import write_record
from response_app.store.work import Work

from ..checks.sample import clean_record, with_finding

ALL = ("a1", "r1", "c1", "r2")
REASON = from_plain("Made to the College of Policing.")
PLACE = "findings[r1].chief.text"
DAY = date(2024, 6, 26)


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    """A store with a record: a1 without an action, r1 with two, c1 with none and why, r2 answered with r1."""
    record = with_finding(with_finding(clean_record(), "a1", action=()), "r2", action=(), answered_with="r1")
    two = (Action(ActionKind.TAKEN, from_plain("Done."), "An owner"), Action(ActionKind.PROPOSED, from_plain("To do.")))
    record = with_finding(record, "r1", action=two, reason=from_plain("An older reason."))
    record = with_finding(record, "c1", action=(Action(ActionKind.NONE, from_plain("None is needed.")),))
    opened = Workspace.open(tmp_path / "store")
    opened.do(office.set_up, "Sam Author", record.office)
    opened.do(records.bring_in, write_record(record))
    yield opened
    opened.close()


def kept(workspace: Workspace) -> Record:
    """Return the record as it stands in the store."""
    (row,) = workspace.ask(records.list_records)
    return workspace.ask(records.open_record, row.record_id)


def do(workspace: Workspace, use_case: Callable[..., Changes], *args: object) -> Changes:
    """Run a use case on the record."""
    return workspace.do(use_case, kept(workspace).record_id, *args)


def test_many_do_not_apply_for_one_reason_in_one_step(workspace: Workspace) -> None:
    before = kept(workspace)
    changes = do(workspace, answers.decide_that_they_do_not, dict.fromkeys(("a1", "r1"), REASON))
    assert changes.name == "mark 2 findings as not applying"
    for each in ("a1", "r1"):
        assert (kept(workspace).finding(each).applies, kept(workspace).finding(each).reason) == (Applies.NO, REASON)
    assert kept(workspace).finding("r1").action == before.finding("r1").action
    assert kept(workspace).finding("r2") == before.finding("r2")
    workspace.do(editing.take_back, changes)
    assert kept(workspace) == before


def _words(work: Work, number: int) -> str:
    return plain(work.versions.text(number))


def test_each_reason_that_gives_way_is_kept_as_a_version(workspace: Workspace) -> None:
    """Also one that stood for less than the ten minutes after which typing keeps a version."""
    do(workspace, answers.decide_that_they_do_not, dict.fromkeys(("a1", "r1"), REASON))
    do(workspace, answers.decide_that_they_do_not, {"r1": from_plain("A third reason.")})
    versions = workspace.ask(texts.text_versions, kept(workspace).record_id, "findings[r1].reason")
    assert [workspace.ask(_words, each.number) for each in versions] == [plain(REASON), "An older reason."]


def test_without_words_the_reasons_stay(workspace: Workspace) -> None:
    do(workspace, answers.decide_that_they_do_not, dict.fromkeys(ALL, from_plain(" ")))
    assert [plain(each.reason) for each in kept(workspace).findings] == ["", "An older reason.", "", ""]
    assert {each.applies for each in kept(workspace).findings} == {Applies.NO}


def test_many_apply_again_with_their_answers(workspace: Workspace) -> None:
    before = kept(workspace)
    do(workspace, answers.decide_that_they_do_not, dict.fromkeys(ALL, ()))
    changes = do(workspace, answers.decide_that_they_apply, ALL)
    assert changes.name == "mark 4 findings as applying"
    assert kept(workspace) == before
    assert do(workspace, answers.decide_that_they_apply, ("a1",)).empty


def test_the_owner_goes_to_actions_and_to_drafts_of_one(workspace: Workspace) -> None:
    changes = do(workspace, answers.set_owner, ALL, "Head of Crime")
    after = kept(workspace)
    assert changes.name == "set owner of 4 findings"
    assert after.finding("a1").action == (Action(ActionKind.PROPOSED, (), "Head of Crime"),)
    assert [(each.owner, plain(each.text)) for each in after.finding("r1").action] == [
        ("Head of Crime", "Done."),
        ("Head of Crime", "To do."),
    ]
    assert after.finding("c1").action[0].owner == ""
    assert after.finding("r2").action == ()


def test_no_owner_begins_no_draft_and_one_that_is_for_others_has_none(workspace: Workspace) -> None:
    assert do(workspace, answers.set_owner, ("a1",), "").empty
    do(workspace, answers.decide_that_they_do_not, {"a1": REASON})
    assert do(workspace, answers.set_owner, ("a1",), "Head of Crime").empty


@pytest.mark.parametrize(
    "use_case, values",
    [
        (answers.decide_that_they_apply, (("a1", "unknown"),)),
        (answers.decide_that_they_do_not, ({"a1": REASON, "unknown": REASON},)),
        (answers.set_owner, (("a1", "unknown"), "Head of Crime")),
    ],
)
def test_an_unknown_finding_changes_nothing(workspace: Workspace, use_case: Callable[..., Changes], values: tuple[object, ...]) -> None:
    before = kept(workspace)
    with pytest.raises(KeyError):
        do(workspace, use_case, *values)
    assert kept(workspace) == before


def test_each_has_its_own_reason_in_one_step(workspace: Workspace) -> None:
    reasons = {"a1": REASON, "r1": (), "r2": from_plain("Made to the Home Office.")}
    assert do(workspace, answers.decide_that_they_do_not, reasons).name == "mark 3 findings as not applying"
    assert [plain(kept(workspace).finding(each).reason) for each in reasons] == [
        plain(REASON),
        "An older reason.",
        "Made to the Home Office.",
    ]


def test_a_suggestion_leaves_their_words_and_is_one_for_a_text(workspace: Workspace) -> None:
    theirs = kept(workspace).finding("r1").chief.text
    assert suggestions.words_place(kept(workspace), PLACE) == "record.suggestions[s1].now"
    changes = do(workspace, suggestions.suggest, PLACE, theirs, from_plain("Other words."), DAY)
    assert (changes.name, changes.act) == ("", "suggest a change")
    do(workspace, suggestions.suggest, PLACE, theirs, from_plain("Better words."), DAY)
    do(workspace, suggestions.suggest, "findings[a1].chief.text", theirs, from_plain("More words."), DAY)
    (first, second) = kept(workspace).state.suggestions
    assert (first.id, first.by, first.on, plain(first.now), first.was) == ("s1", "Sam Author", DAY, "Better words.", theirs)
    assert second.id == "s2"
    assert kept(workspace).finding("r1").chief.text == theirs


def test_the_words_of_a_suggestion_are_saved_in_place_and_it_is_withdrawn(workspace: Workspace) -> None:
    do(workspace, suggestions.suggest, PLACE, (), from_plain("Other"), DAY)
    workspace.do(texts.save_text, kept(workspace).record_id, suggestions.words_place(kept(workspace), PLACE), from_plain("Other words."))
    assert plain(kept(workspace).state.suggestions[0].now) == "Other words."
    changes = do(workspace, suggestions.withdraw, "s1")
    assert kept(workspace).state.suggestions == ()
    workspace.do(editing.take_back, changes)
    assert plain(kept(workspace).state.suggestions[0].now) == "Other words."


def test_the_finding_without_words_is_answered_with_the_one_that_has_them(workspace: Workspace) -> None:
    do(workspace, answers.answer_together, "a1", "c1")
    assert (kept(workspace).finding("a1").answered_with, kept(workspace).finding("c1").answered_with) == ("c1", None)
    do(workspace, answers.answer_together, "a1", None)
    changes = do(workspace, answers.answer_together, "c1", "a1")
    assert (kept(workspace).finding("a1").answered_with, kept(workspace).finding("c1").answered_with) == ("c1", None)
    assert answered(kept(workspace)) >= {"a1", "c1"}
    assert changes.name == "answer together with another finding"


def test_what_the_finding_without_words_is_answered_with_comes_along(workspace: Workspace) -> None:
    do(workspace, answers.remove_action, "r1", 0)
    do(workspace, answers.remove_action, "r1", 0)
    do(workspace, answers.answer_together, "c1", "r2")
    found = kept(workspace)
    assert [found.finding(each).answered_with for each in ("c1", "r2", "r1")] == [None, "r1", "c1"]
    assert answered(found) >= {"c1", "r1", "r2"}


def test_of_two_with_words_this_one_is_answered_with_the_other_and_no_ring_is_made(workspace: Workspace) -> None:
    do(workspace, answers.answer_together, "c1", "r1")
    assert kept(workspace).finding("c1").answered_with == "r1"
    with pytest.raises(ValueError, match="cannot each be answered"):
        do(workspace, answers.answer_together, "r1", "c1")
