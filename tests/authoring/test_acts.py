"""Publication as acts through the store: what each keeps, what it refuses, and that a change takes a sign-off away."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from response_app.authoring import activity, acts, editing, in_spite, looked_at, office_rules, records, texts
from response_app.authoring.after import begin_correction
from response_app.authoring.judging import judge
from response_app.authoring.publication_steps import Standing, Step, StepKey, find_out, steps
from response_app.authoring.signed_words import changed_since, signed_decision
from response_app.authoring.workspace import Workspace
from response_app.domain.canonical import from_plain
from response_app.domain.next_step import next_step, next_step_of
from response_app.domain.publication_acts import Act
from response_app.domain.record import Record
from response_app.domain.response import (
    AttachmentKind,
    Capacity,
    CopyTo,
    DecisionKind,
    Invitation,
    InvitationOutcome,
    PublishedFile,
    Status,
)
from response_app.domain.titles import in_a_row
from response_app.errors import AppError, FileRefused
from response_app.interchange import agreed_sha256, printed_sha256, write_record
from response_app.paths import resource
from tests.fixtures.sample_records import plain_record

DAY = date(2024, 7, 1)
ADDRESS = "https://www.exampleshire.example/responses/2024"


class Desk:
    """A store with the plain record, and what somebody does on it."""

    def __init__(self, folder: Path) -> None:
        self.workspace = Workspace.open(folder, "A. Author")
        self.id = self.workspace.do(records.bring_in, write_record(plain_record())).record_id

    @property
    def record(self) -> Record:
        """As the store has it."""
        return self.workspace.ask(records.open_record, self.id)

    def signs(self) -> None:
        """Sign off what stands there."""
        self.workspace.do(acts.sign_off, self.id, "A. Example", "Commissioner", Capacity.HOLDER, DAY, "e-mail", "Decision 14")

    def writes(self, words: str, place: str = "sections.overall_comments") -> None:
        """Type words in place of a text."""
        self.workspace.do(texts.save_text, self.id, place, from_plain(words))

    def changed(self) -> tuple[str, ...]:
        """What has changed since the sign-off."""
        signed = signed_decision(self.record)
        assert signed is not None
        return changed_since(self.record, signed, self.workspace.read_attached)

    def steps(self) -> dict[StepKey, Step]:
        """The steps to publication."""
        found = find_out(self.record, DAY, frozenset(), self.workspace.read_attached)
        return {each.key: each for each in steps(self.record, found, self.workspace.ask(looked_at.looked_at, self.id))}


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """A store with the plain record."""
    made = Desk(tmp_path / "store")
    yield made
    made.workspace.close()


# --- Agreeing ---------------------------------------------------------------------------------


def test_agreed_words_are_kept_by_their_hash_with_who_and_when(desk: Desk) -> None:
    desk.workspace.do(acts.agree_text, desk.id, " C. Example ", "Deputy Chief Constable", DAY, "e-mail")
    (made,) = desk.record.state.decisions
    assert (made.what, made.by, made.on, made.how) == (DecisionKind.TEXT_AGREED, "C. Example", DAY, "e-mail")
    assert made.sha256 == agreed_sha256(desk.record)
    assert (desk.record.state.invitation.agreed_by, desk.record.state.invitation.agreed_on) == ("C. Example", DAY)
    assert desk.steps()[StepKey.AGREED].standing is Standing.DONE
    desk.writes("Others.", "sections.chief_officer_response")
    step = desk.steps()[StepKey.AGREED]
    assert (step.standing, step.status) == (Standing.STOPPED, "Changed since")


def test_an_agreement_that_is_taken_back_leaves_nobody_who_agreed(desk: Desk) -> None:
    desk.workspace.do(acts.agree_text, desk.id, "C. Example", "", DAY, "e-mail")
    desk.workspace.do(acts.take_back_decision, desk.id, 0)
    invitation = desk.record.state.invitation
    assert (desk.record.state.decisions, invitation.agreed_by, invitation.agreed_on) == ((), "", None)


def test_nobody_and_no_comments_are_refused(desk: Desk) -> None:
    before = desk.record
    with pytest.raises(AppError, match="not say who"):
        desk.workspace.do(acts.agree_text, desk.id, " ", "", DAY, "")
    invitation = Invitation(outcome=InvitationOutcome.DECLINED)
    desk.workspace.do(editing.edit, desk.id, "decline", lambda record: replace(record, state=replace(record.state, invitation=invitation)))
    with pytest.raises(AppError, match="no comments to agree"):
        desk.workspace.do(acts.agree_text, desk.id, "C. Example", "", DAY, "")
    assert desk.record.state.decisions == before.state.decisions
    assert desk.steps()[StepKey.AGREED].status == "Not needed"


# --- Signing off ------------------------------------------------------------------------------


def test_a_sign_off_keeps_the_words_themselves(desk: Desk) -> None:
    desk.signs()
    state = desk.record.state
    assert state.status is Status.SIGNED_OFF
    assert state.decisions[-1].sha256 == printed_sha256(desk.record)
    assert [each.what for each in state.attachments] == [AttachmentKind.SIGN_OFF]
    assert desk.workspace.read_attached(state.decisions[-1].sha256)
    assert desk.changed() == ()
    assert desk.steps()[StepKey.SIGNED].status == "Signed off"


def test_a_later_change_takes_the_sign_off_away_and_is_named(desk: Desk) -> None:
    desk.signs()
    desk.writes("The board meets in private.")
    (line,) = desk.changed()
    assert line.startswith("Overall comments (removed: “")
    step = desk.steps()[StepKey.SIGNED]
    assert (step.standing, step.status) == (Standing.STOPPED, "Changed since") and "Overall comments" in step.words
    codes = {each.code for each in judge(desk.record, final=True, today=DAY).stopping}
    assert "signed_off_before_change" in codes
    desk.signs()
    assert desk.changed() == () and desk.steps()[StepKey.SIGNED].status == "Signed off"


def test_a_long_change_is_cut_between_words_and_its_quotation_ends(desk: Desk) -> None:
    desk.writes("")
    desk.signs()
    desk.writes("I thank the inspectors for their work and for the extraordinarily careful report that they published.")
    (line,) = desk.changed()
    assert line == "Overall comments (added: “I thank the inspectors for their work and for the …”)"


def test_a_changed_title_is_named_and_an_unprinted_change_is_none(desk: Desk) -> None:
    desk.signs()
    desk.workspace.do(acts.record_copy, desk.id, CopyTo.INSPECTORS, DAY, "e-mail")
    assert desk.changed() == ()
    change = lambda record: replace(record, inspection=replace(record.inspection, title="Another title"))  # noqa: E731
    desk.workspace.do(editing.edit, desk.id, "change title", change)
    assert desk.changed() == ("Inspection details, the title",)


def test_words_that_are_not_on_this_computer_are_said_to_be_changed_all_the_same(desk: Desk) -> None:
    desk.signs()
    desk.writes("Others.")
    signed = signed_decision(desk.record)
    assert signed is not None

    def nothing(_sha256: str) -> bytes:
        raise FileRefused("not here", "")

    assert changed_since(desk.record, signed, nothing)[0].startswith("The words that were signed off are not on this computer")


def test_a_sign_off_that_is_taken_back_takes_the_status_along(desk: Desk) -> None:
    desk.signs()
    desk.workspace.do(acts.take_back_decision, desk.id, 0)
    assert (desk.record.state.decisions, desk.record.state.status) == ((), Status.DRAFTING)


def test_an_empty_version_is_not_signed(desk: Desk) -> None:
    desk.workspace.do(editing.edit, desk.id, "x", lambda record: replace(record, state=replace(record.state, version_label=" ")))
    with pytest.raises(AppError, match="version is empty"):
        desk.signs()
    assert desk.record.state.decisions == () and desk.record.state.attachments == ()


def test_other_words_signed_off_need_their_files_made_anew(desk: Desk) -> None:
    desk.signs()
    desk.workspace.do(acts.keep_files, desk.id, (PublishedFile("a.pdf", "0" * 64),))
    desk.workspace.do(acts.give, desk.id, DAY)
    desk.signs()
    assert desk.record.state.publication.files and desk.record.state.publication.given_on == DAY
    desk.writes("Others.")
    desk.signs()
    assert desk.record.state.publication.files == () and desk.record.state.publication.given_on is None


# --- In spite of a rule -----------------------------------------------------------------------


def test_a_named_person_passes_an_office_rule_for_these_words_alone(desk: Desk) -> None:
    desk.writes("")
    desk.signs()
    assert [each.code for each in judge(desk.record, final=True, today=DAY).stopping] == ["overall_comments_empty"]
    with pytest.raises(FileRefused, match="why"):
        desk.workspace.do(in_spite.publish_in_spite, desk.id, "A. Example", "Commissioner", DAY, " ")
    desk.workspace.do(in_spite.publish_in_spite, desk.id, "A. Example", "Commissioner", DAY, "They come in autumn.")
    verdict = judge(desk.record, final=True, today=DAY)
    assert verdict.stopping == () and [each.code for each in verdict.passed] == ["overall_comments_empty"]
    assert desk.record.state.decisions[-1].codes == ("overall_comments_empty",)
    desk.writes("Others.", "sections.initial_response")
    assert "overall_comments_empty" in {each.code for each in judge(desk.record, final=True, today=DAY).stopping}


def test_what_is_wrong_is_never_passed(desk: Desk) -> None:
    desk.signs()
    desk.writes("Some <p>words</p> remain.")
    desk.signs()
    assert [each.code for each in judge(desk.record, final=True, today=DAY).stopping][:1] == ["markup_left"]
    with pytest.raises(AppError, match="No decision can pass"):
        desk.workspace.do(in_spite.publish_in_spite, desk.id, "A. Example", "Commissioner", DAY, "We must.")


# --- Giving, going live, copies ----------------------------------------------------------------


def test_going_live_stops_the_clock_and_can_be_taken_back(desk: Desk) -> None:
    desk.signs()
    desk.workspace.do(acts.confirm_live, desk.id, DAY, ADDRESS)
    publication = desk.record.state.publication
    assert (publication.confirmed_on, publication.address, desk.record.state.status) == (DAY, ADDRESS, Status.PUBLISHED)
    assert desk.changed() == ()
    desk.workspace.do(acts.take_back_live, desk.id)
    assert desk.record.state.publication.confirmed_on is None and desk.record.state.status is Status.SIGNED_OFF


def test_an_address_that_is_no_page_is_refused(desk: Desk) -> None:
    with pytest.raises(AppError, match="https://"):
        desk.workspace.do(acts.confirm_live, desk.id, DAY, "http://www.exampleshire.example")
    assert desk.record.state.publication.confirmed_on is None


def test_both_copies_of_this_version_are_counted(desk: Desk) -> None:
    desk.workspace.do(acts.record_copy, desk.id, CopyTo.INSPECTORS, DAY, "e-mail, receipt 7")
    assert desk.steps()[StepKey.COPIES].status == "1 of 2 sent"
    with pytest.raises(AppError, match="not say who"):
        desk.workspace.do(acts.record_copy, desk.id, CopyTo.OTHER, DAY, "post")
    desk.workspace.do(acts.record_copy, desk.id, CopyTo.SECRETARY_OF_STATE, DAY, "post")
    assert desk.steps()[StepKey.COPIES].standing is Standing.DONE
    desk.workspace.do(acts.remove_copy, desk.id, 0)
    assert [each.to for each in desk.record.state.copies] == [CopyTo.SECRETARY_OF_STATE]


def test_the_next_step_is_the_first_that_is_not_done(desk: Desk) -> None:
    assert [key for key, each in desk.steps().items() if each.is_next] == [StepKey.AGREED]
    desk.workspace.do(acts.agree_text, desk.id, "C. Example", "", DAY, "e-mail")
    desk.signs()
    desk.workspace.do(acts.plan, desk.id, date(2024, 7, 3))
    assert [key for key, each in desk.steps().items() if each.is_next] == [StepKey.SIGNED]
    desk.signs()
    desk.workspace.do(acts.keep_files, desk.id, (PublishedFile("a.pdf"),))
    assert [key for key, each in desk.steps().items() if each.is_next] == [StepKey.GIVEN]


def test_home_the_task_list_and_the_steps_name_the_same_next_act(desk: Desk) -> None:
    """From the sign-off to the prominence duty, each act that is done brings the next one forward in all three."""
    do, named = desk.workspace.do, []

    def following() -> str:
        step = next((each for each in desk.steps().values() if each.is_next), None)
        (row,) = desk.workspace.ask(records.list_records)
        beside = desk.workspace.ask(looked_at.acts_beside, desk.id)
        on_home, on_list = next_step(row, DAY, "Commissioner"), next_step_of(desk.record, DAY, "Commissioner", beside)
        assert on_home == on_list
        assert step is None or step.title.partition(". ")[2] == on_home.words
        return on_home.words

    do(acts.agree_text, desk.id, "C. Example", "", DAY, "e-mail")
    for act, values in (
        (acts.sign_off, ("A. Example", "", Capacity.HOLDER, DAY, "e-mail")),
        (acts.keep_files, ((PublishedFile("a.pdf"),),)),
        (acts.give, (DAY,)),
        (acts.confirm_live, (DAY, ADDRESS)),
        (acts.record_copy, (CopyTo.INSPECTORS, DAY, "e-mail")),
        (acts.record_copy, (CopyTo.SECRETARY_OF_STATE, DAY, "e-mail")),
        (looked_at.say_looked_at, (looked_at.PROMINENT, True)),
    ):
        do(act, desk.id, *values)
        named.append(following())
    assert named == [Act.MAKE, Act.GIVE, Act.CONFIRM, Act.COPIES, Act.COPIES, Act.PROMINENT, "Follow up the findings"]
    assert not any(each.is_next for each in desk.steps().values())
    do(begin_correction, desk.id, "A name.", DAY)
    assert following() == "Sign off"


def test_a_sign_off_that_the_office_does_not_ask_for_is_not_waited_for(desk: Desk) -> None:
    desk.workspace.do(office_rules.switch_rule, "not_signed_off", False)
    desk.workspace.do(editing.edit, desk.id, "x", lambda record: replace(record, state=replace(record.state, status=Status.SIGNED_OFF)))
    (row,) = desk.workspace.ask(records.list_records)
    assert next_step(row, DAY, "Commissioner").words == "Make the files"
    found = find_out(desk.record, DAY, {"not_signed_off"}, desk.workspace.read_attached)
    signed = next(each for each in steps(desk.record, found, ()) if each.key is StepKey.SIGNED)
    assert (signed.standing, signed.words) == (Standing.DONE, "Your office does not ask for a sign-off.")


def test_what_was_looked_at_counts_for_its_version(desk: Desk) -> None:
    assert StepKey.PROMINENT in desk.steps()
    desk.workspace.do(looked_at.say_looked_at, desk.id, "headings", True)
    desk.workspace.do(looked_at.say_looked_at, desk.id, looked_at.PROMINENT, True)
    assert desk.steps()[StepKey.PROMINENT].standing is Standing.DONE
    desk.workspace.do(looked_at.say_looked_at, desk.id, "headings", False)
    assert desk.workspace.ask(looked_at.looked_at, desk.id) == {looked_at.PROMINENT}
    desk.workspace.do(editing.edit, desk.id, "x", lambda record: replace(record, state=replace(record.state, version_label="1.1")))
    assert desk.workspace.ask(looked_at.looked_at, desk.id) == {looked_at.PROMINENT}, "that is about the report, not about a version"
    desk.workspace.do(looked_at.say_looked_at, desk.id, looked_at.PROMINENT, False)
    assert desk.workspace.ask(looked_at.looked_at, desk.id) == frozenset()
    with pytest.raises(KeyError):
        desk.workspace.do(looked_at.say_looked_at, desk.id, "nothing", True)


def test_recent_changes_tell_of_ticks_only_when_all_are_set_and_no_more_when_one_is_taken_away(desk: Desk) -> None:
    def told() -> list[str]:
        return [each.what for each in desk.workspace.ask(activity.recent, desk.id) if "judge" in each.what or "summary" in each.what]

    def tick(key: str, looked: bool = True) -> None:
        desk.workspace.do(looked_at.say_looked_at, desk.id, key, looked)

    *most, last = looked_at.TO_LOOK_AT
    for key in most:
        tick(key)
    assert told() == []
    tick(last)
    assert told() == ["look at what only a person can judge in version 1.0"]
    tick("tables", False)
    tick("notes", False)
    assert told() == []
    tick(looked_at.PROMINENT)
    assert told() == ["show the summary prominently"]
    tick(looked_at.PROMINENT, False)
    assert told() == []


def test_what_only_a_person_can_judge_is_named_alike_in_the_list_and_in_a_sentence() -> None:
    assert list(looked_at.TO_LOOK_AT_IN_SHORT) == list(looked_at.TO_LOOK_AT)
    words = in_a_row(list(looked_at.TO_LOOK_AT_IN_SHORT.values()))
    assert f"only a person can judge {words}" in resource("help/check.html").read_text("utf-8")
