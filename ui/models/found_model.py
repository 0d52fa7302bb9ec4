"""What was found in a record as a list, grouped by text: what each row says, and which are to be replaced (guided sections, answers)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from response_app.domain.places import human
from response_app.domain.record import Record
from response_app.domain.words_in_record import Found, Replacement

ROW = Qt.ItemDataRole.UserRole
"""The role under which a row is a `Found`, or the words of a heading."""

Index = QModelIndex | QPersistentModelIndex
_FLAG = Qt.ItemFlag


class Heading(NamedTuple):
    """A row over those of one text: where it is, and how often the words are in it."""

    words: str
    times: int


class FoundModel(QAbstractListModel):
    """Headings and what was found under them; what can be replaced has a box to tick, ticked at first.

    Signals:
        ticked: other rows are ticked than before.
    """

    ticked = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: list[Heading | Found] = []
        self.to: str | None = None
        self._left: set[Replacement] = set()

    def show(self, record: Record | None, found: Sequence[Found]) -> None:
        """Show what was found; what was unticked and is still there stays so."""
        self.beginResetModel()
        self.rows = []
        place, counts = "", Counter(each.place for each in found)
        for each in found:
            if record is not None and each.place != place:
                place = each.place
                self.rows.append(Heading(human(record, place), counts[place]))
            self.rows.append(each)
        self._left &= {each.replacement for each in found if each.replacement}
        self.endResetModel()
        self.ticked.emit()

    def show_replacing(self, to: str | None) -> None:
        """Show what is to stand in place of the words, or that nothing is to be replaced (None)."""
        if to != self.to:
            self.to = to
            self._tell_all()

    def forget_ticks(self) -> None:
        """Tick everything again: something else is looked for."""
        self._left.clear()

    def is_ticked(self, row: Found) -> bool:
        """Tell whether the words of a row are to be replaced."""
        return self._can_tick(row) and row.replacement not in self._left

    def replacements(self) -> list[Replacement]:
        """Return what is ticked."""
        return [each.replacement for each in self.found() if each.replacement and self.is_ticked(each)]

    def found(self) -> list[Found]:
        """Return what was found, without the headings."""
        return [each for each in self.rows if isinstance(each, Found)]

    def row_beside(self, row: int, by: int) -> int:
        """Return the next row with words that were found, round the ends; -1 where there is none."""
        for step in range(1, len(self.rows) + 1):
            at = (row + by * step) % len(self.rows)
            if isinstance(self.rows[at], Found):
                return at
        return -1

    # Qt's own doors

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own signature
        return 0 if parent.isValid() else len(self.rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        row = self.rows[index.row()]
        if isinstance(row, Heading):
            return _FLAG.ItemIsEnabled
        usual = _FLAG.ItemIsEnabled | _FLAG.ItemIsSelectable
        return usual | _FLAG.ItemIsUserCheckable if self._can_tick(row) else usual

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.rows[index.row()]
        if role == ROW:
            return row
        if isinstance(row, Heading):
            times = "once" if row.times == 1 else f"{row.times:,} times"
            return f"{row.words}, {times}" if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole) else None
        if role == Qt.ItemDataRole.CheckStateRole and self._can_tick(row):
            return Qt.CheckState.Checked if self.is_ticked(row) else Qt.CheckState.Unchecked
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self.words_of(row)
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        row = self.rows[index.row()]
        if role != Qt.ItemDataRole.CheckStateRole or isinstance(row, Heading) or row.replacement is None:
            return False
        if Qt.CheckState(value) is Qt.CheckState.Checked:
            self._left.discard(row.replacement)
        else:
            self._left.add(row.replacement)
        self.dataChanged.emit(index, index)
        self.ticked.emit()
        return True

    def tick_all(self, ticked: bool) -> None:
        """Tick every row, or none."""
        self._left = set() if ticked else {each.replacement for each in self.found() if each.replacement}
        self._tell_all()
        self.ticked.emit()

    def words_of(self, row: Found) -> str:
        """Return a row in words: the sentence, what becomes of the words, why they are left."""
        sentence = f"{row.before}{row.words}{row.after}".strip()
        if self.to is None:
            return sentence
        if row.replacement is None:
            return f"{sentence} · Not replaced. {row.left_because}"
        becomes = f"“{self.to}”" if self.to else "nothing"
        return f"{sentence} · “{row.words}” becomes {becomes}"

    def _can_tick(self, row: Found) -> bool:
        return self.to is not None and row.replacement is not None

    def _tell_all(self) -> None:
        if self.rows:
            self.dataChanged.emit(self.index(0), self.index(len(self.rows) - 1))
