"""Report in: whose chapter a thing stands in, so that one regional report yields each force's findings apart."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ..blocks import Block
from ..force_names import force_key, same_force
from ..proposal import ScopeKind
from .forces import is_force, is_regional_unit
from .labels import label_of
from .words import bare, grade_of, without_ordinal

_REGION = re.compile(
    r"(?:our |summary of |the )?(?:region(?:al|-wide|wide)?|[a-z][\w-]*(?: [\w-]+){0,3} region(?:al)?)"
    r"(?: (?:findings|performance|response|arrangements|overview|summary|assessment|picture|level|judg(?:e)?ment))?"
    r"|findings (?:for|about|across|on) the (?:[\w-]+ ){0,4}region(?: as a whole)?|the (?:[\w-]+ ){0,4}region as a whole|across the region",
    re.IGNORECASE,
)
_NATIONAL = re.compile(
    r"national (?:findings|recommendations?|picture|overview|arrangements|issues)|findings for (?:all forces"
    r"|the police service)|recommendations to (?:all forces|national bodies)",
    re.IGNORECASE,
)
_ABOUT_FORCE = re.compile(
    r"(?:(?:our )?(?:findings|judg(?:e)?ments?|summary|results|assessment)(?: (?:for|about|on|of))?|force(?: findings"
    r"| report)?)[ :–—-]+(?P<a>.+)"
    r"|(?P<b>.+?)(?: ?[:–—-] ?| )(?:(?:our )?(?:findings|summary|results|overview|assessment|judg(?:e)?ment)|force (?:findings|report))",
    re.IGNORECASE,
)
_CLOSING = re.compile(
    r"(?:annex|appendix|appendices|glossary|definitions|methodology|our methodology|references|about (?:the data"
    r"|this (?:inspection|report)|us)"
    r"|how we (?:inspect|inspected|carried out)|conclusions?|next steps|data about|the data|terms (?:of reference|used)|acknowledg)\b",
    re.IGNORECASE,
)
_COMMON = frozenset(
    [
        "main findings",
        "    our main findings",
        "    findings",
        "    our findings",
        "    detailed findings",
        "    summary of findings",
        "    summary",
        "    overall judgment",
        "    overall judgement",
        "    judgment",
        "    judgement",
        "    our judgment",
        "    grade",
        "    strengths",
        "    evidence",
        "    introduction",
        "    background",
        "    context",
        "    overview",
    ]
)
COMMON_HEADINGS = frozenset(each.strip() for each in _COMMON)
"""Headings that stand inside any chapter and name none."""


@dataclass(frozen=True, slots=True)
class Scope:
    """A chapter's force, region or unit: its name as printed, and what it is; "" for a report on one force."""

    name: str = ""
    kind: ScopeKind = ScopeKind.UNKNOWN


NONE = Scope()


@dataclass(frozen=True, slots=True)
class Chapters:
    """The scope of each block, in the order of the blocks, and the forces that have a chapter."""

    scopes: Sequence[Scope]
    forces: tuple[str, ...]
    heads: frozenset[int]
    """The places of the chapters' headings."""


def chapters_of(blocks: Sequence[Block], this_force: str) -> Chapters:
    """Return whose chapter each block stands in.

    Args:
        blocks: of the whole report, without lists of contents.
        this_force: the force that the title names; its own chapter is no scope of its own in a report on one force.
    """
    found = {at: scope for at, block in enumerate(blocks) if block.is_heading and (scope := _scope_of(block))}
    names = _distinct(scope.name for scope in found.values() if scope.kind is ScopeKind.OTHER_FORCE)
    others = any(scope.kind is not ScopeKind.OTHER_FORCE for scope in found.values())
    if not others and all(this_force and same_force(name, this_force) for name in names.values()):
        return Chapters([NONE] * len(blocks), (), frozenset())
    if len(names) == 1 and not others:
        return Chapters([NONE] * len(blocks), (), frozenset())
    scopes: list[Scope] = []
    current, level = NONE, 0
    for at, block in enumerate(blocks):
        if at in found:
            own = found[at]
            name = names[force_key(own.name)] if own.kind is ScopeKind.OTHER_FORCE else own.name
            kind = ScopeKind.UNKNOWN if own.kind is ScopeKind.OTHER_FORCE else own.kind
            current, level = Scope(name, kind), block.level
        elif current.name and block.is_heading and _closes(block, level):
            current, level = NONE, 0
        scopes.append(current)
    return Chapters(scopes, tuple(names.values()), frozenset(found))


def _scope_of(block: Block) -> Scope | None:
    text = without_ordinal(block.text).strip(" .:")
    if len(text) > 120:
        return None
    if is_force(text):
        return Scope(text.removeprefix("The "), ScopeKind.OTHER_FORCE)
    if is_regional_unit(text) or _REGION.fullmatch(text):
        return Scope(text, ScopeKind.REGION)
    if _NATIONAL.fullmatch(text):
        return Scope(text, ScopeKind.NATIONAL)
    if "olice" in text or "onstabulary" in text or "Service" in text:
        about = _ABOUT_FORCE.fullmatch(text)
        name = (about["a"] or about["b"]).strip() if about else ""
        if name and is_force(name):
            return Scope(name.removeprefix("The ").removeprefix("the "), ScopeKind.OTHER_FORCE)
    return None


def is_closing(text: str) -> bool:
    """Say whether a heading opens what closes a report: an annex, a glossary, "Next steps"."""
    return bool(_CLOSING.match(without_ordinal(text)))


def _closes(block: Block, level: int) -> bool:
    """Say whether a heading ends the chapter of a force: an annex, or another heading of its rank or above."""
    text = without_ordinal(block.text)
    if is_closing(text):
        return True
    if not (block.certain and block.level and level):
        return False
    common = bare(text) in COMMON_HEADINGS or grade_of(text) is not None or label_of(block) is not None
    return block.level <= level and not common


def _distinct(names: Iterable[str]) -> dict[str, str]:
    """Return each force once, by what all its names have in common."""
    out: dict[str, str] = {}
    for name in names:
        out.setdefault(force_key(name), name)
    return out
