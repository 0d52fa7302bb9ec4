"""Report in: goes through a web page from its beginning to its end and gathers lines, however deep it is nested."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from .breaks import with_breaks
from .clean import clean_text
from .html_page import Page, is_box, tag_of
from .html_tables import Tables, is_table_of_data
from .lines import Line, LineKind, Picture
from .marks import bullet_of, counted, is_contents_line, is_page_word, is_related_heading

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_BLOCK_NAMES = (
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer form "
    "h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol optgroup p pre search section summary table tbody td tfoot "
    "th thead tr ul"
)
_BLOCKS = frozenset(_BLOCK_NAMES.split())
_BOLD = frozenset({"b", "strong", "th"})
_BLANKS = re.compile(r"[ \t\n\r\f]+")
_BOLD_STYLE = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)
_BLOCK_STYLE = re.compile(r"display\s*:\s*(?:block|flex|grid|list-item)", re.IGNORECASE)
_WORD_LIST = re.compile(r"mso-list\s*:[^;]*\blevel(\d)", re.IGNORECASE)
_NOTE_NUMBER = re.compile(r"\[?\(?(\d{1,3}|[*†‡])\)?\]?")
_NOTE_NAME = re.compile(r"#?_?(?:fn|ftn|edn|footnotes?|endnotes?|notes?|ref|cite_note)(?:ref)?[-_:.]?(\d{0,4})", re.IGNORECASE)
_BACK = frozenset({"↩", "↑", "^", "↩︎", "↵"})
_SMALL = 32


@dataclass(slots=True)
class _List:
    """An open list: how it counts, and how far it has come."""

    style: str = ""
    count: int = 0
    step: int = 1


@dataclass(slots=True)
class _Item:
    """An open list item, or a footnote in the same way."""

    element: HtmlElement
    marker: str
    level: int
    used: bool = False


@dataclass(slots=True)
class Walk:
    """What is known at a place of the page, and what has been gathered up to there."""

    page: Page
    pictures: list[Picture] = field(default_factory=list)
    tables: Tables = field(default_factory=Tables)
    _sinks: list[list[Line]] = field(default_factory=lambda: [[]])
    _parts: list[tuple[str, bool]] = field(default_factory=list)
    _notes: list[str] = field(default_factory=list)
    _lists: list[_List] = field(default_factory=list)
    _items: list[_Item] = field(default_factory=list)
    _footnotes: list[_Item] = field(default_factory=list)
    _headings: list[int] = field(default_factory=list)
    _frames: list[tuple[HtmlElement, int]] = field(default_factory=list)
    _boxes: int = 0
    _term: list[Line] = field(default_factory=list)
    _bold: int = 0
    _pre: int = 0
    _inside: int = 0
    _related: int = 0

    def lines(self) -> list[Line]:
        """Go through the page and return its lines, numbered in reading order."""
        pending: list[tuple[HtmlElement, bool]] = [(self.page.body, False)]
        while pending:
            element, leaving = pending.pop()
            if leaving:
                self._leave(element)
            elif not tag_of(element) or element in self.page.left or self._is_note(element):
                pass
            else:
                self._enter(element)
                self._text(element.text)
                pending.append((element, True))
                pending.extend((each, False) for each in reversed(element))
                continue
            if element is not self.page.body:
                self._text(element.tail)
        self._flush()
        return [replace(line, number=number) for number, line in enumerate(self._sinks[0], start=1)]

    def _enter(self, element: HtmlElement) -> None:
        tag = tag_of(element)
        style = (element.get("style") or "")[:2000]
        if tag in _BLOCKS or _BLOCK_STYLE.search(style):
            self._flush()
        if element is self.page.main or element in self.page.kept:
            self._inside += 1
        if is_box(element):
            self._boxes += 1
            self._frames.append((element, self._boxes))
        if tag in _BOLD or _BOLD_STYLE.search(style):
            self._bold += 1
        match tag:
            case "br":
                self._parts.append(("\n", False))
            case "img":
                self._picture(element)
            case "q":
                self._text("“")
            case "pre":
                self._pre += 1
            case "ul" | "ol" | "menu" | "dir":
                self._lists.append(_list_of(element, tag))
            case "li":
                self._items.append(self._item_of(element))
            case "dt" | "dd":
                self._sinks.append([])
            case "table" | "tr" | "td" | "th":
                self._enter_table(element, tag)
        if level := _heading_level(element, tag):
            self._headings.append(level)
        if tag in ("li", "div", "p", "aside") and (marker := _marker_of_footnote(element)) is not None and not self._footnotes:
            self._footnotes.append(_Item(element, marker, 0))
        if tag == "p" and (word_list := _WORD_LIST.search(style)):
            self._items.append(_Item(element, "", int(word_list[1])))

    def _leave(self, element: HtmlElement) -> None:
        tag = tag_of(element)
        style = (element.get("style") or "")[:2000]
        if tag == "q":
            self._text("”")
        if tag in _BLOCKS or _BLOCK_STYLE.search(style):
            self._flush()
        if _heading_level(element, tag):
            self._headings.pop()
        if self._frames and self._frames[-1][0] is element:
            self._frames.pop()
        if self._footnotes and self._footnotes[-1].element is element:
            self._footnotes.pop()
        if self._items and self._items[-1].element is element:
            self._items.pop()
        match tag:
            case "pre":
                self._pre -= 1
            case "ul" | "ol" | "menu" | "dir":
                self._lists.pop()
            case "dt":
                self._write_term()
                self._term = self._sinks.pop()
            case "dd":
                self._definition(self._sinks.pop())
            case "dl":
                self._write_term()
            case "table" | "tr" | "td" | "th":
                self._leave_table(element, tag)
        if tag in _BOLD or _BOLD_STYLE.search(style):
            self._bold -= 1
        if element is self.page.main or element in self.page.kept:
            self._inside -= 1

    def _text(self, text: str | None) -> None:
        if not text:
            return
        if self._pre:
            for at, part in enumerate(text.replace("\r\n", "\n").split("\n")):
                self._parts += [("\n", False)] if at else []
                self._parts.append((part, self._bold > 0))
        else:
            self._parts.append((_BLANKS.sub(" ", text), self._bold > 0))

    def _picture(self, element: HtmlElement) -> None:
        """Note a picture of the report; what says that it is small is a sign of the page."""
        sizes = [element.get(name) or "" for name in ("width", "height")]
        if self._inside and not any(size.isascii() and size.isdigit() and int(size[:6]) <= _SMALL for size in sizes):
            self.pictures.append(Picture(alt=clean_text(element.get("alt") or "")))

    def _item_of(self, element: HtmlElement) -> _Item:
        if not self._lists:
            return _Item(element, "•", 1)
        of = self._lists[-1]
        said = element.get("value") or ""
        of.count = int(said) if re.fullmatch(r"-?\d{1,6}", said, re.ASCII) else of.count + of.step
        marker = f"{counted(of.count, of.style)}." if of.style else "•"
        return _Item(element, marker, len(self._lists))

    def _is_note(self, element: HtmlElement) -> bool:
        """Say whether an element is a footnote's marker or the way back from one, and take a marker down."""
        if tag_of(element) != "a" or not (element.get("href") or "").startswith("#"):
            return False
        text = "".join(element.itertext()).strip() if len(element) < 4 else ""
        if text in _BACK or element.get("role") == "doc-backlink":
            return True
        number = _NOTE_NUMBER.fullmatch(text)
        above = element.getparent()
        is_raised = above is not None and tag_of(above) == "sup"
        is_raised = is_raised or any(tag_of(each) == "sup" for each in element)
        if number is None or not (is_raised or _NOTE_NAME.fullmatch(element.get("href") or "") or element.get("role") == "doc-noteref"):
            return False
        if self._footnotes:
            self._footnotes[-1].marker = number[1]
        else:
            self._notes.append(number[1])
        return True

    def _flush(self) -> None:
        """End the paragraph that is being gathered."""
        parts, self._parts = self._parts, []
        notes, self._notes = self._notes, []
        lines: list[Line] = []
        for written in _broken(parts):
            raw = "".join(text for text, _ in written)
            if clean_text(raw):
                bold = all(is_bold for text, is_bold in written if text.strip())
                base = Line(0, "", bold=bold, opens=not lines, notes=() if lines else tuple(notes), frames=self._framing())
                lines.append(self._line(base, raw.strip(" "), first=not lines))
        if not lines and notes and self._sinks[-1]:
            self._sinks[-1][-1] = replace(self._sinks[-1][-1], notes=self._sinks[-1][-1].notes + tuple(notes))
        if self._headings and len(lines) > 1:
            lines = [replace(lines[0], text=" ".join(line.text for line in lines))]
        self._sinks[-1] += with_breaks(lines)

    def _framing(self) -> tuple[int, ...]:
        return tuple(number for _, number in self._frames)

    def _line(self, base: Line, raw: str, *, first: bool) -> Line:
        text = clean_text(raw)
        line = self._kind(replace(base, text=text), raw, first=first)
        if line.kind is LineKind.HEADING:
            if self._related and line.level <= self._related:
                self._related = 0
            if is_related_heading(text) and not self._related:
                self._related = line.level
        beside = not self._inside or (self._related and line.kind is not LineKind.FOOTNOTE)
        if beside or is_page_word(line.text) or is_contents_line(text):
            return replace(line, kind=LineKind.FURNITURE)
        return line

    def _kind(self, line: Line, raw: str, *, first: bool) -> Line:
        item = self._items[-1] if self._items else None
        if self._footnotes:
            note = self._footnotes[-1]
            marker, note.used = "" if note.used else note.marker, True
            return replace(line, kind=LineKind.FOOTNOTE, marker=marker)
        if self._headings:
            marker = item.marker if item is not None and not item.used else ""
            if item is not None:
                item.used = True
            return replace(line, kind=LineKind.HEADING, level=self._headings[-1], marker=marker.replace("•", ""))
        if item is not None:
            if item.used:
                return replace(line, level=item.level if first else 0)
            item.used = True
            mark, rest = bullet_of(raw) if item.marker in ("", "•") else ("", "")
            marker = mark or item.marker or "•"
            return replace(line, kind=LineKind.ITEM, level=item.level, marker=marker, text=clean_text(rest) or line.text)
        mark, rest = bullet_of(raw)
        if mark and clean_text(rest):
            return replace(line, kind=LineKind.ITEM, level=1, marker=mark, text=clean_text(rest))
        return line

    def _write_term(self) -> None:
        term, self._term = self._term, []
        self._sinks[-1] += [replace(line, bold=True) for line in term]

    def _definition(self, found: list[Line]) -> None:
        """Write a term and its definition: as a row where both are short lines, else one below the other."""
        plain = all(line.kind is LineKind.TEXT for line in (*self._term, *found))
        if len(self._term) == 1 and len(found) == 1 and plain and len(self._term[0].text) <= 80:
            cells = (self._term[0].text, found[0].text)
            self._term = []
            self._sinks[-1].append(replace(found[0], kind=LineKind.ROW, text=" | ".join(cells), cells=cells, bold=False))
        else:
            self._write_term()
            self._sinks[-1] += found

    def _enter_table(self, element: HtmlElement, tag: str) -> None:
        if tag == "table":
            self.tables.begin(is_table_of_data(element, self.page.left))
        elif tag == "tr":
            self.tables.begin_row()
        elif self.tables.holds_cell:
            self.tables.begin_cell()
            self._sinks.append([])

    def _leave_table(self, element: HtmlElement, tag: str) -> None:
        if tag == "table":
            self.tables.end()
        elif tag == "tr":
            row = self.tables.end_row(element)
            if row is not None:
                row = replace(row, frames=self._framing())
                self._sinks[-1].append(row if self._inside else replace(row, kind=LineKind.FURNITURE))
        elif self.tables.end_cell():
            found = self._sinks.pop()
            self.tables.add_cell(element, "\n".join(f"{line.marker} {line.text}".strip() for line in found))


