"""Letters for the copies (s.55(6)): to whom, called as on that day, about which record."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from response_app.domain.finding import ChiefAnswer
from response_app.domain.office import JointBody
from response_app.domain.record import Record
from response_app.domain.response import CopyTo, Correction, Invitation, InvitationOutcome, Publication
from response_app.record.letters import addressee, copy_letter
from response_app.record.words import words_of
from tests.fixtures.sample_records import paras, plain_record


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


def said(record: Record, on: date = date(2024, 7, 3)) -> list[str]:
    """Return the lines of the letter to the inspectors."""
    return list(words_of(copy_letter(record, addressee(CopyTo.INSPECTORS, on), on)))


def answered(text: str = "", finding: str = "", overall: str = "", **invitation: Any) -> Record:
    """Return a record with these words of the chief officer and in the overall comments, and what came of the invitation."""
    record = plain_record()
    first = replace(record.findings[0], chief=ChiefAnswer(paras(finding) if finding else ()))
    sections = replace(
        record.sections, chief_officer_response=paras(text) if text else (), overall_comments=paras(overall) if overall else ()
    )
    state = replace(record.state, invitation=Invitation(**invitation))
    return replace(record, findings=(first,), sections=sections, state=state)


@pytest.mark.parametrize(
    ("record", "line"),
    [
        (
            answered("We agree.", overall="I welcome this."),
            "It holds my comments on the report, the comments of the Chief Constable, and my response to them.",
        ),
        (answered(finding="We agree."), "It holds my comments on the report and the comments of the Chief Constable."),
        (
            answered(outcome=InvitationOutcome.NONE_BY_DATE, reply_by=date(2024, 6, 14)),
            "It holds my comments on the report. "
            "The Chief Constable was invited to comment, and no comments were received by 14 June 2024.",
        ),
        (
            answered(overall="None.", outcome=InvitationOutcome.DECLINED),
            "It holds my comments on the report. The Chief Constable was invited to comment and chose not to.",
        ),
        (answered(overall="I welcome this."), "It holds my comments on the report."),
    ],
    ids=["both", "findings-alone", "none-by-the-date", "declined", "awaited"],
)
def test_it_says_only_what_the_record_holds(record: Record, line: str) -> None:
    assert line in said(record)


def test_before_it_is_live_it_does_not_say_that_it_is() -> None:
    record = plain_record()
    planned = replace(record.state, version_label="1.0", publication=Publication(planned_on=date(2024, 7, 2)))
    office = replace(record.office, website="the Exampleshire website")
    assert "The response (version 1.0) is to be published on 2 July 2024 on the Exampleshire website." in said(
        replace(record, state=planned, office=office)
    )


def test_a_correction_goes_with_the_day_of_the_first_version_and_its_own() -> None:
    record = plain_record()
    state = replace(
        record.state,
        version_label="1.1",
        publication=Publication(confirmed_on=date(2024, 7, 2), address="https://example.org/r"),
        corrections=(Correction("1.1", date(2024, 10, 14), "The target date of the first answer."),),
    )
    wanted = (
        "The response was published on 2 July 2024 at https://example.org/r. This is version 1.1, dated 14 October 2024, which corrects "
        "it: The target date of the first answer."
    )
    assert wanted in said(replace(record, state=state))


def test_who_writes_stands_over_the_letter_with_the_force_and_under_it_by_name() -> None:
    record = plain_record()
    lines = said(record)
    assert lines[0] == f"{record.office.body_title} · {record.office.force}"
    at = lines.index("Yours sincerely")
    assert lines[at + 1 : at + 3] == [record.office.holder, record.office.body_title]
    assert lines[4] == "Dear Chief Inspector of Constabulary"
    nameless = said(replace(record, office=replace(record.office, holder="")))
    assert nameless[nameless.index("Yours sincerely") + 1 :].count(record.office.body_title) == 1


def test_two_who_answer_jointly_write_as_we() -> None:
    record = plain_record()
    other = JointBody("Mayor", "Mayor", "C. Example", "Other Shire Police")
    lines = said(replace(record, office=replace(record.office, joint_with=(other,))))
    at = lines.index("Yours sincerely")
    assert lines[at + 1 : at + 3] == [f"{record.office.holder} and C. Example", f"{record.office.body_title} and Mayor"]
    assert any(each.startswith("We enclose a copy") for each in lines) and any(each.startswith("It holds our comments") for each in lines)
    second_force = replace(other, body_title=record.office.body_title, holder=record.office.holder)
    assert any(each.startswith("I enclose") for each in said(replace(record, office=replace(record.office, joint_with=(second_force,)))))
