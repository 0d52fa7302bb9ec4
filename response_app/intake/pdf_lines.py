"""Report in: words of a PDF page, as they stand in the file, put together into strips: one line of one column or cell."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from ..pdfium_words import DROP, Placed, PlacedBox, PlacedPage, PlacedWords
from .clean import clean_text
from .pdf_markers import BULLET_ALONE, MARKER_ALONE, plain_marker
from .pdf_ruled import Grid, grids_of

_SAME_LINE = 0.2
_GUTTER = 0.9
"""Wider gaps, in sizes of the letters, divide columns and cells; narrower ones divide words."""

_LEADER = re.compile(r"[.…·_]+")
_LEADER_IN_TEXT = re.compile(r"(?:\s*(?:\.\s?){5,}|\s*(?:…\s?){2,}|\s*_{5,})")
_LONGEST_LEADER = 60
_NOTE_MARK = re.compile(r"\(?(\d{1,3}|[*†‡§]{1,2})\)?(?:\s*,\s*\d{1,3})*,?")
_MEASURE = re.compile(r"(?:\b|\d)[kcm]?m$")
_SMALLEST = 1.0
_MARKER_REACH = 4.0
_MOST_ALIKE = 20
"""Of the same words on a page that are looked back at: a shadow is drawn soon before or after its words."""

_MOST_NEAR = 500
"""Of the words about the height of a marker that are looked at; a page of a report has some dozens."""


@dataclass(slots=True, eq=False)
class Strip(Placed):
    """Words on one line of one column or cell, clean; `left` is where its marker stands, if it has one.

    Attributes:
        marker: the list marker that stands before it, or a footnote's.
        text_left: where its words begin, behind the marker.
        notes: footnote markers that stood in it.
        soft: whether it ends within a word, at a hyphen that is only there for the line's end.
        base: where its letters stand, from the top of the page.
    """

    marker: str = ""
    text_left: float = 0.0
    notes: list[str] = field(default_factory=list)
    soft: bool = False
    base: float = 0.0


def strips_of(page: PlacedPage) -> tuple[list[Strip], list[Strip]]:
    """Return what stands on a page line by line, and what is turned or lies across, each in no certain order."""
    words = _readable(page)
    level: list[PlacedWords] = []
    turned: list[Strip] = []
    for word in words:
        if word.turned:
            turned.append(_begun(word))
        else:
            level.append(word)
    grids = grids_of(page.drawings)
    strips = _once(_finished(_gathered(level, grids)))
    strips.sort(key=lambda strip: (strip.base, strip.left))
    strips = _with_markers(_beside(strips, grids), page.drawings, grids)
    return [strip for strip in strips if strip.text], [strip for strip in _finished(turned) if strip.text]


def _readable(page: PlacedPage) -> list[PlacedWords]:
    """Leave out what nobody sees: off the page, too small, or unseen without a scanned picture of it."""
    area = page.width * page.height
    scanned = any((right - left) * (bottom - top) > area / 2 for left, top, right, bottom in page.pictures)
    return [
        word
        for word in page.words
        if word.size >= _SMALLEST
        and (word.seen or scanned)
        and word.right > 0
        and word.left < page.width
        and word.bottom > 0
        and word.top < page.height
    ]


def _begun(word: PlacedWords) -> Strip:
    base = word.bottom - DROP * word.size
    return Strip(word.text, word.left, word.top, word.right, word.bottom, word.size, word.bold, text_left=word.left, base=base)


def _gathered(words: Iterable[PlacedWords], grids: Sequence[Grid]) -> list[Strip]:
    """Join words that follow each other in the file and on the page, but over no line of a table."""
    strips: list[Strip] = []
    strip: Strip | None = None
    for word in words:
        if strip is None or (grids and _parted(strip, word.left, grids)) or not _taken(strip, word):
            marked = strip is not None and _is_mark_of(strip, word)
            begun = _begun(word)
            if marked and strip is not None:
                begun.marker, begun.left = strip.text, strip.left
                strips.pop()
            strip = begun
            strips.append(strip)
    return strips


def _parted(strip: Strip, left: float, grids: Sequence[Grid]) -> bool:
    """Say whether a line of a table stands between a strip and what begins behind it."""
    return any(grid.parts(strip.right, left, strip.base) for grid in grids)


def _taken(strip: Strip, word: PlacedWords) -> bool:
    """Add a word to a strip if it goes on there; say whether it does."""
    size = max(strip.size, word.size)
    gap = (word.left - strip.right) / size
    rise = strip.base - (word.bottom - DROP * word.size)
    if abs(rise) < _SAME_LINE * size and -0.4 < gap < _reach(strip, gap):
        glued = (word.glued and gap < 0.15) or (strip.notes and gap < 0.4 and word.text[0] in ",.;:)")
        _add(strip, word.text if glued else f" {word.text}", word)
        return True
    if word.size < 0.85 * strip.size and 0.1 * strip.size < rise < strip.size and -0.3 < gap < 0.4:
        mark = _NOTE_MARK.fullmatch(word.text)
        if mark and not _MEASURE.search(strip.text):
            strip.notes.extend(re.findall(r"\d+|[*†‡§]+", word.text))
            strip.right = word.right
        else:
            _add(strip, word.text, word)
        return True
    return False


def _reach(strip: Strip, gap: float) -> float:
    """Return how wide a gap the strip goes on over, in sizes of its letters."""
    if _LEADER.fullmatch(strip.text.rsplit(" ", 1)[-1]) and len(strip.text) > 1:
        return _LONGEST_LEADER
    if gap > 0.45 and len(strip.text) < 6 and MARKER_ALONE.fullmatch(strip.text):
        return 0.0
    return _GUTTER


def _add(strip: Strip, text: str, word: PlacedWords) -> None:
    strip.text += text
    strip.right = max(strip.right, word.right)
    strip.bold = strip.bold and (word.bold or not any(map(str.isalnum, text)))
    if word.size > strip.size:
        strip.size, strip.top, strip.bottom = word.size, word.top, word.bottom
        strip.base = word.bottom - DROP * word.size


def _is_mark_of(strip: Strip, word: PlacedWords) -> bool:
    """Say whether a strip is a raised number before the first word of a footnote."""
    rise = (word.bottom - DROP * word.size) - strip.base
    raised = strip.size < 0.85 * word.size and 0.1 * word.size < rise < word.size
    return raised and -0.2 * word.size < word.left - strip.right < word.size and bool(_NOTE_MARK.fullmatch(strip.text))


def _finished(strips: Iterable[Strip]) -> list[Strip]:
    """Clean the characters, note soft hyphens, and shorten dot leaders to five dots."""
    finished = []
    for strip in strips:
        text = strip.text
        strip.soft = text.endswith("\xad")
        text = clean_text(text)
        if ".." in text or ". ." in text or "__" in text or "…" in text:
            text = _LEADER_IN_TEXT.sub(" ..... ", text).strip(" ")
        strip.text = text
        if strip.text:
            finished.append(strip)
    return finished


def _once(strips: list[Strip]) -> list[Strip]:
    """Leave out what is printed again in the same place, as a shadow or to look bold."""
    known: dict[str, list[Strip]] = {}
    kept = []
    for strip in strips:
        same = known.setdefault(strip.text, [])
        near = 0.2 * strip.size
        if not any(abs(other.left - strip.left) < near and abs(other.base - strip.base) < near for other in same[-_MOST_ALIKE:]):
            kept.append(strip)
        same.append(strip)
    return kept


def _beside(strips: Sequence[Strip], grids: Sequence[Grid]) -> list[Strip]:
    """Join what stands side by side without a gap though not one after the other in the file."""
    joined: list[Strip] = []
    for row in rows_of(strips):
        row.sort(key=lambda strip: strip.left)
        last = row[0]
        joined.append(last)
        for strip in row[1:]:
            size = max(last.size, strip.size)
            gap = (strip.left - last.right) / size
            if -0.3 < gap < _reach(last, gap) and not strip.marker and not _parted(last, strip.left, grids):
                last.text = f"{last.text} {strip.text}" if gap > 0.12 else last.text + strip.text
                last.right, last.bold = max(last.right, strip.right), last.bold and strip.bold
                last.notes.extend(strip.notes)
                last.soft = strip.soft
            else:
                last = strip
                joined.append(last)
    return joined


def rows_of(strips: Sequence[Strip]) -> list[list[Strip]]:
    """Return strips in rows that stand on one line each; given and returned from top to bottom."""
    rows: list[list[Strip]] = []
    for strip in strips:
        if rows and abs(rows[-1][0].base - strip.base) < _SAME_LINE * max(strip.size, rows[-1][0].size):
            rows[-1].append(strip)
        else:
            rows.append([strip])
    return rows


def _with_markers(strips: list[Strip], drawings: Sequence[PlacedBox], grids: Sequence[Grid]) -> list[Strip]:
    """Give list markers to the words that they stand before: letters of their own, or small drawings."""
    alone = [strip for strip in strips if len(strip.text) < 6 and MARKER_ALONE.fullmatch(strip.text)]
    gone: set[int] = set()
    for mark in alone:
        begun = bisect_left(strips, mark.base - mark.size, key=lambda strip: strip.base)
        best: tuple[float, Strip] | None = None
        for strip in strips[begun : begun + _MOST_NEAR]:
            if strip.base - mark.base > 1.7 * mark.size:
                break
            if not mark.left - 1 <= strip.left < mark.right + _MARKER_REACH * mark.size:
                continue
            if strip is mark or id(strip) in gone or strip.marker or _parted(mark, strip.left, grids):
                continue
            drop = abs(strip.base - mark.base)
            gap = strip.left - mark.right
            beside = drop < 0.6 * mark.size and -1 < gap < _MARKER_REACH * mark.size
            below = (
                BULLET_ALONE.fullmatch(mark.text)
                and strip.base > mark.base
                and mark.left <= strip.left < mark.right + _MARKER_REACH * mark.size
            )
            if (beside or below) and (best is None or (drop, gap) < (best[0], best[1].left - mark.right)):
                best = drop, strip
        if best:
            best[1].marker, best[1].left = plain_marker(mark.text), mark.left
            gone.add(id(mark))
    kept = [strip for strip in strips if id(strip) not in gone]
    _draw_markers(kept, drawings)
    return kept


def _draw_markers(strips: list[Strip], drawings: Sequence[PlacedBox]) -> None:
    """Take a small round or square drawing before a line for its bullet."""
    for left, top, right, bottom in drawings:
        wide, high = right - left, bottom - top
        if not (1 < wide < 9 and 1 < high < 9 and 0.7 < wide / high < 1.4):
            continue
        middle = (top + bottom) / 2
        begun = bisect_left(strips, middle - 2, key=lambda strip: strip.base)
        for strip in strips[begun : begun + 4]:
            inside = strip.top < middle < strip.bottom and high < 0.75 * strip.size
            if inside and 0 < strip.left - right < 2.5 * strip.size and not strip.marker:
                strip.marker, strip.left = "•", left
                break
