"""A report as a Word file with real styles, lists, tables, footnotes, a header and a page number."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable
from copy import deepcopy
from typing import Any

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt
from docx.table import _Cell

from .notation import Node, Source
from .packed import packed
from .picture import grades_picture

_TEXT = re.compile(r"(\^\d\^)")
_NOTES = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"


def docx(source: Source) -> bytes:
    """Return the report as a Word file."""
    document = Document()
    for fonts in document.styles.element.iter(qn("w:rFonts")):
        for name in list(fonts.attrib):
            del fonts.attrib[name]
    document.styles["Normal"].font.name = "Liberation Sans"
    document.styles["Normal"].font.size = Pt(11)
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.header.paragraphs[0].text = source.settings.get("head", source.title)[:80]
    _field(section.footer.paragraphs[0], "PAGE")
    document.core_properties.title = source.title
    _Writer(document, source).blocks(document, source.nodes)
    if source.notes:
        _add_notes(document, source.notes)
    _without_unused_styles(document)
    buffer = io.BytesIO()
    document.save(buffer)
    return packed(buffer.getvalue())


class _Writer:
    """Writes blocks into the document or a cell of it; numbered lists go on or begin anew as their marks say."""

    def __init__(self, document: WordDocument, source: Source) -> None:
        self._document, self._source = document, source
        self._number = 0
        self._list: int | None = None

    def blocks(self, into: WordDocument | _Cell, nodes: Iterable[Node]) -> None:
        """Write blocks."""
        rows: list[Node] = []
        for node in (*nodes, Node("end")):
            if node.kind == "row":
                rows.append(node)
                continue
            if rows:
                self._table(into, rows)
                rows = []
            self._block(into, node)

    def _block(self, into: WordDocument | _Cell, node: Node) -> None:
        match node.kind:
            case "heading":
                style = "Title" if node.level == 1 else f"Heading {node.level - 1}"
                self._words(into.add_paragraph(style=style), node.text)
            case "text":
                self._words(into.add_paragraph(), node.text)
            case "item":
                self._item(into, node)
            case "box":
                cell = self._table_of(into, 1, 1).cell(0, 0)
                self.blocks(cell, node.inside)
                cell._tc.remove(cell.paragraphs[0]._p)
                for paragraph in cell.paragraphs:
                    paragraph.paragraph_format.space_after = Pt(6)
                into.add_paragraph()
            case "columns":
                self.blocks(into, node.inside)
            case "contents":
                self._contents(into)
            case "picture":
                self._document.add_picture(io.BytesIO(grades_picture()), width=Cm(11))

    def _item(self, into: WordDocument | _Cell, node: Node) -> None:
        if node.marker == "•":
            self._words(into.add_paragraph(style="List Bullet" if node.level == 1 else "List Bullet 2"), node.text)
            return
        number = int(node.marker[:-1])
        paragraph = into.add_paragraph(style="List Number")
        if number != self._number + 1:
            self._list = _restarted(self._document, number)
        if self._list is not None:
            properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
            properties.get_or_add_ilvl().val = 0
            properties.get_or_add_numId().val = self._list
        self._number = number
        self._words(paragraph, node.text)

    def _contents(self, into: WordDocument | _Cell) -> None:
        into.add_paragraph("Contents", style="TOC Heading")
        for at, chapter in enumerate(self._source.chapters, start=1):
            paragraph = into.add_paragraph(f"{chapter}\t{at + 1}")
            paragraph.paragraph_format.tab_stops.add_tab_stop(Cm(15), WD_TAB_ALIGNMENT.RIGHT)

    def _table(self, into: WordDocument | _Cell, rows: list[Node]) -> None:
        table = self._table_of(into, len(rows), len(rows[0].cells))
        for at, row in enumerate(rows):
            for cell, words in zip(table.rows[at].cells, row.cells, strict=True):
                self._words(cell.paragraphs[0], words)
        if self._source.settings.get("tables") != "rows":
            table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))

    def _table_of(self, into: WordDocument | _Cell, rows: int, columns: int) -> Any:
        table = into.add_table(rows, columns)
        table.style = "Table Grid"
        return table

    def _words(self, paragraph: Any, text: str) -> None:
        for part in _TEXT.split(text):
            if part[:1] != "^":
                paragraph.add_run(part)
                continue
            run = paragraph.add_run()
            run.font.superscript = True
            reference = OxmlElement("w:footnoteReference")
            reference.set(qn("w:id"), part[1])
            run._r.append(reference)


def _without_unused_styles(document: WordDocument) -> None:
    """Take out what the template brings and no case uses: ninety styles for tables, and the copy of all styles for an old Word."""
    for name, relation in list(document.part.rels.items()):
        if relation.reltype.endswith(("stylesWithEffects", "customXml")):
            document.part.rels.pop(name, None)
    styles = document.styles.element
    for style in list(styles.style_lst):
        if style.type is WD_STYLE_TYPE.TABLE and style.styleId not in ("TableGrid", "TableNormal"):
            styles.remove(style)


def _field(paragraph: Any, name: str) -> None:
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), name)
    paragraph._p.append(field)


def _restarted(document: WordDocument, start: int) -> int:
    """Return the id of a new list in the manner of "List Number" that begins with a number."""
    numbering = document.part.numbering_part.element
    own = document.styles["List Number"].element.pPr.numPr.numId.val
    same = next(each for each in numbering.num_lst if each.numId == own)
    added = numbering.add_num(deepcopy(same).abstractNumId.val)
    added.add_lvlOverride(ilvl=0).add_startOverride(start)
    return int(added.numId)


def _add_notes(document: WordDocument, notes: dict[str, str]) -> None:
    inside = "".join(
        f'<w:footnote w:id="{name}"><w:p><w:r><w:rPr><w:sz w:val="18"/><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteRef/></w:r>'
        f'<w:r><w:rPr><w:sz w:val="18"/></w:rPr><w:t xml:space="preserve"> {words}</w:t></w:r></w:p></w:footnote>'
        for name, words in notes.items()
    )
    dividers = "".join(
        f'<w:footnote w:type="{kind}" w:id="{number}"><w:p><w:r><w:{mark}/></w:r></w:p></w:footnote>'
        for kind, number, mark in (("separator", -1, "separator"), ("continuationSeparator", 0, "continuationSeparator"))
    )
    xml = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:footnotes {nsdecls("w")}>{dividers}{inside}</w:footnotes>'
    parse_xml(xml.encode())
    part = Part(PackURI("/word/footnotes.xml"), _NOTES, xml.encode(), document.part.package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
