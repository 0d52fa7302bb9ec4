"""Home by the keys alone: a line is found and its place opened; records are left out, sorted and written to a file."""

from __future__ import annotations

import csv
from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QComboBox, QPushButton

from response_app.domain.response import Publication, Status
from ui.pages.home_page import HomePage

from .fictional import fictional
from .person import CTRL, KEY, TODAY, Person, paragraphs


def titles(page: HomePage) -> list[str]:
    """The titles in the list, from the top."""
    return [each.title for each in page.model.rows]


def test_a_word_is_found_and_its_place_opened_and_the_list_is_sorted_and_exported(person: Person, tmp_path: Path) -> None:
    first = fictional()
    sections = replace(first.sections, overall_comments=paragraphs("Every zebra crossing was painted."))
    person.has(replace(first, sections=sections, inspection=replace(first.inspection, title="Crossings")))
    state = replace(first.state, status=Status.PUBLISHED, publication=Publication(confirmed_on=TODAY))
    person.has(replace(first, record_id="", state=state, inspection=replace(first.inspection, title="A live one")))
    window = person.starts()
    page = window.pages.currentWidget()
    assert isinstance(page, HomePage) and titles(page) == ["Crossings", "A live one"]

    person.press(KEY.Key_F, CTRL)
    person.types("zebra cr")
    person.qtbot.waitUntil(lambda: page.model.rowCount() == 2)
    person.press(KEY.Key_Down)
    person.press(KEY.Key_Down)
    person.press(KEY.Key_Return)
    assert window.places is not None and window.places.current == "overall"
    assert window.state is not None and window.state.record is not None and window.state.record.inspection.title == "Crossings"

    person.press(KEY.Key_1, CTRL)
    person.press(KEY.Key_F, CTRL)
    person.press(KEY.Key_Escape)
    assert titles(page) == ["Crossings", "A live one"]
    person.chooses("Which records", "Published")
    assert titles(page) == ["A live one"]
    assert person.at is person.finds("Which records", QComboBox)
    person.press(KEY.Key_Home)
    head = person.finds("Inspection, sort by this", QPushButton)
    while person.at is not head:
        person.press(KEY.Key_Tab)
    person.press(KEY.Key_Space)
    assert titles(page) == ["A live one", "Crossings"]

    while person.at is not page.strip.export:
        person.press(KEY.Key_Backtab)
    person.press(KEY.Key_Space)
    person.chooses_in_menu("As CSV…")
    file = tmp_path / "records.csv"
    person.names_file(file)
    person.qtbot.waitUntil(lambda: person.sees(f"2 records were written: {file}"))
    assert [row[0] for row in csv.reader(file.read_text(encoding="utf-8-sig").splitlines())] == ["Inspection", "A live one", "Crossings"]
    person.quits()
