"""Measures the app beside other tools and prints the table: `python -m bench [--only NAME]`.

An aim that is not met is no failure: the figures go into docs/performance.md, where they are judged.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from .rows import ROWS, Result, Row
from .samples import load
from .tools import ProgramFailed, Workshop

_LINE = "{:<24}{:<36}{:>10}{:>10} {:<4}{:>7}  {:<15}{:>7}  {:<8}{:>6}"


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


def _measure(rows: list[Row], workshop: Workshop, keep: Path | None) -> bool:
    """Print the table; tell whether every row could be measured."""
    samples = {name: load(name) for name in dict.fromkeys(row.sample for row in rows)}
    for name, sample in samples.items():
        print(f"{name}: {sample.words}")
        if keep is not None:
            workshop.write_all(sample, keep)
    print()
    print(_LINE.format("row", "against", "ours", "theirs", "unit", "ratio", "quartiles", "aim", "", "rounds"))
    complete = True
    for row in rows:
        try:
            print(_line(row, row.measure(samples[row.sample], workshop)), flush=True)
        except ProgramFailed as failure:
            complete = False
            print(f"{row.name:<24}{row.words:<36}not measured: {failure}", flush=True)
    return complete


def _line(row: Row, found: Result) -> str:
    aim, verdict = ("-", "")
    if row.aim is not None:
        aim, verdict = f"{row.aim:.2f}", "met" if found.ratio <= row.aim else "not met"
    figures = (f"{found.ours:.1f}", f"{found.theirs:.1f}", found.unit, f"{found.ratio:.2f}", f"{found.low:.2f} to {found.high:.2f}")
    return _LINE.format(row.name, row.words, *figures, aim, verdict, found.rounds)


if __name__ == "__main__":
    sys.exit(main())
