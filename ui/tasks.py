"""Work off the GUI thread: drawing a PDF, reading a report, checking a copy (every step).

The work runs on a frozen snapshot in a thread of a pool; how it ended comes back as a call on the GUI thread: exactly
one of done, failed and cancelled, once, also when the app is quitting. The thread knows nothing but the number of its
task and one bound signal of a dispatcher that lives on the GUI side.
"""

from __future__ import annotations

import atexit
from collections.abc import Callable
from dataclasses import dataclass
from threading import Event
from typing import Any, TypeVar

from PySide6.QtCore import QCoreApplication, QObject, Qt, QThreadPool, QTimer, Signal, SignalInstance, Slot
from shiboken6 import isValid

T = TypeVar("T")

PROGRESS_AFTER_MS = 300
"""What ends sooner shows no progress: a bar that flashes up says nothing."""
THREADS = 4


class Cancelled(Exception):
    """Raised in the work by `Cancel.check()`; it ends the work and is no failure."""


class Cancel:
    """Asks the work to stop; the work looks at it between its steps."""

    def __init__(self) -> None:
        self._asked = Event()

    @property
    def asked(self) -> bool:
        """Whether the work should stop."""
        return self._asked.is_set()

    def ask(self) -> None:
        """Ask the work to stop."""
        self._asked.set()

    def check(self) -> None:
        """Go on, or raise `Cancelled` when asked to stop."""
        if self.asked:
            raise Cancelled


@dataclass(slots=True)
class _Listeners:
    """Whom to tell what, on the GUI side."""

    owner: QObject | None
    done: Callable[[Any], None]
    failed: Callable[[Exception], None]
    cancelled: Callable[[], None]
    progress: Callable[[], None]

    @property
    def there(self) -> bool:
        """False when the widget that asked has been deleted since."""
        return self.owner is None or isValid(self.owner)


@dataclass(slots=True)
class _Ending:
    """How the work ended; written once by the thread, before it tells."""

    value: Any = None
    error: Exception | None = None
    known: bool = False


class Task:
    """A piece of work under way."""

    def __init__(self, cancel: Cancel) -> None:
        self._cancel = cancel

    def cancel(self) -> None:
        """Ask the work to stop; from now on only `cancelled` arrives, once the work has ended. More calls do nothing."""
        self._cancel.ask()


class _Run:
    """Runs the work in a thread of the pool.

    No QRunnable of our own: the pool would keep each one for good (PySide6 6.11).
    """

    def __init__(self, number: int, work: Callable[[Cancel], Any], cancel: Cancel, ending: _Ending, ended: SignalInstance) -> None:
        self._number, self._work, self._cancel, self._ending, self._ended = number, work, cancel, ending, ended

    def __call__(self) -> None:
        """Do the work and tell the dispatcher that it has ended."""
        ending = self._ending
        try:
            self._cancel.check()
            ending.value = self._work(self._cancel)
        except Cancelled:
            self._cancel.ask()
        except Exception as error:  # whatever it is, it is told on the GUI side
            ending.error = error
        ending.known = True
        self._ended.emit(self._number)


@dataclass(slots=True)
class _Entry:
    """A task in the dispatcher's table, from its start until its ending has been told."""

    cancel: Cancel
    ending: _Ending
    listeners: _Listeners
    progress_timer: QTimer


class _Dispatcher(QObject):
    """Starts work and tells its ending, on the GUI thread.

    Signals:
        ended: the number of a task whose work has ended; emitted by the thread, received on the GUI side.
    """

    ended = Signal(int)

    def __init__(self, app: QCoreApplication) -> None:
        super().__init__(app)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(THREADS)
        self._entries: dict[int, _Entry] = {}
        self._started = 0
        self.ended.connect(self._tell, Qt.ConnectionType.QueuedConnection)
        app.aboutToQuit.connect(self.finish)
        # For an app whose event loop never ran, or that ends by an error: Qt's own clearing up comes after this.
        atexit.register(self.finish)

    def start(self, work: Callable[[Cancel], Any], listeners: _Listeners) -> Task:
        """Queue the work."""
        self._started += 1
        number, cancel, ending = self._started, Cancel(), _Ending()
        run = _Run(number, work, cancel, ending, self.ended)
        timer = QTimer(self, singleShot=True, interval=PROGRESS_AFTER_MS)
        timer.setTimerType(Qt.TimerType.PreciseTimer)  # a coarse one may fire a twentieth too early
        timer.timeout.connect(lambda: self._tell_progress(number))
        self._entries[number] = _Entry(cancel, ending, listeners, timer)
        if listeners.owner is not None:
            # Held weakly: the connection goes with the entry.
            listeners.owner.destroyed.connect(cancel.ask)
        timer.start()
        self._pool.start(run)
        return Task(cancel)

    @Slot(int)
    def _tell(self, number: int) -> None:
        """Take the task out of the table and tell its ending; a second call finds nothing."""
        entry = self._entries.pop(number, None)
        if entry is None:
            return
        entry.progress_timer.deleteLater()
        listeners, ending = entry.listeners, entry.ending
        if not listeners.there:
            return
        if entry.cancel.asked or not ending.known:
            listeners.cancelled()
        elif ending.error is not None:
            listeners.failed(ending.error)
        else:
            listeners.done(ending.value)

    def _tell_progress(self, number: int) -> None:
        entry = self._entries.get(number)
        if entry is not None and entry.listeners.there and not entry.cancel.asked:
            entry.listeners.progress()

    @Slot()
    def finish(self) -> None:
        """The app is quitting and its event loop is over: stop what runs, wait for it, and tell each ending here."""
        if not isValid(self._pool):  # the app was cleared up before Python ends
            return
        for entry in self._entries.values():
            if not entry.ending.known:
                entry.cancel.ask()
        self._pool.waitForDone()
        for number in list(self._entries):
            self._tell(number)


_dispatchers: list[_Dispatcher] = []


def _dispatcher() -> _Dispatcher:
    """Return the one of this application, made when first asked for."""
    if not _dispatchers or not isValid(_dispatchers[0]):
        app = QCoreApplication.instance()
        if app is None:
            raise RuntimeError("background work needs an application")
        _dispatchers[:] = [_Dispatcher(app)]
    return _dispatchers[0]


def _nothing() -> None:
    """For a listener that nobody gave."""


def run_in_background(
    work: Callable[[Cancel], T],
    done: Callable[[T], None],
    failed: Callable[[Exception], None],
    cancelled: Callable[[], None] = _nothing,
    *,
    progress: Callable[[], None] = _nothing,
    owner: QObject | None = None,
) -> Task:
    """Run `work` in a thread and tell on the GUI thread how it ended, by exactly one call of done, failed or cancelled.

    Args:
        work: what to do; it touches no widget, no record row and nothing that may change meanwhile.
        done: gets what `work` returned.
        failed: gets what `work` raised.
        cancelled: `cancel()` was called, or the app is quitting, before the ending was told.
        progress: called once if the work is still under way after 300 ms.
        owner: the object whose callbacks these are; when it is deleted, the work is asked to stop and nothing is called.
            Left out, it is the object that `done` is a method of.

    Returns:
        The task; nothing needs to keep it.
    """
    if owner is None and isinstance(getattr(done, "__self__", None), QObject):
        owner = done.__self__  # type: ignore[attr-defined]
    return _dispatcher().start(work, _Listeners(owner, done, failed, cancelled, progress))
