"""Writes the pictures: each page, light and dark, at 100 % (1360 x 860) and at 200 % (768 x 432 logical pixels)."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

SIZES = {"100": (1360, 860, "1"), "200": (768, 432, "2")}


def main() -> int:
    """Start a process for each scale, which Qt reads once at its start."""
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else "out/screenshots").resolve()
    folder.mkdir(parents=True, exist_ok=True)
    for percent, (width, height, factor) in SIZES.items():
        env = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": factor}
        command = [sys.executable, "-m", "tests.pictures.take", str(folder), percent, str(width), str(height)]
        code = subprocess.run(command, env=env).returncode
        if code:
            return code
    print(f"The pictures are here: {folder}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
