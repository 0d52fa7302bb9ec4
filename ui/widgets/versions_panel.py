"""Earlier versions of a text, and what changed since the chosen one in words (guided sections)."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QSizePolicy, QVBoxLayout, QWidget

from response_app.domain.compare import WordChange

from .basics import label
from .wrapped_list import WrappedList

_NONE_YET = (
    "There is no earlier version yet. One is kept while you write, every ten minutes at most, and before and after "
    "great changes such as going back to a version."
)
_HOW = "Choose a version to see what changed since."
_MOST = 500
_ENTERS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
_CHOOSES = (*_ENTERS, Qt.Key.Key_Down, Qt.Key.Key_Up)
_VALUE = Qt.ItemDataRole.UserRole


class _List(WrappedList):
    """A list of lines that wrap; moving to one, a click or Enter chooses it."""

    entered = Signal(int)
    pressed_enter = Signal()

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.itemClicked.connect(lambda item: self.pressed_enter.emit())
        self.itemSelectionChanged.connect(self._enter)  # not the current one: coming to the list makes its first line that

    def add(self, words: str, value: int) -> QListWidgetItem:
        """Add a line that stands for a number."""
        item = QListWidgetItem(words)
        item.setData(_VALUE, value)
        self.addItem(item)
        return item

    @property
    def chosen(self) -> int | None:
        """The number that the chosen line stands for."""
        return next((int(item.data(_VALUE)) for item in self.selectedItems()), None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        item = self.currentItem()
        if event.key() in _CHOOSES and item is not None and not item.isSelected():
            self.setCurrentItem(item)
        elif event.key() in _ENTERS:
            self._enter()
        else:
            super().keyPressEvent(event)
        if event.key() in _ENTERS:
            self.pressed_enter.emit()

    def _enter(self) -> None:
        if self.chosen is not None:
            self.entered.emit(self.chosen)


class VersionsPanel(QWidget):
    """Versions, the newest first; moving in the list shows another, Enter too.

    Signals:
        wanted: (int) the number of the version that is to be compared with the text.
        change_chosen: (int) the compared line that is to be brought into view.
        opened: Enter or a click: the user wants to see the comparison, where there is not room for both.
    """

    wanted = Signal(int)
    change_chosen = Signal(int)
    opened = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.told = label(_NONE_YET, "quiet")
        self.list = _List("Earlier versions of this text")
        self.changes_title = label("Changes since then", "label")
        self.changes = _List("Changes since the chosen version")
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(10)
        column.addWidget(self.told)
        self.list.setSizeAdjustPolicy(QListWidget.SizeAdjustPolicy.AdjustToContents)
        self.list.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        column.addWidget(self.list, 2)
        column.addWidget(self.changes_title)
        column.addWidget(self.changes, 3)
        column.addStretch(0)
        for each in (self.list, self.changes):
            each.pressed_enter.connect(self.opened)
        self.list.entered.connect(self.wanted)
        self.changes.entered.connect(self.change_chosen)
        self.show_versions(())
        self.show_changes(None)

    def show_versions(self, versions: Sequence[tuple[int, str]]) -> None:
        """Show the number and description of each version; the chosen one stays chosen."""
        kept = self.chosen
        self.list.blockSignals(True)
        self.list.clear()
        for number, words in versions:
            item = self.list.add(words, number)
            if number == kept:
                self.list.setCurrentItem(item)
        self.list.blockSignals(False)
        self.told.setText(_HOW if versions else _NONE_YET)
        self.list.setVisible(bool(versions))

    def show_changes(self, changes: Sequence[WordChange] | None) -> None:
        """Say in words what changed since the chosen version; None when none is shown."""
        self.changes.blockSignals(True)
        self.changes.clear()
        for each in (changes or ())[:_MOST]:
            self.changes.add(each.words, each.line)
        if changes and len(changes) > _MOST:
            self.changes.add(f"and {len(changes) - _MOST:,} more, shown in the text", changes[_MOST].line)
        self.changes.blockSignals(False)
        self.changes.setVisible(bool(changes))
        self.changes_title.setVisible(bool(changes))

    def forget_chosen(self) -> None:
        """Let no version be chosen: the text is shown again."""
        self.list.blockSignals(True)
        self.list.clearSelection()
        self.list.blockSignals(False)
        self.show_changes(None)

    @property
    def chosen(self) -> int | None:
        """The number of the chosen version."""
        return self.list.chosen
