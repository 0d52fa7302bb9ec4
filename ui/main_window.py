"""The window: sidebar, record bar, pages, status bar. It paints first and opens the store after (every step).

Nothing heavy is imported with this module: SQLAlchemy and the pages come in `start`, when the frame stands.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from response_app.errors import AppError

from . import theme
from .actions import Actions
from .messages import Banner
from .widgets.backup_line import why_no_backup
from .widgets.status_line import StatusLine
from .window_sidebar import chief_words, show_counts, window_sidebar

if TYPE_CHECKING:
    from response_app.authoring.workspace import Workspace

    from .closing import Closing
    from .idle_backup import IdleBackup
    from .places import Places
    from .report_beside import ReportBeside
    from .second_start import SecondStart
    from .state import State
    from .widgets.record_bar import RecordBar

SIDEBAR_WIDTH = 232
NARROW = 900
"""Below this width in logical pixels the sidebar gives way to the menu "Record"."""


class MainWindow(QMainWindow):
    """The one window.

    Signals:
        started: the store is open and the first page stands.
    """

    started = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setWindowTitle("Inspection Response")
        self.setMinimumSize(QSize(600, 400))
        self.resize(1360, 860)
        self.setAcceptDrops(True)
        self.actions_ = Actions(self)
        self.actions_.enable_record_actions(False)
        self.actions_["quit"].triggered.connect(lambda: self.close())
        self.banner = Banner()
        self.sidebar = window_sidebar()
        self.sidebar.setFixedWidth(SIDEBAR_WIDTH)
        self.pages = QStackedWidget()
        self.state: State | None = None
        self.places: Places | None = None
        self.record_bar: RecordBar | None = None
        self.report_beside: ReportBeside | None = None
        self.backups: IdleBackup | None = None
        self._closing: Closing | None = None
        self._closing_failed = False
        self._telling = False
        self.in_focus = False
        self._second_start: SecondStart | None = None
        self._column = QVBoxLayout()
        self._lay_out()
        self.status = StatusLine(self.statusBar())
        self.sidebar.chosen.connect(self.go)
        theme.theme().changed.connect(self._fit_sidebar)
        theme.theme().dress(self)

    def _lay_out(self) -> None:
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.banner)
        self._across = QHBoxLayout()
        self._across.setSpacing(0)
        self._across.addWidget(self.pages, 1)
        self._column.addLayout(self._across, 1)
        body = QWidget()
        row = QHBoxLayout(body)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.sidebar)
        row.addLayout(self._column, 1)
        self.setCentralWidget(body)

    def _fit_sidebar(self) -> None:
        self.sidebar.setFixedWidth(min(theme.theme().pixels(SIDEBAR_WIDTH), 320))

    # --- Start and end ------------------------------------------------------------------------

    def start(self, open_workspace: Callable[[], Workspace]) -> None:
        """Open the store and show the first page; when it cannot be opened, say why and what to do."""
        try:
            workspace = open_workspace()
        except AppError as error:
            self._say_not_opened(error, open_workspace)
            return
        self.sidebar.set_usable(True)
        self.actions_.enable_all(True)
        from .places import Places
        from .state import State
        from .widgets.record_bar import RecordBar

        self.state = State(workspace)
        self.record_bar = RecordBar()
        self.record_bar.hide()
        self._column.insertWidget(0, self.record_bar)
        self.places = Places(self, self.state)
        self._follow_state(self.state)
        self._keep_safe(self.state)
        self.places.connect_actions(self.actions_)
        self.go("home" if self.places.is_set_up() else "office")
        self.started.emit()

    def _say_not_opened(self, error: AppError, open_workspace: Callable[[], Workspace]) -> None:
        """Say why there is nothing to go to, and offer the one thing that can be done."""
        self.actions_.enable_all(False)
        self.sidebar.set_usable(False, "Not available: the records could not be opened. The message at the top says why.")
        self.banner.tell(str(error), "error", "Try again", lambda: self.start(open_workspace), stays=True)
        self.banner.act.setFocus(Qt.FocusReason.OtherFocusReason)

    def _make_report_beside(self, state: State) -> ReportBeside:
        """Made when it is first asked for: the start does not wait for what reads reports."""
        from .report_beside import ReportBeside

        made = ReportBeside(state)
        self._across.addWidget(made)
        made.closed.connect(self._fit_report)
        theme.theme().changed.connect(self._fit_report)
        return made

    def open_report(self) -> None:
        """Show the report that the open record was made from, beside the page or, where there is no room, in its place."""
        if self.report_beside is None and self.state is not None:
            self.report_beside = self._make_report_beside(self.state)
        if self.report_beside is not None:
            self.report_beside.open_report()
            self._fit_report()

    def _fit_report(self) -> None:
        if self.report_beside is None:
            return
        is_open = not self.report_beside.isHidden()
        beside = self.report_beside.fit(self.width())
        self.pages.setVisible(beside or not is_open)

    def _follow_state(self, state: State) -> None:
        state.failed.connect(self.banner.tell_error)
        state.told.connect(self.banner.tell)
        state.saved.connect(self.status.show_saved)
        state.record_opened.connect(self._show_record)
        state.changed.connect(self._show_record)
        state.undo_changed.connect(self.name_undo)
        self.name_undo()

    def _keep_safe(self, state: State) -> None:
        """Make backups, ask before words are lost on closing, come forward for a second start."""
        from .closing import Closing
        from .idle_backup import IdleBackup
        from .second_start import SecondStart

        self.backups = IdleBackup(state, self)
        self.backups.checked.connect(self.status.show_backup)
        self.backups.failed.connect(self._tell_no_backup)
        self.status.show_backup(self.backups.last)
        self._closing = Closing(self, state, self.backups)
        self._column.insertWidget(0, self._closing.bar)
        self._second_start = SecondStart(state.workspace, self)
        self._second_start.asked.connect(self.come_forward)

    def add_strip(self, strip: QWidget) -> None:
        """Let a strip stand under the page, where its coming and going moves no words of the page."""
        from .widgets.strip_room import StripRoom

        self._column.addWidget(StripRoom(strip))

    def come_forward(self, record_file: Path | None = None) -> None:
        """Show the window over others, as large as it was, with a record file open in it where one is given."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()
        if record_file is not None and self.places is not None:
            self.places.files.open_file(record_file)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Save what is typed, make a backup and close the store; stay open where somebody has to choose."""
        event.ignore()
        if self._closing is None or self.state is None or self._may_close(self._closing):
            event.accept()
            self._end()

    def _may_close(self, closing: Closing) -> bool:
        """Ask; a fault of the app's in the asking is told the first time, and the second it is not in the way any more."""
        try:
            return closing.may_close()
        except Exception:
            if self._closing_failed:
                return True
            self._closing_failed = True
            raise

    def _end(self) -> None:
        """Let go of everything, each part whatever happens to the others; the store last."""
        state, self.state = self.state, None
        with contextlib.ExitStack() as parts:
            if state is not None:
                parts.callback(state.workspace.close)
            if self.places is not None:
                parts.callback(self.places.close)
            for part in (self.backups, self._second_start):
                if part is not None:
                    parts.callback(part.stop)
            self.backups = self._second_start = None

    def tell_fault(self, error: BaseException) -> None:
        """Say that a fault of the app happened, with nothing of the record's words; what was typed is saved first."""
        if self._telling:
            return  # saving what is typed is what fails
        self._telling = True
        try:
            if self.state is not None:
                self.state.about_to_act.emit()
        finally:
            self._telling = False
        self.banner.tell(
            f"This is a fault in the app ({type(error).__name__}). What you wrote is saved. Go on, and tell those who look after the app.",
            "error",
        )

    # --- Places -------------------------------------------------------------------------------

    def go(self, key: str) -> None:
        """Bring a page forward."""
        if self.places is not None and self.record_bar is not None:
            if self.report_beside is not None and not self.pages.isVisible():
                self.report_beside.close_report()
            self.places.go(key)
            self.sidebar.select(self.places.place_in_sidebar)
            self.record_bar.setVisible(self.places.shows_record)
            self.name_undo()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take a file that is dragged over the window."""
        from .reports_in import droppable

        if self.places is not None and droppable(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Read the file that was dropped."""
        from .reports_in import droppable

        paths = droppable(event.mimeData())
        if self.places is not None and paths:
            event.acceptProposedAction()
            self.places.report_places.take_dropped(paths)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the page the whole width of a small window."""
        super().resizeEvent(event)
        self._show_sidebar()
        self._fit_report()

    def set_focus_mode(self, on: bool) -> None:
        """Leave out the sidebar, or show it again; the bar with the record's clock and marking stays."""
        self.in_focus = on
        self._show_sidebar()

    def _show_sidebar(self) -> None:
        self.sidebar.setVisible(self.width() >= NARROW and not self.in_focus)

    # --- What is shown all the time -----------------------------------------------------------

    def _show_record(self) -> None:
        assert self.state is not None and self.record_bar is not None
        record = self.state.record
        self.record_bar.setVisible(self.places is not None and self.places.shows_record)
        self.sidebar.show_record_places(record is not None)
        self.actions_.enable_record_actions(record is not None)
        self.actions_["go_chief"].setText(f"&{chief_words(record)}")
        self.status.count_words(record)
        self.setWindowTitle("Inspection Response")
        if record is not None:
            self.record_bar.show_record(record, self.state.clock(record))
            show_counts(self.sidebar, record)
            self.setWindowTitle(f"{record.inspection.title or 'Inspection without a title yet'} – Inspection Response")

    def _tell_no_backup(self, error: AppError) -> None:
        words = why_no_backup(error)
        self.status.backup.show_failed(words)
        if not self.banner.isVisible():  # it may offer to undo something; the line below stays in any case
            self.banner.tell(words, "warning")

    def name_undo(self) -> None:
        """Say in the menu what Undo and Redo would do."""
        if self.places is not None:
            self.places.undoing.name()
