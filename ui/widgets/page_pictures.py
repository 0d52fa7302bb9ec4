"""The pictures of PDF pages: drawn in the background, what is on the screen first (the preview of record out)."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterator, Sequence
from typing import NamedTuple, Protocol

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from response_app import pdfium

from ..tasks import Cancel, run_in_background
from .page_column import Band

KEPT_BYTES = 64_000_000
"""Pictures that are not on the screen are kept up to this, so that scrolling back draws nothing."""


class PagedPdf(Protocol):
    """A document that is looked at page by page."""

    @property
    def sizes(self) -> tuple[tuple[float, float], ...]:
        """Width and height of each page in points."""

    def leaf(self, page: int) -> tuple[bytes, int]:
        """Return a PDF that holds a page (from 0), and the number of the page in it; not called on the GUI thread."""


class _Key(NamedTuple):
    document: int
    band: Band


class PagePictures(QObject):
    """Keeps the pictures of one document, and of the one before it until the new ones are there.

    Signals:
        arrived: the page of which a picture is new.
        failed: the error with which the drawing of a page ended; the page stays white.
    """

    arrived = Signal(int)
    failed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pdf: PagedPdf | None = None
        self._document = 0
        self._wanted: list[Band] = []
        self._asked: set[_Key] = set()
        self._busy = False
        self._pictures: OrderedDict[_Key, QImage] = OrderedDict()

    def set_document(self, pdf: PagedPdf) -> None:
        """Take another document; the earlier pictures stay as stand-ins until each has a new one."""
        self._pdf = pdf
        self._document += 1
        self._wanted, self._asked = [], set()

    def ask(self, bands: Sequence[Band]) -> None:
        """Say which bands are needed now, the most urgent first; what was asked for before and is not in it is dropped."""
        self._asked = {_Key(self._document, band) for band in bands}
        self._wanted = [band for band in bands if _Key(self._document, band) not in self._pictures]
        self._draw_next()

    def picture(self, band: Band) -> QImage | None:
        """Return the picture of a band, None while it is not drawn."""
        key = _Key(self._document, band)
        image = self._pictures.get(key)
        if image is not None:
            self._pictures.move_to_end(key)
        return image

    def stand_ins(self, page: int) -> Iterator[tuple[Band, QImage]]:
        """Yield pictures of a page at another scale or of the earlier document, the newest last."""
        for key, image in self._pictures.items():
            if key.band.page == page:
                yield key.band, image

    def _draw_next(self) -> None:
        if self._busy or not self._wanted or self._pdf is None:
            return
        band, pdf, document = self._wanted.pop(0), self._pdf, self._document
        self._busy = True

        def draw(cancel: Cancel) -> tuple[_Key, QImage]:
            data, page = pdf.leaf(band.page)
            picture = pdfium.render(data, page, band.scale, band.top, band.height)
            seen = QImage(picture.pixels, picture.width, picture.height, 4 * picture.width, QImage.Format.Format_RGB32)
            return _Key(document, band), seen.copy()

        run_in_background(draw, self._keep, self._give_up, self._leave, owner=self)

    def _keep(self, drawn: tuple[_Key, QImage]) -> None:
        key, image = drawn
        self._pictures[key] = image
        self._forget()
        self._busy = False
        self.arrived.emit(key.band.page)
        self._draw_next()

    def _give_up(self, error: Exception) -> None:
        """A page that cannot be drawn stays white; the others are drawn. The next change of the record asks again."""
        self._busy = False
        self.failed.emit(error)
        self._draw_next()

    def _leave(self) -> None:
        self._busy = False

    def _forget(self) -> None:
        """Drop stand-ins once nothing waits for its picture, then the pictures that were looked at longest ago."""
        if not self._wanted:
            for key in [key for key in self._pictures if key.document != self._document]:
                del self._pictures[key]
        kept = sum(image.sizeInBytes() for image in self._pictures.values())
        for key in list(self._pictures):
            if kept <= KEPT_BYTES:
                break
            if key not in self._asked:
                kept -= self._pictures.pop(key).sizeInBytes()
