"""Selects words in an editor that are known by their paragraph and characters, as a check names them (guided sections, checks)."""

from __future__ import annotations

from PySide6.QtGui import QTextBlock, QTextCursor

from .fields import fields_of
from .formats import from_qt, shape_of
from .lines import Kind
from .positions import Positions
from .rich_text_edit import RichTextEdit

_KEEP = QTextCursor.MoveMode.KeepAnchor


def select_words(edit: RichTextEdit, paragraph: int, start: int | None, end: int | None) -> bool:
    """Select characters of a paragraph; where only the paragraph is known put the cursor at its start.

    Args:
        edit: the editor.
        paragraph: counted from 1 (`richtext.paragraphs`), the cells of tables included.
        start: first character, counted from 0; a live field counts as "[its name]". One inside a field selects the field whole.
        end: one past the last.

    Returns:
        Whether there is such a paragraph.
    """
    block = _block(edit, paragraph)
    if block is None:
        return False
    cursor = edit.textCursor()
    cursor.setPosition(block.position() + _position(block, start or 0, at_end=False))
    if start is not None and end is not None:
        cursor.setPosition(block.position() + _position(block, end, at_end=True), _KEEP)
    edit.setTextCursor(cursor)
    return True


def _block(edit: RichTextEdit, paragraph: int) -> QTextBlock | None:
    """The line that shows a paragraph: lines that an editor only needs beside a table are none."""
    block = edit.document().begin()
    while block.isValid():
        if shape_of(block).kind is not Kind.SPACER:
            paragraph -= 1
            if not paragraph:
                return block
        block = block.next()
    return None


def _position(block: QTextBlock, index: int, *, at_end: bool) -> int:
    """Return the position in a line of a character as a check counts it, not past the line's end."""
    text = from_qt(block.text())
    more = 0
    for field in fields_of(block):
        first, last = _index(text, field.start - block.position()), _index(text, field.end - block.position())
        begins, named = first - more, len(field.name) + 2
        if index <= begins:
            break
        if index < begins + named:
            return Positions(text, block).of(last if at_end else first)
        more += last - first - named
    return Positions(text, block).of(min(index + more, len(text)))


def _index(text: str, position: int) -> int:
    """The character at a position of the document, which counts one outside the basic plane twice."""
    return len(text.encode("utf-16-le")[: 2 * position].decode("utf-16-le"))
