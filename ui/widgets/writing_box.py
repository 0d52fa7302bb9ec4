"""A box to write an answer in: toolbar, words, and who owns it by when (answers to findings)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLineEdit, QVBoxLayout, QWidget

from response_app.guidance.sections import ANSWERS

from .. import theme
from ..editors.bars import EditorBars
from ..editors.rich_text_edit import RichTextEdit
from .basics import label, restyle, rule
from .date_field import DateField
from .growing import LEAST, Growing
from .text_buttons import text_buttons

_TWO_FIELDS_FROM = 360
"""Width in logical pixels at 100 % from which owner and target date stand beside each other."""


class WritingBox(QFrame):
    """An editor that grows with its words, with or without buttons over it."""

    def __init__(self, name: str, parent: QWidget | None = None, *, buttons: bool = True) -> None:
        """Make a box.

        Args:
            name: what a screen reader calls the editor.
            parent: the widget that it stands in.
            buttons: whether it has a toolbar and offers fields and standard wording, for words of our own; keys do the rest.
        """
        super().__init__(parent)
        self.setProperty("card", "true")
        self.edit = RichTextEdit(name)
        self.edit.setProperty("frameless", "true")
        self.edit.wording_place, self.edit.offers_fields = (ANSWERS if buttons else ""), buttons
        self._growing = Growing(self.edit)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        self._over: list[QWidget] = []
        if buttons:
            toolbar = text_buttons(self.edit)
            toolbar.words.hide()
            self._over = [toolbar, rule()]
            for each in self._over:
                column.addWidget(each)
        column.addWidget(EditorBars(self.edit))
        column.addWidget(self.edit)

    def set_read_only(self, read_only: bool) -> None:
        """Show the words for reading, without a frame, or to be written."""
        self.edit.set_read_only(read_only)
        for each in self._over:
            each.setHidden(read_only)
        frame = "none" if read_only else "true"
        if self.property("card") != frame:
            self.setProperty("card", frame)
            restyle(self)
        self._growing.least = 0 if read_only else LEAST
        self._growing.fit()


class OwnerAndTarget(QWidget):
    """Who owns an action and by when it is to be done.

    Signals:
        changed: (str, date or None) the user has set another owner or date.
    """

    changed = Signal(str, object)

    def __init__(self, whose: str, today: Callable[[], date], parent: QWidget | None = None) -> None:
        """Make the two fields.

        Args:
            whose: tells them apart from others on the page, for a screen reader.
            today: for days that are typed without a year.
            parent: the widget that they stand in.
        """
        super().__init__(parent)
        self._kept: tuple[str, date | None] = ("", None)
        self._place = ""
        self.owner = QLineEdit()
        self.target = DateField("Target date", today)
        self.problem = label("", "error")
        self.problem.hide()
        self.in_full = label("", "quiet")
        self.in_full.hide()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(4)
        self._names = [label(words, "label", wrap=False) for words in ("Owner", "Target date")]
        self._columns = 0
        self._lay_out(2)
        self.set_name(whose)
        self.target.problem_changed.connect(self._tell)
        self.target.understood.connect(self._say)
        self.owner.editingFinished.connect(self._owner_typed)
        self.target.date_changed.connect(self._target_set)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the fields beside each other, or below each other where there is no room."""
        super().resizeEvent(event)
        self._lay_out(2 if event.size().width() >= theme.theme().pixels(_TWO_FIELDS_FROM) else 1)

    def _lay_out(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        for number, (name, field) in enumerate(zip(self._names, (self.owner, self.target), strict=True)):
            name.setBuddy(field)
            row, column = divmod(number, columns)
            self._grid.addWidget(name, 2 * row, column)
            self._grid.addWidget(field, 2 * row + 1, column)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, columns - 1)
        self._grid.addWidget(self.problem, 4, columns - 1)
        self._grid.addWidget(self.in_full, 5, columns - 1)

    def set_name(self, whose: str) -> None:
        """Tell the fields apart from others on the page, for a screen reader."""
        self.owner.setAccessibleName(f"Owner, {whose}")
        self.target.setAccessibleName(f"Target date, {whose}")

    def show_values(self, place: str, owner: str, target: date | None) -> None:
        """Show the values of a place; of the same place as before, what is typed and not yet taken stays."""
        fresh = place != self._place
        if fresh:
            self.target.start_anew()
        if fresh or owner != self._kept[0]:
            self.owner.setText(owner)
        if fresh or target != self._kept[1]:
            self.target.set_date(target)
        self._place, self._kept = place, (owner, target)

    def flush(self) -> None:
        """Hand over what is typed and not yet handed over."""
        self._owner_typed()
        self.target.commit()

    @property
    def values(self) -> tuple[str, date | None]:
        """Owner and target date."""
        return self._kept

    @property
    def is_empty(self) -> bool:
        """Whether neither is set."""
        return self._kept == ("", None)

    def _owner_typed(self) -> None:
        self._change(self.owner.text().strip(), self._kept[1])

    def _target_set(self, target: date | None) -> None:
        self._change(self.owner.text().strip(), target)

    def _tell(self, problem: str) -> None:
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))
        self.target.setAccessibleDescription(problem or self.in_full.text())

    def _say(self, words: str) -> None:
        """Say under the target date which day was understood."""
        self.in_full.setText(words)
        self.in_full.setVisible(bool(words))
        self.target.setAccessibleDescription(self.problem.text() or words)

    def _change(self, owner: str, target: date | None) -> None:
        if (owner, target) != self._kept:
            self._kept = owner, target
            self.changed.emit(owner, target)
