"""The helpers of the rows on the window: nothing here is timed."""

from __future__ import annotations

import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLabel, QMainWindow
from pytestqt.qtbot import QtBot

import bench.__main__ as command
from bench.results import Alone, WindowRow
from bench.samples import pages_of_text
from bench.stores import SECTION, store_of_pages, store_of_records
from bench.tools import PROJECT, ProgramFailed
from bench.watch import PaintWatch
from bench.window import WINDOW_ROWS, alone, run, started
from bench.window_programs import OVERDUE
from response_app.authoring import office, records
from response_app.authoring.workspace import Workspace
from response_app.domain.richtext import plain


def test_store_of_records_holds_as_many_and_is_made_once(tmp_path: Path) -> None:
    folder = store_of_records(tmp_path, 3)
    made_at = (folder / "records.db").stat().st_mtime_ns
    assert store_of_records(tmp_path, 3) == folder
    assert (folder / "records.db").stat().st_mtime_ns == made_at
    with closing(Workspace.open(folder)) as workspace:
        titles = {row.title for row in workspace.ask(records.list_records)}
        assert len(titles) == 3
        assert workspace.ask(office.person_name)


def test_store_of_pages_holds_the_text_in_its_section(tmp_path: Path) -> None:
    with closing(Workspace.open(store_of_pages(tmp_path, 2))) as workspace:
        (row,) = workspace.ask(records.list_records)
        assert getattr(workspace.ask(records.open_record, row.record_id).sections, SECTION) == pages_of_text(2)


def test_a_page_of_text_is_about_six_hundred_words() -> None:
    assert 550 < len(plain(pages_of_text(10)).split()) / 10 < 700


def test_paint_watch_tells_once_after_the_whole_window_has_been_painted(qtbot: QtBot) -> None:
    painted: list[str] = []

    class Part(QLabel):
        def paintEvent(self, event: object) -> None:
            painted.append("part")

    window, part = QMainWindow(), Part("words")
    qtbot.addWidget(window)
    window.setCentralWidget(part)
    watch = PaintWatch(window)
    watch.when_painted(window, lambda: painted.append("told"))
    assert watch.first is None
    window.show()
    qtbot.waitUntil(lambda: "told" in painted)
    assert painted.index("part") < painted.index("told")
    assert watch.first is not None
    first, count = watch.first, len(painted)
    part.update()
    qtbot.waitUntil(lambda: len(painted) > count)
    assert painted.count("told") == 1 and watch.first == first
    watch.when_painted(part, lambda: painted.append("told of the part"))
    QTimer.singleShot(0, part.update)
    qtbot.waitUntil(lambda: "told of the part" in painted)


def test_a_program_that_fails_is_told_with_its_last_words(tmp_path: Path) -> None:
    with pytest.raises(ProgramFailed, match="KeyError: 'no-such-program'"):
        run(("no-such-program",), tmp_path)


def test_a_program_that_does_not_end_is_ended_at_its_limit() -> None:
    program = "import threading; from bench import window_programs as p; p.end_at_the_limit(0.1); threading.Event().wait()"
    done = subprocess.run([sys.executable, "-c", program], cwd=PROJECT, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == OVERDUE
    assert done.stderr.strip() == "no end within 0.1 seconds: the process was ended"


def test_our_start_is_measured_on_a_store_that_is_closed_again(tmp_path: Path) -> None:
    folder = store_of_records(tmp_path, 1)
    found = started(("ours", str(folder)), tmp_path / "pycache")
    assert 0 < found.painted < found.usable < 60_000
    Workspace.open(folder).close()


def test_a_start_tells_the_time_from_its_process_and_its_memory(tmp_path: Path) -> None:
    found = started(("bare",), tmp_path)
    assert 0 < found.painted <= found.usable < 60_000
    assert found.memory > 1


def test_quartiles_of_a_figure_alone() -> None:
    assert alone([1.0, 2.0, 3.0, 4.0, 5.0]) == Alone(3.0, "ms", 2.0, 4.0, 5)


@pytest.mark.parametrize(("took", "verdict"), [(499.0, "met"), (501.0, "not met")])
def test_a_figure_alone_is_judged_itself(
    took: float, verdict: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    row = WindowRow("window-preview-1", "preview refresh, 1 page", lambda workshop: Alone(took, "ms", 1.0, 900.0, 7), 500.0)
    monkeypatch.setattr(command, "ROWS", (row,))
    monkeypatch.setattr("sys.argv", ["bench"])
    assert command.main() == 0
    line = capsys.readouterr().out.splitlines()[-1]
    assert line.split("1.0 to 900.0")[1].split() == ["500.0", *verdict.split(), "7"]


def test_no_row_is_chosen_with_another_by_a_whole_name() -> None:
    names = [row.name for row in WINDOW_ROWS if row.name.startswith("start-")]
    assert not [(one, other) for one in names for other in names if one != other and other.startswith(one)]
