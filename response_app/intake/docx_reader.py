"""Report in: Word files (.docx), read from their XML in its own order, so that nothing that is printed is left out."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from ..errors import ImportRefused
from .breaks import with_breaks
from .clean import clean_text
from .docx_inline import ParagraphReader, Words
from .docx_parts import Numbering, Style, Styles, child, is_on, name_of, number, value
from .lines import Form, Line, LineKind, Picture, Reading, row_text
from .marks import bullet_of, is_contents_line, is_page_word, mark_of
from .packages import Package

if TYPE_CHECKING:
    from lxml.etree import _Element

_HOLDERS = frozenset({"sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag", "body", "txbxContent", "tc", "footnote", "endnote"})
_DELETED = frozenset({"del", "moveFrom"})
_DEEPEST_TABLE = 20
_WIDEST = 60


def read(data: bytes) -> Reading:
    """Read a Word file.

    Taken: paragraphs with their headings and list marks, tables, text boxes, content controls, insertions, notes. Not taken:
    deletions, hidden text, comments, what stands at the head and foot of every page.

    Raises:
        ImportRefused: it is damaged, too large, or no Word file.
    """
    package = Package(data)
    main = package.main or ("word/document.xml" if "word/document.xml" in package.names else "")
    root = package.xml(main) if main else None
    body = child(root, "body")
    if body is None:
        raise ImportRefused("The Word file holds no text.", "It may be damaged; open it in Word and save it anew. Nothing was changed.")
    reader = _Reader(
        Styles(package.xml(package.related(main, "styles"))),
        Numbering(package.xml(package.related(main, "numbering"))),
        {kind: _notes(package.xml(package.related(main, f"{kind}s"))) for kind in ("footnote", "endnote")},
    )
    reader.blocks(body)
    return Reading(Form.DOCX, tuple(reader.lines), pictures=tuple(reader.pictures), title=_title(package), layout="marked")


def _title(package: Package) -> str:
    core = package.xml(package.related("", "core-properties"))
    title = child(core, "title")
    return clean_text(title.text or "") if title is not None else ""


def _notes(root: _Element | None) -> dict[str, _Element]:
    return {value(each, "id"): each for each in (() if root is None else root) if name_of(each) in ("footnote", "endnote")}


@dataclass(slots=True)
class _Reader:
    """Goes through the blocks of a file and gathers lines."""

    styles: Styles
    numbering: Numbering
    notes: dict[str, dict[str, _Element]]
    lines: list[Line] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)
    paragraphs: ParagraphReader = field(init=False)
    _noted: dict[tuple[str, str], str] = field(default_factory=dict)
    _late: list[tuple[str, _Element]] = field(default_factory=list)
    _tables: int = 0

    def __post_init__(self) -> None:
        self.paragraphs = ParagraphReader(self.styles)

    def blocks(self, holder: _Element) -> None:
        """Read paragraphs and tables, and what holds some, in the order of the file."""
        for each in holder:
            name = name_of(each)
            if name == "p":
                self._paragraph(each)
            elif name == "tbl":
                self._table(each)
            elif name == "AlternateContent":
                choice = next((inner for inner in each if len(inner)), None)
                if choice is not None:
                    self.blocks(choice)
            elif name in _HOLDERS:
                self.blocks(each)

    def _paragraph(self, element: _Element) -> None:
        properties = child(element, "pPr")
        name = value(child(properties, "pStyle")) or self.styles.usual
        style = self.styles.of(name)
        words = self.paragraphs.read(element, style)
        base = self._base(properties, name, style, words)
        for line in _lines(base, words, style.contents):
            self._add(line)
        self.pictures += words.pictures
        for box in words.boxes:
            self.blocks(box)
        if not self._tables:
            self._write_notes()

    def _base(self, properties: _Element | None, name: str, style: Style, words: Words) -> Line:
        """Return the paragraph's line but for its words: kind, level, mark, looks, notes."""
        outline = child(properties, "outlineLvl")
        level = style.outline if outline is None else number(value(outline), 9) + 1
        heading = 1 <= level <= 9
        markers = tuple(self._marker(*note) for note in words.notes)
        base = Line(0, "", size=words.size, bold=all(words.bold), opens=True, notes=markers)
        mark, depth = self._mark(properties, name, style) if words.text.strip() else ("", 0)
        if heading:
            return replace(base, kind=LineKind.HEADING, level=level, marker=mark)
        return replace(base, kind=LineKind.ITEM, level=depth, marker=mark) if depth else base

    def _mark(self, properties: _Element | None, name: str, style: Style) -> tuple[str, int]:
        """Return the mark of an item and its level from 1; ("", 0) for what is none."""
        own = child(properties, "numPr")
        list_id, said = style.listed
        if own is not None:
            list_id = value(child(own, "numId")) or list_id
            said = number(value(child(own, "ilvl")), said)
        if list_id in ("", "0"):
            return ("•", style.bullet) if style.bullet and own is None else ("", 0)
        depth = said if own is not None else self.numbering.level_of(list_id, name, said)
        depth = min(max(depth, 0), 8)
        mark = self.numbering.mark(list_id, depth)
        # "List Bullet 2" is a list of its own in Word, whose first level is the second one on the page
        level = depth + 1 if own is not None else max(depth + 1, style.nested)
        return mark, level if mark else 0

    def _marker(self, kind: str, name: str) -> str:
        """Return the marker of a note, and keep its words for the place below the paragraph."""
        if (kind, name) not in self._noted:
            count = sum(1 for known, _ in self._noted if known == kind) + 1
            self._noted[kind, name] = str(count)
            note = self.notes[kind].get(name)
            if note is not None:
                self._late.append((self._noted[kind, name], note))
        return self._noted[kind, name]

    def _write_notes(self) -> None:
        waiting, self._late = self._late, []
        for marker, note in waiting:
            before, self.lines = self.lines, []
            self.blocks(note)
            found, self.lines = self.lines, before
            for at, line in enumerate(found):
                self._add(Line(0, line.text, LineKind.FOOTNOTE, marker="" if at else marker, opens=not at, joins=at + 1 < len(found)))

    def _table(self, table: _Element) -> None:
        rows = [row for row in _members(table, "tr") if not _is_deleted(row)]
        cells = [_members(row, "tc") for row in rows]
        if all(len(row) <= 1 for row in cells) or self._tables >= _DEEPEST_TABLE:
            for row in cells:
                for cell in row:
                    self.blocks(cell)
            return
        for row, inside in zip(rows, cells, strict=True):
            written = tuple(words for cell in inside for words in self._cell(cell))
            if any(written):
                heads = bool(is_on(child(row, "trPr", "tblHeader")))
                self._add(Line(0, row_text(written), LineKind.ROW, cells=written, opens=True, heads=heads))
        if not self._tables:
            self._write_notes()

    def _cell(self, cell: _Element) -> tuple[str, ...]:
        """Return a cell's words, and empty cells for the further columns over which it goes."""
        before, self.lines = self.lines, []
        self._tables += 1
        self.blocks(cell)
        self._tables -= 1
        found, self.lines = self.lines, before
        text = "\n".join(f"{line.marker} {line.text}".strip() for line in found)
        across = number(value(child(cell, "tcPr", "gridSpan")), 1)
        return (text, *[""] * (min(max(across, 1), _WIDEST) - 1))

    def _add(self, line: Line) -> None:
        self.lines.append(replace(line, number=len(self.lines) + 1))


