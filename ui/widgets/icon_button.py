"""A small button that shows one of our symbols, in the colours that now hold (report in)."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QToolButton

from .. import theme
from ..editors.icons import SIZE, icon


class IconButton(QToolButton):
    """A symbol with a name."""

    def __init__(self, symbol: str, name: str) -> None:
        super().__init__()
        self._symbol = symbol
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("kind", "tool")
        self._dress()
        theme.theme().changed.connect(self._dress)

    def _dress(self) -> None:
        colours = theme.tokens()
        self.setIcon(icon(self._symbol, colours.ink, colours.border))
        side = theme.theme().pixels(SIZE)
        self.setIconSize(QSize(side, side))


def icon_button(symbol: str, name: str) -> IconButton:
    """Return a button with the symbol of `resources/icons` and its accessible name."""
    return IconButton(symbol, name)