def _broken(parts: list[tuple[str, bool]]) -> list[list[tuple[str, bool]]]:
    lines: list[list[tuple[str, bool]]] = [[]]
    for part in parts:
        if part[0] == "\n":
            lines.append([])
        else:
            lines[-1].append(part)
    return lines


def _list_of(element: HtmlElement, tag: str) -> _List:
    if tag != "ol":
        return _List()
    style = element.get("type") or "1"
    start = element.get("start") or ""
    step = -1 if element.get("reversed") is not None else 1
    items = sum(1 for each in element if tag_of(each) == "li")
    first = int(start) if re.fullmatch(r"-?\d{1,6}", start, re.ASCII) else (items if step < 0 else 1)
    return _List(style if style in ("1", "a", "A", "i", "I") else "1", first - step, step)


def _heading_level(element: HtmlElement, tag: str) -> int:
    if len(tag) == 2 and tag[0] == "h" and tag[1] in "123456":
        return int(tag[1])
    if element.get("role") == "heading":
        level = element.get("aria-level") or ""
        return int(level) if level in tuple("123456789") else 2
    return 0


def _marker_of_footnote(element: HtmlElement) -> str | None:
    """Return the number of the footnote that an element is by its id or role, "" when it does not say, None for no footnote."""
    name = _NOTE_NAME.fullmatch(element.get("id") or "")
    if element.get("role") in ("doc-footnote", "doc-endnote"):
        return name[1] if name else ""
    return name[1] if name and name[1] and not (element.get("id") or "").casefold().startswith("ref") else None
