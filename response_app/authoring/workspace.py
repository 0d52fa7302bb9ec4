"""The open store as the window and the commands see it: do a use case, ask a question (every step)."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Concatenate, ParamSpec, Self, TypeVar

from ..domain.block_memory import BlockMemory
from ..domain.changes import Changes
from ..domain.richtext import Block, RichText
from ..errors import StoreDamaged, StoreUnavailable
from ..store.attachment_copies import Attached, AttachmentCopies
from ..store.attachments import FOLDER, Attachments
from ..store.backup import Backup, Copy, keep, taken_in
from ..store.holder import Request, take_request
from ..store.listing import RecordRow
from ..store.looking import EarlyLook
from ..store.opening import Store, open_store
from ..store.work import Work
from .activity import note
from .second_start import STORE_FILE

P = ParamSpec("P")
T = TypeVar("T")

BACKUPS = "backups"

_CHECKED = 10_000
"""Blocks of texts that were read of which what was written is kept: those of some 1,500 pages."""

__all__ = ["BACKUPS", "STORE_FILE", "Attached", "Backup", "Changes", "Copy", "RecordRow", "Work", "Workspace"]


class _Fragments:
    """The interchange format's fragments as the store's way to write texts; loaded with the first text, not at the start."""

    def __init__(self) -> None:
        self._blocks = BlockMemory(self._written)
        self._checked: dict[int, tuple[Block, str]] = {}
        """What was written of blocks, on reading them, to see that they are as they should be: a first save need not write them again."""

    def write(self, text: RichText) -> str:
        """Return the fragment for a canonical text."""
        return "".join(self._blocks.of(text))

    def read(self, html: str) -> RichText:
        """Return the text that a fragment holds."""
        from ..interchange import read_fragment

        if len(self._checked) > _CHECKED:
            self._checked.clear()
        return read_fragment(html, self._check).text

    def _check(self, block: Block) -> str:
        words = _write_block()(block)
        self._checked[id(block)] = (block, words)
        return words

    def _written(self, block: Block) -> str:
        known = self._checked.get(id(block))
        return known[1] if known else _write_block()(block)


@cache
def _write_block() -> Callable[[Block], str]:
    from ..interchange.fragment import write_block

    return write_block


class Workspace:
    """The one open store of this process."""

    def __init__(self, store: Store, now: Callable[[], datetime]) -> None:
        self._store = store
        self._now = now
        self._open = True
        self._copies = AttachmentCopies(store.attachments, Attachments(self.backups / FOLDER))

    @classmethod
    def open(
        cls,
        folder: Path,
        who: str = "",
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
        *,
        window: bool = False,
        looked: EarlyLook | None = None,
    ) -> Self:
        """Open the store in `folder`, making it when there is none.

        Args:
            folder: a folder on this computer; never a share.
            who: the person's name as colleagues know it, for a second start of the app.
            now: the clock; what it gives has a zone.
            window: whether this process shows a window, which a second start can ask to come forward.
            looked: a look at its file that has begun already.

        Raises:
            StoreUnavailable: it is held, on a share, newer than this app, or cannot be written.
            StoreDamaged: it is not whole.
        """
        return cls(open_store(folder / STORE_FILE, _Fragments(), who, now, window=window, looked=looked), now)

    @property
    def path(self) -> Path:
        """The store's file."""
        return self._store.path

    def do(self, use_case: Callable[Concatenate[Work, P], T], /, *args: P.args, **kwargs: P.kwargs) -> T:
        """Run a use case as one unit of work and save it, with who did it; when it raises, nothing of it is kept.

        Raises:
            StoreUnavailable: it could not be saved.
        """
        with self._store.work() as work:
            outcome = use_case(work, *args, **kwargs)
            if isinstance(outcome, Changes):
                note(work, outcome)
            work.commit()
        return outcome

    def ask(self, question: Callable[Concatenate[Work, P], T], /, *args: P.args, **kwargs: P.kwargs) -> T:
        """Answer a question from the store; nothing is saved but what a search had to write in its index."""
        with self._store.work() as work:
            answer = question(work, *args, **kwargs)
            work.keep_index()
        return answer

    def backup(self, path: Path) -> None:
        """Write a verified copy of the store.

        Raises:
            WriteFailed: it could not be written; what stood there before is whole.
        """
        self._store.backup(path)

    @property
    def backups(self) -> Path:
        """The folder of the backups that the app makes by itself; it may not be there yet."""
        return self.path.with_name(BACKUPS)

    def last_backup(self) -> datetime | None:
        """Return when the newest of them was taken, None without one."""
        return max(taken_in(self.backups), default=None)

    def take_copy(self) -> Copy:
        """Return everything that is in the store now, for `keep_copy`; some 3 ms a megabyte.

        Raises:
            StoreUnavailable: the drive does not answer.
            StoreDamaged: the file is damaged.
        """
        return self._store.take_copy()

    def keep_copy(self, copy: Copy) -> Backup:
        """Check a copy, write it as the newest backup, let the oldest go, copy new attached files; any thread may do this.

        Raises:
            WriteFailed: it could not be written; older backups are as they were.
            StoreDamaged: the copy is not whole; nothing was written.
        """
        return keep(copy, self.backups, self._copies)

    def read_attached(self, sha256: str) -> bytes:
        """Return a file that is kept beside the records; any thread may do this.

        Raises:
            FileRefused: it is not there or cannot be read.
            StoreDamaged: it is not as it was kept.
        """
        return self._store.attachments.read(sha256)

    def take_request(self) -> Request | None:
        """Return what a second start of the app asked since the last call, None where nobody asked."""
        return take_request(self.path, self._now())

    def close(self) -> None:
        """Let go of the versions that are no longer needed, bring the search index up to date, close; a second call does nothing."""
        if not self._open:
            return
        self._open = False
        try:
            with contextlib.suppress(StoreUnavailable, StoreDamaged):  # they go another time
                self.do(_tidy)
        finally:
            self._store.close()


def _tidy(work: Work) -> None:
    work.versions.thin()
    work.records.catch_up()
