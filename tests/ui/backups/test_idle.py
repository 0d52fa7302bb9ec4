"""Backups by themselves: when, when not, and what happens when one fails."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from threading import Event

import pytest
from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from response_app.authoring import records
from response_app.authoring.workspace import Backup, Copy, Workspace
from response_app.errors import StoreDamaged, WriteFailed
from response_app.paths import template
from ui.idle_backup import IdleBackup

from .conftest import IDLE, Office

# --- When -------------------------------------------------------------------------------------


def test_a_while_after_a_change_there_is_a_checked_backup_with_it(office: Office, qtbot: QtBot) -> None:
    backups = office.backups()
    office.writes("The new title")
    assert office.files() == [], "nothing before a pause"
    with qtbot.waitSignal(backups.checked):
        pass
    (file,) = office.files()
    assert office.titles(file) == ["The new title"]
    assert office.checked == [backups.last]


def test_without_a_change_there_is_no_backup(office: Office, qtbot: QtBot) -> None:
    backups = office.backups()
    with qtbot.assertNotEmitted(backups.checked, wait=4 * IDLE):
        office.state.save_now()
    assert backups.before_closing() is None
    assert office.files() == []


def test_keys_put_it_off_until_they_pause(office: Office, qtbot: QtBot) -> None:
    """Each key begins the wait anew, in whatever has the keyboard."""
    line = QLineEdit()
    qtbot.addWidget(line)
    line.show()
    line.activateWindow()
    line.setFocus()
    qtbot.waitUntil(line.hasFocus)
    backups = office.backups(idle_ms=300)
    taken: list[str] = []
    backups.checked.connect(lambda _at: taken.append(line.text()))
    office.writes("The new title")
    pace = QTimer(interval=50)
    pace.timeout.connect(lambda: QTest.keyClick(line, Qt.Key.Key_A))
    pace.start()
    qtbot.waitUntil(lambda: len(line.text()) >= 12)  # 600 ms in all, twice the wait
    pace.stop()
    assert taken == []
    qtbot.waitUntil(lambda: taken == [line.text()])


def test_the_keyboard_may_go_elsewhere_and_its_owner_away(office: Office, qtbot: QtBot) -> None:
    """Watched is what has the keyboard now; what had it may be deleted."""
    first, second = QLineEdit(), QLineEdit()
    for each in (first, second):
        qtbot.addWidget(each)
        each.show()
    first.activateWindow()
    first.setFocus()
    qtbot.waitUntil(first.hasFocus)
    backups = office.backups(idle_ms=60_000)
    office.writes("The new title")
    with qtbot.waitSignal(first.destroyed):
        first.deleteLater()
    second.activateWindow()
    second.setFocus()
    qtbot.waitUntil(second.hasFocus)
    QTest.keyClick(second, Qt.Key.Key_A)
    assert second.text() == "a"
    assert backups.before_closing() is None and len(office.files()) == 1


def test_enough_time_lies_between_two(office: Office, qtbot: QtBot) -> None:
    """Also when the app was started anew in between; the last one of a session comes on close."""
    backups = office.backups(apart_ms=600_000)
    office.writes("First")
    qtbot.waitUntil(lambda: len(office.files()) == 1 and len(office.checked) == 1)
    office.writes("Second")
    with qtbot.assertNotEmitted(backups.checked, wait=4 * IDLE):
        pass
    assert backups.before_closing() is None
    assert office.titles(office.files()[-1]) == ["Second"]
    backups.stop()
    again = office.backups(apart_ms=600_000)
    office.writes("Third")
    with qtbot.assertNotEmitted(again.checked, wait=4 * IDLE):
        pass
    assert len(office.files()) == 2


def test_a_change_while_one_is_checked_gets_its_own(office: Office, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    go_on = held_up(office, monkeypatch)
    office.backups()
    office.writes("First")
    qtbot.waitUntil(lambda: go_on.waiting.is_set())
    office.writes("Second")
    go_on.set()
    qtbot.waitUntil(lambda: len(office.checked) == 2)
    assert [office.titles(each) for each in office.files()] == [["First"], ["Second"]]


class Gate(Event):
    """Lets the checking of copies pass when it is set; `waiting` is set when a copy waits at it."""

    def __init__(self) -> None:
        super().__init__()
        self.waiting = Event()


def held_up(office: Office, patch: pytest.MonkeyPatch) -> Gate:
    """Let every check of a copy wait at a gate."""
    gate, whole = Gate(), office.state.workspace.keep_copy

    def slow(copy: Copy) -> Backup:
        gate.waiting.set()
        assert gate.wait(30)
        return whole(copy)

    patch.setattr(office.state.workspace, "keep_copy", slow)
    return gate


# --- Before risky acts ------------------------------------------------------------------------


def test_what_is_deleted_is_in_a_backup_taken_before(office: Office, qtbot: QtBot) -> None:
    """However short the last one was ago."""
    office.backups(apart_ms=600_000, idle_ms=60_000)
    office.writes("Still there")
    assert office.state.do(records.delete_record, office.state.record_id) is not None
    qtbot.waitUntil(lambda: len(office.checked) == 1)
    assert office.titles(office.files()[0]) == ["Still there"]


def test_one_risky_act_after_another_needs_one_backup(office: Office, qtbot: QtBot) -> None:
    """What the first took away is in it."""
    backups = office.backups(apart_ms=600_000, idle_ms=60_000)
    office.writes("Still there")
    first = office.state.record_id
    assert office.state.do(records.delete_record, first)
    assert office.state.do(records.restore_record, first)
    assert office.state.do(records.delete_record, first)
    qtbot.waitUntil(lambda: len(office.checked) == 1)
    office.state.undo()
    assert len(office.files()) == 1
    office.writes("And more")
    office.state.undo()
    assert backups.before_closing() is None
    assert len(office.files()) == 2


def test_bringing_in_is_preceded_by_a_backup(office: Office, qtbot: QtBot) -> None:
    office.backups(apart_ms=600_000, idle_ms=60_000)
    record_id = office.state.record_id
    assert office.state.do(records.delete_record, record_id)
    assert office.state.do(records.new_record, "A blank one")
    assert office.state.do(records.bring_in, template("example.json").read_bytes())
    qtbot.waitUntil(lambda: len(office.checked) == 1)
    assert office.titles(office.files()[0]) == ["A blank one"]


# --- What goes wrong --------------------------------------------------------------------------


def refusing(error: Exception) -> Callable[[Copy], Backup]:
    def refuse(_copy: Copy) -> Backup:
        raise error

    return refuse


def test_a_full_drive_is_told_once_and_writing_goes_on(office: Office, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    """It tries again by itself; when it succeeds the next failure is told again."""
    full = WriteFailed("There is no room left on the drive.")
    attempts: list[Copy] = []

    def refuse(copy: Copy) -> Backup:
        attempts.append(copy)
        raise full

    backups = office.backups()
    with monkeypatch.context() as patch:
        patch.setattr(backups, "_workspace", _Refusing(office.state.workspace, refuse))
        office.writes("Written on a full drive")
        qtbot.waitUntil(lambda: len(attempts) >= 3)
        office.writes("And more")
    assert office.failed == [full]
    qtbot.waitUntil(lambda: len(office.checked) >= 1)
    assert office.titles(office.files()[-1]) == ["And more"]
    monkeypatch.setattr(backups, "_workspace", _Refusing(office.state.workspace, refuse))
    office.writes("Full again")
    qtbot.waitUntil(lambda: office.failed == [full, full])


class _Refusing:
    """A workspace whose copies cannot be kept."""

    def __init__(self, workspace: Workspace, refuse: Callable[[Copy], Backup]) -> None:
        self.keep_copy = refuse
        self.take_copy = workspace.take_copy


def test_a_copy_that_was_spoilt_is_caught_and_not_written(office: Office, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = office.state.workspace.take_copy

    def spoilt() -> Copy:
        copy = whole()
        middle = len(copy.data) // 2 // 4096 * 4096
        return replace(copy, data=copy.data[:middle] + b"\xff" * 4096 + copy.data[middle + 4096 :])

    monkeypatch.setattr(office.state.workspace, "take_copy", spoilt)
    backups = office.backups()
    with qtbot.waitSignal(backups.failed) as told:
        office.writes("The new title")
    assert isinstance(told.args[0], StoreDamaged)
    assert office.files() == [] and office.checked == []


def test_a_folder_that_went_away_is_made_again(office: Office, qtbot: QtBot) -> None:
    office.backups()
    office.writes("First")
    qtbot.waitUntil(lambda: len(office.checked) == 1)
    shutil.rmtree(office.folder)
    office.writes("Second")
    qtbot.waitUntil(lambda: len(office.checked) == 2)
    assert [office.titles(each) for each in office.files()] == [["Second"]]


def test_a_folder_that_cannot_be_made_is_told(office: Office, qtbot: QtBot) -> None:
    office.folder.write_bytes(b"in the way")
    backups = office.backups()
    with qtbot.waitSignal(backups.failed) as told:
        office.writes("The new title")
    assert "cannot be made" in str(told.args[0])


def test_a_risky_act_is_done_although_no_backup_can_be_made(office: Office, qtbot: QtBot) -> None:
    office.folder.write_bytes(b"in the way")
    backups = office.backups(apart_ms=600_000)
    office.writes("The new title")
    with qtbot.waitSignal(backups.failed):
        assert office.state.do(records.delete_record, office.state.record_id)
    assert office.state.list_records() == ()


def test_a_clock_that_was_set_back_stops_no_backups(office: Office, qtbot: QtBot) -> None:
    """A backup from the future makes the next wait as long as any, and no longer."""
    office.folder.mkdir()
    (office.folder / "records 2999-01-01 000000.000 UTC.db").write_bytes(b"")
    backups = office.backups(apart_ms=2 * IDLE)
    with qtbot.waitSignal(backups.checked):
        office.writes("The new title")


# --- The end ----------------------------------------------------------------------------------


def test_closing_while_a_backup_runs_waits_for_it(office: Office, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    """And adds one of what came since; each is written once."""
    gate = held_up(office, monkeypatch)
    backups = office.backups(apart_ms=600_000)
    office.writes("First")
    qtbot.waitUntil(gate.waiting.is_set)
    office.writes("Second")
    gate.set()
    assert backups.before_closing() is None
    assert [office.titles(each) for each in office.files()] == [["First"], ["Second"]]
    assert len(office.checked) == 2


def test_closing_tells_a_failure_that_was_not_told_before(office: Office) -> None:
    office.folder.write_bytes(b"in the way")
    backups = office.backups(idle_ms=60_000)
    office.writes("The new title")
    assert isinstance(backups.before_closing(), WriteFailed)
    assert backups.before_closing() is None, "a second attempt to close is not held up"
    office.folder.unlink()
    assert backups.before_closing() is None
    assert len(office.files()) == 1


def test_a_fault_of_ours_holds_closing_up_once_only(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    backups = office.backups(idle_ms=60_000)
    office.writes("The new title")
    monkeypatch.setattr(office.state.workspace, "keep_copy", refusing(ZeroDivisionError()))
    with pytest.raises(ZeroDivisionError):
        backups.before_closing()
    assert backups.before_closing() is None


def test_after_the_end_nothing_more_is_done(office: Office, qtbot: QtBot) -> None:
    backups = office.backups()
    office.writes("The new title")
    backups.stop()
    with qtbot.assertNotEmitted(backups.checked, wait=4 * IDLE):
        pass
    assert office.files() == []


def test_the_last_is_known_after_a_new_start(office: Office) -> None:
    backups = office.backups(idle_ms=60_000)
    assert backups.last is None
    office.writes("The new title")
    assert backups.before_closing() is None
    backups.stop()
    again = IdleBackup(office.state, QObject(office.state))
    assert again.last is not None and abs((datetime.now(UTC) - again.last).total_seconds()) < 60
    again.stop()
