"""Home, with no record, one, and many."""

from __future__ import annotations

from ..state import State
from ..stores import EMPTY, FULL

STATES = (
    State("home"),
    State("home", "empty", store=EMPTY),
    State("home", "full", store=FULL),
)
