"""The menu on a right click in an editor (guided sections, answers)."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu

if TYPE_CHECKING:
    from .rich_text_edit import RichTextEdit


def context_menu(edit: RichTextEdit) -> QMenu:
    """Return the menu for what is possible now; it goes when it closes.

    Qt's own menu would cut a field in two.
    """
    menu = QMenu(edit)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    writable, selected = not edit.isReadOnly(), edit.textCursor().hasSelection()
    standard = QKeySequence.StandardKey
    if writable:
        _add(menu, "Undo", standard.Undo, edit.undo, edit.document().isUndoAvailable())
        _add(menu, "Redo", standard.Redo, edit.redo, edit.document().isRedoAvailable())
        menu.addSeparator()
        _add(menu, "Cut", standard.Cut, edit.cut_selection, selected)
    _add(menu, "Copy", standard.Copy, edit.copy, selected)
    if writable:
        _add(menu, "Paste", standard.Paste, edit.paste, edit.canPaste())
        _add(menu, "Paste words only", None, edit.paste_plain, edit.canPaste())
        menu.addSeparator()
        _add(menu, "Link…", None, edit.request_link, True)
    menu.addSeparator()
    _add(menu, "Select all", standard.SelectAll, edit.selectAll, not edit.document().isEmpty())
    return menu


def _add(menu: QMenu, words: str, key: QKeySequence.StandardKey | None, work: Callable[[], object], enabled: bool) -> None:
    action = menu.addAction(words, work)
    action.setEnabled(enabled)
    if key is not None:
        action.setShortcut(key)
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
