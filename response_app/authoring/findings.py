"""Use cases on findings: add, change, move, delete (findings)."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from ..domain.changes import Changes
from ..domain.finding import Finding, FindingKind
from ..domain.record import Record
from ..store.work import Work
from .editing import edit, edit_finding


def next_id(record: Record) -> str:
    """Return an id that no finding of the record has."""
    taken = {each.id for each in record.findings}
    number = len(taken) + 1
    while f"f{number}" in taken:
        number += 1
    return f"f{number}"


def add_finding(work: Work, record_id: str, kind: FindingKind, heading: str = "", after: str = "", parent: str | None = None) -> Changes:
    """Add a finding after another, or at the end; a recommendation perhaps under a cause of concern (`parent`).

    Raises:
        KeyError: there is no such record.
    """

    def change(record: Record) -> Record:
        added = Finding(next_id(record), kind, parent=parent, heading=heading)
        at = next((index + 1 for index, each in enumerate(record.findings) if each.id == after), len(record.findings))
        return replace(record, findings=(*record.findings[:at], added, *record.findings[at:]))

    return edit(work, record_id, f"add {kind.words.lower()}", change)


def change_finding(work: Work, record_id: str, finding_id: str, **values: Any) -> Changes:
    """Set fields of a finding, such as `heading`, `number`, `due` or `applies`.

    Raises:
        KeyError: there is no such record or finding.
    """
    return edit_finding(work, record_id, finding_id, "change finding", lambda finding: replace(finding, **values))


def change_kind(work: Work, record_id: str, finding_id: str, kind: FindingKind) -> Changes:
    """Set what the inspectors call a finding; only a cause of concern keeps recommendations under it, only a recommendation its cause.

    Raises:
        KeyError: there is no such record or finding.
    """

    def with_kind(finding: Finding) -> Finding:
        if finding.id == finding_id:
            return replace(finding, kind=kind, parent=finding.parent if kind is FindingKind.RECOMMENDATION else None)
        freed = finding.parent == finding_id and not kind.is_cause
        return replace(finding, parent=None) if freed else finding

    def change(record: Record) -> Record:
        record.finding(finding_id)
        return replace(record, findings=tuple(with_kind(each) for each in record.findings))

    return edit(work, record_id, "change kind of finding", change)


def move_finding(work: Work, record_id: str, finding_id: str, by: int) -> Changes:
    """Move a finding `by` places down (up when negative), as far as the list goes.

    Raises:
        KeyError: there is no such record or finding.
    """

    def change(record: Record) -> Record:
        findings = list(record.findings)
        at = findings.index(record.finding(finding_id))
        findings.insert(max(0, min(at + by, len(findings) - 1)), findings.pop(at))
        return replace(record, findings=tuple(findings))

    return edit(work, record_id, "move finding", change)


def order_findings(work: Work, record_id: str, ids: tuple[str, ...]) -> Changes:
    """Put the findings in this order; one that is not named keeps its place at the end.

    Raises:
        KeyError: there is no such record or finding.
    """

    def change(record: Record) -> Record:
        named = [record.finding(each) for each in ids]
        return replace(record, findings=(*named, *(each for each in record.findings if each.id not in ids)))

    return edit(work, record_id, "move finding", change)


def delete_finding(work: Work, record_id: str, finding_id: str) -> Changes:
    """Delete a finding; what named it as its cause, or as where it is answered, no longer does.

    Raises:
        KeyError: there is no such record or finding.
    """

    def change(record: Record) -> Record:
        record.finding(finding_id)
        return replace(record, findings=tuple(_without(each, finding_id) for each in record.findings if each.id != finding_id))

    return edit(work, record_id, "delete finding", change)


def _without(finding: Finding, deleted: str) -> Finding:
    return replace(
        finding,
        parent=None if finding.parent == deleted else finding.parent,
        answered_with=None if finding.answered_with == deleted else finding.answered_with,
        same_as=None if finding.same_as == deleted else finding.same_as,
    )
