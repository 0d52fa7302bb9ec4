"""A PDF to read: a list of its pages, the pages, and the zoom (the preview of record out)."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from PySide6.QtCore import QEvent, QMargins, QModelIndex, QObject, QPersistentModelIndex, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QSplitter,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ..editors.flow import FlowRow
from .basics import label
from .icon_button import icon_button
from .page_pictures import PagedPdf
from .pdf_pages import PdfPages

_LIST_WIDTH = 124
_ROW_ROOM = 12


class _Rows(QStyledItemDelegate):
    """Rows tall enough to hit."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """The height of the words and some room."""
        return super().sizeHint(option, index) + QSize(0, _ROW_ROOM)


class _ZoomKeys(QObject):
    """Takes keys with Ctrl that reach a widget, before the window, where the same ones make all letters larger."""

    def __init__(self, scope: QWidget) -> None:
        super().__init__(scope)
        self.acts: dict[Qt.Key, Callable[[], None]] = {}

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Claim such a key when it is offered as a shortcut, and act when it comes."""
        if not isinstance(event, QKeyEvent) or event.type() not in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress):
            return False
        held = event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
        act = self.acts.get(Qt.Key(event.key())) if held == Qt.KeyboardModifier.ControlModifier else None
        if act is None:
            return False
        event.accept()
        if event.type() is QEvent.Type.KeyPress:
            act()
        return True


class PdfView(QFrame):
    """Shows a PDF as a card with a bar above, the list of pages at the side, and the pages.

    Attributes:
        pages: the pages themselves.
        bar: the layout above; its right end is free for what a page wants to add.

    Signals:
        page_changed: the current page, from 0.
    """

    page_changed = Signal(int)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", "true")
        self.pages = PdfPages(name, self)
        self._strip = QFrame(self)
        self.bar = FlowRow(self._strip, QMargins(16, 5, 8, 5), 8)
        self._where = label("", "card-title", wrap=False)
        self._percent = label("", wrap=False)
        self._list = QListWidget(self)
        self._list.setAccessibleName(f"List of pages of {name[0].lower()}{name[1:]}")
        self._list.setMinimumWidth(_LIST_WIDTH // 2)
        self._list.setItemDelegate(_Rows(self._list))
        self._list.setViewportMargins(8, 8, 8, 8)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.currentRowChanged.connect(self.pages.go_to)
        self._tools: list[QWidget] = []
        out = self._tool(icon_button("minus", "Zoom out"), "Ctrl+minus", self.pages.zoom_out)
        into = self._tool(icon_button("plus", "Zoom in"), "Ctrl+plus", self.pages.zoom_in)
        fit = QToolButton()
        fit.setText("Fit width")
        fit.setAccessibleName("Fit width")
        self._fit = self._tool(fit, "Ctrl+0", self.pages.fit_width)
        self._fit.setCheckable(True)
        self._lay_out(out, into)
        self.pages.page_changed.connect(self._show_page)
        self.pages.zoom_changed.connect(self._show_zoom)

    @property
    def page(self) -> int:
        """The current page, from 0."""
        return self.pages.page

    def show_pdf(self, pdf: PagedPdf) -> None:
        """Show a document; where it takes another's place, the place on the page is kept."""
        self.pages.show_pdf(pdf)
        with QSignalBlocker(self._list):
            while self._list.count() > len(pdf.sizes):
                self._list.takeItem(self._list.count() - 1)
            self._list.addItems([f"Page {number}" for number in range(self._list.count() + 1, len(pdf.sizes) + 1)])
        self._show_page(self.pages.page)

    def add_shortcuts(self, scope: QWidget) -> None:
        """Let Ctrl with plus, minus and 0 zoom while the keyboard is anywhere in `scope`."""
        keys, key = _ZoomKeys(scope), Qt.Key
        larger, smaller, fitting = self.pages.zoom_in, self.pages.zoom_out, self.pages.fit_width
        keys.acts = {key.Key_Plus: larger, key.Key_Equal: larger, key.Key_Minus: smaller, key.Key_0: fitting}
        scope.installEventFilter(keys)

    def tab_order(self) -> list[QWidget]:
        """What takes the keyboard, as it lies from the top left."""
        return [*self._tools, self._list, self.pages]

    def _lay_out(self, out: QToolButton, into: QToolButton) -> None:
        self._strip.setProperty("card", "head")
        for each in (self._where, out, self._percent, into, self._fit):
            self.bar.addWidget(each)
        self._percent.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._percent.setMinimumWidth(self._percent.fontMetrics().horizontalAdvance("400% "))
        below = QSplitter(self)
        below.setHandleWidth(1)
        below.setChildrenCollapsible(False)
        below.addWidget(self._list)
        below.addWidget(self.pages)
        below.setStretchFactor(1, 1)
        below.setSizes([_LIST_WIDTH, 10 * _LIST_WIDTH])
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addWidget(self._strip)
        column.addWidget(below, 1)
        for first, second in pairwise(self.tab_order()):
            self.setTabOrder(first, second)

    def _tool(self, made: QToolButton, key: str, act: Callable[[], None]) -> QToolButton:
        made.setToolTip(f"{made.accessibleName()} ({key})")
        made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        made.clicked.connect(lambda: act())
        self._tools.append(made)
        return made

    def _show_page(self, page: int) -> None:
        self._where.setText(f"Page {page + 1} of {self.pages.page_count}")
        with QSignalBlocker(self._list):
            self._list.setCurrentRow(page)
        self.page_changed.emit(page)

    def _show_zoom(self, percent: float, fits: bool) -> None:
        self._percent.setText(f"{round(percent)}%")
        self._fit.setChecked(fits)
