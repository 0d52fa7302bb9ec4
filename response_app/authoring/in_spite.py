"""Use case: a named person decides to publish in spite of a rule of the law or the office (checks, record out)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from ..domain.changes import Changes
from ..domain.record import Record
from ..domain.response import Decision, DecisionKind
from ..errors import AppError
from ..store.work import Work
from .editing import edit
from .judging import judge
from .office_rules import rules_off
from .publish import complete
from .who_did import excepted_act


def publish_in_spite(work: Work, record_id: str, by: str, role: str, on: date, reason: str) -> Changes:
    """Keep that somebody passes what the law and the office's rules ask for and the record lacks, for these words alone.

    Args:
        work: the unit of work.
        record_id: the record.
        by: who decides.
        role: in which post.
        on: the day, for which the record is checked.
        reason: why; it is kept in the record and shown in the register, never printed.

    Raises:
        KeyError: there is no such record.
        FileRefused: it is not said who decides, in which post, or why.
        AppError: nothing stops publication that a decision could pass.
    """

    def change(record: Record) -> Record:
        decision = Decision(
            what=DecisionKind.PUBLISHED_WITH_EXCEPTION, by=by.strip(), role=role.strip(), on=on, reason=reason.strip(), how="in the app"
        )
        whole, passed = complete(record, decision, judge(record, final=True, today=on, off=rules_off(work)))
        if not passed:
            raise AppError("No decision can pass what stops publication here.", "What is wrong has to be put right in the record.")
        return replace(record, state=replace(record.state, decisions=(*record.state.decisions, whole)))

    return replace(edit(work, record_id, "publish in spite of a rule", change), act=excepted_act(by, role))
