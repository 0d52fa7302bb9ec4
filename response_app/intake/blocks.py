"""Report in: from lines to blocks, the paragraphs, items, headings and rows of a report as they were before lines were broken."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import pairwise

from .joining import Spelling, joined, spelling_of
from .lines import Line, LineKind, Reading
from .marks import mark_of


class BlockKind(StrEnum):
    """What a block is."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    ITEM = "item"
    ROW = "row"


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading, list item or table row.

    Attributes:
        kind: what it is.
        text: its words, the lines joined; a word hyphenated over the end of a line is whole again.
        first, last: the numbers of its lines.
        page: of its first line, 0 where there are no pages.
        level: of a heading or item, from 1; 0 of a heading whose level is not known.
        marker: an item's mark.
        cells: a row's cells.
        bold: whether all of it is bold.
        certain: of a heading, whether the reader says that it is one; otherwise only its shape does.
        heads: whether a row names the columns.
        frames: numbers of the boxes that its first line stands in, the outermost first.
    """

    kind: BlockKind
    text: str
    first: int
    last: int
    page: int = 0
    level: int = 0
    marker: str = ""
    cells: tuple[str, ...] = ()
    bold: bool = False
    certain: bool = True
    heads: bool = False
    frames: tuple[int, ...] = ()

    @property
    def is_heading(self) -> bool:
        """Whether it is a heading, certainly or by its shape."""
        return self.kind is BlockKind.HEADING


@dataclass(frozen=True, slots=True)
class Blocks:
    """The blocks of a report in reading order; its footnotes apart, furniture left out."""

    blocks: tuple[Block, ...]
    notes: tuple[Block, ...] = ()


_NARROW = 0.84
"""A line that ends before this part of the usual width, with room for the next word, was ended on purpose."""
_WINDOW = 6
_INDENT = 40
_LONGEST_HEADING = 140
_LONGEST_QUESTION = 260
_MOST_HEADING_WORDS = 18
_MOST_QUESTION_WORDS = 40
_LARGER = 1.13
_FEWEST_LINES = 4
_QUESTIONS = ("How ", "What ", "Does ", "Do ", "Is ", "Are ", "Has ", "Have ")
_UNFINISHED = (" and", " or", " the", " of", " for", " to", " in", " with", " by", " a", " at", " on", " that", " is", " are", " from")
_STANDARD = re.compile(
    "Outstanding|Good|Adequate|Requires [Ii]mprovement|Inadequate|Areas? for [Ii]mprovement|Causes? of [Cc]oncern|Recommendations?|"
    "(?:Innovative|Promising) practice|Main findings"
)
_PUBLICATION = re.compile(
    r"(?:(?:First|Report|Letter|Originally) [Pp]ublished|PUBLISHED|Published|(?:Letter )?[Ss]ent|SENT|Issued|(?:Report )?[Pp]ublication|"
    r"(?:Report )?[Dd]ate of (?:publication|issue|letter)|(?:Report )?[Dd]ate (?:published|sent))"
    r"(?: on| ON)?(?: date)?(?P<day>:? (?:[A-Za-z]{3,9}day,? )?\d{1,4}\D.*|:.*)?"
)
"""A line of the front matter with the day of publication, or with its label alone; no sentence goes on over its beginning or end."""
_CLOSERS = "'\"’”)]"
_KINDS = {LineKind.HEADING: BlockKind.HEADING, LineKind.ITEM: BlockKind.ITEM, LineKind.ROW: BlockKind.ROW}


def blocks_of(reading: Reading) -> Blocks:
    """Return the blocks of a reading.

    Marked readings say where a paragraph ends. In placed and plain ones a line goes on in the next when the next word had no
    room in it, and never over an empty line, but over a page, its running heads and its footnotes when the sentence does.
    """
    lines = [_with_mark(line) for line in reading.lines]
    page = _Page.of(reading.layout, lines)
    text: list[list[Line]] = []
    notes: list[list[Line]] = []
    broken = False
    before: Line | None = None
    for at, line in enumerate(lines):
        if line.kind is LineKind.FURNITURE or not (line.text or line.marker):
            broken = broken or line.kind is LineKind.FURNITURE
            continue
        if line.kind is LineKind.FOOTNOTE:
            _add_note(notes, line)
            broken = True
            continue
        if before is not None and not page.is_heading_over(text[-1], line) and page.goes_on(before, line, at, broken=broken):
            text[-1].append(line)
        else:
            text.append([line])
        before, broken = line, False
    blocks = [page.block(group) for group in text]
    blocks = [replace(block, frames=group[0].frames) if group[0].frames else block for block, group in zip(blocks, text, strict=True)]
    return Blocks(tuple(blocks if reading.layout == "marked" else _with_numbered_headings(blocks)), tuple(_note(group) for group in notes))


def _with_numbered_headings(blocks: Sequence[Block]) -> list[Block]:
    """Return the blocks with chapter headings such as "3. First contact" as what they are: a numbered item that stands in no list."""
    out = list(blocks)
    for at, block in enumerate(blocks):
        if block.kind is not BlockKind.ITEM or not block.marker[:1].isdigit() or not _has_shape(block.text):
            continue
        number = _leading_number(block.marker)
        near = (blocks[other] for other in (at - 1, at + 1) if 0 <= other < len(blocks))
        if not any(each.kind is BlockKind.ITEM and abs(_leading_number(each.marker) - number) == 1 for each in near):
            out[at] = replace(block, kind=BlockKind.HEADING, level=0, marker="", certain=False)
    return out


def _leading_number(marker: str) -> int:
    digits = marker.split(".")[0].strip("()")
    return int(digits[:4]) if digits.isascii() and digits.isdigit() else -9


def _with_mark(line: Line) -> Line:
    """Return a text line with its bullet as an item's marker, where the reader left it in the words."""
    if line.kind is LineKind.TEXT and line.text[:1] in "•●◦▪■‣" and line.text:
        marker, rest = mark_of(line.text)
        if marker:
            return replace(line, kind=LineKind.ITEM, marker=marker, text=rest.strip(), level=line.level or 1)
    return line


