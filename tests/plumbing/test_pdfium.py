"""Pages of PDF files as pictures and words, through one lock."""

from __future__ import annotations

import subprocess
import sys
from io import BytesIO

import pikepdf
import pytest

from response_app import pdfium
from response_app.errors import FileRefused
from response_app.record import write_pdf

from ..fixtures.sample_records import Sample, plain_record
from ..fixtures.shared import PROJECT

RED, WHITE = b"\x00\x00\xff", b"\xff\xff\xff"


def drawing(content: bytes, *, width: int = 200, height: int = 100, turned: int = 0, password: str = "") -> bytes:
    """Return a PDF of one page that draws `content`."""
    with pikepdf.new() as pdf:
        page = pdf.add_blank_page(page_size=(width, height))
        page.obj.Contents = pdf.make_stream(content)
        page.obj.Rotate = turned
        out = BytesIO()
        pdf.save(out, encryption=pikepdf.Encryption(owner=password, user=password) if password else None)
    return out.getvalue()


# A red square of 20 points in the upper left corner: PDF counts from below.
SQUARE = b"1 0 0 rg 0 80 20 20 re f"


def pixel(picture: pdfium.Picture, x: int, y: int) -> bytes:
    """Return blue, green and red of one pixel."""
    at = 4 * (y * picture.width + x)
    return picture.pixels[at : at + 3]


@pytest.fixture(scope="module")
def record_pdf() -> bytes:
    """A record as the app writes it."""
    return write_pdf(Sample(plain_record()).document())


def test_the_pages_of_a_record_are_a4(record_pdf: bytes) -> None:
    sizes = pdfium.page_sizes(record_pdf)
    assert len(sizes) == pdfium.page_count(record_pdf) > 1
    assert all(size == pytest.approx((595.28, 841.89), abs=0.01) for size in sizes)


def test_a_turned_page_has_the_size_that_is_seen() -> None:
    assert pdfium.page_sizes(drawing(b"", turned=90)) == [(100.0, 200.0)]
    picture = pdfium.render(drawing(SQUARE, turned=90), 0, 1.0)
    assert (picture.width, picture.height) == (100, 200)
    assert pixel(picture, 95, 5) == RED


@pytest.mark.parametrize("scale", [0.5, 1.0, 2.0, 1.7])
def test_a_page_is_drawn_on_white_in_its_colours(scale: float) -> None:
    picture = pdfium.render(drawing(SQUARE), 0, scale)
    assert (picture.width, picture.height) == (round(200 * scale), round(100 * scale))
    assert len(picture.pixels) == 4 * picture.width * picture.height
    assert pixel(picture, 1, 1) == RED
    assert pixel(picture, round(18 * scale), round(18 * scale)) == RED
    assert pixel(picture, round(22 * scale), 1) == WHITE
    assert pixel(picture, 1, round(22 * scale)) == WHITE


def test_bands_are_the_page_cut_across(record_pdf: bytes) -> None:
    whole = pdfium.render(record_pdf, 0, 1.5)
    tops = range(0, whole.height, 300)
    bands = [pdfium.render(record_pdf, 0, 1.5, top, min(300, whole.height - top)) for top in tops]
    assert [band.height for band in bands[:-1]] == [300] * (len(bands) - 1)
    assert b"".join(band.pixels for band in bands) == whole.pixels
    assert pdfium.render(record_pdf, 0, 1.5, 900).pixels == whole.pixels[4 * whole.width * 900 :]
    assert len(set(whole.pixels)) > 50, "the page has words on it"


def test_a_tiny_scale_still_gives_a_picture() -> None:
    assert pdfium.render(drawing(SQUARE), 0, 0.0001) == (1, 1, pdfium.render(drawing(SQUARE), 0, 0.0001).pixels)


