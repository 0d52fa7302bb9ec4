"""A card beside a text that can be chosen by keyboard; what can be done with it is shown while it is (guided sections)."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QMargins, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from ..editors.flow import FlowRow
from .basics import button, restyle


class BesideCard(QFrame):
    """One of several cards, of which Tab comes to the chosen one and arrows go to the others.

    Signals:
        chosen: the user has come to it.
        opened: Enter or a double click: the user wants to go where it leads.
        act_requested: (str) the user wants this done with it.
        step_requested: (int) go to the card after it (1) or before it (-1).
    """

    chosen = Signal()
    opened = Signal()
    act_requested = Signal(str)
    step_requested = Signal(int)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """Make an empty card; `name` is all that it says, for a screen reader."""
        super().__init__(parent)
        self.setProperty("card", "beside")
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(10, 8, 10, 8)
        self.column.setSpacing(3)
        self.buttons = QWidget()
        self.buttons.hide()

    def offer(self, acts: Sequence[tuple[str, str]], what: str) -> None:
        """Put a row of buttons at the end.

        Args:
            acts: the words of each, and what it does.
            what: tells its buttons apart from those of other cards, for a screen reader.
        """
        row = FlowRow(self.buttons, QMargins(0, 5, 0, 0), 6, last_at_right=False)
        for words, act in acts:
            made = button(words, "small")
            made.clicked.connect(lambda _checked=False, which=act: self.act_requested.emit(which))
            row.addWidget(made)
        self.column.addWidget(self.buttons)
        self.name_buttons(what)

    def name_buttons(self, what: str) -> None:
        """Tell the buttons apart from those of other cards, for a screen reader."""
        for each in self.buttons.findChildren(QPushButton):
            each.setAccessibleName(f"{each.text()}: {what}")

    def let_tab_in(self, let: bool) -> None:
        """Let Tab come to this card, or arrows alone."""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if let else Qt.FocusPolicy.ClickFocus)

    def set_current(self, current: bool) -> None:
        """Show whether this is the card that is looked at."""
        self.let_tab_in(current)
        self.buttons.setVisible(current)
        wanted = "chosen" if current else "beside"
        if self.property("card") != wanted:
            self.setProperty("card", wanted)
            restyle(self)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Coming to it chooses it."""
        super().focusInEvent(event)
        self.chosen.emit()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Go where it leads."""
        self.opened.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go to the next card and the one before, Enter goes where this one leads."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.step_requested.emit(1 if event.key() == Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)
