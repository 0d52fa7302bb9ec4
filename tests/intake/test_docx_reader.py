"""Word files, read from their XML."""

from __future__ import annotations

import pytest

from response_app.errors import ImportRefused
from response_app.intake.docx_reader import read
from response_app.intake.lines import LineKind, Picture, Reading

from .made import docx, is_sane, look, paragraph, texts, zipped

STYLES = """
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:rPr><w:sz w:val="24"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/>
 <w:pPr><w:outlineLvl w:val="0"/></w:pPr>
 <w:rPr><w:b/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Chapter"><w:name w:val="Our chapter"/><w:basedOn w:val="Heading1"/></w:style>
<w:style w:type="paragraph" w:styleId="Titre2"><w:name w:val="Titre 2"/></w:style>
<w:style w:type="paragraph" w:styleId="TOC1"><w:name w:val="toc 1"/></w:style>
<w:style w:type="paragraph" w:styleId="Points"><w:name w:val="Points"/>
 <w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="2"/></w:numPr></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="ListBullet2"><w:name w:val="List Bullet 2"/></w:style>
<w:style w:type="paragraph" w:styleId="ListNumber2"><w:name w:val="List Number 2"/>
 <w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="2"/></w:numPr></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Loop"><w:name w:val="Loop"/><w:basedOn w:val="Loop"/></w:style>
<w:style w:type="character" w:styleId="Gone"><w:name w:val="Gone"/><w:rPr><w:vanish/></w:rPr></w:style>
"""
NUMBERING = """
<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>
 <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1.%2)"/></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="2"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="&#xF0B7;"/></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num>
<w:num w:numId="3"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride></w:num>
"""


def read_body(body: str, **parts: str) -> Reading:
    """Return the reading of a Word file with this body."""
    return read(docx(body, styles=STYLES, numbering=NUMBERING, **parts))


def looks(body: str) -> list[tuple[str, int, str, str]]:
    """Return what the lines of a body are."""
    return [look(line) for line in read_body(body).lines]


