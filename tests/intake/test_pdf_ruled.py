"""Tables whose cells are drawn, as browsers, word processors and typesetters draw them."""

from __future__ import annotations

import pytest

from response_app.intake.lines import LineKind
from response_app.intake.pdf_reader import read
from response_app.intake.pdf_ruled import Grid, grids_of
from response_app.pdfium_words import PlacedBox

ACROSS = [(10.0, y, 210.0, y + 1) for y in (10.0, 40.0, 70.0)]
DOWN = [(x, 10.0, x + 1, 71.0) for x in (10.0, 60.0, 209.0)]


def by_cell() -> list[PlacedBox]:
    """The same grid as a browser draws it: each cell has its own four lines."""
    sides: list[PlacedBox] = []
    for left, right in ((10.0, 60.0), (60.0, 209.0)):
        for top, bottom in ((10.0, 40.0), (40.0, 70.0)):
            sides += [(left, top, left + 1, bottom + 1), (right, top, right + 1, bottom + 1)]
            sides += [(left, top, right + 1, top + 1), (left, bottom, right + 1, bottom + 1)]
    return sides


@pytest.mark.parametrize("drawings", [[*ACROSS, *DOWN], by_cell()], ids=["whole lines", "each cell its own"])
def test_a_grid_is_found(drawings: list[PlacedBox]) -> None:
    """Two columns and two rows, however the lines are drawn."""
    (grid,) = grids_of(drawings)
    assert [round(each) for each in grid.columns] == [10, 60, 210]
    assert [round(each) for each in grid.rows] == [10, 40, 70]


@pytest.mark.parametrize(
    "drawings",
    [
        [],
        [*ACROSS, DOWN[0], DOWN[2]],
        [*ACROSS[::2], *DOWN],
        [(10.0, 10.0, 210.0, 70.0)],
        [*ACROSS, *((x, 10.0, x + 1, 40.0 + at * 9) for at, x in enumerate((10.0, 60.0, 209.0)))],
    ],
    ids=["nothing", "a box with lines", "one row", "a filled box", "lines of other lengths"],
)
def test_what_is_no_grid(drawings: list[PlacedBox]) -> None:
    """A box around a finding is none: its words are read as text."""
    assert grids_of(drawings) == []


def test_a_line_parts_words() -> None:
    """Only where it stands, and only at the height of the table."""
    grid = Grid((10, 60, 210), (10, 40, 70))
    assert grid.parts(55, 64, 20)
    assert not grid.parts(61.5, 64, 20)
    assert not grid.parts(55, 64, 80)


CELLS = (
    "#set page(width: 400pt, height: 300pt)\n#set text(10pt)\nBefore the table.\n#table(columns: (30pt, 1fr, 60pt), align: horizon,\n"
    "  [No], [What to do], [By],\n  [1], [#lorem(30)], [March 2025],\n  [], [Short.], [])\n\nBehind the table."
)


def test_cells_keep_their_places() -> None:
    """Numbers at the middle of a tall cell, words close to the line, and cells without any."""
    typst = pytest.importorskip("typst", reason="the bench's tools are not installed")
    lines = read(typst.compile(CELLS.encode())).lines
    rows = [line.cells for line in lines if line.kind is LineKind.ROW]
    assert [(row[0], row[2]) for row in rows] == [("No", "By"), ("1", "March 2025"), ("", "")]
    assert rows[1][1].startswith("Lorem ipsum dolor sit amet") and rows[1][1].count(" ") == 29
    assert [line.text for line in lines if line.kind is LineKind.TEXT] == ["Before the table.", "Behind the table."]
