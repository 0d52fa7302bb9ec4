"""Wiring: what a start of the app sets up before any step of the story."""

from __future__ import annotations

import os
import sys
from io import TextIOWrapper
from pathlib import Path


def prepare_streams() -> None:
    """Make output UTF-8 on every system; a character that even that cannot hold is shown by its code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def silence_output() -> None:
    """Send further output nowhere: its reader has gone, which is no fault."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)


def brings_window_forward(folder: Path, record_file: Path | None) -> bool:
    """Let the window that has the store in `folder` open come forward; return False where there is none that answers.

    Args:
        folder: where the store is; it need not exist.
        record_file: a record file that the window is to open.
    """
    from .authoring.second_start import bring_window_forward

    return bring_window_forward(folder, record_file)


def app_version() -> str:
    """Return the version of the app as installed, or words for a bare folder that it runs from."""
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("inspection-response")
    except PackageNotFoundError:
        return "run from its folder, not installed"
