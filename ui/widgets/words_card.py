"""Which words of a finding neither answer uses: a prompt to reread, beside the answer (answers to findings)."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from .basics import Card, label


class WordsCard(Card):
    """A card that is there only while there is something to reread; it never says that a finding is dealt with."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Words of the finding", parent)
        self.words = label("", "label")
        self.body.addWidget(label("Neither answer mentions:"))
        self.body.addWidget(self.words)
        self.body.addWidget(label("A prompt to reread, not a rule.", "quiet"))
        self.body.setSpacing(4)
        self.hide()

    def show_words(self, absent: Sequence[str]) -> None:
        """Show the words that neither answer uses; without any the card goes."""
        self.words.setText(f"{', '.join(absent)}.")
        self.setVisible(bool(absent))
