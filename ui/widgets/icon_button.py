"""A small button that shows one of our symbols and is called by a name (report in, preview)."""

from __future__ import annotations

from PySide6.QtCore import Qt

from .. import theme
from ..editors.icons import SIZE
from ..editors.symbol_button import SymbolButton


class IconButton(SymbolButton):
    """A symbol with a name."""

    def __init__(self, symbol: str, name: str) -> None:
        super().__init__(symbol, lambda: theme.pixels(SIZE))
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("kind", "tool")


def icon_button(symbol: str, name: str) -> IconButton:
    """Return a button with the symbol of `resources/icons` and its accessible name."""
    return IconButton(symbol, name)
