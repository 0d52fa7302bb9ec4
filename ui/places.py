"""Where one is in the window: pages come forward, are entered and left in order (every step)."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from response_app.authoring import office
from response_app.authoring.published import refusal
from response_app.domain.corrections import is_frozen
from response_app.domain.selection import to_answer

from . import theme
from .aids import Aids
from .around_text import AroundText
from .checking import Checking
from .export import Exporter
from .focus_in_view import FocusInView
from .inserting import Inserting
from .messages import announce
from .page_actions import PageActions
from .page_makers import SECTIONS, PageMakers
from .record_files import RecordFiles
from .regions import Regions
from .report_places import OF_REPORTS, ReportPlaces
from .state import State
from .text_tools import TextTools
from .undoing import Undoing
from .widgets.basics import Page

if TYPE_CHECKING:
    from .actions import Actions
    from .main_window import MainWindow
    from .models.triage_steps import TriageSteps
    from .spelling import SpellingInWindow

_ORDER = ("tasks", "details", "findings", "initial", "chief", "answers", "overall", "check", "preview", "publish", "after")


class Places(QObject):
    """Goes from page to page; a page saves what is typed before another comes forward."""

    def __init__(self, window: MainWindow, state: State) -> None:
        super().__init__(window)
        self.window = window
        self.state = state
        self.exporter = Exporter(window, state, window.banner)
        self.aids = Aids(window, state, self)
        self.around_text = AroundText(window, self)
        self.undoing = Undoing(window, self)
        self.regions = Regions(window)
        theme.theme().changed.connect(FocusInView(window, window.pages).looks_changed)
        self.makers = PageMakers(self)
        self.files = RecordFiles(self)
        self.current = ""
        self.report_places = ReportPlaces(self)
        self.reports = self.report_places.reports
        self.spelling: SpellingInWindow | None = None
        self.text_tools = TextTools(self)
        self.checking = Checking(self)
        self.inserting = Inserting(self)
        self.page_actions = PageActions(self)
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
        leaving = self.makers.made.get(self.current)
        if isinstance(leaving, Page) and self.current != key and not self._saves(leaving):
            return
        page = self.page(key)
        self.report_places.left(key)
        if key == "help" and self.current != key:
            self.aids.before_help = self.current
        self.current = key
        self.window.pages.setCurrentWidget(page)
        if isinstance(page, Page):
            page.enter()
        self.around_text.went_to(key)
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

    @property
    def history(self) -> TriageSteps | State:
        """What Undo and Redo go through: the steps on the page of a report, else the decisions on the open record."""
        page = self.makers.made.get(self.current)
        return page.history if self.current == "report" and page is not None else self.state  # type: ignore[attr-defined]  # ReportPage

    def page(self, key: str) -> QWidget:
        """Return a page, made when it is first asked for; it does not come forward."""
        return self.makers.page(key)

    def offer_undo(self, words: str) -> None:
        """Say what was done, with an offer to take it back."""
        self.undoing.offer(words)

    # --- What happens between pages -----------------------------------------------------------

    def open_record(self, record_id: str) -> None:
        """Open a record at its task list."""
        if self.state.open(record_id):
            self.window.go("tasks")

    def open_task(self, task: str) -> None:
        """Go to where a task is done."""
        if task == "invitation":
            self.window.go("details")
            self.makers.made["details"].show_invitation()  # type: ignore[attr-defined]  # DetailsPage
        else:
            self.window.go("publish" if task == "sign" else task)

    def open_place(self, record_id: str, place: str) -> None:
        """Open a record where some words of it stand; what has no page of its own is reached from the task list."""
        if record_id != self.state.record_id and not self.state.open(record_id):
            return
        if place.startswith("findings["):
            self.show_finding(place.removeprefix("findings[").partition("]")[0], answer=".action[" in place or ".chief." in place)
            return
        if place.startswith("record.comments["):
            self._open_comment(place.removeprefix("record.comments[").partition("]")[0])
            return
        pages = {f"sections.{section}": key for key, section in SECTIONS.items()}
        of_details = place.startswith(("inspection.", "record.clock", "office."))
        self.window.go("details" if of_details else pages.get(place, "tasks"))
        if of_details and self.current == "details":
            self.makers.made["details"].show_field(place)  # type: ignore[attr-defined]  # DetailsPage

    def _open_comment(self, comment_id: str) -> None:
        """Go to a comment of the open record, beside the text that it is about."""
        comments = self.state.record.state.comments if self.state.record is not None else ()
        for each in comments:
            if each.id == comment_id:
                self.around_text.open_comment(each.place, each.id)

    def show_finding(self, finding_id: str, *, answer: bool) -> None:
        """Show a finding of the open record: its answer where it needs one and that is wanted, else what the inspectors say."""
        record = self.state.record
        if answer and record is not None and any(each.id == finding_id for each in to_answer(record)):
            self.open_answer(finding_id)
        else:
            self.open_finding(finding_id)

    def start_correction(self) -> None:
        """Go to where a correction of what is published is begun."""
        self.window.go("after")
        self.makers.made["after"].ask_correction()  # type: ignore[attr-defined]  # AfterPage

    def open_answer(self, finding_id: str) -> None:
        """Go to the answer to a finding of the open record."""
        self.window.go("answers")
        self.makers.made["answers"].show_finding(finding_id)  # type: ignore[attr-defined]  # AnswersPage

    def open_finding(self, finding_id: str) -> None:
        """Go to a finding of the open record as the inspectors made it."""
        self.window.go("findings")
        self.makers.made["findings"].show_finding(finding_id)  # type: ignore[attr-defined]  # FindingsPage

    def step(self, by: int) -> None:
        """Go so many pages on in the order of the sidebar, or back."""
        at = _ORDER.index(self.current) + by
        self.window.go(_ORDER[max(0, min(at, len(_ORDER) - 1))])

    def _unless_published(self, add: Callable[[str], object]) -> None:
        """Add to the open record; one that is published takes nothing, which is said before a report is read."""
        record = self.state.record
        if record is not None and is_frozen(record.state):
            self.state.failed.emit(refusal(record.state))
        else:
            add(self.state.record_id)

    def _walk_spelling(self) -> None:
        if self.spelling is not None:
            self.spelling.walk.start()

    def _know_words(self) -> None:
        """Follow the words of the records from the first on that is opened: the editors are no part of the start."""
        if self.spelling is None and self.state.record is not None:
            from .spelling import SpellingInWindow

            self.spelling = SpellingInWindow(self.window, self.state, self.window.status.language, self.offer_undo)

    def _after_opening(self) -> None:
        self._know_words()
        self.window.banner.hide()  # what it offers to undo was of the record before
        if self.state.record is None and self.current in _ORDER:
            self.window.go("home")

    def _save(self) -> None:
        """Save, and let a screen reader say so: one who asks is told; what is saved by itself does not speak into the writing."""
        if self.state.save_now():
            announce(self.window.status.saved, self.window.status.saved.text())

    def connect_actions(self, actions: Actions) -> None:
        """Let the menus do what they say."""
        look = theme.theme()
        scheme = Qt.ColorScheme
        does: dict[str, Callable[[], None]] = {
            "new": self.files.new_record,
            "bring_in": self.files.bring_in,
            "save": self._save,
            "spelling": self._walk_spelling,
            "export": self.exporter.ask_where,
            "new_from_report": self.reports.ask_for_file,
            "paste_report": self.reports.paste,
            "bring_in_published": self.reports.ask_for_folder,
            "add_from_report": lambda: self._unless_published(self.reports.ask_for_file),
            "open_report": self.window.open_report,
            "paste_into": lambda: self._unless_published(self.reports.paste),
            "undo": self.undoing.undo,
            "redo": self.undoing.redo,
            "delete": self.files.delete_record,
            "zoom_in": lambda: look.zoom(look.percent + 10),
            "zoom_out": lambda: look.zoom(look.percent - 10),
            "zoom_reset": lambda: look.zoom(100),
            "scheme_system": lambda: look.choose(None),
            "scheme_light": lambda: look.choose(scheme.Light),
            "scheme_dark": lambda: look.choose(scheme.Dark),
        }
        does |= self.regions.does()
        does |= self.aids.does(actions) | self.around_text.does(actions) | self.text_tools.does(actions) | self.inserting.does(actions)
        does |= self.page_actions.does(actions)
        for key, action in actions.by_key.items():
            if key.startswith("go_"):
                action.triggered.connect(lambda _checked=False, key=key: self.window.go(key.removeprefix("go_")))
            elif key != "quit":  # which the window does by itself, whether its store is open or not
                action.triggered.connect(lambda _checked=False, act=does[key]: act())
        look.changed.connect(self._tick_colours)
        self._tick_colours()

    def _tick_colours(self) -> None:
        """Say in the menu View which colours hold."""
        scheme = theme.theme().scheme
        key = "scheme_system" if scheme is None else "scheme_dark" if scheme is Qt.ColorScheme.Dark else "scheme_light"
        self.window.actions_[key].setChecked(True)

    def close(self) -> None:
        """End what runs in the background."""
        self.reports.cancel()
        self.exporter.close()
        self.text_tools.stop()
        self.checking.stop()
        self.inserting.stop()
        if self.spelling is not None:
            self.spelling.stop()
