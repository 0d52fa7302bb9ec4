"""The bars beside a text: how large a table is to be, under which name words are kept; and the menu that opens them."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from response_app.domain.richtext import RichText
from response_app.guidance.sections import shipped
from response_app.interchange import write_fragment
from ui.editors.bars import EditorBars
from ui.editors.insert_menu import ENTRIES, LINE, can_do, do
from ui.editors.office_wording import office_wording

from .pane import Pane
from .typist import CTRL, SHIFT

KEY = Qt.Key
NewPane = Callable[[str], Pane[EditorBars]]


@pytest.fixture
def pane(qtbot: QtBot) -> NewPane:
    """Give an editor below its bars, with a fragment in it."""
    return lambda fragment: Pane(qtbot, EditorBars, fragment)


@pytest.fixture
def kept() -> Iterator[list[tuple[str, str, str]]]:
    """What was kept: place, name and fragment; a name with an x cannot be."""
    made: list[tuple[str, str, str]] = []

    def keep(place: str, name: str, text: RichText) -> bool:
        made.append((place, name, write_fragment(text)))
        return "x" not in name

    office_wording().use({}, keep)
    yield made
    office_wording().use({}, None)


def chooses(qtbot: QtBot, box: QComboBox, words: str) -> None:
    """Choose by keys, and go on with Tab."""
    box.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClicks(box, words)
    assert box.currentText() == words


def test_a_table_of_the_wanted_size_goes_in(qtbot: QtBot, pane: NewPane) -> None:
    made = pane("<p>a</p>")
    do(made.edit, "insert_table")
    assert made.bar.table.isVisible() and made.bar.table.columns.hasFocus()
    chooses(qtbot, made.bar.table.columns, "2")
    chooses(qtbot, made.bar.table.rows, "3")
    qtbot.keyClick(made.bar.table.rows, KEY.Key_Return)
    assert not made.bar.table.isVisible() and made.edit.hasFocus()
    qtbot.keyClicks(made.edit, "x")
    assert made.fragment().count("<th>") == 2 and made.fragment().count("<td>") == 6
    assert "<th>x</th>" in made.fragment()
    assert not can_do(made.edit, "insert_table")  # no table in a cell


def test_escape_leaves_everything_as_it_was(qtbot: QtBot, pane: NewPane) -> None:
    made = pane("<p>a</p>")
    do(made.edit, "insert_table")
    qtbot.keyClick(made.bar.table.columns, KEY.Key_Escape)
    assert not made.bar.table.isVisible() and made.edit.hasFocus()
    assert made.fragment() == "<p>a</p>"


def test_one_bar_at_a_time(qtbot: QtBot, pane: NewPane) -> None:
    made = pane("<p>a</p>")
    do(made.edit, "insert_table")
    qtbot.keyClick(made.edit, KEY.Key_K, CTRL)
    assert made.bar.link.isVisible() and not made.bar.table.isVisible()


def test_selected_words_are_kept_under_a_name(qtbot: QtBot, pane: NewPane, kept: list[tuple[str, str, str]]) -> None:
    made = pane('<p>We thank <strong>all</strong> of <span data-field="force"></span> today.</p>')
    made.edit.wording_place = "answers"
    assert not can_do(made.edit, "keep_wording")  # nothing is selected
    qtbot.keyClick(made.edit, KEY.Key_A, CTRL)
    do(made.edit, "keep_wording")
    bar = made.bar.keep
    assert bar.name.hasFocus() and bar.name.text() == "We thank all of"
    qtbot.keyClicks(bar.name, "  Thanks to all ")
    qtbot.keyClick(bar.name, KEY.Key_Return)
    assert kept == [("answers", "Thanks to all", '<p>We thank <strong>all</strong> of <span data-field="force"></span> today.</p>')]
    assert not bar.isVisible() and made.edit.hasFocus()


@pytest.mark.parametrize(("name", "told"), [(" ", "Type a short name"), (shipped("answers").snippets[0].label.upper(), "already wording")])
def test_a_name_that_cannot_be_kept_is_told(qtbot: QtBot, pane: NewPane, kept: list[tuple[str, str, str]], name: str, told: str) -> None:
    made = pane("<p>a</p>")
    made.edit.wording_place = "answers"
    qtbot.keyClick(made.edit, KEY.Key_A, CTRL)
    do(made.edit, "keep_wording")
    bar = made.bar.keep
    qtbot.keyClicks(bar.name, name)
    qtbot.keyClick(bar.name, KEY.Key_Return)
    assert not kept and bar.isVisible()
    assert told in bar.problem.text() and bar.name.accessibleDescription() == bar.problem.text()
    qtbot.keyClicks(bar.name, "y")
    assert not bar.problem.isVisible()


def test_what_could_not_be_kept_can_be_tried_again(qtbot: QtBot, pane: NewPane, kept: list[tuple[str, str, str]]) -> None:
    made = pane("<p>a</p>")
    made.edit.wording_place = "answers"
    qtbot.keyClick(made.edit, KEY.Key_A, CTRL)
    do(made.edit, "keep_wording")
    qtbot.keyClicks(made.bar.keep.name, "x")
    qtbot.keyClick(made.bar.keep.name, KEY.Key_Return)
    assert len(kept) == 1 and made.bar.keep.isVisible()


def test_the_menu_does_what_the_editor_can(qtbot: QtBot, pane: NewPane) -> None:
    made = pane("<p>a</p>")
    for key, wanted in (
        ("insert_heading", "<h3>a</h3>"),
        ("insert_small_heading", "<h4>a</h4>"),
        ("insert_bullets", "<ul><li>a</li></ul>"),
        ("insert_numbers", "<ol><li>a</li></ol>"),
        ("insert_quotation", "<blockquote><p>a</p></blockquote>"),
    ):
        do(made.edit, key)
        assert made.fragment() == wanted
    do(made.edit, "insert_who")
    qtbot.keyClicks(made.edit, "B")
    assert made.fragment() == "<blockquote><p>a</p><cite>B</cite></blockquote>"
    do(made.edit, "insert_link")
    assert made.bar.link.isVisible()


def test_in_a_cell_only_what_a_cell_takes_and_reading_only_nothing(qtbot: QtBot, pane: NewPane) -> None:
    made = pane("<table><tr><th>a</th></tr></table>")
    keys = [each.key for each in ENTRIES if each is not LINE]
    qtbot.keyClick(made.edit, KEY.Key_Down)
    possible = {key for key in keys if can_do(made.edit, key)}
    anywhere = {"insert_field", "insert_link", "text_bold", "text_italic"}
    assert possible == anywhere | {key for key in keys if key.startswith("table_") and key != "table_row_above"}
    do(made.edit, "table_row_below")
    assert made.fragment() == "<table><tr><th>a</th></tr><tr><td></td></tr></table>"
    made.edit.set_read_only(True)
    assert not [key for key in keys if can_do(made.edit, key)]


def test_everything_in_the_bars_is_named_after_the_text(pane: NewPane) -> None:
    made = pane("<p>a</p>")
    made.edit.setAccessibleName("Overall comments")
    names = {each.accessibleName() for bar in (made.bar.table, made.bar.keep) for each in bar.findChildren(QComboBox)}
    assert names == {"Columns of the table, Overall comments", "Rows below the header, Overall comments"}
    assert made.bar.keep.accept.accessibleName() == "Keep the words, Overall comments"


def test_shift_and_tab_goes_back_through_a_bar(qtbot: QtBot, pane: NewPane) -> None:
    made = pane("<p>a</p>")
    do(made.edit, "insert_table")
    qtbot.keyClick(made.bar.table.columns, KEY.Key_Tab)
    assert made.bar.table.rows.hasFocus()
    qtbot.keyClick(made.bar.table.rows, KEY.Key_Backtab, SHIFT)
    assert made.bar.table.columns.hasFocus()
