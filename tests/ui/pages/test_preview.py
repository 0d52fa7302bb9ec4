"""Preview: the real pages, refreshed when the changes pause, and the old ones when drawing fails."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QProgressBar, QPushButton, QRadioButton, QWidget
from pytestqt.qtbot import QtBot

from response_app import pdfium
from response_app.errors import AppError, PdfRefused
from response_app.record import new_preview, write_pdf
from ui import theme
from ui.pages.preview_page import PreviewPage

from ...fixtures.sample_records import Sample, plain_record
from ..widgets.pdfs import WholePdf, pages

KEY = Qt.Key


class Record:
    """Stands for the open record: counts snapshots, can wait and fail."""

    def __init__(self) -> None:
        self.words = "Words of page"
        self.pages = 5
        self.snapshots: list[bool] = []
        self.drawn: list[str] = []
        self.error: Exception | None = None
        self.snapshot_error: AppError | None = None
        self.go_on = threading.Event()
        self.go_on.set()
        self.begun = threading.Event()

    def __call__(self, draft: bool) -> Callable[[], WholePdf]:
        """Freeze the record, as the app does on the GUI thread."""
        assert threading.current_thread() is threading.main_thread()
        self.snapshots.append(draft)
        if self.snapshot_error:
            raise self.snapshot_error
        words, count, error = self.words, self.pages, self.error

        def make() -> WholePdf:
            assert threading.current_thread() is not threading.main_thread()
            self.begun.set()
            assert self.go_on.wait(10)
            self.drawn.append(words)
            if error:
                raise error
            return pages(count, words)

        return make


@pytest.fixture
def record() -> Iterator[Record]:
    """A record of five pages."""
    made = Record()
    yield made
    made.go_on.set()


@pytest.fixture
def page(qtbot: QtBot, record: Record) -> PreviewPage:
    """The page, not shown yet, as large as in the window."""
    made = PreviewPage(record)
    qtbot.addWidget(made)
    made.resize(1128, 732)
    return made


@pytest.fixture
def shown(qtbot: QtBot, page: PreviewPage) -> PreviewPage:
    """The page with its first pages drawn."""
    with qtbot.waitSignal(page.refreshed):
        page.show()
    return page


def described(page: PreviewPage) -> str:
    """What a screen reader reads of the current page of the PDF."""
    return page.view.pages.accessibleDescription()


def visible_words(page: QWidget) -> str:
    """Every label that is seen."""
    return "\n".join(each.text() for each in page.findChildren(QLabel) if each.isVisible())


def choice(page: PreviewPage, words: str) -> QRadioButton:
    """One of the two versions."""
    return next(each for each in page.findChildren(QRadioButton) if each.text() == words)


def push(page: PreviewPage, words: str) -> QPushButton:
    """A button by its words."""
    return next(each for each in page.findChildren(QPushButton) if each.text() == words)


def test_the_first_pages_come_when_the_page_is_seen(qtbot: QtBot, page: PreviewPage, record: Record) -> None:
    page.request_refresh()
    assert not record.snapshots
    with qtbot.waitSignal(page.refreshed):
        page.show()
    assert record.snapshots == [True]
    assert page.view.pages.page_count == 5
    assert "Page 1 of 5" in visible_words(page)
    qtbot.waitUntil(lambda: "Words of page 1" in described(page))


def test_what_is_published_is_shown_as_published_and_a_correction_as_a_draft(qtbot: QtBot, shown: PreviewPage, record: Record) -> None:
    with qtbot.waitSignal(shown.refreshed):
        shown.set_published(True)
    assert record.snapshots[-1] is False and choice(shown, "As published").isChecked()
    assert "How the final would look" not in visible_words(shown)
    with qtbot.waitSignal(shown.refreshed):
        choice(shown, "Draft").click()
    shown.set_published(True)
    assert shown.draft, "the choice stays while nothing has changed"
    shown.set_published(False)
    assert shown.draft and not choice(shown, "Final as it would be").isChecked()


def test_a_real_record_is_shown(qtbot: QtBot) -> None:
    sample = Sample(plain_record(), draft=True)
    page = PreviewPage(lambda draft: lambda: new_preview().pages(sample.document()))
    qtbot.addWidget(page)
    with qtbot.waitSignal(page.refreshed):
        page.show()
    assert page.view.pages.page_count == pdfium.page_count(write_pdf(sample.document()))
    qtbot.waitUntil(lambda: "PCC and CC Force Inspection response record" in described(page))


def test_many_changes_make_one_refresh_when_they_pause(qtbot: QtBot, shown: PreviewPage, record: Record) -> None:
    for turn in range(30):
        record.words = f"Turn {turn}, page"
        shown.request_refresh()
    with qtbot.waitSignal(shown.refreshed):
        pass
    assert len(record.snapshots) == 2
    qtbot.waitUntil(lambda: "Turn 29, page 1" in described(shown))


def test_while_somebody_types_nothing_is_drawn(qtbot: QtBot, shown: PreviewPage, record: Record) -> None:
    typing, turns = QTimer(shown, interval=40), []

    def type_on() -> None:
        shown.request_refresh()
        turns.append(len(record.snapshots))
        if len(turns) == 8:
            typing.stop()

    typing.timeout.connect(type_on)
    with qtbot.waitSignal(shown.refreshed):
        typing.start()
    assert turns == [1] * 8
    assert len(record.snapshots) == 2


def test_a_newer_request_drops_the_older_result(qtbot: QtBot, shown: PreviewPage, record: Record) -> None:
    seen: list[str] = []
    shown.refreshed.connect(lambda: seen.append(record.words))
    record.go_on.clear()
    record.begun.clear()
    record.words = "Older words"
    shown.request_refresh()
    qtbot.waitUntil(record.begun.is_set)
    record.begun.clear()
    record.words = "Newer words"
    record.pages = 7
    shown.request_refresh()
    record.go_on.set()
    qtbot.waitUntil(lambda: bool(seen))
    assert record.drawn[1:] == ["Older words", "Newer words"]
    assert shown.view.pages.page_count == 7
    assert len(seen) == 1


def test_only_one_is_drawn_at_a_time(qtbot: QtBot, shown: PreviewPage, record: Record) -> None:
    record.go_on.clear()
    record.begun.clear()
    shown.request_refresh()
    qtbot.waitUntil(record.begun.is_set)
    record.begun.clear()
    shown.request_refresh()
    qtbot.waitUntil(lambda: "Drawing the changes" in visible_words(shown) or shown.view.isVisible())
    with qtbot.assertNotEmitted(shown.refreshed, wait=250):
        pass
    assert not record.begun.is_set()
    assert len(record.snapshots) == 2
    with qtbot.waitSignal(shown.refreshed):
        record.go_on.set()
    assert len(record.snapshots) == 3


def test_a_change_while_another_page_is_open_waits(qtbot: QtBot, shown: PreviewPage, record: Record) -> None:
    shown.hide()
    record.words = "Written elsewhere"
    shown.request_refresh()
    with qtbot.assertNotEmitted(shown.refreshed, wait=250):
        pass
    assert len(record.snapshots) == 1
    with qtbot.waitSignal(shown.refreshed):
        shown.show()
    qtbot.waitUntil(lambda: "Written elsewhere 1" in described(shown))


def test_the_place_is_kept_while_somebody_writes(qtbot: QtBot, shown: PreviewPage, record: Record) -> None:
    shown.view.pages.go_to(3)
    record.words = "Other words"
    with qtbot.waitSignal(shown.refreshed):
        shown.request_refresh()
    assert shown.view.page == 3


def test_the_final_can_be_read_and_says_what_it_is(qtbot: QtBot, shown: PreviewPage, record: Record) -> None:
    assert choice(shown, "Draft").isChecked()
    assert "the final would look" not in visible_words(shown)
    with qtbot.waitSignal(shown.refreshed):
        qtbot.mouseClick(choice(shown, "Final as it would be"), Qt.MouseButton.LeftButton, pos=choice(shown, "Draft").rect().center())
    assert record.snapshots == [True, False]
    assert not shown.draft
    for count, expected in (
        (None, "How the final would look today, for reading only. The checks say whether it can be published."),
        (0, "How the final would look today, for reading only. Nothing stops it from being published."),
        (1, "How the final would look today, for reading only. 1 problem stops it from being published; Check shows what to do."),
        (4, "How the final would look today, for reading only. 4 problems stop it from being published; Check shows what to do."),
    ):
        shown.set_stops(count)
        assert expected in visible_words(shown)
    choice(shown, "Final as it would be").setFocus()
    with qtbot.waitSignal(shown.refreshed):
        qtbot.keyClick(choice(shown, "Final as it would be"), KEY.Key_Left)
    assert record.snapshots == [True, False, True]
    assert "the final would look" not in visible_words(shown)


def test_export_says_which_version_is_shown(qtbot: QtBot, shown: PreviewPage) -> None:
    for words, draft in (("Draft", True), ("Final as it would be", False)):
        choice(shown, words).click()
        with qtbot.waitSignal(shown.export_requested) as asked:
            qtbot.mouseClick(push(shown, "Export\u2026"), Qt.MouseButton.LeftButton)
        assert asked.args == [draft]


REFUSED = PdfRefused("The letter \u2603 cannot be printed.", "Take it out of the summary.")


@pytest.mark.parametrize("on_the_gui_thread", [False, True])
def test_old_pages_stay_when_drawing_fails_and_it_can_be_tried_again(
    qtbot: QtBot, shown: PreviewPage, record: Record, on_the_gui_thread: bool
) -> None:
    record.error, record.snapshot_error = (None, REFUSED) if on_the_gui_thread else (REFUSED, None)
    record.words = "Other words"
    shown.request_refresh()
    expected = (
        "The pages could not be drawn. The letter \u2603 cannot be printed. Take it out of the summary. "
        "Your words are safe. The pages below are as they were before."
    )
    with qtbot.assertNotEmitted(shown.bug_found):
        qtbot.waitUntil(lambda: expected in visible_words(shown))
    assert shown.view.isVisible()
    assert "Words of page 1" in described(shown) or not described(shown)
    record.error = record.snapshot_error = None
    with qtbot.waitSignal(shown.refreshed):
        qtbot.mouseClick(push(shown, "Try again"), Qt.MouseButton.LeftButton)
    assert "could not be drawn" not in visible_words(shown)
    qtbot.waitUntil(lambda: "Other words 1" in described(shown))


def test_the_next_change_tries_again_by_itself(qtbot: QtBot, shown: PreviewPage, record: Record) -> None:
    record.error = REFUSED
    shown.request_refresh()
    qtbot.waitUntil(lambda: "could not be drawn" in visible_words(shown))
    record.error = None
    with qtbot.waitSignal(shown.refreshed):
        shown.request_refresh()
    assert "could not be drawn" not in visible_words(shown)


def test_a_fault_of_the_app_is_handed_on_without_words_of_the_record(qtbot: QtBot, shown: PreviewPage, record: Record) -> None:
    record.error = ValueError("a marker word of the draft")
    with qtbot.waitSignal(shown.bug_found) as found:
        shown.request_refresh()
    assert found.args == [record.error]
    words = visible_words(shown)
    assert "The pages could not be drawn, through a fault of this app. Your words are safe. The pages below are" in words
    assert "as they were before. Try again; you can go on writing meanwhile." in words
    assert "marker" not in words


def test_a_page_that_cannot_be_drawn_is_told(qtbot: QtBot, page: PreviewPage, record: Record, monkeypatch: pytest.MonkeyPatch) -> None:
    def leaf(pdf: WholePdf, number: int) -> tuple[bytes, int]:
        raise ZeroDivisionError

    monkeypatch.setattr(WholePdf, "leaf", leaf)
    with qtbot.waitSignal(page.bug_found):
        page.show()
    assert "could not be drawn, through a fault of this app" in visible_words(page)
    monkeypatch.undo()
    record.words = "Mended words"
    with qtbot.waitSignal(page.refreshed):
        qtbot.mouseClick(push(page, "Try again"), Qt.MouseButton.LeftButton)
    assert "could not be drawn" not in visible_words(page)
    qtbot.waitUntil(lambda: "Mended words 1" in described(page))


def test_when_the_first_drawing_fails_nothing_is_said_of_old_pages(qtbot: QtBot, page: PreviewPage, record: Record) -> None:
    record.error = REFUSED
    page.show()
    qtbot.waitUntil(lambda: "could not be drawn" in visible_words(page))
    assert "pages below" not in visible_words(page)
    assert not page.view.isVisible()


def test_long_work_is_said_and_short_work_is_not(qtbot: QtBot, page: PreviewPage, record: Record) -> None:
    bar = page.findChild(QProgressBar)
    record.go_on.clear()
    page.show()
    assert not bar.isVisible()
    qtbot.waitUntil(bar.isVisible)
    assert "Drawing the pages\u2026" in visible_words(page)
    with qtbot.waitSignal(page.refreshed):
        record.go_on.set()
    assert "Drawing" not in visible_words(page)
    record.go_on.clear()
    page.request_refresh()
    qtbot.waitUntil(lambda: "Drawing the changes\u2026" in visible_words(page))
    with qtbot.waitSignal(page.refreshed):
        record.go_on.set()
    assert "Drawing" not in visible_words(page)


def test_another_record_shows_none_of_the_pages_before(qtbot: QtBot, shown: PreviewPage, record: Record) -> None:
    shown.view.pages.go_to(4)
    record.go_on.clear()
    record.words = "Another record"
    shown.forget()
    assert not shown.view.isVisible()
    with qtbot.waitSignal(shown.refreshed):
        record.go_on.set()
    assert shown.view.isVisible()
    assert shown.view.page == 0
    qtbot.waitUntil(lambda: "Another record 1" in described(shown))


def test_zoom_keys_work_wherever_the_keyboard_is(qtbot: QtBot, shown: PreviewPage) -> None:
    qtbot.waitActive(shown)
    push(shown, "Export\u2026").setFocus()
    qtbot.keyClick(push(shown, "Export\u2026"), KEY.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert not shown.view.pages.fits_width


def test_names_and_tab_order(qtbot: QtBot, shown: PreviewPage) -> None:
    shown.activateWindow()
    shown.first_focus().setFocus()
    qtbot.waitUntil(shown.view.pages.hasFocus)
    path = []
    for _ in range(7):
        qtbot.keyClick(QApplication.focusWidget(), KEY.Key_Tab)
        path.append(QApplication.focusWidget().accessibleName())
    assert path == [
        "Draft", "Export\u2026", "Zoom out", "Zoom in", "Fit width", "List of pages of preview of the record",
        "Preview of the record, page 1 of 5",
    ]  # fmt: skip
    reachable = [each for each in shown.findChildren(QWidget) if each.focusPolicy() & Qt.FocusPolicy.TabFocus and each.isVisible()]
    # Arrow keys go from one of the two versions to the other; only the chosen one takes Tab.
    assert sorted(each.accessibleName() for each in reachable) == sorted(path)


@pytest.fixture
def themed(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The window's looks, taken off again."""
    style, font, palette = qapp.style().name(), qapp.font(), qapp.palette()
    monkeypatch.setattr(theme, "_current", [])
    installed = theme.install(qapp)
    yield
    installed.deleteLater()
    qapp.setStyleSheet("")
    qapp.setStyle(style)
    qapp.setFont(font)
    qapp.setPalette(palette)


def test_targets_are_large_enough_and_words_are_not_cut(qtbot: QtBot, themed: None, shown: PreviewPage) -> None:
    for each in shown.findChildren(QAbstractButton):
        if each.isVisible() and each.text():
            assert min(each.width(), each.height()) >= 24, each.text()
            assert each.width() >= each.fontMetrics().horizontalAdvance(each.text()), each.text()
    assert shown.minimumSizeHint().width() <= 768
    assert shown.minimumSizeHint().height() <= 300
