"""Report in: plain and pasted text, as typed, as copied, or as extracted from a PDF; the numbers of its lines are kept."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field, replace

from .clean import clean_text
from .decoding import decode
from .lines import Form, Line, LineKind, Reading, row_text
from .marks import is_contents_line, is_page_number, is_page_word, mark_of
from .text_notes import with_footnotes

_LINE_END = re.compile(r"\r\n|\r|\n")
_TAB_WIDTH = 4
_LONG_LINE = 60
_GOES_ON = re.compile(r"[.:;,!?]['\"’”)]*$|(?:^|\s)(?:and|or)$")
_FIGURES = re.compile(r"[\d.,%£+\-– ]+")
_FEWEST_PAGES = 3
_SHARE_OF_PAGES = 0.6


@dataclass(frozen=True, slots=True)
class _Raw:
    """A line of the file as it stands: its number and page, its words, how far it is set in, if a blank stands before, and
    how many tabs."""

    number: int
    page: int
    words: str
    indent: int
    opens: bool
    tabs: int = 0


@dataclass(slots=True)
class _Levels:
    """The lists that are open at a line: how far each is set in, and the kind of its marks."""

    open: list[tuple[int, str]] = field(default_factory=list)

    def level_of(self, indent: int, mark: str) -> int:
        """Return the level of an item, from 1: deeper when it is set in further, or when its mark is of a lower rank."""
        kind = _kind_of(mark)
        while self.open and self.open[-1][0] > indent:
            self.open.pop()
        same = [at for at, (depth, known) in enumerate(self.open) if depth == indent and known == kind]
        if same:
            del self.open[same[-1] + 1 :]
        elif self.open and self.open[-1][0] == indent and not _is_below(kind, self.open[-1][1]):
            self.open[-1] = (indent, kind)
        else:
            self.open.append((indent, kind))
        return len(self.open)


def read(data: bytes) -> Reading:
    """Read a text file in any usual encoding.

    Raises:
        ImportRefused: it holds no text.
    """
    return read_text(decode(data))


def read_text(text: str) -> Reading:
    """Read a text: `Line.number` is the line of the file, `opens` stands after empty lines, pages are divided by form feeds.

    Items have marker and level, a line with tabs is a row, contents lines with dots, page numbers, running heads and the
    controls of a web page are furniture, and a number alone with its note below it is a footnote whose marker leaves the text.
    """
    raw, pages = _physical(text)
    lines = _with_running_heads(_lines(raw), pages)
    return Reading(Form.TEXT, tuple(with_footnotes(lines, frozenset(each.number for each in raw if each.indent))), pages=pages)


def _physical(text: str) -> tuple[list[_Raw], int]:
    """Return the lines that hold words, and the number of pages (0 without form feeds)."""
    feeds = text.rstrip("\f\r\n\t ").count("\f")
    page, opens, lines = (1 if feeds else 0), True, []
    for number, whole in enumerate(_LINE_END.split(text), start=1):
        for at, part in enumerate(whole.split("\f")):
            if at:
                page, opens = (page + 1 if feeds else 0), True
            words = part.strip()
            if not clean_text(words):
                opens = True
                continue
            before = part[: len(part) - len(part.lstrip())]
            blank = before.replace("\t", " " * _TAB_WIDTH)
            trailing = "\t" if part.endswith("\t") and "\t" not in words else ""
            lines.append(_Raw(number, page, words + trailing, len(blank), opens, before.count("\t")))
            opens = False
    return lines, feeds + 1 if feeds else 0


def _lines(raw: list[_Raw]) -> list[Line]:
    lines: list[Line] = []
    levels = _Levels()
    waiting: Line | None = None  # a mark alone on its line, whose words stand on the next
    for at, each in enumerate(raw):
        before = raw[at - 1] if at else None
        if waiting is not None and not is_page_number(each.words) and not mark_of(each.words)[0]:
            line = replace(waiting, number=each.number, page=each.page, text=clean_text(each.words))
        else:
            line = _line(each, before, levels)
        if line.kind is LineKind.TEXT and each.opens and not each.indent:
            levels.open.clear()
        if line.text:
            lines.append(line)
            waiting = waiting if line.kind is LineKind.FURNITURE else None
        else:
            waiting = line
    figures = [bool(_FIGURES.fullmatch(line.text)) for line in lines]
    return [_unless_in_a_chart(line, figures, at) for at, line in enumerate(lines)]


def _line(raw: _Raw, before: _Raw | None, levels: _Levels) -> Line:
    text = clean_text(raw.words)
    base = Line(raw.number, text, page=raw.page, opens=raw.opens)
    if is_page_number(text) or is_page_word(text) or is_contents_line(text):
        return replace(base, kind=LineKind.FURNITURE)
    mark, rest = mark_of(raw.words)
    if mark and "\t" not in rest and not _is_dash_in_sentence(raw, before, mark):
        words = clean_text(rest)
        kind = LineKind.FURNITURE if is_page_word(words) else LineKind.ITEM
        return replace(base, kind=kind, text=words, marker=mark, level=levels.level_of(raw.indent, mark))
    if "\t" in raw.words:
        cells = (*_empty_cells(raw, before), *(clean_text(cell) for cell in raw.words.split("\t")))
        return replace(base, kind=LineKind.ROW, text=row_text(cells), cells=cells)
    return base


def _empty_cells(raw: _Raw, before: _Raw | None) -> tuple[str, ...]:
    """Return the cells that stand empty at a row's beginning: tabs before its words, when the row above has cells over them."""
    has_room = before is not None and before.tabs + before.words.count("\t") >= raw.tabs + raw.words.rstrip("\t").count("\t")
    return ("",) * raw.tabs if has_room and before and "\t" in before.words else ()


