"""What happened to one finding since the response was published (after publication)."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QMargins, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from response_app.domain.dates import in_words
from response_app.domain.finding import Finding
from response_app.domain.finding_history import Happened, history
from response_app.domain.record import Record

from ..editors.flow import FlowRow
from ..widgets.basics import Card, button, label, rule

_FOOT = "Only a letter or report of the inspectors closes a finding. Updates are published as a separate dated page and PDF that link back."


class HistoryCard(Card):
    """The lines, the newest first, and what can be done with the finding.

    Signals:
        move_asked: the target date is to be moved.
        close_asked: the inspectors closed it, or that is to be taken back.
        removed: (int) the update of this number, from 0, is to be taken out.
    """

    move_asked = Signal()
    close_asked = Signal()
    removed = Signal(int)

    def __init__(self) -> None:
        super().__init__("History")
        self.move_target, self.close_finding = button("Move the target date…"), button("Closed by the inspectors…")
        self.move_target.clicked.connect(lambda: self.move_asked.emit())
        self.close_finding.clicked.connect(lambda: self.close_asked.emit())
        self.room = QVBoxLayout()
        self._lines = QVBoxLayout()
        self._inner: QWidget | None = None
        buttons = QWidget()
        flow = FlowRow(buttons, QMargins(), 12)
        flow.addWidget(self.move_target)
        flow.addWidget(self.close_finding)
        self.body.addWidget(buttons)
        self.body.addLayout(self.room)
        self.body.addLayout(self._lines)
        self.body.addWidget(rule())
        self.body.addWidget(label(_FOOT, "quiet"))

    def show_finding(self, record: Record, finding: Finding, name: str, live_since: date | None) -> None:
        """Show a finding by its short name; `live_since` as `history` takes it."""
        self.title.setText(f"{name}: history")
        words = "Open again" if finding.closed is not None else "Closed by the inspectors…"
        self.close_finding.setText(words)
        self.close_finding.setAccessibleName(words)
        if self._inner is not None:
            self._inner.hide()
            self._lines.removeWidget(self._inner)
            self._inner.deleteLater()
        self._inner = QWidget()
        grid = QGridLayout(self._inner)
        grid.setContentsMargins(0, 4, 0, 4)
        grid.setHorizontalSpacing(18)
        grid.setVerticalSpacing(10)
        grid.setColumnStretch(2, 1)
        lines = history(record, finding, live_since)
        for number, each in enumerate(lines):
            self._line(grid, number, each)
        if not lines:
            grid.addWidget(label("Nothing yet.", "quiet"), 0, 0)
        self._lines.addWidget(self._inner)
        self._inner.show()

    def _line(self, grid: QGridLayout, number: int, each: Happened) -> None:
        when = in_words(each.on) if each.on else "No date"
        top = Qt.AlignmentFlag.AlignTop
        day, who, words = label(when, wrap=False), label(each.who), label(each.what)
        for made in (day, who, words):  # on one line with the words of the button, which stand in its middle
            made.setContentsMargins(0, 3, 0, 0)
        grid.addWidget(day, number, 0, top)
        who.setMinimumWidth(140)
        grid.addWidget(who, number, 1, top)
        what = QHBoxLayout()
        what.addWidget(words, 1, top)
        if each.update is not None:
            out = button("Take out", "link", f"Take out: {each.who}, {when}, {number + 1}")
            out.clicked.connect(lambda _checked=False, update=each.update: self.removed.emit(update))
            what.addWidget(out, 0, top)
        grid.addLayout(what, number, 2)
