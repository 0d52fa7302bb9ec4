"""Things of one kind below each other, each with its fields; added and removed by the user (inspection details, findings)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from .basics import button, label, rule
from .form import Form, Row, SideBySide
from .tab_order import come_before

Save = Callable[[int, str, Any], bool]
"""Saves a field of the one at an index, and returns whether that worked."""
MakeRows = Callable[[], dict[str, Row]]
"""Makes the rows of one thing, by the name of the field of it that each shows."""


class Several(QWidget):
    """Shows a tuple of values; who made it stores what is entered, and shows the values again.

    Signals:
        add_asked: another one is wanted.
        remove_asked: (int) the one at this index is to go.
    """

    add_asked = Signal()
    remove_asked = Signal(int)

    def __init__(self, thing: str, hint: str, make_rows: MakeRows, together: Sequence[Sequence[str]], save: Save) -> None:
        """Show none yet.

        Args:
            thing: what one is called, such as "source"; it stands over each with its number.
            hint: a quiet line over them.
            make_rows: makes the rows of one.
            together: the names of the fields, those that stand beside each other in one group.
            save: saves what is entered.
        """
        super().__init__()
        self.boxes: list[_One] = []
        self.is_read_only = False
        self._thing, self._make_rows, self._together, self._save = thing, make_rows, together, save
        self.add = button(f"Add a {thing}", "link")
        self.add.clicked.connect(self._ask_for_another)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(10)
        self._column.addWidget(label(hint, "quiet"))
        self._below = QVBoxLayout()
        self._below.setSpacing(12)
        self._column.addLayout(self._below)
        self._column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)

    def show_values(self, values: Sequence[Any], *, fresh: bool = False) -> None:
        """Show these values; `fresh` when they belong to something else than before."""
        fresh = fresh or len(self.boxes) > len(values)  # one is gone: those after it stand in other boxes than before
        while len(self.boxes) > len(values):
            self._drop(self.boxes.pop())
        while len(self.boxes) < len(values):
            self._append()
        for box, value in zip(self.boxes, values, strict=True):
            box.form.show(value, fresh=fresh)
            box.set_read_only(self.is_read_only)

    def set_read_only(self, read_only: bool) -> None:
        """Let them be read only, because they are published, or be changed again."""
        self.is_read_only = read_only
        self.add.setHidden(read_only)
        self.setHidden(read_only and not self.boxes)
        for box in self.boxes:
            box.set_read_only(read_only)

    def flush(self) -> None:
        """Save what is typed."""
        for box in list(self.boxes):
            box.form.flush()

    def _ask_for_another(self) -> None:
        before = len(self.boxes)
        self.add_asked.emit()
        if len(self.boxes) > before:
            self.boxes[-1].first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _append(self) -> None:
        number = len(self.boxes) + 1
        box = _One(f"{self._thing} {number}", self._make_rows(), self._together)
        box.remove.clicked.connect(lambda: self._ask_to_remove(box))
        for name, row in box.rows.items():
            self._bind(box, name, row)
        self.boxes.append(box)
        self._below.addWidget(box)
        box.show()  # at once, not when the window next comes to it: the keyboard goes into it now
        come_before(box, self.add)

    def _bind(self, box: _One, name: str, row: Row) -> None:
        box.form.bind(row, lambda value: getattr(value, name), lambda value: self._save(self.boxes.index(box), name, value))

    def _ask_to_remove(self, box: _One) -> None:
        before = len(self.boxes)
        self.remove_asked.emit(self.boxes.index(box))
        if len(self.boxes) < before:
            self.add.setFocus(Qt.FocusReason.OtherFocusReason)

    def _drop(self, box: _One) -> None:
        focus = QApplication.focusWidget()
        if focus is not None and box.isAncestorOf(focus):
            self.add.setFocus(Qt.FocusReason.OtherFocusReason)
        self._below.removeWidget(box)
        box.hide()
        box.setParent(None)
        box.deleteLater()


class _One(QFrame):
    """One of them: a line over it, its number, a button to remove it, its rows."""

    def __init__(self, name: str, rows: dict[str, Row], together: Sequence[Sequence[str]]) -> None:
        super().__init__()
        self.form: Form[Any] = Form()
        self.rows = rows
        self.remove = button("Remove", "link", f"Remove {name}")
        for row in rows.values():
            row.control.setAccessibleName(f"{row.label.text()}, {name}")
        head = QHBoxLayout()
        head.addWidget(label(name.capitalize(), "label"), 1)
        head.addWidget(self.remove)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(rule())
        column.addLayout(head)
        for names in together:
            group = [rows[each] for each in names]
            column.addWidget(group[0] if len(group) == 1 else SideBySide(*group))
        self.first = rows[together[0][0]].control

    def set_read_only(self, read_only: bool) -> None:
        """Let its fields be read only, or be filled in again."""
        self.remove.setHidden(read_only)
        for row in self.rows.values():
            row.set_read_only(read_only)