def _kind_of(mark: str) -> str:
    bare = mark.strip("().")
    if bare.replace(".", "").isdigit():
        return "1"
    if bare.isalnum() and mark != bare:
        return "i" if set(bare) <= set("ivx") else "a"
    return "-" if mark in "-–—" else mark


def _is_below(kind: str, above: str) -> bool:
    """Say whether a kind of mark, set in no further, stands for the lists inside another's items."""
    ranks = ("1", "a", "i") if above in ("1", "a", "i") else ("•", "-", "o")
    return kind in ranks and above in ranks and ranks.index(kind) > ranks.index(above)


def _is_dash_in_sentence(raw: _Raw, before: _Raw | None, mark: str) -> bool:
    """Say whether a dash at the beginning of a line only goes on with the sentence that was wrapped before it."""
    if mark not in "-–—" or raw.opens or before is None or len(before.words) < _LONG_LINE:
        return False
    return mark_of(before.words)[0] != mark and not _GOES_ON.search(before.words[-40:])


def _unless_in_a_chart(line: Line, figures: list[bool], at: int) -> Line:
    """Take a number among other figures for one of a chart or table, not for a page number."""
    near = figures[max(0, at - 2) : at] + figures[at + 1 : at + 3]
    if line.kind is LineKind.FURNITURE and figures[at] and any(near):
        return replace(line, kind=LineKind.TEXT)
    return line


def _with_running_heads(lines: list[Line], pages: int) -> list[Line]:
    """Set apart the first and last line of pages where they are the same on most, figures aside, or on most left or right ones."""
    if pages < _FEWEST_PAGES:
        return lines
    edges: set[int] = set()
    for at, line in enumerate(lines):
        if at == 0 or at + 1 == len(lines) or lines[at - 1].page != line.page or lines[at + 1].page != line.page:
            edges.add(at)
    same = Counter(_without_figures(lines[at].text) for at in edges)
    one_side = Counter((_without_figures(lines[at].text), lines[at].page % 2) for at in edges)
    fewest, of_side = max(_FEWEST_PAGES, pages * _SHARE_OF_PAGES), max(_FEWEST_PAGES, pages / 2 * _SHARE_OF_PAGES)
    heads = {
        at for at in edges if same[saying := _without_figures(lines[at].text)] >= fewest or one_side[saying, lines[at].page % 2] >= of_side
    }
    return [replace(line, kind=LineKind.FURNITURE) if at in heads else line for at, line in enumerate(lines)]


def _without_figures(text: str) -> str:
    return re.sub(r"\d+", "#", text)
