"""The start imports what Home shows and no more; the rest comes a moment later, before somebody opens a record."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from response_app.authoring import office, records
from response_app.authoring.workspace import Workspace
from tests.fixtures.offices import EXAMPLESHIRE
from tests.fixtures.usual_looks import usual_looks
from ui import read_ahead
from ui.main_window import MainWindow

WINDOW = """
import sys
from pathlib import Path

from ui import app, read_ahead
from ui.main_window import MainWindow

LATE = ("holidays", "response_app.checks", "ui.editors.rich_text_edit", "ui.spelling", "ui.pages.section_page", "ui.pages.answers_page")
read_ahead.WAIT_MS = 0


def tell() -> None:
    print([name for name in LATE if name in sys.modules], flush=True)


class Window(MainWindow):
    def __init__(self) -> None:
        super().__init__()
        self.started.connect(tell)


class Ahead(read_ahead.ReadAhead):
    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.ended.connect(tell)
        self.ended.connect(window.close)


app.MainWindow, read_ahead.ReadAhead = Window, Ahead
print(app.run(Path(sys.argv[1])), LATE == tuple(name for name in LATE if name in sys.modules), flush=True)
"""


def test_the_editors_and_the_checks_come_after_the_start(tmp_path: Path) -> None:
    workspace = Workspace.open(tmp_path)
    workspace.do(office.set_up, "A. Author", EXAMPLESHIRE)
    workspace.close()
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-c", WINDOW, str(tmp_path)]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60, check=False)
    at_start, ahead, ended = done.stdout.splitlines() or (done.stderr, "", "")
    assert at_start == "[]"
    assert ahead.count(",") == 5
    assert ended == "0 True"


def test_the_pages_of_an_open_record_are_made_behind_the_one_in_front(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Not before there is a record, and none of them comes forward."""
    for name in ("WAIT_MS", "BETWEEN_MS", "APART_MS"):
        monkeypatch.setattr(read_ahead, name, 0)
    usual_looks(qapp)
    workspace = Workspace.open(tmp_path)
    workspace.do(office.set_up, "A. Author", EXAMPLESHIRE)
    record_id = workspace.do(records.new_record, "An inspection").record_id
    window = MainWindow()
    qtbot.addWidget(window, before_close_func=lambda made: made.close())
    window.show()
    window.start(lambda: workspace)
    assert window.places is not None and window.state is not None
    ahead = read_ahead.ReadAhead(window)
    with qtbot.waitSignal(ahead.ended):
        pass
    with qtbot.assertNotEmitted(window.started, wait=50):
        pass
    assert list(window.places.makers.made) == ["home"]
    window.places.open_record(record_id)
    qtbot.waitUntil(lambda: "chief" in window.places.makers.made)  # type: ignore[union-attr]
    assert len(window.places.makers.made) == 8
    assert window.pages.currentWidget() is window.places.page("tasks")
