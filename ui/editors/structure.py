"""Lines as lists, quotations and subheadings: what the keys and buttons of an editor do to them (guided sections, answers).

Each function works on a cursor of the document, in an edit block that the caller has begun. What belongs to a
list follows from the lines above it, so after a change `mend` brings the lines around back to what they mean.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from PySide6.QtGui import QTextBlock, QTextCursor

from response_app.domain.richtext import Run

from .fields import block_field_in, select
from .formats import LINE_BREAK, block_format, char_format, in_cell, shape_of, without_field
from .lines import LIST_KINDS, PLAIN, QUOTE_KINDS, Kind, ListWalk, Marker, Shape

KEEP = QTextCursor.MoveMode.KeepAnchor


def selected_blocks(cursor: QTextCursor) -> list[QTextBlock]:
    """Return the lines that a command on this selection means: none in tables, no block field."""
    block, end = cursor.document().findBlock(cursor.selectionStart()), cursor.selectionEnd()
    out: list[QTextBlock] = []
    while block.isValid() and (block.position() < end or not out):
        out.append(block)
        block = block.next()
    return [block for block in out if not in_cell(block) and not block_field_in(block)]


def reshape(block: QTextBlock, shape: Shape, scale: float) -> None:
    """Make a line what `shape` says."""
    if shape_of(block) != shape:
        QTextCursor(block).setBlockFormat(block_format(shape, scale))


def list_start(block: QTextBlock) -> QTextBlock:
    """Return the first of the list lines that stand together with `block`, or itself."""
    while block.previous().isValid() and shape_of(block.previous()).kind in LIST_KINDS and not in_cell(block.previous()):
        block = block.previous()
    return block


def list_lines(block: QTextBlock) -> Iterator[tuple[QTextBlock, Marker]]:
    """Yield the list lines that stand together with `block`, and where each belongs."""
    walk, each = ListWalk(), list_start(block)
    while each.isValid() and not in_cell(each):
        marker = walk.step(shape_of(each))
        if marker is None:
            return
        yield each, marker
        each = each.next()


def marker_of(block: QTextBlock) -> Marker | None:
    """Return where a list line belongs, None for any other."""
    return next((marker for each, marker in list_lines(block) if each == block), None)


def mend(block: QTextBlock, scale: float) -> None:
    """Give the lines around `block` the shapes that they have where they stand now."""
    for each in (block.previous(), block, block.next()):
        if each.isValid() and not in_cell(each):
            _mend_alone(each, scale)
    for each in (block.previous(), block, block.next()):
        if each.isValid() and shape_of(each).kind in LIST_KINDS and not in_cell(each):
            for line, marker in list(list_lines(each)):
                reshape(line, replace(shape_of(line), level=marker.level, ordered=marker.ordered), scale)


def _mend_alone(block: QTextBlock, scale: float) -> None:
    shape, before = shape_of(block), block.previous()
    above = shape_of(before).kind if before.isValid() and not in_cell(before) else Kind.PARAGRAPH
    lost = (
        (shape.kind is Kind.MORE and above not in LIST_KINDS)
        or (shape.kind is Kind.CITE and above is not Kind.QUOTE)
        or (shape.kind is Kind.FIELD and not block_field_in(block))
    )
    if lost:
        reshape(block, Shape(language=shape.language), scale)


def _for_each(cursor: QTextCursor, change: Callable[[Shape], Shape], scale: float) -> None:
    blocks = selected_blocks(cursor)
    for block in blocks:
        reshape(block, change(shape_of(block)), scale)
    for block in blocks[:1] + blocks[-1:]:
        mend(block, scale)


def make_heading(cursor: QTextCursor, level: int, scale: float) -> None:
    """Make the selected lines subheadings of level 1 or 2; 0 makes them paragraphs."""
    _for_each(cursor, lambda shape: Shape(Kind.HEADING if level else Kind.PARAGRAPH, level, language=shape.language), scale)


def toggle_quotation(cursor: QTextCursor, scale: float) -> None:
    """Make the selected lines a quotation, or paragraphs when they all are one."""
    quoted = all(shape_of(block).kind in QUOTE_KINDS for block in selected_blocks(cursor))
    _for_each(cursor, lambda shape: Shape(Kind.PARAGRAPH if quoted else Kind.QUOTE, language=shape.language), scale)


def toggle_list(cursor: QTextCursor, ordered: bool, scale: float) -> None:
    """Make the selected lines a list, or paragraphs when they all are such a list.

    Without a selection a list of the other kind changes as a whole.
    """
    blocks = selected_blocks(cursor)
    markers = [marker_of(block) for block in blocks]
    if all(marker and marker.ordered == ordered for marker in markers):
        _for_each(cursor, lambda shape: Shape(language=shape.language), scale)
        return
    for block, marker in zip(blocks, markers, strict=True):
        if marker and (marker.level == 2 or not cursor.hasSelection()):
            for each in _same_list(block, marker.level):
                reshape(each, replace(shape_of(each), ordered=ordered), scale)
        elif marker:
            reshape(block, replace(shape_of(block), ordered=ordered), scale)
        else:
            reshape(block, Shape(Kind.ITEM, 1, ordered, language=shape_of(block).language), scale)
    for block in blocks[:1] + blocks[-1:]:
        mend(block, scale)


def _same_list(block: QTextBlock, level: int) -> list[QTextBlock]:
    """Return the lines of the list at `level` that a list line is in."""
    group: list[QTextBlock] = []
    for each, marker in list_lines(block):
        ends = marker.begins and shape_of(each).kind is Kind.ITEM if level == 1 else marker.level == 1
        if ends:
            if block in group:
                return group
            group = []
        if marker.level == level:
            group.append(each)
    return group


def change_level(cursor: QTextCursor, deeper: bool, scale: float) -> bool:
    """Move the selected items one list level down or up, and tell whether there were any."""
    blocks = [block for block in selected_blocks(cursor) if shape_of(block).kind in LIST_KINDS]
    for block in blocks:
        shape = shape_of(block)
        around = dict_of_lists(block)
        marker = around.get(block.position())
        if shape.kind is not Kind.ITEM or marker is None:
            continue
        if deeper and marker.level == 1 and not marker.begins:
            reshape(block, replace(shape, level=2), scale)
        elif not deeper and marker.level == 2:
            reshape(block, replace(shape, level=1, ordered=_outer_order(block)), scale)
    if blocks:
        mend(blocks[0], scale)
        mend(blocks[-1], scale)
    return bool(blocks)


def dict_of_lists(block: QTextBlock) -> dict[int, Marker]:
    """Return the places of the list lines around `block`, by position."""
    return {each.position(): marker for each, marker in list_lines(block)}


def _outer_order(block: QTextBlock) -> bool:
    """Tell whether the level 1 list around a level 2 item is numbered."""
    ordered = False
    for each, marker in list_lines(block):
        if each == block:
            break
        if marker.level == 1:
            ordered = marker.ordered
    return ordered


def enter(cursor: QTextCursor, scale: float) -> None:
    """Begin a new line, or leave what an empty line belongs to; in a table's cell a line break."""
    block = cursor.block()
    if in_cell(block):
        cursor.insertText(LINE_BREAK, without_field(cursor.charFormat()))
    elif block_field_in(block):
        leave_block_field(cursor, scale)
    elif block.length() == 1 and shape_of(block).kind not in (Kind.PARAGRAPH, Kind.SPACER):
        _leave(block, scale)
    else:
        _split(cursor, scale)


