"""An office whose store is backed up while nobody types."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from response_app.authoring import details, records
from response_app.authoring.workspace import Workspace
from response_app.errors import AppError
from response_app.paths import template
from ui.idle_backup import IdleBackup
from ui.state import State

IDLE = 40
"""Milliseconds without typing, in place of 5 seconds."""


@dataclass
class Office:
    """A store with the example record, and what was told of its backups."""

    state: State
    checked: list[datetime]
    failed: list[AppError]

    @property
    def folder(self) -> Path:
        return self.state.workspace.backups

    def files(self) -> list[Path]:
        """The backups of the store; beside them stand the attached files."""
        return sorted(each for each in self.folder.glob("*") if each.is_file()) if self.folder.exists() else []

    def backups(self, apart_ms: int = 0, idle_ms: int = IDLE) -> IdleBackup:
        """Begin to make backups, with these waits."""
        made = IdleBackup(self.state, self.state, idle_ms, apart_ms)
        made.checked.connect(self.checked.append)
        made.failed.connect(self.failed.append)
        return made

    def writes(self, title: str) -> None:
        """Change a few words of the record."""
        assert self.state.do(details.change_inspection, self.state.record_id, title=title) is not None

    def titles(self, file: Path) -> list[str]:
        """Return the titles of the records in a backup."""
        copy = self.folder.parent / "opened" / file.stem / "records.db"
        copy.parent.mkdir(parents=True)
        copy.write_bytes(file.read_bytes())
        workspace = Workspace.open(copy.parent)
        try:
            return [row.title for row in workspace.ask(records.list_records)]
        finally:
            workspace.close()


@pytest.fixture
def office(tmp_path: Path, qtbot: QtBot) -> Iterator[Office]:
    """The example record, open."""
    workspace = Workspace.open(tmp_path)
    state = State(workspace)
    changes = state.do(records.bring_in, template("example.json").read_bytes())
    assert changes is not None
    state.open(changes.record_id)
    made = Office(state, [], [])
    yield made
    for each in state.findChildren(IdleBackup):
        each.stop()
    workspace.close()
