"""The rows of the table of answers: what they say, which are found, how they are counted."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt

from response_app.domain.canonical import from_plain
from response_app.domain.finding import Action, ActionKind, Applies, Finding
from response_app.domain.office import JointBody
from response_app.domain.record import Record
from ui.models.answers_model import AnswersModel, Column, Line, Progress, Wanted, count_words, lines_of, made_to_words

from ...checks.sample import PROPOSED
from ...fixtures.national_report import is_ours, national_record

SPOKEN = Qt.ItemDataRole.AccessibleTextRole


def decided() -> Record:
    """Return the 43 as decided: 27 apply, of which r1 and r2 are answered and r4 is a draft; r3 alone lacks its reason."""

    def decide(number: int, finding: Finding) -> Finding:
        if not is_ours(number):
            return replace(finding, applies=Applies.NO, reason=() if number == 3 else from_plain("Made to others."))
        return replace(finding, applies=Applies.YES)

    record = national_record()
    made = [decide(number, each) for number, each in enumerate(record.findings, start=1)]
    made[0] = replace(made[0], action=(replace(PROPOSED, owner="Head of Crime", target_on=date(2024, 9, 30)),))
    made[1] = replace(made[1], answered_with="r1")
    made[3] = replace(made[3], action=(Action(ActionKind.TAKEN),), applies=Applies.JOINTLY)
    return replace(record, findings=tuple(made))


LINES = lines_of(decided())


def _line(number: int) -> Line:
    return LINES[number - 1]


def test_a_row_says_all_of_a_finding() -> None:
    first = _line(1)
    assert [first.words(column) for column in Column][3:] == [
        "Chief constables", "This force", "Yes", "Answered", "Head of Crime", "30 September 2024",
    ]  # fmt: skip
    assert first.spoken.startswith("Recommendation 1, By 31 March 2025, chief constables should make sure")
    assert first.spoken.endswith(
        "made to Chief constables, This force, applies: Yes, Answered, owner: Head of Crime, target: 30 September 2024"
    )
    assert _line(2).owner == "With Recommendation 1"
    assert _line(31).scope == "National findings"


def test_a_chapter_of_this_force_is_this_force_but_not_where_two_answer_together() -> None:
    first = replace(national_record().findings[0], scope="Exampleshire")
    alone = replace(national_record(), findings=(first,))
    assert lines_of(alone)[0].scope == "This force"
    joint = replace(alone, office=replace(alone.office, joint_with=(JointBody(force="Westshire Police"),)))
    assert lines_of(joint)[0].scope == "Exampleshire"


def test_how_far_each_is() -> None:
    assert [_line(number).progress for number in (1, 2, 3, 4, 5, 6)] == [
        Progress.ANSWERED, Progress.ANSWERED, Progress.REASON_MISSING, Progress.DRAFT, Progress.NOT_STARTED, Progress.REASON_GIVEN,
    ]  # fmt: skip


def test_the_count_in_words() -> None:
    assert count_words(LINES) == "27 of 43 are for this force; 2 answered; 1 of the others without a reason"
    assert count_words(LINES[:2]) == "2 of 2 are for this force; 2 answered"
    assert count_words(LINES[:1]) == "1 of 1 is for this force; 1 answered"


@pytest.mark.parametrize(
    "wanted, count, holds",
    [
        (Wanted(), 43, lambda line: True),
        (Wanted(words="TRAINING  specialist"), 7, lambda line: "specialist training" in line.sentence),
        (Wanted(words="nothing like it"), 0, lambda line: False),
        (Wanted(made_to="Chief constables"), 27, lambda line: line.needs_answer),
        (Wanted(made_to=""), 0, lambda line: False),
        (Wanted(scope="National findings"), 13, lambda line: int(line.label.split()[1]) > 30),
        (Wanted(applies=Applies.JOINTLY), 1, lambda line: line.id == "r4"),
        (Wanted(done=True), 17, lambda line: line.progress in (Progress.ANSWERED, Progress.REASON_GIVEN)),
        (Wanted(done=False), 26, lambda line: not line.progress.is_done),
        (Wanted(done=Progress.REASON_MISSING), 1, lambda line: line.id == "r3"),
        (Wanted("victims", "Chief constables", "This force", Applies.YES, False), 3, lambda line: "victims" in line.sentence),
    ],
)
def test_what_is_looked_for(wanted: Wanted, count: int, holds: Callable[[Line], bool]) -> None:
    found = [each for each in LINES if wanted.takes(each)]
    assert len(found) == count
    assert all(holds(each) for each in found)


def test_every_cell_has_words_for_a_screen_reader() -> None:
    model = AnswersModel()
    assert model.show(LINES)
    cells = [model.index(row, column).data(SPOKEN) for row in range(43) for column in range(model.columnCount())]
    assert all(cells)
    assert model.index(4, Column.CHOSEN).data(SPOKEN) == _line(5).spoken
    assert model.index(4, Column.OWNER).data(SPOKEN) == "none"
    heads = [model.headerData(column, Qt.Orientation.Horizontal, SPOKEN) for column in range(model.columnCount())]
    assert all(heads) and len(set(heads)) == len(Column)


def test_the_same_findings_keep_their_rows() -> None:
    model = AnswersModel()
    model.show(LINES)
    changed: list[tuple[int, int]] = []
    model.dataChanged.connect(lambda first, last: changed.append((first.row(), last.row())))
    assert not model.show((*LINES[:5], *(replace(each, owner="Somebody") for each in LINES[5:8]), *LINES[8:]))
    assert changed == [(5, 7)], "once, however many rows are others"
    assert not model.show(model.lines) and len(changed) == 1
    assert model.show(LINES[:5])


@pytest.mark.parametrize(
    "addressees, words",
    [
        ((), ""),
        (("College of Policing",), "Made to the College of Policing."),
        (("Chief constables in the region",), "Made to chief constables in the region."),
        (("Chief constables", "National Police Chiefs’ Council"), "Made to chief constables and the National Police Chiefs’ Council."),
        (("The Home Office", "HMICFRS"), "Made to the Home Office and HMICFRS."),
        (("All forces", "Mayors"), "Made to all forces and mayors."),
    ],
)
def test_whom_a_finding_is_made_to_is_a_reason(addressees: tuple[str, ...], words: str) -> None:
    assert made_to_words(addressees) == words
