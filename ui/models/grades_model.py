"""The grades of a report as a table whose cells can be edited (inspection details)."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from response_app.domain.inspection import Grade, Judgement

from ..widgets.form import one_line

SCOPE, AREA, GRADE = range(3)
HEADS = ("Force, region or unit", "What was graded", "Grade")
UNGRADED = "Ungraded"

Index = QModelIndex | QPersistentModelIndex


def grade_words(grade: Grade | None) -> str:
    """Return a grade as the table shows it."""
    return grade.words if grade else UNGRADED


class GradesModel(QAbstractTableModel):
    """One row for each grade, in the report's order.

    Signals:
        edited: (tuple of Judgement) what the grades are to be; they change when the record has changed.
    """

    edited = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.judgements: tuple[Judgement, ...] = ()

    def show(self, judgements: tuple[Judgement, ...]) -> None:
        """Show these grades."""
        if len(judgements) == len(self.judgements):
            self.judgements = judgements
            if judgements:
                self.dataChanged.emit(self.index(0, 0), self.index(len(judgements) - 1, GRADE))
            return
        self.beginResetModel()
        self.judgements = judgements
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own signature
        return 0 if parent.isValid() else len(self.judgements)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own signature
        return 0 if parent.isValid() else len(HEADS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return HEADS[section]
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        return super().flags(index) | Qt.ItemFlag.ItemIsEditable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        judgement = self.judgements[index.row()]
        words = (judgement.scope, judgement.area, grade_words(judgement.grade))[index.column()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return words
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{HEADS[index.column()]}: {words or 'empty'}"
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.EditRole:
            return False
        judgement = self.judgements[index.row()]
        if index.column() == GRADE:
            new = replace(judgement, grade=next((each for each in Grade if each.words == value), None))
        elif index.column() == SCOPE:
            new = replace(judgement, scope=one_line(value))
        else:
            new = replace(judgement, area=one_line(value))
        if new != judgement:
            self._offer([*self.judgements[: index.row()], new, *self.judgements[index.row() + 1 :]])
        return True

    def add(self) -> None:
        """Add a row at the end, for the same force as the last."""
        scope = self.judgements[-1].scope if self.judgements else ""
        self._offer([*self.judgements, Judgement(scope=scope)])

    def remove(self, row: int) -> None:
        """Take a row out."""
        self._offer([each for index, each in enumerate(self.judgements) if index != row])

    def move(self, row: int, by: int) -> int:
        """Move a row up or down and return where it is then."""
        to = max(0, min(row + by, len(self.judgements) - 1))
        if to != row:
            judgements = list(self.judgements)
            judgements.insert(to, judgements.pop(row))
            self._offer(judgements)
        return to

    def _offer(self, judgements: list[Judgement]) -> None:
        self.edited.emit(tuple(judgements))
