"""The menu on a right click in an editor (guided sections, answers)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu

from .hinter import hinter
from .speller import speller

if TYPE_CHECKING:
    from .hint_marks import Hint
    from .rich_text_edit import RichTextEdit
    from .spelling_marks import Misspelt


def open_menu(edit: RichTextEdit, at: QPoint, word: Misspelt | None, hint: Hint | None = None) -> None:
    """Open the menu at a place of the screen; on a misspelt word with what may be meant, as soon as the dictionary says so."""
    if word is None:
        context_menu(edit, hint=hint).popup(at)
        return

    def offer(suggestions: tuple[str, ...]) -> None:
        if edit.isVisible():
            context_menu(edit, word, suggestions, hint).popup(at)

    speller().suggest(word.text, offer, edit)


def context_menu(edit: RichTextEdit, word: Misspelt | None = None, suggestions: Sequence[str] = (), hint: Hint | None = None) -> QMenu:
    """Return the menu for what is possible now; it goes when it closes.

    Qt's own menu would cut a field in two.
    """
    menu = QMenu(edit)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    if word is not None:
        _offer_spelling(menu, edit, word, suggestions)
    if hint is not None:
        _offer_hint(menu, edit, hint)
    writable, selected = not edit.isReadOnly(), edit.textCursor().hasSelection()
    standard = QKeySequence.StandardKey
    if writable:
        _add(menu, "Undo", standard.Undo, edit.undo, edit.document().isUndoAvailable())
        _add(menu, "Redo", standard.Redo, edit.redo, edit.history.can_redo)
        menu.addSeparator()
        _add(menu, "Cut", standard.Cut, edit.cut_selection, selected)
    _add(menu, "Copy", standard.Copy, edit.copy, selected)
    if writable:
        _add(menu, "Paste", standard.Paste, edit.paste, edit.canPaste())
        _add(menu, "Paste words only", None, edit.paste_plain, edit.canPaste())
        menu.addSeparator()
        _add(menu, "Link…", None, edit.request_link, True)
        _offer_insert(menu, edit)
    if edit.comments.offered:
        _add(menu, "Comment", None, edit.comments.requested.emit, True)
    menu.addSeparator()
    _add(menu, "Select all", standard.SelectAll, edit.selectAll, not edit.document().isEmpty())
    return menu


def _offer_insert(menu: QMenu, edit: RichTextEdit) -> None:
    from .insert_menu import fill_menu

    insert = menu.addMenu("Insert")
    insert.setAccessibleName("Insert")
    fill_menu(insert, edit)


def _offer_spelling(menu: QMenu, edit: RichTextEdit, word: Misspelt, suggestions: Sequence[str]) -> None:
    """What may be meant comes first, for it is what the menu is opened for."""
    for each in suggestions:
        _add(menu, each.replace("&", "&&"), None, partial(edit.spelling.change, (word,), each), True)
    if not suggestions:
        _add(menu, "No suggestions", None, menu.close, False)
    menu.addSeparator()
    shown = word.text.replace("&", "&&")
    _add(menu, f"Add “{shown}” to the office’s words", None, partial(speller().add_requested.emit, word.text), True)
    _add(menu, f"Ignore “{shown}” in this record", None, partial(speller().ignore, word.text), True)
    menu.addSeparator()


def _offer_hint(menu: QMenu, edit: RichTextEdit, hint: Hint) -> None:
    """What the hint says, and ways to be rid of it."""
    for line in (f"{hint.mark.message}.", hint.mark.fix):
        _add(menu, line.replace("&", "&&"), None, menu.close, False)
    aside = partial(hinter().aside_requested.emit, edit.place, hint.mark.code, hint.words)
    _add(menu, "Don’t show this hint here", None, aside, True)
    _add(menu, "Turn off readability hints", None, hinter().off_requested.emit, True)
    menu.addSeparator()


def _add(menu: QMenu, words: str, key: QKeySequence.StandardKey | None, work: Callable[[], object], enabled: bool) -> None:
    action = menu.addAction(words, work)
    action.setEnabled(enabled)
    if key is not None:
        action.setShortcut(key)
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
