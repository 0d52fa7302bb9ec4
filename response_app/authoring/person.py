"""Who works at this computer, by the name that colleagues know (every step)."""

from __future__ import annotations

from ..store.work import Work

PERSON = "person"
"""The setting that keeps the name."""


def person_name(work: Work) -> str:
    """Return the name by which colleagues know the person at this computer, "" before the first run is done."""
    name = work.settings.get(PERSON, "")
    return name if isinstance(name, str) else ""
