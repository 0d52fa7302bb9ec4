"""Report in: the inspectorate's standard words over a finding ("Area for improvement", "Recommendation 7")."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ...domain.finding import FindingKind
from ..blocks import Block, BlockKind
from .words import is_directive, without_ordinal

_SIGNS = ("mprovement", "oncern", "ecommendation", "ractice", "AFI", "MPROVEMENT", "ONCERN", "ECOMMENDATION", "RACTICE")
_KINDS = (
    r"(?P<concern>(?P<accelerated>accelerated )?causes? (?:of|for) (?:serious )?concern)",
    r"(?P<area>areas? (?:for|of) improvement|afis?)",
    r"(?P<recommendation>recommendations?)",
    r"(?P<practice>(?:examples? of )?(?:(?:innovative|promising|positive|notable|effective|good|best)(?: positive)?(?:,? and "
    r"| or |, ?| ?/ ?)?){1,3} practices?)",
)
_LABEL = re.compile(
    rf"(?P<before>(?:(?:summary|list|table|full list) of |our |new |further |the |key |local |national |force |joint "
    rf"|additional |specific ){{0,4}})"
    rf"(?:{'|'.join(_KINDS)})"
    r"(?P<more>(?: and (?:areas? for improvement|recommendations?|causes? of concern))*)"
    r"(?: (?:number |no\.? )?(?P<number>\d{1,3}(?:\.\d{1,2})?|[A-Z]{1,4}[- ]?\d{1,3}))?"
    r"(?P<rest>(?: ?\([^()]{0,60}\))?(?:\s*[:.–—-]\s*.*|\s+.*)?)",
    re.IGNORECASE | re.DOTALL,
)
_OF = re.compile(r"\s+(?:for|to|on|in|about|from|made|relating|regarding|concerning|that)\b", re.IGNORECASE)
_TO_WHOM = re.compile(r"(?:to|for) [^:.]{2,90}:\s+", re.IGNORECASE)
_BRACKET = re.compile(r"\s*\([^()]{0,60}\)")
_DIVIDER = re.compile(r"\s*[:.–—-]\s*")
_LONGEST_TOPIC = 140
_LOOK = 300


@dataclass(frozen=True, slots=True)
class Label:
    """What stands over findings.

    Attributes:
        kind: of the findings under it.
        plural: whether it announces several ("Areas for improvement").
        number: the inspectors' number of the finding, "" without.
        topic: what it says of its subject ("custody"), "".
        words: a finding that stands in the same line ("Area for improvement: the force should ..."), "".
        is_list: whether it heads a list that gathers findings of the whole report ("Summary of recommendations").
    """

    kind: FindingKind
    plural: bool
    number: str = ""
    topic: str = ""
    words: str = ""
    is_list: bool = False


def label_of(block: Block) -> Label | None:
    """Return the label that a block is or begins with, None for any other block."""
    text = block.text
    if block.kind is BlockKind.ROW or not any(sign in text[:90] for sign in _SIGNS):
        return None
    head = text[:_LOOK]
    match = _LABEL.fullmatch(without_ordinal(head)) or _LABEL.fullmatch(head)
    if not match:
        return None
    rest = match["rest"] + text[_LOOK:]
    words = topic = ""
    if rest.strip(" :.–—-"):
        bracket = _BRACKET.match(rest)
        rest = rest[bracket.end() :] if bracket and rest[bracket.end() :].strip() else rest
        parted = _DIVIDER.match(rest)
        said = rest[parted.end() :] if parted else rest.strip()
        if parted and rest[0] == "-" and not match["number"]:
            return None
        if is_directive(said) or (said.endswith(".") and len(said) > 30):
            if not (parted or (match["number"] and said[:1].isupper())):
                return None
            to_whom = _TO_WHOM.match(said)
            words = said[to_whom.end() :] if to_whom else said
            topic = to_whom[0].rstrip(": ") if to_whom else ""
        elif _is_topic(block, match, rest, parted=bool(parted)):
            topic = said.strip(" ()")
        else:
            return None
    elif block.kind is BlockKind.ITEM:
        return None
    kind = _kind(match)
    plain = match[kind_group(kind)].casefold()
    is_list = match["before"].casefold().startswith(("summary", "list", "table", "full list")) or bool(match["more"])
    return Label(kind, plain.endswith("s") or plain.startswith(("areas", "causes")), match["number"] or "", topic, words, is_list)


def kind_group(kind: FindingKind) -> str:
    """Return the name of the pattern's group for a kind."""
    if kind.is_cause:
        return "concern"
    return {
        FindingKind.AREA_FOR_IMPROVEMENT: "area",
        FindingKind.RECOMMENDATION: "recommendation",
        FindingKind.PROMISING_PRACTICE: "practice",
    }[kind]


def _kind(match: re.Match[str]) -> FindingKind:
    if match["concern"]:
        return FindingKind.ACCELERATED_CAUSE_OF_CONCERN if match["accelerated"] else FindingKind.CAUSE_OF_CONCERN
    if match["area"]:
        return FindingKind.AREA_FOR_IMPROVEMENT
    return FindingKind.RECOMMENDATION if match["recommendation"] else FindingKind.PROMISING_PRACTICE


def _is_topic(block: Block, match: re.Match[str], rest: str, *, parted: bool) -> bool:
    """Say whether what follows the label only names its subject, in a heading or a line as short as one."""
    if len(rest) > _LONGEST_TOPIC or block.kind is BlockKind.ITEM:
        return False
    if rest.lstrip().startswith("(") and rest.rstrip().endswith(")"):
        return True
    return block.is_heading and (parted or bool(_OF.match(rest)) or (bool(match["number"]) and rest.strip()[:1].isupper()))