def item(text: str, number: int, level: int = 0) -> str:
    """Return a list item."""
    return paragraph(text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')


def test_headings_by_style_by_what_it_is_based_on_by_other_languages_and_by_outline() -> None:
    """Only the level counts, not the style's name."""
    body = (
        paragraph("One", '<w:pStyle w:val="Heading1"/>')
        + paragraph("Also one", '<w:pStyle w:val="Chapter"/>')
        + paragraph("Two", '<w:pStyle w:val="Titre2"/>')
        + paragraph("Three", '<w:outlineLvl w:val="2"/>')
        + paragraph("Text", '<w:pStyle w:val="Heading1"/><w:outlineLvl w:val="9"/>')
        + paragraph("Round", '<w:pStyle w:val="Loop"/>')
    )
    assert [(kind, level, text) for kind, level, _, text in looks(body)] == [
        ("heading", 1, "One"),
        ("heading", 1, "Also one"),
        ("heading", 2, "Two"),
        ("heading", 3, "Three"),
        ("text", 0, "Text"),
        ("text", 0, "Round"),
    ]


def test_list_marks_are_counted_as_word_does() -> None:
    """Levels, a list that begins anew, bullets by style, and a bullet that somebody typed."""
    body = (
        item("first", 1) + item("deep", 1, 1) + item("deeper", 1, 1) + item("second", 1) + item("letter again", 1, 1) + item("seventh", 3)
    )
    body += paragraph("point", '<w:pStyle w:val="Points"/>') + paragraph("under", '<w:pStyle w:val="ListBullet2"/>') + paragraph("• typed")
    assert looks(body) == [
        ("item", 1, "1.", "first"),
        ("item", 2, "1.a)", "deep"),
        ("item", 2, "1.b)", "deeper"),
        ("item", 1, "2.", "second"),
        ("item", 2, "2.a)", "letter again"),
        ("item", 1, "7.", "seventh"),
        ("item", 1, "•", "point"),
        ("item", 2, "•", "under"),
        ("item", 1, "•", "typed"),
    ]


def test_insertions_are_taken_and_deletions_and_hidden_words_not() -> None:
    """The text as it reads with all changes accepted."""
    body = (
        "<w:p><w:r><w:t>kept </w:t></w:r><w:ins><w:r><w:t>inserted </w:t></w:r></w:ins>"
        "<w:del><w:r><w:delText>deleted </w:delText></w:r></w:del>"
        "<w:moveFrom><w:r><w:t>moved away </w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t>moved here</w:t></w:r></w:moveTo>"
        '<w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r><w:r><w:rPr><w:rStyle w:val="Gone"/></w:rPr><w:t>gone</w:t></w:r>'
        '<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>, seen</w:t></w:r></w:p>'
    )
    assert texts(read_body(body)) == ["kept inserted moved here, seen"]


def test_fields_links_controls_and_signs_give_their_words() -> None:
    """What a field is made from is not printed; what it shows is."""
    field = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    body = (
        f"<w:p>{field.format('begin')}<w:r><w:instrText> PAGEREF x </w:instrText></w:r><w:r><w:t>code</w:t></w:r>{field.format('separate')}"
        f'<w:r><w:t>shown</w:t></w:r>{field.format("end")}<w:hyperlink><w:r><w:t xml:space="preserve"> linked</w:t></w:r></w:hyperlink>'
        "<w:sdt><w:sdtContent><w:r><w:t>, controlled</w:t></w:r></w:sdtContent></w:sdt><w:r><w:t>, co</w:t><w:noBreakHyphen/><w:t>op</w:t>"
        "<w:softHyphen/><w:t>erate</w:t></w:r></w:p><w:sdt><w:sdtContent>" + paragraph("in a control") + "</w:sdtContent></w:sdt>"
    )
    assert texts(read_body(body)) == ["shown linked, controlled, co-operate", "in a control"]


def test_a_field_left_open_hides_nothing_below() -> None:
    """A broken file must not swallow the rest."""
    body = '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r></w:p>' + paragraph("still here")
    assert texts(read_body(body)) == ["still here"]


def test_line_breaks_divide_and_say_what_is_certain() -> None:
    """A bold line above its sentence is a paragraph of its own; a sentence goes on."""
    bold = "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>Area for improvement</w:t><w:br/></w:r><w:r><w:t>The force should.</w:t></w:r></w:p>"
    wrapped = "<w:p><w:r><w:t>The force has a plan that it reads</w:t><w:br/><w:t>every year.</w:t></w:r></w:p>"
    lines = read_body(bold + wrapped).lines
    assert [(line.text, line.bold, line.opens, line.joins) for line in lines] == [
        ("Area for improvement", True, True, False),
        ("The force should.", False, True, False),
        ("The force has a plan that it reads", False, True, True),
        ("every year.", False, False, False),
    ]


def test_tables_are_rows_and_boxes_are_their_paragraphs() -> None:
    """Columns that go over several keep their place; a deleted row is gone; a tab makes a row too."""

    def cell(inside: str, properties: str = "") -> str:
        return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inside}</w:tc>"

    table = (
        "<w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr>"
        + cell(paragraph("Area"))
        + cell(paragraph("Grade"))
        + cell(paragraph("Year"))
        + "</w:tr>"
        "<w:tr>" + cell(paragraph("Crime"), '<w:gridSpan w:val="2"/>') + cell(paragraph("Good") + item("why", 2)) + "</w:tr>"
        "<w:tr><w:trPr><w:del/></w:trPr>" + cell(paragraph("old")) + cell(paragraph("row")) + "</w:tr></w:tbl>"
    )
    box = "<w:tbl><w:tr>" + cell(paragraph("Area for improvement") + item("boxed", 2)) + "</w:tr></w:tbl>"
    reading = read_body(table + box + "<w:p><w:r><w:t>Force</w:t><w:tab/><w:t>Exampleshire</w:t></w:r></w:p>")
    rows = [line for line in reading.lines if line.kind is LineKind.ROW]
    assert [(row.cells, row.heads) for row in rows] == [
        (("Area", "Grade", "Year"), True),
        (("Crime", "", "Good\n• why"), False),
        (("Force", "Exampleshire"), False),
    ]
    assert [look(line) for line in reading.lines[2:4]] == [("text", 0, "", "Area for improvement"), ("item", 1, "•", "boxed")]


