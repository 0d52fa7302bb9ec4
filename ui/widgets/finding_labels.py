"""Findings in few words, and how far their answers are (guided sections, answers)."""

from __future__ import annotations

from enum import Enum

from response_app.domain.answering import answered
from response_app.domain.dates import in_words
from response_app.domain.finding import Due, DueKind, Finding, FindingKind
from response_app.domain.record import Record
from response_app.domain.selection import numbers

from .basics import BadgeKind
from .typed_dates import period_in_words

_SHORT = {FindingKind.AREA_FOR_IMPROVEMENT: "AFI", FindingKind.PROMISING_PRACTICE: "Promising practice"}


class AnswerState(Enum):
    """How far the commissioner's answer to a finding is; the value is its words and the colour of its badge."""

    ANSWERED = ("Answered", "green")
    DRAFT = ("Draft", "blue")
    NOT_STARTED = ("Not started", "grey")

    @property
    def words(self) -> str:
        """The state in words."""
        return self.value[0]

    @property
    def badge(self) -> BadgeKind:
        """The colour of its badge."""
        return self.value[1]


def short_kind(kind: FindingKind) -> str:
    """Return a kind in few words, such as "AFI"."""
    return _SHORT.get(kind, kind.words)


def short_labels(record: Record) -> dict[str, str]:
    """Return every finding's kind and number in few words by its id, such as "AFI 2"."""
    counted = numbers(record)
    return {each.id: f"{short_kind(each.kind)} {counted[each.id]}" for each in record.findings}


def answer_states(record: Record) -> dict[str, AnswerState]:
    """Return how far the answer to each finding is, by its id: a draft is begun, but has no words of ours yet."""
    done = answered(record)

    def state(finding: Finding) -> AnswerState:
        if finding.id in done:
            return AnswerState.ANSWERED
        return AnswerState.DRAFT if finding.action or finding.answered_with else AnswerState.NOT_STARTED

    return {each.id: state(each) for each in record.findings}


def time_limit(due: Due) -> str:
    """Return a time limit in the inspectors' words where there are some, else in ours."""
    if due.text:
        return due.text[:1].lower() + due.text[1:]
    if due.date is not None:
        return f"by {in_words(due.date)}"
    return {DueKind.IMMEDIATELY: "immediately", DueKind.WITHIN: f"within {period_in_words(due.within)}"}.get(due.kind, "no time limit")
