"""The findings of many records at once, without their words, for the register of findings (home)."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from sqlalchemy import Column, Connection, Select, and_, literal, select, type_coerce
from sqlalchemy.types import NullType, Text

from ..domain.answering import Answering
from ..domain.finding import (
    Action,
    ActionKind,
    Applies,
    ChiefAnswer,
    Closed,
    Due,
    DueKind,
    Finding,
    FindingKind,
    TargetMove,
    Update,
    UpdateBy,
    UpdateSays,
)
from ..domain.inspection import Inspection
from ..domain.office import JointBody, Office
from ..domain.record import Record
from ..domain.register import Entry, entries
from ..domain.response import Decision, DecisionKind
from ..errors import StoreDamaged
from .engine import all_rows
from .layout import RECORD_KEY
from .tables import RECORD_TABLES, metadata, records, texts

_findings, _actions = RECORD_TABLES["findings"].c, RECORD_TABLES["finding_action"].c
_moves, _joint = RECORD_TABLES["finding_target_history"].c, RECORD_TABLES["office_joint_with"].c
_updates, _decisions = RECORD_TABLES["finding_updates"].c, RECORD_TABLES["decisions"].c

Found = dict[str, list[Any]]
"""Rows by the id of their record."""


def _as_stored(*columns: Column[Any]) -> Select[*tuple[Any, ...]]:
    """As the file holds them: what SQLAlchemy does to each value for its column would take longer than all the rest."""
    return select(*(type_coerce(each, NullType()) for each in columns))


_RECORDS = _as_stored(
    records.c.record_id,
    records.c.inspection_title,
    records.c.inspection_published_on,
    records.c.language,
    records.c.office_force,
    records.c.office_body_title,
    records.c.office_body_short,
    records.c.office_holder,
)
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
    _findings.closed_on,
    _findings.closed_source,
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
_MOVES = _as_stored(_moves[RECORD_KEY], _moves.of_finding, _moves.on, _moves.was, _moves.now).order_by(
    _moves[RECORD_KEY], _moves.of_finding, _moves.position
)
_UPDATES = _as_stored(_updates[RECORD_KEY], _updates.of_finding, _updates.on, _updates.by, _updates.says).order_by(
    _updates[RECORD_KEY], _updates.of_finding, _updates.position
)
_JOINT = _as_stored(_joint[RECORD_KEY], _joint.force, _joint.body_title, _joint.body_short, _joint.holder).order_by(
    _joint[RECORD_KEY], _joint.position
)

_EXCEPTIONS = (
    _as_stored(
        _decisions[RECORD_KEY],
        _decisions.by,
        _decisions.role,
        _decisions.on,
        _decisions.reason,
        _decisions.version_label,
        _decisions.codes,
    )
    .where(_decisions.what == DecisionKind.PUBLISHED_WITH_EXCEPTION.value)
    .order_by(_decisions[RECORD_KEY], _decisions.position)
)


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
        by_record = [self._rows(chosen, record_ids) for chosen in (_FINDINGS, _ACTIONS, _MOVES, _UPDATES, _JOINT)]
        there = _RECORDS.where(records.c.record_id.in_(record_ids), records.c.deleted_at.is_(None))
        made: list[Entry] = []
        for row in all_rows(self._connection, there):
            try:
                made.extend(_of_record(row, *(found.get(row[0], []) for found in by_record)))
            except (KeyError, TypeError, ValueError):
                remedy = "Nothing was changed. Restore the newest backup."
                raise StoreDamaged("A date or choice of a finding was damaged on the drive.", remedy, record_id=row[0]) from None
        return tuple(made)

    def exceptions(self, record_ids: Sequence[str]) -> dict[str, tuple[Decision, ...]]:
        """Return the decisions to publish in spite of a rule by the ids of their records, in their order; records without one are left out.

        Args:
            record_ids: some hundreds at most.

        Raises:
            StoreDamaged: a day is not as it was written.
        """
        found: dict[str, tuple[Decision, ...]] = {}
        for record_id, rows in self._rows(_EXCEPTIONS, record_ids).items():
            try:
                found[record_id] = tuple(_exception(*row[1:]) for row in rows)
            except (TypeError, ValueError):
                remedy = "Nothing was changed. Restore the newest backup."
                raise StoreDamaged("A decision was damaged on the drive.", remedy, record_id=record_id) from None
        return found

    def _rows(self, chosen: Select[*tuple[Any, ...]], record_ids: Sequence[str]) -> Found:
        (of_record, *_) = chosen.selected_columns
        found: Found = defaultdict(list)
        for row in all_rows(self._connection, chosen.where(of_record.in_(record_ids))):
            found[row[0]].append(row)
        return found


def _exception(by: str, role: str, on: str | None, reason: str, version_label: str, codes: str) -> Decision:
    return Decision(
        what=DecisionKind.PUBLISHED_WITH_EXCEPTION,
        by=by,
        role=role,
        on=_day(on),
        reason=reason,
        version_label=version_label,
        codes=tuple(json.loads(codes)),
    )


def _of_record(
    row: Sequence[Any], findings: list[Any], actions: list[Any], moves: list[Any], updates: list[Any], joint: list[Any]
) -> Iterator[Entry]:
    record_id, title, published, language, force, body_title, body_short, holder = row
    actions_of: dict[str, list[Action]] = defaultdict(list)
    with_words: set[str] = set()
    for _, finding_id, kind, owner, target, blank in actions:
        actions_of[finding_id].append(Action(ActionKind(kind), (), owner, _day(target)))
        if blank == 0:  # None where there is no text at all
            with_words.add(finding_id)
    moved: dict[str, list[TargetMove]] = defaultdict(list)
    for _, finding_id, on, was, now in moves:
        moved[finding_id].append(TargetMove(_day(on), _day(was), _day(now)))
    said: dict[str, list[Update]] = defaultdict(list)
    for _, finding_id, on, by, says in updates:
        said[finding_id].append(Update(_day(on), UpdateBy(by), None if says is None else UpdateSays(says)))
    bodies = tuple(JointBody(title, short, holder, force) for _, force, title, short, holder in joint)
    record = Record(
        record_id=record_id,
        language=language,
        office=Office(force, body_title, body_short, holder, joint_with=bodies),
        inspection=Inspection(title=title, published_on=_day(published)),
        findings=tuple(
            replace(
                _finding(each),
                action=tuple(actions_of.get(each[1], ())),
                target_history=tuple(moved.get(each[1], ())),
                updates=tuple(said.get(each[1], ())),
            )
            for each in findings
        ),
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


def _finding(row: Sequence[Any]) -> Finding:
    """A finding from its own row, without its actions and what came after publication."""
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
        closed_on,
        closed_source,
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
        answered_with=together,
        closed=Closed(_day(closed_on), closed_source) if closed else None,
    )


def _day(stored: str | None) -> date | None:
    return None if stored is None else date.fromisoformat(stored)
