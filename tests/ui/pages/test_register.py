"""The register with real keys and clicks, on a real store."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QMenu
from pytestqt.qtbot import QtBot

from response_app.authoring import answers, records, register
from response_app.domain.finding import Action, ActionKind, ChiefAnswer, Finding, FindingKind
from response_app.domain.record import Record
from response_app.errors import AppError, StoreDamaged, StoreUnavailable
from ui import theme
from ui.models.register_model import Column
from ui.pages import register_page
from ui.pages.register_page import RegisterPage

from ...fixtures.usual_looks import usual_looks
from ..shown import ROOM, shown
from .home_records import opened, record, words
from .walk import check_keyboard_and_names

KEY = Qt.Key
AFI = FindingKind.AREA_FOR_IMPROVEMENT
Show = Callable[..., RegisterPage]


@pytest.fixture
def looks(qapp: QApplication) -> theme.Theme:
    """The app in its usual looks."""
    return usual_looks(qapp)


@pytest.fixture
def show(qtbot: QtBot, looks: theme.Theme, tmp_path: Path) -> Iterator[Show]:
    """Show the register on a store that holds the records given, in the size that it has in the window."""
    stores = []

    def page_on(*given: Record) -> RegisterPage:
        store = opened(tmp_path / "store", *given)
        page = RegisterPage(store.__enter__())
        stores.append(store)
        return shown(qtbot, page, ROOM)

    yield page_on
    for each in stores:
        each.__exit__(None, None, None)


def peel(record_id: str = "peel", title: str = "PEEL") -> Record:
    """Three findings: past its date, due later, without a date."""
    past = Finding("past", AFI, number="1", heading="Plan better", chief=ChiefAnswer(target_on=date(2024, 6, 14)))
    answer = Action(ActionKind.PROPOSED, words("We will."), "Sam", date(2024, 12, 31))
    later = Finding("later", AFI, number="2", heading="Record more", action=(answer,))
    none = Finding("none", FindingKind.RECOMMENDATION, number="10", heading="Train people", addressed_to=("The College",))
    return replace(record(record_id, title), findings=(none, later, past))


def ids(page: RegisterPage) -> list[str]:
    """The findings that are shown."""
    return [each.finding_id for each in page.model.shown]


def pick(page: RegisterPage, name: str, down: int) -> None:
    """Go to a list of choices and choose by the arrow keys."""
    box = getattr(page.bar, name)
    box.setFocus()
    QTest.keyClick(box, KEY.Key_Home)
    for _ in range(down):
        QTest.keyClick(box, KEY.Key_Down)


def row_at(page: RegisterPage, row: int, column: Column = Column.STATE) -> QPoint:
    """A point in a row."""
    return page.table.visualRect(page.model.index(row, column)).center()


def head_at(page: RegisterPage, column: Column) -> QPoint:
    """A point in the head of a column."""
    heads = page.table.horizontalHeader()
    return QPoint(heads.sectionViewportPosition(column) + 20, heads.height() // 2)


def test_what_is_due_first_stands_first_and_the_line_above_counts(show: Show) -> None:
    page = show(peel())
    assert ids(page) == ["past", "later", "none"]
    assert page.lead.text() == "3 findings open · 1 past its target date"
    assert page.bar.count.text() == "3 findings"
    assert not page.bar.show_all.isVisible() and not page.empty.isVisible()


def test_the_lists_of_choices_filter_by_keys_and_everything_comes_back(show: Show, qtbot: QtBot) -> None:
    page = show(peel())
    pick(page, "dates", 1)
    assert ids(page) == ["past"]
    assert page.bar.count.text() == "1 of 3 findings"
    pick(page, "dates", 0)
    pick(page, "kinds", 2)
    assert ids(page) == ["none"]
    pick(page, "made_to", 2)
    assert ids(page) == ["none"] and page.bar.made_to.currentText() == "The College"
    pick(page, "dates", 2)
    assert ids(page) == []
    assert page.nothing.isVisible() and not page.export_button.isEnabled()
    qtbot.mouseClick(page.bar.show_all, Qt.MouseButton.LeftButton)
    assert len(ids(page)) == 3 and page.bar.search.hasFocus()
    pick(page, "states", 1)
    assert ids(page) == ["later"]


def test_words_are_sought_in_the_table(show: Show, qtbot: QtBot) -> None:
    page = show(peel())
    qtbot.keyClick(page.table, KEY.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert page.bar.search.hasFocus()
    qtbot.keyClicks(page.bar.search, "reco PEEL 2")
    qtbot.waitUntil(lambda: ids(page) == ["later"])
    qtbot.keyClick(page.bar.search, KEY.Key_Escape)
    assert len(ids(page)) == 3 and page.bar.search.text() == ""
    qtbot.keyClicks(page.bar.search, "reco PEEL 2")
    qtbot.waitUntil(lambda: ids(page) == ["later"])
    qtbot.keyClicks(page.bar.search, "zebra")
    qtbot.waitUntil(lambda: page.nothing.isVisible())
    assert ids(page) == []


def test_a_head_sorts_by_click_and_the_list_by_keys(show: Show, qtbot: QtBot) -> None:
    page = show(peel())
    viewport = page.table.horizontalHeader().viewport()
    qtbot.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=head_at(page, Column.FINDING))
    assert ids(page) == ["none", "past", "later"] and page.bar.sort.currentText() == "By kind and number"
    qtbot.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=head_at(page, Column.FINDING))
    assert ids(page) == ["later", "past", "none"] and page.bar.backwards.isChecked()
    assert page.table.horizontalHeader().sortIndicatorOrder() is Qt.SortOrder.DescendingOrder
    page.bar.backwards.setFocus()
    qtbot.keyClick(page.bar.backwards, KEY.Key_Space)
    pick(page, "sort", 8)
    assert ids(page) == ["later", "none", "past"] and page.bar.sort.currentText() == "By owner"
    assert not page.table.horizontalHeader().isSortIndicatorShown()


def test_enter_and_a_click_on_the_row_open_the_finding(show: Show, qtbot: QtBot) -> None:
    page = show(peel())
    opened_: list[tuple[str, str]] = []
    page.open_requested.connect(lambda *which: opened_.append(which))
    page.table.setFocus()
    qtbot.keyClick(page.table, KEY.Key_Down)
    qtbot.keyClick(page.table, KEY.Key_Return)
    qtbot.mouseClick(page.table.viewport(), Qt.MouseButton.LeftButton, pos=row_at(page, 2))
    qtbot.mouseClick(page.table.viewport(), Qt.MouseButton.RightButton, pos=row_at(page, 2))
    qtbot.mousePress(page.table.viewport(), Qt.MouseButton.LeftButton, pos=row_at(page, 1))
    qtbot.mouseRelease(page.table.viewport(), Qt.MouseButton.LeftButton, pos=row_at(page, 2))
    assert opened_ == [("peel", "later"), ("peel", "none")]


def test_home_and_end_go_to_the_ends(show: Show, qtbot: QtBot) -> None:
    page = show(peel())
    page.table.setFocus()
    qtbot.keyClick(page.table, KEY.Key_End)
    assert page.table.currentIndex().row() == 2
    qtbot.keyClick(page.table, KEY.Key_Home)
    assert page.table.currentIndex().row() == 0


def test_a_change_elsewhere_is_shown_and_the_current_row_stays(show: Show, qtbot: QtBot) -> None:
    page = show(peel(), peel("other", "Other"))
    page.table.setFocus()
    page.table.select(page.model.row_of("peel", "later"))
    page.state.do(answers.change_action, "peel", "later", 0, ActionKind.PROPOSED, "Jo", date(2024, 6, 1))
    assert ids(page)[0] == "later" and page.table.current() == page.model.entry(0)
    page.state.do(records.delete_record, "other")
    assert ids(page) == ["later", "past", "none"]
    page.state.undo()
    assert len(ids(page)) == 6


def test_what_changed_while_another_page_was_in_front_is_shown_on_coming_back(show: Show) -> None:
    page = show(peel())
    page.hide()
    page.state.do(records.delete_record, "peel")
    assert len(ids(page)) == 3
    page.show()
    assert ids(page) == [] and page.empty.isVisible()
    assert page.lead.text() == "No findings yet"


def test_another_day_is_another_count(show: Show) -> None:
    page = show(peel())
    page.hide()
    page.state.today = lambda: date(2025, 1, 1)
    page.show()
    assert page.lead.text() == "3 findings open · 2 past their target date"


def test_without_findings_the_page_says_where_they_come_from(show: Show, qtbot: QtBot) -> None:
    page = show(replace(peel(), findings=()))
    assert page.empty.isVisible() and not page.list.isVisible()
    assert page.first_focus() is page.home_button
    with qtbot.waitSignal(page.home_requested):
        qtbot.keyClick(page.home_button, KEY.Key_Space)


def test_many_records_are_read_a_few_at_a_time(show: Show, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    """The first are shown at once; the rest come while the window answers."""
    monkeypatch.setattr(register_page, "AT_ONCE", 2)
    page = show(*(peel(f"r{at}") for at in range(5)))
    assert page.model.rowCount() == 6 and page.bar.count.text().endswith("read so far")
    qtbot.waitUntil(lambda: page.model.rowCount() == 15)
    assert page.bar.count.text() == "15 findings"


def test_reading_stops_with_the_page_and_goes_on_with_it(show: Show, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(register_page, "AT_ONCE", 1)
    page = show(*(peel(f"r{at}") for at in range(3)))
    page.hide()
    QApplication.processEvents()
    assert page.model.total < 9
    page.show()
    qtbot.waitUntil(lambda: page.model.rowCount() == 9)


def test_a_record_that_is_damaged_is_told_of_and_the_others_are_shown(show: Show, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = register.entries_of

    def damaged(work: object, ids: list[str]) -> object:
        if "bad" in ids:
            raise StoreDamaged("A date was damaged.", record_id="bad")
        return whole(work, ids)  # type: ignore[arg-type]

    monkeypatch.setattr(register, "entries_of", damaged)
    page = show()
    failures: list[AppError] = []
    page.state.failed.connect(failures.append)
    for each in (peel("bad"), peel("good")):
        page.state.workspace.do(lambda work, each=each: work.records.add(each))
    again = shown(qtbot, RegisterPage(page.state), ROOM)
    qtbot.waitUntil(lambda: again.model.rowCount() == 3)
    assert [each.message for each in failures] == ["A date was damaged."]
    assert {each.record_id for each in again.model.shown} == {"good"}


def test_a_store_that_does_not_answer_is_told_of(show: Show, monkeypatch: pytest.MonkeyPatch) -> None:
    page = show(peel())
    failures: list[AppError] = []
    page.state.failed.connect(failures.append)

    def refuse(*_: object) -> object:
        raise StoreUnavailable("The drive does not answer.")

    monkeypatch.setattr(page.state.workspace, "ask", refuse)
    again = RegisterPage(page.state)
    again.enter()
    again.deleteLater()
    assert [each.message for each in failures] == ["The drive does not answer."]
    assert len(ids(page)) == 3


# --- Export -----------------------------------------------------------------------------------


def export(page: RegisterPage, qtbot: QtBot, at: int, path: Path) -> None:
    """Choose a format in the menu by keys, and a file in the dialog."""
    page.export_button.setFocus()
    qtbot.keyClick(page.export_button, KEY.Key_Space)
    qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    for key in (*[KEY.Key_Down] * at, KEY.Key_Return):
        qtbot.keyClick(menu, key)
    qtbot.waitUntil(lambda: bool(page.findChildren(QFileDialog)))
    (dialog,) = page.findChildren(QFileDialog)
    field = dialog.findChild(QLineEdit)
    assert isinstance(field, QLineEdit)
    assert field.text().startswith("register-of-findings-2024-06-26")
    field.setText(str(path))
    qtbot.keyClick(field, KEY.Key_Return)


def test_the_formats_open_under_their_button_and_stay_in_the_window(show: Show, qtbot: QtBot) -> None:
    page = show(peel())
    page.resize(640, 500)  # within the screen of the tests, at whose edge every menu is moved in
    qtbot.waitUntil(lambda: page.export_button.geometry().right() < 640)
    page.export_button.setFocus()
    qtbot.keyClick(page.export_button, KEY.Key_Space)
    qtbot.waitUntil(page.export_menu.isVisible)
    menu, button = page.export_menu.geometry(), page.export_button
    under = button.mapToGlobal(QPoint(0, button.height()))
    assert (menu.top(), menu.right()) == (under.y(), under.x() + button.width() - 1)
    page.export_menu.close()


@pytest.mark.parametrize(("at", "ending"), [(1, ".csv"), (2, ".xlsx"), (3, ".pdf")])
def test_what_is_shown_is_written_in_its_order(show: Show, qtbot: QtBot, tmp_path: Path, at: int, ending: str) -> None:
    page = show(peel())
    pick(page, "kinds", 3)
    page.bar.backwards.setFocus()
    qtbot.keyClick(page.bar.backwards, KEY.Key_Space)
    assert ids(page) == ["later", "past"]
    path = tmp_path / f"out{ending}"
    with qtbot.waitSignal(page.state.told, check_params_cb=lambda words: words == f"2 findings were written to {path}"):
        export(page, qtbot, at, path)
    if ending == ".csv":
        with path.open(encoding="utf-8-sig", newline="") as file:
            assert [each["Finding"] for each in csv.DictReader(file)] == ["Record more", "Plan better"]
    elif ending == ".xlsx":
        counts = openpyxl.load_workbook(path)["Counts"]
        assert [cell.value for cell in counts[2]] == [
            "As of 26 June 2024",
            "2 findings from 1 report, sorted by target date, last first",
            2,
        ]
        assert [cell.value for cell in counts[3]] == ["Shown", "areas for improvement", None]
    else:
        assert path.read_bytes().startswith(b"%PDF-1.7")


def test_a_damaged_decision_is_told_of_before_a_file_is_asked_for(show: Show, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    page = show(peel())

    def damaged(*_: object) -> object:
        raise StoreDamaged("A decision was damaged.")

    monkeypatch.setattr(register, "extract_of", damaged)
    with qtbot.waitSignal(page.state.failed) as failed:
        page.export_list("pdf")
    assert failed.args[0].message == "A decision was damaged." and not page.findChildren(QFileDialog)


def test_a_file_that_cannot_be_written_is_told_of(show: Show, qtbot: QtBot, tmp_path: Path) -> None:
    page = show(peel())
    with qtbot.waitSignal(page.state.failed) as failed:
        export(page, qtbot, 1, tmp_path / "nowhere" / "out.csv")
    assert "does not exist" in failed.args[0].message
    assert not (tmp_path / "nowhere").exists()


# --- Looks ------------------------------------------------------------------------------------


def test_everything_is_reached_and_named(show: Show) -> None:
    check_keyboard_and_names(show(peel()))


@pytest.mark.parametrize(("width", "columns"), [(1128, 5), (700, 3), (440, 1)])
def test_where_there_is_no_room_words_move_under_the_finding(show: Show, width: int, columns: int) -> None:
    page = show(peel())
    high = page.table.rowHeight(0)
    page.resize(width, 730)
    assert sum(not page.table.isColumnHidden(each) for each in Column) == columns
    assert page.table.rowHeight(0) >= high
    assert page.bar.width() >= page.bar.minimumSizeHint().width()
