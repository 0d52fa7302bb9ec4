"""One unit of work: everything in it is saved together or not at all (every step)."""

from __future__ import annotations

import contextlib
from collections.abc import Collection
from datetime import datetime

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import OperationalError

from ..domain.record import Record
from .attachments import Attachments
from .codec import TextCodec
from .concerns import Concern, accelerated
from .office import Activity, Settings
from .outlines import outlines
from .records import Records
from .register import Register
from .same_file import Beside, beside_report
from .search import Found, Search
from .texts import Texts
from .versions import Versions


def records_on(connection: Connection, codec: TextCodec, now: datetime) -> Records:
    """Return the records as they are in the transaction of `connection`."""
    search = Search(connection)
    return Records(connection, Texts(connection, codec, Versions(connection, codec, now), now), search, now)


class Work:
    """What a use case works with; `commit` saves it, and without that everything is taken back.

    Attributes:
        now: the one time of everything that happens in it.
        records: the records.
        register: the findings of all records.
        versions: earlier words of their texts.
        search: search over all words.
        settings: the office's settings.
        activity: who did what.
        attachments: the files kept beside the records; what is kept there is not taken back with the rest.
    """

    def __init__(self, engine: Engine, codec: TextCodec, now: datetime, attachments: Attachments) -> None:
        connection = self._connection = engine.connect()
        self._transaction = connection.begin()
        self._caught_up = False
        self.now = now
        self.search = Search(connection)
        self.versions = Versions(connection, codec, now)
        self.records = records_on(connection, codec, now)
        self.register = Register(connection)
        self.settings = Settings(connection, now)
        self.activity = Activity(connection, now)
        self.attachments = attachments

    def accelerated_concerns(self) -> tuple[Concern, ...]:
        """Return the accelerated causes of concern of all records, the latest report first."""
        return accelerated(self._connection)

    def beside_report(self, sha256: str) -> Beside | None:
        """Return the record that was read from a report with this hash; None where there is none."""
        return beside_report(self._connection, sha256)

    def outlines(self, record_ids: Collection[str]) -> dict[str, Record]:
        """Return what the places of a few records are called after, by id: their office and findings, and nothing else of them."""
        return outlines(self._connection, record_ids)

    def look(self, words: str) -> Found:
        """Search as `Search.look` does; rows of the index that are behind are written first, and kept by `keep_index`."""
        self._caught_up |= self.records.catch_up()
        return self.search.look(words)

    def keep_index(self) -> None:
        """Save what a search wrote in the index; where the drive is full the next search writes it again."""
        if self._caught_up:
            with contextlib.suppress(OperationalError):
                self.commit()

    def commit(self) -> None:
        """Save everything. After return it is on the drive, and this unit of work is over.

        Raises:
            StoreUnavailable: it could not be saved, and nothing of it was.
        """
        self._transaction.commit()
        self._connection.close()

    def finish(self) -> None:
        """Take back what was not saved; whatever is still done with this unit of work is an error."""
        self._connection.close()
