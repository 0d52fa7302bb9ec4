"""What was published before a correction can still be read: the same PDF, from the words that were signed off."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from response_app.authoring import acts, after
from response_app.authoring.earlier_versions import earlier_pdf, earlier_versions
from response_app.authoring.written import made_pdf
from response_app.errors import FileRefused
from response_app.record import build_document

from .test_acts import ADDRESS, DAY, Desk

LATER = date(2024, 10, 14)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """A store with the plain record."""
    made = Desk(tmp_path / "store")
    yield made
    made.workspace.close()


def publishes(desk: Desk, words: str) -> bytes:
    """Write other words, sign them off and confirm that they are live; return the PDF that was given to the web team."""
    desk.writes(words)
    desk.signs()
    pdf = made_pdf(build_document(desk.record, draft=False, today=DAY, logo=None))
    desk.workspace.do(acts.confirm_live, desk.id, DAY, ADDRESS)
    return pdf


def test_each_published_version_is_read_again_as_it_was(desk: Desk) -> None:
    desk.signs()  # words that were never published
    first = publishes(desk, "The first words.")
    assert earlier_versions(desk.record) == ()
    desk.workspace.do(after.begin_correction, desk.id, "A name.", DAY)
    assert [each.version_label for each in earlier_versions(desk.record)] == ["1.0"]
    publishes(desk, "The second words.")
    desk.workspace.do(after.begin_correction, desk.id, "Another name.", LATER)
    desk.signs()
    second, oldest = earlier_versions(desk.record)
    assert (second.version_label, oldest.version_label) == ("1.1", "1.0")
    assert earlier_pdf(oldest, desk.workspace.read_attached) == first
    assert earlier_pdf(second, desk.workspace.read_attached) != first


def test_words_that_are_not_on_this_computer_are_refused_and_unsigned_ones_not_offered(desk: Desk) -> None:
    publishes(desk, "The first words.")
    desk.workspace.do(after.begin_correction, desk.id, "A name.", DAY)
    record = desk.record
    (signed,) = earlier_versions(record)
    with pytest.raises(FileRefused):
        earlier_pdf(replace(signed, sha256="0" * 64), desk.workspace.read_attached)
    unsigned = tuple(replace(each, sha256="") for each in record.state.decisions)
    assert earlier_versions(replace(record, state=replace(record.state, decisions=unsigned))) == ()
