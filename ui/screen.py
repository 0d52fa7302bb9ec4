"""Keeps the window as the person left it: place, size, zoom, colours, the records that were open, those that Home shows (every step)."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QEvent, QObject, Qt, QTimer

from response_app import settings

from . import theme

if TYPE_CHECKING:
    from .main_window import MainWindow
    from .pages.home_page import HomePage

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
        kept = replace(self._kept, window=place, zoom=look.percent, colours=colours, hints=hints)
        settings.keep(self._with_home(kept), self._folder)

    # --- Home ---------------------------------------------------------------------------------

    def _home(self) -> HomePage | None:
        from .pages.home_page import HomePage

        page = self._window.places.makers.made.get("home") if self._window.places is not None else None
        return page if isinstance(page, HomePage) else None

    def _with_home(self, kept: settings.Screen) -> settings.Screen:
        home = self._home()
        if home is None:
            return kept
        wanted, order = home.view
        kind = wanted.kind.value if wanted.kind is not None else ""
        return replace(kept, stage=wanted.stage.name, kind=kind, sorted_by=order.column.name, backwards=order.backwards)

    def _show_home(self) -> None:
        """Show on Home the records that were shown, where all of that is still to be had."""
        from response_app.domain.inspection import InspectionKind

        from .models.record_order import Column, Filter, Order, Stage

        home, kept = self._home(), self._kept
        if home is not None:
            kind = InspectionKind(kept.kind) if kept.kind in [*InspectionKind] else None
            order = Order(Column[kept.sorted_by], kept.backwards) if kept.sorted_by in Column.__members__ else Order()
            home.use_view(Filter(Stage[kept.stage] if kept.stage in Stage.__members__ else Stage.ALL, kind), order)

    # --- Recent records -----------------------------------------------------------------------

    def _follow_records(self) -> None:
        state = self._window.state
        assert state is not None, "the window has started"
        state.record_opened.connect(self._note)
        self.menu.setEnabled(True)
        QTimer.singleShot(0, self, self._show_home)  # the first screenful does not wait for it

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
