"""Takes the pictures of one scale (a process of its own, started by `tests.pictures`)."""

from __future__ import annotations

import sys
import tempfile
from datetime import date
from pathlib import Path

from PySide6.QtCore import QDeadlineTimer, QEventLoop, Qt
from PySide6.QtWidgets import QApplication

from response_app.authoring import office, records
from response_app.authoring.workspace import Workspace
from response_app.interchange import read_record
from response_app.paths import template
from ui.app import make_app
from ui.main_window import MainWindow
from ui.theme import theme

PAGES = ("home", "office", "tasks", "details", "findings", "initial", "chief", "answers", "overall", "preview", "help")
SCHEMES = {"light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark}
TODAY = date(2024, 6, 26)


def main() -> None:
    """Write FOLDER/PAGE-SCHEME-PERCENT.png for each page and scheme."""
    folder, percent, width, height = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]), int(sys.argv[4])
    app = make_app(sys.argv[:1])
    with tempfile.TemporaryDirectory() as store:
        window = window_on_example(Path(store))
        window.resize(width, height)
        window.show()
        for scheme, value in SCHEMES.items():
            theme().choose(value)
            for page in PAGES:
                window.go(page)
                settle(app, 1200 if page == "preview" else 150)
                window.grab().save(str(folder / f"{page}-{scheme}-{percent}.png"))
            take_report(app, window, folder, f"{scheme}-{percent}")
        window.close()


def take_report(app: QApplication, window: MainWindow, folder: Path, what: str) -> None:
    """Write the pictures of a report that was read: beside its page, as a full table, and split in two."""
    from .report import show_report

    page = show_report(window)
    settle(app, 2500)
    window.grab().save(str(folder / f"report-{what}.png"))
    page.found.tool_asked.emit("split")
    settle(app, 300)
    window.grab().save(str(folder / f"report-split-{what}.png"))
    page.found.show_panel(None)
    page.found.set_full(True)
    settle(app, 300)
    window.grab().save(str(folder / f"report-table-{what}.png"))
    page.give_up()


def window_on_example(folder: Path) -> MainWindow:
    """Return a window with the example record open, on its day in June 2024."""

    def workspace() -> Workspace:
        opened = Workspace.open(folder)
        example = read_record(template("example.json").read_bytes()).record
        opened.do(office.set_up, "A. Author", example.office)
        opened.do(records.bring_in, template("example.json").read_bytes())
        return opened

    window = MainWindow()
    window.start(workspace)
    assert window.state is not None
    window.state.today = lambda: TODAY
    (row,) = window.state.list_records()
    window.state.open(row.record_id)
    return window


def settle(app: QApplication, milliseconds: int) -> None:
    """Let the window lay out and paint, and let background work arrive."""
    deadline = QDeadlineTimer(milliseconds)
    while not deadline.hasExpired():
        app.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)


if __name__ == "__main__":
    main()
