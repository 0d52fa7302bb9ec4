"""What helps from anywhere in the window: the palette, help pages (every step)."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

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
        self.before_help = "home"

    def does(self, actions: Actions) -> dict[str, Callable[[], None]]:
        """Return what the actions of these aids do, by their keys."""
        return {
            "palette": lambda: self.open_palette(actions),
            "help_page": self.help_on_this_page,
            **{f"help_{key}": partial(self.show_help, key) for key in ("start", "law", "terms", "shortcuts")},
        }

    def help_on_this_page(self) -> None:
        """Show the help of the page in front."""
        from .help_topics import ORDER, START

        self.show_help(self._places.current if self._places.current in ORDER else START)

    def show_help(self, key: str) -> None:
        """Show a help topic."""
        self._window.go("help")
        if self._places.current == "help":  # a page that could not be saved stays in front
            self._places.page("help").show_topic(key)  # type: ignore[attr-defined]  # HelpPage

    def make_help(self) -> QWidget:
        """Return the help page."""
        from .pages.help_page import HelpPage
        from .shortcut_sheet import shortcuts

        page = HelpPage(lambda: shortcuts(self._window.actions_))
        page.back_requested.connect(lambda: self._window.go(self.before_help))
        return page

    def open_palette(self, actions: Actions) -> None:
        """Show the palette, or go to its field where it is shown."""
        if self._palette is None:
            from .palette_finder import Finder
            from .widgets.palette import Palette

            self._palette = Palette(self._window, Finder(self._state, actions, self._places).find)
        self._places.undoing.name()
        self._places.page_actions.offer()
        self._palette.open()
