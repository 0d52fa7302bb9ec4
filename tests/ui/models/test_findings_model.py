"""What the list of findings says, and how its rows move."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QModelIndex
from pytestqt.modeltest import ModelTester

from response_app.domain.finding import Applies, Due, DueKind, Finding, FindingKind
from response_app.domain.record import Record
from ui.models.findings_model import FindingsModel, counts_in_words, due_words, rows_of

from ...checks.sample import clean_record, with_finding

AFI, RECOMMENDATION = FindingKind.AREA_FOR_IMPROVEMENT, FindingKind.RECOMMENDATION
CAUSE, PRACTICE = FindingKind.CAUSE_OF_CONCERN, FindingKind.PROMISING_PRACTICE


def _findings(*kinds: FindingKind) -> list[Finding]:
    return [Finding(f"f{at}", kind) for at, kind in enumerate(kinds)]


@pytest.mark.parametrize(
    ("kinds", "words"),
    [
        ((), "No areas for improvement, no recommendations"),
        ((AFI, AFI, AFI), "3 areas for improvement, no recommendations"),
        ((AFI, RECOMMENDATION), "1 area for improvement, 1 recommendation"),
        ((CAUSE, RECOMMENDATION, RECOMMENDATION), "1 cause of concern, no areas for improvement, 2 recommendations"),
        ((AFI, PRACTICE), "1 area for improvement, no recommendations, 1 example of promising practice"),
        ((CAUSE, FindingKind.ACCELERATED_CAUSE_OF_CONCERN), "2 causes of concern, no areas for improvement, no recommendations"),
    ],
)
def test_findings_are_counted_in_words(kinds: tuple[FindingKind, ...], words: str) -> None:
    assert counts_in_words(_findings(*kinds)) == words


@pytest.mark.parametrize(
    ("due", "words"),
    [
        (Due(), ""),
        (Due(DueKind.DATE, date(2025, 3, 31)), "By 31 March 2025"),
        (Due(DueKind.MONTH, date(2025, 3, 31)), "By the end of March 2025"),
        (Due(DueKind.WITHIN, within="P3M"), "Within 3 months"),
        (Due(DueKind.IMMEDIATELY), "Immediately"),
        (Due(DueKind.DATE), ""),
        (Due(DueKind.DATE, date(2025, 3, 31), text="By the end of the financial year"), "By the end of the financial year"),
    ],
)
def test_a_time_limit_is_said_in_few_words(due: Due, words: str) -> None:
    assert due_words(due) == words


def test_a_row_says_all_of_a_finding_to_a_screen_reader() -> None:
    record = with_finding(clean_record(), "r2", scope="Exampleshire", due=Due(DueKind.IMMEDIATELY))
    row = rows_of(record)[3]
    assert row.spoken == "Recommendation 2, The force should improve r2., Applies, Exampleshire · Immediately"
    assert row.below


@pytest.mark.parametrize(
    ("applies", "scope", "badge"),
    [
        (Applies.YES, "", "Applies"),
        (Applies.NO, "", "For others"),
        (Applies.JOINTLY, "", "Jointly"),
        (Applies.UNDECIDED, "", "Not decided"),
        (Applies.UNDECIDED, "Westshire", "Other chapter"),
    ],
)
def test_the_badge_says_whether_it_applies(applies: Applies, scope: str, badge: str) -> None:
    assert rows_of(with_finding(clean_record(), "a1", applies=applies, scope=scope))[0].badge == badge


@pytest.fixture
def model(qtmodeltester: ModelTester) -> FindingsModel:
    """The four findings of the sample, watched for faults in what the model tells."""
    made = FindingsModel()
    made.show(clean_record())
    qtmodeltester.check(made)
    return made


@pytest.mark.parametrize(
    ("source", "target", "order"),
    [
        (0, 2, "r1 a1 c1 r2"),
        (3, 0, "r2 a1 r1 c1"),
        (0, 4, "r1 c1 r2 a1"),
        (2, 1, "a1 c1 r1 r2"),
        (1, 1, ""),
        (1, 2, ""),
        (0, 5, ""),
        (9, 0, ""),
    ],
)
def test_a_row_moves_and_the_order_is_told(model: FindingsModel, source: int, target: int, order: str) -> None:
    told: list[tuple[str, ...]] = []
    model.moved.connect(told.append)
    assert model.moveRow(QModelIndex(), source, QModelIndex(), target) is bool(order)
    assert told == ([tuple(order.split())] if order else [])


def test_a_row_that_says_something_else_is_told_alone(model: FindingsModel) -> None:
    told: list[int] = []
    resets: list[int] = []
    model.dataChanged.connect(lambda first, last: told.extend(range(first.row(), last.row() + 1)))
    model.modelReset.connect(lambda: resets.append(1))
    model.show(with_finding(clean_record(), "c1", heading="Another."))
    assert (told, resets) == ([2], [])
    model.show(Record(findings=clean_record().findings[:1]))
    assert resets == [1]


def test_the_same_rows_tell_nothing(model: FindingsModel) -> None:
    told: list[int] = []
    model.dataChanged.connect(lambda *_: told.append(1))
    model.show(replace(clean_record()))
    assert not told
