"""Every sample as a PDF: it conforms, says everything in order, and really holds what it is a sample of."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from io import BytesIO
from urllib.parse import unquote

import pikepdf
import pytest

from response_app.domain.richtext import ListBlock, ListItem, Run
from response_app.record import lint_pdf, write_pdf
from response_app.record.pdf import style
from response_app.record.tree import Document, Figure, Heading, Paragraph
from tests.fixtures.sample_records import SAMPLES, para, prose
from tests.fixtures.verapdf import VeraPdf

from ..reading import everything
from .reading import bare, needs_poppler, pages, tagged_text, text_in_order

LARGE = "100 findings"
BUT_LARGE = [name for name in SAMPLES if name != LARGE]


@cache
def document(name: str) -> Document:
    """Return the tree of a sample."""
    return SAMPLES[name]().document()


@cache
def pdf(name: str) -> bytes:
    """Return the PDF of a sample."""
    return write_pdf(document(name))


@cache
def opened(name: str) -> pikepdf.Pdf:
    """Return the PDF of a sample, open."""
    return pikepdf.open(BytesIO(pdf(name)))


def elements(name: str, kind: str = "") -> list[pikepdf.Object]:
    """Return the structure elements (of one type) of a sample's PDF in reading order."""
    return [each for each in below(opened(name).Root.StructTreeRoot.K) if not kind or str(each.S) == kind]


def below(node: pikepdf.Object) -> Iterator[pikepdf.Object]:
    """Yield a structure element and all below it."""
    if isinstance(node, pikepdf.Dictionary) and "/S" in node:
        yield node
        for kid in kids(node):
            yield from below(kid)


def kids(element: pikepdf.Object) -> list[pikepdf.Object]:
    """Return the children of a structure element: elements, references and numbers of marked content."""
    held = element.get("/K", pikepdf.Array())
    return list(held) if isinstance(held, pikepdf.Array) else [held]


def pages_of(element: pikepdf.Object) -> set[tuple[int, int]]:
    """Return the pages that an element and all below it stand on."""
    own = {element.Pg.objgen} if "/Pg" in element else set()
    return own.union(*(pages_of(kid) for kid in kids(element) if isinstance(kid, pikepdf.Dictionary)))


@pytest.mark.parametrize("name", SAMPLES)
def test_it_conforms(name: str, verapdf: VeraPdf) -> None:
    verapdf.assert_conforms(pdf(name), name)


@pytest.mark.parametrize("name", SAMPLES)
def test_the_linter_finds_nothing(name: str) -> None:
    assert lint_pdf(pdf(name), document(name)) == []


@needs_poppler
@pytest.mark.parametrize("name", BUT_LARGE)
def test_a_screen_reader_gets_all_words_in_order(name: str) -> None:
    """What poppler reads along the structure tree is the tree's words; poppler shares nothing with our linter."""
    assert bare("".join(tagged_text(pdf(name)))) == bare("".join(everything(document(name))))


@needs_poppler
@pytest.mark.parametrize("name", [LARGE, "tables and lists over pages", "causes of concern"])
def test_all_words_are_drawn_in_order(name: str) -> None:
    """Between paragraphs stand only running heads and feet and repeated table headers."""
    drawn_text = text_in_order(pdf(name))
    at = 0
    for words in everything(document(name)):
        for word in words.split():
            found = drawn_text.find(bare(word), at)
            assert 0 <= found <= at + 600, words
            at = found + len(bare(word))


def test_the_large_record_has_more_than_150_pages() -> None:
    assert len(opened(LARGE).pages) > 150


@needs_poppler
def test_every_page_says_which_it_is() -> None:
    text = text_in_order(pdf(LARGE))
    count = len(opened(LARGE).pages)
    assert all(f"Page{number}of{count}" in text for number in range(1, count + 1))
    assert text.count("Exampleshire·Responsetoan") >= count


def test_links_run_over_lines_and_over_a_page_break() -> None:
    """Each line of a link is an annotation of its one Link element; some links go on on the next page."""
    pieces = [[kid for kid in kids(each) if isinstance(kid, pikepdf.Dictionary)] for each in elements("links", "/Link")]
    assert all(kid.Type in ("/OBJR", "/MCR") for each in pieces for kid in each)
    annotations = [[kid.Obj for kid in each if kid.Type == "/OBJR"] for each in pieces]
    assert sum(len(each) > 2 for each in annotations) >= 30
    over_pages = [each for each in pieces if len({kid.Pg.objgen for kid in each}) > 1]
    assert over_pages, "no link of this sample stands on two pages: it no longer tests what it is for"
    assert all(annotations)
    assert all(one.A.URI == each[0].A.URI and str(one.Contents) for each in annotations for one in each)


