"""The inspectors' own words on a finding, to read while answering it (answers to findings)."""

from __future__ import annotations

from PySide6.QtCore import QMargins, Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from response_app.domain.finding import Finding
from response_app.domain.richtext import plain

from ..editors.flow import FlowRow
from .basics import button, label
from .finding_labels import time_limit

_SHOWN_AT_FIRST = 150
"""Characters of the inspectors' evidence that are shown until all of it is asked for."""


class InspectorsWords(QFrame):
    """A card with the sentence of a finding and what the inspectors say to it.

    Signals:
        correct_requested: the user wants to mend how the finding was read from the report.
    """

    correct_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", "stripe")
        self._words = ""
        self._all = False
        self._facts = label("", "quiet", wrap=False)
        self._correct = button("Correct a reading error", "link")
        self._sentence = label("", "h2")
        self.evidence = label("")
        self._more = button("", "link", "Show all of the inspectors’ words")
        for each in (self._sentence, self.evidence):
            each.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._correct.clicked.connect(self.correct_requested)
        self._more.clicked.connect(self._turn)
        self._lay_out()

    def show_finding(self, finding: Finding, name: str, *, frozen: bool = False) -> None:
        """Show a finding; `name` is its kind and number; a `frozen` one is published and not corrected."""
        self._facts.setText(f"{name} · inspectors’ words · {time_limit(finding.due)}{'' if frozen else ' ·'}")
        self._correct.setHidden(frozen)
        self._sentence.setText(finding.heading or "The inspectors’ sentence is not written yet.")
        wording = plain(finding.wording)
        parts = ["" if wording.strip() == finding.heading.strip() else wording, plain(finding.evidence)]
        words = "\n\n".join(part.replace("\n", "\n\n") for part in parts if part)
        if words != self._words:
            self._words, self._all = words, False
        self._show()

    def _lay_out(self) -> None:
        top = QWidget()
        row = FlowRow(top, QMargins(), 4, last_at_right=False)
        row.addWidget(self._facts)
        row.addWidget(self._correct)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 12, 16, 12)
        column.setSpacing(4)
        column.addWidget(top)
        column.addWidget(self._sentence)
        column.addWidget(self.evidence)
        column.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)

    def _turn(self) -> None:
        self._all = not self._all
        self._show()

    def _show(self) -> None:
        is_long = len(self._words) > _SHOWN_AT_FIRST
        beginning = self._words[:_SHOWN_AT_FIRST].rpartition(" ")[0].replace("\n\n", " ")
        self.evidence.setText(self._words if self._all or not is_long else f"{beginning}…")
        self.evidence.setVisible(bool(self._words))
        self._more.setVisible(is_long)
        self._more.setText("Show less" if self._all else f"Show all, {len(self._words.split())} words")
        self._more.setAccessibleName("Show less of the inspectors’ words" if self._all else "Show all of the inspectors’ words")
