"""The open store as the window sees it: what its opening loads, and what its closing leaves."""

from __future__ import annotations

import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from response_app.authoring import records, texts
from response_app.authoring import workspace as made_in
from response_app.authoring.workspace import Work, Workspace
from response_app.domain.canonical import from_plain
from response_app.domain.richtext import Block, Paragraph, Run
from response_app.interchange.fragment import write_block

from ..fixtures.shared import PROJECT

PLACE = "sections.initial_response"


def versions(work: Work, record_id: str) -> list[datetime]:
    """Return when the versions of a text were taken, newest first."""
    return [each.taken_at for each in work.versions.list(record_id, PLACE)]


@pytest.mark.parametrize(("days", "left"), [(1, 6), (3, 1)])
def test_closing_lets_go_of_versions_that_are_no_longer_needed(tmp_path: Path, days: int, left: int) -> None:
    """All of two days, one of each hour before: an hour of writing leaves six and later one."""
    now = datetime(2024, 6, 4, 9, tzinfo=UTC)

    def clock() -> datetime:
        return now

    workspace = Workspace.open(tmp_path, now=clock)
    record_id = workspace.do(records.new_record, "An inspection").record_id
    for number in range(7):
        workspace.do(texts.save_text, record_id, PLACE, from_plain(f"Line {number}"))
        now += timedelta(minutes=9 if number == 0 else 10)
    workspace.close()
    now += timedelta(days=days)
    Workspace.open(tmp_path, now=clock).close()
    workspace = Workspace.open(tmp_path, now=clock)
    assert len(workspace.ask(versions, record_id)) == left
    workspace.close()
    workspace.close()


def test_home_does_not_wait_for_the_record_format(tmp_path: Path) -> None:
    """Opening the store and listing its records loads nothing that only texts and files need."""
    code = """
import sys
from pathlib import Path
from response_app.authoring import office, records
from response_app.authoring.workspace import Workspace
workspace = Workspace.open(Path(sys.argv[1]))
workspace.ask(office.office_titles), workspace.ask(records.list_records)
print(sorted(name for name in sys.modules if name.startswith("response_app.interchange")))
workspace.close()
"""
    done = subprocess.run([sys.executable, "-c", code, str(tmp_path)], cwd=PROJECT, capture_output=True, text=True, check=False)
    assert (done.stderr, done.stdout.strip()) == ("", "[]")


def test_a_search_and_closing_leave_nothing_behind_in_the_index(tmp_path: Path) -> None:
    """The row of a long text is written when it is sought, which is kept, and at the latest on closing."""
    long = "The force answers to burglary. " * 2000

    def behind(work: Work) -> int:
        return len(work.search.behind())

    workspace = Workspace.open(tmp_path)
    record_id = workspace.do(records.new_record, "An inspection").record_id
    for word in ("zebrafinch", "goldfinch"):
        workspace.do(texts.save_text, record_id, PLACE, from_plain(f"{long}{word}"))
    assert workspace.ask(behind) == 1
    assert [line.place for line in workspace.ask(records.find_lines, "goldfinch").lines] == [PLACE]
    assert workspace.ask(behind) == 0
    workspace.do(texts.save_text, record_id, PLACE, from_plain(f"{long}greenfinch"))
    workspace.close()
    workspace = Workspace.open(tmp_path)
    assert workspace.ask(behind) == 0
    assert [line.place for line in workspace.ask(records.find_lines, "greenfinch").lines] == [PLACE]
    workspace.close()


def test_the_first_save_of_a_text_that_was_read_writes_only_what_is_new(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of 300 pages the whole would hold the window for longer than everything else of a save."""
    workspace = Workspace.open(tmp_path)
    record_id = workspace.do(records.new_record, "An inspection").record_id
    workspace.do(texts.save_text, record_id, PLACE, from_plain("One.\n\nTwo.\n\nThree."))
    workspace.close()
    written: list[Block] = []

    def write(block: Block) -> str:
        written.append(block)
        return write_block(block)

    monkeypatch.setattr(made_in, "_write_block", lambda: write)
    workspace = Workspace.open(tmp_path)
    one, _, three = workspace.ask(records.open_record, record_id).sections.initial_response
    written.clear()
    new = Paragraph((Run("Two, and more."),))
    workspace.do(texts.save_text, record_id, PLACE, (one, new, three))
    assert written == [new]
    monkeypatch.setattr(made_in, "_CHECKED", 0)
    workspace.close()
    workspace = Workspace.open(tmp_path)
    assert workspace.ask(records.open_record, record_id).sections.initial_response == (one, new, three)
    workspace.close()
