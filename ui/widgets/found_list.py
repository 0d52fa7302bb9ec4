"""The list of what was found in a record: each in its sentence, with what becomes of it (guided sections, answers)."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from response_app.domain.words_in_record import Found

from ..models.found_model import ROW, FoundModel, Heading
from ..theme import theme, tokens

_ROW = 28
_GAP = 8
_BOX = 28
Index = QModelIndex | QPersistentModelIndex
Part = tuple[str, bool, bool, str]
"""Words, whether they are bold, whether they are struck out, and the name of their colour."""


class FoundList(QListView):
    """Arrows go through the rows, Space ticks, Enter goes to the place.

    Signals:
        chosen: (Found) the user wants to go there.
    """

    chosen = Signal(object)

    def __init__(self, model: FoundModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.setModel(model)
        self.setItemDelegate(_Row(self))
        self.setUniformItemSizes(True)
        self.setAccessibleName("What was found in the record")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.activated.connect(self._choose)
        model.modelReset.connect(self._stand_on_first)
        theme().changed.connect(self.scheduleDelayedItemsLayout)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step over headings; Enter goes to the place."""
        key, row = event.key(), self.currentIndex().row()
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up) and self._model.rows:
            self.stand_on(max(0, self._beside(row, 1 if key == Qt.Key.Key_Down else -1)))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def stand_on(self, row: int) -> Found | None:
        """Make a row the current one and return what was found there."""
        self.setCurrentIndex(self._model.index(row))
        self.scrollTo(self._model.index(max(0, row - 1)))
        self.scrollTo(self._model.index(row))
        found = self._model.rows[row] if 0 <= row < len(self._model.rows) else None
        return found if isinstance(found, Found) else None

    def _beside(self, row: int, by: int) -> int:
        """The next row that can be stood on; the ends are ends."""
        at = row + by
        while 0 <= at < len(self._model.rows) and isinstance(self._model.rows[at], Heading):
            at += by
        return at if 0 <= at < len(self._model.rows) else row

    def _stand_on_first(self) -> None:
        if self._model.rows:
            self.setCurrentIndex(self._model.index(self._model.row_beside(-1, 1)))
            self.scrollToTop()

    def _choose(self, index: Index) -> None:
        row = self._model.rows[index.row()] if index.isValid() else None
        if isinstance(row, Found):
            self.chosen.emit(row)


class _Row(QStyledItemDelegate):
    """Draws a row on one line: the words bold, struck out where others come in their place."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(100, theme().pixels(_ROW))

    def editorEvent(self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index) -> bool:
        """Let a click anywhere beside the words tick the box, which is small by itself."""
        state = index.data(Qt.ItemDataRole.CheckStateRole)
        kinds = (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease, QEvent.Type.MouseButtonDblClick)
        if state is None or event.type() not in kinds or not isinstance(event, QMouseEvent):
            return super().editorEvent(event, model, option, index)
        if event.position().x() > option.rect.left() + theme().pixels(_GAP + _BOX):
            return False
        if event.type() is QEvent.Type.MouseButtonRelease:
            ticked = Qt.CheckState.Unchecked if state is Qt.CheckState.Checked else Qt.CheckState.Checked
            model.setData(index, ticked, Qt.ItemDataRole.CheckStateRole)
        return True

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the ground and the box as Qt does, then the words."""
        row = index.data(ROW)
        model = index.model()
        assert isinstance(model, FoundModel)
        held = QStyleOptionViewItem(option)
        self.initStyleOption(held, index)
        held.text = ""
        rect = QRect(option.rect)
        style = held.widget.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, held, painter, held.widget)
        selected = bool(held.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setFont(held.font)
        if isinstance(row, Heading):
            parts: list[Part] = [(str(index.data()), True, False, "ink")]
            rect.adjust(theme().pixels(_GAP), 0, 0, 0)
        else:
            parts = _parts(model, row)
            rect.adjust(theme().pixels(_GAP + _BOX), 0, -theme().pixels(_GAP), 0)
        _draw(painter, rect, parts, "on_blue" if selected else "")
        painter.restore()


def _parts(model: FoundModel, row: Found) -> list[Part]:
    ticked = model.is_ticked(row)
    parts: list[Part] = [(row.before, False, False, "ink"), (row.words, True, ticked, "ink")]
    if ticked:
        parts.append((f" → {model.to}" if model.to else " → (nothing)", True, False, "ink"))
    parts.append((row.after, False, False, "ink"))
    if model.to is not None and row.left_because:
        parts.append((f"  Not replaced. {row.left_because}", False, False, "quiet"))
    return parts


def _draw(painter: QPainter, rect: QRect, parts: list[Part], colour: str) -> None:
    """Draw words beside each other; where they do not fit, what stands before the words found gives way, then what comes last."""
    plain = painter.font()
    fonts = [_font(plain, bold, struck) for _, bold, struck, _ in parts]
    widths = [QFontMetrics(font).horizontalAdvance(part[0]) for font, part in zip(fonts, parts, strict=True)]
    x, room = rect.left(), rect.width()
    spare = room - sum(widths)
    if spare < 0 and len(parts) > 1:
        cut = min(-spare, max(0, widths[0] - room // 4))
        words = QFontMetrics(fonts[0]).elidedText(parts[0][0], Qt.TextElideMode.ElideLeft, widths[0] - cut)
        parts = [(words, *parts[0][1:]), *parts[1:]]
        widths[0] = QFontMetrics(fonts[0]).horizontalAdvance(words)
    for (words, _, _, ink), font, width in zip(parts, fonts, widths, strict=True):
        left = rect.right() - x
        if left <= 0:
            return
        painter.setFont(font)
        painter.setPen(QColor(getattr(tokens(), colour or ink)))
        shown = words if width <= left else QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, left)
        painter.drawText(QRect(x, rect.top(), left, rect.height()), Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, shown)
        x += width


def _font(plain: QFont, bold: bool, struck: bool) -> QFont:
    made = QFont(plain)
    made.setBold(bold)
    made.setStrikeOut(struck)
    return made
