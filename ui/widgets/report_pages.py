"""Pictures of the pages of a report that somebody sent: drawn by another process, kept, neighbours fetched before (report in)."""

from __future__ import annotations

from collections import OrderedDict

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from response_app.intake import child

from ..tasks import Cancel, Task, run_in_background

_MOST_KEPT = 24
Key = tuple[int, float]


class ReportPages(QObject):
    """Keeps the pictures of one file's pages.

    Signals:
        arrived: (page from 1) its picture is new.
        failed: (page from 1) it cannot be drawn.
    """

    arrived = Signal(int)
    failed = Signal(int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._data = b""
        self._kept: OrderedDict[Key, QImage] = OrderedDict()
        self._wanted: list[Key] = []
        self._task: Task | None = None
        self._file = 0

    def show_file(self, data: bytes) -> None:
        """Take another file; nothing of the one before is kept."""
        self.stop()
        self._file += 1
        self._data = data
        self._kept.clear()

    def picture(self, page: int, scale: float) -> QImage | None:
        """Return the picture of a page at a scale in pixels a point; one at another scale until it is there; None without."""
        exact = self._kept.get((page, scale))
        return exact or next((image for (at, _), image in reversed(self._kept.items()) if at == page), None)

    def ask(self, pages: list[int], scale: float) -> None:
        """Say which pages are wanted now, the most urgent first; what was asked for before and is not among them is dropped."""
        self._wanted = [(page, scale) for page in pages if (page, scale) not in self._kept]
        self._draw_next()

    def stop(self) -> None:
        """End what is being drawn."""
        self._wanted = []
        if self._task is not None:
            self._task.cancel()
            self._task = None

    def _draw_next(self) -> None:
        if self._task is not None or not self._wanted or not self._data:
            return
        (page, scale), data, file = self._wanted.pop(0), self._data, self._file

        def draw(cancel: Cancel) -> QImage:
            drawn = child.picture(data, page, scale, cancelled=lambda: cancel.asked)
            return QImage(drawn.pixels, drawn.width, drawn.height, 4 * drawn.width, QImage.Format.Format_RGB32).copy()

        def keep(image: QImage) -> None:
            if file == self._file:
                self._keep((page, scale), image)

        def give_up(_error: Exception) -> None:
            if file == self._file:
                self._task = None
                self.failed.emit(page)
                self._draw_next()

        self._task = run_in_background(draw, keep, give_up, owner=self)

    def _keep(self, key: Key, image: QImage) -> None:
        self._task = None
        self._kept[key] = image
        while len(self._kept) > _MOST_KEPT:
            self._kept.popitem(last=False)
        self.arrived.emit(key[0])
        self._draw_next()
