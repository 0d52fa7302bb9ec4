"""A strip that asks one thing and offers a few answers, in place of a modal box (closing the window)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget
from shiboken6 import isValid

from ..messages import Kind, announce
from .basics import button, label, restyle


@dataclass(frozen=True, slots=True)
class Choice:
    """An answer: the words of its button, what it does, how the button looks."""

    words: str
    act: Callable[[], None]
    kind: str = ""


class ChoiceBar(QFrame):
    """Words over a row of buttons, of which the first has the keyboard; Escape puts it away."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName("banner")
        self.setAccessibleName(name)
        self.words = label("", "label")
        self._row = QHBoxLayout()
        self._row.setSpacing(8)
        self._row.addStretch(1)
        self._buttons: list[QPushButton] = []
        self._back_to: QWidget | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 10, 24, 10)
        column.setSpacing(8)
        column.addWidget(self.words)
        column.addLayout(self._row)
        self.hide()

    def ask(self, words: str, kind: Kind, choices: Sequence[Choice]) -> None:
        """Show the words and a button for each choice; give the keyboard to the first."""
        before = QApplication.focusWidget()
        if before is not None and not self.isAncestorOf(before):
            self._back_to = before
        self.words.setText(words)
        self.setProperty("kind", kind)
        restyle(self)
        self._offer(choices)
        self.show()
        self._buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, words, urgent=kind == "error")

    def put_away(self) -> None:
        """Hide, and give the keyboard back to what had it."""
        at = QApplication.focusWidget()
        had_keyboard = at is not None and self.isAncestorOf(at)
        self.hide()
        if had_keyboard and self._back_to is not None and isValid(self._back_to):
            self._back_to.setFocus(Qt.FocusReason.OtherFocusReason)
        self._back_to = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Put the strip away with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.put_away()
        else:
            super().keyPressEvent(event)

    def _offer(self, choices: Sequence[Choice]) -> None:
        for old in self._buttons:
            self._row.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._buttons = [button(each.words, each.kind) for each in choices]
        for at, (made, choice) in enumerate(zip(self._buttons, choices, strict=True)):
            made.clicked.connect(lambda _checked=False, act=choice.act: act())
            self._row.insertWidget(at, made)
            made.show()  # at once, so that it can take the keyboard
        for one, next_one in pairwise((self, *self._buttons)):
            QWidget.setTabOrder(one, next_one)
