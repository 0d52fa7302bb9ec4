"""A second start: only a window that answers takes it over; everything else is told as before."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Thread

import pytest

from response_app.authoring.second_start import STORE_FILE, bring_window_forward
from response_app.authoring.workspace import Workspace
from response_app.errors import WriteFailed
from response_app.store import holder

from ..store.support import child

HOLD = """
from response_app.authoring.workspace import Workspace
Workspace.open(Path(sys.argv[1]), "Asha", window=True)
print("open", flush=True)
sys.stdin.read()
"""


@contextmanager
def held(folder: Path) -> Iterator[None]:
    """A process that says it has a window, and does nothing more; it is killed at the end."""
    process = child(HOLD, folder)
    assert process.stdout is not None and process.stdout.readline() == "open\n"
    try:
        yield
    finally:
        process.kill()
        process.communicate()


def names(folder: Path) -> set[str]:
    return {each.name for each in folder.iterdir()}


def test_the_first_start_asks_nobody(tmp_path: Path) -> None:
    folder = tmp_path / "store"
    assert not bring_window_forward(folder)
    assert not folder.exists()


def test_a_closed_store_is_asked_nothing(tmp_path: Path) -> None:
    Workspace.open(tmp_path, window=True).close()
    before = names(tmp_path)
    assert not bring_window_forward(tmp_path)
    assert names(tmp_path) == before


def test_a_command_that_holds_the_store_cannot_come_forward(tmp_path: Path) -> None:
    workspace = Workspace.open(tmp_path, "the command line")
    assert not bring_window_forward(tmp_path, patience=60)
    assert not holder.raise_file(workspace.path).exists()
    workspace.close()


def test_a_window_that_does_not_answer_is_not_waited_for_long_and_nothing_is_left(tmp_path: Path) -> None:
    with held(tmp_path):
        assert not bring_window_forward(tmp_path, patience=0.1)
        assert not holder.raise_file(tmp_path / STORE_FILE).exists()


def test_what_a_killed_window_left_keeps_nobody_waiting(tmp_path: Path) -> None:
    """The file still names a window; the lock says that there is none."""
    with held(tmp_path):
        assert holder.is_held(tmp_path / STORE_FILE)
    known = holder.holder(tmp_path / STORE_FILE)
    assert known is not None and known.window
    assert not bring_window_forward(tmp_path, patience=60)
    Workspace.open(tmp_path, window=True).close()


def test_the_answer_is_that_the_request_is_gone(tmp_path: Path) -> None:
    """With the record file that the second start was given, by its whole path."""
    store = tmp_path / STORE_FILE
    answered: list[bool] = []
    with held(tmp_path):
        second = Thread(target=lambda: answered.append(bring_window_forward(tmp_path, Path("record.json"), patience=60)))
        second.start()
        request = None
        while request is None:
            request = holder.take_request(store, datetime.now(UTC))
        second.join()
    assert answered == [True]
    assert request.record == Path("record.json").absolute()


def test_a_request_that_cannot_be_left_is_no_answer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_args: object) -> None:
        raise WriteFailed("There is no room left.")

    monkeypatch.setattr(holder, "write_bytes", full)
    with held(tmp_path):
        assert not bring_window_forward(tmp_path, patience=60)


NOW = datetime(2024, 6, 4, 9, 41, tzinfo=UTC)


@pytest.mark.parametrize("age", [timedelta(minutes=2), timedelta(minutes=-2)])
def test_an_old_request_is_removed_and_not_obeyed(tmp_path: Path, age: timedelta) -> None:
    store = tmp_path / STORE_FILE
    holder.ask_to_come_forward(store, NOW - age)
    assert holder.take_request(store, NOW) is None
    assert not holder.raise_file(store).exists()


@pytest.mark.parametrize("content", [b"", b"words", b"[]", b"{}", json.dumps({"asked_at": "soon", "record": ""}).encode()])
def test_a_request_that_makes_no_sense_is_removed_and_not_obeyed(tmp_path: Path, content: bytes) -> None:
    store = tmp_path / STORE_FILE
    holder.raise_file(store).write_bytes(content)
    assert holder.take_request(store, NOW) is None
    assert not holder.raise_file(store).exists()


def test_a_request_is_taken_once(tmp_path: Path) -> None:
    store = tmp_path / STORE_FILE
    holder.ask_to_come_forward(store, NOW)
    assert holder.take_request(store, NOW) == holder.Request(None)
    assert holder.take_request(store, NOW) is None
