"""Report in: what the user makes of a proposal before anything is saved. A value: every step gives another one.

So going back is taking the value before, and nothing that the user does here touches the store.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from ..domain.canonical import canonical
from ..domain.finding import Applies, Finding, FindingKind
from ..domain.inspection import Inspection
from ..domain.richtext import Block, ListBlock, Paragraph, RichText, Run, paragraphs, plain_runs
from .force_names import same_force
from .proposal import Confidence, Proposal, ProposedFinding, ScopeKind, Span
from .sentences import first_sentence
from .transfer import inspection_of

NOWHERE = Span()
"""The place of what the user wrote without the report."""


@dataclass(frozen=True, slots=True)
class Row:
    """One finding in the table.

    Attributes:
        proposed: what is proposed, as the user has changed it.
        taken: whether it goes into the record.
        same_as: the same finding in another record ("record_id#id"), when the user took it for the same; "" otherwise.
    """

    proposed: ProposedFinding
    taken: bool = True
    same_as: str = ""

    @property
    def id(self) -> str:
        """The id of its finding, which stays while the table stands."""
        return self.proposed.finding.id

    @property
    def finding(self) -> Finding:
        """Its finding."""
        return self.proposed.finding


@dataclass(frozen=True, slots=True)
class Triage:
    """The table as it stands: the inspection as it would be saved, and a row for each finding, in the report's order."""

    inspection: Inspection = Inspection()
    rows: tuple[Row, ...] = ()

    def row(self, row_id: str) -> Row:
        """Return the row of a finding; KeyError when there is none."""
        for each in self.rows:
            if each.id == row_id:
                return each
        raise KeyError(row_id)


def begin(proposal: Proposal, force: str) -> Triage:
    """Return the table that a proposal begins with.

    What is for this force or the region, for everybody or for nobody named is taken; what is for another force is not.

    Args:
        proposal: what was found.
        force: the office's force, as its settings name it; "" when they do not.
    """
    placed = [_placed(each, force, is_regional=bool(proposal.forces)) for each in proposal.findings]
    rows = tuple(Row(each, taken=each.scope_kind is not ScopeKind.OTHER_FORCE) for each in placed)
    return Triage(inspection_of(proposal), rows)


def _placed(proposed: ProposedFinding, force: str, *, is_regional: bool) -> ProposedFinding:
    """The finding with whom it is for, seen from this force."""
    finding = proposed.finding
    kind = proposed.scope_kind
    if finding.scope and force and kind in (ScopeKind.THIS_FORCE, ScopeKind.OTHER_FORCE, ScopeKind.UNKNOWN):
        kind = ScopeKind.THIS_FORCE if same_force(finding.scope, force) else ScopeKind.OTHER_FORCE
    elif not finding.scope and not is_regional and kind is ScopeKind.UNKNOWN:
        kind = ScopeKind.THIS_FORCE
    applies = Applies.YES if kind is ScopeKind.THIS_FORCE and finding.applies is Applies.UNDECIDED else finding.applies
    return replace(proposed, finding=replace(finding, applies=applies), scope_kind=kind)


def take(triage: Triage, ids: Iterable[str], taken: bool) -> Triage:
    """Return the table with these findings taken into the record or left out; a cause's recommendations go with it."""
    chosen = set(ids)
    chosen |= {row.id for row in triage.rows if row.finding.parent in chosen}
    return _each(triage, chosen, lambda row: replace(row, taken=taken))


def change(triage: Triage, ids: Iterable[str], **values: Any) -> Triage:
    """Return the table with fields of these findings changed; what the user has said is sure."""
    return _each(triage, set(ids), lambda row: replace(row, proposed=_changed(row.proposed, **values)))


def place(triage: Triage, ids: Iterable[str], scope_kind: ScopeKind, scope: str = "") -> Triage:
    """Return the table with these findings said to be for this force, the region or another force."""
    applies = Applies.YES if scope_kind is ScopeKind.THIS_FORCE else Applies.UNDECIDED

    def said(row: Row) -> Row:
        proposed = replace(_changed(row.proposed, scope=scope, applies=applies), scope_kind=scope_kind)
        return replace(row, taken=scope_kind is not ScopeKind.OTHER_FORCE, proposed=proposed)

    return _each(triage, set(ids), said)


def take_for_same(triage: Triage, row_id: str, same_as: str) -> Triage:
    """Return the table with a finding said to be the same as one in another record ("record_id#id"), or no longer ("")."""
    return _each(triage, {row_id}, lambda row: replace(row, same_as=same_as))


def pieces(finding: Finding) -> tuple[Block, ...]:
    """Return what a finding can be split between: the blocks of its wording and evidence, a list's items one by one."""
    return tuple(piece for block in (*finding.wording, *finding.evidence) for piece in _opened(block))


def split(triage: Triage, row_id: str, at: int) -> Triage:
    """Return the table with a finding split in two: the second begins with piece `at` (from 1) of `pieces`.

    The second finding is of the same kind and stands after the first and its recommendations. No word is lost.

    Raises:
        ValueError: there is no piece to begin with, or none would be left.
    """
    row = triage.row(row_id)
    whole = pieces(row.finding)
    if not 1 <= at < len(whole):
        raise ValueError("a finding is split between two of its pieces")
    kept = len([piece for block in row.finding.wording for piece in _opened(block)])
    first = replace(row.finding, wording=canonical(whole[: min(at, kept)]), evidence=canonical(whole[kept:at] if at > kept else ()))
    second = _made(replace(row.finding, id=_next_id(triage), number="", reference=""), whole[at:])
    rows = []
    for each in triage.rows:
        rows.append(replace(each, proposed=_as_said(each.proposed, first)) if each.id == row_id else each)
    rows.insert(_end_of(rows, row_id), replace(row, proposed=_as_said(row.proposed, second), same_as=""))
    return replace(triage, rows=tuple(rows))


