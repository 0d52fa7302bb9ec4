"""The main flow as a screen reader meets it: the real program under Xvfb, its tree read from another process (AT-SPI).

The reader (at_spi_reader.py) goes from the first start to an answer in one run; each test looks at a part of what it met.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from response_app.authoring import records
from response_app.authoring.workspace import Workspace
from response_app.paths import template
from tests.fixtures.installed import NEEDS_INSTALLING, needs_program

pytestmark = [
    needs_program("xvfb-run", "xvfb"),
    needs_program("dbus-run-session", "dbus"),
    pytest.mark.skipif(sys.platform != "linux", reason="AT-SPI is Linux's"),
]
READER = Path(__file__).with_name("at_spi_reader.py")
SECONDS = 110
ON = {"QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1", "QT_QPA_PLATFORM": "xcb", "PYTHONUTF8": "1"}


@pytest.fixture(scope="module")
def met(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """Give what the reader met, from a first start on a store that holds one record."""
    system = shutil.which("python3", path="/usr/bin:/usr/local/bin")
    if system is None or subprocess.run([system, "-c", "import pyatspi"], capture_output=True).returncode:
        pytest.skip(f"{NEEDS_INSTALLING} python3-pyatspi, at-spi2-core (the system's Python cannot import pyatspi)")
    folder = tmp_path_factory.mktemp("store")
    workspace = Workspace.open(folder)
    workspace.do(records.bring_in, template("example.json").read_bytes())
    workspace.close()
    program = [sys.executable, "-m", "response_app", "window", "--store", str(folder)]
    command: Sequence[str] = ["xvfb-run", "-a", "dbus-run-session", "--", system, str(READER), *program]
    done = subprocess.run(command, capture_output=True, text=True, timeout=SECONDS, env={**os.environ, **ON})
    assert done.returncode == 0, done.stderr[-2000:]
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    assert "missing" not in found, f"{found['missing']}\n{done.stderr[-2000:]}"
    return found


def test_the_first_start_has_the_keyboard_in_a_named_field(met: dict[str, Any]) -> None:
    field = met["name at first"]
    assert (field["role"], field["name"], field["labelled by"]) == ("text", "Your name", ["Your name"])
    assert {"focused", "editable", "enabled"} <= set(field["states"])
    assert met["kind of body"]["labelled by"] == ["Kind of body"], "a list of choices is called by its label; its name is the choice"


def test_an_error_is_heard_takes_the_keyboard_and_is_told_with_its_field(met: dict[str, Any]) -> None:
    assert met["error heard"] == "Something is still to be filled in. It is marked above."
    assert met["name at first"]["description"] != met["name in error"]["description"] == "Enter your name, as colleagues know it."
    assert "focused" in met["name in error"]["states"]
    assert met["name typed"] == "Sam Author"


def test_home_reads_its_records_cell_by_cell_under_headings(met: dict[str, Any]) -> None:
    assert "focused" in met["records"]["states"] and "Enter" in met["records"]["description"]
    assert any(each.startswith("An inspection of the regional response") for each in met["cells"])
    assert "Statutory date" in met["columns"] and "Answered" in met["columns"]


def test_the_task_list_tells_each_task_with_how_it_stands_under_its_heading(met: dict[str, Any]) -> None:
    assert met["first task"]["states"][0] == "focused"
    assert met["first task"]["name"].startswith("Inspection details, summary and grades: ")
    assert all(": " in each for each in met["tasks"] if each != "How this is counted") and len(met["tasks"]) > 8
    assert [each for each in met["task list's headings"] if each in ("Task list", "1. The inspection", "2. The responses")]


def test_the_sidebar_is_a_list_of_page_tabs_that_says_where_one_is_and_can_be_pressed(met: dict[str, Any]) -> None:
    """No place is something to tick."""
    assert [name for name, states in met["places"].items() if "selected" in states] == ["Task list"]
    assert len(met["places"]) > 8 and not any("checked" in states for states in met["places"].values())
    assert met["list of places"] == "Places"
    assert met["place afterwards"] == ["Register of findings"] and "focused" in met["register"]["states"]


def test_a_section_is_one_named_text_with_its_words(met: dict[str, Any]) -> None:
    section = met["section"]
    assert (section["role"], section["name"]) == ("text", "Initial response")
    assert {"focused", "editable"} <= set(section["states"])
    assert section["text"].startswith("On 14 May 2024")


def test_saving_is_heard_and_stands_in_the_status_line(met: dict[str, Any]) -> None:
    assert met["saved heard"].startswith("Saved ")
    assert met["saved heard"][:11] in {each[:11] for each in met["status line"] if each.startswith("Saved ")}


def test_an_answer_is_told_with_its_kind_its_finding_and_its_words(met: dict[str, Any]) -> None:
    assert met["answer"]["name"] == "Answer 1" and met["answer"]["text"]
    assert any(each.startswith("AFI 1, Answered. The force needs") for each in met["findings"])
    taken, proposed = (set(each) for each in met["kind before"])
    assert "checked" in taken and "checked" not in proposed
    taken, proposed = (set(each) for each in met["kind after"])
    assert "checked" not in taken and "checked" in proposed


def test_that_nothing_was_found_is_heard(met: dict[str, Any]) -> None:
    assert met["palette"]["states"][0] == "focused"
    assert met["nothing found heard"] == "Nothing was found. Try other words, or fewer letters."


def test_the_program_ends_well(met: dict[str, Any]) -> None:
    """A reader that looks at every part of every page, also while another comes forward, does not end it."""
    assert met["exit code"] == 0
