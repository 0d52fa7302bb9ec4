"""The findings of many records at once, without their words, for the register of findings (home)."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Column, Connection, Select, and_, literal, select, type_coerce
from sqlalchemy.types import NullType, Text

from ..domain.answering import Answering
from ..domain.finding import Action, ActionKind, Applies, ChiefAnswer, Closed, Due, DueKind, Finding, FindingKind, TargetMove
from ..domain.inspection import Inspection
from ..domain.office import JointBody, Office
from ..domain.record import Record
from ..domain.register import Entry, entries
from ..errors import StoreDamaged
from .engine import all_rows
from .layout import RECORD_KEY
from .tables import RECORD_TABLES, metadata, records, texts

_findings, _actions = RECORD_TABLES["findings"].c, RECORD_TABLES["finding_action"].c
_moves, _joint = RECORD_TABLES["finding_target_history"].c, RECORD_TABLES["office_joint_with"].c

Found = dict[str, list[Any]]
"""Rows by the id of their record."""


def _as_stored(*columns: Column[Any]) -> Select[*tuple[Any, ...]]:
    """As the file holds them: what SQLAlchemy does to each value for its column would take longer than all the rest."""
    return select(*(type_coerce(each, NullType()) for each in columns))


_RECORDS = _as_stored(records.c.record_id, records.c.inspection_title, records.c.inspection_published_on, records.c.office_force)
_FINDINGS = _as_stored(
    _findings[RECORD_KEY],
    _findings.id,
    _findings.kind,
    _findings.parent,
    _findings.scope,
    _findings.number,
    _findings.heading,
    _findings.addressed_to,
    _findings.applies,
    _findings.due_kind,
    _findings.due_date,
    _findings.due_within,
    _findings.due_text,
    _findings.chief_owner,
    _findings.chief_target_on,
    _findings.answered_with,
    _findings.closed_given,
    _findings.to_answer,
).order_by(_findings[RECORD_KEY], _findings.position)
_PLACE = literal("findings[") + _actions.of_finding + literal("].action[") + _actions.position.cast(Text) + literal("].text")
_ACTIONS = (
    _as_stored(_actions[RECORD_KEY], _actions.of_finding, _actions.kind, _actions.owner, _actions.target_on, texts.c.blank)
    .select_from(
        metadata.tables["finding_action"].outerjoin(texts, and_(texts.c[RECORD_KEY] == _actions[RECORD_KEY], texts.c.place == _PLACE))
    )
    .order_by(_actions[RECORD_KEY], _actions.of_finding, _actions.position)
)
_MOVES = _as_stored(_moves[RECORD_KEY], _moves.of_finding, _moves.now).order_by(_moves[RECORD_KEY], _moves.of_finding, _moves.position)
_JOINT = _as_stored(_joint[RECORD_KEY], _joint.force).order_by(_joint[RECORD_KEY], _joint.position)


class Register:
    """The register, within one unit of work; everything returned is a value."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def record_ids(self) -> tuple[str, ...]:
        """Return the ids of all records that are not deleted, the last changed first."""
        there = select(records.c.record_id).where(records.c.deleted_at.is_(None))
        return tuple(self._connection.scalars(there.order_by(records.c.changed_at.desc(), records.c.record_id)))

    def entries(self, record_ids: Sequence[str]) -> tuple[Entry, ...]:
        """Return the entries of some records, those of one together and in its order; a deleted record has none.

        Args:
            record_ids: some hundreds at most, so that nobody waits.

        Raises:
            StoreDamaged: a date or choice is not as it was written.
        """
        by_record = [self._rows(chosen, record_ids) for chosen in (_FINDINGS, _ACTIONS, _MOVES, _JOINT)]
        there = _RECORDS.where(records.c.record_id.in_(record_ids), records.c.deleted_at.is_(None))
        made: list[Entry] = []
        for row in all_rows(self._connection, there):
            try:
                made.extend(_of_record(row, *(found.get(row[0], []) for found in by_record)))
            except (KeyError, TypeError, ValueError):
                remedy = "Nothing was changed. Restore the newest backup."
                raise StoreDamaged("A date or choice of a finding was damaged on the drive.", remedy, record_id=row[0]) from None
        return tuple(made)

    def _rows(self, chosen: Select[*tuple[Any, ...]], record_ids: Sequence[str]) -> Found:
        (of_record, *_) = chosen.selected_columns
        found: Found = defaultdict(list)
        for row in all_rows(self._connection, chosen.where(of_record.in_(record_ids))):
            found[row[0]].append(row)
        return found


def _of_record(row: Sequence[Any], findings: list[Any], actions: list[Any], moves: list[Any], joint: list[Any]) -> Iterator[Entry]:
    record_id, title, published, force = row
    actions_of: dict[str, list[Action]] = defaultdict(list)
    with_words: set[str] = set()
    for _, finding_id, kind, owner, target, blank in actions:
        actions_of[finding_id].append(Action(ActionKind(kind), (), owner, _day(target)))
        if blank == 0:  # None where there is no text at all
            with_words.add(finding_id)
    moved: dict[str, list[TargetMove]] = defaultdict(list)
    for _, finding_id, now in moves:
        moved[finding_id].append(TargetMove(now=_day(now)))
    record = Record(
        record_id=record_id,
        office=Office(force=force, joint_with=tuple(JointBody(force=each) for _, each in joint)),
        inspection=Inspection(title=title, published_on=_day(published)),
        findings=tuple(_finding(each, actions_of, moved) for each in findings),
    )
    known = tuple(
        Answering(
            each.id,
            each.kind.is_cause,
            each.parent,
            each.answered_with,
            bool(stored[-1]),
            each.id in with_words,
            bool(each.action or each.answered_with),
        )
        for each, stored in zip(record.findings, findings, strict=True)
    )
    return entries(record, known)


def _finding(row: Sequence[Any], actions: dict[str, list[Action]], moved: dict[str, list[TargetMove]]) -> Finding:
    (
        _,
        finding_id,
        kind,
        parent,
        scope,
        number,
        heading,
        addressed,
        applies,
        due,
        day,
        within,
        text,
        owner,
        target,
        together,
        closed,
        _,
    ) = row
    return Finding(
        id=finding_id,
        kind=FindingKind(kind),
        parent=parent,
        scope=scope,
        number=number,
        heading=heading,
        addressed_to=() if addressed == "[]" else tuple(json.loads(addressed)),
        applies=Applies(applies),
        due=Due(DueKind(due), _day(day), within, text),
        chief=ChiefAnswer((), owner, _day(target)),
        action=tuple(actions.get(finding_id, ())),
        answered_with=together,
        target_history=tuple(moved.get(finding_id, ())),
        closed=Closed() if closed else None,
    )


def _day(stored: str | None) -> date | None:
    return None if stored is None else date.fromisoformat(stored)
