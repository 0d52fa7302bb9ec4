"""Report in: the findings of a published record, and what was answered to each."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from ...domain.canonical import canonical, from_plain
from ...domain.finding import Action, ActionKind, Applies, ChiefAnswer, Finding, FindingKind
from ...domain.richtext import RichText
from ..blocks import BlockKind
from ..finder.addressees import addressees_of
from ..finder.due import DAY, day_of, due_of
from ..proposal import Confidence, ProposedFinding, ScopeKind, Span
from ..sentences import first_sentence
from .parts import FINDING_PARTS, Part, Parts, Piece, mended, text_of

_KINDS = {
    Part.RECOMMENDATIONS: FindingKind.RECOMMENDATION,
    Part.CAUSES: FindingKind.CAUSE_OF_CONCERN,
    Part.AREAS: FindingKind.AREA_FOR_IMPROVEMENT,
    Part.PRACTICE: FindingKind.PROMISING_PRACTICE,
}
_NAMES = {
    "area for improvement": FindingKind.AREA_FOR_IMPROVEMENT,
    "afi": FindingKind.AREA_FOR_IMPROVEMENT,
    "recommendation": FindingKind.RECOMMENDATION,
    "cause of concern": FindingKind.CAUSE_OF_CONCERN,
    "accelerated cause of concern": FindingKind.ACCELERATED_CAUSE_OF_CONCERN,
    "innovative practice": FindingKind.PROMISING_PRACTICE,
    "promising practice": FindingKind.PROMISING_PRACTICE,
}
_LABEL = re.compile(
    rf"(?P<kind>{'|'.join(sorted(_NAMES, key=len, reverse=True))})\b\s*(?P<number>\d{{1,3}})?\s*[:.–-]?\s*(?P<rest>.*)",
    re.IGNORECASE | re.DOTALL,
)
_NUMBERED = re.compile(r"(?P<number>\d{1,3})[.)]\s+(?P<rest>\S.*)", re.DOTALL)
_NONE_MADE = re.compile(r"(?:none(?: made)?|not applicable|n/?a|see causes of concern|no .{0,40} (?:made|given))[. ]*", re.IGNORECASE)
_ACCELERATED = re.compile(r"\(?\baccelerated\b\)?", re.IGNORECASE)
_MADE_TO = re.compile(r"(?:made|addressed) to:\s*(?P<whom>.+?)\.?", re.IGNORECASE)
_LIMIT = re.compile(r"time limit:\s*(?P<limit>.+)", re.IGNORECASE)
_COMMENT = re.compile(r".{2,80}(?:['’]s?|s) comments?", re.IGNORECASE)
_ACTION = re.compile(
    r".{2,80}(?:['’]s?|s) (?:(?P<no>reasons? for (?:taking )?no action)|(?:action|response)s?(?:,\s*(?P<kind>taken|proposed|none))?.*)",
    re.IGNORECASE,
)
_OWNER = re.compile(rf"(?:owner:\s*(?P<owner>.+?)\.?)?(?:\s*target:\s*(?P<target>{DAY})\.?)?", re.IGNORECASE)


@dataclass(slots=True)
class _Draft:
    """A finding while its pieces are gathered."""

    kind: FindingKind
    number: str
    head: Piece | None
    parent: int | None = None
    rest: list[Piece] = field(default_factory=list)
    whom: tuple[str, ...] = ()
    limit: str = ""


def findings_of(parts: Parts) -> tuple[ProposedFinding, ...]:
    """Return the findings, each with its evidence and, where the record answers them one by one, with its answers."""
    drafts: list[_Draft] = []
    for part in FINDING_PARTS:
        _gather(mended(parts.of(part)), _KINDS[part], drafts)
    proposed = [_proposed(number, each) for number, each in enumerate((each for each in drafts if each.head), 1)]
    return tuple(_with_answers(proposed, mended(parts.of(Part.ANSWERS))))


def _gather(pieces: Sequence[Piece], kind: FindingKind, drafts: list[_Draft]) -> None:
    """Divide a part into findings: at a label, a numbered heading, or an item of a list without labels."""
    labelled = any(_LABEL.match(piece.text) or (piece.kind is BlockKind.HEADING and _NUMBERED.match(piece.text)) for piece in pieces)
    waiting: _Draft | None = None
    start = len(drafts)
    for piece in pieces:
        if _NONE_MADE.fullmatch(piece.text):
            continue
        begun = _begun(piece, kind, labelled=labelled)
        if begun:
            waiting = begun
            waiting.parent = _cause_over(drafts, start, begun, kind)
            drafts.append(begun)
        elif waiting is None:
            waiting = _Draft(kind, "", piece)
            drafts.append(waiting)
        elif waiting.head is None:
            waiting.head = piece
        else:
            _add(waiting, piece)


def _begun(piece: Piece, kind: FindingKind, *, labelled: bool) -> _Draft | None:
    """The finding that begins with this piece, None when it belongs to the one before."""
    found = _LABEL.fullmatch(piece.text)
    if found and (piece.kind is not BlockKind.ITEM) and _is_label(found):
        named = _NAMES[found["kind"].casefold()]
        rest = found["rest"].strip()
        return _Draft(named, found["number"] or "", replace(piece, text=rest) if rest else None)
    numbered = (
        _NUMBERED.fullmatch(f"{piece.marker} {piece.text}".strip()) if piece.kind is not BlockKind.PARAGRAPH or not labelled else None
    )
    if numbered and (piece.kind is BlockKind.HEADING or not labelled):
        return _Draft(kind, numbered["number"], replace(piece, text=numbered["rest"], marker=""))
    if not labelled and piece.kind is BlockKind.ITEM and piece.level <= 1:
        return _Draft(kind, "", piece)
    return None


def _is_label(found: re.Match[str]) -> bool:
    """Whether the words before are a label and not the beginning of a sentence ("Recommendation 4 was closed")."""
    rest = found["rest"].strip()
    return not rest or rest[0].isupper() or rest[0] in "“‘\"'("


def _cause_over(drafts: Sequence[_Draft], start: int, begun: _Draft, kind: FindingKind) -> int | None:
    """The place of the cause that a recommendation stands under."""
    if begun.kind is not FindingKind.RECOMMENDATION or not kind.is_cause:
        return None
    return next((at for at in range(len(drafts) - 1, start - 1, -1) if drafts[at].kind.is_cause), None)


def _add(draft: _Draft, piece: Piece) -> None:
    whom, limit = _MADE_TO.fullmatch(piece.text), _LIMIT.fullmatch(piece.text)
    if whom:
        draft.whom = (whom["whom"],)
    elif limit:
        draft.limit = limit["limit"].rstrip(".")
    else:
        draft.rest.append(piece)


def _proposed(number: int, draft: _Draft) -> ProposedFinding:
    assert draft.head
    sentence, more = first_sentence(_ACCELERATED.sub("", draft.head.text).strip() if draft.kind.is_cause else draft.head.text)
    kind = draft.kind
    if kind is FindingKind.CAUSE_OF_CONCERN and _ACCELERATED.search(draft.head.text[:40]):
        kind = FindingKind.ACCELERATED_CAUSE_OF_CONCERN
    rest = [replace(draft.head, text=more, kind=BlockKind.PARAGRAPH), *draft.rest] if more else draft.rest
    finding = Finding(
        f"f{number}",
        kind,
        None if draft.parent is None else f"f{draft.parent + 1}",
        number=draft.number,
        heading=sentence,
        wording=from_plain(sentence),
        evidence=text_of(rest),
        addressed_to=draft.whom or (() if kind.is_cause or kind is FindingKind.PROMISING_PRACTICE else addressees_of(sentence)),
        applies=Applies.YES,
        due=due_of(draft.limit or sentence, None),
    )
    evidence = Span(rest[0].span.page, rest[0].span.first, rest[-1].span.last) if rest else None
    certain = draft.head.kind is not BlockKind.PARAGRAPH or bool(draft.rest or draft.number)
    sure = Confidence.SURE if certain else Confidence.CHECK
    why = "" if certain else "It stands in the record without a heading of its own."
    return ProposedFinding(finding, draft.head.span, evidence, sure, why, ScopeKind.THIS_FORCE)


def _with_answers(proposed: list[ProposedFinding], pieces: Iterable[Piece]) -> list[ProposedFinding]:
    """The findings with their answers, which stand under each finding's own heading."""
    at: int | None = None
    now: list[Piece] = []
    gathered: dict[int, list[tuple[str, list[Piece]]]] = {}
    for piece in pieces:
        found = _answered(piece, proposed)
        if found is not None:
            at = found
            gathered.setdefault(at, [])
        elif at is not None and (_COMMENT.fullmatch(piece.text) or _ACTION.fullmatch(piece.text)) and len(piece.text) < 120:
            now = []
            gathered[at].append((piece.text, now))
        elif at is not None and gathered.get(at):
            now.append(piece)
    answered = [_answered_by(each, gathered.get(number, [])) for number, each in enumerate(proposed)]
    return _in_order(answered, list(gathered) if len(gathered) == len(proposed) else range(len(proposed)))


