"""Attached files are part of the backups."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from response_app.errors import WriteFailed

from .conftest import Office


def test_attached_files_are_copied_and_one_that_is_lost_is_told_once(office: Office, qtbot: QtBot) -> None:
    """The backup of the store is made all the same."""
    told: list[str] = []
    office.state.told.connect(told.append)
    whole, lost = (office.state.workspace.do(lambda work, data=data: work.attachments.keep(data)) for data in (b"whole", b"lost"))
    beside = office.folder.parent / "attachments"
    (beside / lost[:2] / lost).write_bytes(b"l0st")
    backups = office.backups()
    for title in ("First", "Second"):
        with qtbot.waitSignal(backups.checked):
            office.writes(title)
    copies = {each.name: each.read_bytes() for each in (office.folder / "attachments").rglob("*") if each.is_file()}
    assert copies[whole] == b"whole" and lost not in copies
    assert office.failed == [] and len(told) == 1
    assert told[0].startswith("1 attached file was missing or damaged, and no backup has a whole copy.")


def test_files_that_cannot_be_copied_are_told_and_tried_again(office: Office, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    from response_app.store import attachments

    kept = office.state.workspace.do(lambda work: work.attachments.keep(b"a report"))
    full = WriteFailed("There is no room left on the drive.")

    def refuse(*_given: object) -> None:
        raise full

    told: list[str] = []
    office.state.told.connect(told.append)
    with monkeypatch.context() as patch:
        patch.setattr(attachments, "write_bytes", refuse)
        office.backups()
        office.writes("On a full drive")
        qtbot.waitUntil(lambda: len(office.checked) >= 2)
    assert len(told) == 1 and full.message in told[0]
    qtbot.waitUntil((office.folder / "attachments" / kept[:2] / kept).is_file)
