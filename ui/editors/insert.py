"""Putting a text in at the cursor: paste, drop, snippets (guided sections, answers). No word is dropped, wherever it goes."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtGui import QTextCursor

from response_app.domain.fieldnames import BLOCK_FIELDS
from response_app.domain.richtext import RichText, Run, Runs, Table, paragraphs

from .codec import Writer
from .fields import block_field_in, field_around, shown, with_whole_fields
from .formats import block_format, from_qt, in_cell, shape_of
from .lines import PLAIN, SPACER, Kind, Line, flatten
from .structure import leave_block_field, mend


def remove_selection(cursor: QTextCursor, scale: float) -> None:
    """Remove what is selected, fields whole, and mend the line that is left."""
    if not cursor.hasSelection():
        return
    if not cursor.hasComplexSelection():
        grown = with_whole_fields(cursor)
        cursor.setPosition(grown.anchor())
        cursor.setPosition(grown.position(), QTextCursor.MoveMode.KeepAnchor)
    cursor.removeSelectedText()
    mend(cursor.block(), scale)


def insert_text(cursor: QTextCursor, text: RichText, writer: Writer) -> None:
    """Put `text` in the place of the selection, as one edit block; the cursor stands after it.

    One paragraph joins the line where it goes. Of several lines the first joins what is before the cursor and the
    last what is after it, where both are paragraphs. In the cell of a table lines are divided by line breaks.
    """
    cursor.beginEditBlock()
    remove_selection(cursor, writer.scale)
    field = field_around(cursor.document(), cursor.position())
    if field:
        cursor.setPosition(field.end)
    if not in_cell(cursor.block()) and block_field_in(cursor.block()):
        leave_block_field(cursor, writer.scale)
    lines = list(flatten(text))
    if in_cell(cursor.block()):
        writer.write_runs(cursor, _in_one_line(text, writer))
    elif len(lines) == 1 and isinstance(lines[0], Line) and lines[0].shape.kind is Kind.PARAGRAPH:
        writer.write_runs(cursor, lines[0].runs)
    else:
        _insert_lines(cursor, lines, writer)
    cursor.endEditBlock()


def _in_one_line(text: RichText, writer: Writer) -> Runs:
    out: list[Run] = []
    for runs in paragraphs(text):
        if out:
            out.append(Run("\n"))
        out += (Run(from_qt(shown(run.field, writer.filler))) if run.field in BLOCK_FIELDS else run for run in runs)
    return tuple(out)


def _insert_lines(cursor: QTextCursor, lines: list[Line | Table], writer: Writer) -> None:
    shape = shape_of(cursor.block())
    first_block = cursor.block()
    own_kind = shape.kind not in (Kind.PARAGRAPH, Kind.SPACER)
    has_head = not cursor.atBlockStart() or (own_kind and cursor.atBlockEnd())
    has_tail = not cursor.atBlockEnd()
    if has_tail:
        at = cursor.position()
        cursor.insertBlock(block_format(replace(shape, new=False), writer.scale))
        cursor.setPosition(at)
    if has_head:
        first = lines[0]
        if isinstance(first, Line) and first.shape.kind is Kind.PARAGRAPH:
            writer.write_runs(cursor, first.runs)
            lines = lines[1:]
        elif first == SPACER:
            lines = lines[1:]
        if lines and isinstance(lines[0], Line):
            cursor.insertBlock(block_format(PLAIN, writer.scale))
    last = lines[-1] if lines else None
    if lines:
        writer.write_lines(cursor, tuple(lines))
    if has_tail and (last == SPACER or (isinstance(last, Line) and last.shape.kind is Kind.PARAGRAPH and not own_kind)):
        cursor.deleteChar()
    mend(first_block, writer.scale)
    mend(cursor.block(), writer.scale)
