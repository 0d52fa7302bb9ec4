"""The texts of a page, from the top (guided sections, answers)."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget

from .editors.rich_text_edit import RichTextEdit


def texts_on(page: QWidget | None, *, to_write: bool = False) -> list[RichTextEdit]:
    """Return the texts of the record that a page shows, from the top; those that can be written in alone, where asked."""
    if page is None:
        return []
    shown = [each for each in page.findChildren(RichTextEdit) if each.isVisible() and not (to_write and each.isReadOnly())]
    return sorted(shown, key=lambda each: (each.mapTo(page, QPoint()).y(), each.mapTo(page, QPoint()).x()))
