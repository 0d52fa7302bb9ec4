"""What the bench runs in fresh processes to measure the window: `python -m bench.window_programs NAME ...` (every step).

Each prints one line of JSON. Times of a start are read from `time.monotonic`, which the process that started this
one can read too.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable
from pathlib import Path
from threading import Timer
from time import monotonic

START_SECONDS, WORK_SECONDS = 60.0, 240.0
"""No start and no work in a window takes so long; who runs it waits for five minutes."""
OVERDUE = 3
"""The exit status of one that did."""


def memory() -> float:
    """Return the most memory that this process has held at once, in MB.

    Raises:
        OSError: this system does not tell (only Linux does so without what was held before this program began).
    """
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    (peak,) = (line for line in lines if line.startswith("VmHWM:"))
    return int(peak.split()[1]) / 1024


def bare() -> dict[str, float]:
    """A window with one label, as PySide6 makes it; nothing of ours is imported but what looks at the clock."""
    return _bare(lambda: None)


def with_database() -> dict[str, float]:
    """The same, which imports SQLAlchemy once it has been painted."""

    def use() -> None:
        import sqlalchemy.orm  # noqa: F401

    return _bare(use)


def _bare(then: Callable[[], None]) -> dict[str, float]:
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication, QLabel, QMainWindow

    from .watch import PaintWatch

    app = QApplication(sys.argv[:1])
    window = QMainWindow()
    window.setCentralWidget(QLabel("A window"))
    window.resize(1360, 860)
    watch = PaintWatch(window)
    found: dict[str, float] = {}

    def ready() -> None:
        assert watch.first is not None
        then()
        found.update(painted=watch.first, usable=monotonic(), memory=memory())
        window.close()

    watch.when_painted(window, lambda: QTimer.singleShot(0, ready))
    window.show()
    app.exec()
    return found


def ours(folder: str) -> dict[str, float]:
    """The program as a user starts it, on the store in `folder`, until Home has been painted; nothing is imported before it would be."""
    from response_app.cli import main

    found: dict[str, float] = {}
    faults: list[BaseException] = []
    main(["window", "--store", folder], open_window=lambda *given: _watched(found, faults)(*given))
    if faults:
        raise faults[0]
    return found


def _watched(found: dict[str, float], faults: list[BaseException]) -> Callable[[Path, Path | None], int]:
    """Return what opens the window and closes it when Home has been painted, with what it saw in `found`."""
    from PySide6.QtCore import QTimer

    from ui import app
    from ui.main_window import MainWindow

    from .watch import PaintWatch, front_of

    class Watched(MainWindow):
        def __init__(self) -> None:
            super().__init__()
            self.watch = PaintWatch(self)
            self.started.connect(self.look_at_home)

        def tell_fault(self, error: BaseException) -> None:
            faults.append(error)
            self.close()

        def look_at_home(self) -> None:
            self.watch.when_painted(front_of(self), self.note)

        def note(self) -> None:
            assert self.watch.first is not None
            found.update(painted=self.watch.first, usable=monotonic(), memory=memory())
            QTimer.singleShot(0, self.close)

    vars(app)["MainWindow"] = Watched  # not with unittest.mock, which takes as long to import as a window to open
    return app.run


def end_at_the_limit(seconds: float) -> None:
    """End this process after so long, whatever its window does by then: one that cannot be closed would never end by itself."""

    def end() -> None:
        print(f"no end within {seconds:g} seconds: the process was ended", file=sys.stderr, flush=True)
        os._exit(OVERDUE)

    clock = Timer(seconds, end)
    clock.daemon = True
    clock.start()


STARTS: dict[str, Callable[..., dict[str, float]]] = {"bare": bare, "with-database": with_database, "ours": ours}


def main() -> None:
    """Run the program named first in the arguments with the others."""
    name, *arguments = sys.argv[1:]
    end_at_the_limit(START_SECONDS if name in STARTS else WORK_SECONDS)
    if name in STARTS:
        found: object = STARTS[name](*arguments)
    else:
        from .window_author import PROGRAMS as AUTHORS
        from .window_work import PROGRAMS

        found = (PROGRAMS | AUTHORS)[name](*arguments)
    print(json.dumps(found))


if __name__ == "__main__":
    main()
