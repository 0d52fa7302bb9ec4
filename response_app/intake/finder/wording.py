"""Report in: the inspectors' exact words as structured text, and one sentence of them that can stand alone."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ...domain.canonical import canonical
from ...domain.richtext import Block as RichBlock
from ...domain.richtext import Heading, ListBlock, ListItem, Paragraph, RichText, Run, Runs, Table
from ..blocks import Block, BlockKind
from ..sentences import first_sentence

_TAIL = re.compile(r"(?:[\s;,]+(?:and|or|and/or|and then))?[\s;,.:]*$", re.IGNORECASE)
_AFTER_MODAL = re.compile(r"(?:\bshould|\bmust|\bto|\bneeds to|\bwill|\bby)\s*$", re.IGNORECASE)
_LIMIT_APART = re.compile(r"\b(?:should|must), [^,]+$", re.IGNORECASE)
_SMALL = frozenset(
    [
        "a",
        "all",
        "any",
        "as",
        "at",
        "each",
        "every",
        "from",
        "how",
        "if",
        "in",
        "it",
        "its",
        "of",
        "on",
        "that",
        "the",
        "their",
        "there",
        "these",
        "this",
        "those",
        "to",
        "when",
        "where",
        "whether",
        "with",
    ]
)


def rich(blocks: Sequence[Block]) -> RichText:
    """Return blocks as structured text: paragraphs, lists two levels deep, subheadings, tables."""
    out: list[RichBlock] = []
    at = 0
    while at < len(blocks):
        block = blocks[at]
        end = at + 1
        if block.kind in (BlockKind.ITEM, BlockKind.ROW):
            while end < len(blocks) and blocks[end].kind is block.kind:
                end += 1
            out.append(_list(blocks[at:end]) if block.kind is BlockKind.ITEM else _table(blocks[at:end]))
        elif block.is_heading:
            out.append(Heading(2 if block.level > 3 else 1, _runs(block.text)))
        else:
            out.append(Paragraph(_runs(block.text)))
        at = end
    return canonical(out)


def _runs(text: str) -> Runs:
    return (Run(text),) if text else ()


def _list(items: Sequence[Block]) -> ListBlock:
    ordered = is_number(items[0].marker)
    top = min(item.level for item in items)
    out: list[ListItem] = []
    nested: list[Block] = []
    for item in items:
        if out and item.level > top:
            nested.append(item)
            continue
        out = _with_nested(out, nested)
        nested = []
        out.append(ListItem((Paragraph(_runs(item.text)),)))
    return ListBlock(ordered, tuple(_with_nested(out, nested)))


def _with_nested(items: list[ListItem], nested: Sequence[Block]) -> list[ListItem]:
    if not nested:
        return items
    inner = ListBlock(is_number(nested[0].marker), tuple(ListItem((Paragraph(_runs(each.text)),)) for each in nested))
    return [*items[:-1], ListItem(items[-1].paragraphs, inner)]


def _table(rows: Sequence[Block]) -> RichBlock:
    cells = [tuple(_runs(cell) for cell in (row.cells or (row.text,))) for row in rows]
    return Table(cells[0], tuple(cells[1:]))


def is_number(marker: str) -> bool:
    """Say whether an item's mark counts ("3.", "a)") and is no bullet."""
    return bool(marker) and any(each.isalnum() for each in marker) and marker != "o"


def sentence_of(text: str) -> str:
    """Return the first sentence of a text, closed with a full stop."""
    return closed(first_sentence(text)[0])


def closed(text: str) -> str:
    """Return a point of a list or a heading as a sentence: its trailing "; and" goes, a full stop comes."""
    plain = text.strip()
    if plain[-1:] in ("?", "!") or plain.endswith((".’", ".”", ".)", "?”", "?’")):
        return plain
    return _tidy(plain) + "." if plain else ""


def _tidy(text: str) -> str:
    tail = text[-24:]
    return text[:-24] + _TAIL.sub("", tail)


def with_lead(lead: str, points: Sequence[str]) -> str:
    """Return one sentence of a lead-in line and the points under it: "The force should" + "review ...;" → one whole sentence."""
    start = lead.strip().rstrip(":;–—- ").rstrip()
    if _LIMIT_APART.search(start[-80:]):  # "The force should, within a month": the sentence goes on behind a comma
        start += ","
    tidy = [_tidy(first_sentence(point)[0]).strip() for point in points]
    tidy = [_following(start, point) for point in tidy if point]
    if not start:
        return closed("; ".join(tidy))
    return closed(f"{start} {'; '.join(tidy)}")


def _following(lead: str, point: str) -> str:
    """A point's first letter is small behind "should", and where its first word is an ordinary one."""
    word = point.split(" ", 1)[0]
    if not lead or (not (word[:1].isupper() and word[1:].islower()) and word not in ("A", "It")):
        return point
    if _AFTER_MODAL.search(lead[-12:]) or word.casefold() in _SMALL:
        return point[0].lower() + point[1:]
    return point
