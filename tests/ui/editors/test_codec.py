"""A text goes into a document and comes back as it was."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QTextCharFormat, QTextCursor, QTextDocument

from response_app.domain.richtext import Paragraph, RichText, Run, Table
from response_app.interchange import write_fragment
from ui.editors.codec import Reader, Writer, lines_in, read_text
from ui.editors.fields import fields_of, refresh, with_whole_fields
from ui.editors.formats import block_format, char_format
from ui.editors.lines import Kind, Line, Shape

from ...fixtures.strategies import rich_texts
from .typist import shown, text_of

pytestmark = pytest.mark.usefixtures("qapp")


@given(rich_texts())
@settings(max_examples=150, deadline=None)
def test_every_text_comes_back(text: RichText) -> None:
    document = QTextDocument()
    Writer(shown).fill_document(document, text)
    assert read_text(document) == text
    assert not document.isUndoAvailable()


@given(rich_texts(printable=True), rich_texts(printable=True))
@settings(max_examples=50, deadline=None)
def test_a_reader_that_remembers_lines_sees_every_change(text: RichText, other: RichText) -> None:
    document = QTextDocument()
    reader, writer = Reader(document), Writer(shown)
    for each in (text, other, text):
        writer.fill_document(document, each)
        assert reader.text(document) == each == read_text(document)
    cursor = QTextCursor(document)
    cursor.insertText("More ", QTextCharFormat())
    assert reader.text(document) == read_text(document) != text
    document.undo()
    assert reader.text(document) == text


@pytest.mark.parametrize(
    "text", ["\ufeffbegins with a byte order mark", "outside \U0001d11e the \U0001f46e plane", "no\u00a0break\u00ad\u200b"]
)
def test_characters_that_qt_has_its_own_ideas_about(text: str) -> None:
    document = QTextDocument()
    Writer(shown).fill_document(document, (Paragraph((Run(text),)),))
    assert read_text(document) == (Paragraph((Run(text),)),)


def test_a_field_shows_words_and_keeps_its_name() -> None:
    document = QTextDocument()
    force, grade = '<span data-field="force"></span>', '<span data-field="grade"></span>'
    fragment = f'<p>a {force}{force}{grade}</p><p data-field="list_of_afis"></p>'
    Writer(shown).fill_document(document, text_of(fragment))
    assert document.toPlainText() == "a Exampleshire PoliceExampleshire Police[grade not yet known]\nThe first area.\nThe second area."
    assert [field.name for field in fields_of(document.begin())] == ["force", "force", "grade"]
    assert write_fragment(read_text(document)) == fragment


def test_fields_are_filled_anew_without_touching_the_rest() -> None:
    document = QTextDocument()
    fragment = '<p>a <strong><span data-field="force"></span></strong>b</p><p data-field="list_of_afis"></p><p>c</p>'
    Writer(lambda name: "").fill_document(document, text_of(fragment))
    assert refresh(document, shown)
    assert document.toPlainText() == "a Exampleshire Policeb\nThe first area.\nThe second area.\nc"
    assert write_fragment(read_text(document)) == fragment
    assert not refresh(document, shown)


def test_a_selection_never_holds_half_a_field() -> None:
    document = QTextDocument()
    Writer(shown).fill_document(document, text_of('<p>a <span data-field="afi_count"></span> b</p>'))
    for anchor, position, selected in ((0, 4, "a three"), (4, 9, "three b"), (9, 4, "three b"), (3, 4, "three"), (0, 2, "a "), (4, 4, "")):
        cursor = QTextCursor(document)
        cursor.setPosition(anchor)
        cursor.setPosition(position, QTextCursor.MoveMode.KeepAnchor)
        grown = with_whole_fields(cursor)
        assert grown.selectedText() == selected
        assert (grown.position() < grown.anchor()) == (position < anchor)


@given(rich_texts())
@settings(max_examples=100, deadline=None)
def test_a_document_that_was_just_filled_is_known_as_it_would_be_read(text: RichText) -> None:
    document = QTextDocument()
    reader = Reader(document)
    lines = Writer(shown).fill_document(document, text)
    assert lines == reader.lines(document)
    reader.know(document, lines, text)
    assert reader.text(document) == read_text(document) == text
    assert reader.lines(document) == lines


@given(rich_texts(printable=True), st.data())
@settings(max_examples=100, deadline=None)
def test_after_any_change_a_reader_reads_what_stands_there(text: RichText, data: st.DataObject) -> None:
    document = QTextDocument()
    reader = Reader(document)
    reader.know(document, Writer(shown).fill_document(document, text), text)
    for _ in range(data.draw(st.integers(1, 6))):
        cursor = QTextCursor(document)
        for mode in (QTextCursor.MoveMode.MoveAnchor, QTextCursor.MoveMode.KeepAnchor):
            cursor.setPosition(data.draw(st.integers(0, document.characterCount() - 1)), mode)
        change = data.draw(st.sampled_from(("type", "remove", "split", "bold", "shape", "undo", "redo", "two at once", "table")))
        _change(document, cursor, change)
        if data.draw(st.booleans()):
            assert reader.text(document) == read_text(document)
    assert reader.text(document) == read_text(document)
    assert reader.lines(document) == lines_in(document)


def _change(document: QTextDocument, cursor: QTextCursor, change: str) -> None:
    match change:
        case "type":
            cursor.insertText("More ", QTextCharFormat())
        case "remove":
            cursor.removeSelectedText()
        case "split":
            cursor.insertBlock(block_format(Shape(Kind.ITEM, 1)), QTextCharFormat())
        case "bold":
            cursor.mergeCharFormat(char_format(Run(bold=True)))
        case "shape":
            cursor.mergeBlockFormat(block_format(Shape(Kind.QUOTE)))
        case "undo":
            document.undo()
        case "redo":
            document.redo()
        case "two at once":
            cursor.beginEditBlock()
            cursor.insertText("Here")
            other = QTextCursor(document)
            other.movePosition(QTextCursor.MoveOperation.End)
            other.insertBlock(block_format(Shape()), QTextCharFormat())
            other.insertText("and there")
            cursor.endEditBlock()
        case "table":
            Writer(shown).write_lines(cursor, (Table(((Run("a"),), ()), (((), (Run("b"),)),)), Line(Shape(), (Run("below"),))))
