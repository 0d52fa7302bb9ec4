"""Comments: each thing that is done with one is saved, named and taken back; only one's own can be changed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from response_app.authoring import comments, editing, office, records
from response_app.authoring.workspace import Workspace
from response_app.domain.anchors import Anchor, anchor_at, locate
from response_app.domain.changes import Changes
from response_app.domain.response import Comment, Reply
from response_app.errors import AppError
from response_app.interchange import write_record

from ..checks.sample import clean_record, with_state

PLACE = "sections.initial_response"
THEIRS = Comment(id="c1", place=PLACE, quote="Ours", by="B. Other", on=date(2024, 6, 1), text="Whose?")
WORDS = "Ours and ours again."


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    """A store of A. Author's with a record that somebody else has commented on."""
    opened = Workspace.open(tmp_path / "store", now=lambda: datetime(2024, 6, 26, 9, tzinfo=UTC))
    record = with_state(clean_record(), comments=(THEIRS,))
    opened.do(office.set_up, "A. Author", record.office)
    opened.do(records.bring_in, write_record(record))
    yield opened
    opened.close()


RECORD = clean_record().record_id


def kept(workspace: Workspace) -> tuple[Comment, ...]:
    """Return the comments as they are stored."""
    return workspace.ask(records.open_record, RECORD).state.comments


def written(workspace: Workspace, words: str = "Say when.", anchor: Anchor | None = None) -> Comment:
    """Write a comment and return it as it is stored."""
    workspace.do(comments.add_comment, RECORD, PLACE, words, anchor)
    return kept(workspace)[-1]


def test_a_comment_says_who_when_and_on_what(workspace: Workspace) -> None:
    made = written(workspace, "  Say when.\n", anchor_at(PLACE, WORDS, 9, 13))
    assert (made.place, made.quote, made.by, made.on, made.text) == (PLACE, "ours", "A. Author", date(2024, 6, 26), "Say when.")
    assert made.id not in ("", "c1") and made.resolved_on is None


def test_a_comment_on_the_whole_text_has_no_words(workspace: Workspace) -> None:
    assert written(workspace).quote == ""


CASES: dict[str, tuple[Callable[..., Changes], tuple[str, ...], Comment]] = {
    "reply to comment": (comments.reply, ("Mine.",), replace(THEIRS, replies=(Reply("A. Author", date(2024, 6, 26), "Mine."),))),
    "resolve comment": (comments.resolve, (), replace(THEIRS, resolved_on=date(2024, 6, 26))),
}


@pytest.mark.parametrize("name", CASES)
def test_what_is_done_with_anybodys_comment_is_named_and_taken_back(workspace: Workspace, name: str) -> None:
    use_case, words, after = CASES[name]
    changes = workspace.do(use_case, RECORD, "c1", *words)
    assert changes.name == name and changes.touches("record.comments")
    assert kept(workspace) == (after,)
    back, conflicts = workspace.do(editing.take_back, changes)
    assert kept(workspace) == (THEIRS,) and not conflicts
    workspace.do(editing.take_back, back)
    assert kept(workspace) == (after,)


def test_resolved_is_opened_again(workspace: Workspace) -> None:
    workspace.do(comments.resolve, RECORD, "c1")
    assert workspace.do(comments.resolve, RECORD, "c1").empty
    assert workspace.do(comments.open_again, RECORD, "c1").name == "open comment again"
    assert kept(workspace) == (THEIRS,)


def test_ones_own_is_changed_and_deleted_and_taken_back(workspace: Workspace) -> None:
    made = written(workspace)
    changed = workspace.do(comments.change_comment, RECORD, made.id, "Say where.")
    assert kept(workspace)[-1].text == "Say where."
    deleted = workspace.do(comments.delete_comment, RECORD, made.id)
    assert kept(workspace) == (THEIRS,)
    workspace.do(editing.take_back, deleted)
    workspace.do(editing.take_back, changed)
    assert kept(workspace) == (THEIRS, made)


@pytest.mark.parametrize("use_case", [lambda work, *ids: comments.change_comment(work, *ids, "Mine now."), comments.delete_comment])
def test_somebody_elses_stays_as_it_is(workspace: Workspace, use_case: Callable[..., Changes]) -> None:
    with pytest.raises(AppError, match=r"This comment is by B\. Other\. Reply to it, or resolve it\. Nothing was changed\."):
        workspace.do(use_case, RECORD, "c1")
    assert kept(workspace) == (THEIRS,)


def test_nothing_said_is_no_comment(workspace: Workspace) -> None:
    for use_case, ids in ((comments.add_comment, (RECORD, PLACE)), (comments.reply, (RECORD, "c1"))):
        with pytest.raises(AppError, match="says nothing yet"):
            workspace.do(use_case, *ids, "  \n ")
    assert kept(workspace) == (THEIRS,)


def test_a_comment_that_is_not_there_is_an_error(workspace: Workspace) -> None:
    for use_case in (comments.resolve, comments.open_again, comments.delete_comment):
        with pytest.raises(KeyError):
            workspace.do(use_case, RECORD, "none")


# --- Where comments hold on -------------------------------------------------------------------


def test_what_stood_around_the_words_is_kept_beside_the_record(workspace: Workspace) -> None:
    anchor = anchor_at(PLACE, WORDS, 9, 13)
    made = written(workspace, anchor=anchor)
    workspace.close()
    again = Workspace.open(workspace.path.parent)
    assert again.ask(comments.anchors, RECORD) == {made.id: anchor}
    again.close()


def test_newer_places_take_the_place_of_older_and_what_is_gone_goes(workspace: Workspace) -> None:
    first, second = (written(workspace, anchor=anchor_at(PLACE, WORDS, *span)) for span in ((0, 4), (9, 13)))
    later = anchor_at(PLACE, f"Now. {WORDS}", 14, 18)
    workspace.do(comments.delete_comment, RECORD, first.id)
    changes = workspace.do(comments.keep_anchors, RECORD, {second.id: later})
    assert changes.empty
    assert workspace.ask(comments.anchors, RECORD) == {second.id: later}


def test_words_that_changed_a_little_are_still_found() -> None:
    text = "The Group, which I currently chair, will hold the unit to account."
    anchor = Anchor(PLACE, "which I curently chaired")
    assert locate(anchor, text) is None
    found = locate(anchor, text, comments.similar)
    assert found is not None and "which I currently chair" in text[slice(*found)]
    assert locate(Anchor(PLACE, "quite other words than these"), text, comments.similar) is None
