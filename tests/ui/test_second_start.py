"""Two real starts of the app: the first window comes forward, the second leaves."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from response_app.authoring import office
from response_app.authoring.workspace import Workspace
from response_app.domain.office import Office
from response_app.paths import template
from response_app.store import holder
from ui.main_window import MainWindow

from ..fixtures.shared import PROJECT
from ..fixtures.usual_looks import usual_looks

SECOND = "import sys; from response_app.__main__ import main; sys.exit(main())"

FIRST = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from ui import app, main_window

class Watched(main_window.MainWindow):
    def come_forward(self, record_file=None):
        was = self.isMinimized()
        super().come_forward(record_file)
        print("forward", was, self.isMinimized(), self.windowTitle(), flush=True)

    def minimise(self):
        self.showMinimized()
        print("open", self.isMinimized(), flush=True)
        QTimer.singleShot(30_000, self.close)

app.MainWindow = Watched
whole = Watched.start

def start(self, open_workspace):
    whole(self, open_workspace)
    self.minimise()

Watched.start = start
sys.exit(app.run(Path(sys.argv[1])))
"""


def started(code: str, *arguments: object) -> subprocess.Popen[str]:
    """Start a process of its own that runs `code`."""
    env = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    pipe = subprocess.PIPE
    return subprocess.Popen(
        [sys.executable, "-c", code, *map(str, arguments)], cwd=PROJECT, env=env, stdout=pipe, stderr=pipe, text=True, encoding="utf-8"
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A store of an office that is set up."""
    workspace = Workspace.open(tmp_path / "store")
    workspace.do(office.set_up, "Sam Author", Office(force="Exampleshire Police"))
    workspace.close()
    return tmp_path / "store"


@pytest.fixture
def first(folder: Path) -> Iterator[subprocess.Popen[str]]:
    """The first start, its window minimised."""
    process = started(FIRST, folder)
    assert process.stdout is not None
    line = process.stdout.readline()
    assert line == "open True\n", line + (process.stderr.read() if process.stderr else "")
    yield process
    process.kill()
    process.communicate()


def test_a_second_start_brings_the_first_window_forward_and_leaves(folder: Path, first: subprocess.Popen[str]) -> None:
    """Un-minimised; with one sentence, and nothing left beside the store. So does a third."""
    for was in (True, False):
        second = started(SECOND, "window", "--store", folder)
        out, errors = second.communicate(timeout=60)
        assert (second.returncode, out) == (0, "")
        assert errors.splitlines()[-1:] == ["Your records are open in a window already; it comes forward."]
        assert first.stdout is not None
        assert first.stdout.readline().startswith(f"forward {was} False")
        assert not holder.raise_file(folder / "records.db").exists()


def test_a_record_file_goes_to_the_first_window(folder: Path, first: subprocess.Popen[str]) -> None:
    """Which brings it in and opens it."""
    second = started(SECOND, "window", template("example.json"), "--store", folder)
    second.communicate(timeout=60)
    assert second.returncode == 0
    assert first.stdout is not None
    title = first.stdout.readline().removeprefix("forward True False ").strip()
    assert title.endswith("– Inspection Response") and not title.startswith("Inspection Response")


def test_a_request_that_was_left_over_is_cleared_away_and_a_new_one_is_answered(qtbot: QtBot, qapp: QApplication, folder: Path) -> None:
    """The one from before this window is not obeyed: it is in front already."""
    usual_looks(qapp)
    workspace = Workspace.open(folder)
    holder.ask_to_come_forward(workspace.path, datetime.now(UTC))
    window = MainWindow()
    qtbot.addWidget(window)
    window.show()
    window.start(lambda: workspace)
    left = holder.raise_file(workspace.path)
    assert not left.exists()
    window.showMinimized()
    holder.ask_to_come_forward(workspace.path, datetime.now(UTC))
    qtbot.waitUntil(lambda: not left.exists() and not window.isMinimized())
    assert window.close()
    holder.ask_to_come_forward(workspace.path, datetime.now(UTC))
    with qtbot.assertNotEmitted(window.started, wait=200):
        pass
    assert left.exists(), "a closed window answers nobody"
