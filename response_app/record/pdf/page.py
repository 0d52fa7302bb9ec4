"""Pages: frame, running head and foot, draft marks; all of these are artifacts (record out)."""

from __future__ import annotations

import threading
from collections.abc import Callable
from io import BytesIO
from typing import Any

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate

from ..tree import Document
from . import fonts, style
from .characters import drawn
from .tags import Recorder

_HEAD_BASE = style.PAGE_HEIGHT - 30
_FOOT_BASE = 30.0
OnPage = Callable[[Any, Any], None]
PAGE_SIZE = (style.PAGE_WIDTH, style.PAGE_HEIGHT)

DRAWING = threading.Lock()
"""Held while reportlab draws: it keeps the fonts for the whole process, and the window draws a preview while an export runs."""


class _NumberedCanvas(Canvas):  # type: ignore[misc]  # reportlab has no types
    """A canvas that finishes each page when the number of pages is known ("Page 2 of 7")."""

    def __init__(self, *args: Any, furniture: Furniture, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._furniture = furniture
        self._waiting: list[dict[str, Any]] = []

    def showPage(self) -> None:
        """Keep the page until the last is drawn."""
        self._waiting.append(dict(self.__dict__))
        self._startPage()

    def save(self) -> None:
        """Finish all pages and write the file."""
        waiting = self._waiting
        for state in waiting:
            self.__dict__.update(state)
            self._furniture.draw_head_and_foot(self, self._pageNumber, len(waiting))
            super().showPage()
        self._doc.SaveToFile(self._filename, self)


class Furniture:
    """What stands on every page beside the text."""

    def __init__(self, document: Document, recorder: Recorder) -> None:
        self.document = document
        self.recorder = recorder

    def draw_watermark(self, canvas: Any, _template: Any) -> None:
        """Write DRAFT across the page, behind the text and pale, so that the text keeps its contrast."""
        if not self.document.draft:
            return
        with self.recorder.artifact(canvas, "/Type /Pagination /Subtype /Watermark"):
            canvas.saveState()
            canvas.setFillColorRGB(*style.WATERMARK)
            canvas.setFont(fonts.BOLD, 150)
            canvas.translate(style.PAGE_WIDTH / 2, style.PAGE_HEIGHT / 2)
            canvas.rotate(52)
            canvas.drawCentredString(0, -50, "DRAFT")
            canvas.restoreState()

    def draw_head_and_foot(self, canvas: Any, page: int, pages: int) -> None:
        """Write the running head and foot of a page (from 1)."""
        document = self.document
        marking = drawn(document.marking)
        status = " \u00b7 ".join(each for each in ("Draft" if document.draft else "", marking) if each)
        right = style.PAGE_WIDTH - style.MARGIN_X
        with self.recorder.artifact(canvas, "/Type /Pagination /Subtype /Header"):
            room = style.TEXT_WIDTH - (_width(status, fonts.BOLD) + 12 if status else 0)
            _draw(canvas, style.MARGIN_X, _HEAD_BASE, _shortened(drawn(document.short_title), room), fonts.REGULAR, style.QUIET)
            if status:
                _draw(canvas, right - _width(status, fonts.BOLD), _HEAD_BASE, status, fonts.BOLD, style.NOTICE_RED)
            canvas.setStrokeColorRGB(*style.RULE)
            canvas.setLineWidth(0.75)
            canvas.line(style.MARGIN_X, _HEAD_BASE - 9, right, _HEAD_BASE - 9)
        with self.recorder.artifact(canvas, "/Type /Pagination /Subtype /Footer"):
            version = drawn(f"Version {document.version}") if document.version else ""
            _draw(canvas, style.MARGIN_X, _FOOT_BASE, _shortened(version, style.TEXT_WIDTH / 3), fonts.REGULAR, style.QUIET)
            if marking:
                middle = (style.PAGE_WIDTH - _width(marking, fonts.BOLD)) / 2
                _draw(canvas, middle, _FOOT_BASE, marking, fonts.BOLD, style.NOTICE_RED)
            number = f"Page {page} of {pages}"
            _draw(canvas, right - _width(number, fonts.REGULAR), _FOOT_BASE, number, fonts.REGULAR, style.QUIET)


def _width(text: str, face: str) -> float:
    return fonts.width(text, face) * style.FURNITURE_SIZE / 1000


def _shortened(text: str, room: float) -> str:
    """Return `text`, cut at a word with an ellipsis where it is wider than `room` points."""
    if _width(text, fonts.REGULAR) <= room:
        return text
    while text and _width(text + "\u2026", fonts.REGULAR) > room:
        text = text[: text.rfind(" ")] if " " in text else text[:-1]
    return text + "\u2026"


def _draw(canvas: Any, x: float, y: float, words: str, face: str, colour: style.Colour) -> None:
    if words:
        canvas.setFillColorRGB(*colour)
        canvas.setFont(face, style.FURNITURE_SIZE)
        canvas.drawString(x, y, words)


def draw_pages(document: Document, recorder: Recorder, flowables: list[Flowable]) -> bytes:
    """Return the drawn but not yet tagged file."""
    furniture = Furniture(document, recorder)
    out = BytesIO()

    def canvas(*args: Any, **kwargs: Any) -> _NumberedCanvas:
        return _NumberedCanvas(*args, **kwargs, furniture=furniture)

    with DRAWING:
        template(out, furniture.draw_watermark).build(flowables, canvasmaker=canvas)
    return out.getvalue()


def _nothing(_canvas: Any, _template: Any) -> None:
    """Draw nothing behind the text."""


def template(out: BytesIO, on_page: OnPage = _nothing) -> BaseDocTemplate:
    """Return what puts flowables on pages, into `out`; `on_page` draws what lies behind them.

    Streams stay uncompressed: a later step compresses the finished file. `invariant` leaves out clock and chance.
    """
    fonts.faces()
    # Our own face as the initial font: reportlab would otherwise put Helvetica, not embedded, on every page.
    made = BaseDocTemplate(out, pagesize=PAGE_SIZE, invariant=1, pageCompression=0, initialFontName=fonts.REGULAR)
    frame = Frame(
        style.MARGIN_X,
        style.MARGIN_BOTTOM,
        style.TEXT_WIDTH,
        style.TEXT_HEIGHT,
        leftPadding=0,
        rightPadding=0,
        topPadding=0,
        bottomPadding=0,
    )
    made.addPageTemplates(PageTemplate(frames=[frame], onPage=on_page))
    return made
