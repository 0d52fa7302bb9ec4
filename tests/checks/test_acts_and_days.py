"""Rules on what people did and on which day: each finds what it is for, and nothing a day or a word away from it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from response_app.checks import Context, Problem, Severity, run
from response_app.domain.canonical import from_plain
from response_app.domain.finding import ActionKind, ChiefAnswer, Due, DueKind
from response_app.domain.inspection import Grade, Judgement, Scale, StatedCount
from response_app.domain.office import Logo
from response_app.domain.record import Record
from response_app.domain.response import (
    Capacity,
    ClockApplies,
    ClockDecision,
    Comment,
    Copy,
    CopyTo,
    Correction,
    DecisionKind,
    Invitation,
    InvitationOutcome,
    Publication,
    Suggestion,
    SuggestionOutcome,
)
from response_app.interchange import agreed_sha256, printed_sha256

from .sound import SIGNED, TODAY, clean_record, codes, draws, found, with_finding, with_state

DUE = date(2024, 7, 8)
"""The last of the 56 days of a report of 14 May 2024, a Monday."""


def on(day: date, record: Record) -> list[str]:
    """Return the codes of what the rules find on a day."""
    return [each.code for each in run(record, Context(day, True, draws))]


def only(record: Record) -> Problem:
    """Return the one problem that the record has."""
    (problem,) = found(record)
    return problem


def published(**changes: object) -> Record:
    """Return the clean record with its publication as given."""
    return with_state(clean_record(), publication=Publication(**changes))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("today", "publication", "is_late"),
    [
        (DUE, {"planned_on": DUE}, False),
        (DUE, {"planned_on": DUE + timedelta(days=1)}, True),
        (DUE + timedelta(days=9), {"planned_on": DUE, "confirmed_on": DUE}, False),
        (DUE, {"planned_on": DUE, "confirmed_on": DUE + timedelta(days=1)}, True),
    ],
)
def test_late_counts_the_day_live_else_the_planned_day(today: date, publication: dict[str, date], is_late: bool) -> None:
    assert ("late" in on(today, published(**publication))) is is_late


def test_late_counts_today_without_a_plan_and_only_where_the_clock_applies() -> None:
    record = published()
    assert "late" not in on(DUE, record) and "late" in on(DUE + timedelta(days=1), record)
    elsewhere = with_state(record, clock=ClockDecision(ClockApplies.NO, "A revisit letter."))
    assert "late" not in on(DUE + timedelta(days=1), elsewhere)


@pytest.mark.parametrize(("days", "is_told"), [(15, False), (14, True), (0, True), (-1, False)])
def test_due_soon_is_told_for_a_fortnight(days: int, is_told: bool) -> None:
    assert ("due_soon" in on(DUE - timedelta(days=days), published())) is is_told
    assert "due_soon" not in on(DUE - timedelta(days=days), published(planned_on=DUE))


def test_a_plan_that_has_passed_wants_confirming() -> None:
    record = published(planned_on=date(2024, 7, 2))
    assert "not_confirmed_live" not in on(date(2024, 7, 2), record)
    assert "not_confirmed_live" in on(date(2024, 7, 3), record)
    assert "not_confirmed_live" not in on(date(2024, 7, 3), published(planned_on=date(2024, 7, 2), confirmed_on=date(2024, 7, 2)))


def test_copies_are_asked_for_a_week_after_it_went_live() -> None:
    live = published(planned_on=date(2024, 7, 2), confirmed_on=date(2024, 7, 2))
    assert "copies_not_recorded" not in on(date(2024, 7, 8), live)
    assert "copies_not_recorded" in on(date(2024, 7, 9), live)
    inspectors = Copy(CopyTo.INSPECTORS, sent_on=date(2024, 7, 3))
    assert "copies_not_recorded" in on(date(2024, 7, 9), with_state(live, copies=(inspectors,)))
    both = (inspectors, Copy(CopyTo.SECRETARY_OF_STATE, sent_on=date(2024, 7, 3)))
    assert "copies_not_recorded" not in on(date(2024, 7, 9), with_state(live, copies=both))
    unsent = (inspectors, Copy(CopyTo.SECRETARY_OF_STATE))
    assert "copies_not_recorded" in on(date(2024, 7, 9), with_state(live, copies=unsent))


REPORT = date(2024, 5, 14)


@pytest.mark.parametrize(
    "change",
    [
        {"publication": Publication(planned_on=REPORT - timedelta(days=1))},
        {"publication": Publication(planned_on=DUE, confirmed_on=REPORT - timedelta(days=1))},
        {"publication": Publication(planned_on=DUE, given_on=DUE, confirmed_on=DUE - timedelta(days=1))},
        {"invitation": Invitation(REPORT, REPORT - timedelta(days=1), InvitationOutcome.RECEIVED)},
        {"invitation": Invitation(REPORT, DUE, InvitationOutcome.RECEIVED, REPORT - timedelta(days=1))},
        {"invitation": Invitation(REPORT, DUE + timedelta(days=1), InvitationOutcome.RECEIVED)},
    ],
    ids=lambda change: str(change)[:40],
)
def test_dates_that_cannot_follow_each_other(change: dict[str, object]) -> None:
    assert "dates_out_of_order" in on(TODAY, with_state(clean_record(), **change))


def test_a_limit_before_the_report_was_published() -> None:
    record = with_finding(clean_record(), "r1", due=Due(DueKind.DATE, REPORT - timedelta(days=1)))
    assert only(record).code == "dates_out_of_order" and only(record).place == "findings[r1].due"
    assert found(with_finding(clean_record(), "r1", due=Due(DueKind.DATE, REPORT))) == []


def test_a_day_off_is_a_hint_and_names_the_day_before() -> None:
    (problem,) = found(with_state(clean_record(), publication=Publication(planned_on=date(2024, 7, 7))))
    assert (problem.code, problem.severity) == ("date_on_holiday", Severity.HINT)
    assert "Friday 5 July 2024" in problem.fix


# --- The law and the office's rules -------------------------------------------------------------


def test_the_chief_officer_has_to_be_invited_by_a_day() -> None:
    nobody = with_state(clean_record(), invitation=Invitation())
    assert (only(nobody).code, only(nobody).severity) == ("chief_officer_not_invited", Severity.LAW)
    assert only(with_state(clean_record(), invitation=Invitation(sent_on=REPORT))).code == "chief_officer_not_invited"
    for fine in (Invitation(REPORT, DUE), Invitation(outcome=InvitationOutcome.RECEIVED), Invitation(outcome=InvitationOutcome.DECLINED)):
        assert found(with_state(clean_record(), invitation=fine)) == []
    assert found(with_state(nobody, clock=ClockDecision(ClockApplies.NO, "A fire inspection."))) == []


def agreed(record: Record, sha256: str) -> Record:
    """Return the record with its chief officer's words agreed."""
    act = replace(SIGNED, what=DecisionKind.TEXT_AGREED, sha256=sha256)
    return with_state(record, decisions=(*record.state.decisions, act))


