"""The findings of a record as a list: what each row says, and moving rows (findings)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from response_app.authoring.findings import in_order
from response_app.domain.dates import in_words
from response_app.domain.finding import Applies, Due, DueKind, Finding, FindingKind
from response_app.domain.record import Record
from response_app.domain.selection import concerns_this_force, numbers

from ..widgets.basics import BadgeKind
from ..widgets.typed_dates import month_in_words, period_in_words

ROW = Qt.ItemDataRole.UserRole
"""The role under which a row is a `FindingRow`."""

Index = QModelIndex | QPersistentModelIndex

_APPLIES: dict[Applies, tuple[str, BadgeKind]] = {
    Applies.YES: ("Applies", "green"),
    Applies.NO: ("For others", "grey"),
    Applies.JOINTLY: ("Jointly", "blue"),
    Applies.UNDECIDED: ("Not decided", "amber"),
}


@dataclass(frozen=True, slots=True)
class FindingRow:
    """What the list says of a finding.

    Attributes:
        id: of the finding.
        label: kind and number.
        sentence: its heading.
        facts: chapter and time limit, or "".
        badge: whether it applies, in few words.
        badge_kind: the colour that goes with them.
        below: whether it stands under a cause of concern.
    """

    id: str
    label: str
    sentence: str
    facts: str
    badge: str
    badge_kind: BadgeKind
    below: bool

    @property
    def spoken(self) -> str:
        """The row for a screen reader."""
        return ", ".join(part for part in (self.label, self.sentence, self.badge, self.facts) if part)


def rows_of(record: Record) -> list[FindingRow]:
    """Return a row for each finding, in the report's order, recommendations under their cause of concern."""
    known = numbers(record)
    return [_row(record, each, known[each.id]) for each in in_order(record.findings)]


def _row(record: Record, finding: Finding, number: str) -> FindingRow:
    badge, kind = _APPLIES[finding.applies]
    if finding.applies is Applies.UNDECIDED and not concerns_this_force(record, finding):
        badge, kind = "Other chapter", "grey"
    facts = " · ".join(part for part in (finding.scope, due_words(finding.due)) if part)
    return FindingRow(finding.id, f"{finding.kind.words} {number}", finding.heading, facts, badge, kind, finding.parent is not None)


def due_words(due: Due) -> str:
    """Return a time limit in few words, the inspectors' own where they are known; "" for none."""
    if due.text:
        return due.text
    match due.kind:
        case DueKind.DATE:
            return f"By {in_words(due.date)}" if due.date else ""
        case DueKind.MONTH:
            return f"By the end of {month_in_words(due.date)}" if due.date else ""
        case DueKind.WITHIN:
            return f"Within {period_in_words(due.within)}" if due.within else ""
        case DueKind.IMMEDIATELY:
            return "Immediately"
    return ""


def counts_in_words(findings: Sequence[Finding]) -> str:
    """Return "3 areas for improvement, no recommendations", with causes of concern and promising practice where there are any."""
    kinds = [each.kind for each in findings]
    causes = sum(kind.is_cause for kind in kinds)
    practice = kinds.count(FindingKind.PROMISING_PRACTICE)
    parts = [
        _counted(kinds.count(FindingKind.AREA_FOR_IMPROVEMENT), "area for improvement", "areas for improvement"),
        _counted(kinds.count(FindingKind.RECOMMENDATION), "recommendation", "recommendations"),
    ]
    if causes:
        parts.insert(0, _counted(causes, "cause of concern", "causes of concern"))
    if practice:
        parts.append(_counted(practice, "example of promising practice", "examples of promising practice"))
    words = ", ".join(parts)
    return words[0].upper() + words[1:]


def _counted(count: int, one: str, several: str) -> str:
    return f"{count or 'no'} {one if count == 1 else several}"


class FindingsModel(QAbstractListModel):
    """A row for each finding.

    Signals:
        moved: (tuple of ids) the order that the user wants; it holds when the record has it.
    """

    moved = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: list[FindingRow] = []

    def show(self, record: Record) -> None:
        """Show the findings of a record; the selection stays where the same findings stand in the same order."""
        rows = rows_of(record)
        if [each.id for each in rows] != [each.id for each in self.rows]:
            self.beginResetModel()
            self.rows = rows
            self.endResetModel()
            return
        for at, (old, new) in enumerate(zip(self.rows, rows, strict=True)):
            if old != new:
                self.rows[at] = new
                self.dataChanged.emit(self.index(at), self.index(at))

    def position(self, finding_id: str) -> int:
        """Return the row of a finding, -1 when it has none."""
        return next((at for at, each in enumerate(self.rows) if each.id == finding_id), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own signature
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not 0 <= index.row() < len(self.rows):
            return None
        row = self.rows[index.row()]
        if role == ROW:
            return row
        return row.spoken if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole) else None

    def moveRows(self, source_parent: Index, source: int, count: int, target_parent: Index, target: int) -> bool:
        """Move one row before the row `target` (Qt's own numbers: those before the move)."""
        if count != 1 or source_parent.isValid() or target_parent.isValid() or target in (source, source + 1):
            return False
        if not (0 <= source < len(self.rows) and 0 <= target <= len(self.rows)):
            return False
        self.beginMoveRows(QModelIndex(), source, source, QModelIndex(), target)
        self.rows.insert(target if target < source else target - 1, self.rows.pop(source))
        self.endMoveRows()
        self.moved.emit(tuple(each.id for each in self.rows))
        return True
