"""Outlines of many records at once: enough to say in words where something stands in them (Home)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, select, type_coerce
from sqlalchemy.types import NullType

from ..domain.finding import Action, ActionKind, Applies, Finding, FindingKind
from ..domain.office import JointBody, Office
from ..domain.record import Record
from .engine import all_rows
from .layout import RECORD_KEY
from .tables import RECORD_TABLES, findings, records

Rows = Sequence[Row[*tuple[Any, ...]]]

_OFFICE = ("force", "body_title", "body_short", "holder", "chief_officer_title")
_JOINT = ("force", "body_title", "body_short", "holder")
_FINDING = ("id", "kind", "number", "scope", "applies")
_joint, _actions = RECORD_TABLES["office_joint_with"].c, RECORD_TABLES["finding_action"].c


def outlines(connection: Connection, record_ids: Collection[str]) -> dict[str, Record]:
    """Return records by id with their office and their findings, without texts: kind, number, chapter, kinds of action.

    Args:
        connection: of the unit of work.
        record_ids: of the records; one that is not there is left out.
    """
    if not record_ids:
        return {}
    joint: dict[str, list[JointBody]] = defaultdict(list)
    for row in _rows(connection, _joint, _JOINT, record_ids):
        joint[row[0]].append(JointBody(**dict(zip(_JOINT, row[1:], strict=True))))
    made = _findings(connection, record_ids)
    out = {}
    columns = [records.c[f"office_{name}"] for name in _OFFICE]
    for record_id, *values in _asked(connection, records.c.record_id, columns, record_ids):
        office = Office(**dict(zip(_OFFICE, values, strict=True)), joint_with=tuple(joint[record_id]))
        out[record_id] = Record(record_id=record_id, office=office, findings=tuple(made[record_id]))
    return out


def _findings(connection: Connection, record_ids: Collection[str]) -> dict[str, list[Finding]]:
    kinds: dict[tuple[str, str], list[Action]] = defaultdict(list)
    for record_id, finding_id, kind in _rows(connection, _actions, ("of_finding", "kind"), record_ids):
        kinds[record_id, finding_id].append(Action(ActionKind(kind)))
    out: dict[str, list[Finding]] = defaultdict(list)
    for record_id, id_, kind, number, scope, applies in _rows(connection, findings.c, _FINDING, record_ids):
        action = tuple(kinds[record_id, id_])
        out[record_id].append(Finding(id_, FindingKind(kind), number=number, scope=scope, applies=Applies(applies), action=action))
    return out


def _rows(connection: Connection, columns: Any, names: tuple[str, ...], record_ids: Collection[str]) -> Rows:
    """Record and these columns of the things of some records, in order."""
    return _asked(connection, columns[RECORD_KEY], [columns[name] for name in names], record_ids, columns.position)


def _asked(
    connection: Connection,
    key: ColumnElement[Any],
    columns: Sequence[ColumnElement[Any]],
    record_ids: Collection[str],
    *order: ColumnElement[Any],
) -> Rows:
    # As the file holds them: what SQLAlchemy does to each value for its column would take longer than all the rest.
    chosen = select(*(type_coerce(each, NullType()) for each in (key, *columns)))
    return all_rows(connection, chosen.where(key.in_(record_ids)).order_by(*order))