def test_text_boxes_are_read_once_and_pictures_are_named() -> None:
    """Word writes each box twice, for newer and older programs."""
    box = f"<w:txbxContent>{paragraph('in the box')}</w:txbxContent>"
    drawing = f'<w:drawing><wp:docPr id="1" name="x" descr="Our grades"/><a:blip/><wps:txbx>{box}</wps:txbx></w:drawing>'
    body = (
        f"<w:p><w:r><w:t>before</w:t><mc:AlternateContent><mc:Choice>{drawing}</mc:Choice>"
        f"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )
    reading = read_body(body)
    assert texts(reading) == ["before", "in the box"]
    assert reading.pictures == (Picture(alt="Our grades"),)


def test_footnotes_stand_below_their_paragraph_with_their_number() -> None:
    """Two in the order of their references, whatever their ids."""
    notes = (
        '<w:footnote w:id="7">'
        + paragraph("second note")
        + '</w:footnote><w:footnote w:id="9">'
        + paragraph("first note")
        + "</w:footnote>"
    )
    body = "".join(f'<w:p><w:r><w:t>text {name}</w:t><w:footnoteReference w:id="{name}"/></w:r></w:p>' for name in ("9", "7"))
    lines = read_body(body, footnotes=notes).lines
    assert [(line.kind.value, line.marker, line.text, line.notes) for line in lines] == [
        ("text", "", "text 9", ("1",)),
        ("footnote", "1", "first note", ()),
        ("text", "", "text 7", ("2",)),
        ("footnote", "2", "second note", ()),
    ]


def test_contents_lists_are_furniture_and_the_title_is_a_hint() -> None:
    """The list's words are not the report's chapters."""
    core = '<c:coreProperties xmlns:c="urn:c" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>My report</dc:title></c:coreProperties>'
    kind = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
    rels = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="a" Type="x/officeDocument" Target="/word/document.xml"/>'
        f'<Relationship Id="b" Type="{kind}" Target="docProps/core.xml"/></Relationships>'
    )
    body = '<w:p><w:pPr><w:pStyle w:val="TOC1"/></w:pPr><w:r><w:t>Chapter</w:t><w:tab/><w:t>4</w:t></w:r></w:p>' + paragraph("Words")
    reading = read(docx(body, styles=STYLES, more={"docProps/core.xml": core, "_rels/.rels": rels}))
    assert texts(reading) == ["Words"]
    assert texts(reading, LineKind.FURNITURE) == ["Chapter 4"]
    assert reading.title == "My report"


def test_tables_within_tables_are_read_however_deep() -> None:
    """Up to what an XML reader allows."""
    inside = paragraph("deep words")
    for _ in range(40):
        inside = f"<w:tbl><w:tr><w:tc>{inside}</w:tc><w:tc>{paragraph('x')}</w:tc></w:tr></w:tbl>"
    reading = read_body(inside)
    assert is_sane(reading)
    assert "deep words" in " ".join(texts(reading))


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (zipped({"word/styles.xml": "<x/>"}), "holds no text"),
        (zipped({"word/document.xml": "<w:document xmlns:w='x'/>"}), "holds no text"),
        (zipped({"word/document.xml": "<w:document"}), "damaged"),
        (zipped({"word/document.xml": '<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'}), "definitions"),
        (zipped({"word/document.xml": '<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'.encode("utf-16")}), "definitions"),
        (zipped({"word/document.xml": "<a>" * 300 + "</a>" * 300}), "damaged"),
        (zipped({"word/document.xml": b"<a>" + b" " * 40_000_000 + b"</a>"}), "far too large"),
        (zipped({f"word/{at}.xml": b"" for at in range(6_000)}), "far too large"),
        (docx(paragraph("words"))[:-40], "no whole"),
        (docx(paragraph("words"))[:300], "no whole"),
    ],
    ids=["no-document", "no-body", "no-xml", "entities", "entities-utf16", "deep", "bomb", "parts", "cut", "stump"],
)
def test_a_file_that_is_no_whole_word_file_is_refused_in_one_sentence(data: bytes, says: str) -> None:
    """Nothing is opened that could grow without end."""
    with pytest.raises(ImportRefused) as refused:
        read(data)
    assert says in refused.value.message
    assert refused.value.message.endswith(".")
    assert "Nothing was changed." in refused.value.remedy


def test_a_style_of_the_second_level_is_one_though_its_list_is_its_own() -> None:
    """Word's "List Number 2" and its kin have lists of their own, which begin at the first level."""
    reading = read_body(paragraph("outer", '<w:pStyle w:val="Points"/>') + paragraph("inner", '<w:pStyle w:val="ListNumber2"/>'))
    assert [(line.kind, line.level, line.text) for line in reading.lines] == [(LineKind.ITEM, 1, "outer"), (LineKind.ITEM, 2, "inner")]
