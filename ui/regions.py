"""F6 and Shift+F6 go from one part of the window to the next: page, what stands beside it, strip, sidebar, message (every step)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget

from .widgets.strip_room import StripRoom
from .widgets.tab_order import takes_tab

if TYPE_CHECKING:
    from .main_window import MainWindow


class Regions(QObject):
    """Knows the parts of a window that can take the keyboard, in their order."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window

    def does(self) -> dict[str, Callable[[], None]]:
        """Return what these actions do, by their keys."""
        return {"next_part": partial(self.step, back=False), "part_before": partial(self.step, back=True)}

    def step(self, *, back: bool) -> None:
        """Give the keyboard to the next part that is shown, or to the one before; a page with sides of its own first goes through these."""
        focus = QApplication.focusWidget()
        page = self._window.pages.currentWidget()
        turn = getattr(page, "turn_side", None)
        if turn is not None and focus is not None and page is not None and page.isAncestorOf(focus) and turn(back=back):
            return
        parts = [each for each in self._parts() if each.isVisible() and _first(each) is not None]
        inside = [at for at, part in enumerate(parts) if focus is not None and (part is focus or part.isAncestorOf(focus))]
        at = inside[0] if inside else 0 if back else -1
        if parts:
            target = _first(parts[(at + (-1 if back else 1)) % len(parts)])
            if target is not None:
                target.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _parts(self) -> Iterator[QWidget]:
        window = self._window
        page = window.pages.currentWidget()
        if page is not None:
            yield page
        if window.report_beside is not None:
            yield window.report_beside
        yield from window.findChildren(StripRoom)
        yield window.sidebar
        yield window.banner


def _first(part: QWidget) -> QWidget | None:
    """Return what takes the keyboard in a part: what it names itself, the place where one is, else the first thing that Tab reaches."""
    named = getattr(part, "first_focus", None)
    own: QWidget | None = named() if named is not None else None
    if own is not None and own.isVisible() and own.isEnabled():
        return own
    inside = [each for each in part.findChildren(QWidget) if each.isVisible() and each.isEnabled() and takes_tab(each)]
    chosen = [each for each in inside if each.property("checked") is True]
    return next(iter(chosen or inside), None)
