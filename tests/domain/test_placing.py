"""A record with other words at one place is that record, and nothing else of it is another."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from response_app.domain.canonical import from_plain
from response_app.domain.places import texts
from response_app.domain.placing import with_text
from response_app.domain.record import Record
from response_app.interchange import read_record
from response_app.paths import template

from ..fixtures.strategies import records

NEW = from_plain("Other words.")


@pytest.fixture
def example() -> Record:
    return read_record(template("example.json").read_bytes()).record


def _check(record: Record, place: str) -> None:
    changed = with_text(record, place, NEW)
    if changed is None:  # it will be read, which is always right
        return
    for before, after in zip(texts(record), texts(changed), strict=True):
        assert after.place == before.place
        assert after.text == (NEW if before.place == place else before.text)
        if before.place == place:
            assert with_text(changed, place, before.text) == record


@given(records(printable=True))
@settings(max_examples=40, deadline=None)
def test_one_text_changes_and_nothing_else(record: Record) -> None:
    for each in texts(record):
        _check(record, each.place)


def test_every_place_of_an_ordinary_record_is_found(example: Record) -> None:
    places = [each.place for each in texts(example)]
    assert any(place.startswith("findings[") for place in places)
    assert all(with_text(example, place, NEW) is not None for place in places)


@pytest.mark.parametrize(
    "place",
    [
        "",
        "sections",
        "findings",
        "inspection.judgements",
        "sections.none",
        "findings[none].wording",
        "findings[f1].action[99].text",
        "inspection.title",
        "findings[f1]",
        "sections.initial_response.x",
    ],
)
def test_what_is_no_place_of_a_text_is_not_guessed(example: Record, place: str) -> None:
    assert with_text(example, place, NEW) is None
