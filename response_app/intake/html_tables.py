"""Report in: the tables of a web page, their rows and cells, and which of them only place things on the page."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from .html_page import tag_of
from .lines import Line, LineKind, row_text

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_WIDEST = 60
_LARGE_SHARE = 0.6
_FEW_WORDS = 80


@dataclass(slots=True)
class _Table:
    """An open table: whether its rows are kept as rows, the cells of the open row, and the cells that reach down from above."""

    is_data: bool
    row: list[str] = field(default_factory=list)
    reaching: dict[int, int] = field(default_factory=dict)
    in_row: bool = False
    in_cell: bool = False


@dataclass(slots=True)
class Tables:
    """The tables that are open at a place of the page, outermost first."""

    open: list[_Table] = field(default_factory=list)

    @property
    def holds_cell(self) -> bool:
        """Whether a cell that begins here is kept as one."""
        return bool(self.open) and self.open[-1].is_data and self.open[-1].in_row and not self.open[-1].in_cell

    def begin(self, is_data: bool) -> None:
        """Open a table."""
        self.open.append(_Table(is_data))

    def end(self) -> None:
        """End a table."""
        self.open.pop()

    def begin_row(self) -> None:
        """Open a row."""
        if self.open:
            self.open[-1].row, self.open[-1].in_row = [], True

    def begin_cell(self) -> None:
        """Open a cell that is kept as one."""
        self.open[-1].in_cell = True

    def end_cell(self) -> bool:
        """Say whether a cell that is kept as one ends here."""
        ends = bool(self.open) and self.open[-1].in_cell
        if ends:
            self.open[-1].in_cell = False
        return ends

    def add_cell(self, element: HtmlElement, text: str) -> None:
        """Add a cell's words in its column; the further columns and rows that it covers are empty cells."""
        table = self.open[-1]
        self._fill(table)
        across, down = _span(element, "colspan"), _span(element, "rowspan")
        for at in range(across):
            if down > 1:
                table.reaching[len(table.row)] = down - 1
            table.row.append("" if at else text)

    def end_row(self, element: HtmlElement) -> Line | None:
        """Return the row that ends here, None when it has no words or is not kept as a row."""
        if not self.open or not self.open[-1].is_data:
            return None
        table = self.open[-1]
        self._fill(table)
        table.in_row = False
        if not any(table.row):
            return None
        cells = [tag_of(each) for each in element if tag_of(each) in ("td", "th")]
        above = element.getparent()
        heads = (above is not None and tag_of(above) == "thead") or (len(cells) > 1 and set(cells) == {"th"})
        return Line(0, row_text(table.row), LineKind.ROW, cells=tuple(table.row), opens=True, heads=heads)

    def _fill(self, table: _Table) -> None:
        while table.reaching.get(len(table.row), 0) > 0:
            table.reaching[len(table.row)] -= 1
            table.row.append("")


def is_table_of_data(table: HtmlElement, left: Container[HtmlElement]) -> bool:
    """Say whether a table's rows are kept as rows: it has columns, and is not there to place the parts of a page or a box."""
    if (table.get("role") or "") in ("presentation", "none"):
        return False
    rows = list(_rows(table, left))
    if max((len(row) for row in rows), default=0) < 2:
        return False
    if any(tag_of(each) == "table" for each in table.iterdescendants() if tag_of(each) == "table" and each not in left):
        return False
    words = [len(" ".join(cell.itertext()).split()) for row in rows for cell in row]
    headed = any(tag_of(each) in ("h1", "h2", "h3") for each in table.iterdescendants())
    return not (headed and max(words) > max(_FEW_WORDS, sum(words) * _LARGE_SHARE))


def _rows(table: HtmlElement, left: Container[HtmlElement]) -> Iterator[list[HtmlElement]]:
    for each in table:
        if tag_of(each) in ("tbody", "thead", "tfoot"):
            yield from (_cells(row, left) for row in each if tag_of(row) == "tr" and row not in left)
        elif tag_of(each) == "tr" and each not in left:
            yield _cells(each, left)


def _cells(row: HtmlElement, left: Container[HtmlElement]) -> list[HtmlElement]:
    return [each for each in row if tag_of(each) in ("td", "th") and each not in left]


def _span(element: HtmlElement, name: str) -> int:
    said = element.get(name) or ""
    return min(max(int(said), 1), _WIDEST) if re.fullmatch(r"\d{1,6}", said, re.ASCII) else 1
