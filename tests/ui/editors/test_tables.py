"""Tables: Tab from cell to cell, rows and columns that come and go, each taken back by one undo."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from response_app.interchange import read_fragment
from ui.editors.tables import MOST_COLUMNS, TableChange, can_change

from .conftest import NewTypist
from .typist import CTRL, SHIFT, Typist

KEY = Qt.Key
SMALL = "<table><tr><th>a</th><th>b</th></tr><tr><td>c</td><td>d</td></tr></table>"


def rows(person: Typist) -> list[list[str]]:
    """Return the words of the one table, row by row."""
    text = person.fragment
    table = text[text.index("<table>") : text.index("</table>")]
    return [row.replace("th>", "td>").removesuffix("</td></tr>").removeprefix("<td>").split("</td><td>") for row in table.split("<tr>")[1:]]


def at(person: Typist) -> str:
    """Return what a screen reader is told of where the cursor is."""
    said: list[str] = []
    person.edit.announced.connect(said.append)
    person.press(KEY.Key_Home)
    return said[-1] if said else ""


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (TableChange.ROW_ABOVE, [["a", "b"], ["", ""], ["c", "d"]]),
        (TableChange.ROW_BELOW, [["a", "b"], ["c", "d"], ["", ""]]),
        (TableChange.COLUMN_BEFORE, [["", "a", "b"], ["", "c", "d"]]),
        (TableChange.COLUMN_AFTER, [["a", "", "b"], ["c", "", "d"]]),
        (TableChange.REMOVE_ROW, [["a", "b"]]),
        (TableChange.REMOVE_COLUMN, [["b"], ["d"]]),
    ],
)
def test_rows_and_columns_come_and_go_in_one_step(typist: NewTypist, change: TableChange, expected: list[list[str]]) -> None:
    person = typist(f"<p>x</p>{SMALL}<p>y</p>").click_after("c")
    person.edit.change_table(change)
    assert rows(person) == expected
    person.undo()
    assert rows(person) == [["a", "b"], ["c", "d"]]
    person.redo()
    assert rows(person) == expected
    assert person.fragment.startswith("<p>x</p><table>") and person.fragment.endswith("</table><p>y</p>")
    assert read_fragment(person.fragment).text == person.edit.text()


def test_what_is_typed_goes_into_what_is_new(typist: NewTypist) -> None:
    person = typist(SMALL).click_after("d")
    person.edit.change_table(TableChange.ROW_BELOW)
    person.types("new")
    assert rows(person)[2] == ["", "new"]
    person.edit.change_table(TableChange.COLUMN_AFTER)
    person.types("last")
    assert rows(person)[2] == ["", "new", "last"]


def test_the_last_row_or_column_takes_the_table_with_it(typist: NewTypist) -> None:
    for change in (TableChange.REMOVE_ROW, TableChange.REMOVE_COLUMN, TableChange.REMOVE_TABLE):
        person = typist("<p>x</p><table><tr><th>a</th></tr></table><h3>y</h3>").click_after("a")
        person.edit.change_table(change)
        assert person.fragment == "<p>x</p><h3>y</h3>"
        person.undo()
        assert person.fragment == "<p>x</p><table><tr><th>a</th></tr></table><h3>y</h3>"


def test_a_table_that_is_all_there_is_leaves_an_empty_text(typist: NewTypist) -> None:
    person = typist(SMALL).click_after("a")
    person.edit.change_table(TableChange.REMOVE_TABLE)
    assert person.types("New").fragment == "<p>New</p>"


def test_the_second_row_becomes_the_header(typist: NewTypist) -> None:
    person = typist(SMALL).click_after("a")
    person.edit.change_table(TableChange.REMOVE_ROW)
    assert person.fragment == "<table><tr><th>c</th><th>d</th></tr></table>"
    first = person.edit.textCursor().block()
    for block in (first, first.next()):
        assert [each.format.fontWeight() for each in block.layout().formats()] == [700]


def test_an_empty_line_above_stays_a_line(typist: NewTypist) -> None:
    person = typist()
    person.edit.insert_table(1, 2)
    person.press(KEY.Key_Tab, times=3).types("a").press(KEY.Key_Backtab, SHIFT, times=3)
    for change in (TableChange.REMOVE_COLUMN, TableChange.REMOVE_ROW):
        person.edit.change_table(change)
    assert person.home().types("Above\nMore").fragment == "<p>Above</p><p>More</p><table><tr><th>a</th></tr></table>"
    person.undo(5)
    assert person.fragment == "<table><tr><th></th><th></th></tr><tr><td></td><td>a</td></tr></table>"


def test_nothing_stands_above_the_header_and_there_are_limits(typist: NewTypist) -> None:
    person = typist(SMALL).click_after("a")
    assert not can_change(person.edit.textCursor(), TableChange.ROW_ABOVE)
    for _ in range(MOST_COLUMNS):
        person.edit.change_table(TableChange.COLUMN_AFTER)
    assert len(rows(person)[0]) == MOST_COLUMNS
    assert not can_change(person.home().edit.textCursor(), TableChange.ROW_BELOW)  # no table here


def test_tab_goes_from_cell_to_cell_and_adds_a_row_after_the_last(typist: NewTypist) -> None:
    person = typist(f"{SMALL}<p>y</p>").click_after("a").press(KEY.Key_Tab, times=3).types("!").press(KEY.Key_Tab).types("e")
    assert rows(person) == [["a", "b"], ["c", "d!"], ["e", ""]]
    person.press(KEY.Key_Backtab, SHIFT, times=2).types("?")
    assert rows(person)[1] == ["c?", "d!"]
    assert person.edit.hasFocus()


def test_tab_leads_out_of_an_empty_last_row_and_shift_tab_out_of_the_first_cell(typist: NewTypist) -> None:
    person = typist(f"{SMALL}<p>y</p>").click_after("d").press(KEY.Key_Tab, times=3).types("z")
    assert rows(person) == [["a", "b"], ["c", "d"], ["", ""]]
    assert person.fragment.endswith("<p>zy</p>")
    person.click_after("a").press(KEY.Key_Backtab, SHIFT)
    assert at(person) == ""  # still there: the text is all that the window has


def test_a_new_row_is_one_step(typist: NewTypist) -> None:
    person = typist(SMALL).click_after("d").press(KEY.Key_Tab)
    assert len(rows(person)) == 3
    person.undo()
    assert rows(person) == [["a", "b"], ["c", "d"]]


def test_tab_types_nothing_where_there_is_nowhere_to_go(typist: NewTypist) -> None:
    assert typist("<p>a</p>").press(KEY.Key_Tab).fragment == "<p>a</p>"


def test_a_table_goes_in_where_the_cursor_is(typist: NewTypist) -> None:
    person = typist("<p>ab</p>").click_after("a")
    person.edit.insert_table(1, 2)
    person.types("1").press(KEY.Key_Tab).types("2").press(KEY.Key_Tab).types("3")
    assert person.fragment == "<p>a</p><table><tr><th>1</th><th>2</th></tr><tr><td>3</td><td></td></tr></table><p>b</p>"
    person.edit.insert_table(1, 1)  # not in a cell
    assert person.fragment.count("<table>") == 1
    person.undo(4)
    assert person.fragment == "<p>ab</p>"


def test_reading_only_nothing_changes(typist: NewTypist) -> None:
    person = typist(SMALL).click_after("d")
    person.edit.set_read_only(True)
    person.press(KEY.Key_Tab)
    person.edit.change_table(TableChange.REMOVE_TABLE)
    assert person.fragment == SMALL


def test_control_and_tab_is_not_the_tables(typist: NewTypist) -> None:
    person = typist(SMALL).click_after("d").press(KEY.Key_Tab, CTRL)
    assert rows(person) == [["a", "b"], ["c", "d"]]
