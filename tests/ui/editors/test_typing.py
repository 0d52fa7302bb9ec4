"""What keys do: typing, lists, levels, quotations, subheadings, tables, undo."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ui.editors.looks import CITE_HINT

from .conftest import NewTypist
from .typist import ALT, CTRL, SHIFT, Typist

KEY = Qt.Key
BULLETS = (KEY.Key_8, CTRL | SHIFT)
NUMBERS = (KEY.Key_7, CTRL | SHIFT)
QUOTE = (KEY.Key_9, CTRL | SHIFT)
DEEPER = (KEY.Key_Right, ALT | SHIFT)
HIGHER = (KEY.Key_Left, ALT | SHIFT)


def test_paragraphs_line_breaks_and_subheadings(typist: NewTypist) -> None:
    person = typist()
    person.types("What I did").press(KEY.Key_1, CTRL | ALT).types("\nI asked.")
    person.press(KEY.Key_Return, SHIFT).types("Twice.\nLater").press(KEY.Key_2, CTRL | ALT).types("\n")
    assert person.fragment == "<h3>What I did</h3><p>I asked.<br>Twice.</p><h4>Later</h4>"
    person.press(KEY.Key_Up).press(KEY.Key_0, CTRL | ALT)
    assert person.fragment == "<h3>What I did</h3><p>I asked.<br>Twice.</p><p>Later</p>"


def test_enter_in_and_before_a_subheading(typist: NewTypist) -> None:
    person = typist("<h3>one two</h3>").click_after("one").types("\n")
    assert person.fragment == "<h3>one</h3><h3>two</h3>"
    person.undo().home().types("\n")
    assert person.fragment == "<h3>one two</h3>"
    person.home().types("before")
    assert person.fragment == "<p>before</p><h3>one two</h3>"


def test_bold_and_italic_while_typing_and_on_a_selection(typist: NewTypist) -> None:
    person = typist()
    person.types("a ").press(KEY.Key_B, CTRL).types("b").press(KEY.Key_B, CTRL).types(" c ").press(KEY.Key_I, CTRL).types("d")
    assert person.fragment == "<p>a <strong>b</strong> c <em>d</em></p>"
    person.selects("b c").press(KEY.Key_B, CTRL)
    assert person.fragment == "<p>a <strong>b c</strong> <em>d</em></p>"
    person.press(KEY.Key_B, CTRL)
    assert person.fragment == "<p>a b c <em>d</em></p>"
    person.undo(2)
    assert person.fragment == "<p>a <strong>b</strong> c <em>d</em></p>"


@pytest.mark.parametrize(("keys", "tag"), [(BULLETS, "ul"), (NUMBERS, "ol")])
def test_a_list_from_its_first_item_to_leaving_it(typist: NewTypist, keys: tuple[Qt.Key, Qt.KeyboardModifier], tag: str) -> None:
    person = typist().press(*keys).types("one\ntwo\nthree\n\nafter")
    assert person.fragment == f"<{tag}><li>one</li><li>two</li><li>three</li></{tag}><p>after</p>"


def test_levels_of_a_list(typist: NewTypist) -> None:
    person = typist().press(*BULLETS).press(*DEEPER).types("one\n")  # the first item cannot go deeper
    person.press(*DEEPER).types("one a\n").press(*NUMBERS).types("one b\n").press(*DEEPER).press(*HIGHER).types("two")
    assert person.fragment == "<ul><li>one<ol><li>one a</li><li>one b</li></ol></li><li>two</li></ul>"
    person.press(KEY.Key_Up).press(*HIGHER)
    assert person.fragment == "<ul><li>one<ol><li>one a</li></ol></li><li>one b</li><li>two</li></ul>"
    person.undo()
    assert person.fragment == "<ul><li>one<ol><li>one a</li><li>one b</li></ol></li><li>two</li></ul>"
    person.end().types("\n\n")
    assert person.edit.line_shape().kind.name == "PARAGRAPH"


def test_enter_on_an_empty_inner_item_goes_one_level_up(typist: NewTypist) -> None:
    person = typist("<ol><li>one<ul><li>a</li></ul></li></ol>").end().types("\n\ntwo\n\nafter")
    assert person.fragment == "<ol><li>one<ul><li>a</li></ul></li><li>two</li></ol><p>after</p>"


def test_a_whole_list_changes_its_kind_and_back(typist: NewTypist) -> None:
    person = typist("<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul><ol><li>d</li></ol>").home().press(*NUMBERS)
    assert person.fragment == "<ol><li>a<ul><li>b</li></ul></li><li>c</li><li>d</li></ol>"
    person.undo().click_after("b").press(*NUMBERS)
    assert person.fragment == "<ul><li>a<ol><li>b</li></ol></li><li>c</li></ul><ol><li>d</li></ol>"
    person.press(*NUMBERS)
    assert person.fragment == "<ul><li>a</li></ul><p>b</p><ul><li>c</li></ul><ol><li>d</li></ol>"


def test_paragraphs_become_a_list_together(typist: NewTypist) -> None:
    person = typist("<p>a</p><p>b</p><p>c</p>").home().press(KEY.Key_Down, SHIFT).press(KEY.Key_End, SHIFT).press(*BULLETS)
    assert person.fragment == "<ul><li>a</li><li>b</li></ul><p>c</p>"
    person.press(*BULLETS)
    assert person.fragment == "<p>a</p><p>b</p><p>c</p>"


def test_backspace_at_the_start_of_an_item(typist: NewTypist) -> None:
    person = typist("<ul><li>a</li><li>b</li></ul>").end().press(KEY.Key_Home)
    person.press(KEY.Key_Backspace)
    assert person.fragment == "<ul><li><p>a</p><p>b</p></li></ul>"
    person.press(KEY.Key_Backspace)
    assert person.fragment == "<ul><li>a</li></ul><p>b</p>"
    person.press(KEY.Key_Backspace)
    assert person.fragment == "<ul><li>ab</li></ul>"
    person.undo(3)
    assert person.fragment == "<ul><li>a</li><li>b</li></ul>"
    person.home().press(KEY.Key_Backspace)
    assert person.fragment == "<p>a</p><ul><li>b</li></ul>"


def test_an_empty_item_goes_with_one_backspace(typist: NewTypist) -> None:
    person = typist("<ul><li>a</li><li>b</li></ul>").click_after("a").types("\n").press(KEY.Key_Backspace).types("x")
    assert person.fragment == "<ul><li>ax</li><li>b</li></ul>"


def test_what_stood_below_a_deleted_item_keeps_a_place(typist: NewTypist) -> None:
    person = typist("<p>p</p><ul><li>a<ul><li>b</li></ul></li></ul>").selects("a").press(KEY.Key_Delete)
    person.press(KEY.Key_Backspace, times=2)
    assert person.fragment == "<p>p</p><ul><li>b</li></ul>"
    person.end()
    assert person.edit.line_shape().level == 1


def test_a_quotation_with_its_attribution(typist: NewTypist) -> None:
    person = typist().press(*QUOTE).types("We have plans.\nGood ones.\n\nThe Chief Constable\nAfter.")
    assert person.fragment == "<blockquote><p>We have plans.</p><p>Good ones.</p><cite>The Chief Constable</cite></blockquote><p>After.</p>"
    person.home().press(*QUOTE)
    assert person.fragment == (
        "<p>We have plans.</p><blockquote><p>Good ones.</p><cite>The Chief Constable</cite></blockquote><p>After.</p>"
    )


def test_a_quotation_without_attribution(typist: NewTypist) -> None:
    person = typist().press(*QUOTE).types("We have plans.\n\n\nAfter.")
    assert person.fragment == "<blockquote><p>We have plans.</p></blockquote><p>After.</p>"
    assert CITE_HINT not in person.edit.toPlainText()


def test_backspace_in_a_quotation(typist: NewTypist) -> None:
    person = typist("<blockquote><p>a</p><cite>b</cite></blockquote>").end().press(KEY.Key_Home).press(KEY.Key_Backspace)
    assert person.fragment == "<blockquote><p>a</p><p>b</p></blockquote>"
    person.home().press(KEY.Key_Backspace)
    assert person.fragment == "<p>a</p><blockquote><p>b</p></blockquote>"


def test_a_line_that_joins_an_empty_one_stays_what_it_is(typist: NewTypist) -> None:
    person = typist("<p>a</p><p></p><h3>b</h3>").end().press(KEY.Key_Home).press(KEY.Key_Backspace)
    assert person.fragment == "<p>a</p><h3>b</h3>"
    person.press(KEY.Key_Backspace)
    assert person.fragment == "<p>ab</p>"


def test_cells_of_a_table_are_typed_in_and_nothing_breaks_it(typist: NewTypist) -> None:
    table = "<table><tr><th>a</th><th>b</th></tr><tr><td>c</td><td>d</td></tr></table>"
    person = typist(f"<p>p</p>{table}<p>q</p>").click_after("c").types("1\n2")
    changed = table.replace("c", "c1<br>2")
    assert person.fragment == f"<p>p</p>{changed}<p>q</p>"
    person.press(*BULLETS).press(*QUOTE).press(KEY.Key_1, CTRL | ALT)
    person.press(KEY.Key_Delete).click_after("a").press(KEY.Key_Left).press(KEY.Key_Backspace)
    person.click_after("p").press(KEY.Key_Delete).press(KEY.Key_Delete)
    assert person.fragment == f"<p>p</p>{changed.replace('<th>a', '<th>')}<p>q</p>"
    person.end().press(KEY.Key_Home).press(KEY.Key_Backspace)
    assert person.edit.line_shape().kind.name == "PARAGRAPH"
    person.types("x")
    assert person.fragment == f"<p>p</p>{changed.replace('<th>a', '<th>').replace('<td>d', '<td>dx')}<p>q</p>"


def test_one_may_write_before_and_after_a_table_that_is_alone(typist: NewTypist) -> None:
    person = typist("<table><tr><th>a</th></tr></table>").home().types("before").end().types("after\nmore")
    assert person.fragment == "<p>before</p><table><tr><th>a</th></tr></table><p>after</p><p>more</p>"


def test_typing_over_a_selection_of_several_lines(typist: NewTypist) -> None:
    person = typist("<p>one two</p><ul><li>three</li><li>four five</li></ul><p>six</p>")
    person.click_after("one ").press(KEY.Key_Right, SHIFT, len("two.three.four")).types("x")
    assert person.fragment == "<p>one x five</p><p>six</p>"
    person.undo(2)
    assert person.fragment == "<p>one two</p><ul><li>three</li><li>four five</li></ul><p>six</p>"


def test_deleting_words(typist: NewTypist) -> None:
    person = typist("<p>one two three</p>").end().press(KEY.Key_Backspace, CTRL)
    assert person.fragment == "<p>one two</p>"
    person.home().press(KEY.Key_Delete, CTRL)
    assert person.fragment == "<p>two</p>"
    person.undo(2)
    assert person.fragment == "<p>one two three</p>"


def test_letters_typed_one_after_the_other_are_one_step(typist: NewTypist) -> None:
    person = typist().types("words").press(KEY.Key_Backspace, times=2)
    person.undo()
    assert person.fragment == "<p>words</p>"
    person.undo()
    assert person.fragment == ""


def test_tab_leaves_the_text(typist: NewTypist) -> None:
    person = typist("<p>a</p>").press(KEY.Key_Tab)
    assert person.fragment == "<p>a</p>"


def test_the_keys_of_the_editor_win_over_those_of_the_window(typist: NewTypist) -> None:
    from PySide6.QtGui import QAction

    person = typist("<p>a</p>")
    action = QAction(person.edit.window())
    action.setShortcut("Ctrl+B")
    person.edit.window().addAction(action)
    with person.qtbot.assertNotEmitted(action.triggered):
        person.press(KEY.Key_A, CTRL).press(KEY.Key_B, CTRL)
    assert person.fragment == "<p><strong>a</strong></p>"


def test_a_pause_hands_the_text_over_once(typist: NewTypist) -> None:
    person = typist(pause=20)
    with person.qtbot.waitSignal(person.edit.typing_paused) as told:
        person.types("ab")
    assert told.args is not None
    assert told.args[0] == person.edit.text()
    with person.qtbot.assertNotEmitted(person.edit.typing_paused, wait=60):
        person.edit.flush()


def test_leaving_and_flushing_hand_the_text_over_at_once(typist: NewTypist) -> None:
    person = typist(pause=60_000)
    person.types("a")
    with person.qtbot.waitSignal(person.edit.typing_paused, timeout=1000):
        person.edit.clearFocus()
    person.edit.setFocus()
    person.types("b")
    with person.qtbot.waitSignal(person.edit.typing_paused, timeout=1000) as told:
        person.edit.flush()
    assert told.args is not None
    assert told.args[0] == person.edit.text()


def test_reading_only(typist: NewTypist) -> None:
    person = typist("<p>The chief officer’s words</p>")
    person.edit.set_read_only(True)
    person.types("x\n").press(*BULLETS).press(KEY.Key_B, CTRL).press(KEY.Key_Backspace).pastes(words="y")
    assert person.fragment == "<p>The chief officer’s words</p>"
    person.press(KEY.Key_Home).press(KEY.Key_Right, CTRL | SHIFT)
    assert person.selected == "The "


def test_words_are_counted_with_those_of_fields(typist: NewTypist) -> None:
    assert typist('<p>On the <span data-field="force"></span></p><ul><li>a</li></ul>').edit.word_count() == 5


def test_an_attribution_without_its_quotation_is_a_paragraph(typist: NewTypist) -> None:
    person = typist("<blockquote><p>a</p><cite>b</cite></blockquote>").home().press(*QUOTE).end()
    assert person.edit.line_shape().kind.name == "PARAGRAPH"
    assert person.fragment == "<p>a</p><p>b</p>"


def test_a_further_paragraph_without_its_item_is_a_paragraph(typist: NewTypist) -> None:
    person = typist("<ul><li><p>a</p><p>b</p></li></ul>").home().press(*BULLETS).end()
    assert person.edit.line_shape().kind.name == "PARAGRAPH"


def test_two_lists_one_below_the_other_stay_two(typist: NewTypist) -> None:
    person = typist("<ol><li>a</li></ol><ol><li>b</li></ol>").end().types("\nc")
    assert person.fragment == "<ol><li>a</li></ol><ol><li>b</li><li>c</li></ol>"


def test_backspace_at_the_start_of_a_cell_stays_there(typist: NewTypist) -> None:
    person = typist("<table><tr><th>a</th><th>b</th></tr></table>").click_after("b").press(KEY.Key_Left)
    at = person.position
    person.press(KEY.Key_Backspace)
    assert person.position == at


def test_undo_takes_typing_back_by_sentences(typist: NewTypist) -> None:
    person = typist("<p>Begun.</p>").end().types(" I asked the force. (Is it so?) They wrote again")
    steps = [person.undo().edit.toPlainText() for _ in range(3)]
    assert steps == ["Begun. I asked the force. (Is it so?) ", "Begun. I asked the force. ", "Begun. "]
    person.redo(3)
    assert person.edit.toPlainText() == "Begun. I asked the force. (Is it so?) They wrote again"


def test_a_pause_in_typing_ends_a_step_of_undo(qtbot: QtBot) -> None:
    person = Typist(qtbot, pause=30)
    with qtbot.waitSignal(person.edit.typing_paused):
        person.types("One two")
    person.types(" three")
    assert person.undo().edit.toPlainText() == "One two"
    assert person.undo().edit.toPlainText() == ""
