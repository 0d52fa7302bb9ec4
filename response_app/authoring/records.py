"""Use cases on whole records: list, open, new, bring in, delete and bring back (home).

The record format is loaded when a record is brought in or given out: Home does not wait for it.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from uuid import uuid4

from ..domain.changes import Changes
from ..domain.inspection import Inspection
from ..domain.office import Office
from ..domain.record import Record
from ..domain.response import Marking, ResponseState
from ..errors import FileRefused
from ..store.listing import RecordRow
from ..store.search import Hit
from ..store.work import Work
from .looked_at import with_acts_beside
from .office import with_office

FEWEST_LETTERS = 2
"""From so many letters on words are sought in the texts of all records."""

_TITLE = "inspection.title"
_NAMED_BY_RECORD = ("findings[", "sections.chief_officer_response")
"""Beginnings of places whose words depend on the record: its findings, its titles."""


def list_records(work: Work) -> tuple[RecordRow, ...]:
    """Return a row for every record, the last changed first."""
    return with_acts_beside(work, work.records.list())


def most_urgent(work: Work, most: int) -> tuple[RecordRow, ...]:
    """Return the rows of so many open records, those due first before the others; () where there are fewer."""
    return with_acts_beside(work, work.records.most_urgent(most))


@dataclass(frozen=True, slots=True)
class FoundLine:
    """A line that holds the words that were sought.

    Attributes:
        record_id: the record.
        place: dotted path with ids.
        where: the place in words, such as "Area for improvement 2, the Chief Constable’s comment".
        words: what stands there, in pieces; every second piece, from the second on, is what was sought.
    """

    record_id: str
    place: str
    where: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FoundLines:
    """The lines that were found, the best first, those of a record not always together; and whether there are perhaps more."""

    lines: tuple[FoundLine, ...] = ()
    more: bool = False


def find_lines(work: Work, words: str) -> FoundLines:
    """Return the best lines of all records that hold all these words, the last of them perhaps only begun.

    At most 50 lines, and three of a record; ranked where fewer than 500 places hold the words, else the newest first.
    Nothing is sought with fewer than two letters.
    """
    from ..domain.places import human

    if len(words.strip()) < FEWEST_LETTERS:
        return FoundLines()
    found = work.look(words)
    outlines = work.outlines({hit.record_id for hit in found.hits if hit.place.startswith(_NAMED_BY_RECORD)})
    lines = tuple(
        FoundLine(hit.record_id, hit.place, human(outlines.get(hit.record_id, Record()), hit.place), hit.words) for hit in found.hits
    )
    return FoundLines(lines, found.more)


@dataclass(frozen=True, slots=True)
class FoundRecord:
    """A record that holds the words that were sought: its title, and the best place in it with what stands there."""

    record_id: str
    title: str
    place: str
    words: str


def find_records(work: Work, words: str, most: int) -> tuple[FoundRecord, ...]:
    """Return at most so many records that hold all these words: those that have them in the title before the others."""
    best: dict[str, Hit] = {}
    for hit in work.look(words).hits:
        known = best.get(hit.record_id)
        if known is None or (hit.place == _TITLE and known.place != _TITLE):
            best[hit.record_id] = hit
    hits = sorted(best.values(), key=lambda hit: hit.place != _TITLE)[:most]
    titles = work.records.titles([hit.record_id for hit in hits])
    return tuple(FoundRecord(hit.record_id, titles.get(hit.record_id, ""), hit.place, "".join(hit.words)) for hit in hits)


def titles_of(work: Work, record_ids: Collection[str]) -> dict[str, str]:
    """Return the titles of a few records by id; one that is not in the list has none."""
    return work.records.titles(record_ids)


def open_record(work: Work, record_id: str) -> Record:
    """Return a record.

    Raises:
        KeyError: there is none.
        StoreDamaged: a part of it is not as it was written.
    """
    return work.records.get(record_id)


def new_record(work: Work, title: str = "") -> Changes:
    """Make a record for an inspection, with the office as it now prints itself."""
    record = Record(
        record_id=str(uuid4()),
        state=ResponseState(marking=Marking.OFFICIAL),
        inspection=Inspection(title=title, inspectorate="HMICFRS"),
    )
    record = with_office(work, record)
    work.records.add(record)
    return Changes(record.record_id, "new record", after=record, list_changed=True)


def bring_in(work: Work, data: bytes) -> Changes:
    """Take a record file into the store; one without an id gets one, a deleted record comes back as the file has it.

    Raises:
        FileRefused: it is no record file, or the record is in the list already.
        WriteFailed: the words that were signed off could not be kept; nothing was changed.
    """
    from ..interchange import read_record

    record = read_record(data).record
    record = replace(record, record_id=record.record_id or str(uuid4()))
    if not record.office.force and record.office == Office():
        record = with_office(work, record)
    if any(each.record_id == record.record_id for each in work.records.deleted()):
        work.versions.keep(record.record_id, "before import")
        work.records.update(record)
        work.records.restore(record.record_id)
    else:
        _check_not_here(work, record)
        work.records.add(record)
    _keep_signed_words(work, record)
    return Changes(record.record_id, "bring in record", after=record, list_changed=True)


def _keep_signed_words(work: Work, record: Record) -> None:
    """Keep the words that were signed off, as a sign-off here does, so that a later change can be named."""
    from ..interchange import canonical_bytes, printed_parts, printed_sha256
    from .signed_words import signed_decision

    signed = signed_decision(record)
    if signed is not None and signed.sha256 and signed.sha256 == printed_sha256(record):
        work.attachments.keep(canonical_bytes(printed_parts(record)))
        work.versions.keep(record.record_id, "signed off", named_by="sign-off")


def _check_not_here(work: Work, record: Record) -> None:
    try:
        here = work.records.get(record.record_id)
    except KeyError:
        return
    title = here.inspection.title or "Inspection without a title yet"
    raise FileRefused(
        f"This record is in the list already: “{title}”.",
        "Nothing was changed. Open it from the list; or delete it there first, if the file is to take its place.",
    )


def give_out(work: Work, record_id: str) -> bytes:
    """Return the record file of a record.

    Raises:
        KeyError: there is none.
    """
    from ..interchange import write_record

    return write_record(work.records.get(record_id))


def delete_record(work: Work, record_id: str) -> Changes:
    """Take a record out of the list; `restore_record` brings it back.

    Raises:
        KeyError: there is none.
    """
    before = work.records.get(record_id)
    work.records.delete(record_id)
    return Changes(record_id, "delete record", before=before, list_changed=True)


def restore_record(work: Work, record_id: str) -> Changes:
    """Bring a deleted record back.

    Raises:
        KeyError: there is none.
    """
    work.records.restore(record_id)
    return Changes(record_id, "delete record", after=work.records.get(record_id), list_changed=True, act="bring back record")
