"""The register as a Qt model: filtered, sorted, its words made when they are painted (register of findings)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from enum import IntEnum
from html import escape
from itertools import chain
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from response_app.domain.register import SOON_DAYS, Entry

from .register_lines import DOT, Lines, lines
from .register_order import Filter, Sort, haystack, in_order

Index = QModelIndex | QPersistentModelIndex
LINES_ROLE = Qt.ItemDataRole.UserRole + 1
_NO_PARENT = QModelIndex()
_Key = tuple[str, str]


class Column(IntEnum):
    """The columns of the register."""

    FINDING = 0
    MADE_TO = 1
    LIMIT = 2
    TARGET = 3
    STATE = 4


HEADS = {
    Column.FINDING: "Finding",
    Column.MADE_TO: "Made to",
    Column.LIMIT: "Time limit",
    Column.TARGET: "Target date",
    Column.STATE: "State and owner",
}
SORTS = {
    Column.FINDING: Sort.FINDING,
    Column.MADE_TO: Sort.MADE_TO,
    Column.LIMIT: Sort.LIMIT,
    Column.TARGET: Sort.TARGET,
    Column.STATE: Sort.STATE,
}
"""By what the head of a column sorts."""


class RegisterModel(QAbstractTableModel):
    """A row for each finding that passes the filter; what is not in view costs no words."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._by_record: dict[str, list[Entry]] = {}
        self._shown: list[Entry] = []
        self._haystacks: dict[_Key, str] = {}
        self._lines: dict[_Key, Lines] = {}
        self._sorted: list[Entry] | None = None
        self._counts: tuple[int, int, int] | None = None
        self._names: list[str] | None = None
        self.today = date.min
        self.filter = Filter()
        self.sorted_by = Sort.TARGET
        self.backwards = False

    # --- What is listed -----------------------------------------------------------------------

    def put(self, record_ids: Iterable[str], entries: Iterable[Entry]) -> None:
        """Take in the entries of these records in place of those known of them; `show` lets them be seen."""
        for each in record_ids:
            for old in self._by_record.get(each, ()):
                del self._haystacks[_key(old)]
                self._lines.pop(_key(old), None)
            self._by_record[each] = []
        for entry in entries:
            self._by_record[entry.record_id].append(entry)
            self._haystacks[_key(entry)] = haystack(entry)
        self._sorted = self._counts = self._names = None

    def show(self, today: date) -> None:
        """Show what is now known, as it stands on `today`."""
        if today != self.today:
            self.today, self._counts = today, None
            self._lines.clear()
        self.beginResetModel()
        self._shown = self._in_order()
        if self.filter != Filter():
            self._shown = [each for each in self._shown if self.filter.passes(each, today) and self._holds(each)]
        self.endResetModel()

    def sort_by(self, sort: Sort, *, backwards: bool) -> None:
        """Set the order in which `show` shows what is known."""
        if (sort, backwards) != (self.sorted_by, self.backwards):
            self.sorted_by, self.backwards, self._sorted = sort, backwards, None

    def _in_order(self) -> list[Entry]:
        """All findings, sorted once however often what is shown changes."""
        if self._sorted is None:
            self._sorted = in_order(self._all(), self.sorted_by, backwards=self.backwards)
        return self._sorted

    def _all(self) -> Iterator[Entry]:
        return chain.from_iterable(self._by_record.values())

    def _holds(self, entry: Entry) -> bool:
        words = self._haystacks[_key(entry)]
        return all(word in words for word in self.filter.words)

    @property
    def total(self) -> int:
        """The number of all findings, shown or not."""
        return sum(map(len, self._by_record.values()))

    @property
    def has_moves(self) -> bool:
        """Whether the target date of a finding that is shown was moved."""
        return any(each.moves for each in self._shown)

    @property
    def has_owners(self) -> bool:
        """Whether a finding that is shown has an owner in the office and one with the force."""
        return any(each.own_owner and each.chief_owner for each in self._shown)

    @property
    def shown(self) -> tuple[Entry, ...]:
        """What is shown, in its order."""
        return tuple(self._shown)

    def entry(self, row: int) -> Entry | None:
        """Return the entry in a row, None outside the list."""
        return self._shown[row] if 0 <= row < len(self._shown) else None

    def row_of(self, record_id: str, finding_id: str) -> int:
        """Return the row of a finding, -1 when it is not shown."""
        return next((row for row, each in enumerate(self._shown) if _key(each) == (record_id, finding_id)), -1)

    def names(self) -> list[str]:
        """Return to whom findings are made and whom they concern, each once, in the order of the alphabet."""
        if self._names is None:
            found = {name for each in self._all() for name in (*each.addressed_to, each.scope) if name}
            self._names = sorted(found, key=str.casefold)
        return self._names

    def summary(self) -> str:
        """Return how many findings are open, past their target date and due soon, leaving out what is none."""
        if self._counts is None:
            days = [each.day for each in self._all() if each.is_open]
            last = self.today + timedelta(days=SOON_DAYS)
            self._counts = len(days), sum(day < self.today for day in days if day), sum(self.today <= day <= last for day in days if day)
        opened, past, soon = self._counts
        count = f"{opened:,} {'finding' if opened == 1 else 'findings'} open"
        parts = [count, _dated(past, "past {} target date"), f"{soon:,} due in the next 30 days" if soon else ""]
        return DOT.join(each for each in parts if each)

    def count_in_words(self) -> str:
        """Return how many are shown, such as "12 of 43 findings"; the number alone where nothing is left out."""
        shown, total = len(self._shown), self.total
        of = "" if shown == total else f"{shown:,} of "
        return f"{of}{total:,} {'finding' if total == 1 else 'findings'}"

    # --- What Qt asks -------------------------------------------------------------------------

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        """The number of findings shown."""
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = _NO_PARENT) -> int:
        """Five columns."""
        return 0 if parent.isValid() else len(Column)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The heads of the columns; a screen reader hears by which one the table is sorted."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        head = HEADS[Column(section)]
        if role == Qt.ItemDataRole.AccessibleTextRole and SORTS[Column(section)] is self.sorted_by:
            return f"{head}, sorted{', last first' if self.backwards else ''}"
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return head
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The words of one cell; all lines of a row under LINES_ROLE."""
        entry = self.entry(index.row())
        if entry is None:
            return None
        words = self._lines_of(entry)
        if role == LINES_ROLE:
            return words
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return _cell(words, Column(index.column()))
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"<p>{escape(_cell(words, Column(index.column())))}</p>"
        return None

    def _lines_of(self, entry: Entry) -> Lines:
        made = self._lines.get(_key(entry))
        if made is None:
            made = self._lines[_key(entry)] = lines(entry, self.today)
        return made


def _key(entry: Entry) -> _Key:
    return entry.record_id, entry.finding_id


def _dated(count: int, words: str) -> str:
    return f"{count:,} {words.format('its' if count == 1 else 'their')}" if count else ""


def _cell(words: Lines, column: Column) -> str:
    parts = {
        Column.FINDING: (words.label, words.sentence, words.title, words.published),
        Column.MADE_TO: (words.made_to, words.scope),
        Column.LIMIT: (words.limit, words.limit_ends),
        Column.TARGET: (words.target, words.standing, words.counted, words.moved),
        Column.STATE: (words.state, words.owner.replace(DOT, ", ")),
    }
    return ", ".join(each for each in parts[column] if each)
