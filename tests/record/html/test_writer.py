"""The web page and the fragment say what the record says, take nothing from outside, and no word becomes markup."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import html

from response_app.domain.record import Record
from response_app.domain.richtext import ListBlock, ListItem, Paragraph, Run
from response_app.record import build_document
from response_app.record.html import problems_of, write_fragment, write_page
from response_app.record.tree import Document, Heading, Role, Table
from response_app.record.tree import Paragraph as NodeParagraph
from tests.fixtures.sample_records import SAMPLES, TODAY, marked_draft, plain_record, with_logo, with_text
from tests.fixtures.soak import how_many
from tests.fixtures.strategies import records


@pytest.mark.parametrize("name", SAMPLES)
def test_page_and_fragment_say_what_the_record_says(name: str) -> None:
    document = SAMPLES[name]().document()
    assert problems_of(write_page(document), document) == []
    assert problems_of(write_fragment(document), document) == []


@pytest.mark.soak
@settings(max_examples=how_many(in_test=10, in_soak=1000), deadline=None, suppress_health_check=list(HealthCheck))
@given(record=records(), draft=st.booleans())
def test_any_record_can_be_a_page(record: Record, draft: bool) -> None:
    document = build_document(record, draft=draft, today=TODAY)
    assert problems_of(write_page(document), document) == []


def test_words_never_become_markup() -> None:
    hostile = "<script>alert(1)</script> & <img src=x onerror=y> {{ title }} {% raw %} \"'>"
    document = build_document(with_text(Paragraph((Run(hostile, bold=True),))), draft=False, today=TODAY)
    page = html.document_fromstring(write_page(document))
    assert page.findall(".//script") == [] == page.findall(".//img")
    assert hostile in page.text_content()


def test_a_draft_says_so_first_and_is_kept_from_search_engines() -> None:
    document = build_document(marked_draft(), draft=True, today=TODAY)
    page = html.document_fromstring(write_page(document))
    assert page.find(".//meta[@name='robots']").get("content") == "noindex"
    assert page.find(".//p[@class='draft']").text.startswith("Draft, not for publication.")
    assert page.findtext(".//title").startswith("Draft: ")
    final = html.document_fromstring(write_page(build_document(plain_record(), draft=False, today=TODAY)))
    assert final.find(".//meta[@name='robots']") is None and final.find(".//p[@class='draft']") is None


def test_the_fragment_has_no_styles_and_no_classes() -> None:
    fragment = write_fragment(build_document(plain_record(), draft=False, today=TODAY))
    assert "class=" not in fragment and "style" not in fragment and not fragment.startswith("<!DOCTYPE")
    assert fragment.startswith("<h1>")


def test_a_logo_is_inside_the_file() -> None:
    sample = SAMPLES["a logo"]() if "a logo" in SAMPLES else None
    document = sample.document() if sample else build_document(with_logo(), draft=False, today=TODAY)
    page = html.document_fromstring(write_page(document))
    for image in page.iter("img"):
        assert image.get("src").startswith("data:image/png;base64,") and image.get("alt")


def test_runs_of_one_link_are_one_link_and_languages_are_said() -> None:
    runs = (Run("the ", link="https://example.org/a"), Run("report", bold=True, link="https://example.org/a"), Run(" a ", language="cy-GB"))
    page = html.document_fromstring(write_page(build_document(with_text(Paragraph(runs)), draft=False, today=TODAY)))
    (link,) = [each for each in page.iter("a") if each.get("href") == "https://example.org/a"]
    assert link.text_content() == "the report"
    assert page.find(".//span[@lang='cy-GB']") is not None


def broken(change: str) -> tuple[str, Document]:
    document = build_document(SAMPLES["tables and lists over pages"]().record, draft=False, today=TODAY)
    return {
        "a word": lambda page: page.replace("Summary of", "Sumary of", 1),
        "a heading's level": lambda page: page.replace("<h2>", "<h3>", 1).replace("</h2>", "</h3>", 1),
        "a header's scope": lambda page: page.replace(' scope="row"', "", 1),
        "a script": lambda page: page.replace("</body>", "<script src='https://example.org/x.js'></script></body>"),
        "the title": lambda page: page.replace("<title>", "<title>Not ", 1),
        "the language": lambda page: page.replace('<html lang="en-GB">', "<html>", 1),
        "the skip link": lambda page: page.replace('class="skip"', 'class="other"', 1),
        "an address": lambda page: page.replace('href="https:', 'href="javascript:', 1),
        "a link's words": lambda page: page.replace("</main>", '<a href="https://example.org/"> </a></main>'),
        "a picture's words": lambda page: page.replace("</main>", '<img src="data:image/png;base64,AA==" alt=""></main>'),
        "a picture from outside": lambda page: page.replace("</main>", '<img src="https://example.org/a.png" alt=""></main>'),
    }[change](write_page(document)), document


@pytest.mark.parametrize(
    "change",
    [
        "a word",
        "a heading's level",
        "a header's scope",
        "a script",
        "the title",
        "the language",
        "the skip link",
        "an address",
        "a link's words",
        "a picture's words",
        "a picture from outside",
    ],
)
def test_what_is_broken_is_told(change: str) -> None:
    page, document = broken(change)
    assert page != write_page(document), "nothing was broken"
    assert problems_of(page, document)


def test_nested_lists_nest_and_items_of_two_paragraphs_keep_both() -> None:
    inner = ListBlock(True, (ListItem((Paragraph((Run("inner"),)),)),))
    outer = ListBlock(False, (ListItem((Paragraph((Run("one"),)), Paragraph((Run("two"),))), inner),))
    page = html.document_fromstring(write_fragment(build_document(with_text(outer), draft=False, today=TODAY)))
    (item,) = [each for each in page.iter("li") if each.find("ol") is not None]
    assert [each.text for each in item.findall("p")] == ["one", "two"] and item.find("ol/li").text == "inner"


def test_each_role_has_its_look() -> None:
    words = NodeParagraph((Run("Owner"),), Role.DETAIL)
    document = Document("T", "T", "1.0", "en-GB", False, "", (Heading(1, (Run("T"),)), words, Table((), (((Run("A"),), (Run("B"),)),))))
    page = write_page(document)
    assert '<p class="detail">Owner</p>' in page and '<th scope="row">A</th><td>B</td>' in page
    assert problems_of(page, document) == [] and problems_of(page, replace(document, title="U")) != []
