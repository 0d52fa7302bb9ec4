"""Scrolls to the cursor of an editor, also where the page scrolls and not the editor (guided sections, answers)."""

from __future__ import annotations

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
