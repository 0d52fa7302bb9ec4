"""Use cases on the answers to findings: the chief officer's half and the commissioner's (answers to findings)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from ..domain.changes import Changes
from ..domain.finding import Action, ActionKind, ChiefAnswer, Finding
from ..domain.record import Record
from ..domain.richtext import RichText
from ..store.work import Work
from .editing import edit_finding


def change_chief_details(work: Work, record_id: str, finding_id: str, owner: str, target_on: date | None) -> Changes:
    """Set owner and target date beside the chief officer's comment.

    Raises:
        KeyError: there is no such record or finding.
    """

    def change(finding: Finding) -> Finding:
        return replace(finding, chief=ChiefAnswer(finding.chief.text, owner, target_on))

    return edit_finding(work, record_id, finding_id, "change owner and target", change)


def add_action(
    work: Work,
    record_id: str,
    finding_id: str,
    kind: ActionKind,
    text: RichText = (),
    owner: str = "",
    target_on: date | None = None,
) -> Changes:
    """Add an action; taken and proposed may stand together.

    With `text`, the first words that were typed, it is no decision to undo: the words are undone where they stand.

    Raises:
        KeyError: there is no such record or finding.
    """
    added = Action(kind, text, owner, target_on)
    name = "" if text else "add action"
    return edit_finding(work, record_id, finding_id, name, lambda finding: replace(finding, action=(*finding.action, added)))


def change_action(
    work: Work, record_id: str, finding_id: str, index: int, kind: ActionKind, owner: str = "", target_on: date | None = None
) -> Changes:
    """Set kind, owner and target of one action; its text stays.

    Raises:
        KeyError: there is no such record or finding.
        IndexError: the finding has no such action.
    """

    def change(finding: Finding) -> Finding:
        actions = list(finding.action)
        actions[index] = replace(actions[index], kind=kind, owner=owner, target_on=target_on)
        return replace(finding, action=tuple(actions))

    return edit_finding(work, record_id, finding_id, "change action", change)


def remove_action(work: Work, record_id: str, finding_id: str, index: int) -> Changes:
    """Remove one action with its text.

    Raises:
        KeyError: there is no such record or finding.
        IndexError: the finding has no such action.
    """

    def change(finding: Finding) -> Finding:
        actions = list(finding.action)
        del actions[index]
        return replace(finding, action=tuple(actions))

    return edit_finding(work, record_id, finding_id, "remove action", change)


def answer_together(work: Work, record_id: str, finding_id: str, with_finding: str | None) -> Changes:
    """Let another finding's answer answer this one too, or no longer (None).

    Raises:
        KeyError: there is no such record or finding.
        ValueError: that would make a ring of findings that answer each other.
    """

    def no_ring(record: Record) -> None:
        seen, at = {finding_id}, with_finding
        while at is not None:
            if at in seen:
                raise ValueError("two findings cannot each be answered with the other")
            seen.add(at)
            at = record.finding(at).answered_with

    no_ring(work.records.get(record_id))
    return edit_finding(work, record_id, finding_id, "answer together", lambda finding: replace(finding, answered_with=with_finding))
