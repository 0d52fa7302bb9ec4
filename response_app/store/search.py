"""Search over the words of all records as you type (every step).

The index is SQLite's FTS5 with a copy of the words of its own. Its rows are written here, in the transaction that
writes the words, not by triggers, which the connection's settings refuse. A long text that changes is only noted there
as behind, for its row takes longer than a pause in typing allows; it is written before the next search, and on closing.
"""

from __future__ import annotations

import json
import re
import sqlite3
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from sqlalchemy import Connection, Row, bindparam, delete, insert, select, text

from ..domain.fields import fill
from ..domain.finding import Finding
from ..domain.inspection import Judgement
from ..domain.record import Record
from ..domain.richtext import RichText, fields_in, is_blank, plain
from .layout import RECORD_KEY
from .tables import search_places

CREATE = "CREATE VIRTUAL TABLE search USING fts5(words, tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3')"
"""Part of the schema. Short beginnings of words have an index of their own, for the first letters typed."""

INDEX_TABLES = re.compile(r"search(_data|_idx|_content|_docsize|_config)?")
"""The tables that FTS5 makes for the index; they are no part of the models."""

RANKED_BELOW = 500
"""Ranking looks at every hit, so it is done only where fewer than this many hit."""

MOST_HITS, MOST_OF_A_RECORD = 50, 3
"""So many places are shown in all, and of one record."""

_LONG = 50_000
"""Characters from which on a changed text is noted as behind."""

_BEHIND = "behind: "
"""A note has the number of the row that is behind with a minus, and this before its place."""

_LONGEST_QUERY = 200
_WORD = re.compile(r"[^\W_]+")

_CHOICE = "search: which hits are shown"
_BEGIN, _END = "\x02", "\x03"

_SNIPPET = "snippet(search, 0, char(2), char(3), '…', 16)"
_FROM = "FROM search JOIN search_places p ON p.id = search.rowid WHERE search MATCH :query"
# In one go through the index: where a hit is, and what stands there, is looked at for those alone that are shown.
_OF_RECORD = "(SELECT of_record FROM search_places WHERE id = search.rowid)"
_PLACE = "(SELECT place FROM search_places WHERE id = search.rowid)"
_NEWEST = text(
    f"SELECT rowid, CASE WHEN goes_on() AND takes({_OF_RECORD}) THEN json_array({_OF_RECORD}, {_PLACE}, {_SNIPPET}) END FROM search"
    " WHERE search MATCH :query ORDER BY rowid DESC LIMIT :most"
)
_RANKED = text(f"SELECT search.rowid, p.of_record, p.place {_FROM} ORDER BY rank, search.rowid DESC")
# The plus sign keeps SQLite from asking the index for each row by itself.
_SHOW = text(f"SELECT rowid, {_SNIPPET} FROM search WHERE search MATCH :query AND +rowid IN :ids").bindparams(
    bindparam("ids", expanding=True)
)
_STORED = text("SELECT p.id, p.place, s.words FROM search_places p JOIN search s ON s.rowid = p.id WHERE p.of_record = :record_id")
_PUT = text("INSERT INTO search (rowid, words) VALUES (:id, :words)")
_CHANGE = text("UPDATE search SET words = :words WHERE rowid = :id")
_TAKE_OUT = text("DELETE FROM search WHERE rowid = :id")


@dataclass(frozen=True, slots=True)
class Hit:
    """Words that were found.

    Attributes:
        record_id: the record.
        place: dotted path with ids.
        words: what stands around them, in pieces; every second piece, from the second on, is what was sought.
    """

    record_id: str
    place: str
    words: tuple[str, ...]


class Found(NamedTuple):
    """The best places, and whether there are perhaps more."""

    hits: tuple[Hit, ...]
    more: bool


def searched(record: Record, texts: Mapping[str, RichText]) -> dict[str, str]:
    """Return the words of a record that can be searched, by place: every text, title, grades, headings, owners, names, comments ...

    Args:
        record: the record.
        texts: its texts, by place.
    """
    out = {place: words for place, words in _plain_words(record) if words.strip()}
    return out | {place: words for place, rich in texts.items() if (words := words_of(rich, record))}


