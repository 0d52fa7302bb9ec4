"""Python's garbage collection, kept out of the way of whoever works in the window (every step).

A full collection looks at every object and stops all threads while it does, with a large record for 0.1 to 0.3 s; left
to itself it comes in the middle of typing or of drawing the preview. Most of what the app lets go needs none.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication

EVERY_MS = 300_000
"""At the latest after so long, for a window that is worked in all day."""
_NEVER = 1_000_000


class GarbageWhenAway(QObject):
    """Collects in full when the user turns to another program, and every five minutes; young objects go as before."""

    def __init__(self, app: QGuiApplication) -> None:
        super().__init__(app)
        young, middle, _ = gc.get_threshold()
        gc.set_threshold(young, middle, _NEVER)
        timer = QTimer(self, interval=EVERY_MS)
        timer.timeout.connect(self._collect)
        timer.start()
        app.applicationStateChanged.connect(self._look_away)

    def _look_away(self, state: Qt.ApplicationState) -> None:
        if state is not Qt.ApplicationState.ApplicationActive:
            self._collect()

    def _collect(self) -> None:
        gc.collect()
