"""An area that scrolls what it holds and lays it out whole whenever it comes forward (every step)."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

_TURNS = 3
"""A bar that comes makes what is scrolled narrower, its words higher, and so on."""


class ScrollArea(QScrollArea):
    """As wide as it is, without a frame, no stop of the keyboard.

    What was resized while hidden gets its resize event when it is shown, and `QScrollArea` answers that event by giving it yet
    another size where it needs more room now. Qt does not tell of that second size: the layout would keep the first, and words
    would be cut off until the window gets another size.
    """

    def __init__(self, inner: QWidget | None = None, sideways: bool = False, parent: QWidget | None = None) -> None:
        """Make it.

        Args:
            inner: what it holds, where that is there already.
            sideways: whether it may scroll sideways, where what it holds cannot be made narrower.
            parent: the widget that it stands in.
        """
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        policy = Qt.ScrollBarPolicy
        self.setHorizontalScrollBarPolicy(policy.ScrollBarAsNeeded if sideways else policy.ScrollBarAlwaysOff)
        if inner is not None:
            self.setWidget(inner)

    def lay_out(self) -> None:
        """Give what has just come its room at once; else the next frame may be painted with all of it squeezed into the old one."""
        inner = self.widget()
        layout = inner.layout() if inner is not None else None
        for _ in range(_TURNS):
            if layout is not None:
                layout.activate()
            QCoreApplication.sendEvent(self, QEvent(QEvent.Type.LayoutRequest))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Lay out what comes forward where its layout has another size than it has."""
        done = super().eventFilter(watched, event)
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched is self.widget():
            layout = watched.layout()
            if layout is not None and layout.geometry() != watched.contentsRect():
                layout.setGeometry(watched.contentsRect())
        return done