def _plain_words(record: Record) -> Iterator[tuple[str, str]]:
    yield "inspection.title", record.inspection.title
    yield "inspection.judgements", "\n".join(_judged(each) for each in record.inspection.judgements)
    yield "record.clock", record.state.clock.reason
    yield "office", "\n".join(_names(record))
    for finding in record.findings:
        yield f"findings[{finding.id}].heading", finding.heading
        yield f"findings[{finding.id}]", "\n".join(each for each in _facts(finding) if each)
    for comment in record.state.comments:
        yield f"record.comments[{comment.id}].text", "\n".join((comment.text, *(each.text for each in comment.replies)))
    for index, correction in enumerate(record.state.corrections):
        yield f"record.corrections[{index}].text", correction.text


def _judged(judgement: Judgement) -> str:
    return " ".join(each for each in (judgement.scope, judgement.area, judgement.grade.words if judgement.grade else "Ungraded") if each)


def _names(record: Record) -> Iterator[str]:
    """The people who are printed; titles and force stand in every record."""
    office = record.office
    for each in (office.holder, office.chief_officer, *(name for body in office.joint_with for name in (body.holder, body.chief_officer))):
        if each:
            yield each


def _facts(finding: Finding) -> tuple[str, ...]:
    """What is known of a finding besides its texts: reference, chapter, who it is made to, who owns what is done."""
    owners = (finding.chief.owner, *(each.owner for each in finding.action))
    return (finding.reference, finding.scope, *finding.addressed_to, *dict.fromkeys(owners))


def words_of(rich: RichText, record: Record | None) -> str:
    """Return the words of a text as one reads them, with its fields filled, "" for a blank one.

    Args:
        rich: the text.
        record: what fields are filled from; a text without fields needs none.
    """
    if is_blank(rich):
        return ""
    return plain(fill(rich, record) if record is not None and any(fields_in(rich)) else rich)


class _Choice:
    """Takes hits one by one: at most three of a record, and no more than are shown."""

    def __init__(self) -> None:
        self.begin()

    def begin(self) -> None:
        """Begin with the first hit."""
        self._taken: Counter[str] = Counter()
        self._left = MOST_HITS

    def goes_on(self) -> bool:
        """Tell whether any more are shown."""
        return self._left > 0

    def takes(self, record_id: str) -> bool:
        """Tell whether one more hit in this record is shown."""
        if self._taken[record_id] == MOST_OF_A_RECORD:
            return False
        self._taken[record_id] += 1
        self._left -= 1
        return True