def test_agreed_words_that_change_are_told_and_ours_may_change() -> None:
    record = clean_record()
    held = agreed(record, agreed_sha256(record))
    assert found(held) == []
    ours = replace(held, sections=replace(held.sections, initial_response=from_plain("Other words of ours.")))
    assert found(ours) == []
    theirs = replace(held, sections=replace(held.sections, chief_officer_response=from_plain("Other words.")))
    assert (only(theirs).code, only(theirs).severity) == ("agreed_text_changed", Severity.LAW)
    comment = with_finding(held, "a1", chief=ChiefAnswer(from_plain("We have just begun.")))
    assert only(comment).code == "agreed_text_changed"
    assert found(agreed(record, printed_sha256(agreed(record, "")))) == [], "a hash of all printed parts holds too"


def test_the_initial_response_must_not_be_empty() -> None:
    record = clean_record()
    empty = replace(record, sections=replace(record.sections, initial_response=()))
    assert (only(empty).code, only(empty).severity, only(empty).place) == ("section_empty", Severity.LAW, "sections.initial_response")


def test_comments_that_were_received_have_to_stand_somewhere() -> None:
    record = clean_record()
    silent = replace(record, findings=tuple(replace(each, chief=ChiefAnswer()) for each in record.findings))
    assert found(silent) == []
    silent = with_state(silent, invitation=Invitation(REPORT, DUE, InvitationOutcome.RECEIVED))
    nothing = replace(silent, sections=replace(silent.sections, chief_officer_response=()))
    assert (only(nothing).code, only(nothing).severity) == ("section_empty", Severity.LAW)
    assert only(nothing).place == "sections.chief_officer_response" and only(nothing).fix.startswith("Put in the comments")
    on_findings = replace(nothing, findings=record.findings)
    assert only(on_findings).code == "section_empty" and "those on each finding" in only(on_findings).fix
    assert found(with_state(nothing, invitation=Invitation(REPORT, DUE, InvitationOutcome.NONE_BY_DATE))) == []


