"""Home with real keys and clicks; what was done is read from the store opened again."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from response_app.authoring import records
from response_app.domain.record import Record
from response_app.errors import StoreDamaged, StoreUnavailable
from ui import theme
from ui.models.record_order import Column
from ui.pages import home_page
from ui.pages.home_page import HomePage

from ...fixtures.usual_looks import usual_looks
from .home_keys import Show, cell, come_to_list, titles
from .home_records import kept, late, live, opened, record, soon, with_force
from .walk import check_keyboard_and_names

KEY = Qt.Key


def test_what_is_due_first_stands_first_and_the_line_above_says_how_many(show: Show) -> None:
    page = show(live(), with_force(), soon(), late())
    assert titles(page) == ["late", "soon", "with_force", "live"]
    assert page.head.lead.text() == "Wednesday 26 June 2024 · 1 past its date · 1 due in the next 14 days · 1 with the force"
    assert page.model.data(page.model.index(0, Column.NEXT)) == "Sign off, Commissioner"


@pytest.mark.parametrize("at_once", [True, False])
def test_of_many_records_the_most_urgent_are_shown_before_the_others_are_listed(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, at_once: bool
) -> None:
    usual_looks(qapp)
    monkeypatch.setattr(home_page, "_FIRST", 2)
    with opened(tmp_path, with_force(), soon(), live(), late()) as state:
        page = HomePage(state)
        qtbot.addWidget(page)
        page.enter()
        assert titles(page) == ["late", "soon"]
        assert page.head.lead.text() == "Wednesday 26 June 2024" and page.chart.bar.answers.total == 0
        if at_once:
            page.strip.field.setText("e")  # whoever types before the others are there finds them too
            page.strip.field.clear()
        else:
            page.table.select(1)
            qtbot.waitUntil(lambda: page.model.total == 4)
            assert page.table.current_id() == "soon"
        assert titles(page) == ["late", "soon", "with_force", "live"]
        assert "1 past its date" in page.head.lead.text() and page.chart.bar.answers.total == 3


def test_the_keys_move_and_enter_opens(show: Show, qtbot: QtBot) -> None:
    page = show(late(), soon(), with_force())
    come_to_list(page, qtbot)
    assert page.table.current_id() == "late"
    for key, record_id in ((KEY.Key_Down, "soon"), (KEY.Key_End, "with_force"), (KEY.Key_Up, "soon"), (KEY.Key_Home, "late")):
        qtbot.keyClick(page.table, key)
        assert page.table.current_id() == record_id
    for key in (KEY.Key_Return, KEY.Key_Enter):
        with qtbot.waitSignal(page.open_requested) as opening:
            qtbot.keyClick(page.table, key)
        assert opening.args == ["late"]


def test_a_click_on_the_title_opens_and_one_beside_it_does_not(show: Show, qtbot: QtBot) -> None:
    page = show(late(), soon())
    asked: list[str] = []
    page.open_requested.connect(asked.append)
    viewport = page.table.viewport()
    QTest.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=cell(page, 1, Column.NEXT))
    QTest.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=cell(page, 1) + QPoint(400, 0))
    assert asked == [] and page.table.current_id() == "soon"
    QTest.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=cell(page, 1))
    assert asked == ["soon"]


@pytest.mark.parametrize("column", [Column.INSPECTION, Column.NEXT])
def test_a_double_click_on_a_row_opens_it_once(show: Show, column: Column) -> None:
    page = show(late(), soon())
    asked: list[str] = []
    page.open_requested.connect(asked.append)
    viewport, point = page.table.viewport(), cell(page, 1, column)
    for part in (QTest.mouseClick, QTest.mouseDClick, QTest.mouseRelease):
        part(viewport, Qt.MouseButton.LeftButton, pos=point)
    assert asked == ["soon"]
    QTest.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=cell(page, 0))
    assert asked == ["soon", "late"]


def test_delete_deletes_at_once_and_undo_brings_back(show: Show, qtbot: QtBot) -> None:
    page = show(late(), soon(), with_force())
    come_to_list(page, qtbot)
    qtbot.keyClick(page.table, KEY.Key_Down)
    with qtbot.waitSignal(page.told_with_undo) as told:
        qtbot.keyClick(page.table, KEY.Key_Delete)
    assert told.args == ["Deleted “Serious and organised crime”."]
    assert titles(page) == ["late", "with_force"] and page.table.current_id() == "with_force"
    assert page.table.hasFocus()
    page.state.undo()
    assert titles(page) == ["late", "soon", "with_force"] and page.table.current_id() == "with_force"


def test_what_was_deleted_is_gone_from_the_store(show: Show, qtbot: QtBot, tmp_path: Path) -> None:
    page = show(late(), soon())
    come_to_list(page, qtbot)
    qtbot.keyClick(page.table, KEY.Key_Delete)
    page.state.workspace.close()
    assert [each.record_id for each in kept(tmp_path)] == ["soon"]


def test_deleting_the_open_record_closes_it(show: Show, qtbot: QtBot) -> None:
    page = show(late(), soon())
    assert page.state.open("late")
    come_to_list(page, qtbot)
    qtbot.keyClick(page.table, KEY.Key_Delete)
    assert page.state.record_id == "" and page.state.record is None
    assert page.state.undo_name == "delete record"


def test_a_failed_delete_leaves_the_record_and_says_so(show: Show, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    page = show(late(), soon())

    def full(*_given: object) -> None:
        raise StoreUnavailable("The drive is full.", "What was saved is whole.")

    monkeypatch.setattr(page.state.workspace, "do", full)
    told: list[str] = []
    page.told_with_undo.connect(told.append)
    come_to_list(page, qtbot)
    with qtbot.waitSignal(page.state.failed) as failed:
        qtbot.keyClick(page.table, KEY.Key_Delete)
    assert failed.args is not None and "drive is full" in str(failed.args[0])
    assert titles(page) == ["late", "soon"] and told == []


@pytest.mark.parametrize("by_key", [True, False])
def test_the_menu_of_a_row_deletes_it(show: Show, qtbot: QtBot, by_key: bool) -> None:
    page = show(late(), soon())
    come_to_list(page, qtbot)
    reason = QContextMenuEvent.Reason.Keyboard if by_key else QContextMenuEvent.Reason.Mouse
    point = cell(page, 0 if by_key else 1)
    target = page.table.viewport()
    QApplication.sendEvent(target, QContextMenuEvent(reason, point, target.mapToGlobal(point)))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu) and [each.text() for each in menu.actions()] == ["Open", "Delete record"]
    for key in (KEY.Key_Down, KEY.Key_Down):
        qtbot.keyClick(menu, key)
    with qtbot.waitSignal(page.told_with_undo):
        qtbot.keyClick(menu, KEY.Key_Return)
    assert titles(page) == (["soon"] if by_key else ["late"])


def test_new_blank_record_makes_one_and_opens_it(show: Show, qtbot: QtBot, tmp_path: Path) -> None:
    page = show()
    with qtbot.waitSignal(page.open_requested) as opening:
        QTest.mouseClick(page.head.blank, Qt.MouseButton.LeftButton)
    page.state.workspace.close()
    assert opening.args is not None
    assert [(each.record_id, each.force) for each in kept(tmp_path)] == [(opening.args[0], "Exampleshire Police")]


def test_an_empty_list_says_how_to_start(show: Show, qtbot: QtBot) -> None:
    page = show()
    assert page.head.empty.isVisible() and not page.list.isVisible()
    assert page.first_focus() is page.head.report
    assert page.head.empty.isAncestorOf(page.head.blank) and page.head.empty.isAncestorOf(page.head.bring_in)
    page.state.do(records.new_record)
    assert not page.head.empty.isVisible() and page.list.isVisible()
    qtbot.waitUntil(page.head.blank.isVisible)
    assert not page.head.empty.isAncestorOf(page.head.blank)
    assert page.first_focus() is page.table
    page.table.setFocus()
    page.delete_record(page.model.record_id(0))
    assert page.head.report.hasFocus()


@pytest.mark.parametrize("given", [(), (late(), soon())])
def test_everything_is_reached_by_tab_and_named(show: Show, given: tuple[Record, ...]) -> None:
    page = show(*given)
    page.head.blank.setFocus()
    check_keyboard_and_names(page)


def test_changes_elsewhere_are_shown_when_one_comes_back(show: Show) -> None:
    page = show(late())
    page.hide()
    page.state.do(records.new_record)
    page.show()
    assert len(titles(page)) == 2


def test_a_window_left_open_overnight_shows_the_new_day(show: Show) -> None:
    page = show(late())
    page.state.today = lambda: date(2024, 6, 27)
    QApplication.sendEvent(page, QEvent(QEvent.Type.WindowActivate))
    assert page.head.lead.text().startswith("Thursday 27 June 2024")
    assert "8 days late" in page.model.data(page.model.index(0, Column.STATUTORY))


def test_a_damaged_list_is_told_of_and_what_was_shown_stays(show: Show, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    page = show(late())

    def damaged(_work: object) -> None:
        raise StoreDamaged("A date was damaged.", "Restore the newest backup.")

    monkeypatch.setattr(records, "list_records", damaged)
    with qtbot.waitSignal(page.state.failed):
        page.state.do(records.new_record)
    assert titles(page) == ["late"]


@pytest.mark.parametrize(("width", "zoom"), [(768, 100), (1128, 200), (768, 200)])
def test_a_narrow_page_keeps_every_word_and_needs_no_sideways_scrolling(show: Show, width: int, zoom: int) -> None:
    page = show(late(), soon())
    before = page.table.rowHeight(0)
    theme.theme().zoom(zoom)
    page.resize(width, 432)
    assert page.horizontalScrollBar().maximum() == 0
    assert page.table.isColumnHidden(Column.NEXT) and page.table.rowHeight(0) > before
    page.resize(1700, 900)
    theme.theme().zoom(100)
    assert not page.table.isColumnHidden(Column.NEXT) and page.table.rowHeight(0) == before


def test_the_keys_bring_the_current_row_into_view_on_a_low_page(show: Show, qtbot: QtBot) -> None:
    page = show(*(record(f"r{at:02}", published_on=date(2024, 4, 1 + at)) for at in range(20)))
    page.resize(768, 300)
    qtbot.waitUntil(lambda: page.table.height() == page.table.sizeHint().height())
    come_to_list(page, qtbot)
    for key in (KEY.Key_End, KEY.Key_Home, KEY.Key_Down):
        qtbot.keyClick(page.table, key)
        row = page.table.visualRect(page.table.currentIndex())
        seen = page.viewport().rect()
        assert seen.contains(page.table.viewport().mapTo(page.viewport(), row.center()))


def test_the_list_ends_with_its_last_row(show: Show) -> None:
    page = show(late(), soon())
    rows = page.table.rowHeight(0) * 2 + page.table.horizontalHeader().height()
    assert page.table.height() == rows
    assert page.table.verticalScrollBar().maximum() == 0


def test_the_ring_of_the_focus_is_seen_in_both_schemes(show: Show, qtbot: QtBot) -> None:
    page = show(late(), soon())
    come_to_list(page, qtbot)
    for scheme in (Qt.ColorScheme.Light, Qt.ColorScheme.Dark):
        theme.theme().choose(scheme)
        box = page.table.visualRect(page.model.index(0, Column.INSPECTION))
        image = page.table.viewport().grab().toImage()
        ratio = image.devicePixelRatio()
        column = [image.pixelColor(round(100 * ratio), round(y * ratio)).name() for y in range(box.top(), box.top() + 6)]
        assert theme.tokens().focus in column and theme.tokens().focus_ink in column
