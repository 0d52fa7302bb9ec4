"""Opens the store for a window, which paints its frame before anything is done here (start of every step)."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from ..store.looking import EarlyLook
from ..store.migrations import OURS
from .second_start import STORE_FILE

if TYPE_CHECKING:
    from .workspace import Workspace


def open_for_window(folder: Path, who: str) -> Workspace:
    """Open the store in `folder`, making it when there is none; it is looked at while the database library is imported.

    Args:
        folder: a folder on this computer; never a share.
        who: the person's name as colleagues know it.

    Raises:
        StoreUnavailable: it is held, on a share, newer than this app, or cannot be written.
        StoreDamaged: it is not whole.
    """
    looked = EarlyLook(folder / STORE_FILE, OURS.newest)
    from . import office, records  # noqa: F401  # what the first page asks, imported here with the rest
    from .workspace import Workspace

    return Workspace.open(folder, who, window=True, looked=looked)
