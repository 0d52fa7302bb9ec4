"""The table of findings to answer: rows are gone through, marked and decided by keys (answers to findings)."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QKeySequence, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QMenu, QTableView, QWidget

from .. import theme
from ..help_topics import Keys
from ..messages import announce
from ..models.answers_model import APPLIES, AnswersModel, Column, Progress
from .answers_cells import AnswerCells, badge_width, paint_ring

Index = QModelIndex | QPersistentModelIndex
_Flag = QItemSelectionModel.SelectionFlag
_WIDTHS = {Column.CHOSEN: 38, Column.NUMBER: 128, Column.MADE_TO: 130, Column.SCOPE: 98, Column.OWNER: 110, Column.TARGET: 110}
_SENTENCE = 210
"""Width that the sentences have at least, in logical pixels at 100 %."""
_GIVES_WAY = (Column.SCOPE, Column.TARGET, Column.OWNER, Column.MADE_TO, Column.NUMBER, Column.APPLIES, Column.ANSWER)
"""Columns in the order in which they go where there is no room; the sentence's cell then says what they hold."""

DOES = {
    "applies": ("A", "Applies"),
    "not": ("N", "Does not apply…"),
    "owner": ("O", "Set the owner…"),
    "open": ("Enter", "Open the answer"),
}
"""What can be done with the rows: its key and its words."""
SHORTCUTS = (
    Keys("In the table of answers", "Select, or no longer", ("Space",)),
    Keys("In the table of answers", "Select several in a row", ("Shift+Up", "Shift+Down")),
    Keys("In the table of answers", "Select all that are shown", ("Ctrl+A",)),
    *(Keys("In the table of answers", words.removesuffix("…"), (key,)) for key, words in DOES.values()),
    Keys("In the table of answers", "Back to the list, or to the table from an answer", ("Esc",)),
)
"""Lines for the sheet of shortcuts."""

_KEYS = {Qt.Key.Key_A: "applies", Qt.Key.Key_N: "not", Qt.Key.Key_O: "owner", Qt.Key.Key_Return: "open", Qt.Key.Key_Enter: "open"}