def _leave(block: QTextBlock, scale: float) -> None:
    shape, marker = shape_of(block), marker_of(block)
    before = block.previous()
    if marker and marker.level == 2:
        reshape(block, replace(shape, kind=Kind.ITEM, level=1, ordered=_outer_order(block)), scale)
    elif shape.kind is Kind.QUOTE and before.isValid() and shape_of(before).kind is Kind.QUOTE and not shape.new:
        reshape(block, Shape(Kind.CITE), scale)
    else:
        reshape(block, Shape(language=shape.language), scale)
    mend(block, scale)


def _split(cursor: QTextCursor, scale: float) -> None:
    block = cursor.block()
    shape, at_start, at_end = shape_of(block), cursor.atBlockStart(), cursor.atBlockEnd()
    after = replace(shape, new=False)
    if shape.kind in LIST_KINDS:
        after = replace(after, kind=Kind.ITEM)
    elif shape.kind in (Kind.CITE, Kind.SPACER) or (shape.kind is Kind.HEADING and at_end):
        after = Shape(language=shape.language)
    held = char_format(Run()) if after.kind is not shape.kind else without_field(cursor.charFormat())
    cursor.insertBlock(block_format(after, scale), held)
    if shape.kind is Kind.SPACER or (shape.kind is Kind.HEADING and at_start and not at_end):
        reshape(block, Shape(language=shape.language), scale)


def leave_block_field(cursor: QTextCursor, scale: float) -> None:
    """Go from a line that is a block field to a new line after it, or before it from its start."""
    block = cursor.block()
    shape = shape_of(block)
    if cursor.atBlockStart():
        cursor.insertBlock(block_format(shape, scale))
        cursor.movePosition(QTextCursor.MoveOperation.PreviousBlock)
        cursor.setBlockFormat(block_format(PLAIN, scale))
        cursor.setBlockCharFormat(char_format(Run()))
    else:
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
        cursor.insertBlock(block_format(PLAIN, scale), char_format(Run()))


def backspace_at_start(cursor: QTextCursor, scale: float) -> bool:
    """Do what Backspace means at the start of this line; False when it just joins the line above."""
    block, before = cursor.block(), cursor.block().previous()
    shape, empty = shape_of(block), block.length() == 1
    above = shape_of(before).kind if before.isValid() and not in_cell(before) else Kind.PARAGRAPH
    if in_cell(block):
        return True
    if shape.kind is Kind.ITEM and not empty and above in LIST_KINDS:
        reshape(block, replace(shape, kind=Kind.MORE, new=False), scale)
    elif shape.kind is Kind.CITE:
        reshape(block, Shape(Kind.QUOTE), scale)
    elif (
        shape.kind is Kind.MORE
        or (shape.kind is Kind.ITEM and not (empty and above in LIST_KINDS))
        or (shape.kind is Kind.QUOTE and above is not Kind.QUOTE)
        or (shape.kind is Kind.HEADING and empty)
    ):
        reshape(block, Shape(language=shape.language), scale)
    elif before.isValid() and in_cell(before):
        cursor.setPosition(before.position() + before.length() - 1)
        return True
    elif field := block_field_in(before):
        select(cursor, field)
        return True
    else:
        return False
    mend(block, scale)
    return True


def delete_at_end(cursor: QTextCursor) -> bool:
    """Do what Delete means at the end of this line; False when the line below just joins it."""
    block, after = cursor.block(), cursor.block().next()
    if in_cell(block):
        return True
    if not after.isValid():
        return False
    if in_cell(after):
        cursor.setPosition(after.position())
        return True
    field = block_field_in(after)
    if field and block.length() > 1:
        select(cursor, field)
        return True
    return False
