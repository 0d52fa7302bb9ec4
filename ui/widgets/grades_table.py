"""The table of grades with its buttons (inspection details)."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QEvent, QMargins, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLineEdit,
    QSpacerItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from response_app.domain.inspection import Grade, Inspection, Judgement, Scale, grades_on, off_scale
from response_app.domain.titles import in_a_row

from .. import theme
from ..editors.flow import FlowRow
from ..messages import announce
from ..models.grades_model import GRADE, HEADS, UNGRADED, GradesModel
from .basics import button, label
from .frozen import READ_ONLY
from .inputs import Choice

ROW_HEIGHT = 40
GRADE_WIDTH = 190
PADDING = 8
_GAP = 8
_EDIT_BY = (
    QAbstractItemView.EditTrigger.SelectedClicked
    | QAbstractItemView.EditTrigger.DoubleClicked
    | QAbstractItemView.EditTrigger.EditKeyPressed
    | QAbstractItemView.EditTrigger.AnyKeyPressed
)
MOST_ROWS = 12
"""More rows than this scroll inside the table."""


_KEYS = "Enter edits a cell, Delete removes the row, Alt and an arrow moves it."
_NONE = (
    "No grades. The record then prints “None recorded”. Add one for each area that the report grades, "
    "“Ungraded” where the inspectors looked at an area and gave it no grade."
)
_SCALE_WORDS = {Scale.FOUR_TIER: "the scale of four grades", Scale.FIVE_TIER: "the scale of five grades"}


def remark_on(inspection: Inspection) -> str:
    """Return in a sentence or two which grades do not fit the scale, "" when all do."""
    off = off_scale(inspection)
    if not off or inspection.scale is None:
        return ""
    grades = in_a_row(list(dict.fromkeys(f"“{each.grade.words}”" for each in off if each.grade)))
    rows = ((f"row {inspection.judgements.index(each) + 1}", each) for each in off)
    where = in_a_row([", ".join(part for part in (each.scope, each.area) if part) or row for row, each in rows])
    be = "is" if len({each.grade for each in off}) == 1 else "are"
    return f"{grades} ({where}) {be} not on {_SCALE_WORDS[inspection.scale]}. Compare with the report; choose another grade or scale."


def counted_words(judgements: tuple[Judgement, ...]) -> str:
    """Return how many grades there are: "9 grades for 3 forces or units, 1 of them ungraded"."""
    count, scopes = len(judgements), len({each.scope for each in judgements if each.scope})
    ungraded = sum(each.grade is None for each in judgements)
    return "".join(
        (
            "1 grade" if count == 1 else f"{count} grades",
            f" for {scopes} forces or units" if scopes > 1 else "",
            f", {ungraded} of them ungraded" if ungraded and count > 1 else "",
        )
    )


class GradesDelegate(QStyledItemDelegate):
    """Edits a cell: a choice of grades, or a line of text."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.scale: Scale | None = None
        self._open: QWidget | None = None

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        colours = theme.tokens()
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, QColor(colours.blue_ground))
        painter.setPen(QColor(colours.border))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        painter.setPen(QColor(colours.ink))
        room = option.rect.adjusted(PADDING, 0, -PADDING, 0)
        words = painter.fontMetrics().elidedText(index.data(), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)
        painter.restore()

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QWidget:
        made: QWidget
        if index.column() == GRADE:
            made = choice = Choice([(each.words, each.words) for each in self._offered(index)] + [(UNGRADED, UNGRADED)])
            choice.picked.connect(lambda: self._chosen(choice))
        else:
            made = QLineEdit()
        made.setParent(parent)
        made.setAccessibleName(f"{HEADS[index.column()]}, row {index.row() + 1}")
        self._open = made
        return made

    def setEditorData(self, editor: QWidget, index: QModelIndex | QPersistentModelIndex) -> None:
        if isinstance(editor, Choice):
            editor.choose(index.data(Qt.ItemDataRole.EditRole))
        elif isinstance(editor, QLineEdit):
            editor.setText(index.data(Qt.ItemDataRole.EditRole))

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: QModelIndex | QPersistentModelIndex) -> None:
        value = editor.value() if isinstance(editor, Choice) else editor.text() if isinstance(editor, QLineEdit) else None
        model.setData(index, value, Qt.ItemDataRole.EditRole)

    def destroyEditor(self, editor: QWidget, index: QModelIndex | QPersistentModelIndex) -> None:
        self._open = None
        super().destroyEditor(editor, index)

    def flush(self) -> None:
        """Take what is typed in an open cell."""
        if self._open is not None:
            self.commitData.emit(self._open)

    def _offered(self, index: QModelIndex | QPersistentModelIndex) -> list[Grade]:
        """The grades of the scale, and the one that stands there when it is not on the scale."""
        grades = grades_on(self.scale)
        return [each for each in Grade if each in grades or each.words == index.data()]

    def _chosen(self, editor: QWidget) -> None:
        self.commitData.emit(editor)
        self.closeEditor.emit(editor)


class _Table(QTableView):
    """As high as its rows; Delete removes a row, Alt with an arrow moves it.

    Signals:
        remove_asked: the current row is to go.
        move_asked: (int) the current row is to move by so many places.
    """

    remove_asked = Signal()
    move_asked = Signal(int)
    is_read_only = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.is_read_only:
            super().keyPressEvent(event)
            return
        alt = event.modifiers() == Qt.KeyboardModifier.AltModifier
        if alt and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.move_asked.emit(-1 if event.key() == Qt.Key.Key_Up else 1)
        elif event.key() == Qt.Key.Key_Delete and not event.modifiers():
            self.remove_asked.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.state() != QAbstractItemView.State.EditingState:
            self.edit(self.currentIndex())
        else:
            super().keyPressEvent(event)


