"""The bench's rows on the window: how soon it stands, what it holds in memory, how soon it answers (every step).

Everything is measured in fresh processes without a screen (`QT_QPA_PLATFORM=offscreen`), whose byte code is compiled
in the rounds that are not counted. What the processes do stands in `window_programs` and `window_work`.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from statistics import median, quantiles
from time import monotonic

from .measure import summarise
from .results import Alone, Result, WindowRow
from .stores import store_of_pages, store_of_records
from .tools import PROJECT, ProgramFailed, Workshop

FEW, MANY = 1, 10_000
PAGES = (1, 10, 300)
WARM_UP, ROUNDS, VISITS = 1, 9, 5
_SECONDS = 300


@dataclass(frozen=True, slots=True)
class Start:
    """One start of a program: milliseconds from the start of its process, and MB at most."""

    painted: float
    usable: float
    memory: float


Program = Callable[[Workshop], Sequence[str]]
"""From the workshop, where its store is made, to the words that name it and its store."""


def run(arguments: Sequence[str], pycache: Path) -> dict[str, object]:
    """Run one of the programs and return what it found.

    Args:
        arguments: its name, and its own arguments.
        pycache: folder of the byte code.

    Raises:
        ProgramFailed: it ended with an error or said nothing within five minutes.
    """
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    environment |= {"QT_QPA_PLATFORM": "offscreen", "PYTHONPYCACHEPREFIX": str(pycache)}
    command = [sys.executable, "-m", "bench.window_programs", *arguments]
    try:
        done = subprocess.run(command, cwd=PROJECT, env=environment, capture_output=True, text=True, check=False, timeout=_SECONDS)
    except subprocess.TimeoutExpired as error:
        raise ProgramFailed(f"nothing within {_SECONDS} seconds") from error
    if done.returncode or not done.stdout.strip():
        raise ProgramFailed(f"exit status {done.returncode}: {done.stderr.strip()[-300:]}")
    found: dict[str, object] = json.loads(done.stdout.splitlines()[-1])
    return found


def started(arguments: Sequence[str], pycache: Path) -> Start:
    """Start one of the programs and return how soon its window stood.

    Raises:
        ProgramFailed: as `run`, or the window was closed before it stood.
    """
    begin = monotonic()
    found = run(arguments, pycache)
    if not found:
        raise ProgramFailed("the window was closed before it stood")
    painted, usable, memory = (float(str(found[name])) for name in ("painted", "usable", "memory"))
    return Start((painted - begin) * 1000, (usable - begin) * 1000, memory)


def _ours(count: int, workshop: Workshop) -> Sequence[str]:
    return ("ours", str(store_of_records(workshop.folder, count)))


def _other(name: str, _workshop: Workshop) -> Sequence[str]:
    return (name,)


def starts(ours: Program, theirs: Program, figure: str) -> Callable[[Workshop], Result]:
    """Return what measures the starts of two programs, in turn.

    Args:
        ours: our program.
        theirs: the other.
        figure: which of the figures of a `Start`.
    """

    def measure(workshop: Workshop) -> Result:
        sides = [ours(workshop), theirs(workshop)]
        pycache = workshop.folder / "pycache"
        pairs: list[tuple[float, float]] = []
        for number in range(WARM_UP + ROUNDS):
            order = (1, 0) if number % 2 else (0, 1)
            took = {side: float(getattr(started(sides[side], pycache), figure)) for side in order}
            pairs.append((took[0], took[1]))
        found = summarise(pairs[WARM_UP:])
        return Result(found.ours, found.theirs, "MB" if figure == "memory" else "ms", found.ratio, found.low, found.high, found.rounds)

    return measure


def work(program: str, pages: int, processes: int = 1) -> Callable[[Workshop], Alone]:
    """Return what measures one kind of work in a window on a text of `pages` pages.

    Args:
        program: its name in `window_work.PROGRAMS`.
        pages: printed pages of the text.
        processes: how many processes do it, for work that can be done only once in each.
    """

    def measure(workshop: Workshop) -> Alone:
        times: list[float] = []
        for _ in range(processes):
            times += _times(run((program, str(store_of_pages(workshop.folder, pages))), workshop.folder / "pycache"), "ours")
        return alone(times)

    return measure


def longest(program: str, pages: int, processes: int) -> Callable[[Workshop], Alone]:
    """Return what measures the longest of many short times, once in each of some processes."""

    def measure(workshop: Workshop) -> Alone:
        store, pycache = store_of_pages(workshop.folder, pages), workshop.folder / "pycache"
        return alone([max(_times(run((program, str(store)), pycache), "ours")) for _ in range(processes)])

    return measure


def at_worst(program: str, pages: int, share: float = 1.0) -> Callable[[Workshop], Alone]:
    """Return what measures the time that a share of many times stays within: 0.99 for the 99th percentile, 1.0 for the longest."""

    def measure(workshop: Workshop) -> Alone:
        times = sorted(_times(run((program, str(store_of_pages(workshop.folder, pages))), workshop.folder / "pycache"), "ours"))
        usual = alone(times)
        return replace(usual, ours=times[min(len(times) - 1, int(share * len(times)))])

    return measure


def work_beside(program: str, pages: int) -> Callable[[Workshop], Result]:
    """Return what measures one kind of work beside another's, both in the same process."""

    def measure(workshop: Workshop) -> Result:
        told = run((program, str(store_of_pages(workshop.folder, pages))), workshop.folder / "pycache")
        found = summarise(list(zip(_times(told, "ours"), _times(told, "theirs"), strict=True)))
        return Result(found.ours, found.theirs, "ms", found.ratio, found.low, found.high, found.rounds)

    return measure


