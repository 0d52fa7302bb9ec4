"""The linter is silent about what the writer makes, and names whatever a PDF says otherwise than its document."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import pikepdf
import pytest

from response_app.domain.richtext import ListBlock, Quotation, Run
from response_app.domain.richtext import Paragraph as TextParagraph
from response_app.record import lint_pdf, write_pdf
from response_app.record.pdf import style
from response_app.record.tree import Document, Figure, Heading, Node, Paragraph, Table

from .lint_samples import ADDRESS, DRAFT, FINAL, NODES, WORDS, elements, item, links, runs, spoilt, written

LONG_TITLE = "A response to an inspection whose title is far too long for the head of a page, in which it has to be cut short somewhere"
CLEAN = {
    "final": FINAL,
    "draft": DRAFT,
    "draft without a marking": replace(DRAFT, marking=""),
    "no version": replace(FINAL, version=""),
    "long titles": replace(FINAL, short_title=LONG_TITLE, version="1.0, " + LONG_TITLE),
    "long titles in a draft": replace(DRAFT, short_title=LONG_TITLE),
    "Welsh": replace(FINAL, language="cy-GB"),
    "a word of the marking in the title": replace(FINAL, short_title="OFFICIAL figures"),
    "one heading": replace(FINAL, nodes=(Heading(1, runs("Nothing else")),)),
    "typographic characters": replace(
        FINAL, nodes=(*NODES, Paragraph(runs("A well\u2011known\u2003fact\u00ad\u200b, \u201cquoted\u201d \u2013 so\nbroken")))
    ),
    "typographic characters at head and foot": replace(FINAL, short_title="A well\u2011known\u2003title", version="1.0\u2011b"),
    "brackets and backslashes": replace(FINAL, nodes=(*NODES, Paragraph(runs("(one) \\ two )( three \\( four")))),
    "more characters than one subset holds": replace(
        FINAL, nodes=(*NODES, Paragraph(runs(" ".join(chr(code) for code in [*range(0x21, 0x7F), *range(0xC0, 0x17F)]))))
    ),
    "two links to one address": replace(
        FINAL, nodes=(*NODES, Paragraph((Run("one", link=ADDRESS), Run(" and "), Run("two", bold=True, link=ADDRESS))))
    ),
    "a link in two languages": replace(
        FINAL, nodes=(*NODES, Paragraph((Run("the ", link=ADDRESS), Run("adroddiad", link=ADDRESS, language="cy-GB"))))
    ),
}


@pytest.mark.parametrize("name", CLEAN)
def test_what_the_writer_makes_is_clean(name: str) -> None:
    """Also after another program wrote the same objects anew."""
    assert lint_pdf(written(CLEAN[name]), CLEAN[name]) == []
    assert spoilt(CLEAN[name], lambda pdf: None) == []


def test_the_sample_has_what_is_hard() -> None:
    """A link over two pages and a table over several; otherwise the test above would not show much."""
    with pikepdf.open(BytesIO(written(FINAL))) as pdf:
        long_link = [kid for kid in elements(pdf, "Link")[1].K if isinstance(kid, pikepdf.Dictionary) and "/Obj" in kid]
        assert len({kid.Pg.objgen for kid in long_link}) == 2
        assert len({each.Pg.objgen for each in elements(pdf, "TD")}) > 2
        assert len(links(pdf)) > 10
        assert len(elements(pdf, "Figure")) == 1


def with_node(index: int, node: Node) -> Document:
    """Return the final document with another node at an index."""
    return replace(FINAL, nodes=(*NODES[:index], node, *NODES[index + 1 :]))


def index_of(kind: type, number: int = 0) -> int:
    """Return the index of a node of a type."""
    return [index for index, node in enumerate(NODES) if isinstance(node, kind)][number]


def linking(before: str, words: str, address: str) -> Paragraph:
    """Return the paragraph with the link, linked otherwise."""
    return Paragraph((Run(before), Run(words, link=address), Run(" and bold words.")))


LIST, QUOTE, TABLE = index_of(ListBlock), index_of(Quotation), index_of(Table, 1)
_TABLE = NODES[TABLE]
assert isinstance(_TABLE, Table)

# The document says one thing, the PDF was made of another: (what the document says, words of the sentence).
OTHERS = {
    "a word": (with_node(1, Heading(1, runs("Response records"))), "H1 “Response records” differs from the record: the words"),
    "a level": (with_node(8, Heading(4, runs("A finding in more words than one"))), "has H3 “A finding in more words than one” where"),
    "a node more": (replace(FINAL, nodes=(*NODES, Paragraph(runs("More.")))), "Missing from the reading order: P “More.”"),
    "a node less": (replace(FINAL, nodes=NODES[:-2] + NODES[-1:]), "In the reading order but not in the record: P “Local"),
    "two nodes swapped": (replace(FINAL, nodes=(*NODES[:5], NODES[6], NODES[5], *NODES[7:])), "Missing from the reading order: P “See"),
    "the address of a link": (with_node(5, linking("See ", "the report", ADDRESS + "s")), "differs from the record: the links."),
    "the words of a link": (with_node(5, linking("See the ", "report", ADDRESS)), "differs from the record: the links."),
    "no link": (with_node(5, linking("See the report", "", "")), "differs from the record: the links."),
    "the language of a word": (with_node(6, Paragraph((Run("The motto is "), Run("ŵyl a ŷd in Welsh.")))), "the language"),
    "the language of a paragraph": (with_node(7, Paragraph(runs("Mae hyn yn Gymraeg."))), "the language"),
    "a numbered list": (
        with_node(LIST, replace(NODES[LIST], ordered=True)),  # type: ignore[type-var]
        "L differs from the record: scope, kind or words for a picture",
    ),
    "an item more": (with_node(LIST, ListBlock(False, (item("First item"), item("Second item")))), "L/LI/LBody/L"),
    "no attribution": (
        with_node(QUOTE, Quotation((TextParagraph(runs(WORDS)), TextParagraph(runs("Quoted again."))))),
        "In the reading order but not in the record: BlockQuote/P “— A. Example”",
    ),
    "row headers": (with_node(TABLE, Table((), (_TABLE.header, *_TABLE.rows))), "Table/TR/TD “1” where the record has Table/TR/TH “1”"),
    "a repeated header that is none": (with_node(TABLE, Table((), (_TABLE.header, *_TABLE.rows))), "“Number” are decoration to a screen"),
    "the words of a picture": (with_node(0, Figure(b"", "Another badge")), "Figure “\ufffc” differs from the record: scope, kind or words"),
    "the title": (replace(FINAL, title="Another title"), "The title in the metadata is not"),
    "the language": (replace(FINAL, language="cy-GB"), "The language of the file is not cy-GB"),
    "the short title": (replace(FINAL, short_title="Another"), "the head does not give the short title"),
    "the version": (replace(FINAL, version="1.1"), "the foot does not give the version"),
    "a draft": (replace(FINAL, draft=True), "Page 1: the draft has no watermark"),
    "the title of a draft": (replace(FINAL, draft=True), "The title of the draft does not say"),
    "the first words of a draft": (replace(FINAL, draft=True), "The first words of the draft do not say"),
}


@pytest.mark.parametrize("name", OTHERS)
def test_another_document_is_noticed(name: str) -> None:
    """Each difference has its sentence."""
    document, words = OTHERS[name]
    assert [each for each in lint_pdf(written(FINAL), document) if words in each], lint_pdf(written(FINAL), document)


@pytest.mark.parametrize("marking", ["OFFICIAL", "SECRET"])
def test_another_marking_is_noticed_on_every_page(marking: str) -> None:
    """The head and the foot carry it."""
    problems = lint_pdf(written(replace(DRAFT, marking="")), replace(DRAFT, marking=marking))
    count = len(pikepdf.open(BytesIO(written(DRAFT))).pages)
    assert problems == [f"Page {number}: the draft does not carry its marking at head and foot." for number in range(1, count + 1)]


def test_a_final_made_as_a_draft_is_noticed() -> None:
    """It must not carry watermark or marking."""
    problems = lint_pdf(written(DRAFT), replace(DRAFT, draft=False, marking=""))
    assert [each for each in problems if "the final carries the watermark or the marking" in each]


def test_a_marking_alone_is_noticed_in_a_final() -> None:
    """Also without the watermark."""
    document = replace(FINAL, short_title="OFFICIAL figures")
    problems = lint_pdf(written(document), FINAL)
    assert "Page 1: the final carries the watermark or the marking of a draft." in problems


def test_text_too_small_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    """A style of the writer that is below 12 points."""
    monkeypatch.setattr(style, "QUOTATION", replace(style.QUOTATION, size=11.5))
    assert [each for each in lint_pdf(write_pdf(FINAL), FINAL) if "is 11.5 points high, less than 12" in each]


def test_an_encrypted_file_is_noticed() -> None:
    """Also when it opens without a password."""
    out = BytesIO()
    with pikepdf.open(BytesIO(written(FINAL))) as pdf:
        pdf.save(out, encryption=pikepdf.Encryption(owner="owner", user=""))
    assert "The file is encrypted, which keeps assistive technology out." in lint_pdf(out.getvalue(), FINAL)


def test_what_is_no_pdf_is_said() -> None:
    """One sentence, not an exception."""
    assert lint_pdf(b"%PDF-1.7\nnothing", FINAL) == ["The PDF cannot be read back (PdfError)."]
    assert lint_pdf(written(FINAL)[:-400], FINAL) == ["The PDF cannot be read back (PdfError)."]


def test_the_wrong_kind_of_object_is_said() -> None:
    """A file that is a PDF, but not of ours."""

    def spoil(pdf: pikepdf.Pdf) -> None:
        pdf.Root.StructTreeRoot.K.K = pikepdf.Name.Nothing

    assert [each[:28] for each in spoilt(FINAL, spoil)] == ["The PDF cannot be read back "]


def test_very_many_problems_are_counted() -> None:
    """Nobody reads more than a hundred; comparing two long records that share nothing ends soon."""
    nodes = tuple(Paragraph(runs(f"Other words {number}")) for number in range(3000))
    problems = lint_pdf(written(FINAL), replace(FINAL, nodes=(*NODES[:2], *nodes)))
    assert len(problems) == 101
    assert problems[-1].startswith("There are ")


def test_two_differences_far_apart_are_both_named() -> None:
    """The second is not taken for what follows from the first."""

    def spoil(pdf: pikepdf.Pdf) -> None:
        elements(pdf, "H2")[0].S = pikepdf.Name.P
        elements(pdf, "H4")[0].S = pikepdf.Name.P

    assert [each for each in spoilt(FINAL, spoil) if each.startswith("The reading order has")] == [
        "The reading order has P “Summary of inspection” where the record has H2 “Summary of inspection”.",
        "The reading order has P “What was done” where the record has H4 “What was done”.",
    ]
