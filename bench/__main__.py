"""Measures the app beside other tools and prints the table: `python -m bench [--only NAME]`.

An aim that is not met is no failure: the figures go into docs/performance.md, where they are judged.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from .results import Alone, Result, Row, WindowRow
from .rows import ROWS
from .samples import load
from .tools import ProgramFailed, Workshop

_LINE = "{:<24}{:<44}{:>10}{:>10} {:<4}{:>7}  {:<16}{:>7}  {:<8}{:>6}"


def main() -> int:
    """Measure the rows asked for; return the exit code."""
    parser = argparse.ArgumentParser(prog="python -m bench", description="Measures the app beside other tools, in one run.")
    parser.add_argument("--only", action="append", metavar="NAME", help="rows whose name starts with NAME; may be given again")
    parser.add_argument("--keep", type=Path, metavar="FOLDER", help="also write the PDF of each tool into FOLDER")
    asked = parser.parse_args()
    rows = [row for row in ROWS if not asked.only or row.name.startswith(tuple(asked.only))]
    if not rows:
        print(f"No row has such a name. There are: {', '.join(row.name for row in ROWS)}.", file=sys.stderr)
        return 64
    with TemporaryDirectory(prefix="bench-") as folder:
        measured = _measure(rows, Workshop.open(Path(folder)), asked.keep)
    return 0 if measured else 1


def _measure(rows: list[Row | WindowRow], workshop: Workshop, keep: Path | None) -> bool:
    """Print the table; tell whether every row could be measured."""
    samples = {name: load(name) for name in dict.fromkeys(row.sample for row in rows if isinstance(row, Row))}
    for name, sample in samples.items():
        print(f"{name}: {sample.words}")
        if keep is not None:
            workshop.write_all(sample, keep)
    print()
    print(_LINE.format("row", "against", "ours", "theirs", "unit", "ratio", "quartiles", "aim", "", "rounds"))
    complete = True
    for row in rows:
        try:
            found = row.measure(samples[row.sample], workshop) if isinstance(row, Row) else row.measure(workshop)
            print(_line(row, found), flush=True)
        except ProgramFailed as failure:
            complete = False
            print(f"{row.name:<24}{row.words:<44}not measured: {failure}", flush=True)
    return complete


def _line(row: Row | WindowRow, found: Result | Alone) -> str:
    aim, verdict, theirs, ratio, digits = "-", "", "-", "-", 1
    if isinstance(found, Result):
        theirs, ratio, digits = f"{found.theirs:.1f}", f"{found.ratio:.2f}", 2
    if row.aim is not None:
        aim, verdict = f"{row.aim:.{digits}f}", "met" if found.judged <= row.aim else "not met"
    quartiles = f"{found.low:.{digits}f} to {found.high:.{digits}f}"
    return _LINE.format(row.name, row.words, f"{found.ours:.1f}", theirs, found.unit, ratio, quartiles, aim, verdict, found.rounds)


if __name__ == "__main__":
    sys.exit(main())
