"""Report in: a table of findings again from its lines, so that the app can ask about its columns without reading the file itself."""

from __future__ import annotations

from .columns import proposed_mapping
from .lines import LineKind, Reading
from .table_reader import TableOfFindings


def table_of(reading: Reading) -> TableOfFindings | None:
    """Return the table that `table_reader.reading` made lines of; None when no line names its columns."""
    rows = [each for each in reading.lines if each.kind is LineKind.ROW]
    at = next((place for place, each in enumerate(rows) if each.heads), None)
    if at is None:
        return None
    columns, below = rows[at].cells, rows[at + 1 :]
    width = max([len(columns), *(len(each.cells) for each in below)])
    return TableOfFindings(
        reading.form,
        _filled(columns, width),
        proposed_mapping(columns),
        tuple(_filled(each.cells, width) for each in below),
        tuple(each.number for each in below),
        tuple((each.number, each.cells) for each in rows[:at]),
        rows[at].number,
    )


def _filled(cells: tuple[str, ...], width: int) -> tuple[str, ...]:
    return cells + ("",) * (width - len(cells))
