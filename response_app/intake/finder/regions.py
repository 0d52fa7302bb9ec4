"""Report in: which blocks belong to which label, from "Area for improvement" up to where its evidence ends."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from ..blocks import Block, BlockKind
from .chapters import COMMON_HEADINGS, Chapters, Scope, is_closing
from .labels import Label, label_of
from .restated import is_past_heading, past_places
from .words import bare, ends_sentence, grade_of, has_modal, is_directive, without_ordinal

_NEXT_PART = re.compile(
    r"(?:in this section,? we|we set out our (?:main|detailed) findings|the following (?:section|chapter)|main findings$)", re.IGNORECASE
)
_YEAR = re.compile(r"(?:[a-z]+ ){0,2}(?:19|20)\d\d(?:[/–-]\d\d)?", re.IGNORECASE)
"""What a label says of a finding of an earlier report ("Cause of concern (2019)"), which is restated."""
_FEWEST_WORDS = 5


@dataclass(slots=True)
class Region:
    """A label with the blocks under it.

    Attributes:
        label: what stands over them; `level` is its heading's, 0 when unknown.
        at, last: the places of the label and of its last block.
        blocks: of the findings, without the label; a finding in the label's own line is their first.
        scope: whose chapter it stands in.
        past: whether it stands under a heading on an earlier report.
        follows: whether nothing but the region before stands between that one's label and this.
    """

    label: Label
    at: int
    last: int
    level: int
    head: Block
    scope: Scope
    past: bool
    follows: bool
    blocks: list[Block] = field(default_factory=list)


def opened(blocks: Sequence[Block]) -> list[Block]:
    """Return the blocks with boxes opened: a table row of one cell, or one that begins with a label, becomes its paragraphs."""
    out: list[Block] = []
    for block in blocks:
        if block.kind is BlockKind.ROW and _is_box(block):
            out += _paragraphs_of(block)
        else:
            out.append(block)
    return out


def regions_of(blocks: Sequence[Block], start: int, chapters: Chapters) -> list[Region]:
    """Return the labelled regions of a report in order.

    Args:
        blocks: of the report, without contents.
        start: where its front ends; a title such as "Accelerated cause of concern: custody" is no label.
        chapters: whose chapter each block stands in.
    """
    labels = [label_of(block) if at >= start else None for at, block in enumerate(blocks)]
    past = past_places(blocks, labels, chapters.heads)
    out: list[Region] = []
    at, before = start, -1
    while at < len(blocks):
        label = labels[at]
        heads_past = label is not None and not (label.words or label.number or _YEAR.fullmatch(label.topic))
        if label is None or (heads_past and is_past_heading(blocks[at].text)):
            at += 1
            continue
        head = blocks[at]
        end = at + 1
        frame = 0 if label.kind.is_cause else _frame_of(blocks, at)  # recommendations follow its own box
        while end < len(blocks) and labels[end] is None and end not in chapters.heads and not _ends(blocks, end, at, label):
            if frame and frame not in blocks[end].frames:
                break
            end += 1
        own = list(blocks[at + 1 : end])
        if label.words:
            own.insert(0, replace(head, kind=BlockKind.PARAGRAPH, text=label.words, level=0))
        level = head.level if head.is_heading and head.certain else 0
        out.append(Region(label, at, end - 1, level, head, chapters.scopes[at], past[at], at == before, own))
        at = before = end
    return out


def _frame_of(blocks: Sequence[Block], label_at: int) -> int:
    """Return the number of the box that a label stands in with its finding and more, or at least with its finding; 0 for none."""
    frames = blocks[label_at].frames[::-1]
    for least in (2, 1):
        after = blocks[label_at + 1 : label_at + 1 + least]
        for frame in frames:
            if len(after) == least and all(frame in block.frames for block in after):
                return frame
    return 0


def _ends(blocks: Sequence[Block], at: int, label_at: int, own: Label) -> bool:
    """Say whether the block at `at` is beyond the region of a label."""
    block, label = blocks[at], blocks[label_at]
    text = block.text
    first = at == label_at + 1 and not own.words
    if grade_of(text) is not None and block.kind is not BlockKind.ITEM:
        return True
    if not block.is_heading:
        return len(text) < 400 and block.kind is BlockKind.PARAGRAPH and bool(_NEXT_PART.match(text))
    if is_past_heading(text) or is_closing(text) or bare(without_ordinal(text)) in COMMON_HEADINGS:
        return True
    if first and (not own.plural or _can_be_finding(block)):
        return False
    if (
        own.plural
        and at + 1 < len(blocks)
        and _is_point(blocks[at + 1])
        and not (block.certain and label.certain and block.level <= label.level)
    ):
        return False
    if block.certain and block.level and label.is_heading and label.certain and label.level:
        return block.level <= label.level
    if block.certain:
        return True
    return not (block.bold and not label.bold and label.certain)


def _can_be_finding(block: Block) -> bool:
    """Say whether a heading right under a label is the finding itself: it tells what to do, or is a sentence."""
    text = block.text
    if text.endswith("?"):
        return False
    return is_directive(text) or (ends_sentence(text) and text.count(" ") >= _FEWEST_WORDS) or text.count(" ") >= _FEWEST_WORDS + 2


def _is_point(block: Block) -> bool:
    """Say whether a block below a subheading of a list is one of its findings, so that the subheading only names a subject."""
    return block.kind in (BlockKind.ITEM, BlockKind.PARAGRAPH) and is_directive(block.text) and has_modal(block.text)


def _is_box(row: Block) -> bool:
    cells = [cell for cell in row.cells if cell.strip()]
    if len(cells) == 1 and len(row.cells) == 1:
        return True
    first = cells[0].split("\n", 1)[0] if cells else ""
    return bool(first) and len(cells) <= 2 and label_of(replace(row, kind=BlockKind.PARAGRAPH, text=first)) is not None


def _paragraphs_of(row: Block) -> list[Block]:
    """Return the paragraphs of a box; a label on a line of its own is a heading."""
    out: list[Block] = []
    for text in (part.strip() for cell in row.cells for part in cell.split("\n")):
        if not text:
            continue
        marker = text[:1] if text[:1] in "•●◦▪■‣" else ""
        kind = BlockKind.ITEM if marker else BlockKind.PARAGRAPH
        block = replace(
            row, kind=kind, text=text.removeprefix(marker).strip(), cells=(), marker=marker, level=1 if marker else 0, heads=False
        )
        label = None if marker else label_of(block)
        is_label = label is not None and not label.words
        out.append(replace(block, kind=BlockKind.HEADING, certain=False) if is_label or grade_of(text) else block)
    return out