class GradesTable(QWidget):
    """The grades of a report: type or choose in a cell; add, remove and move rows.

    Signals:
        edited: (tuple of Judgement) what the grades are to be.
    """

    edited = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.model = GradesModel(self)
        self.table = _Table()
        self.table.setModel(self.model)
        self._delegate = GradesDelegate(self.table)
        self.table.setItemDelegate(self._delegate)
        self.empty = label(_NONE, "lead")
        self.counted = label("", "quiet")
        self.remark = label("", "error")
        self.add = button("Add a grade")
        self.remove = button("Remove", name="Remove this grade")
        self.up = button("Move up", name="Move this grade up")
        self.down = button("Move down", name="Move this grade down")
        self._set_up_table()
        self._lay_out()
        self.model.edited.connect(self.edited)
        self.add.clicked.connect(self._add)
        self.remove.clicked.connect(self._remove)
        self.up.clicked.connect(lambda: self._move(-1))
        self.down.clicked.connect(lambda: self._move(1))
        self.table.remove_asked.connect(self._remove)
        self.table.move_asked.connect(self._move)
        self.table.selectionModel().currentChanged.connect(self._enable)
        self.show_grades(Inspection())

    def show_grades(self, inspection: Inspection) -> None:
        """Show the grades of an inspection; its scale says which can be chosen, and what is odd about those that stand there."""
        self._delegate.scale = inspection.scale
        self.model.show(inspection.judgements)
        self.counted.setText(counted_words(inspection.judgements))
        self._remark(remark_on(inspection))
        self._fit()
        self._enable()

    def set_read_only(self, read_only: bool) -> None:
        """Let the grades be read only, because they are published, or be changed again."""
        self.table.is_read_only = read_only
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers if read_only else _EDIT_BY)
        self.table.setAccessibleDescription(READ_ONLY if read_only else f"{self.remark.text()} {_KEYS}".strip())
        self._buttons.setHidden(read_only)

    def first_focus(self) -> QWidget:
        """What has the keyboard when one goes to the grades: the table, or the button that adds the first."""
        return self.add if self.table.isHidden() else self.table

    def flush(self) -> None:
        """Take what is typed in an open cell."""
        self._delegate.flush()

    def _remark(self, words: str) -> None:
        if words == self.remark.text():
            return
        self.remark.setText(words)
        self.table.setAccessibleDescription(f"{words} {_KEYS}".strip())
        if words:
            announce(self.table, words)

    def changeEvent(self, event: QEvent) -> None:
        """Fit the height to another size of text."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self._fit()

    def _set_up_table(self) -> None:
        table = self.table
        table.setAccessibleName("Grades")
        table.setAccessibleDescription(_KEYS)
        table.setTabKeyNavigation(False)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setEditTriggers(_EDIT_BY)
        table.setShowGrid(False)
        table.verticalHeader().hide()
        head = table.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        head.setSectionResizeMode(GRADE, QHeaderView.ResizeMode.Fixed)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setHighlightSections(False)
        table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def _lay_out(self) -> None:
        buttons = self._buttons = QWidget()
        row = FlowRow(buttons, QMargins(), _GAP)
        for each in (self.add, self.remove, self.up, self.down):
            row.addWidget(each)
        row.addItem(QSpacerItem(0, 0))  # what is last in a row of this kind stands at its right
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        parts: tuple[QWidget, ...] = (self.empty, self.table, self.remark, self.counted)
        for part in parts:
            column.addWidget(part)
        column.addWidget(buttons)

    def _fit(self) -> None:
        pixels = theme.theme().pixels
        rows = len(self.model.judgements)
        self.table.verticalHeader().setDefaultSectionSize(pixels(ROW_HEIGHT))
        self.table.setColumnWidth(GRADE, pixels(GRADE_WIDTH))
        head = self.table.horizontalHeader().sizeHint().height()
        self.table.setFixedHeight(head + min(rows, MOST_ROWS) * pixels(ROW_HEIGHT) + 8)
        self.table.setVisible(rows > 0)
        self.empty.setVisible(rows == 0)
        self.counted.setVisible(rows > 0)
        self.remark.setVisible(bool(self.remark.text()))

    def _row(self) -> int:
        return self.table.currentIndex().row()

    def _enable(self) -> None:
        row, last = self._row(), len(self.model.judgements) - 1
        self.remove.setEnabled(row >= 0)
        self.up.setEnabled(row > 0)
        self.down.setEnabled(0 <= row < last)

    def _go_to(self, row: int, column: int) -> None:
        self.table.setCurrentIndex(self.model.index(row, column))
        self._enable()

    def _add(self) -> None:
        self.model.add()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        self._go_to(len(self.model.judgements) - 1, 1)

    def _remove(self) -> None:
        row, column = self._row(), self.table.currentIndex().column()
        if row < 0:
            return
        self.model.remove(row)
        if self.model.judgements:
            self._go_to(min(row, len(self.model.judgements) - 1), column)
        else:
            self.add.setFocus(Qt.FocusReason.OtherFocusReason)

    def _move(self, by: int) -> None:
        row, column = self._row(), self.table.currentIndex().column()
        if row >= 0:
            self._go_to(self.model.move(row, by), column)
