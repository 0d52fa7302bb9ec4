"""The card that says what a section does, what to cover, and offers standard wording and fields (guided sections)."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QListWidget, QVBoxLayout, QWidget

from response_app.guidance.sections import Guide, Point

from ..editors.offers import Offer
from ..editors.offers_list import OfferRow, fill, offer_in
from .basics import Card, button, label
from .scroll_area import ScrollArea

_FIELDS = "Details such as the title and date are filled in from the record and stay up to date. In the text, type / for this list."


class SectionGuide(Card):
    """Guidance on one section.

    Signals:
        insert_requested: (RichText) standard wording or a field that the user wants in the text.
        point_ticked: (str, bool) the point with this key is covered, or no longer.
        keep_requested: the words that are selected in the text are to be kept as standard wording.
    """

    insert_requested = Signal(object)
    point_ticked = Signal(str, bool)
    keep_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("What this section does", parent)
        self._shown: Guide | None = None
        self._boxes: dict[str, PointBox] = {}
        self._inserts: list[QWidget] = []
        self.fields = FieldsList()
        self.keep = button("Keep chosen words…", "link", "Keep the chosen words as standard wording")
        self.keep.setToolTip("Select words in the text first. They are then offered here, in every record.")
        self.body.setContentsMargins(0, 0, 0, 0)
        self._scroll = scroller("Guidance on this section")
        self.body.addWidget(self._scroll)
        inner, column = scrolled()
        self._words = QVBoxLayout()
        self._words.setSpacing(6)
        self._below = _fields_part(self.keep, self.fields)
        column.addLayout(self._words)
        column.addWidget(self._below)
        column.addStretch(1)
        self._scroll.setWidget(inner)
        self.keep.clicked.connect(self.keep_requested)
        self.fields.row_entered.connect(self._bring_into_view)
        self.fields.chosen.connect(lambda offer: self.insert_requested.emit(offer.text))

    def show_guide(self, guide: Guide, ticked: Collection[str] = ()) -> None:
        """Show guidance with the points that were ticked, and its standard wording to put into the text."""
        if self._shown != guide:
            self._shown = guide
            self._fill(guide)
        for key, box in self._boxes.items():
            box.box.setChecked(key in ticked)

    def show_fields(self, offers: Sequence[Offer]) -> None:
        """Show the fields of the record with what they say now."""
        self.fields.show_offers(offers)

    def allow_change(self, *, insert: bool, tick: bool, locked: str = "") -> None:
        """Offer fields to put in, or none; let points be ticked, or only be read; `locked` says why nothing can be put in now."""
        self._below.setVisible(insert and not locked)
        for each in self._boxes.values():
            each.box.setEnabled(tick)
        for offer in self._inserts:
            offer.setEnabled(not locked)
            offer.setToolTip(locked)
            offer.setAccessibleDescription(locked)

    def _bring_into_view(self, row: QRect) -> None:
        """The list is as high as its rows: what scrolls is the card around it."""
        inner = self._scroll.widget()
        if inner is not None:
            at = self.fields.viewport().mapTo(inner, row.center())
            self._scroll.ensureVisible(at.x(), at.y(), 0, row.height())

    def _fill(self, guide: Guide) -> None:
        _empty(self._words)
        self._boxes, self._inserts = {}, []
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for words in guide.what:
            column.addWidget(label(words))
        column.addSpacing(6)
        column.addWidget(label("Cover these points" if guide.snippets else "Look at these points", "label"))
        for point in guide.points:
            box = self._boxes[point.key] = PointBox(point)
            box.box.clicked.connect(lambda checked, key=point.key: self.point_ticked.emit(key, checked))
            column.addWidget(box)
        if guide.snippets:
            column.addSpacing(8)
            column.addWidget(label("Insert", "label"))
            for each in guide.snippets:
                made = button(each.label, name=f"Insert: {each.label}")
                made.setProperty("align", "left")
                made.clicked.connect(lambda _checked=False, text=each.text: self.insert_requested.emit(text))
                column.addWidget(made)
                self._inserts.append(made)
        self._words.addWidget(part)
        part.show()  # now, and not when the layout comes to it: what is offered anew can be clicked at once


class PointBox(QWidget):
    """A point with its box to tick; its words go on in further lines, and a click on them ticks too."""

    def __init__(self, point: Point, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.box = QCheckBox()
        self.box.setAccessibleName(point.words)
        words = label(point.words)
        words.setContentsMargins(0, 3, 0, 0)
        words.mousePressEvent = lambda event: self.box.click()  # type: ignore[method-assign]  # a label has no signal for it
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.box, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(words, 1)


class FieldsList(QListWidget):
    """The fields with what they say now, all in view; a click or Enter puts one in.

    Signals:
        chosen: (Offer) it is wanted in the text.
        row_entered: (QRect) where the row is that the arrow keys have come to.
    """

    chosen = Signal(object)
    row_entered = Signal(QRect)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Fields of the record; Enter puts one in")
        self.setItemDelegate(OfferRow(self))
        self.setUniformItemSizes(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._offers: tuple[Offer, ...] = ()
        self.itemClicked.connect(lambda item: self.chosen.emit(offer_in(item)))

    def show_offers(self, offers: Sequence[Offer]) -> None:
        """Show these; the row that is chosen stays so."""
        if tuple(offers) != self._offers:
            self._offers = tuple(offers)
            row = max(0, self.currentRow())
            fill(self, self._offers)
            self.setCurrentRow(row)
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        """As high as its rows."""
        return QSize(100, max(1, self.count()) * max(1, self.sizeHintForRow(0)) + 2 * self.frameWidth() + 6)

    def minimumSizeHint(self) -> QSize:
        """As high as its rows: the card around it scrolls."""
        return QSize(60, self.sizeHint().height())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Bring the row that has the keyboard into view: the list may be longer than what is seen of it."""
        super().focusInEvent(event)
        self.row_entered.emit(self.visualRect(self.currentIndex()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        item = self.currentItem()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and item is not None:
            self.chosen.emit(offer_in(item))
            return
        super().keyPressEvent(event)
        self.row_entered.emit(self.visualRect(self.currentIndex()))


def _fields_part(keep: QWidget, fields: QWidget) -> QWidget:
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(6)
    column.addWidget(keep, 0, Qt.AlignmentFlag.AlignLeft)
    column.addSpacing(6)
    column.addWidget(label("Fields", "label"))
    column.addWidget(label(_FIELDS, "quiet"))
    column.addWidget(fields)
    return made


def _empty(layout: QVBoxLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()


def scroller(name: str) -> ScrollArea:
    """Return an area that scrolls up and down, by keyboard too; Tab passes it by while all of it is in view."""
    made = ScrollArea()
    made.setAccessibleName(name)

    def scrolls(least: int, most: int) -> None:
        made.setFocusPolicy(Qt.FocusPolicy.StrongFocus if most > least else Qt.FocusPolicy.NoFocus)

    made.verticalScrollBar().rangeChanged.connect(scrolls)
    return made


def scrolled() -> tuple[QWidget, QVBoxLayout]:
    """Return what goes into a scroller, and its layout."""
    inner = QWidget()
    inner.setObjectName("scrolled")
    column = QVBoxLayout(inner)
    column.setContentsMargins(16, 14, 16, 14)
    column.setSpacing(6)
    return inner, column
