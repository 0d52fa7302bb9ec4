"""The strip over the list of records: what is sought, which records are shown, and giving them out as a table (Home)."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QMargins, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QComboBox, QHBoxLayout, QLineEdit, QMenu, QVBoxLayout, QWidget

from response_app.domain.inspection import InspectionKind

from .. import theme
from ..editors.flow import FlowRow
from ..models.record_order import HEADS, Column, Filter, Order, Stage
from .basics import button, label
from .inputs import Choice
from .menu_under import open_under

_NARROW = 900
"""Width at 100 % below which the choices stand below the field."""
_EXPORTS = {"As CSV…": "csv", "As an Excel workbook…": "xlsx"}


class SearchStrip(QWidget):
    """A field, two choices, a button; below them how many records are shown, where these are not all.

    Signals:
        typed: (str) what is in the field now.
        filtered: (Filter) which records are to be shown.
        sorted: (Order) in which order, where the list has no heads for it.
        export_asked: (str) the records are to be written to a file with this ending.
        left: the field was left downwards, for the list.
    """

    typed = Signal(str)
    filtered = Signal(object)
    sorted = Signal(object)
    export_asked = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = _Field()
        self.stage = _choice("Which records", [(each, each.value) for each in Stage])
        self.kind = _choice("Kind of inspection", [(None, "All kinds")])
        self.order = _choice("Sort by", [(Order(each), f"By {HEADS[each].split(',')[0].lower()}") for each in _BY_NEED])
        self.export = button("Export…", name="Export the records that are shown")
        self.count = label("", "quiet", wrap=False)
        self.show_all = button("Show all records", "link")
        self._menu = QMenu(self)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self._choices = QWidget()
        row = FlowRow(self._choices, QMargins(), 12, last_at_right=False)
        for each in (self.stage, self.kind, self.order, self.export):
            row.addWidget(each)
        self._top = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._top.setSpacing(12)
        self._top.addWidget(self.field, 1)
        self._top.addWidget(self._choices)
        below = self._below = QWidget()
        under = QHBoxLayout(below)
        under.setContentsMargins(0, 0, 0, 0)
        under.setSpacing(12)
        under.addWidget(self.count)
        under.addWidget(self.show_all)
        under.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(8)
        column.addLayout(self._top)
        column.addWidget(below)
        self.order.hide()
        below.hide()

    def _connect(self) -> None:
        self._menu.setAccessibleName("Export the records that are shown")
        for words, ending in _EXPORTS.items():
            self._menu.addAction(words).setData(ending)
        self._menu.triggered.connect(lambda action: self.export_asked.emit(action.data()))
        self.export.clicked.connect(lambda: open_under(self._menu, self.export))
        self.field.textChanged.connect(self.typed)
        self.field.left.connect(self.left)
        for each in (self.stage, self.kind):
            each.currentIndexChanged.connect(lambda: self.filtered.emit(self.filter))
        self.order.currentIndexChanged.connect(lambda: self.sorted.emit(self.order.value()))
        self.show_all.clicked.connect(self.clear)

    @property
    def filter(self) -> Filter:
        """Which records are chosen."""
        return Filter(self.stage.value() or Stage.ALL, self.kind.value())

    @property
    def shows_all(self) -> bool:
        """Whether nothing is sought and nothing left out."""
        return not self.field.text().strip() and self.filter == Filter()

    def offer_kinds(self, kinds: Iterable[InspectionKind]) -> None:
        """Offer the kinds that there are records of, in the usual order; the chosen one stays where it still is among them."""
        there, chosen = set(kinds), self.kind.value()
        self.kind.blockSignals(True)
        self.kind.offer([(None, "All kinds"), *((each, each.words) for each in InspectionKind if each in there)])
        self.kind.choose(chosen if chosen in there else None)
        self.kind.blockSignals(False)
        if self.kind.value() is not chosen:
            self.filtered.emit(self.filter)

    def show_count(self, words: str) -> None:
        """Say how many records are shown; "" where these are all."""
        self.count.setText(words)
        self._below.setVisible(bool(words))
        self._take_height()

    def show_order(self, order: Order) -> None:
        """Show by what the list is sorted."""
        self.order.blockSignals(True)
        self.order.choose(Order(order.column))
        self.order.blockSignals(False)

    def offer_order(self, wanted: bool) -> None:
        """Offer to sort here, where the list has no heads for all columns."""
        self.order.setVisible(wanted)
        self._take_height()

    def choose(self, wanted: Filter) -> None:
        """Choose which records are shown; a kind that there is no record of is let be."""
        self.stage.choose(wanted.stage)
        self.kind.choose(wanted.kind)
        if self.kind.currentIndex() < 0:
            self.kind.choose(None)

    def clear(self) -> None:
        """Seek nothing and leave nothing out; the keyboard goes to the field."""
        self.stage.choose(Stage.ALL)
        self.kind.choose(None)
        self.field.clear()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def fit(self, width: int) -> None:
        """Put the choices below the field where the page is narrow."""
        narrow = width < theme.theme().pixels(_NARROW)
        self._top.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)
        self._take_height()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Be as high as the choices need, which may stand on two rows."""
        super().resizeEvent(event)
        self._take_height()

    def _take_height(self) -> None:
        layout = self.layout()
        assert layout is not None
        layout.invalidate()
        self.setFixedHeight(layout.totalHeightForWidth(self.width()))

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """What Tab comes to, in order."""
        return (self.field, self.stage, self.kind, self.order, self.export, self.show_all)


_BY_NEED = (Column.NEXT, Column.INSPECTION, Column.STATUTORY, Column.ANSWERED)


def _choice(name: str, choices: list[tuple[object, str]]) -> Choice:
    made = Choice(choices)
    made.setAccessibleName(name)
    made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
    made.choose(choices[0][0])
    return made


class _Field(QLineEdit):
    """The field that one types into; Down and Enter go on to what was found.

    Signals:
        left: it was left downwards.
    """

    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Search every record")
        self.setPlaceholderText("Search every record: titles, findings, responses")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on to the list; the rest is typing."""
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.left.emit()
        else:
            super().keyPressEvent(event)
