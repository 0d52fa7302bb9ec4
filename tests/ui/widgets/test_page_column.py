"""Where pages lie: below each other, found again at any zoom."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.widgets.page_column import BAND_PIXELS, Band, PageColumn, Place, fitting_zoom, within_limits

A4 = (595.28, 841.89)
SIZES = st.lists(st.tuples(st.floats(20, 1500), st.floats(20, 1500)), min_size=1, max_size=12)
SCALES = st.floats(0.3, 12)
ROWS = st.integers(-500, 60_000)


def rows_seen(column: PageColumn, page: int, top: int, bottom: int) -> int:
    """How many rows of a page lie from `top` up to `bottom`."""
    box = column.boxes[page]
    return max(0, min(bottom, box.top + box.height) - max(top, box.top))


@given(SIZES, SCALES, st.integers(1, 5000))
def test_pages_lie_below_each_other_in_the_middle(sizes: list[tuple[float, float]], scale: float, room: int) -> None:
    column = PageColumn.of(sizes, scale, 20, room)
    below = 0
    for box, (width, height) in zip(column.boxes, sizes, strict=True):
        assert box.top == below + 20
        assert (box.width, box.height) == (round(width * scale), round(height * scale))
        right = column.width - box.left - box.width
        assert box.left >= 20
        assert 0 <= right - box.left <= 1
        below = box.top + box.height
    assert column.height == below + 20
    assert column.width >= room


@given(SIZES, SCALES, ROWS, st.integers(1, 3000))
def test_the_pages_that_are_seen(sizes: list[tuple[float, float]], scale: float, top: int, height: int) -> None:
    column = PageColumn.of(sizes, scale, 20, 100)
    seen = [page for page in range(len(sizes)) if rows_seen(column, page, top, top + height)]
    assert list(column.pages_between(top, top + height)) == seen
    if seen:
        assert column.most_seen(top, top + height) == max(seen, key=lambda page: rows_seen(column, page, top, top + height))


def test_the_edges_of_what_is_seen() -> None:
    column = PageColumn.of([A4, A4, A4], 1.0, 20, 600)
    first, second, third = column.boxes
    assert list(column.pages_between(first.top + first.height, second.top)) == []
    assert list(column.pages_between(first.top + first.height - 1, second.top + 1)) == [0, 1]
    assert list(column.pages_between(second.top, third.top)) == [1]


def test_between_two_pages_the_following_one_counts() -> None:
    column = PageColumn.of([A4, A4], 1.0, 40, 600)
    end = column.boxes[0].top + column.boxes[0].height
    assert column.most_seen(end + 1, end + 3) == 1
    assert column.most_seen(-900, -800) == 0
    assert column.most_seen(99_000, 99_100) == 1


@given(SIZES, SCALES, SCALES, st.data())
def test_a_place_is_found_again_at_another_scale(sizes: list[tuple[float, float]], scale: float, other: float, data: st.DataObject) -> None:
    column, later = PageColumn.of(sizes, scale, 20, 500), PageColumn.of(sizes, other, 20, 500)
    page = data.draw(st.sampled_from(range(len(sizes))))
    box, after = column.boxes[page], later.boxes[page]
    x, y = data.draw(st.integers(box.left, box.left + box.width)), data.draw(st.integers(box.top, box.top + box.height - 1))
    to_x, to_y = later.point_of(column.place_at(x, y))
    assert to_x - after.left == pytest.approx((x - box.left) * after.width / box.width, abs=1)
    assert to_y - after.top == pytest.approx((y - box.top) * after.height / box.height, abs=1)
    assert column.point_of(column.place_at(x, y)) == (x, y)


def test_a_place_on_a_page_that_is_gone_is_the_end() -> None:
    column = PageColumn.of([A4], 1.0, 20, 600)
    assert column.point_of(Place(5, 0.5, 0.1))[1] == 20 + 842


@given(SIZES, SCALES, st.data())
def test_bands_make_the_page_and_none_is_large(sizes: list[tuple[float, float]], scale: float, data: st.DataObject) -> None:
    column = PageColumn.of(sizes, scale, 20, 100)
    page = data.draw(st.sampled_from(range(len(sizes))))
    box = column.boxes[page]
    bands = column.bands(page, box.top, box.top + box.height)
    assert [band.top for band in bands] == [sum(each.height for each in bands[:n]) for n in range(len(bands))]
    assert sum(band.height for band in bands) == box.height
    assert all(band.height * box.width <= max(BAND_PIXELS, 64 * box.width) for band in bands)
    assert {(band.page, band.scale, band.of) for band in bands} == {(page, scale, box.height)}


def test_only_bands_that_are_seen() -> None:
    column = PageColumn.of([A4], 10.0, 20, 100)
    rows = BAND_PIXELS // column.boxes[0].width
    assert column.bands(0, 20 + rows, 20 + rows + 1) == [Band(0, 10.0, rows, rows, 8419)]
    assert [band.top for band in column.bands(0, 20 + rows - 1, 20 + rows + 1)] == [0, rows]
    assert not column.bands(0, 0, 20)


def test_the_zoom_that_fits_the_widest_page() -> None:
    zoom = fitting_zoom([A4, (841.89, 595.28)], 2.0, 40, 2000)
    column = PageColumn.of([A4, (841.89, 595.28)], zoom / 100 * 2.0 * 96 / 72, 40, 2000)
    assert column.width == pytest.approx(2000, abs=1)
    assert max(box.width for box in column.boxes) == pytest.approx(1920, abs=1)
    assert [within_limits(zoom) for zoom in (1, 50, 333.3, 400, 9000)] == [50, 50, 333.3, 400, 400]
    assert fitting_zoom([A4], 1.0, 20, 30) == 50
