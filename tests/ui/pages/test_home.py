"""Home with real keys and clicks; what was done is read from the store opened again."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QMenu, QPushButton
from pytestqt.qtbot import QtBot

from response_app.authoring import records
from response_app.domain.record import Record
from response_app.errors import AppError, StoreDamaged, StoreUnavailable, WriteFailed
from response_app.interchange import write_record
from ui import theme
from ui.models.record_order import Column
from ui.pages.home_page import HomePage

from ..shown import ROOM, shown
from .home_records import kept, late, live, opened, record, soon, with_force
from .walk import check_keyboard_and_names

KEY = Qt.Key
Show = Callable[..., HomePage]


@pytest.fixture
def show(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Show]:
    """Show Home on a store that holds the records given, in the size that it has in the window."""
    looks = theme.install(qapp)
    looks.choose(Qt.ColorScheme.Light)
    stores = []

    def home(*given: Record) -> HomePage:
        store = opened(tmp_path, *given)
        page = HomePage(store.__enter__())
        stores.append(store)
        return shown(qtbot, page, ROOM)

    yield home
    for each in stores:
        each.__exit__(None, None, None)
    looks.zoom(100)


def titles(page: HomePage) -> list[str]:
    """The ids of the rows shown."""
    return [page.model.record_id(at) for at in range(page.model.rowCount())]


def cell(page: HomePage, row: int, column: Column = Column.INSPECTION) -> QPoint:
    """A point in the first line of a cell."""
    return page.table.visualRect(page.model.index(row, column)).topLeft() + QPoint(20, 18)


def come_to_list(page: HomePage, qtbot: QtBot) -> None:
    """Go to the list with the Tab key, past the choices and the heads of the columns."""
    page.strip.field.setFocus()
    for _ in range(12):
        if page.table.hasFocus():
            return
        qtbot.keyClick(QApplication.focusWidget(), KEY.Key_Tab)
    raise AssertionError("Tab does not come to the list")


def test_what_is_due_first_stands_first_and_the_line_above_says_how_many(show: Show) -> None:
    page = show(live(), with_force(), soon(), late())
    assert titles(page) == ["late", "soon", "with_force", "live"]
    assert page.head.lead.text() == "Wednesday 26 June 2024 · 1 past its date · 1 due in the next 14 days · 1 with the force"
    assert page.model.data(page.model.index(0, Column.NEXT)) == "Sign off, Commissioner"


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


def choose_file(page: HomePage, qtbot: QtBot, path: Path) -> None:
    """Press the button and name a file."""
    QTest.mouseClick(page.head.bring_in, Qt.MouseButton.LeftButton)
    answer(page, qtbot, path, "&Open")


def answer(page: HomePage, qtbot: QtBot, path: Path, act: str) -> None:
    """Paste a file's name into the dialog, press its button."""
    dialog = page.findChild(QFileDialog)
    line = dialog.findChild(QLineEdit, "fileNameEdit")
    line.selectAll()
    QApplication.clipboard().setText(str(path))
    qtbot.keyClick(line, KEY.Key_V, Qt.KeyboardModifier.ControlModifier)
    button = next(each for each in dialog.findChildren(QPushButton) if each.text() == act)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_a_record_file_is_brought_in_and_opened(show: Show, qtbot: QtBot, tmp_path: Path) -> None:
    page = show()
    file = tmp_path / "given.json"
    file.write_bytes(write_record(soon()))
    with qtbot.waitSignal(page.open_requested) as opening:
        choose_file(page, qtbot, file)
    page.state.workspace.close()
    assert opening.args == ["soon"] and [each.title for each in kept(tmp_path)] == ["Serious and organised crime"]


@pytest.mark.parametrize(
    ("data", "words"),
    [(b"{", "JSON"), (write_record(late()), "in the list already: “Child protection”"), (b'{"format": "x"}', "not a record file")],
)
def test_a_file_that_is_refused_changes_nothing_and_says_why(show: Show, qtbot: QtBot, tmp_path: Path, data: bytes, words: str) -> None:
    page = show(late())
    asked: list[str] = []
    page.open_requested.connect(asked.append)
    file = tmp_path / "given.json"
    file.write_bytes(data)
    with qtbot.waitSignal(page.state.failed) as failed:
        choose_file(page, qtbot, file)
    page.state.workspace.close()
    assert failed.args is not None and isinstance(failed.args[0], AppError) and words in str(failed.args[0])
    assert asked == [] and [each.record_id for each in kept(tmp_path)] == ["late"]


