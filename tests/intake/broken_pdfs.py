"""Reads broken PDFs, one after the other, in a process of its own: `python -m tests.intake.broken_pdfs FILE COUNT SEED`.

It prints the number of each before it begins, so that whoever started it knows which one ended the process or held it up.
"""

from __future__ import annotations

import faulthandler
import sys
from pathlib import Path

from response_app.errors import ImportRefused
from response_app.intake import transfer
from response_app.intake.report import read

from .made import broken

SECONDS = 20


def main(file: str, count: str, seed: str) -> None:
    """Read them all; anything but a reading or a refusal ends the process with an error."""
    refused = 0
    for number, data in enumerate(broken(Path(file).read_bytes(), int(count), int(seed))):
        print(number, flush=True)
        faulthandler.dump_traceback_later(SECONDS, exit=True)
        try:
            transfer.write(read(data, "report.pdf"))
        except ImportRefused:
            refused += 1
        finally:
            faulthandler.cancel_dump_traceback_later()
    print(f"{refused} refused")


if __name__ == "__main__":
    main(*sys.argv[1:])
