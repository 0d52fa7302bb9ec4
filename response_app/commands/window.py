"""`window`: opens the window, on a record file where one is named; also what happens without a command (every step)."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable
from pathlib import Path

from ..bootstrap import brings_window_forward
from ..errors import AppError
from ..paths import data_dir
from .usage import Outcome, Parser

OpenWindow = Callable[[Path, Path | None], int]
"""Shows the window on the store in a folder, with a record file to bring in, and returns the exit code."""


def add_to(commands: argparse._SubParsersAction[Parser]) -> None:
    """Add the command to the program."""
    words = "Open the window; this is also what happens without a command."
    parser = commands.add_parser("window", help=words, description=words)
    parser.given.add_argument("record", metavar="RECORD.json", type=Path, nargs="?", help="a record file to bring in and open")
    parser.options.add_argument("--store", metavar="FOLDER", type=Path, help="another folder than this computer's own store")
    parser.set_defaults(run=run)


def run(given: argparse.Namespace) -> Outcome:
    """Open the window and wait until it is closed; where one has the records open already, that one comes forward.

    Raises:
        AppError: this computer has no screen.
    """
    if not has_display():
        raise AppError("There is no screen here to show a window on.", "The commands work without one: response-app --help.")
    folder = given.store or data_dir()
    if brings_window_forward(folder, given.record):
        if sys.stderr is not None:
            print("Your records are open in a window already; it comes forward.", file=sys.stderr)
        return Outcome("")
    open_window: OpenWindow = given.open_window
    return Outcome("", open_window(folder, given.record))


def has_display() -> bool:
    """Tell whether a window can be shown."""
    if sys.platform in ("win32", "darwin") or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
