"""Undo and Redo of the menu: typing in the text that has the keyboard, else the last named decision (every step)."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

if TYPE_CHECKING:
    from response_app.domain.changes import Changes

    from .main_window import MainWindow
    from .places import Places

_TYPING = "typing"
_NOT_THE_LAST = "Nothing was taken back: something else has been changed since. Undo in the menu Edit goes back one change at a time."


class Undoing(QObject):
    """Names both actions for what they would do now, and does it.

    The keys go to the text that has the keyboard by themselves; the menu and the palette have to ask which it was.
    """

    def __init__(self, window: MainWindow, places: Places) -> None:
        super().__init__(window)
        self._window = window
        self._places = places
        self._text: QWidget | None = None
        self._as_decided: dict[int, int] = {}
        places.state.undo_changed.connect(self._note_texts)
        self._offered: tuple[Changes, Callable[[], None]] | None = None
        places.state.undo_changed.connect(self._withdraw)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow)
        for menu in window.menuBar().actions():
            made = menu.menu()
            if made is not None:
                made.aboutToShow.connect(self.name)  # type: ignore[attr-defined]  # a QMenu

    def undo(self) -> None:
        """Take back the last typing in the text at hand; where there is none, the last decision, and say which."""
        self._go("undo")

    def redo(self) -> None:
        """Do again what was last taken back."""
        self._go("redo")

    def offer(self, words: str) -> None:
        """Say what was just done, with an offer to take back that and nothing else; it goes with the next decision."""
        decision = self._places.state.last_decision
        if decision is None:
            self._window.banner.tell(words)
            return

        def take_back() -> None:
            self._take_back(decision)

        self._offered = (decision, take_back)
        self._window.banner.tell(words, "info", "Undo", take_back)

    def name(self) -> None:
        """Say in the menu what Undo and Redo would do."""
        for key in ("undo", "redo"):
            words = self._words(key)
            action = self._window.actions_[key]
            action.setText(f"&{key.capitalize()} {words}".strip())
            action.setEnabled(bool(words))

    def _note_texts(self) -> None:
        """A decision was made: until somebody types, what a text could undo is that decision."""
        texts = self._window.pages.findChildren(QTextEdit)
        self._as_decided = {id(each): each.document().revision() for each in texts if each.isVisible()}

    def _has_typing(self, text: QWidget, key: str) -> bool:
        """Whether a text would take back typing, and not a decision that has changed it."""
        if isinstance(text, QTextEdit) and self._as_decided.get(id(text)) == text.document().revision():
            return False
        return _is_available(text, key)

    def _go(self, key: str) -> None:
        text = self._text_at_hand()
        if text is not None and self._has_typing(text, key):
            getattr(text, key)()
        else:
            self._decide(key)
        self.name()

    def _take_back(self, decision: Changes) -> None:
        """Take back a decision, unless what is still being typed makes another one first."""
        state = self._places.state
        if not state.save_typed():
            return
        if state.last_decision is decision:
            state.undo()
        else:
            self._window.banner.tell(_NOT_THE_LAST, "warning")

    def _withdraw(self) -> None:
        if self._offered is not None and self._places.state.last_decision is not self._offered[0]:
            self._window.banner.withdraw(self._offered[1])
            self._offered = None

    def _decide(self, key: str) -> None:
        """Go back or on by one decision, and say which: it may have been made on another page."""
        history, state = self._places.history, self._places.state
        words = history.undo_name if key == "undo" else history.redo_name
        said: list[object] = []  # what was kept, or why it could not be done, is told already
        for signal in (state.told, state.failed):
            signal.connect(said.append)
        getattr(history, key)()
        for signal in (state.told, state.failed):
            signal.disconnect(said.append)
        if words and history is state and not said:
            self._window.banner.tell(f"{'Undone' if key == 'undo' else 'Done again'}: {words}.")

    def _words(self, key: str) -> str:
        text = self._text_at_hand()
        if text is not None and self._has_typing(text, key):
            return _TYPING
        history = self._places.history
        return history.undo_name if key == "undo" else history.redo_name

    def _text_at_hand(self) -> QWidget | None:
        """The text that has the keyboard, or had it before the palette took it; it has to be in sight."""
        text = self._text
        return text if text is not None and shiboken6.isValid(text) and text.isVisible() else None

    def _follow(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is None or not self._window.pages.isAncestorOf(now):
            return  # a menu, the palette, another program: the text is still the one at hand
        self._text = now if _can_be_typed_in(now) else None
        self.name()


def _can_be_typed_in(widget: QWidget) -> bool:
    return isinstance(widget, QLineEdit | QTextEdit | QPlainTextEdit) and not widget.isReadOnly()


def _is_available(text: QWidget, key: str) -> bool:
    if isinstance(text, QLineEdit):
        return text.isUndoAvailable() if key == "undo" else text.isRedoAvailable()
    if isinstance(text, QTextEdit | QPlainTextEdit):
        history = getattr(text, "history", None)  # of a text of the record, whose class the start does not import
        redoable = history.can_redo if history is not None else text.document().isRedoAvailable()
        return text.document().isUndoAvailable() if key == "undo" else redoable
    return False
