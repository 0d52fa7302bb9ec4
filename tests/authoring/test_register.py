"""The register of findings as it goes out: what is in the extract, and the files as a person opens them."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from response_app.authoring import office_titles, records, register
from response_app.authoring.workspace import Workspace
from response_app.domain.finding import (
    Action,
    ActionKind,
    ChiefAnswer,
    Closed,
    Due,
    DueKind,
    Finding,
    FindingKind,
    TargetMove,
    Update,
    UpdateBy,
    UpdateSays,
)
from response_app.domain.inspection import Inspection
from response_app.domain.office import Office
from response_app.domain.record import Record
from response_app.domain.response import Decision, DecisionKind, ResponseState
from response_app.domain.richtext import Paragraph, Run
from response_app.errors import PdfRefused, WriteFailed
from response_app.interchange import write_record
from response_app.record.register import Extract
from response_app.record.register_sheet import register_sheet

from ..fixtures.offices import EXAMPLESHIRE
from ..fixtures.register_entries import sixty

TODAY, DAY = date(2024, 6, 26), date(2024, 6, 14)
WORDS = (Paragraph((Run("We will."),)),)
IN_SPITE = Decision(
    what=DecisionKind.PUBLISHED_WITH_EXCEPTION,
    by="A. Example",
    role="Chief Executive",
    on=date(2024, 7, 2),
    reason="=No time.",
    version_label="1.0",
    codes=("not_signed_off",),
)
RECORD = Record(
    record_id="00000000-0000-4000-8000-0000000000bb",
    office=Office(force="Exampleshire Police"),
    inspection=Inspection(title="=PEEL", published_on=date(2024, 5, 14)),
    findings=(
        Finding(
            "f1",
            FindingKind.RECOMMENDATION,
            number="12",
            heading="+The force should act.",
            addressed_to=("Chief constables", "NPCC"),
            due=Due(DueKind.WITHIN, within="P1M"),
            chief=ChiefAnswer(owner="@jo", target_on=date(2024, 7, 1)),
            action=(Action(ActionKind.PROPOSED, WORDS, "-Sam", date(2024, 3, 31)),),
            target_history=(
                TargetMove(date(2024, 3, 20), date(2024, 3, 31), date(2024, 4, 30), "The audit is late."),
                TargetMove(date(2024, 4, 20), date(2024, 4, 30), DAY, "It is later still."),
            ),
            updates=(
                Update(date(2024, 5, 1), UpdateBy.FORCE, UpdateSays.DELAYED, WORDS),
                Update(date(2024, 6, 1), UpdateBy.FORCE, UpdateSays.DONE, WORDS),
                Update(date(2024, 6, 20), UpdateBy.COMMISSIONER, UpdateSays.NOT_SATISFIED, WORDS),
            ),
        ),
        Finding("f2", FindingKind.AREA_FOR_IMPROVEMENT, number="2a", heading="Plain", closed=Closed(date(2024, 6, 3), "Letter 7")),
    ),
    state=ResponseState(decisions=(Decision(what=DecisionKind.SIGNED_OFF, by="B. Example", on=DAY), IN_SPITE)),
)


@pytest.fixture
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    """A store with one record."""
    made = Workspace.open(tmp_path_factory.mktemp("store"))
    made.do(records.bring_in, write_record(RECORD))
    yield made
    made.close()


@pytest.fixture
def extract(workspace: Workspace) -> Extract:
    """All that the store says."""
    ids = workspace.ask(register.list_record_ids)
    assert ids == (RECORD.record_id,)
    return workspace.ask(register.extract_of, workspace.ask(register.entries_of, ids), TODAY)


def test_the_table_has_every_column(extract: Extract) -> None:
    sheet = register_sheet(extract)
    assert sheet.title == "Register of findings, 26 June 2024"
    first, second = (dict(zip(sheet.columns, row, strict=True)) for row in sheet.rows)
    assert first == {
        "Kind": "Recommendation",
        "Number": 12,
        "Finding": "+The force should act.",
        "Inspection": "=PEEL",
        "Report published": date(2024, 5, 14),
        "Made to": "Chief constables, NPCC",
        "For": "Exampleshire Police",
        "Time limit": "Within one month",
        "Time limit ends": DAY,
        "Target date": DAY,
        "Owner": "-Sam",
        "Chief officer’s target date": date(2024, 7, 1),
        "Chief officer’s owner": "@jo",
        "Earlier target dates": "31 March 2024, 30 April 2024",
        "Times moved": 2,
        "State": "Answered",
        "Answer": "Action proposed",
        "Where it stands": "Office’s date: 12 days past",
        "Who says what": "Local policing body not satisfied, 20 June 2024; Force says done, 1 June 2024",
        "Closed by the inspectors": None,
        "Their letter or report": "",
        "Published in spite of a rule": "Version 1.0 was published in spite of a rule (no sign-off), decided by A. Example (Chief "
        "Executive) on 2 July 2024: =No time.",
    }
    assert (second["Number"], second["State"], second["Where it stands"], second["Target date"]) == ("2a", "Closed", "", None)
    assert (second["Closed by the inspectors"], second["Their letter or report"]) == (date(2024, 6, 3), "Letter 7")
    long_number = replace(extract, entries=(replace(extract.entries[0], number="1234567890"),))
    assert register_sheet(long_number).rows[0][1] == "1234567890"


def test_the_extract_says_whose_it_is_and_what_was_published_in_spite_of_a_rule(workspace: Workspace) -> None:
    workspace.do(office_titles.change_titles, EXAMPLESHIRE)
    found = workspace.ask(register.entries_of, workspace.ask(register.list_record_ids))
    extract = workspace.ask(register.extract_of, found, TODAY, "recommendations", "owner")
    assert (extract.office, extract.on, extract.shown, extract.order) == (EXAMPLESHIRE, TODAY, "recommendations", "owner")
    assert extract.entries == found and extract.exceptions == {RECORD.record_id: (IN_SPITE,)}
    assert workspace.ask(register.extract_of, (), TODAY).exceptions == {}


def test_the_files_hold_the_table_and_no_formula(extract: Extract, tmp_path: Path) -> None:
    for ending in (".csv", ".xlsx"):
        register.write_register(tmp_path / f"register{ending}", extract)
    with (tmp_path / "register.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    wanted = ("'+The force should act.", "'=PEEL", "'-Sam", "'@jo", "2024-06-14")
    assert tuple(rows[0][each] for each in ("Finding", "Inspection", "Owner", "Chief officer’s owner", "Target date")) == wanted
    assert len(rows) == 2, "CSV holds one table"
    book = openpyxl.load_workbook(tmp_path / "register.xlsx")
    assert book.sheetnames == ["Register of findings", "Counts"]
    page = book.active
    assert "".join(cell.data_type for cell in page[2]) == "snssdsssddsdssnssssnns"
    assert (page["C2"].value, page["J2"].value.date(), page.max_row) == ("+The force should act.", DAY, 3)
    assert not [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]


def test_the_counts_of_the_workbook_are_those_of_its_rows(tmp_path: Path) -> None:
    """Counted from the first sheet as a reader of it would."""
    register.write_register(tmp_path / "a.xlsx", replace(sixty(), shown="recommendations"))
    book = openpyxl.load_workbook(tmp_path / "a.xlsx")
    head, *rows = book.worksheets[0].iter_rows(values_only=True)
    found = [dict(zip(head, row, strict=True)) for row in rows]
    numbers = {(of, what): number for of, what, number in book["Counts"].iter_rows(min_row=2, values_only=True)}
    open_ones = [each for each in found if each["State"] not in ("Closed", "No answer needed")]
    past = [each for each in open_ones if str(each["Where it stands"]).endswith("past")]
    assert len(found) == numbers["All findings", "Findings"] == 60
    assert len(open_ones) == numbers["All findings", "Open"] and len(past) == numbers["All findings", "Past their date"]
    assert sum(bool(each["Closed by the inspectors"]) for each in found) == numbers["All findings", "Closed by the inspectors"]
    for kind in ("Cause of concern", "Recommendation", "Area for improvement", "Innovative or promising practice"):
        assert sum(each["Kind"] == kind for each in found) == numbers[kind, "Findings"] > 0
        assert sum(each["Kind"] == kind for each in open_ones) == numbers[kind, "Open"]
    assert sum(each["Times moved"] > 0 for each in found) == numbers["Moved target dates", "Target date moved (45 times in all)"]
    assert sum(each["Times moved"] for each in found) == 45
    assert ("Shown", "recommendations") in numbers


def test_a_pdf_is_written_whole_or_not_at_all(extract: Extract, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "register.PDF"
    register.write_register(path, extract)
    before = path.read_bytes()
    assert before.startswith(b"%PDF-1.7")
    monkeypatch.setattr("response_app.record.lint_pdf", lambda _data, _document: ["The title is missing."])
    with pytest.raises(PdfRefused, match="The title is missing"):
        register.write_register(path, replace(extract, entries=()))
    assert path.read_bytes() == before and list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize(("name", "says"), [("a.doc", "ends in .doc"), ("a", "has no ending")])
def test_another_ending_is_refused(extract: Extract, tmp_path: Path, name: str, says: str) -> None:
    with pytest.raises(WriteFailed, match=says) as caught:
        register.write_register(tmp_path / name, extract)
    assert "csv, .xlsx or .pdf" in caught.value.remedy and not list(tmp_path.iterdir())
