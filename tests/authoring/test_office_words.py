"""The office's own words: added, removed, taken back, and kept only when the store keeps them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from response_app.authoring import office_words, records
from response_app.authoring.office_words import MOST, add_word, remove_word, take_back
from response_app.authoring.workspace import Workspace
from response_app.errors import AppError, StoreUnavailable
from response_app.store.work import Work


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    """An empty store."""
    opened = Workspace.open(tmp_path / "store")
    yield opened
    opened.close()


def words(workspace: Workspace) -> tuple[str, ...]:
    """Return the list as it is kept."""
    return workspace.ask(office_words.office_words)


def test_words_are_kept_in_the_order_of_the_alphabet(workspace: Workspace, tmp_path: Path) -> None:
    for each in ("kwango", "Bluestone", " O’Hare "):
        changes = workspace.do(add_word, each)
    assert changes.name == "add word" and changes.places == ("office_words",) and not changes.touches("office")
    workspace.close()
    again = Workspace.open(tmp_path / "store")
    assert words(again) == ("Bluestone", "kwango", "O'Hare")
    again.close()


def test_a_word_that_is_there_or_is_not_changes_nothing(workspace: Workspace) -> None:
    workspace.do(add_word, "kwango")
    assert workspace.do(add_word, "kwango").empty
    assert workspace.do(remove_word, "other").empty
    assert workspace.do(remove_word, "").empty
    assert words(workspace) == ("kwango",)


def test_adding_and_removing_are_taken_back_and_done_again(workspace: Workspace) -> None:
    workspace.do(add_word, "first")
    added = workspace.do(add_word, "second")
    removed = workspace.do(remove_word, "first")
    assert words(workspace) == ("second",)
    back = workspace.do(take_back, removed)
    assert words(workspace) == ("first", "second")
    workspace.do(take_back, added)
    assert words(workspace) == ("first",)
    workspace.do(take_back, back)
    assert words(workspace) == ()


def test_what_others_added_since_stays(workspace: Workspace) -> None:
    added = workspace.do(add_word, "first")
    workspace.do(add_word, "second")
    assert workspace.do(take_back, added).words == (("first", "second"), ("second",))
    assert words(workspace) == ("second",)


def test_only_a_change_of_words_is_taken_back(workspace: Workspace) -> None:
    with pytest.raises(ValueError, match="no change of the office's words"):
        workspace.do(take_back, workspace.do(records.new_record))


@pytest.mark.parametrize("typed", ["", "two words", "a-b", "x" * 61])
def test_what_is_no_word_is_refused(workspace: Workspace, typed: str) -> None:
    with pytest.raises(AppError, match="not a single word"):
        workspace.do(add_word, typed)
    assert words(workspace) == ()


def test_a_full_list_is_refused_in_plain_words(workspace: Workspace) -> None:
    full = [f"w{'x' * 8}{number:05d}" for number in range(MOST)]
    workspace.do(lambda work: work.settings.set("words", [*full]))
    with pytest.raises(AppError, match="5,000 words"):
        workspace.do(add_word, "more")
    assert len(words(workspace)) == MOST


@pytest.mark.parametrize("kept", [None, "word", {"a": 1}, 3])
def test_a_list_that_is_none_is_empty(workspace: Workspace, kept: str | dict[str, int] | int | None) -> None:
    workspace.do(lambda work: work.settings.set("words", kept))  # type: ignore[arg-type]
    assert words(workspace) == ()


def test_when_the_store_fails_nothing_is_kept(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    workspace.do(add_word, "kept")
    added = workspace.do(add_word, "second")

    def fail(self: Work) -> None:
        raise StoreUnavailable("The drive is full.")

    with monkeypatch.context() as patch:
        patch.setattr(Work, "commit", fail)
        for use_case, argument in ((add_word, "lost"), (remove_word, "kept"), (take_back, added)):
            with pytest.raises(StoreUnavailable):
                workspace.do(use_case, argument)  # type: ignore[arg-type]
    assert words(workspace) == ("kept", "second")