def _members(holder: _Element, name: str) -> list[_Element]:
    """Return the rows of a table or the cells of a row, those in content controls and insertions too."""
    found: list[_Element] = []
    for each in holder:
        if name_of(each) == name:
            found.append(each)
        elif name_of(each) in _HOLDERS - {"tc"}:
            found += _members(each, name)
    return found


def _is_deleted(row: _Element) -> bool:
    return any(child(row, "trPr", name) is not None for name in _DELETED)


def _lines(base: Line, words: Words, contents: bool) -> list[Line]:
    """Return a paragraph's lines, one for each that it was broken into by hand; a heading is always one."""
    if base.kind is LineKind.HEADING:
        text = clean_text(words.text)
        return [replace(base, text=text)] if text else []
    lines: list[Line] = []
    for part, bold in zip(words.text.split("\n"), words.bold, strict=True):
        if clean_text(part):
            begun = replace(base, bold=bold) if not lines else Line(0, "", size=base.size, bold=bold)
            lines.append(_first(begun, part.strip(" "), contents))
    return with_breaks(lines)


def _first(base: Line, text: str, contents: bool) -> Line:
    words = clean_text(text)
    if contents or is_contents_line(words) or is_page_word(words):
        return replace(base, kind=LineKind.FURNITURE, text=words)
    if base.kind is LineKind.ITEM:
        return replace(base, text=words)
    stripped = text.strip()
    mark, rest = mark_of(stripped) if "\t" in stripped else bullet_of(stripped)
    if mark and clean_text(rest):
        return replace(base, kind=LineKind.ITEM, level=1, marker=mark, text=clean_text(rest))
    if "\t" in stripped:
        cells = tuple(clean_text(cell) for cell in stripped.split("\t"))
        return replace(base, kind=LineKind.ROW, text=row_text(cells), cells=cells)
    return replace(base, text=words)
