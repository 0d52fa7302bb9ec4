"""The Word file says what the record says, with real headings, lists, table headers, language and title."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO

import pytest
from docx import Document as read_file
from docx.oxml.ns import qn
from hypothesis import HealthCheck, given, settings

from response_app.domain.record import Record
from response_app.domain.richtext import ListBlock, ListItem, Paragraph, Run
from response_app.record import build_document
from response_app.record.plain_text import write_text
from response_app.record.tree import Document, Table
from response_app.record.word import problems_of, write_word
from response_app.record.words import squeezed, words_of
from tests.fixtures.sample_records import SAMPLES, TODAY, marked_draft, plain_record, welsh_record, with_text
from tests.fixtures.soak import how_many
from tests.fixtures.strategies import records

BUT_LARGE = [name for name in SAMPLES if name != "100 findings"]


@pytest.mark.parametrize("name", BUT_LARGE)
def test_it_says_what_the_record_says(name: str) -> None:
    document = SAMPLES[name]().document()
    assert problems_of(write_word(document), document) == []


@pytest.mark.soak
@settings(max_examples=how_many(in_test=5, in_soak=500), deadline=None, suppress_health_check=list(HealthCheck))
@given(record=records(printable=True))
def test_any_record_can_be_a_word_file(record: Record) -> None:
    document = build_document(record, draft=False, today=TODAY)
    assert problems_of(write_word(document), document) == []


def made(record: Record, *, draft: bool = False) -> tuple[bytes, Document]:
    document = build_document(record, draft=draft, today=TODAY)
    return write_word(document), document


def test_the_same_document_gives_the_same_bytes_without_a_clock() -> None:
    data, document = made(plain_record())
    assert data == write_word(document)
    with zipfile.ZipFile(BytesIO(data)) as package:
        assert {each.date_time for each in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        about = package.read("docProps/core.xml").decode()
    assert "dcterms:created" not in about and "python-docx" not in about


def test_title_language_and_headings() -> None:
    data, document = made(welsh_record())
    file = read_file(BytesIO(data))
    assert file.core_properties.title == document.title
    assert file.styles.element.find(f".//{qn('w:rPrDefault')}//{qn('w:lang')}").get(qn("w:val")) == "cy-GB"
    assert file.paragraphs[0].style.name == "Heading 1"


def test_table_rows_know_their_headers() -> None:
    data, document = made(SAMPLES["tables and lists over pages"]().record)
    file = read_file(BytesIO(data))
    tables = [each for each in document.nodes if isinstance(each, Table)]
    assert len(file.tables) == len(tables)
    for table, node in zip(file.tables, tables, strict=True):
        look = table._tbl.tblPr.find(qn("w:tblLook"))
        assert look.get(qn("w:firstRow")) == ("1" if node.header else "0")
        assert look.get(qn("w:firstColumn")) == ("0" if node.header else "1")


def test_each_numbered_list_begins_at_one_and_nests() -> None:
    def numbered(*words: str) -> ListBlock:
        return ListBlock(True, tuple(ListItem((Paragraph((Run(each),)),)) for each in words))

    nested = ListBlock(False, (ListItem((Paragraph((Run("outer"),)),), numbered("inner")),))
    data, _ = made(with_text(numbered("a", "b"), Paragraph((Run("between"),)), numbered("c"), nested))
    file = read_file(BytesIO(data))
    numbers = {each.text: each._p.pPr.numPr for each in file.paragraphs if each._p.pPr is not None and each._p.pPr.numPr is not None}
    assert numbers["a"].numId.val == numbers["b"].numId.val != numbers["c"].numId.val
    assert numbers["outer"].ilvl.val == 0 and numbers["inner"].ilvl.val == 1


def test_a_draft_says_so_on_every_page() -> None:
    data, _ = made(marked_draft(), draft=True)
    header = read_file(BytesIO(data)).sections[0].header
    assert "Draft, not for publication" in "\n".join(each.text for each in header.paragraphs)
    final, _ = made(plain_record())
    assert "Draft" not in "\n".join(each.text for each in read_file(BytesIO(final)).sections[0].header.paragraphs)


def test_a_link_keeps_its_address_and_language_its_name() -> None:
    runs = (Run("the "), Run("report", bold=True, link="https://example.org/a"), Run(" Cymraeg", language="cy-GB"))
    data, _ = made(with_text(Paragraph(runs)))
    file = read_file(BytesIO(data))
    links = {each.target_ref for each in file.part.rels.values() if each.is_external}
    assert "https://example.org/a" in links
    assert any(each.get(qn("w:val")) == "cy-GB" for each in file.element.body.iter(qn("w:lang")))


def test_what_is_broken_is_told() -> None:
    data, document = made(SAMPLES["tables and lists over pages"]().record)
    assert problems_of(b"PK no", document)
    for old, new in (
        (b"Summary of inspection", b"Sumary of inspection"),
        (b"<w:tblHeader/>", b""),
        (b'<w:pStyle w:val="Heading2"/>', b'<w:pStyle w:val="Heading3"/>'),
    ):
        out = BytesIO()
        with zipfile.ZipFile(BytesIO(data)) as source, zipfile.ZipFile(out, "w") as target:
            for each in source.infolist():
                held = source.read(each.filename)
                changed = held.replace(old, new, 1) if each.filename == "word/document.xml" else held
                assert each.filename != "word/document.xml" or changed != held, "nothing was broken"
                target.writestr(each.filename, changed)
        assert problems_of(out.getvalue(), document), old


@pytest.mark.parametrize("name", BUT_LARGE)
def test_plain_text_holds_every_line(name: str) -> None:
    document = SAMPLES[name]().document()
    text = re.sub(r" \((?:https?:|mailto:|[^ ()]+@)[^ ]*\)", "", squeezed(write_text(document)))  # without the addresses of links
    for line in words_of(document):
        assert all(word.strip(".,;:") in text for word in line.split())


def test_plain_text_gives_addresses_and_names_cells() -> None:
    text = write_text(
        build_document(with_text(Paragraph((Run("See the report", link="https://example.org/a"),))), draft=False, today=TODAY)
    )
    assert "See the report (https://example.org/a)" in text
    assert "Force: Exampleshire" in text
