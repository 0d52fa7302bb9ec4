"""Report in: what only repeats an earlier report, so that it is not answered as if it were new."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..blocks import Block
from .chapters import COMMON_HEADINGS
from .labels import Label
from .words import bare, grade_of, has_modal

_FINDINGS = r"(?:recommendations?|areas? (?:for|of) improvement|causes? of concern|findings|afis?)"
_PAST = r"(?:previous(?:ly)?|earlier|past|last|prior|(?:19|20)\d\d(?:[/–-]\d\d)?|existing|historical?)"
_FOUND = re.compile(rf"\b{_FINDINGS}\b", re.IGNORECASE)
_EARLIER = re.compile(
    rf"\b{_PAST}\b|\b(?:closed|discharged|restated)\b|\b(?:progress|update|follow-?up)\b[^.]* (?:on|against|with|since|made|to|of|in)\b",
    re.IGNORECASE,
)
_SINCE_LAST = re.compile(
    r"\bprogress\b[^.]* since\b|\b(?:since|from) (?:our|the) (?:last|previous|\d{4}) (?:inspection|report|visit|letter)\b", re.IGNORECASE
)
_PAST_WORDS = (
    "previous",
    "earlier",
    "past",
    "last",
    "prior",
    "19",
    "20",
    "existing",
    "historic",
    "closed",
    "discharged",
    "restated",
    "progress",
    "update",
    "follow",
)
_SENTENCE = re.compile(
    r"\b(?:in|following|after|during|as part of) (?:our|the|its|an?) (?:[\w’'-]+ ){0,4}?(?:(?:19|20)\d\d(?:[/–-]\d\d)?|last"
    r"|previous|earlier|first)"
    r"(?: [\w’'-]+){0,6}?,? (?:we|hmic|hmicfrs|inspectors|the inspectorate)(?: also| had| previously)? "
    r"(?:recommended|made|identified|gave|issued|set|asked|said)\b"
    r"|\b(?:we|hmic|hmicfrs|inspectors) (?:had )?(?:previously|earlier|originally) (?:recommended|made|identified|issued|said)\b"
    r"|\b(?:we|hmic|hmicfrs) (?:recommended|made (?:the following|these|\w+) recommendations?) (?:in|to the force in) (?:(?:our"
    r"|the) )?(?:(?:19|20)\d\d|last|previous)",
    re.IGNORECASE,
)
_STATUS = re.compile(
    r"(?:progress|status|update|what we found|our findings|force response|current position|evidence|outcome|closed|open"
    r"|completed?|ongoing)\b",
    re.I,
)
_NEW = re.compile(r"(?:new|further|additional)\b", re.IGNORECASE)
_LOOK = 240
_LONGEST_HEADING = 160


def is_past_heading(text: str) -> bool:
    """Say whether a heading opens what an earlier report recommended ("Progress against previous recommendations")."""
    if len(text) > _LONGEST_HEADING:
        return False
    small = text.casefold()
    if not any(word in small for word in _PAST_WORDS):
        return False
    return not has_modal(text) and bool((_FOUND.search(text) and _EARLIER.search(text)) or _SINCE_LAST.search(text))


def is_past_sentence(text: str) -> bool:
    """Say whether a sentence only tells what an earlier report recommended ("In our 2019 report, we recommended that ...")."""
    head = text[:_LOOK]
    small = head.casefold()
    if not any(word in small for word in ("recommend", "made", "identified", "issued", "gave", "asked", "said", " set ")):
        return False
    return bool(_SENTENCE.search(head))


def past_places(blocks: Sequence[Block], labels: Sequence[Label | None], heads: frozenset[int]) -> list[bool]:
    """Return for each block whether it stands under a heading on what an earlier report found."""
    out: list[bool] = []
    past, level = False, 0
    for at, block in enumerate(blocks):
        if block.is_heading or labels[at] is not None:
            if is_past_heading(block.text):
                past, level = True, block.level
            elif (past and labels[at] is not None and _NEW.match(block.text)) or (
                past and (at in heads or (block.is_heading and _ends(block, labels[at], level)))
            ):
                past = False
        elif block.text.endswith(":") and is_past_sentence(block.text):
            past, level = True, 0
        out.append(past)
    return out


def _ends(block: Block, label: Label | None, level: int) -> bool:
    if block.certain and block.level and level:
        return block.level <= level
    if (
        label is not None
        or grade_of(block.text) is not None
        or bare(block.text) in COMMON_HEADINGS - {"main findings", "our main findings"}
    ):
        return False
    return not _STATUS.match(block.text)
