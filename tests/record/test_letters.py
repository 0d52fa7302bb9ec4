"""Letters for the copies (s.55(6)): to whom, called as on that day, about which record."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from response_app.domain.response import CopyTo, Publication
from response_app.record.letters import addressee, copy_letter
from response_app.record.words import words_of
from tests.fixtures.sample_records import plain_record


@pytest.mark.parametrize(("on", "majesty"), [(date(2022, 9, 7), "Her"), (date(2022, 9, 8), "His")])
def test_the_inspectors_are_called_as_on_that_day(on: date, majesty: str) -> None:
    to = addressee(CopyTo.INSPECTORS, on)
    assert to.lines[0] == f"{majesty} Majesty’s Chief Inspector of Constabulary"


def test_somebody_else_has_to_be_named() -> None:
    with pytest.raises(KeyError):
        addressee(CopyTo.OTHER, date(2024, 7, 2))


def test_the_letter_says_what_it_encloses_and_why() -> None:
    record = plain_record()
    live = Publication(planned_on=date(2024, 7, 2), confirmed_on=date(2024, 7, 2), address="https://example.org/response")
    record = replace(record, state=replace(record.state, publication=live))
    letter = copy_letter(record, addressee(CopyTo.SECRETARY_OF_STATE, date(2024, 7, 3)), date(2024, 7, 3))
    words = "\n".join(words_of(letter))
    for each in (
        "The Secretary of State for the Home Department",
        "3 July 2024",
        "section 55(6) of the Police Act 1996",
        record.inspection.title,
        "was published on 2 July 2024 at https://example.org/response",
        "Yours sincerely",
        record.office.holder,
    ):
        assert each in words, each
