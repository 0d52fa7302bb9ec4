"""Files are written whole or not at all, and a failure says so in plain words."""

from __future__ import annotations

import errno
import os
import stat
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from response_app import atomic_io
from response_app.atomic_io import write_bytes, write_many
from response_app.errors import WriteFailed

POSIX = os.name == "posix"
OLD, NEW = b"the old words", b"the new words"


@pytest.fixture
def old(tmp_path: Path) -> Path:
    path = tmp_path / "record.pdf"
    path.write_bytes(OLD)
    return path


@pytest.fixture
def small_drive(tmp_path: Path) -> Iterator[Path]:
    """A drive of 64 KB."""
    if not sys.platform.startswith("linux") or os.geteuid() != 0:
        pytest.skip("only root on Linux can mount a small drive")
    folder = tmp_path / "drive"
    folder.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(folder)], capture_output=True).returncode:
        pytest.skip("this machine does not let a test mount a small drive")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


def failing(error: OSError) -> Callable[..., None]:
    def fail(*_: object, **__: object) -> None:
        raise error

    return fail


def windows_error(code: int, number: int = errno.EACCES) -> OSError:
    error = PermissionError(number, "Access is denied") if number == errno.EACCES else OSError(number, "An error of the system")
    error.winerror = code  # type: ignore[attr-defined, unused-ignore]
    return error


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_new_file_and_an_old_one(tmp_path: Path, old: Path) -> None:
    write_bytes(tmp_path / "new.pdf", NEW)
    write_bytes(old, NEW)
    assert (tmp_path / "new.pdf").read_bytes() == old.read_bytes() == NEW
    assert names(tmp_path) == ["new.pdf", "record.pdf"]


def test_a_file_without_bytes(old: Path) -> None:
    write_bytes(old, b"")
    assert old.read_bytes() == b""


def test_a_name_without_a_folder_is_in_the_folder_at_hand(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    write_bytes(Path("new.pdf"), NEW)
    assert (tmp_path / "new.pdf").read_bytes() == NEW


@pytest.mark.skipif(not POSIX, reason="permissions of POSIX")
@pytest.mark.parametrize("mode", [0o600, 0o640, 0o664])
def test_the_permissions_of_a_file_are_kept(old: Path, mode: int) -> None:
    old.chmod(mode)
    write_bytes(old, NEW)
    assert stat.S_IMODE(old.stat().st_mode) == mode


@pytest.mark.skipif(not POSIX, reason="permissions of POSIX")
def test_a_new_file_has_the_permissions_that_the_user_gives_new_files(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        write_bytes(tmp_path / "new.pdf", NEW)
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "new.pdf").stat().st_mode) == 0o640


