"""The answers: one to each finding, and the recommendations that others answer (record out)."""

from __future__ import annotations

from datetime import date

from ..domain.dates import in_words
from ..domain.fields import fill
from ..domain.finding import Action, ActionKind, Applies, Finding, FindingKind
from ..domain.record import Record
from ..domain.richtext import RichText, Run, Runs, is_blank, paragraphs
from ..domain.selection import made_to_others, numbers, printed, stands_among_answers, to_answer
from ..domain.titles import body_has, body_in_a_sentence, chief_officer_title, in_a_row, possessive, the_body
from .nodes import EMPTY_CELL, Writer
from .tree import Role, Table

_ACTIONS = {
    ActionKind.TAKEN: "action, taken",
    ActionKind.PROPOSED: "action, proposed",
    ActionKind.NONE: "reasons for taking no action",
}


def write(out: Writer, record: Record) -> None:
    """Write "Answer to each finding" and "Recommendations made to others" (Police Act 1996 s.55(5), (5B))."""
    out.heading(2, "Answer to each finding")
    counted = numbers(record)
    names = {each.id: f"{each.kind.words} {counted[each.id]}" for each in record.findings}
    found = [each for each in printed(record, *FindingKind) if stands_among_answers(each)]
    if found:
        _which_part(out, record)
        for finding in found:
            _answer(out, record, finding, names)
    else:
        out.fixed("No findings need an answer.")
    others = made_to_others(record)
    if others:
        out.heading(2, "Recommendations made to others")
        out.add(_others(out, record, others))
        for finding in others:
            if not is_blank(finding.chief.text):  # all comments that the chief officer submitted are published, s.55(5)(b)
                out.heading_with(3, f"{names[finding.id]}: ", finding.heading or "Not yet written")
                _comment(out, record, finding)


def _which_part(out: Writer, record: Record) -> None:
    ours, theirs = possessive(the_body(record)), possessive(chief_officer_title(record))
    out.fixed(
        f"{_capital(ours)} actions below are part of {ours} comments (Police Act 1996, section 55(5)(a)); "
        f"the {theirs} comments are part of the {theirs} response (section 55(5)(b))."
    )


def _answer(out: Writer, record: Record, finding: Finding, names: dict[str, str]) -> None:
    out.heading_with(3, f"{names[finding.id]}: ", finding.heading or "Not yet written")
    if finding.applies is Applies.NO:
        out.heading(4, "Why this does not apply")
        out.text(finding.reason, 4, or_else="Reason not yet given.")
    elif finding.applies is Applies.JOINTLY and not is_blank(finding.reason):
        out.heading(4, "Answered jointly")
        out.text(finding.reason, 4)
    if not is_blank(finding.chief.text):
        _comment(out, record, finding)
    written = [action for action in finding.action if not is_blank(action.text)]
    for action in written:
        _action(out, record, action)
    if finding.answered_with is not None:
        out.fixed(f"Answered together with {_in_a_sentence(names[finding.answered_with])}.")
    elif not written and finding.applies is not Applies.NO and finding.kind is not FindingKind.PROMISING_PRACTICE:
        _unanswered(out, record, finding)


def _comment(out: Writer, record: Record, finding: Finding) -> None:
    out.heading(4, f"{possessive(chief_officer_title(record))} comment")
    out.text(finding.chief.text, 4)
    _owner_and_target(out, finding.chief.owner, finding.chief.target_on)


def _action(out: Writer, record: Record, action: Action) -> None:
    out.heading(4, f"{possessive(body_in_a_sentence(record))} {_ACTIONS[action.kind]}")
    out.text(action.text, 4)
    _owner_and_target(out, action.owner, action.target_on)


def _owner_and_target(out: Writer, owner: str, target: date | None) -> None:
    parts = [f"Owner: {owner}." if owner else "", f"Target: {in_words(target)}." if target else ""]
    line = " ".join(part for part in parts if part)
    if line:
        out.fixed(line, Role.DETAIL)


def _unanswered(out: Writer, record: Record, finding: Finding) -> None:
    """A cause of concern is answered by its recommendations; anything else says that it has no answer."""
    below = [each for each in to_answer(record) if each.parent == finding.id]
    if finding.kind.is_cause and below:
        out.fixed("Answered under its recommendations, which follow.")
    else:
        out.fixed(f"{_capital(the_body(record))} {body_has(record)} not answered this finding.")


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _in_a_sentence(name: str) -> str:
    return name[:1].lower() + name[1:]


def _others(out: Writer, record: Record, others: tuple[Finding, ...]) -> Table:
    header = tuple(out.fixed_cell(words) for words in ("Number", "Recommendation", "Made to", "Reason"))
    counted = numbers(record)
    rows = tuple(
        (
            (Run(counted[each.id]),),
            (Run(each.heading),) if each.heading else EMPTY_CELL,
            (Run(in_a_row(list(each.addressed_to)) or each.scope),) if each.addressed_to or each.scope else out.fixed_cell("Not stated"),
            out.fixed_cell("Not yet given") if is_blank(each.reason) else _one_cell(fill(each.reason, record)),
        )
        for each in others
    )
    return Table(header, rows, (0.11, 0.38, 0.21, 0.30))


def _one_cell(text: RichText) -> Runs:
    """A text in one cell: its paragraphs on lines of their own."""
    runs: list[Run] = []
    for each in paragraphs(text):
        if each:
            runs += [Run("\n"), *each] if runs else list(each)
    return tuple(runs)
