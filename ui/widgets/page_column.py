"""Where each page of a PDF lies in one long column, in device pixels (the preview of record out).

No Qt in here: numbers in, numbers out.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from response_app.pdfium import size_in_pixels

PIXELS_PER_POINT = 96 / 72
"""At 100 %, before the device pixel ratio."""
LOWEST_ZOOM, HIGHEST_ZOOM = 50, 400
BAND_PIXELS = 4_000_000
"""A page is drawn in bands of at most this many pixels, so that a large zoom draws only what is seen."""


class Place(NamedTuple):
    """A point of the document that stays the same at another zoom: a page, and how far across and down it, 0 to 1."""

    page: int
    across: float
    down: float


class Box(NamedTuple):
    """A rectangle in device pixels of the column."""

    left: int
    top: int
    width: int
    height: int


class Band(NamedTuple):
    """Rows of a page at one scale, in device pixels: what is drawn as one picture."""

    page: int
    scale: float
    top: int
    height: int
    of: int


@dataclass(frozen=True, slots=True)
class PageColumn:
    """The pages below each other, centred, with a gap around each.

    Attributes:
        boxes: where each page lies.
        width: of the column with its gaps.
        height: of the column with its gaps.
        gap: around each page.
        scale: device pixels per point.
    """

    boxes: tuple[Box, ...]
    width: int
    height: int
    gap: int
    scale: float

    @classmethod
    def of(cls, sizes: Sequence[tuple[float, float]], scale: float, gap: int, room: int) -> PageColumn:
        """Lay out pages of `sizes` points, centred in `room` device pixels, or in the widest page when that is wider."""
        pixels = [size_in_pixels(size, scale) for size in sizes]
        width = max([room, *(each + 2 * gap for each, _ in pixels)])
        boxes: list[Box] = []
        top = gap
        for across, down in pixels:
            boxes.append(Box((width - across) // 2, top, across, down))
            top += down + gap
        return cls(tuple(boxes), width, top, gap, scale)

    def pages_between(self, top: int, bottom: int) -> range:
        """Return the pages of which a row lies from `top` up to `bottom`."""
        first = max(0, bisect_right(self.boxes, top, key=lambda box: box.top) - 1)
        if first < len(self.boxes) and self.boxes[first].top + self.boxes[first].height <= top:
            first += 1
        return range(first, max(first, bisect_right(self.boxes, bottom - 1, key=lambda box: box.top)))

    def most_seen(self, top: int, bottom: int) -> int:
        """Return the page that takes most of the rows from `top` up to `bottom`; of equal ones the first."""

        def seen(page: int) -> int:
            box = self.boxes[page]
            return min(bottom, box.top + box.height) - max(top, box.top)

        return max(self.pages_between(top, bottom), key=seen, default=self._nearest(top))

    def place_at(self, x: int, y: int) -> Place:
        """Return the place at a point of the column; beside a page, that of the page's edge."""
        page = self._nearest(y)
        box = self.boxes[page]
        return Place(page, (x - box.left) / box.width, min(1.0, max(-self.gap / box.height, (y - box.top) / box.height)))

    def point_of(self, place: Place) -> tuple[int, int]:
        """Return the point of the column at a place; of a page that is no more, the end of the last one."""
        page = min(place.page, len(self.boxes) - 1)
        box = self.boxes[page]
        down = place.down if page == place.page else 1.0
        return round(box.left + place.across * box.width), round(box.top + down * box.height)

    def bands(self, page: int, top: int, bottom: int) -> list[Band]:
        """Return the bands of a page that touch the rows of the column from `top` up to `bottom`."""
        box = self.boxes[page]
        rows = max(64, BAND_PIXELS // box.width)
        starts = range(0, box.height, rows)
        bands = [Band(page, self.scale, start, min(rows, box.height - start), box.height) for start in starts]
        return [band for band in bands if box.top + band.top < bottom and box.top + band.top + band.height > top]

    def _nearest(self, y: int) -> int:
        return max(0, bisect_right(self.boxes, y + self.gap, key=lambda box: box.top) - 1)


def fitting_zoom(sizes: Sequence[tuple[float, float]], ratio: float, gap: int, room: int) -> float:
    """Return the zoom in per cent at which the widest page just fits into `room` device pixels, within the limits."""
    widest = max(width for width, _ in sizes)
    return within_limits(100 * (room - 2 * gap) / (widest * PIXELS_PER_POINT * ratio))


def within_limits(zoom: float) -> float:
    """Return the nearest zoom in per cent that is allowed."""
    return max(float(LOWEST_ZOOM), min(zoom, float(HIGHEST_ZOOM)))
