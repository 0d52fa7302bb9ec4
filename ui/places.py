"""The pages of the window by key: made when first gone to, entered and left in order (every step)."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from response_app.authoring import office, records
from response_app.domain.changes import Changes
from response_app.domain.selection import to_answer
from response_app.errors import AppError

from . import theme
from .aids import Aids
from .export import Exporter
from .report_places import OF_REPORTS, ReportPlaces
from .state import State
from .widgets.basics import Page

if TYPE_CHECKING:
    from .actions import Actions
    from .main_window import MainWindow
    from .models.triage_steps import TriageSteps
    from .spelling import SpellingInWindow

SECTIONS = {"initial": "initial_response", "chief": "chief_officer_response", "overall": "overall_comments"}
_ORDER = ("tasks", "details", "findings", "initial", "chief", "answers", "overall", "preview")


class Places(QObject):
    """Goes from page to page; a page saves what is typed before another comes forward."""

    def __init__(self, window: MainWindow, state: State) -> None:
        super().__init__(window)
        self.window = window
        self.state = state
        self.exporter = Exporter(window, state, window.banner)
        self.aids = Aids(window, state, self)
        self._made: dict[str, QWidget] = {}
        self.current = ""
        self.report_places = ReportPlaces(self)
        self.reports = self.report_places.reports
        self.spelling: SpellingInWindow | None = None
        self._dialog: QFileDialog | None = None
        state.record_opened.connect(self._after_opening)

    @property
    def shows_record(self) -> bool:
        """Whether the page in front is one of the open record."""
        return self.current in _ORDER and self.state.record is not None

    @property
    def place_in_sidebar(self) -> str:
        """The place that the page in front belongs to: a report that comes in is part of Home."""
        return "home" if self.current in OF_REPORTS else self.current

    def is_set_up(self) -> bool:
        """Tell whether the first-run page has been done."""
        return bool(self.state.workspace.ask(office.person_name))

    def go(self, key: str) -> None:
        """Bring a page forward; one of a record only while a record is open."""
        if key in _ORDER and self.state.record is None:
            key = "home"
        leaving = self._made.get(self.current)
        if isinstance(leaving, Page) and self.current != key and not self._saves(leaving):
            return
        page = self._page(key)
        self.report_places.left(key)
        if key == "help" and self.current != key:
            self.aids.before_help = self.current
        self.current = key
        self.window.pages.setCurrentWidget(page)
        if isinstance(page, Page):
            page.enter()
        first_focus = getattr(page, "first_focus", None)
        focus = first_focus() if first_focus is not None else page
        if focus is not None:
            focus.setFocus(Qt.FocusReason.OtherFocusReason)

    def _saves(self, page: Page) -> bool:
        """Let a page save what is typed; one that cannot stays in front, so that its words are seen and not lost."""
        failures: list[object] = []
        self.state.failed.connect(failures.append)
        page.leave()
        self.state.failed.disconnect(failures.append)
        return not failures

    def _page(self, key: str) -> QWidget:
        if key not in self._made:
            page = self._make(key)
            self._made[key] = page
            self.window.pages.addWidget(page)
        return self._made[key]

    def _make(self, key: str) -> QWidget:
        makers: dict[str, Callable[[], QWidget]] = {
            "home": self._home,
            "office": self._office,
            "tasks": self._tasks,
            "details": self._details,
            "findings": self._findings,
            "answers": self._answers,
            "preview": self._preview,
            "report": self.report_places.make_report_page,
            "published": self.report_places.make_published_page,
            "help": self.aids.make_help,
        }
        if key in SECTIONS:
            return self._section(key)
        return makers[key]()

    # --- One page each ------------------------------------------------------------------------

    def _home(self) -> QWidget:
        from .pages.home_page import HomePage

        page = HomePage(self.state)
        page.open_requested.connect(self.open_record)
        page.report_requested.connect(self.reports.ask_for_file)
        page.told_with_undo.connect(self.offer_undo)
        return page

    def _office(self) -> QWidget:
        from .pages.first_run_page import FirstRunPage

        page = FirstRunPage(self.state)
        page.done.connect(lambda: self.window.go("home"))
        return page

    def _tasks(self) -> QWidget:
        from .pages.tasks_page import TasksPage

        page = TasksPage(self.state)
        page.task_chosen.connect(self._open_task)
        page.clock_asked.connect(lambda: self.aids.show_help("law"))
        return page

    def _open_task(self, task: str) -> None:
        """Go to where a task is done."""
        if task == "invitation":
            self.window.go("details")
            self._made["details"].show_invitation()  # type: ignore[attr-defined]  # DetailsPage
        else:
            self.window.go({"publish": "preview"}.get(task, task))

    def _details(self) -> QWidget:
        from .pages.details_page import DetailsPage

        return DetailsPage(self.state)

    def _findings(self) -> QWidget:
        from .pages.findings_page import FindingsPage

        page = FindingsPage(self.state)
        page.told_with_undo.connect(self.offer_undo)
        page.open_answer.connect(self._open_answer)
        return page

    def _answers(self) -> QWidget:
        from .pages.answers_page import AnswersPage

        page = AnswersPage(self.state)
        page.correct_requested.connect(self._open_finding)
        page.findings_requested.connect(lambda: self.window.go("findings"))
        page.continue_requested.connect(lambda: self._step(1))
        page.told_with_undo.connect(self.offer_undo)
        return page

    def _section(self, key: str) -> QWidget:
        from .pages.section_page import SectionPage

        page = SectionPage(self.state, SECTIONS[key])
        page.back_requested.connect(lambda: self._step(-1))
        page.continue_requested.connect(lambda: self._step(1))
        return page

    def _preview(self) -> QWidget:
        from .pages.preview_page import PreviewPage

        page = PreviewPage(self.exporter.pages_of_open_record)
        page.export_requested.connect(self.exporter.ask_where)
        page.bug_found.connect(self.window.tell_fault)
        self.state.changed.connect(lambda *_: page.request_refresh())
        self.state.record_opened.connect(page.forget)
        return page

    @property
    def history(self) -> TriageSteps | State:
        """What Undo and Redo go through: the steps on the page of a report, else the decisions on the open record."""
        page = self._made.get(self.current)
        return page.history if self.current == "report" and page is not None else self.state  # type: ignore[attr-defined]  # ReportPage

    def page(self, key: str) -> QWidget:
        """Return a page, made when it is first asked for; it does not come forward."""
        return self._page(key)

    def offer_undo(self, words: str) -> None:
        """Say what was done, with an offer to take it back."""
        self.window.banner.tell(words, "info", "Undo", self.state.undo)

    # --- What happens between pages -----------------------------------------------------------

    def open_record(self, record_id: str) -> None:
        """Open a record at its task list."""
        if self.state.open(record_id):
            self.window.go("tasks")

    def new_record(self) -> None:
        """Make a blank record and open it where its author begins."""
        changes = self.state.do(records.new_record)
        if changes is not None and self.state.open(changes.record_id):
            self.window.go("details")

    def bring_in(self) -> None:
        """Ask for a record file and take it in."""
        dialog = QFileDialog(self.window, "Bring in a record", "", "Record files (*.json)")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self._file_chosen)
        dialog.open()
        self._dialog = dialog

    def _file_chosen(self, name: str) -> None:
        self.bring_in_file(Path(name))

    def bring_in_file(self, path: Path) -> None:
        """Take a record file into the store and open it."""
        from response_app.atomic_io import read_bytes

        try:
            data = read_bytes(path, 64 * 1024 * 1024)
        except AppError as error:
            self.state.failed.emit(error)
            return
        changes: Changes | None = self.state.do(records.bring_in, data)
        if changes is not None:
            self.open_record(changes.record_id)

    def open_file(self, path: Path) -> None:
        """Open the record that a file holds: the one in the store where it is there already."""
        from response_app.interchange import read_record

        try:
            record_id = read_record(path.read_bytes()).record.record_id
        except (AppError, OSError):
            record_id = ""  # bringing it in says what is wrong
        if any(row.record_id == record_id for row in self.state.list_records()):
            self.open_record(record_id)
        else:
            self.bring_in_file(path)

    def delete_record(self) -> None:
        """Delete the open record, with an undo on offer."""
        record_id = self.state.record_id
        if self.state.open("") and self.state.do(records.delete_record, record_id):
            self.window.go("home")
            self.offer_undo("The record was deleted.")

    def open_place(self, record_id: str, place: str) -> None:
        """Open a record where some words of it stand; what has no page of its own is reached from the task list."""
        if record_id != self.state.record_id and not self.state.open(record_id):
            return
        if place.startswith("findings["):
            self.show_finding(place.removeprefix("findings[").partition("]")[0], answer=".action[" in place or ".chief." in place)
            return
        pages = {f"sections.{section}": key for key, section in SECTIONS.items()} | {"inspection.summary": "details"}
        self.window.go(pages.get(place, "tasks"))

    def show_finding(self, finding_id: str, *, answer: bool) -> None:
        """Show a finding of the open record: its answer where it needs one and that is wanted, else what the inspectors say."""
        record = self.state.record
        if answer and record is not None and any(each.id == finding_id for each in to_answer(record)):
            self._open_answer(finding_id)
        else:
            self._open_finding(finding_id)

    def _open_answer(self, finding_id: str) -> None:
        self.window.go("answers")
        self._made["answers"].show_finding(finding_id)  # type: ignore[attr-defined]  # AnswersPage

    def _open_finding(self, finding_id: str) -> None:
        self.window.go("findings")
        self._made["findings"].show_finding(finding_id)  # type: ignore[attr-defined]  # FindingsPage

    def _step(self, by: int) -> None:
        at = _ORDER.index(self.current) + by
        self.window.go(_ORDER[max(0, min(at, len(_ORDER) - 1))])

    def _walk_spelling(self) -> None:
        if self.spelling is not None:
            self.spelling.walk.start()

    def _know_words(self) -> None:
        """Follow the words of the records from the first on that is opened: the editors are no part of the start."""
        if self.spelling is None and self.state.record is not None:
            from .spelling import SpellingInWindow

            self.spelling = SpellingInWindow(self.window, self.state, self.window.language)

    def _after_opening(self) -> None:
        self._know_words()
        self.window.banner.hide()  # what it offers to undo was of the record before
        if self.state.record is None and self.current in _ORDER:
            self.window.go("home")

    def connect_actions(self, actions: Actions) -> None:
        """Let the menus do what they say."""
        look = theme.theme()
        scheme = Qt.ColorScheme
        does: dict[str, Callable[[], None]] = {
            "new": self.new_record,
            "bring_in": self.bring_in,
            "save": self.state.save_now,
            "spelling": self._walk_spelling,
            "export": self.exporter.ask_where,
            "quit": lambda: _close(self.window),
            "new_from_report": self.reports.ask_for_file,
            "paste_report": self.reports.paste,
            "bring_in_published": self.reports.ask_for_folder,
            "add_from_report": lambda: self.reports.ask_for_file(self.state.record_id),
            "open_report": self.window.open_report,
            "paste_into": lambda: self.reports.paste(self.state.record_id),
            "undo": lambda: self.history.undo(),
            "redo": lambda: self.history.redo(),
            "delete": self.delete_record,
            "zoom_in": lambda: look.zoom(look.percent + 10),
            "zoom_out": lambda: look.zoom(look.percent - 10),
            "zoom_reset": lambda: look.zoom(100),
            "scheme_system": lambda: look.choose(None),
            "scheme_light": lambda: look.choose(scheme.Light),
            "scheme_dark": lambda: look.choose(scheme.Dark),
        }
        does |= self.aids.does(actions)
        for key, action in actions.by_key.items():
            if key.startswith("go_"):
                action.triggered.connect(lambda _checked=False, key=key: self.window.go(key.removeprefix("go_")))
            else:
                action.triggered.connect(lambda _checked=False, act=does[key]: act())

    def close(self) -> None:
        """End what runs in the background."""
        self.reports.cancel()
        self.exporter.close()
        if self.spelling is not None:
            self.spelling.stop()


def _close(window: MainWindow) -> None:
    window.close()
