"""Every use case of the window: what it changes, that it is saved, how it is taken back, and that a failure keeps nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from response_app.authoring import answers, completion, details, editing, findings, office, records, texts
from response_app.authoring.earlier_words import kept_words
from response_app.authoring.workspace import Workspace
from response_app.domain.canonical import from_plain
from response_app.domain.changes import Changes
from response_app.domain.finding import ActionKind, Applies, FindingKind
from response_app.domain.inspection import Grade, Judgement
from response_app.domain.office import Office
from response_app.domain.record import Record
from response_app.domain.response import ClockApplies, ClockDecision, Invitation, Publication
from response_app.errors import FileRefused, StoreUnavailable
from response_app.paths import template
from response_app.store.work import Work

EXAMPLE = template("example.json").read_bytes()


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    """A store with the example record."""
    opened = Workspace.open(tmp_path / "store", "A. Author")
    opened.do(records.bring_in, EXAMPLE)
    yield opened
    opened.close()


@pytest.fixture
def record(workspace: Workspace) -> Record:
    """The example as stored."""
    (row,) = workspace.ask(records.list_records)
    return workspace.ask(records.open_record, row.record_id)


def now(workspace: Workspace, record: Record) -> Record:
    """Return the record as it stands in the store."""
    return workspace.ask(records.open_record, record.record_id)


CASES: dict[str, tuple[Callable[..., Changes], tuple[Any, ...], dict[str, Any]]] = {
    "title": (details.change_inspection, (), {"title": "Another title"}),
    "published": (details.change_inspection, (), {"published_on": date(2024, 5, 15)}),
    "grades": (details.change_judgements, ((Judgement("", "Overall", Grade.GOOD), Judgement("", "Plans", None)),), {}),
    "office": (details.change_office, (Office(force="Westshire Police", holder="C. Example"),), {}),
    "version": (details.change_state, (), {"version_label": "1.1"}),
    "clock": (details.decide_clock, (ClockDecision(ClockApplies.NO, "A revisit letter."),), {}),
    "invitation": (details.change_invitation, (Invitation(date(2024, 5, 20), date(2024, 6, 14)),), {}),
    "publication": (details.change_publication, (Publication(date(2024, 7, 3)),), {}),
    "add finding": (findings.add_finding, (FindingKind.RECOMMENDATION, "The force should do more."), {}),
    "change finding": (findings.change_finding, ("f1",), {"number": "7", "applies": Applies.JOINTLY}),
    "change kind": (findings.change_kind, ("f1", FindingKind.RECOMMENDATION), {}),
    "move finding": (findings.move_finding, ("f1", 1), {}),
    "order findings": (findings.order_findings, (("f3", "f1", "f2"),), {}),
    "reference": (findings.change_finding, ("f1",), {"reference": "AFI-1"}),
    "lead-in": (findings.change_finding, ("f1",), {"lead_in": "By 30 September, the force should:"}),
    "add source": (findings.add_source, ("f1",), {}),
    "elsewhere": (details.decide_clock, (ClockDecision(ClockApplies.ELSEWHERE, "", "another-record"),), {}),
    "add joint body": (details.add_joint_body, (), {}),
    "delete finding": (findings.delete_finding, ("f2",), {}),
    "chief details": (answers.change_chief_details, ("f1", "Head of Crime", date(2025, 1, 31)), {}),
    "add action": (answers.add_action, ("f1", ActionKind.NONE), {}),
    "change action": (answers.change_action, ("f1", 0, ActionKind.NONE, "Nobody", None), {}),
    "remove action": (answers.remove_action, ("f1", 0), {}),
    "answer together": (answers.answer_together, ("f1", "f2"), {}),
}


@pytest.mark.parametrize("case", CASES)
def test_a_decision_is_saved_named_and_taken_back(workspace: Workspace, record: Record, case: str) -> None:
    use_case, arguments, values = CASES[case]
    changes = workspace.do(use_case, record.record_id, *arguments, **values)
    assert changes.name
    assert changes.places
    assert changes.before == record
    assert changes.after == now(workspace, record) != record
    back, kept = workspace.do(editing.take_back, changes)
    assert kept == ()
    assert now(workspace, record) == record
    again, kept = workspace.do(editing.take_back, back)
    assert kept == ()
    assert now(workspace, record) == changes.after == again.after


@pytest.mark.parametrize("case", [case for case in CASES if not case.startswith(("add", "move", "delete", "remove"))])
def test_what_changes_nothing_is_empty(workspace: Workspace, record: Record, case: str) -> None:
    """Doing it a second time changes nothing, but for what adds, moves or removes."""
    use_case, arguments, values = CASES[case]
    workspace.do(use_case, record.record_id, *arguments, **values)
    assert workspace.do(use_case, record.record_id, *arguments, **values).empty


@pytest.mark.parametrize("case", CASES)
def test_a_failure_keeps_nothing(workspace: Workspace, record: Record, case: str, monkeypatch: pytest.MonkeyPatch) -> None:
    use_case, arguments, values = CASES[case]

    def full(work: Work) -> None:
        raise StoreUnavailable("There is no room left on the drive.")

    with monkeypatch.context() as broken:
        broken.setattr(Work, "commit", full)
        with pytest.raises(StoreUnavailable):
            workspace.do(use_case, record.record_id, *arguments, **values)
    assert now(workspace, record) == record


@pytest.mark.parametrize("case", CASES)
def test_an_unknown_record_is_an_error(workspace: Workspace, case: str) -> None:
    use_case, arguments, values = CASES[case]
    with pytest.raises(KeyError):
        workspace.do(use_case, "nobody", *arguments, **values)


@pytest.mark.parametrize("case", [case for case in CASES if CASES[case][1][:1] in (("f1",), ("f2",))])
def test_an_unknown_finding_is_an_error(workspace: Workspace, record: Record, case: str) -> None:
    use_case, arguments, values = CASES[case]
    with pytest.raises(KeyError):
        workspace.do(use_case, record.record_id, "f99", *arguments[1:], **values)
    assert now(workspace, record) == record


def test_a_new_publication_date_is_to_be_confirmed_again(workspace: Workspace, record: Record) -> None:
    assert record.inspection.publication_confirmed
    workspace.do(details.change_inspection, record.record_id, published_on=date(2024, 5, 15))
    assert not now(workspace, record).inspection.publication_confirmed
    workspace.do(details.change_inspection, record.record_id, publication_confirmed=True)
    workspace.do(details.change_inspection, record.record_id, title="Another")
    assert now(workspace, record).inspection.publication_confirmed


def test_what_was_typed_since_stays_when_a_decision_is_taken_back(workspace: Workspace, record: Record) -> None:
    deleted = workspace.do(findings.delete_finding, record.record_id, "f1")
    workspace.do(texts.save_text, record.record_id, "sections.overall_comments", from_plain("Typed since."))
    workspace.do(editing.take_back, deleted)
    after = now(workspace, record)
    assert after.findings == record.findings
    assert after.sections.overall_comments == from_plain("Typed since.")


def test_the_same_words_changed_since_are_kept_and_named(workspace: Workspace, record: Record) -> None:
    changed = workspace.do(details.change_inspection, record.record_id, title="First")
    workspace.do(details.change_inspection, record.record_id, title="Second")
    _, kept = workspace.do(editing.take_back, changed)
    assert kept == ("inspection.title",)
    assert now(workspace, record).inspection.title == "Second"


def test_findings_that_answer_each_other_are_refused(workspace: Workspace, record: Record) -> None:
    workspace.do(answers.answer_together, record.record_id, "f1", "f2")
    with pytest.raises(ValueError, match="each"):
        workspace.do(answers.answer_together, record.record_id, "f2", "f1")
    workspace.do(answers.answer_together, record.record_id, "f1", None)
    assert now(workspace, record) == record


def test_a_deleted_finding_is_named_nowhere(workspace: Workspace, record: Record) -> None:
    workspace.do(answers.answer_together, record.record_id, "f1", "f2")
    workspace.do(findings.delete_finding, record.record_id, "f2")
    assert now(workspace, record).finding("f1").answered_with is None


def test_typing_is_saved_and_earlier_words_come_back(workspace: Workspace, record: Record) -> None:
    place = "sections.initial_response"
    typed = workspace.do(texts.save_text, record.record_id, place, from_plain("Typed."))
    assert (typed.name, typed.places, typed.empty) == ("", (place, "record.status"), False)
    assert workspace.do(texts.save_text, record.record_id, place, from_plain("Typed.")).empty
    assert now(workspace, record).sections.initial_response == from_plain("Typed.")
    kept = workspace.ask(texts.text_versions, record.record_id, place)
    assert kept
    oldest = kept[-1]
    assert workspace.ask(kept_words, oldest.number)() == record.sections.initial_response
    back = workspace.do(texts.bring_back_version, record.record_id, place, oldest.number)
    assert now(workspace, record) == record
    workspace.do(editing.take_back, back)
    assert now(workspace, record).sections.initial_response == from_plain("Typed.")


def test_typing_at_no_place_of_the_record_is_an_error(workspace: Workspace, record: Record) -> None:
    with pytest.raises(KeyError):
        workspace.do(texts.save_text, record.record_id, "findings[f99].chief.text", from_plain("Lost?"))
    assert now(workspace, record) == record


def test_a_record_goes_and_comes_back(workspace: Workspace, record: Record) -> None:
    assert workspace.do(records.delete_record, record.record_id).list_changed
    assert workspace.ask(records.list_records) == ()
    workspace.do(records.restore_record, record.record_id)
    assert now(workspace, record) == record
    with pytest.raises(KeyError):
        workspace.do(records.delete_record, "nobody")


def test_a_new_record_has_the_office_titles(workspace: Workspace) -> None:
    workspace.do(office.set_up, " A. Author ", Office(force="Westshire Police", body_title="Mayor", contact="a@example.org"))
    assert workspace.ask(office.person_name) == "A. Author"
    made = workspace.do(records.new_record, "An inspection")
    assert made.after is not None
    assert made.after.office == Office(force="Westshire Police", body_title="Mayor", contact="a@example.org")
    assert len(workspace.ask(records.list_records)) == 2


def test_a_record_file_comes_in_once_and_goes_out_as_it_was(workspace: Workspace, record: Record) -> None:
    assert workspace.ask(records.give_out, record.record_id) == EXAMPLE
    with pytest.raises(FileRefused, match="already"):
        workspace.do(records.bring_in, EXAMPLE)
    with pytest.raises(FileRefused):
        workspace.do(records.bring_in, b"no record")
    assert len(workspace.ask(records.list_records)) == 1


def test_completion_is_the_authors_own_statement(workspace: Workspace, record: Record) -> None:
    workspace.do(completion.say_completed, record.record_id, "sections.initial_response", True)
    assert workspace.ask(completion.completed, record.record_id) == {"sections.initial_response"}
    workspace.do(completion.say_completed, record.record_id, "sections.initial_response", False)
    assert workspace.ask(completion.completed, record.record_id) == frozenset()
    with pytest.raises(KeyError):
        workspace.do(completion.say_completed, "nobody", "x", True)
