"""The store by commands: list, bring in, show, write out; held by another process; no screen."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from response_app.authoring.workspace import Workspace
from response_app.paths import template

from .run import run_app as run

EXAMPLE = template("example.json")


def test_a_record_comes_in_and_out_as_it_was(tmp_path: Path) -> None:
    store = ["--store", str(tmp_path / "store")]
    assert run("records", "list", *store).out.strip() == "There are no records yet."
    done = run("records", "import", str(EXAMPLE), *store)
    assert done.code == 0, done.err
    assert "Brought in: An inspection of the regional response" in done.out
    (row,) = json.loads(run("records", "list", "--as", "json", *store).out)
    assert (row["answered"], row["to_answer"], row["published_on"]) == (4, 4, "2024-05-14")
    out = tmp_path / "out.json"
    assert run("records", "dump", row["record_id"][:6], "--out", str(out), *store).code == 0
    assert out.read_bytes() == EXAMPLE.read_bytes()
    assert run("records", "show", row["record_id"], *store).out == EXAMPLE.read_text(encoding="utf-8")


def test_the_same_record_twice_is_refused_and_the_first_stays(tmp_path: Path) -> None:
    store = ["--store", str(tmp_path)]
    run("records", "import", str(EXAMPLE), *store)
    done = run("records", "import", str(EXAMPLE), *store)
    assert done.code == 3
    assert "in the list already" in done.err
    assert len(json.loads(run("records", "list", "--as", "json", *store).out)) == 1


def test_a_bad_file_and_an_unknown_id_change_nothing(tmp_path: Path) -> None:
    store = ["--store", str(tmp_path / "store")]
    bad = tmp_path / "bad.json"
    bad.write_text('{"format": "other", "version": 1}', encoding="utf-8")
    done = run("records", "import", str(bad), *store)
    assert (done.code, done.out) == (3, "")
    done = run("records", "dump", "nobody", "--out", str(tmp_path / "x.json"), *store)
    assert done.code == 3
    assert "no record with an id that begins with nobody" in done.err
    assert not (tmp_path / "x.json").exists()


def test_a_store_that_the_window_holds_says_so(tmp_path: Path) -> None:
    workspace = Workspace.open(tmp_path, "A. Colleague")
    try:
        done = run("records", "list", "--store", str(tmp_path))
    finally:
        workspace.close()
    assert done.code == 3
    assert "A. Colleague" in done.err
    assert "Traceback" not in done.err
    assert run("records", "list", "--store", str(tmp_path)).code == 0


def test_without_a_screen_the_window_says_what_works() -> None:
    hidden = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    env = {key: value for key, value in os.environ.items() if key not in hidden}
    done = subprocess.run([sys.executable, "-m", "response_app"], env=env, capture_output=True, text=True)
    if sys.platform.startswith("linux"):
        assert done.returncode == 3
        assert "no screen" in done.stderr
