"""The preview: its pages look as those of the file, whatever was laid out before, and only what is looked at is drawn."""

from __future__ import annotations

import gc
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

import pytest

from response_app import pdfium
from response_app.domain.richtext import ListBlock, ListItem, Run
from response_app.domain.richtext import Paragraph as TextParagraph
from response_app.record import new_preview, write_pdf
from response_app.record.pdf import lines
from response_app.record.pdf.page import Furniture
from response_app.record.pdf.preview import Preview
from response_app.record.pdf.text import TextBlock
from response_app.record.tree import Document, Heading, Node, Paragraph, Role, Table
from tests.fixtures.sample_records import SAMPLES

WORDS = "The panel meets every month and hears from those who came to it with what they had seen of the work. " * 5


def document(*nodes: Node) -> Document:
    """Return a draft that holds these."""
    return Document("Title", "Title", "0.3", "en-GB", True, "OFFICIAL", (Heading(1, (Run("Title"),)), *nodes))


def texts(count: int, words: str = WORDS) -> list[Node]:
    """Return paragraphs that differ."""
    return [Paragraph((Run(f"{number}. {words}"),)) for number in range(count)]


def look(leaf: tuple[bytes, int]) -> pdfium.Picture:
    """Return a page as it is seen."""
    return pdfium.render(*leaf, scale=0.6)


def looks(preview: Preview, of: Document) -> list[pdfium.Picture]:
    """Return every page of a document as the preview shows it."""
    pages = preview.pages(of)
    return [look(pages.leaf(page)) for page in range(len(pages.sizes))]


@pytest.mark.parametrize("name", SAMPLES)
def test_the_pages_look_as_in_the_file(name: str) -> None:
    of = SAMPLES[name]().document()
    file, pages = write_pdf(of), new_preview().pages(of)
    assert [(round(width, 2), round(height, 2)) for width, height in pdfium.page_sizes(file)] == [(595.28, 841.89)] * len(pages.sizes)
    assert set(pages.sizes) == {(595.276, 841.89)}
    every = 1 if len(pages.sizes) < 30 else 17
    differ = [page for page in range(0, len(pages.sizes), every) if look(pages.leaf(page)) != look((file, page))]
    assert differ == []


def test_it_is_seen_that_a_draft_is_one() -> None:
    """So the comparison above would see a missing watermark, head or foot."""
    draft = document(*texts(3))
    assert looks(new_preview(), draft) != looks(new_preview(), replace(draft, draft=False))
    assert looks(new_preview(), draft) != looks(new_preview(), replace(draft, marking=""))
    assert looks(new_preview(), draft) != looks(new_preview(), replace(draft, version="0.4"))


def test_what_was_laid_out_before_does_not_show() -> None:
    """Every kind of change of one text, and the same words in another place, face, size and width."""
    words = WORDS[:300]
    plain, bold, cut = (Run(words),), (Run(words, bold=True),), (Run(words[:100]), Run(words[100:], italic=True))
    linked = (Run(words[:100]), Run(words[100:], link="https://example.org/"))
    in_list = ListBlock(False, (ListItem((TextParagraph(plain),)), ListItem((TextParagraph(bold),))))
    in_table = Table((plain, bold), ((cut, linked), (plain, plain)))
    changes: list[list[Node]] = [[Paragraph(runs)] for runs in (plain, bold, cut, linked, plain)]
    changes += [[Heading(2, plain), Paragraph(plain, Role.SUBTITLE)], [in_list, Paragraph(plain)], [in_table, in_list], [Paragraph(plain)]]
    kept = new_preview()
    for change in changes:
        of = document(*texts(9), *change, *texts(12))
        assert looks(kept, of) == looks(new_preview(), of)


@pytest.fixture
def broken(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The beginning of each text that is broken into lines."""
    seen: list[str] = []
    real = lines.break_lines

    def watch(spans: Sequence[lines.Span], size: float, available: float) -> lines.Lines:
        seen.append(spans[0].text[:3])
        return real(spans, size, available)

    monkeypatch.setattr(lines, "break_lines", watch)
    return seen


def test_only_the_changed_text_is_broken_into_lines_again(broken: list[str]) -> None:
    preview, nodes = new_preview(), texts(40)
    preview.pages(document(*nodes))
    assert len(broken) > 40
    broken.clear()
    nodes[20] = Paragraph((Run("New words"),))
    preview.pages(document(*nodes))
    assert broken == ["New"]
    for _ in range(2):
        preview.pages(document())
        preview.pages(document(nodes[0]))
    broken.clear()
    preview.pages(document(nodes[0], nodes[1]))
    assert broken == ["1. "], "what two layouts did not use is forgotten"


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The number of each page that is drawn."""
    seen: list[int] = []
    real = Furniture.draw_head_and_foot

    def watch(self: Furniture, canvas: object, page: int, pages: int) -> None:
        seen.append(page)
        real(self, canvas, page, pages)

    monkeypatch.setattr(Furniture, "draw_head_and_foot", watch)
    return seen


def test_a_page_is_drawn_when_it_is_looked_at(drawn: list[int]) -> None:
    pages = new_preview().pages(document(*texts(200)))
    assert len(pages.sizes) > 20
    assert drawn == []
    first = pages.leaf(7)
    assert pages.leaf(7) == first
    assert drawn == [8]
    for page in range(20):
        pages.leaf(page)
    assert pages.leaf(7) == first, "drawn again it is the same"
    assert drawn == [8, *range(1, 8), *range(9, 21), 8]


def test_nothing_new_gives_the_same_pages() -> None:
    preview = new_preview()
    before = preview.pages(document(*texts(3)))
    assert preview.pages(document(*texts(3))) is before
    assert preview.pages(document(*texts(4))) is not before


def test_earlier_pages_go_without_the_garbage_collector() -> None:
    """It would stop the window, every third time that the pages of a large record are laid out."""

    def blocks_after(change: int) -> int:
        preview.pages(document(*texts(50, f"{change} {WORDS}"))).leaf(0)
        return sum(type(each) is TextBlock for each in gc.get_objects())

    preview = new_preview()
    gc.collect()
    gc.disable()
    try:
        counts = [blocks_after(change) for change in range(4)]
    finally:
        gc.enable()
    assert len(set(counts)) == 1


@pytest.fixture
def restless() -> Iterator[None]:
    """Python goes from thread to thread far more often than it does."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(0.000_01)
    yield
    sys.setswitchinterval(before)


def test_an_export_beside_a_busy_preview_ends_with_the_same_bytes(restless: None) -> None:
    """Both draw with the same fonts; neither waits for the other to end."""
    of = SAMPLES["tables and lists over pages"]().document()
    alone, seen = write_pdf(of), looks(new_preview(), of)
    ended, wrong = threading.Event(), []

    def show() -> None:
        while not ended.is_set():
            if looks(new_preview(), of) != seen:
                wrong.append("preview")

    def export() -> None:
        for _ in range(5):
            if write_pdf(of) != alone:
                wrong.append("export")
        ended.set()

    threads = [threading.Thread(target=each, daemon=True) for each in (show, export, show)]
    _run(threads, ended.set)
    assert wrong == []


def _run(threads: list[threading.Thread], end: Callable[[], None]) -> None:
    for each in threads:
        each.start()
    threads[1].join(60)
    in_time = not threads[1].is_alive()
    end()
    for each in threads:
        each.join(30)
    assert in_time, "the export waits for the preview"
    assert not any(each.is_alive() for each in threads)
