"""The offer to print in a record what the office settings say by now: what would change, and two buttons (inspection details)."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QMargins, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from ..editors.flow import FlowRow
from ..messages import announce
from .basics import button, label

_SAID = "The office settings have changed since this record was made. It keeps its own titles and names until you say otherwise."
_SIGNED_OFF = "This record is signed off as it is. With other names in it, it has to be signed off again."


class NamesOffer(QFrame):
    """Hidden while there is nothing to offer.

    Signals:
        use_asked: the record is to print the new names.
        keep_asked: it is to keep its own.
    """

    use_asked = Signal()
    keep_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("banner")
        self.setProperty("kind", "info")
        self.lines = label("")
        self.use = button("Use the new names in this record")
        self.keep = button("Keep the names of this record", "link")
        self.use.clicked.connect(self.use_asked)
        self.keep.clicked.connect(self.keep_asked)
        buttons = QWidget()
        row = FlowRow(buttons, QMargins(), 14, last_at_right=False)
        row.addWidget(self.use)
        row.addWidget(self.keep)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 10, 16, 10)
        column.setSpacing(6)
        for each in (label(_SAID, "label"), self.lines, buttons):
            column.addWidget(each)
        self.hide()

    def offer(self, changes: Sequence[str], *, signed_off: bool = False) -> None:
        """Offer changes, a sentence for each; nothing is offered where there are none.

        Args:
            changes: what would change.
            signed_off: whether the record is signed off with the names that it has.
        """
        words = "\n".join([*changes, *([_SIGNED_OFF] if signed_off else [])]) if changes else ""
        if words and words != self.lines.text():
            announce(self, f"{_SAID} {words}")
        self.lines.setText(words)
        self.use.setAccessibleDescription(" ".join(f"{each}." for each in changes))
        self.setVisible(bool(changes))
