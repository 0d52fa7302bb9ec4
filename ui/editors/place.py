"""What the cursor is in, in words for a screen reader (guided sections, answers)."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QTextCursor

from .fields import Field, block_field_in, field_around, field_label
from .formats import in_cell, shape_of
from .lines import Kind


@dataclass(frozen=True, slots=True)
class Place:
    """What the cursor is in: the field, and the kind of line in words."""

    field: Field | None = None
    line: str = ""

    def words_after(self, before: Place) -> str:
        """Return what to say when the cursor has come here from `before`; "" when it is in the same things still."""
        said = []
        if self.line != before.line:
            said.append(self.line or "Paragraph")
        if self.field and (before.field is None or before.field.key != self.field.key):
            said.append(f"Field: {field_label(self.field.name)}")
        return ", ".join(said)


def place_at(cursor: QTextCursor) -> Place:
    """Return what a cursor is in."""
    block = cursor.block()
    field = field_around(cursor.document(), cursor.position()) or (None if in_cell(block) else block_field_in(block))
    return Place(field, _line(cursor))


def _line(cursor: QTextCursor) -> str:
    block = cursor.block()
    table = cursor.currentTable() if in_cell(block) else None
    if table is not None:
        cell = table.cellAt(cursor)
        return f"Table, row {cell.row() + 1}, column {cell.column() + 1}"
    shape = shape_of(block)
    match shape.kind:
        case Kind.HEADING:
            return f"Subheading, level {shape.level}"
        case Kind.ITEM | Kind.MORE:
            return f"{'Numbered' if shape.ordered else 'Bullet'} list, level {shape.level}"
        case Kind.QUOTE:
            return "Quotation"
        case Kind.CITE:
            return "Who said the quotation"
    return ""