@pytest.mark.skipif(not POSIX, reason="links need no rights on POSIX")
def test_a_link_stays_a_link(tmp_path: Path, old: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    link = tmp_path / "elsewhere" / "link.pdf"
    link.symlink_to(old)
    write_bytes(link, NEW)
    assert link.is_symlink()
    assert old.read_bytes() == NEW
    assert names(link.parent) == ["link.pdf"]


def test_the_bytes_reach_the_drive_before_the_name_does(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    acts: list[str] = []
    real_sync, real_replace = os.fsync, Path.replace

    def sync(descriptor: int) -> None:
        acts.append("folder" if stat.S_ISDIR(os.fstat(descriptor).st_mode) else "file")
        real_sync(descriptor)

    def replace(self: Path, target: Path) -> Path:
        assert self.read_bytes() == NEW
        assert self.parent == target.parent
        acts.append("replace")
        return real_replace(self, target)

    monkeypatch.setattr(os, "fsync", sync)
    monkeypatch.setattr(Path, "replace", replace)
    write_bytes(old, NEW)
    assert acts == ["file", "replace"] + ["folder"] * POSIX


def test_the_temporary_name_cannot_be_guessed(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: set[str] = set()
    real = Path.replace
    monkeypatch.setattr(Path, "replace", lambda self, target: (seen.add(self.name), real(self, target))[1])
    for _ in range(20):
        write_bytes(old, NEW)
    assert len(seen) == 20
    assert all(len(name) >= 16 for name in seen)


def test_a_file_that_already_has_the_temporary_name_is_not_written_over(tmp_path: Path, old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    other = tmp_path / "other.tmp"
    other.write_bytes(b"somebody else's")
    monkeypatch.setattr(atomic_io, "_temporary_path", lambda target: other)
    with pytest.raises(WriteFailed):
        write_bytes(old, NEW)
    assert other.read_bytes() == b"somebody else's"
    assert old.read_bytes() == OLD


# What can go wrong on the way, and what the user is told.
WRITING_FAULTS = [
    (OSError(errno.ENOSPC, "No space left on device"), "There is no room left on the drive for {path}."),
    (OSError(errno.EDQUOT, "Disk quota exceeded"), "There is no room left on the drive for {path}."),
    (windows_error(112, errno.EINVAL), "There is no room left on the drive for {path}."),
    (OSError(errno.EROFS, "Read-only file system"), "{path} cannot be written: the file or its folder is read-only for you."),
    (PermissionError(errno.EACCES, "Permission denied"), "{path} cannot be written: the file or its folder is read-only for you."),
    (windows_error(5), "{path} is open in another program, or read-only."),
    (windows_error(32), "{path} is open in another program."),
    (windows_error(33), "{path} is open in another program."),
    (windows_error(206, errno.EINVAL), "The name {path} is too long for this computer."),
    (windows_error(123, errno.EINVAL), "{path} holds a character that a file name cannot have."),
    (OSError(errno.EIO, "Input/output error"), "{path} could not be written: input/output error."),
    (OSError(), "{path} could not be written: the system does not say why."),
]


@pytest.fixture
def no_waiting(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """A clock that only moves when the code waits; gives the pauses."""
    pauses: list[float] = []
    monkeypatch.setattr(atomic_io.time, "monotonic", lambda: sum(pauses))
    monkeypatch.setattr(atomic_io.time, "sleep", pauses.append)
    return pauses


@pytest.mark.parametrize(("error", "message"), WRITING_FAULTS)
@pytest.mark.parametrize("where", ["os.open", "os.fsync", "pathlib.Path.replace"])
def test_a_failure_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, old: Path, monkeypatch: pytest.MonkeyPatch, no_waiting: list[float], where: str, error: OSError, message: str
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(where, failing(error))
        with pytest.raises(WriteFailed) as caught:
            write_bytes(old, NEW)
    assert caught.value.message == message.format(path=old)
    assert caught.value.remedy.startswith("The old file is as it was. ")
    assert caught.value.remedy.count(". ") == 1
    assert old.read_bytes() == OLD
    assert names(tmp_path) == ["record.pdf"]


def test_a_failed_new_file_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "fsync", failing(OSError(errno.ENOSPC, "No space left on device")))
    with pytest.raises(WriteFailed) as caught:
        write_bytes(tmp_path / "new.pdf", NEW)
    assert caught.value.remedy == "No file was left behind. Free some room or choose another drive, then try again."
    assert names(tmp_path) == []


def test_a_temporary_file_that_cannot_be_removed_does_not_hide_what_happened(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "fsync", failing(OSError(errno.ENOSPC, "No space left on device")))
    monkeypatch.setattr(Path, "unlink", failing(OSError(errno.EIO, "Input/output error")))
    with pytest.raises(WriteFailed, match="no room left"):
        write_bytes(old, NEW)
    assert old.read_bytes() == OLD


def test_an_interruption_leaves_the_old_file_and_nothing_else(tmp_path: Path, old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        write_bytes(old, NEW)
    assert old.read_bytes() == OLD
    assert names(tmp_path) == ["record.pdf"]


def test_a_folder_that_cannot_be_synced_is_no_failure(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.fsync

    def sync(descriptor: int) -> None:
        if stat.S_ISDIR(os.fstat(descriptor).st_mode):
            raise OSError(errno.EINVAL, "Invalid argument")
        real(descriptor)

    monkeypatch.setattr(os, "fsync", sync)
    write_bytes(old, NEW)
    assert old.read_bytes() == NEW


@pytest.mark.parametrize("code", [5, 32, 33])
def test_a_file_that_another_program_lets_go_soon_is_written(
    old: Path, monkeypatch: pytest.MonkeyPatch, no_waiting: list[float], code: int
) -> None:
    real, tries = Path.replace, [windows_error(code)] * 3

    def replace(self: Path, target: Path) -> Path:
        if tries:
            raise tries.pop()
        return real(self, target)

    monkeypatch.setattr(Path, "replace", replace)
    write_bytes(old, NEW)
    assert old.read_bytes() == NEW
    assert len(no_waiting) == 3


def test_patience_ends_after_about_two_seconds(old: Path, monkeypatch: pytest.MonkeyPatch, no_waiting: list[float]) -> None:
    monkeypatch.setattr(Path, "replace", failing(windows_error(32)))
    with pytest.raises(WriteFailed, match="is open in another program"):
        write_bytes(old, NEW)
    assert 1.9 <= sum(no_waiting) <= 2.2


def test_other_failures_are_not_tried_again(old: Path, monkeypatch: pytest.MonkeyPatch, no_waiting: list[float]) -> None:
    monkeypatch.setattr(Path, "replace", failing(PermissionError(errno.EACCES, "Permission denied")))
    with pytest.raises(WriteFailed):
        write_bytes(old, NEW)
    assert no_waiting == []


def test_a_folder_that_is_missing(tmp_path: Path) -> None:
    with pytest.raises(WriteFailed) as caught:
        write_bytes(tmp_path / "out" / "record.pdf", NEW)
    assert caught.value.message == f"The folder {tmp_path / 'out'} does not exist."
    assert names(tmp_path) == []


def test_a_folder_that_is_a_file(old: Path) -> None:
    with pytest.raises(WriteFailed, match=r"The folder .*record\.pdf does not exist"):
        write_bytes(old / "new.pdf", NEW)
    assert old.read_bytes() == OLD


def test_a_target_that_is_a_folder(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    with pytest.raises(WriteFailed, match="is a folder, not a file"):
        write_bytes(tmp_path / "out", NEW)
    assert names(tmp_path) == ["out"]


@pytest.mark.skipif(not POSIX, reason="pipes of POSIX")
def test_a_target_that_is_no_ordinary_file(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(WriteFailed, match="is not an ordinary file"):
        write_bytes(tmp_path / "pipe", NEW)
    assert stat.S_ISFIFO((tmp_path / "pipe").stat().st_mode)


def test_a_read_only_file_is_left_alone(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # Root may write everywhere, so the answer of the system is given here.
    monkeypatch.setattr(os, "access", lambda path, mode: not (path == old and mode == os.W_OK))
    with pytest.raises(WriteFailed, match="read-only for you"):
        write_bytes(old, NEW)
    assert old.read_bytes() == OLD


def test_names_that_no_file_can_have(tmp_path: Path) -> None:
    with pytest.raises(WriteFailed) as caught:
        write_bytes(tmp_path / "a\0b.pdf", NEW)
    assert caught.value.message == f"{tmp_path}{os.sep}a?b.pdf holds a character that a file name cannot have."
    with pytest.raises(WriteFailed, match="is too long for this computer"):
        write_bytes(tmp_path / ("x" * 300), NEW)
    assert names(tmp_path) == []


def test_a_full_drive_leaves_the_old_file(small_drive: Path) -> None:
    path = small_drive / "record.pdf"
    write_bytes(path, OLD)
    with pytest.raises(WriteFailed) as caught:
        write_bytes(path, b"x" * 100_000)
    assert caught.value.message == f"There is no room left on the drive for {path}."
    assert caught.value.remedy.startswith("The old file is as it was.")
    assert path.read_bytes() == OLD
    assert names(small_drive) == ["record.pdf"]
    write_bytes(path, b"y" * 40_000)
    assert path.read_bytes() == b"y" * 40_000


def test_a_full_drive_leaves_every_old_file(small_drive: Path) -> None:
    first, second = small_drive / "a.pdf", small_drive / "b.json"
    write_many({first: OLD, second: OLD})
    with pytest.raises(WriteFailed, match=r"no room left on the drive for .*b\.json"):
        write_many({first: NEW, second: b"x" * 100_000})
    assert first.read_bytes() == second.read_bytes() == OLD
    assert names(small_drive) == ["a.pdf", "b.json"]


def test_several_files(tmp_path: Path, old: Path) -> None:
    write_many({old: NEW, tmp_path / "record.json": b"{}"})
    assert (old.read_bytes(), (tmp_path / "record.json").read_bytes()) == (NEW, b"{}")
    write_many({})
    assert names(tmp_path) == ["record.json", "record.pdf"]


def test_no_file_takes_its_place_before_all_are_complete(tmp_path: Path, old: Path) -> None:
    with pytest.raises(WriteFailed, match="does not exist"):
        write_many({old: NEW, tmp_path / "out" / "record.json": b"{}"})
    assert old.read_bytes() == OLD
    assert names(tmp_path) == ["record.pdf"]


def test_a_failure_at_the_very_end_names_what_is_in_place(tmp_path: Path, old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real, held = Path.replace, tmp_path / "held.json"
    held.write_bytes(OLD)

    def replace(self: Path, target: Path) -> Path:
        if target == held:
            raise PermissionError(errno.EACCES, "Permission denied")
        return real(self, target)

    monkeypatch.setattr(Path, "replace", replace)
    with pytest.raises(WriteFailed) as caught:
        write_many({old: NEW, held: NEW})
    assert f"The old file is as it was. Already written: {old}." in caught.value.remedy
    assert (old.read_bytes(), held.read_bytes()) == (NEW, OLD)
    assert names(tmp_path) == ["held.json", "record.pdf"]


def test_one_file_cannot_be_two(tmp_path: Path, old: Path) -> None:
    (tmp_path / "out").mkdir()
    with pytest.raises(WriteFailed, match="was named for two files at once"):
        write_many({old: NEW, tmp_path / "out" / ".." / "record.pdf": b"{}"})
    assert old.read_bytes() == OLD
