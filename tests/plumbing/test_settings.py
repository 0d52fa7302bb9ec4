"""What belongs to a person's screen: kept, and never in the way when it cannot be."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from response_app import paths, settings
from response_app.settings import MOST_RECENT, Screen, keep, load, with_recent


def test_what_is_kept_comes_back(tmp_path: Path) -> None:
    kept = Screen("QUJD", 130, "dark", ("r2", "r1"))
    keep(kept, tmp_path / "not" / "there")
    assert load(tmp_path / "not" / "there") == kept


def test_without_a_folder_it_is_the_one_of_the_system() -> None:
    keep(Screen(zoom=120))
    assert (paths.config_dir() / settings.FILE).is_file()
    assert load().zoom == 120
    (paths.config_dir() / settings.FILE).unlink()
    assert load() == Screen()


@pytest.mark.parametrize("words", ["", "{", "[]", "null", "\x00\xff", "[" * 100_000, '"window"'])
def test_a_damaged_file_gives_the_usual_settings(tmp_path: Path, words: str) -> None:
    (tmp_path / settings.FILE).write_bytes(words.encode("latin-1"))
    assert load(tmp_path) == Screen()


def test_only_what_has_its_kind_is_taken(tmp_path: Path) -> None:
    odd = {"zoom": True, "colours": 3, "window": ["x"], "recent": ["r1", 2, "r3"], "more": 1}
    (tmp_path / settings.FILE).write_text(json.dumps(odd), encoding="utf-8")
    assert load(tmp_path) == Screen(recent=("r1", "r3"))


def test_a_drive_that_does_not_take_it_is_let_be(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    keep(Screen(zoom=150), tmp_path / "file")
    assert load(tmp_path / "file") == Screen()


def test_the_last_open_record_is_the_first_and_few_are_kept() -> None:
    recent: tuple[str, ...] = ()
    for number in range(12):
        recent = with_recent(recent, f"r{number}")
    assert recent == tuple(f"r{number}" for number in range(11, 11 - MOST_RECENT, -1))
    assert with_recent(recent, "r9")[:3] == ("r9", "r11", "r10")
