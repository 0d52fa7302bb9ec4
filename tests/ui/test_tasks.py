"""Background work: how it ended is told once, on the GUI thread, whatever happens meanwhile."""

from __future__ import annotations

import subprocess
import sys
import threading
import time
import weakref
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QObject, Slot
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from ui import tasks
from ui.tasks import Cancel, Cancelled, Task, run_in_background

from ..fixtures.shared import PROJECT


class Listener(QObject):
    """Writes down what it is told, and in which thread."""

    def __init__(self) -> None:
        super().__init__()
        self.told: list[object] = []
        self.threads: set[int] = set()

    @Slot()
    def done(self, value: object) -> None:
        """The work has a result."""
        self._keep(("done", value))

    def failed(self, error: Exception) -> None:
        """The work raised."""
        self._keep(("failed", error))

    def cancelled(self) -> None:
        """The work was stopped."""
        self._keep("cancelled")

    def progress(self) -> None:
        """The work takes long."""
        self._keep("progress")

    def _keep(self, what: object) -> None:
        self.told.append(what)
        self.threads.add(threading.get_ident())

    def run(self, work: Callable[[Cancel], object]) -> Task:
        """Start work that this object hears of."""
        return run_in_background(work, self.done, self.failed, self.cancelled, progress=self.progress)


@pytest.fixture
def gate() -> Iterator[threading.Event]:
    """What work waits for; open at the end, so that no thread is left."""
    event = threading.Event()
    yield event
    event.set()


def settle(qtbot: QtBot) -> None:
    """Wait until work started now has been told: what is told later than that was told twice."""
    last = Listener()
    last.run(lambda cancel: None)
    qtbot.waitUntil(lambda: bool(last.told))


def test_a_result_arrives_once_on_the_gui_thread(qtbot: QtBot) -> None:
    listener, worked_in = Listener(), []
    listener.run(lambda cancel: worked_in.append(threading.get_ident()) or 7)
    qtbot.waitUntil(lambda: bool(listener.told))
    settle(qtbot)
    assert listener.told == [("done", 7)]
    assert listener.threads == {threading.get_ident()}
    assert threading.get_ident() not in worked_in


def test_an_error_arrives_once_on_the_gui_thread(qtbot: QtBot) -> None:
    listener, error = Listener(), ValueError("no")

    def work(cancel: Cancel) -> None:
        raise error

    listener.run(work)
    qtbot.waitUntil(lambda: bool(listener.told))
    settle(qtbot)
    assert listener.told == [("failed", error)]
    assert listener.threads == {threading.get_ident()}


def test_work_that_looks_is_stopped(qtbot: QtBot, gate: threading.Event) -> None:
    listener, begun, after = Listener(), threading.Event(), []

    def work(cancel: Cancel) -> None:
        begun.set()
        gate.wait(10)
        cancel.check()
        after.append(1)

    task = listener.run(work)
    assert begun.wait(10)
    task.cancel()
    task.cancel()
    gate.set()
    qtbot.waitUntil(lambda: bool(listener.told))
    settle(qtbot)
    assert listener.told == ["cancelled"]
    assert listener.threads == {threading.get_ident()}
    assert not after


def test_work_that_stops_by_itself_is_cancelled(qtbot: QtBot) -> None:
    listener = Listener()

    def work(cancel: Cancel) -> None:
        raise Cancelled

    listener.run(work)
    qtbot.waitUntil(lambda: bool(listener.told))
    assert listener.told == ["cancelled"]


def test_work_that_has_not_begun_never_begins(qtbot: QtBot, gate: threading.Event) -> None:
    blockers, listener, began = Listener(), Listener(), []
    for _ in range(tasks.THREADS):
        blockers.run(lambda cancel: gate.wait(10))
    listener.run(lambda cancel: began.append(1)).cancel()
    gate.set()
    qtbot.waitUntil(lambda: bool(listener.told) and len(blockers.told) == tasks.THREADS)
    assert listener.told == ["cancelled"]
    assert not began


@pytest.mark.parametrize("fails", [False, True])
def test_after_a_cancel_no_result_and_no_error_arrives(qtbot: QtBot, fails: bool) -> None:
    """Even when the work had ended already, and only the telling was outstanding."""
    listener, ended = Listener(), threading.Event()

    def work(cancel: Cancel) -> None:
        ended.set()
        if fails:
            raise ValueError

    task = listener.run(work)
    assert ended.wait(10)
    task.cancel()
    qtbot.waitUntil(lambda: bool(listener.told))
    settle(qtbot)
    assert listener.told == ["cancelled"]


def test_a_cancel_after_the_telling_does_nothing(qtbot: QtBot) -> None:
    listener = Listener()
    task = listener.run(lambda cancel: 1)
    qtbot.waitUntil(lambda: bool(listener.told))
    task.cancel()
    settle(qtbot)
    assert listener.told == [("done", 1)]


@pytest.mark.parametrize("named", [False, True], ids=["a method of it", "named as owner"])
def test_a_deleted_receiver_is_told_nothing_and_its_work_is_asked_to_stop(qtbot: QtBot, gate: threading.Event, named: bool) -> None:
    listener, begun, asked, told = Listener(), threading.Event(), threading.Event(), []

    def work(cancel: Cancel) -> None:
        begun.set()
        gate.wait(10)
        if cancel.asked:
            asked.set()

    if named:
        run_in_background(work, told.append, told.append, lambda: told.append("cancelled"), owner=listener)
    else:
        listener.run(work)
    assert begun.wait(10)
    delete(listener)
    gate.set()
    assert asked.wait(10)
    settle(qtbot)
    assert not listener.told
    assert not told


