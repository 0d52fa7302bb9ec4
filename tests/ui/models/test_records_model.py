"""The list of records as Qt sees it."""

from __future__ import annotations

import time
from datetime import date, timedelta

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from response_app.domain.response import ClockApplies, Status
from ui.models.records_model import Column, RecordsModel

from ..pages.home_records import TODAY, row

NOWHERE = QModelIndex()


def shown(model: RecordsModel) -> list[str]:
    """The ids of the rows that are shown."""
    return [model.record_id(at) for at in range(model.rowCount())]


def test_it_is_a_proper_model_through_every_change(qtbot: QtBot) -> None:
    model = RecordsModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.set_rows([row(), row(record_id="r2", title="Another")], TODAY, "Commissioner")
    model.seek("another", {})
    assert shown(model) == ["r2"]
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


def test_search_takes_all_words_in_title_kind_and_force_and_what_was_found_in_texts() -> None:
    model = RecordsModel()
    rows = [
        row(record_id="a", title="Crime data"),
        row(record_id="b", title="Custody", force="Otherland Police"),
        row(record_id="c", title="Vetting"),
    ]
    model.set_rows(rows, TODAY, "")
    model.seek("REGIONAL crime", {})
    assert shown(model) == ["a"]
    model.seek("otherland", {})
    assert shown(model) == ["b"]
    model.seek("crime", {"a": "“in a text”", "c": "“of crime in a text”", "gone": "“x”"})
    assert shown(model) == ["a", "c"]
    abouts = [model.data(model.index(at, 0), Qt.ItemDataRole.DisplayRole) for at in range(2)]
    assert abouts[0].startswith("Crime data, Regional") and abouts[1] == "Vetting, “of crime in a text”"
    model.seek("", {})
    assert shown(model) == ["a", "b", "c"]


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
    model.seek("inspection 77", {})
    sought = time.perf_counter()
    assert model.rowCount() == sum("77" in each.title for each in rows)
    assert listed - began < 1.0 and sought - listed < 0.2, "about 0.1 s and 0.01 s on a slow machine"
