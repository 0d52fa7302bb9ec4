"""Report in: all findings of a report in their order, each once, with ids, parents, limits and addressees."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from ...domain.finding import Finding, FindingKind
from ..blocks import Block, BlockKind
from ..proposal import Confidence, ProposedFinding, ScopeKind
from .addressees import addressees_of
from .afi import areas_in
from .causes import add_recommendations, causes_in, further_cause
from .chapters import NONE, Chapters
from .drafts import Draft
from .due import doubt_of, due_under, limit_of
from .others import OTHERS, other_scope
from .points import lead_sentence, many_points, past_sentence
from .practice import practices_in
from .recommendations import recommendations_in
from .regions import Region
from .restated import is_past_sentence
from .wording import rich
from .words import bare, has_modal

_NEIGHBOURS = 50
"""With how many findings of the same words one is compared."""


def drafts_of(regions: Sequence[Region], *, accelerated: bool) -> list[Draft]:
    """Return the findings of all regions in the order of the report, recommendations behind their cause."""
    out: list[Draft] = []
    cause: Draft | None = None
    over: Region | None = None
    for region in regions:
        kind = region.label.kind
        if kind is FindingKind.RECOMMENDATION:
            if cause and over and region.follows and _belongs(region, over):
                out += add_recommendations(_cause_for(out, cause, over, region), region)
                cause = next(each for each in reversed(out) if each.kind.is_cause)
            else:
                cause = None
                out += recommendations_in(region)[0]
            continue
        cause, over = None, None
        if kind.is_cause:
            found = causes_in(region, accelerated=accelerated)
            for each in found:
                out += [each, *each.children]
            cause, over = (found[-1] if found else None), region
        else:
            out += areas_in(region) if kind is FindingKind.AREA_FOR_IMPROVEMENT else practices_in(region)
    return _each_once([each for each in out if any(map(str.isalpha, each.heading))])


def past_in_text(blocks: Sequence[Block], regions: Sequence[Region], chapters: Chapters) -> list[Draft]:
    """Return what running text restates of an earlier report ("In our 2019 report we recommended that the force should ...")."""
    taken = [False] * len(blocks)
    for region in regions:
        taken[region.at : region.last + 1] = [True] * (region.last + 1 - region.at)
    out: list[Draft] = []
    for at, block in enumerate(blocks):
        if taken[at] or "ecommended" not in block.text[:260] or not is_past_sentence(block.text):
            continue
        end = at + 1
        while end < len(blocks) and not taken[end] and (blocks[end].kind is BlockKind.ITEM or blocks[end].text[:1].islower()):
            end += 1
        own = [past_sentence(block), *blocks[at + 1 : end]]
        if not (has_modal(block.text) or end > at + 1):
            continue
        points, _ = many_points(own, split_paragraphs=False)
        for point in points:
            why = "The text says that an earlier report recommended it."
            out.append(Draft(FindingKind.RECOMMENDATION, point, chapters.scopes[at], past=True, why=why))
    return out


def proposed(drafts: Sequence[Draft], published_on: date | None, whole: ScopeKind, this_force: str = "") -> list[ProposedFinding]:
    """Return drafts as findings with ids "f1" ... and their parents' ids.

    Args:
        drafts: in the order of the report.
        published_on: the day from which "within three months" counts.
        whole: whom the report as a whole is for; a finding in a chapter of its own has its chapter's.
        this_force: the force that a report on one is on; what such a report tells another force is that force's.
    """
    ids = {id(each): f"f{number}" for number, each in enumerate(drafts, start=1)}
    made = [_proposed(each, ids, published_on, whole) for each in drafts]
    if whole is ScopeKind.THIS_FORCE and this_force:
        return [_for_others(each, draft, this_force) for each, draft in zip(made, drafts, strict=True)]
    return made


def _for_others(made: ProposedFinding, draft: Draft, this_force: str) -> ProposedFinding:
    """Return a finding as another force's where its subject or its heading says so; it is to be checked."""
    words = f"{lead_sentence(made.finding.lead_in)} {draft.point.words[0].text}".strip()
    scope = other_scope(words, draft.topic, this_force) if not made.finding.scope else NONE
    if not scope.name:
        return made
    confidence = made.confidence if made.confidence is not Confidence.SURE else Confidence.CHECK
    why = f"It is for {scope.name[:1].lower() + scope.name[1:] if scope.name == OTHERS else scope.name}, and the report is on {this_force}."
    return replace(made, finding=replace(made.finding, scope=scope.name), scope_kind=scope.kind, confidence=confidence, why=why)


