"""What is dropped on the window besides a report: a record file that is here already, and several files at once."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from response_app.domain.response import Comment
from response_app.interchange import write_record

from .fictional import fictional
from .person import Person
from .test_report_in import REGIONAL, drop


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


def test_of_several_files_one_is_read_and_the_rest_is_said(person: Person, tmp_path: Path) -> None:
    person.has(fictional())
    window = person.starts()
    other = tmp_path / "second.txt"
    other.write_text("A second report.", encoding="utf-8")
    drop(person, REGIONAL, other)
    assert "Drop the other one after it" in window.banner.words.text()


def test_a_comment_that_is_found_is_shown_beside_its_text(person: Person) -> None:
    record = fictional()
    comment = Comment(id="k1", place="sections.overall_comments", by="D. Example", on=date(2024, 6, 1), text="Is the aardvark meant?")
    person.has(replace(record, state=replace(record.state, comments=(comment,))))
    window = person.starts()
    assert window.state is not None and window.places is not None
    (row,) = window.state.list_records()
    window.places.open_place(row.record_id, "record.comments[k1].text")
    assert window.places.current == "overall" and person.sees("Is the aardvark meant?")
