"""The checks in the window: one reader of the open record for the page, the sidebar and the task list (checks)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from response_app.domain.corrections import is_frozen

if TYPE_CHECKING:
    from .pages.check_page import CheckPage
    from .pages.preview_page import PreviewPage
    from .pages.tasks_page import TasksPage
    from .places import Places
    from .problem_places import ProblemPlaces
    from .record_check import RecordCheck

_PLACE = "check"


class Checking(QObject):
    """Made with the window's places; the reader is made with the first record that is opened: the rules are no part of the start."""

    def __init__(self, places: Places) -> None:
        super().__init__(places.window)
        self._places = places
        self.check: RecordCheck | None = None
        self._leads: ProblemPlaces | None = None
        places.state.record_opened.connect(self._make)

    def make_page(self) -> CheckPage:
        """Return the page."""
        from .pages.check_page import CheckPage
        from .problem_places import ProblemPlaces

        window, places = self._places.window, self._places
        page = CheckPage(places.state, self.reader())
        leads = self._leads = ProblemPlaces(places)  # a slot does not keep it
        page.go_requested.connect(leads.go)
        page.told_with_undo.connect(places.offer_undo)
        page.continue_requested.connect(lambda: places.step(1))
        page.place_requested.connect(places.window.go)
        page.bug_found.connect(window.tell_fault)
        return page

    def follow_with(self, page: TasksPage) -> None:
        """Let the task list say what was found."""
        page.show_found(self._counts())

    def export(self, draft: bool) -> None:
        """Ask where the pages are to be written; a final that is known to be stopped leads to what stops it instead."""
        stopping = self._counts() if self.check is not None and self.check.is_current else None
        if draft or stopping is None or not stopping[0]:
            self._places.exporter.ask_where(draft)
            return
        number = "1 problem stops" if stopping[0] == 1 else f"{stopping[0]:,} problems stop"
        words = f"{number} publication. A draft can be exported at any time."
        window = self._places.window
        window.banner.tell(words, "warning", "See what stops it", lambda: window.go(_PLACE))

    def say_in_preview(self, page: PreviewPage) -> None:
        """Let the preview of the final say what stops it."""
        counts = self._counts()
        page.set_stops(counts[0] if counts is not None else None)
        record = self._places.state.record
        page.set_published(record is not None and is_frozen(record.state))

    def stop(self) -> None:
        """Read nothing any longer: the window closes."""
        if self.check is not None:
            self.check.stop()

    def reader(self) -> RecordCheck:
        """Return the one reader of the open record, made when it is first needed."""
        if self.check is None:
            from .record_check import RecordCheck

            self.check = RecordCheck(self._places.state)
            self.check.setParent(self)
            self.check.judged.connect(self._show)
        return self.check

    def _make(self) -> None:
        if self._places.state.record is not None:
            self.reader()

    def _counts(self) -> tuple[int, int] | None:
        return self.check.counts() if self.check is not None and self.check.verdict is not None else None

    def _show(self) -> None:
        """Say beside the place in the sidebar and in the task list how much there is."""
        counts = self._counts()
        stopping, others = counts or (0, 0)
        place = self._places.window.sidebar.buttons[_PLACE]
        place.set_count(f"{stopping + others:,}" if stopping + others else "")
        if stopping + others:
            stop = "1 stops" if stopping == 1 else f"{stopping:,} stop"
            place.setAccessibleName(f"{place.text()}, {stop} publication, {others:,} to look at")
        tasks = self._places.makers.made.get("tasks")
        if tasks is not None:
            self.follow_with(tasks)  # type: ignore[arg-type]  # TasksPage
        preview = self._places.makers.made.get("preview")
        if preview is not None:
            self.say_in_preview(preview)  # type: ignore[arg-type]  # PreviewPage
