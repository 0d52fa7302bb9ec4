"""Draws the neutral document as a Word file with python-docx (record out).

The same document gives the same bytes: no clock, no author, files inside in a fixed order.
"""

from __future__ import annotations

import zipfile
from io import BytesIO
from typing import Any

from docx import Document as new_file
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from ...domain.richtext import ListBlock, Quotation
from ..tree import Document, Figure, Heading, Node, Paragraph, Role, Table
from .lists import Lists
from .runs import add_runs, set_language

_FONT = "Arial"
_TEXT_POINTS = 12
_HEADING_POINTS = {1: 22, 2: 17, 3: 14, 4: 12, 5: 12, 6: 12}
_COLOUR = RGBColor(0x12, 0x48, 0x7C)
_STYLES = {
    Role.NOTICE: "Draft notice",
    Role.SUBTITLE: "Subtitle",
    Role.META: "Dates",
    Role.DETAIL: "Detail",
    Role.IMPRINT: "Imprint",
}
_FIXED_TIME = (1980, 1, 1, 0, 0, 0)
_PAGE_WIDTH, _PAGE_HEIGHT, _MARGIN = Cm(21), Cm(29.7), Cm(2.5)
_WIDEST_PICTURE = Cm(6)


def write_word(document: Document) -> bytes:
    """Return the document as a Word file (.docx)."""
    out = new_file()
    _dress(out, document)
    lists = Lists(out)
    for node in document.nodes:
        _add(out, lists, node)
    _furnish(out, document)
    written = BytesIO()
    out.save(written)
    return _without_clock(written.getvalue())


def _add(out: Any, lists: Lists, node: Node) -> None:
    match node:
        case Heading():
            paragraph = out.add_paragraph(style=f"Heading {node.level}")
            add_runs(paragraph, node.runs, node.language)
        case Paragraph():
            paragraph = out.add_paragraph(style=_STYLES.get(node.role, "Normal"))
            add_runs(paragraph, node.runs, node.language)
        case ListBlock():
            lists.add(node)
        case Quotation():
            for each in node.paragraphs:
                add_runs(out.add_paragraph(style="Quote"), each.runs, each.language)
            if node.attribution:
                add_runs(out.add_paragraph(style="Attribution"), node.attribution)
        case Table():
            _add_table(out, node)
        case Figure():
            picture = out.add_picture(BytesIO(node.image))
            if picture.width > _WIDEST_PICTURE:
                picture.height = int(picture.height * _WIDEST_PICTURE / picture.width)
                picture.width = _WIDEST_PICTURE
            picture._inline.docPr.set("descr", node.alt)


def _add_table(out: Any, node: Table) -> None:
    rows = ((node.header,) if node.header else ()) + node.rows
    table = out.add_table(rows=0, cols=max(len(row) for row in rows), style="Table Grid")
    look = table._tbl.tblPr.find(qn("w:tblLook"))
    if look is None:
        look = OxmlElement("w:tblLook")
        table._tbl.tblPr.append(look)
    for name in list(look.attrib):
        del look.attrib[name]
    for name, value in (("firstRow", bool(node.header)), ("firstColumn", not node.header), ("noHBand", True), ("noVBand", True)):
        look.set(qn(f"w:{name}"), "1" if value else "0")
    for number, row in enumerate(rows):
        cells = table.add_row()
        properties = cells._tr.get_or_add_trPr()
        properties.append(OxmlElement("w:cantSplit"))
        if node.header and number == 0:
            properties.append(OxmlElement("w:tblHeader"))
        for column, runs in enumerate(row):
            paragraph = cells.cells[column].paragraphs[0]
            is_head = (node.header and number == 0) or (not node.header and column == 0)
            paragraph.style = "Table heading" if is_head else "Table text"
            add_runs(paragraph, runs)
    out.add_paragraph(style="After table")


# --- Styles, header and footer, properties ------------------------------------------------------


