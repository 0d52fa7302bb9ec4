"""Files written whole or not at all, and read within a limit (plumbing of every step).

The only module that writes files. What stood there before stays as it was until the new file is complete
and on the drive; then one takes the other's place in a single act.
"""

from __future__ import annotations

import contextlib
import errno
import os
import stat
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from .errors import FileRefused, WriteFailed

# Windows: access denied, sharing violation, lock violation. A virus scanner or the search index lets go soon.
_HELD_BY_ANOTHER = (5, 32, 33)
_PATIENCE_SECONDS = 2.0
_PAUSE_SECONDS = 0.05
_WINDOWS_PATH_LIMIT = 260


@dataclass(frozen=True, slots=True)
class _Job:
    """One file to write: as the user named it, where it really is, and the permissions that it has."""

    named: Path
    target: Path
    mode: int | None


def write_bytes(path: Path, data: bytes) -> None:
    """Write `data` to the file `path`, whole or not at all.

    A link is followed; the permissions of a file that is there are kept. After return the words are on the drive.

    Raises:
        WriteFailed: it could not be written; the old file is as it was.
    """
    write_many({path: data})


def write_many(files: Mapping[Path, bytes]) -> None:
    """Write several files: none takes its place before all are complete and on the drive.

    Raises:
        WriteFailed: one could not be written. Every old file is as it was, but for a failure in the very last
            step (putting the complete files in their places), which names those that are in place already.
    """
    jobs = [_job(path) for path in files]
    _refuse_doubles(jobs)
    waiting: dict[_Job, Path] = {}
    placed: list[Path] = []
    try:
        for job, data in zip(jobs, files.values(), strict=True):
            with _in_plain_words(job, placed):
                temporary = _temporary_path(job.target)
                descriptor = _new_file(temporary, job.mode)
                waiting[job] = temporary
                _write_through(descriptor, temporary, data, job.mode)
        for job in jobs:
            with _in_plain_words(job, placed):
                _replace(waiting[job], job.target)
            del waiting[job]
            placed.append(job.named)
    finally:
        for temporary in waiting.values():
            with contextlib.suppress(OSError):
                temporary.unlink()
        for folder in {job.target.parent for job in jobs}:
            _sync_folder(folder)


def remove(path: Path) -> None:
    """Remove the file `path`; one that is not there is no fault.

    Raises:
        WriteFailed: it could not be removed, and is as it was.
    """
    with _in_plain_words(_Job(path, path, 0), []):
        path.unlink(missing_ok=True)


def read_bytes(path: Path, limit: int) -> bytes:
    """Return the bytes of the file `path`.

    Args:
        path: the file.
        limit: the most bytes to take.

    Raises:
        FileRefused: not there, not a file, not allowed, or larger than `limit`.
    """
    try:
        if path.is_dir():
            raise IsADirectoryError(errno.EISDIR, "a folder")
        with path.open("rb") as file:
            size = os.fstat(file.fileno()).st_size
            # One byte more than allowed shows that a file has grown since, or is no ordinary file with a size.
            data = file.read(limit + 1) if size <= limit else b""
    except (OSError, ValueError) as error:
        raise _read_refused(path, error) from error
    if max(size, len(data)) > limit:
        raise FileRefused(f"The file {_shown(path)} is over {_size(limit)}, which is more than the app reads.", "Nothing was changed.")
    return data


def _job(path: Path) -> _Job:
    """Look at what stands at `path` now; refuse what a file cannot take the place of."""
    job = _Job(path, path, None)
    with _in_plain_words(job, []):
        target = Path(os.path.realpath(path)) if path.is_symlink() else path
        try:
            mode = target.stat().st_mode
        except FileNotFoundError:
            return _Job(path, target, None)
        if stat.S_ISDIR(mode):
            raise IsADirectoryError(errno.EISDIR, "a folder")
        if not stat.S_ISREG(mode):
            raise WriteFailed(f"{_shown(path)} is not an ordinary file.", "Nothing was written. Choose another name.")
        if not os.access(target, os.W_OK):
            raise PermissionError(errno.EACCES, "read-only")
        return _Job(path, target, stat.S_IMODE(mode))


def _refuse_doubles(jobs: list[_Job]) -> None:
    seen: set[str] = set()
    for job in jobs:
        key = os.path.normcase(os.path.realpath(job.target))
        if key in seen:
            raise WriteFailed(f"{_shown(job.named)} was named for two files at once.", "Nothing was written. Give each file its own name.")
        seen.add(key)


def _temporary_path(target: Path) -> Path:
    # In the same folder, because a file takes another's place in one act only on one drive.
    return target.parent / f".{os.urandom(8).hex()}.tmp"


