"""The records of the store: list, read, add, change, delete (Home, and every step)."""

from __future__ import annotations

import contextlib
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, Connection, Table, Update, bindparam, delete, insert, select, update

from ..domain.answering import answering
from ..domain.record import Record
from ..domain.response import ResponseState, Status
from ..domain.richtext import RichText, fields_in
from ..errors import StoreDamaged
from . import layout, listing
from .layout import RECORD_KEY
from .listing import RecordRow
from .mapping import Key, Row, Rows, record_from, rows_of
from .search import Search, searched, words_of
from .tables import RECORD_TABLES, records
from .texts import Texts

_columns = records.c
_OF_ACTS = ("records", "decisions", "corrections")
_SIGNED = (Status.AWAITING_SIGN_OFF.value, Status.SIGNED_OFF.value)


@contextlib.contextmanager
def _readable(record_id: str = "") -> Iterator[None]:
    """Turn a value that its column cannot have into the error that says so."""
    try:
        yield
    except ValueError:
        remedy = "Nothing was changed. Restore the newest backup."
        raise StoreDamaged("A date or choice of a record was damaged on the drive.", remedy, record_id=record_id) from None


class Records:
    """The records, within one unit of work; everything returned is a value."""

    def __init__(self, connection: Connection, texts: Texts, search: Search, now: datetime) -> None:
        self._connection = connection
        self._texts = texts
        self._search = search
        self._now = now

    def list(self) -> tuple[RecordRow, ...]:
        """Return a row for every record that is not deleted, the last changed first."""
        return self._rows(deleted=False)

    def most_urgent(self, most: int) -> tuple[RecordRow, ...]:
        """Return so many open records, those due first before the others; () where there are fewer."""
        with _readable():
            return listing.most_urgent(self._connection, most)

    def titles(self, record_ids: Collection[str]) -> dict[str, str]:
        """Return the titles of a few records by id; one that is not there, or deleted, has none."""
        wanted = (_columns.record_id.in_(record_ids), _columns.deleted_at.is_(None))
        chosen = select(_columns.record_id, _columns.inspection_title).where(*wanted)
        return {row.record_id: row.inspection_title for row in self._connection.execute(chosen)}

    def deleted(self) -> tuple[RecordRow, ...]:
        """Return a row for every record that is deleted and can be restored."""
        return self._rows(deleted=True)

    def get(self, record_id: str) -> Record:
        """Return one record, also a deleted one.

        Raises:
            KeyError: there is none.
            StoreDamaged: a part of it is not as it was written.
        """
        with _readable(record_id):
            stored = {made.name: self._stored(made, record_id) for made in layout.RECORD_TABLES}
            if not stored["records"]:
                raise KeyError(record_id)
            return record_from(stored, self._texts.of(record_id))

    def rests_on_acts(self, record_id: str) -> bool:
        """Tell whether a record was confirmed live, or has or awaits a sign-off; asked at every saving of what is typed."""
        chosen = select(_columns.status, _columns.publication_confirmed_on).where(_columns.record_id == record_id)
        row = self._connection.execute(chosen).first()
        return row is not None and (row.status in _SIGNED or row.publication_confirmed_on is not None)

    def state(self, record_id: str) -> ResponseState:
        """Return how far the response of a record is, with its decisions and corrections and nothing else that hangs on it.

        Raises:
            KeyError: there is no such record.
            StoreDamaged: a part of it is not as it was written.
        """
        with _readable(record_id):
            stored = {made.name: self._stored(made, record_id) if made.name in _OF_ACTS else () for made in layout.RECORD_TABLES}
            if not stored["records"]:
                raise KeyError(record_id)
            return record_from(stored, {}).state

    def _facts(self, record_id: str) -> Record:
        """A record without its texts, which is all that fields are filled from."""
        with _readable(record_id):
            return record_from({made.name: self._stored(made, record_id) for made in layout.RECORD_TABLES}, {})

    def add(self, record: Record) -> None:
        """Put a record into the store.

        Raises:
            ValueError: it has no id, or one that is taken.
        """
        if not record.record_id or self._is_there(record.record_id):
            raise ValueError("a record needs an id of its own")
        self._write(record)

    def update(self, record: Record) -> bool:
        """Make the stored record equal to this one, writing only what differs; return whether anything did.

        Raises:
            KeyError: it is not in the store.
        """
        if not self._is_there(record.record_id):
            raise KeyError(record.record_id)
        return self._write(record)

    def edited(self, record_id: str) -> dict[str, datetime]:
        """Return when each text of a record was last edited here, as `Texts.edited` does."""
        return self._texts.edited(record_id)

    def set_text(self, record_id: str, place: str, text: RichText) -> bool:
        """Set one text, in canonical form, and return whether that changed anything.

        Args:
            record_id: the record.
            place: dotted path with ids, such as `findings[f2].chief.text`.
            text: the words.

        Raises:
            KeyError: the record has no such place.
        """
        if not self._texts.set(record_id, place, text):
            return False
        has_fields = any(fields_in(text))
        self._search.put(record_id, place, words_of(text, self._facts(record_id) if has_fields else None))
        return True

    def catch_up(self) -> bool:
        """Write the rows of the search index that are behind, which a search needs; return whether any were."""
        behind = self._search.behind()
        for row, record_id, place in behind:
            with contextlib.suppress(StoreDamaged):  # it says so when the record is opened, and is tried again
                text = self._texts.of(record_id).get(place, ())
                self._search.catch_up(row, words_of(text, self._facts(record_id)))
        return bool(behind)

    def delete(self, record_id: str) -> None:
        """Take a record out of the list and the search; `restore` brings it back.

        Raises:
            KeyError: there is none.
        """
        self._mark(record_id, self._now)
        self._search.sync(record_id, {})

    def restore(self, record_id: str) -> None:
        """Bring a deleted record back.

        Raises:
            KeyError: there is none.
        """
        self._mark(record_id, None)
        self._index(record_id)

    def purge(self, record_id: str) -> None:
        """Remove a record from this computer with all its versions and its activity, for good.

        Raises:
            KeyError: there is none.
        """
        self._search.sync(record_id, {})
        self._search.forget()
        if not self._connection.execute(delete(records).where(_columns.record_id == record_id)).rowcount:
            raise KeyError(record_id)

    def index_all(self) -> None:
        """Make the search index and the counts again from the records; a damaged one is left out, and says so when it is opened."""
        self._search.clear()
        for record_id in self._connection.scalars(select(_columns.record_id).where(_columns.deleted_at.is_(None))).all():
            with contextlib.suppress(StoreDamaged):
                self._index(record_id)

    def _rows(self, *, deleted: bool) -> tuple[RecordRow, ...]:
        with _readable():
            return listing.rows(self._connection, deleted=deleted)

    def _index(self, record_id: str) -> None:
        record = self.get(record_id)
        self._search.sync(record_id, searched(record, rows_of(record).texts))
        counted = listing.counts(answering(record))
        self._connection.execute(update(records).where(_columns.record_id == record_id).values(**counted))

    def _is_there(self, record_id: str) -> bool:
        return self._connection.execute(select(1).where(_columns.record_id == record_id)).first() is not None

    def _mark(self, record_id: str, deleted_at: datetime | None) -> None:
        values = {"deleted_at": deleted_at, "version": _columns.version + 1}
        if not self._connection.execute(update(records).where(_columns.record_id == record_id).values(**values)).rowcount:
            raise KeyError(record_id)

    def _stored(self, made: layout.Table, record_id: str) -> Sequence[Row]:
        """The rows of one table that belong to a record, in order."""
        table = RECORD_TABLES[made.name]
        chosen = select(table).where(table.c[RECORD_KEY if made.owner_key else made.own_key] == record_id)
        if made.owner_key:
            chosen = chosen.order_by(table.c.position)
        return [dict(zip(table.c.keys(), row, strict=True)) for row in self._connection.execute(chosen).all()]

    def _write(self, record: Record) -> bool:
        """Make the rows of a record those of `record`."""
        wanted = rows_of(record)
        known = answering(record)
        for each in known:
            wanted.tables["findings"][record.record_id, each.id]["to_answer"] = each.to_answer
        with _readable(record.record_id):
            stored = {made.name: self._stored(made, record.record_id) for made in layout.RECORD_TABLES}
        wanted.tables["records"][record.record_id,] |= listing.counts(known)
        new = not stored["records"]
        if new:
            wanted.tables["records"][record.record_id,] |= {"created_at": self._now, "changed_at": self._now}
        changed = self._write_rows(wanted, stored)
        changed |= self._texts.write(record.record_id, wanted.texts)
        if changed and not new:
            touched = {"changed_at": self._now, "version": _columns.version + 1}
            self._connection.execute(update(records).where(_columns.record_id == record.record_id).values(**touched))
        if changed and (new or stored["records"][0]["deleted_at"] is None):
            self._search.sync(record.record_id, searched(record, wanted.texts))
        return changed

    def _write_rows(self, wanted: Rows, stored: Mapping[str, Sequence[Row]]) -> bool:
        """Insert, change and delete what differs, and return whether anything did."""
        changed = False
        before = {made.name: {tuple(row[name] for name in made.key): row for row in stored[made.name]} for made in layout.RECORD_TABLES}
        for made in reversed(layout.RECORD_TABLES):
            for key in before[made.name].keys() - wanted.tables[made.name].keys():
                self._connection.execute(delete(RECORD_TABLES[made.name]).where(*_is_row(made, key)))
                changed = True
        for made in layout.RECORD_TABLES:
            fresh: list[Row] = []
            others: dict[tuple[str, ...], list[Row]] = {}
            for key, row in wanted.tables[made.name].items():
                old = before[made.name].get(key)
                if old is None:
                    fresh.append({**row, "version": 1})
                elif names := tuple(name for name, value in row.items() if old[name] != value):
                    here = {f"key_{name}": value for name, value in zip(made.key, key, strict=True)}
                    others.setdefault(names, []).append(here | {f"new_{name}": row[name] for name in names})
            for names, values in others.items():  # rows in which the same fields change are changed at once
                self._connection.execute(_changing(made, names), values)
            if fresh:
                self._connection.execute(insert(RECORD_TABLES[made.name]), fresh)
            changed |= bool(fresh or others)
        return changed


def _changing(made: layout.Table, names: tuple[str, ...]) -> Update:
    """Return what sets these fields of the rows that are named when it is run."""
    table: Table = RECORD_TABLES[made.name]
    here = [table.c[name] == bindparam(f"key_{name}") for name in made.key]
    return update(table).where(*here).values(**{name: bindparam(f"new_{name}") for name in names}, version=table.c.version + 1)


def _is_row(made: layout.Table, key: Key) -> list[ColumnElement[bool]]:
    table: Table = RECORD_TABLES[made.name]
    return [table.c[name] == value for name, value in zip(made.key, key, strict=True)]
