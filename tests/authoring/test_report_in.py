"""From a confirmed table to a record: one step that can be taken back, and a failure that leaves nothing."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from response_app.authoring import editing, findings, records, report_in
from response_app.authoring.workspace import Workspace
from response_app.domain.canonical import from_plain
from response_app.domain.finding import Action, ActionKind, Finding, FindingKind
from response_app.domain.office import Office
from response_app.domain.record import Record, Sections
from response_app.domain.response import AttachmentKind, Status
from response_app.errors import FileRefused, StoreDamaged, WriteFailed
from response_app.intake import triage
from response_app.intake.proposal import EarlierParts, Found, Proposal, ProposedFinding

REPORT = report_in.SourceFile("report.pdf", b"%PDF-1.7 the inspectors' own file")
CONCERN = "The force needs to improve how it supervises investigations."


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    """An empty store."""
    opened = Workspace.open(tmp_path / "store", "A. Author")
    yield opened
    opened.close()


def proposal(kind: FindingKind = FindingKind.CAUSE_OF_CONCERN) -> Proposal:
    """Return a cause of concern with one recommendation."""
    cause = Finding("f1", kind, heading=CONCERN, wording=from_plain(CONCERN))
    under = Finding("f2", FindingKind.RECOMMENDATION, parent="f1", heading="The force should train supervisors.")
    proposed = (ProposedFinding(cause), ProposedFinding(under))
    return Proposal(title=Found("A report"), published_on=Found(date(2024, 5, 14)), published_label="Published on", findings=proposed)


def table(kind: FindingKind = FindingKind.CAUSE_OF_CONCERN) -> triage.Triage:
    """Return it as confirmed."""
    return triage.begin(proposal(kind), "")


def stored(workspace: Workspace, record_id: str) -> Record:
    """Return a record as it stands in the store."""
    return workspace.ask(records.open_record, record_id)


def test_a_record_is_made_with_its_report_beside_it(workspace: Workspace) -> None:
    """The date is not confirmed by reading; the report can be opened again, by its hash."""
    changes = workspace.do(report_in.make_record, table(), REPORT)
    record = stored(workspace, changes.record_id)
    read = record.inspection
    assert (read.title, read.published_on, read.publication_confirmed) == ("A report", date(2024, 5, 14), False)
    assert [(each.id, each.parent) for each in record.findings] == [("f1", None), ("f2", "f1")]
    (kept,) = record.state.attachments
    assert (kept.name, kept.what, kept.sha256) == ("report.pdf", AttachmentKind.REPORT, hashlib.sha256(REPORT.data).hexdigest())
    assert workspace.ask(report_in.source_report, record.record_id) == REPORT


def test_it_is_one_step_that_goes_and_comes_back(workspace: Workspace) -> None:
    """Undo takes the record out of the list, redo brings it back whole."""
    changes = workspace.do(report_in.make_record, table(), REPORT)
    before = stored(workspace, changes.record_id)
    workspace.do(records.delete_record, changes.record_id)
    assert workspace.ask(records.list_records) == ()
    workspace.do(records.restore_record, changes.record_id)
    assert stored(workspace, changes.record_id) == before


def test_findings_go_into_a_record_that_is_there(workspace: Workspace) -> None:
    """With ids of their own; what the record says of its inspection stays, what it lacks comes from the report."""
    record_id = workspace.do(records.new_record, "My own title").record_id
    workspace.do(findings.add_finding, record_id, FindingKind.AREA_FOR_IMPROVEMENT, "The first.")
    changes = workspace.do(report_in.add_to_record, record_id, table(), REPORT)
    record = stored(workspace, record_id)
    assert [(each.id, each.parent) for each in record.findings] == [("f1", None), ("f2", None), ("f3", "f2")]
    assert (record.inspection.title, record.inspection.published_on) == ("My own title", date(2024, 5, 14))
    workspace.do(editing.take_back, changes)
    assert [each.heading for each in stored(workspace, record_id).findings] == ["The first."]


def test_the_same_report_is_kept_once(workspace: Workspace) -> None:
    """Another one of the same name has a name of its own."""
    record_id = workspace.do(report_in.make_record, table(), REPORT).record_id
    workspace.do(report_in.add_to_record, record_id, table(), REPORT)
    workspace.do(report_in.add_to_record, record_id, table(), replace(REPORT, data=b"%PDF another"))
    assert [each.name for each in stored(workspace, record_id).state.attachments] == ["report.pdf", "report (2).pdf"]


def test_a_report_that_cannot_be_kept_leaves_nothing(workspace: Workspace) -> None:
    """The drive says no: no record, and the store as it was."""
    (workspace.path.parent / "attachments").write_bytes(b"in the way")
    with pytest.raises(WriteFailed):
        workspace.do(report_in.make_record, table(), REPORT)
    assert workspace.ask(records.list_records) == ()


def test_a_kept_report_that_is_spoilt_is_noticed(workspace: Workspace) -> None:
    """Its bytes are those that were kept, or the user is told."""
    record_id = workspace.do(report_in.make_record, table(), REPORT).record_id
    (kept,) = (workspace.path.parent / "attachments").glob("??/*")
    kept.chmod(0o644)
    kept.write_bytes(b"%PDF-1.7 the inspectors' own filE")
    with pytest.raises(StoreDamaged):
        workspace.ask(report_in.source_report, record_id)
    kept.unlink()
    with pytest.raises(FileRefused, match="no longer"):
        workspace.ask(report_in.source_report, record_id)


def test_a_concern_of_an_accelerated_notice_is_offered_as_the_same(workspace: Workspace) -> None:
    """Its old answer comes along as a draft, and the notice stands among the sources; the old record stays as it is."""
    notice = workspace.do(report_in.make_record, table(FindingKind.ACCELERATED_CAUSE_OF_CONCERN)).record_id
    answered = Action(ActionKind.PROPOSED, from_plain("I have asked for a plan."))
    workspace.do(findings.change_finding, notice, "f1", action=(answered,))
    old = stored(workspace, notice)
    (known,) = workspace.ask(report_in.known_concerns, proposal_findings())
    assert (known.finding_id, known.record_id, known.title) == ("f1", notice, "A report")
    chosen = triage.take_for_same(table(), "f1", known.same_as)
    record = stored(workspace, workspace.do(report_in.make_record, chosen).record_id)
    first = record.finding("f1")
    assert (first.same_as, first.action, first.sources[0].record_id) == (known.same_as, (answered,), notice)
    assert stored(workspace, notice) == old


def proposal_findings() -> tuple[Finding, ...]:
    """Return the findings of the report, the concern in slightly other words."""
    cause, under = (each.finding for each in proposal().findings)
    return replace(cause, heading="The force needs to improve the way it supervises investigations."), under


@pytest.mark.parametrize(
    "words",
    [
        "The constabulary needs to improve how it supervises investigations.",
        "Exampleshire Police needs to improve how it supervises its investigations",
        "The force needs to improve how it supervises investigations",
    ],
)
def test_the_same_concern_may_name_the_force_otherwise(workspace: Workspace, words: str) -> None:
    """What differs is who is spoken of, not what is said."""
    workspace.do(report_in.make_record, table(FindingKind.ACCELERATED_CAUSE_OF_CONCERN))
    (cause, _) = proposal_findings()
    assert len(workspace.ask(report_in.known_concerns, (replace(cause, heading=words),))) == 1


def test_an_inspectorate_that_was_not_found_is_left_open(workspace: Workspace) -> None:
    """The page says that it was not found; nothing is written in its place."""
    record_id = workspace.do(report_in.make_record, table()).record_id
    assert stored(workspace, record_id).inspection.inspectorate == ""


def test_other_concerns_are_not_offered(workspace: Workspace) -> None:
    """Nor is what is in a deleted record, nor a recommendation."""
    notice = workspace.do(report_in.make_record, table(FindingKind.ACCELERATED_CAUSE_OF_CONCERN)).record_id
    other = Finding("f1", FindingKind.CAUSE_OF_CONCERN, heading="The force does not record crimes accurately.")
    assert workspace.ask(report_in.known_concerns, (other, replace(other, kind=FindingKind.RECOMMENDATION, heading=CONCERN))) == ()
    workspace.do(records.delete_record, notice)
    assert workspace.ask(report_in.known_concerns, proposal_findings()) == ()


def test_a_published_record_is_brought_in_as_published(workspace: Workspace) -> None:
    """With its office, sections and findings; a report is refused there."""
    sections = Sections(initial_response=from_plain("I welcome the report."))
    earlier = EarlierParts(Office(force="Exampleshire"), sections, "1.0", date(2024, 7, 1))
    changes = workspace.do(report_in.bring_in_published, replace(proposal(), earlier=earlier), REPORT)
    record = stored(workspace, changes.record_id)
    assert (record.office.force, record.sections, record.state.status) == ("Exampleshire", sections, Status.PUBLISHED)
    assert (record.state.version_label, record.state.publication.confirmed_on) == ("1.0", date(2024, 7, 1))
    with pytest.raises(FileRefused, match="not a published record"):
        workspace.do(report_in.bring_in_published, proposal(), REPORT)
