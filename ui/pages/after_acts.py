"""Who did what to publish a response and after: the acts as they were recorded, and who entered them (after publication)."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from response_app.authoring.who_did import Done
from response_app.domain.dates import in_words

from ..widgets.basics import Card, label

_WHEN_WIDTH = 140


class ActsCard(Card):
    """The acts, the newest first."""

    def __init__(self) -> None:
        super().__init__("The response: history")
        self._inner: QWidget | None = None

    def show_acts(self, done: Sequence[Done]) -> None:
        """Show a line for each act."""
        if self._inner is not None:
            self._inner.hide()
            self.body.removeWidget(self._inner)
            self._inner.deleteLater()
        self._inner = QWidget()
        grid = QGridLayout(self._inner)
        grid.setContentsMargins(0, 4, 0, 4)
        grid.setHorizontalSpacing(18)
        grid.setVerticalSpacing(10)
        grid.setColumnStretch(1, 1)
        top = Qt.AlignmentFlag.AlignTop
        for number, each in enumerate(done):
            when = label(in_words(each.on) if each.on else "No date", wrap=False)
            when.setMinimumWidth(_WHEN_WIDTH)
            grid.addWidget(when, number, 0, top)
            grid.addWidget(label(each.words), number, 1, top)
            if each.entered_by:
                grid.addWidget(label(f"Entered by {each.entered_by}", "quiet", wrap=False), number, 2, top)
        self.body.addWidget(self._inner)
        self._inner.show()
        self.setHidden(not done)
