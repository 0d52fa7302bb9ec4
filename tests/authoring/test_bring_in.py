"""Use cases on whole records: a file brought in, deleted, brought in again; words found."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from response_app.authoring import office, records, texts
from response_app.authoring.workspace import Workspace
from response_app.domain.inspection import Inspection
from response_app.domain.office import Office
from response_app.domain.record import Record, Sections
from response_app.domain.richtext import Paragraph, Run
from response_app.errors import FileRefused
from response_app.interchange import write_record

OFFICE = Office(force="Exampleshire Police", body_title="Police and Crime Commissioner", body_short="PCC")
RECORD = Record(
    record_id="r1",
    office=OFFICE,
    inspection=Inspection(title="Vetting"),
    sections=Sections(initial_response=(Paragraph((Run("We welcome the zebra crossings."),)),)),
)


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    """A store of an office, without records."""
    opened = Workspace.open(tmp_path)
    opened.do(office.set_up, "Sam", OFFICE)
    yield opened
    opened.close()


def listed(workspace: Workspace) -> list[str]:
    """The ids in the list."""
    return [each.record_id for each in workspace.ask(records.list_records)]


def test_a_file_is_brought_in_as_it_is(workspace: Workspace) -> None:
    changes = workspace.do(records.bring_in, write_record(RECORD))
    assert changes.after == RECORD and changes.before is None and changes.list_changed
    assert workspace.ask(records.open_record, "r1") == RECORD


def test_a_file_without_id_and_office_gets_them(workspace: Workspace) -> None:
    bare = write_record(replace(RECORD, record_id="", office=Office()))
    first, second = (workspace.do(records.bring_in, bare).record_id for _ in range(2))
    assert first and second and first != second
    assert workspace.ask(records.open_record, first).office == OFFICE


def test_a_record_that_is_in_the_list_is_refused_and_stays(workspace: Workspace) -> None:
    workspace.do(records.bring_in, write_record(RECORD))
    other = replace(RECORD, inspection=Inspection(title="Another title"))
    with pytest.raises(FileRefused, match=r"in the list already: “Vetting”.*Nothing was changed") as refused:
        workspace.do(records.bring_in, write_record(other))
    assert refused.value.remedy
    assert workspace.ask(records.open_record, "r1") == RECORD


def test_a_deleted_record_comes_back_as_the_file_has_it_and_its_words_are_kept_as_versions(workspace: Workspace) -> None:
    workspace.do(records.bring_in, write_record(RECORD))
    newer = (Paragraph((Run("Typed since."),)),)
    workspace.do(texts.save_text, "r1", "sections.initial_response", newer)
    workspace.do(records.delete_record, "r1")
    other = replace(RECORD, sections=Sections(initial_response=(Paragraph((Run("Other words."),)),)))
    workspace.do(records.bring_in, write_record(other))
    assert listed(workspace) == ["r1"] and workspace.ask(records.open_record, "r1") == other
    kept = workspace.ask(lambda work: [work.versions.text(each.number) for each in work.versions.list("r1", "sections.initial_response")])
    assert kept == [newer, RECORD.sections.initial_response]
    assert workspace.ask(records.find_lines, "zebra").lines == () and len(workspace.ask(records.find_lines, "other words").lines) == 1


def test_a_file_that_is_no_record_changes_nothing(workspace: Workspace) -> None:
    with pytest.raises(FileRefused):
        workspace.do(records.bring_in, b'{"format": "something else"}')
    assert listed(workspace) == []
