"""Headings, bookmarks, tables and pictures of the finished PDF (record out).

Clauses of ISO 14289-1: headings 7.4.2, tables 7.5, pictures 7.3; bookmarks are the promise of the record's design.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

import pikepdf

from .content import Page
from .content import Sequence as MarkedSequence
from .model import collapsed
from .tree import Claim, Element

_NEAR = 1.0
"""Points by which a picture may miss its place."""
_LEVELS = {f"H{level}": level for level in range(1, 7)}
_ITEM = frozenset(["/Title", "/Parent", "/Dest", "/First", "/Last", "/Next", "/Prev", "/Count"])


class _Line(NamedTuple):
    """A heading or a bookmark: depth in the outline (from 0), words, page (from 0), top of its place in points."""

    depth: int
    words: str
    page: int
    top: float


def check_headings(pdf: pikepdf.Pdf, elements: Sequence[Element], pages: Sequence[Page]) -> Iterator[str]:
    """One H1, first; no level skipped; bookmarks equal to the headings, nested alike, each at its heading."""
    headings = [element for element in elements if element.type in _LEVELS]
    levels = [_LEVELS[each.type] for each in headings]
    if levels[:1] != [1] or levels.count(1) != 1:
        yield f"The first heading must be the one H1; there are {levels.count(1)} of level 1, and the levels start with {levels[:3]}."
    for before, level in pairwise(levels):
        if level > before + 1:
            yield f"A heading of level {level} follows one of level {before}: a level is skipped."
    bookmarks: list[_Line] = []
    yield from _read_outline(pdf, bookmarks)
    expected = list(_lines(headings, levels, pages))
    if len(expected) != len(bookmarks):
        yield f"There are {len(expected)} headings and {len(bookmarks)} bookmarks."
    for heading, bookmark in zip(expected, bookmarks, strict=False):
        if heading[:3] != bookmark[:3]:
            yield f"The bookmark “{bookmark.words[:60]}” does not agree with the heading “{heading.words[:60]}” in words, depth or page."
        elif not 0 <= bookmark.top - heading.top <= 40:
            yield f"The bookmark “{bookmark.words[:60]}” leads to another place on its page than its heading."


def _lines(headings: Sequence[Element], levels: Sequence[int], pages: Sequence[Page]) -> Iterator[_Line]:
    above: list[int] = []
    for heading, level in zip(headings, levels, strict=True):
        while above and above[-1] >= level:
            above.pop()
        sequences = list(_sequences(heading, pages))
        shown = [each for sequence in sequences for each in sequence.shown]
        page = sequences[0].page if sequences else -1
        yield _Line(len(above), collapsed("".join(each.text for each in sequences)), page, shown[0].base if shown else 0.0)
        above.append(level)


def _sequences(element: Element, pages: Sequence[Page]) -> Iterator[MarkedSequence]:
    for kid in element.kids:
        if isinstance(kid, Element):
            yield from _sequences(kid, pages)
        elif isinstance(kid, Claim) and 0 <= kid.page < len(pages) and kid.mcid in pages[kid.page].claimed:
            yield pages[kid.page].claimed[kid.mcid]


def _read_outline(pdf: pikepdf.Pdf, lines: list[_Line]) -> Iterator[str]:
    """Append the bookmarks to `lines`; yield what is wrong with them as such."""
    numbers = {page.obj.objgen: index for index, page in enumerate(pdf.pages)}
    outline = pdf.Root.get("/Outlines")
    waiting = [(0, outline.get("/First"))] if outline is not None else []
    seen = set()
    while waiting:
        depth, item = waiting.pop()
        if item is None:
            continue
        if item.objgen in seen:
            yield "A bookmark stands twice in the outline."
            return
        seen.add(item.objgen)
        if not set(item.keys()) <= _ITEM:
            yield "A bookmark does something else than lead to its heading."
        place = list(item.get("/Dest", ()))
        page = numbers.get(place[0].objgen, -1) if place else -1
        top = float(place[3]) if len(place) > 3 and place[3] is not None else 0.0
        lines.append(_Line(depth, str(item.get("/Title", "")), page, top))
        waiting.append((depth, item.get("/Next")))
        waiting.append((depth + 1, item.get("/First")))


def check_tables(elements: Sequence[Element]) -> Iterator[str]:
    """Each row has as many cells, each table has header cells, each header cell says for what it is one."""
    for number, table in enumerate((each for each in elements if each.type == "Table"), 1):
        rows = [[cell for cell in row.kids if isinstance(cell, Element)] for row in table.kids if isinstance(row, Element)]
        if len({len(row) for row in rows}) != 1:
            yield f"Table {number}: the rows do not all have the same number of cells."
            continue
        heads = [cell for row in rows for cell in row if cell.type == "TH"]
        if not heads or any(cell.scope not in ("Row", "Column") for cell in heads):
            yield f"Table {number}: a header cell is missing, or does not say whether it heads a row or a column."
        in_columns = all(cell.type == "TH" and cell.scope == "Column" for cell in rows[0])
        in_rows = all(row[0].type == "TH" and row[0].scope == "Row" for row in rows)
        if not in_columns and not in_rows:
            yield f"Table {number}: neither its first row nor its first column is all headers."


def check_pictures(elements: Sequence[Element], pages: Sequence[Page]) -> Iterator[str]:
    """Each picture says where on its page it is (/BBox), and is there."""
    for figure in (each for each in elements if each.type == "Figure"):
        drawn = [box for sequence in _sequences(figure, pages) for box in sequence.pictures]
        if len(figure.box) != 4:
            yield "A picture does not say where on its page it is."
        elif len(drawn) != 1 or any(abs(one - other) > _NEAR for one, other in zip(figure.box, drawn[0], strict=True)):
            yield "A picture is not where on its page it says that it is."
