"""A report that comes in: from the file to the page that confirms it, and on to the record that was made (report in)."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from response_app.domain.changes import Changes

from .reports_in import ReadFile, ReportsIn

if TYPE_CHECKING:
    from .pages.published_page import PublishedPage
    from .pages.report_page import ReportPage
    from .places import Places

OF_REPORTS = ("report", "published")
"""Pages that show what came in and is not in a record yet."""


class ReportPlaces(QObject):
    """Shows what was read, and goes back to where the user was."""

    def __init__(self, places: Places) -> None:
        super().__init__(places)
        self._places = places
        self._before = "home"
        self.reports = ReportsIn(places.window, places.window.banner)
        self.reports.read.connect(self._show_report)
        self.reports.several_read.connect(self._show_published)

    def make_report_page(self) -> ReportPage:
        """Return the page that confirms a report."""
        from .pages.report_page import ReportPage

        page = ReportPage(self._places.state)
        page.made.connect(self._open_made)
        page.closed.connect(self._leave)
        page.open_requested.connect(self._places.open_record)
        page.history_changed.connect(self._places.window.name_undo)
        return page

    def make_published_page(self) -> PublishedPage:
        """Return the page with the table of published records."""
        from .pages.published_page import PublishedPage

        page = PublishedPage(self._places.state)
        page.closed.connect(self._leave)
        return page

    def take_dropped(self, paths: list[Path]) -> None:
        """Take in what was dropped on the window: a record file, a folder of published records, or a report."""
        first, *others = paths
        if first.is_dir():
            self.reports.read_folder(first)
        elif first.suffix.casefold() == ".json":
            self._places.files.bring_in_file(first)
        else:
            self.reports.read_file(first)
        if others:
            words = f"One at a time: “{first.name}” is read. Drop the other {len(others)} after it, or all of them as a folder."
            self._places.window.banner.tell(words.replace("the other 1 ", "the other one "), "warning")

    def left(self, key: str) -> None:
        """Another page comes forward: a report that waits to be confirmed is not forgotten."""
        if self._places.current != "report" or key == "report":
            return
        from .pages.report_page import ReportPage

        page = self._places.page("report")
        if isinstance(page, ReportPage) and page.read is not None:
            words = f"Nothing of “{page.read.report.file.name}” is saved yet."
            self._places.window.banner.tell(words, "warning", "Back to the report", self._go_back)

    def _go_back(self) -> None:
        self._places.window.go("report")

    def _show_report(self, read: ReadFile, into: str) -> None:
        from .pages.report_page import ReadReport, ReportPage

        page = self._places.page("report")
        assert isinstance(page, ReportPage) and read.report is not None
        self._remember_where()
        page.show_report(ReadReport(read.report, read.data, read.seconds, into))
        self._places.window.go("report")

    def _show_published(self, read: list[ReadFile]) -> None:
        from .pages.published_page import PublishedPage

        page = self._places.page("published")
        assert isinstance(page, PublishedPage)
        self._remember_where()
        page.show_files(read)
        self._places.window.go("published")

    def _remember_where(self) -> None:
        if self._places.current not in OF_REPORTS:
            self._before = self._places.current

    def _leave(self) -> None:
        self._places.window.go(self._before or "home")

    def _open_made(self, changes: Changes, name: str) -> None:
        """Open what was made of a report, with an undo on offer."""
        places = self._places
        if changes.before is None:
            if places.state.open(changes.record_id, changes):
                places.window.go("details")
                places.offer_undo(f"The record was made from “{name}”.")
        elif places.state.record_id == changes.record_id or places.state.open(changes.record_id, changes):
            places.window.go("findings")
            places.offer_undo(f"Findings were added from “{name}”.")
