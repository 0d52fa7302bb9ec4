"""Who has the store open, since when: a small file beside it, information only (start of every step).

What keeps others out is SQLite's lock; this file says whose it is. A second start asks the first to come forward.

Every start asks here before it paints, and most find nobody: what only the others need is imported by them.
"""

from __future__ import annotations

import os
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from pathlib import Path

from ..atomic_io import read_bytes, remove, write_bytes
from ..domain.dates import in_words
from ..errors import AppError, FileRefused, StoreUnavailable, WriteFailed

_LARGEST = 10_000
_NOBODY = b"{}"
_REQUEST_HOLDS = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Holder:
    """Who has the store open, on which computer, since when, in which process, and whether that shows a window."""

    who: str
    computer: str
    since: datetime
    process_id: int
    window: bool = False


@dataclass(frozen=True, slots=True)
class Request:
    """A second start asked the first to come forward.

    Attributes:
        record: the record file that it was started with, None without one.
    """

    record: Path | None = None


def holder_file(store: Path) -> Path:
    """Return the file that says who has the store open; it stays when the store is closed, and then names nobody."""
    return store.with_name(f"{store.name}.holder.json")


def raise_file(store: Path) -> Path:
    """Return the file that a second start writes; the first removes it and comes forward."""
    return store.with_name(f"{store.name}.raise")


def ask_to_come_forward(store: Path, now: datetime, record: Path | None = None) -> None:
    """Ask the process that has the store open to show its window, and a record file in it where one is given.

    Raises:
        WriteFailed: the request could not be left.
    """
    import json

    asked = {"asked_at": now.isoformat(), "process_id": os.getpid(), "record": str(record or "")}
    write_bytes(raise_file(store), json.dumps(asked).encode())


def take_request(store: Path, now: datetime) -> Request | None:
    """Return what a second start asked in the last minute, and remove the file that says so; None where nobody asked."""
    import json

    try:
        asked = json.loads(read_bytes(raise_file(store), _LARGEST))
        record = Path(asked["record"]) if asked["record"] else None
        fresh = abs(now - datetime.fromisoformat(asked["asked_at"])) < _REQUEST_HOLDS
    except FileRefused:
        return None
    except (ValueError, KeyError, TypeError):
        record, fresh = None, False
    return Request(record) if take_request_back(store) and fresh else None


def take_request_back(store: Path) -> bool:
    """Remove the file by which a second start asks; return whether that worked."""
    try:
        remove(raise_file(store))
    except WriteFailed:
        return False
    return True


def is_held(store: Path) -> bool:
    """Tell whether a process has the store open, by its lock and nothing else."""
    import sqlite3
    from contextlib import closing
    from urllib.parse import quote

    address = f"file:{quote(store.absolute().as_posix())}?mode=ro"
    try:
        with closing(sqlite3.connect(address, uri=True, timeout=0)) as connection:
            connection.execute("SELECT 1 FROM sqlite_master").fetchone()
    except sqlite3.DatabaseError as error:
        return int(getattr(error, "sqlite_errorcode", 0) or 0) & 0xFF == sqlite3.SQLITE_BUSY
    return False


def take(store: Path, who: str, now: datetime, window: bool = False) -> None:
    """Say that this process has the store open, and whether it shows a window, which can come forward.

    Raises:
        WriteFailed: it could not be said.
    """
    import json
    import platform

    held = asdict(Holder(who, platform.node(), now, os.getpid(), window))
    write_bytes(holder_file(store), json.dumps({**held, "since": now.isoformat()}, ensure_ascii=False).encode())


def release(store: Path) -> None:
    """Say that nobody has the store open any longer.

    Raises:
        WriteFailed: it could not be said.
    """
    write_bytes(holder_file(store), _NOBODY)


def holder(store: Path) -> Holder | None:
    """Return who says that they have the store open, None where nobody does or the file makes no sense."""
    try:
        said = read_bytes(holder_file(store), _LARGEST)
    except AppError:
        return None
    return None if said == _NOBODY else _holder_in(said)


def _holder_in(said: bytes) -> Holder | None:
    import json

    try:
        held = json.loads(said)
        since = datetime.fromisoformat(held["since"])
        return Holder(str(held["who"]), str(held["computer"]), since, int(held["process_id"]), held.get("window") is True)
    except (ValueError, KeyError, TypeError):
        return None


def held_by_another(store: Path, now: datetime) -> StoreUnavailable:
    """Return the error that tells a second start who has the store open, to raise."""
    import platform

    held = holder(store)
    remedy = "Nothing was changed. Go to the window that is open, or close it there and start again."
    if held is None:
        return StoreUnavailable("Your records are already open in another window or program.", remedy)
    where = "on this computer" if held.computer == platform.node() else f"on the computer {held.computer}"
    since = held.since.astimezone(now.tzinfo)
    day = "" if since.date() == now.date() else f" on {in_words(since.date())}"
    who = held.who or "Somebody"
    return StoreUnavailable(f"{who} {where} has had your records open since {since:%H:%M}{day} (process {held.process_id}).", remedy)
