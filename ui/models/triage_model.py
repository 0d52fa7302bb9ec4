"""The findings of a report as rows: the list beside the report and the full-width table show the same (report in)."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from response_app.domain.finding import Finding
from response_app.intake.triage import Row, Triage

from .findings_model import due_words
from .triage_words import NO_SENTENCE, SURE, applies_words, for_words, kind_words, spoken

ROW = Qt.ItemDataRole.UserRole
"""The role under which a row is a `Row`."""
TAKEN, KIND, SCOPE, APPLIES, DUE, ADDRESSED, SENTENCE, PLACE, SURENESS = range(9)
_HEADS = ("Take", "Kind", "For", "Applies", "Due", "Addressed to", "Sentence", "Place", "How sure")

Index = QModelIndex | QPersistentModelIndex


class TriageModel(QAbstractTableModel):
    """A row for each finding of the table.

    Signals:
        taken_asked: (row id, bool) the user ticked a finding, or took its tick away.
    """

    taken_asked = Signal(str, bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[Row, ...] = ()

    def show(self, triage: Triage) -> None:
        """Show a table; the selection stays where the same findings stand in the same order."""
        before, self_rows = [each.id for each in self.rows], triage.rows
        if before != [each.id for each in self_rows]:
            self.beginResetModel()
            self.rows = self_rows
            self.endResetModel()
            return
        old, self.rows = self.rows, self_rows
        for at, (was, now) in enumerate(zip(old, self.rows, strict=True)):
            if was != now:
                self.dataChanged.emit(self.index(at, 0), self.index(at, len(_HEADS) - 1))

    def position(self, row_id: str) -> int:
        """Return the row of a finding, -1 when it has none."""
        return next((at for at, each in enumerate(self.rows) if each.id == row_id), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own signature
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own signature
        return 0 if parent.isValid() else len(_HEADS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole and 0 <= section < len(_HEADS):
            return _HEADS[section]
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        usual = super().flags(index)
        return usual | Qt.ItemFlag.ItemIsUserCheckable if index.column() == TAKEN else usual

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not 0 <= index.row() < len(self.rows):
            return None
        row = self.rows[index.row()]
        if role == ROW:
            return row
        if role == Qt.ItemDataRole.CheckStateRole and index.column() == TAKEN:
            return Qt.CheckState.Checked if row.taken else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken(row) if index.column() == TAKEN else self._words(row, index.column()) or "none"
        return self._words(row, index.column()) if role == Qt.ItemDataRole.DisplayRole else None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Ask for a finding to be taken or left out; the table shows it when it is so."""
        if role != Qt.ItemDataRole.CheckStateRole or not 0 <= index.row() < len(self.rows):
            return False
        self.taken_asked.emit(self.rows[index.row()].id, Qt.CheckState(value) is Qt.CheckState.Checked)
        return True

    def _words(self, row: Row, column: int) -> str:
        finding: Finding = row.finding
        match column:
            case 1:
                return kind_words(finding.kind)
            case 2:
                return for_words(row.proposed)
            case 3:
                return applies_words(finding.applies)
            case 4:
                return due_words(finding.due)
            case 5:
                return ", ".join(finding.addressed_to)
            case 6:
                return finding.heading or NO_SENTENCE
            case 7:
                return row.proposed.span.words or "added by you"
            case 8:
                return SURE[row.proposed.confidence][0]
        return ""
