"""The look that begins before the rest of the start is imported: it counts only for a whole store that stays as it was."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from response_app.errors import StoreDamaged, StoreUnavailable
from response_app.store import opening
from response_app.store.looking import EarlyLook
from response_app.store.migrations import OURS
from response_app.store.opening import open_store

from ..fixtures.shared import PROJECT
from .support import Clock, Fragments, a_record, opened, save


@pytest.fixture
def whole(path: Path) -> Path:
    """A store with a record, closed."""
    with opened(path) as store:
        save(store, a_record())
    return path


def newer(path: Path) -> None:
    """Let the store be one of a later version of the app."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA user_version={OURS.newest + 1}")


def early(path: Path) -> EarlyLook:
    return EarlyLook(path, OURS.newest)


def test_a_whole_store_is_looked_at_once(whole: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever opens it takes what the early look found."""
    looked = early(whole)
    monkeypatch.delattr(opening, "look")
    with open_store(whole, Fragments(), now=Clock(), looked=looked) as store, store.work() as work:
        assert len(work.records.list()) == 1


def test_a_file_that_was_written_meanwhile_is_looked_at_again(whole: Path) -> None:
    looked = early(whole)
    assert looked.version() == OURS.newest
    os.utime(whole, ns=(1, 1))
    assert looked.version() is None


def test_a_newer_store_that_comes_into_its_place_is_refused_and_not_changed(whole: Path) -> None:
    """As a copy that somebody puts there while the app starts."""
    other = whole.with_name("other.db")
    shutil.copyfile(whole, other)
    newer(other)
    looked = early(whole)
    assert looked.version() == OURS.newest
    other.replace(whole)
    before = whole.read_bytes()
    with pytest.raises(StoreUnavailable, match="newer version"):
        open_store(whole, Fragments(), looked=looked)
    assert whole.read_bytes() == before


def test_what_is_wrong_is_said_by_whoever_opens_the_store(whole: Path) -> None:
    """The early look keeps it to itself."""
    newer(whole)
    looked = early(whole)
    assert looked.version() is None
    with pytest.raises(StoreUnavailable, match="newer version"):
        open_store(whole, Fragments(), looked=looked)
    whole.write_bytes(whole.read_bytes()[:-5000])
    looked = early(whole)
    assert looked.version() is None
    with pytest.raises(StoreDamaged):
        open_store(whole, Fragments(), looked=looked)


def test_a_journal_beside_the_file_means_to_look_again(whole: Path) -> None:
    """What is in it counts too, and may be written into the file at any time."""
    whole.with_name(f"{whole.name}-wal").write_bytes(b"left by a crash")
    assert early(whole).version() is None


def test_no_file_and_an_empty_one_are_made_as_ever(path: Path) -> None:
    assert early(path).version() is None
    with open_store(path, Fragments(), now=Clock(), looked=early(path)) as store, store.work() as work:
        assert work.records.list() == ()


def test_looking_needs_neither_the_database_library_nor_what_only_a_second_start_needs() -> None:
    """The window asks who has the store open before it paints, and looks at it while SQLAlchemy is imported."""
    program = (
        "import sys; from pathlib import Path; from response_app.store import holder\n"
        "assert holder.holder(Path('/nowhere/records.db')) is None\n"
        "assert not {'sqlite3', 'hashlib', 'json', 'platform'} & set(sys.modules), 'before the first paint'\n"
        "import response_app.authoring.start; assert 'sqlalchemy' not in sys.modules"
    )
    subprocess.run([sys.executable, "-S", "-c", program], cwd=PROJECT, check=True, timeout=60)