@pytest.mark.parametrize(("scale", "top", "height"), [(0.0, 0, None), (-1.0, 0, None), (1.0, 100, None), (1.0, 0, 0), (900.0, 0, None)])
def test_no_picture_without_pixels_or_with_too_many(scale: float, top: int, height: int | None) -> None:
    with pytest.raises(ValueError, match=r"scale|pixels"):
        pdfium.render(drawing(SQUARE), 0, scale, top, height)


def test_the_words_of_a_page(record_pdf: bytes) -> None:
    words = pdfium.page_text(record_pdf, 0)
    assert "PCC and CC Force Inspection response record\n" in words
    assert "\r" not in words
    assert pdfium.page_text(record_pdf, 1) != words
    assert pdfium.page_text(drawing(SQUARE), 0) == ""


@pytest.mark.parametrize("page", [-1, 1, 99])
def test_a_page_that_is_not_there_is_refused(page: int) -> None:
    data = drawing(SQUARE)
    for look in (lambda: pdfium.render(data, page, 1.0), lambda: pdfium.page_text(data, page)):
        with pytest.raises(FileRefused, match=r"The PDF has no page -?\d+; its last page is 1\."):
            look()


NO_PDFS = {"empty": b"", "head": b"%PDF-1.7\n", "text": b"Dear colleague", "locked": drawing(SQUARE, password="secret")}


@pytest.mark.parametrize("data", NO_PDFS.values(), ids=NO_PDFS)
def test_what_is_no_pdf_is_refused_in_plain_words(data: bytes) -> None:
    looks = (pdfium.page_count, pdfium.page_sizes, lambda data: pdfium.page_text(data, 0), lambda data: pdfium.render(data, 0, 1.0))
    for look in looks:
        with pytest.raises(FileRefused) as caught:
            look(data)
        assert caught.value.message == "The file cannot be read as a PDF."
        assert "damaged or need a password" in caught.value.remedy


THREADS = """
import sys, threading
sys.path.insert(0, sys.argv[1])
from response_app import pdfium
assert "pypdfium2" not in sys.modules, "loaded before it is used"
from response_app.record import write_pdf
from tests.fixtures.sample_records import Sample, plain_record
data = write_pdf(Sample(plain_record()).document())
wrong = []
def look():
    for turn in range(25):
        try:
            seen = (pdfium.page_count(data), pdfium.page_text(data, turn % 2), pdfium.render(data, turn % 2, 1.0))
        except Exception as error:
            seen = error
        results.setdefault(turn % 2, seen)
        if seen != results[turn % 2]:
            wrong.append(seen)
results = {}
threads = [threading.Thread(target=look) for _ in range(6)]
for thread in threads: thread.start()
for thread in threads: thread.join()
print("wrong" if wrong or any(isinstance(each, Exception) for each in results.values()) else "equal")
"""


def test_many_threads_at_once() -> None:
    """In a process of its own: without the lock PDFium brings it down."""
    done = subprocess.run([sys.executable, "-c", THREADS, str(PROJECT)], capture_output=True, text=True, timeout=100)
    assert (done.returncode, done.stdout) == (0, "equal\n"), done.stderr


ENDING = """
import sys, threading
sys.path.insert(0, sys.argv[1])
from response_app import pdfium
from response_app.record import write_pdf
from tests.fixtures.sample_records import Sample, plain_record
data = write_pdf(Sample(plain_record()).document())
drawn = threading.Event()
def draw():
    while True:
        pdfium.render(data, 0, 3.0)
        drawn.set()
threading.excepthook = lambda what: None
for _ in range(4):
    threading.Thread(target=draw, daemon=True).start()
drawn.wait(30)
"""


@pytest.mark.parametrize("turn", range(4))
def test_the_app_ends_while_a_page_is_drawn(turn: int) -> None:
    """PDFium clears up when Python ends; a thread that is inside it then would crash the process."""
    done = subprocess.run([sys.executable, "-c", ENDING, str(PROJECT)], capture_output=True, text=True, timeout=100)
    assert (done.returncode, done.stderr) == (0, "")