def alone(times: Sequence[float]) -> Alone:
    """Return the median and the quartiles of some milliseconds, two at least."""
    low, _, high = quantiles(times, n=4, method="inclusive")
    return Alone(median(times), "ms", low, high, len(times))


def _times(told: Mapping[str, object], side: str) -> list[float]:
    times = told[side]
    assert isinstance(times, list)
    return [float(each) for each in times]


def _start_rows() -> tuple[WindowRow, ...]:
    few, many = partial(_ours, FEW), partial(_ours, MANY)
    bare, database = partial(_other, "bare"), partial(_other, "with-database")
    rows = []
    for name, ours, held in (("few", few, f"{FEW} record"), ("many", many, f"{MANY:,} records")):
        rows += [
            WindowRow(f"start-paint-{name}", f"first paint, {held}, bare window", starts(ours, bare, "painted"), 1.5),
            WindowRow(f"start-usable-{name}", f"usable, {held}, window + SQLAlchemy", starts(ours, database, "usable"), 1.3),
            WindowRow(f"start-memory-{name}", f"memory, {held}, window + SQLAlchemy", starts(ours, database, "memory"), 1.3),
        ]
    return (*rows, WindowRow("start-compare", f"usable, {MANY:,} records, ours with 1", starts(many, few, "usable"), 1.0))


def _work_rows() -> tuple[WindowRow, ...]:
    rows = []
    for pages in PAGES:
        held = f"{pages} page{'s' if pages > 1 else ''}"
        rows += [
            WindowRow(f"window-autosave-{pages}", f"save a text, {held}", work("autosave", pages)),
            WindowRow(f"window-pause-{pages}", f"pause in typing, {held}", work("pause", pages)),
            WindowRow(f"window-visit-{pages}", f"first visit of a section, {held}", work("first-visit", pages, VISITS)),
            WindowRow(f"window-switch-{pages}", f"page switch, {held}", work("page-switch", pages)),
            WindowRow(f"window-preview-{pages}", f"preview refresh, {held}", work("preview", pages), 500.0),
            WindowRow(f"window-key-{pages}", f"key press, {held}, bare QTextEdit", work_beside("keys", pages)),
        ]
    slices = longest("spelling", PAGES[-1], VISITS)
    rows.append(WindowRow(f"window-spelling-{PAGES[-1]}", f"longest slice of spelling, processor, {PAGES[-1]} pages", slices, 5.0))
    most = PAGES[-1]
    rows += [
        WindowRow(f"author-key-{most}", f"key while writing, 99th percentile, {most} pages", at_worst("author-keys", most, 0.99), 16.0),
        WindowRow(f"author-hold-{most}", f"longest hold while writing, {most} pages", at_worst("author-holds", most), 50.0),
        WindowRow(f"author-page-{most}", f"page switch, the longest, {most} pages", at_worst("author-pages", most), 100.0),
    ]
    return tuple(rows)


WINDOW_ROWS = (*_start_rows(), *_work_rows())
