"""Writes the pictures: every page and state, in three colours and three sizes; a process for each scale, both at once."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import time
from pathlib import Path

from .colours import COLOURS

SCALES = {"1": ("1360x860", "1000x640"), "2": ("768x432",)}
"""Sizes of the window in logical pixels, by the scale that Qt reads once at its start: 768 x 432 at 200 % is 1,536 x 864."""


def main() -> int:
    """Start the processes, wait for both, and say how many pictures there are and how long it took."""
    parser = argparse.ArgumentParser("dev.py screenshots", description="Write a picture of every page and state.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--only", nargs="+", default=[], metavar="PAGE", help="a page, or a page and a state: tasks, tasks-full")
    parser.add_argument("--colours", nargs="+", default=list(COLOURS), choices=list(COLOURS))
    parser.add_argument("--sizes", nargs="+", default=[size for sizes in SCALES.values() for size in sizes], metavar="SIZE")
    asked = parser.parse_args()
    folder = asked.folder.resolve()
    folder.mkdir(parents=True, exist_ok=True)
    began = time.monotonic()
    processes = []
    for scale, sizes in SCALES.items():
        wanted = [each for each in sizes if each in asked.sizes]
        env = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": scale}
        command = [sys.executable, "-m", "tests.pictures.take", str(folder), scale, ",".join(wanted), ",".join(asked.colours), *asked.only]
        processes += [subprocess.Popen(command, env=env)] if wanted else []
    failed = [each for each in processes if each.wait()]
    count = sum(each.stat().st_mtime >= time.time() - (time.monotonic() - began) - 1 for each in folder.glob("*.png"))
    print(f"{count} pictures in {time.monotonic() - began:.0f} s: {folder}")
    return 1 if failed or not count else 0


if __name__ == "__main__":
    sys.exit(main())
