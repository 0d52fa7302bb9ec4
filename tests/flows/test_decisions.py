"""What is done can be taken back, what is typed is kept, and what cannot be saved is said: in the whole window."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton

from response_app.authoring import records
from response_app.domain.record import Record
from response_app.domain.richtext import plain
from response_app.errors import AppError, StoreUnavailable
from ui import theme
from ui.editors.rich_text_edit import RichTextEdit
from ui.messages import Banner

from .fictional import fictional
from .person import CTRL, KEY, SHIFT, Person, paragraphs

_FULL = "There is no room left on the drive. Your words are still in the window; make room and press Ctrl+S."
_HOME, _FINDINGS, _INITIAL = KEY.Key_1, KEY.Key_3, KEY.Key_4


@pytest.fixture
def author(person: Person) -> Iterator[Person]:
    """Somebody whose store holds a record with three findings."""
    person.has(fictional())
    yield person


def stored(person: Person) -> Record:
    """The open record as the store has it now."""
    state = person.window.state
    assert state is not None
    return state.workspace.ask(records.open_record, state.record_id)


def initial(record: Record) -> str:
    """The words of the initial response."""
    return plain(record.sections.initial_response)


def types_at_the_end(person: Person, words: str) -> RichTextEdit:
    """Type words at the end of the text that has the keyboard."""
    edit = person.at
    assert isinstance(edit, RichTextEdit)
    person.press(KEY.Key_End, CTRL)
    person.types(words)
    return edit


def fill_the_drive(person: Person, patch: pytest.MonkeyPatch) -> None:
    """From now on nothing can be saved."""

    def refuse(*_args: object, **_values: object) -> object:
        raise StoreUnavailable(_FULL)

    assert person.window.state is not None
    patch.setattr(person.window.state.workspace, "do", refuse)


# --- Taking back ------------------------------------------------------------------------------


@pytest.mark.parametrize("by_key", [False, True])
def test_a_deleted_finding_comes_back_by_the_banner_or_by_ctrl_z(author: Person, by_key: bool) -> None:
    author.opens(_FINDINGS)
    author.press(KEY.Key_Delete)
    assert author.sees("was deleted.")
    assert len(stored(author).findings) == 2
    if by_key:
        author.press(KEY.Key_Z, CTRL)
    else:
        author.click("Undo")
        assert not author.window.banner.isVisible()
    author.quits()
    assert author.kept().findings == fictional().findings


@pytest.mark.parametrize("key, held", [(KEY.Key_Z, CTRL | SHIFT), (KEY.Key_Y, CTRL)])
def test_what_was_taken_back_can_be_done_again(author: Person, key: Qt.Key, held: Qt.KeyboardModifier) -> None:
    author.opens(_FINDINGS)
    author.press(KEY.Key_Delete)
    author.press(KEY.Key_Z, CTRL)
    author.press(key, held)
    author.quits()
    assert author.kept().findings == fictional().findings[1:]


def test_undo_keeps_what_was_typed_since(author: Person) -> None:
    author.opens(_FINDINGS)
    author.press(KEY.Key_Delete)
    author.press(_INITIAL, CTRL)
    edit = types_at_the_end(author, " Thank you.")
    author.click("Undo")
    assert edit.toPlainText().endswith(" Thank you.")
    author.quits()
    kept = author.kept()
    assert kept.findings == fictional().findings
    assert initial(kept) == f"{initial(fictional())} Thank you."


def test_undo_of_a_new_finding_keeps_it_when_words_were_typed_into_it(author: Person) -> None:
    author.opens(_FINDINGS)
    author.press(KEY.Key_N, CTRL | SHIFT)
    author.chooses_in_menu("Recommendation")
    author.editor("Inspectors’ evidence")
    author.types("They saw it.")
    author.finds("Findings of the report").setFocus(Qt.FocusReason.TabFocusReason)
    author.press(KEY.Key_Z, CTRL)
    assert author.sees("The words have changed since")
    author.quits()
    assert [each.evidence for each in author.kept().findings[3:]] == [paragraphs("They saw it.")]


def test_a_deleted_record_comes_back(author: Person) -> None:
    author.opens(_INITIAL)
    types_at_the_end(author, " Thank you.")
    author.press(_HOME, CTRL)
    author.press(KEY.Key_Delete)
    assert author.sees("There are no records yet") and author.sees("Deleted “An inspection of serious")
    author.click("Undo")
    assert not author.sees("There are no records yet")
    author.quits()
    assert initial(author.kept()) == f"{initial(fictional())} Thank you."


def test_ctrl_z_in_a_text_takes_back_in_that_text_and_no_decision(author: Person) -> None:
    author.opens(_FINDINGS)
    author.press(KEY.Key_Delete)
    author.press(_INITIAL, CTRL)
    edit = types_at_the_end(author, "xyz")
    author.press(KEY.Key_Z, CTRL)
    assert edit.text() == fictional().sections.initial_response
    author.quits()
    assert len(author.kept().findings) == 2


# --- Saving -----------------------------------------------------------------------------------


def test_ctrl_s_saves_and_says_when(author: Person) -> None:
    author.opens(_INITIAL)
    types_at_the_end(author, " Thank you.")
    assert author.window.status.saved.text() == "" and initial(stored(author)) == initial(fictional())
    author.press(KEY.Key_S, CTRL)
    assert initial(stored(author)).endswith(" Thank you.")
    assert author.window.status.saved.text().startswith("Saved ")


def test_typing_is_saved_by_itself_when_it_pauses(author: Person) -> None:
    author.opens(_INITIAL)
    types_at_the_end(author, " Thank you.")
    author.qtbot.waitUntil(lambda: author.window.status.saved.text().startswith("Saved "))
    assert initial(stored(author)).endswith(" Thank you.")


def test_closing_saves_what_was_typed_a_moment_ago(author: Person) -> None:
    author.opens(_INITIAL)
    types_at_the_end(author, " Thank you.")
    author.quits()
    assert initial(author.kept()).endswith(" Thank you.")


@pytest.mark.parametrize("page, name", [(KEY.Key_2, "Inspectorate"), (KEY.Key_3, "The finding in one sentence")])
def test_closing_saves_a_field_that_was_not_left(author: Person, page: Qt.Key, name: str) -> None:
    author.opens(page)
    author.finds(name).setFocus(Qt.FocusReason.TabFocusReason)
    author.press(KEY.Key_End, CTRL)
    author.types(" more")
    author.quits()
    kept = author.kept()
    assert "more" in (kept.inspection.inspectorate if name == "Inspectorate" else kept.findings[0].heading)


# --- When the store cannot be had -------------------------------------------------------------


def test_a_second_window_is_told_who_has_the_records_and_starts_when_they_are_free(author: Person) -> None:
    first = author.starts()
    second = author.starts()
    assert second.state is None and not author.sees("Responses to inspections")
    assert author.sees("on this computer has had your records open since") and author.sees("Nothing was changed.")
    first.close()
    author.click("Try again")
    assert author.sees("Responses to inspections") and not second.banner.isVisible()


def test_a_full_drive_is_said_and_the_words_stay_in_the_editor(author: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    author.opens(_INITIAL)
    with monkeypatch.context() as patch:
        fill_the_drive(author, patch)
        edit = types_at_the_end(author, " Thank you.")
        author.qtbot.waitUntil(lambda: author.sees(_FULL))
        assert author.finds("Message", Banner).property("kind") == "error"
        assert author.window.status.saved.text() == ""
        assert edit.toPlainText().endswith(" Thank you.")
        assert not author.window.close() and author.window.isVisible()
    author.press(KEY.Key_S, CTRL)
    assert author.window.status.saved.text().startswith("Saved ")
    author.quits()
    assert initial(author.kept()).endswith(" Thank you.")


@pytest.mark.parametrize("key", [_HOME, KEY.Key_7])
def test_words_that_could_not_be_saved_on_leaving_a_page_are_not_lost(author: Person, monkeypatch: pytest.MonkeyPatch, key: Qt.Key) -> None:
    author.opens(_INITIAL)
    with monkeypatch.context() as patch:
        fill_the_drive(author, patch)
        types_at_the_end(author, " Thank you.")
        author.press(key, CTRL)
        assert author.sees(_FULL)
    assert isinstance(author.at, RichTextEdit) and author.at.toPlainText().endswith(" Thank you.")
    author.quits()
    assert initial(author.kept()).endswith(" Thank you.")


def test_a_decision_that_cannot_be_saved_changes_nothing(author: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    author.opens(_FINDINGS)
    with monkeypatch.context() as patch:
        fill_the_drive(author, patch)
        author.press(KEY.Key_Delete)
        assert author.sees(_FULL) and author.sees("3 areas for improvement")
    author.quits()
    assert author.kept().findings == fictional().findings


def test_a_store_that_cannot_be_opened_leaves_a_window_that_says_why(person: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_args: object) -> object:
        raise AppError("The folder cannot be written.", "Nothing was changed.")

    monkeypatch.setattr("tests.flows.person.Workspace.open", refuse)
    person.starts()
    assert person.sees("The folder cannot be written. Nothing was changed.")
    person.press_anywhere(_HOME, CTRL)
    assert person.window.close()


# --- From page to page ------------------------------------------------------------------------


def test_a_reading_error_is_mended_on_the_page_of_its_finding(author: Person) -> None:
    author.opens(KEY.Key_6)
    author.click("Continue to AFI 2")
    author.click("Correct a reading error")
    author.fills("The finding in one sentence", "It should record all of it.")
    author.quits()
    assert [each.heading for each in author.kept().findings][1] == "It should record all of it."


@pytest.mark.parametrize("key", [KEY.Key_Plus, KEY.Key_Equal])
def test_ctrl_plus_makes_the_pages_larger_in_the_preview_and_the_letters_elsewhere(author: Person, key: Qt.Key) -> None:
    author.opens(_INITIAL)
    author.press(key, CTRL)
    assert theme.theme().percent == 110
    author.press(KEY.Key_0, CTRL)
    assert theme.theme().percent == 100
    author.press(KEY.Key_8, CTRL)
    author.qtbot.waitUntil(lambda: author.sees("Page 1 of "), timeout=20_000)
    author.press(key, CTRL)
    assert theme.theme().percent == 100
    assert not author.finds("Fit width", QToolButton).isChecked()
