"""The pages of a PDF: scrolled, zoomed, listed, and read out."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QImage, QWheelEvent
from PySide6.QtWidgets import QApplication, QLabel, QListWidget, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from response_app import pdfium
from ui.tasks import run_in_background
from ui.widgets.pdf_view import PdfView

from .pdfs import A4, BLUE, pages

CTRL, KEY = Qt.KeyboardModifier.ControlModifier, Qt.Key


@pytest.fixture
def view(qtbot: QtBot) -> PdfView:
    """A view of 150 pages, at the size that it has in the window."""
    made = PdfView("Preview of the record")
    made.add_shortcuts(made)
    qtbot.addWidget(made)
    made.resize(1080, 640)
    made.show_pdf(pages(150))
    made.show()
    qtbot.waitActive(made)
    made.activateWindow()
    made.pages.setFocus()
    qtbot.waitUntil(made.pages.hasFocus)
    return made


def words_of(view: PdfView) -> list[str]:
    """The labels of the bar."""
    return [each.text() for each in view.findChildren(QLabel)]


def list_of(view: PdfView) -> QListWidget:
    """The list of pages."""
    return view.findChild(QListWidget)


def tool(view: PdfView, words: str) -> QToolButton:
    """A button of the bar."""
    return next(each for each in view.findChildren(QToolButton) if words in (each.text(), each.accessibleName()))


def seen(view: PdfView) -> QImage:
    """What the pages look like now."""
    return view.pages.viewport().grab().toImage()


def corner(view: PdfView, page: int) -> QPoint | None:
    """Where the upper left corner of the current page's blue square is seen, None when it is not."""
    image = seen(view)
    for y in range(image.height()):
        for x in range(0, image.width(), 4):
            if image.pixelColor(x, y) == QColor(*BLUE) and view.page == page:
                return QPoint(x, y)
    return None


