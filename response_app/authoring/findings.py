"""Use cases on findings: add, change, move, delete; where else a finding stands (findings)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from ..domain.changes import Changes
from ..domain.finding import Finding, FindingKind, Source
from ..domain.record import Record
from ..store.work import Work
from .editing import edit, edit_finding

_FIELDS = {
    "parent": "change cause of concern it belongs to",
    "scope": "change chapter",
    "number": "change number of finding",
    "reference": "change reference of finding",
    "heading": "change sentence of finding",
    "lead_in": "change lead-in of finding",
    "addressed_to": "change who it is made to",
    "applies": "decide whether it is for this force",
    "due": "change time limit",
}
_SOURCE_FIELDS = {"title": "title", "published_on": "date", "number": "number", "page": "page"}


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
        return replace(record, findings=in_order((*record.findings[:at], added, *record.findings[at:])))

    return edit(work, record_id, f"add {kind.words.lower()}", change)


def change_finding(work: Work, record_id: str, finding_id: str, **values: Any) -> Changes:
    """Set fields of a finding, such as `heading`, `number`, `due` or `applies`; one that gets a `parent` goes to stand under it.

    Raises:
        KeyError: there is no such record or finding.
    """

    def change(record: Record) -> Record:
        record.finding(finding_id)
        changed = tuple(replace(each, **values) if each.id == finding_id else each for each in record.findings)
        return replace(record, findings=in_order(changed) if "parent" in values else changed)

    name = _FIELDS.get(next(iter(values)), "change finding") if len(values) == 1 else "change finding"
    return edit(work, record_id, name, change)


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


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return findings with each recommendation under its cause of concern, all else in the order given."""
    given = tuple(findings)
    causes = {each.id for each in given if each.kind.is_cause}
    below: dict[str, list[Finding]] = {}
    for each in given:
        if each.parent in causes and each.parent is not None:
            below.setdefault(each.parent, []).append(each)
    return tuple(one for each in given if each.parent not in causes for one in (each, *below.get(each.id, ())))


def move_finding(work: Work, record_id: str, finding_id: str, by: int) -> Changes:
    """Move a finding `by` places down (up when negative), as far as the list goes.

    A cause of concern takes its recommendations with it, and is passed together with them; a recommendation under
    a cause moves among those of the same cause.

    Raises:
        KeyError: there is no such record or finding.
    """

    def change(record: Record) -> Record:
        moved = record.finding(finding_id)
        ordered = in_order(record.findings)
        causes = {each.id for each in ordered if each.kind.is_cause}
        under = moved.parent if moved.parent in causes else None
        beside = [each for each in ordered if (each.parent if each.parent in causes else None) == under]
        at = beside.index(moved)
        beside.insert(max(0, min(at + by, len(beside) - 1)), beside.pop(at))
        others = [each for each in ordered if each not in beside]
        return replace(record, findings=in_order((*beside, *others)))

    return edit(work, record_id, _move_of(work, record_id, finding_id), change)


def order_findings(work: Work, record_id: str, ids: tuple[str, ...], moved: str = "") -> Changes:
    """Put the findings in this order; one that is not named keeps its place at the end.

    Recommendations stay under their cause of concern, and so travel with it.

    Args:
        work: the unit of work.
        record_id: the record.
        ids: the findings in the order wanted.
        moved: the one that the user moved, for the name of the step.

    Raises:
        KeyError: there is no such record or finding.
    """

    def change(record: Record) -> Record:
        named = [record.finding(each) for each in ids]
        return replace(record, findings=in_order((*named, *(each for each in record.findings if each.id not in ids))))

    return edit(work, record_id, _move_of(work, record_id, moved) if moved else "move finding", change)


def _move_of(work: Work, record_id: str, finding_id: str) -> str:
    record = work.records.get(record_id)
    finding = record.finding(finding_id)
    return f"move {finding.kind.words.lower()}{' with its recommendations' if record.under(finding) else ''}"


def add_source(work: Work, record_id: str, finding_id: str) -> Changes:
    """Add another place where the same finding stands, still empty.

    Raises:
        KeyError: there is no such record or finding.
    """
    return edit_finding(work, record_id, finding_id, "add source", lambda finding: replace(finding, sources=(*finding.sources, Source())))


def change_source(work: Work, record_id: str, finding_id: str, index: int, **values: Any) -> Changes:
    """Set fields of one source: `title`, `published_on`, `number`, `page`.

    Raises:
        KeyError: there is no such record or finding.
        IndexError: the finding has no such source.
    """

    def change(finding: Finding) -> Finding:
        sources = list(finding.sources)
        sources[index] = replace(sources[index], **values)
        return replace(finding, sources=tuple(sources))

    what = " and ".join(_SOURCE_FIELDS[name] for name in values)
    return edit_finding(work, record_id, finding_id, f"change {what} of source", change)


def remove_source(work: Work, record_id: str, finding_id: str, index: int) -> Changes:
    """Remove one source.

    Raises:
        KeyError: there is no such record or finding.
        IndexError: the finding has no such source.
    """

    def change(finding: Finding) -> Finding:
        sources = list(finding.sources)
        del sources[index]
        return replace(finding, sources=tuple(sources))

    return edit_finding(work, record_id, finding_id, "remove source", change)


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
