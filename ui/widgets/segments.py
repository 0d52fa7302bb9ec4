"""Buttons side by side of which one is chosen (answers to findings)."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum

from PySide6.QtCore import QMargins, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QPushButton, QSizePolicy, QWidget

from ..editors.flow import FlowRow
from .basics import button
from .settling import Settling


class Segments(QWidget):
    """A choice among few; arrow keys move it, like radio buttons.

    Signals:
        chosen: the value that the user chose; by arrow keys once they have paused.
    """

    chosen = Signal(object)

    def __init__(self, choices: Sequence[tuple[Enum, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        self._by_value: dict[Enum, QPushButton] = {}
        row = FlowRow(self, QMargins(), 0, last_at_right=False)
        for value, words in choices:
            made = button(words)
            made.setProperty("segment", "next" if self._by_value else "first")
            made.setCheckable(True)
            made.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
            self._group.addButton(made)
            self._by_value[value] = made
            row.addWidget(made)
        self._value = choices[0][0]
        self._settling = Settling(self)
        self._settling.watch(self._by_value.values())
        self._settling.settled.connect(self._choose)

    @property
    def value(self) -> Enum:
        """What is chosen, which arrow keys may still be going through."""
        return next((value for value, made in self._by_value.items() if made.isChecked()), self._value)

    def settle(self) -> None:
        """Take what arrow keys have come to as chosen."""
        self._settling.settle()

    def set_value(self, value: Enum) -> None:
        """Show another choice; one that arrow keys are going through stays while the stored one is the same as before."""
        if self._settling.pending and value is self._value:
            return
        self._settling.forget()
        self._value = value
        self._by_value[value].setChecked(True)
        self._let_tab_in()

    def set_name(self, name: str) -> None:
        """Say what is chosen here: a screen reader reads it after the words of each button."""
        for made in self._by_value.values():
            made.setAccessibleName(f"{made.text().replace('&&', '&')}, {name}")

    def button_of(self, value: Enum) -> QPushButton:
        """Return the button of a choice."""
        return self._by_value[value]

    def _let_tab_in(self) -> None:
        """Tab comes to the chosen one, which Qt sees to only where the user chose it."""
        for value, made in self._by_value.items():
            made.setFocusPolicy(Qt.FocusPolicy.StrongFocus if value is self._value else Qt.FocusPolicy.ClickFocus)

    def _choose(self) -> None:
        value = self.value
        if value is not self._value:
            self._value = value
            self.chosen.emit(value)
