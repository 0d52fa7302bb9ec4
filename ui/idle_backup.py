"""Backups that nobody has to think of: when nothing is typed, before risky acts, on close (every step).

The copy is taken here, on the thread of the store, and takes some 3 ms a megabyte. A worker checks and writes it. What
fails is said once, and never stands in the way of writing.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from threading import Lock
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from response_app.authoring import records
from response_app.errors import AppError

from .tasks import run_in_background
from .widgets.backup_line import why_not_attached

if TYPE_CHECKING:
    from response_app.authoring.workspace import Attached, Backup, Copy

    from .state import State

IDLE_MS = 5_000
"""Nothing is typed for so long before a copy is taken."""
APART_MS = 600_000
"""At least so long lies between two backups, but for those before risky acts and on close."""

RISKY = frozenset({records.bring_in, records.delete_record, records.restore_record})
"""What takes away or replaces more than a few words."""

_TYPING = (QEvent.Type.KeyPress, QEvent.Type.InputMethod)


class IdleBackup(QObject):
    """Takes a copy at the right moments and has it checked.

    Signals:
        checked: (datetime) a backup was written and read back; the time when its copy was taken.
        failed: (AppError) there is none; told once, until one succeeds again.
    """

    checked = Signal(object)
    failed = Signal(object)

    def __init__(self, state: State, parent: QObject, idle_ms: int | None = None, apart_ms: int | None = None) -> None:
        """Follow what changes in `state`; the milliseconds are `IDLE_MS` and `APART_MS` where none are given."""
        super().__init__(parent)
        self._workspace = state.workspace
        self._tell = state.told.emit
        self._told_of_files = ""
        self._idle_ms = IDLE_MS if idle_ms is None else idle_ms
        self._apart_ms = APART_MS if apart_ms is None else apart_ms
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._back_up)
        self._last = self._workspace.last_backup()
        self._changed = False  # something is in the store that no copy has
        self._added = False  # and it is more than what a risky act did
        self._risky = False
        self._under_way: list[_Job] = []
        self.told = False
        self._typist: QObject | None = None
        state.changed.connect(self._note)
        state.about_to_do.connect(self._before)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        self._app: QApplication | None = app
        app.focusChanged.connect(self._follow)
        self._follow(None, app.focusWidget())

    @property
    def last(self) -> datetime | None:
        """When the newest backup was taken, None where there is none."""
        return self._workspace.last_backup()

    # --- When ---------------------------------------------------------------------------------

    def _note(self) -> None:
        self._changed = True
        self._added |= not self._risky
        self._wait()

    def _wait(self) -> None:
        """Begin to wait anew: for a pause in typing, and until enough time lies between two backups."""
        if self._changed and not self._under_way:
            self._timer.start(max(self._idle_ms, self._apart_ms - self._since_last()))

    def _since_last(self) -> int:
        if self._last is None:
            return self._apart_ms
        return max(0, round((datetime.now(UTC) - self._last).total_seconds() * 1000))

    def _follow(self, _old: QWidget | None, now: QWidget | None) -> None:
        """Watch the one widget that has the keyboard: a filter on the whole app would slow every event of it."""
        if self._typist is not None and isValid(self._typist):
            self._typist.removeEventFilter(self)
        self._typist = now
        if now is not None:
            now.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Put the copy off while somebody types."""
        if event.type() in _TYPING and self._timer.isActive():
            self._wait()
        return False

    def _before(self, use_case: Callable[..., object]) -> None:
        """Take a copy before a risky act, where something would be lost that no copy has yet."""
        self._risky = use_case in RISKY
        if self._risky and self._added:
            self._back_up()

    # --- What ---------------------------------------------------------------------------------

    def _back_up(self) -> None:
        self._timer.stop()
        try:
            job = self._take()
        except AppError as error:
            self._fail(error)
            return
        run_in_background(
            lambda _cancel: job.keep(),
            lambda backup: self._end(job, backup),
            lambda error: self._end(job, error),
            lambda: self._drop(job),
            owner=self,
        )

    def _take(self) -> _Job:
        self._last = datetime.now(UTC)
        job = _Job(self._workspace.keep_copy, self._workspace.take_copy())
        self._changed = self._added = False
        self._under_way.append(job)
        return job

    def _drop(self, job: _Job) -> None:
        if job in self._under_way:
            self._under_way.remove(job)

    def _end(self, job: _Job, outcome: Backup | Exception) -> None:
        self._drop(job)
        if isinstance(outcome, AppError):
            self._fail(outcome)
        elif isinstance(outcome, Exception):
            self._changed = self._added = True
            raise outcome
        else:
            self.told = False
            self.checked.emit(outcome.at)
            self._look_at_files(outcome.attached)
            self._wait()

    def _look_at_files(self, attached: Attached) -> None:
        """Say what is wrong with attached files, once until it is something else; try again where the drive was the reason."""
        self._changed |= attached.refused is not None
        words = why_not_attached(attached)
        if words and words != self._told_of_files:
            self._tell(words)
        self._told_of_files = words

    def _fail(self, error: AppError) -> None:
        self._changed = self._added = True
        if not self.told:
            self.told = True
            self.failed.emit(error)
        self._wait()

    # --- The end ------------------------------------------------------------------------------

    def before_closing(self) -> AppError | None:
        """See every copy on to the drive, with one of what is new; return why that failed, unless it was told before."""
        self._timer.stop()
        told = self.told
        try:
            if self._changed:
                self._take()
            while self._under_way:
                job = self._under_way.pop(0)
                self._end(job, job.keep())
        except AppError as error:
            self._fail(error)
            return None if told else error
        return None

    def stop(self) -> None:
        """Do no more: the store is being closed. A second call does nothing."""
        self._changed = False
        self._timer.stop()
        if self._app is not None:
            self._app.focusChanged.disconnect(self._follow)
            self._app = None
            self._follow(None, None)


class _Job:
    """A copy that is to be checked and written once, by a worker or by whoever cannot wait for it."""

    def __init__(self, keep: Callable[[Copy], Backup], copy: Copy) -> None:
        self._keep = keep
        self._copy = copy
        self._lock = Lock()
        self._kept: Backup | None = None

    def keep(self) -> Backup:
        """Check and write the copy; a second caller waits for the first and gets the same.

        Raises:
            WriteFailed: it could not be written.
            StoreDamaged: it is not whole.
        """
        with self._lock:
            if self._kept is None:
                self._kept = self._keep(self._copy)
            return self._kept
