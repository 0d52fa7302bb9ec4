"""The program: `response-app` and `python -m response_app`. The one module that opens the window."""

from __future__ import annotations

import sys
from pathlib import Path

from .cli import main as run_command


def main() -> int:
    """Run what the command line asks for; without a command, the window."""
    return run_command(open_window=_open_window)


def _open_window(folder: Path, record: Path | None) -> int:
    from ui.app import run

    return run(folder, record)


if __name__ == "__main__":
    sys.exit(main())
