"""A form for an act, such as a sign-off: nothing is kept until it is saved as a whole (record out, after publication)."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from .basics import button, label
from .form import Row, SideBySide
from .typed_dates import NotUnderstood

Rows = Mapping[str, Row]
Checks = Mapping[str, Callable[[Any], str]]
"""By the key of a row, what says what is wrong with its value, "" where nothing is."""


class ActForm(QFrame):
    """Fields, and buttons to save and to leave.

    Signals:
        saved: (dict) what was entered, by the keys of the rows; all that is needed is there.
        left: nothing is to be kept.
    """

    saved = Signal(object)
    left = Signal()

    def __init__(
        self,
        rows: Rows,
        needed: Mapping[str, str],
        save: str,
        note: str = "",
        beside: Sequence[tuple[str, ...]] = (),
        checks: Checks | None = None,
    ) -> None:
        """Put a form together.

        Args:
            rows: by their keys, from top to bottom.
            needed: what to say where a row is empty that must not be.
            save: the words of the button.
            note: a line above the fields.
            beside: keys of rows that stand beside each other where there is room.
            checks: what a value must hold to that its field alone does not know, such as a day that is not to come.
        """
        super().__init__()
        self.rows = rows
        self._needed, self._checks = needed, checks or {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 6)
        column.setSpacing(12)
        if note:
            column.addWidget(label(note, "lead"))
        grouped = {keys[0]: keys for keys in beside}
        inner = {key for keys in beside for key in keys[1:]}
        for key, row in rows.items():
            if key in grouped:
                column.addWidget(SideBySide(*(rows[each] for each in grouped[key])))
            elif key not in inner:
                column.addWidget(row)
            if isinstance(row.control, QLineEdit):
                row.control.returnPressed.connect(self.save)
        self.save_button, self.leave_button = button(save, "primary"), button("Cancel")
        self.save_button.clicked.connect(lambda: self.save())
        self.leave_button.clicked.connect(lambda: self.left.emit())
        buttons = QHBoxLayout()
        buttons.setSpacing(12)
        buttons.addWidget(self.save_button)
        buttons.addWidget(self.leave_button)
        buttons.addStretch(1)
        column.addLayout(buttons)

    def begin(self, values: Mapping[str, Any]) -> None:
        """Show what is likely, to be corrected, and take the keyboard."""
        for key, value in values.items():
            self.rows[key].show_value(value, fresh=True)
        self.first.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def first(self) -> QWidget:
        """The first field."""
        return next(iter(self.rows.values())).control

    def save(self) -> None:
        """Save where all is there, else say what is not."""
        values: dict[str, Any] = {}
        wrong: Row | None = None
        for key, row in self.rows.items():
            problem = self._take(key, row, values)
            row.tell(problem)
            wrong = wrong or (row if problem else None)
        if wrong is not None:
            wrong.control.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.saved.emit(values)

    def _take(self, key: str, row: Row, values: dict[str, Any]) -> str:
        try:
            values[key] = row.value()
        except NotUnderstood as error:
            return str(error)
        if values[key] in ("", None):
            return self._needed.get(key, "")
        return self._checks[key](values[key]) if key in self._checks else ""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves the form."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
