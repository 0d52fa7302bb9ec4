"""The findings of a report as a calm list: tick, kind and sentence, a quiet line, a badge and Split… (report in)."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QPersistentModelIndex, QPoint, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPen,
    QResizeEvent,
    QTextCharFormat,
    QTextLayout,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QMenu,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from response_app.intake.triage import Row, pieces

from .. import theme
from ..models.triage_model import ROW, TriageModel
from ..models.triage_words import NO_SENTENCE, chip, facts, kind_words
from .cell_painting import fill_badge

_SMALL = 13
_SPLIT = "Split…"
Index = QModelIndex | QPersistentModelIndex


def _px(length: int) -> int:
    return theme.theme().pixels(length)


def _font(size: int = theme.BASE_SIZE, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    font = QFont(theme.FAMILY)
    font.setPixelSize(_px(size))
    font.setWeight(weight)
    return font


def can_be_split(row: Row) -> bool:
    """Tell whether a finding has two pieces at least."""
    return len(pieces(row.finding)) > 1


class _Laid:
    """Where everything of a row stands, relative to its top left corner."""

    def __init__(self, row: Row, width: int) -> None:
        bold = QFontMetrics(_font(weight=QFont.Weight.DemiBold))
        badge = QFontMetrics(_font(_SMALL, QFont.Weight.Bold))
        self.badge_words, self.badge_kind = chip(row)
        self.indent = _px(20 if row.finding.parent else 0)
        split_width = bold.horizontalAdvance(_SPLIT) + _px(28)
        badge_width = badge.horizontalAdvance(self.badge_words) + _px(16) if self.badge_words else 0
        side = max(split_width if can_be_split(row) else 0, badge_width)
        left = _px(48) + self.indent
        right = width - _px(14)
        self.words_width = max(_px(80), right - left - (side + _px(14) if side else 0))
        top = _px(10)
        self.tick = QRect(_px(14) + self.indent, top, _px(18), _px(18))
        self.layout = _sentence(row, self.words_width)
        self.words_at = QPoint(left, top - 1)
        height = round(self.layout.boundingRect().height())
        self.facts_layout = _wrapped(facts(row), self.words_width)
        self.facts_at = QPoint(left, top + height + 1)
        height += round(self.facts_layout.boundingRect().height()) + 1
        self.badge = QRect(right - badge_width, top - 1, badge_width, badge.height() + _px(4)) if self.badge_words else QRect()
        below = self.badge.bottom() + _px(7) if self.badge_words else top - _px(3)
        self.split = QRect(right - split_width, below, split_width, _px(32)) if can_be_split(row) else QRect()
        self.height = max(top + height, self.badge.bottom() + 1, self.split.bottom() + 1) + _px(11)


def _wrapped(words: str, width: int) -> QTextLayout:
    return _lines(QTextLayout(words, _font(_SMALL)), width)


def _sentence(row: Row, width: int) -> QTextLayout:
    kind = kind_words(row.finding.kind)
    layout = QTextLayout(f"{kind} {row.finding.heading or NO_SENTENCE}", _font())
    strong = QTextCharFormat()
    strong.setFontWeight(QFont.Weight.Bold)
    part = QTextLayout.FormatRange()
    part.start, part.length, part.format = 0, len(kind), strong
    layout.setFormats([part])
    return _lines(layout, width)


def _lines(layout: QTextLayout, width: int) -> QTextLayout:
    layout.beginLayout()
    top = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, top))
        top += line.height()
    layout.endLayout()
    return layout


class _Delegate(QStyledItemDelegate):
    """Paints a finding, and takes clicks on its tick and on Split…

    Signals:
        split_asked: (row id) its Split… was clicked.
    """

    split_asked = Signal(str)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(60, _Laid(index.data(ROW), _width(option)).height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: Row = index.data(ROW)
        colours, box = theme.tokens(), option.rect
        laid = _Laid(row, _width(option))
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, QColor(colours.blue_ground))
            painter.fillRect(QRect(box.topLeft(), QSize(4, box.height())), QColor(colours.blue))
        painter.setPen(QColor(colours.border))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        painter.translate(box.topLeft())
        self._paint_tick(painter, laid, row.taken)
        painter.setPen(QColor(colours.ink if row.taken else colours.quiet))
        laid.layout.draw(painter, laid.words_at.toPointF())
        painter.setPen(QColor(colours.quiet))
        laid.facts_layout.draw(painter, laid.facts_at.toPointF())
        if laid.badge_words:
            fill_badge(painter, laid.badge, laid.badge_words, laid.badge_kind, _font(_SMALL, QFont.Weight.Bold))
        if not laid.split.isNull():
            _paint_button(painter, laid.split)
        painter.restore()

    def _paint_tick(self, painter: QPainter, laid: _Laid, taken: bool) -> None:
        colours = theme.tokens()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(colours.ink), 2))
        painter.setBrush(QColor(colours.card))
        painter.drawRoundedRect(laid.tick.adjusted(1, 1, -1, -1), 3, 3)
        if taken:
            box = laid.tick
            pen = QPen(QColor(colours.ink), max(2, _px(2)), Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
            painter.setPen(pen)
            x, y, side = box.left(), box.top(), box.width()
            painter.drawPolyline(
                [
                    QPoint(x + side * 4 // 18, y + side * 9 // 18),
                    QPoint(x + side * 8 // 18, y + side * 13 // 18),
                    QPoint(x + side * 14 // 18, y + side * 5 // 18),
                ]
            )
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)

    def editorEvent(self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index) -> bool:
        """Take a click on the tick or on Split…"""
        if event.type() is not QEvent.Type.MouseButtonRelease or not isinstance(event, QMouseEvent):
            return False
        row: Row = index.data(ROW)
        laid = _Laid(row, _width(option))
        at = event.position().toPoint() - option.rect.topLeft()
        if laid.tick.adjusted(-_px(6), -_px(6), _px(6), _px(6)).contains(at):
            wanted = Qt.CheckState.Unchecked if row.taken else Qt.CheckState.Checked
            return model.setData(index, wanted, Qt.ItemDataRole.CheckStateRole)
        if laid.split.contains(at):
            self.split_asked.emit(row.id)
            return True
        return False


def _paint_button(painter: QPainter, box: QRect) -> None:
    colours = theme.tokens()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QColor(colours.field_border))
    painter.setBrush(QColor(colours.card))
    painter.drawRoundedRect(box.adjusted(0, 0, -1, -1), 3, 3)
    painter.setFont(_font(weight=QFont.Weight.DemiBold))
    painter.setPen(QColor(colours.ink))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, _SPLIT)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)


def _width(option: QStyleOptionViewItem) -> int:
    view = option.widget
    return view.viewport().width() if isinstance(view, QListView) else option.rect.width()


class TriageList(QListView):
    """The findings below each other, as high as all of them need up to a limit.

    Signals:
        chosen: (row id) another finding is the current one, "" for none.
        take_asked: (bool) take the selected findings, or leave them out.
        split_asked: (row id) this one is to be split.
        correct_asked: the fields of the current one are wanted.
        key_asked: (str) one of the table's keys was pressed.
    """

    chosen = Signal(str)
    split_asked = Signal(str)
    correct_asked = Signal()
    key_asked = Signal(str)
    moved = Signal()

    def __init__(self, model: TriageModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(model)
        self._rows = model
        delegate = _Delegate(self)
        self.setItemDelegate(delegate)
        self.setAccessibleName("Findings in the report")
        self.setAccessibleDescription("Space takes a finding or leaves it out, Enter corrects it, Delete leaves it out.")
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setViewportMargins(3, 0, 3, 3)
        delegate.split_asked.connect(self.split_asked)
        theme.theme().changed.connect(self.scheduleDelayedItemsLayout)
        theme.theme().changed.connect(self.fit)
        model.dataChanged.connect(self._data_changed)

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell which finding is the current one."""
        super().currentChanged(current, previous)
        row = current.data(ROW) if current.isValid() else None
        self.chosen.emit(row.id if row is not None else "")
        self.moved.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take, leave out, decide, correct; else as every list."""
        name = key_of(event)
        if name:
            self.key_asked.emit(name)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the sentences anew."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()
        if event.size().width() != event.oldSize().width():
            self.fit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done with the current finding."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for words, name in MENU:
            menu.addAction(words).triggered.connect(lambda _checked=False, name=name: self.key_asked.emit(name))
        menu.popup(event.globalPos())

    def fit(self) -> None:
        """Be as high as all findings need."""
        width = self.viewport().width()
        rows = self._rows.rows[:_MOST_SHOWN]
        height = sum(_Laid(row, width).height for row in rows)
        self.setFixedHeight(max(_px(60), height + 8))

    def _data_changed(self) -> None:
        self.scheduleDelayedItemsLayout()
        self.fit()


_MOST_SHOWN = 200
"""Findings; the list of more of them scrolls in itself."""

MENU = (
    ("Take or leave out\tSpace", "take"),
    ("Applies\tA", "applies"),
    ("Does not apply\tN", "not"),
    ("Correct…\tEnter", "correct"),
    ("Split…\tS", "split"),
    ("Join\tJ", "join"),
)
_KEYS = {
    Qt.Key.Key_Space: "take",
    Qt.Key.Key_A: "applies",
    Qt.Key.Key_N: "not",
    Qt.Key.Key_Delete: "leave",
    Qt.Key.Key_S: "split",
    Qt.Key.Key_J: "join",
    Qt.Key.Key_Return: "correct",
    Qt.Key.Key_Enter: "correct",
}


def key_of(event: QKeyEvent) -> str:
    """Return what a key does in the list and the table, "" for what is theirs."""
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return _KEYS.get(Qt.Key(event.key()), "") if not held else ""
