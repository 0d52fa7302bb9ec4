"""Use cases on the answers to findings: the chief officer's half and the commissioner's (answers to findings)."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from datetime import date

from ..domain.answering import has_words
from ..domain.changes import Changes
from ..domain.finding import Action, ActionKind, Applies, ChiefAnswer, Finding
from ..domain.record import Record
from ..domain.richtext import RichText, is_blank
from ..domain.selection import to_answer
from ..store.work import Work
from .editing import edit, edit_finding

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
    """Let one answer serve this finding and another, or answer this one by itself again (None).

    The one without words is answered with the one that has them: this finding with the other, but the other, with all
    that it is answered with, by this one where only this one has words.

    Raises:
        KeyError: there is no such record or finding.
        ValueError: that would make a ring of findings that answer each other.
    """
    if with_finding is None:
        return edit_finding(work, record_id, finding_id, "answer by itself", lambda finding: replace(finding, answered_with=None))
    record = work.records.get(record_id)
    this, chain = record.finding(finding_id), _chain(record, with_finding)
    if this in chain:
        raise ValueError("two findings cannot each be answered with the other")
    blank, words = this.id, with_finding
    if this.answered_with is None and has_words(this) and not any(has_words(each) for each in chain):
        blank, words = chain[-1].id, this.id
    name = "answer together with another finding"
    return edit_finding(work, record_id, blank, name, lambda finding: replace(finding, answered_with=words))


def _chain(record: Record, finding_id: str) -> list[Finding]:
    """The finding and, one after the other, those with which it is answered."""
    chain: dict[str, Finding] = {}
    at: str | None = finding_id
    while at is not None and at not in chain:
        chain[at] = record.finding(at)
        at = chain[at].answered_with
    return list(chain.values())


def decide_that_they_apply(work: Work, record_id: str, finding_ids: Collection[str]) -> Changes:
    """Say that findings are for this force, as one step; their reasons stay and are printed no longer.

    Raises:
        KeyError: there is no such record or finding.
    """
    name = f"mark {_findings(finding_ids)} as applying"
    return _edit_findings(work, record_id, finding_ids, name, lambda finding: replace(finding, applies=Applies.YES))


def decide_that_they_do_not(work: Work, record_id: str, reasons: Mapping[str, RichText]) -> Changes:
    """Say that findings are for others, with the reason that is printed for each, as one step.

    What was written as an answer stays, and is printed again when they apply again. A reason that gives way to another
    is kept as a version.

    Args:
        work: the unit of work.
        record_id: the record.
        reasons: by the ids of the findings; one without words leaves the reason that is there.

    Raises:
        KeyError: there is no such record or finding.
    """
    new = {each: reason for each, reason in reasons.items() if not is_blank(reason)}

    def change(finding: Finding) -> Finding:
        return replace(finding, applies=Applies.NO, reason=new.get(finding.id, finding.reason))

    def keep(record: Record) -> None:
        if any(not is_blank(record.finding(each).reason) for each in new):
            work.versions.keep(record_id, "before new reasons")

    return _edit_findings(work, record_id, reasons, f"mark {_findings(reasons)} as not applying", change, keep)


def set_owner(work: Work, record_id: str, finding_ids: Collection[str], owner: str) -> Changes:
    """Set who owns the actions on findings, as one step.

    A finding without an action gets a draft of one, proposed; left as they are: one that needs no answer, one that is
    answered with another and has no action of its own, and the reason why there is no action.

    Raises:
        KeyError: there is no such record or finding.
    """
    needed: set[str] = set()

    def look(record: Record) -> None:
        needed.update(each.id for each in to_answer(record))

    def change(finding: Finding) -> Finding:
        if finding.id not in needed:
            return finding
        if not finding.action:
            draft = bool(owner) and finding.answered_with is None
            return replace(finding, action=(Action(ActionKind.PROPOSED, owner=owner),)) if draft else finding
        owned = (each if each.kind is ActionKind.NONE else replace(each, owner=owner) for each in finding.action)
        return replace(finding, action=tuple(owned))

    return _edit_findings(work, record_id, finding_ids, f"set owner of {_findings(finding_ids)}", change, look)


def _edit_findings(
    work: Work,
    record_id: str,
    finding_ids: Collection[str],
    name: str,
    change: Callable[[Finding], Finding],
    look: Callable[[Record], None] = lambda record: None,
) -> Changes:
    """Change findings; `look` sees the record before, so that it is read once."""

    def change_record(record: Record) -> Record:
        wanted = {record.finding(each).id for each in finding_ids}
        look(record)
        return replace(record, findings=tuple(change(each) if each.id in wanted else each for each in record.findings))

    return edit(work, record_id, name, change_record)


def _findings(ids: Collection[str]) -> str:
    return "a finding" if len(ids) == 1 else f"{len(ids)} findings"


def _changed(before: ChiefAnswer | Action, owner: str, target_on: date | None) -> str:
    """Say which of the two is another than before."""
    if before.target_on == target_on:
        return "owner"
    return "target date" if before.owner == owner else "owner and target date"
