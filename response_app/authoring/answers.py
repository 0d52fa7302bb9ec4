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

_KINDS = {ActionKind.TAKEN: "action taken", ActionKind.PROPOSED: "action proposed", ActionKind.NONE: "no action, and why"}


def change_chief_details(work: Work, record_id: str, finding_id: str, owner: str, target_on: date | None) -> Changes:
    """Set owner and target date beside the chief officer's comment.

    Raises:
        KeyError: there is no such record or finding.
    """

    def change(finding: Finding) -> Finding:
        return replace(finding, chief=ChiefAnswer(finding.chief.text, owner, target_on))

    before = work.records.get(record_id).finding(finding_id).chief
    return edit_finding(work, record_id, finding_id, f"change chief officer’s {_changed(before, owner, target_on)}", change)


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
    name = "" if text else f"add {_KINDS[kind]}"
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

    before = work.records.get(record_id).finding(finding_id).action[index]
    name = f"change {_changed(before, owner, target_on)} of answer {index + 1}"
    if before.kind is not kind:
        name = f"change answer {index + 1} to {_KINDS[kind]}"
    return edit_finding(work, record_id, finding_id, name, change)


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

    return edit_finding(work, record_id, finding_id, f"remove answer {index + 1}", change)


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
    name = "answer by itself" if with_finding is None else "answer together with another finding"
    return edit_finding(work, record_id, finding_id, name, lambda finding: replace(finding, answered_with=with_finding))


def _changed(before: ChiefAnswer | Action, owner: str, target_on: date | None) -> str:
    """Say which of the two is another than before."""
    if before.target_on == target_on:
        return "owner"
    return "target date" if before.owner == owner else "owner and target date"
