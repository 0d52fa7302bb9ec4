"""What is dropped on the window besides a report: a record file that is here already, and several files at once."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QTableView

from response_app.domain.response import Comment
from response_app.interchange import write_record

from .fictional import fictional
from .person import CTRL, KEY, Person
from .test_report_in import REGIONAL, drop, place, waits_for


def test_a_record_that_is_here_already_is_opened_by_the_offer(person: Person, tmp_path: Path) -> None:
    record = replace(fictional(), record_id="00000000-0000-4000-8000-00000000beef")
    person.has(record)
    window = person.starts()
    file = tmp_path / "record.json"
    file.write_bytes(write_record(record))
    drop(person, file)
    assert "is in the list already. Nothing was changed." in window.banner.words.text()
    person.click("Open it")
    assert window.state is not None and window.state.record_id == record.record_id


def test_of_several_files_that_are_dropped_each_is_read_and_each_report_can_be_opened(person: Person, tmp_path: Path) -> None:
    person.has(fictional())
    window = person.starts()
    other, neither = tmp_path / "second.txt", tmp_path / "picture.png"
    other.write_text("Areas for improvement\nThe force should plan better.\n", encoding="utf-8")
    neither.write_bytes(b"\x89PNG")
    drop(person, REGIONAL, other, neither)
    waits_for(person, "published")
    table = person.finds("Published records that were read", QTableView)
    names = [table.model().index(row, 1).data() for row in range(3)]
    assert names == ["regional.pdf", "second.txt", "picture.png"] and person.sees("Files that were read")
    why = table.model().index(2, 6).data()
    assert "Nothing was changed" in why
    room = QRect(0, 0, table.columnWidth(6) - 20, 10_000)
    assert table.fontMetrics().boundingRect(room, int(Qt.TextFlag.TextWordWrap), why).height() <= table.rowHeight(2), "all of it is seen"

    person.press(KEY.Key_Return)
    waits_for(person, "report")
    assert person.sees("regional.pdf · ")
    person.click("Make the record")
    assert person.sees("The record was made from “regional.pdf”.")
    person.click("Back to the files")
    assert table.model().index(0, 6).data() == "A record was made from it."
    assert not person.finds("Open as a report").isEnabled()
    person.press(KEY.Key_Down)
    person.click("Open as a report")
    assert place(person) == "report" and person.sees("second.txt · ")
    person.click("Cancel")
    assert place(person) == "published"
    person.press(KEY.Key_1, CTRL)
    assert window.state is not None and len(window.state.list_records()) == 2
    person.click("Back to the files")
    person.click("Close")
    assert place(person) == "home" and not window.banner.isVisible()


def test_record_files_that_are_dropped_together_all_come_in_and_what_does_not_says_why(person: Person, tmp_path: Path) -> None:
    person.has(fictional())
    window = person.starts()
    files = [tmp_path / name for name in ("one.json", "two.json", "here.json", "broken.json")]
    for at, file in enumerate(files[:2]):
        file.write_bytes(write_record(replace(fictional(), record_id=f"00000000-0000-4000-8000-00000000000{at + 5}")))
    files[2].write_bytes(write_record(fictional()))
    files[3].write_bytes(b"{")
    drop(person, *files)
    said = window.banner.words.text()
    assert said.startswith("2 of 4 records were brought in. “here.json”: Its record is in the list already.") and "“broken.json”: " in said
    assert window.state is not None and len(window.state.list_records()) == 3


def test_record_files_and_a_report_that_are_dropped_together_are_both_taken(person: Person, tmp_path: Path) -> None:
    person.has(fictional())
    window = person.starts()
    file = tmp_path / "one.json"
    file.write_bytes(write_record(replace(fictional(), record_id="00000000-0000-4000-8000-000000000005")))
    drop(person, file, REGIONAL)
    waits_for(person, "report")
    assert person.sees("1 record was brought in.") and window.state is not None and len(window.state.list_records()) == 2


def test_the_button_of_home_takes_a_file_and_offers_to_open_what_is_here_already(person: Person, tmp_path: Path) -> None:
    person.has(fictional())
    window = person.starts()
    here, new = tmp_path / "here.json", tmp_path / "new.json"
    here.write_bytes(write_record(fictional()))
    new.write_bytes(write_record(replace(fictional(), record_id="00000000-0000-4000-8000-000000000005")))
    person.click("Bring in a record…")
    person.names_file(here)
    person.qtbot.waitUntil(lambda: person.sees("is in the list already. Nothing was changed."))
    person.click("Open it")
    assert place(person) == "tasks"
    person.click("Home")
    person.click("Bring in a record…")
    person.names_file(new)
    person.qtbot.waitUntil(lambda: place(person) == "tasks")
    assert window.state is not None and window.state.record_id.endswith("5")


@pytest.mark.parametrize(("data", "words"), [(b"{", "JSON"), (b'{"format": "x"}', "not a record file"), (None, "gone.json")])
def test_a_record_file_that_is_refused_changes_nothing_and_says_why(person: Person, tmp_path: Path, data: bytes | None, words: str) -> None:
    person.has(fictional())
    window = person.starts()
    file = tmp_path / "gone.json"
    if data is not None:
        file.write_bytes(data)
    drop(person, file)
    assert words in window.banner.words.text() and window.banner.property("kind") == "error"
    assert window.state is not None and len(window.state.list_records()) == 1 and place(person) == "home"


def test_a_comment_that_is_found_is_shown_beside_its_text(person: Person) -> None:
    record = fictional()
    comment = Comment(id="k1", place="sections.overall_comments", by="D. Example", on=date(2024, 6, 1), text="Is the aardvark meant?")
    person.has(replace(record, state=replace(record.state, comments=(comment,))))
    window = person.starts()
    assert window.state is not None and window.places is not None
    (row,) = window.state.list_records()
    window.places.open_place(row.record_id, "record.comments[k1].text")
    assert window.places.current == "overall" and person.sees("Is the aardvark meant?")
    window.places.open_place(row.record_id, "inspection.judgements")
    assert window.places.current == "details" and person.at.accessibleName() == "Grades"
