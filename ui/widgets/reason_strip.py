"""Asks in place, without a box in the way, why a warning is right as it stands (checks)."""

from __future__ import annotations

from PySide6.QtCore import QMargins, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from ..editors.flow import FlowRow
from ..messages import announce
from .basics import button, label, restyle

_ASKS = "Why is it right as it stands?"
_WANTS = "Say in a few words why it is right as it stands."


class ReasonStrip(QWidget):
    """A field for a reason; Enter sets aside, Escape goes back.

    Signals:
        given: (str) the reason.
        closed: nothing is to be set aside.
    """

    given = Signal(str)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = QLineEdit()
        self.set = button("Set aside", "primary")
        self.cancel = button("Cancel")
        self.problem = label("", "error")
        self.problem.hide()
        asks = label(_ASKS, "label")
        asks.setBuddy(self.field)
        self.field.setAccessibleDescription("Kept with the record, with your name and the day.")
        buttons = QWidget()
        row = FlowRow(buttons, QMargins(0, 0, 0, 0), 8, last_at_right=False)
        row.addWidget(self.set)
        row.addWidget(self.cancel)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for each in (asks, self.field, self.problem, label("Kept with the record, with your name and the day.", "quiet"), buttons):
            column.addWidget(each)
        self.field.returnPressed.connect(self._give)
        self.set.clicked.connect(self._give)
        self.cancel.clicked.connect(self._close)
        self.hide()

    def name(self, title: str) -> None:
        """Say what is set aside to somebody who does not see it."""
        self.field.setAccessibleName(f"Reason to set aside: {title}")
        self.set.setAccessibleName(f"Set aside for this reason: {title}")
        self.cancel.setAccessibleName(f"Cancel setting aside: {title}")

    def come(self) -> None:
        """Come up, empty."""
        if self.isHidden():
            self.field.clear()
            self._tell("")
            self.show()
        self.field.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes back."""
        if event.key() == Qt.Key.Key_Escape:
            self._close()
        else:
            super().keyPressEvent(event)

    def _give(self) -> None:
        if not self.field.text().strip():
            self._tell(_WANTS)
            self.field.setFocus()
            return
        self._tell("")
        self.given.emit(self.field.text().strip())

    def _close(self) -> None:
        self.hide()
        self.closed.emit()

    def _tell(self, words: str) -> None:
        self.problem.setText(words)
        self.problem.setVisible(bool(words))
        if bool(self.field.property("invalid")) != bool(words):
            self.field.setProperty("invalid", "true" if words else "")
            restyle(self.field)
        if words:
            announce(self.field, words)
