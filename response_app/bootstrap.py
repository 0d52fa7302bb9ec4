"""Wiring: what a start of the app sets up before any step of the story."""

from __future__ import annotations

import os
import sys
from io import TextIOWrapper


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


def app_version() -> str:
    """Return the version of the app as installed, or words for a bare folder that it runs from."""
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("inspection-response")
    except PackageNotFoundError:
        return "run from its folder, not installed"
