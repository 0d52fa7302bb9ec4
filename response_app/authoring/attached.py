"""How many files are attached, and whether all are whole, without opening the store, which a window may hold (doctor)."""

from __future__ import annotations

from pathlib import Path

from ..store.attachments import FOLDER, Attachments


def attached_files(folder: Path) -> tuple[int, int]:
    """Return how many files lie beside the records in the data folder `folder`, and how many of them are not as they were kept."""
    attachments = Attachments(folder / FOLDER)
    kept = attachments.hashes()
    return len(kept), sum(not attachments.is_whole(each) for each in kept)
