"""Office settings: titles, people with their days, rules of the office's own; what a record takes from them and keeps."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from response_app.authoring import current_office, office, office_people, office_rules, office_settings, office_titles, records
from response_app.authoring.details import change_office, change_state
from response_app.authoring.judging import judge
from response_app.authoring.office_people import add_person, change_person, people, remove_person
from response_app.authoring.workspace import Changes, Workspace
from response_app.domain.holders import Person, Post, Standing
from response_app.domain.office import JointBody, Office
from response_app.domain.record import Record
from response_app.domain.response import Status
from response_app.interchange import write_record

from ..checks.sample import TODAY as CHECKED_ON
from ..checks.sample import clean_record, with_finding
from ..fixtures.offices import EXAMPLESHIRE

NAMED = replace(EXAMPLESHIRE, holder="A. Example", chief_officer="D. Example")
LONG_AGO = date(2001, 1, 1)


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    """The store of an office that is set up."""
    opened = Workspace.open(tmp_path / "store")
    opened.do(office.set_up, "Sam", NAMED)
    yield opened
    opened.close()


def new_record(workspace: Workspace) -> Record:
    """Make a record."""
    made = workspace.do(records.new_record)
    assert made.after is not None
    return made.after


def now(workspace: Workspace, record: Record) -> Record:
    """Return a record as it is stored."""
    return workspace.ask(records.open_record, record.record_id)


def offered(workspace: Workspace, record: Record, day: date = date(2024, 6, 26)) -> list[str]:
    """What is offered for a record, in words."""
    return [each.words for each in workspace.ask(current_office.new_names, now(workspace, record), day)]


def test_the_names_of_the_first_start_are_the_first_people(workspace: Workspace) -> None:
    assert workspace.ask(people) == (Person("A. Example"), Person("D. Example", Post.CHIEF_OFFICER))
    workspace.do(add_person, Post.BODY)
    assert [each.name for each in workspace.ask(people)] == ["A. Example", "D. Example", ""]
    workspace.do(office.set_up, "Sam", replace(NAMED, holder="Z. Example"))
    assert workspace.ask(people)[0].name == "Z. Example"


def test_people_are_changed_removed_and_every_step_is_taken_back(workspace: Workspace) -> None:
    steps: list[Changes] = [workspace.do(add_person, Post.BODY)]
    values = {
        "name": "C. Example",
        "standing": Standing.ACTING,
        "since": date(2020, 2, 29),
        "until": date(2020, 3, 1),
        "title": "Acting PCC",
    }
    steps += [workspace.do(change_person, 2, **{name: value}) for name, value in values.items()]
    made = Person("C. Example", Post.BODY, Standing.ACTING, "Acting PCC", date(2020, 2, 29), date(2020, 3, 1))
    assert workspace.ask(people)[2] == made
    steps.append(workspace.do(remove_person, 0))
    assert workspace.ask(people)[1] == made
    assert [each.name for each in steps[:3]] == [
        "add person of the body",
        "change name of person of the body",
        "change role of person of the body",
    ]
    redo = [workspace.do(office_settings.take_back, step) for step in reversed(steps)]
    assert workspace.ask(people) == (Person("A. Example"), Person("D. Example", Post.CHIEF_OFFICER))
    for step in reversed(redo):
        workspace.do(office_settings.take_back, step)
    assert workspace.ask(people)[1] == made


def test_the_same_again_is_no_change(workspace: Workspace) -> None:
    assert workspace.do(office_titles.change_titles, NAMED).empty
    assert workspace.do(office.change_name, " Sam ").empty


def test_settings_that_cannot_be_read_count_as_not_said(workspace: Workspace) -> None:
    odd = [{"name": 5, "post": "king", "standing": "", "since": "soon"}, "nobody"]
    workspace.do(lambda work: work.settings.set("people", odd))
    assert workspace.ask(people) == (Person("5"),)


def test_a_new_record_takes_the_names_of_its_day(workspace: Workspace) -> None:
    workspace.do(change_person, 0, until=date(2002, 1, 1))
    workspace.do(add_person, Post.BODY)
    workspace.do(change_person, 2, name="B. Example", since=date(2002, 1, 2))
    workspace.do(change_person, 1, title="Temporary Chief Constable")
    printed = new_record(workspace).office
    assert (printed.holder, printed.chief_officer, printed.chief_officer_title) == ("B. Example", "D. Example", "Temporary Chief Constable")
    assert workspace.ask(office_people.office_on, LONG_AGO).holder == "A. Example"


def test_a_record_keeps_its_names_until_the_user_takes_the_new_ones_in_one_step(workspace: Workspace) -> None:
    record = new_record(workspace)
    assert offered(workspace, record) == []
    workspace.do(change_person, 0, name="B. Example")
    workspace.do(office_titles.change_titles, replace(NAMED, body_title="Mayor", body_short="Mayor", joint_with=(JointBody("Board"),)))
    assert now(workspace, record) == record
    assert offered(workspace, record) == [
        "Title of the body: Police and Crime Commissioner becomes Mayor",
        "Its short form: PCC becomes Mayor",
        "Name of the holder: A. Example becomes B. Example",
        "Joint bodies: nothing becomes Board",
    ]
    step = workspace.do(current_office.use_new_names, record.record_id, date(2024, 6, 26))
    assert (step.name, step.before) == ("use new names", record)
    taken = now(workspace, record).office
    assert (taken.body_title, taken.holder, taken.joint_with) == ("Mayor", "B. Example", (JointBody("Board"),))
    assert offered(workspace, record) == []


def test_what_a_record_has_of_its_own_is_never_offered_away(workspace: Workspace) -> None:
    record = new_record(workspace)
    workspace.do(change_office, record.record_id, replace(record.office, holder="Her own title", contact="here@example.org"))
    assert offered(workspace, record) == []
    workspace.do(office_titles.change_titles, replace(NAMED, website="example.org"))
    assert offered(workspace, record) == ["Where it is published: nothing becomes example.org"]
    workspace.do(current_office.use_new_names, record.record_id, date(2024, 6, 26))
    assert now(workspace, record).office == replace(
        record.office, holder="Her own title", contact="here@example.org", website="example.org"
    )


def test_keeping_the_old_names_is_remembered_until_the_settings_change_again(workspace: Workspace) -> None:
    record = new_record(workspace)
    workspace.do(change_person, 0, name="B. Example")
    workspace.do(current_office.keep_old_names, record.record_id, date(2024, 6, 26))
    assert offered(workspace, record) == [] and now(workspace, record) == record
    workspace.do(change_person, 0, name="C. Example")
    assert offered(workspace, record) == ["Name of the holder: A. Example becomes C. Example"]


@pytest.mark.parametrize("status", [Status.PUBLISHED, Status.CLOSED])
def test_nothing_is_offered_for_a_published_record(workspace: Workspace, status: Status) -> None:
    record = new_record(workspace)
    workspace.do(change_person, 0, name="B. Example")
    assert offered(workspace, record)
    workspace.do(lambda work: change_state(work, record.record_id, status=status))
    assert offered(workspace, record) == []


def test_a_record_from_a_file_is_offered_this_forces_names_and_of_another_force_nothing(workspace: Workspace) -> None:
    mine, other = (
        Record(f"00000000-0000-4000-8000-00000000000{n}", office=Office(force)) for n, force in enumerate((NAMED.force, "Other Police"))
    )
    for each in (mine, other):
        workspace.do(records.bring_in, write_record(each))
    assert "Name of the holder: nothing becomes A. Example" in offered(workspace, mine)
    assert offered(workspace, other) == []


def test_a_rule_that_is_switched_off_stops_nothing_and_the_law_always_does(workspace: Workspace) -> None:
    record = with_finding(clean_record(), "a1", action=())
    record = with_finding(record, "r1", action=())

    def stopping(record: Record) -> set[str]:
        off = workspace.ask(office_rules.rules_off)
        return {each.code for each in judge(record, final=True, today=CHECKED_ON, off=off).stopping}

    assert {"afi_unanswered", "recommendation_unexplained"} <= stopping(record)
    step = workspace.do(office_rules.switch_rule, "afi_unanswered", False)
    assert stopping(record) & {"afi_unanswered", "recommendation_unexplained"} == {"recommendation_unexplained"}
    assert workspace.do(office_rules.switch_rule, "afi_unanswered", False).empty
    workspace.do(office_settings.take_back, step)
    assert "afi_unanswered" in stopping(record)
    with pytest.raises(KeyError):
        workspace.do(office_rules.switch_rule, "recommendation_unexplained", False)
