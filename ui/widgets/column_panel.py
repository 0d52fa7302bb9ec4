"""Which column of somebody's table of findings holds what: proposed by its name, confirmed by the user (report in)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from response_app.intake.columns import Column

from .basics import button, label
from .form import Row, SideBySide, choice_row

_NONE = -1


class ColumnPanel(QWidget):
    """A choice of column for each thing that a finding has.

    Signals:
        confirmed: (mapping of Column to the number of a column, from 0) read the findings so.
    """

    confirmed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names: Sequence[str] = ()
        self.rows: dict[Column, Row] = {each: choice_row(_words(each), ()) for each in Column}
        self.problem = label("", "error")
        self.problem.hide()
        self.go = button("Read the findings so", "primary")
        self.go.clicked.connect(self._confirm)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(label("Which column holds what?", "label"))
        column.addWidget(label("Proposed from the columns’ names. Change what is not right, then confirm.", "quiet"))
        every = list(self.rows.values())
        for at in range(0, len(every), 3):
            column.addWidget(SideBySide(*every[at : at + 3]))
        column.addWidget(self.problem)
        line = QHBoxLayout()
        line.addWidget(self.go)
        line.addStretch(1)
        column.addLayout(line)

    def show_columns(self, names: Sequence[str], mapping: Mapping[Column, int]) -> None:
        """Show the columns of a table, with what is proposed for each."""
        self._names = names
        offered = [(_NONE, "No column"), *((at, name or f"Column {at + 1}") for at, name in enumerate(names))]
        for column, row in self.rows.items():
            row.control.offer(offered)  # type: ignore[attr-defined]  # a Choice
            row.show_value(mapping.get(column, _NONE), fresh=True)
        self.problem.hide()

    def first_focus(self) -> QWidget:
        """What has the keyboard when the panel comes up."""
        return self.rows[Column.WORDING].control

    def _confirm(self) -> None:
        chosen = {column: int(row.control.value()) for column, row in self.rows.items() if row.control.value() not in (None, _NONE)}  # type: ignore[attr-defined]
        missing = Column.WORDING not in chosen
        self.problem.setText("Choose the column that holds the words of the findings.")
        self.problem.setVisible(missing)
        if not missing:
            self.confirmed.emit(chosen)


def _words(column: Column) -> str:
    return "Words of the finding" if column is Column.WORDING else column.words
