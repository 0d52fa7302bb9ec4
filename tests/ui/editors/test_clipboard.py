"""Copy, cut, paste and drop with real keys."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QTextCursor, QTextDocument
from PySide6.QtWidgets import QApplication

from response_app.domain.fieldnames import BLOCK_FIELDS
from response_app.domain.richtext import RichText, paragraphs
from ui.editors.clipboard import MIME_TYPE, from_clipboard, put_for_clipboard
from ui.editors.codec import Reader, Writer
from ui.editors.insert import insert_text

from ...fixtures.shared import PROJECT
from ...fixtures.strategies import rich_texts
from . import clippings
from .conftest import NewTypist
from .typist import CTRL, SHIFT, shown, text_of

KEY = Qt.Key
LONG = (
    '<h3>a</h3><p>b <strong>c</strong> <span data-field="force"></span></p><ul><li><p>d</p><p>e</p><ol><li>f</li></ol></li></ul>'
    "<blockquote><p>g</p><cite>h</cite></blockquote><table><tr><th>i</th></tr><tr><td>j<br>k</td></tr></table>"
    '<p data-field="list_of_afis"></p><p lang="cy-GB">l</p>'
)


def test_a_text_is_copied_whole(typist: NewTypist) -> None:
    typist(LONG).press(KEY.Key_A, CTRL).press(KEY.Key_C, CTRL)
    other = typist("<p>x</p>").press(KEY.Key_A, CTRL).press(KEY.Key_V, CTRL)
    assert other.fragment == LONG
    other.undo()
    assert other.fragment == "<p>x</p>"
    other.redo()
    assert other.fragment == LONG


def test_other_programs_get_the_words_of_fields(typist: NewTypist) -> None:
    typist(LONG).press(KEY.Key_A, CTRL).press(KEY.Key_C, CTRL)
    copied = QApplication.clipboard().mimeData()
    assert "Exampleshire Police" in copied.text()
    assert "<li>The second area.</li>" in copied.html()
    assert "data-field" not in copied.html()


def test_what_was_copied_outlives_python() -> None:
    """The clipboard lets go of it when the process ends, after the interpreter has: that crashed."""
    code = (
        "from PySide6.QtWidgets import QApplication\n"
        "from ui.editors.rich_text_edit import RichTextEdit\n"
        "app = QApplication([])\n"
        "edit = RichTextEdit('a')\n"
        "edit.insertPlainText('words')\n"
        "edit.selectAll()\n"
        "edit.copy()\n"
        "print(app.clipboard().text(), app.clipboard().mimeData().formats())\n"
    )
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run([sys.executable, "-c", code], cwd=PROJECT, env=environment, capture_output=True, text=True)
    assert (done.returncode, done.stdout) == (0, f"words ['{MIME_TYPE}', 'text/html', 'text/plain']\n"), done.stderr


def test_a_part_of_a_line_joins_the_line_it_goes_to(typist: NewTypist) -> None:
    typist("<ul><li>one two</li></ul>").selects("two").press(KEY.Key_C, CTRL)
    person = typist("<h3>ab</h3>").click_after("a").press(KEY.Key_V, CTRL)
    assert person.fragment == "<h3>atwob</h3>"


def test_several_lines_go_in_between(typist: NewTypist) -> None:
    typist("<p>1</p><ul><li>2</li></ul><p>3</p>").press(KEY.Key_A, CTRL).press(KEY.Key_C, CTRL)
    person = typist("<p>ab</p>").click_after("a").press(KEY.Key_V, CTRL)
    assert person.fragment == "<p>a1</p><ul><li>2</li></ul><p>3b</p>"
    person.types("!")
    assert person.fragment == "<p>a1</p><ul><li>2</li></ul><p>3!b</p>"


def test_lines_in_a_cell_are_divided_by_line_breaks(typist: NewTypist) -> None:
    table = "<table><tr><th>a</th></tr></table>"
    person = typist(table)
    lines = person.edit.document().blockCount()
    person.click_after("a").pastes(html="<p>b</p><ul><li>c</li></ul><table><tr><td>d</td></tr></table>")
    assert person.fragment == "<table><tr><th>ab<br>c<br>d</th></tr></table>"
    assert person.edit.document().blockCount() == lines


def test_what_word_copies_is_cleaned_and_told(typist: NewTypist) -> None:
    person = typist()
    with person.qtbot.waitSignal(person.edit.pasted) as told:
        person.pastes(html=clippings.WORD, words="not these")
    assert person.fragment == clippings.WORD_READ
    assert told.args == [clippings.WORD_CLEANED]
    person.undo()
    assert person.fragment == ""


def test_what_other_programs_copy(typist: NewTypist) -> None:
    for name in ("GOOGLE", "WEB", "WORD_ONLINE"):
        person = typist()
        person.pastes(html=getattr(clippings, name))
        assert person.fragment == getattr(clippings, f"{name}_READ"), name


def test_plain_words_with_lines(typist: NewTypist) -> None:
    person = typist("<p>ab</p>").click_after("a").pastes(words="1 < 2\nnext\n\nnew <p>")
    assert person.fragment == "<p>a1 &lt; 2<br>next</p><p>new &lt;p&gt;b</p>"


def test_html_without_words_gives_way_to_the_words_beside_it(typist: NewTypist) -> None:
    assert typist().pastes(html="<meta charset=utf-8>", words="words").fragment == "<p>words</p>"


def test_no_picture_is_ever_loaded(typist: NewTypist) -> None:
    person = typist()
    with person.qtbot.waitSignal(person.edit.pasted) as told:
        person.pastes(html='<p>a<img src="file:///etc/hosts" alt="hosts"><img src="https://example.org/x.png"></p>')
    assert person.fragment == "<p>a</p>"
    assert told.args == [("picture not taken: hosts", "picture not taken")]
    for kind in QTextDocument.ResourceType:
        assert person.edit.loadResource(kind.value, "https://example.org/x.png") is None


def test_words_are_dropped_where_the_mouse_is(typist: NewTypist) -> None:
    person = typist("<p>ab</p>")
    data = QMimeData()
    data.setHtml("<b>x</b>")
    cursor = QTextCursor(person.edit.document())
    cursor.setPosition(1)
    at = person.edit.cursorRect(cursor).center()
    keys = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(person.edit.viewport(), QDragEnterEvent(QPoint(at), *keys))
    QApplication.sendEvent(person.edit.viewport(), QDropEvent(QPointF(at), *keys))
    assert person.fragment == "<p>a<strong>x</strong>b</p>"


def test_a_file_that_is_dropped_on_a_text_is_left_to_the_window(typist: NewTypist) -> None:
    """A report, for instance; its path is no word of the text."""
    person = typist("<p>ab</p>")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile("/reports/report.pdf")])
    keys = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    enter = QDragEnterEvent(QPoint(5, 5), *keys)
    QApplication.sendEvent(person.edit.viewport(), enter)
    assert not enter.isAccepted()
    QApplication.clipboard().setMimeData(data)
    person.edit.paste()
    assert person.fragment == "<p>ab</p>"


def test_pasting_words_only(typist: NewTypist) -> None:
    person = typist()
    data = QMimeData()
    data.setHtml("<b>bold</b>")
    data.setText("bold")
    QApplication.clipboard().setMimeData(data)
    person.edit.paste_plain()
    assert person.fragment == "<p>bold</p>"


def test_cells_are_copied_as_a_table(typist: NewTypist) -> None:
    table = "<table><tr><th>a</th><th>b</th></tr><tr><td>c</td><td>d</td></tr></table>"
    person = typist(table).click_after("a").press(KEY.Key_Left).press(KEY.Key_Right, SHIFT, 3).press(KEY.Key_C, CTRL)
    other = typist().press(KEY.Key_V, CTRL)
    assert person.edit.textCursor().hasComplexSelection()
    assert other.fragment == "<table><tr><th>a</th><th>b</th></tr></table>"


@pytest.mark.usefixtures("qapp")
@given(rich_texts())
@settings(max_examples=60, deadline=None)
def test_our_own_type_loses_nothing(text: RichText) -> None:
    made = QMimeData()
    put_for_clipboard(made, text, shown)
    assert from_clipboard(made).text == text


def _said(text: RichText) -> list[str]:
    """Every letter and field of a text."""
    runs = [run for each in paragraphs(text) for run in each]
    return sorted(word for run in runs for word in ([run.field] if run.field else filter(str.isalnum, run.text)))


@pytest.mark.usefixtures("qapp")
@given(rich_texts(printable=True), rich_texts(printable=True), st.integers(0, 999))
@settings(max_examples=120, deadline=None)
def test_nothing_is_lost_wherever_a_text_is_put_in(text: RichText, added: RichText, at: int) -> None:
    """A block field in a cell becomes the words that it shows."""
    document = QTextDocument()
    reader, writer = Reader(document), Writer(lambda name: "§")
    writer.fill_document(document, text)
    cursor = QTextCursor(document)
    cursor.setPosition(at % document.characterCount())
    in_table = cursor.currentTable() is not None
    insert_text(cursor, added, writer)
    expected = [word for word in _said(added) if not (in_table and word in BLOCK_FIELDS)]
    assert _said(reader.text(document)) == sorted(_said(text) + expected)
    document.undo()
    assert reader.text(document) == text


def test_a_snippet_with_fields_goes_in_at_the_cursor(typist: NewTypist) -> None:
    person = typist("<p>ab</p>").click_after("a")
    person.edit.insert(text_of('<p>1 <span data-field="force"></span></p><p data-field="list_of_afis"></p>'))
    assert person.fragment == '<p>a1 <span data-field="force"></span></p><p data-field="list_of_afis"></p><p>b</p>'
