"""A list of what can be put into a text: its name, and below it what it says now (guided sections, answers)."""

from __future__ import annotations

import html
from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QStyledItemDelegate, QStyleOptionViewItem, QVBoxLayout, QWidget

from ..theme import tokens
from ..widgets.basics import label
from .offers import Offer

_OFFER = int(Qt.ItemDataRole.UserRole)
_ROWS, _GAP = 6, 4
_WIDTH = 21
"""Width of the list in heights of a line, so that it grows with the text."""


class OffersList(QFrame):
    """Lies over the page beside the cursor and never takes the keyboard.

    Signals:
        clicked: (Offer) it was chosen with the mouse.
    """

    clicked = Signal(object)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("palette")
        self.setAccessibleName("Put into the text")
        self.list = QListWidget()
        self.list.setAccessibleName("Fields and standard wording")
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setItemDelegate(OfferRow(self.list))
        self._hint = label("Enter puts it in. Escape, or typing on, leaves what you typed.", "quiet")
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 6, 6, 6)
        column.setSpacing(4)
        column.addWidget(self.list)
        column.addWidget(self._hint)
        self.list.itemClicked.connect(lambda item: self.clicked.emit(item.data(_OFFER)))
        self.hide()

    def show_offers(self, offers: Sequence[Offer]) -> bool:
        """Show these, the first chosen; False where these are shown already."""
        shown = [self.list.item(row).data(_OFFER) for row in range(self.list.count())]
        if shown == list(offers):
            return False
        fill(self.list, offers)
        self.list.setCurrentRow(0)
        return True

    def move_by(self, key: Qt.Key) -> None:
        """Choose another with an arrow or page key."""
        page = _ROWS - 1
        by = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: page, Qt.Key.Key_PageUp: -page}[key]
        self.list.setCurrentRow(max(0, min(self.list.currentRow() + by, self.list.count() - 1)))

    @property
    def chosen(self) -> Offer | None:
        """The one that Enter puts in."""
        item = self.list.currentItem()
        return None if item is None else offer_in(item)

    def stand_at(self, top: QPoint, line: int) -> None:
        """Stand below a line of text that begins at `top` of the window and is `line` pixels high, or above it."""
        window = self.parentWidget()
        assert window is not None
        width = min(_WIDTH * self.list.fontMetrics().height(), window.width() - 16)
        row = self.list.sizeHintForRow(0)
        frame = 2 * self.list.frameWidth() + 16 + self._hint.heightForWidth(width - 12)
        wanted = row * min(_ROWS, self.list.count()) + frame
        below, above = window.height() - top.y() - line - 2 * _GAP, top.y() - 2 * _GAP
        height = min(wanted, max(below, above))
        y = top.y() + line + _GAP if wanted <= below or below >= above else top.y() - height - _GAP
        self.setGeometry(max(8, min(top.x(), window.width() - width - 8)), y, width, height)


def fill(shown: QListWidget, offers: Sequence[Offer]) -> None:
    """Show offers in a list whose rows an `OfferRow` paints."""
    shown.clear()
    for each in offers:
        item = QListWidgetItem(each.words)
        item.setData(_OFFER, each)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, each.spoken)
        item.setToolTip(html.escape(each.spoken))  # both lines may be cut short
        shown.addItem(item)


def offer_in(item: QListWidgetItem) -> Offer:
    """Return what a row of such a list stands for."""
    found: Offer = item.data(_OFFER)
    return found


class OfferRow(QStyledItemDelegate):
    """Paints the name, and what it says now below it; the chosen one has a mark at its left."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Two lines high."""
        return QSize(0, 2 * option.fontMetrics.height() + 2 * _gap(option))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        """Paint a row."""
        offer: Offer = index.data(_OFFER)
        colours, gap, box, view = tokens(), _gap(option), option.rect, option.widget
        chosen = isinstance(view, QListWidget) and view.currentRow() == index.row()
        painter.save()
        if chosen:
            painter.fillRect(box, QColor(colours.blue_ground))
            painter.fillRect(QRect(box.left(), box.top(), gap, box.height()), QColor(colours.blue))
        room = box.adjusted(2 * gap + 2, gap, -gap - 2, -gap)
        metrics, elide = option.fontMetrics, Qt.TextElideMode.ElideRight
        painter.setFont(option.font)
        for words, place, ink in (
            (offer.words, Qt.AlignmentFlag.AlignTop, colours.ink),
            (offer.shows, Qt.AlignmentFlag.AlignBottom, colours.quiet),
        ):
            painter.setPen(QColor(ink))
            flags = int(Qt.AlignmentFlag.AlignLeft | place | Qt.TextFlag.TextSingleLine)
            painter.drawText(room, flags, metrics.elidedText(words, elide, room.width()))
        painter.restore()


def _gap(option: QStyleOptionViewItem) -> int:
    return max(4, option.fontMetrics.height() // 4)
