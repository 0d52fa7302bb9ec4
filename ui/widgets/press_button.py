"""A button that Enter presses, as Space does: what people try first on a button that has the keyboard (every step)."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class PressButton(QPushButton):
    """Qt presses a button by Enter only in a dialog."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter press it once, however long it is held."""
        if event.key() not in _ENTER or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():
            self.click()
