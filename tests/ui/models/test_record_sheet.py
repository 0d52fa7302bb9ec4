"""The list of records as a table for a spreadsheet."""

from __future__ import annotations

from datetime import date

from response_app.domain.response import ClockApplies, Status
from ui.models.record_sheet import records_sheet

from ..pages.home_records import TODAY, row


def test_a_row_holds_dates_and_numbers_as_such() -> None:
    first = row(status=Status.WITH_CHIEF_OFFICER, sent_on=date(2024, 6, 10), reply_by=date(2024, 7, 5), in_draft=1)
    second = row(title=" =1+1 ", clock_applies=ClockApplies.NO, published_on=None, to_answer=0, answered=0)
    sheet = records_sheet([first, second], TODAY, "Commissioner")
    assert sheet.title == "Responses to inspections"
    assert dict(zip(sheet.columns, sheet.rows[0], strict=True)) == {
        "Inspection": "An inspection",
        "Kind": "Regional",
        "Force": "Exampleshire Police",
        "Report published": date(2024, 5, 14),
        "Statutory date": date(2024, 7, 8),
        "Where it stands": "12 days left",
        "Next step": "Waiting for the reply, asked by 5 July",
        "With whom": "The force",
        "Since": date(2024, 6, 10),
        "Findings answered": 1,
        "In draft": 1,
        "Findings to answer": 3,
    }
    assert sheet.rows[1][0] == "=1+1" and sheet.rows[1][3:5] == (None, None) and sheet.rows[1][-3:] == (0, 0, 0)
