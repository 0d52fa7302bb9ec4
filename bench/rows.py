"""The rows of the bench's table: each a name, what it compares, and what we aim at (record out, and the window)."""

from __future__ import annotations

from collections.abc import Callable

from .check import CHECK_ROWS
from .measure import MakeJob, compare
from .report_in import READ_ROWS
from .results import Result, Row, WindowRow
from .samples import Sample
from .search import SEARCH_ROWS
from .tools import Workshop, ours_warm, ours_whole, typst_kept, typst_warm, typst_whole, weasyprint_warm, weasyprint_whole
from .window import WINDOW_ROWS

Tool = Callable[[Sample, Workshop], MakeJob]


def times(ours: Tool, theirs: Tool, *, warm_up: int, least: int = 5) -> Callable[[Sample, Workshop], Result]:
    """Return what measures the times of two tools."""

    def measure(sample: Sample, workshop: Workshop) -> Result:
        found = compare(ours(sample, workshop), theirs(sample, workshop), warm_up=warm_up, least=least)
        return Result(found.ours, found.theirs, "ms", found.ratio, found.low, found.high, found.rounds)

    return measure


def sizes(ours: Tool, theirs: Tool) -> Callable[[Sample, Workshop], Result]:
    """Return what measures the file sizes of two tools."""

    def measure(sample: Sample, workshop: Workshop) -> Result:
        mine, other = (_kilobytes(tool(sample, workshop)) for tool in (ours, theirs))
        return Result(mine, other, "kB", mine / other, mine / other, mine / other, 1)

    return measure


def _kilobytes(make: MakeJob) -> float:
    pdf = make(0)()
    assert isinstance(pdf, bytes)
    return len(pdf) / 1000


ROWS: tuple[Row | WindowRow, ...] = (
    Row("real-typst", "in process, Typst", "real", times(ours_warm, typst_warm, warm_up=3), 1.0),
    Row("real-typst-kept", "in process, Typst, compiler kept", "real", times(ours_warm, typst_kept, warm_up=3)),
    Row("real-weasyprint", "in process, WeasyPrint", "real", times(ours_warm, weasyprint_warm, warm_up=2)),
    Row("real-whole-typst", "whole process, Typst", "real", times(ours_whole, typst_whole, warm_up=1)),
    Row("real-whole-weasyprint", "whole process, WeasyPrint", "real", times(ours_whole, weasyprint_whole, warm_up=1), 1 / 3),
    Row("real-size-typst", "file size, Typst", "real", sizes(ours_warm, typst_warm), 1.0),
    Row("real-size-weasyprint", "file size, WeasyPrint", "real", sizes(ours_warm, weasyprint_warm)),
    Row("large-typst", "in process, Typst", "large", times(ours_warm, typst_warm, warm_up=2), 1.5),
    Row("large-typst-kept", "in process, Typst, compiler kept", "large", times(ours_warm, typst_kept, warm_up=2)),
    Row("large-weasyprint", "in process, WeasyPrint", "large", times(ours_warm, weasyprint_warm, warm_up=1, least=3)),
    Row("large-whole-typst", "whole process, Typst", "large", times(ours_whole, typst_whole, warm_up=1)),
    Row("large-whole-weasyprint", "whole process, WeasyPrint", "large", times(ours_whole, weasyprint_whole, warm_up=1, least=3), 1 / 3),
    Row("large-size-typst", "file size, Typst", "large", sizes(ours_warm, typst_warm), 1.0),
    Row("large-size-weasyprint", "file size, WeasyPrint", "large", sizes(ours_warm, weasyprint_warm)),
    *READ_ROWS,
    *WINDOW_ROWS,
    *SEARCH_ROWS,
    *CHECK_ROWS,
)
