"""Removing a file: gone, or as it was and said why."""

from __future__ import annotations

from pathlib import Path

import pytest

from response_app.atomic_io import remove
from response_app.errors import WriteFailed


def test_a_file_is_removed_and_a_missing_one_is_no_fault(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_bytes(b"words")
    remove(file)
    assert not file.exists()
    remove(file)


def test_what_cannot_be_removed_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "file"
    file.write_bytes(b"words")

    def refuse(*_args: object, **_values: object) -> None:
        raise PermissionError(13, "no")

    monkeypatch.setattr(Path, "unlink", refuse)
    with pytest.raises(WriteFailed, match="The old file is as it was"):
        remove(file)
    assert file.exists()
