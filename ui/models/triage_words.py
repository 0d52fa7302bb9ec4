"""What the page of a report says of each finding and field, in words (report in)."""

from __future__ import annotations

from collections.abc import Sequence

from response_app.domain.dates import in_words
from response_app.domain.finding import Applies, FindingKind
from response_app.domain.inspection import Inspection, Judgement
from response_app.domain.richtext import plain
from response_app.intake.proposal import Confidence, Proposal, ProposedFinding, ScopeKind
from response_app.intake.triage import Row, Triage, counts

from ..widgets.basics import BadgeKind
from .findings_model import due_words

SURE: dict[Confidence, tuple[str, BadgeKind]] = {
    Confidence.SURE: ("Sure", "green"),
    Confidence.CHECK: ("Check", "amber"),
    Confidence.UNSURE: ("Unsure", "red"),
}
SCOPES = (
    (ScopeKind.THIS_FORCE, "This force"),
    (ScopeKind.REGION, "The region"),
    (ScopeKind.OTHER_FORCE, "Another force"),
    (ScopeKind.NATIONAL, "All forces"),
    (ScopeKind.UNKNOWN, "Not known"),
)
APPLIES = (
    (Applies.UNDECIDED, "Undecided"),
    (Applies.YES, "Yes"),
    (Applies.JOINTLY, "Jointly"),
    (Applies.NO, "No"),
)
_SCOPE_WORDS = dict(SCOPES)
_APPLIES_WORDS = {Applies.UNDECIDED: "Not decided", Applies.YES: "Yes", Applies.JOINTLY: "Jointly", Applies.NO: "No"}
_SHORT = {
    FindingKind.AREA_FOR_IMPROVEMENT: "AFI",
    FindingKind.RECOMMENDATION: "Recommendation",
    FindingKind.CAUSE_OF_CONCERN: "Cause of concern",
    FindingKind.ACCELERATED_CAUSE_OF_CONCERN: "Accelerated cause of concern",
    FindingKind.PROMISING_PRACTICE: "Promising practice",
}
NO_SENTENCE = "No sentence yet"


def kind_words(kind: FindingKind) -> str:
    """Return the short name of a kind."""
    return _SHORT[kind]


def for_words(proposed: ProposedFinding) -> str:
    """Return for whom a finding is: the chapter's name where it has one, else "This force" and so on."""
    return proposed.finding.scope or _SCOPE_WORDS[proposed.scope_kind]


def applies_words(applies: Applies) -> str:
    """Return in a word or two whether a finding applies."""
    return _APPLIES_WORDS[applies]


def facts(row: Row) -> str:
    """Return the quiet line of a finding: place, how much evidence, time limit, for whom."""
    finding = row.finding
    count = len(plain(finding.evidence).split())
    evidence = f"{count:,} {'word' if count == 1 else 'words'} of evidence" if count else "no evidence"
    due = due_words(finding.due)
    parts = [row.proposed.span.words or "added by you", evidence, due[:1].lower() + due[1:] if due else "no date"]
    if row.proposed.scope_kind is not ScopeKind.THIS_FORCE:
        parts.append(f"for {for_words(row.proposed)}" if finding.scope else _SCOPE_WORDS[row.proposed.scope_kind].lower())
    if row.same_as:
        parts.append("its earlier answer comes as a draft")
    return " · ".join(parts)


def chip(row: Row) -> tuple[str, BadgeKind]:
    """Return the badge of a finding: for another force, or how sure it is where that is worth a look; "" for none."""
    if row.proposed.scope_kind is ScopeKind.OTHER_FORCE:
        return "Other force", "grey"
    return ("", "grey") if row.proposed.confidence is Confidence.SURE else SURE[row.proposed.confidence]


def spoken(row: Row) -> str:
    """Return a finding for a screen reader."""
    said = "taken" if row.taken else "left out"
    badge = chip(row)[0]
    why = row.proposed.why if badge and row.proposed.why else ""
    parts = (said, kind_words(row.finding.kind), row.finding.heading or NO_SENTENCE, facts(row), badge, why)
    return ", ".join(each for each in parts if each)


def count_line(triage: Triage, proposal: Proposal) -> str:
    """Return "3 for this force (the report states 3), 2 for the region, 7 for others"."""
    found = counts(triage)
    kinds = {each.value for each in FindingKind}
    stated = [each.value.number for each in proposal.stated_counts if each.value.what in kinds]
    here = f"{found.get(ScopeKind.THIS_FORCE, 0)} for this force"
    if stated:
        here += f" (the report states {sum(stated)})"
    parts = [here]
    for kind, words in (
        (ScopeKind.REGION, "for the region"),
        (ScopeKind.NATIONAL, "for all forces"),
        (ScopeKind.UNKNOWN, "for nobody named"),
        (ScopeKind.OTHER_FORCE, "for others"),
    ):
        if found.get(kind):
            parts.append(f"{found[kind]} {words}")
    return ", ".join(parts)


def judgement_rows(inspection: Inspection, forces: Sequence[str], lost: bool) -> list[tuple[str, str, int | None]]:
    """Return field, grade and the judgement's number for each grade, and "No grade found" for what has none.

    Args:
        inspection: as it would be saved.
        forces: the forces that have a chapter of their own.
        lost: whether the report holds grades that its text does not.
    """
    one = len({each.scope for each in inspection.judgements}) < 2 and not forces
    rows: list[tuple[str, str, int | None]] = [
        (_grade_field(each, one), each.grade.words if each.grade else "Ungraded", number)
        for number, each in enumerate(inspection.judgements)
    ]
    graded = {each.scope for each in inspection.judgements}
    rows += [(f"Grade, {force}", "No grade found", None) for force in forces if force not in graded]
    if not rows or (lost and all(number is not None for _, _, number in rows)):
        rows.append(("Grade" if not rows else "Other grades", "No grade found", None))
    return rows


def _grade_field(judgement: Judgement, one: bool) -> str:
    named = [each for each in ("" if one else judgement.scope, judgement.area) if each]
    return ", ".join(["Grade", *named]) if named else "Grade"


def day_words(inspection: Inspection) -> str:
    """Return the day of publication, or that none was found."""
    return in_words(inspection.published_on) if inspection.published_on else "No date found"
