"""Ids and what names them: every finding, comment and suggestion can be told apart and found (record in)."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from ..domain.finding import Finding
from ..domain.record import Record
from ..domain.response import Comment, Suggestion
from .places import quoted, refused

_DURATION = re.compile(r"P(?=[0-9T])(\d+Y)?(\d+M)?(\d+W)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+(\.\d+)?S)?)?", re.ASCII)


def check_references(record: Record) -> None:
    """Check what the shapes of single values cannot tell.

    Raises:
        FileRefused: an id is empty or stands twice; `parent` or `answered_with` names no finding of the
            record, the finding itself, or goes round in a ring; a parent is no cause of concern; a time
            limit is not an ISO 8601 duration.
    """
    _check_ids(record.findings, "findings")
    _check_ids(record.state.comments, "record.comments")
    _check_ids(record.state.suggestions, "record.suggestions")
    by_id = {each.id: each for each in record.findings}
    for finding in record.findings:
        place = f"findings[{finding.id}]"
        _check_named(finding.parent, by_id, finding, f"{place}.parent")
        _check_named(finding.answered_with, by_id, finding, f"{place}.answered_with")
        if finding.parent is not None and not by_id[finding.parent].kind.is_cause:
            raise refused(f"{place}.parent names {quoted(finding.parent)}, which is not a cause of concern.")
        if finding.due.within and not _DURATION.fullmatch(finding.due.within):
            raise refused(f"{place}.due.within is {quoted(finding.due.within)}; a time limit is written like P3M or P6W.")
    _check_rings({each.id: each.parent for each in record.findings}, "parent")
    _check_rings({each.id: each.answered_with for each in record.findings}, "answered_with")


def _check_ids(things: Sequence[Finding | Comment | Suggestion], place: str) -> None:
    first: dict[str, int] = {}
    for number, each in enumerate(things, 1):
        if not each.id.strip():
            raise refused(f"{place}, entry {number} has an empty id.")
        if each.id in first:
            raise refused(f"{place}, entry {number} has the id {quoted(each.id)}, which entry {first[each.id]} has already.")
        first[each.id] = number


def _check_named(named: str | None, by_id: Mapping[str, Finding], finding: Finding, place: str) -> None:
    if named is None:
        return
    if named not in by_id:
        raise refused(f"{place} names {quoted(named)}, and this record has no finding with that id.")
    if named == finding.id:
        raise refused(f"{place} names the finding itself.")


def _check_rings(leads_to: Mapping[str, str | None], key: str) -> None:
    settled: set[str] = set()
    for start in leads_to:
        path: dict[str, None] = {}
        at: str | None = start
        while at is not None and at not in settled:
            if at in path:
                raise refused(f"findings[{at}].{key} leads in a ring back to the same finding.")
            path[at] = None
            at = leads_to[at]
        settled.update(path)
