"""The rail of findings to answer, each with how far its answer is (answers to findings)."""

from __future__ import annotations

import html
import re
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from .. import theme
from .cell_painting import fill_badge
from .finding_labels import AnswerState

_ID = int(Qt.ItemDataRole.UserRole)
_LABEL = _ID + 1
_SENTENCE = _ID + 2
_STATE = _ID + 3

_EDGE = 14
_NO_LIMIT = 1 << 20
_SHORTER = (("Accelerated cause of concern", "Accelerated cause"), ("Cause of concern", "Cause"), ("Recommendation", "Rec."))
"""What a kind is called where its whole name would push the number out."""
_LEAD = re.compile(r".{0,90}?\b(?:should|must|needs to) ", re.DOTALL)
_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class RailRow:
    """A finding in the rail: its id, kind and number ("AFI 2"), its sentence, and how far its answer is."""

    finding_id: str
    label: str
    sentence: str
    state: AnswerState


class AnswerRail(QListView):
    """A list of findings; moving in it shows another one, Enter or a click goes to its answer.

    Signals:
        chosen: (str) the id of the finding that is to be shown.
        entered_finding: the user wants to write its answer.
    """

    chosen = Signal(str)
    entered_finding = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Findings to answer")
        self.setModel(QStandardItemModel(self))
        self.setItemDelegate(_Painter(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setUniformItemSizes(True)
        self.setTabKeyNavigation(False)
        self._rows: tuple[RailRow, ...] = ()
        self._most = _NO_LIMIT
        self.selectionModel().currentChanged.connect(self._moved)
        self.clicked.connect(lambda index: self.entered_finding.emit())
        theme.theme().changed.connect(self.doItemsLayout)

    @property
    def rows(self) -> tuple[RailRow, ...]:
        """What is shown."""
        return self._rows

    def show_rows(self, rows: Sequence[RailRow], current: str) -> None:
        """Show findings, with `current` chosen; nothing is signalled."""
        model = self._items()
        if [each.finding_id for each in rows] != [each.finding_id for each in self._rows]:
            self.selectionModel().blockSignals(True)
            model.clear()
            for _ in rows:
                model.appendRow(QStandardItem())
            self.selectionModel().blockSignals(False)
        self._rows = tuple(rows)
        for index, each in enumerate(rows):
            _fill(model.item(index), each)
        self.select(current)
        self.updateGeometry()

    def select(self, finding_id: str) -> None:
        """Choose a finding; nothing is signalled."""
        for index, each in enumerate(self._rows):
            if each.finding_id == finding_id:
                self.selectionModel().currentChanged.disconnect(self._moved)
                self.setCurrentIndex(self.model().index(index, 0))
                self.selectionModel().currentChanged.connect(self._moved)

    def limit(self, height: int) -> None:
        """Be no higher than this, so that what stands below it stays in view; two rows are there in any case."""
        if height != self._most:
            self._most = height
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        """As high as its rows, within its limit; it scrolls where there is less room."""
        return QSize(super().sizeHint().width(), max(min(self._height(len(self._rows)), self._most), self._height(min(len(self._rows), 2))))

    def _height(self, rows: int) -> int:
        return (self.sizeHintForRow(0) * rows if rows else 0) + 2 * self.frameWidth() + 6

    def minimumSizeHint(self) -> QSize:
        """Two rows."""
        return QSize(120, self._height(min(len(self._rows), 2)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on to the answer."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered_finding.emit()
        else:
            super().keyPressEvent(event)

    def _items(self) -> QStandardItemModel:
        model = self.model()
        assert isinstance(model, QStandardItemModel)
        return model

    def _moved(self, index: QModelIndex, before: QModelIndex) -> None:
        if index.isValid():
            self.chosen.emit(index.data(_ID))


def _fill(item: QStandardItem, row: RailRow) -> None:
    item.setText(f"{row.label}: {row.sentence}")
    item.setData(f"{row.label}, {row.state.words}. {row.sentence}", int(Qt.ItemDataRole.AccessibleTextRole))
    item.setToolTip(html.escape(row.sentence))
    for role, value in ((_ID, row.finding_id), (_LABEL, row.label), (_SENTENCE, row.sentence), (_STATE, row.state.name)):
        item.setData(value, role)


class _Painter(QStyledItemDelegate):
    """Paints a row: kind and number over the sentence, the state at the right."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Two lines of words with room around them."""
        return QSize(120, QFontMetrics(theme_font(14)).height() + QFontMetrics(theme_font(13)).height() + theme.theme().pixels(18))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint one row in the colours of now."""
        colours, box = theme.tokens(), option.rect
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        if selected:
            painter.fillRect(box, QColor(colours.blue_ground))
            painter.fillRect(QRect(box.topLeft(), QSize(4, box.height())), QColor(colours.blue))
        painter.fillRect(QRect(box.left(), box.bottom(), box.width(), 1), QColor(colours.border))
        upper, lower = theme_font(14, QFont.Weight.DemiBold), theme_font(13)
        first, second = QFontMetrics(upper).height(), QFontMetrics(lower).height()
        line = QRect(box.left() + _EDGE, box.top() + (box.height() - first - second - 2) // 2, box.width() - 2 * _EDGE, first)
        room = _paint_badge(painter, line, AnswerState[index.data(_STATE)], selected)
        _paint_words(painter, room, upper, colours.blue, _fitting(index.data(_LABEL), QFontMetrics(upper), room.width()))
        below = QRect(line.left(), line.bottom() + 3, line.width(), second)
        _paint_words(painter, below, lower, colours.quiet, brief(index.data(_SENTENCE)))
        painter.restore()


def theme_font(pixels: int, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """Return the window's typeface in a size given at 100 %."""
    font = QFont(theme.FAMILY)
    font.setPixelSize(theme.theme().pixels(pixels))
    font.setWeight(weight)
    return font


def brief(sentence: str) -> str:
    """Return what tells a finding apart: "Improve its plans" for "The force should improve its plans."."""
    found = _LEAD.match(sentence)
    words = sentence[found.end() :] if found else sentence
    return words[:1].upper() + words[1:].rstrip(". ")


def _fitting(name: str, metrics: QFontMetrics, width: int) -> str:
    """Return a kind and number, the kind in fewer letters where they would not fit."""
    for whole, short in _SHORTER:
        if metrics.horizontalAdvance(name) > width:
            name = name.replace(whole, short)
    return name


def _paint_words(painter: QPainter, room: QRect, font: QFont, colour: str, words: str) -> None:
    painter.setFont(font)
    painter.setPen(QColor(colour))
    shown = QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextSingleLine), shown)


def _paint_badge(painter: QPainter, line: QRect, state: AnswerState, selected: bool) -> QRect:
    """Paint how far the answer is at the end of a line, and return what is left of the line for words."""
    font = theme_font(12, QFont.Weight.Bold)
    metrics = QFontMetrics(font)
    width, height = metrics.horizontalAdvance(state.words) + 16, metrics.height() + 4
    area = QRect(line.right() - width, line.top() + (line.height() - height) // 2, width, height)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    fill_badge(painter, area, state.words, state.badge, font, selected=selected)
    return QRect(line.left(), line.top(), area.left() - line.left() - 8, line.height())
