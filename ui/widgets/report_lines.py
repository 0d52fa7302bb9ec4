"""The words of a report as a list of lines: for reports without pages, and for those who read and choose by keyboard (report in)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QMouseEvent, QPainter, QTextLayout
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from response_app.intake.lines import Line, LineKind

from .. import theme
from .marked import Marked

LINE = Qt.ItemDataRole.UserRole
MARK = Qt.ItemDataRole.UserRole + 1
"""0 for a line of no finding, 1 for one of another finding, 2 for one of the current finding."""
Index = QModelIndex | QPersistentModelIndex


class LinesModel(QAbstractListModel):
    """The lines of a report, with what is marked in them."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.lines: Sequence[Line] = ()
        self._marks: Sequence[Marked] = ()
        self._degrees: dict[int, int] = {}

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show these lines; running heads and page numbers are left out."""
        self.beginResetModel()
        self.lines = [each for each in lines if each.kind is not LineKind.FURNITURE and each.text]
        self._degrees = {}
        self.endResetModel()

    def show_marks(self, marks: Sequence[Marked], current: str) -> None:
        """Mark the lines of findings, those of the current one more."""
        degrees: dict[int, int] = {}
        for mark in marks:
            degree = 2 if mark.row_id == current else 1
            for number in range(mark.first, mark.last + 1):
                degrees[number] = max(degree, degrees.get(number, 0))
        self._marks, self._degrees = marks, degrees
        if self.lines:
            self.dataChanged.emit(self.index(0), self.index(len(self.lines) - 1))

    def finding_at(self, number: int) -> str:
        """Return the id of the finding that a line belongs to, "" for none."""
        return next((mark.row_id for mark in reversed(self._marks) if mark.holds(number)), "")

    def position(self, number: int) -> int:
        """Return the row of a line, or of the next one that is shown; -1 after the last."""
        return next((at for at, each in enumerate(self.lines) if each.number >= number), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own signature
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not 0 <= index.row() < len(self.lines):
            return None
        line = self.lines[index.row()]
        if role == LINE:
            return line
        if role == MARK:
            return self._degrees.get(line.number, 0)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            said = ("", ", in a finding", ", in the current finding")[self._degrees.get(line.number, 0)]
            return f"{shown(line)}{said}{f', page {line.page}' if line.page else ''}"
        return shown(line) if role == Qt.ItemDataRole.DisplayRole else None


def shown(line: Line) -> str:
    """Return a line with its mark before it."""
    return f"{line.marker} {line.text}".strip()


class _Delegate(QStyledItemDelegate):
    """Paints a line: headings bold, items indented, the words of findings on yellow, of the current one with a bar beside them."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        view = option.widget
        width = view.viewport().width() if isinstance(view, QListView) else 300
        layout = _laid(index.data(LINE), width)
        return QSize(60, round(layout.boundingRect().height()) + _gap(index.data(LINE)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line: Line = index.data(LINE)
        degree, colours, box = index.data(MARK), theme.tokens(), option.rect
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, QColor(colours.blue_ground))
        elif degree:
            painter.fillRect(box, QColor(colours.amber_ground))
        if degree == 2:
            painter.fillRect(box.left(), box.top(), 4, box.height(), QColor(colours.amber_bar))
        painter.setPen(QColor(colours.ink))
        at = box.topLeft()
        at.setX(at.x() + _indent(line))
        at.setY(at.y() + _gap(line) // 2)
        _laid(line, box.width()).draw(painter, at.toPointF())
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QColor(colours.ring))
            painter.drawRect(box.adjusted(0, 0, -1, -1))
        painter.restore()


def _indent(line: Line) -> int:
    return theme.theme().pixels(12 + (16 * line.level if line.kind is LineKind.ITEM else 0))


def _gap(line: Line) -> int:
    return theme.theme().pixels(12 if line.opens or line.kind is LineKind.HEADING else 4)


def _laid(line: Line, width: int) -> QTextLayout:
    font = QFont(theme.FAMILY)
    font.setPixelSize(theme.theme().pixels(17 if line.kind is LineKind.HEADING and line.level in (1, 2) else theme.BASE_SIZE))
    font.setBold(line.kind is LineKind.HEADING or line.bold or line.heads)
    layout = QTextLayout(shown(line), font)
    layout.beginLayout()
    top = 0.0
    while (made := layout.createLine()).isValid():
        made.setLineWidth(max(60, width - _indent(line) - theme.theme().pixels(12)))
        made.setPosition(QPointF(0, top))
        top += made.height()
    layout.endLayout()
    return layout


class ReportLines(QListView):
    """The lines; Shift with an arrow chooses several, a click on the words of a finding goes to it.

    Signals:
        lines_chosen: (first, last line number) these are selected, (0, 0) for none.
        place_clicked: (finding's row id) a line of it was clicked.
    """

    lines_chosen = Signal(int, int)
    place_clicked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines = LinesModel(self)
        self.setModel(self.lines)
        self.setItemDelegate(_Delegate(self))
        self.setAccessibleName("Words of the report")
        self.setAccessibleDescription("Shift and an arrow choose several lines.")
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setBatchSize(400)
        self.setViewportMargins(3, 3, 3, 3)
        theme.theme().changed.connect(self.scheduleDelayedItemsLayout)

    def show_line(self, number: int) -> None:
        """Scroll to a line."""
        at = self.lines.position(number)
        if at >= 0:
            self.scrollTo(self.lines.index(at), QAbstractItemView.ScrollHint.PositionAtCenter)

    def choose(self, first: int, last: int) -> None:
        """Select these lines."""
        model = self.selectionModel()
        begun, ended = self.lines.position(first), self.lines.position(last)
        if first and begun >= 0 and ended >= 0:
            model.select(QItemSelection(self.lines.index(begun), self.lines.index(ended)), QItemSelectionModel.SelectionFlag.ClearAndSelect)
        else:
            model.clearSelection()

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        """Tell which lines are selected."""
        super().selectionChanged(selected, deselected)
        numbers = [self.lines.lines[each.row()].number for each in self.selectedIndexes()]
        self.lines_chosen.emit(min(numbers, default=0), max(numbers, default=0))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on one line goes to its finding."""
        super().mouseReleaseEvent(event)
        at = self.indexAt(event.position().toPoint())
        if at.isValid() and len(self.selectedIndexes()) == 1 and not event.modifiers():
            row_id = self.lines.finding_at(self.lines.lines[at.row()].number)
            if row_id:
                self.place_clicked.emit(row_id)
