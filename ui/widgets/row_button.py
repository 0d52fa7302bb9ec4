"""A row of words all of which is one button, as high as its words need (task list, after publication)."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from .. import theme

_RING = 3


class RowButton(QAbstractButton):
    """Has a ground under the mouse, another with a bar at its left while it is checked, and a ring while it has the keyboard."""

    def __init__(self, height: QSizePolicy.Policy, parent: QWidget | None = None) -> None:
        """Make it without words; subclasses put them into a layout.

        Args:
            height: whether it takes more height than its words need.
            parent: what it stands in.
        """
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, height)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        """As its words need."""
        layout = self.layout()
        return layout.sizeHint() if layout is not None else super().sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Its words break into lines where it is narrow."""
        layout = self.layout()
        return layout.minimumSize() if layout is not None else super().minimumSizeHint()

    def heightForWidth(self, width: int) -> int:
        """High enough for the lines that its words need in `width`."""
        layout = self.layout()
        return layout.heightForWidth(width) if layout is not None else super().heightForWidth(width)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint ground, bar and ring; the words are widgets of their own."""
        colours, painter = theme.tokens(), QPainter(self)
        if self.isChecked():
            painter.fillRect(self.rect(), QColor(colours.blue_ground))
            painter.fillRect(0, 0, 4, self.height(), QColor(colours.blue))
        elif self.underMouse():
            painter.fillRect(self.rect(), QColor(colours.card_head))
        if self.hasFocus():
            pen = QPen(QColor(colours.ring), _RING)
            pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
            painter.setPen(pen)
            painter.drawRect(self.rect().adjusted(_RING // 2, _RING // 2, -_RING + _RING // 2, -_RING + _RING // 2))
