"""The window's state: what is broadcast, undone and told when something fails."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from response_app.authoring import acts, details, findings, records, texts
from response_app.authoring.after import begin_correction
from response_app.authoring.workspace import Workspace
from response_app.domain.canonical import from_plain
from response_app.domain.changes import Changes
from response_app.domain.response import Capacity, Status
from response_app.errors import AppError, StoreUnavailable
from response_app.paths import template
from ui.state import State
from ui.widgets.record_bar import status_badge


@pytest.fixture
def state(tmp_path: Path, qtbot: QtBot) -> Iterator[State]:
    """The example record, open."""
    workspace = Workspace.open(tmp_path)
    made = State(workspace, today=lambda: date(2024, 6, 26))
    changes = made.do(records.bring_in, template("example.json").read_bytes())
    assert changes is not None
    made.open(changes.record_id)
    yield made
    workspace.close()


def test_a_change_is_broadcast_with_who_started_it(state: State) -> None:
    heard: list[tuple[Changes, QObject | None]] = []
    state.changed.connect(lambda changes, initiator: heard.append((changes, initiator)))
    me = QObject()
    changes = state.do(details.change_inspection, state.record_id, title="Another", initiator=me)
    assert heard == [(changes, me)]
    assert state.record is not None
    assert state.record.inspection.title == "Another"
    assert state.undo_name == "change title of inspection"


def test_undo_and_redo_walk_through_decisions(state: State) -> None:
    before = state.record
    state.do(findings.delete_finding, state.record_id, "f1")
    state.do(details.change_state, state.record_id, version_label="2.0")
    after = state.record
    state.undo()
    state.undo()
    assert state.record == before
    assert (state.undo_name, state.redo_name) == ("", "delete finding")
    state.redo()
    state.redo()
    assert state.record == after
    state.undo()
    state.do(details.change_state, state.record_id, version_label="3.0")
    assert state.redo_name == "", "a new decision leaves nothing to do again"


def test_typing_is_no_decision(state: State) -> None:
    state.do(texts.save_text, state.record_id, "sections.initial_response", from_plain("Typed."))
    assert state.undo_name == ""
    assert state.record is not None
    assert state.record.sections.initial_response == from_plain("Typed.")


def test_a_saved_text_is_put_into_the_record_without_reading_it_again(state: State, monkeypatch: pytest.MonkeyPatch) -> None:
    places = ["sections.initial_response", "inspection.summary", "findings[f1].wording"]
    before = state.record
    with monkeypatch.context() as broken:
        broken.setattr(state.workspace, "ask", lambda *_: pytest.fail("the record was read again"))
        for place in places:
            state.do(texts.save_text, state.record_id, place, from_plain(f"Typed at {place}."))
        known = state.record
    assert known == state.workspace.ask(records.open_record, state.record_id)
    assert known != before
    state.do(texts.save_text, state.record_id, places[0], ())
    assert state.record == state.workspace.ask(records.open_record, state.record_id)


def test_an_undo_that_keeps_newer_words_says_so(state: State) -> None:
    told: list[str] = []
    state.told.connect(told.append)
    first = state.do(details.change_inspection, state.record_id, title="First")
    state.workspace.do(details.change_inspection, state.record_id, title="Elsewhere")
    assert first is not None
    state.undo()
    assert len(told) == 1
    assert "kept as they are" in told[0]


def test_a_failure_is_told_and_changes_nothing(state: State, monkeypatch: pytest.MonkeyPatch) -> None:
    failures: list[AppError] = []
    state.failed.connect(failures.append)
    before = state.record

    def full(*_: object, **__: object) -> Changes:
        raise StoreUnavailable("There is no room left on the drive.")

    with monkeypatch.context() as broken:
        broken.setattr(state.workspace, "do", full)
        assert state.do(details.change_state, state.record_id, version_label="2.0") is None
    assert [str(each) for each in failures] == ["There is no room left on the drive."]
    assert state.record == before
    assert state.undo_name == ""


def test_a_failed_undo_can_be_tried_again(state: State, monkeypatch: pytest.MonkeyPatch) -> None:
    state.do(details.change_state, state.record_id, version_label="2.0")

    def full(*_: object, **__: object) -> Changes:
        raise StoreUnavailable("There is no room left on the drive.")

    with monkeypatch.context() as broken:
        broken.setattr(state.workspace, "do", full)
        state.undo()
    assert state.undo_name == "change version"
    state.undo()
    assert state.record is not None
    assert state.record.state.version_label == "1.0"


def test_a_deleted_record_comes_back_by_undo(state: State) -> None:
    record_id = state.record_id
    state.open("")
    state.do(records.delete_record, record_id)
    assert state.list_records() == ()
    state.undo()
    assert [row.record_id for row in state.list_records()] == [record_id]


def test_words_that_cannot_be_saved_keep_their_record_open(state: State, monkeypatch: pytest.MonkeyPatch) -> None:
    """Otherwise they would be lost with the page that shows them."""

    def full(*_: object, **__: object) -> Changes:
        raise StoreUnavailable("There is no room left on the drive.")

    saved: list[object] = []
    state.saved.connect(saved.append)
    here = state.record_id
    state.about_to_act.connect(lambda: state.do(texts.save_text, here, "sections.initial_response", from_plain("Typed.")))
    with monkeypatch.context() as broken:
        broken.setattr(state.workspace, "do", full)
        assert not state.open("")
        state.save_now()
    assert state.record_id == here
    assert saved == []
    assert state.open("")
    assert state.record is None


def test_undo_does_not_go_back_behind_publication(state: State) -> None:
    state.do(details.change_inspection, state.record_id, title="Another")
    sign_off(state)
    signed = state.record
    state.do(acts.confirm_live, state.record_id, date(2024, 6, 26), "")
    for _ in range(4):
        state.undo()
    assert state.record == signed and state.undo_name == ""
    state.redo()
    assert state.record is not None and state.record.state.status is Status.PUBLISHED


def test_the_badge_over_every_page_says_what_is_so(state: State) -> None:
    badges = []

    def look() -> None:
        assert state.record is not None
        badges.append(status_badge(state.record.state)[0])

    sign_off(state)
    look()
    state.do(texts.save_text, state.record_id, "sections.overall_comments", from_plain("Others."))
    look()
    sign_off(state)
    look()
    state.do(acts.confirm_live, state.record_id, date(2024, 6, 26), "")
    look()
    state.do(begin_correction, state.record_id, "A name.", date(2024, 6, 26))
    look()
    assert badges == ["Signed off", "Changed since sign-off", "Signed off", "Published", "Correcting, version 1.1"]


def sign_off(state: State) -> None:
    """Sign off what stands there."""
    state.do(acts.sign_off, state.record_id, "A. Example", "Commissioner", Capacity.HOLDER, date(2024, 6, 26), "e-mail")
