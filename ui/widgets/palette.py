"""The palette: a field over the page in which one types where to go, and a list of what was found (every step)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from .. import theme
from ..messages import announce
from .basics import label

_WIDTH, _TOP, _ROWS = 640, 64, 9
_FOUND = int(Qt.ItemDataRole.UserRole)
_MOVES = (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp)


@dataclass(frozen=True, slots=True)
class Found:
    """Something to go to: its words, what it is or its keys, and what going there does; `beside` is where the words stand."""

    words: str
    what: str
    go: Callable[[], object]
    beside: str = ""


class Palette(QFrame):
    """Lies over the window; the keyboard stays in its field, Escape or a click elsewhere puts it away."""

    def __init__(self, window: QWidget, find: Callable[[str], list[Found]]) -> None:
        """Make it for a window; `find` gives what fits what was typed."""
        super().__init__(window)
        self.setObjectName("palette")
        self.setAccessibleName("Go to anything")
        self._find = find
        self._before: QWidget | None = None
        self.field = QLineEdit()
        self.field.setAccessibleName("Find an action, a finding or a record")
        self.field.setPlaceholderText("An action, a finding or a record")
        self.list = QListWidget()
        self.list.setAccessibleName("What was found")
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setItemDelegate(_Row(self.list))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setUniformItemSizes(True)
        self.count = label("", "quiet")
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 10)
        column.setSpacing(8)
        for each in (self.field, self.list, self.count):
            column.addWidget(each)
        self.field.textChanged.connect(self._show_found)
        self.field.installEventFilter(self)
        self.list.itemClicked.connect(self._go)
        window.installEventFilter(self)
        self.hide()

    def open(self) -> None:
        """Show it, with every action in its list."""
        if self.isVisible():
            self.field.selectAll()
            return
        self._before = QApplication.focusWidget()
        self.field.clear()
        self._show_found("")
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)
        application().focusChanged.connect(self._follow_focus)

    def close_(self) -> None:
        """Put it away; the keyboard goes back to where it was."""
        if not self.isVisible():
            return
        application().focusChanged.disconnect(self._follow_focus)
        at = QApplication.focusWidget()
        inside = at is None or self.isAncestorOf(at)
        if inside and self._before is not None and isValid(self._before) and self._before.isVisible():
            self._before.setFocus(Qt.FocusReason.PopupFocusReason)
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let arrows move in the list while one types, and keep the place when the window grows."""
        if watched is self.field and isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            return self._take_key(event)
        if watched is self.parent() and event.type() is QEvent.Type.Resize and self.isVisible():
            self._place()
        return False

    def _take_key(self, event: QKeyEvent) -> bool:
        key = event.key()
        if key == Qt.Key.Key_Escape:
            self.close_()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            item = self.list.currentItem()
            if item is not None:
                self._go(item)
        elif key in _MOVES:
            self._move(Qt.Key(key))
        elif key not in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):  # the field is all there is to go to
            return False
        return True

    def _move(self, key: Qt.Key) -> None:
        by = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: _ROWS - 1, Qt.Key.Key_PageUp: 1 - _ROWS}[key]
        self.list.setCurrentRow(max(0, min(self.list.currentRow() + by, self.list.count() - 1)))
        item = self.list.currentItem()
        if item is not None:
            announce(self.field, item.data(Qt.ItemDataRole.AccessibleTextRole))

    def _show_found(self, typed: str) -> None:
        found = self._find(typed)
        self.list.clear()
        for each in found:
            item = QListWidgetItem(each.words)
            item.setData(_FOUND, each)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, ", ".join(part for part in (each.words, each.beside, each.what) if part))
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        words = f"{len(found)} {'found' if typed else 'actions'}" if found else "Nothing was found. Try other words, or fewer letters."
        self.count.setText(words)
        self._place()
        if typed:
            announce(self.field, words)

    def _go(self, item: QListWidgetItem) -> None:
        found: Found = item.data(_FOUND)
        self.close_()
        found.go()

    def _follow_focus(self, old: QWidget | None, now: QWidget | None) -> None:
        if now is not None and now is not self and not self.isAncestorOf(now):
            self.close_()

    def _place(self) -> None:
        window = self.parentWidget()
        assert window is not None
        pixels = theme.theme().pixels
        width = min(pixels(_WIDTH), window.width() - 32)
        row = self.list.sizeHintForRow(0) if self.list.count() else pixels(44)
        top = min(pixels(_TOP), window.height() // 10)
        wanted = row * min(_ROWS, self.list.count()) + self.field.sizeHint().height() + self.count.sizeHint().height() + 50
        self.setGeometry((window.width() - width) // 2, top, width, min(wanted, window.height() - top - 16))


class _Row(QStyledItemDelegate):
    """Paints words at the left, with where they stand below, and what it is at the right."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Two lines high."""
        return QSize(0, 2 * option.fontMetrics.height() + theme.theme().pixels(10))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        """Paint a row; the chosen one has a mark at its left."""
        found: Found = index.data(_FOUND)
        colours, pixels, box = theme.tokens(), theme.theme().pixels, option.rect
        view = option.widget
        chosen = isinstance(view, QListWidget) and view.currentRow() == index.row()
        painter.save()
        if chosen:
            painter.fillRect(box, QColor(colours.blue_ground))
            painter.fillRect(QRect(box.left(), box.top(), pixels(4), box.height()), QColor(colours.blue))
        room = box.adjusted(pixels(12), pixels(5), -pixels(10), -pixels(5))
        metrics = option.fontMetrics
        right = metrics.horizontalAdvance(found.what)
        painter.setFont(option.font)
        painter.setPen(QColor(colours.quiet))
        painter.drawText(room, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), found.what)
        left = room.adjusted(0, 0, -right - pixels(16), 0)
        painter.setPen(QColor(colours.ink))
        words = metrics.elidedText(" ".join(found.words.split()), Qt.TextElideMode.ElideRight, left.width())
        where = Qt.AlignmentFlag.AlignTop if found.beside else Qt.AlignmentFlag.AlignVCenter
        painter.drawText(left, int(Qt.AlignmentFlag.AlignLeft | where | Qt.TextFlag.TextSingleLine), words)
        if found.beside:
            painter.setPen(QColor(colours.quiet))
            beside = metrics.elidedText(found.beside, Qt.TextElideMode.ElideRight, left.width())
            painter.drawText(left, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom | Qt.TextFlag.TextSingleLine), beside)
        painter.restore()


def application() -> QApplication:
    """Return the application object."""
    found = QApplication.instance()
    assert isinstance(found, QApplication)
    return found
