"""The findings of a report as a full-width table, for many at once (report in)."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QTableView, QWidget

from .. import theme
from ..models.triage_model import ADDRESSED, APPLIES, DUE, KIND, PLACE, ROW, SCOPE, SENTENCE, SURENESS, TAKEN, TriageModel
from .triage_list import MENU, key_of
from .wrapped_list import RoomyLines

_WIDTHS = {TAKEN: 54, KIND: 124, SCOPE: 128, APPLIES: 88, DUE: 128, ADDRESSED: 120, SENTENCE: 240, PLACE: 76, SURENESS: 84}
Index = QModelIndex | QPersistentModelIndex


class TriageTable(QTableView):
    """The table; whole rows are selected, several with Shift and Ctrl.

    Signals:
        chosen: (row id) another finding is the current one, "" for none.
        key_asked: (str) one of the table's keys was pressed.
    """

    chosen = Signal(str)
    key_asked = Signal(str)

    def __init__(self, model: TriageModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.setAccessibleName("Table of findings")
        words = "Space takes findings or leaves them out, A says that they apply, N that they do not, S splits, J joins, Enter corrects."
        self.setAccessibleDescription(words)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setProperty("roomy", "true")
        self.setShowGrid(True)
        self.setWordWrap(True)
        self.setItemDelegate(RoomyLines(self))
        self.setCornerButtonEnabled(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.verticalHeader().setResizeContentsPrecision(40)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        heads = self.horizontalHeader()
        heads.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        heads.setHighlightSections(False)
        heads.setMinimumSectionSize(48)
        heads.moveSection(SENTENCE, SCOPE)  # what a finding says is read first, also where the table is wider than the window
        self._fit()
        theme.theme().changed.connect(self._fit)

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell which finding is the current one."""
        super().currentChanged(current, previous)
        row = self.model().index(current.row(), 0).data(ROW) if current.isValid() else None
        self.chosen.emit(row.id if row is not None else "")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take, leave out, decide, split, join, correct; else as every table."""
        name = key_of(event)
        if name:
            self.key_asked.emit(name)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done with the selected findings."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for words, name in MENU:
            menu.addAction(words).triggered.connect(lambda _checked=False, name=name: self.key_asked.emit(name))
        menu.popup(event.globalPos())

    def sizeHint(self) -> QSize:
        """The least: it takes what room there is, and a low window keeps the buttons under it in view."""
        return QSize(super().sizeHint().width(), self.minimumHeight())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the sentences what room there is, and keep the current finding in view."""
        super().resizeEvent(event)
        self._fit_sentences()
        self.scrollTo(self.currentIndex())

    def _fit(self) -> None:
        for column, width in _WIDTHS.items():
            self.setColumnWidth(column, theme.theme().pixels(width))
        self._fit_sentences()
        self.setMinimumHeight(theme.theme().pixels(84))

    def _fit_sentences(self) -> None:
        others = sum(self.columnWidth(column) for column in _WIDTHS if column != SENTENCE)
        self.setColumnWidth(SENTENCE, max(theme.theme().pixels(_WIDTHS[SENTENCE]), self.viewport().width() - others))
