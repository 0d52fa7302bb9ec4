"""Tells when a window has been painted: after the whole of it, not when painting begins (every step)."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtWidgets import QScrollArea, QWidget

if TYPE_CHECKING:
    from ui.main_window import MainWindow

_WINDOW_IS_PAINTED_IN = (QEvent.Type.Expose, QEvent.Type.UpdateRequest)


def front_of(window: MainWindow) -> QWidget:
    """Return the widget that is painted with the page in front."""
    page = window.pages.currentWidget()
    inside: QWidget | None = page.widget() if isinstance(page, QScrollArea) else page
    assert inside is not None
    return inside


class PaintWatch(QObject):
    """Watches one window from before it is shown.

    Qt tells a widget that it is to paint itself, but not when it is done. All painting happens while the window
    handles one of two events, so this delivers those events itself and looks at the clock when they return.

    Attributes:
        first: when the window had been painted for the first time, by `time.monotonic`; None before.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__()
        self._window = window
        self._delivering = False
        self._painted: set[QObject] = set()
        self._part: QWidget | None = None
        self._then: Callable[[], None] | None = None
        self.first: float | None = None
        window.installEventFilter(self)

    def when_painted(self, part: QWidget, then: Callable[[], None]) -> None:
        """Call `then` once, when `part` of the window has been painted next; what was to be called before is forgotten."""
        if self._part is not None and self._part is not self._window:
            self._part.removeEventFilter(self)
        self._part, self._then = part, then
        part.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note what is painted, and deliver the events in which that happens."""
        kind = event.type()
        if kind is QEvent.Type.Paint:
            self._painted.add(watched)
        elif kind is QEvent.Type.Show and watched is self._window:
            handle = self._window.windowHandle()
            if handle is not None:
                handle.installEventFilter(self)
        elif kind in _WINDOW_IS_PAINTED_IN and not self._delivering:
            self._deliver(watched, event)
            return True
        return False

    def _deliver(self, watched: QObject, event: QEvent) -> None:
        self._painted.clear()
        self._delivering = True
        try:
            QCoreApplication.sendEvent(watched, event)
        finally:
            self._delivering = False
        if self._window in self._painted and self.first is None:
            self.first = monotonic()
        if self._then is not None and self._part in self._painted:
            then, self._then = self._then, None
            then()
