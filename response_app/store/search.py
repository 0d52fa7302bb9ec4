"""Search over the words of all records as you type (every step).

The index is SQLite's FTS5 with a copy of the words of its own. Its rows are written here, in the transaction that
writes the words, not by triggers, which the connection's settings refuse.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sqlalchemy import Connection, delete, insert, select, text

from ..domain.record import Record
from ..domain.richtext import RichText, is_blank, plain
from .layout import RECORD_KEY
from .tables import search_places

CREATE = "CREATE VIRTUAL TABLE search USING fts5(words, tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3')"
"""Part of the schema. Short beginnings of words have an index of their own, for the first letters typed."""

INDEX_TABLES = re.compile(r"search(_data|_idx|_content|_docsize|_config)?")
"""The tables that FTS5 makes for the index; they are no part of the models."""

RANKED_BELOW = 500
"""Ranking looks at every hit, so it is done only where fewer than this many hit."""

_MOST_HITS = 50
_LONGEST_QUERY = 200
_WORD = re.compile(r"[^\W_]+")
_BEGIN, _END = "\x02", "\x03"

_FIND = text("SELECT rowid FROM search WHERE search MATCH :query LIMIT :most")
_SHOW = "SELECT p.of_record, p.place, snippet(search, 0, char(2), char(3), '…', 16) FROM search JOIN search_places p ON p.id = search.rowid"
_UNRANKED = text(f"{_SHOW} WHERE search MATCH :query ORDER BY search.rowid DESC LIMIT :most")
_RANKED = text(f"{_SHOW} WHERE search MATCH :query ORDER BY rank, search.rowid DESC LIMIT :most")
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


def searched(record: Record, texts: Mapping[str, RichText]) -> dict[str, str]:
    """Return the words of a record that can be searched, by place: every text, title, headings, comments, corrections.

    Args:
        record: the record.
        texts: its texts, by place.
    """
    out = {place: words for place, words in _plain_words(record) if words.strip()}
    return out | {place: words for place, rich in texts.items() if (words := words_of(rich))}


def _plain_words(record: Record) -> Iterator[tuple[str, str]]:
    yield "inspection.title", record.inspection.title
    for finding in record.findings:
        yield f"findings[{finding.id}].heading", finding.heading
    for comment in record.state.comments:
        yield f"record.comments[{comment.id}].text", "\n".join((comment.text, *(each.text for each in comment.replies)))
    for index, correction in enumerate(record.state.corrections):
        yield f"record.corrections[{index}].text", correction.text


def words_of(rich: RichText) -> str:
    """Return the words of a text as the index holds them, "" for a blank one."""
    return "" if is_blank(rich) else plain(rich)


class Search:
    """The index of words, within one unit of work."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def find(self, words: str) -> tuple[Hit, ...]:
        """Return at most 50 places that hold all these words, the last of them perhaps only begun; any input is allowed."""
        query = _query(words)
        if not query:
            return ()
        number = len(self._connection.execute(_FIND, {"query": query, "most": RANKED_BELOW}).all())
        statement = _RANKED if number < RANKED_BELOW else _UNRANKED
        rows = self._connection.execute(statement, {"query": query, "most": _MOST_HITS})
        return tuple(Hit(record_id, place, _pieces(shown)) for record_id, place, shown in rows)

    def put(self, record_id: str, place: str, words: str) -> None:
        """Set the words that stand at one place; "" takes it out."""
        words = _storable(words)
        place_is = (search_places.c[RECORD_KEY] == record_id, search_places.c.place == place)
        row = self._connection.scalar(select(search_places.c.id).where(*place_is))
        if row is None and words:
            self._add(record_id, place, words)
        elif row is not None:
            self._change(row, words)

    def sync(self, record_id: str, words: Mapping[str, str]) -> None:
        """Make the index hold exactly these words, by place, for one record."""
        wanted = {place: _storable(each) for place, each in words.items()}
        for row, place, stored in self._connection.execute(_STORED, {"record_id": record_id}).all():
            now = wanted.pop(place, "")
            if now != stored:
                self._change(row, now)
        for place, each in wanted.items():
            self._add(record_id, place, each)

    def clear(self) -> None:
        """Empty the index, to make it again."""
        self._connection.execute(text("DELETE FROM search"))
        self._connection.execute(delete(search_places))

    def forget(self) -> None:
        """Write the index anew, so that nothing is left in it of words that were taken out."""
        self._connection.execute(text("INSERT INTO search (search) VALUES ('optimize')"))

    def _add(self, record_id: str, place: str, words: str) -> None:
        made = insert(search_places).values({RECORD_KEY: record_id, "place": place}).returning(search_places.c.id)
        self._connection.execute(_PUT, {"id": self._connection.scalar(made), "words": words})

    def _change(self, row: int, words: str) -> None:
        if words:
            self._connection.execute(_CHANGE, {"id": row, "words": words})
        else:
            self._connection.execute(_TAKE_OUT, {"id": row})
            self._connection.execute(delete(search_places).where(search_places.c.id == row))


def _query(words: str) -> str:
    """The words as FTS5 takes them: each in quotation marks, so that none is an operator, the last as a beginning."""
    found = _WORD.findall(unicodedata.normalize("NFC", _storable(words)[:_LONGEST_QUERY]))
    return " ".join(f'"{word}"' for word in found) + "*" if found else ""


def _storable(words: str) -> str:
    # Halves of characters cannot be written.
    return words.encode("utf-8", "ignore").decode("utf-8")


def _pieces(shown: str) -> tuple[str, ...]:
    return tuple(re.split(f"[{_BEGIN}{_END}]", shown))
