"""The list of records as a Qt model: sorted, filtered as one types, its words made when they are painted (Home)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from html import escape
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from response_app.authoring.records import FoundLine

from .record_counts import Answers, answers_of_open, summary
from .record_lines import DOT, KIND_WORDS, Lines, Placed, due_on, lines, place, warning
from .record_order import HEADS, Column, Filter, Order, in_order

if TYPE_CHECKING:
    from response_app.authoring.workspace import RecordRow

Index = QModelIndex | QPersistentModelIndex
LINES_ROLE = Qt.ItemDataRole.UserRole + 1
"""The `Lines` of a row that is a record, None where it is a line that was found."""
FOUND_ROLE = Qt.ItemDataRole.UserRole + 2
"""The `FoundLine` of a row that is one, else None."""
_NO_PARENT = QModelIndex()
_USUAL = Order()
_TITLE = "inspection.title"


@dataclass(frozen=True, slots=True)
class Sought:
    """What is sought: words as they were typed, and the lines that hold them, those that answer best first."""

    words: tuple[str, ...] = ()
    found: tuple[FoundLine, ...] = ()

    @property
    def by_record(self) -> dict[str, list[FoundLine]]:
        """The lines of each record, the records in the order of their best lines."""
        out: dict[str, list[FoundLine]] = {}
        for each in self.found:
            out.setdefault(each.record_id, []).append(each)
        return out


class RecordsModel(QAbstractTableModel):
    """A row for each record that fits, and under it one for each line that was found; ten thousand cost no more to show than ten."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: list[Placed] = []
        self._haystacks: list[str] = []
        self._places: dict[str, int] = {}
        self._shown: list[RecordRow | FoundLine] = []
        self._records = 0
        self._today = date.min
        self._signs_off = ""
        self._with_force = False
        self._sought = Sought()
        self.filter = Filter()
        self.order = _USUAL
        self._lines: dict[str, Lines] = {}

    # --- What is listed -----------------------------------------------------------------------

    def set_rows(self, rows: Sequence[RecordRow], today: date, signs_off: str) -> None:
        """List these records, as they stand on `today`; `signs_off` is the body in a sentence, such as "Commissioner"."""
        self._all = in_order(map(place, rows), _USUAL)
        self._haystacks.clear()
        self._places.clear()
        self._today, self._signs_off = today, signs_off
        self._with_force = len({row.force for row in rows if row.force}) > 1
        self._lines.clear()
        self._choose()

    def seek(self, words: str, found: Sequence[FoundLine] = ()) -> None:
        """Show only records whose title, kind or force hold all `words`, and those that have lines among the found ones.

        Args:
            words: what was typed.
            found: lines that hold the words, the best first.
        """
        sought = Sought(tuple(words.casefold().split()), tuple(found))
        if sought != self._sought:
            self._sought = sought
            self._choose()

    def show_only(self, wanted: Filter) -> None:
        """Show only records that pass a filter."""
        if wanted != self.filter:
            self.filter = wanted
            self._choose()

    def sort_by(self, order: Order) -> None:
        """Show the records in another order."""
        if order != self.order:
            self.order = order
            self._choose()

    @property
    def is_sorted(self) -> bool:
        """Whether the rows stand in the order that is set; what was sought comes in the usual order by how well it answers."""
        return not self._sought.words or self.order != _USUAL

    def _choose(self) -> None:
        self.beginResetModel()
        if self._sought.words:
            self._shown = self._with_lines()
        else:
            self._shown = [each.row for each in self._in_order(self._passing(self._all))]
            self._records = len(self._shown)
        self.endResetModel()

    def _passing(self, placed: list[Placed]) -> list[Placed]:
        return placed if self.filter == Filter() else [each for each in placed if self.filter.passes(each)]

    def _in_order(self, placed: list[Placed]) -> list[Placed]:
        return placed if self.order == _USUAL else in_order(placed, self.order)

    def _with_lines(self) -> list[RecordRow | FoundLine]:
        """The records that fit, each with its lines below it: by their titles first, then by how well their lines answer."""
        found = self._sought.by_record
        by_title = self._fitting()
        known = {record_id for record_id in found if self._fits(record_id)}
        by_text = [self._all[self._places[record_id]] for record_id in found if record_id not in known and record_id in self._places]
        out: list[RecordRow | FoundLine] = [each.row for each in self._in_order([*by_title, *self._passing(by_text)])]
        self._records = len(out)
        for at, record_id in reversed([(at, row.record_id) for at, row in enumerate(out, 1) if row.record_id in found]):
            # A title that fits shows the words itself.
            out[at:at] = [line for line in found[record_id] if line.place != _TITLE or record_id not in known]
        return out

    def _fitting(self) -> list[Placed]:
        """The records whose title, kind or force hold all words."""
        if not self._haystacks:
            self._haystacks = [" ".join((each.row.title, KIND_WORDS[each.row.kind], each.row.force)).casefold() for each in self._all]
            self._places = {each.row.record_id: at for at, each in enumerate(self._all)}
        first, *others = self._sought.words
        fitting = [at for at, haystack in enumerate(self._haystacks) if first in haystack]
        for word in others:
            fitting = [at for at in fitting if word in self._haystacks[at]]
        return self._passing([self._all[at] for at in fitting])

    def _fits(self, record_id: str) -> bool:
        at = self._places.get(record_id)
        return at is not None and all(word in self._haystacks[at] for word in self._sought.words)

    @property
    def total(self) -> int:
        """The number of all records, shown or not."""
        return len(self._all)

    @property
    def shown(self) -> int:
        """The number of records that are shown."""
        return self._records

    @property
    def rows(self) -> tuple[RecordRow, ...]:
        """The records that are shown, in order."""
        return tuple(each for each in self._shown if not isinstance(each, FoundLine))

    @property
    def sought_words(self) -> tuple[str, ...]:
        """The words that are sought, without capitals."""
        return self._sought.words

    def record_id(self, row: int) -> str:
        """Return the id of the record that a row is or belongs to, "" outside the list."""
        return self._shown[row].record_id if 0 <= row < len(self._shown) else ""

    def place(self, row: int) -> str:
        """Return the place of the line that was found in a row, "" for a record."""
        line = self.line(row)
        return line.place if line else ""

    def line(self, row: int) -> FoundLine | None:
        """Return the line that was found in a row, None for a record."""
        each = self._shown[row] if 0 <= row < len(self._shown) else None
        return each if isinstance(each, FoundLine) else None

    def line_rows(self) -> Iterator[int]:
        """Yield the rows that are lines that were found."""
        if self._sought.found:
            yield from (at for at, each in enumerate(self._shown) if isinstance(each, FoundLine))

    def row_of(self, record_id: str) -> int:
        """Return the row in which a record is shown, -1 when it is not."""
        return next((number for number, row in enumerate(self._shown) if row.record_id == record_id), -1)

    def summary(self) -> str:
        """Return how many of all records are late, due soon, with the force, leaving out what is none."""
        return summary(self._all, self._today)

    def answers(self) -> Answers:
        """Return how far the answers to the findings of all open records are."""
        return answers_of_open(self._all)

    # --- What Qt asks -------------------------------------------------------------------------

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        """The number of rows: records and lines that were found."""
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
        """The words of one cell; all lines of a record under LINES_ROLE, a line that was found under FOUND_ROLE."""
        if not index.isValid():
            return None
        each, column = self._shown[index.row()], Column(index.column())
        if isinstance(each, FoundLine):
            return each if role == FOUND_ROLE else _line_data(each, column, role)
        return self._record_data(each, column, role)

    def _record_data(self, row: RecordRow, column: Column, role: int) -> Any:
        words = self._lines_of(row)
        if role == LINES_ROLE:
            return words
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return _cell(words, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            shown = warning(row, self._today) if column == Column.STATUTORY and due_on(row) else ""
            return f"<p>{escape(shown or _cell(words, column))}</p>"
        return None

    def _lines_of(self, row: RecordRow) -> Lines:
        made = self._lines.get(row.record_id)
        if made is None:
            made = lines(row, self._today, signs_off=self._signs_off, with_force=self._with_force)
            self._lines[row.record_id] = made
        return made


def _line_data(line: FoundLine, column: Column, role: int) -> Any:
    """A line that was found: where it stands, and its words; it goes over all columns."""
    if column is not Column.INSPECTION:
        return None
    words = f"{line.where}: {' '.join(''.join(line.words).split())}"
    if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
        return words
    return f"<p>{escape(words)}</p>" if role == Qt.ItemDataRole.ToolTipRole else None


def _cell(words: Lines, column: Column) -> str:
    parts = {
        Column.INSPECTION: (words.title, words.about),
        Column.STATUTORY: (words.due, words.badge),
        Column.NEXT: (words.step, words.who),
        Column.ANSWERED: (words.answered,),
    }
    return ", ".join(parts[column]).replace(DOT, ", ")
