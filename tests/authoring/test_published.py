"""What is published stays as it is until a correction is begun, and a change before that takes the sign-off away."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from response_app.authoring import (
    activity,
    acts,
    after,
    answers,
    comments,
    completion,
    details,
    editing,
    findings,
    office,
    points,
    record_logo,
    records,
    set_aside,
    suggestions,
    texts,
    who_did,
)
from response_app.authoring.logo import LogoPicture
from response_app.authoring.workspace import Workspace
from response_app.domain.acts import in_the_past
from response_app.domain.canonical import from_plain
from response_app.domain.changes import Changes
from response_app.domain.finding import ActionKind, FindingKind, UpdateBy, UpdateSays
from response_app.domain.inspection import Grade, Judgement
from response_app.domain.response import ClockApplies, ClockDecision, CopyTo, Invitation, InvitationOutcome, Marking, Publication, Status
from response_app.errors import AppError
from response_app.interchange import printed_sha256, write_record

from .test_acts import ADDRESS, DAY, Desk

LATER = date(2024, 10, 14)
UseCase = tuple[Callable[..., Any], tuple[Any, ...], dict[str, Any]]


@pytest.fixture(scope="module")
def live(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """A store with the plain record, signed off and live; nothing here changes what it prints."""
    made = Desk(tmp_path_factory.mktemp("live") / "store")
    made.signs()
    made.workspace.do(acts.confirm_live, made.id, DAY, ADDRESS)
    yield made
    made.workspace.close()


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """A store with the plain record."""
    made = Desk(tmp_path / "store")
    yield made
    made.workspace.close()


def picture() -> bytes:
    """A picture that can be a logo."""
    out = BytesIO()
    Image.new("RGB", (20, 10)).save(out, "PNG")
    return out.getvalue()


WORDS = from_plain("Other words.")
PRINTED: dict[str, UseCase] = {
    "title": (details.change_inspection, (), {"title": "Other"}),
    "date of the report": (details.change_inspection, (), {"published_on": LATER}),
    "grades": (details.change_judgements, ((Judgement("", "Other", Grade.GOOD),),), {}),
    "version": (details.change_state, (), {"version_label": "2.0"}),
    "planned day": (details.change_publication, (Publication(planned_on=LATER, confirmed_on=DAY),), {}),
    "56 days": (details.decide_clock, (ClockDecision(ClockApplies.NO, "x"),), {}),
    "outcome": (details.change_invitation, (Invitation(outcome=InvitationOutcome.DECLINED),), {}),
    "joint body": (details.add_joint_body, (), {}),
    "logo": (record_logo.change_logo, (LogoPicture(picture(), "A crest"),), {}),
    "summary": (texts.save_text, ("inspection.summary", WORDS), {}),
    "section": (texts.save_text, ("sections.initial_response", WORDS), {}),
    "words of the inspectors": (texts.save_text, ("findings[a1].wording", WORDS), {}),
    "answer": (texts.save_text, ("findings[a1].action[0].text", WORDS), {}),
    "heading": (findings.change_finding, ("a1",), {"heading": "Other"}),
    "new finding": (findings.add_finding, (FindingKind.RECOMMENDATION,), {}),
    "deleted finding": (findings.delete_finding, ("a1",), {}),
    "owner and target": (answers.change_action, ("a1", 0, ActionKind.TAKEN, "Somebody", LATER), {}),
    "second action": (answers.add_action, ("a1", ActionKind.PROPOSED), {}),
}
GOES_ON: dict[str, UseCase] = {
    "progress": (after.add_update, ("a1", LATER, UpdateBy.FORCE, UpdateSays.DONE, WORDS), {}),
    "moved date": (after.move_target, ("a1", LATER, "Late.", LATER), {}),
    "closing": (after.close_finding, ("a1", LATER, "Their letter"), {}),
    "copy": (acts.record_copy, (CopyTo.INSPECTORS, LATER, "e-mail"), {}),
    "comment": (comments.add_comment, ("sections.initial_response", "Well put."), {}),
    "tick": (completion.say_completed, ("answers", True), {}),
    "point": (points.tick, ("initial_response", "x", True), {}),
    "hint": (set_aside.set_hint_aside, ("sections.initial_response", "passive", "x"), {}),
    "suggestion": (suggestions.suggest, ("findings[a1].chief.text", (), WORDS, LATER), {}),
    "when inspectors visited": (details.change_inspection, (), {"visited": "May 2024"}),
    "reference": (findings.change_finding, ("a1",), {"reference": "R 7"}),
    "marking": (details.change_state, (), {"marking": Marking.OFFICIAL_SENSITIVE}),
    "sign-off entered again": (acts.sign_off, ("A. Example", "", None, LATER, "letter"), {}),
}


def run(desk: Desk, case: UseCase) -> Changes:
    """Do a use case on the record."""
    use_case, values, named = case
    made = desk.workspace.do(use_case, desk.id, *values, **named)
    assert isinstance(made, Changes)
    return made


def changes_details(desk: Desk, **values: str) -> Changes:
    """Change facts of the inspection."""
    return desk.workspace.do(lambda work: details.change_inspection(work, desk.id, **values))


def changes_label(desk: Desk, label: str) -> None:
    """Give the record another version label."""
    desk.workspace.do(lambda work: details.change_state(work, desk.id, version_label=label))


def status(desk: Desk) -> Status:
    """Where the response stands now."""
    return desk.record.state.status


@pytest.mark.parametrize("case", PRINTED)
def test_what_is_printed_is_refused_and_nothing_changes(live: Desk, case: str) -> None:
    before = live.record
    with pytest.raises(AppError, match=r"Version 1\.0 is published") as refused:
        run(live, PRINTED[case])
    assert "Nothing was changed" in str(refused.value) and "start a correction" in str(refused.value)
    assert live.record == before


@pytest.mark.parametrize("case", GOES_ON)
def test_what_is_not_printed_goes_on(desk: Desk, case: str) -> None:
    desk.signs()
    desk.workspace.do(acts.confirm_live, desk.id, DAY, ADDRESS)
    printed = printed_sha256(desk.record)
    assert not run(desk, GOES_ON[case]).empty
    assert printed_sha256(desk.record) == printed and status(desk) is Status.PUBLISHED


def test_an_earlier_version_of_a_published_text_is_not_brought_back(desk: Desk) -> None:
    place = "sections.overall_comments"
    desk.workspace.do(lambda work: work.versions.keep(desk.id, "before"))
    desk.writes("Others.")
    desk.signs()
    desk.workspace.do(acts.confirm_live, desk.id, DAY, ADDRESS)
    number = desk.workspace.ask(texts.text_versions, desk.id, place)[-1].number
    with pytest.raises(AppError, match="is published"):
        desk.workspace.do(texts.bring_back_version, desk.id, place, number)


def test_an_edit_of_before_is_not_undone_in_what_is_published(desk: Desk) -> None:
    edit = changes_details(desk, title="Another")
    desk.signs()
    desk.workspace.do(acts.confirm_live, desk.id, DAY, ADDRESS)
    before = desk.record
    with pytest.raises(AppError, match="is published"):
        desk.workspace.do(editing.take_back, edit)
    assert desk.record == before


def test_a_correction_can_be_edited_and_is_taken_back_only_while_nothing_is(desk: Desk) -> None:
    desk.signs()
    desk.workspace.do(acts.confirm_live, desk.id, DAY, ADDRESS)
    published = desk.record
    begun = desk.workspace.do(after.begin_correction, desk.id, "A name.", LATER)
    back, _ = desk.workspace.do(editing.take_back, begun)
    assert desk.record == published
    desk.workspace.do(editing.take_back, back)
    desk.writes("Corrected.")
    with pytest.raises(AppError, match="published with different words"):
        desk.workspace.do(editing.take_back, begun)
    assert desk.record.state.version_label == "1.1" and desk.record.sections.overall_comments == from_plain("Corrected.")


# --- Who did it -------------------------------------------------------------------------------


def test_each_act_is_of_who_did_it_and_tells_who_entered_it(desk: Desk) -> None:
    desk.workspace.do(office.set_up, "Priya Author", desk.record.office)
    desk.workspace.do(acts.agree_text, desk.id, "C. Example", "Deputy Chief Constable", DAY, "e-mail")
    desk.signs()
    desk.workspace.do(acts.confirm_live, desk.id, DAY, ADDRESS)
    desk.workspace.do(acts.record_copy, desk.id, CopyTo.INSPECTORS, DAY, "e-mail")
    desk.workspace.do(after.begin_correction, desk.id, "A name.", LATER)
    done = [(each.on, each.words, each.entered_by) for each in desk.workspace.ask(who_did.what_was_done, desk.id)]
    assert done == [
        (LATER, "Version 1.1 was started as a correction: A name.", ""),
        (DAY, "A copy of version 1.0 went to HM inspectors of constabulary, e-mail", ""),
        (DAY, "Version 1.0 was confirmed live", ""),
        (DAY, "A. Example, Commissioner, signed off version 1.0, e-mail (Decision 14)", "Priya Author"),
        (DAY, "C. Example, Deputy Chief Constable, agreed the Chief Constable’s text, e-mail", "Priya Author"),
    ]
    said = [f"{each.who} {in_the_past(each.what)}" for each in desk.workspace.ask(activity.recent, desk.id)]
    assert "Priya Author recorded that A. Example, Commissioner, signed off version 1.0" in said


def test_the_day_of_a_correction_that_is_live_stands_in_the_history(desk: Desk) -> None:
    desk.signs()
    desk.workspace.do(acts.confirm_live, desk.id, DAY, ADDRESS)
    desk.workspace.do(after.begin_correction, desk.id, "A name.", LATER)
    desk.signs()

    def lines() -> list[tuple[date | None, str]]:
        done = desk.workspace.ask(who_did.what_was_done, desk.id)
        return [(each.on, each.words) for each in done if "live" in each.words]

    first = (DAY, "Version 1.0 was confirmed live")
    days = (LATER.replace(day=16), LATER.replace(day=18), LATER.replace(day=16))
    for day in days:
        changes = desk.workspace.do(acts.confirm_live, desk.id, day, "")
        assert lines() == [(day, "Version 1.1 was confirmed live"), first], "the day that was confirmed last"
        desk.workspace.do(editing.take_back, changes)
        assert lines() == [first], "it is not out any more"
    desk.workspace.do(acts.confirm_live, desk.id, days[-1], "")
    desk.workspace.do(after.begin_correction, desk.id, "Another name.", days[-1])
    assert (days[-1], "Version 1.1 was confirmed live") in lines()


def test_the_acts_of_one_day_stand_version_by_version_in_the_order_in_which_they_follow(desk: Desk) -> None:
    desk.workspace.do(acts.agree_text, desk.id, "C. Example", "", DAY, "")

    def publish() -> None:
        desk.signs()
        desk.workspace.do(acts.confirm_live, desk.id, DAY, "")
        desk.workspace.do(acts.record_copy, desk.id, CopyTo.SECRETARY_OF_STATE, DAY, "")

    publish()
    desk.workspace.do(after.begin_correction, desk.id, "A name.", DAY)
    publish()
    done = [each.words for each in desk.workspace.ask(who_did.what_was_done, desk.id)]
    assert done == [
        "A copy of version 1.1 went to the Secretary of State",
        "Version 1.1 was confirmed live",
        "A. Example, Commissioner, signed off version 1.1, e-mail (Decision 14)",
        "Version 1.1 was started as a correction: A name.",
        "A copy of version 1.0 went to the Secretary of State",
        "Version 1.0 was confirmed live",
        "A. Example, Commissioner, signed off version 1.0, e-mail (Decision 14)",
        "C. Example agreed the Chief Constable’s text",
    ]


def test_a_version_that_went_live_on_another_computer_keeps_its_line(desk: Desk, tmp_path: Path) -> None:
    desk.signs()
    desk.workspace.do(acts.confirm_live, desk.id, DAY, ADDRESS)
    desk.workspace.do(after.begin_correction, desk.id, "A name.", LATER)
    desk.signs()
    desk.workspace.do(acts.confirm_live, desk.id, LATER, "")
    assert desk.workspace.ask(who_did.live_since, desk.id) == LATER
    other = Workspace.open(tmp_path / "other", "B. Author")
    there = other.do(records.bring_in, write_record(desk.record)).record_id
    done = [(each.on, each.words) for each in other.ask(who_did.what_was_done, there)]
    assert other.ask(who_did.live_since, there) is None
    other.close()
    assert done[:2] == [(None, "Version 1.1 was confirmed live"), (LATER, "Version 1.1 was started as a correction: A name.")]


# --- Before it is published -------------------------------------------------------------------


def test_a_change_takes_the_sign_off_away_and_the_same_words_give_it_back(desk: Desk) -> None:
    words = desk.record.sections.overall_comments
    desk.signs()
    desk.writes("Others.")
    assert status(desk) is Status.AWAITING_SIGN_OFF
    desk.writes("Others again.")
    assert status(desk) is Status.AWAITING_SIGN_OFF
    desk.workspace.do(texts.save_text, desk.id, "sections.overall_comments", words)
    assert status(desk) is Status.SIGNED_OFF
    edit = changes_details(desk, title="Another")
    assert status(desk) is Status.AWAITING_SIGN_OFF
    desk.workspace.do(editing.take_back, edit)
    assert status(desk) is Status.SIGNED_OFF


def test_what_is_not_printed_leaves_the_sign_off(desk: Desk) -> None:
    desk.signs()
    changes_details(desk, visited="May 2024")
    desk.workspace.do(suggestions.suggest, desk.id, "findings[a1].chief.text", (), WORDS, LATER)
    desk.workspace.do(texts.save_text, desk.id, "record.suggestions[s1].now", from_plain("Others."))
    assert status(desk) is Status.SIGNED_OFF


def test_another_version_waits_for_its_own_sign_off_and_a_sign_off_taken_out_leaves_a_draft(desk: Desk) -> None:
    desk.signs()
    changes_label(desk, "2.0")
    assert status(desk) is Status.AWAITING_SIGN_OFF
    changes_label(desk, "1.0")
    assert status(desk) is Status.SIGNED_OFF
    desk.writes("Others.")
    desk.workspace.do(acts.take_back_decision, desk.id, 0)
    assert status(desk) is Status.DRAFTING


def test_an_undo_of_one_of_two_changes_leaves_the_sign_off_away(desk: Desk) -> None:
    desk.signs()
    edit = changes_details(desk, title="Another")
    desk.writes("Others.")
    desk.workspace.do(editing.take_back, edit)
    assert status(desk) is Status.AWAITING_SIGN_OFF


# --- Brought in -------------------------------------------------------------------------------


def test_signed_words_that_are_brought_in_are_kept_so_that_a_change_is_named(desk: Desk, tmp_path: Path) -> None:
    desk.signs()
    data = desk.workspace.ask(records.give_out, desk.id)
    other = Desk(tmp_path / "other")
    other.workspace.do(records.delete_record, other.id)
    other.workspace.do(records.bring_in, data)
    assert other.record == desk.record and other.changed() == ()
    words = other.record.sections.overall_comments
    other.writes("Others.")
    assert status(other) is Status.AWAITING_SIGN_OFF
    assert other.changed() and "Overall comments" in other.changed()[0] and "not on this computer" not in other.changed()[0]
    other.workspace.do(texts.save_text, other.id, "sections.overall_comments", words)
    assert status(other) is Status.SIGNED_OFF
    other.workspace.close()


def test_words_that_were_changed_before_they_came_are_not_kept_as_signed(desk: Desk, tmp_path: Path) -> None:
    desk.signs()
    other = Desk(tmp_path / "other")
    changed = replace(desk.record, record_id="other", language="cy-GB")
    other.id = other.workspace.do(records.bring_in, write_record(changed)).record_id
    assert other.changed() == ("The words that were signed off are not on this computer, so the app cannot say which have changed",)
    assert other.workspace.ask(texts.text_versions, other.id, "sections.overall_comments") == ()
    other.workspace.close()
