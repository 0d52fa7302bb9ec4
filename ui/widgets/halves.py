"""Two halves of a page beside each other, one at a time under tabs where there is no room, or the second alone (report in)."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QHBoxLayout, QTabBar, QVBoxLayout, QWidget

from .. import theme

ROOM = 920
"""Width in logical pixels at 100 % from which both are shown: that of a window of 1200."""
_GAP = 18
_SHARES = (42, 53)


class Halves(QWidget):
    """The halves; the page calls `fit` with the room that it has."""

    def __init__(self, name: str, first: tuple[str, QWidget], second: tuple[str, QWidget], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._halves = (first[1], second[1])
        self._room = 0
        self._alone = False
        self.is_folded = False
        self.tabs = QTabBar()
        self.tabs.setAccessibleName(name)
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        row = QHBoxLayout()
        row.setSpacing(_GAP)
        for (title, widget), share in zip((first, second), _SHARES, strict=True):
            self.tabs.addTab(title)
            row.addWidget(widget, share)
        self.tabs.setCurrentIndex(1)
        self.tabs.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.tabs)
        column.addLayout(row, 1)
        self.tabs.currentChanged.connect(self._arrange)
        theme.theme().changed.connect(self._refit)

    def fit(self, room: int) -> None:
        """Arrange the halves in `room` logical pixels."""
        self._room = room
        folded = bool(room) and room < theme.theme().pixels(ROOM)
        if folded != self.is_folded:
            self.is_folded = folded
            focus = QApplication.focusWidget()
            if focus is not None and self._halves[0].isAncestorOf(focus):
                self.tabs.setCurrentIndex(0)
        self._arrange()

    def show_second_alone(self, alone: bool) -> None:
        """Give the second half the whole width, or not."""
        self._alone = alone
        self._arrange()

    def bring_forward(self, index: int) -> None:
        """Show a half, where only one is shown."""
        if self.is_folded and not self._alone:
            self.tabs.setCurrentIndex(index)

    def _refit(self) -> None:
        self.fit(self._room)

    def _arrange(self) -> None:
        tabbed = self.is_folded and not self._alone
        self.tabs.setVisible(tabbed)
        self.tabs.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        for index, each in enumerate(self._halves):
            each.setVisible(index == self.tabs.currentIndex() if tabbed else index == 1 or not self._alone)
