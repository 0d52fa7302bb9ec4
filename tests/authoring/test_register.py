"""The register of findings as a table for a spreadsheet."""

from __future__ import annotations

import csv
from dataclasses import replace
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from response_app.authoring import records, register
from response_app.authoring.workspace import Workspace
from response_app.domain.finding import Action, ActionKind, ChiefAnswer, Due, DueKind, Finding, FindingKind
from response_app.domain.inspection import Inspection
from response_app.domain.office import Office
from response_app.domain.record import Record
from response_app.domain.register import Entry
from response_app.domain.richtext import Paragraph, Run
from response_app.interchange import write_record
from response_app.record.sheets import write_sheet

TODAY, DAY = date(2024, 6, 26), date(2024, 6, 14)
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
            action=(Action(ActionKind.PROPOSED, (Paragraph((Run("We will."),)),), "-Sam", DAY),),
        ),
        Finding("f2", FindingKind.AREA_FOR_IMPROVEMENT, number="2a", heading="Plain"),
    ),
)


@pytest.fixture
def entries(tmp_path: Path) -> tuple[Entry, ...]:
    """What a store with one record says."""
    workspace = Workspace.open(tmp_path / "store")
    try:
        workspace.do(records.bring_in, write_record(RECORD))
        ids = workspace.ask(register.list_record_ids)
        assert ids == (RECORD.record_id,)
        return workspace.ask(register.entries_of, ids)
    finally:
        workspace.close()


def test_the_table_has_every_column(entries: tuple[Entry, ...]) -> None:
    sheet = register.register_sheet(entries, TODAY)
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
        "State": "Answered",
        "Where it stands": "12 days past",
    }
    assert (second["Number"], second["State"], second["Where it stands"], second["Target date"]) == ("2a", "Not started", "", None)
    assert register.register_sheet([replace(entries[0], number="1234567890")], TODAY).rows[0][1] == "1234567890"


def test_the_files_hold_the_table_and_no_formula(entries: tuple[Entry, ...], tmp_path: Path) -> None:
    for ending in (".csv", ".xlsx"):
        write_sheet(tmp_path / f"register{ending}", register.register_sheet(entries, TODAY))
    with (tmp_path / "register.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    wanted = ("'+The force should act.", "'=PEEL", "'-Sam", "'@jo", "2024-06-14")
    assert tuple(rows[0][each] for each in ("Finding", "Inspection", "Owner", "Chief officer’s owner", "Target date")) == wanted
    page = openpyxl.load_workbook(tmp_path / "register.xlsx").active
    assert [cell.data_type for cell in page[2]] == list("snssdsssddsdsss")
    assert (page["C2"].value, page["J2"].value.date(), page.max_row) == ("+The force should act.", DAY, 3)
