"""Looks into PDF files: pages as pictures for the preview, their sizes and words (plumbing of report in and record out).

PDFium is not thread-safe, so every call goes through one lock, and its objects never leave this module: what goes in
and comes out are bytes, numbers and strings. The library is loaded when it is first used.
"""

from __future__ import annotations

import atexit
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from .errors import FileRefused
from .pdfium_words import PlacedPage, WordFinder

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

_LOCK = threading.Lock()
_ended = threading.Event()
_BYTES_PER_PIXEL = 4
_LARGEST_PICTURE = 64_000_000
"""Pixels; more is a mistake of the caller, who should ask for a part of the page."""


class Picture(NamedTuple):
    """A page, or a band of it, as pixels.

    Attributes:
        width: in pixels.
        height: in pixels.
        pixels: rows from the top, four bytes a pixel: blue, green, red, and one that means nothing.
    """

    width: int
    height: int
    pixels: bytes


def page_count(data: bytes) -> int:
    """Return the number of pages of a PDF, at least 1.

    Raises:
        FileRefused: this is no PDF that can be read.
    """
    with _document(data) as document:
        return len(document)


def page_sizes(data: bytes) -> list[tuple[float, float]]:
    """Return width and height of each page as it is looked at (turned pages are turned), in points of 1/72 inch.

    Raises:
        FileRefused: this is no PDF that can be read.
    """
    with _document(data) as document:
        return [document.get_page_size(page) for page in range(len(document))]


def size_in_pixels(size: tuple[float, float], scale: float) -> tuple[int, int]:
    """Return width and height of the picture of a page of `size` points, at `scale` pixels a point; at least 1 x 1."""
    return max(1, round(size[0] * scale)), max(1, round(size[1] * scale))


def render(data: bytes, page: int, scale: float, top: int = 0, height: int | None = None) -> Picture:
    """Return a page, or a band of it over its whole width, as a picture on white.

    Args:
        data: the PDF.
        page: from 0.
        scale: pixels per point of 1/72 inch.
        top: first row of the band, in pixels.
        height: rows of the band, in pixels; None goes down to the end of the page. What lies below the page is white.

    Raises:
        FileRefused: this is no PDF that can be read, or it has no such page.
        ValueError: the scale is not above 0, or the picture would be larger than 64 million pixels.
    """
    if not scale > 0:
        raise ValueError(f"the scale {scale} is not above 0")
    with _document(data) as document:
        import pypdfium2.raw as raw

        _need_page(document, page)
        width, full_height = size_in_pixels(document.get_page_size(page), scale)
        rows = full_height - top if height is None else height
        if rows < 1 or width * rows > _LARGEST_PICTURE:
            raise ValueError(f"no picture of {width} x {rows} pixels is drawn")
        leaf = document[page]
        try:
            buffer = (raw.c_ubyte * (width * rows * _BYTES_PER_PIXEL))()
            bitmap = raw.FPDFBitmap_CreateEx(width, rows, raw.FPDFBitmap_BGRx, buffer, width * _BYTES_PER_PIXEL)
            try:
                raw.FPDFBitmap_FillRect(bitmap, 0, 0, width, rows, 0xFFFFFFFF)
                raw.FPDF_RenderPageBitmap(bitmap, leaf, 0, -top, width, full_height, 0, raw.FPDF_ANNOT)
            finally:
                raw.FPDFBitmap_Destroy(bitmap)
            return Picture(width, rows, bytes(buffer))
        finally:
            leaf.close()


def page_text(data: bytes, page: int) -> str:
    """Return the words of a page (from 0) in the order of the file, its lines divided by "\\n".

    Raises:
        FileRefused: this is no PDF that can be read, or it has no such page.
    """
    with _document(data) as document:
        _need_page(document, page)
        leaf = document[page]
        try:
            words = leaf.get_textpage()
            try:
                return str(words.get_text_bounded()).replace("\r\n", "\n")
            finally:
                words.close()
        finally:
            leaf.close()


def placed_words(data: bytes, most_pages: int) -> tuple[str, list[PlacedPage]]:
    """Return the title in the properties of a PDF, and all its words with their places.

    PDFium's text page is asked where words begin and end, where a line is one text object only where the line does. Some
    programs (Chromium) draw each letter as an object: asking all those, or all letters, costs five times the bare text.

    Args:
        data: the PDF.
        most_pages: a file with more is refused.

    Raises:
        FileRefused: this is no PDF that can be read, or it has too many pages.
    """
    with _document(data) as document:
        if len(document) > most_pages:
            raise FileRefused(f"The PDF has {len(document):,} pages; at most {most_pages:,} are read.", "Nothing was changed.")
        import pypdfium2.raw as raw

        finder = WordFinder(raw)
        title = str(document.get_metadata_dict().get("Title", ""))
        pages = []
        for leaf in document:
            pages.append(finder.page(leaf))
            leaf.close()
        return title, pages


@contextmanager
def _document(data: bytes) -> Iterator[PdfDocument]:
    """Hold the lock and open the file; both end together, so nothing of PDFium is left for another thread to collect."""
    with _LOCK:
        from pypdfium2 import PdfDocument, PdfiumError

        if _ended.is_set():
            raise RuntimeError("PDFium has ended with the app")
        try:
            document = PdfDocument(data)
        except PdfiumError as error:
            raise FileRefused("The file cannot be read as a PDF.", "It may be damaged or need a password. Nothing was changed.") from error
        _end_in_time()
        try:
            yield document
        except PdfiumError as error:
            raise FileRefused("A page of the PDF cannot be read.", "The file may be damaged. Nothing was changed.") from error
        finally:
            document.close()


@cache
def _end_in_time() -> None:
    """Let `_end` come, when Python ends, before pypdfium2 clears up: that would not wait for a thread that is drawing.

    What was registered last comes first, and the last hook of pypdfium2 is registered with the first open document.
    """
    atexit.register(_end)


def _end() -> None:
    """Let the call that is under way end, and no other begin."""
    with _LOCK:
        _ended.set()


def _need_page(document: PdfDocument, page: int) -> None:
    if not 0 <= page < len(document):
        raise FileRefused(f"The PDF has no page {page + 1}; its last page is {len(document)}.", "Nothing was changed.")
