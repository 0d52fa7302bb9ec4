"""A choice among buttons that arrow keys go through: it settles after a pause, so that what is passed is not chosen (every form)."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication

PAUSE = 800
"""Milliseconds without another arrow after which a choice is meant."""

_ARROWS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right)


class Settling(QObject):
    """Tells when a choice among exclusive buttons is meant: at once by mouse or Space; by arrows after a pause, or when they are left.

    Signals:
        settled: what is chosen now is meant.
    """

    settled = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._buttons: list[QAbstractButton] = []
        self._by_arrow = False
        self._pause = QTimer(self, interval=PAUSE, singleShot=True)
        self._pause.timeout.connect(self.settled)

    def watch(self, buttons: Iterable[QAbstractButton]) -> None:
        """Follow these buttons."""
        for each in buttons:
            self._buttons.append(each)
            each.installEventFilter(self)
            each.clicked.connect(self._clicked)

    @property
    def pending(self) -> bool:
        """Whether a choice was made that is not settled yet."""
        return self._pause.isActive()

    def settle(self) -> None:
        """Take a choice that is not settled yet as meant."""
        if self.pending:
            self._pause.stop()
            self.settled.emit()

    def forget(self) -> None:
        """Another thing is shown: a choice that is not settled is of no account."""
        self._pause.stop()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """See by what a button is clicked, and when the keyboard goes elsewhere."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            self._by_arrow = event.key() in _ARROWS
        elif event.type() is QEvent.Type.MouseButtonPress:
            self._by_arrow = False
        elif event.type() is QEvent.Type.FocusOut and QApplication.focusWidget() not in self._buttons:
            self.settle()
        return False

    def _clicked(self) -> None:
        if self._by_arrow:
            self._pause.start()
        else:
            self._pause.stop()
            self.settled.emit()
