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
        self._of_several: ReadFile | None = None
        self._said = ""
        self._leaving = False
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
        page.report_requested.connect(self._open_one)
        return page

    def take_dropped(self, paths: list[Path]) -> None:
        """Take in what was dropped on the window: record files, a folder of published records, reports; all that was dropped."""
        of_records = [each for each in paths if each.suffix.casefold() == ".json" and not each.is_dir()]
        others = [each for each in paths if each not in of_records]
        if of_records and others:
            self._said, _all_came = self._places.files.take_several(of_records)
        else:
            self._places.files.take(of_records)
        if len(others) == 1 and others[0].is_dir():
            self.reports.read_folder(others[0])
        elif len(others) == 1:
            self.reports.read_file(others[0])
        elif others:
            self.reports.read_files(others)

    def left(self, key: str) -> None:
        """Another page comes forward: what waits to be confirmed is not forgotten."""
        if self._places.current not in OF_REPORTS or key in OF_REPORTS:
            return
        from .pages.published_page import PublishedPage
        from .pages.report_page import ReportPage

        page = self._places.page(self._places.current)
        if isinstance(page, ReportPage) and page.read is not None:
            words = f"Nothing of “{page.read.report.file.name}” is saved yet."
            self._places.window.banner.tell(words, "warning", "Back to the report", lambda: self._places.window.go("report"))
        elif isinstance(page, PublishedPage) and page.waits and not self._leaving:
            self._offer_files("Not all of the files that were read are brought in.")

    def _offer_files(self, words: str) -> None:
        self._places.window.banner.tell(words, "info", "Back to the files", lambda: self._places.window.go("published"))

    def _open_one(self, read: ReadFile) -> None:
        """Open one of several files that were read as a report."""
        self._show_report(read, "")
        self._of_several = read

    def _show_report(self, read: ReadFile, into: str) -> None:
        from .pages.report_page import ReadReport, ReportPage

        page = self._places.page("report")
        assert isinstance(page, ReportPage) and read.report is not None
        self._remember_where()
        self._of_several = None
        page.show_report(ReadReport(read.report, read.data, read.seconds, into))
        self._places.window.go("report")
        self._say_of_records()

    def _say_of_records(self) -> None:
        """Say what became of the record files that were dropped with the others."""
        if self._said:
            self._places.window.banner.tell(self._said)
            self._said = ""

    def _show_published(self, read: list[ReadFile]) -> None:
        from .pages.published_page import PublishedPage

        page = self._places.page("published")
        assert isinstance(page, PublishedPage)
        self._remember_where()
        self._of_several = None
        page.show_files(read)
        self._places.window.go("published")
        self._say_of_records()

    def _remember_where(self) -> None:
        if self._places.current not in OF_REPORTS:
            self._before = self._places.current

    def _leave(self) -> None:
        """Go back to where the user was: a report of several to the files, these to the page before."""
        to_files = self._places.current == "report" and self._of_several is not None
        self._leaving = True
        self._places.window.go("published" if to_files else self._before or "home")
        self._leaving = False

    def _open_made(self, changes: Changes, name: str) -> None:
        """Open what was made of a report, with an undo on offer."""
        places = self._places
        if changes.before is None:
            if places.state.open(changes.record_id, changes):
                places.window.go("details")
                self._tell_made(f"The record was made from “{name}”.")
        elif places.state.record_id == changes.record_id or places.state.open(changes.record_id, changes):
            places.window.go("findings")
            places.offer_undo(f"Findings were added from “{name}”.")

    def _tell_made(self, words: str) -> None:
        """Offer to take it back, or where it was one of several files to go on with the others; Undo stands in the menu as well."""
        from .pages.published_page import PublishedPage

        page, one = self._places.page("published") if self._of_several else None, self._of_several
        self._of_several = None
        if isinstance(page, PublishedPage) and one is not None:
            page.settle(one, "A record was made from it.")
            if page.waits:
                self._offer_files(words)
                return
        self._places.offer_undo(words)
