"""Running the program as a user does."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from response_app.cli import main
from response_app.paths import template

CHECKOUT = Path(__file__).parents[2]


@dataclass(frozen=True)
class Ran:
    """What a command printed, and its exit code."""

    code: int
    out: str
    err: str


def run_app(*arguments: str | Path, **environment: str) -> Ran:
    """Run the program in a process of its own."""
    env = {**os.environ, "PYTHONPATH": str(CHECKOUT), **environment}
    done = subprocess.run([sys.executable, "-m", "response_app", *map(str, arguments)], capture_output=True, env=env, check=False)
    return Ran(done.returncode, done.stdout.decode(), done.stderr.decode())


def in_process(capsys: pytest.CaptureFixture[str], *arguments: str | Path) -> Ran:
    """Run the program in this process: quicker, where nothing of the process itself is tested."""
    try:
        code = main([str(each) for each in arguments])
    except SystemExit as left:
        code = int(left.code or 0)
    printed = capsys.readouterr()
    return Ran(code, printed.out, printed.err)


def example(**changes: Any) -> dict[str, Any]:
    """Return the example record as JSON, with keys of its top level changed."""
    record: dict[str, Any] = json.loads(template("example.json").read_text(encoding="utf-8"))
    return {**record, **changes}


def save(path: Path, value: object) -> Path:
    """Write JSON to a file."""
    path.write_text(json.dumps(value, ensure_ascii=False), encoding="utf-8")
    return path