def _add_note(notes: list[list[Line]], line: Line) -> None:
    if notes and not line.marker and not line.opens:
        notes[-1].append(line)
    else:
        notes.append([line])


def _note(group: Sequence[Line]) -> Block:
    text = joined(line.text for line in group)
    return Block(BlockKind.PARAGRAPH, text, group[0].number, group[-1].number, group[0].page, marker=group[0].marker)


def _is_standard(text: str) -> bool:
    """Say whether a line is nothing but a grade or the heading of a finding, which stands alone wherever it stands."""
    return len(text) < 24 and _STANDARD.fullmatch(text.rstrip(":")) is not None


def _ends_with_day(text: str) -> bool:
    """Say whether a line is a publication label and its day, so that nothing more belongs to it."""
    match = _PUBLICATION.fullmatch(text) if len(text) < 80 else None
    return bool(match and match["day"] and text[-4:].isdigit())


def _ended(text: str) -> bool:
    return text.rstrip(_CLOSERS)[-1:] in (".", "!", "?", ":", ";") or text.endswith(("; and", "; or"))


@dataclass(slots=True)
class _Page:
    """How the lines of a reading run: its layout, whether its lines were broken to a width, how far they reach, its body size."""

    layout: str
    wrapped: bool
    gapped: bool
    reach: list[float]
    size: float
    levels: dict[float, int]
    lines: Sequence[Line] = ()
    spelling: Spelling = Spelling()

    @classmethod
    def of(cls, layout: str, lines: Sequence[Line]) -> _Page:
        """Measure the lines."""
        if layout == "marked":
            return cls(layout, wrapped=True, gapped=False, reach=[], size=0.0, levels={})
        pairs: Counter[tuple[bool, bool]] = Counter()  # whether an empty line stands between, whether the sentence goes on
        for before, line in pairwise(lines):
            if before.kind is LineKind.TEXT and line.kind is LineKind.TEXT and before.text and line.text:
                pairs[line.opens, line.text[:1].islower() and not _ended(before.text)] += 1
        tight, open_ones = pairs[False, True] + pairs[False, False], pairs[True, True] + pairs[True, False]
        gapped = pairs[True, True] > _FEWEST_LINES and pairs[True, True] * 3 > open_ones and tight * 5 < open_ones
        wrapped = layout == "placed" or gapped or 0 < tight * 2 < open_ones or (pairs[False, True] > 0 and pairs[False, True] * 5 >= tight)
        sizes: Counter[float] = Counter()
        for line in lines:
            if line.size and line.kind is LineKind.TEXT:
                sizes[round(line.size * 2) / 2] += len(line.text)
        body = sizes.most_common(1)[0][0] if sizes else 0.0
        larger = sorted({round(line.size * 2) / 2 for line in lines if body and line.size >= body * _LARGER}, reverse=True)
        levels = {size: level for level, size in enumerate(larger, start=1)}
        spelling = spelling_of([line.text for line in lines if line.kind is not LineKind.FURNITURE])
        return cls(layout, wrapped, gapped, _reach(lines), body, levels, lines, spelling)

    def goes_on(self, before: Line, line: Line, at: int, *, broken: bool) -> bool:
        """Say whether a line goes on with the paragraph of the one before; `broken`: a page's end or footnote stood between."""
        if self.layout == "placed" and _is_standard(before.text) and _is_standard(line.text):
            return False
        if before.joins:
            return True
        if self.layout == "marked" or line.kind in (LineKind.ITEM, LineKind.ROW) or before.kind is LineKind.ROW:
            return False
        if line.kind is LineKind.HEADING or before.kind is LineKind.HEADING:
            return self._same_heading(before, line)
        if before.kind is LineKind.ITEM and not before.text:
            return True
        if _is_standard(before.text) or _is_standard(line.text):
            return False
        if line.text[:1].isupper() and (_PUBLICATION.fullmatch(line.text) or _ends_with_day(before.text)):
            return False
        lower, ended = line.text[:1].islower(), _ended(before.text)
        if broken or (before.page != line.page and line.page):
            return lower and not ended and len(before.text) > 20
        if line.opens and not self.gapped:
            return False
        if self.levels and self._is_larger(before) and self._is_larger(line) and abs(before.size - line.size) < 0.5:
            return True
        if self.layout == "placed" and self._looks_differ(before, line) and not (lower and not ended):
            return False
        return self._wraps(before, line, at, lower=lower, ended=ended)

    def _wraps(self, before: Line, line: Line, at: int, *, lower: bool, ended: bool) -> bool:
        if before.text.endswith("-") and lower:
            return True
        if before.text.endswith((":", "; and", "; or")):
            return False
        if not self.wrapped:
            return lower and not ended and len(before.text) >= 50
        reach = self.reach[at - 1] if at <= len(self.reach) else 0.0
        needed = _extent(before) + _extent_of_first_word(line)
        if needed < reach * _NARROW:
            return lower and not ended
        return not (ended and not lower and (before.text[-1:] in ":;" or self._stands_alone(line, at)))

    def _stands_alone(self, line: Line, at: int) -> bool:
        """Say whether a line could be a heading between two paragraphs that no empty line divides."""
        after = self.lines[at + 1] if at + 1 < len(self.lines) else None
        if line.kind is not LineKind.TEXT or not _has_shape(line.text) or (after and after.text[:1].islower()):
            return False
        return after is None or after.opens or _extent(line) + _extent_of_first_word(after) < self.reach[at] * _NARROW

    def is_heading_over(self, group: Sequence[Line], line: Line) -> bool:
        """Say whether the lines so far are a question as a heading, which the next line does not go on with."""
        if self.layout == "marked" or group[0].kind is not LineKind.TEXT or group[-1].text[-1:] != "?" or line.text[:1].islower():
            return False
        return len(group) <= 3 and group[0].text.startswith(_QUESTIONS) and sum(each.text.count("?") for each in group) == 1

    def _same_heading(self, before: Line, line: Line) -> bool:
        """Headings over two lines of a placed reading are one; a reader with mark-up has `joins`."""
        if line.kind is not before.kind or line.opens or self.layout != "placed" or before.page != line.page:
            return False
        return (before.level, round(before.size)) == (line.level, round(line.size)) and not _ended(before.text)

    def _is_larger(self, line: Line) -> bool:
        return line.size >= self.size * _LARGER > 0

    def _looks_differ(self, before: Line, line: Line) -> bool:
        return bool(before.size and line.size and abs(before.size - line.size) > 0.7) or before.bold != line.bold

    def block(self, group: Sequence[Line]) -> Block:
        """Return the block that some lines make."""
        first, last = group[0], group[-1]
        text = first.text if len(group) == 1 else joined((line.text for line in group), self.spelling)
        bold = first.bold and all(line.bold for line in group)
        kind = _KINDS.get(first.kind, BlockKind.PARAGRAPH)
        if kind is BlockKind.PARAGRAPH:
            return self._paragraph_or_heading(group, text, bold=bold)
        level = first.level
        if kind is BlockKind.HEADING and not level:
            level = self.levels.get(round(first.size * 2) / 2, 0)
        return Block(kind, text, first.number, last.number, first.page, level, first.marker, first.cells, bold, heads=first.heads)

    def _paragraph_or_heading(self, group: Sequence[Line], text: str, *, bold: bool) -> Block:
        first, last = group[0], group[-1]
        if len(text) <= _LONGEST_QUESTION and _has_shape(text):
            larger = self._is_larger(first)
            shown = larger or (bold and not _is_sentence(text))
            if shown or (self.layout == "plain" and len(group) <= (6 if text[-1] == "?" else 4)):
                level = self.levels.get(round(first.size * 2) / 2, 0) if larger else 0
                return Block(BlockKind.HEADING, text, first.number, last.number, first.page, level, bold=bold, certain=larger)
        return Block(BlockKind.PARAGRAPH, text, first.number, last.number, first.page, bold=bold)