@pytest.mark.parametrize("address", ["https://example.org/dŵr", "https://example.org/?q=“tŷ”", "mailto:tŷ@example.org"])
def test_an_address_is_written_in_ascii(address: str) -> None:
    """Other characters are percent-encoded: viewers cannot follow them otherwise (ISO 32000-1, 12.6.4.7)."""
    nodes = (Heading(1, (Run("Title"),)), Paragraph((Run("words", link=address),)))
    file = pikepdf.open(BytesIO(write_pdf(Document("Title", "Title", "1.0", "en-GB", False, "", nodes))))
    written = bytes(file.pages[0].Annots[0].A.URI)
    assert written.isascii()
    assert unquote(written.decode("ascii")) == address


@pytest.mark.parametrize(
    ("name", "kind", "least"),
    [
        ("quotations", "/BlockQuote", 2),
        ("tables and lists over pages", "/L", 3),
        ("tables and lists over pages", "/Table", 4),
        ("tables and lists over pages", "/TR", 3),  # a row taller than a page
    ],
)
def test_blocks_run_over_pages(name: str, kind: str, least: int) -> None:
    """The samples hold what they are samples of."""
    assert max(len(pages_of(each)) for each in elements(name, kind)) >= least


def test_passages_name_their_language() -> None:
    assert str(opened("Welsh passages").Root.Lang) == "en-GB"
    marked = [str(each.S) for each in elements("Welsh passages") if str(each.get("/Lang", "")) == "cy-GB"]
    assert marked == ["/P", "/Span", "/H3", "/P", "/P", "/Span"]
    assert str(opened("Welsh record").Root.Lang) == "cy-GB"
    assert {str(each.get("/Lang", "")) for each in elements("Welsh record", "/H2")} == {"en-GB"}


def test_the_logo_is_opaque_and_described() -> None:
    (figure,) = elements("logo", "/Figure")
    assert str(figure.Alt) == "Crest of Exampleshire’s commissioner"
    images = [image for page in opened("logo").pages for image in page.get_images().values()]
    assert len(images) == 1
    assert "/SMask" not in images[0]


@needs_poppler
def test_a_draft_shows_its_marking_on_every_page_and_a_final_none() -> None:
    draft = text_in_order(pdf("marked draft"))
    count = len(opened("marked draft").pages)
    assert draft.count("OFFICIAL-SENSITIVE") == 2 * count + 1
    assert text_in_order(pdf("plain draft")).count("DRAFT") == len(opened("plain draft").pages)
    assert "DRAFT" not in text_in_order(pdf("plain"))


def hard_documents() -> dict[str, tuple[Heading | Paragraph | ListBlock | Figure, ...]]:
    """Return nodes that hardly a record has and that must not stop the export."""
    body = Paragraph((Run(prose(1, 3)),))
    return {
        "heading taller than a page": (Heading(2, (Run(prose(0, 90)),)), body),
        "headings that fill a page": (*(Heading(2 + n % 2, (Run(prose(n, 5)),)) for n in range(20)), body),
        "item of a hundred paragraphs": (ListBlock(True, (ListItem(tuple(para(prose(n, 2)) for n in range(100))),)),),
        "one word of 10,000 letters": (Paragraph((Run("x" * 10_000),)),),
        "one word in five faces": (Paragraph(tuple(Run("wordandno" * 30, bold=n % 2 == 0, italic=n > 2) for n in range(5))),),
        "a link of 3,000 letters": (Paragraph((Run("https://example.org/" + "a-b/" * 750, link="https://example.org/"),)),),
        "nothing but line breaks between": (Paragraph((Run("one\n\n\n\ntwo"),)), Paragraph((Run("\n" * 70 + "three"),))),
    }


@pytest.mark.parametrize("name", hard_documents())
def test_what_is_hard_to_lay_out_comes_out_all_the_same(name: str, verapdf: VeraPdf) -> None:
    nodes = (Heading(1, (Run("Title"),)), *hard_documents()[name])
    hard = Document("Title", "Title", "1.0", "en-GB", False, "", nodes)
    data = write_pdf(hard)
    assert lint_pdf(data, hard) == []
    verapdf.assert_conforms(data, name)


@needs_poppler
@pytest.mark.parametrize("name", SAMPLES)
def test_nothing_stands_beyond_the_margins(name: str) -> None:
    right = style.PAGE_WIDTH - style.MARGIN_X
    outside = [
        (number, line)
        for number, page in enumerate(pages(pdf(name)), 1)
        for line in page
        if line.left < style.MARGIN_X - 0.1
        or line.right > right + 0.1
        or line.top < style.MARGIN_TOP - 4
        or line.bottom > style.PAGE_HEIGHT - style.MARGIN_BOTTOM + 2
    ]
    assert outside == []
