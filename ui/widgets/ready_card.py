"""Whether a record is ready to be published, line by line, and how the structure of its PDF is (checks)."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from response_app.authoring.looked_at import TO_LOOK_AT_IN_SHORT
from response_app.authoring.readiness import Line, Ready
from response_app.domain.titles import in_a_row

from .basics import Card, label, restyle

_BY_A_PERSON = f"Only a person can judge {in_a_row(list(TO_LOOK_AT_IN_SHORT.values()))}; Sign off and publish has a tick for each."


class ReadyCard(Card):
    """One line for each thing that publication needs: Yes, No, or a dash where it is not asked for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Ready to publish?", parent)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(1, 1)
        self.body.addLayout(self._grid)
        self._labels: list[tuple[QLabel, QLabel]] = []

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show these lines."""
        while len(self._labels) < len(lines):
            self._add()
        for at, (answer, words) in enumerate(self._labels):
            for each in (answer, words):
                each.setVisible(at < len(lines))
            if at < len(lines):
                self._show(answer, words, lines[at])

    def _add(self) -> None:
        made = label("", wrap=False), label("")
        for column, each in enumerate(made):
            self._grid.addWidget(each, len(self._labels), column, Qt.AlignmentFlag.AlignTop)
        self._labels.append(made)

    @staticmethod
    def _show(answer: QLabel, words: QLabel, line: Line) -> None:
        answer.setText(line.ready.value)
        role = "strong" if line.ready is Ready.NO else ""
        if answer.property("role") != role:
            answer.setProperty("role", role)
            restyle(answer)
        words.setText(line.words)
        answer.setAccessibleName(f"{'Not asked for' if line.ready is Ready.NOT_ASKED else line.ready.value}: {line.words}")


class StructureCard(Card):
    """What the structure checks of the PDF say, and what only a person can tell."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Document structure", parent)
        self._words = label("")
        self.body.addWidget(self._words)
        self.show_begun()

    def show_begun(self) -> None:
        """Say that the PDF is being made and looked at."""
        self._words.setText(f"Looking at the structure of the PDF … {_BY_A_PERSON}")

    def show_faults(self, faults: Sequence[str]) -> None:
        """Say what the structure lacks, or that it passed."""
        count = len(faults)
        if not count:
            self._words.setText(f"Structure checks passed. {_BY_A_PERSON}")
            return
        first = " ".join(f"{each.removesuffix('.')}." for each in faults[:3])
        more = f" And {count - 3:,} more." if count > 3 else ""
        self._words.setText(f"Structure checks: {'1 fault' if count == 1 else f'{count:,} faults'}. {first}{more} {_BY_A_PERSON}")

    def show_not_made(self, why: str) -> None:
        """Say that no PDF could be made."""
        self._words.setText(f"The PDF could not be made, so its structure was not checked. {why}")