def _dress(out: Any, document: Document) -> None:
    page = out.sections[0]
    page.page_width, page.page_height = _PAGE_WIDTH, _PAGE_HEIGHT
    page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = _MARGIN
    styles = out.styles
    _font(styles["Normal"], _TEXT_POINTS)
    styles["Normal"].paragraph_format.space_after = Pt(8)
    set_language(styles.element.find(f".//{qn('w:rPrDefault')}/{qn('w:rPr')}"), document.language)
    for level, points in _HEADING_POINTS.items():
        _font(styles[f"Heading {level}"], points, bold=True, colour=None if level == 1 else _COLOUR)
        styles[f"Heading {level}"].paragraph_format.space_before = Pt(18 if level < 3 else 12)
        styles[f"Heading {level}"].paragraph_format.space_after = Pt(4)
    _font(styles["Subtitle"], 14)
    _font(styles["Quote"], _TEXT_POINTS)
    styles["Quote"].paragraph_format.left_indent = Cm(1)
    for name, based_on, points, bold in (
        ("Draft notice", "Normal", _TEXT_POINTS, True),
        ("Dates", "Normal", _TEXT_POINTS, False),
        ("Detail", "Normal", _TEXT_POINTS, False),
        ("Imprint", "Normal", _TEXT_POINTS, False),
        ("Attribution", "Quote", _TEXT_POINTS, False),
        ("Table text", "Normal", _TEXT_POINTS, False),
        ("Table heading", "Table text", _TEXT_POINTS, True),
        ("After table", "Normal", 6, False),
        ("Marking", "Header", _TEXT_POINTS, True),
    ):
        made = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        made.base_style = styles[based_on]
        _font(made, points, bold=bold)
    for name in ("Table text", "Table heading"):
        styles[name].paragraph_format.space_after = Pt(2)


def _font(style: Any, points: int, *, bold: bool = False, colour: RGBColor | None = None) -> None:
    style.font.name, style.font.size, style.font.bold, style.font.italic = _FONT, Pt(points), bold, False
    style.font.color.rgb = colour or RGBColor(0, 0, 0)
    fonts = style.element.get_or_add_rPr().find(qn("w:rFonts"))
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)
    for kind in ("ascii", "hAnsi", "eastAsia", "cs"):
        fonts.set(qn(f"w:{kind}"), _FONT)


def _furnish(out: Any, document: Document) -> None:
    head, foot = out.sections[0].header.paragraphs[0], out.sections[0].footer.paragraphs[0]
    head.text = document.short_title
    if document.draft:
        words = " \u00b7 ".join(each for each in ("Draft, not for publication", document.marking) if each)
        out.sections[0].header.add_paragraph(words, style="Marking")
    foot.add_run(f"Version {document.version}   " if document.version else "")
    foot.add_run("Page ")
    _field(foot, "PAGE")
    foot.add_run(" of ")
    _field(foot, "NUMPAGES")
    about = out.core_properties
    about.title, about.language, about.author, about.comments, about.revision = document.title, document.language, "", "", 1
    for tag in ("dcterms:created", "dcterms:modified"):
        for element in about._element.findall(qn(tag)):
            about._element.remove(element)


def _field(paragraph: Any, instruction: str) -> None:
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), instruction)
    run = OxmlElement("w:r")
    words = OxmlElement("w:t")
    words.text = "1"
    run.append(words)
    field.append(run)
    paragraph._p.append(field)


def _without_clock(data: bytes) -> bytes:
    """The same package with one time on every file inside."""
    held = BytesIO(data)
    out = BytesIO()
    with zipfile.ZipFile(held) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for each in source.infolist():
            made = zipfile.ZipInfo(each.filename, _FIXED_TIME)
            made.compress_type, made.create_system = zipfile.ZIP_DEFLATED, 0
            target.writestr(made, source.read(each.filename))
    return out.getvalue()
