"""Starts the window: frame first, then the store (every step)."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from . import accessible, theme
from .garbage import GarbageWhenAway
from .main_window import MainWindow
from .plain_imports import plain_imports
from .screen import Screen

if TYPE_CHECKING:
    from response_app.authoring.workspace import Workspace


def make_app(arguments: Sequence[str]) -> QApplication:
    """Return the application object with its looks; one a process."""
    app = QApplication(list(arguments))
    app.setApplicationName("Inspection Response")
    app.setApplicationDisplayName("Inspection Response")
    theme.install(app, on_windows=True)
    accessible.install()
    GarbageWhenAway(app)
    return app


def run(folder: Path, record_file: Path | None = None) -> int:
    """Show the window on the store in `folder` and return the exit code when it is closed.

    Args:
        folder: where the store is, made when it is not there.
        record_file: a record file to bring in and open.
    """
    gc.disable()
    app = make_app(sys.argv)
    window = MainWindow()
    _tell_faults(window)
    Screen(window)

    def open_workspace() -> Workspace:
        import getpass

        with plain_imports():
            from response_app.authoring.start import open_for_window

            return open_for_window(folder, getpass.getuser())

    def start() -> None:
        try:
            window.start(open_workspace)
        finally:
            _collect_from_now_on()
        if window.state is not None:
            from .read_ahead import ReadAhead

            ReadAhead(window)
        if record_file is not None and window.places is not None:
            window.places.files.open_file(record_file)

    _AfterFirstPaint(window, start)
    window.show()
    return app.exec()


def _collect_from_now_on() -> None:
    """The garbage collector waits for the window, a seventh of whose start it would take; what was imported till then it never looks at."""
    gc.freeze()
    gc.enable()


class _AfterFirstPaint(QObject):
    """Calls `then` once, when a window stands on the screen: a timer set beside `show()` would come before it is painted."""

    def __init__(self, window: QWidget, then: Callable[[], None]) -> None:
        super().__init__(window)
        self._then = then
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Wait for the first painting, of which the rest is done before any timer fires."""
        if event.type() is QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self._then)
        return False


def _tell_faults(window: MainWindow) -> None:
    """Show in the window what nobody foresaw, instead of ending; details go to stderr only where they are asked for."""

    def tell(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            window.close()
            return
        if os.environ.get("RESPONSE_APP_DEBUG"):
            sys.__excepthook__(kind, error, trace)
        window.tell_fault(error)

    sys.excepthook = tell
