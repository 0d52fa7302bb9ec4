"""What helps from anywhere in the window: the palette (every step)."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from .state import State

if TYPE_CHECKING:
    from .actions import Actions
    from .main_window import MainWindow
    from .places import Places
    from .widgets.palette import Palette


class Aids(QObject):
    """Made with the window's places; each aid is made when it is first asked for."""

    def __init__(self, window: MainWindow, state: State, places: Places) -> None:
        super().__init__(window)
        self._window = window
        self._state = state
        self._places = places
        self._palette: Palette | None = None

    def does(self, actions: Actions) -> dict[str, Callable[[], None]]:
        """Return what the actions of these aids do, by their keys."""
        return {"palette": lambda: self.open_palette(actions)}

    def open_palette(self, actions: Actions) -> None:
        """Show the palette, or go to its field where it is shown."""
        if self._palette is None:
            from .palette_finder import Finder
            from .widgets.palette import Palette

            self._palette = Palette(self._window, Finder(self._state, actions, self._places).find)
        self._palette.open()