def _in_order(proposed: Sequence[ProposedFinding], order: Sequence[int]) -> list[ProposedFinding]:
    """The findings in the order of the answers, which is that of the record; its list of findings has them kind by kind."""
    names = {proposed[at].finding.id: f"f{number}" for number, at in enumerate(order, start=1)}
    return [
        replace(each, finding=replace(each.finding, id=names[each.finding.id], parent=each.finding.parent and names[each.finding.parent]))
        for each in (proposed[at] for at in order)
    ]


def _answered(piece: Piece, proposed: Sequence[ProposedFinding]) -> int | None:
    """Which finding a heading of the answers names, None when it names none."""
    found = _LABEL.fullmatch(piece.text)
    if not found or piece.kind is BlockKind.ITEM:
        return None
    words = found["rest"].strip().rstrip(".").casefold()
    for number, each in enumerate(proposed):
        if words and each.finding.heading.rstrip(".").casefold() == words:
            return number
    return None


def _answered_by(proposed: ProposedFinding, answers: Sequence[tuple[str, list[Piece]]]) -> ProposedFinding:
    finding = proposed.finding
    for label, pieces in answers:
        text, owner, target = _answer(pieces)
        if _COMMENT.fullmatch(label):
            finding = replace(finding, chief=ChiefAnswer(canonical((*finding.chief.text, *text)), owner, target))
        else:
            found = _ACTION.fullmatch(label)
            said = "" if found is None else "none" if found["no"] else found["kind"]
            kind = ActionKind((said or "taken").casefold())
            finding = replace(finding, action=(*finding.action, Action(kind, text, owner, target)))
    return replace(proposed, finding=finding)


def _answer(pieces: Sequence[Piece]) -> tuple[RichText, str, date | None]:
    """An answer's words, its owner and its target date, which stand in a line of their own at its end."""
    found = _OWNER.fullmatch(pieces[-1].text) if pieces and pieces[-1].text else None
    if not found:
        return text_of(pieces), "", None
    return text_of(pieces[:-1]), found["owner"] or "", day_of(found) if found["target"] else None
