"""A table of findings as an office keeps it, as CSV and as an Excel workbook."""

from __future__ import annotations

import csv
import io
import json
from datetime import date
from pathlib import Path

from openpyxl import Workbook

from .packed import packed

HEADS = ("Ref", "Type of finding", "Recommendation or area for improvement", "Addressed to", "Due date", "Evidence")
ROWS: tuple[tuple[str | date, ...], ...] = (
    (
        "WM-01",
        "Cause of concern",
        "Westmarch Police does not know how many people wait for a call back.",
        "",
        "",
        "No team keeps the figures.",
    ),
    ("WM-02", "Recommendation", "The force should count callers who wait for a call back.", "Westmarch Police", date(2025, 3, 31), ""),
    (
        "WM-03",
        "Recommendation",
        "The force should publish the count each quarter.",
        "Westmarch Police; Home Office",
        "Within six months",
        "",
    ),
    (
        "WM-04",
        "AFI",
        "The force should train desk officers to spot repeat callers.",
        "Westmarch Police",
        "September 2025",
        "Some told us that they had no training.",
    ),
    ("WM-05", "Promising practice", "The force texts callers a photograph of the officer who will visit.", "", "", ""),
)


def write(folder: Path) -> None:
    """Write both files and what must be found in them."""
    buffer = io.StringIO()
    writer = csv.writer(buffer)
    writer.writerow(HEADS)
    writer.writerows([_day(cell) for cell in row] for row in ROWS)
    (folder / "table-of-findings.csv").write_text(buffer.getvalue(), encoding="utf-8-sig", newline="")
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(("Register of findings, kept by the office",))
    sheet.append(())
    for row in (HEADS, *ROWS):
        sheet.append(row)
    data = io.BytesIO()
    book.save(data)
    (folder / "table-of-findings.xlsx").write_bytes(packed(data.getvalue()))
    (folder / "table-of-findings.expected.json").write_text(json.dumps(expected(), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def expected() -> dict[str, object]:
    """Return what a reader must find."""
    kinds = ("cause_of_concern", "recommendation", "recommendation", "area_for_improvement", "promising_practice")
    dues: tuple[dict[str, str], ...] = (
        {},
        {"kind": "date", "date": "2025-03-31"},
        {"kind": "within", "within": "P6M"},
        {"kind": "month", "date": "2025-09-30"},
        {},
    )
    findings = []
    for row, kind, due in zip(ROWS, kinds, dues, strict=True):
        finding: dict[str, object] = {"kind": kind, "reference": row[0], "heading": row[2]}
        finding |= {"due": due} if due else {}
        finding |= {"addressed_to": str(row[3]).split("; ")} if row[3] else {}
        findings.append(finding | ({"evidence": f"<p>{row[5]}</p>"} if row[5] else {}))
    return {"findings": findings, "warnings": ["title_not_found", "publication_date_not_found"]}


def _day(cell: str | date) -> str:
    return f"{cell:%d/%m/%Y}" if isinstance(cell, date) else cell
