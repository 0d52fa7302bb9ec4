"""What a sign-off covers: the printed parts of a record, and their hash (review, record out).

Everything else may change after signing, such as a comment, a copy sent, or the day it went live.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import replace

from ..domain.finding import ChiefAnswer, Finding
from ..domain.inspection import Inspection
from ..domain.kept import Kept
from ..domain.record import Record, Sections
from ..domain.response import Attachment, ClockDecision, Invitation, Publication, ResponseState
from .record_file import canonical_bytes


def printed_parts(record: Record) -> Record:
    """Return the record with all that is not printed set to its default.

    The publication date that is printed, and so signed, is the planned one. Of the attachments only the
    logo counts, by its hash; live fields need no place of their own, for they are filled from the printed parts.
    """
    return Record(
        language=record.language,
        office=record.office,
        state=_printed_state(record),
        inspection=_printed_inspection(record.inspection),
        findings=tuple(map(_PRINTED.of, record.findings)),
        sections=record.sections,
    )


def is_printed(place: str) -> bool:
    """Tell whether what stands at a dotted place with ids is among the printed parts: "office.holder", "findings[a1].heading"."""
    return _PLACES.match(place) is not None


def printed_sha256(record: Record) -> str:
    """Return the SHA-256, in hexadecimal, of the canonical bytes of the printed parts."""
    return hashlib.sha256(canonical_bytes(printed_parts(record))).hexdigest()


def agreed_sha256(record: Record) -> str:
    """Return the SHA-256, in hexadecimal, of the chief officer's printed words alone: what somebody agrees who agrees them."""
    findings = tuple(Finding(each.id, each.kind, chief=each.chief) for each in record.findings if each.chief != ChiefAnswer())
    words = Record(findings=findings, sections=Sections(chief_officer_response=record.sections.chief_officer_response))
    return hashlib.sha256(canonical_bytes(words)).hexdigest()


def _printed_state(record: Record) -> ResponseState:
    state, logo = record.state, record.office.logo
    return ResponseState(
        version_label=state.version_label,
        clock=ClockDecision(applies=state.clock.applies),
        invitation=Invitation(outcome=state.invitation.outcome, reply_by=state.invitation.reply_by),
        publication=Publication(planned_on=state.publication.planned_on),
        corrections=state.corrections,
        attachments=tuple(Attachment(each.name, each.sha256) for each in state.attachments if logo and each.name == logo.name),
    )


def _printed_inspection(inspection: Inspection) -> Inspection:
    return Inspection(
        title=inspection.title,
        inspectorate=inspection.inspectorate,
        also_inspectorates=inspection.also_inspectorates,
        published_on=inspection.published_on,
        address=inspection.address,
        summary=inspection.summary,
        judgements=inspection.judgements,
    )


def _printed_finding(finding: Finding) -> Finding:
    sources = tuple(replace(each, record_id="") for each in finding.sources)
    return replace(finding, reference="", sources=sources, same_as=None, updates=(), target_history=(), closed=None)


_PLACES = re.compile(
    r"language$|office(?:\.|$)|sections(?:\.|$)"
    r"|inspection\.(?:title|inspectorate|also_inspectorates|published_on|address|summary|judgements)(?![a-z_])"
    r"|record\.(?:version_label|clock\.applies|invitation\.(?:outcome|reply_by)|publication\.planned_on|corrections)(?![a-z_])"
    r"|findings(?:$|\[.*\]\.(?!reference|same_as|updates|target_history|closed|sources.*\.record_id))",
    re.DOTALL,
)
"""The places of the printed parts; the logo's picture, which an attachment holds, goes with the office."""

_PRINTED: Kept[Finding, Finding] = Kept(_printed_finding)
"""While somebody types, what is printed is made again and again."""
