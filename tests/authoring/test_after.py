"""After publication through the store: corrections, progress, moved targets, closing, and the progress page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from response_app.authoring import acts, after, editing
from response_app.authoring.judging import judge
from response_app.authoring.progress_page import make_progress
from response_app.authoring.publication_steps import StepKey
from response_app.domain.canonical import from_plain
from response_app.domain.corrections import is_being_corrected, is_frozen
from response_app.domain.finding import UpdateBy, UpdateSays
from response_app.domain.finding_history import history
from response_app.domain.progress import moved_in_words, slipped_days, state_in_words, target_of
from response_app.domain.response import CopyTo, PublishedFile, Status
from response_app.errors import AppError

from .test_acts import ADDRESS, DAY, Desk

LATER = date(2024, 10, 14)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """A store with the plain record, signed off, live and sent."""
    made = Desk(tmp_path / "store")
    made.signs()
    made.workspace.do(acts.keep_files, made.id, (PublishedFile("a.pdf"),))
    made.workspace.do(acts.give, made.id, DAY)
    made.workspace.do(acts.confirm_live, made.id, DAY, ADDRESS)
    for to in (CopyTo.INSPECTORS, CopyTo.SECRETARY_OF_STATE):
        made.workspace.do(acts.record_copy, made.id, to, DAY, "e-mail")
    yield made
    made.workspace.close()


def test_a_correction_is_a_version_of_its_own_and_leaves_the_clock(desk: Desk) -> None:
    assert is_frozen(desk.record.state)
    desk.workspace.do(after.begin_correction, desk.id, " The target date of the first answer. ", LATER)
    state = desk.record.state
    assert (state.version_label, state.corrections[-1].text) == ("1.1", "The target date of the first answer.")
    assert is_being_corrected(state) and not is_frozen(state)
    assert (state.publication.confirmed_on, state.publication.files, state.publication.given_on) == (DAY, (), None)
    following = desk.steps()
    assert following[StepKey.SIGNED].status == "Not done" and following[StepKey.COPIES].status == "0 of 2 sent"
    assert following[StepKey.LIVE].words.startswith("Version 1.1 is not confirmed yet.")
    desk.signs()
    assert desk.record.state.status is Status.SIGNED_OFF
    desk.workspace.do(acts.confirm_live, desk.id, LATER, "")
    publication = desk.record.state.publication
    assert (publication.confirmed_on, publication.address) == (DAY, ADDRESS)
    assert is_frozen(desk.record.state)


def test_one_correction_at_a_time_and_only_of_what_is_out(desk: Desk) -> None:
    with pytest.raises(AppError, match="not say what"):
        desk.workspace.do(after.begin_correction, desk.id, " ", LATER)
    desk.workspace.do(after.begin_correction, desk.id, "A date.", LATER)
    with pytest.raises(AppError, match="being corrected already"):
        desk.workspace.do(after.begin_correction, desk.id, "Another.", LATER)
    desk.workspace.do(acts.take_back_live, desk.id)
    with pytest.raises(AppError, match="not published yet"):
        desk.workspace.do(after.begin_correction, desk.id, "Another.", LATER)


def test_words_that_change_in_a_correction_stop_it_by_the_sign_off_and_published_ones_by_the_version(desk: Desk) -> None:
    def codes() -> set[str]:
        return {each.code for each in judge(desk.record, final=True, today=LATER).stopping}

    desk.workspace.do(after.begin_correction, desk.id, "A date.", LATER)
    desk.signs()
    desk.workspace.do(editing.edit, desk.id, "x", lambda record: replace(record, office=replace(record.office, holder="C. Other")))
    assert codes() == {"signed_off_before_change"}
    desk.workspace.do(editing.edit, desk.id, "x", lambda record: replace(record, state=replace(record.state, status=Status.PUBLISHED)))
    assert "version_reused" in codes()


def test_only_the_inspectors_close_a_finding(desk: Desk) -> None:
    with pytest.raises(AppError, match="Only the inspectors"):
        desk.workspace.do(after.add_update, desk.id, "a1", LATER, UpdateBy.FORCE, UpdateSays.CLOSED, from_plain("Closed."))
    with pytest.raises(AppError, match="says nothing"):
        desk.workspace.do(after.add_update, desk.id, "a1", LATER, UpdateBy.FORCE, UpdateSays.DONE, ())
    with pytest.raises(AppError, match="not say where"):
        desk.workspace.do(after.close_finding, desk.id, "a1", LATER, " ")
    desk.workspace.do(after.close_finding, desk.id, "a1", LATER, "Their letter of 1 October 2024")
    finding = desk.record.finding("a1")
    assert state_in_words(finding, "Commissioner") == "Closed by the inspectors"
    assert history(desk.record, finding)[0].what == "Closed: Their letter of 1 October 2024"
    with pytest.raises(AppError, match="have closed this finding"):
        desk.workspace.do(after.move_target, desk.id, "a1", date(2024, 12, 31), "Late.", LATER)
    desk.workspace.do(after.open_finding_again, desk.id, "a1")
    assert desk.record.finding("a1").closed is None


def test_a_moved_date_keeps_the_old_one(desk: Desk) -> None:
    was = target_of(desk.record.finding("a1"))
    assert was == date(2024, 9, 30)
    with pytest.raises(AppError, match="needs a reason"):
        desk.workspace.do(after.move_target, desk.id, "a1", date(2024, 12, 31), "", LATER)
    with pytest.raises(AppError, match="already"):
        desk.workspace.do(after.move_target, desk.id, "a1", was, "x", LATER)
    desk.workspace.do(after.move_target, desk.id, "a1", date(2024, 12, 31), "The audit is late.", LATER)
    finding = desk.record.finding("a1")
    assert [(each.was, each.now) for each in finding.target_history] == [(was, date(2024, 12, 31))]
    assert (slipped_days(finding), moved_in_words(finding), state_in_words(finding, "x")) == (92, "moved once", "Slipped 92 days")


def test_updates_stand_newest_first_and_can_be_taken_out(desk: Desk) -> None:
    for words in ("First.", "Second."):
        desk.workspace.do(after.add_update, desk.id, "a1", LATER, UpdateBy.FORCE, UpdateSays.DONE, from_plain(words))
    lines = history(desk.record, desk.record.finding("a1"))
    assert [each.what for each in lines[:2]] == ["Second.", "First."] and lines[-1].who == "Published answer"
    assert lines[0].update == 1
    desk.workspace.do(after.remove_update, desk.id, "a1", 1)
    assert history(desk.record, desk.record.finding("a1"))[0].what == "First."
    assert desk.changed() == ()


def test_an_answer_stands_under_the_version_whose_words_it_has(desk: Desk) -> None:
    def answer(live: date | None = None) -> tuple[date | None, str]:
        (line,) = history(desk.record, desk.record.finding("a1"), live)
        return line.on, line.who

    assert answer() == (DAY, "Published answer")
    desk.workspace.do(after.begin_correction, desk.id, "A date.", LATER)
    assert answer() == (LATER, "Answer in version 1.1, not published yet")
    desk.signs()
    desk.workspace.do(acts.confirm_live, desk.id, LATER, "")
    assert answer(LATER.replace(day=20)) == (LATER.replace(day=20), "Published answer, version 1.1")
    assert answer() == (LATER, "Published answer, version 1.1"), "where the day is not known"


def test_what_happened_on_one_day_to_a_finding_stands_in_the_order_of_the_acts(desk: Desk) -> None:
    desk.workspace.do(after.add_update, desk.id, "a1", DAY, UpdateBy.FORCE, UpdateSays.DONE, from_plain("Done."))
    desk.workspace.do(after.move_target, desk.id, "a1", date(2024, 12, 31), "Late.", DAY)
    desk.workspace.do(after.close_finding, desk.id, "a1", DAY, "Their letter")
    lines = [each.who for each in history(desk.record, desk.record.finding("a1"))]
    assert lines == ["The inspectors", "Force says done", "Target date", "Published answer"]


def test_the_progress_page_is_a_pdf_and_a_web_page_that_lead_back(desk: Desk) -> None:
    desk.workspace.do(after.add_update, desk.id, "a1", LATER, UpdateBy.FORCE, UpdateSays.DONE, from_plain("Six posts are filled."))
    made = make_progress(desk.record, LATER)
    assert [name.rpartition("-progress-")[2] for name in made] == ["2024-10-14.pdf", "2024-10-14.html"]
    pdf, page = made.values()
    assert ADDRESS in page.decode() and "Six posts are filled." in page.decode()
    with pikepdf.open(BytesIO(pdf)) as read:
        assert "progress" in str(read.docinfo["/Title"])
