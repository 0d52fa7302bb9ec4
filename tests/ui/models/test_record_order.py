"""Which records are shown and in which order, and what is counted over them."""

from __future__ import annotations

from datetime import date

import pytest

from response_app.domain.inspection import InspectionKind
from response_app.domain.response import ClockApplies, Status
from ui.models.record_counts import Answers, answers_of_open
from ui.models.record_lines import place
from ui.models.record_order import Column, Filter, Order, Stage, in_order

from ..pages.home_records import row

LIVE = {"status": Status.PUBLISHED, "confirmed_on": date(2024, 5, 13)}
ROWS = (
    row(record_id="late", title="Delta", published_on=date(2024, 4, 1), answered=3),
    row(record_id="soon", title="alpha", answered=0),
    row(record_id="none", title="Charlie", clock_applies=ClockApplies.NO, to_answer=0, answered=0, kind=InspectionKind.PEEL),
    row(record_id="live", title="Bravo", published_on=date(2024, 3, 1), answered=1, **LIVE),
    row(record_id="closed", title=" ", published_on=date(2024, 2, 1), status=Status.CLOSED, to_answer=0, answered=0),
)


def ids(order: Order = Order(), wanted: Filter = Filter()) -> list[str]:  # noqa: B008  # frozen values
    """The ids of the records that pass, in an order."""
    return [each.row.record_id for each in in_order([each for each in map(place, ROWS) if wanted.passes(each)], order)]


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        (Order(), ["late", "soon", "none", "live", "closed"]),
        (Order(Column.NEXT, backwards=True), ["closed", "live", "none", "soon", "late"]),
        (Order(Column.INSPECTION), ["soon", "live", "none", "late", "closed"]),
        (Order(Column.INSPECTION, backwards=True), ["late", "none", "live", "soon", "closed"]),
        (Order(Column.STATUTORY), ["closed", "live", "late", "soon", "none"]),
        (Order(Column.STATUTORY, backwards=True), ["soon", "late", "live", "closed", "none"]),
        (Order(Column.ANSWERED), ["soon", "live", "late", "none", "closed"]),
        (Order(Column.ANSWERED, backwards=True), ["late", "live", "soon", "none", "closed"]),
    ],
    ids=lambda each: f"{each.column.name}{' backwards' if each.backwards else ''}" if isinstance(each, Order) else "",
)
def test_each_column_sorts_both_ways_and_what_it_says_nothing_of_stays_last(order: Order, expected: list[str]) -> None:
    assert ids(order) == expected


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        (Filter(), {"late", "soon", "none", "live", "closed"}),
        (Filter(Stage.OPEN), {"late", "soon", "none"}),
        (Filter(Stage.PUBLISHED), {"live"}),
        (Filter(kind=InspectionKind.PEEL), {"none"}),
        (Filter(Stage.PUBLISHED, InspectionKind.PEEL), set()),
    ],
)
def test_a_filter_takes_stage_and_kind_together(wanted: Filter, expected: set[str]) -> None:
    assert set(ids(wanted=wanted)) == expected


def test_the_order_is_said_in_words() -> None:
    assert Order().words == "sorted, most urgent first"
    assert Order(Column.STATUTORY, backwards=True).words == "sorted, latest first"


def test_answers_are_counted_over_open_records_alone() -> None:
    rows = (row(to_answer=7, answered=3, in_draft=1), row(to_answer=1_200, answered=0, in_draft=4), row(to_answer=9, answered=9, **LIVE))
    found = answers_of_open([place(each) for each in rows])
    assert found == Answers(3, 5, 1_199) and found.total == 1_207
    assert found.words == "3 answered · 5 in draft · 1,199 not started"
