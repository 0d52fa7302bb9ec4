"""One thing that the checks found: what, where, how much it weighs, the way to it, and setting it aside (checks)."""

from __future__ import annotations

from PySide6.QtCore import QMargins, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from response_app.checks import Problem, Severity
from response_app.domain.record import Record

from .. import theme
from ..editors.flow import FlowRow
from ..models.problem_groups import CLASSES, Group, go_words, under, where
from .basics import BadgeKind, badge, button, label, set_badge
from .reason_strip import ReasonStrip

_BADGES: dict[Severity, BadgeKind] = {
    Severity.WRONG: "red",
    Severity.LAW: "red",
    Severity.OFFICE_RULE: "red",
    Severity.WARNING: "amber",
    Severity.HINT: "grey",
}
_BESIDE = 560
"""From this width on, in pixels at 100 %, the buttons stand beside the words."""
MOST_PLACES = 50


class ProblemRow(QWidget):
    """Shows a group of equal problems.

    Signals:
        go_requested: (Problem) the user wants to see it where it stands.
        aside_requested: (Group, str) the user sets it aside for this reason.
    """

    go_requested = Signal(object)
    aside_requested = Signal(object, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group: Group | None = None
        self._record: Record | None = None
        self._title, self._under = label("", "task"), label("", "quiet")
        self._badge = badge("", "grey")
        self.aside = button("Set aside…", "link")
        self.go = button("Show")
        self.more = button("Show all places", "link")
        self.reason = ReasonStrip()
        self._places = QWidget()
        self._place_column = QVBoxLayout(self._places)
        self._place_column.setContentsMargins(0, 0, 0, 0)
        self._place_column.setSpacing(0)
        self._lay_out()
        self.go.clicked.connect(lambda: self.go_requested.emit(self.group.first))
        self.aside.clicked.connect(self._ask)
        self.more.clicked.connect(lambda: self._show_places(self._places.isHidden()))
        self.reason.given.connect(lambda reason: self.aside_requested.emit(self.group, reason))
        self.reason.closed.connect(self._leave_reason)

    @property
    def group(self) -> Group:
        """What is shown."""
        assert self._group is not None
        return self._group

    def show_group(self, record: Record, group: Group) -> None:
        """Show problems of a record; what is open of the row closes where it is about others than before."""
        other = self._group is None or group.key != self._group.key
        if other:
            self.reason.hide()
        if other or len(group.problems) < 2:
            self._show_places(False)
        self._group, self._record = group, record
        first = group.first
        said = under(record, group)
        self._title.setText(group.title)
        self._under.setText(said)
        self._under.setVisible(bool(said))
        words = CLASSES[first.severity]
        set_badge(self._badge, words, _BADGES[first.severity])
        self.go.setText(go_words(record, first).replace("&", "&&"))
        self.go.setAccessibleName(f"{go_words(record, first)}: {group.title}")
        self.go.setAccessibleDescription(f"{words}. {said}")
        self.aside.setVisible(not first.stops)
        self.aside.setAccessibleName(f"Set aside: {group.title}")
        self.reason.name(group.title)
        self.more.setVisible(len(group.problems) > 1)
        self._name_more()
        if not self._places.isHidden():
            self._fill_places()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the buttons beside the words where there is room, else below them."""
        super().resizeEvent(event)
        beside = event.size().width() >= theme.theme().pixels(_BESIDE)
        self._head.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(self._title)
        words.addWidget(self._under)
        words.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        words.addWidget(self._places)
        actions = QWidget()
        row = FlowRow(actions, QMargins(0, 0, 0, 0), 12, last_at_right=False)
        for each in (self._badge, self.aside, self.go):
            row.addWidget(each)
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._head.setSpacing(8)
        self._head.addLayout(words, 1)
        self._head.addWidget(actions, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 9, 16, 9)
        column.setSpacing(8)
        column.addLayout(self._head)
        column.addWidget(self.reason)

    # --- Setting aside ------------------------------------------------------------------------

    def _ask(self) -> None:
        self.reason.come()

    def _leave_reason(self) -> None:
        self.aside.setFocus()

    # --- The places of equal ones -------------------------------------------------------------

    def _name_more(self) -> None:
        is_open = not self._places.isHidden()
        count = len(self._group.problems) if self._group else 0
        words = "Hide the places" if is_open else f"Show all {count:,} places"
        self.more.setText(words)
        self.more.setAccessibleName(f"{words}: {self._group.title}" if self._group else words)

    def _show_places(self, on: bool) -> None:
        self._places.setVisible(on)
        self._name_more()
        if on:
            self._fill_places()

    def _fill_places(self) -> None:
        while self._place_column.count():
            item = self._place_column.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        if self._group is None or self._record is None:
            return
        for number, each in enumerate(self._group.problems[:MOST_PLACES], 1):
            words = where(self._record, each)
            made = button(words, "link", f"Show place {number:,}, {words}: {self._group.title}")
            made.clicked.connect(lambda _checked=False, each=each: self._go_to(each))
            self._place_column.addWidget(made, 0, Qt.AlignmentFlag.AlignLeft)
        left = len(self._group.problems) - MOST_PLACES
        if left > 0:
            self._place_column.addWidget(label(f"and {left:,} more", "quiet"))

    def _go_to(self, problem: Problem) -> None:
        self.go_requested.emit(problem)
