"""The list of records as Qt sees it."""

from __future__ import annotations

import time
from datetime import date, timedelta

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from response_app.authoring.records import FoundLine
from response_app.authoring.workspace import RecordRow
from response_app.domain.response import ClockApplies, Status
from ui.models.record_order import Column, Filter, Order, Stage
from ui.models.records_model import RecordsModel

from ..pages.home_records import TODAY, row

NOWHERE = QModelIndex()


def shown(model: RecordsModel) -> list[str]:
    """The ids of the rows that are shown."""
    return [model.record_id(at) for at in range(model.rowCount())]


def test_it_is_a_proper_model_through_every_change(qtbot: QtBot) -> None:
    model = RecordsModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.set_rows([row(), row(record_id="r2", title="Another")], TODAY, "Commissioner")
    model.seek("another", [found("r2", "another line")])
    assert shown(model) == ["r2", "r2"]
    model.sort_by(Order(Column.ANSWERED, backwards=True))
    model.show_only(Filter(Stage.PUBLISHED))
    assert shown(model) == []
    model.set_rows([], TODAY, "Commissioner")
    assert tester.model() is model and model.rowCount() == 0


def test_a_screen_reader_hears_every_line_of_a_cell() -> None:
    model = RecordsModel()
    model.set_rows([row()], TODAY, "Commissioner")
    role = Qt.ItemDataRole.AccessibleTextRole
    heard = [model.data(model.index(0, column), role) for column in Column]
    assert heard == ["An inspection, Regional, published 14 May 2024", "Mon 8 Jul 2024, 12 days left", "Answer 2 findings, You", "1 of 3"]


def test_tool_tips_show_words_and_never_markup() -> None:
    model = RecordsModel()
    model.set_rows([row(title="<img src=x> & more")], TODAY, "")
    tip = model.data(model.index(0, Column.INSPECTION), Qt.ItemDataRole.ToolTipRole)
    assert "&lt;img src=x&gt; &amp; more" in tip and "<img" not in tip


def found(record_id: str, words: str = "of crime in a text", place: str = "sections.initial_response") -> FoundLine:
    """A line that was found, with its first word sought."""
    first, _, rest = words.partition(" ")
    return FoundLine(record_id, place, "Initial response", ("", first, f" {rest}"))


def listed(*rows: RecordRow) -> RecordsModel:
    """A model that lists these records."""
    model = RecordsModel()
    model.set_rows(rows, TODAY, "Commissioner")
    return model


def test_search_takes_all_words_in_title_kind_and_force_and_what_was_found_in_texts() -> None:
    model = listed(
        row(record_id="a", title="Crime data"),
        row(record_id="b", title="Custody", force="Otherland Police"),
        row(record_id="c", title="Vetting"),
    )
    model.seek("REGIONAL crime")
    assert shown(model) == ["a"]
    model.seek("otherland")
    assert shown(model) == ["b"]
    model.seek("crime", [found("c", "crime twice"), found("a"), found("gone"), found("c", "crime once more")])
    assert shown(model) == ["a", "a", "c", "c", "c"] and (model.shown, model.rowCount()) == (2, 5)
    assert list(model.line_rows()) == [1, 3, 4]
    heard = [model.data(model.index(at, 0), Qt.ItemDataRole.AccessibleTextRole) for at in range(5)]
    assert heard[0].startswith("Crime data, Regional") and heard[3] == "Initial response: crime twice"
    assert [model.data(model.index(3, column)) for column in list(Column)[1:]] == [None] * 3
    assert [model.place(at) for at in (0, 1, 9)] == ["", "sections.initial_response", ""]
    model.seek("")
    assert shown(model) == ["a", "b", "c"] and list(model.line_rows()) == []


def test_what_was_found_stands_in_the_order_of_the_best_lines_until_another_is_asked_for() -> None:
    model = listed(row(record_id="a", title="Alpha"), row(record_id="b", title="Beta"), row(record_id="c", title="Gamma zebra"))
    assert model.is_sorted
    model.seek("zebra", [found("b"), found("a"), found("b")])
    assert shown(model) == ["c", "b", "b", "b", "a", "a"] and not model.is_sorted
    model.sort_by(Order(Column.INSPECTION))
    assert shown(model) == ["a", "a", "b", "b", "b", "c"] and model.is_sorted
    assert [each.record_id for each in model.rows] == ["a", "b", "c"]


def test_the_line_of_a_title_is_left_out_where_the_title_shows_it() -> None:
    model = listed(row(record_id="a", title="Crime data"), row(record_id="b", title="Crème"))
    model.seek("crime", [found("a", "Crime data", "inspection.title")])
    assert shown(model) == ["a"]
    model.seek("creme", [found("b", "Crème alone", "inspection.title")])
    assert shown(model) == ["b", "b"]


def test_lines_that_were_found_show_words_and_never_markup() -> None:
    model = listed(row(record_id="a"))
    model.seek("zebra", [found("a", "zebra <img src=x> & more")])
    tip = model.data(model.index(1, 0), Qt.ItemDataRole.ToolTipRole)
    assert "&lt;img src=x&gt; &amp; more" in tip and "<img" not in tip


def test_the_day_and_the_counts_are_said_without_noughts() -> None:
    model = RecordsModel()
    model.set_rows([], TODAY, "")
    assert model.summary() == "Wednesday 26 June 2024"
    past = row(published_on=date(2024, 4, 25))
    model.set_rows([past, past, row(), row(status=Status.WITH_CHIEF_OFFICER, clock_applies=ClockApplies.NO)], TODAY, "")
    assert model.summary() == "Wednesday 26 June 2024 · 2 past their dates · 1 due in the next 14 days · 1 with the force"


def test_ten_thousand_records_are_listed_and_sought_at_once() -> None:
    rows = [row(record_id=f"r{at}", title=f"Inspection {at}", published_on=date(2015, 1, 1) + timedelta(at % 3000)) for at in range(10_000)]
    model = RecordsModel()
    began = time.perf_counter()
    model.set_rows(rows, TODAY, "")
    listed = time.perf_counter()
    model.seek("inspection 77")
    sought = time.perf_counter()
    assert model.rowCount() == sum("77" in each.title for each in rows)
    assert listed - began < 1.0 and sought - listed < 0.2, "about 0.1 s and 0.01 s on a slow machine"
