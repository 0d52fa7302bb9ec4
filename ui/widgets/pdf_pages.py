"""The pages of a PDF below each other, to scroll and zoom (the preview of record out)."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent, QShowEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from response_app import pdfium

from .. import theme
from ..tasks import run_in_background
from .page_column import PIXELS_PER_POINT, Band, Box, PageColumn, Place, fitting_zoom, within_limits
from .page_pictures import PagedPdf, PagePictures

GAP = 20
LINE = 40
ZOOM_STEPS = (50, 67, 75, 90, 100, 110, 125, 150, 175, 200, 250, 300, 350, 400)
_TEXT_AFTER_MS = 150
_WHEEL_STEP = 120


class PdfPages(QAbstractScrollArea):
    """Scrolls through the real pages; only what is seen is drawn, in the background, as sharp as the screen.

    Its accessible description is the words of the current page.

    Signals:
        page_changed: the page, from 0, of which most is seen.
        zoom_changed: the zoom in per cent, and whether it follows the width of the window.
        failed: the error with which the drawing of a page ended.
    """

    page_changed = Signal(int)
    zoom_changed = Signal(float, bool)
    failed = Signal(object)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._pdf: PagedPdf | None = None
        self._zoom: float | None = None
        self._page = 0
        self._wheel = 0
        self._laying_out = False
        self._column = PageColumn.of((), 1.0, GAP, 1)
        self._pictures = PagePictures(self)
        self._pictures.arrived.connect(lambda page: self.viewport().update())
        self._pictures.failed.connect(self.failed)
        self._text_timer = QTimer(self, singleShot=True, interval=_TEXT_AFTER_MS)
        self._text_timer.timeout.connect(self._read_text)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setCornerWidget(QWidget(self))
        self.setAccessibleName(name)
        for bar in (self.verticalScrollBar(), self.horizontalScrollBar()):
            bar.setSingleStep(LINE)
            bar.valueChanged.connect(self._scrolled)

    @property
    def page_count(self) -> int:
        """The number of pages, 0 without a document."""
        return len(self._pdf.sizes) if self._pdf else 0

    @property
    def page(self) -> int:
        """The current page, from 0."""
        return self._page

    @property
    def zoom(self) -> float:
        """The zoom in per cent."""
        return 100 * self._column.scale / (PIXELS_PER_POINT * self.devicePixelRatioF())

    @property
    def fits_width(self) -> bool:
        """Whether the zoom follows the width of the window."""
        return self._zoom is None

    def show_pdf(self, pdf: PagedPdf) -> None:
        """Show a document; where it takes another's place, the place on the page is kept."""
        if pdf is self._pdf:
            return

        def take() -> None:
            self._pdf = pdf
            self._pictures.set_document(pdf)

        self._relayout(take)
        self._set_page(self._page, again=True)

    def go_to(self, page: int) -> None:
        """Scroll to the top of a page, from 0."""
        if not 0 <= page < self.page_count:
            return
        self._laying_out = True
        top = self._column.boxes[page].top - self._column.gap
        self.verticalScrollBar().setValue(round(top / self.devicePixelRatioF()))
        self._laying_out = False
        self._set_page(page)
        self._look()

    def set_zoom(self, percent: float, at: QPoint | None = None) -> None:
        """Zoom, within 50 to 400 per cent, around a point of the viewport; without one, around its middle."""
        self._zoom_to(within_limits(percent), at)

    def fit_width(self) -> None:
        """Let the zoom follow the width of the window."""
        self._zoom_to(None, None)

    def zoom_in(self, at: QPoint | None = None) -> None:
        """Zoom to the next larger step."""
        following = bisect_right(ZOOM_STEPS, self.zoom + 0.5)
        self.set_zoom(ZOOM_STEPS[min(following, len(ZOOM_STEPS) - 1)], at)

    def zoom_out(self, at: QPoint | None = None) -> None:
        """Zoom to the next smaller step."""
        self.set_zoom(ZOOM_STEPS[max(0, bisect_left(ZOOM_STEPS, self.zoom - 0.5) - 1)], at)

    def event(self, event: QEvent) -> bool:
        """Lay out anew when the window comes to a screen of another sharpness."""
        if event.type() == QEvent.Type.DevicePixelRatioChange and self._pdf is not None:
            self._relayout(lambda: None)
        return super().event(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Ask for the pictures, which nobody needed before."""
        super().showEvent(event)
        self._look()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the place while the width changes."""
        super().resizeEvent(event)
        self._relayout(lambda: None)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring."""
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(event)
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Home and End go to the first and the last page; the rest scrolls as everywhere."""
        if event.key() == Qt.Key.Key_Home:
            self.go_to(0)
        elif event.key() == Qt.Key.Key_End:
            self.go_to(self.page_count - 1)
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom around the pointer with Ctrl, scroll without."""
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().wheelEvent(event)
            return
        self._wheel += event.angleDelta().y()
        step = self.zoom_in if self._wheel > 0 else self.zoom_out
        while abs(self._wheel) >= _WHEEL_STEP:
            self._wheel -= _WHEEL_STEP if self._wheel > 0 else -_WHEEL_STEP
            step(event.position().toPoint())
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw what is there of the pages that are seen."""
        colours = theme.tokens()
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), QColor(colours.grey_ground))
        ratio = self.devicePixelRatioF()
        painter.save()
        painter.scale(1 / ratio, 1 / ratio)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        left, top, bottom = self._seen()
        painter.translate(-left, -top)
        for page in self._column.pages_between(top, bottom):
            box = self._column.boxes[page]
            painter.fillRect(QRect(box.left - 1, box.top - 1, box.width + 2, box.height + 2), QColor(colours.field_border))
            painter.fillRect(QRect(*box), Qt.GlobalColor.white)
            for band in self._column.bands(page, top, bottom):
                self._paint_band(painter, box, band)
        painter.restore()
        if self.hasFocus():
            _paint_ring(painter, self.viewport().rect(), colours)

    def _paint_band(self, painter: QPainter, box: Box, band: Band) -> None:
        """The picture of a band, or until it is drawn, what other pictures of the page show there."""
        image = self._pictures.picture(band)
        target = QRect(box.left, box.top + band.top, box.width, band.height)
        if image is not None:
            painter.drawImage(target.topLeft(), image)
            return
        painter.save()
        painter.setClipRect(target)
        for other, stand_in in self._pictures.stand_ins(band.page):
            stretch = box.height / other.of
            painter.drawImage(QRectF(box.left, box.top + other.top * stretch, box.width, other.height * stretch), stand_in)
        painter.restore()

    def _seen(self) -> tuple[int, int, int]:
        """Left, top and bottom of what is seen, in device pixels of the column."""
        ratio = self.devicePixelRatioF()
        top = round(self.verticalScrollBar().value() * ratio)
        return round(self.horizontalScrollBar().value() * ratio), top, top + round(self.viewport().height() * ratio)

    def _scrolled(self) -> None:
        if self._laying_out or self._pdf is None:
            return
        _, top, bottom = self._seen()
        self._set_page(self._column.most_seen(top, bottom))
        self._look()

    def _keep_page(self) -> None:
        """After another layout the current page stays the current one as long as a part of it is seen."""
        _, top, bottom = self._seen()
        if self._page not in self._column.pages_between(top, bottom):
            self._set_page(self._column.most_seen(top, bottom))

    def _look(self) -> None:
        """Ask for what is seen, then for the pages beside it."""
        if not self.isVisible():
            return
        _, top, bottom = self._seen()
        seen = self._column.pages_between(top, bottom)
        around = [page for page in (seen.stop, seen.start - 1) if 0 <= page < self.page_count]
        bands = [band for page in seen for band in self._column.bands(page, top, bottom)]
        height = bottom - top
        self._pictures.ask(bands + [band for page in around for band in self._column.bands(page, top - height, bottom + height)])
        self.viewport().update()

    def _zoom_to(self, zoom: float | None, at: QPoint | None) -> None:
        def take() -> None:
            self._zoom = zoom

        self._relayout(take, at or self.viewport().rect().center())

    def _relayout(self, change: Callable[[], None], at: QPoint | None = None) -> None:
        """Make a change and lay out anew; the place at a point of the viewport, or else at its top, stays there."""
        ratio = self.devicePixelRatioF()
        left, top, _ = self._seen()
        x, y = (round(at.x() * ratio), round(at.y() * ratio)) if at else (0, 0)
        place = self._column.place_at(left + x, top + y) if self._column.boxes else Place(0, 0.5, 0.0)
        at_start = top == 0 and at is None
        change()
        if self._pdf is None:
            return
        gap, room = round(GAP * ratio), round(self.viewport().width() * ratio)
        zoom = self._zoom or fitting_zoom(self._pdf.sizes, ratio, gap, room)
        self._column = PageColumn.of(self._pdf.sizes, zoom * PIXELS_PER_POINT * ratio / 100, gap, room)
        self._laying_out = True
        self._set_ranges(ratio)
        to_x, to_y = self._column.point_of(place)
        self.horizontalScrollBar().setValue(round((to_x - x) / ratio))
        self.verticalScrollBar().setValue(0 if at_start else round((to_y - y) / ratio))
        self._laying_out = False
        self.zoom_changed.emit(self.zoom, self.fits_width)
        self._keep_page()
        self._look()

    def _set_ranges(self, ratio: float) -> None:
        view = self.viewport().size()
        vertical, horizontal = self.verticalScrollBar(), self.horizontalScrollBar()
        vertical.setRange(0, max(0, round(self._column.height / ratio) - view.height()))
        vertical.setPageStep(max(LINE, view.height() - LINE))
        horizontal.setRange(0, max(0, round(self._column.width / ratio) - view.width()))
        horizontal.setPageStep(view.width())

    def _set_page(self, page: int, again: bool = False) -> None:
        if page == self._page and not again:
            return
        if page != self._page:
            self.setAccessibleDescription("")
        self._page = page
        self.setAccessibleName(f"{self._name}, page {page + 1} of {self.page_count}")
        self._text_timer.start()
        self.page_changed.emit(page)

    def _read_text(self) -> None:
        """Fetch the words of the current page for a screen reader."""
        if self._pdf is None:
            return
        pdf, page = self._pdf, self._page

        def take(words: str) -> None:
            if pdf is self._pdf and page == self._page:
                self.setAccessibleDescription(words)

        run_in_background(lambda cancel: pdfium.page_text(*pdf.leaf(page)), take, lambda error: None, owner=self)


def _paint_ring(painter: QPainter, around: QRect, colours: theme.Tokens) -> None:
    """The focus ring: a broad line with a dark one inside."""
    painter.setPen(QPen(QColor(colours.focus), 3))
    painter.drawRect(QRectF(around).adjusted(1.5, 1.5, -1.5, -1.5))
    painter.setPen(QPen(QColor(colours.focus_ink), 1))
    painter.drawRect(QRectF(around).adjusted(3.5, 3.5, -3.5, -3.5))
