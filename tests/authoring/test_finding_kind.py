"""What a finding is called, and what belongs to what after that is changed."""

from __future__ import annotations

from pathlib import Path

import pytest

from response_app.authoring import findings, records
from response_app.authoring.workspace import Workspace
from response_app.domain.finding import FindingKind
from response_app.domain.record import Record
from response_app.interchange import read_record, write_record

from ..checks.sample import clean_record

# In the sample: a1 area for improvement, r1 recommendation, c1 cause of concern with r2 under it.


def _after(folder: Path, finding_id: str, kind: FindingKind) -> Record:
    workspace = Workspace.open(folder)
    record_id = workspace.do(records.bring_in, write_record(clean_record())).record_id
    try:
        workspace.do(findings.change_kind, record_id, finding_id, kind)
    finally:
        record = workspace.ask(records.open_record, record_id)
        workspace.close()
    return record


def test_a_cause_that_is_one_no_more_lets_its_recommendations_go(tmp_path: Path) -> None:
    record = _after(tmp_path, "c1", FindingKind.AREA_FOR_IMPROVEMENT)
    assert record.finding("c1").kind is FindingKind.AREA_FOR_IMPROVEMENT
    assert record.finding("r2").parent is None
    assert read_record(write_record(record)).record == record


def test_an_accelerated_cause_keeps_them(tmp_path: Path) -> None:
    assert _after(tmp_path, "c1", FindingKind.ACCELERATED_CAUSE_OF_CONCERN).finding("r2").parent == "c1"


def test_only_a_recommendation_belongs_to_a_cause(tmp_path: Path) -> None:
    record = _after(tmp_path, "r2", FindingKind.CAUSE_OF_CONCERN)
    assert record.finding("r2").parent is None
    assert read_record(write_record(record)).record == record


def test_a_finding_that_is_not_there_changes_nothing(tmp_path: Path) -> None:
    with pytest.raises(KeyError):
        _after(tmp_path, "f99", FindingKind.RECOMMENDATION)
    workspace = Workspace.open(tmp_path)
    assert workspace.ask(records.open_record, clean_record().record_id) == clean_record()
    workspace.close()


def test_a_recommendation_is_added_under_its_cause(tmp_path: Path) -> None:
    workspace = Workspace.open(tmp_path)
    record_id = workspace.do(records.bring_in, write_record(clean_record())).record_id
    workspace.do(findings.add_finding, record_id, FindingKind.RECOMMENDATION, after="c1", parent="c1")
    record = workspace.ask(records.open_record, record_id)
    workspace.close()
    assert [each.parent for each in record.findings] == [None, None, None, "c1", "c1"]
    assert read_record(write_record(record)).record == record