def test_plain_functions_need_no_owner(qtbot: QtBot) -> None:
    told: list[object] = []
    run_in_background(lambda cancel: 3, told.append, told.append)
    qtbot.waitUntil(lambda: told == [3])


def test_an_error_in_a_listener_does_not_hide_the_others(qtbot: QtBot) -> None:
    listener = Listener()

    def broken(value: object) -> None:
        raise KeyError("a bug of a page")

    with qtbot.captureExceptions() as caught:
        run_in_background(lambda cancel: 1, broken, listener.failed)
        listener.run(lambda cancel: 2)
        qtbot.waitUntil(lambda: bool(listener.told))
        qtbot.waitUntil(lambda: bool(caught))
    assert listener.told == [("done", 2)]
    assert [kind for kind, _, _ in caught] == [KeyError]


def test_progress_is_told_once_after_300_ms(qtbot: QtBot, gate: threading.Event) -> None:
    listener, start = Listener(), time.perf_counter()
    listener.run(lambda cancel: gate.wait(10))
    qtbot.waitUntil(lambda: bool(listener.told))
    assert time.perf_counter() - start >= 0.29
    gate.set()
    qtbot.waitUntil(lambda: len(listener.told) > 1)
    assert listener.told == ["progress", ("done", True)]
    assert listener.threads == {threading.get_ident()}


def test_no_progress_of_quick_or_cancelled_work(qtbot: QtBot, gate: threading.Event, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tasks, "PROGRESS_AFTER_MS", 40)
    quick, stopped, slow, begun = Listener(), Listener(), Listener(), threading.Event()
    quick.run(lambda cancel: 1)
    qtbot.waitUntil(lambda: bool(quick.told))
    task = stopped.run(lambda cancel: begun.set() or gate.wait(10))
    assert begun.wait(10)
    task.cancel()
    slow.run(lambda cancel: gate.wait(10))
    qtbot.waitUntil(lambda: bool(slow.told))
    gate.set()
    qtbot.waitUntil(lambda: bool(stopped.told) and len(slow.told) == 2)
    assert quick.told == [("done", 1)]
    assert stopped.told == ["cancelled"]
    assert slow.told[0] == "progress"


def test_nothing_is_kept_of_work_that_has_ended(qtbot: QtBot) -> None:
    """Thousands of small tasks run in a day; the pool keeps each QRunnable of Python's for good, so there is none."""
    listener, left = Listener(), []
    for _ in range(50):
        cancels: list[Cancel] = []
        listener.run(cancels.append)
        qtbot.waitUntil(lambda cancels=cancels: bool(cancels))
        left.append(weakref.ref(cancels[0]))
    qtbot.waitUntil(lambda: len(listener.told) == 50)
    settle(qtbot)
    assert sum(each() is not None for each in left) <= 1


QUITTING = """
import sys, threading
sys.path.insert(0, sys.argv[1])
from PySide6.QtCore import QCoreApplication, QTimer
from ui.tasks import run_in_background

app = QCoreApplication([])
go_on = threading.Event()

def heeds(cancel):
    while True:
        cancel.check()
        go_on.wait(0.01)

def deaf(cancel):
    go_on.wait(0.5)

def tell(name):
    return [lambda *what, word=word: print(name, word, flush=True) for word in ("done", "failed", "cancelled")]

def start():
    for name, work in [("ready", lambda cancel: ready.set()), ("heeds", heeds), ("deaf", deaf), ("heeds too", heeds)]:
        run_in_background(work, *tell(name))
    for number in range(3):
        run_in_background(heeds, *tell("queued"))

ready = threading.Event()
if sys.argv[2] == "event loop":
    QTimer.singleShot(0, start)
    # Its ending is told by the event loop; the others end with the app.
    QTimer.singleShot(400, app.quit)
    code = app.exec()
elif sys.argv[2] == "cleared up":
    QTimer.singleShot(0, start)
    QTimer.singleShot(400, app.quit)
    code = app.exec()
    app.shutdown()
else:
    start()
    ready.wait(10)
    go_on.wait(0.3)  # its ending is known by now, and nobody has been told
    code = 0
print("left", flush=True)
sys.exit(code)
"""


@pytest.mark.parametrize("how", ["event loop", "cleared up", "no event loop"])
def test_when_the_app_quits_each_ending_is_told_once(how: str) -> None:
    done = subprocess.run([sys.executable, "-c", QUITTING, str(PROJECT), how], capture_output=True, text=True, timeout=60)
    assert (done.returncode, done.stderr) == (0, "")
    lines = done.stdout.splitlines()
    assert (lines[-1] == "left") is (how != "no event loop"), "told before the app's own clearing up"
    assert sorted(line for line in lines if line != "left") == [
        "deaf cancelled",
        "heeds cancelled",
        "heeds too cancelled",
        *["queued cancelled"] * 3,
        "ready done",
    ]


def test_work_without_an_app_is_a_mistake_that_is_named() -> None:
    script = "import sys; sys.path.insert(0, sys.argv[1]); from ui.tasks import run_in_background as r; r(print, print, print)"
    done = subprocess.run([sys.executable, "-c", script, str(PROJECT)], capture_output=True, text=True, timeout=60)
    assert done.returncode == 1
    assert done.stderr.splitlines()[-1] == "RuntimeError: background work needs an application"
