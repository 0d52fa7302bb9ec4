"""Days that an act cannot have: one that is still to come, or one before what it follows from (record out, after publication)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from enum import StrEnum

from .corrections import is_frozen
from .dates import in_words
from .publication_acts import sign_off_of_version
from .record import Record

_Known = Iterator[tuple[date | None, str]]


class Dated(StrEnum):
    """What is dated."""

    AGREED = "agreed"
    SIGNED = "signed"
    IN_SPITE = "in spite"
    PLANNED = "planned"
    GIVEN = "given"
    LIVE = "live"
    COPY = "copy"
    CORRECTED = "corrected"
    UPDATE = "update"
    MOVED = "moved"
    CLOSED = "closed"


def day_problem(what: Dated, record: Record, day: date, today: date) -> str:
    """Return what is wrong with the day of an act, in a sentence that says which day it can have; "" where nothing is.

    Args:
        what: the act.
        record: as it stands.
        day: which was entered.
        today: the day it is.
    """
    if what is Dated.PLANNED:
        if day < today:
            return "This day has passed. If the response went out then, confirm that it is live."
    elif day > today:
        return f"This day is still to come. Write the day on which it was done, no later than {in_words(today)}."
    if what is Dated.COPY and not is_frozen(record.state):
        return "First confirm that this version is live: copies are sent of what has been published."
    return next((words for before, words in _follows(what, record) if before is not None and day < before), "")


def _follows(what: Dated, record: Record) -> _Known:
    """The days that come before an act, each with what is wrong with an earlier one."""
    report, publication = record.inspection.published_on, record.state.publication
    signed = sign_off_of_version(record.state)
    version = f"Version {record.state.version_label}"
    if what is Dated.AGREED:
        came = record.state.invitation.received_on
        yield came, _earliest("The comments were received", came)
    elif what in (Dated.SIGNED, Dated.PLANNED):
        yield report, _earliest("The report was published", report)
    elif what in (Dated.GIVEN, Dated.LIVE):
        yield report, _earliest("The report was published", report)
        yield (signed.on if signed else None), _earliest(f"{version} was signed off", signed.on if signed else None)
        if what is Dated.LIVE:
            yield publication.given_on, _earliest("The files were given to the web team", publication.given_on)
    elif what in (Dated.COPY, Dated.CORRECTED):
        yield publication.confirmed_on, _earliest("The response went live", publication.confirmed_on)
        if what is Dated.COPY:
            yield (signed.on if signed else None), _earliest(f"{version} was signed off", signed.on if signed else None)


def _earliest(words: str, day: date | None) -> str:
    return f"{words} on {in_words(day)}. Write that day or a later one." if day else ""
