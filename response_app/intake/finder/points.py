"""Report in: the single findings under one label, each with its lead-in, its words and what the inspectors say to it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import takewhile

from ...domain.finding import DueKind
from ..blocks import Block, BlockKind
from ..sentences import first_sentence
from .due import limit_of
from .restated import is_past_sentence
from .wording import is_number, sentence_of, with_lead
from .words import has_modal, is_directive

_NUMBER = re.compile(r"(?P<number>R(?:ec)?\.? ?\d{1,3}|\d{1,3}(?:\.\d{1,3})?)[:.)]?\s+(?=[A-Z‘“])")
_LONGEST_LEAD = 700
_LONGEST_LIMIT = 60


@dataclass(slots=True)
class Point:
    """One finding as it stands: lead-in (a block or none), its words, its evidence, the inspectors' number.

    `parts` are the points of a list that belong to one numbered finding; `past` marks what an earlier report said.
    """

    words: list[Block]
    lead: Block | None = None
    evidence: list[Block] = field(default_factory=list)
    number: str = ""
    parts: list[Block] = field(default_factory=list)
    past: bool = False
    limit: str = ""
    """The time limit that stands in a cell of its own, "" where there is none."""
    guess: str = ""
    """Why a person should look: in one plain sentence, "" when the layout is plain."""

    @property
    def heading(self) -> str:
        """One whole sentence that can stand alone."""
        if self.parts and _is_bare_lead(self.words[0].text):
            return with_lead(self.words[0].text, [each.text for each in self.parts])
        first = self.words[0].text
        if self.lead is not None:
            return with_lead(lead_sentence(self.lead.text), [first])
        return sentence_of(first)


def past_sentence(block: Block) -> Block:
    """Return a paragraph from the sentence on that tells what an earlier report recommended."""
    rest = block.text
    while rest:
        sentence, more = first_sentence(rest)
        if is_past_sentence(sentence):
            return replace(block, text=rest if rest.endswith(":") else sentence)
        rest = more
    return block


def lead_sentence(text: str) -> str:
    """Return the sentence of a paragraph that leads to a list: its last."""
    rest = text
    while True:
        _, more = first_sentence(rest)
        if not more:
            return rest
        rest = more


def is_item(block: Block, lead: Block | None) -> bool:
    """Say whether a block is a point of a list; without marks, what begins with a small letter behind a lead-in is one."""
    return block.kind is BlockKind.ITEM or (lead is not None and block.kind is BlockKind.PARAGRAPH and block.text[:1].islower())


def is_lead(block: Block, following: Block | None) -> bool:
    """Say whether a block leads to the points of a list."""
    if block.kind is BlockKind.ITEM or len(block.text) > _LONGEST_LEAD or following is None:
        return False
    text = block.text.rstrip()
    if not (
        text.endswith((":", ":-", "–")) or (following.kind is BlockKind.ITEM and text.endswith((" should", " must", " to", " needs to")))
    ):
        return False
    return following.kind is BlockKind.ITEM or following.text[:1].islower()


def below_subject(blocks: Sequence[Block]) -> tuple[Block | None, Sequence[Block]]:
    """Return the heading that only names a finding's subject ("Training"), None without one, and the blocks from the finding on."""
    if (
        len(blocks) > 1
        and blocks[0].is_heading
        and blocks[0].text.count(" ") < 7
        and not is_directive(blocks[0].text)
        and _is_finding(blocks[1])
    ):
        return blocks[0], blocks[1:]
    return None, blocks


def one_point(blocks: Sequence[Block], number: str) -> Point:
    """Return the one finding that blocks hold: their first, with the list that it leads to; the rest is evidence."""
    subject, blocks = below_subject(blocks)
    first = blocks[0]
    following = blocks[1] if len(blocks) > 1 else None
    number = number or (first.marker.strip("().") if is_number(first.marker) else "")
    parts: list[Block] = []
    if is_lead(first, following) or (first.text.endswith(":") and following and following.kind is BlockKind.ITEM):
        parts = _list_at(blocks, 1, first)
    kept = [each for each in parts if each.level <= 1]
    evidence = [*([subject] if subject else []), *blocks[1 + len(parts) :]]
    return _with_number(Point([first, *parts], evidence=evidence, number=number, parts=kept))


def many_points(blocks: Sequence[Block], *, split_paragraphs: bool) -> tuple[list[Point], list[Block]]:
    """Return the findings of a list, or of paragraphs that each tell what to do, and the text behind the list.

    Args:
        blocks: under the label.
        split_paragraphs: whether a paragraph that tells what to do is a finding of its own.
    """
    points: list[Point] = []
    rest: list[Block] = []
    intro: list[Block] = []
    lead: Block | None = None
    in_evidence = False
    last_was_item = False
    skip = 0
    for at, block in enumerate(blocks):
        if at < skip:
            continue
        following = blocks[at + 1] if at + 1 < len(blocks) else None
        if block.kind is BlockKind.ROW:
            _add_row(points, block)
            continue
        if whole := _numbered_with_list(blocks, at) or (_whole_with_list(blocks, at) if is_lead(block, following) else None):
            points.append(whole)
            lead, in_evidence, last_was_item, skip = None, False, False, at + len(whole.words)
            continue
        if is_lead(block, following):
            in_evidence = bool(points) and not _can_lead(block)
            lead = None if in_evidence else block
            if in_evidence:
                _evidence_of(points, rest, last_was_item=last_was_item).append(block)
            last_was_item = False
            continue
        if is_item(block, lead or (block if in_evidence else None)):
            if in_evidence:
                _evidence_of(points, rest, last_was_item=False).append(block)
            elif block.level > 1 and points and last_was_item and _is_nested(points[-1], block):
                points[-1].words.append(block)
            else:
                points.append(_item_point(block, lead))
                last_was_item = True
            continue
        in_evidence, lead = False, None
        if not points and (block.text.endswith(":") or (at + 1 < len(blocks) and not _is_finding(block))):
            intro.append(block)  # "Our cause of concern had four recommendations:" only leads to the lead-ins
            continue
        if _names_subject(block, following):
            last_was_item = False
            continue
        if not points or (split_paragraphs and _is_finding(block)):
            points.append(_paragraph_point(block))
            last_was_item = False
        else:
            _evidence_of(points, rest, last_was_item=last_was_item).append(block)
    if not points and intro:
        points.append(_paragraph_point(intro[0]))
        points[0].evidence += intro[1:]
    return points, rest


