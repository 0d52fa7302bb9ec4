"""Which record a file is kept beside, by its bytes (report in)."""

from __future__ import annotations

from typing import NamedTuple

from sqlalchemy import Connection, select

from ..domain.response import AttachmentKind
from .layout import RECORD_KEY
from .tables import metadata, records

_attachments = metadata.tables["attachments"]
_OF_RECORD = _attachments.c[RECORD_KEY]


class Beside(NamedTuple):
    """A record that is not deleted and has the file."""

    record_id: str
    title: str


def beside_report(connection: Connection, sha256: str) -> Beside | None:
    """Return the record, the latest changed of several, that was read from a report with this hash; None where there is none."""
    asked = (
        select(_OF_RECORD, records.c.inspection_title)
        .join(records, records.c.record_id == _OF_RECORD)
        .where(_attachments.c.sha256 == sha256, _attachments.c.what == AttachmentKind.REPORT, records.c.deleted_at.is_(None))
        .order_by(records.c.changed_at.desc(), _OF_RECORD)
        .limit(1)
    )
    row = connection.execute(asked).first()
    return Beside(*row) if row else None
