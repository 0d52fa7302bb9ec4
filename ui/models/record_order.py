"""Which records Home shows, and in which order (Home)."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from enum import Enum, IntEnum
from typing import TYPE_CHECKING

from response_app.domain.inspection import InspectionKind

from .record_lines import Placed, is_live, title_of

if TYPE_CHECKING:
    from response_app.authoring.workspace import RecordRow

_NEVER = date.max.toordinal()


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


class Stage(Enum):
    """Which records are shown by how far they are; the value is its words."""

    ALL = "All records"
    OPEN = "Open records"
    PUBLISHED = "Published"


@dataclass(frozen=True, slots=True)
class Filter:
    """Which records are shown; as it is made here it leaves nothing out.

    Attributes:
        stage: how far they are.
        kind: the programme of the report, None for any.
    """

    stage: Stage = Stage.ALL
    kind: InspectionKind | None = None

    def passes(self, placed: Placed) -> bool:
        """Tell whether a record is shown."""
        if self.kind is not None and placed.row.kind is not self.kind:
            return False
        if self.stage is Stage.ALL:
            return True
        return placed.is_open if self.stage is Stage.OPEN else is_live(placed.row)


@dataclass(frozen=True, slots=True)
class Order:
    """By which column the list is sorted; the usual order is by what is to be done first."""

    column: Column = Column.NEXT
    backwards: bool = False

    @property
    def words(self) -> str:
        """What stands first, for a screen reader."""
        first, last = _FIRST[self.column]
        return f"sorted, {last if self.backwards else first} first"


_FIRST = {
    Column.INSPECTION: ("A", "Z"),
    Column.STATUTORY: ("earliest", "latest"),
    Column.NEXT: ("most urgent", "least urgent"),
    Column.ANSWERED: ("least answered", "most answered"),
}


def in_order(placed: Iterable[Placed], order: Order) -> list[Placed]:
    """Return records in an order; those that the column says nothing of stand last either way."""
    key = _KEYS[order.column]
    found = sorted(placed, key=key)
    if not order.backwards:
        return found
    said = [each for each in found if not _LACKS[order.column](each)]
    return [*reversed(said), *found[len(said) :]]


def _title(each: Placed) -> str:
    return title_of(each.row).casefold()


def _share(row: RecordRow) -> float:
    return row.answered / row.to_answer if row.to_answer else 2.0


_KEYS: dict[Column, Callable[[Placed], tuple[object, ...]]] = {
    Column.INSPECTION: lambda each: (not each.row.title.strip(), _title(each)),
    Column.STATUTORY: lambda each: (each.due.toordinal() if each.due else _NEVER, _title(each)),
    Column.NEXT: Placed.order,
    Column.ANSWERED: lambda each: (_share(each.row), -each.row.to_answer, _title(each)),
}
_LACKS: dict[Column, Callable[[Placed], bool]] = {
    Column.INSPECTION: lambda each: not each.row.title.strip(),
    Column.STATUTORY: lambda each: each.due is None,
    Column.NEXT: lambda each: False,
    Column.ANSWERED: lambda each: not each.row.to_answer,
}