def _proposed(each: Draft, ids: dict[int, str], published_on: date | None, whole: ScopeKind) -> ProposedFinding:
    point = each.point
    lead = point.lead.text if point.lead else ""
    words = f"{lead_sentence(lead)} {point.words[0].text}" if lead else point.words[0].text
    due = (
        limit_of(point.limit, published_on)
        if point.limit
        else due_under(lead_sentence(lead) if lead else "", point.words[0].text, published_on)
    )
    finding = Finding(
        ids[id(each)],
        each.kind,
        ids.get(id(each.parent)) if each.parent else None,
        each.scope.name,
        point.number,
        heading=each.heading,
        lead_in=lead,
        wording=rich(point.words),
        evidence=rich(point.evidence),
        addressed_to=() if each.kind is FindingKind.PROMISING_PRACTICE or each.kind.is_cause else addressees_of(words),
        due=due,
    )
    kind = each.scope.kind if each.scope.name else whole
    confidence, why = each.confidence, each.why
    if doubt := doubt_of(due):
        confidence, why = (Confidence.CHECK, doubt) if confidence is Confidence.SURE else (confidence, f"{why} {doubt}")
    return ProposedFinding(finding, each.span, each.evidence_span, confidence, why, kind, each.past)


def _belongs(region: Region, over: Region) -> bool:
    """Say whether recommendations right behind a cause are its own: not under a heading of a higher rank than the cause's."""
    if region.label.is_list or region.past != over.past:
        return False
    return not (region.level and over.level) or region.level >= over.level


def _cause_for(out: list[Draft], cause: Draft, over: Region, region: Region) -> Draft:
    """Return the cause that recommendations belong to: under a plural label perhaps the next one."""
    if over.label.plural and not region.label.number and (more := further_cause(cause, region)):
        out.append(more)
        return more
    return cause


def _each_once(drafts: Sequence[Draft]) -> list[Draft]:
    """Return drafts without those that a summary or an annex only gathers; what only one of two has is kept."""
    first: dict[tuple[str, str], list[Draft]] = {}
    out: list[Draft] = []
    merged: dict[int, Draft] = {}
    for each in drafts:
        if each.parent is not None:
            each.parent = merged.get(id(each.parent), each.parent)
        key = ("cause" if each.kind.is_cause else each.kind.value, bare(each.heading))
        same = next((known for known in first.get(key, ())[-_NEIGHBOURS:] if _are_same(known, each)), None)
        if same is None or not key[1]:
            first.setdefault(key, []).append(each)
            out.append(each)
            continue
        merged[id(each)] = same
        _merge(same, each)
    return list(_behind_parents(out))


def _are_same(one: Draft, other: Draft) -> bool:
    scopes = one.scope.name == other.scope.name or not one.scope.name or not other.scope.name
    numbers = one.point.number == other.point.number or not one.point.number or not other.point.number
    parents = one.parent is None or other.parent is None or one.parent is other.parent
    return scopes and numbers and parents and one.past == other.past


def _merge(kept: Draft, other: Draft) -> None:
    if not kept.point.evidence:
        kept.point.evidence = other.point.evidence
    kept.point.number = kept.point.number or other.point.number
    kept.scope = kept.scope if kept.scope.name else other.scope
    kept.parent = kept.parent or (other.parent if not kept.kind.is_cause else None)
    if other.kind is FindingKind.ACCELERATED_CAUSE_OF_CONCERN:
        kept.kind = other.kind
    kept.why = "It stands more than once in the report and is proposed once."
    kept.confidence = kept.confidence if kept.confidence is not Confidence.SURE else Confidence.SURE


def _behind_parents(drafts: Sequence[Draft]) -> Iterator[Draft]:
    """Yield the drafts with each recommendation behind its cause."""
    known = {id(each) for each in drafts}
    by_parent: dict[int, list[Draft]] = {}
    for each in drafts:
        if each.parent is not None and id(each.parent) in known:
            by_parent.setdefault(id(each.parent), []).append(each)
    for each in drafts:
        if each.parent is not None and id(each.parent) in known:
            continue
        yield each
        yield from by_parent.get(id(each), ())
