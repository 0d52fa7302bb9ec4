"""The open store as the window and the commands see it: do a use case, ask a question (every step)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Concatenate, ParamSpec, Self, TypeVar

from ..domain.changes import Changes
from ..domain.richtext import RichText
from ..interchange import read_fragment, write_fragment
from ..store.opening import Store, open_store
from ..store.records import RecordRow
from ..store.work import Work

P = ParamSpec("P")
T = TypeVar("T")

STORE_FILE = "records.db"

__all__ = ["STORE_FILE", "Changes", "RecordRow", "Work", "Workspace"]


class _Fragments:
    """The interchange format's fragments as the store's way to write texts."""

    def write(self, text: RichText) -> str:
        """Return the fragment for a canonical text."""
        return write_fragment(text)

    def read(self, html: str) -> RichText:
        """Return the text that a fragment holds."""
        return read_fragment(html).text


class Workspace:
    """The one open store of this process."""

    def __init__(self, store: Store) -> None:
        self._store = store

    @classmethod
    def open(cls, folder: Path, who: str = "", now: Callable[[], datetime] = lambda: datetime.now(UTC)) -> Self:
        """Open the store in `folder`, making it when there is none.

        Args:
            folder: a folder on this computer; never a share.
            who: the person's name as colleagues know it, for a second start of the app.
            now: the clock; what it gives has a zone.

        Raises:
            StoreUnavailable: it is held, on a share, newer than this app, or cannot be written.
            StoreDamaged: it is not whole.
        """
        return cls(open_store(folder / STORE_FILE, _Fragments(), who, now))

    @property
    def path(self) -> Path:
        """The store's file."""
        return self._store.path

    def do(self, use_case: Callable[Concatenate[Work, P], T], /, *args: P.args, **kwargs: P.kwargs) -> T:
        """Run a use case as one unit of work and save it; when it raises, nothing of it is kept.

        Raises:
            StoreUnavailable: it could not be saved.
        """
        with self._store.work() as work:
            outcome = use_case(work, *args, **kwargs)
            work.commit()
        return outcome

    def ask(self, question: Callable[Concatenate[Work, P], T], /, *args: P.args, **kwargs: P.kwargs) -> T:
        """Answer a question from the store; nothing is saved."""
        with self._store.work() as work:
            return question(work, *args, **kwargs)

    def backup(self, path: Path) -> None:
        """Write a verified copy of the store.

        Raises:
            WriteFailed: it could not be written; what stood there before is whole.
        """
        self._store.backup(path)

    def close(self) -> None:
        """Close the store; other processes may open it then."""
        self._store.close()