class Search:
    """The index of words, within one unit of work.

    Attributes:
        connection: of the unit of work.
    """

    def __init__(self, connection: Connection) -> None:
        self.connection = connection

    def find(self, words: str) -> tuple[Hit, ...]:
        """Return the best places that hold all these words, the last of them perhaps only begun; any input is allowed."""
        return self.look(words).hits

    def look(self, words: str) -> Found:
        """Return the same, and whether there are perhaps more: at most 50 places, and of one record three.

        Where fewer than 500 hit they are ranked, else the newest come first.
        """
        query = query_for(words)
        if not query:
            return Found((), False)
        newest = self._newest(query)
        shown = {row: Hit(of, place, _pieces(words)) for row, told in newest if told for of, place, words in (json.loads(told),)}
        if 1 < len(newest) < RANKED_BELOW:
            shown = self._best(query, shown)
        return Found(tuple(shown.values()), len(newest) == RANKED_BELOW or len(shown) == MOST_HITS)

    def _newest(self, query: str) -> Sequence[Row[*tuple[Any, ...]]]:
        """Up to 500 hits by their rows, the newest first; those that are shown with record, place and what stands there, as JSON."""
        known = self.connection.info
        choice: _Choice | None = known.get(_CHOICE)
        if choice is None:
            choice = known[_CHOICE] = _Choice()
            driver = self.connection.connection.driver_connection
            assert isinstance(driver, sqlite3.Connection)
            driver.create_function("goes_on", 0, choice.goes_on)
            driver.create_function("takes", 1, choice.takes)
        choice.begin()
        return self.connection.execute(_NEWEST, {"query": query, "most": RANKED_BELOW}).all()

    def _best(self, query: str, known: Mapping[int, Hit]) -> dict[int, Hit]:
        """The best hits by their rows, in order; what is `known` of them is not asked for again."""
        choice = _Choice()
        ranked = self.connection.execute(_RANKED, {"query": query})
        chosen = {row: (of, place) for row, of, place in ranked if choice.goes_on() and choice.takes(of)}
        hits = dict(known)
        if missing := [row for row in chosen if row not in known]:
            shown = self.connection.execute(_SHOW, {"query": query, "ids": missing})
            hits |= {row: Hit(*chosen[row], _pieces(words)) for row, words in shown}
        return {row: hits[row] for row in chosen}

    def put(self, record_id: str, place: str, words: str) -> None:
        """Set the words that stand at one place; "" takes it out."""
        words = _storable(words)
        place_is = (search_places.c[RECORD_KEY] == record_id, search_places.c.place == place)
        row = self.connection.scalar(select(search_places.c.id).where(*place_is))
        if row is None and words:
            self._add(record_id, place, words)
        elif row is not None:
            self._bring(row, record_id, place, words)

    def sync(self, record_id: str, words: Mapping[str, str]) -> None:
        """Make the index hold exactly these words, by place, for one record."""
        wanted = {place: _storable(each) for place, each in words.items()}
        self.connection.execute(delete(search_places).where(search_places.c[RECORD_KEY] == record_id, search_places.c.id < 0))
        for row, place, stored in self.connection.execute(_STORED, {"record_id": record_id}).all():
            now = wanted.pop(place, "")
            if now != stored:
                self._bring(row, record_id, place, now)
        for place, each in wanted.items():
            self._add(record_id, place, each)

    def behind(self) -> Sequence[Row[int, str, str]]:
        """Return the rows that are behind, each with its record and place."""
        noted = select(-search_places.c.id).where(search_places.c.id < 0).scalar_subquery()
        chosen = select(search_places.c.id, search_places.c[RECORD_KEY], search_places.c.place)
        return self.connection.execute(chosen.where(search_places.c.id.in_(noted))).all()

    def catch_up(self, row: int, words: str) -> None:
        """Write the words of a row that was behind."""
        self._change(row, _storable(words))

    def clear(self) -> None:
        """Empty the index, to make it again."""
        self.connection.execute(text("DELETE FROM search"))
        self.connection.execute(delete(search_places))

    def forget(self) -> None:
        """Write the index anew, so that nothing is left in it of words that were taken out."""
        self.connection.execute(text("INSERT INTO search (search) VALUES ('optimize')"))

    def _add(self, record_id: str, place: str, words: str) -> None:
        made = insert(search_places).values({RECORD_KEY: record_id, "place": place}).returning(search_places.c.id)
        self.connection.execute(_PUT, {"id": self.connection.scalar(made), "words": words})

    def _bring(self, row: int, record_id: str, place: str, words: str) -> None:
        """Set other words in a row, or note that it is behind."""
        if len(words) < _LONG:
            self._change(row, words)
        elif self.connection.scalar(select(search_places.c.id).where(search_places.c.id == -row)) is None:
            note = {"id": -row, RECORD_KEY: record_id, "place": f"{_BEHIND}{place}"}
            self.connection.execute(insert(search_places).values(note))

    def _change(self, row: int, words: str) -> None:
        self.connection.execute(delete(search_places).where(search_places.c.id == -row))
        if words:
            self.connection.execute(_CHANGE, {"id": row, "words": words})
        else:
            self.connection.execute(_TAKE_OUT, {"id": row})
            self.connection.execute(delete(search_places).where(search_places.c.id == row))


def query_for(words: str) -> str:
    """Return the words as FTS5 takes them, "" for none: each in quotation marks, so that none is an operator, the last as a beginning.

    One letter after other words is let be: so many words begin with it that to seek them takes long and leaves hardly anything out.
    """
    sought = _WORD.findall(unicodedata.normalize("NFC", _storable(words)[:_LONGEST_QUERY]))
    begun = "*"
    if len(sought) > 1 and len(sought[-1]) == 1:
        sought.pop()
        begun = ""
    return " ".join(f'"{word}"' for word in sought) + begun if sought else ""


def _storable(words: str) -> str:
    # Halves of characters cannot be written.
    return words.encode("utf-8", "ignore").decode("utf-8")


def _pieces(shown: str) -> tuple[str, ...]:
    return tuple(re.split(f"[{_BEGIN}{_END}]", shown))