def wheel(view: PdfView, steps: int, at: QPoint, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Turn the wheel over the pages, as the window system reports it."""
    viewport = view.pages.viewport()
    turned = QPoint(0, 120 * steps)
    away = QPointF(viewport.mapToGlobal(at))
    event = QWheelEvent(QPointF(at), away, QPoint(), turned, Qt.MouseButton.NoButton, modifiers, Qt.ScrollPhase.NoScrollPhase, False)
    QApplication.sendEvent(viewport, event)


def test_the_real_page_is_seen(qtbot: QtBot, view: PdfView) -> None:
    qtbot.waitUntil(lambda: corner(view, 0) is not None)
    image, left, top = seen(view), corner(view, 0).x(), 20
    # 100 points at this zoom, in pixels of the screen.
    side = round(100 * view.pages.zoom / 100 * 96 / 72)
    assert image.pixelColor(left + side - 6, top + side - 3) == QColor(*BLUE)
    assert image.pixelColor(left + side + 6, top + 6) == QColor("white")


def test_only_what_is_near_is_drawn(qtbot: QtBot, view: PdfView, monkeypatch: pytest.MonkeyPatch) -> None:
    drawn, real = [], pdfium.render

    def render(data: bytes, page: int, *rest: float) -> pdfium.Picture:
        drawn.append(page)
        return real(data, page, *rest)

    monkeypatch.setattr(pdfium, "render", render)
    qtbot.keyClick(view.pages, KEY.Key_End)
    qtbot.waitUntil(lambda: corner(view, 149) is not None or 149 in drawn)
    qtbot.waitUntil(lambda: 148 in drawn)
    assert view.page == 149
    assert set(drawn) <= {0, 1, 147, 148, 149}


@pytest.mark.parametrize(("key", "goes"), [(KEY.Key_PageDown, 1), (KEY.Key_Down, 1), (KEY.Key_PageUp, -1), (KEY.Key_Up, -1)])
def test_keys_scroll(qtbot: QtBot, view: PdfView, key: Qt.Key, goes: int) -> None:
    view.pages.go_to(70)
    bar = view.pages.verticalScrollBar()
    before = bar.value()
    qtbot.keyClick(view.pages, key)
    far = bar.pageStep() if "Page" in key.name else bar.singleStep()
    assert bar.value() == before + goes * far
    assert bar.pageStep() < view.pages.viewport().height(), "a line of the page before stays in sight"


def test_scrolling_through_tells_every_page_in_turn(qtbot: QtBot, view: PdfView) -> None:
    told: list[int] = []
    view.page_changed.connect(told.append)
    while view.page < 5:
        qtbot.keyClick(view.pages, KEY.Key_PageDown)
    assert told == [1, 2, 3, 4, 5]
    qtbot.keyClick(view.pages, KEY.Key_Home)
    assert told[-1] == view.page == 0
    assert view.pages.verticalScrollBar().value() == 0


def test_the_list_goes_to_a_page_and_follows_it(qtbot: QtBot, view: PdfView) -> None:
    rows = list_of(view)
    assert [rows.item(row).text() for row in (0, 149)] == ["Page 1", "Page 150"]
    qtbot.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=rows.visualItemRect(rows.item(3)).center())
    assert view.page == 3
    assert "Page 4 of 150" in words_of(view)
    qtbot.keyClick(rows, KEY.Key_Down)
    assert view.page == 4
    qtbot.keyClick(view.pages, KEY.Key_End)
    assert rows.currentRow() == 149
    assert rows.visualItemRect(rows.currentItem()).intersects(rows.viewport().rect())
    assert rows.visualItemRect(rows.item(149)).height() >= 24


def test_the_last_pages_can_be_chosen_although_they_cannot_be_scrolled_to_the_top(qtbot: QtBot, view: PdfView) -> None:
    qtbot.keyClick(view.pages, KEY.Key_0, CTRL)
    view.pages.set_zoom(50)
    rows, told = list_of(view), []
    view.page_changed.connect(told.append)
    for row in (147, 148, 149, 148):
        rows.setCurrentRow(row)
        assert (view.page, rows.currentRow()) == (row, row)
    assert told == [147, 148, 149, 148]
    view.show_pdf(pages(150, "Other words"))
    assert (view.page, rows.currentRow()) == (148, 148)


def test_keys_zoom_in_steps_and_back_to_the_width(qtbot: QtBot, view: PdfView) -> None:
    fitting = view.pages.zoom
    assert view.pages.fits_width
    assert view.pages.horizontalScrollBar().maximum() == 0
    zooms = []
    for _ in range(3):
        qtbot.keyClick(view.pages, KEY.Key_Plus, CTRL)
        zooms.append(round(view.pages.zoom))
    assert zooms == [125, 150, 175]
    assert "175%" in words_of(view)
    assert not tool(view, "Fit width").isChecked()
    assert view.pages.horizontalScrollBar().maximum() > 0
    qtbot.keyClick(view.pages, KEY.Key_Minus, CTRL)
    assert round(view.pages.zoom) == 150
    qtbot.keyClick(view.pages, KEY.Key_Equal, CTRL)
    assert round(view.pages.zoom) == 175
    qtbot.keyClick(view.pages, KEY.Key_0, CTRL)
    assert view.pages.zoom == fitting
    assert tool(view, "Fit width").isChecked()


def test_keys_zoom_around_the_middle(qtbot: QtBot, view: PdfView) -> None:
    view.pages.set_zoom(50)
    view.pages.go_to(60)
    bar, middle = view.pages.verticalScrollBar(), view.pages.viewport().height() // 2
    bar.setValue(bar.value() - middle + 20)
    qtbot.waitUntil(lambda: corner(view, 60) is not None)
    assert corner(view, 60).y() == middle
    for _ in range(4):
        qtbot.keyClick(view.pages, KEY.Key_Plus, CTRL)
    assert round(view.pages.zoom) == 100
    qtbot.waitUntil(lambda: corner(view, 60) is not None)
    assert abs(corner(view, 60).y() - middle) <= 2
    across = view.pages.horizontalScrollBar()
    for _ in range(4):
        qtbot.keyClick(view.pages, KEY.Key_Plus, CTRL)
    assert across.value() == pytest.approx(across.maximum() / 2, abs=2)


def test_zoom_has_limits(qtbot: QtBot, view: PdfView) -> None:
    for _ in range(20):
        qtbot.keyClick(view.pages, KEY.Key_Plus, CTRL)
    assert view.pages.zoom == pytest.approx(400)
    for _ in range(20):
        qtbot.keyClick(view.pages, KEY.Key_Minus, CTRL)
    assert view.pages.zoom == pytest.approx(50)


def test_buttons_zoom(qtbot: QtBot, view: PdfView) -> None:
    for words, expected in (("Zoom in", 125), ("Zoom in", 150), ("Zoom out", 125)):
        qtbot.mouseClick(tool(view, words), Qt.MouseButton.LeftButton)
        assert round(view.pages.zoom) == expected
    for _ in range(2):
        qtbot.mouseClick(tool(view, "Fit width"), Qt.MouseButton.LeftButton)
        assert view.pages.fits_width
        assert tool(view, "Fit width").isChecked()


def test_the_wheel_zooms_around_the_pointer(qtbot: QtBot, view: PdfView) -> None:
    view.pages.go_to(2)
    qtbot.waitUntil(lambda: corner(view, 2) is not None)
    at = corner(view, 2)
    wheel(view, 3, at, CTRL)
    assert round(view.pages.zoom) == 175
    qtbot.waitUntil(lambda: corner(view, 2) is not None)
    moved = corner(view, 2) - at
    assert abs(moved.x()) <= 5
    assert abs(moved.y()) <= 2
    wheel(view, -1, at, CTRL)
    assert round(view.pages.zoom) == 150


def test_the_wheel_scrolls_without_ctrl(view: PdfView) -> None:
    zoom = view.pages.zoom
    wheel(view, -1, QPoint(200, 200))
    assert view.pages.verticalScrollBar().value() > 0
    assert view.pages.zoom == zoom


def test_the_width_is_followed_and_the_place_kept(qtbot: QtBot, view: PdfView) -> None:
    view.pages.go_to(40)
    for width in (700, 1300):
        view.resize(width, 640)
        qtbot.waitUntil(lambda width=width: view.pages.viewport().width() > width - 200)
        column = view.pages.viewport().width() - 40
        assert view.pages.zoom == pytest.approx(100 * column / (A4[0] * 96 / 72), rel=0.01)
        assert view.page == 40
        assert view.pages.horizontalScrollBar().maximum() == 0


def test_another_document_keeps_the_place(qtbot: QtBot, view: PdfView) -> None:
    view.pages.go_to(40)
    qtbot.keyClick(view.pages, KEY.Key_Down)
    before, told = view.pages.verticalScrollBar().value(), []
    view.pages.zoom_changed.connect(lambda *what: told.append(what))
    view.show_pdf(pages(150, "Other words"))
    assert view.pages.verticalScrollBar().value() == before
    assert view.page == 40
    qtbot.waitUntil(lambda: "Other words 41" in view.pages.accessibleDescription())
    view.show_pdf(pages(30))
    assert (view.page, list_of(view).count(), list_of(view).currentRow()) == (29, 30, 29)
    assert "Page 30 of 30" in words_of(view)
    assert list_of(view).item(29).text() == "Page 30"
    view.show_pdf(pages(31))
    assert (view.page, list_of(view).count()) == (29, 31)


def test_at_the_start_it_stays_at_the_start(qtbot: QtBot, view: PdfView) -> None:
    view.show_pdf(pages(12, sizes=(A4, (300.0, 300.0))))
    assert (view.pages.verticalScrollBar().value(), view.page) == (0, 0)


def test_the_same_bytes_change_nothing(qtbot: QtBot, view: PdfView) -> None:
    told: list[object] = []
    view.pages.zoom_changed.connect(lambda *what: told.append(what))
    view.show_pdf(pages(150))
    assert not told


def test_old_pictures_stay_until_the_new_ones_are_drawn(qtbot: QtBot, view: PdfView, monkeypatch: pytest.MonkeyPatch) -> None:
    """No white flash while somebody types."""
    qtbot.waitUntil(lambda: corner(view, 0) is not None)
    before = corner(view, 0)
    monkeypatch.setattr(pdfium, "render", lambda *what: 1 / 0)
    view.show_pdf(pages(150, "Other words"))
    assert corner(view, 0) == before
    view.pages.set_zoom(200)
    view.pages.verticalScrollBar().setValue(0)
    view.pages.horizontalScrollBar().setValue(0)
    at, side = corner(view, 0), round(200 * 96 / 72)
    assert seen(view).pixelColor(at.x() + side - 4, at.y() + side - 2) == QColor(*BLUE)
    assert seen(view).pixelColor(at.x() + side + 4, at.y() + 2) != QColor(*BLUE)


def test_the_words_of_the_page_are_there_for_a_screen_reader(qtbot: QtBot, view: PdfView) -> None:
    assert view.pages.accessibleName() == "Preview of the record, page 1 of 150"
    qtbot.waitUntil(lambda: "Words of page 1\n" in f"{view.pages.accessibleDescription()}\n")
    view.pages.go_to(77)
    assert view.pages.accessibleName() == "Preview of the record, page 78 of 150"
    assert "Words" not in view.pages.accessibleDescription(), "never the words of another page"
    qtbot.waitUntil(lambda: "Words of page 78" in view.pages.accessibleDescription())


def test_words_that_come_late_are_not_told_of_another_page(qtbot: QtBot, view: PdfView, monkeypatch: pytest.MonkeyPatch) -> None:
    read, go_on, real = [], threading.Event(), pdfium.page_text

    def slow(data: bytes, page: int) -> str:
        read.append(page)
        assert page != 5 or go_on.wait(10)
        return real(data, page)

    told = []
    monkeypatch.setattr(pdfium, "page_text", slow)
    view.pages.go_to(5)
    qtbot.waitUntil(lambda: 5 in read)
    view.pages.go_to(6)
    qtbot.waitUntil(lambda: "Words of page 7" in view.pages.accessibleDescription())
    run_in_background(lambda cancel: go_on.set(), told.append, told.append)
    qtbot.waitUntil(lambda: bool(told))
    view.pages.go_to(7)
    qtbot.waitUntil(lambda: "Words of page 8" in view.pages.accessibleDescription())


def test_a_hidden_view_draws_nothing_until_it_is_seen(qtbot: QtBot, view: PdfView, monkeypatch: pytest.MonkeyPatch) -> None:
    qtbot.waitUntil(lambda: corner(view, 0) is not None)
    view.hide()
    drawn, real = [], pdfium.render

    def render(data: bytes, page: int, *rest: float) -> pdfium.Picture:
        drawn.append(page)
        return real(data, page, *rest)

    monkeypatch.setattr(pdfium, "render", render)
    view.show_pdf(pages(150, "Other words"))
    told: list[object] = []
    run_in_background(lambda cancel: 1, told.append, told.append)
    qtbot.waitUntil(lambda: bool(told))
    assert not drawn
    view.show()
    qtbot.waitUntil(lambda: 0 in drawn)


def test_everything_has_a_name_of_its_own_and_tab_goes_round(qtbot: QtBot, view: PdfView) -> None:
    named = [each for each in view.findChildren(QWidget) if each.focusPolicy() & Qt.FocusPolicy.TabFocus and each.isVisible()]
    names = [each.accessibleName() for each in named]
    assert sorted(names) == [
        "Fit width", "List of pages of preview of the record", "Preview of the record, page 1 of 150", "Zoom in", "Zoom out",
    ]  # fmt: skip
    reached = set()
    for _ in range(2 * len(named)):
        qtbot.keyClick(QApplication.focusWidget(), KEY.Key_Tab)
        reached.add(QApplication.focusWidget().accessibleName())
    assert reached == set(names)


def test_the_focus_is_seen(qtbot: QtBot, view: PdfView) -> None:
    ring = QColor("#ffd23f")
    assert seen(view).pixelColor(1, 100) == ring
    list_of(view).setFocus()
    qtbot.waitUntil(lambda: not view.pages.hasFocus())
    assert seen(view).pixelColor(1, 100) != ring


def test_an_empty_view_answers_to_keys(qtbot: QtBot) -> None:
    empty = PdfView("Preview of the record")
    qtbot.addWidget(empty)
    empty.add_shortcuts(empty)
    empty.show()
    for key in (KEY.Key_Home, KEY.Key_End, KEY.Key_PageDown):
        qtbot.keyClick(empty.pages, key)
    qtbot.keyClick(empty.pages, KEY.Key_Plus, CTRL)
    empty.show_pdf(pages(1))
    assert empty.page == 0
