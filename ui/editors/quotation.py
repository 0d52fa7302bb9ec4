"""Who said a quotation: a line of its own at its end (guided sections, answers)."""

from __future__ import annotations

from PySide6.QtGui import QTextBlock, QTextCursor

from response_app.domain.richtext import Run

from .formats import block_format, char_format, in_cell, shape_of
from .lines import QUOTE_KINDS, Kind, Shape
from .structure import selected_blocks, toggle_quotation


def in_quotation(block: QTextBlock) -> bool:
    """Tell whether a line is part of a quotation, or says who said it."""
    return not in_cell(block) and shape_of(block).kind in QUOTE_KINDS


def attribute(cursor: QTextCursor, scale: float) -> bool:
    """Go to the line that says who said the quotation here; make it, and the quotation, where they are not there yet.

    The caller has begun an edit block, so that one undo takes all of it back.

    Returns:
        Whether there is such a line now: not in a table, and not for a live list alone.
    """
    blocks = selected_blocks(cursor)
    if not blocks:
        return False
    if not in_quotation(blocks[-1]):
        toggle_quotation(cursor, scale)
    last = _last_line(blocks[-1])
    cursor.setPosition(last.position() + last.length() - 1)
    if shape_of(last).kind is Kind.QUOTE:
        cursor.insertBlock(block_format(Shape(Kind.CITE), scale), char_format(Run()))
    return True


def _last_line(block: QTextBlock) -> QTextBlock:
    """Return the last line of the quotation that `block` is in."""
    after = block.next()
    while after.isValid() and in_quotation(after) and shape_of(block).kind is Kind.QUOTE and not shape_of(after).new:
        block, after = after, after.next()
    return block
