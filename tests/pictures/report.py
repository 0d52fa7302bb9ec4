"""The page of a report with a small report on it, for pictures and for the walk over the pages."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path

from response_app.authoring import office
from response_app.intake.report import Report, read
from ui.main_window import MainWindow
from ui.pages.report_page import ReportPage
from ui.reports_in import ReadFile

REGIONAL = Path(__file__).parents[1] / "flows" / "files" / "regional.pdf"


@cache
def read_report(file: Path) -> Report:
    """Return what was found in a file, read once."""
    return read(file.read_bytes(), file.name)


def show_report(window: MainWindow, file: Path = REGIONAL, *, drawn: bool = True) -> ReportPage:
    """Bring the page of a report forward, as if the file had just been read in half a second, for the office of Exampleshire.

    Args:
        window: with its store open.
        file: the report.
        drawn: whether its pages are to be drawn, which takes a process each.
    """
    assert window.places is not None and window.state is not None
    workspace = window.state.workspace
    titles = workspace.ask(office.office_titles)
    if titles.force != "Exampleshire Police":
        workspace.do(office.set_up, "A. Author", replace(titles, force="Exampleshire Police"))
    data = file.read_bytes() if drawn else b""
    window.places.reports.read.emit(ReadFile(file.name, data, read_report(file), 0.5), "")
    page = window.pages.currentWidget()
    assert isinstance(page, ReportPage)
    if len(page.model.rows) > 1:
        page.found.select([page.model.rows[1].id])
    return page
