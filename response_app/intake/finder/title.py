"""Report in: the title of the report, from what stands at its front."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from ...domain.finding import FindingKind
from ..blocks import Block, BlockKind
from ..proposal import Confidence, Found, Span
from .forces import force_in, is_force
from .labels import label_of
from .words import bare, ends_sentence, grade_of, without_ordinal

_FRONT = 40
_MOST_PARTS = 3
_MOST_WITH_TOP = 4
_LONGEST = 260
_FEWEST_AGAIN = 2
_OPEN_ENDS = frozenset({"in", "of", "at", "by", "on", "to", "for", "and", "the", "into", "with", "&"})
_SIGNS = re.compile(
    r"\b(?:(?:an?|the|our|joint|unannounced|announced|national) (?:[a-z-]+ ){0,4}(?:inspection|re-?inspection|review"
    r"|assessment)s? (?:of|into|by|visit)|peel\b|"
    r"report on|inspection of|inspection report|causes? of concern|super-?complaint|revisit|crime data integrity|rape|custody|"
    r"child protection|counter-corruption|vetting|effectiveness|efficiency|legitimacy|letter (?:to|from)|progress report|state of)",
    re.IGNORECASE,
)
_SUBJECT = re.compile(r"^(?:re|subject|title|title of (?:the )?(?:inspection|report))\s*[:–-]\s*(?P<title>.+)", re.IGNORECASE | re.DOTALL)
_SECTIONS = frozenset(
    """contents
    foreword
    summary
    overall summary
    executive summary
    introduction
    overview
    background
    context
    about this inspection
    about us
    our judgments
    our judgements
    overall judgment
    overall judgement
    key findings
    findings
    main findings
    summary of findings
    terms of reference
    glossary""".replace("    ", "").split("\n")
)
_NOT_TITLES = frozenset(
    """hmicfrs
    hmic
    home
    publications
    reports
    report
    inspections
    news
    search
    menu
    letter
    inspection
    crown copyright
    making communities safer
    promoting improvements in policing and fire and rescue services to make everyone safer
    promoting improvements in policing to make everyone safer
    his majestys inspectorate of constabulary and fire rescue services
    her majestys inspectorate of constabulary and fire rescue services
    his majestys inspectorate of constabulary and fire and rescue services
    her majestys inspectorate of constabulary and fire and rescue services""".replace("    ", "").split("\n")
)
_NO_PART = re.compile(
    r"(?:https?:|www\.|©|isbn|dear |to:|from:|by e?-?mail|date:|\d{1,2} [a-z]+ \d{4}$|(?:january|february|march|april|may|june|july|august|"
    r"september|october|november|december) \d{4}$|published|sent |last updated|version)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Title:
    """The title, the force that it names ("" when none), and how many blocks belong to the front with it."""

    found: Found[str] | None
    force: str
    end: int


def title_of(blocks: Sequence[Block], hint: str, dated: frozenset[int]) -> Title:
    """Return the title.

    Args:
        blocks: of the report, without contents.
        hint: the title in the file's own properties, often wrong; taken only when the report shows none.
        dated: first lines of the blocks that give the publication date.
    """
    start = _behind_cookies(blocks)
    title = _title(blocks[start:], hint, dated)
    return replace(title, end=title.end + start)


def _behind_cookies(blocks: Sequence[Block]) -> int:
    """Return where the page's main heading stands when words on cookies stand before it, else 0: they are the site's, not the report's."""
    main = next((at for at, block in enumerate(blocks[:_FRONT]) if block.is_heading and block.certain and block.level == 1), 0)
    is_section = main and bare(without_ordinal(blocks[main].text)) in _SECTIONS
    return main if not is_section and any("cookies" in block.text.casefold() for block in blocks[:main]) else 0


