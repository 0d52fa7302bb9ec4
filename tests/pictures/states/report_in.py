"""A report that came in: beside its page, as text, as a full table, split; published records; the kept report beside a section."""

from __future__ import annotations

from functools import partial

from ui.main_window import MainWindow
from ui.pages.published_page import PublishedPage
from ui.pages.report_page import ReportPage
from ui.reports_in import ReadFile

from ..report import REGIONAL, read_report, show_report
from ..state import Afterwards, State


def _open(window: MainWindow) -> ReportPage:
    return show_report(window)


def found(window: MainWindow) -> Afterwards:
    """The list of findings beside the page."""
    return _open(window).give_up


def as_text(window: MainWindow) -> Afterwards:
    """The words of the report."""
    page = _open(window)
    page.halves.bring_forward(0)
    page.view.as_text.setChecked(True)
    page.view.choose(8, 9)
    return page.give_up


def full_table(window: MainWindow) -> Afterwards:
    """Everything that was found, in a table."""
    page = _open(window)
    page.found.set_full(True)

    def back() -> None:
        page.found.set_full(False)
        page.give_up()

    return back


def panel(tool: str, window: MainWindow) -> Afterwards:
    """What a tool asks below the findings."""
    page = _open(window)
    page.found.tool_asked.emit(tool)

    def back() -> None:
        page.found.show_panel(None)
        page.give_up()

    return back


def published(window: MainWindow) -> Afterwards:
    """A folder with a report, two files that cannot be read, and no record that was published."""
    assert window.places is not None
    refused = "This file is not a PDF, Word, web or text file, though its name says so. Nothing was changed. Ask for the file again."
    files = [
        ReadFile(REGIONAL.name, b"", read_report(REGIONAL), 0.5),
        ReadFile("Response to the inspection of custody services, final version 3 (2).pdf", problem=refused),
        ReadFile("letter.docx", problem="The file is locked with a password. Nothing was changed. Save it without one."),
    ]
    window.places.reports.several_read.emit(files)
    page = window.pages.currentWidget()
    assert isinstance(page, PublishedPage)
    return page.cancel.click


STATES = (
    State("report", "usual", found, wait=2000, goes=False, walked=False),
    State("report", "text", as_text, wait=400, goes=False, walked=False),
    State("report", "table", full_table, wait=400, goes=False, walked=False),
    State("report", "split", partial(panel, "split"), wait=1500, goes=False, walked=False),
    State("report", "correct", partial(panel, "correct"), wait=400, goes=False, walked=False),
    State("report", "add", partial(panel, "add"), wait=400, goes=False, walked=False),
    State("published", "error", published, goes=False),
)
