"""Search, choices, order and export on Home with real keys and clicks."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu
from pytestqt.qtbot import QtBot

from response_app.errors import WriteFailed
from ui.models.record_order import Column

from .home_keys import KEY, Show, answer, cell, titles
from .home_records import late, live, record, soon, with_force


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
    assert len({page.table.rowHeight(row) for row in range(3)}) == 1 and page.table.columnSpan(1, 0) == 1


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
