"""Writes one text of a record and checks it on reading: the way of every autosave (guided sections)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import Connection, bindparam, delete, insert, select, update

from ..domain.answering import Answering
from ..domain.finding import FindingKind
from ..domain.richtext import RichText, is_blank
from .codec import TextCodec, sha256
from .layout import RECORD_KEY
from .listing import counts
from .mapping import owner_of
from .tables import RECORD_TABLES, findings, records, texts
from .versions import Versions, damaged_text

_of_record = texts.c[RECORD_KEY]
_actions = RECORD_TABLES["finding_action"].c
_ANSWER = re.compile(r"findings\[(.*)\]\.action\[[0-9]+\]\.text", re.DOTALL)


class Texts:
    """The texts of records, within one unit of work."""

    def __init__(self, connection: Connection, codec: TextCodec, versions: Versions, now: datetime) -> None:
        self._connection = connection
        self._codec = codec
        self._versions = versions
        self._now = now

    def set(self, record_id: str, place: str, text: RichText) -> bool:
        """Set one text of a record, in canonical form, and return whether that changed anything; the index is the caller's.

        Raises:
            KeyError: the record has no such place.
        """
        before = self._connection.execute(select(texts).where(_of_record == record_id, texts.c.place == place)).one_or_none()
        if before is None and not self._is_there(record_id, place):
            raise KeyError(place)
        html = self._codec.write(text)
        digest = sha256(html)
        if before is not None and (before.html, before.sha256) == (html, digest):
            return False
        row = {"html": html, "sha256": digest, "blank": is_blank(text), "changed_at": self._now}
        if before is None:
            self._connection.execute(insert(texts).values({RECORD_KEY: record_id, "place": place, "version": 1, **row}))
        else:
            self._versions.keep_when_due(before)
            here = update(texts).where(_of_record == record_id, texts.c.place == place)
            self._connection.execute(here.values(**row, version=texts.c.version + 1))
        was_blank = before is None or before.blank
        self._touch(record_id, _ANSWER.fullmatch(place) is not None and was_blank != row["blank"])
        return True

    def write(self, record_id: str, wanted: Mapping[str, RichText]) -> bool:
        """Make these, by place, the texts of a record and return whether that changed anything; index and counts are the caller's."""
        changed = False
        stored = {row.place: row for row in self._connection.execute(select(texts).where(_of_record == record_id)).all()}
        rows, old = [], []
        for place in [*wanted, *(place for place in stored if place not in wanted)]:
            text = wanted.get(place, ())
            before, html = stored.get(place), self._codec.write(text)
            if before is not None and before.html == html and before.sha256 == sha256(html):
                continue
            changed = True
            if before is not None:
                old.append(before)
            if html:
                row = {"html": html, "sha256": sha256(html), "blank": is_blank(text), "changed_at": self._now}
                rows.append({RECORD_KEY: record_id, "place": place, "version": before.version + 1 if before else 1, **row})
        if old:
            self._versions.keep_each_when_due(record_id, old)
            gone = delete(texts).where(_of_record == record_id, texts.c.place == bindparam("gone"))
            self._connection.execute(gone, [{"gone": row.place} for row in old])
        if rows:
            self._connection.execute(insert(texts), rows)
        return changed

    def of(self, record_id: str) -> dict[str, RichText]:
        """Return every text of a record by its place.

        Raises:
            StoreDamaged: the words of one are not as they were written; it names the place and the last good version.
        """
        chosen = select(texts.c.place, texts.c.html, texts.c.sha256).where(_of_record == record_id)
        out = {}
        for place, html, digest in self._connection.execute(chosen).all():
            if sha256(html) != digest:
                raise damaged_text(self._connection, record_id, place, "A text")
            out[place] = self._codec.read(html)
        return out

    def edited(self, record_id: str) -> dict[str, datetime]:
        """Return when each text of a record that holds words was last edited here; none that stands as it was brought in."""
        made = select(records.c.created_at).where(records.c.record_id == record_id).scalar_subquery()
        since = texts.c.changed_at > made
        chosen = select(texts.c.place, texts.c.changed_at).where(_of_record == record_id, texts.c.blank.is_(False), since)
        return {row.place: row.changed_at for row in self._connection.execute(chosen)}

    def _is_there(self, record_id: str, place: str) -> bool:
        """Whether the record has the thing that a text at `place` belongs to."""
        for made, key in owner_of(place):
            table = RECORD_TABLES[made.name]
            whole = (record_id, *key) if made.owner_key else (record_id,)
            where = [table.c[name] == value for name, value in zip(made.key, whole, strict=True)]
            if self._connection.execute(select(1).select_from(table).where(*where)).first():
                return True
        return False

    def _touch(self, record_id: str, answers_changed: bool) -> None:
        """Note in the record's row that it changed, and how many findings are answered or in draft now."""
        values = {"changed_at": self._now, "version": records.c.version + 1}
        if answers_changed:
            values |= counts(self._answering(record_id))
        self._connection.execute(update(records).where(records.c.record_id == record_id).values(**values))

    def _answering(self, record_id: str) -> list[Answering]:
        here = select(texts.c.place).where(_of_record == record_id, texts.c.blank.is_(False))
        with_words = {found[1] for place in self._connection.scalars(here) if (found := _ANSWER.fullmatch(place))}
        with_action = set(self._connection.scalars(select(_actions.of_finding).where(_actions[RECORD_KEY] == record_id)))
        chosen = select(findings.c.id, findings.c.kind, findings.c.parent, findings.c.answered_with, findings.c.to_answer)
        return [
            Answering(
                each.id,
                FindingKind(each.kind).is_cause,
                each.parent,
                each.answered_with,
                each.to_answer,
                each.id in with_words,
                each.id in with_action or bool(each.answered_with),
            )
            for each in self._connection.execute(chosen.where(findings.c[RECORD_KEY] == record_id))
        ]