def _has_shape(text: str) -> bool:
    """Say whether a text could be a heading: short, begun with a capital or figure, and no sentence with its full stop."""
    last = text[-1:]
    words = text.count(" ") + 1
    if last == "?":
        return words <= _MOST_QUESTION_WORDS and text[:1].isupper()
    if last in ".,;:!" or len(text) > _LONGEST_HEADING or words > _MOST_HEADING_WORDS:
        return False
    start = text[:1]
    return (start.isupper() or (start.isdigit() and any(each.isupper() for each in text))) and not text.endswith(_UNFINISHED)


def _is_sentence(text: str) -> bool:
    return text[-1:] in ".;:"


def _extent(line: Line) -> float:
    """How far a line reaches: its right edge in points, or its characters where there are no positions."""
    return line.box.right if line.box else float(len(line.text))


def _extent_of_first_word(line: Line) -> float:
    word = line.text.find(" ")
    length = (word if word > 0 else len(line.text)) + 1
    if line.box and line.text:
        return length * (line.box.right - line.box.left) / len(line.text)
    return float(length)


def _reach(lines: Sequence[Line]) -> list[float]:
    """Return for each line how far lines reach about it: the farthest of its neighbours in the same column."""
    extents = [_extent(line) for line in lines]
    plain = sorted(extent for line, extent in zip(lines, extents, strict=True) if line.kind in (LineKind.TEXT, LineKind.ITEM))
    usual = plain[int(len(plain) * 0.8)] if plain else 0.0
    places = [(line.page, line.box.left, line.box.right) if line.box else (-1, 0.0, 0.0) for line in lines]
    out: list[float] = []
    for at, line in enumerate(lines):
        low, high = max(0, at - _WINDOW), min(len(lines), at + _WINDOW + 1)
        if line.box:
            left = line.box.left
            page = line.page
            near = [
                right for its_page, its_left, right in places[low:high] if its_page == page and right > left and its_left - left < _INDENT
            ]
        else:
            run_low, run_high = at, at + 1
            while run_low > low and not lines[run_low].opens:
                run_low -= 1
            while run_high < high and not lines[run_high].opens:
                run_high += 1
            is_text = run_high - run_low > 2 and any(each.text[:1].islower() for each in lines[run_low + 1 : run_high])
            near = extents[run_low:run_high] if is_text else [usual]
        out.append(max(near, default=usual))
    return out
