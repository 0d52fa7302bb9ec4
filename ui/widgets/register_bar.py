"""What of the register is shown, and in which order: words to seek, lists of choices (register of findings)."""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum

from PySide6.QtCore import QMargins, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from response_app.domain.finding import FindingKind
from response_app.domain.register import FindingState

from ..editors.flow import FlowRow
from ..models.register_order import Dates, Filter, Sort
from .basics import button, label
from .inputs import Choice, Choices

_CAUSES = (FindingKind.CAUSE_OF_CONCERN, FindingKind.ACCELERATED_CAUSE_OF_CONCERN)
_KINDS: Choices = (
    ((), "All kinds"),
    (_CAUSES, "Causes of concern"),
    ((FindingKind.RECOMMENDATION,), "Recommendations"),
    ((FindingKind.AREA_FOR_IMPROVEMENT,), "Areas for improvement"),
    ((FindingKind.PROMISING_PRACTICE,), "Promising practice"),
)
_PAD_X = 16
_WAIT_MS = 120
"""How long typing has to pause before the register is searched."""
_WIDEST = 28
"""Letters of a choice that are always seen."""


def _words_of(values: Iterable[Enum]) -> list[tuple[Enum, str]]:
    return [(each, each.value) for each in values]


class RegisterBar(QWidget):
    """The strip above the table.

    Signals:
        filtered: something else is to be shown.
        sorted: (Sort, bool) by what, and whether backwards.
    """

    filtered = Signal()
    sorted = Signal(object, bool)

    def __init__(self, export: QPushButton, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.search = QLineEdit()
        self.search.setAccessibleName("Search the register")
        self.search.setPlaceholderText("Search findings, inspections, owners")
        self.count = label("", "quiet", wrap=False)
        self.show_all = button("Show all findings", "link")
        self.dates = self._choice("Dates", _words_of(Dates))
        self.kinds = self._choice("Kind", _KINDS)
        self.states = self._choice("State", [(None, "All states"), *_words_of(FindingState)])
        self.made_to = self._choice("Made to, or for", [("", "Made to anyone")])
        self.sort = self._choice("Sort by", [(each, f"By {each.value[0].lower()}{each.value[1:]}") for each in Sort])
        self.backwards = button("Last first", name="Last first: sort backwards")
        self.backwards.setCheckable(True)
        self._lay_out(export)
        self._seek_soon = QTimer(self, singleShot=True, interval=_WAIT_MS)
        self._seek_soon.timeout.connect(self.filtered)
        self.search.textChanged.connect(lambda: self._seek_soon.start())
        for each in (self.dates, self.kinds, self.states, self.made_to):
            each.activated.connect(self.filtered)
        self.sort.activated.connect(self._tell_sort)
        self.backwards.clicked.connect(self._tell_sort)
        self.show_all.clicked.connect(self.clear)

    def _choice(self, name: str, choices: Choices) -> Choice:
        made = Choice(choices)
        made.setAccessibleName(name)
        made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        made.setCurrentIndex(0)
        return made

    def _lay_out(self, export: QPushButton) -> None:
        above = QHBoxLayout()
        above.setSpacing(12)
        above.addWidget(self.search, 1)
        above.addWidget(export)
        self._choices = QWidget()
        self._flow = FlowRow(self._choices, QMargins(), 8, last_at_right=False)
        for each in (self.dates, self.kinds, self.states, self.made_to, self.sort, self.backwards):
            self._flow.addWidget(each)
        under = QHBoxLayout()
        under.setSpacing(12)
        under.addWidget(self.count)
        under.addWidget(self.show_all)
        under.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(_PAD_X, 14, _PAD_X, 10)
        column.setSpacing(10)
        column.addLayout(above)
        column.addWidget(self._choices)
        column.addLayout(under)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the choices go on in a second row where they need one."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self._choices.setFixedHeight(self._flow.heightForWidth(self.width() - 2 * _PAD_X))

    def filter(self) -> Filter:
        """Return what is to be shown."""
        return Filter(
            words=tuple(self.search.text().casefold().split()),
            dates=self.dates.value(),
            kinds=self.kinds.value(),
            state=self.states.value(),
            made_to=self.made_to.value() or "",
        )

    def offer_names(self, names: Iterable[str]) -> None:
        """Offer to whom findings are made; the chosen name stays chosen while somebody has it."""
        self.made_to.offer([("", "Made to anyone"), *((each, _short(each)) for each in names)])
        if self.made_to.currentIndex() < 0:
            self.made_to.setCurrentIndex(0)
        self._fit()

    def show_count(self, words: str) -> None:
        """Say how many findings are shown."""
        self.count.setText(words)
        self.show_all.setVisible(self.filter() != Filter())

    def show_sort(self, sort: Sort, *, backwards: bool) -> None:
        """Show by what the table is sorted."""
        self.sort.choose(sort)
        self.backwards.setChecked(backwards)

    def clear(self) -> None:
        """Show everything again."""
        for each in (self.dates, self.kinds, self.states, self.made_to):
            each.setCurrentIndex(0)
        self.search.clear()
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)
        self._seek_soon.stop()
        self.filtered.emit()

    def _tell_sort(self) -> None:
        self.sorted.emit(self.sort.value(), self.backwards.isChecked())


def _short(name: str) -> str:
    words = " ".join(name.split())
    return words if len(words) <= _WIDEST else f"{words[: _WIDEST - 1].rstrip()}…"
