"""A change that is not typing becomes one step of the history and moves nothing else."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor, QTextDocument

from response_app.domain.richtext import RichText
from ui.editors.change import apply_lines
from ui.editors.codec import Reader, Writer
from ui.editors.lines import flatten

from ...fixtures.strategies import rich_texts
from .conftest import NewTypist
from .typist import CTRL, shown, text_of

_TABLE = "<table><tr><th>a</th><th>b</th></tr><tr><td>c</td><td>d e f</td></tr></table>"


@pytest.mark.usefixtures("qapp")
@given(rich_texts(printable=True), rich_texts(printable=True))
@settings(max_examples=150, deadline=None)
def test_any_text_becomes_any_other_and_back(old: RichText, new: RichText) -> None:
    document = QTextDocument()
    reader, writer = Reader(document), Writer(shown)
    writer.fill_document(document, old)
    apply_lines(document, reader, flatten(new), writer)
    assert reader.text(document) == new
    if document.isUndoAvailable():
        document.undo()
        assert (reader.text(document), document.isUndoAvailable()) == (old, False)
        document.redo()
        assert reader.text(document) == new


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("<p>one two three</p>", "<p>one 2 three</p>"),
        ("<p>one two three</p><p>x</p>", "<p>one two three</p><p>y</p><p>x</p>"),
        ("<p>one two</p><ul><li>a</li><li>b</li></ul>", "<p>one two</p><ul><li>a</li></ul>"),
        ("<p>x</p><p>one</p>", "<p>one</p>"),
        ("<p>one</p>", "<h3>zero</h3><p>one</p>"),
        (_TABLE, _TABLE.replace("d e f", "d x f")),
        ("<p>one \U0001f46e two three</p>", "<p>one \U0001f46e\U0001f46e 2 three</p>"),
    ],
)
@pytest.mark.usefixtures("qapp")
def test_cursors_stay_at_their_words(old: str, new: str) -> None:
    document = QTextDocument()
    reader, writer = Reader(document), Writer(shown)
    writer.fill_document(document, text_of(old))
    cursors = {
        word: document.find(word) for word in ("one", "three", "d", "f") if f"{word} " in old or f" {word}" in old or f">{word}<" in old
    }
    apply_lines(document, reader, flatten(text_of(new)), writer)
    assert reader.text(document) == text_of(new)
    assert {word: cursor.selectedText() for word, cursor in cursors.items()} == {word: word for word in cursors}


def test_the_cursor_stays_and_undo_goes_through_typing_and_change(typist: NewTypist) -> None:
    person = typist("<p>The force has a plan.</p><p>The last line.</p>")
    person.click_after("plan").types(" and a date")
    before = person.edit.text()
    person.edit.apply(text_of("<p>Our force has a good plan and a date.</p><p>A new line.</p><p>The last line.</p>"))
    person.types("!")
    assert person.fragment == "<p>Our force has a good plan and a date!.</p><p>A new line.</p><p>The last line.</p>"
    person.undo()
    assert person.fragment == "<p>Our force has a good plan and a date.</p><p>A new line.</p><p>The last line.</p>"
    person.undo()
    assert person.edit.text() == before
    person.undo()
    assert person.fragment == "<p>The force has a plan.</p><p>The last line.</p>"
    person.redo(3)
    assert person.fragment == "<p>Our force has a good plan and a date!.</p><p>A new line.</p><p>The last line.</p>"


def test_a_change_from_elsewhere_is_not_the_users(typist: NewTypist) -> None:
    person = typist("<p>a</p>")
    with person.qtbot.assertNotEmitted(person.edit.text_changed_by_user):
        person.edit.apply(text_of('<p>b <span data-field="force"></span></p>'))
        person.edit.refresh_fields(lambda name: "other")
        person.edit.set_text(text_of("<p>c</p>"))
    with person.qtbot.waitSignal(person.edit.text_changed_by_user):
        person.end().types("d")


def test_a_place_after_the_change_is_where_it_was(typist: NewTypist) -> None:
    person = typist("<p>a</p><p>b c</p>")
    person.end()
    person.edit.apply(text_of("<p>a much longer first line</p><p>b c</p>"))
    assert person.edit.textCursor().atEnd()
    person.press(Qt.Key.Key_Left, CTRL)
    cursor = QTextCursor(person.edit.textCursor())
    cursor.movePosition(QTextCursor.MoveOperation.EndOfWord, QTextCursor.MoveMode.KeepAnchor)
    assert cursor.selectedText() == "c"


def test_lines_added_below_leave_the_cursor_at_the_end_of_its_own(typist: NewTypist) -> None:
    person = typist("<p>a</p>").end()
    person.edit.apply(text_of("<p>a</p><p>b</p>"))
    assert person.types("x").fragment == "<p>ax</p><p>b</p>"
