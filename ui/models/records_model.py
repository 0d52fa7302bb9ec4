"""The list of records as a Qt model: sorted by what is due, filtered as one types, its words made when they are painted (Home)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from enum import IntEnum
from html import escape
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from response_app.domain.dates import with_weekday
from response_app.domain.response import Status

from .record_lines import DOT, KIND_WORDS, SOON, Lines, Placed, due_on, lines, place, warning

if TYPE_CHECKING:
    from response_app.authoring.workspace import RecordRow

Index = QModelIndex | QPersistentModelIndex
LINES_ROLE = Qt.ItemDataRole.UserRole + 1
_NO_PARENT = QModelIndex()


class Column(IntEnum):
    """The columns of the list."""

    INSPECTION = 0
    STATUTORY = 1
    NEXT = 2
    ANSWERED = 3


HEADS = {
    Column.INSPECTION: "Inspection",
    Column.STATUTORY: "Statutory date",
    Column.NEXT: "Next step, and with whom",
    Column.ANSWERED: "Answered",
}


class RecordsModel(QAbstractTableModel):
    """A row for each record that fits what is sought; ten thousand cost no more to show than ten."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: list[Placed] = []
        self._haystacks: list[str] = []
        self._shown: list[RecordRow] = []
        self._today = date.min
        self._signs_off = ""
        self._with_force = False
        self._sought: tuple[str, ...] = ()
        self._found: Mapping[str, str] = {}
        self._by_text: set[str] = set()
        self._lines: dict[str, Lines] = {}

    # --- What is listed -----------------------------------------------------------------------

    def set_rows(self, rows: Sequence[RecordRow], today: date, signs_off: str) -> None:
        """List these records, as they stand on `today`; `signs_off` is the body in a sentence, such as "Commissioner"."""
        self._all = sorted(map(place, rows), key=Placed.order)
        self._haystacks.clear()
        self._today, self._signs_off = today, signs_off
        self._with_force = len({row.force for row in rows if row.force}) > 1
        self._lines.clear()
        self._choose()

    def seek(self, words: str, found: Mapping[str, str]) -> None:
        """Show only records whose title, kind or force hold all `words`, and those in `found`.

        Args:
            words: what was typed.
            found: id of a record that holds the words in its texts → the words around them.
        """
        sought = tuple(words.casefold().split())
        if (sought, found) != (self._sought, self._found):
            self._sought, self._found = sought, found
            self._lines.clear()
            self._choose()

    def _choose(self) -> None:
        self.beginResetModel()
        self._by_text.clear()
        if self._sought:
            self._shown = list(self._fitting())
        else:
            self._shown = [each.row for each in self._all]
        self.endResetModel()

    def _fitting(self) -> Iterator[RecordRow]:
        if not self._haystacks:
            self._haystacks = [_haystack(each.row) for each in self._all]
        for each, haystack in zip(self._all, self._haystacks, strict=True):
            if all(word in haystack for word in self._sought):
                yield each.row
            elif each.row.record_id in self._found:
                self._by_text.add(each.row.record_id)
                yield each.row

    @property
    def total(self) -> int:
        """The number of all records, shown or not."""
        return len(self._all)

    def record_id(self, row: int) -> str:
        """Return the id of the record in a row, "" outside the list."""
        return self._shown[row].record_id if 0 <= row < len(self._shown) else ""

    def row_of(self, record_id: str) -> int:
        """Return the row in which a record is shown, -1 when it is not."""
        return next((number for number, row in enumerate(self._shown) if row.record_id == record_id), -1)

    def summary(self) -> str:
        """Return how many of all records are late, due soon, with the force, leaving out what is none."""
        late, soon = self._by_date()
        with_force = sum([each.row.status is Status.WITH_CHIEF_OFFICER for each in self._all])
        counts = {"past its date": late, "due in the next 14 days": soon, "with the force": with_force}
        words = [f"{count:,} {what if count == 1 else what.replace('its date', 'their dates')}" for what, count in counts.items() if count]
        return DOT.join([with_weekday(self._today), *words])

    def _by_date(self) -> tuple[int, int]:
        """How many are late and how many due soon: they stand before all others, so the rest need not be looked at."""
        late = soon = 0
        horizon = self._today + timedelta(days=SOON)
        for each in self._all:
            if not each.is_open or each.due is None or each.due > horizon:
                break
            if each.due < self._today:
                late += each.is_late(self._today)
            else:
                soon += each.is_due_soon(self._today)
        return late, soon

    # --- What Qt asks -------------------------------------------------------------------------

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        """The number of records shown."""
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = _NO_PARENT) -> int:
        """Four columns."""
        return 0 if parent.isValid() else len(Column)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The heads of the columns."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return HEADS[Column(section)]
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The words of one cell; all lines of a row under LINES_ROLE."""
        if not index.isValid():
            return None
        words = self._lines_of(self._shown[index.row()])
        if role == LINES_ROLE:
            return words
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return _cell(words, Column(index.column()))
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tool_tip(index)
        return None

    def _tool_tip(self, index: Index) -> str:
        row = self._shown[index.row()]
        words = _cell(self._lines_of(row), Column(index.column()))
        if index.column() == Column.STATUTORY and due_on(row):
            words = warning(row, self._today) or words
        return f"<p>{escape(words)}</p>"

    def _lines_of(self, row: RecordRow) -> Lines:
        made = self._lines.get(row.record_id)
        if made is None:
            found = self._found[row.record_id] if row.record_id in self._by_text else ""
            made = lines(row, self._today, signs_off=self._signs_off, with_force=self._with_force, found=found)
            self._lines[row.record_id] = made
        return made


def _cell(words: Lines, column: Column) -> str:
    parts = {
        Column.INSPECTION: (words.title, words.about),
        Column.STATUTORY: (words.due, words.badge),
        Column.NEXT: (words.step, words.who),
        Column.ANSWERED: (words.answered,),
    }
    return ", ".join(parts[column]).replace(DOT, ", ")


def _haystack(row: RecordRow) -> str:
    return " ".join((row.title, KIND_WORDS[row.kind], row.force)).casefold()