class AnswersView(QTableView):
    """The table. What is selected is marked at the left; what is done is done to it, else to the current row.

    Signals:
        asked: (str) one of `DOES` is to be done.
        left: Escape was pressed and nothing is selected.
        selected: other rows are selected, or another is current.
        moved: (QRect) where the current row stands now, in the table.
    """

    asked = Signal(str)
    left = Signal()
    selected = Signal()
    moved = Signal(QRect)

    def __init__(self, model: AnswersModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = model
        self._cells = AnswerCells(self)
        self._anchor: int | None = None
        self._before: frozenset[int] = frozenset()
        self.setObjectName("answersTable")
        self.setAccessibleName("Table of findings to answer")
        self.setAccessibleDescription(
            "Space selects, A says that it applies, N that it does not, O sets the owner, Enter opens the answer."
        )
        self.setItemDelegate(self._cells)
        self.setModel(model)
        self._set_manners()
        self.selectionModel().selectionChanged.connect(lambda *_: self.selected.emit())
        self.selectionModel().currentChanged.connect(lambda *_: self.selected.emit())
        model.dataChanged.connect(self._fit_rows)
        model.modelReset.connect(self._fit_rows)
        theme.theme().changed.connect(self._fit)

    def _set_manners(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.MultiSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setDragEnabled(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setCornerButtonEnabled(False)
        rows, heads = self.verticalHeader(), self.horizontalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        heads.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        heads.setSectionsClickable(False)
        heads.setHighlightSections(False)
        heads.setMinimumSectionSize(1)
        heads.setAccessibleName("Heads of the table")
        heads.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)

    # --- What is selected ---------------------------------------------------------------------

    def current_id(self) -> str:
        """Return the id of the current row's finding, "" for none."""
        at = self.currentIndex().row()
        return self._lines.lines[at].id if 0 <= at < len(self._lines.lines) else ""

    def selected_ids(self) -> list[str]:
        """Return the ids of the selected findings in their order."""
        return [self._lines.lines[at].id for at in self._selected_rows()]

    def chosen_ids(self) -> list[str]:
        """Return the findings to which something is done: the selected ones, else the current one."""
        current = self.current_id()
        return self.selected_ids() or ([current] if current else [])

    def choose(self, ids: Iterable[str], current: str, at: int = 0) -> None:
        """Select these findings where they are shown, and go to one.

        Args:
            ids: to be selected.
            current: the finding to go to.
            at: the row to go to where that is not shown, or the last one before it.
        """
        self._select(row for row in map(self._lines.position, ids) if row >= 0)
        row = self._lines.position(current)
        row = row if row >= 0 else min(at, len(self._lines.lines) - 1)
        if row >= 0:
            self.selectionModel().setCurrentIndex(self._lines.index(row, Column.CHOSEN), _Flag.NoUpdate)
            self.scrollTo(self.currentIndex())

    def _selected_rows(self) -> list[int]:
        rows = {row for part in self.selectionModel().selection().toList() for row in range(part.top(), part.bottom() + 1)}
        return sorted(row for row in rows if row < len(self._lines.lines))

    def _select(self, rows: Iterable[int]) -> None:
        chosen = QItemSelection()
        for first, last in _runs(rows):
            chosen.select(self._lines.index(first, 0), self._lines.index(last, 0))
        self.selectionModel().select(chosen, _Flag.ClearAndSelect | _Flag.Rows)

    def selectionCommand(self, index: Index, event: QEvent | None = None) -> QItemSelectionModel.SelectionFlag:
        """Going to a row selects nothing; Space, Ctrl and a click on the mark do."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress and event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Select):
            return _Flag.Toggle | _Flag.Rows
        if not isinstance(event, QMouseEvent) or event.type() is not QEvent.Type.MouseButtonPress:
            return _Flag.NoUpdate
        marks = event.modifiers() & Qt.KeyboardModifier.ControlModifier or index.column() == Column.CHOSEN
        return _Flag.Toggle | _Flag.Rows if marks and event.button() is Qt.MouseButton.LeftButton else _Flag.NoUpdate

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Say where the current row is, so that a low page scrolls to it."""
        super().currentChanged(current, previous)
        if current.isValid():
            top = self.rowViewportPosition(current.row()) + self.horizontalHeader().height()
            self.moved.emit(QRect(0, top, self.width(), self.rowHeight(current.row())))

    # --- Keys and mouse -----------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Decide, open, select; the rest moves."""
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        does = _KEYS.get(Qt.Key(event.key())) if not held else None
        if does is not None:
            if not event.isAutoRepeat() and self.current_id():
                self.asked.emit(does)
        elif event.key() == Qt.Key.Key_Escape:
            self._escape()
        elif event.matches(QKeySequence.StandardKey.SelectAll):
            self._select(range(len(self._lines.lines)))
            self._say_selected()
        else:
            self._move(event, extend=held == Qt.KeyboardModifier.ShiftModifier)

    def _move(self, event: QKeyEvent, *, extend: bool) -> None:
        before, selected = self.currentIndex().row(), self._selected_rows()
        super().keyPressEvent(event)
        now = self.currentIndex().row()
        if extend and now != before and before >= 0:
            self._extend(before, now)
        elif not extend:
            self._anchor = None
        if self._selected_rows() != selected:
            self._say_selected()

    def _extend(self, before: int, now: int) -> None:
        """Select the rows from where Shift was first held to here; going back takes them out again."""
        if self._anchor is None:
            self._anchor, self._before = before, frozenset(self._selected_rows())
        first, last = sorted((self._anchor, now))
        self._select(sorted(self._before | set(range(first, last + 1))))

    def _escape(self) -> None:
        if self._selected_rows():
            self.clearSelection()
            self._say_selected()
        else:
            self.left.emit()

    def _say_selected(self) -> None:
        """Tell a screen reader how many are selected, and whether the current one is."""
        count, at = len(self._selected_rows()), self.currentIndex().row()
        this = "selected" if at in self._selected_rows() else "not selected"
        name = f"{self._lines.lines[at].label} {this}, " if at >= 0 else ""
        announce(self, f"{name}{count or 'none'} selected")

    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Home and End go to the first and last row, not to the ends of a row."""
        ends = {QAbstractItemView.CursorAction.MoveHome: 0, QAbstractItemView.CursorAction.MoveEnd: self._lines.rowCount() - 1}
        if action in ends:
            return self._lines.index(ends[action], max(0, self.currentIndex().column()))
        return super().moveCursor(action, modifiers)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Shift selects from the current row to the one that is clicked."""
        before = self.currentIndex().row()
        super().mousePressEvent(event)
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier and before >= 0 and self.indexAt(event.position().toPoint()).isValid():
            self._extend(before, self.currentIndex().row())
        else:
            self._anchor = None

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open the answer; two clicks on the mark are two clicks."""
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and index.column() != Column.CHOSEN:
            self.asked.emit("open")
        else:
            self.mousePressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done."""
        if not self.current_id():
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setAccessibleName("What to do with the findings")
        for does, (key, words) in DOES.items():
            menu.addAction(f"{words}\t{key}").triggered.connect(lambda _checked=False, does=does: self.asked.emit(does))
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        here = self.visualRect(self.currentIndex()).center() if by_key else event.pos()
        menu.popup(self.viewport().mapToGlobal(here))

    # --- Looks --------------------------------------------------------------------------------

    def minimumSizeHint(self) -> QSize:
        """Room for the heads and two rows."""
        return QSize(theme.theme().pixels(200), self.horizontalHeader().sizeHint().height() + theme.theme().pixels(110))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the columns their widths for the room there is."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()
        if self.hasFocus():
            self.scrollTo(self.currentIndex())  # a message over the page makes the table lower

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the rows, and the ring around the current one while the table has the keyboard."""
        super().paintEvent(event)
        row = self.currentIndex().row()
        if self.hasFocus() and row >= 0:
            painter = QPainter(self.viewport())
            width = min(self.viewport().width(), self.horizontalHeader().length())
            paint_ring(painter, QRect(0, self.rowViewportPosition(row), width, self.rowHeight(row) - 1))

    def _fit(self) -> None:
        pixels, room = theme.theme().pixels, self.viewport().width()
        widths = {column: pixels(width) for column, width in _WIDTHS.items()}
        widths[Column.APPLIES] = max(badge_width(words) for words, _ in APPLIES.values())
        widths[Column.ANSWER] = max(badge_width(each.words) for each in Progress)
        least, shown = pixels(_SENTENCE), dict(widths)
        for column in _GIVES_WAY:
            if sum(shown.values()) + least <= room:
                break
            del shown[column]
        self._cells.hidden = frozenset(widths.keys() - shown.keys())
        for column in widths:
            self.setColumnHidden(column, column not in shown)
            self.setColumnWidth(column, widths[column])
        self.setColumnWidth(Column.SENTENCE, max(pixels(120), room - sum(shown.values())))
        self._fit_rows()

    def _fit_rows(self) -> None:
        heads = self.verticalHeader()
        for at, line in enumerate(self._lines.lines):
            height = self._cells.row_height(line)
            if heads.sectionSize(at) != height:
                heads.resizeSection(at, height)


def _runs(rows: Iterable[int]) -> list[tuple[int, int]]:
    """Return the first and last row of each unbroken run."""
    runs: list[tuple[int, int]] = []
    for row in sorted(rows):
        if runs and row == runs[-1][1] + 1:
            runs[-1] = (runs[-1][0], row)
        else:
            runs.append((row, row))
    return runs
