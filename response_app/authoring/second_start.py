"""A second start of the app: the window that has the records open comes forward (start of every step).

The second start leaves a request beside the store and waits for the first window to remove it. That is the answer: a
window that hangs, or a process without one, gives none, and then the second start says who has the records.
"""

from __future__ import annotations

import time
from datetime import UTC, datetime
from pathlib import Path

from ..errors import WriteFailed
from ..store.holder import ask_to_come_forward, holder, is_held, raise_file, take_request_back

STORE_FILE = "records.db"
_PATIENCE_SECONDS = 3.0
_PAUSE_SECONDS = 0.05


def bring_window_forward(folder: Path, record_file: Path | None = None, patience: float = _PATIENCE_SECONDS) -> bool:
    """Ask the window that has the store in `folder` open to come forward, and wait until it does.

    Args:
        folder: where the store is; it need not exist.
        record_file: a record file that the window is to open.
        patience: seconds to wait for its answer.

    Returns:
        False where no window has it open, or none answered; nothing is left beside the store then.
    """
    store = folder / STORE_FILE
    held = holder(store)
    if held is None or not held.window or not is_held(store):
        return False
    try:
        ask_to_come_forward(store, datetime.now(UTC), record_file and record_file.absolute())
    except WriteFailed:
        return False
    until = time.monotonic() + patience
    while raise_file(store).exists():
        if time.monotonic() >= until:
            take_request_back(store)
            return False
        time.sleep(_PAUSE_SECONDS)
    return True
