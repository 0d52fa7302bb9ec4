"""PDF files for the tests of the preview: plain, quick to make, each page with words of its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from io import BytesIO

from reportlab.pdfgen.canvas import Canvas

from response_app import pdfium

A4 = (595.28, 841.89)
BLUE = (0, 0, 255)


@dataclass(frozen=True)
class WholePdf:
    """A file that holds all of its pages."""

    data: bytes
    sizes: tuple[tuple[float, float], ...]

    def leaf(self, page: int) -> tuple[bytes, int]:
        """Return the file, and the number of the page as it is."""
        return self.data, page


@cache
def pages(count: int, words: str = "Words of page", sizes: Sequence[tuple[float, float]] = (A4,)) -> WholePdf:
    """Return a PDF of `count` pages; page 3 says "Words of page 3" and has a blue square of 100 points in its upper left corner."""
    out = BytesIO()
    canvas = Canvas(out, invariant=True)
    for number in range(1, count + 1):
        width, height = sizes[(number - 1) % len(sizes)]
        canvas.setPageSize((width, height))
        canvas.setFillColorRGB(0, 0, 1)
        canvas.rect(0, height - 100, 100, 100, stroke=0, fill=1)
        canvas.drawString(120, height - 60, f"{words} {number}")
        canvas.showPage()
    canvas.save()
    return WholePdf(out.getvalue(), tuple(pdfium.page_sizes(out.getvalue())))
