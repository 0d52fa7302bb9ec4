"""Keeps the window as the person left it: place, size, zoom, colours, and the records that were open (every step)."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QEvent, QObject, Qt

from response_app import settings

from . import theme

if TYPE_CHECKING:
    from .main_window import MainWindow

_SCHEMES = {"system": None, "light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark}


class Screen(QObject):
    """Dresses a window as it was and, when it closes, keeps how it is; fills the menu of recent records."""

    def __init__(self, window: MainWindow, folder: Path | None = None) -> None:
        """Follow `window`, not yet shown; the settings are in `folder`, by default where the system wants them."""
        super().__init__(window)
        self._window = window
        self._folder = folder
        self._kept = settings.load(folder)
        look = theme.theme()
        if self._kept.zoom != look.percent:
            look.zoom(self._kept.zoom)
        scheme = _SCHEMES.get(self._kept.colours)
        if scheme is not None:
            look.choose(scheme)
        window.actions_["hints"].setChecked(self._kept.hints)
        if self._kept.window:
            window.restoreGeometry(QByteArray.fromBase64(self._kept.window.encode("ascii", "ignore")))
        self.menu = window.actions_.recent
        self.menu.aboutToShow.connect(self._fill_menu)
        window.started.connect(self._follow_records)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep how the window is when it closes."""
        if watched is self._window and event.type() is QEvent.Type.Close:
            self._keep()
        return False

    def _keep(self) -> None:
        look = theme.theme()
        colours = next(words for words, scheme in _SCHEMES.items() if scheme is look.scheme)
        place = bytes(self._window.saveGeometry().toBase64().data()).decode("ascii")
        hints = self._window.actions_["hints"].isChecked()
        settings.keep(replace(self._kept, window=place, zoom=look.percent, colours=colours, hints=hints), self._folder)

    # --- Recent records -----------------------------------------------------------------------

    def _follow_records(self) -> None:
        state = self._window.state
        assert state is not None, "the window has started"
        state.record_opened.connect(self._note)
        self.menu.setEnabled(True)

    def _note(self) -> None:
        state = self._window.state
        if state is not None and state.record_id:
            self._kept = replace(self._kept, recent=settings.with_recent(self._kept.recent, state.record_id))

    def _fill_menu(self) -> None:
        from response_app.authoring import records
        from response_app.errors import AppError

        self.menu.clear()
        state = self._window.state
        if state is None:
            return
        try:
            titles = state.workspace.ask(records.titles_of, self._kept.recent)
        except AppError as error:
            state.failed.emit(error)
            return
        for record_id in (each for each in self._kept.recent if each in titles):
            words = " ".join(titles[record_id].split()) or "Inspection without a title yet"
            action = self.menu.addAction(words.replace("&", "&&"))
            action.triggered.connect(lambda _checked=False, record_id=record_id: self._open(record_id))
        if self.menu.isEmpty():
            self.menu.addAction("None yet").setEnabled(False)

    def _open(self, record_id: str) -> None:
        if self._window.places is not None:
            self._window.places.open_record(record_id)
