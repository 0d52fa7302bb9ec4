"""Report in: recommendations in running text, without any label ("We recommend that by September 2025 chief constables should ...")."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ...domain.finding import FindingKind
from ..blocks import Block, BlockKind
from ..proposal import Confidence, Notice, Span, Warned
from ..sentences import first_sentence
from .chapters import Chapters
from .drafts import Draft
from .labels import label_of
from .points import Point
from .regions import Region
from .restated import is_past_sentence, past_places
from .words import bare, has_modal

_RECOMMENDS = re.compile(
    r"(?:so |therefore,? |accordingly,? |for this reason,? )?(?:we|hmic|hmicfrs|hmip|(?:the )?inspectors|the inspectorates?)"
    r"(?: also| therefore| further| now| jointly){0,2} recommends?\b(?: that\b)?,?",
    re.IGNORECASE,
)
_WHY = "It stands in running text without a label: check that it is a recommendation of this report."


def with_unlabelled(
    drafts: Sequence[Draft], blocks: Sequence[Block], regions: Sequence[Region], chapters: Chapters
) -> tuple[list[Draft], list[Notice]]:
    """Return the findings with the recommendations that stand in running text, and notices of sentences that may be more.

    A paragraph that begins with such a sentence is proposed, unsure; where one stands further on in a paragraph, a notice says
    so. What is labelled elsewhere, or stands under a heading on an earlier report, is left alone.
    """
    places = list(_places(blocks, regions))
    out, notices = list(drafts), list[Notice]()
    past = past_places(blocks, [label_of(block) for block in blocks], chapters.heads) if places else []
    known = {_words(each.heading) for each in drafts}
    for at, before, sentence, more in places:
        if past[at] or _words(sentence) in known:
            continue
        known.add(_words(sentence))
        block = blocks[at]
        if before:
            message = "A paragraph says what the inspectors recommend, without a label. Look whether it is a recommendation of its own."
            notices.append(Notice(Warned.RECOMMENDATION_IN_TEXT, message, Span(block.page, block.first, block.last).words))
            continue
        point = Point([replace(block, text=sentence)], evidence=[replace(block, text=more)] if more else [])
        draft = Draft(FindingKind.RECOMMENDATION, point, chapters.scopes[at], confidence=Confidence.UNSURE, why=_WHY, at=at)
        behind = (place for place, each in enumerate(out) if each.parent is None and each.at > at)
        out.insert(next(behind, len(out)), draft)
    return out, notices


def _places(blocks: Sequence[Block], regions: Sequence[Region]) -> Iterator[tuple[int, bool, str, str]]:
    """Yield the place of a paragraph outside of labels, whether words stand before the sentence, the sentence, what follows it."""
    taken = {at for region in regions for at in range(region.at, region.last + 1)}
    for at, block in enumerate(blocks):
        if at in taken or block.kind is not BlockKind.PARAGRAPH or " recommend" not in block.text:
            continue
        rest, before = block.text, False
        while rest:
            sentence, rest = first_sentence(rest)
            if _RECOMMENDS.match(sentence) and has_modal(sentence) and not is_past_sentence(sentence) and sentence.endswith("."):
                yield at, before, sentence, rest
            before = True


def _words(sentence: str) -> str:
    return bare(_RECOMMENDS.sub("", sentence, count=1))
