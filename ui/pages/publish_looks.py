"""What only a person can judge before publication, because no check can judge it (record out)."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox

from response_app.authoring.looked_at import TO_LOOK_AT

from ..widgets.basics import Card, label


class LookedAtCard(Card):
    """A tick for each thing.

    Signals:
        ticked: (str, bool) the thing of this key was looked at, or not.
    """

    ticked = Signal(str, bool)

    def __init__(self) -> None:
        super().__init__("What only a person can judge")
        self.ticks = {key: QCheckBox(words) for key, words in TO_LOOK_AT.items()}
        self.body.addWidget(label("No check can judge these. The ticks count for this version.", "quiet"))
        for key, tick in self.ticks.items():
            tick.setAccessibleName(tick.text())
            tick.clicked.connect(lambda ticked, key=key: self.ticked.emit(key, ticked))
            self.body.addWidget(tick)

    def show_looked(self, looked: Collection[str]) -> None:
        """Show what was looked at."""
        for key, tick in self.ticks.items():
            tick.setChecked(key in looked)
