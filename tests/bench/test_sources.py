"""The sources for the other tools hold the words of the document, all of them, and nothing that is taken for markup."""

from __future__ import annotations

import json
from html import unescape
from re import findall, sub

import pytest

from bench.html_source import html_body, page_css
from bench.typst_source import typst_source
from response_app.domain.richtext import ListBlock, ListItem, Quotation, Run
from response_app.domain.richtext import Paragraph as TextParagraph
from response_app.record.tree import Document, Heading, Node, Paragraph, Role, Table

AWKWARD = 'A "quote" \\ #let x = 1; $y$ <b> & </p> *bold* _it_ `raw` @ref [x] // ~ ŵŷ'


def document(*nodes: Node) -> Document:
    return Document("A title", 'Short "title"', "1.0", "en-GB", False, "", nodes)


NODES: tuple[Node, ...] = (
    Heading(1, (Run("One"),)),
    Paragraph((Run("two "), Run("three", bold=True), Run(" "), Run("four", italic=True, link="https://a.example/?a=1&b=2"))),
    Paragraph((Run("five"),), Role.NOTICE, "cy-GB"),
    ListBlock(True, (ListItem((TextParagraph((Run("six"),)),), ListBlock(False, (ListItem((TextParagraph((Run("seven"),)),)),))),)),
    Quotation((TextParagraph((Run("eight"),)),), (Run("nine"),)),
    Table(((Run("ten"),), (Run("eleven"),)), (((Run("twelve"),), (Run("thirteen", language="cy-GB"),)),)),
    Table((), (((Run("fourteen"),), (Run("fifteen"),)),), (1.0, 2.0)),
)
WORDS = "One two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"


def words_of_html(html: str) -> list[str]:
    return unescape(sub("<[^>]+>", " ", html.split("<body>")[1])).split()


def words_of_typst(source: str) -> list[str]:
    body = source.split("it.body)\n")[1]
    return [word for literal in findall(r'\[#"((?:[^"\\]|\\.)*)"\]', body) for word in literal.split()]


def test_html_holds_all_words_in_order() -> None:
    assert " ".join(words_of_html(html_body(document(*NODES)))) == WORDS


def test_typst_holds_all_words_in_order() -> None:
    assert " ".join(words_of_typst(typst_source(document(*NODES)))) == WORDS


def test_html_takes_no_text_for_markup() -> None:
    html = html_body(document(Paragraph((Run(AWKWARD),))))
    assert unescape(html.split("<p>")[1].split("</p>")[0]) == AWKWARD
    assert "<b>" not in html


def test_running_head_is_a_whole_css_string() -> None:
    assert '"Short \\22 title\\22 "' in page_css(document())


def test_typst_reads_awkward_text_as_it_is() -> None:
    typst = pytest.importorskip("typst", reason="the bench's tools are not installed")
    source = typst_source(document(Paragraph((Run(AWKWARD),))))
    (literal,) = findall(r'\[#("(?:[^"\\]|\\.)*")\]', source.split("it.body)\n")[1])
    assert json.loads(typst.Compiler().eval(literal)) == AWKWARD
    assert typst.compile(source.encode(), format="svg").startswith(b"<svg")


def test_typst_compiles_every_kind_of_node() -> None:
    typst = pytest.importorskip("typst", reason="the bench's tools are not installed")
    assert typst.compile(typst_source(document(*NODES)).encode(), pdf_standards=["ua-1"]).startswith(b"%PDF-1.7")
