"""Files are read within a limit, and a refusal says why in plain words."""

from __future__ import annotations

import errno
import os
import tracemalloc
from pathlib import Path

import pytest

from response_app.atomic_io import read_bytes
from response_app.errors import FileRefused

WORDS = b"the words"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "record.json"
    path.write_bytes(WORDS)
    return path


def windows_error(code: int) -> OSError:
    error = PermissionError(errno.EACCES, "Access is denied")
    error.winerror = code  # type: ignore[attr-defined, unused-ignore]
    return error


def test_names_that_no_file_can_have(tmp_path: Path) -> None:
    with pytest.raises(FileRefused) as caught:
        read_bytes(tmp_path / "a\0b.pdf", 10)
    assert caught.value.message == f"{tmp_path}{os.sep}a?b.pdf holds a character that a file name cannot have."
    with pytest.raises(FileRefused, match="is too long for this computer"):
        read_bytes(tmp_path / ("x" * 300), 10)


def test_a_name_with_line_ends_stays_in_one_line(tmp_path: Path) -> None:
    with pytest.raises(FileRefused) as caught:
        read_bytes(tmp_path / "a\nb\x1b[31m.json", 10)
    assert str(caught.value).isprintable()


def test_reading_up_to_the_limit(file: Path) -> None:
    assert read_bytes(file, len(WORDS)) == WORDS
    assert read_bytes(file, 64 * 1024 * 1024) == WORDS


@pytest.mark.parametrize(("size", "limit", "words"), [(11, 10, "10 bytes"), (3 * 1024 * 1024, 2 * 1024 * 1024, "2 MB")])
def test_a_file_over_the_limit_is_refused(tmp_path: Path, size: int, limit: int, words: str) -> None:
    path = tmp_path / "record.json"
    path.write_bytes(b"x" * size)
    with pytest.raises(FileRefused) as caught:
        read_bytes(path, limit)
    assert caught.value.message == f"The file {path} is over {words}, which is more than the app reads."
    assert caught.value.remedy == "Nothing was changed."


def test_a_large_file_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "record.json"
    with path.open("wb") as hole:
        hole.truncate(1 << 40)  # takes no room: nothing but a hole
    tracemalloc.start()
    try:
        with pytest.raises(FileRefused, match="is over 64 MB"):
            read_bytes(path, 64 * 1024 * 1024)
        assert tracemalloc.get_traced_memory()[1] < 1024 * 1024
    finally:
        tracemalloc.stop()


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="a file without an end is a thing of POSIX")
def test_a_file_without_an_end_is_refused() -> None:
    with pytest.raises(FileRefused, match="/dev/zero is over 1,000 bytes"):
        read_bytes(Path("/dev/zero"), 1000)


def test_reading_what_is_not_there_or_no_file(tmp_path: Path, file: Path) -> None:
    with pytest.raises(FileRefused, match=r"There is no file .*none\.json"):
        read_bytes(tmp_path / "none.json", 10)
    with pytest.raises(FileRefused, match="There is no file"):
        read_bytes(file / "none.json", 10)
    with pytest.raises(FileRefused, match="is a folder, not a file"):
        read_bytes(tmp_path, 10)


def test_a_folder_is_called_one_where_the_system_says_access_denied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise windows_error(5)

    monkeypatch.setattr(Path, "open", fail)
    with pytest.raises(FileRefused, match="is a folder, not a file"):
        read_bytes(tmp_path, 10)


@pytest.mark.parametrize(
    ("error", "message"),
    [
        (PermissionError(errno.EACCES, "Permission denied"), "You are not allowed to read {path}."),
        (windows_error(5), "You are not allowed to read {path}."),
        (windows_error(32), "{path} is open in another program."),
        (OSError(errno.EIO, "Input/output error"), "{path} could not be read: input/output error."),
    ],
)
def test_reading_what_the_system_refuses(file: Path, monkeypatch: pytest.MonkeyPatch, error: OSError, message: str) -> None:
    def fail(*_: object) -> None:
        raise error

    monkeypatch.setattr(Path, "open", fail)
    with pytest.raises(FileRefused) as caught:
        read_bytes(file, 100)
    assert caught.value.message == message.format(path=file)
    assert caught.value.remedy.startswith("Nothing was changed. ")
