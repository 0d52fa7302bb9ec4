"""The window comes forward when the app is started a second time (start of every step)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QFileSystemWatcher, QObject, Signal

if TYPE_CHECKING:
    from response_app.authoring.workspace import Workspace


class SecondStart(QObject):
    """Watches the store's folder for what a second start leaves there.

    Signals:
        asked: (Path or None) a second start wants the window, perhaps with a record file to open.
    """

    asked = Signal(object)

    def __init__(self, workspace: Workspace, parent: QObject) -> None:
        super().__init__(parent)
        self._workspace = workspace
        workspace.take_request()  # left over from a window that ended without answering: this one is in front already
        self._watcher = QFileSystemWatcher([str(workspace.path.parent)], self)
        self._watcher.directoryChanged.connect(self._look)

    def stop(self) -> None:
        """Answer no more: the store is being closed."""
        self._watcher.directoryChanged.disconnect(self._look)

    def _look(self) -> None:
        request = self._workspace.take_request()
        if request is not None:
            self.asked.emit(request.record)
