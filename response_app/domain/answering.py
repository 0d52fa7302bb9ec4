"""Which findings have their answer, in one place for the list of records, the checks and the pages (answers to findings)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from .finding import Finding, FindingKind
from .record import Record
from .richtext import is_blank
from .selection import made_to_others, printed, to_answer

_TO_BE_ANSWERED = tuple(kind for kind in FindingKind if kind is not FindingKind.PROMISING_PRACTICE)


@dataclass(frozen=True, slots=True)
class Answering:
    """What counting has to know of a finding.

    Attributes:
        id: of the finding.
        is_cause: whether recommendations can stand under it.
        parent: id of its cause of concern, or None.
        answered_with: id of the finding that it is answered with, or None.
        to_answer: whether it needs an answer.
        has_words: whether one of its own actions has words.
        begun: whether an answer to it has been begun, with words or without.
    """

    id: str
    is_cause: bool
    parent: str | None
    answered_with: str | None
    to_answer: bool
    has_words: bool
    begun: bool


def has_words(finding: Finding) -> bool:
    """Tell whether one of a finding's own actions has words."""
    return any(not is_blank(action.text) for action in finding.action)


def answering(record: Record) -> tuple[Answering, ...]:
    """Return what counting has to know of each finding."""
    needed = {each.id for each in to_answer(record)}
    return tuple(
        Answering(
            each.id,
            each.kind.is_cause,
            each.parent,
            each.answered_with,
            each.id in needed,
            has_words(each),
            bool(each.action or each.answered_with),
        )
        for each in record.findings
    )


def answer_or_reason(record: Record) -> tuple[Finding, ...]:
    """Return the findings that need an answer or, where they are for others, the reason that is printed in its place."""
    wanted = {each.id for each in (*printed(record, *_TO_BE_ANSWERED), *made_to_others(record))}
    return tuple(each for each in record.findings if each.id in wanted)


def needs_reason(record: Record, finding: Finding) -> bool:
    """Tell whether the record prints a reason in the place of an answer to a finding."""
    answers = {each.id for each in to_answer(record)}
    return any(each.id == finding.id and each.id not in answers for each in answer_or_reason(record))


def served_by(record: Record, finding_id: str) -> tuple[Finding, ...]:
    """Return the other findings that the answer to this one answers too, directly or by one that is answered with it."""
    served: dict[str, Finding] = {}
    waiting = [finding_id]
    while waiting:
        at = waiting.pop()
        for each in record.findings:
            if each.answered_with == at and each.id not in served and each.id != finding_id:
                served[each.id] = each
                waiting.append(each.id)
    return tuple(each for each in record.findings if each.id in served)


def answered(record: Record) -> frozenset[str]:
    """Return the ids of the findings of `record` that need an answer and have one."""
    return answered_among(answering(record))


def count(findings: Iterable[Answering]) -> tuple[int, int]:
    """Return how many findings need an answer and how many of these have one."""
    known = tuple(findings)
    return sum(each.to_answer for each in known), len(answered_among(known))


def in_draft(findings: Iterable[Answering]) -> int:
    """Return how many findings need an answer and have one that is begun, but has no words of ours yet."""
    known = tuple(findings)
    done = answered_among(known)
    return sum(each.to_answer and each.begun and each.id not in done for each in known)


def answered_among(findings: Iterable[Answering]) -> frozenset[str]:
    """Return the ids of those that need an answer and have one.

    A finding has an answer when one of its actions, or of those of the finding that it is answered with, has words;
    a cause of concern also when all its recommendations that need an answer have one.
    """
    by_id = {each.id: each for each in findings}
    needed = [each for each in by_id.values() if each.to_answer]
    answered = {each.id for each in needed if _has_words(each, by_id)}
    for cause in (each for each in needed if each.is_cause):
        below = [each.id for each in needed if each.parent == cause.id]
        if below and answered.issuperset(below):
            answered.add(cause.id)
    return frozenset(answered)


def _has_words(finding: Answering, by_id: dict[str, Answering]) -> bool:
    seen: set[str] = set()
    each: Answering | None = finding
    while each is not None and each.id not in seen:
        if each.has_words:
            return True
        seen.add(each.id)
        each = by_id.get(each.answered_with or "")
    return False
