"""The store of an office's records on one computer: open it, work with it, close it (start of every step)."""

from __future__ import annotations

import contextlib
import sqlite3
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType

from sqlalchemy import Connection

from ..errors import StoreUnavailable, WriteFailed
from . import holder, schema
from .attachments import FOLDER, Attachments
from .backup import Backup, Copy, attached_in, backup_to, take_copy
from .codec import RememberingCodec, TextCodec
from .engine import engine_for, settings_of, take
from .faults import Held, in_plain_words
from .location import refuse_share
from .looking import EarlyLook, look
from .migrations import OURS, Steps
from .work import Work, records_on

Now = Callable[[], datetime]
"""A clock; what it gives has a zone."""


def _now() -> datetime:
    return datetime.now(UTC)


def open_store(
    path: Path,
    codec: TextCodec,
    who: str = "",
    now: Now = _now,
    steps: Steps = OURS,
    window: bool = False,
    looked: EarlyLook | None = None,
) -> Store:
    """Open the store at `path` for this process alone; make it when there is none, bring it up to date when it is behind.

    Args:
        path: the file; its folder is made when it is not there.
        codec: writes and reads texts.
        who: the person's name, for a colleague who starts the app a second time.
        now: the clock.
        steps: the schemas that this app knows.
        window: whether this process shows a window, which a second start can ask to come forward.
        looked: a look at this file that has begun already.

    Raises:
        StoreUnavailable: it is on a share, held by another process, newer than this app, or cannot be written.
        StoreDamaged: its structure is not whole; nothing was changed.
    """
    refuse_share(path)
    _make_folder(path.parent)
    try:
        version = looked.version() if looked is not None else None
        if version is None:
            version = look(path, steps.newest)
        connection = take(path)
    except Held:
        raise holder.held_by_another(path, now()) from None
    try:
        store = Store(path, connection, RememberingCodec(codec), now)
        store.bring_up_to_date(version, steps)
        with contextlib.suppress(WriteFailed):  # information only: on a full drive records can still be read
            holder.take(path, who, now(), window)
    except BaseException:
        connection.close()
        raise
    return store


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        raise StoreUnavailable(
            f"The folder {folder} cannot be made.", "Nothing was changed. Check that you may write there, then start the app again."
        ) from None


class Store:
    """An open store. It belongs to the thread that opened it and does one unit of work at a time."""

    def __init__(self, path: Path, connection: sqlite3.Connection, codec: TextCodec, now: Now) -> None:
        self.path = path
        self._connection = connection
        self._engine = engine_for(connection)
        self._codec = codec
        self._now = now
        self._thread = threading.get_ident()
        self._working = False
        self.attachments = Attachments(path.with_name(FOLDER))

    def __enter__(self) -> Store:
        """Use it as a context: it is closed at the end."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        """Close it."""
        self.close()

    @contextlib.contextmanager
    def work(self) -> Iterator[Work]:
        """Give a unit of work; what is not committed in it is taken back.

        Raises:
            StoreUnavailable: the drive is full or gone; nothing of this unit of work was saved.
            StoreDamaged: the file is damaged.
            RuntimeError: another unit of work is going on, or this is not the store's thread.
        """
        self._claim()
        with in_plain_words():
            self._working = True
            try:
                work = Work(self._engine, self._codec, self._now(), self.attachments)
                try:
                    yield work
                finally:
                    work.finish()
            finally:
                self._working = False

    def backup(self, path: Path) -> Backup:
        """Write a verified copy of the whole store to the file `path`; about 2 ms a megabyte, and as much again for checking.

        The attached files are no part of it: they are copied with the backups that the app makes by itself.

        Raises:
            WriteFailed: it could not be written; what stood there before is whole.
            StoreDamaged: what was read from the store is not whole; no copy was made.
            RuntimeError: a unit of work is going on, or this is not the store's thread.
        """
        self._claim()
        with in_plain_words():
            return backup_to(self._connection, path, self._now())

    def take_copy(self) -> Copy:
        """Return everything that is in the store now, to be checked and written by another thread; some 3 ms a megabyte.

        Raises:
            StoreUnavailable: the drive does not answer.
            StoreDamaged: the file is damaged.
            RuntimeError: a unit of work is going on, or this is not the store's thread.
        """
        self._claim()
        with in_plain_words():
            copy = take_copy(self._connection, self._now())
            return replace(copy, attached=attached_in(self._connection))

    def pragmas(self) -> dict[str, int | str]:
        """Return the settings of the connection as SQLite has them now, for whoever looks for a fault."""
        return settings_of(self._connection)

    def bring_up_to_date(self, version: int, steps: Steps = OURS) -> None:
        """Make the tables of a new store, or take the steps from schema `version` to that of this app."""
        with in_plain_words():
            if version == 0:
                with self._engine.begin() as connection:
                    schema.create(connection)
            elif version < steps.newest:
                from .migrations.run import migrate

                backup_to(self._connection, self._path_before_update(), self._now())
                migrate(self._connection, self._engine, version, self._index_again, steps)

    def close(self) -> None:
        """Close the store and say that nobody has it any longer. A second call does nothing.

        Raises:
            RuntimeError: a unit of work is going on, or this is not the store's thread.
        """
        self._claim()
        with in_plain_words():
            self._engine.dispose()
            self._connection.close()
        with contextlib.suppress(WriteFailed):
            holder.release(self.path)

    def _path_before_update(self) -> Path:
        folder = self.path.parent / "backups"
        _make_folder(folder)
        return folder / f"{self.path.stem} before update {self._now():%Y-%m-%d %H%M%S}{self.path.suffix}"

    def _index_again(self, connection: Connection) -> None:
        records_on(connection, self._codec, self._now()).index_all()

    def _claim(self) -> None:
        if threading.get_ident() != self._thread:
            raise RuntimeError("the store belongs to the thread that opened it")
        if self._working:
            raise RuntimeError("a unit of work is going on; units of work are not nested")
