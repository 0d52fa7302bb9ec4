"""The rows of the list of records, made quickly: there may be ten thousand, and the window waits for them (Home)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from enum import StrEnum
from typing import Any, NamedTuple, TypeVar

from sqlalchemy import Connection, Row, select, type_coerce
from sqlalchemy.types import NullType

from ..domain.inspection import InspectionKind
from ..domain.response import ClockApplies, Marking, Status
from .engine import all_rows
from .tables import records

AnyWord = TypeVar("AnyWord", bound=StrEnum)

_columns = records.c
_UTC = "+00:00"
"""Times are kept in UTC, without a zone."""


class RecordRow(NamedTuple):
    """What the list of records shows of one; `answered` of the `to_answer` findings that need an answer have one."""

    record_id: str
    title: str
    kind: InspectionKind
    force: str
    published_on: date | None
    clock_applies: ClockApplies
    planned_on: date | None
    confirmed_on: date | None
    status: Status
    marking: Marking | None
    to_answer: int
    answered: int
    changed_at: datetime
    deleted_at: datetime | None


_LISTED = (
    _columns.record_id,
    _columns.inspection_title,
    _columns.inspection_kind,
    _columns.office_force,
    _columns.inspection_published_on,
    _columns.clock_applies,
    _columns.publication_planned_on,
    _columns.publication_confirmed_on,
    _columns.status,
    _columns.marking,
    _columns.to_answer_count,
    _columns.answered_count,
    _columns.changed_at,
    _columns.deleted_at,
)
# As the file holds them: what SQLAlchemy does to each value for its column would take longer than all the rest.
_AS_STORED = select(*(type_coerce(each, NullType()) for each in _LISTED)).order_by(_columns.changed_at.desc(), _columns.record_id)


def _by_word(words: type[AnyWord]) -> dict[str, AnyWord]:
    return {each.value: each for each in words}


_KINDS, _CLOCKS, _STATUSES, _MARKINGS = _by_word(InspectionKind), _by_word(ClockApplies), _by_word(Status), _by_word(Marking)


def rows(connection: Connection, *, deleted: bool) -> tuple[RecordRow, ...]:
    """Return a row for every record that is deleted or that is not, the last changed first.

    Raises:
        ValueError: a value that its column cannot have.
    """
    where = _columns.deleted_at.is_not(None) if deleted else _columns.deleted_at.is_(None)
    try:
        return _made(all_rows(connection, _AS_STORED.where(where)))
    except (KeyError, TypeError):
        raise ValueError("a word, date or time that is none") from None


def _made(found: Sequence[Row[*tuple[Any, ...]]]) -> tuple[RecordRow, ...]:
    """Tables in place of enumerations and no call of our own for a row: this is half as long as the usual way."""
    day, moment, make = date.fromisoformat, datetime.fromisoformat, RecordRow._make
    return tuple(
        [
            make(
                (
                    record_id,
                    title,
                    _KINDS[kind],
                    force,
                    None if published is None else day(published),
                    _CLOCKS[applies],
                    None if planned is None else day(planned),
                    None if confirmed is None else day(confirmed),
                    _STATUSES[status],
                    None if marking is None else _MARKINGS[marking],
                    to_answer,
                    answered,
                    moment(changed + _UTC),
                    None if deleted is None else moment(deleted + _UTC),
                )
            )
            for (
                record_id,
                title,
                kind,
                force,
                published,
                applies,
                planned,
                confirmed,
                status,
                marking,
                to_answer,
                answered,
                changed,
                deleted,
            ) in found
        ]
    )
