"""Who wrote the words of a version: the act of that moment, or the typing that went on under one act."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from response_app.authoring import office, records, texts
from response_app.authoring.earlier_words import earlier_words, kept_words
from response_app.authoring.workspace import Workspace
from response_app.domain.canonical import from_plain
from response_app.interchange import write_record

from ..checks.sample import clean_record

RECORD, PLACE = clean_record().record_id, "sections.overall_comments"


class Office:
    """A store on which people work one after the other, two hours apart."""

    def __init__(self, folder: Path) -> None:
        self.now = datetime(2024, 6, 26, 9, tzinfo=UTC)
        self.workspace = Workspace.open(folder, now=lambda: self.now)
        self.workspace.do(records.bring_in, write_record(clean_record()))

    def comes(self, who: str, hours: float = 2) -> None:
        """Somebody else sits down at the computer."""
        self.now += timedelta(hours=hours)
        self.workspace.do(office.set_up, who, clean_record().office)

    def writes(self, words: str) -> None:
        """Save words."""
        self.workspace.do(texts.save_text, RECORD, PLACE, from_plain(words))

    def who(self) -> list[str]:
        """Return who wrote each version, the newest first."""
        return [each.who for each in self.workspace.ask(earlier_words, RECORD, PLACE)]


@pytest.fixture
def people(tmp_path: Path) -> Iterator[Office]:
    """An office with a record."""
    made = Office(tmp_path / "store")
    yield made
    made.workspace.close()


def test_each_version_is_by_who_wrote_its_words(people: Office) -> None:
    people.comes("A. Author")
    people.writes("By A.")
    people.comes("B. Author")
    people.writes("By B.")
    people.comes("C. Author")
    people.writes("By C.")
    assert people.who()[:2] == ["B. Author", "A. Author"]


def test_typing_that_goes_on_is_by_who_types(people: Office) -> None:
    people.comes("A. Author")
    people.writes("Begun.")
    people.now += timedelta(minutes=20)
    people.writes("Begun and gone on.")
    assert people.who()[0] == "A. Author"


def test_words_that_were_restored_are_by_who_restored_them(people: Office) -> None:
    people.comes("A. Author")
    people.writes("Other words.")
    people.comes("B. Author")
    (oldest, *_) = reversed(people.workspace.ask(earlier_words, RECORD, PLACE))
    people.workspace.do(texts.bring_back_version, RECORD, PLACE, oldest.version.number)
    people.comes("C. Author")
    people.writes("By C.")
    assert people.who()[0] == "B. Author"


def test_the_words_of_a_version_are_read_later(people: Office) -> None:
    people.comes("A. Author")
    people.writes("Other words.")
    (version,) = people.workspace.ask(earlier_words, RECORD, PLACE)
    read = people.workspace.ask(kept_words, version.version.number)
    people.workspace.close()
    assert read() == clean_record().sections.overall_comments