def test_overall_comments_are_an_office_rule_that_can_be_switched_off() -> None:
    record = clean_record()
    empty = replace(record, sections=replace(record.sections, overall_comments=()))
    assert (only(empty).code, only(empty).severity) == ("overall_comments_empty", Severity.OFFICE_RULE)
    assert run(empty, Context(TODAY, True, draws, off=("overall_comments_empty",))) == []
    undecided = with_state(record, clock=ClockDecision())
    assert [each.code for each in run(undecided, Context(TODAY, True, draws, off=("clock_undecided",)))] == ["clock_undecided"], (
        "the law never is"
    )


def test_words_that_changed_after_the_sign_off() -> None:
    record = clean_record()
    signed = with_state(record, decisions=(replace(SIGNED, sha256=printed_sha256(record)),))
    assert found(signed) == []
    changed = replace(signed, inspection=replace(signed.inspection, title="Another inspection"))
    assert (only(changed).code, only(changed).severity) == ("signed_off_before_change", Severity.OFFICE_RULE)
    live = with_state(signed, publication=replace(signed.state.publication, confirmed_on=date(2024, 7, 3)))
    assert found(live) == [], "going live on another day changes that date alone"


def test_a_published_version_keeps_its_words() -> None:
    record = clean_record()
    signed = with_state(
        record,
        decisions=(replace(SIGNED, sha256=printed_sha256(record)),),
        publication=replace(record.state.publication, confirmed_on=date(2024, 7, 2)),
    )
    changed = replace(signed, inspection=replace(signed.inspection, title="Another inspection"))
    assert (only(changed).code, only(changed).severity) == ("version_reused", Severity.WRONG)


def test_each_correction_has_a_version_of_its_own() -> None:
    lines = (Correction("1.1", TODAY, "A date."), Correction("1.1", TODAY, "A name."))
    told = found(with_state(clean_record(), version_label="1.1", corrections=lines, decisions=(replace(SIGNED, version_label="1.1"),)))
    assert [(each.code, each.place) for each in told] == [("version_reused", "record.corrections[1].version_label")]
    older = (Correction("1.1", TODAY, "A date."), Correction("1.2", TODAY, "A name."))
    told = found(with_state(clean_record(), version_label="1.1", corrections=older, decisions=(replace(SIGNED, version_label="1.1"),)))
    assert [(each.code, each.place) for each in told] == [("version_reused", "record.version_label")]
    live = Publication(planned_on=date(2024, 7, 2), confirmed_on=date(2024, 7, 2))
    again = Correction("1.0", date(2024, 7, 5), "A date.")
    told = [each for each in found(with_state(clean_record(), publication=live, corrections=(again,))) if each.code == "version_reused"]
    assert [each.place for each in told] == ["record.corrections[0].version_label"]
    first_here = (replace(SIGNED, on=date(2024, 7, 5)),)
    assert "version_reused" not in codes(with_state(clean_record(), publication=live, corrections=(again,), decisions=first_here))
    fine = with_state(clean_record(), version_label="1.2", corrections=older, decisions=(replace(SIGNED, version_label="1.2"),))
    assert found(fine) == []


@pytest.mark.parametrize(
    ("by", "is_told"), [("A. Example", False), ("Ms Anna Example", False), ("C. Otherwise", True), ("A. Exempla", True)]
)
def test_another_holder_than_signed_off(by: str, is_told: bool) -> None:
    record = with_state(clean_record(), decisions=(replace(SIGNED, by=by, capacity=Capacity.HOLDER),))
    assert ("holder_changed" in codes(record)) is is_told
    deputy = with_state(clean_record(), decisions=(replace(SIGNED, by=by, capacity=Capacity.DEPUTY),))
    assert codes(deputy) == []


