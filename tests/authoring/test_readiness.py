"""What publication needs, line by line; warnings set aside with a reason and heeded again; the checks in steps."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from response_app.authoring import records, set_aside
from response_app.authoring.judging import Judge, Verdict, judge
from response_app.authoring.readiness import Ready, readiness
from response_app.authoring.workspace import Workspace
from response_app.checks import Problem, Severity
from response_app.domain.canonical import from_plain
from response_app.domain.record import Record
from response_app.domain.response import QUOTED, Invitation, InvitationOutcome
from response_app.errors import AppError
from response_app.interchange import write_record

from ..checks.sound import clean_record as sound_record

TODAY = date(2024, 6, 20)


def clean_record() -> Record:
    """Return a record in which no rule finds anything, the chief officer's comments received."""
    record = sound_record()
    came = replace(record.state.invitation, outcome=InvitationOutcome.RECEIVED, received_on=date(2024, 6, 12))
    return replace(record, state=replace(record.state, invitation=came))


def said(record: Record, *problems: Problem, off: tuple[str, ...] = ()) -> dict[str, Ready]:
    """The lines, by their words."""
    return {each.words: each.ready for each in readiness(record, Verdict(problems), off)}


def stops(code: str, place: str = "record") -> Problem:
    """A problem that stops publication."""
    return Problem(code, Severity.OFFICE_RULE, "Something", place)


def test_of_a_record_without_problems_all_is_there() -> None:
    lines = said(clean_record())
    assert Ready.NO not in lines.values() and lines["Signed off"] is Ready.YES
    assert lines["Areas for improvement answered: 1 of 1"] is Ready.YES


def test_what_is_missing_is_said_with_how_much() -> None:
    record = clean_record()
    lines = said(
        record,
        stops("publication_date_unconfirmed", "inspection.published_on"),
        stops("afi_unanswered", "findings[a1].action"),
        stops("recommendation_unexplained", "findings[r1].action"),
        stops("version_missing"),
        stops("signed_off_before_change"),
        stops("markup_left"),
    )
    no = {words for words, ready in lines.items() if ready is Ready.NO}
    assert {
        "Publication date of the report confirmed",
        "Areas for improvement answered: 0 of 1",
        "Signed off: words have changed since",
    } <= no
    assert "Nothing else stops it: 1 problem left" in no and len(no) == 6


def test_what_nobody_asks_for_is_neither_yes_nor_no() -> None:
    record = replace(clean_record(), findings=())
    lines = said(record, off=("not_signed_off",))
    assert lines["Recommendations explained: none made"] is lines["Signed off: your office does not ask for it"] is Ready.NOT_ASKED


@pytest.mark.parametrize(
    "outcome, words, ready",
    [
        (InvitationOutcome.AWAITED, "Chief Constable invited; the reply is awaited", Ready.NO),
        (InvitationOutcome.DECLINED, "Chief Constable invited; declined to comment", Ready.YES),
    ],
)
def test_the_invitation_says_what_came_of_it(outcome: InvitationOutcome, words: str, ready: Ready) -> None:
    record = clean_record()
    record = replace(record, state=replace(record.state, invitation=Invitation(sent_on=TODAY, outcome=outcome)))
    assert said(record)[words] is ready


# --- Set aside --------------------------------------------------------------------------------


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    """A store with the clean record."""
    opened = Workspace.open(tmp_path)
    opened.do(records.bring_in, write_record(clean_record()))
    yield opened
    opened.close()


def test_places_are_set_aside_once_with_one_reason_and_heeded_again(workspace: Workspace) -> None:
    record_id = clean_record().record_id
    long = Problem("long_sentence", Severity.HINT, "Long", "sections.initial_response", 1, 0, 300, "word " * 60)
    there = Problem("relative_date", Severity.WARNING, "Old", "sections.overall_comments", 1, 0, 9, "last year")
    workspace.do(set_aside.set_problems_aside, record_id, (long, there, there), " It is right. ")
    record = workspace.ask(records.open_record, record_id)
    assert [(each.code, len(each.quote), each.reason) for each in record.state.set_aside] == [
        ("long_sentence", QUOTED, "It is right."),
        ("relative_date", 9, "It is right."),
    ]
    workspace.do(set_aside.set_problems_aside, record_id, (there,), "Again.")
    assert workspace.ask(records.open_record, record_id).state.set_aside == record.state.set_aside
    workspace.do(set_aside.heed_all_again, record_id, record.state.set_aside[:1])
    assert workspace.ask(records.open_record, record_id).state.set_aside == record.state.set_aside[1:]


def test_without_a_reason_nothing_is_set_aside(workspace: Workspace) -> None:
    with pytest.raises(AppError, match="needs a reason"):
        workspace.do(set_aside.set_problems_aside, clean_record().record_id, (stops("late"),), "  ")
    assert workspace.ask(records.open_record, clean_record().record_id).state.set_aside == ()


# --- In steps ---------------------------------------------------------------------------------


def steps_of(judging: Judge, record: Record, most: int = 100_000) -> Verdict | None:
    """The verdict, or None where it is left after so many steps."""
    steps = judging.steps(record, today=TODAY, off=())
    for _ in range(most):
        try:
            next(steps)
        except StopIteration as ended:
            verdict: Verdict = ended.value
            return verdict
    return None


def test_acronyms_of_the_offices_own_list_need_no_explaining() -> None:
    record = clean_record()
    record = replace(record, sections=replace(record.sections, overall_comments=from_plain("The ROCUWM met the MASH.")))
    judging = Judge()

    def unexplained(*known: str) -> list[str]:
        steps = judging.steps(record, today=TODAY, off=(), known=known)
        while True:
            try:
                next(steps)
            except StopIteration as ended:
                return [each.quote for each in ended.value.problems]

    assert unexplained() == ["ROCUWM", "MASH"]
    assert unexplained("MASH", "Other") == ["ROCUWM"]
    assert unexplained("MASH", "ROCUWM") == []
    assert unexplained() == ["ROCUWM", "MASH"]


def test_in_steps_the_same_is_found_also_after_work_that_was_left_half_done() -> None:
    record = clean_record()
    words = from_plain("It met in July last year. ROCUWM met  twice.")
    record = replace(record, sections=replace(record.sections, overall_comments=words))
    other = replace(record, office=replace(record.office, holder="Kim Other"), sections=replace(record.sections, initial_response=words))
    judging = Judge()
    assert steps_of(judging, record) == judge(record, final=True, today=TODAY)
    for most in (3, 30, 60):
        assert steps_of(judging, other, most) is None
        assert steps_of(judging, record) == judge(record, final=True, today=TODAY)
    assert steps_of(judging, other) == judge(other, final=True, today=TODAY)
