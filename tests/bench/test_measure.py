"""The arithmetic and the order of a comparison; never how long anything takes."""

from __future__ import annotations

import gc

import pytest

from bench.measure import Job, compare, summarise


def test_ratio_is_the_median_of_the_rounds_and_not_the_ratio_of_the_medians() -> None:
    found = summarise([(10.0, 10.0), (30.0, 10.0), (20.0, 40.0)])
    assert (found.ours, found.theirs, found.rounds) == (20.0, 10.0, 3)
    assert found.ratio == 1.0
    assert (found.low, found.high) == (0.75, 2.0)


def test_each_goes_first_in_turn_and_warm_up_is_not_counted() -> None:
    order: list[str] = []

    def job(name: str) -> Job:
        return lambda: order.append(name)

    found = compare(lambda n: job(f"ours {n}"), lambda n: job(f"theirs {n}"), seconds=0, least=2, warm_up=2)
    assert order == ["ours 0", "theirs 0", "ours 1", "theirs 1", "ours 2", "theirs 2", "theirs 3", "ours 3"]
    assert found.rounds == 2


def test_stops_at_the_greatest_number_of_rounds() -> None:
    assert compare(lambda _: lambda: None, lambda _: lambda: None, seconds=3600, least=2, most=4).rounds == 4


def test_a_failing_job_is_told_and_leaves_the_collector_as_it_was() -> None:
    def fail() -> None:
        raise RuntimeError("broken")

    with pytest.raises(RuntimeError, match="broken"):
        compare(lambda n: fail if n else lambda: None, lambda _: lambda: None, least=2, warm_up=1)
    assert gc.get_freeze_count() == 0
