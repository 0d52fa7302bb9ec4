"""Takes the pictures of one scale (a process of its own, started by `tests.pictures`)."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from ui.app import make_app
from ui.main_window import MainWindow

from .colours import COLOURS
from .state import State, all_states, pages_gone_to
from .stores import TODAY, USUAL, Store, window_on

__all__ = ["PAGES", "TODAY", "settle", "window_on_example"]

PAGES = pages_gone_to()
"""The pages that the tests of accessibility and of the help go through."""


def main() -> None:
    """Write FOLDER/PAGE-STATE-COLOURS-SIZE@SCALE.png for each state, size and scheme of colours."""
    folder, scale, sizes, colours, only = Path(sys.argv[1]), sys.argv[2], sys.argv[3].split(","), sys.argv[4].split(","), sys.argv[5:]
    app = make_app(sys.argv[:1])
    wanted = [each for each in all_states() if not only or each.page in only or each.title in only]
    for store in dict.fromkeys(each.store for each in wanted):
        states = [each for each in wanted if each.store is store]
        with tempfile.TemporaryDirectory() as data:
            _take(app, folder, store, Path(data), states, [(size, f"{int(scale) * 100}") for size in sizes], colours)


def _take(
    app: QApplication,
    folder: Path,
    store: Store,
    data: Path,
    states: list[State],
    sizes: list[tuple[str, str]],
    colours: Iterable[str],
) -> None:
    """Take the pictures of one store; a scheme of colours takes a second to put on, so it is the outermost."""
    window = window_on(store, data)
    window.show()
    for name in colours:
        COLOURS[name]()
        for size, percent in sizes:
            window.resize(*(int(each) for each in size.split("x")))
            for state in states:
                afterwards = state.enter(window)
                settle(app, state.wait)
                window.grab().save(str(folder / f"{state.title}-{name}-{size}@{percent}.png"))
                if afterwards is not None:
                    afterwards()
    window.close()
    window.deleteLater()


def window_on_example(folder: Path) -> MainWindow:
    """Return a window with the example record open, on its day in June 2024."""
    return window_on(USUAL, folder)


def settle(app: QApplication, milliseconds: int) -> None:
    """Let the window lay out and paint, and let background work arrive."""
    loop = QEventLoop(app)
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


if __name__ == "__main__":
    main()