def _title(blocks: Sequence[Block], hint: str, dated: frozenset[int]) -> Title:
    end = _end_of_front(blocks, dated)
    parts = _without_running_head(blocks, [at for at in range(end) if _can_be_part(blocks[at], dated)])
    named = next((at for at in range(end) if _SUBJECT.match(blocks[at].text)), None)
    if named is not None:
        words = _SUBJECT.match(blocks[named].text)
        assert words
        found = Found(
            words["title"].strip(), _span(blocks[named], blocks[named]), Confidence.SURE, "The report says that it is its subject."
        )
        return Title(found, force_in(found.value) or _front_force(blocks, end), named + 1)
    chosen = _chosen(blocks, parts)
    if not chosen:
        plain = hint.strip()
        usable = bool(plain and _SIGNS.search(plain[:_LONGEST]))
        found_hint = Found(plain, Span(), Confidence.UNSURE, "It comes from the properties of the file, not from the report's text.")
        return Title(found_hint if usable else None, force_in(plain) or _front_force(blocks, end), 0)
    words_of = [without_ordinal(blocks[at].text).strip(" .") if blocks[at].text[:2].isdigit() else blocks[at].text.strip() for at in chosen]
    text = words_of[0]
    for before, part in pairwise(dict.fromkeys(words_of)):
        text += f" {part}" if before.rsplit(" ", 1)[-1].casefold() in _OPEN_ENDS else f" – {part}"
    certain = any(_SIGNS.search(each[:_LONGEST]) for each in words_of)
    why = "It stands at the front of the report." if certain else "It is the first heading of the report; check that it is the title."
    span = _span(blocks[chosen[0]], blocks[chosen[-1]])
    return Title(
        Found(text, span, Confidence.SURE if certain else Confidence.CHECK, why),
        force_in(text) or _front_force(blocks, end),
        chosen[-1] + 1,
    )


def _end_of_front(blocks: Sequence[Block], dated: frozenset[int]) -> int:
    """Return where the front matter ends: the first section, label or paragraph of text."""
    for at, block in enumerate(blocks[:_FRONT]):
        text = block.text
        if block.first in dated:
            continue
        if bare(without_ordinal(text[:_LONGEST])) in _SECTIONS or grade_of(text):
            return at
        label = label_of(block)
        is_title = label is not None and at == 0 and label.kind is FindingKind.ACCELERATED_CAUSE_OF_CONCERN and not label.words
        if label and not label.topic and not is_title:
            return at
        if len(text) > _LONGEST or (block.kind is BlockKind.PARAGRAPH and ends_sentence(text) and text.count(" ") > 12):
            return at
    return min(len(blocks), _FRONT)


def _can_be_part(block: Block, dated: frozenset[int]) -> bool:
    text = block.text
    if block.first in dated or block.kind in (BlockKind.ROW, BlockKind.ITEM) or len(text) < 4:
        return False
    if _NO_PART.match(text) or bare(text) in _NOT_TITLES or bare(text) in _SECTIONS:
        return False
    return len(text) <= _LONGEST and not (ends_sentence(text) and text[-1] in ".:;")


def _without_running_head(blocks: Sequence[Block], parts: list[int]) -> list[int]:
    """Return the parts without a first one that stands on later pages too, as the running head of a text does."""
    if len(parts) < 2:
        return parts
    first = blocks[parts[0]]
    again = sum(block.text == first.text for block in blocks[parts[-1] + 1 :] if len(block.text) == len(first.text))
    return parts[1:] if again >= _FEWEST_AGAIN and not (first.certain and first.level == 1) else parts


def _goes_on(blocks: Sequence[Block], at: int) -> bool:
    """Say whether a part of the title ends within its sentence ("... of custody in"), so that the next part belongs to it."""
    return blocks[at].text.rsplit(" ", 1)[-1].casefold() in _OPEN_ENDS


def _chosen(blocks: Sequence[Block], parts: Sequence[int]) -> list[int]:
    """Return the parts that make the title: the first that says what was inspected or how, with its neighbours."""
    if not parts:
        return []
    signed = [at for at in parts if _SIGNS.search(blocks[at].text)]
    headings = [at for at in parts if blocks[at].is_heading]
    if not (signed or headings):
        return []
    start = (signed or headings)[0]
    top = [at for at in headings if blocks[at].certain and blocks[at].level == 1]
    if top and not signed:
        start = top[0]
    chosen = [start]
    for at in parts:
        if at <= start or len(chosen) >= _MOST_PARTS:
            continue
        if at != chosen[-1] + 1 or not (_goes_on(blocks, chosen[-1]) or (signed and (at in signed or is_force(blocks[at].text)))):
            break
        chosen.append(at)
    return _with_top(chosen, top[0], parts) if top and top[0] not in chosen else chosen


def _with_top(chosen: Sequence[int], top: int, parts: Sequence[int]) -> list[int]:
    """Return the parts with the report's own first heading among them; alone where other words stand between."""
    low, high = min(top, chosen[0]), max(top, chosen[-1])
    together = [at for at in parts if low <= at <= high]
    return together if len(together) == high - low + 1 <= _MOST_WITH_TOP else [top]


def _front_force(blocks: Sequence[Block], end: int) -> str:
    return next((name for block in blocks[: max(end, 3)] if len(block.text) <= _LONGEST and (name := force_in(block.text))), "")


def _span(first: Block, last: Block) -> Span:
    return Span(first.page, first.first, last.last)
