"""Scrolls to where the keyboard is: to what has the focus, and to the cursor in a text that grows (answers to findings)."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QScrollArea, QTextEdit, QWidget
from shiboken6 import isValid

_AROUND = 24
"""Logical pixels that are kept in view around the cursor."""


class KeepInView(QObject):
    """Keeps one scroll area at the place where somebody types."""

    def __init__(self, area: QScrollArea) -> None:
        super().__init__(area)
        self._area = area
        self._edit: QTextEdit | None = None
        self._from_top = False
        self._soon = QTimer(self, interval=0, singleShot=True)  # after the layout has given a text that grows its room
        self._soon.timeout.connect(self.scroll)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._follow)

    def begin_at_top(self) -> None:
        """Show what stands first, wherever the keyboard is going to be; typing there brings its line into view."""
        self._from_top = True
        self._soon.start()

    def scroll(self) -> None:
        """Bring what has the focus into view, and of a text the line of the cursor; at first the top, where that is wanted."""
        if self._from_top:
            self._from_top = False
            self._area.verticalScrollBar().setValue(0)
            return
        focus, inner = QApplication.focusWidget(), self._area.widget()
        if focus is None or inner is None or not inner.isAncestorOf(focus):
            return
        if focus.height() + 2 * _AROUND <= self._area.viewport().height():
            self._area.ensureWidgetVisible(focus, 0, _AROUND)
        elif isinstance(focus, QTextEdit):
            line = focus.cursorRect()
            at = focus.viewport().mapTo(inner, line.center())
            self._area.ensureVisible(at.x(), at.y(), 0, line.height() // 2 + _AROUND)

    def _follow(self, old: QWidget | None, new: QWidget | None) -> None:
        if self._edit is not None and isValid(self._edit):
            self._edit.cursorPositionChanged.disconnect(self._soon.start)
        self._edit = None
        if isinstance(new, QTextEdit) and self._area.isAncestorOf(new):
            self._edit = new
            new.cursorPositionChanged.connect(self._soon.start)
        self._soon.start()
