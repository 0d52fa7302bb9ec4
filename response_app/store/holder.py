"""Who has the store open, since when: a small file beside it, information only (start of every step).

What keeps others out is SQLite's lock; this file says whose it is. A second start asks the first to come forward.
"""

from __future__ import annotations

import json
import os
import platform
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

from ..atomic_io import read_bytes, write_bytes
from ..domain.dates import in_words
from ..errors import AppError, StoreUnavailable

_LARGEST = 10_000


@dataclass(frozen=True, slots=True)
class Holder:
    """Who has the store open, on which computer, since when, in which process."""

    who: str
    computer: str
    since: datetime
    process_id: int


def holder_file(store: Path) -> Path:
    """Return the file that says who has the store open; it stays when the store is closed, and then names nobody."""
    return store.with_name(f"{store.name}.holder.json")


def raise_file(store: Path) -> Path:
    """Return the file that a second start writes; the first watches it and comes forward when it changes."""
    return store.with_name(f"{store.name}.raise")


def ask_to_come_forward(store: Path, now: datetime) -> None:
    """Ask the process that has the store open to show its window.

    Raises:
        WriteFailed: the request could not be left.
    """
    write_bytes(raise_file(store), json.dumps({"asked_at": now.isoformat(), "process_id": os.getpid()}).encode())


def take(store: Path, who: str, now: datetime) -> None:
    """Say that this process has the store open.

    Raises:
        WriteFailed: it could not be said.
    """
    held = asdict(Holder(who, platform.node(), now, os.getpid()))
    write_bytes(holder_file(store), json.dumps({**held, "since": now.isoformat()}, ensure_ascii=False).encode())


def release(store: Path) -> None:
    """Say that nobody has the store open any longer.

    Raises:
        WriteFailed: it could not be said.
    """
    write_bytes(holder_file(store), b"{}")


def holder(store: Path) -> Holder | None:
    """Return who says that they have the store open, None where nobody does or the file makes no sense."""
    try:
        held = json.loads(read_bytes(holder_file(store), _LARGEST))
        return Holder(str(held["who"]), str(held["computer"]), datetime.fromisoformat(held["since"]), int(held["process_id"]))
    except (AppError, ValueError, KeyError, TypeError):
        return None


def held_by_another(store: Path, now: datetime) -> StoreUnavailable:
    """Return the error that tells a second start who has the store open, to raise."""
    held = holder(store)
    remedy = "Nothing was changed. Go to the window that is open, or close it there and start again."
    if held is None:
        return StoreUnavailable("Your records are already open in another window or program.", remedy)
    where = "on this computer" if held.computer == platform.node() else f"on the computer {held.computer}"
    since = held.since.astimezone(now.tzinfo)
    day = "" if since.date() == now.date() else f" on {in_words(since.date())}"
    who = held.who or "Somebody"
    return StoreUnavailable(f"{who} {where} has had your records open since {since:%H:%M}{day} (process {held.process_id}).", remedy)
