"""Report in: lists of contents, which name chapters and are none."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..blocks import Block, BlockKind
from .words import bare, ends_sentence, without_ordinal

_TITLES = frozenset(
    {"contents", "table of contents", "list of contents", "contents page", "in this report", "on this page", "in this section"}
)
_LEADERS = re.compile(r"(?:\.{3,}|…+|(?: \.){3,})\s*\d{0,3}$")
_PAGE = re.compile(r"\s+\d{1,3}$")
_PAGE_ALONE = re.compile(r"\d{1,3}")
_LONGEST_ENTRY = 200


def without_contents(blocks: Sequence[Block]) -> list[Block]:
    """Return the blocks without the lists of contents: their title, and their entries up to where the first of them comes again."""
    out: list[Block] = []
    at = 0
    while at < len(blocks):
        block = blocks[at]
        if len(block.text) < 40 and bare(block.text) in _TITLES:
            end = _end_of_list(blocks, at + 1)
            if end > at + 1:
                at = end
                continue
        if not (len(block.text) < _LONGEST_ENTRY and block.text[-1:].isdigit() and _LEADERS.search(block.text)):
            out.append(block)
        at += 1
    return out


def _end_of_list(blocks: Sequence[Block], start: int) -> int:
    """Return where the list ends that begins at `start`; `start` itself when there is none.

    A heading is no entry any more when it stands in the list already; a list with marks or page numbers, in the line of their
    entry or alone below it, ends with them.
    """
    seen: set[str] = set()
    marked = 0
    at = start
    while at < len(blocks):
        block = blocks[at]
        text = block.text
        below = blocks[at + 1].text if at + 1 < len(blocks) else ""
        numbered = bool(_PAGE.search(text) or _LEADERS.search(text) or _PAGE_ALONE.fullmatch(text) or _PAGE_ALONE.fullmatch(below))
        if len(text) > _LONGEST_ENTRY or (ends_sentence(text) and text[-1:] != "?" and not numbered):
            break
        name = bare(_PAGE.sub("", _LEADERS.sub("", without_ordinal(text))))
        is_item = block.kind in (BlockKind.ITEM, BlockKind.ROW)
        if name in seen and not numbered and not is_item:
            break
        if marked >= 2 and not numbered and not is_item:
            break
        if block.is_heading and block.certain and block.level and not numbered and marked:
            break
        seen.add(name)
        marked += numbered or is_item
        at += 1
    if marked < 2 and at < len(blocks) and not _comes_again(blocks, at, seen):
        return start
    return at


def _comes_again(blocks: Sequence[Block], at: int, seen: set[str]) -> bool:
    """Say whether what stopped an unmarked list is one of its own entries, so that it was a list."""
    return bare(without_ordinal(blocks[at].text[:_LONGEST_ENTRY])) in seen
