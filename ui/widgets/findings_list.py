"""The list of findings: two lines of the sentence, facts and a badge in each row; moved by keys or mouse (findings)."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent, QTextLayout
from PySide6.QtWidgets import QAbstractItemView, QApplication, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from .. import theme
from ..models.findings_model import ROW, FindingRow, FindingsModel
from .cell_painting import fill_badge

_LINES = 2
_GAP = 3
_SMALL = 13
"""Size of the quiet line and the badge, in pixels at 100 %."""
_EDGE = 28
"""So near its end, in pixels at 100 %, the list scrolls while a row is dragged."""
_SCROLL_MS = 30
_KEYS = "Enter edits a finding, Alt and an arrow moves it, Delete deletes it."


class FindingDelegate(QStyledItemDelegate):
    """Paints a finding."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        row: FindingRow = index.data(ROW)
        body, small = QFontMetrics(_font()), QFontMetrics(_font(_SMALL))
        view = option.widget
        width = view.viewport().width() if isinstance(view, QListView) else option.rect.width()
        lines = len(_broken(row.sentence, _font(), width - _left(row) - _pad(), _LINES))
        height = 2 * _pad() + body.height() + lines * body.lineSpacing() + _GAP
        return QSize(60, height + (small.height() + _GAP if row.facts else 0))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        row: FindingRow = index.data(ROW)
        colours, box = theme.tokens(), option.rect
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        if selected:
            painter.fillRect(box, QColor(colours.blue_ground))
            painter.fillRect(QRect(box.topLeft(), QSize(4, box.height())), QColor(colours.blue))
        painter.setPen(QColor(colours.border))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        room = box.adjusted(_left(row), _pad(), -_pad(), -_pad())
        top = self._paint_head(painter, row, room)
        painter.setFont(_font())
        painter.setPen(QColor(colours.ink))
        for line in _broken(row.sentence, _font(), room.width(), _LINES):
            painter.drawText(QRect(room.left(), top, room.width(), painter.fontMetrics().lineSpacing()), 0, line)
            top += painter.fontMetrics().lineSpacing()
        if row.facts:
            painter.setFont(_font(_SMALL))
            painter.setPen(QColor(colours.quiet))
            words = painter.fontMetrics().elidedText(row.facts, Qt.TextElideMode.ElideRight, room.width())
            painter.drawText(QRect(room.left(), top + _GAP, room.width(), painter.fontMetrics().height()), 0, words)
        painter.restore()

    def _paint_head(self, painter: QPainter, row: FindingRow, room: QRect) -> int:
        """Paint kind, number and badge, and return where the next line begins."""
        colours = theme.tokens()
        small = _font(_SMALL, QFont.Weight.Bold)
        width = QFontMetrics(small).horizontalAdvance(row.badge) + theme.theme().pixels(14)
        badge = QRect(room.right() - width + 1, room.top() - 1, width, QFontMetrics(small).height() + 2)
        fill_badge(painter, badge, row.badge, row.badge_kind, small)
        painter.setFont(_font(weight=QFont.Weight.Bold))
        painter.setPen(QColor(colours.blue))
        metrics = painter.fontMetrics()
        words = metrics.elidedText(row.label, Qt.TextElideMode.ElideRight, room.width() - width - _GAP)
        painter.drawText(QRect(room.left(), room.top(), room.width(), metrics.height()), 0, words)
        return room.top() + metrics.height() + _GAP


