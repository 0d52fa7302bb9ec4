"""The head of Home and what stands there before the first record: how one begins (Home)."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from .. import theme
from .basics import Card, button, label

_NARROW = 880
"""Width at 100 % below which the buttons stand below the title."""
_NARROWEST = 600
"""Width at 100 % below which the buttons stand below each other."""
_EMPTY = (
    "A record holds one inspection of the force, its findings, and the responses to it. "
    "Start from the inspectors’ report: choose it, or drag it onto this window. "
    "Or start with a blank record, or bring in a record file that a colleague gave you."
)


class HomeHead(QWidget):
    """Title, the day with what is due, and the buttons with which a record is begun; without a record they stand in `empty`."""

    def __init__(self) -> None:
        super().__init__()
        self.lead = label("", "lead")
        self.bring_in = button("Bring in a record…")
        self.blank = button("New blank record")
        self.report = button("New from a report…", "primary")
        self.empty = Card()
        self._in_empty = _row_of_buttons()
        self._in_head = _row_of_buttons()
        self._row = QHBoxLayout(self)
        self._lay_out()
        self._fill_empty()

    @property
    def buttons(self) -> tuple[QPushButton, ...]:
        """The buttons, in order."""
        return self.bring_in, self.blank, self.report

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(label("Responses to inspections", "h1"))
        words.addWidget(self.lead)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)  # where the list is short, the rest stays below
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(12)
        self._row.addLayout(words, 1)
        self._row.addLayout(self._in_head)

    def _fill_empty(self) -> None:
        body = self.empty.body
        body.setContentsMargins(32, 28, 32, 28)
        body.setSpacing(10)
        body.addWidget(label("There are no records yet", "h2"))
        body.addWidget(label(_EMPTY))
        body.addSpacing(6)
        body.addLayout(self._in_empty)
        self._in_empty.addStretch(1)
        self.empty.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def show_empty(self, empty: bool) -> None:
        """Let the buttons stand where the eye is: in the empty list, else at the top."""
        here = self._in_empty if empty else self._in_head
        for at, each in enumerate(self.buttons):
            here.insertWidget(at, each)
        self.empty.setVisible(empty)

    def fit(self, width: int) -> None:
        """Put the buttons below the title, and below each other, where the page is narrow."""
        narrow, below = (width < theme.theme().pixels(least) for least in (_NARROW, _NARROWEST))
        for buttons in (self._in_head, self._in_empty):
            buttons.setDirection(QBoxLayout.Direction.TopToBottom if below else QBoxLayout.Direction.LeftToRight)
        self._row.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)
        self._row.setAlignment(self._in_head, Qt.AlignmentFlag.AlignLeft if narrow else Qt.AlignmentFlag(0))


def _row_of_buttons() -> QHBoxLayout:
    made = QHBoxLayout()
    made.setSpacing(12)
    return made
