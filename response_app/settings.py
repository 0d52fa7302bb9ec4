"""What belongs to a person's screen and to no record: the window's place and size, zoom, colours, recent records (every step).

It is kept in one small file in the folder that the system gives for this. Losing it loses no work, so a file that is
missing, damaged or of another version gives the usual settings, and one that cannot be written is let be.
"""

from __future__ import annotations

import contextlib
import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any

from .atomic_io import read_bytes, write_bytes
from .errors import AppError
from .paths import config_dir

FILE = "window.json"
MOST_RECENT = 8
_LARGEST_FILE = 64 * 1024


@dataclass(frozen=True, slots=True)
class Screen:
    """The settings of one person's screen.

    Attributes:
        window: place, size and state of the window, as the window system wrote it down; "" for the usual.
        zoom: size of the text, in per cent.
        colours: "system", "light" or "dark".
        recent: ids of the records that were open, the last first; no words of theirs.
        hints: whether hints on readability are shown.
        stage, kind: which records Home shows, by the names that its choices have in the code; "" for all.
        sorted_by, backwards: by which of Home's columns they stand, and whether the last first; "" for the usual order.
    """

    window: str = ""
    zoom: int = 100
    colours: str = "system"
    recent: tuple[str, ...] = ()
    hints: bool = True
    stage: str = ""
    kind: str = ""
    sorted_by: str = ""
    backwards: bool = False


def load(folder: Path | None = None) -> Screen:
    """Return the settings that are kept in `folder`, by default the system's; the usual ones for what cannot be read."""
    try:
        kept: Any = json.loads(read_bytes((folder or config_dir()) / FILE, _LARGEST_FILE))
    except (AppError, ValueError, RecursionError):
        return Screen()
    if not isinstance(kept, dict):
        return Screen()
    usual = asdict(Screen())
    known = {each.name: kept[each.name] for each in fields(Screen) if type(kept.get(each.name)) is type(usual[each.name])}
    recent = kept.get("recent")
    known["recent"] = tuple(each for each in recent if isinstance(each, str))[:MOST_RECENT] if isinstance(recent, list) else ()
    return Screen(**known)


def keep(screen: Screen, folder: Path | None = None) -> None:
    """Keep the settings; where that is not possible, nothing happens."""
    folder = folder or config_dir()
    with contextlib.suppress(AppError, OSError):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        write_bytes(folder / FILE, json.dumps(asdict(screen), indent=1).encode())


def with_recent(recent: Iterable[str], record_id: str) -> tuple[str, ...]:
    """Return the recent records with one more in front."""
    return (record_id, *(each for each in recent if each != record_id))[:MOST_RECENT]
