"""`doctor` and the attached files: how many, and whether all are whole."""

from __future__ import annotations

from pathlib import Path

import pytest

from response_app import paths
from response_app.store.attachments import Attachments

from .run import in_process


@pytest.fixture
def attachments(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Attachments:
    """The folder of attached files in an empty data folder."""
    monkeypatch.setattr(paths, "data_dir", lambda: tmp_path)
    return Attachments(tmp_path / "attachments")


def line(capsys: pytest.CaptureFixture[str]) -> str:
    """What `doctor` says of the attached files."""
    (found,) = [each for each in in_process(capsys, "doctor").out.splitlines() if "Attached files" in each]
    return found


def test_it_says_how_many_there_are(attachments: Attachments, capsys: pytest.CaptureFixture[str]) -> None:
    assert line(capsys) == "ok      Attached files: none yet"
    for data in (b"one", b"two"):
        attachments.keep(data)
    assert line(capsys) == "ok      Attached files: 2, all whole"


def test_one_that_is_not_as_it_was_kept_is_told(attachments: Attachments, capsys: pytest.CaptureFixture[str]) -> None:
    attachments.keep(b"one")
    attachments.path(attachments.keep(b"two")).write_bytes(b"tw0")
    assert line(capsys).startswith("not ok  Attached files: 1 of 2 not as kept")
