"""Live fields in a document: what they show, where they are, and that none is ever broken in two (guided sections).

A field is a run of characters that carries the field's name and a key of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from PySide6.QtGui import QTextBlock, QTextCharFormat, QTextCursor, QTextDocument

from response_app.domain.fieldnames import BLOCK_FIELDS

from .formats import FIELD, FIELD_KEY, to_qt

Filler = Callable[[str], str]
"""Says what a field shows, by its name; lines of a block field are divided by line ends; "" when not known yet."""

_NAMES = {
    "report_title": "Title of the report",
    "publication_date": "Publication date of the report",
    "inspectorate": "Inspectorate",
    "force": "Force",
    "body_title": "Title of the body",
    "body_short": "Short title of the body",
    "holder": "Name of the holder",
    "chief_officer_title": "Title of the chief officer",
    "chief_officer": "Name of the chief officer",
    "statutory_date": "Statutory date",
    "grade": "Grade",
    "afi_count": "Number of areas for improvement",
    "recommendation_count": "Number of recommendations",
    "cause_count": "Number of causes of concern",
    "list_of_findings": "List of findings",
    "list_of_afis": "List of areas for improvement",
    "list_of_recommendations": "List of recommendations",
}


@dataclass(frozen=True, slots=True)
class Field:
    """A field in a document: its name, its key, and the positions before and after it."""

    name: str
    key: int
    start: int
    end: int

    @property
    def is_block(self) -> bool:
        """Whether it stands for a whole list."""
        return self.name in BLOCK_FIELDS


def field_label(name: str) -> str:
    """Return what a field is called in the window."""
    return _NAMES.get(name) or name.replace("_", " ").capitalize()


def not_known(name: str) -> str:
    """Return what a field shows that the record cannot fill yet."""
    return f"[{name.replace('_', ' ')} not yet known]"


def shown(name: str, filler: Filler) -> str:
    """Return the characters that a field shows, as a document holds them; never none."""
    words = filler(name).strip()
    lines = [line.strip() for line in words.split("\n")] if name in BLOCK_FIELDS else [" ".join(words.split())]
    return to_qt("\n".join(line for line in lines if line)) or not_known(name)


def format_at(document: QTextDocument, position: int) -> QTextCharFormat:
    """Return the format of the character that begins at `position`."""
    cursor = QTextCursor(document)
    cursor.setPosition(min(position + 1, document.characterCount() - 1))
    return cursor.charFormat() if cursor.position() > position else QTextCharFormat()


def fields_of(block: QTextBlock) -> Iterator[Field]:
    """Yield the fields of one line in order."""
    found: Field | None = None
    at = block.begin()
    while not at.atEnd():
        fragment = at.fragment()
        held = fragment.charFormat()
        name, key = held.stringProperty(FIELD), held.intProperty(FIELD_KEY)
        start, end = fragment.position(), fragment.position() + fragment.length()
        if found and found.key == key and found.name == name:
            found = Field(name, key, found.start, end)
        else:
            if found:
                yield found
            found = Field(name, key, start, end) if name else None
        at += 1
    if found:
        yield found


def field_around(document: QTextDocument, position: int) -> Field | None:
    """Return the field that `position` is inside of; its two ends are not inside."""
    return next((each for each in fields_of(document.findBlock(position)) if each.start < position < each.end), None)


def field_before(document: QTextDocument, position: int) -> Field | None:
    """Return the field that ends at `position`, or has it inside."""
    return next((each for each in fields_of(document.findBlock(position)) if each.start < position <= each.end), None)


def field_after(document: QTextDocument, position: int) -> Field | None:
    """Return the field that begins at `position`, or has it inside."""
    return next((each for each in fields_of(document.findBlock(position)) if each.start <= position < each.end), None)


def block_field_in(block: QTextBlock) -> Field | None:
    """Return the field of a line that stands for a whole list."""
    return next((each for each in fields_of(block) if each.is_block), None)


def with_whole_fields(cursor: QTextCursor) -> QTextCursor:
    """Return a cursor with the same selection, grown so that no field is selected in part."""
    grown = QTextCursor(cursor)
    if not cursor.hasSelection():
        return grown
    document, start, end = cursor.document(), cursor.selectionStart(), cursor.selectionEnd()
    first, last = field_around(document, start), field_around(document, end)
    if not first and not last:
        return grown
    start, end = first.start if first else start, last.end if last else end
    backwards = cursor.position() < cursor.anchor()
    grown.setPosition(end if backwards else start)
    grown.setPosition(start if backwards else end, QTextCursor.MoveMode.KeepAnchor)
    return grown


def select(cursor: QTextCursor, field: Field) -> None:
    """Select a field whole."""
    cursor.setPosition(field.start)
    cursor.setPosition(field.end, QTextCursor.MoveMode.KeepAnchor)


def refresh(document: QTextDocument, filler: Filler) -> bool:
    """Fill every field anew, and tell whether any shows something else now. Formats and keys stay."""
    if not any(held.hasProperty(FIELD) for held in document.allFormats()):
        return False
    cursor = QTextCursor(document)
    stale = list(_stale(cursor, filler))
    cursor.beginEditBlock()
    for field, words in reversed(stale):
        select(cursor, field)
        cursor.insertText(words, format_at(document, field.start))
    cursor.endEditBlock()
    return bool(stale)


def _stale(cursor: QTextCursor, filler: Filler) -> Iterator[tuple[Field, str]]:
    """Yield the fields that show something else than they should, with what that is."""
    block = cursor.document().begin()
    while block.isValid():
        for field in fields_of(block):
            words = shown(field.name, filler)
            select(cursor, field)
            if cursor.selectedText() != words:
                yield field, words
        block = block.next()
