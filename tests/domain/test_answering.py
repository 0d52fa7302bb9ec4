"""Which findings need an answer or a reason, and which one answer serves."""

from __future__ import annotations

from dataclasses import replace

import pytest

from response_app.domain.answering import answer_or_reason, served_by
from response_app.domain.finding import Applies, FindingKind

from ..checks.sample import clean_record, finding, with_finding
from ..fixtures.national_report import OTHERS, OURS, is_ours, national_record

RECORD = clean_record()


def test_a_national_report_has_43_of_which_27_are_for_forces() -> None:
    record = national_record()
    assert len(answer_or_reason(record)) == OURS + OTHERS == 43
    assert sum(is_ours(number) for number in range(1, 44)) == OURS == 27


@pytest.mark.parametrize(
    "changes, there",
    [
        ({"applies": Applies.NO}, True),
        ({"applies": Applies.UNDECIDED, "scope": "National findings"}, True),
        ({"kind": FindingKind.PROMISING_PRACTICE}, False),
        ({"kind": FindingKind.AREA_FOR_IMPROVEMENT, "applies": Applies.NO}, True),
        ({"kind": FindingKind.AREA_FOR_IMPROVEMENT, "applies": Applies.UNDECIDED, "scope": "Westshire Police"}, False),
    ],
)
def test_what_is_for_others_needs_its_reason(changes: dict[str, object], there: bool) -> None:
    listed = [each.id for each in answer_or_reason(with_finding(RECORD, "r1", **changes))]
    assert listed == (["a1", "r1", "c1", "r2"] if there else ["a1", "c1", "r2"])


def test_one_answer_serves_those_answered_with_it_directly_or_by_another() -> None:
    record = with_finding(with_finding(RECORD, "r1", answered_with="a1"), "r2", answered_with="r1")
    assert [each.id for each in served_by(record, "a1")] == ["r1", "r2"]
    assert [each.id for each in served_by(record, "r1")] == ["r2"]
    assert served_by(record, "r2") == ()


def test_a_ring_in_a_file_of_somebody_elses_ends() -> None:
    ring = (finding("x", FindingKind.RECOMMENDATION, answered_with="y"), finding("y", FindingKind.RECOMMENDATION, answered_with="x"))
    assert [each.id for each in served_by(replace(RECORD, findings=ring), "x")] == ["y"]
