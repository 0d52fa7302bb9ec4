"""A strip with the hints on readability as a list in words; beside the text and not over it (guided sections, answers)."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QMargins, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from ..editors.flow import FlowRow
from ..messages import announce
from ..theme import theme
from .basics import button, label

_MOST_LISTED = 500
_ROWS_SHOWN, _ROW = (2, 6), 28
_OTHERS = 480
"""Height in pixels at 100 % that the list leaves to the rest of the window."""
_PLACE = Qt.ItemDataRole.UserRole


class HintsStrip(QFrame):
    """Shows what may be hard to read; arrows go from hint to hint, Enter goes to the words, Delete takes a hint away, Escape closes.

    Signals:
        stood_on: (int) show the words of the hint with this number of the list.
        chosen: (int) go to them.
        aside_requested: (int) do not show this hint any more.
        off_requested: show no hints any more.
        closed: go back to the text.
    """

    stood_on = Signal(int)
    chosen = Signal(int)
    aside_requested = Signal(int)
    off_requested = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("banner")
        self.setProperty("kind", "info")
        self.setAccessibleName("Readability hints")
        self.words = label("", "label")
        self.list = QListWidget()
        self.list.setAccessibleName("Hints on this page")
        self.list.setAccessibleDescription("Enter goes to the words, Delete does not show the hint any more, Escape closes the list.")
        self.list.setUniformItemSizes(True)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.go = button("Go to the words", "primary")
        self.aside = button("Don’t show this hint here")
        for made, key in ((self.go, "Enter"), (self.aside, "Delete")):
            made.setToolTip(f"{key}, in the list")
        self.off = button("Turn off readability hints")
        self.close_button = button("Close", "link", "Close readability hints")
        self._waits = False
        self._doing = self._lay_out()
        self._connect()
        self.hide()

    def show_hints(self, lines: Sequence[str], words: str) -> None:
        """Show hints, one on a line, and how many there are in words; one stays on the same number where it can."""
        before = max(0, self.list.currentRow())
        self.list.blockSignals(True)
        self.list.clear()
        for number, line in enumerate(lines[:_MOST_LISTED]):
            item = QListWidgetItem(line)
            item.setData(_PLACE, number)
            item.setToolTip(line.replace("&", "&amp;").replace("<", "&lt;"))
            self.list.addItem(item)
        self.list.setCurrentRow(min(before, self.list.count() - 1))
        self.list.blockSignals(False)
        if words != self.words.text():
            self.words.setText(words)
            announce(self, words)
        focus = self.focusWidget()
        if not lines and focus is not None and focus.hasFocus():
            self.close_button.setFocus(Qt.FocusReason.OtherFocusReason)  # what has the keyboard goes
        for each in (self.list, self._doing):
            each.setVisible(bool(lines))
        if lines and self._waits:
            self._waits = False
            if self.close_button.hasFocus():
                self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        rows = [theme().pixels(count * _ROW + 8) for count in (*_ROWS_SHOWN, len(lines))]
        self.list.setFixedHeight(max(rows[0], min(rows[1], rows[2], self.window().height() - theme().pixels(_OTHERS))))

    def come(self) -> None:
        """Come up with the keyboard in the list."""
        self.show()
        self._waits = self.list.isHidden()  # the text may still be read
        (self.close_button if self._waits else self.list).setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes, Delete in the list takes a hint away."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif event.key() == Qt.Key.Key_Delete and self.list.hasFocus() and self.list.currentRow() >= 0:
            self.aside_requested.emit(self.list.currentRow())
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> QWidget:
        head = QHBoxLayout()
        head.addWidget(self.words, 1)
        head.addWidget(self.close_button)
        doing = QWidget()
        row = FlowRow(doing, QMargins(0, 0, 0, 0), 8, last_at_right=False)
        for each in (self.go, self.aside, self.off):
            row.addWidget(each)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 10, 24, 10)
        column.setSpacing(8)
        column.addWidget(self.list)
        column.addWidget(doing)
        column.insertLayout(0, head)  # seen first, but reached by Tab last: it closes the strip
        return doing

    def _connect(self) -> None:
        self.list.currentRowChanged.connect(self._stand_on)
        self.list.itemActivated.connect(lambda item: self.chosen.emit(item.data(_PLACE)))
        self.go.clicked.connect(lambda: self.chosen.emit(self.list.currentRow()))
        self.aside.clicked.connect(lambda: self.aside_requested.emit(self.list.currentRow()))
        self.off.clicked.connect(self.off_requested)
        self.close_button.clicked.connect(self.closed)

    def _stand_on(self, row: int) -> None:
        if row >= 0:
            self.stood_on.emit(row)
