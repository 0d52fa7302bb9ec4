"""Accelerated causes of concern in all records: they may come again in the report that follows (report in)."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from sqlalchemy import Connection, select

from ..domain.finding import FindingKind
from .layout import RECORD_KEY
from .tables import metadata, records

_findings = metadata.tables["findings"]
_OF_RECORD = _findings.c[RECORD_KEY]


class Concern(NamedTuple):
    """An accelerated cause of concern of a record that is not deleted."""

    record_id: str
    finding_id: str
    heading: str
    title: str
    published_on: date | None


def accelerated(connection: Connection) -> tuple[Concern, ...]:
    """Return all accelerated causes of concern, the latest report first."""
    asked = (
        select(_OF_RECORD, _findings.c.id, _findings.c.heading, records.c.inspection_title, records.c.inspection_published_on)
        .join(records, records.c.record_id == _OF_RECORD)
        .where(_findings.c.kind == FindingKind.ACCELERATED_CAUSE_OF_CONCERN, records.c.deleted_at.is_(None))
        .order_by(records.c.inspection_published_on.desc(), _OF_RECORD, _findings.c.position)
    )
    return tuple(Concern(*row) for row in connection.execute(asked))
