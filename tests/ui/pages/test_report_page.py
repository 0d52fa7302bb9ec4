"""The page of a report: what is shown of a proposal, and what each key and click makes of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel, QTableView, QWidget
from pytestqt.qtbot import QtBot

from response_app.authoring import office, records, report_in
from response_app.authoring.workspace import Workspace
from response_app.domain.finding import Applies, FindingKind
from response_app.domain.richtext import plain
from response_app.errors import StoreUnavailable
from response_app.intake.proposal import ScopeKind
from response_app.intake.report import read
from tests.flows.fictional import fictional
from ui.models.triage_model import SENTENCE
from ui.pages.report_page import ReadReport, ReportPage
from ui.state import State

from ...fixtures.usual_looks import usual_looks

REGIONAL = Path(__file__).parents[2] / "flows" / "files" / "regional.pdf"
REPORT = b"""An inspection of Exampleshire Police

Published on 14 May 2024

Cause of concern

The force is not keeping vulnerable callers safe.

Recommendations

The force should answer calls sooner.

Area for improvement

The force should record crime better.

It records late. Supervisors do not look.

Area for improvement

The force should train its people.
"""
TABLE = b"""Ref,Finding,Notes,Owner,By when
1,The force should answer calls sooner.,AFI,Chief constable,31 March 2025
2,The force should record crime better.,Recommendation,,within three months
"""
NONE, SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
KEY = Qt.Key
AFI, RECOMMENDATION = FindingKind.AREA_FOR_IMPROVEMENT, FindingKind.RECOMMENDATION


class Sitting:
    """The page with a report on it."""

    def __init__(self, qtbot: QtBot, workspace: Workspace) -> None:
        self.qtbot = qtbot
        self.state = State(workspace, today=lambda: date(2024, 6, 26))
        self.page = ReportPage(self.state)
        qtbot.addWidget(self.page)
        self.page.resize(1128, 780)
        with qtbot.waitActive(self.page):
            self.page.show()
            self.page.activateWindow()

    def reads(self, data: bytes, name: str = "report.txt", into: str = "") -> None:
        """Show what is found in a file."""
        self.page.show_report(ReadReport(read(data, name), data, 0.5, into))

    @property
    def findings(self) -> list[tuple[FindingKind, str]]:
        """Kind and sentence of each finding of the table."""
        return [(row.finding.kind, row.finding.heading) for row in self.page.history.triage.rows]

    @property
    def taken(self) -> list[bool]:
        """Which of them are taken."""
        return [row.taken for row in self.page.history.triage.rows]

    def press(self, *keys: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
        """Press keys where the keyboard is."""
        for key in keys:
            at = QApplication.focusWidget()
            assert at is not None
            QTest.keyClick(at, key, held)

    def widget(self, name: str) -> QWidget:
        """Return the one visible widget with this accessible name."""
        found = [each for each in self.page.findChildren(QWidget) if each.accessibleName() == name and each.isVisible()]
        assert len(found) == 1, f"{len(found)} visible widgets are named {name}"
        return found[0]

    def click(self, name: str) -> None:
        """Click a button."""
        made = self.widget(name)
        assert isinstance(made, QAbstractButton) and made.isEnabled()
        QTest.mouseClick(made, Qt.MouseButton.LeftButton)

    def in_table(self, *rows: int) -> None:
        """Show the full table and select rows in it by keys."""
        self.page.found.set_full(True)
        self.press(KEY.Key_Home, held=Qt.KeyboardModifier.ControlModifier)
        self.press(*[KEY.Key_Down] * rows[0])
        for _ in rows[1:]:
            self.press(KEY.Key_Down, held=SHIFT)

    def sees(self, words: str) -> bool:
        """Tell whether some visible label holds these words."""
        return any(words in each.text() for each in self.page.findChildren(QLabel) if each.isVisible())


@pytest.fixture
def sitting(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Sitting]:
    """The page, with the office of Exampleshire and an empty store."""
    usual_looks(qapp)
    workspace = Workspace.open(tmp_path / "store")
    workspace.do(office.set_up, "Sam Author", fictional().office)
    made = Sitting(qtbot, workspace)
    yield made
    made.page.close_report()
    workspace.close()


# --- What is shown ----------------------------------------------------------------------------


def test_the_fields_and_the_count(sitting: Sitting) -> None:
    """A report without grades has none found; nothing says that it is ungraded."""
    sitting.reads(REPORT)
    assert sitting.sees("report.txt · ") and sitting.sees("nothing is saved until you confirm")
    assert sitting.sees("4 for this force")
    assert sitting.sees("No grade found") and not sitting.sees("Ungraded")
    assert sitting.sees("Label: “Published on”. Confirm: the 56 days count from this date.")


def test_confirming_the_day_is_a_step_that_undo_takes_back(sitting: Sitting) -> None:
    sitting.reads(REPORT)
    sitting.widget("The date of publication is right").setFocus()
    sitting.press(KEY.Key_Space)
    assert sitting.page.history.triage.inspection.publication_confirmed and sitting.sees("Confirmed by you.")
    sitting.page.history.undo()
    assert not sitting.page.history.triage.inspection.publication_confirmed
    assert not sitting.page.found.fields.confirmed.isChecked()


def test_the_page_turns_to_the_finding_and_a_click_on_its_place_selects_it(sitting: Sitting) -> None:
    sitting.reads(REGIONAL.read_bytes(), "regional.pdf")
    page = sitting.page
    page.found.list.setFocus()
    assert page.view.page == 2
    sitting.press(KEY.Key_Down)
    assert page.view.page == 3 and sitting.sees("Page 3 of 4")
    third = page.history.triage.rows[2]
    place = page.view.sheet.place_of(third.proposed.span.first, third.proposed.span.last)
    QTest.mouseClick(page.view.sheet, Qt.MouseButton.LeftButton, pos=place.center())
    assert page.found.current_id() == third.id
    sitting.click("Page after")
    assert page.view.page == 4 and page.found.current_id() == third.id


def test_dragging_over_words_chooses_them_as_evidence(sitting: Sitting) -> None:
    sitting.reads(REGIONAL.read_bytes(), "regional.pdf")
    page = sitting.page
    page.found.select([page.history.triage.rows[0].id])
    lines = [each for each in page.read.report.reading.lines if "regional unit works" in each.text or "that we read" in each.text]  # type: ignore[union-attr]
    first, last = lines[0].number, lines[-1].number
    sheet = page.view.sheet
    begun, ended = sheet.place_of(first, first), sheet.place_of(last, last)
    QTest.mousePress(sheet, Qt.MouseButton.LeftButton, pos=QPoint(begun.left() + 2, begun.center().y()))
    QTest.mouseMove(sheet, QPoint(ended.right() - 2, ended.center().y()))
    QTest.mouseRelease(sheet, Qt.MouseButton.LeftButton, pos=QPoint(ended.right() - 2, ended.center().y()))
    assert page.view.chosen == (first, last)
    sitting.click("Add to the finding’s evidence")
    assert "The regional unit works well with the forces." in plain(page.history.triage.rows[0].finding.evidence)


def test_what_only_restates_an_earlier_report_stands_apart(sitting: Sitting) -> None:
    """It is not among the findings until the user takes it."""
    data = read(REPORT, "report.txt")
    again = replace(data.proposal.findings[-1], restated=True)
    proposal = replace(data.proposal, findings=data.proposal.findings[:-1], restated=(again,))
    sitting.page.show_report(ReadReport(replace(data, proposal=proposal), REPORT, 0.5))
    assert len(sitting.findings) == 3 and sitting.sees("Restated from an earlier report, not taken")
    sitting.click("Take restated finding 1 all the same")
    assert sitting.findings[-1] == (AFI, "The force should train its people.")
    assert not sitting.sees("Restated from an earlier report")


# --- Many at once -----------------------------------------------------------------------------


def test_keys_take_leave_out_and_decide_for_all_that_are_selected(sitting: Sitting) -> None:
    sitting.reads(REPORT)
    sitting.in_table(2, 3)
    sitting.press(KEY.Key_Space)
    assert sitting.taken == [True, True, False, False]
    sitting.press(KEY.Key_Space)
    assert sitting.taken == [True] * 4
    sitting.press(KEY.Key_N)
    assert [row.finding.applies for row in sitting.page.history.triage.rows][2:] == [Applies.NO, Applies.NO]
    sitting.press(KEY.Key_A)
    assert [row.finding.applies for row in sitting.page.history.triage.rows][2:] == [Applies.YES, Applies.YES]
    sitting.press(KEY.Key_Delete)
    assert sitting.taken == [True, True, False, False]
    for _ in range(5):
        sitting.page.history.undo()
    assert sitting.taken == [True] * 4 and sitting.page.history.undo_name == ""


def test_what_does_not_apply_asks_for_its_reason_beside_the_field_and_enter_goes_there(sitting: Sitting) -> None:
    sitting.reads(REPORT)
    sitting.in_table(2, 3)
    sitting.press(KEY.Key_N)
    assert isinstance(QApplication.focusWidget(), QTableView) and not sitting.page.found.form.kind.isVisible()
    assert sitting.sees("Write why: the record prints the reason.")
    sitting.press(KEY.Key_Up, KEY.Key_Up)
    assert sitting.page.found.panel is None, "another finding is selected, which lacks none"
    sitting.press(KEY.Key_Down)
    sitting.press(KEY.Key_Down, held=SHIFT)
    sitting.press(KEY.Key_N, KEY.Key_Return)
    field = sitting.widget("Why not, or with whom")
    assert field.hasFocus() and field.accessibleDescription().startswith("Write why: the record prints the reason.")
    QTest.keyClicks(field, "Made to the College of Policing.")
    sitting.press(KEY.Key_Tab)
    assert not sitting.sees("Write why")
    assert [plain(row.finding.reason) for row in sitting.page.history.triage.rows][2:] == ["Made to the College of Policing."] * 2


def test_in_the_lowest_window_the_full_table_shows_a_sentence_and_every_button(sitting: Sitting) -> None:
    sitting.reads(REPORT)
    sitting.page.resize(768, 374)
    sitting.page.found.set_full(True)
    page, table = sitting.page, sitting.page.found.table
    sitting.qtbot.waitUntil(lambda: table.viewport().rect().contains(table.visualRect(page.model.index(0, SENTENCE))))
    for each in page.found.tools.values():
        assert page.viewport().rect().contains(QRect(each.mapTo(page.viewport(), QPoint()), each.size())), each.accessibleName()


def test_fields_hold_for_all_that_are_selected(sitting: Sitting) -> None:
    sitting.reads(REPORT)
    sitting.in_table(2, 3)
    sitting.press(KEY.Key_Return)
    kind = sitting.widget("Kind of finding")
    assert isinstance(kind, QComboBox) and kind.hasFocus() and sitting.sees("2 findings: what you enter holds for all of them")
    QTest.keyClicks(kind, "Rec")
    sitting.press(KEY.Key_Return)
    assert [each[0] for each in sitting.findings][2:] == [RECOMMENDATION, RECOMMENDATION]
    place = sitting.widget("For")
    assert isinstance(place, QComboBox)
    place.setFocus()
    QTest.keyClicks(place, "Another")
    sitting.press(KEY.Key_Return)
    rows = sitting.page.history.triage.rows
    assert [row.proposed.scope_kind for row in rows][2:] == [ScopeKind.OTHER_FORCE] * 2 and sitting.taken[2:] == [False, False]
    assert [row.finding.heading for row in rows][2:] == ["The force should record crime better.", "The force should train its people."]


def test_two_findings_are_joined_and_parted_by_undo(sitting: Sitting) -> None:
    sitting.reads(REPORT)
    sitting.in_table(2, 3)
    sitting.press(KEY.Key_J)
    assert len(sitting.findings) == 3
    assert plain(sitting.page.history.triage.rows[2].finding.evidence).endswith("The force should train its people.")
    sitting.page.history.undo()
    assert len(sitting.findings) == 4


def test_a_finding_is_split_where_the_user_says_or_left_whole(sitting: Sitting) -> None:
    sitting.reads(REPORT)
    sitting.in_table(2)
    sitting.press(KEY.Key_S, KEY.Key_Escape)
    assert len(sitting.findings) == 4 and sitting.page.found.panel is None
    sitting.press(KEY.Key_S, KEY.Key_Return)
    assert sitting.findings[3] == (AFI, "It records late.")
    assert sitting.page.found.selected_ids() == [sitting.page.history.triage.rows[3].id]


def test_a_missed_finding_is_typed(sitting: Sitting) -> None:
    sitting.reads(REPORT)
    sitting.click("Add a missed finding")
    sitting.click("Add the missed finding")
    assert sitting.sees("Type the inspectors’ words first.") and len(sitting.findings) == 4
    QTest.keyClicks(sitting.widget("Words of the missed finding"), "The force should look ahead.")
    sitting.click("Add the missed finding")
    assert sitting.findings[-1] == (AFI, "The force should look ahead.")


def test_a_tick_is_taken_away_by_a_click(sitting: Sitting) -> None:
    sitting.reads(REPORT)
    view = sitting.page.found.list
    box = view.visualRect(view.model().index(3, 0))
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=box.topLeft() + QPoint(22, 18))
    assert sitting.taken == [True, True, True, False]


# --- Known concerns ---------------------------------------------------------------------------


@pytest.mark.parametrize("same", [True, False])
def test_a_concern_that_is_known_is_offered(sitting: Sitting, same: bool) -> None:
    """Yes takes its answer as a draft when the record is made; no is the end of it."""
    sitting.reads(REPORT.replace(b"Cause of concern", b"Accelerated cause of concern"))
    sitting.page.confirm()
    sitting.reads(REPORT)
    assert sitting.sees("Use its answer as a draft?")
    sitting.click("Yes, concern 1 is the same" if same else "No, concern 1 is another")
    assert not sitting.sees("Use its answer as a draft?")
    row = sitting.page.history.triage.rows[0]
    assert bool(row.same_as) is same
    assert sitting.page.history.undo_name == ("take for the same concern" if same else "")


# --- The same file again ----------------------------------------------------------------------


def test_a_report_that_a_record_was_made_from_is_told_with_a_way_to_the_record(sitting: Sitting) -> None:
    sitting.reads(REPORT)
    assert not sitting.page.banner.isVisible()
    sitting.page.confirm()
    (row,) = sitting.state.list_records()
    sitting.reads(REPORT + b" ")
    assert not sitting.page.banner.isVisible(), "another file"
    sitting.reads(REPORT, into=row.record_id)
    assert sitting.sees("This record has findings from this very file already.")
    sitting.reads(REPORT, "renamed.txt")
    assert sitting.sees("was made from this very file.") and sitting.findings, "it only warns"
    asked: list[str] = []
    sitting.page.open_requested.connect(asked.append)
    sitting.click("Open that record")
    assert asked == [row.record_id] and not sitting.page.is_busy
    sitting.state.do(records.delete_record, row.record_id)
    sitting.reads(REPORT)
    assert not sitting.page.banner.isVisible()


# --- Tables of findings -----------------------------------------------------------------------


def test_columns_are_confirmed_before_findings_appear(sitting: Sitting) -> None:
    """The kind stands in a column that its name does not tell: the user says so."""
    sitting.reads(TABLE, "findings.csv")
    assert sitting.findings == [] and sitting.sees("Which column holds what?")
    kind = sitting.widget("Kind")
    assert isinstance(kind, QComboBox) and kind.currentText() == "No column"
    kind.setFocus()
    QTest.keyClicks(kind, "Notes")
    sitting.click("Read the findings so")
    assert sitting.findings == [(AFI, "The force should answer calls sooner."), (RECOMMENDATION, "The force should record crime better.")]
    assert sitting.page.history.triage.rows[0].finding.due.date == date(2025, 3, 31)
    assert not sitting.sees("Which column holds what?")


def test_a_table_without_a_column_for_the_words_is_not_read(sitting: Sitting) -> None:
    sitting.reads(TABLE, "findings.csv")
    words = sitting.widget("Words of the finding")
    words.setFocus()
    sitting.press(KEY.Key_Home)
    sitting.click("Read the findings so")
    assert sitting.sees("Choose the column that holds the words of the findings.") and sitting.findings == []


# --- Saving -----------------------------------------------------------------------------------


def test_what_is_not_taken_is_not_saved(sitting: Sitting) -> None:
    sitting.reads(REPORT)
    sitting.in_table(0)
    sitting.press(KEY.Key_Delete)
    with sitting.qtbot.waitSignal(sitting.page.made) as made:
        sitting.click("Make the record")
    assert made.args is not None
    record = sitting.state.workspace.ask(records.open_record, made.args[0].record_id)
    assert [each.heading for each in record.findings] == ["The force should record crime better.", "The force should train its people."]
    assert sitting.state.workspace.ask(report_in.source_report, record.record_id) == report_in.SourceFile("report.txt", REPORT)


def test_when_it_cannot_be_saved_everything_stays_on_the_page(sitting: Sitting, monkeypatch: pytest.MonkeyPatch) -> None:
    sitting.reads(REPORT)
    sitting.in_table(0)
    sitting.press(KEY.Key_Delete)

    def refuse(*_args: object, **_values: object) -> object:
        raise StoreUnavailable("There is no room left on the drive.")

    monkeypatch.setattr(sitting.state.workspace, "do", refuse)
    told: list[object] = []
    sitting.state.failed.connect(told.append)
    sitting.click("Make the record")
    assert len(told) == 1 and sitting.page.is_busy
    assert sitting.taken == [False, False, True, True]
    assert sitting.state.list_records() == ()
