"""How a store of an earlier version of the app becomes one of this version (start of every step).

Every schema has a number, which the file's header holds (`user_version`), and a revision of Alembic's in `versions/`.
Alembic is imported only when a store is behind.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Steps:
    """The schemas that an app knows.

    Attributes:
        revisions: Alembic's name of every schema, in order; the first is schema number 1.
        folders: where their modules lie beside `versions/`.
    """

    revisions: tuple[str, ...]
    folders: tuple[Path, ...] = ()

    @property
    def newest(self) -> int:
        """The number of the newest schema."""
        return len(self.revisions)


OURS = Steps(("0001", "0002"))
"""The schemas of this version of the app; the newest is what the models make."""
