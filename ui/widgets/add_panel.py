"""Adds a finding that was missed, typed by hand (report in)."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from response_app.domain.finding import FindingKind

from .basics import button, label
from .inputs import Choice, TextArea

KINDS = tuple((kind, kind.words) for kind in FindingKind)


class AddPanel(QWidget):
    """Kind and words of the new finding.

    Signals:
        add_asked: (kind, its words) add it.
        closed: nothing is added.
    """

    add_asked = Signal(object, str)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kind = Choice(KINDS)
        self.kind.setAccessibleName("Kind of the missed finding")
        self.words = TextArea(3)
        self.words.setAccessibleName("Words of the missed finding")
        self.problem = label("", "error")
        self.problem.hide()
        self.go = button("Add it", "primary", "Add the missed finding")
        self.leave = button("Add nothing")
        buttons = QHBoxLayout()
        buttons.setSpacing(10)
        for each in (self.go, self.leave):
            buttons.addWidget(each)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(label("Add a finding that was missed", "label"))
        column.addWidget(label("Or choose its words in the report, and make a finding of them there.", "quiet"))
        for widget in (self.kind, self.words, self.problem):
            column.addWidget(widget)
        column.addLayout(buttons)
        self.go.clicked.connect(self._add)
        self.leave.clicked.connect(self.closed)

    def begin(self) -> None:
        """Be empty."""
        self.kind.choose(FindingKind.AREA_FOR_IMPROVEMENT)
        self.words.clear()
        self.problem.hide()

    def first_focus(self) -> QWidget:
        """What has the keyboard when the panel comes up."""
        return self.kind

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Add nothing with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _add(self) -> None:
        words = self.words.toPlainText().strip()
        self.problem.setText("Type the inspectors’ words first.")
        self.problem.setVisible(not words)
        if words:
            self.add_asked.emit(self.kind.value(), words)
        else:
            self.words.setFocus(Qt.FocusReason.OtherFocusReason)
