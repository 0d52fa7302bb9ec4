"""A card of what the checks found in one class, the rows one below the other (checks)."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from response_app.domain.record import Record

from ..models.problem_groups import Aside, Group
from .asides_row import AsidesRow
from .basics import Card, button, label, restyle, rule
from .problem_row import ProblemRow

_AT_FIRST, _MORE = 20, 40


class ProblemCard(Card):
    """Shows groups of problems; hidden while there are none. Of many only the first are shown until more are asked for.

    Signals:
        go_requested: (Problem) the user wants to see it where it stands.
        aside_requested: (Group, str) the user sets it aside for this reason.
        heed_requested: (tuple of SetAside) these are to be heeded again.
    """

    go_requested = Signal(object)
    aside_requested = Signal(object, str)
    heed_requested = Signal(object)

    def __init__(self, title: str, *, stops: bool = False, one: str = "", note: str = "", parent: QWidget | None = None) -> None:
        """Make it, empty.

        Args:
            title: over the rows.
            stops: whether what stands here stops publication; the frame says so as well as the title.
            one: what one of them is called when it is set aside, "" where none can be.
            note: a quiet sentence under the rows, shown on request.
            parent: of the card.
        """
        super().__init__(title, parent)
        self.rows: list[ProblemRow] = []
        self._most = _AT_FIRST
        self._groups: Sequence[Group] = ()
        self._record: Record | None = None
        if stops:
            self.setProperty("card", "problem")
            self.title.setProperty("role", "problem")
            restyle(self.title)
        self._column = QVBoxLayout()
        self._column.setSpacing(0)
        self.asides = AsidesRow(one) if one else None
        self._rule, self._more_rule = rule(), rule()
        self.more = button("Show more", "link")
        self.more.setContentsMargins(16, 4, 16, 4)
        self.note = label(note, "quiet")
        self.note.setContentsMargins(16, 8, 16, 10)
        self._lay_out()
        self.hide()

    def show_groups(self, record: Record, groups: Sequence[Group], aside: Sequence[Aside] = (), *, noted: bool = False) -> None:
        """Show problems of a record and what was set aside of this class; `noted` shows the sentence under them."""
        self._record, self._groups = record, groups
        shown = groups[: self._most]
        while len(self.rows) < len(shown):
            self._add_row()
        for at, row in enumerate(self.rows):
            row.setVisible(at < len(shown))
            self._rules[at].setVisible(0 < at < len(shown))
            if at < len(shown):
                row.show_group(record, shown[at])
        left = len(groups) - len(shown)
        self.more.setText(f"Show {min(left, _MORE):,} more of {len(groups):,}")
        self.more.setAccessibleName(f"{self.more.text()}: {self.title.text()}")
        for each in (self.more, self._more_rule):
            each.setVisible(left > 0)
        if self.asides is not None:
            self.asides.show_asides(aside)
            self.asides.setVisible(bool(aside))
        self._rule.setVisible(bool(aside) and bool(groups))
        self.note.setVisible(noted)
        self.setVisible(bool(groups or aside))

    def close_reason(self, group: Group) -> None:
        """A group was set aside: its row goes when the checks have read the record, and the keyboard stays there."""
        for row in self.rows:
            if not row.isHidden() and row.group.key == group.key:
                row.reason.hide()
                row.go.setFocus()

    def last_stop(self) -> QWidget | None:
        """Return where the keyboard goes when the row that had it is gone."""
        shown = [row.go for row in self.rows if not row.isHidden()]
        if shown:
            return shown[-1]
        return self.asides.review if self.asides is not None and not self.isHidden() else None

    def begin_anew(self) -> None:
        """Another record is shown: only the first again."""
        self._most = _AT_FIRST

    def _add_row(self) -> None:
        line, row = rule(), ProblemRow()
        row.go_requested.connect(self.go_requested)
        row.aside_requested.connect(self.aside_requested)
        self._rules.append(line)
        self.rows.append(row)
        for each in (line, row):
            self._column.addWidget(each)

    def _show_more(self) -> None:
        first_new = self._most
        self._most += _MORE
        if self._record is not None:
            self.show_groups(self._record, self._groups, self.asides.shown if self.asides else (), noted=not self.note.isHidden())
        if first_new < len(self.rows):
            self.rows[first_new].go.setFocus()

    def _lay_out(self) -> None:
        self._rules: list[QWidget] = []
        self.body.setContentsMargins(1, 0, 1, 1)
        self.body.setSpacing(0)
        self.body.addLayout(self._column)
        self.body.addWidget(self._more_rule)
        self.body.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self._rule)
        if self.asides is not None:
            self.body.addWidget(self.asides)
            self.asides.heed_requested.connect(self.heed_requested)
        self.body.addWidget(self.note)
        self.more.clicked.connect(self._show_more)
