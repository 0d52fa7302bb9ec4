"""Two ways of doing one thing, measured side by side: alternately, so that a busy machine troubles both alike."""

from __future__ import annotations

import gc
from collections.abc import Callable
from dataclasses import dataclass
from statistics import median, quantiles
from time import perf_counter

Job = Callable[[], object]
MakeJob = Callable[[int], Job]
"""From the number of the round to the job of that round; what it prepares is not timed."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """What a comparison found.

    Attributes:
        ours: median of our times in milliseconds.
        theirs: median of theirs in milliseconds.
        ratio: median over the rounds of ours / theirs.
        low: lower quartile of those ratios.
        high: their upper quartile.
        rounds: how many rounds were measured.
    """

    ours: float
    theirs: float
    ratio: float
    low: float
    high: float
    rounds: int


def compare(ours: MakeJob, theirs: MakeJob, *, seconds: float = 12.0, least: int = 5, most: int = 41, warm_up: int = 2) -> Comparison:
    """Run both alternately, ours first in even rounds and second in odd ones, and compare.

    Args:
        ours: makes our job of a round.
        theirs: makes the other's job of the same round.
        seconds: no further round is started after this time once there are `least`.
        least: rounds at least, 2 or more.
        most: rounds at most.
        warm_up: rounds before these that are not counted.
    """
    for number in range(warm_up):
        ours(number)()
        theirs(number)()
    gc.collect()
    gc.freeze()  # what is loaded by now belongs to both; neither shall pay for searching it
    try:
        pairs: list[tuple[float, float]] = []
        start = perf_counter()
        while len(pairs) < least or (len(pairs) < most and perf_counter() - start < seconds):
            pairs.append(_round(ours, theirs, warm_up + len(pairs)))
    finally:
        gc.unfreeze()
    return summarise(pairs)


def summarise(pairs: list[tuple[float, float]]) -> Comparison:
    """Return the medians of `pairs`, each (our milliseconds, theirs); two pairs at least."""
    ratios = [ours / theirs for ours, theirs in pairs]
    low, _, high = quantiles(ratios, n=4, method="inclusive")
    return Comparison(median(ours for ours, _ in pairs), median(theirs for _, theirs in pairs), median(ratios), low, high, len(pairs))


def _round(ours: MakeJob, theirs: MakeJob, number: int) -> tuple[float, float]:
    if number % 2:
        second = _timed(theirs(number))
        return _timed(ours(number)), second
    first = _timed(ours(number))
    return first, _timed(theirs(number))


def _timed(job: Job) -> float:
    """Milliseconds of one job, with the collector on but nothing left over for it from before."""
    gc.collect()
    start = perf_counter()
    job()
    return (perf_counter() - start) * 1000
