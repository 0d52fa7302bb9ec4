"""Scrolls to the cursor of an editor, also where the page scrolls and not the editor (guided sections, answers)."""

from __future__ import annotations

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QScrollArea, QTextEdit, QWidget

_AROUND = 80
"""Pixels over and under the cursor that are to be seen as well."""


def bring_into_view(edit: QTextEdit) -> None:
    """Scroll to the cursor."""
    edit.ensureCursorVisible()
    at: QWidget | None = edit.parentWidget()
    while at is not None and not isinstance(at, QScrollArea):
        at = at.parentWidget()
    page = at.widget() if isinstance(at, QScrollArea) else None
    if isinstance(at, QScrollArea) and page is not None:
        place = edit.viewport().mapTo(page, edit.cursorRect().center())
        at.ensureVisible(place.x(), place.y(), 0, _AROUND)


def choose_words(edit: QTextEdit, start: int, end: int) -> None:
    """Choose the words between two positions, so far as the text still goes, and scroll to them."""
    last = edit.document().characterCount() - 1
    cursor = edit.textCursor()
    cursor.setPosition(min(start, last))
    cursor.setPosition(min(end, last), QTextCursor.MoveMode.KeepAnchor)
    edit.setTextCursor(cursor)
    bring_into_view(edit)
