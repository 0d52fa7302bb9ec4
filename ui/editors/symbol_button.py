"""A button that shows one of our symbols, in the colours that now hold and that can be seen on its ground (guided sections, report in)."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QToolButton, QWidget

from ..theme import tokens
from .icons import icon


class SymbolButton(QToolButton):
    """A symbol instead of words; on the ground of what has the keyboard it takes that ground's ink."""

    def __init__(self, symbol: str, side: Callable[[], int], parent: QWidget | None = None) -> None:
        """Make a button without a name.

        Args:
            symbol: the name of a file of `resources/icons`.
            side: gives its width and height in logical pixels at the current zoom.
            parent: the widget that it stands in.
        """
        super().__init__(parent)
        self._symbol, self._side = symbol, side
        self.dress()

    def dress(self) -> None:
        """Draw the symbol in the colours and the size that now hold."""
        colours = tokens()
        self.setIcon(icon(self._symbol, colours.focus_ink if self.hasFocus() else colours.ink, colours.field_border))
        self.setIconSize(QSize(1, 1) * self._side())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The ground is another one now."""
        super().focusInEvent(event)
        self.dress()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The ground is the usual one again."""
        super().focusOutEvent(event)
        self.dress()

    def changeEvent(self, event: QEvent) -> None:
        """Follow colours and zoom."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.PaletteChange) and hasattr(self, "_side"):
            self.dress()