def _new_file(temporary: Path, mode: int | None) -> int:
    """Make `temporary`, which must not exist yet, and return its descriptor."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    # The new form of a private file must not be readable for others even for a moment.
    return os.open(temporary, flags, 0o666 if mode is None else 0o600)


def _write_through(descriptor: int, temporary: Path, data: bytes, mode: int | None) -> None:
    """Write `data`, see it on to the drive and close the file."""
    with os.fdopen(descriptor, "wb") as file:
        file.write(data)
        file.flush()
        if mode is not None:
            temporary.chmod(mode)
        os.fsync(file.fileno())


def _replace(temporary: Path, target: Path) -> None:
    until = time.monotonic() + _PATIENCE_SECONDS
    while True:
        try:
            temporary.replace(target)
            return
        except OSError as error:
            if _windows_code(error) not in _HELD_BY_ANOTHER or time.monotonic() >= until:
                raise
        time.sleep(_PAUSE_SECONDS)


def _sync_folder(folder: Path) -> None:
    """See the new name on to the drive, where the system can; the file itself is whole in any case."""
    if not hasattr(os, "O_DIRECTORY"):
        return
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


@contextlib.contextmanager
def _in_plain_words(job: _Job, placed: list[Path]) -> Iterator[None]:
    try:
        yield
    except (OSError, ValueError) as error:
        message, advice = _why_not_written(job.named, error)
        safe = "The old file is as it was." if job.mode is not None else "No file was left behind."
        if placed:
            safe += f" Already written: {', '.join(map(_shown, placed))}."
        raise WriteFailed(message, f"{safe} {advice}") from error


def _why_not_written(path: Path, error: OSError | ValueError) -> tuple[str, str]:
    """Return what happened and what to do."""
    name = _shown(path)
    code, windows = getattr(error, "errno", None), _windows_code(error)
    if code in (errno.ENOSPC, errno.EDQUOT) or windows in (39, 112):
        return f"There is no room left on the drive for {name}.", "Free some room or choose another drive, then try again."
    if _is_bad_name(error):
        return f"{name} holds a character that a file name cannot have.", "Choose another name."
    if _is_too_long(path, error):
        return f"The name {name} is too long for this computer.", "Choose a shorter name or a folder nearer to the top of the drive."
    if code == errno.EISDIR:
        return f"{name} is a folder, not a file.", "Choose another name."
    if isinstance(error, (FileNotFoundError, NotADirectoryError)):
        return f"The folder {_shown(path.absolute().parent)} does not exist.", "Make the folder first or choose another one."
    if windows in (32, 33):
        return f"{name} is open in another program.", "Close it there, then try again."
    if windows == 5:
        return f"{name} is open in another program, or read-only.", "Close it there or choose another name, then try again."
    if isinstance(error, PermissionError) or code == errno.EROFS:
        return f"{name} cannot be written: the file or its folder is read-only for you.", "Choose another name or folder."
    return f"{name} could not be written: {_reason(error)}.", "Try again, or choose another folder."


def _read_refused(path: Path, error: OSError | ValueError) -> FileRefused:
    name = _shown(path)
    safe = "Nothing was changed."
    windows = _windows_code(error)
    if isinstance(error, IsADirectoryError):
        return FileRefused(f"{name} is a folder, not a file.", f"{safe} Choose a file in it.")
    if _is_bad_name(error):
        return FileRefused(f"{name} holds a character that a file name cannot have.", f"{safe} Check the name.")
    if _is_too_long(path, error):
        return FileRefused(f"The name {name} is too long for this computer.", f"{safe} Move it nearer to the top of the drive.")
    if isinstance(error, (FileNotFoundError, NotADirectoryError)):
        return FileRefused(f"There is no file {name}.", f"{safe} Check the name and the folder.")
    if windows in (32, 33):
        return FileRefused(f"{name} is open in another program.", f"{safe} Close it there, then try again.")
    if isinstance(error, PermissionError):
        return FileRefused(f"You are not allowed to read {name}.", f"{safe} Ask its owner, or make a copy that you may read.")
    return FileRefused(f"{name} could not be read: {_reason(error)}.", f"{safe} Try again, or make a copy on another drive.")


def _windows_code(error: BaseException) -> int | None:
    """The code that Windows gave, None on other systems."""
    return getattr(error, "winerror", None)


def _is_bad_name(error: OSError | ValueError) -> bool:
    return isinstance(error, ValueError) or error.errno == errno.EILSEQ or _windows_code(error) == 123


def _is_too_long(path: Path, error: OSError | ValueError) -> bool:
    # Windows says of a path over its limit that it was not found.
    unseen = _windows_code(error) in (2, 3) and len(str(path.absolute())) >= _WINDOWS_PATH_LIMIT
    return unseen or getattr(error, "errno", None) == errno.ENAMETOOLONG or _windows_code(error) == 206


def _reason(error: OSError | ValueError) -> str:
    """The system's own words for `error`, to stand inside a sentence."""
    words = (getattr(error, "strerror", None) or "the system does not say why").rstrip(".")
    return words[:1].lower() + words[1:]


def _shown(path: Path) -> str:
    """`path` as it can stand in a message: in one line, without control characters or broken ones."""
    return "".join(sign if sign.isprintable() else "?" for sign in str(path))


def _size(count: int) -> str:
    mega = 1024 * 1024
    return f"{count // mega:,} MB" if count >= mega else f"{count:,} bytes"
