"""The pages of the window, each made when it is first gone to, with what their signals lead to (every step)."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from .places import Places

SECTIONS = {"initial": "initial_response", "chief": "chief_officer_response", "overall": "overall_comments"}
"""The narrative sections by the key of their page."""


class PageMakers:
    """Makes the pages by key; `made` holds those that were made."""

    def __init__(self, places: Places) -> None:
        self._places = places
        self._state = places.state
        self._window = places.window
        self.made: dict[str, QWidget] = {}

    def page(self, key: str) -> QWidget:
        """Return a page, made when it is first asked for; it does not come forward."""
        if key not in self.made:
            page = self._make(key)
            self.made[key] = page
            self._window.pages.addWidget(page)
        return self.made[key]

    def _make(self, key: str) -> QWidget:
        makers: dict[str, Callable[[], QWidget]] = {
            "home": self._home,
            "register": self._register,
            "office": self._office,
            "tasks": self._tasks,
            "details": self._details,
            "findings": self._findings,
            "answers": self._answers,
            "check": self._places.checking.make_page,
            "preview": self._preview,
            "publish": self._publish,
            "after": self._after,
            "report": self._places.report_places.make_report_page,
            "published": self._places.report_places.make_published_page,
            "help": self._places.aids.make_help,
        }
        if key in SECTIONS:
            return self._section(key)
        return makers[key]()

    # --- One page each ------------------------------------------------------------------------

    def _home(self) -> QWidget:
        from .pages.home_page import HomePage

        page = HomePage(self._state)
        page.open_requested.connect(self._places.open_record)
        page.place_requested.connect(self._places.open_place)
        page.report_requested.connect(self._places.reports.ask_for_file)
        page.bring_in_requested.connect(self._places.files.bring_in)
        page.told_with_undo.connect(self._places.offer_undo)
        return page

    def _register(self) -> QWidget:
        from .pages.register_page import RegisterPage

        page = RegisterPage(self._state)
        page.open_requested.connect(self._open_finding)
        page.home_requested.connect(lambda: self._window.go("home"))
        return page

    def _open_finding(self, record_id: str, finding_id: str) -> None:
        """Show a finding of any record, at its answer where it needs one."""
        if record_id == self._state.record_id or self._state.open(record_id):
            self._places.show_finding(finding_id, answer=True)

    def _office(self) -> QWidget:
        if not self._places.is_set_up():
            return self._first_run()
        from .pages.office_page import OfficePage

        page = OfficePage(self._state)
        page.told_with_undo.connect(self._places.offer_undo)
        return page

    def _first_run(self) -> QWidget:
        """The page that stands in the place of the office settings until the office is set up."""
        from .pages.first_run_page import FirstRunPage

        page = FirstRunPage(self._state)

        def end() -> None:
            self._window.go("home")
            self._window.pages.removeWidget(self.made.pop("office"))
            page.deleteLater()

        page.done.connect(end)
        return page

    def _tasks(self) -> QWidget:
        from .pages.tasks_page import TasksPage

        page = TasksPage(self._state)
        page.task_chosen.connect(self._places.open_task)
        page.clock_asked.connect(lambda: self._places.aids.show_help("law"))
        self._places.checking.follow_with(page)
        return page

    def _details(self) -> QWidget:
        from .pages.details_page import DetailsPage

        page = DetailsPage(self._state)
        page.correction_requested.connect(self._places.start_correction)
        return page

    def _findings(self) -> QWidget:
        from .pages.findings_page import FindingsPage

        page = FindingsPage(self._state)
        page.told_with_undo.connect(self._places.offer_undo)
        page.open_answer.connect(self._places.open_answer)
        page.correction_requested.connect(self._places.start_correction)
        return page

    def _answers(self) -> QWidget:
        from .pages.answers_page import AnswersPage

        page = AnswersPage(self._state)
        page.correct_requested.connect(self._places.open_finding)
        page.findings_requested.connect(lambda: self._window.go("findings"))
        page.correction_requested.connect(self._places.start_correction)
        page.continue_requested.connect(lambda: self._places.step(1))
        page.told_with_undo.connect(self._places.offer_undo)
        return page

    def _section(self, key: str) -> QWidget:
        from .pages.section_page import SectionPage

        page = SectionPage(self._state, SECTIONS[key])
        page.back_requested.connect(lambda: self._places.step(-1))
        page.continue_requested.connect(lambda: self._places.step(1))
        page.answer_requested.connect(self._places.open_answer)
        page.comment_requested.connect(self._places.around_text.open_comment)
        page.told_with_undo.connect(self._places.offer_undo)
        page.find_requested.connect(self._places.text_tools.find)
        page.focus_ended.connect(self._places.around_text.end_focus)
        page.correction_requested.connect(self._places.start_correction)
        return page

    def _publish(self) -> QWidget:
        from .pages.publish_page import PublishPage

        page = PublishPage(self._state, self._places.exporter.pages_of_open_record, self._places.checking.reader())
        page.check_requested.connect(lambda: self._window.go("check"))
        return page

    def _after(self) -> QWidget:
        from .pages.after_page import AfterPage

        page = AfterPage(self._state)
        page.publish_requested.connect(lambda: self._window.go("publish"))
        page.tasks_requested.connect(lambda: self._window.go("tasks"))
        page.help_requested.connect(lambda: self._places.aids.show_help("after"))
        page.told.connect(self._window.banner.tell)
        return page

    def _preview(self) -> QWidget:
        from .pages.preview_page import PreviewPage

        page = PreviewPage(self._places.exporter.pages_of_open_record)
        page.export_requested.connect(self._places.checking.export)
        self._places.checking.say_in_preview(page)
        page.bug_found.connect(self._window.tell_fault)
        self._state.changed.connect(lambda *_: page.request_refresh())
        self._state.record_opened.connect(page.forget)
        return page
