"""Rules on the answer to each finding: the law for recommendations, the office's rule for the rest (checks)."""

from __future__ import annotations

from collections.abc import Iterator

from ..domain.answering import answered
from ..domain.finding import Applies, Finding, FindingKind
from ..domain.record import Record
from ..domain.richtext import is_blank
from ..domain.selection import label, made_to_others, printed, to_answer
from .problem import Context, Problem, Severity

_ACT = "Police Act 1996, section 55(5B)"
_UNANSWERED_FIX = "Answer it, or record who decided to publish without an answer, and why."
_CAUSES = (FindingKind.CAUSE_OF_CONCERN, FindingKind.ACCELERATED_CAUSE_OF_CONCERN)


def recommendation_unexplained(record: Record, context: Context) -> Iterator[Problem]:
    """A recommendation for which no action, taken or proposed, is explained, nor why there is none.

    The chief officer's comment alone does not explain the local policing body's own action.
    """
    have_one = answered(record)
    for finding in to_answer(record):
        if finding.kind is FindingKind.RECOMMENDATION and finding.id not in have_one:
            yield Problem(
                "recommendation_unexplained",
                Severity.LAW,
                f"{label(record, finding)} is not explained",
                f"findings[{finding.id}].action",
                fix="Explain the action taken or proposed, or why there is none. The force’s own activity does not answer it.",
                source=_ACT,
            )


def not_applicable_unexplained(record: Record, context: Context) -> Iterator[Problem]:
    """A recommendation made to somebody else, without the reason that is printed for it."""
    for finding in made_to_others(record):
        if is_blank(finding.reason):
            why = "does not apply" if finding.applies is Applies.NO else "is made to others"
            yield Problem(
                "not_applicable_unexplained",
                Severity.LAW,
                f"{label(record, finding)} {why}, but no reason is given",
                f"findings[{finding.id}].reason",
                fix="Say why no action is proposed; “Made to the College of Policing” is enough.",
                source=_ACT,
            )


def afi_unanswered(record: Record, context: Context) -> Iterator[Problem]:
    """An area for improvement or a cause of concern without the local policing body's answer, or why it does not apply."""
    have_one = answered(record)
    for finding in printed(record, FindingKind.AREA_FOR_IMPROVEMENT, *_CAUSES):
        if finding.applies is Applies.NO:
            if is_blank(finding.reason):
                yield _unanswered(record, finding, "does not apply, but no reason is given", "reason", "Say why it does not apply.")
        elif finding.id not in have_one:
            yield _unanswered(record, finding, "has no answer", "action", _UNANSWERED_FIX)


def _unanswered(record: Record, finding: Finding, what: str, key: str, fix: str) -> Problem:
    source = "Office rule: every finding is answered"
    message = f"{label(record, finding)} {what}"
    return Problem("afi_unanswered", Severity.OFFICE_RULE, message, f"findings[{finding.id}].{key}", fix=fix, source=source)
