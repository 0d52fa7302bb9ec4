"""When a version of a text is kept, and which are let go with time (guided sections, review)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, bindparam, delete, func, insert, select, update
from sqlalchemy.engine import Row

from ..domain.dates import in_words
from ..domain.richtext import RichText
from ..errors import StoreDamaged
from .codec import TextCodec, sha256
from .layout import RECORD_KEY
from .tables import text_versions, texts

BETWEEN = timedelta(minutes=10)
"""A version is kept at the first change that comes this long after the last."""

_ALL_FOR = timedelta(days=2)
_HOURLY_FOR = timedelta(days=30)

_columns = text_versions.c
_of_record = _columns[RECORD_KEY]


@dataclass(frozen=True, slots=True)
class Version:
    """Earlier words of a text.

    Attributes:
        number: of the version, for `Versions.text`.
        place: dotted path with ids.
        changed_at: when these words were last typed or set.
        taken_at: when they were kept.
        reason: why, such as "decision"; "" for the passing of time.
        named_by: the decision, round or publication that rests on them, or "".
    """

    number: int
    place: str
    changed_at: datetime
    taken_at: datetime
    reason: str
    named_by: str


@dataclass(frozen=True, slots=True)
class Taken:
    """What thinning has to know of a version: of which text it is, when taken, whether something names it."""

    number: int
    text: tuple[str, str]
    taken_at: datetime
    named: bool


def to_let_go(versions: Iterable[Taken], now: datetime) -> list[int]:
    """Return the numbers of the versions that thinning takes away.

    Kept are all of the last 2 days, the last of each hour for 30 days, the last of each day before that, and every
    one that a decision, round or publication names. Hours and days are those of UTC.
    """
    seen: set[tuple[tuple[str, str], str]] = set()
    gone = []
    for each in sorted(versions, key=lambda one: (one.taken_at, one.number), reverse=True):
        age = now - each.taken_at
        if each.named or age <= _ALL_FOR:
            continue
        slot = (each.text, f"{each.taken_at:%Y-%m-%d %H}" if age <= _HOURLY_FOR else f"{each.taken_at:%Y-%m-%d}")
        if slot in seen:
            gone.append(each.number)
        seen.add(slot)
    return gone


def damaged_text(connection: Connection, record_id: str, place: str, what: str) -> StoreDamaged:
    """Return the error for words that are not as they were written, to raise; it offers the newest version that is whole.

    Args:
        connection: of the unit of work.
        record_id: the record.
        place: of the text.
        what: is damaged, to begin the sentence with.
    """
    chosen = select(_columns.id, _columns.html, _columns.sha256, _columns.taken_at).where(_of_record == record_id, _columns.place == place)
    whole = (
        row for row in connection.execute(chosen.order_by(_columns.taken_at.desc(), _columns.id.desc())) if sha256(row.html) == row.sha256
    )
    good = next(whole, None)
    remedy = "The rest of the record is safe. Take the words from a backup, or write them again."
    if good is not None:
        day = good.taken_at.astimezone()
        remedy = f"The rest of the record is safe. Go back to the version of {in_words(day.date())}, {day:%H:%M}, which is whole."
    message = f"{what} was damaged on the drive ({place})."
    return StoreDamaged(message, remedy, record_id=record_id, place=place, last_good=None if good is None else good.id)


class Versions:
    """The versions of texts, within one unit of work."""

    def __init__(self, connection: Connection, codec: TextCodec, now: datetime) -> None:
        self._connection = connection
        self._codec = codec
        self._now = now

    def list(self, record_id: str, place: str) -> tuple[Version, ...]:
        """Return the versions of one text, newest first."""
        chosen = select(_columns.id, _columns.place, _columns.changed_at, _columns.taken_at, _columns.reason, _columns.named_by)
        chosen = chosen.where(_of_record == record_id, _columns.place == place).order_by(_columns.taken_at.desc(), _columns.id.desc())
        return tuple(Version(*row) for row in self._connection.execute(chosen))

    def text(self, number: int) -> RichText:
        """Return the words of one version.

        Raises:
            KeyError: there is no such version.
            StoreDamaged: its words are not as they were kept.
        """
        return self._codec.read(self.html(number))

    def html(self, number: int) -> str:
        """Return the fragment that holds the words of one version: of a long text some 40 ms of reading are the caller's.

        Raises:
            KeyError: there is no such version.
            StoreDamaged: its words are not as they were kept.
        """
        row = self._connection.execute(select(text_versions).where(_columns.id == number)).one_or_none()
        if row is None:
            raise KeyError(number)
        if sha256(row.html) != row.sha256:
            raise damaged_text(self._connection, row.of_record, row.place, "An earlier version of a text")
        return str(row.html)

    def knows(self, record_id: str, place: str) -> bool:
        """Tell whether the words that stand at a place now are those of one of its versions."""
        now = select(texts.c.sha256).where(texts.c[RECORD_KEY] == record_id, texts.c.place == place).scalar_subquery()
        chosen = select(1).where(_of_record == record_id, _columns.place == place, _columns.sha256 == now).limit(1)
        return self._connection.execute(chosen).first() is not None

    def keep(self, record_id: str, reason: str, named_by: str = "") -> None:
        """Keep every text of a record as it is now, before and after an act: send, receive, apply, replace, restore, import ...

        Args:
            record_id: the record.
            reason: the act, in a word or two.
            named_by: the decision, round or publication that rests on these words: then they are never let go.
        """
        newest, fresh = self._newest_of_each(record_id), []
        for row in self._connection.execute(select(texts).where(texts.c[RECORD_KEY] == record_id)).all():
            last = newest.get(row.place)
            if last is None or last.sha256 != row.sha256:
                fresh.append(row)
            elif named_by and not last.named_by:
                self._connection.execute(update(text_versions).where(_columns.id == last.id).values(reason=reason, named_by=named_by))
            elif named_by and last.named_by != named_by:
                fresh.append(row)
        self._keep(fresh, reason, named_by)

    def keep_when_due(self, row: Row[*tuple[Any, ...]]) -> None:
        """Keep the words of a row of texts that is about to change, when the last version is ten minutes old or there is none."""
        if self._is_due(row, self._newest(row.of_record, row.place)):
            self._keep([row], "", "")

    def keep_each_when_due(self, record_id: str, rows: Sequence[Row[*tuple[Any, ...]]]) -> None:
        """Do the same for several rows of one record at once."""
        newest = self._newest_of_each(record_id) if rows else {}
        self._keep([row for row in rows if self._is_due(row, newest.get(row.place))], "", "")

    def _is_due(self, row: Row[*tuple[Any, ...]], newest: Row[*tuple[Any, ...]] | None) -> bool:
        if not row.html or sha256(row.html) != row.sha256:
            return False
        return newest is None or (newest.sha256 != row.sha256 and self._now - newest.taken_at >= BETWEEN)

    def thin(self) -> int:
        """Let go of the versions that `to_let_go` names and return their number."""
        chosen = select(_columns.id, _of_record, _columns.place, _columns.taken_at, _columns.named_by)
        rows = self._connection.execute(chosen.where(_columns.taken_at < self._now - _ALL_FOR))
        taken = [Taken(number, (record_id, place), at, bool(named)) for number, record_id, place, at, named in rows]
        gone = to_let_go(taken, self._now)
        if gone:
            self._connection.execute(delete(text_versions).where(_columns.id == bindparam("number")), [{"number": each} for each in gone])
        return len(gone)

    def _newest(self, record_id: str, place: str) -> Row[*tuple[Any, ...]] | None:
        chosen = select(_columns.id, _columns.taken_at, _columns.sha256, _columns.named_by)
        chosen = chosen.where(_of_record == record_id, _columns.place == place)
        return self._connection.execute(chosen.order_by(_columns.taken_at.desc(), _columns.id.desc()).limit(1)).one_or_none()

    def _newest_of_each(self, record_id: str) -> dict[str, Row[*tuple[Any, ...]]]:
        """The newest version of every text of a record by its place, in one question: one for each text took 60 ms for 43 findings."""
        rank = func.row_number().over(partition_by=_columns.place, order_by=(_columns.taken_at.desc(), _columns.id.desc())).label("rank")
        chosen = select(_columns.id, _columns.place, _columns.taken_at, _columns.sha256, _columns.named_by, rank)
        ranked = chosen.where(_of_record == record_id).subquery()
        return {row.place: row for row in self._connection.execute(select(ranked).where(ranked.c.rank == 1))}

    def _keep(self, rows: Sequence[Row[*tuple[Any, ...]]], reason: str, named_by: str) -> None:
        of_all = {"taken_at": self._now, "reason": reason, "named_by": named_by}
        kept = [
            {RECORD_KEY: row.of_record, "place": row.place, "changed_at": row.changed_at, "sha256": row.sha256, "html": row.html, **of_all}
            for row in rows
        ]
        if kept:
            self._connection.execute(insert(text_versions), kept)
