"""The palette: what is found as one types, by keys alone, and that it is never in the way."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from response_app.authoring import records
from tests.pictures.take import window_on_example
from ui import theme
from ui.main_window import MainWindow
from ui.pages.answers_page import AnswersPage
from ui.pages.office_page import OfficePage
from ui.widgets.palette import Found, Palette

from ..fixtures.usual_looks import usual_looks

KEYS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[MainWindow]:
    """The window on the example, at its initial response, with another record beside it."""
    usual_looks(qapp)
    made = window_on_example(tmp_path)
    qtbot.addWidget(made, before_close_func=lambda window: window.close())
    assert made.state is not None
    made.state.workspace.do(records.new_record, "Crime data integrity in Westshire")
    made.show()
    made.activateWindow()
    assert QTest.qWaitForWindowActive(made)
    made.go("initial")
    yield made


def opened(window: MainWindow) -> Palette:
    """Press the keys that open it, where the keyboard is now."""
    at = QApplication.focusWidget()
    assert at is not None
    QTest.keyClick(at, Qt.Key.Key_P, KEYS)
    (palette,) = window.findChildren(Palette)
    assert palette.isVisible() and palette.field.hasFocus()
    return palette


def listed(palette: Palette) -> list[tuple[str, str]]:
    """What stands in the list: words, and what each is."""
    found: list[Found] = [palette.list.item(row).data(Qt.ItemDataRole.UserRole) for row in range(palette.list.count())]
    return [(each.words, each.what) for each in found]


def find(window: MainWindow, typed: str) -> Palette:
    """Open it and type."""
    palette = opened(window)
    QTest.keyClicks(palette.field, typed)
    return palette


def test_an_action_is_done_where_the_keyboard_was(window: MainWindow) -> None:
    before = QApplication.focusWidget()
    palette = find(window, "larger")
    assert listed(palette)[0][0] == "Larger text"
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    assert not palette.isVisible() and QApplication.focusWidget() is before
    assert theme.theme().percent == 110
    theme.theme().zoom(100)


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("zoom", "Larger text"),
        ("logo", "Office settings: logo"),
        ("deadline", "The law"),
        ("deputies", "Office settings: people"),
        ("print", "Export as PDF…"),
        ("versions", "Versions of the text"),
        ("excel", "Export the list as an Excel workbook…"),
        ("table view", "Answers as a table"),
        ("embargo", "Inspection details: version and marking"),
        ("clock", "Inspection details: whether the 56 days apply"),
        ("invite", "Invitation to the chief officer"),
    ],
)
def test_what_somebody_calls_otherwise_or_what_stands_on_another_page_is_found(window: MainWindow, typed: str, words: str) -> None:
    palette = find(window, typed)
    assert words in [found for found, _ in listed(palette)]


def test_an_action_of_another_page_leads_there_and_is_done(window: MainWindow) -> None:
    palette = find(window, "answers as a table")
    assert listed(palette)[0] == ("Answers as a table", "On Answers to findings")
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    page = window.pages.currentWidget()
    assert isinstance(page, AnswersPage) and page.is_table


def test_a_part_of_a_page_comes_forward_with_the_keyboard(window: MainWindow) -> None:
    palette = find(window, "embargo")
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    assert window.places is not None and window.places.current == "details"
    at = QApplication.focusWidget()
    assert at is not None and at.accessibleName() == "Version"
    palette = find(window, "crest")
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    page = window.pages.currentWidget()
    assert isinstance(page, OfficePage) and page.tabs.tabText(page.tabs.currentIndex()) == "Logo"


def test_a_slip_of_the_finger_still_finds_the_page(window: MainWindow) -> None:
    palette = find(window, "overal coments")
    assert listed(palette)[0][0] == "Overall comments"
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    assert window.places is not None and window.places.current == "overall"


def test_a_finding_is_shown_where_it_is_answered(window: MainWindow) -> None:
    palette = find(window, "records disruptions")
    assert ("The force should improve how it records disruptions on the national database.", "AFI 3") in listed(palette)
    row = [what for _, what in listed(palette)].index("AFI 3")
    for _ in range(row):
        QTest.keyClick(palette.field, Qt.Key.Key_Down)
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    assert window.places is not None and window.places.current == "answers"
    shown = window.pages.currentWidget().findChildren(QLabel)
    assert any(each.isVisible() and each.text().startswith("The force should improve how it records") for each in shown)


def test_a_record_is_found_by_its_words_and_opened(window: MainWindow) -> None:
    palette = find(window, "integrity west")
    assert ("Crime data integrity in Westshire", "Record") in listed(palette)
    row = [what for _, what in listed(palette)].index("Record")
    palette.list.setCurrentRow(row)
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    assert window.state is not None and window.state.record is not None
    assert window.state.record.inspection.title == "Crime data integrity in Westshire"


def test_escape_puts_it_away_and_the_keyboard_goes_back(window: MainWindow) -> None:
    before = QApplication.focusWidget()
    palette = find(window, "pre")
    QTest.keyClick(palette.field, Qt.Key.Key_Escape)
    assert not palette.isVisible() and QApplication.focusWidget() is before
    assert opened(window).field.text() == "", "it begins anew"


def test_going_elsewhere_by_the_mouse_puts_it_away(window: MainWindow) -> None:
    palette = opened(window)
    place = window.sidebar.buttons["findings"]
    QTest.mouseClick(place, Qt.MouseButton.LeftButton, pos=QPoint(20, 10))
    assert not palette.isVisible()
    assert window.places is not None and window.places.current == "findings"


def test_how_many_were_found_is_said_and_shown(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    monkeypatch.setattr("ui.widgets.palette.announce", lambda _widget, words: said.append(words))
    palette = find(window, "preview")
    assert palette.count.text() == said[-1] == f"{palette.list.count()} found"
    QTest.keyClick(palette.field, Qt.Key.Key_Down)
    assert said[-1] == palette.list.currentItem().data(Qt.ItemDataRole.AccessibleTextRole)
    palette.field.clear()
    QTest.keyClicks(palette.field, "zzzzqqq")
    assert palette.count.text() == said[-1] == "Nothing was found. Try other words, or fewer letters."


def test_without_letters_every_action_stands_with_its_keys(window: MainWindow) -> None:
    palette = opened(window)
    names = dict(listed(palette))
    assert names["Preview"] == "Ctrl+8" and names["Save now"] == "Ctrl+S"
    enabled = [key for key, action in window.actions_.by_key.items() if action.isEnabled() and key != "palette"]
    assert len(names) == len(enabled)


def test_it_fits_a_small_window(window: MainWindow, qtbot: QtBot) -> None:
    window.resize(768, 432)
    palette = opened(window)
    assert window.rect().contains(palette.geometry())
    window.resize(620, 410)
    qtbot.waitUntil(lambda: window.rect().contains(palette.geometry()))
