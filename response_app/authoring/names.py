"""Names of attached files, of which a record has each once (report in, inspection details)."""

from __future__ import annotations


def free_name(name: str, taken: set[str]) -> str:
    """Return a file's name, with a number before its ending where others have it already."""
    stem, dot, ending = name.rpartition(".")
    number = 1
    free = name
    while free in taken:
        number += 1
        free = f"{stem} ({number}){dot}{ending}" if dot else f"{name} ({number})"
    return free
