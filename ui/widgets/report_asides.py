"""What the user should know of a reading, what it only restates, and concerns that are known already (report in)."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from response_app.authoring.report_in import KnownConcern
from response_app.domain.dates import in_words
from response_app.intake.proposal import Notice, ProposedFinding

from ..models.triage_words import kind_words
from .basics import button, label


class _Lines(QWidget):
    """Lines of words with a button or two each, made anew when they are others than before."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = title
        self._shown: object = None
        self._inner = QWidget()
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 0, 16, 0)
        column.setSpacing(0)
        column.addWidget(self._inner)
        self.hide()

    def _fill(self, shown: Sequence[object], make: Callable[[QVBoxLayout], None]) -> None:
        if shown == self._shown:
            return
        self._shown = shown
        inner = QWidget()
        lines = QVBoxLayout(inner)
        lines.setContentsMargins(0, 10, 0, 10)
        lines.setSpacing(6)
        if self._title:
            lines.addWidget(label(self._title, "label"))
        make(lines)
        layout = self.layout()
        assert layout is not None
        layout.replaceWidget(self._inner, inner)
        self._inner.hide()
        self._inner.deleteLater()
        self._inner = inner
        inner.show()
        self.setVisible(bool(shown))


def _line(into: QVBoxLayout, words: str, role: str, *buttons: QWidget) -> None:
    row = QHBoxLayout()
    row.setSpacing(10)
    row.addWidget(label(words, role), 1)
    for each in buttons:
        row.addWidget(each, 0, Qt.AlignmentFlag.AlignTop)
    into.addLayout(row)


class NoticeLines(_Lines):
    """What the user should know.

    Signals:
        place_asked: (str) show this place of the report, "page 31" or "line 412".
    """

    place_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Look at these", parent)

    def show_notices(self, notices: Sequence[Notice]) -> None:
        """Show the notices of a reading."""

        def make(lines: QVBoxLayout) -> None:
            for number, each in enumerate(notices, 1):
                buttons = []
                if each.place:
                    go = button("Show", "link", f"Show notice {number}, {each.place}")
                    go.clicked.connect(lambda _checked=False, place=each.place: self.place_asked.emit(place))
                    buttons.append(go)
                _line(lines, each.message, "", *buttons)

        self._fill(tuple(notices), make)


class RestatedLines(_Lines):
    """Findings of an earlier report that this one repeats; they are not taken unless the user wants it.

    Signals:
        take_asked: (ProposedFinding) take it all the same.
    """

    take_asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Restated from an earlier report, not taken", parent)

    def show_findings(self, findings: Sequence[ProposedFinding]) -> None:
        """Show what is only restated."""

        def make(lines: QVBoxLayout) -> None:
            for number, each in enumerate(findings, 1):
                go = button("Take it all the same", "link", f"Take restated finding {number} all the same")
                go.clicked.connect(lambda _checked=False, each=each: self.take_asked.emit(each))
                place = f" ({each.span.words})" if each.span.words else ""
                _line(lines, f"{kind_words(each.finding.kind)}: {each.finding.heading}{place}", "quiet", go)

        self._fill(tuple(findings), make)


class ConcernLines(_Lines):
    """Accelerated concerns that stand in the store already, each with a question.

    Signals:
        answered: (KnownConcern, bool) it is the same, or it is not.
    """

    answered = Signal(object, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)

    def show_concerns(self, concerns: Sequence[tuple[KnownConcern, str]]) -> None:
        """Ask about these, each with the sentence of its finding in this report."""

        def make(lines: QVBoxLayout) -> None:
            for number, (each, sentence) in enumerate(concerns, 1):
                box = QFrame()
                box.setProperty("card", "stripe")
                inner = QVBoxLayout(box)
                inner.setContentsMargins(12, 8, 12, 10)
                day = f" ({in_words(each.published_on)})" if each.published_on else ""
                inner.addWidget(label(f"Cause of concern: {sentence}", "quiet"))
                inner.addWidget(label(f"The same as in “{each.title}”{day}? Use its answer as a draft?", "label"))
                yes = button("Yes, the same", name=f"Yes, concern {number} is the same")
                no = button("No", name=f"No, concern {number} is another")
                yes.clicked.connect(lambda _checked=False, each=each: self.answered.emit(each, True))
                no.clicked.connect(lambda _checked=False, each=each: self.answered.emit(each, False))
                row = QHBoxLayout()
                row.setSpacing(10)
                row.addWidget(yes)
                row.addWidget(no)
                row.addStretch(1)
                inner.addLayout(row)
                lines.addWidget(box)

        self._fill(tuple(concerns), make)
