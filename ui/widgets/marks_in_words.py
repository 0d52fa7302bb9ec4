"""What is marked in a text, in words and in its order: comments, fields, misspelt words, hints (guided sections)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from PySide6.QtGui import QTextBlock, QTextCursor

from ..editors.fields import field_label, fields_of
from ..editors.formats import FIELD, in_cell
from .comment_card import short
from .marks_list import MOST, MarkRow

if TYPE_CHECKING:
    from ..editors.rich_text_edit import RichTextEdit


def marks_in_words(edit: RichTextEdit, comments: Mapping[str, str]) -> list[MarkRow]:
    """Return every mark of a text; where it stands is said of as many as a list shows.

    Args:
        edit: the editor that shows it.
        comments: what is said of each open comment, by its id.
    """
    found = [*_comments(edit, comments), *_fields(edit)]
    for word in edit.spelling.misspelt():
        found.append(MarkRow("misspelt word", f"Misspelt: {word.text}", word.start, word.end))
    for hint in edit.hints.hints():
        found.append(MarkRow("hint", f"Hint: {hint.mark.message}", hint.start, hint.end))
    found.sort(key=lambda each: each.start)
    shown = [MarkRow(each.kind, f"{each.words}, {_where(edit, each.start)}", each.start, each.end) for each in found[:MOST]]
    return shown + found[MOST:]


def _comments(edit: RichTextEdit, comments: Mapping[str, str]) -> Iterator[MarkRow]:
    for comment_id in edit.comments.ids():
        span = edit.comments.span(comment_id)
        if span is not None and comment_id in comments:
            yield MarkRow("comment", comments[comment_id], *span)


def _fields(edit: RichTextEdit) -> Iterator[MarkRow]:
    document = edit.document()
    if not any(held.hasProperty(FIELD) for held in document.allFormats()):
        return
    block = document.begin()
    while block.isValid():
        for field in fields_of(block):
            words = short(_words(block, field.start, field.end))
            yield MarkRow("field", f"Field, {field_label(field.name)}: {words}", field.start, field.end)
        block = block.next()


def _words(block: QTextBlock, start: int, end: int) -> str:
    cursor = QTextCursor(block)
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    return cursor.selectedText().replace("\u2028", "; ").replace("\u2029", "; ")


def _where(edit: RichTextEdit, position: int) -> str:
    cursor = QTextCursor(edit.document())
    cursor.setPosition(position)
    table = cursor.currentTable() if in_cell(cursor.block()) else None
    if table is None:
        return f"paragraph {cursor.blockNumber() + 1:,}"
    cell = table.cellAt(cursor)
    return f"table, row {cell.row() + 1}, column {cell.column() + 1}"
