"""The register as Qt sees it: what is shown, in which order, in which words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from response_app.domain.finding import Due, DueKind, FindingKind, TargetMove
from response_app.domain.register import Entry, FindingState
from ui.models.register_lines import lines
from ui.models.register_model import Column, RegisterModel
from ui.models.register_order import Dates, Filter, Sort, haystack, in_order, order_in_words

TODAY = date(2024, 6, 26)
ROLE = Qt.ItemDataRole.AccessibleTextRole
AFI, RECOMMENDATION, CAUSE = FindingKind.AREA_FOR_IMPROVEMENT, FindingKind.RECOMMENDATION, FindingKind.CAUSE_OF_CONCERN
PLAIN = Entry(
    record_id="r1",
    finding_id="f1",
    title="PEEL",
    published_on=date(2024, 5, 14),
    kind=AFI,
    number="1",
    sentence="The force should act.",
    addressed_to=(),
    scope="Exampleshire Police",
    limit=Due(),
    limit_on=None,
    own_target=None,
    own_owner="",
    chief_target=None,
    chief_owner="",
    state=FindingState.NOT_STARTED,
)


def entry(finding_id: str, **values: Any) -> Entry:
    """Return an entry that differs from a plain one."""
    return replace(PLAIN, finding_id=finding_id, **values)


def day(offset: int) -> date:
    """Return a day so many days from today."""
    return TODAY + timedelta(days=offset)


def model_of(*entries: Entry) -> RegisterModel:
    """Return a model that shows these."""
    model = RegisterModel()
    model.put({each.record_id for each in entries}, entries)
    model.show(TODAY)
    return model


def ids(model: RegisterModel) -> list[str]:
    """The findings that are shown."""
    return [each.finding_id for each in model.shown]


def choose(model: RegisterModel, **values: Any) -> list[str]:
    """Show what passes a filter, and return it."""
    model.filter = Filter(**values)
    model.show(TODAY)
    return ids(model)


def test_it_is_a_proper_model_through_every_change(qtbot: QtBot) -> None:
    model = RegisterModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.put(["r1", "r2"], [entry("a"), entry("b"), replace(PLAIN, record_id="r2")])
    model.show(TODAY)
    assert model.rowCount() == model.total == 3
    model.put(["r1"], [entry("b")])
    assert choose(model, words=("act",)) == ["b", "f1"]
    model.put(["r1", "r2"], [])
    model.show(TODAY)
    assert tester.model() is model and model.rowCount() == model.total == 0
    assert model.entry(0) is None and model.entry(-1) is None


def test_a_screen_reader_hears_every_line_of_a_cell() -> None:
    full = entry(
        "a",
        number="2",
        addressed_to=("Chief constables", "The College"),
        limit=Due(DueKind.DATE, day(-3), text="by Sunday."),
        limit_on=day(-3),
        own_target=day(9),
        own_owner="Sam",
        chief_target=day(-2),
        chief_owner="Supt Jones",
        state=FindingState.IN_DRAFT,
    )
    model = model_of(full, entry("b", kind=CAUSE, title=" ", sentence="", published_on=None, scope=""))
    heard = [[model.data(model.index(row, column), ROLE) for column in Column] for row in range(2)]
    assert heard == [
        [
            "AFI 2, The force should act., PEEL, published 14 May 2024",
            "Chief constables, The College, Exampleshire Police",
            "By Sunday, Ended 23 Jun 2024",
            "Force: 24 Jun 2024, 2 days past, Ours: 5 Jul 2024",
            "In draft, Sam, Force: Supt Jones",
        ],
        [
            "Cause of concern 1, Not yet written, Inspection without a title yet, no date of the report yet",
            "Not said",
            "None",
            "No target date",
            "Not started",
        ],
    ]
    of_force = model_of(entry("a", chief_target=day(9)))
    assert of_force.data(of_force.index(0, Column.TARGET), ROLE) == "Force: 5 Jul 2024, 9 days left, None of ours"


@pytest.mark.parametrize(
    ("values", "kind", "counted"),
    [
        ({"own_target": day(-1)}, "red", ""),
        ({"own_target": day(30)}, "amber", ""),
        ({"chief_target": day(31)}, "grey", "None of ours"),
        ({"own_target": day(2), "chief_target": day(31)}, "amber", "Force: 27 Jul 2024"),
        ({"limit_on": day(-1)}, "red", "By the time limit"),
        ({"limit_on": day(-1), "state": FindingState.CLOSED}, "grey", ""),
    ],
)
def test_the_colour_goes_with_the_words(values: dict[str, Any], kind: str, counted: str) -> None:
    found = lines(entry("a", **values), TODAY)
    assert (found.standing_kind, found.counted) == (kind, counted)
    assert bool(found.standing) == (values.get("state") is None)


def test_markup_in_a_tool_tip_is_words() -> None:
    model = model_of(entry("a", sentence="A <b>bold</b> & sly one"))
    assert "A &lt;b&gt;bold&lt;/b&gt; &amp; sly one" in model.data(model.index(0, 0), Qt.ItemDataRole.ToolTipRole)


def test_what_is_shown() -> None:
    model = model_of(
        entry("past", own_target=day(-1), addressed_to=("The College",)),
        entry("soon", limit_on=day(30), kind=CAUSE, own_owner="Sam"),
        entry("later", chief_target=day(31), kind=RECOMMENDATION, state=FindingState.ANSWERED, scope="Elsewhere"),
        entry("closed", own_target=day(-5), state=FindingState.CLOSED),
    )
    assert choose(model) == ["past", "soon", "later", "closed"]
    assert choose(model, dates=Dates.PAST) == ["past"]
    assert choose(model, dates=Dates.SOON) == ["soon"]
    assert choose(model, kinds=(CAUSE, RECOMMENDATION)) == ["soon", "later"]
    assert choose(model, state=FindingState.ANSWERED) == ["later"]
    assert choose(model, made_to="The College") == ["past"]
    assert choose(model, made_to="Elsewhere") == ["later"]
    assert choose(model, words=("sam", "cause")) == ["soon"]
    assert choose(model, words=("sam", "recommendation")) == []
    assert choose(model, words=("afi",), dates=Dates.PAST) == ["past"]
    assert model.names() == ["Elsewhere", "Exampleshire Police", "The College"]


def test_everything_that_a_row_says_is_searched() -> None:
    words = haystack(entry("a", limit=Due(DueKind.IMMEDIATELY), addressed_to=("NPCC",), own_owner="Sam", chief_owner="Jo"))
    for each in ("area for improvement", "afi", "1", "the force should act.", "peel", "npcc", "exampleshire", "immediately", "sam", "jo"):
        assert each in words
    assert "not started" in words


SORTED = [
    entry("a", number="10", own_target=day(3), limit_on=day(9), title="b", addressed_to=("B",), own_owner="x"),
    entry("b", number="2", limit_on=day(1), title="A", published_on=date(2024, 1, 1), state=FindingState.ANSWERED),
    entry("c", kind=CAUSE, chief_target=day(-4), title="", published_on=None, scope="", sentence="", state=FindingState.CLOSED),
    entry("d", kind=RECOMMENDATION, number="2a", own_target=day(2), sentence="Act", chief_owner="Y"),
]


@pytest.mark.parametrize(
    ("sort", "first_to_last", "last_to_first"),
    [
        (Sort.TARGET, "bdac", "adbc"),
        (Sort.LIMIT, "bacd", "abcd"),
        (Sort.FINDING, "cdba", "abdc"),
        (Sort.SENTENCE, "dabc", "abdc"),
        (Sort.RECORD, "badc", "dabc"),
        (Sort.PUBLISHED, "badc", "adbc"),
        (Sort.MADE_TO, "abdc", "bdac"),
        (Sort.STATE, "badc", "cadb"),
        (Sort.OWNER, "dabc", "adbc"),
    ],
)
def test_every_order_and_the_other_way_round(sort: Sort, first_to_last: str, last_to_first: str) -> None:
    for wanted, backwards in ((first_to_last, False), (last_to_first, True)):
        assert "".join(each.finding_id for each in in_order(SORTED, sort, backwards=backwards)) == wanted


def test_the_head_says_by_what_the_table_is_sorted() -> None:
    model = RegisterModel()

    def heard() -> list[str]:
        return [model.headerData(column, Qt.Orientation.Horizontal, ROLE) for column in Column]

    assert heard() == ["Finding", "Made to", "Time limit", "Target date, sorted", "State and owner"]
    model.sort_by(Sort.STATE, backwards=True)
    assert heard()[-2:] == ["Target date", "State and owner, sorted, last first"]
    assert model.headerData(Column.STATE, Qt.Orientation.Horizontal) == "State and owner"


def test_counts_in_words() -> None:
    model = model_of(entry("a", own_target=day(-1)))
    assert (model.summary(), model.count_in_words()) == ("1 finding open · 1 past its target date", "1 finding")
    many = [entry(f"{at}", own_target=day(at % 3 - 1)) for at in range(1500)]
    model = model_of(*many, entry("x", state=FindingState.NOT_NEEDED, own_target=day(-3)))
    assert model.summary() == "1,500 findings open · 500 past their target date · 1,000 due in the next 30 days"
    choose(model, dates=Dates.PAST)
    assert model.count_in_words() == "500 of 1,501 findings"


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({}, ""),
        ({"kinds": (RECOMMENDATION,), "dates": Dates.PAST}, "recommendations, past their date"),
        (
            {"kinds": (CAUSE, FindingKind.ACCELERATED_CAUSE_OF_CONCERN), "dates": Dates.SOON},
            "causes of concern and accelerated causes of concern, due in 30 days",
        ),
        ({"state": FindingState.IN_DRAFT, "made_to": "The College"}, "state “In draft”, made to or for The College"),
        ({"words": ("plan", "better")}, "with the words “plan better”"),
    ],
)
def test_what_is_shown_is_said_in_words(values: dict[str, Any], words: str) -> None:
    assert Filter(**values).in_words == words


def test_by_what_it_is_sorted_is_said_in_words() -> None:
    assert order_in_words(Sort.TARGET, backwards=False) == "target date"
    assert order_in_words(Sort.PUBLISHED, backwards=True) == "report’s date, last first"


def test_a_date_that_was_moved_shows_what_it_was_and_says_every_date_before() -> None:
    moves = (TargetMove(None, day(-90), day(-30)), TargetMove(None, day(-30), day(9)))
    own = lines(entry("a", own_target=day(9), moves=moves), TODAY)
    assert (own.was, own.moved) == ("Was 27 May 2024", "Moved from 28 Mar 2024 and 27 May 2024")
    chief = entry("a", chief_target=day(9), moves=moves[:1], is_move_of_chief=True)
    assert lines(chief, TODAY).moved == "Force’s date moved from 28 Mar 2024"
    model = model_of(chief)
    assert model.data(model.index(0, Column.TARGET), ROLE).endswith(", Force’s date moved from 28 Mar 2024")
    assert (lines(PLAIN, TODAY).was, lines(PLAIN, TODAY).moved) == ("", "")


def test_the_date_that_is_past_is_the_one_that_stands_first() -> None:
    both = lines(entry("a", own_target=day(278), chief_target=day(-783)), TODAY)
    assert (both.target, both.standing, both.below) == ("Force: 5 May 2022", "783 days past", ("Ours: 31 Mar 2025",))
    assert both.standing_of == "Force’s date: 783 days past"
    moved = lines(entry("a", own_target=day(9), chief_target=day(2), moves=(TargetMove(None, day(-30), day(9)),)), TODAY)
    assert moved.below == ("Ours: 5 Jul 2024", "Was 27 May 2024"), "what our date was stands below ours"
    closed = lines(entry("a", own_target=day(9), chief_target=day(2), state=FindingState.CLOSED), TODAY)
    assert (closed.target, closed.standing, closed.below) == ("Fri 5 Jul 2024", "", ("Force: 28 Jun 2024",))