def _add_row(points: list[Point], row: Block) -> None:
    """Add the finding of a table's row; a row without one is evidence of the point before it."""
    if point := _row_point(row):
        points.append(point)
    elif points and not row.heads:
        points[-1].evidence.append(row)


def _names_subject(block: Block, following: Block | None) -> bool:
    """Say whether a heading within a list only names the subject of the points below it."""
    if not block.is_heading or _is_finding(block) or following is None:
        return False
    return _is_finding(following) or following.kind is BlockKind.ITEM


def _evidence_of(points: list[Point], rest: list[Block], *, last_was_item: bool) -> list[Block]:
    """Return where text behind a point goes: to it when it is a paragraph, to nobody's when it closes a list of points."""
    return rest if last_was_item or rest or not points else points[-1].evidence


def _list_at(blocks: Sequence[Block], start: int, lead: Block) -> list[Block]:
    end = start
    while end < len(blocks) and is_item(blocks[end], lead):
        end += 1
    return list(blocks[start:end])


def _whole_with_list(blocks: Sequence[Block], at: int) -> Point | None:
    """Return a finding whose first sentence says it, and whose last only leads to how ("It should as a minimum:")."""
    block = blocks[at]
    first, more = first_sentence(block.text)
    if not more or not is_directive(first) or not has_modal(first) or is_directive(lead_sentence(block.text)):
        return None
    return _with_number(Point([block, *_list_at(blocks, at + 1, block)]))


def _numbered_with_list(blocks: Sequence[Block], at: int) -> Point | None:
    """Return a numbered finding whose points are a list of their own ("4. Chief constables should make sure that officers:")."""
    block = blocks[at]
    if block.kind is not BlockKind.ITEM or not is_number(block.marker) or not block.text.endswith(":") or not is_directive(block.text):
        return None
    below = list(
        takewhile(lambda each: each.kind is BlockKind.ITEM and (each.level > block.level or not is_number(each.marker)), blocks[at + 1 :])
    )
    if not below:
        return None
    top = min(each.level for each in below)
    parts = [each for each in below if each.level == top]
    return Point([block, *below], number=block.marker.strip("()."), parts=parts)


def _can_lead(block: Block) -> bool:
    """Say whether the last sentence of a lead-in gives its words to findings, and is no evidence ("We found that:")."""
    return is_directive(lead_sentence(block.text)) or is_past_sentence(block.text)


def _is_bare_lead(text: str) -> bool:
    """Say whether a text is nothing but a lead-in, without a sentence before it."""
    return not first_sentence(text)[1]


def _is_nested(point: Point, block: Block) -> bool:
    return point.words[0].kind is BlockKind.ITEM and block.level > point.words[0].level


def _is_finding(block: Block) -> bool:
    first, _ = first_sentence(block.text)
    return block.kind is not BlockKind.ROW and is_directive(first) and bool(has_modal(first)) and len(first) < 600


def _item_point(block: Block, lead: Block | None) -> Point:
    number = block.marker.strip("().") if is_number(block.marker) else ""
    past = lead is not None and is_past_sentence(lead.text)
    leads = lead is not None and (is_directive(lead_sentence(lead.text)) or past)
    point = Point([block], lead=lead if leads else None, number=number, past=past or is_past_sentence(block.text))
    return _with_number(point)


def _paragraph_point(block: Block) -> Point:
    return _with_number(Point([block], past=is_past_sentence(first_sentence(block.text)[0])))


def _with_number(point: Point) -> Point:
    """Take the inspectors' number ("R7", "12.") out of the words."""
    block = point.words[0]
    if not point.number and (match := _NUMBER.match(block.text)):
        point.number = match["number"]
        point.words[0] = replace(block, text=block.text[match.end() :])
    return point


def _row_point(row: Block) -> Point | None:
    """Return the finding of a table's row: the cell that tells what to do, with the number in a cell of its own."""
    cell = next((cell for cell in row.cells if is_directive(cell) and has_modal(cell)), "")
    if not cell or row.heads:
        return None
    number = next((plain for each in row.cells if (plain := each.strip(" .")) and len(plain) < 8 and plain[-1].isdigit()), "")
    limit = next(
        (
            each.strip()
            for each in row.cells
            if each is not cell and len(each) < _LONGEST_LIMIT and limit_of(each, None).kind is not DueKind.NONE
        ),
        "",
    )
    words = replace(row, kind=BlockKind.PARAGRAPH, text=cell.replace("\n", " "), cells=())
    return Point([words], number=number.removeprefix("Recommendation "), limit=limit)
