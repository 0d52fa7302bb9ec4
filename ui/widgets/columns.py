"""Columns of a page beside each other; where there is no room, one at a time under tabs (guided sections, answers)."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QTabBar, QVBoxLayout, QWidget

from .. import theme

ROOM = 920
"""Width in logical pixels at 100 % from which columns stand beside each other: that of a window of 1200."""

_GAP = 18


@dataclass(slots=True)
class _Column:
    widget: QWidget
    width: int


class Columns(QWidget):
    """Widgets in columns; one of them takes what room the others leave.

    The page calls `fit` with the room that it has, when that changes: a widget in a scroll area cannot tell by itself.

    Signals:
        folded: (bool) whether one column at a time is shown now.
    """

    folded = Signal(bool)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """Make the columns of a page; `name` is what a screen reader calls the tabs."""
        super().__init__(parent)
        self._columns: list[_Column] = []
        self._room = 0
        self._lent: tuple[int, int] | None = None
        self._alone: tuple[int, int] | None = None
        self.is_folded = False
        self.tabs = QTabBar()
        self.tabs.setAccessibleName(name)
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setUsesScrollButtons(True)
        self.tabs.hide()
        self._row = QHBoxLayout()
        self._row.setSpacing(_GAP)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.tabs)
        column.addLayout(self._row, 1)
        self.tabs.currentChanged.connect(lambda index: self._arrange())
        theme.theme().changed.connect(self._refit)  # a method, not a lambda: it ends with the widget

    def _refit(self) -> None:
        self.fit(self._room)

    def add(self, title: str, widget: QWidget, width: int = 0) -> None:
        """Add a column, `width` logical pixels wide at 100 %; 0 for the one that takes what is left."""
        self._columns.append(_Column(widget, width))
        self._row.addWidget(widget, 0 if width else 1)
        self.tabs.addTab(title.replace("&", "&&"))
        if not width:
            self.tabs.setCurrentIndex(len(self._columns) - 1)

    def name(self, index: int, title: str) -> None:
        """Give the tab of a column another title."""
        self.tabs.setTabText(index, title.replace("&", "&&"))

    def bring_forward(self, index: int) -> None:
        """Show a column, where only one is shown."""
        self.tabs.setCurrentIndex(index)

    def bring_forward_with(self, inside: QWidget) -> None:
        """Show the column that something stands in, where only one is shown."""
        for index, each in enumerate(self._columns):
            if each.widget.isAncestorOf(inside):
                self.tabs.setCurrentIndex(index)

    def lend(self, to: int | None, of: int = 0) -> None:
        """Give a column the room of another as well, which is hidden meanwhile; None gives it back."""
        self._lent = None if to is None else (to, of)
        self._arrange()

    def stand_alone(self, index: int | None, width: int = 0) -> None:
        """Show one column alone, in the middle and at most `width` logical pixels wide at 100 %; None shows all again."""
        self._alone = None if index is None else (index, width)
        if index is not None:
            self.tabs.setCurrentIndex(index)
        self.fit(self._room)

    def fit(self, room: int) -> None:
        """Arrange the columns in `room` logical pixels."""
        self._room = room
        folded = bool(room) and room < self._needed() and self._alone is None
        if folded != self.is_folded:
            self.is_folded = folded
            self._bring_focus_forward()
            self.folded.emit(folded)
        self._arrange()

    def _needed(self) -> int:
        look = theme.theme()
        wide = [look.pixels(each.width) if each.width else each.widget.minimumSizeHint().width() for each in self._columns]
        return max(look.pixels(ROOM), sum(wide) + _GAP * (len(wide) - 1))

    def _bring_focus_forward(self) -> None:
        focus = QApplication.focusWidget()
        if focus is not None:
            self.bring_forward_with(focus)

    def _arrange(self) -> None:
        self.tabs.setVisible(self.is_folded)
        look = theme.theme()
        alone = self._alone
        aside = max(0, (self._room - look.pixels(alone[1])) // 2) if alone else 0
        self._row.setContentsMargins(aside, 0, aside, 0)
        for index, each in enumerate(self._columns):
            width = self._width_of(index)
            if width and not self.is_folded:
                each.widget.setFixedWidth(width)
            else:
                each.widget.setMinimumWidth(0)
                each.widget.setMaximumWidth(16777215)
            each.widget.setVisible(self._is_shown(index))

    def _width_of(self, index: int) -> int:
        """The width of a column where it is fixed, with the room that it was lent; 0 where it is not."""
        widths = [theme.theme().pixels(each.width) for each in self._columns]
        if self._lent is not None and self._lent[0] == index and widths[index]:
            return widths[index] + widths[self._lent[1]] + _GAP
        return widths[index]

    def _is_shown(self, index: int) -> bool:
        if self._alone is not None:
            return index == self._alone[0]
        if self.is_folded:
            return index == self.tabs.currentIndex()
        return self._lent is None or index != self._lent[1]