def test_review_that_is_open_stops_the_final_alone() -> None:
    comment = Comment(id="k1", place="sections.initial_response", quote="Ours", by="D. Example", text="Is it?")
    record = with_state(clean_record(), comments=(comment,))
    assert (only(record).code, only(record).severity, only(record).place) == ("comments_open", Severity.WRONG, "sections.initial_response")
    assert codes(record, final=False) == []
    assert codes(with_state(record, comments=(replace(comment, resolved_on=TODAY),))) == []
    assert (only(record).paragraph, only(record).start, only(record).end, only(record).quote) == (1, 0, 4, "Ours")
    later = replace(record, sections=replace(record.sections, initial_response=from_plain("One.\n\nIt is Ours.")))
    assert (only(later).paragraph, only(later).start, only(later).end) == (2, 6, 10)
    gone = replace(record, sections=replace(record.sections, initial_response=from_plain("Other words.")))
    assert (only(gone).paragraph, only(gone).start, only(gone).quote) == (None, None, "Ours")
    suggestion = Suggestion(id="s1", place="sections.initial_response", by="D. Example")
    assert codes(with_state(clean_record(), suggestions=(suggestion,))) == ["suggestions_open"]
    assert codes(with_state(clean_record(), suggestions=(replace(suggestion, outcome=SuggestionOutcome.REJECTED),))) == []


# --- The inspection -----------------------------------------------------------------------------


def test_a_logo_needs_its_words() -> None:
    record = clean_record()
    silent = replace(record, office=replace(record.office, logo=Logo("logo.png", " ")))
    assert (only(silent).code, only(silent).severity) == ("alt_text_missing", Severity.WRONG)
    assert found(replace(record, office=replace(record.office, logo=Logo("logo.png", "Logo of the office")))) == []


def inspected(**changes: object) -> Record:
    """Return the clean record with its inspection changed."""
    record = clean_record()
    return replace(record, inspection=replace(record.inspection, **changes))  # type: ignore[arg-type]


def test_adequate_is_no_grade_of_four_tiers() -> None:
    grades = (Judgement(area="Crime", grade=Grade.GOOD), Judgement(area="Calls", grade=Grade.ADEQUATE), Judgement(area="Ungraded"))
    told = only(inspected(scale=Scale.FOUR_TIER, judgements=grades))
    assert (told.code, told.place) == ("grade_not_on_scale", "inspection.judgements[1].grade")
    assert found(inspected(scale=Scale.FIVE_TIER, judgements=grades)) == [] == found(inspected(judgements=grades))


@pytest.mark.parametrize(
    ("what", "number", "is_told"),
    [
        ("area_for_improvement", 1, False),
        ("area_for_improvement", 4, True),
        ("recommendation", 2, False),
        ("recommendation", 1, False),  # one of the two stands under the cause of concern
        ("recommendation", 7, True),
        ("cause_of_concern", 2, True),
        ("areas", 9, False),  # no grade is recorded, which may be meant
        ("something else", 3, False),
    ],
)
def test_numbers_that_the_report_states(what: str, number: int, is_told: bool) -> None:
    told = codes(inspected(stated_counts=(StatedCount(what, number),)))
    assert told == (["stated_count_differs"] if is_told else [])


def test_an_action_that_only_says_what_the_force_does() -> None:
    record = clean_record()
    action = replace(record.findings[0].action[0], text=from_plain("The force has begun a review."))
    told = only(with_finding(record, "a1", action=(action,)))
    assert (told.code, told.severity, told.place, told.quote) == (
        "force_action_only",
        Severity.HINT,
        "findings[a1].action[0].text",
        "The force has",
    )
    unbroken = replace(action, text=from_plain("The\u00a0force\u00a0has begun a review."))
    assert only(with_finding(record, "a1", action=(unbroken,))).quote == "The\u00a0force\u00a0has"
    ours = replace(action, text=from_plain("I have asked the force to begin a review."))
    assert found(with_finding(record, "a1", action=(ours,))) == []


def test_equal_answers_of_some_length_are_a_hint() -> None:
    record = clean_record()
    words = from_plain("I will look at the results of this each quarter, and publish what I find on my website.")
    action = replace(record.findings[0].action[0], text=words)
    both = (action, replace(action, kind=ActionKind.TAKEN))
    assert "identical_answers" not in codes(with_finding(record, "a1", action=both)), "that is one finding"
    told = found(with_finding(with_finding(record, "a1", action=(action,)), "r1", action=(action,)))
    assert [(each.code, each.place) for each in told] == [("identical_answers", "findings[r1].action[0].text")]