def test_a_file_that_has_gone_is_told_of(show: Show, qtbot: QtBot, tmp_path: Path) -> None:
    page = show(late())
    with qtbot.waitSignal(page.state.failed) as failed:
        page.bring_in(tmp_path / "gone.json")
    assert failed.args is not None and "gone.json" in str(failed.args[0])


def test_words_of_a_text_are_found_as_one_types(show: Show, qtbot: QtBot) -> None:
    page = show(late(), soon(), with_force())
    QTest.keyClick(page, KEY.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert page.strip.field.hasFocus()
    qtbot.keyClicks(page.strip.field, "zebr")
    qtbot.waitUntil(lambda: titles(page) == ["soon", "soon"])
    assert page.strip.count.text() == "1 of 3 records" and page.strip.count.isVisible()
    assert page.model.data(page.model.index(1, Column.INSPECTION)) == "Initial response: We welcome the zebra crossings."
    assert page.table.rowHeight(1) < page.table.rowHeight(0) and page.table.columnSpan(1, 0) == len(Column)
    QTest.mouseClick(page.strip.show_all, Qt.MouseButton.LeftButton)
    assert len(titles(page)) == 3 and not page.strip.count.isVisible() and page.strip.field.hasFocus()


@pytest.mark.parametrize("by_key", [True, False])
def test_a_line_that_was_found_opens_the_record_at_its_place(show: Show, qtbot: QtBot, by_key: bool) -> None:
    page = show(late(), soon())
    page.strip.field.setFocus()
    qtbot.keyClicks(page.strip.field, "zebra")
    if not by_key:
        qtbot.waitUntil(lambda: len(titles(page)) == 2)
    with qtbot.waitSignal(page.place_requested) as opening:
        if by_key:
            qtbot.keyClick(page.strip.field, KEY.Key_Down)  # searches at once
            assert page.table.hasFocus() and page.table.current_id() == "soon"
            qtbot.keyClick(page.table, KEY.Key_Down)
            qtbot.keyClick(page.table, KEY.Key_Delete)
            qtbot.keyClick(page.table, KEY.Key_Return)
        else:
            QTest.mouseClick(page.table.viewport(), Qt.MouseButton.LeftButton, pos=cell(page, 1) + QPoint(500, -8))
    assert opening.args == ["soon", "sections.initial_response"]
    assert len(page.model.rows) == 1, "Delete on a line deletes nothing"


def test_up_in_the_first_row_goes_back_to_the_field(show: Show, qtbot: QtBot) -> None:
    page = show(late(), soon())
    page.strip.field.setFocus()
    qtbot.keyClick(page.strip.field, KEY.Key_Down)
    assert page.table.hasFocus()
    qtbot.keyClick(page.table, KEY.Key_Up)
    assert page.strip.field.hasFocus()


def test_choices_leave_records_out_and_escape_brings_all_back(show: Show, qtbot: QtBot) -> None:
    page = show(late(), soon(), live())
    for box, keys, expected in ((page.strip.stage, 2, ["live"]), (page.strip.kind, 2, []), (page.strip.kind, -1, ["live"])):
        box.setFocus()
        for _ in range(abs(keys)):
            qtbot.keyClick(box, KEY.Key_Down if keys > 0 else KEY.Key_Up)
        assert titles(page) == expected, box.currentText()
    assert page.strip.count.text() == "1 of 3 records"
    qtbot.keyClick(page.strip.kind, KEY.Key_Down)
    assert page.nothing.isVisible() and "Choose others" in page.nothing.text()
    qtbot.keyClick(page.strip.kind, KEY.Key_Escape)
    assert len(titles(page)) == 3 and not page.nothing.isVisible() and page.strip.field.hasFocus()


def test_the_heads_sort_by_keys_and_clicks_and_say_so(show: Show, qtbot: QtBot) -> None:
    page = show(soon(), late(), live())
    heads = page.table.heads.buttons
    assert heads[Column.NEXT].accessibleName() == "Next step, and with whom, sorted, most urgent first"
    heads[Column.INSPECTION].setFocus(Qt.FocusReason.TabFocusReason)
    for expected, words in ((["late", "live", "soon"], "A first"), (["soon", "live", "late"], "Z first")):
        qtbot.keyClick(heads[Column.INSPECTION], KEY.Key_Space)
        assert titles(page) == expected and heads[Column.INSPECTION].accessibleName() == f"Inspection, sorted, {words}"
    assert heads[Column.NEXT].accessibleName() == "Next step, and with whom, sort by this"
    QTest.mouseClick(heads[Column.STATUTORY], Qt.MouseButton.LeftButton)
    assert titles(page) == ["live", "late", "soon"]


def test_a_narrow_list_is_sorted_by_a_choice(show: Show, qtbot: QtBot) -> None:
    page = show(soon(), late(), live())
    assert not page.strip.order.isVisible()
    page.resize(700, 600)
    assert page.strip.order.isVisible() and not page.table.heads.buttons[Column.ANSWERED].isVisible()
    page.strip.order.setFocus()
    qtbot.keyClick(page.strip.order, KEY.Key_Down)
    assert titles(page) == ["late", "live", "soon"]


def test_the_chart_says_in_words_how_far_the_answers_are(show: Show, qtbot: QtBot) -> None:
    page = show(soon(), live(), record("r", findings=2, answered=2))
    assert page.chart.isVisible()
    assert page.chart.bar.accessibleName() == "Findings answered, open records: 3 answered, 0 in draft, 2 not started"
    assert [each.text() for each in page.chart.words] == ["3 answered", "0 in draft", "2 not started"]
    (first, answered), (last, rest) = page.chart.bar.parts()
    assert (first, last) == (0, 2) and answered.right() + 1 < rest.left(), "a gap parts them"
    assert rest.right() + 1 == page.chart.bar.width()
    page.strip.field.setFocus()
    qtbot.keyClicks(page.strip.field, "crime")
    assert not page.chart.isVisible()


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_what_is_shown_is_exported_in_its_order(show: Show, qtbot: QtBot, tmp_path: Path, ending: str) -> None:
    page = show(soon(), late(), live())
    page.strip.stage.setFocus()
    qtbot.keyClick(page.strip.stage, KEY.Key_Down)
    page.strip.export.setFocus()
    qtbot.keyClick(page.strip.export, KEY.Key_Space)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    for _ in range(1 if ending == "csv" else 2):
        qtbot.keyClick(menu, KEY.Key_Down)
    qtbot.keyClick(menu, KEY.Key_Return)
    file = tmp_path / f"given.{ending}"
    with qtbot.waitSignal(page.state.told) as told:
        answer(page, qtbot, file, "&Save")
    assert told.args == [f"2 records were written: {file}"]
    read = _csv(file) if ending == "csv" else _xlsx(file)
    assert [row[0] for row in read] == ["Inspection", "Child protection", "Serious and organised crime"]


def _csv(file: Path) -> list[list[str]]:
    return list(csv.reader(file.read_text(encoding="utf-8-sig").splitlines()))


def _xlsx(file: Path) -> list[list[object]]:
    from openpyxl import load_workbook

    book = load_workbook(file)
    rows = [[each.value for each in row] for row in book.active.iter_rows()]
    book.close()
    return rows


def test_a_file_that_cannot_be_written_is_told_of(show: Show, qtbot: QtBot, tmp_path: Path) -> None:
    page = show(soon())
    page.export.ask_where("csv", page.model.rows, date(2024, 6, 26), "Commissioner")
    with qtbot.waitSignal(page.state.failed) as failed:
        page.export.write(tmp_path / "gone" / "given.csv")
    assert failed.args is not None and isinstance(failed.args[0], WriteFailed)
    page.findChild(QFileDialog).close()


def test_titles_are_found_at_once_and_a_search_without_a_hit_says_so(show: Show, qtbot: QtBot) -> None:
    page = show(late(), soon())
    qtbot.keyClicks(page.strip.field, "CHILD")
    assert titles(page) == ["late"]
    page.strip.field.selectAll()
    qtbot.keyClicks(page.strip.field, "qqq")
    qtbot.waitUntil(page.nothing.isVisible)
    assert not page.table.isVisible() and page.strip.count.text() == "0 of 2 records"


def test_an_empty_list_says_how_to_start(show: Show, qtbot: QtBot) -> None:
    page = show()
    assert page.head.empty.isVisible() and not page.list.isVisible()
    assert page.head.empty.isAncestorOf(page.head.blank) and page.head.empty.isAncestorOf(page.head.bring_in)
    page.state.do(records.new_record)
    assert not page.head.empty.isVisible() and page.list.isVisible()
    qtbot.waitUntil(page.head.blank.isVisible)
    assert not page.head.empty.isAncestorOf(page.head.blank)
    assert page.first_focus() is page.table


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
