"""The line that says how many warnings were set aside, and under it, when asked, which, why, by whom and when (checks)."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ..models.problem_groups import Aside
from .basics import button, label, rule


class AsidesRow(QWidget):
    """Shows what was set aside.

    Signals:
        heed_requested: (tuple of SetAside) these are to be heeded again.
    """

    heed_requested = Signal(object)

    def __init__(self, one: str, parent: QWidget | None = None) -> None:
        """Make it; `one` is what one of them is called, such as "warning"."""
        super().__init__(parent)
        self._one = one
        self.shown: tuple[Aside, ...] = ()
        self._title, self._under = label("", "task"), label("", "quiet")
        self.review = button("Review")
        self._list = QWidget()
        self._list.hide()
        self._column = QVBoxLayout(self._list)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(self._title)
        words.addWidget(self._under)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addLayout(words, 1)
        head.addWidget(self.review, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 9, 16, 9)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self._list)
        self.review.clicked.connect(lambda: self._open(self._list.isHidden()))

    def show_asides(self, shown: Sequence[Aside]) -> None:
        """Show what was set aside; nothing hides the line."""
        if tuple(shown) == self.shown:
            return
        self.shown = tuple(shown)
        count = len(self.shown)
        words = f"{count:,} {self._one}{'' if count == 1 else 's'} set aside"
        self.setVisible(bool(count))
        self._title.setText(words)
        first = [f"{each.title}: {each.reason}" for each in self.shown[:1]]
        self._under.setText(" … ".join([*first, ""] if count > 1 else first).rstrip())
        self._name_review()
        self._fill()

    def _open(self, on: bool) -> None:
        self._list.setVisible(on)
        self._under.setVisible(not on)
        self._name_review()

    def _name_review(self) -> None:
        words = "Review" if self._list.isHidden() else "Close"
        self.review.setText(words)
        self.review.setAccessibleName(f"{words} {self._title.text()}")

    def _fill(self) -> None:
        while self._column.count():
            item = self._column.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for number, each in enumerate(self.shown, 1):
            self._column.addWidget(self._entry(number, each))

    def _entry(self, number: int, aside: Aside) -> QWidget:
        made = QWidget()
        heed = button("Heed again", name=f"Heed {self._one} {number} again: {aside.title}")
        heed.setAccessibleDescription(f"{aside.reason} {aside.told}")
        heed.clicked.connect(lambda: self.heed_requested.emit(aside.kept))
        words = QVBoxLayout()
        words.setSpacing(1)
        for text, role in ((aside.title, "label"), (aside.reason, ""), (aside.told, "quiet")):
            if text:
                words.addWidget(label(text, role))
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addLayout(words, 1)
        row.addWidget(heed, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(rule())
        column.addLayout(row)
        return made
