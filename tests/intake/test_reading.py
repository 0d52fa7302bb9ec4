"""The reader is chosen by what is in a file; whatever is brought, there is a reading or one plain sentence."""

from __future__ import annotations

import pytest

from response_app.errors import ImportRefused
from response_app.intake.lines import Form
from response_app.intake.reading import form_of, read_pasted, read_report

from ..fixtures.soak import how_many
from .made import broken, broken_parts, docx, is_sane, paragraph, texts, zipped
from .test_docx_reader import NUMBERING, STYLES, item
from .test_html_reader import PAGE, REPORT
from .test_table_reader import CSV, workbook

TEXT = (
    "An inspection of Exampleshire\nPublished on: 14 May 2024\n\n• one\n  o two\n\n1\n\nA note.\nForce\tExampleshire\n\f2\nWords 1 of it.\n"
)
HTML = PAGE.format(before="", main="main", report=REPORT + "<table><tr><td>Crime<td>Good</tr></table><ul><li>a<li>b</ul>").encode()
WORD = docx(
    paragraph("Title", '<w:pStyle w:val="Heading1"/>')
    + item("one", 1)
    + f"<w:tbl><w:tr><w:tc>{paragraph('a')}</w:tc><w:tc>{paragraph('b')}</w:tc></w:tr></w:tbl>"
    + '<w:p><w:r><w:t>noted</w:t><w:footnoteReference w:id="2"/></w:r></w:p>',
    styles=STYLES,
    numbering=NUMBERING,
    footnotes=f'<w:footnote w:id="2">{paragraph("note")}</w:footnote>',
)
EXCEL = workbook([["Recommendation", "Due"], ["Act.", "30 September 2024"]])
FILES = {"text": TEXT.encode(), "html": HTML, "docx": WORD, "csv": CSV.encode(), "xlsx": EXCEL}
EACH = how_many(in_test=250, in_soak=3_000)


@pytest.mark.parametrize(("form", "data"), FILES.items(), ids=FILES)
@pytest.mark.parametrize("name", ["report.pdf", "report", "report.txt"])
def test_the_form_is_known_by_what_is_in_the_file(form: str, data: bytes, name: str) -> None:
    """A wrong ending does no harm."""
    assert form_of(data, name).value == form
    assert read_report(data, name).form.value == form


@pytest.mark.parametrize(
    ("data", "name", "form"),
    [
        (b"\xef\xbb\xbf  %PDF-1.7 words", "a.txt", Form.PDF),
        (b"<p>A leaked tag</p> at the beginning", "a.txt", Form.HTML),
        (b"Inspectorate\t<p>HMICFRS</p>", "record.html", Form.TEXT),
        (b"a < b and <p> in it", "a.txt", Form.TEXT),
        (b"In web pages, <html> and <body> are tags", "a.html", Form.TEXT),
        (b"MIME-Version: 1.0\r\nContent-Type: text/html\r\n\r\n<p>words</p>", "a.txt", Form.HTML),
        (HTML.decode().encode("utf-16"), "a", Form.HTML),
        (b"Colour,Size\nred,4", "a.csv", Form.CSV),
        (b"Colour,Size\nred,4", "a.txt", Form.TEXT),
    ],
)
def test_forms_that_are_easily_mistaken(data: bytes, name: str, form: Form) -> None:
    """Tags inside a text do not make it a web page."""
    assert form_of(data, name) is form


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "empty"),
        (b"\xef\xbb\xbf \r\n", "empty"),
        (b"\0" * 50, "empty"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"x" * 600, "old Word"),
        (rb"{\rtf1\ansi words}", "rich text"),
        (zipped({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<x/>"}), "OpenDocument"),
        (zipped({"ppt/presentation.xml": "<x/>"}), "slides"),
        (zipped({"report.pdf": b"%PDF-1.7"}), "archive"),
        (b"\x89PNG\r\n\x1a\n", "picture"),
        (b"<?xml version='1.0'?><record/>", "XML"),
        (b"PK\x03\x04 and nothing more", "cannot be opened"),
        (b"\x7fELF" + bytes(100), "program"),
    ],
)
def test_what_is_not_read_is_refused_in_one_sentence(data: bytes, says: str) -> None:
    """It says what the file is; where there is another way, it says which."""
    with pytest.raises(ImportRefused) as refused:
        read_report(data, "report.docx")
    assert says in refused.value.message
    assert refused.value.message.count(". ") == 0
    assert refused.value.remedy.endswith("Nothing was changed.")


def test_old_word_files_are_sent_to_forms_that_are_read() -> None:
    """Save it as .docx or PDF."""
    with pytest.raises(ImportRefused) as refused:
        read_report(rb"{\rtf1}", "a.rtf")
    assert "PDF, Word (.docx), saved web pages, plain text" in refused.value.message
    assert "save it as .docx or PDF" in refused.value.remedy


def test_a_file_over_the_limit_is_refused() -> None:
    """Before anything looks into it."""
    with pytest.raises(ImportRefused, match="larger than 64 MB"):
        read_report(b"a" * (64 * 1024 * 1024 + 1), "a.txt")


def test_what_is_pasted_is_read_from_its_mark_up_or_its_text() -> None:
    """Also from Word's own, where list marks are words of the paragraph; empty mark-up falls back to the text."""
    assert texts(read_pasted("x", "<html><body><!--StartFragment--><h2>Head</h2><p>Words</p></body></html>")) == ["Head", "Words"]
    assert texts(read_pasted("only text\n- item", "<meta charset='utf-8'>")) == ["only text", "item"]
    mark = "<span style='mso-list:Ignore'>&middot;<span>&nbsp; </span></span>"
    word = f"<p class=MsoListParagraph style='mso-list:l0 level2 lfo1'>{mark}point</p>"
    line = read_pasted("", word).lines[0]
    assert (line.marker, line.level, line.text) == ("•", 2, "point")
    assert texts(read_pasted("lone \ud800 surrogate", "<p>lone \udfff surrogate</p>")) == ["lone ? surrogate"]
    with pytest.raises(ImportRefused):
        read_pasted(" \n", "")


def survives(data: bytes, name: str) -> None:
    """Read a file: a sane reading, or a refusal in plain words; anything else fails."""
    try:
        reading = read_report(data, name)
    except ImportRefused as refused:
        assert refused.message.endswith(".")
        return
    assert is_sane(reading)


@pytest.mark.soak
@pytest.mark.parametrize(("form", "data"), FILES.items(), ids=FILES)
def test_no_broken_file_raises_anything_but_a_refusal(form: str, data: bytes) -> None:
    """Hundreds of each, always the same in the test command."""
    for copy in broken(data, EACH, seed=len(form)):
        survives(copy, f"report.{form}")


@pytest.mark.soak
@pytest.mark.parametrize("form", ["docx", "xlsx"])
def test_no_broken_part_of_a_whole_package_raises_anything_but_a_refusal(form: str) -> None:
    """What a checksum would not see: the XML inside says nonsense."""
    for copy in broken_parts(FILES[form], EACH, seed=len(form)):
        survives(copy, f"report.{form}")
