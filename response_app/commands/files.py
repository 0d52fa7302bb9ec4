"""Files that commands read (plumbing of the commands)."""

from __future__ import annotations

import hashlib
from pathlib import Path

from ..atomic_io import read_bytes
from ..domain.record import Record
from ..domain.response import Decision
from ..errors import FileRefused
from ..interchange import Reading, read_decision, read_record

_LIMIT = 64 * 1024 * 1024  # bytes; the format's own limit


def open_record(path: Path) -> Reading:
    """Read a record file.

    Raises:
        FileRefused: it cannot be read, or is no record file.
    """
    return read_record(read_bytes(path, _LIMIT))


def open_decision(path: Path) -> Decision:
    """Read a decision file: one object with the keys of an entry of `decisions`.

    Raises:
        FileRefused: it cannot be read, or is no decision.
    """
    return read_decision(read_bytes(path, _LIMIT))


def open_logo(record: Record, folder: Path) -> bytes | None:
    """Read the picture that the record names as its logo from the folder of the record file; None when it is not there.

    Raises:
        FileRefused: it is not the picture that the record was made with, or cannot be read.
    """
    name = record.office.logo.name if record.office.logo else ""
    if not name or Path(name).name != name or not (folder / name).is_file():
        return None
    data = read_bytes(folder / name, _LIMIT)
    known = next((each.sha256 for each in record.state.attachments if each.name == name), "")
    if known and hashlib.sha256(data).hexdigest() != known.lower():
        raise FileRefused(f"The logo {name} is not the picture that the record was made with.", "Nothing was written.")
    return data
