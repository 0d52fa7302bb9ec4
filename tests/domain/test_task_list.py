"""The task list: statuses that are few and true, and what is still to be done."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from response_app.domain.canonical import from_plain
from response_app.domain.finding import Action, ActionKind
from response_app.domain.inspection import InspectionKind
from response_app.domain.next_step import next_step_of
from response_app.domain.publication_acts import Act
from response_app.domain.record import Record, Sections
from response_app.domain.response import (
    Copy,
    CopyTo,
    Correction,
    Decision,
    DecisionKind,
    Invitation,
    InvitationOutcome,
    Publication,
    PublishedFile,
    ReceivedAs,
    Status,
)
from response_app.domain.richtext import Paragraph, Run
from response_app.domain.task_list import Task, TaskKey, TaskStatus, signed_off_parts, task_list, what_happens_next

from .test_next_step import TODAY, made

DAY = date(2024, 7, 2)
FILES = (PublishedFile("response.pdf"),)
SIGNED = Decision(what=DecisionKind.SIGNED_OFF, by="A. Example", on=date(2024, 6, 20))
COPIES = (Copy(CopyTo.INSPECTORS, sent_on=DAY), Copy(CopyTo.SECRETARY_OF_STATE, sent_on=DAY))
ANSWER = Action(ActionKind.TAKEN, from_plain("It is done."))
NOT_STARTED, IN_PROGRESS, COMPLETED = TaskStatus.NOT_STARTED, TaskStatus.IN_PROGRESS, TaskStatus.COMPLETED


def tasks(record: Record, *completed: str) -> dict[TaskKey, Task]:
    """The tasks by key."""
    return {task.key: task for group in task_list(record, completed) for task in group.tasks}


def test_of_an_empty_record_nothing_is_started_and_only_answers_wait() -> None:
    found = tasks(Record("r1"))
    assert set(found) == set(TaskKey)
    waiting = {key for key, task in found.items() if task.status is TaskStatus.CANNOT_START}
    assert waiting == {TaskKey.ANSWERS}
    assert {task.status for key, task in found.items() if key not in waiting} == {NOT_STARTED}
    assert all(task.hint for task in found.values())


def test_what_somebody_began_is_in_progress_until_its_author_says_that_it_is_complete() -> None:
    record = replace(made(), sections=Sections(initial_response=from_plain("Three words here.")))
    assert tasks(record)[TaskKey.INITIAL] == Task(
        TaskKey.INITIAL, "Local policing body’s initial response", "3 words", IN_PROGRESS, "Complete the initial response"
    )
    said = tasks(record, "sections.initial_response")[TaskKey.INITIAL]
    assert (said.status, said.to_do) == (COMPLETED, "")


@pytest.mark.parametrize("key", [TaskKey.DETAILS, TaskKey.FINDINGS, TaskKey.INITIAL, TaskKey.CHIEF, TaskKey.ANSWERS, TaskKey.OVERALL])
def test_the_author_completes_each_part_by_itself(key: TaskKey) -> None:
    places = {
        TaskKey.DETAILS: "inspection",
        TaskKey.FINDINGS: "findings",
        TaskKey.INITIAL: "sections.initial_response",
        TaskKey.CHIEF: "sections.chief_officer_response",
        TaskKey.ANSWERS: "answers",
        TaskKey.OVERALL: "sections.overall_comments",
    }
    found = tasks(made(), places[key])
    assert [each.key for each in found.values() if each.status is COMPLETED] == [key]


@pytest.mark.parametrize(
    "found, hint, told",
    [
        (None, "What stops publication, and what to look at", NOT_STARTED),
        ((0, 0), "Nothing stops publication, nothing to look at", COMPLETED),
        ((0, 2), "Nothing stops publication, 2 to look at", "2 to look at"),
        ((1, 0), "1 problem stops publication", "1 problem"),
        ((2, 2), "2 problems stop publication, 2 to look at", "2 problems"),
    ],
)
def test_the_checks_say_how_much_they_found(found: tuple[int, int] | None, hint: str, told: str) -> None:
    task = next(each for group in task_list(made(), (), found) for each in group.tasks if each.key is TaskKey.CHECK)
    assert (task.hint, task.told or task.status) == (hint, told)
    assert task.stops is (found is not None and found[0] > 0)


def test_answers_count_and_are_complete_where_none_is_needed() -> None:
    assert (tasks(made())[TaskKey.ANSWERS].hint, tasks(made())[TaskKey.ANSWERS].status) == ("1 of 2 answered", IN_PROGRESS)
    assert tasks(made())[TaskKey.ANSWERS].to_do == "Answer 1 finding"
    assert tasks(Record("r1"), "findings")[TaskKey.ANSWERS].status is COMPLETED


def test_the_invitation_and_the_response_are_acts_with_their_days() -> None:
    sent = Invitation(date(2024, 5, 20), date(2024, 6, 14))
    found = tasks(made(invitation=sent))
    assert (found[TaskKey.INVITATION].hint, found[TaskKey.INVITATION].status) == (
        "Sent 20 May 2024, reply asked by 14 June 2024",
        COMPLETED,
    )
    assert (found[TaskKey.CHIEF].hint, found[TaskKey.CHIEF].status) == ("Awaited, asked for by 14 June 2024", NOT_STARTED)
    late = next(
        each for group in task_list(made(invitation=sent), (), today=date(2024, 6, 15)) for each in group.tasks if each.key is TaskKey.CHIEF
    )
    assert (late.hint, late.to_do) == ("Awaited, asked for by 14 June 2024, which has passed", "Chase the reply, or record that none came")
    came = replace(sent, outcome=InvitationOutcome.RECEIVED, received_on=date(2024, 6, 17), received_as=ReceivedAs.WORD_FORM)
    waits = tasks(made(invitation=came))[TaskKey.CHIEF]
    assert (waits.hint, waits.to_do) == ("Received 17 June 2024 as a Word form, not yet agreed", "Have the Chief officer’s text agreed")
    agreed = replace(came, agreed_by="the Deputy Chief Constable", agreed_on=date(2024, 6, 18))
    done = tasks(made(invitation=agreed))[TaskKey.CHIEF]
    assert (done.hint, done.status) == (
        "Received 17 June 2024 as a Word form, agreed by the Deputy Chief Constable 18 June 2024",
        COMPLETED,
    )
    declined = tasks(made(invitation=replace(sent, outcome=InvitationOutcome.DECLINED)))[TaskKey.CHIEF]
    assert (declined.hint, declined.status) == ("Declined to comment", COMPLETED)


@pytest.mark.parametrize(
    ("state", "hint", "status"),
    [
        ({}, "By the Local policing body, a deputy or an acting holder", NOT_STARTED),
        ({"decisions": (replace(SIGNED, version_label="1.0"),)}, "Version 1.0 by A. Example, 20 June 2024", COMPLETED),
        ({"decisions": (replace(SIGNED, version_label="0.9"),)}, "By the Local policing body, a deputy or an acting holder", NOT_STARTED),
        (
            {"decisions": (replace(SIGNED, version_label="1.0"),), "status": Status.AWAITING_SIGN_OFF},
            "Changed since sign-off",
            IN_PROGRESS,
        ),
    ],
)
def test_the_sign_off_is_that_of_the_version_that_is_printed(state: dict[str, Any], hint: str, status: TaskStatus) -> None:
    found = tasks(made(version_label="1.0", **state))[TaskKey.SIGN]
    assert (found.hint, found.status) == (hint, status)


def test_an_office_may_do_without_a_sign_off() -> None:
    (sign,) = (each for group in task_list(made(), (), None, {Act.SIGN}) for each in group.tasks if each.key is TaskKey.SIGN)
    assert (sign.hint, sign.status) == ("Your office does not ask for a sign-off", COMPLETED)


@pytest.mark.parametrize(
    ("publication", "hint", "status"),
    [
        (Publication(), "The steps from sign-off to the copies", NOT_STARTED),
        (Publication(DAY), "Planned for 2 July 2024", NOT_STARTED),
        (Publication(DAY, files=FILES), "The files are made; next: give the files to the web team", IN_PROGRESS),
        (Publication(DAY, DAY, files=FILES), "Given to the web team 2 July 2024; next: confirm that it is live", IN_PROGRESS),
        (
            Publication(confirmed_on=DAY),
            "Live since 2 July 2024; no copy to HM inspectors of constabulary and the Secretary of State is recorded",
            IN_PROGRESS,
        ),
    ],
)
def test_publishing_is_where_it_is(publication: Publication, hint: str, status: TaskStatus) -> None:
    found = tasks(made(publication=publication, decisions=(SIGNED,)))[TaskKey.PUBLISH]
    assert (found.hint, found.status) == (hint, status)


def test_publishing_is_complete_when_the_copies_are_sent_and_a_peel_report_is_shown() -> None:
    first = made(status=Status.PUBLISHED, publication=Publication(confirmed_on=DAY), copies=COPIES[:1])
    assert tasks(first)[TaskKey.PUBLISH].hint == "Live since 2 July 2024; no copy to the Secretary of State is recorded"
    whole = made(status=Status.PUBLISHED, publication=Publication(confirmed_on=DAY), copies=COPIES)
    assert tasks(whole)[TaskKey.PUBLISH].status is COMPLETED
    peel = replace(whole, inspection=replace(whole.inspection, kind=InspectionKind.PEEL))
    assert tasks(peel)[TaskKey.PUBLISH].status is IN_PROGRESS
    shown = {each.key: each for group in task_list(peel, (), None, {Act.PROMINENT}) for each in group.tasks}
    assert shown[TaskKey.PUBLISH] == tasks(whole)[TaskKey.PUBLISH]


def test_a_correction_that_is_not_out_is_to_be_published() -> None:
    state = {"version_label": "1.1", "corrections": (Correction("1.1", DAY, "A name."),), "copies": COPIES}
    record = made(status=Status.DRAFTING, publication=Publication(confirmed_on=DAY), **state)
    assert tasks(record)[TaskKey.PUBLISH].hint == "Live since 2 July 2024; version 1.1 is not published yet"
    step = next_step_of(record, TODAY, "Commissioner")
    assert what_happens_next(record, step, task_list(record, ()))[:2] == ("Sign off", "Make the files")


def test_what_was_signed_off_is_complete_where_nothing_is_left_to_write() -> None:
    record = replace(made(status=Status.SIGNED_OFF), sections=Sections(initial_response=from_plain("Words.")))
    found = tasks(record)
    assert [found[key].status for key in (TaskKey.DETAILS, TaskKey.FINDINGS, TaskKey.INITIAL)] == [COMPLETED] * 3
    assert found[TaskKey.OVERALL].status is NOT_STARTED
    assert found[TaskKey.ANSWERS].status is IN_PROGRESS, "one of two findings has no answer"
    answered = replace(record, findings=tuple(replace(each, action=(ANSWER,)) for each in record.findings))
    assert tasks(answered)[TaskKey.ANSWERS].status is COMPLETED
    assert signed_off_parts(answered) == {"inspection", "findings", "answers", "sections.initial_response"}
    assert signed_off_parts(made()) == frozenset()


def test_words_are_counted_with_the_fields_filled() -> None:
    text = (Paragraph((Run("On "), Run(field="publication_date"), Run(" it came."))),)
    record = replace(made(), sections=Sections(initial_response=text))
    assert tasks(record)[TaskKey.INITIAL].hint == "6 words"


def test_after_the_next_step_comes_what_is_left_each_once() -> None:
    record = made(invitation=Invitation(date(2024, 5, 20)))
    step = next_step_of(record, TODAY, "Commissioner")
    assert what_happens_next(record, step, task_list(record, {"inspection", "findings"})) == (
        "Answer 1 finding",
        "Write the initial response",
        "Wait for the reply",
        "Write the overall comments",
    )


def test_a_step_that_stands_for_all_the_writing_gives_way_to_its_parts() -> None:
    record = replace(made(), findings=())
    step = next_step_of(record, TODAY, "Commissioner")
    assert what_happens_next(record, step, task_list(record, ()))[:2] == ("Check the inspection details", "Add the findings")


def test_once_it_is_signed_off_the_acts_of_publication_are_left() -> None:
    record = made(status=Status.SIGNED_OFF, decisions=(SIGNED,))
    step = next_step_of(record, TODAY, "Commissioner")
    assert what_happens_next(record, step, task_list(record, ())) == tuple(Act)[1:-1]