def _font(size: int = theme.BASE_SIZE, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    font = QFont(theme.FAMILY)
    font.setPixelSize(theme.theme().pixels(size))
    font.setWeight(weight)
    return font


def _pad() -> int:
    return theme.theme().pixels(10)


def _left(row: FindingRow) -> int:
    return theme.theme().pixels(30 if row.below else 14)


def _broken(words: str, font: QFont, width: int, most: int) -> list[str]:
    """Break words into at most so many lines; the last one ends with an ellipsis where there are more."""
    if not words:
        return ["No sentence yet"]
    layout = QTextLayout(words, font)
    layout.beginLayout()
    lines: list[str] = []
    start = 0
    while len(lines) < most:
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(max(width, 40))
        start = line.textStart()
        lines.append(words[start : start + line.textLength()].rstrip())
    layout.endLayout()
    lines[-1] = QFontMetrics(font).elidedText(words[start:], Qt.TextElideMode.ElideRight, max(width, 40))
    return lines


class FindingsList(QListView):
    """The findings; Alt with an arrow moves one, as does the mouse; Delete deletes, Enter goes to its fields.

    Signals:
        chosen: (int) another row is the current one.
        move_asked: (int) the current finding is to move by so many places.
        dropped: (int) the current finding was dragged to before this row.
        delete_asked: the current finding is to go.
        enter_asked: the user wants to edit the current finding.
    """

    chosen = Signal(int)
    move_asked = Signal(int)
    dropped = Signal(int)
    delete_asked = Signal()
    enter_asked = Signal()

    def __init__(self, model: FindingsModel) -> None:
        super().__init__()
        self.setModel(model)
        self.setItemDelegate(FindingDelegate(self))
        self.setAccessibleName("Findings of the report")
        self._is_read_only = False
        self.setAccessibleDescription(_KEYS)
        self.setViewportMargins(3, 3, 3, 3)  # room for the ring of the focus, which rows would paint over
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._pressed: QPoint | None = None
        self._target = -1
        self._at = QPoint()
        self._scroller = QTimer(self, interval=_SCROLL_MS)
        self._scroller.timeout.connect(self._scroll_on)
        theme.theme().changed.connect(self.scheduleDelayedItemsLayout)

    def set_read_only(self, read_only: bool) -> None:
        """Let the findings be read only, because they are published, or be moved and deleted again."""
        self._is_read_only = read_only
        self.setAccessibleDescription("Enter shows a finding." if read_only else _KEYS)

    def currentChanged(self, current: QModelIndex | QPersistentModelIndex, previous: QModelIndex | QPersistentModelIndex) -> None:
        """Tell which row is the current one."""
        super().currentChanged(current, previous)
        self.chosen.emit(current.row())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move, delete, edit, give up dragging; else as every list."""
        if event.key() == Qt.Key.Key_Escape and self._target >= 0:
            self._end_drag()
            return
        key, alt = event.key(), event.modifiers() == Qt.KeyboardModifier.AltModifier
        may = not self._is_read_only
        if may and alt and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.move_asked.emit(-1 if key == Qt.Key.Key_Up else 1)
        elif may and key == Qt.Key.Key_Delete and not event.modifiers():
            self.delete_asked.emit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.enter_asked.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the sentences anew."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    # Dragging is our own: it stays in this list, shows where the row goes, and needs nothing of the system.

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose a row, and remember where it was taken hold of."""
        super().mousePressEvent(event)
        held = not self._is_read_only and event.button() is Qt.MouseButton.LeftButton and self.indexAt(event.position().toPoint()).isValid()
        self._pressed = event.position().toPoint() if held else None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag the row that is held."""
        if self._pressed is None or not event.buttons() & Qt.MouseButton.LeftButton:
            super().mouseMoveEvent(event)
            return
        self._at = event.position().toPoint()
        if self._target >= 0 or (self._at - self._pressed).manhattanLength() >= QApplication.startDragDistance():
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
            self._scroller.start()
            self._aim()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let the row go where it was dragged to."""
        target = self._target
        self._end_drag()
        if target >= 0:
            self.dropped.emit(target)
        else:
            super().mouseReleaseEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the rows, and where the dragged one goes."""
        super().paintEvent(event)
        if self._target >= 0:
            last = self.model().rowCount() - 1
            box = self.visualRect(self.model().index(min(self._target, last), 0))
            y = box.bottom() - 1 if self._target > last else max(box.top(), 1)
            painter = QPainter(self.viewport())
            painter.fillRect(0, y - 1, self.viewport().width(), 3, QColor(theme.tokens().blue))

    def _aim(self) -> None:
        """Work out before which row the dragged one goes."""
        under = self.indexAt(QPoint(self.viewport().width() // 2, self._at.y()))
        if under.isValid():
            self._target = under.row() + (self._at.y() > self.visualRect(under).center().y())
        else:
            self._target = 0 if self._at.y() < 0 else self.model().rowCount()
        self.viewport().update()

    def _scroll_on(self) -> None:
        """Scroll while the dragged row is held at the upper or lower end."""
        edge, bar = theme.theme().pixels(_EDGE), self.verticalScrollBar()
        if self._at.y() < edge:
            bar.setValue(bar.value() - edge)
        elif self._at.y() > self.viewport().height() - edge:
            bar.setValue(bar.value() + edge)
        self._aim()

    def _end_drag(self) -> None:
        self._pressed, self._target = None, -1
        self._scroller.stop()
        self.viewport().unsetCursor()
        self.viewport().update()
