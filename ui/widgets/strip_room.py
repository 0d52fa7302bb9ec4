"""Room under the page for a strip: as high as it needs, and scrolled where a low window has less (guided sections, answers)."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ..theme import theme
from .keep_in_view import KeepInView
from .scroll_area import ScrollArea

_LEAST = 64
"""Height in pixels at 100 % below which a strip is of no use."""


class StripRoom(ScrollArea):
    """Comes and goes with the strip that it holds."""

    def __init__(self, strip: QWidget) -> None:
        super().__init__()
        self._strip = strip
        self._needed = 0
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        hidden = strip.isHidden()
        self.setWidget(strip)
        strip.setVisible(not hidden)
        self.setVisible(not hidden)
        strip.installEventFilter(self)
        KeepInView(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the strip: there or not, and how high."""
        if watched is self._strip:
            if event.type() in (QEvent.Type.ShowToParent, QEvent.Type.HideToParent):
                self.setVisible(not self._strip.isHidden())
            if event.type() in (QEvent.Type.ShowToParent, QEvent.Type.LayoutRequest, QEvent.Type.Resize):
                self._fit()
        return super().eventFilter(watched, event)

    def sizeHint(self) -> QSize:
        """What the strip needs."""
        return QSize(super().sizeHint().width(), self._needed)

    def minimumSizeHint(self) -> QSize:
        """A row or two, so that the page keeps its own least height."""
        return QSize(0, min(self._needed, theme().pixels(_LEAST)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width may need another height."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Ask for what the strip needs; the layout gives less where the window has less."""
        width = self.width()
        needed = self._strip.heightForWidth(width) if self._strip.hasHeightForWidth() else self._strip.sizeHint().height()
        if needed != self._needed:
            self._needed = needed
            self.updateGeometry()