def join(triage: Triage, ids: Sequence[str]) -> Triage:
    """Return the table with these findings made one: the first keeps its sentence, the words of the others become its evidence.

    Raises:
        ValueError: fewer than two findings were given.
    """
    joined = [row for row in triage.rows if row.id in set(ids)]
    if len(joined) < 2:
        raise ValueError("at least two findings are joined")
    first, others = joined[0], joined[1:]
    gone = {row.id for row in others}
    evidence = [*first.finding.evidence]
    for row in others:
        evidence += [*(row.finding.wording or _paragraph(row.finding.heading)), *row.finding.evidence]
    whole = replace(
        first.finding, evidence=canonical(tuple(evidence)), parent=None if first.finding.parent in gone else first.finding.parent
    )
    ends = [span.last for row in joined for span in (row.proposed.span, row.proposed.evidence_span) if span]
    proposed = replace(_as_said(first.proposed, whole), evidence_span=replace(first.proposed.span, last=max(ends)))
    rows = []
    for row in triage.rows:
        if row.id in gone:
            continue
        if row.id == first.id:
            rows.append(replace(first, proposed=proposed))
        elif row.finding.parent in gone:
            rows.append(replace(row, proposed=_changed(row.proposed, parent=first.id)))
        else:
            rows.append(row)
    return replace(triage, rows=tuple(rows))


def add(triage: Triage, kind: FindingKind, text: RichText, span: Span = NOWHERE) -> tuple[Triage, str]:
    """Add a finding that was missed, from words of the report; it stands where its place says.

    Returns:
        The table, and the new finding's id.
    """
    finding = _made(Finding(id=_next_id(triage), kind=kind), text)
    proposed = ProposedFinding(finding, span, None, Confidence.SURE, "You added it.", ScopeKind.THIS_FORCE)
    proposed = replace(proposed, finding=replace(finding, applies=Applies.YES))
    place_of_new = next((at for at, row in enumerate(triage.rows) if span.first and row.proposed.span.first > span.first), len(triage.rows))
    rows = [*triage.rows]
    while place_of_new < len(rows) and rows[place_of_new].finding.parent:
        place_of_new += 1
    rows.insert(place_of_new, Row(proposed))
    return replace(triage, rows=tuple(rows)), finding.id


def add_evidence(triage: Triage, row_id: str, text: RichText, span: Span = NOWHERE) -> Triage:
    """Return the table with words of the report added to a finding's evidence."""

    def with_more(row: Row) -> Row:
        more = _changed(row.proposed, evidence=canonical((*row.finding.evidence, *text)))
        return replace(row, proposed=replace(more, evidence_span=more.evidence_span or span))

    return _each(triage, {row_id}, with_more)


def taken_findings(triage: Triage) -> tuple[Finding, ...]:
    """Return the findings that go into the record: ids from "f1", parents among them, and no scope for this force's own."""
    taken = [row for row in triage.rows if row.taken]
    new_ids = {row.id: f"f{number}" for number, row in enumerate(taken, 1)}
    return tuple(
        replace(
            row.finding,
            id=new_ids[row.id],
            parent=new_ids.get(row.finding.parent or ""),
            scope="" if row.proposed.scope_kind is ScopeKind.THIS_FORCE else row.finding.scope,
            same_as=row.same_as or None,
        )
        for row in taken
    )


def counts(triage: Triage) -> dict[ScopeKind, int]:
    """Return how many findings there are for whom, taken or not."""
    numbers: dict[ScopeKind, int] = {}
    for row in triage.rows:
        numbers[row.proposed.scope_kind] = numbers.get(row.proposed.scope_kind, 0) + 1
    return numbers


def _each(triage: Triage, ids: set[str], step: Callable[[Row], Row]) -> Triage:
    return replace(triage, rows=tuple(step(row) if row.id in ids else row for row in triage.rows))


def _changed(proposed: ProposedFinding, **values: Any) -> ProposedFinding:
    return _as_said(proposed, replace(proposed.finding, **values))


def _as_said(proposed: ProposedFinding, finding: Finding) -> ProposedFinding:
    return replace(proposed, finding=finding, confidence=Confidence.SURE, why="You changed it.")


def _opened(block: Block) -> tuple[Block, ...]:
    return tuple(ListBlock(block.ordered, (item,)) for item in block.items) if isinstance(block, ListBlock) else (block,)


def _made(finding: Finding, text: Sequence[Block]) -> Finding:
    """The finding with these words: their first sentence as its heading and wording, the rest as its evidence."""
    first, rest = text[0], text[1:]
    sentence, more = first_sentence(" ".join(plain_runs(runs) for runs in paragraphs((first,))))
    if more and isinstance(first, Paragraph):
        wording: RichText = _paragraph(sentence)
        rest = (*_paragraph(more), *rest)
    else:
        wording = (first,)
    return replace(finding, heading=sentence, lead_in="", wording=canonical(wording), evidence=canonical(tuple(rest)))


def _paragraph(words: str) -> RichText:
    return (Paragraph((Run(words),)),)


def _next_id(triage: Triage) -> str:
    used = {row.id for row in triage.rows}
    return next(f"f{number}" for number in range(1, len(used) + 2) if f"f{number}" not in used)


def _end_of(rows: Sequence[Row], row_id: str) -> int:
    """The place after a row and the rows of its recommendations."""
    at = next(number for number, row in enumerate(rows) if row.id == row_id) + 1
    while at < len(rows) and rows[at].finding.parent == row_id:
        at += 1
    return at
