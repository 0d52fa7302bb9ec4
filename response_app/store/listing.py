"""The rows of the list of records, made quickly: there may be ten thousand, and the window waits for them (Home)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from enum import StrEnum
from typing import Any, NamedTuple, TypeVar

from sqlalchemy import BindParameter, Connection, Row, bindparam, func, select, type_coerce
from sqlalchemy.types import NullType

from ..domain.answering import Answering, count, in_draft
from ..domain.inspection import InspectionKind
from ..domain.publication_acts import MUST_HAVE_COPY, Act, acts_left
from ..domain.response import ClockApplies, DecisionKind, Marking, Status
from .engine import all_rows
from .layout import RECORD_KEY
from .tables import RECORD_TABLES, records

AnyWord = TypeVar("AnyWord", bound=StrEnum)

_columns = records.c
_UTC = "+00:00"
"""Times are kept in UTC, without a zone."""


class RecordRow(NamedTuple):
    """What the list of records shows of one.

    Of the `to_answer` findings that need an answer, `answered` have one, and for `in_draft` of the others one is begun.
    """

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
    in_draft: int
    sent_on: date | None
    reply_by: date | None
    received_on: date | None
    agreed_on: date | None
    given_on: date | None
    changed_at: datetime
    deleted_at: datetime | None
    text_agreed_on: date | None = None
    signed_on: date | None = None
    left: tuple[Act, ...] = ()


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
    _columns.in_draft_count,
    _columns.invitation_sent_on,
    _columns.invitation_reply_by,
    _columns.invitation_received_on,
    _columns.invitation_agreed_on,
    _columns.publication_given_on,
    _columns.changed_at,
    _columns.deleted_at,
)
# As the file holds them: what SQLAlchemy does to each value for its column would take longer than all the rest.
_AS_STORED = select(*(type_coerce(each, NullType()) for each in _LISTED)).order_by(_columns.changed_at.desc(), _columns.record_id)

_URGENT = (
    _columns.deleted_at.is_(None),
    _columns.publication_confirmed_on.is_(None),
    _columns.inspection_published_on.is_not(None),
    _columns.status.not_in([Status.PUBLISHED.value, Status.CLOSED.value, Status.NO_RESPONSE_NEEDED.value]),
    _columns.clock_applies.not_in([ClockApplies.NO.value, ClockApplies.ELSEWHERE.value]),
)
_WRITTEN = (Status.AWAITING_SIGN_OFF, Status.SIGNED_OFF, Status.PUBLISHED)
_OUT = (Status.PUBLISHED, Status.CLOSED)
_decisions, _files, _copies, _corrections = (RECORD_TABLES[name].c for name in ("decisions", "publication_files", "copies", "corrections"))
_IDS: BindParameter[Any] = bindparam("ids", expanding=True)
_LAST = (
    select(_decisions[RECORD_KEY], func.max(_decisions.on))
    .where(_decisions[RECORD_KEY].in_(_IDS), _decisions.what == bindparam("what"), _decisions.on.is_not(None))
    .group_by(_decisions[RECORD_KEY])
)
"""The last day of one kind of decision, by record."""
_SIGNED = select(_columns.record_id).where(
    _columns.record_id.in_(_IDS),
    _columns.status != Status.AWAITING_SIGN_OFF.value,
    _decisions[RECORD_KEY] == _columns.record_id,
    _decisions.version_label == _columns.version_label,
    _decisions.what == DecisionKind.SIGNED_OFF.value,
)
_MADE = select(_files[RECORD_KEY]).where(_files[RECORD_KEY].in_(_IDS))
_CORRECTED = select(_columns.record_id).where(
    _columns.record_id.in_(_IDS),
    _corrections[RECORD_KEY] == _columns.record_id,
    _corrections.version_label == _columns.version_label,
)
_SENT = (
    select(func.count(_copies.to.distinct()))
    .where(
        _copies[RECORD_KEY] == _columns.record_id,
        _copies.version_label == _columns.version_label,
        _copies.sent_on.is_not(None),
        _copies.to.in_([each.value for each in MUST_HAVE_COPY]),
    )
    .scalar_subquery()
)
_LACKING_COPIES = select(_columns.record_id).where(_columns.publication_confirmed_on.is_not(None), len(MUST_HAVE_COPY) > _SENT)
"""What `acts_done` says of a record that is open; asked in a few questions of the few for which the next step follows from it."""


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
        return _with_acts(connection, _made(all_rows(connection, _AS_STORED.where(where))))
    except (KeyError, TypeError):
        raise ValueError("a word, date or time that is none") from None


def most_urgent(connection: Connection, most: int) -> tuple[RecordRow, ...]:
    """Return so many open records, those with the earliest statutory date first, or () where there are not so many.

    Args:
        connection: of the unit of work.
        most: how many are wanted.

    Raises:
        ValueError: a value that its column cannot have.
    """
    chosen = _AS_STORED.where(*_URGENT).order_by(None)
    chosen = chosen.order_by(_columns.inspection_published_on, func.lower(_columns.inspection_title)).limit(most)
    try:
        found = _made(all_rows(connection, chosen))
    except (KeyError, TypeError):
        raise ValueError("a word, date or time that is none") from None
    return _with_acts(connection, found) if len(found) == most else ()


def _with_acts(connection: Connection, listed: tuple[RecordRow, ...]) -> tuple[RecordRow, ...]:
    """The rows with what the next step follows from once the response is written; before that nobody looks at it."""
    live = any(row.confirmed_on is not None for row in listed)
    lacking = frozenset(connection.scalars(_LACKING_COPIES)) if live else frozenset()
    new = {row.record_id: row._replace(left=(Act.COPIES,)) for row in listed if row.record_id in lacking}
    on_the_way = {row.record_id: row for row in listed if _is_on_the_way(row)}
    if on_the_way:
        new |= _acts_of(connection, on_the_way, lacking)
    return tuple([new.get(row.record_id, row) for row in listed]) if new else listed


def _is_on_the_way(row: RecordRow) -> bool:
    """Written and not out, or being corrected."""
    return row.status in _WRITTEN if row.confirmed_on is None else row.status not in _OUT


def _acts_of(connection: Connection, listed: dict[str, RecordRow], lacking: frozenset[str]) -> dict[str, RecordRow]:
    """The same rows, each with the days of its decisions and the acts that are left."""
    ids = {"ids": list(listed)}
    agreed, signed = (
        {row[0]: row[1] for row in connection.execute(_LAST, {"what": what.value, **ids})}
        for what in (DecisionKind.TEXT_AGREED, DecisionKind.SIGNED_OFF)
    )
    known = {act: frozenset(connection.scalars(chosen, ids)) for act, chosen in ((Act.SIGN, _SIGNED), (Act.MAKE, _MADE))}
    corrected = frozenset(connection.scalars(_CORRECTED, ids))

    def left(key: str, row: RecordRow) -> tuple[Act, ...]:
        done = {Act.PROMINENT, *(act for act, having in known.items() if key in having)}
        done |= {Act.GIVE} if row.given_on else set()
        done |= {Act.CONFIRM} if row.confirmed_on and key not in corrected else set()
        done |= {Act.COPIES} if row.confirmed_on and key not in lacking else set()
        return acts_left(done, row.status)

    return {
        key: row._replace(text_agreed_on=agreed.get(key), signed_on=signed.get(key), left=left(key, row)) for key, row in listed.items()
    }


def counts(findings: Iterable[Answering]) -> dict[str, int]:
    """Return what the row of a record says of its findings, by column."""
    known = tuple(findings)
    to_answer, answered = count(known)
    return {"to_answer_count": to_answer, "answered_count": answered, "in_draft_count": in_draft(known)}


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
                    begun,
                    None if sent is None else day(sent),
                    None if reply_by is None else day(reply_by),
                    None if received is None else day(received),
                    None if agreed is None else day(agreed),
                    None if given is None else day(given),
                    moment(changed + _UTC),
                    None if deleted is None else moment(deleted + _UTC),
                    None,
                    None,
                    (),
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
                begun,
                sent,
                reply_by,
                received,
                agreed,
                given,
                changed,
                deleted,
            ) in found
        ]
    )
