"""A live field is one thing: no key breaks it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent, QInputMethodEvent
from PySide6.QtWidgets import QApplication

from response_app.interchange import write_fragment

from .conftest import NewTypist
from .typist import CTRL, SHIFT

KEY = Qt.Key
BACK = KEY.Key_Backspace
FIELD = '<span data-field="force"></span>'
TEXT = f"<p>In {FIELD} we</p>"
LIST = '<p data-field="list_of_afis"></p>'


@pytest.mark.parametrize("key", [KEY.Key_A, KEY.Key_Return, KEY.Key_Space])
def test_a_key_inside_selects_it_whole(typist: NewTypist, key: Qt.Key) -> None:
    person = typist(TEXT).click_after("Example").press(key)
    assert (person.fragment, person.selected) == (TEXT, "Exampleshire Police")
    person.types("x")
    assert person.fragment == "<p>In x we</p>"
    person.undo()
    assert person.fragment == TEXT


@pytest.mark.parametrize(("where", "key"), [("Police", BACK), ("Example", BACK), ("In ", KEY.Key_Delete), ("Example", KEY.Key_Delete)])
def test_backspace_and_delete_take_it_whole(typist: NewTypist, where: str, key: Qt.Key) -> None:
    person = typist(TEXT).click_after(where).press(key)
    assert person.fragment == "<p>In  we</p>"
    person.undo()
    assert person.fragment == TEXT


def test_typing_at_its_edges_is_plain(typist: NewTypist) -> None:
    person = typist(TEXT).click_after("Police").types("X").click_after("In ").types("Y")
    assert person.fragment == f"<p>In Y{FIELD}X we</p>"
    person = typist(f"<p>{FIELD}</p>").home().types("a").end().types("b\nc")
    assert person.fragment == f"<p>a{FIELD}b</p><p>c</p>"


def test_typing_over_half_of_it_replaces_all(typist: NewTypist) -> None:
    person = typist(TEXT).click_after("In Example").press(KEY.Key_Right, SHIFT, 9).types("x")
    assert person.fragment == "<p>In x we</p>"


def test_bold_over_half_of_it_takes_it_whole(typist: NewTypist) -> None:
    person = typist(TEXT).click_after("In Example").press(KEY.Key_Right, SHIFT, 3).press(KEY.Key_B, CTRL)
    assert person.fragment == f"<p>In <strong>{FIELD}</strong> we</p>"


def test_cutting_half_of_it_cuts_all_and_it_comes_back_as_a_field(typist: NewTypist) -> None:
    person = typist(TEXT).click_after("In Example").press(KEY.Key_Right, SHIFT, 3).press(KEY.Key_X, CTRL)
    assert person.fragment == "<p>In  we</p>"
    assert QApplication.clipboard().text() == "Exampleshire Police"
    person.end().press(KEY.Key_V, CTRL).press(KEY.Key_V, CTRL)
    assert person.fragment == f"<p>In  we{FIELD}{FIELD}</p>"


def test_words_composed_inside_it_select_it(typist: NewTypist) -> None:
    person = typist(TEXT).click_after("Example")
    event = QInputMethodEvent()
    event.setCommitString("ŵ")
    QApplication.sendEvent(person.edit, event)
    assert (person.fragment, person.selected) == (TEXT, "Exampleshire Police")


def test_a_block_field_is_typed_around_never_into(typist: NewTypist) -> None:
    person = typist(LIST).home().types("before").end().types("after")
    assert person.fragment == f"<p>before</p>{LIST}<p>after</p>"
    person.click_after("The first").types("x")
    assert (person.fragment, "first" in person.selected) == (f"<p>before</p>{LIST}<p>after</p>", True)


def test_enter_at_the_edges_of_a_block_field(typist: NewTypist) -> None:
    person = typist(LIST).end().types("\nb").home().types("\n")
    person.home().types("a")
    assert person.fragment == f"<p>a</p>{LIST}<p>b</p>"


def test_joining_a_line_with_a_block_field_selects_it_first(typist: NewTypist) -> None:
    person = typist(f"<p>a</p>{LIST}<p>b</p>").end().press(KEY.Key_Home).press(KEY.Key_Backspace)
    assert (person.fragment, "second area" in person.selected) == (f"<p>a</p>{LIST}<p>b</p>", True)
    person.press(KEY.Key_Backspace)
    assert person.fragment == "<p>a</p><p></p><p>b</p>"
    person.undo().home().press(KEY.Key_End).press(KEY.Key_Delete)
    assert (person.fragment, "second area" in person.selected) == (f"<p>a</p>{LIST}<p>b</p>", True)
    person.types("new")
    assert person.fragment == "<p>a</p><p>new</p><p>b</p>"


def other_force(_name: str) -> str:
    """What the fields show once the facts are others: shorter and longer than before."""
    return "Heddlu"


def test_other_facts_keep_the_history_and_the_cursor(typist: NewTypist) -> None:
    person = typist(f"<p>In {FIELD} we {FIELD}</p>").end().types(" do")
    person.edit.refresh_fields(other_force)
    assert person.edit.toPlainText() == "In Heddlu we Heddlu do"
    person.types("!")
    assert person.undo().edit.toPlainText() == "In Heddlu we Heddlu do"
    assert person.undo().edit.toPlainText() == "In Heddlu we Heddlu"
    assert not person.edit.document().isUndoAvailable() and person.undo().edit.toPlainText() == "In Heddlu we Heddlu"
    assert person.redo().edit.toPlainText() == "In Heddlu we Heddlu do"
    assert person.redo().edit.toPlainText() == "In Heddlu we Heddlu do!"
    assert person.redo().fragment == f"<p>In {FIELD} we {FIELD} do!</p>"


def test_a_way_back_and_on_is_saved_and_writing_ends_the_way_on(typist: NewTypist) -> None:
    person = typist(TEXT).end().types(" do. ").types("So ")
    person.edit.refresh_fields(other_force)
    person.edit.flush()
    saved: list[str] = []
    person.edit.typing_paused.connect(lambda text: saved.append(write_fragment(text)))
    for go in (person.undo, person.undo, person.redo, person.redo):
        go().edit.flush()
    assert saved == [f"<p>In {FIELD} we do.</p>", TEXT, f"<p>In {FIELD} we do.</p>", f"<p>In {FIELD} we do. So</p>"]
    assert person.undo().edit.history.can_redo
    person.types("x")
    assert not person.edit.history.can_redo
    assert person.redo().edit.toPlainText() == "In Heddlu we do. x"


def test_facts_that_change_between_the_ways_back_are_shown_after_each(typist: NewTypist) -> None:
    person = typist(TEXT)
    for number, words in enumerate((" a.", " b.", " c."), start=1):
        person.end().types(words).press(KEY.Key_Space)
        person.edit.refresh_fields(lambda _name, number=number: f"Force {number}")  # type: ignore[misc]
    texts = ["In Force 3 we a.  b.  c. "]
    while person.edit.document().isUndoAvailable():
        texts.append(person.undo().edit.toPlainText())
    assert texts[-1] == "In Force 3 we" and all(each.startswith("In Force 3 we") for each in texts)
    person.edit.refresh_fields(lambda _name: "Force 4")
    ahead = [person.redo().edit.toPlainText() for _ in texts[1:]]
    assert [each.rstrip() for each in ahead] == [each.replace("3", "4").rstrip() for each in reversed(texts[:-1])]
    assert not person.edit.history.can_redo


def test_the_same_facts_keep_the_history(typist: NewTypist) -> None:
    person = typist(TEXT).end().types("x")
    person.edit.refresh_fields(lambda name: "Exampleshire Police")
    assert person.undo().fragment == TEXT


def test_entering_is_said_to_a_screen_reader(typist: NewTypist, monkeypatch: pytest.MonkeyPatch) -> None:
    person = typist(f"<p>In {FIELD}</p><ul><li>a</li></ul><table><tr><th>b</th></tr></table>")
    said: list[str] = []
    monkeypatch.setattr(QAccessible, "updateAccessibility", lambda event: said.append(_message(event)))
    person.home().press(KEY.Key_Right, times=5)
    assert said == ["Field: Force"]
    person.press(KEY.Key_Down).press(KEY.Key_Down)
    assert said[1:] == ["Bullet list, level 1", "Table, row 1, column 1"]


def test_each_field_is_said_by_its_name(typist: NewTypist, monkeypatch: pytest.MonkeyPatch) -> None:
    person = typist('<p><span data-field="force"></span> <span data-field="report_title"></span></p>')
    said: list[str] = []
    monkeypatch.setattr(QAccessible, "updateAccessibility", lambda event: said.append(_message(event)))
    person.click_after("Example").click_after("inspection").click_after("An")
    assert said == ["Field: Force", "Field: Title of the report"]


def _message(event: QAccessibleEvent) -> str:
    return str(getattr(event, "message", str)())


def test_the_name_is_shown_on_hovering(typist: NewTypist) -> None:
    from PySide6.QtGui import QHelpEvent, QTextCursor
    from PySide6.QtWidgets import QToolTip

    person = typist(TEXT)
    cursor = QTextCursor(person.edit.document())
    cursor.setPosition(8)
    at = person.edit.cursorRect(cursor).center()
    event = QHelpEvent(QHelpEvent.Type.ToolTip, at, person.edit.viewport().mapToGlobal(at))
    QApplication.sendEvent(person.edit, event)
    person.qtbot.waitUntil(lambda: QToolTip.text() == "Force: filled in from the record")
    QToolTip.hideText()


def test_copying_half_of_it_selects_and_copies_all(typist: NewTypist) -> None:
    person = typist(TEXT).click_after("In Example").press(KEY.Key_Right, SHIFT, 3).press(KEY.Key_C, CTRL)
    assert person.selected == QApplication.clipboard().text() == "Exampleshire Police"


def test_the_line_of_a_block_field_is_a_paragraph_without_it(typist: NewTypist) -> None:
    person = typist(LIST).end().press(KEY.Key_Backspace)
    assert person.edit.line_shape().kind.name == "PARAGRAPH"


def test_a_line_break_beside_it_in_a_cell_is_no_part_of_it(typist: NewTypist) -> None:
    person = typist(f"<table><tr><th>{FIELD}</th></tr></table>").click_after("Police").types("\nx")
    assert person.fragment == f"<table><tr><th>{FIELD}<br>x</th></tr></table>"
