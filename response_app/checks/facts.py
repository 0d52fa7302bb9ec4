"""What the rules on words know of the record besides the words: names, titles, counts (checks)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from ..domain.finding import FindingKind
from ..domain.record import Record
from ..domain.selection import concerns_this_force, printed


@dataclass(frozen=True, slots=True)
class Counts:
    """How many findings of one kind a text may rightly speak of: this force's, each other chapter's, all."""

    ours: int
    allowed: frozenset[int]


@dataclass(frozen=True, slots=True)
class Facts:
    """A value, so that what was found in a line stands as long as the facts are equal.

    Attributes:
        forces: names of the forces that answer.
        body_title: title of the body, such as "Police and Crime Commissioner".
        body_short: its short form, such as "PCC".
        holders: names of those who hold the body's office.
        chief_officers: names of the chief officers.
        inspectorates: the inspectorates that the record prints.
        published_on: when the report was published.
        headings: what the record prints as headings over its texts, in small letters.
        counts: by the name of the kind of finding.
        regional: whether a finding of another chapter than the force's is recorded.
        short_forms: acronyms that titles and names of the record hold, or that its findings use, and need no explaining.
        language: that of words which name none.
    """

    forces: tuple[str, ...]
    body_title: str
    body_short: str
    holders: tuple[str, ...]
    chief_officers: tuple[str, ...]
    chief_officer_title: str
    inspectorates: tuple[str, ...]
    published_on: date | None
    headings: frozenset[str]
    counts: tuple[tuple[str, Counts], ...]
    regional: bool
    short_forms: frozenset[str]
    language: str = "en-GB"

    def count(self, kind: str) -> Counts:
        """Return the counts of a kind: "area_for_improvement", "recommendation" or "cause_of_concern"."""
        return dict(self.counts)[kind]


def facts_of(record: Record) -> Facts:
    """Return what the rules on words know of a record."""
    office, inspection = record.office, record.inspection
    joint = office.joint_with
    return Facts(
        forces=_named(office.force, *(each.force for each in joint)),
        body_title=office.body_title,
        body_short=office.body_short or _SHORT.get(office.body_title, ""),
        holders=_named(office.holder, *(each.holder for each in joint)),
        chief_officers=_named(office.chief_officer, *(each.chief_officer for each in joint)),
        chief_officer_title=office.chief_officer_title,
        inspectorates=_named(inspection.inspectorate, *inspection.also_inspectorates),
        published_on=inspection.published_on,
        headings=_headings(record),
        counts=tuple((kind.value, _counts(record, kind)) for kind in _COUNTED),
        regional=any(not concerns_this_force(record, each) for each in record.findings),
        short_forms=_short_forms(record),
        language=record.language,
    )


def _short_forms(record: Record) -> frozenset[str]:
    """What stands in capitals in titles and names: the reader has just read it there."""
    office, inspection = record.office, record.inspection
    names = [office.body_title, office.body_short, office.chief_officer_short, office.force, inspection.title, inspection.inspectorate]
    names += [*inspection.also_inspectorates, *(each.heading for each in record.findings)]
    names += _SHORT.values() if office.body_short in _SHORT.values() else ()
    names += [name for each in office.joint_with for name in (each.body_short, each.body_title, each.force)]
    return frozenset(name for words in names for name in _CAPITALS.findall(words))


_CAPITALS = re.compile(r"\b[A-Z0-9]*[A-Z][A-Z0-9]*[A-Z][A-Z0-9]*\b")
_SHORT = {"Police and Crime Commissioner": "PCC", "Police, Fire and Crime Commissioner": "PFCC"}
_COUNTED = (FindingKind.AREA_FOR_IMPROVEMENT, FindingKind.RECOMMENDATION, FindingKind.CAUSE_OF_CONCERN)


def _named(*names: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for name in names if name.strip()))


def _headings(record: Record) -> frozenset[str]:
    from ..domain.titles import bodies_title, body_title, chief_officer_title, possessive

    office = record.office
    owners = {body_title(record), bodies_title(record), chief_officer_title(record), office.body_short, office.chief_officer_short} - {""}
    parts = ("initial response", "response", "overall comments", "comments")
    fixed = {"summary of inspection", "recommendations", "causes of concern", "areas for improvement", "answer to each finding"}
    fixed |= {"innovative and promising practice", "recommendations made to others"}
    return frozenset(
        {f"{possessive(owner)} {part}".lower() for owner in owners for part in parts} | set(parts) - {"response", "comments"} | fixed
    )


def _counts(record: Record, kind: FindingKind) -> Counts:
    kinds = (kind, FindingKind.ACCELERATED_CAUSE_OF_CONCERN) if kind is FindingKind.CAUSE_OF_CONCERN else (kind,)
    found = [each for each in record.findings if each.kind in kinds]
    ours = printed(record, *kinds)
    chapters = {each.scope: sum(other.scope == each.scope for other in found) for each in found}
    of_causes = [sum(each.parent == cause.id for each in found) for cause in record.findings if cause.kind.is_cause]
    single = sum(each.parent is None for each in ours)
    allowed = {len(ours), len(found), len(found) - len(ours), single, *chapters.values(), *of_causes}
    allowed |= {each.number for each in record.inspection.stated_counts if _speaks_of(each.what, kind)}
    return Counts(len(ours), frozenset(allowed))


def _speaks_of(what: str, kind: FindingKind) -> bool:
    plain = what.lower().replace("_", " ")
    return {"area": "improvement", "reco": "recommendation", "caus": "concern"}[kind.value[:4]] in plain
