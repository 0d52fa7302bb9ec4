"""The pages of a record as its PDF will show them, for somebody who is still writing it (record out).

All of the record is laid out, as for the file, because what stands on a page depends on everything before it. But a
page is drawn only when it is looked at, each as a small PDF of its own, and texts that did not change keep their
lines from one layout to the next. What does not show is left out: structure, links, metadata.
"""

from __future__ import annotations

from io import BytesIO
from typing import Any

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import CondPageBreak, Flowable

from ..tree import Document
from . import fonts
from .layout import Layout
from .lines import KeptLines, break_lines
from .page import DRAWING, PAGE_SIZE, Furniture, template
from .tags import Recorder

_DRAWN_PAGES_KEPT = 8
"""So many: a page is asked for its words and, at a large zoom, for several bands."""

Placed = tuple[Flowable, float, float]
"""A block, and where its lower left corner stands on its page, in points."""


class Preview:
    """Lays out one record again and again; keeps from one time to the next what can be used again."""

    def __init__(self) -> None:
        self._lines = KeptLines()
        self._last: PreviewPages | None = None

    def pages(self, document: Document) -> PreviewPages:
        """Return the pages of the record as it is now; the same object as before when nothing printed has changed.

        For one thread at a time.

        Raises:
            PdfRefused: something could not be drawn.
        """
        if self._last is None or self._last.document != document:
            self._last = PreviewPages(document, self._lay_out(document))
        return self._last

    def _lay_out(self, document: Document) -> list[list[Placed]]:
        self._lines.begin()
        recorder = Recorder(self._lines.break_lines)
        layout = Layout(recorder)
        layout.add(document)
        return _place(layout.flowables)


class PreviewPages:
    """The pages of a document, placed and not yet drawn.

    Attributes:
        document: what they say.
        sizes: width and height of each page in points.
    """

    def __init__(self, document: Document, placed: list[list[Placed]]) -> None:
        self.document = document
        self.sizes = (PAGE_SIZE,) * len(placed)
        self._placed = placed
        self._drawn: dict[int, bytes] = {}

    def leaf(self, page: int) -> tuple[bytes, int]:
        """Return a PDF that holds a page (from 0) and the number of the page in it; from any thread."""
        with DRAWING:
            if page not in self._drawn:
                if len(self._drawn) == _DRAWN_PAGES_KEPT:
                    del self._drawn[next(iter(self._drawn))]
                self._drawn[page] = self._draw(page)
            return self._drawn[page], 0

    def _draw(self, page: int) -> bytes:
        """The page alone, drawn by the same code as in the file; its tags are made and dropped."""
        out = BytesIO()
        recorder = Recorder(break_lines)
        furniture = Furniture(self.document, recorder)
        canvas = Canvas(out, pagesize=PAGE_SIZE, invariant=1, pageCompression=0, initialFontName=fonts.REGULAR)
        furniture.draw_watermark(canvas, None)
        for block, x, y in self._placed[page]:
            block.recorder = recorder
            block.drawOn(canvas, x, y)
        furniture.draw_head_and_foot(canvas, page + 1, len(self.sizes))
        canvas.showPage()
        canvas.save()
        return out.getvalue()


def _place(flowables: list[Flowable]) -> list[list[Placed]]:
    """Let platypus find the place of each block, page by page as in the file."""
    pages: list[list[Placed]] = []

    def canvas(*args: Any, **kwargs: Any) -> _Unseen:
        return _Unseen(*args, **kwargs, pages=pages)

    with DRAWING:
        # A break that depends on the room left (CondPageBreak) draws nothing and is needed only here.
        template(BytesIO()).build([each if isinstance(each, CondPageBreak) else _Later(each) for each in flowables], canvasmaker=canvas)
    # A copy: reportlab's canvas and document hold each other, and the pages with them, until the garbage is collected.
    found = pages.copy()
    pages.clear()
    return found


class _Unseen(Canvas):  # type: ignore[misc]  # reportlab has no types
    """A canvas that nothing is drawn on: it notes what platypus would draw where, and writes no file."""

    def __init__(self, *args: Any, pages: list[list[Placed]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.pages = pages
        self.placed: list[Placed] = []

    def showPage(self) -> None:
        """Go on to the next page."""
        self.pages.append(self.placed)
        self.placed = []
        self._startPage()

    def save(self) -> None:
        """Write nothing."""


class _Later(Flowable):  # type: ignore[misc]  # reportlab has no types
    """Stands for a block while its place is sought: the block is drawn when its page is looked at."""

    def __init__(self, block: Flowable) -> None:
        super().__init__()
        self.block = block

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        """Return width and height of the block in points."""
        size: tuple[float, float] = self.block.wrap(availWidth, availHeight)
        return size

    def split(self, availWidth: float, availHeight: float) -> list[Flowable]:
        """Divide the block."""
        return [_Later(part) for part in self.block.split(availWidth, availHeight)]

    def getSpaceBefore(self) -> float:
        """Return the space above the block in points."""
        return float(self.block.getSpaceBefore())

    def getSpaceAfter(self) -> float:
        """Return the space below the block in points."""
        return float(self.block.getSpaceAfter())

    def drawOn(self, canvas: _Unseen, x: float, y: float, _sW: float = 0) -> None:
        """Note the place."""
        canvas.placed.append((self.block, x, y))
