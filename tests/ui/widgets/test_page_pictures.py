"""Pictures of pages: what is on the screen first, nothing that nobody looks at any more."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from response_app import pdfium
from response_app.errors import FileRefused
from ui.widgets import page_pictures
from ui.widgets.page_column import Band
from ui.widgets.page_pictures import PagePictures

from .pdfs import BLUE, pages


def band(page: int, scale: float = 0.5) -> Band:
    """Return a band that is a whole A4 page."""
    height = round(841.89 * scale)
    return Band(page, scale, 0, height, height)


class Drawing:
    """Stands before `pdfium.render`: writes down what is drawn, waits where it is told to, fails where it is told to."""

    def __init__(self) -> None:
        self.drawn: list[int] = []
        self.go_on = threading.Event()
        self.go_on.set()
        self.begun = threading.Event()
        self.broken: set[int] = set()
        self._real = pdfium.render

    def __call__(self, data: bytes, page: int, scale: float, top: int = 0, height: int | None = None) -> pdfium.Picture:
        self.drawn.append(page)
        self.begun.set()
        assert self.go_on.wait(10)
        if page in self.broken:
            raise FileRefused("A page of the PDF cannot be read.")
        return self._real(data, page, scale, top, height)


@pytest.fixture
def drawing(monkeypatch: pytest.MonkeyPatch) -> Iterator[Drawing]:
    """Watch what is drawn."""
    watch = Drawing()
    monkeypatch.setattr(pdfium, "render", watch)
    yield watch
    watch.go_on.set()


@pytest.fixture
def pictures(qtbot: QtBot) -> PagePictures:
    """Pictures of a PDF of nine pages."""
    made = PagePictures()
    made.set_document(pages(9))
    return made


def there(pictures: PagePictures, *bands: Band) -> bool:
    """Whether each has its picture."""
    return all(pictures.picture(each) is not None for each in bands)


def test_a_picture_is_the_page(qtbot: QtBot, pictures: PagePictures) -> None:
    with qtbot.waitSignal(pictures.arrived) as arrived:
        pictures.ask([band(2)])
    assert arrived.args == [2]
    image = pictures.picture(band(2))
    assert image is not None
    assert (image.width(), image.height()) == (298, 421)
    assert image.pixelColor(25, 25).getRgb()[:3] == BLUE
    assert image.pixelColor(290, 410).getRgb()[:3] == (255, 255, 255)


def test_the_newest_request_goes_first_and_the_old_one_is_dropped(qtbot: QtBot, pictures: PagePictures, drawing: Drawing) -> None:
    drawing.go_on.clear()
    pictures.ask([band(0), band(1), band(2)])
    assert drawing.begun.wait(10)
    pictures.ask([band(5), band(1)])
    pictures.ask([band(7), band(8)])
    drawing.go_on.set()
    qtbot.waitUntil(lambda: there(pictures, band(7), band(8)))
    assert drawing.drawn == [0, 7, 8]
    assert there(pictures, band(0)), "what had begun is kept"


def test_what_is_there_is_not_drawn_again(qtbot: QtBot, pictures: PagePictures, drawing: Drawing) -> None:
    pictures.ask([band(0), band(1)])
    qtbot.waitUntil(lambda: there(pictures, band(0), band(1)))
    pictures.ask([band(1), band(0), band(2)])
    qtbot.waitUntil(lambda: there(pictures, band(2)))
    assert drawing.drawn == [0, 1, 2]


def test_a_page_that_cannot_be_drawn_does_not_stop_the_others(qtbot: QtBot, pictures: PagePictures, drawing: Drawing) -> None:
    drawing.broken = {0}
    with qtbot.waitSignal(pictures.failed) as failed:
        pictures.ask([band(0), band(1)])
    assert isinstance(failed.args[0], FileRefused)
    qtbot.waitUntil(lambda: there(pictures, band(1)))
    assert not there(pictures, band(0))


def test_earlier_pictures_stand_in_until_the_new_ones_are_there(qtbot: QtBot, pictures: PagePictures, drawing: Drawing) -> None:
    pictures.ask([band(0), band(1)])
    qtbot.waitUntil(lambda: there(pictures, band(0), band(1)))
    drawing.go_on.clear()
    pictures.set_document(pages(9, "Other words"))
    pictures.ask([band(0), band(1)])
    assert not there(pictures, band(0))
    assert [each for each, _ in pictures.stand_ins(1)] == [band(1)]
    left: list[int] = []
    pictures.arrived.connect(lambda page: left.append(len(list(pictures.stand_ins(1)))))
    drawing.go_on.set()
    qtbot.waitUntil(lambda: there(pictures, band(0), band(1)))
    assert left[0] == 1, "it stands in while the other page is there already"
    assert len(list(pictures.stand_ins(1))) == 1, "the earlier one is forgotten"


def test_nothing_of_the_earlier_document_is_drawn_any_more(qtbot: QtBot, pictures: PagePictures, drawing: Drawing) -> None:
    drawing.go_on.clear()
    pictures.ask([band(0), band(1)])
    assert drawing.begun.wait(10)
    pictures.set_document(pages(9, "Other words"))
    drawing.go_on.set()
    with qtbot.waitSignal(pictures.arrived):
        pass
    pictures.ask([band(5)])
    qtbot.waitUntil(lambda: there(pictures, band(5)))
    assert drawing.drawn == [0, 5]


def test_a_late_earlier_picture_is_not_taken_for_the_new_one(qtbot: QtBot, pictures: PagePictures, drawing: Drawing) -> None:
    drawing.go_on.clear()
    pictures.ask([band(0)])
    assert drawing.begun.wait(10)
    pictures.set_document(pages(9, "Other words"))
    with qtbot.waitSignal(pictures.arrived):
        drawing.go_on.set()
    assert not there(pictures, band(0))
    pictures.ask([band(0)])
    qtbot.waitUntil(lambda: there(pictures, band(0)))
    assert drawing.drawn == [0, 0]


def test_a_picture_at_another_scale_stands_in(qtbot: QtBot, pictures: PagePictures) -> None:
    pictures.ask([band(3)])
    qtbot.waitUntil(lambda: there(pictures, band(3)))
    assert not there(pictures, band(3, 1.0))
    assert [each for each, _ in pictures.stand_ins(3)] == [band(3)]


def test_memory_is_bounded_and_what_is_seen_is_kept(qtbot: QtBot, pictures: PagePictures, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(page_pictures, "KEPT_BYTES", 2 * 4 * 298 * 421)
    for first in (0, 3):
        seen = [band(first), band(first + 1), band(first + 2)]
        pictures.ask(seen)
        qtbot.waitUntil(lambda seen=seen: there(pictures, *seen))
    assert [page for page in range(9) if list(pictures.stand_ins(page))] == [3, 4, 5]
    pictures.ask([band(5)])
    pictures.ask([band(5), band(8)])
    qtbot.waitUntil(lambda: there(pictures, band(8)))
    assert [page for page in range(9) if list(pictures.stand_ins(page))] == [5, 8]


def test_what_was_looked_at_longest_ago_goes_first(qtbot: QtBot, pictures: PagePictures, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(page_pictures, "KEPT_BYTES", 2 * 4 * 298 * 421)
    pictures.ask([band(0), band(1)])
    qtbot.waitUntil(lambda: there(pictures, band(1), band(0)))
    assert there(pictures, band(1), band(0))
    pictures.ask([band(2)])
    qtbot.waitUntil(lambda: there(pictures, band(2)))
    assert [page for page in range(9) if list(pictures.stand_ins(page))] == [0, 2]
