"""A row that goes on below where it does not fit (guided sections, answers)."""

from __future__ import annotations

from PySide6.QtCore import QMargins, QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class FlowRow(QLayout):
    """Lays widgets out from left to right, on further rows where they do not fit; the last one stands at the right, where asked."""

    def __init__(self, parent: QWidget, margins: QMargins, spacing: int, *, last_at_right: bool = True) -> None:
        super().__init__(parent)
        self._last_at_right = last_at_right
        self._items: list[QLayoutItem] = []
        self._sized: list[tuple[QLayoutItem, QSize]] | None = None
        self._heights: dict[int, int] = {}
        self.setContentsMargins(margins)
        self.setSpacing(spacing)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)
        self._forget()

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        self._forget()
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def invalidate(self) -> None:
        """Ask the widgets anew how large they want to be; Qt calls this when one of them has changed."""
        self._forget()
        super().invalidate()

    def heightForWidth(self, width: int) -> int:
        if width not in self._heights:
            self._heights[width] = self._place(QRect(0, 0, width, 0), move=False)
        return self._heights[width]

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._place(rect, move=True)

    def sizeHint(self) -> QSize:
        hints = [hint for _, hint in self._shown()]
        margins = self.contentsMargins()
        width = sum(hint.width() for hint in hints) + self.spacing() * max(len(hints) - 1, 0)
        height = max((hint.height() for hint in hints), default=0)
        return QSize(width + margins.left() + margins.right(), height + margins.top() + margins.bottom())

    def minimumSize(self) -> QSize:
        margins = self.contentsMargins()
        widest = max((item.minimumSize().width() for item in self._items), default=0)
        tallest = max((item.sizeHint().height() for item in self._items), default=0)
        return QSize(widest + margins.left() + margins.right(), tallest + margins.top() + margins.bottom())

    def _forget(self) -> None:
        self._sized = None
        self._heights.clear()

    def _shown(self) -> list[tuple[QLayoutItem, QSize]]:
        """The widgets that are not hidden with the sizes that they ask for; asked anew only when one of them has changed."""
        if self._sized is None:
            self._sized = [(item, item.sizeHint()) for item in self._items if not item.isEmpty()]
        return self._sized

    def _place(self, rect: QRect, *, move: bool) -> int:
        """Place the widgets in `rect`, each in the middle of its row, and return the height that they take."""
        inside = rect.marginsRemoved(self.contentsMargins())
        y = inside.top()
        for row in self._rows(inside.width()):
            height = max((size.height() for _, size in row), default=0)
            x = inside.left()
            for item, size in row if move else ():
                at = max(x, inside.right() + 1 - size.width()) if self._last_at_right and item is self._items[-1] else x
                item.setGeometry(QRect(QPoint(at, y + (height - size.height()) // 2), size))
                x += size.width() + self.spacing()
            y += height + self.spacing()
        return y - self.spacing() - rect.top() + self.contentsMargins().bottom()

    def _rows(self, width: int) -> list[list[tuple[QLayoutItem, QSize]]]:
        rows: list[list[tuple[QLayoutItem, QSize]]] = [[]]
        taken = 0
        for item, size in self._shown():
            needed = size.width()
            if rows[-1] and taken + needed > width:
                rows.append([])
                taken = 0
            rows[-1].append((item, size))
            taken += needed + self.spacing()
        return rows
