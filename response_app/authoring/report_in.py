"""Report in: what the user confirmed becomes a record, or goes into one; until then nothing is saved."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from uuid import uuid4

from ..domain.changes import Changes
from ..domain.finding import Finding, FindingKind, Source
from ..domain.inspection import Inspection
from ..domain.office import Office
from ..domain.record import Record
from ..domain.response import Attachment, AttachmentKind, Marking, ResponseState, Status
from ..errors import FileRefused
from ..intake.proposal import Proposal
from ..intake.transfer import inspection_of
from ..intake.triage import Triage, taken_findings
from ..store.work import Work
from .editing import edit
from .names import free_name
from .office import office_titles, with_office

_ALIKE = 85
"""How alike two sentences are, of 100, to be offered as the same concern."""
_WORD = re.compile(r"[a-z0-9']+")
_FORCE_WORDS = frozenset({"the", "a", "its", "force", "constabulary", "police", "service"})


@dataclass(frozen=True, slots=True)
class SourceFile:
    """The file that a report was read from."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class KnownConcern:
    """A finding of the report that an accelerated notice gave before: its id in the table, and where it was answered."""

    finding_id: str
    record_id: str
    known_id: str
    title: str
    published_on: date | None

    @property
    def same_as(self) -> str:
        """The known finding as the format names it."""
        return f"{self.record_id}#{self.known_id}"


def known_concerns(work: Work, findings: Iterable[Finding]) -> tuple[KnownConcern, ...]:
    """Return which causes of concern are in the store already, from an accelerated notice: at most one for each."""
    from rapidfuzz.fuzz import token_sort_ratio

    known = [(_core(each.heading), each) for each in work.accelerated_concerns()]
    out = []
    for finding in findings if known else ():
        if not finding.kind.is_cause:
            continue
        core = _core(finding.heading)
        words, nearest = max(known, key=lambda each: token_sort_ratio(each[0], core))
        if token_sort_ratio(words, core) >= _ALIKE:
            out.append(KnownConcern(finding.id, nearest.record_id, nearest.finding_id, nearest.title, nearest.published_on))
    return tuple(out)


def _core(sentence: str) -> str:
    """A sentence for comparing: without what names the force, short forms written out, small letters, no punctuation."""
    plain = sentence.casefold().replace("’", "'").replace("can't", "cannot").replace("won't", "will not").replace("n't", " not")
    return " ".join(word for word in _WORD.findall(plain) if word not in _FORCE_WORDS)


def record_of_same_report(work: Work, data: bytes) -> tuple[str, str] | None:
    """Return id and title of a record that was read from these very bytes; None where there is none."""
    return work.beside_report(hashlib.sha256(data).hexdigest())


def make_record(work: Work, triage: Triage, source: SourceFile | None = None) -> Changes:
    """Make a record of what the user confirmed, with the report kept beside it.

    Raises:
        WriteFailed: the report could not be kept; nothing was changed.
    """
    state = ResponseState(marking=Marking.OFFICIAL, attachments=_kept(work, (), source))
    inspection = triage.inspection
    findings = _with_old_answers(work, taken_findings(triage))
    record = with_office(work, Record(str(uuid4()), state=state, inspection=inspection, findings=findings))
    work.records.add(record)
    return Changes(record.record_id, "new record from a report", after=record, list_changed=True)


def add_to_record(work: Work, record_id: str, triage: Triage, source: SourceFile | None = None) -> Changes:
    """Add the findings that the user confirmed to a record; what its inspection says already stays.

    Raises:
        KeyError: there is no such record.
        WriteFailed: the report could not be kept; nothing was changed.
    """
    findings = _with_old_answers(work, taken_findings(triage))

    def added(record: Record) -> Record:
        state = replace(record.state, attachments=_kept(work, record.state.attachments, source))
        more = _renumbered(findings, {each.id for each in record.findings})
        return replace(record, state=state, inspection=_completed(record.inspection, triage.inspection), findings=(*record.findings, *more))

    return edit(work, record_id, "add findings from a report", added)


def bring_in_published(work: Work, proposal: Proposal, source: SourceFile) -> Changes:
    """Make a record of one that an office published before, with its file kept beside it.

    Raises:
        FileRefused: it is no published record, or its file is in the store already.
        WriteFailed: the file could not be kept; nothing was changed.
    """
    earlier = proposal.earlier
    if earlier is None:
        raise FileRefused("This is an inspection report, not a published record.", "Nothing was changed. Bring it in as a report.")
    state = ResponseState(
        version_label=earlier.version_label,
        status=Status.PUBLISHED,
        publication=replace(ResponseState().publication, confirmed_on=earlier.published_on),
        attachments=_kept(work, (), source),
    )
    record = Record(
        str(uuid4()),
        office=earlier.office if earlier.office != Office() else office_titles(work),
        state=state,
        inspection=inspection_of(proposal),
        findings=tuple(each.finding for each in proposal.findings),
        sections=earlier.sections,
    )
    work.records.add(record)
    return Changes(record.record_id, "bring in published record", after=record, list_changed=True)


def source_report(work: Work, record_id: str) -> SourceFile | None:
    """Return the report that a record was made from, the last that was read; None when none is kept.

    Raises:
        KeyError: there is no such record.
        FileRefused: its file is no longer there.
        StoreDamaged: its file is not as it was kept.
    """
    reports = [each for each in work.records.get(record_id).state.attachments if each.what is AttachmentKind.REPORT and each.sha256]
    return SourceFile(reports[-1].name, work.attachments.read(reports[-1].sha256)) if reports else None


def _kept(work: Work, attachments: tuple[Attachment, ...], source: SourceFile | None) -> tuple[Attachment, ...]:
    if source is None:
        return attachments
    digest = work.attachments.keep(source.data)
    if any(each.sha256 == digest for each in attachments):
        return attachments
    return (*attachments, Attachment(free_name(source.name, {each.name for each in attachments}), digest, AttachmentKind.REPORT))


def _completed(own: Inspection, read: Inspection) -> Inspection:
    """The inspection with what it lacks taken from the report."""
    empty = Inspection()
    lacking = {name: getattr(read, name) for name in Inspection.__dataclass_fields__ if getattr(own, name) == getattr(empty, name)}
    return replace(own, **lacking)


def _renumbered(findings: tuple[Finding, ...], used: set[str]) -> tuple[Finding, ...]:
    """The findings with ids that the record does not have yet, parents among them."""
    free = (f"f{number}" for number in range(1, len(used) + len(findings) + 1) if f"f{number}" not in used)
    new_ids = {each.id: next(free) for each in findings}
    return tuple(replace(each, id=new_ids[each.id], parent=new_ids.get(each.parent or "")) for each in findings)


def _with_old_answers(work: Work, findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    return tuple(_with_old_answer(work, each) if each.same_as and "#" in each.same_as else each for each in findings)


def _with_old_answer(work: Work, finding: Finding) -> Finding:
    """The finding with what was answered to the accelerated notice as its draft, and the notice among its sources."""
    record_id, _, known_id = (finding.same_as or "").partition("#")
    try:
        record = work.records.get(record_id)
        known = record.finding(known_id)
    except KeyError:
        return replace(finding, same_as=None)
    notice = Source(record.inspection.title, record.inspection.published_on, known.number, record_id=record_id)
    kind = FindingKind.ACCELERATED_CAUSE_OF_CONCERN
    return replace(finding, kind=kind, sources=(*finding.sources, notice), chief=known.chief, action=known.action)
